"""The time a story has last told, and whether a text is told as a story at all."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.expressions import Phrase, Timex
from timeline.meanings import Anchor
from timeline.spans import DAY, Granularity, TimeSpan

# A text is a story when this many times name a year of their own, most of them long before
# publication.
ENOUGH_YEARS, LONG_AGO, MOST = 4, 2 * 365 * DAY, 0.6
_DEICTIC = ("today", "yesterday", "tomorrow", "tonight")


def told_as_story(text: str, phrases: Sequence[Phrase], published: int) -> bool:
    """Whether times lean on what was told before rather than on the publication date.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "In 1914 war came. In May 1915 Italy joined. It ended in 1918. In 1919 they met."
    >>> told_as_story(text, list(reader(english()).recognise(text)), seconds(2009))
    True
    """
    anchor = Anchor(published)
    old = near = 0
    for phrase in phrases:
        for mark in phrase.marks:
            if mark.entry in _DEICTIC:
                near += 1
            if mark.meaning.leans != "none" or mark.meaning.timex_type is not None:
                if mark.meaning.leans == "bare" and "Weekday" in repr(mark.meaning):
                    near += 1
                continue
            end = mark.meaning.on(anchor).end
            if end is not None and end < published - LONG_AGO:
                old += 1
            else:
                near += 1
    return old >= ENOUGH_YEARS and old >= MOST * (old + near)


class Story:
    """What a text has told so far: its last time, its last year."""

    def __init__(self, narrative: bool) -> None:
        self.narrative = narrative
        self.last: TimeSpan | None = None

    def tell(self, phrase: Phrase, timexes: Sequence[Timex], text: str) -> None:
        """Takes note of the times of a phrase."""
        for timex in timexes:
            span = timex.span
            if timex.type in ("DURATION", "SET") or timex.value.endswith("_REF"):
                continue
            if span.start is None or span.granularity is None:
                continue
            if span.granularity >= Granularity.DECADE:
                continue
            self.last = span

    def reference_for(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The time that a phrase of the story leans on."""
        return self.last
