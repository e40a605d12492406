"""What follows for an event from the dates of what hangs on it: clauses, its subject, sayings."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.dates.bounds import (
    Dating,
    carried,
    not_after,
    not_before,
)
from timeline.events.dates.found import Found
from timeline.events.dates.governing import TOGETHER
from timeline.events.dates.lending import brings
from timeline.events.layout.clauses import Clause
from timeline.expressions import TimeExpression
from timeline.spans import Granularity, TimeSpan


def by_partner(clause: Clause, below: Sequence[Found]) -> Dating | None:
    """The date at the end of two verbs that share a subject ("killed 14 and left … on Tuesday"), or
    from which that of a "whom …" is counted."""
    for other in below:
        partner = other.clause
        if partner is None or other.time is None:
            continue
        shared = partner.link == "coordinate" and partner.subject == clause.subject
        alike = shared and partner.tense == clause.tense
        # "She met a whaler, whom she married the following year."
        goes_on = alike or (partner.link == "relative" and partner.tense == clause.tense)
        span = other.dating.span
        behind = other.time.first > other.mention.head
        origin = _counted_from(other.time.expression)
        if goes_on and behind and origin is not None:
            return carried(origin, other.share * TOGETHER, f"told before “{other.word}”")
        # Two things done in one year need not have been done together, two done in a day are.
        long = span is None or span.granularity is None or span.granularity > Granularity.DAY
        if long and other.side.where == "before":
            continue
        if alike and behind and span is not None:
            return carried(span, other.share * TOGETHER, f"told with “{other.word}”")
    return None


def _counted_from(time: TimeExpression) -> TimeSpan | None:
    """The time told before that "the next day" goes on from, which is then that of the verb
    before: "was wounded and gave up command the following day"."""
    span, origin = time.span, time.against
    if time.meaning.leans != "story" or span is None or origin is None or origin.start is None:
        return None
    if span.start is None or span.end is None or origin.end is None:
        return None
    # From a summer it is some way to the following year.
    apart = span.start - origin.end
    return origin if 0 <= apart < span.end - span.start else None


def by_complement(one: Found, clause: Clause, below: Sequence[Found]) -> Dating | None:
    """The date of what somebody was found doing, or began to do: "was seen leaving at noon"."""
    for other in below:
        inner, span = other.clause, other.dating.span
        if inner is None or other.time is None or span is None or other.time.first < clause.head:
            continue
        doing = inner.link == "complement" and inner.tense == "ing"
        begun = inner.link == "infinitive" and clause.lemma in one.scene.words.verbs.aspectual
        whole = span.relation in ("within", "throughout") and one.side.where != "overlap"
        if whole and (doing or begun) and inner.antecedent < 0:
            return carried(span, other.share * TOGETHER, f"told with “{other.word}”")
    return None


def by_subject(one: Found, clause: Clause, found: Sequence[Found]) -> Dating | None:
    """The date of what happens and is the subject: "talks held in June led to nothing"."""
    if clause.subject is None or one.side.where != "before" or clause.aspect != "none":
        return None
    if one.mention.kind == "state":
        return None
    for other in found:
        span = other.dating.span
        if other.time is None or span is None or span.relation != "within":
            continue
        subject = other.mention.head == clause.subject[2] and not other.verbal
        if other.time.first < clause.head and (subject or brings(other, one)):
            return carried(span, other.share * TOGETHER, f"told with “{other.word}”")
    return None


def by_when(one: Found, below: Sequence[Found]) -> Dating | None:
    """The date of a clause with "when": "it fell when the house was dissolved in September".

    None of one that goes on about a time: "it seized books that went back to May, when it opened".
    """
    words = one.scene.words
    for other in below:
        span, time, clause = other.dating.span, other.time, other.clause
        if span is None or time is None or clause is None or one.clause is None:
            continue
        opened = other.verbal and other.opener in words.connectives.together
        of_time = time.first < clause.marker and one.scene.owner[time.first] != one.clause.number
        if opened and not of_time and one.side.where == other.side.where:
            return carried(span, other.share * TOGETHER, f"“{other.opener}”: when “{other.word}”")
    return None


def by_dependents(one: Found, below: Sequence[Found], base: Dating) -> Dating:
    """What follows from something dated that hangs on this event by "after" or "before"."""
    words = one.scene.words
    for other in below:
        span, opener = other.dating.span, other.opener
        if not other.dated or span is None:
            continue
        if opener in words.connectives.earlier:
            return not_before(base, span, f"“{opener}”: not before “{other.word}”")
        if opener in words.connectives.later:
            return not_after(base, span, f"“{opener}”: not after “{other.word}”")
    return base


def by_opening(one: Found, clause: Clause, below: Sequence[Found], base: Dating) -> Dating | None:
    """What a sentence goes on to tell of somebody: "Born in Hull in 1931, she learned to swim"."""
    for other in below:
        part, span = other.clause, other.dating.span
        if part is None or span is None or not other.dated or one.side.where != "before":
            continue
        if part.link == "participle" and part.tense == "participle" and part.last < clause.first:
            return not_before(base, span, f"told after “{other.word}”")
    return None


def by_content(one: Found, below: Sequence[Found], base: Dating) -> Dating | None:
    """A saying without a date is not earlier than what it says has happened."""
    if one.mention.kind != "reporting" or one.side.where != "before":
        return None
    for other in below:
        told = other.clause is not None and other.clause.link == "content"
        if told and other.dated and other.side.where == "before" and other.dating.span is not None:
            return not_before(base, other.dating.span, f"said after “{other.word}”")
    return None
