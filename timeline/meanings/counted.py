"""Times found by counting or comparing: Tuesday the 19th, the Christmas nearest to today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Meaning, OfOrigin, OfWhat, Recurring
from timeline.spans import DAY, Duration, Granularity, TimeSpan, floor, seconds, weekday
from timeline.spans.civil import month_length, ymd

# In so many months every day of the month has fallen on every day of the week.
MONTHS = 28 * 12


@dataclass(frozen=True, slots=True, repr=False)
class WeekdayOfMonth(Recurring):
    """A day of any month that falls on a day of the week: "Tuesday the 19th".

    >>> from timeline.spans import seconds
    >>> WeekdayOfMonth(1, 13).latest(seconds(2022, 5, 1)).timex3
    '2021-07-13'

    Bare, it is that of the anchor's own month, if that has one.
    """

    number: int
    day: int

    def _search(self, instant: int, step: int) -> Iterator[TimeSpan]:
        """The days from the month of an instant on, backwards or forwards."""
        year, month, _ = ymd(instant)
        for count in range(MONTHS):
            index = year * 12 + month - 1 + step * count
            place = index // 12, index % 12 + 1
            if self.day > month_length(*place):
                continue
            start = seconds(*place, self.day)
            if weekday(start) == self.number:
                yield TimeSpan.starting(Granularity.DAY, start)

    def latest(self, instant: int) -> TimeSpan:
        """The last one that began at or before the instant."""
        begun = (span for span in self._search(instant, -1) if (span.start or 0) <= instant)
        return next(begun, TimeSpan(None, None, Granularity.DAY))

    def following(self, instant: int) -> TimeSpan:
        """The first one that begins after the instant."""
        coming = (span for span in self._search(instant, 1) if (span.start or 0) > instant)
        return next(coming, TimeSpan(None, None, Granularity.DAY))

    def on(self, anchor: Anchor) -> TimeSpan:
        """That of the anchor's month, else the one towards which the anchor leans."""
        month = floor(Granularity.MONTH, anchor.now)
        found = self.following(month - 1)
        this = found.start is not None and ymd(found.start)[:2] == ymd(month)[:2]
        if this and not (anchor.calendar and (found.start or 0) < anchor.today):
            return found
        if anchor.lean == "past":
            return self.latest(anchor.today)
        return self.following(anchor.today - 1)


@dataclass(frozen=True, slots=True, repr=False)
class Closest(OfOrigin):
    """The occurrence nearest to a time, or the second or third nearest.

    >>> from timeline.meanings.absolute import Fixed
    >>> from timeline.meanings.recurring import MonthDay
    >>> from timeline.spans import seconds
    >>> today = Fixed(TimeSpan.day(2013, 2, 12))
    >>> Closest(3, MonthDay(12, 25), today).on(Anchor(seconds(2013, 2, 12))).timex3
    '2011-12-25'
    """

    number: int
    what: Recurring
    origin: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        origin = self.origin.on(anchor).start
        if origin is None:
            return TimeSpan(None, None)
        found: list[TimeSpan] = []
        back, ahead = self.what.latest(origin), self.what.following(origin)
        for _ in range(self.number):
            found += [back, ahead]
            if back.start is None or ahead.start is None:
                break
            back, ahead = self.what.latest(back.start - 1), self.what.following(ahead.start)
        told = [span for span in found if span.start is not None]
        told.sort(key=lambda span: abs((span.start or 0) - origin))
        return told[self.number - 1] if len(told) >= self.number else TimeSpan(None, None)


@dataclass(frozen=True, slots=True, repr=False)
class Beside(OfOrigin):
    """The nth occurrence after a time or, with a number below nought, before it.

    >>> from timeline.meanings.absolute import Fixed
    >>> from timeline.meanings.recurring import Weekday
    >>> from timeline.spans import seconds
    >>> easter = Fixed(TimeSpan.day(2018, 4, 1))
    >>> Beside(1, Weekday(0), easter).on(Anchor(seconds(2019, 3, 12))).timex3
    '2018-04-02'
    """

    number: int
    what: Recurring
    origin: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        start = self.origin.on(anchor).start
        found = TimeSpan(None, None)
        for _ in range(abs(self.number)):
            if start is None:
                break
            step_on = self.what.following if self.number > 0 else self.what.latest
            found = step_on(start if self.number > 0 else start - 1)
            start = found.start
        return found


