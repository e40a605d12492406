"""Parts of longer times: a month in a year, the second Sunday of May, early March."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.meanings.base import Anchor, Meaning, OfWhat, OfWhole, Recurring
from timeline.meanings.fiscal import years_on
from timeline.meanings.hours import Clock, Hours
from timeline.meanings.recurring import PartOfDay, Unit, Weekday
from timeline.meanings.relative import Shift
from timeline.spans import DAY, Duration, Granularity, TimeSpan, floor, seconds, weekday
from timeline.spans.civil import ymd


@dataclass(frozen=True, slots=True, repr=False)
class In(OfWhole):
    """The occurrence within a longer time: a month in a year, an hour of a day.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.meanings.recurring import Month
    >>> from timeline.spans import seconds
    >>> In(Month(5), Year(2019)).on(Anchor(seconds(2023))).timex3
    '2019-05'
    """

    what: Recurring
    whole: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """The first occurrence that begins within the whole."""
        whole = self.whole.on(anchor)
        if whole.start is None:
            return whole
        if isinstance(self.what, PartOfDay | Clock | Hours):
            found = self.what.of(floor(Granularity.DAY, whole.start), anchor.calendar)
            return _later(found, self.what, anchor)
        return self.what.reads(self.what.following(whole.start - 1), anchor)


def _later(found: TimeSpan, what: Recurring, anchor: Anchor) -> TimeSpan:
    """To a calendar, an hour of today that is over is that of the other half of the day."""
    over = found.end is not None and found.end <= anchor.now and anchor.calendar and anchor.fine
    today = found.start is not None and found.start >= anchor.today
    if isinstance(what, Clock) and what.half is None and 1 <= what.hour < 12 and over and today:
        return what.coming(anchor.now)
    return found


@dataclass(frozen=True, slots=True, repr=False)
class Nth(OfWhole):
    """The nth one of a longer time, counted from its end where `number` is negative.

    Of a time whose days are not told ("the last day of the season") it is some time in it.
    A newspaper's week belongs to the month or year that has its Thursday (ISO 8601), a
    calendar counts the weeks that lie wholly within.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.meanings.recurring import Month
    >>> from timeline.spans import seconds
    >>> Nth(2, Weekday(6), In(Month(5), Year(2024))).on(Anchor(seconds(2024))).timex3
    '2024-05-12'
    """

    number: int
    what: Recurring
    whole: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        whole = self.whole.on(anchor)
        vague = whole.value is not None and whole.value.endswith("_REF")
        if whole.start is None or whole.end is None or vague:
            return whole
        what = self.what
        if what == WEEK and anchor.calendar:
            return self._whole_week(whole.start, whole.end)
        if what == WEEK and whole.granularity is not None and whole.granularity > WEEK.granularity:
            what = Weekday(3)
        if self.number > 0:
            found = what.following(whole.start - 1)
            for _ in range(self.number - 1):
                assert found.start is not None
                found = what.following(found.start)
        else:
            found = what.latest(whole.end - 1)
            for _ in range(-self.number - 1):
                assert found.start is not None
                found = what.latest(found.start - 1)
        if what is not self.what and found.start is not None:
            found = self.what.latest(found.start)
        return self.what.reads(found, anchor)

    def _whole_week(self, start: int, end: int) -> TimeSpan:
        """The nth week that lies wholly in a time."""
        first = start + -start_of_week(start) % (7 * DAY)
        last = end - start_of_week(end) - 7 * DAY
        count = 7 * DAY * (self.number - 1 if self.number > 0 else self.number + 1)
        return TimeSpan.starting(Granularity.WEEK, (first if self.number > 0 else last) + count)


def start_of_week(instant: int) -> int:
    """How long ago the week of an instant began."""
    return instant - floor(Granularity.WEEK, instant)


WEEK = Unit(Granularity.WEEK)


@dataclass(frozen=True, slots=True, repr=False)
class Around(OfWhat):
    """The unit that holds a time: "the week of March 6".

    >>> from timeline.meanings.absolute import Fixed
    >>> from timeline.spans import seconds
    >>> march = Fixed(TimeSpan.day(2000, 3, 6))
    >>> Around(Granularity.WEEK, march).on(Anchor(seconds(2000))).timex3
    '2000-W10'

    The week of a Sunday is the one that it opens.
    """

    granularity: Granularity
    what: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """The unit around it."""
        inner = self.what.on(anchor)
        if inner.start is None:
            return inner
        start = inner.start
        if self.granularity is Granularity.WEEK and weekday(start) == 6:
            start += DAY
        return TimeSpan.unit(self.granularity, start)


# Parts of a year that reports compare with those of another.
REPEATED = (Granularity.QUARTER, Granularity.HALF_YEAR)


@dataclass(frozen=True, slots=True, repr=False)
class Like(Meaning):
    """The quarter or half that is being told, of another year: "the 1988 period".

    >>> from timeline.spans import seconds
    >>> third = TimeSpan.unit(Granularity.QUARTER, seconds(1989, 8))
    >>> Like(1988).on(Anchor(seconds(1989, 10, 26), third)).timex3
    '1988-Q3'

    Where neither is told it is the year.
    """

    year: int

    @property
    def leans(self) -> str:
        """On the period last told."""
        return "story"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The same part of that year."""
        told = anchor.reference
        grain = None if told is None else told.granularity
        if told is None or told.start is None or grain is None or grain not in REPEATED:
            return TimeSpan.year(self.year)
        if told.value is not None:
            return years_on(told, self.year - int(told.value[:4]))
        month = ymd(told.start)[1]
        return TimeSpan.starting(grain, seconds(self.year, month))


class SamePeriod(Shift):
    """The period being told, a quarter or longer, a year before: "the same period last year".

    Where the text tells none it is the year.
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """The same part of that year."""
        if anchor.reference is not None:
            return Shift.on(self, anchor)
        return Shift(Duration(((1, Granularity.YEAR),)), self.sign).on(anchor)
