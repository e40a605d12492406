"""Times of the clock that open the entries of a log, as live reports have them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.bounds import carried
from timeline.events.found import Found
from timeline.events.scenes import Scene, TimeWords
from timeline.spans import TimeSpan

_SURE = 0.6
_DASHES = frozenset({"-", "–", "—", ":"})


def is_stamp(scene: Scene, time: TimeWords) -> bool:
    """Whether a bare clock time opens a line, as in the log of a live report."""
    text = time.expression.text
    after = scene.tokens[time.last + 1].text if time.last + 1 < len(scene.tokens) else ""
    return text[:1].isdigit() and any(mark in text for mark in ":.") and after != ","


def heading(scene: Scene) -> TimeSpan | None:
    """The date at the head of a line of a list: "14 June 2019 – Fire breaks out. Two men die."."""
    time = scene.times[0] if scene.times else None
    if time is None or time.first or time.last + 1 >= len(scene.tokens):
        return None
    span = time.expression.span
    if is_stamp(scene, time) and time.expression.anchor != "none":
        return None
    headed = scene.tokens[time.last + 1].text in _DASHES
    return span if headed and span is not None and span.relation == "within" else None


def stamp(time: TimeWords, found: Sequence[Found]) -> None:
    """Dates the main clause of a log's entry by the entry's time, if nothing else does.

    Of "…, the harbour office says" it is what is said that is news.
    """
    span = time.expression.span
    first = next((f for f in found if _is_told(f)), None)
    if first is None or first.time is not None or span is None or first.side.where == "after":
        return
    first.time, first.share = time, _SURE
    first.dating = carried(span, _SURE, f"entered at “{time.expression.text}”")


def _is_told(one: Found) -> bool:
    """Whether an event is what its sentence tells."""
    clause = one.clause
    if clause is None or not one.verbal or not clause.finite or clause.framing:
        return False
    return clause.link in ("main", "coordinate", "content")
