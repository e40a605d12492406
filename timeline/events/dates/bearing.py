"""Which event takes a time in place of the one beside it: a verb for its noun, what is aimed at for
the verb that sets its end."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.cues import Cues
from timeline.events.dates.found import Found, told_by
from timeline.events.dates.instances import is_vague
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene, TimeWords, preposition

#: In place of an event: what the time tells nothing of.
NOBODY = -1


def bearer(
    number: int, found: Sequence[Found], words: Cues, time: TimeWords, way: str, again: bool
) -> int:
    """The verb in place of a noun, where it has this for its object right before the time ("lost
    the appeal in 2019"), does so `again` ("won the cup in 2019 and again in 2021") or happens while
    or because of what it names ("took the town during an offensive"); `way` is the side of
    publication on which the time lies."""
    one = found[number]
    clause, head = one.clause, one.mention.head
    if clause is None:
        return number
    if one.verbal:
        told = _told_in(one, clause, found)
        return number if told is None else told
    tokens, taken = one.scene.tokens, clause.object
    inside = taken is not None and taken[0] <= head <= taken[1]
    light = inside and clause.lemma in words.verbs.light
    behind = _ends_object(one, clause, time, way, words) and not is_vague(time)
    carries = light or behind or (again and clause.head < head)
    at = preposition(one.scene, head)
    opener = tokens[at].text.lower() if at >= 0 else ""
    # "Closed because of a storm in May": what a cause dates is dated by it.
    caused = at > 0 and tokens[at - 1].text.lower() in words.prepositions.causing
    together = caused or opener in words.prepositions.during
    # "Tried for the loss of his ship in June": the trial was in June.
    answers = clause.passive and opener in words.prepositions.answering
    together = together or (answers and at == clause.last + 1)
    # "Entered the town without a fight on Monday": what did not happen has no date.
    together = together or opener in words.prepositions.lacking
    if not carries and not (together and clause.head < at):
        return number
    told = told_by(found, clause.head)
    return number if told is None else told


def _told_in(one: Found, clause: Clause, found: Sequence[Found]) -> int | None:
    """What was done in a paper that bears a date: "admitted it in a letter dated 3 May"."""
    words, paper = one.scene.words, clause.antecedent
    if clause.link != "participle" or clause.lemma not in words.verbs.dating or paper < 0:
        return None
    if one.scene.opener(preposition(one.scene, paper)) not in words.prepositions.conveying:
        return None
    return told_by(found, one.scene.clauses[clause.governor].head)


def _ends_object(one: Found, clause: Clause, time: TimeWords, way: str, words: Cues) -> bool:
    """Whether a noun is what a verb does something to, or what that goes on to, right before a
    time that is not the noun's own."""
    tokens, head, taken = one.scene.tokens, one.mention.head, clause.object
    if taken is None or time.noun or not taken[0] <= head < time.first:
        return False
    far = head > taken[1] or time.first - head > 2
    if (far and clause.tense != "past") or _regards(clause, way, words):
        # "It follows a ruling on the fire in May."
        return False
    if not _goes_on(one.scene, taken[1], time.first):
        return False
    # "Posted a loss for May", "forecast the rain of last week": the time is the noun's.
    nouns = words.prepositions.owned | words.prepositions.inner
    return not any(t.text.lower() in nouns for t in tokens[time.first - 1 : time.first + 1])


def _goes_on(scene: Scene, last: int, stop: int) -> bool:
    """Whether a noun phrase that ends at `last` goes on to a time by prepositions alone: "an
    inquiry into the causes of the fire in May"."""
    at = last + 1
    while at < stop:
        if scene.tokens[at].tag != "ADP":
            return False
        chunk = scene.chunk_of[at + 1] if at + 1 < stop else None
        if at + 1 < stop and (chunk is None or chunk.first != at + 1):
            return False
        at = chunk.last + 1 if chunk is not None else at + 1
    return True


def _regards(clause: Clause, way: str, words: Cues) -> bool:
    """Whether a verb only tells what somebody thinks or says of what its object names, which then
    has a time of its own: "considered the request of last week". What was announced on a past day
    was announced then."""
    verbs, lemma = words.verbs, clause.lemma
    if lemma in verbs.announcing and clause.tense == "past" and way == "past":
        return False
    tells = (verbs.reporting, verbs.believing, verbs.presupposing, verbs.seeking, verbs.doubting)
    return any(lemma in some for some in tells)


def taker(number: int, time: TimeWords, found: Sequence[Found], words: Cues) -> int:
    """What a time tells the end of, in place of the verb that sets it.

    Who has until Friday to pay must pay by Friday; what is put off until Friday, moved to Friday or
    promised by Friday is neither put off nor moved nor promised then, and nothing is dated.
    """
    one, span = found[number], time.expression.span
    clause = one.clause
    if span is None or clause is None or not one.verbal:
        return number
    until = span.relation == "until"
    # Who will decide by June has decided then.
    by = span.relation == "before" and clause.tense != "future"
    if by and time.last < clause.first and clause.aspect.startswith("perfect"):
        return number  # "By 1970 they had chosen a site"
    before = one.scene.tokens[time.first - 1].text.lower() if time.first else ""
    if until and clause.lemma in words.verbs.deferring:
        return NOBODY
    if clause.passive and clause.lemma in words.verbs.expecting:
        # "Was expected to open in 2014"
        near = range(clause.head, time.first)
        due = (n for n, f in enumerate(found) if is_aimed(f, clause) and f.mention.head in near)
        return next(due, number)
    if before == words.connectives.aiming and clause.lemma in words.verbs.shifting:
        return NOBODY
    noun = _set_for(one, time, found)
    if noun is not None:
        return noun
    meant = by and clause.lemma in words.verbs.intending
    if by and clause.passive and (meant or clause.lemma in words.verbs.believing):
        return number  # "the rest are expected by Friday"
    if not meant and not (until and clause.lemma in words.verbs.granting):
        return number
    aimed = next((n for n, f in enumerate(found) if is_aimed(f, clause)), NOBODY)
    following = one.scene.tokens[clause.last + 1 : clause.last + 2]
    told = until or any(token.text.lower() == words.connectives.aiming for token in following)
    return number if aimed == NOBODY and told else aimed


def _set_for(one: Found, time: TimeWords, found: Sequence[Found]) -> int | None:
    """The noun that a verb's day is the day of: "has scheduled a vote for Tuesday"."""
    scene, clause = one.scene, one.clause
    taken = None if clause is None or clause.passive else clause.object
    owned = scene.tokens[time.first].text.lower() in scene.words.prepositions.owned
    if taken is None or not owned or time.first != taken[1] + 1:
        return None
    return told_by(found, taken[1])


def is_aimed(one: Found, host: Clause) -> bool:
    """Whether an event is what the verb of a clause aims at."""
    below = one.verbal and one.clause is not None and one.clause.governor == host.number
    return below and one.clause is not None and one.clause.link == "infinitive"
