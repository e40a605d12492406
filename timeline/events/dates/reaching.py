"""How long something went on whose end is an event: "from 1984 until her retirement in 2001"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.dates.found import Found
from timeline.events.layout.scenes import Scene, TimeWords, preposition
from timeline.spans import TimeSpan


def reach_until(scene: Scene, found: Sequence[Found]) -> None:
    """Lets what is dated "from" a time go on to the time of the noun that "until" stands before."""
    small = scene.words.small
    for one in found:
        span, first = one.dating.span, _opener(scene, one.time)
        if span is None or one.time is None or not one.verbal or first not in small.bases:
            continue
        if span.relation != "within" or span.start is None:
            continue
        for last in found:
            end, at = last.dating.span, preposition(scene, last.mention.head)
            if last.verbal or end is None or at < 0 or at != one.time.last + 1:
                continue
            later = end.start is not None and end.start > span.start
            if later and scene.tokens[at].text.lower() in small.towards:
                whole = one.dating._replace(span=TimeSpan.range(span, end))
                one.dating = whole._replace(why=f"{whole.why}, until “{last.word}”")


def _opener(scene: Scene, time: TimeWords | None) -> str:
    """The preposition before a time that is none of its words."""
    if time is None:
        return ""
    opening = scene.tokens[time.first].text.lower()
    before = scene.tokens[time.first - 1].text.lower() if time.first else ""
    return opening if scene.tokens[time.first].tag == "ADP" else before
