"""Times of the clock, which come round every day: half past nine, from nine to five."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Daily, Recurring
from timeline.spans import DAY, Granularity, TimeSpan, ceiling, offset_at


@dataclass(frozen=True, slots=True, repr=False)
class Clock(Daily):
    """A time of any day; `grain` tells how finely, `zone` by the clock of which zone, if told.

    >>> from timeline.spans import seconds
    >>> Clock(7, 15, half="pm").of(seconds(1998, 2, 12)).timex3
    '1998-02-12T19:15'

    An hour without am or pm is the one of the clock face, as written; a calendar takes the one
    that comes next. A zone is its minutes ahead of UTC, or its name in the IANA time zone database
    where it has a summer time ("Eastern time").
    """

    hour: int
    minute: int = 0
    second: int = 0
    grain: Granularity = Granularity.MINUTE
    half: str | None = None
    zone: int | str | None = None

    def of(self, day: int, calendar: bool = False) -> TimeSpan:
        """That time on the day beginning at `day`."""
        hour = self.hour
        if self.half == "pm" and hour < 12:
            hour += 12
        elif self.half == "am" and hour == 12:
            hour = 0
        start = day + hour * 3600 + self.minute * 60 + self.second
        end = ceiling(self.grain, start)
        zone = offset_at(self.zone, start) if isinstance(self.zone, str) else self.zone
        span = TimeSpan(start, end, self.grain, start, end, zone=zone)
        return span if hour < 24 else replace(span, value=self._midnight(day))

    @staticmethod
    def _midnight(day: int) -> str:
        return TimeSpan.starting(Granularity.DAY, day).timex3 + "T24:00"

    def on(self, anchor: Anchor) -> TimeSpan:
        """Bare, the one of the day in question; to a calendar, the next to come."""
        if not (anchor.calendar and anchor.fine) or anchor.reference is not None:
            return self.of(anchor.today)
        return self.coming(anchor.now)

    def coming(self, instant: int) -> TimeSpan:
        """The first one from an instant on, in either half of the day where none is told."""
        if self.half is not None or not 1 <= self.hour <= 12:
            return self.following(instant - 1)
        either = (replace(self, half=half).following(instant - 1) for half in ("am", "pm"))
        return min(either, key=lambda span: span.start or 0)


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
        first = self.first.of(day, calendar)
        last = self.last.of(day, calendar).on_clock(first.zone)
        start, end = first.start or 0, last.start or 0
        while end <= start:
            end += DAY // 2 if self.last.half is None else DAY
        zone = last.zone if first.zone is None else first.zone
        told = replace(first, end=end, end_earliest=end, value=None, zone=zone)
        return replace(told, relation="throughout")

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
