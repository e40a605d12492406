"""Where "it" names nothing: what it holds the place of follows, or has just been told."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.cues import Cues
from timeline.events.trees.syntax import Syntax
from timeline.sentences import Token
from timeline.sentences.vocabulary import BE

#: So many words may stand between a predicate and what it is said of: "hard for her to leave".
_NEAR = 6


def names_nothing(syntax: Syntax, word: int, words: Cues) -> bool:
    """Whether an "it" stands for no thing that was named."""
    return _means_what_was_told(syntax, word, words) or _holds_place(syntax.tokens, word, words)


def _means_what_was_told(syntax: Syntax, word: int, words: Cues) -> bool:
    """Whether an "it" stands for what was just told: "It comes a year after the fire", "It is the
    worst flood since 1962"."""
    above = syntax.heads[word]
    if above < 0 or syntax.relations[word] != "nsubj":
        return False
    if syntax.tokens[above].lemma in words.verbs.ensuing:
        return syntax.tokens[above].xpos in ("VBZ", "VBP") and syntax.child(above, "aux") < 0
    phrase = [syntax.tokens[k] for k in syntax.phrase(above)]
    ranked = any(
        token.xpos in ("JJS", "RBS") or token.lemma in words.adjectives.singling for token in phrase
    )
    return (
        ranked
        and syntax.child(above, "cop") >= 0
        and any(token.text.lower() in words.pronouns.ranking for token in phrase)
    )


def _holds_place(tokens: Sequence[Token], word: int, words: Cues) -> bool:
    """Whether what an "it" stands for follows: "it is feared that …", "it was hard to …", "how easy
    it is to …", "it took her years to …"; or it only carries a verb: "it snowed"."""
    at, degree = word + 1, False
    small, joins = words.small, words.connectives
    while at < len(tokens) and tokens[at].tag in ("AUX", "ADV", "PART"):
        degree = degree or tokens[at].text.lower() in small.degrees
        if tokens[at].text.lower() == joins.aiming:
            break
        at += 1
    if at >= len(tokens):
        return False
    told, before = tokens[at], tokens[word - 1] if word else None
    if told.text.lower() == joins.aiming:
        return before is not None and before.lemma.lower() in words.adjectives.placing
    if told.tag == "VERB" and told.lemma in words.verbs.raining:
        return True
    if told.lemma in words.verbs.lasting and told.tag == "VERB":
        return _goes_on(tokens, at, words.connectives.later | {joins.aiming})
    follows = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    kinds, content = words.adjectives, follows in words.openers.content and not degree
    if told.xpos == "VBN" and tokens[at - 1].lemma == BE:
        return content and told.lemma in _told(words)
    if told.tag not in ("ADJ", "NOUN"):
        return False
    if content:
        return told.lemma.lower() in kinds.placing | kinds.unsure | kinds.untrue
    return told.lemma.lower() in kinds.placing and _goes_on(tokens, at, {joins.aiming})


def _told(words: Cues) -> frozenset[str]:
    """Verbs of what is said, thought or found, whose passive has no hearer for its subject."""
    verbs = words.verbs
    told = verbs.reporting | verbs.believing | verbs.doubting | verbs.finding
    return told - verbs.informing


def _goes_on(tokens: Sequence[Token], at: int, openers: frozenset[str] | set[str]) -> bool:
    """Whether one of some words follows soon, before a mark or a verb."""
    for token in tokens[at + 1 : at + 1 + _NEAR]:
        if token.text.lower() in openers:
            return True
        if token.tag in ("PUNCT", "VERB", "SCONJ"):
            return False
    return False