@dataclass(frozen=True, slots=True, repr=False)
class LongWeekend(OfWhat):
    """A holiday with the weekend it makes longer: "Labor Day weekend".

    >>> from timeline.meanings.holidays import Holiday
    >>> from timeline.spans import seconds
    >>> LongWeekend(Holiday("Labor Day", "09/1/0")).on(Anchor(seconds(2021, 11, 9))).edtf()
    '2021-09-04/2021-09-06'
    """

    what: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """From the holiday or Saturday, whichever is first, to the other or Sunday."""
        day = self.what.on(anchor)
        if day.start is None or day.end is None:
            return day
        near = day.start + (2 * DAY if weekday(day.start) >= 3 else -4 * DAY)
        weekend = TimeSpan.unit(Granularity.WEEKEND, near)
        start, end = anchor.reads(weekend).start, weekend.end
        assert start is not None
        assert end is not None
        return TimeSpan(min(day.start, start), max(day.end, end), Granularity.DAY)


@dataclass(frozen=True, slots=True, repr=False)
class Lasting(OfOrigin):
    """So long from a time on: "for three days from Monday", "a week starting tomorrow".

    >>> from timeline.meanings.absolute import Fixed
    >>> from timeline.spans import seconds
    >>> monday = Fixed(TimeSpan.day(2019, 10, 14))
    >>> three = Duration(((3, Granularity.DAY),))
    >>> Lasting(three, monday).on(Anchor(seconds(2019, 10, 7))).edtf()
    '2019-10-14/2019-10-16'

    Where the beginning is told no better than by its month or year, nor is the rest.
    """

    length: Duration
    origin: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch from its beginning on."""
        origin = self.origin.on(anchor)
        if origin.start is None or origin.granularity is None or self.length.vague:
            return origin
        if origin.granularity > Granularity.DAY or self.length.unit is None:
            return origin
        end = self.length.shift(origin.start)
        grain = Granularity.DAY if origin.start % DAY == 0 else Granularity.MINUTE
        return TimeSpan(origin.start, end, grain, origin.start, end, "throughout")


@dataclass(frozen=True, slots=True, repr=False)
class WorkWeek(OfWhat):
    """The days from Monday to Friday of a week.

    >>> from timeline.meanings.recurring import Unit
    >>> from timeline.meanings.relative import This
    >>> from timeline.spans import seconds
    >>> WorkWeek(This(Unit(Granularity.WEEK))).on(Anchor(seconds(2018, 6, 26))).edtf()
    '2018-06-25/2018-06-29'
    """

    what: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """Its five days."""
        week = self.what.on(anchor)
        if week.start is None:
            return week
        return replace(week, end=week.start + 5 * DAY, value=week.timex3)


@dataclass(frozen=True, slots=True, repr=False)
class ToDate(Meaning):
    """From the beginning of the anchor's unit up to now: "the year to date".

    >>> from timeline.spans import seconds
    >>> ToDate(Granularity.YEAR).on(Anchor(seconds(2018, 9, 7))).edtf()
    '2018-01-01/2018-09-07'
    """

    unit: Granularity

    @property
    def leans(self) -> str:
        """They are publication's."""
        return "published"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch up to the anchor's day, that day included."""
        whole = TimeSpan.unit(self.unit, anchor.now)
        return replace(whole, end=anchor.today + DAY, end_earliest=None, value=whole.timex3)


@dataclass(frozen=True, slots=True, repr=False)
class CountedDay(Meaning):
    """A day told by its number from one that the text has dated: "on day 3 of admission".

    >>> from timeline.spans import seconds
    >>> first = TimeSpan.day(2021, 11, 11)
    >>> CountedDay(3).on(Anchor(seconds(2021, 12, 1), first)).edtf()
    '2021-11-13'

    The anchor's reference is day 1. What is `named` needs a name behind it to be counted from: "the
    third day of the siege". `since` is what it is counted from by its own words: "hospital day 3".
    """

    number: int
    named: bool = False
    since: str = ""

    @property
    def leans(self) -> str:
        """On what the text has told."""
        return "story"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The day of that number."""
        first = anchor.reference
        if first is None or first.start is None:
            return TimeSpan(None, None, Granularity.DAY)
        begun = floor(Granularity.DAY, first.start)
        day = TimeSpan.starting(Granularity.DAY, begun + (self.number - 1) * DAY)
        return day.about() if first.approximate else day


@dataclass(frozen=True, slots=True, repr=False)
class NumberedDay(OfWhat):
    """A day that a text gives a number: "Day 4 (8 August)".

    >>> from timeline.meanings.absolute import Fixed
    >>> from timeline.spans import seconds
    >>> NumberedDay(4, Fixed(TimeSpan.day(2019, 8, 8))).on(Anchor(seconds(2020))).edtf()
    '2019-08-08'
    """

    number: int
    what: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """The day itself."""
        return self.what.on(anchor)
