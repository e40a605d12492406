"""What a relative clause takes from the noun that it says something of."""

from __future__ import annotations

from collections.abc import Mapping, Set

from timeline.events.words.naming import lowered
from timeline.events.words.nounwords import named_words, noun_words
from timeline.events.words.predicates import Predicate
from timeline.events.words.rendering import render
from timeline.events.words.tidying import possessive
from timeline.events.words.views import SHORT


def antecedent_of(one: Predicate, level: int, part: Set[int]) -> tuple[set[int], str]:
    """The noun that a relative clause says something of, where it is not its subject."""
    syntax, top = one.syntax, one.top
    head = syntax.heads[top]
    if syntax.relations[top] != "acl" or head < 0 or syntax.tokens[head].tag == "VERB":
        return set(), ""
    if one.view.scene.timed[head] or head not in part:
        return set(), ""
    nouns = one.words.nouns
    if syntax.tokens[head].lemma.lower() in nouns.times | nouns.moments:
        return set(), ""  # "since the day we met", "by the time it fell"
    if one.subject in (head, syntax.named(head), -1):
        return set(), ""
    if one.own >= 0 and syntax.is_passive(top) and syntax.child(top, "mark") >= 0:
        # "The claim that it was sold"
        return set(), ""
    if parts_of(one):
        return set(), ""
    case = ""
    pronouns = [k for k in syntax.phrase(top) if k < top and syntax.is_relative(k)]
    for pronoun in pronouns:
        token = syntax.tokens[pronoun]
        if token.xpos in ("WRB", "WP$"):
            return set(), ""
        before = syntax.child(pronoun, "case")
        case = syntax.tokens[before].text if before >= 0 else ""
    phrase = noun_words(one.view, head, SHORT, top)
    if not pronouns and syntax.first_of(top) != max(phrase, default=head) + 1:
        return set(), ""
    taken = [syntax.child(k, "obj") for k in syntax.chain(top)]
    timed = one.view.scene.timed
    if not case and any(k >= 0 and k not in pronouns and not timed[k] for k in taken):
        return set(), ""
    return named_words(one.view, head, max(level, SHORT), without=top), case


def owners(one: Predicate, words: Set[int]) -> dict[int, str]:
    """The noun that a "whose" among some words stands for, as owner, or that of which a part
    is told."""
    tokens, parts = one.syntax.tokens, parts_of(one)
    whose = [k for k in words if tokens[k].xpos == "WP$" or k in parts]
    if not whose or one.syntax.relations[one.top] != "acl":
        return {}
    owner = named_words(one.view, one.syntax.heads[one.top], SHORT, without=one.top)
    if whose[0] in parts:
        return {whose[0]: lowered(one.view, owner, {})}
    return {whose[0]: possessive(render(one.view, owner, {}))}


def parts_of(one: Predicate) -> list[int]:
    """The "which" of a subject such as "one of which"."""
    below = one.syntax.below[one.own] if one.own >= 0 else []
    return [k for k in below if k > one.own and one.syntax.tokens[k].xpos in ("WDT", "WP")]


def points_back(one: Predicate, instead: Mapping[int, str]) -> bool:
    """Whether a relative clause needs what stands before it: an "it", "the same town that"."""
    syntax = one.syntax
    if syntax.relations[one.top] != "acl":
        return False
    noun, taken = syntax.heads[one.top], syntax.child(one.top, "obj")
    alike = one.words.small.alike
    if any(syntax.tokens[c].text.lower() in alike for c in syntax.below[noun]):
        return True
    unknown = taken >= 0 and taken not in instead
    return unknown and syntax.tokens[taken].text.lower() in one.words.pronouns.neuter


def said_to_be(one: Predicate) -> set[int]:
    """The noun of a relative clause whose subject is what is said to be it: the "nurse" of
    "Ruiz was a nurse who fled"."""
    noun = one.syntax.heads[one.top]
    described = one.syntax.relations[one.top] == "acl" and one.own != one.subject
    return {noun} if described and one.syntax.heads[one.subject] == noun else set()
