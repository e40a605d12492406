"""Times that tell another one of their sentence more finely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from timeline.events.dates.bounds import is_within
from timeline.events.dates.instances import is_vague
from timeline.events.layout.scenes import Scene, TimeWords

_THROUGH = frozenset({"ADP", "ADV", "PUNCT"})

Known = TypeVar("Known")


def tells_finer(scene: Scene, time: TimeWords, given: Sequence[TimeWords]) -> bool:
    """Whether a time only tells more finely the one that opens its sentence and is an event's: "in
    2005 a plan was adopted in March"."""
    for other in given:
        if not _holds(other, time):
            return False
        before = scene.tokens[: other.first]
        if any(token.text.isalnum() and token.tag != "ADP" for token in before):
            return False
    return True


def told_finer(scene: Scene, times: Sequence[TimeWords], known: Sequence[Known]) -> list[Known]:
    """What is known of each time, the same for a time as for one right before that holds it:
    "twice this spring, most recently on 16 May"."""
    found = list(known)
    for place, time in enumerate(times):
        for other, same in zip(times[:place], found, strict=False):
            if _holds(other, time) and _leads_to(scene, other, time):
                found[place] = same
    return found


def without_vague(scene: Scene, times: Sequence[TimeWords]) -> list[TimeWords]:
    """The times without "recently" and the like right before another: "most recently on 16 May"."""
    return [
        time
        for time in times
        if not (is_vague(time) and any(_leads_to(scene, time, other) for other in times))
    ]


def _holds(outer: TimeWords, inner: TimeWords) -> bool:
    spans = outer.expression.span, inner.expression.span
    return spans[0] is not None and spans[1] is not None and is_within(spans[1], spans[0])


def _leads_to(scene: Scene, first: TimeWords, second: TimeWords) -> bool:
    """Whether only small words and other times stand between two times."""
    between = range(first.last + 1, second.first)
    through = (scene.tokens[k].tag in _THROUGH or scene.timed[k] for k in between)
    return first.last < second.first and all(through)
