"""A dated clause as it stands in its sentence, where its tree gives no words that could stand."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.layout.clauses import Clause
from timeline.events.words.naming import names_for_pronouns
from timeline.events.words.rendering import MARKS
from timeline.events.words.telling import Told
from timeline.events.words.tidying import shorten, tidy
from timeline.events.words.views import View
from timeline.sentences import RELATIVE

#: How the clauses hang that go on telling what the verb before them began.
_GOING_ON = frozenset({"infinitive", "complement"})
_HELPING = frozenset({"AUX", "PART", "PUNCT"})


def tell_plainly(view: View, clause: Clause) -> Told | None:
    """The subject that stands before a verb with a tense, and what follows up to the next clause.

    None where there is no such subject, or where it is a relative pronoun or what somebody says.
    """
    tokens, words = view.syntax.tokens, view.scene.words
    if clause.tense == "bare" and view.syntax.child(clause.head, "nsubj") >= 0:
        return None  # "on condition that the mill be kept"
    while clause.link in _GOING_ON and clause.governor >= 0:
        clause = view.scene.clauses[clause.governor]
    above = view.scene.clauses[clause.governor] if clause.link == "coordinate" else clause
    if clause.subject is None or not clause.finite or above.link == "relative":
        return None
    first, last, head = clause.subject
    said = clause.lemma in words.verbs.reporting or not any(c.isalnum() for c in tokens[head].text)
    stop = _stop(view, clause)
    # "Found that …" is nothing without what was found.
    open_ = stop < len(tokens) and tokens[stop].tag == "SCONJ" and stop == clause.last + 1
    if said or open_ or last >= clause.first or view.scene.dating[head]:
        return None
    between = tokens[last + 1 : clause.first]
    if not any(token.tag in ("PUNCT", "VERB", "AUX", "SCONJ") for token in between):
        last = clause.first - 1
    if any(token.xpos in RELATIVE for token in tokens[first : last + 1]):
        return None
    first = _begin(view, first)
    subject, rest = set(range(first, last + 1)), set(range(clause.first, stop))
    instead = names_for_pronouns(view, subject | rest)
    if all(tokens[k].tag in _HELPING or view.leaving[k] for k in rest):
        return None  # "it was not until 1896 that"
    text = f"{_as_written(view, subject, instead)} {_as_written(view, rest, instead)}"
    text = shorten(tidy(text, words.small.loose))
    return Told(text, frozenset(subject | rest), bool(text))


def tell_entry(view: View, words: range) -> Told:
    """What an entry of a list tells without a verb, as it stands there but for its times."""
    text = _as_written(view, set(words), {})
    return Told(
        shorten(tidy(text, view.scene.words.small.loose)),
        frozenset(words),
        whole=True,
        clause=False,
    )


def _begin(view: View, first: int) -> int:
    """Where a subject begins whose last noun a verb has found: "the ports of Karst"."""
    tokens, chunk_of = view.syntax.tokens, view.scene.chunk_of
    while first > 1 and tokens[first - 1].tag in ("ADP", "CCONJ"):
        chunk = chunk_of[first - 2]
        if chunk is None or any(view.scene.dating[k] for k in range(chunk.first, first)):
            break
        first = chunk.first
    return first


def _as_written(view: View, words: set[int], instead: Mapping[int, str]) -> str:
    """Words as they stand in the text, without times: the tree is not asked what hangs on what."""
    tokens, base = view.syntax.tokens, view.scene.sentence.start
    pieces: list[str] = []
    after = -1
    for number in sorted(k for k in words if not view.leaving[k]):
        token = tokens[number]
        word = instead.get(number, view.scene.source[token.start - base : token.end - base])
        glued = number == after and tokens[number - 1].end == token.start
        pieces.append(word if glued or not pieces else f" {word}")
        after = number + 1
    return "".join(pieces)


def _stop(view: View, clause: Clause) -> int:
    """The token after the last one of a clause: before a mark, or a clause of its own."""
    scene, tokens = view.scene, view.syntax.tokens
    numbers = {clause.number}
    for other in scene.clauses[clause.number + 1 :]:
        if other.link in _GOING_ON and other.governor in numbers:
            numbers.add(other.number)
    at = clause.first
    while at < len(tokens) and scene.owner[at] in numbers:
        marked = tokens[at].tag == "PUNCT" and tokens[at].text not in MARKS
        if at > clause.last and (marked or tokens[at].tag == "SCONJ"):
            break
        at += 1
    return at
