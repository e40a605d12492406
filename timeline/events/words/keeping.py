"""Which times stay in the words of an event: those that tell something else than when it was.

"The town suffered its worst flood since 1974", "voters approved the 2025 budget": what stands in
the column of dates is taken out of the words, and nothing else is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.dates.instances import is_vague
from timeline.events.layout.scenes import TimeWords
from timeline.events.trees.syntax import Syntax
from timeline.events.words.views import NOUNS, View
from timeline.spans import TimeSpan

#: The heads of the events that a time dates, by the place of its first word.
Owners = Mapping[int, set[int]]


def kept_times(view: View, head: int, owners: Owners, host: int) -> frozenset[int]:
    """The places of the words of times that an event is told with, by the clause of a `host`.

    These are times of what stands below its verb or noun, and those that date nothing and are no
    coarser or finer word for the event's own time.
    """
    if not view.scene.times:
        return frozenset()
    below = _below(view.syntax, host)
    first, last = min(below, default=head), max(below, default=head)
    near = [time for time in view.scene.times if first <= time.last and time.first <= last]
    times = [time for time in near if time.expression.span is not None]
    own = [time.expression.span for time in times if head in owners.get(time.first, ())]
    found: set[int] = set()
    for time in times:
        dated = owners.get(time.first, set())
        if head in dated and (_ends_with(view, time, head) or _is_all(view, time, head)):
            found.update(range(time.first, time.last + 1))
        if not dated and _in_what(view, time, head):
            found.update(range(time.first, time.last + 1))
        if time.first == 0 or head in dated or is_vague(time):
            continue
        if dated and view.syntax.tokens[time.first - 1].tag == "CCONJ":
            continue  # ", and two years later digs uncovered it": the next clause's
        above = _above(view.syntax, time)
        of_noun = (
            above in below and above not in (head, host) and view.syntax.tokens[above].tag in NOUNS
        )
        if not of_noun and not (time.first > host and time.first in below):
            continue
        again = not of_noun and not _is_of_noun(view, time) and _is_told_again(time, own)
        if dated <= below if dated else not again:
            found.update(range(time.first, time.last + 1))
    return frozenset(found)


def _below(syntax: Syntax, head: int) -> set[int]:
    """What hangs on an event, without verbs that are set beside its own."""
    found = set(syntax.phrase(head))
    for child in syntax.below[head]:
        if syntax.relations[child] == "conj" and syntax.is_predicate(child):
            found.difference_update(syntax.phrase(child))
    return found


def _in_what(view: View, time: TimeWords, head: int) -> bool:
    """Whether a time tells of a "what" below an event: "was born in what is now Aden"."""
    syntax = view.syntax
    above = _above(syntax, time)
    while above >= 0 and above != head:
        if syntax.tokens[above].xpos == "WP":
            return True
        above = syntax.heads[above]
    return False


def _is_of_noun(view: View, time: TimeWords) -> bool:
    """Whether a preposition before a time is a noun's: "cut its forecast for 2024"."""
    opener = view.syntax.tokens[time.first].text.lower()
    return opener in view.scene.words.prepositions.owned


def _ends_with(view: View, time: TimeWords, head: int) -> bool:
    """Whether an event is told by what it was not before: "the mill did not open until May", "was
    paid no rent until May", "is not expected before May"."""
    span = time.expression.span
    if span is None or head > time.first:
        return False
    scene, reach = view.scene, {"until": 3, "before": 2}.get(span.relation, 0)
    clause = scene.by_head.get(head) if span.relation == "until" else None
    named = (clause.subject, clause.object) if clause is not None else ()
    denied = any(part is not None and scene.is_denied(part[0] + 1, 1) for part in named)
    return denied or scene.is_denied(head, reach)


def _is_all(view: View, time: TimeWords, head: int) -> bool:
    """Whether a time is all that a verb tells: "the church dates from 1320"."""
    dates = view.syntax.tokens[head].lemma in view.scene.words.verbs.dating
    return dates and head < time.first and view.syntax.tokens[head].tag == "VERB"


def _above(syntax: Syntax, time: TimeWords) -> int:
    """The word that a time hangs on, or -1."""
    top = time.last
    while time.first <= syntax.heads[top] <= time.last:
        top = syntax.heads[top]
    return syntax.heads[top]


def _is_told_again(time: TimeWords, own: Sequence[TimeSpan | None]) -> bool:
    """Whether a time is one of the event's own, told more or less finely."""
    span = time.expression.span
    return (
        span is not None
        and span.relation == "within"
        and any(
            other is not None and (span.contains(other) or other.contains(span)) for other in own
        )
    )
