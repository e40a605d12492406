"""What a relative clause takes from the noun that it says something of."""

from __future__ import annotations

from collections.abc import Mapping, Set

from timeline.events.trees.syntax import Syntax
from timeline.events.words.naming import lowered
from timeline.events.words.nounwords import named_words, noun_words
from timeline.events.words.predicates import Predicate
from timeline.events.words.rendering import render
from timeline.events.words.tidying import possessive
from timeline.events.words.views import SHORT

#: Tags of relative pronouns that can stand within a phrase.
_PRONOUNS = frozenset({"WDT", "WP", "WP$"})


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
    if parts_of(one) or carried(one)[1] >= 0:
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
    first = syntax.first_of(top)
    if not pronouns and (
        first != max(phrase, default=head) + 1 or syntax.tokens[first].text == ","
    ):
        return set(), ""  # "its first boat, a yawl bought in 1871, sank"
    gives = syntax.tokens[top].lemma in one.words.verbs.giving
    taken = [syntax.child(k, "obj") for k in syntax.chain(top)]
    taken = [k for k in taken if not (gives and is_recipient(syntax, top, k))]
    timed = one.view.scene.timed
    if not case and any(k >= 0 and k not in pronouns and not timed[k] for k in taken):
        return set(), ""
    return named_words(one.view, head, max(level, SHORT), without=top), case


def is_recipient(syntax: Syntax, verb: int, word: int) -> bool:
    """Whether a word is a pronoun right behind a verb: of "sent us a letter" the "us"."""
    return (
        word == verb + 1
        and syntax.relations[word] in ("iobj", "obj")
        and (syntax.tokens[word].xpos == "PRP")
    )


def carried(one: Predicate) -> tuple[set[int], int]:
    """The phrase before the verb of a relative clause in which its pronoun stands, and the pronoun,
    -1 for none: "in the course of which", "in whose name", but not "by which time"."""
    syntax, tokens = one.syntax, one.syntax.tokens
    if syntax.relations[one.top] != "acl":
        return set(), -1
    for child in syntax.below[one.top]:
        if child > one.top or syntax.relations[child] != "obl":
            continue
        phrase = {k for k in syntax.phrase(child) if k not in syntax.marks}
        pronoun = min((k for k in phrase if tokens[k].xpos in _PRONOUNS), default=child)
        owns = tokens[pronoun].xpos == "WP$"
        if pronoun != child and (owns or syntax.relations[pronoun] == "nmod"):
            return phrase, pronoun
    return set(), -1


def owners(one: Predicate, words: Set[int]) -> dict[int, str]:
    """The noun that a "whose" among some words stands for, as owner, or that of which a part
    is told."""
    tokens, parts = one.syntax.tokens, parts_of(one)
    whose = min((k for k in words if tokens[k].xpos == "WP$" or k in parts), default=-1)
    clause = _clause_of(one, whose)
    return {} if clause < 0 else {whose: antecedent_in_words(one, whose, clause)}


def antecedent_in_words(one: Predicate, pronoun: int, clause: int) -> str:
    """What a relative pronoun stands for, as owner if it does so, to be told in its place."""
    syntax, noun = one.syntax, one.syntax.heads[clause]
    while syntax.relations[noun] == "conj" and pronoun in parts_of(one):
        noun = syntax.heads[noun]  # "Hull and York, the last of which"
    words = named_words(one.view, noun, SHORT, without=clause)
    if syntax.tokens[pronoun].xpos == "WP$":
        return possessive(render(one.view, words, {}))
    return lowered(one.view, words, {})


def _clause_of(one: Predicate, pronoun: int) -> int:
    """The verb of the relative clause that a pronoun opens, or -1."""
    syntax, at = one.syntax, pronoun
    while at >= 0 and not (syntax.relations[at] == "acl" and syntax.heads[at] < pronoun):
        at = syntax.heads[at]
    return at


def parts_of(one: Predicate) -> list[int]:
    """The "which" of a subject such as "one of which"."""
    whole = one.own if one.own >= 0 else one.subject
    below = one.syntax.below[whole] if whole >= 0 else []
    return [k for k in below if k > whole and one.syntax.tokens[k].xpos in ("WDT", "WP")]


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
