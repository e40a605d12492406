"""Clauses that a time opens, and cleft sentences: "and in 1810 he left", "it was then that he"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.dates.found import Found, told_by
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene, TimeWords
from timeline.sentences.vocabulary import BE


def opened_event(scene: Scene, time: TimeWords, found: Sequence[Found]) -> int | None:
    """The event of the clause that a time opens: "…, and in 1810, a year of famine, he left", "it
    was small and in 1906 its owner sold it", "in 1810 she came, in 1812 he left"."""
    tokens, before, after = scene.tokens, time.first - 1, time.last + 1
    while before > 0 and tokens[before].tag == "ADP":
        before -= 1
    if before < 2 or after >= len(tokens):
        return None
    if tokens[before].text == ",":
        return _resumed_at(scene, before, after, found)
    if tokens[before].tag != "CCONJ":
        return None
    parted = tokens[after].text == "," and tokens[before - 1].text == ","
    if tokens[after].tag == "CCONJ" and scene.timed[min(after + 1, len(tokens) - 1)]:
        after += 1
        while after < len(tokens) and scene.timed[after]:
            after += 1
    later = [
        number
        for number, one in enumerate(found)
        if one.verbal
        and one.clause is not None
        and one.mention.head > after
        and one.clause.finite
        and one.clause.link in ("main", "coordinate")
        and (parted or _begins(scene, one.clause, after) or _is_resumed(scene, one.clause, after))
    ]
    return later[0] if later else None


def _resumed_at(scene: Scene, comma: int, after: int, found: Sequence[Found]) -> int | None:
    """The event of a clause whose subject stands right behind a time, in a sentence that a time
    opens, too: so years are told one by one."""
    if not any(time.first == 0 and time.last < comma for time in scene.times):
        return None
    for number, one in enumerate(found):
        clause = one.clause
        if not one.verbal or clause is None or one.mention.head <= after:
            continue
        apart = clause.finite and clause.link in ("main", "coordinate")
        if apart and _begins(scene, clause, after):
            return number
    return None


def _is_resumed(scene: Scene, clause: Clause, after: int) -> bool:
    """Whether commas alone set a phrase between a time and the subject of its clause: "and on 9
    July, after a siege, Wyvill left"."""
    subject = clause.subject
    if scene.tokens[after].text != "," or subject is None or subject[0] <= after + 1:
        return False
    between = scene.tokens[after + 1 : subject[0] - 1]
    plain = all(token.text != "," and token.tag not in ("VERB", "AUX") for token in between)
    return plain and scene.tokens[subject[0] - 1].text == ","


def cleft_event(scene: Scene, time: TimeWords, found: Sequence[Found]) -> int | None:
    """The event of a cleft sentence: "it was not until 1987 that the mill closed"."""
    at, openers = time.last + 1, scene.words.openers
    if at >= len(scene.tokens) or scene.tokens[at].text.lower() != openers.that:
        return None
    told = next((clause for clause in scene.clauses if clause.marker == at), None)
    host = scene.clauses[told.governor] if told is not None and told.governor >= 0 else None
    if told is None or host is None or not host.copula or host.subject is None or host.lemma != BE:
        return None
    if scene.tokens[host.subject[2]].text.lower() not in scene.words.pronouns.neuter:
        return None
    return told_by(found, told.head)


def when_clause(scene: Scene, time: TimeWords) -> Clause | None:
    """The clause that "when" opens right behind a time: "in 2020, when the offices closed"."""
    at = time.last + 1
    if at < len(scene.tokens) and scene.tokens[at].tag == "PUNCT":  # a comma or a dash
        at += 1
    if at >= len(scene.tokens) or scene.tokens[at].text.lower() != scene.words.connectives.when:
        return None
    return next((clause for clause in scene.clauses if clause.marker == at), None)


def year_clause(scene: Scene, time: TimeWords) -> Clause | None:
    """The clause that tells which time it was, right behind it: "in 1903, the year he left"."""
    tokens, at = scene.tokens, time.last + 2
    if at + 1 >= len(tokens) or tokens[at - 1].text != ",":
        return None
    known = tokens[at + 1].lemma.lower() in scene.words.nouns.times
    told = next((clause for clause in scene.clauses if clause.head > at + 1), None)
    if not known or told is None or not told.finite or told.subject is None:
        return None
    inside = tokens[at + 2 : told.head]
    near = told.subject[0] > at + 1 and all(token.tag != "PUNCT" for token in inside)
    return told if near else None


def _begins(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether the noun at a token begins a clause, as its subject."""
    chunk = scene.chunk_of[at] if at < clause.first else None
    if chunk is None or chunk.first != at:
        return False
    between = scene.clauses[: clause.number]
    if any(other.finite and other.head > at and other.link != "relative" for other in between):
        return False
    subject = clause.subject
    whole = subject is not None and subject[0] == at
    return whole or all(token.tag != "CCONJ" for token in scene.tokens[at : clause.first])
