"""Stretches of the clock that come round every day: from nine to five."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Recurring
from timeline.meanings.recurring import Clock
from timeline.spans import DAY, TimeSpan


@dataclass(frozen=True, slots=True, repr=False)
class Hours(Recurring):
    """From one time of the clock to another, on any day.

    >>> from timeline.spans import seconds
    >>> Hours(Clock(10), Clock(4)).of(seconds(2018, 8, 1)).edtf()
    '2018-08-01T10:00/2018-08-01T15:59'

    Where the second time is no later than the first and has neither am nor pm, it is that of
    the next half of the day.
    """

    first: Clock
    last: Clock

    def of(self, day: int, calendar: bool = False) -> TimeSpan:
        """That stretch on the day beginning at `day`."""
        first, last = self.first.of(day, calendar), self.last.of(day, calendar)
        start, end = first.start or 0, last.start or 0
        while end <= start:
            end += DAY // 2 if self.last.half is None else DAY
        return replace(first, end=end, end_earliest=end, value=None, relation="throughout")

    def latest(self, instant: int) -> TimeSpan:
        """The last one that began at or before the instant."""
        return self._from(self.first.latest(instant))

    def following(self, instant: int) -> TimeSpan:
        """The first one that begins after the instant."""
        return self._from(self.first.following(instant))

    def on(self, anchor: Anchor) -> TimeSpan:
        """Bare, the one of the day in question; to a calendar, the next to come."""
        return self._from(self.first.on(anchor))

    def _from(self, first: TimeSpan) -> TimeSpan:
        start = first.start or 0
        told = self.of(start - start % DAY)
        end = (told.end or 0) + start - (told.start or 0)
        return replace(told, start=start, end=end, start_latest=start, end_earliest=end)
