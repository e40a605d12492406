"""Times of the clock that open the entries of a log, as live reports have them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.bounds import carried
from timeline.events.found import Found
from timeline.events.scenes import Scene, TimeWords

_SURE = 0.6


def is_stamp(scene: Scene, time: TimeWords) -> bool:
    """Whether a bare clock time opens a line, as in the log of a live report."""
    text = time.expression.text
    after = scene.tokens[time.last + 1].text if time.last + 1 < len(scene.tokens) else ""
    return text[:1].isdigit() and any(mark in text for mark in ":.") and after != ","


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
