"""Times that come round again: units, weekdays, months, seasons, parts of the day, clock times."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.meanings.base import Anchor, Daily, Recurring
from timeline.spans import DAY, Granularity, TimeSpan, floor, seconds, step, weekday
from timeline.spans.civil import month_length, ymd

# First and last hour of each part of the day, in a newspaper and in a calendar.
PARTS_OF_DAY = {
    "MO": (8, 12),
    "AF": (12, 16),
    "EV": (16, 20),
    "NI": (20, 30),
    "DT": (8, 18),
    "DA": (5, 8),
    "DU": (17, 20),
    "MI": (11, 13),
}
CALENDAR_PARTS = PARTS_OF_DAY | {
    "MO": (0, 12),
    "AF": (12, 19),
    "EV": (18, 24),
    "NI": (18, 24),
    "MI": (12, 14),
}


@dataclass(frozen=True, slots=True, repr=False)
class Unit(Recurring):
    """Any calendar unit: "week", "year".

    >>> from timeline.spans import seconds
    >>> Unit(Granularity.WEEK).following(seconds(2023, 3, 6)).timex3
    '2023-W11'
    """

    granularity: Granularity

    def onwards(self, reference: TimeSpan) -> TimeSpan:
        """The first such unit to end after the reference begins."""
        told = reference.start if reference.start is not None else reference.end
        found = self.latest(told or 0)
        return found if (found.end or 0) > (told or 0) else self.following(told or 0)

    def latest(self, instant: int) -> TimeSpan:
        """The unit that holds the instant, or a weekend that is over."""
        start = floor(self.granularity, instant)
        if start > instant:
            start = step(self.granularity, start, -1)
        return TimeSpan.starting(self.granularity, start)

    def following(self, instant: int) -> TimeSpan:
        """The unit after it."""
        start = floor(self.granularity, instant)
        if start <= instant:
            start = step(self.granularity, start, 1)
        return TimeSpan.starting(self.granularity, start)


@dataclass(frozen=True, slots=True, repr=False)
class Weekday(Recurring):
    """A day of the week, Monday 0 to Sunday 6.

    >>> from timeline.spans import seconds
    >>> Weekday(6).latest(seconds(2023, 3, 6)).timex3
    '2023-03-05'
    """

    number: int

    def onwards(self, reference: TimeSpan) -> TimeSpan:
        """The first such day from the reference on."""
        told = reference.start if reference.start is not None else reference.end
        return self.following((told or 0) - 1)

    def latest(self, instant: int) -> TimeSpan:
        """The last such day up to the instant's own."""
        back = (weekday(instant) - self.number) % 7
        return TimeSpan.starting(Granularity.DAY, floor(Granularity.DAY, instant) - back * DAY)

    def following(self, instant: int) -> TimeSpan:
        """The first such day after the instant's own."""
        ahead = (self.number - weekday(instant) - 1) % 7 + 1
        return TimeSpan.starting(Granularity.DAY, floor(Granularity.DAY, instant) + ahead * DAY)


@dataclass(frozen=True, slots=True, repr=False)
class Part(Recurring):
    """A numbered part of the year: month, quarter, half.

    >>> from timeline.spans import seconds
    >>> Part(Granularity.QUARTER, 3).latest(seconds(2023, 3, 6)).timex3
    '2022-Q3'
    """

    granularity: Granularity
    number: int

    def _in(self, year: int) -> TimeSpan:
        width = {"month": 1, "quarter": 3, "half_year": 6}[self.granularity.value]
        return TimeSpan.starting(self.granularity, seconds(year, (self.number - 1) * width + 1))

    def latest(self, instant: int) -> TimeSpan:
        """The last one that began at or before the instant."""
        year = ymd(instant)[0]
        this = self._in(year)
        return this if this.start is not None and this.start <= instant else self._in(year - 1)

    def following(self, instant: int) -> TimeSpan:
        """The first one that begins after the instant."""
        year = ymd(instant)[0]
        this = self._in(year)
        return this if this.start is not None and this.start > instant else self._in(year + 1)


class Month(Part):
    """A month of any year.

    >>> from timeline.spans import seconds
    >>> Month(9).latest(seconds(2023, 3, 6)).timex3
    '2022-09'
    """

    __slots__ = ()

    def __init__(self, number: int) -> None:
        super().__init__(Granularity.MONTH, number)

    def __repr__(self) -> str:
        return f"Month({self.number})"


class Quarter(Part):
    """A quarter of any year.

    >>> from timeline.spans import seconds
    >>> Quarter(3).latest(seconds(2023, 3, 6)).timex3
    '2022-Q3'
    """

    __slots__ = ()

    def __init__(self, number: int) -> None:
        super().__init__(Granularity.QUARTER, number)

    def __repr__(self) -> str:
        return f"Quarter({self.number})"


class Half(Part):
    """A half of any year.

    >>> from timeline.spans import seconds
    >>> Half(2).latest(seconds(2023, 3, 6)).timex3
    '2022-H2'
    """

    __slots__ = ()

    def __init__(self, number: int) -> None:
        super().__init__(Granularity.HALF_YEAR, number)

    def __repr__(self) -> str:
        return f"Half({self.number})"


@dataclass(frozen=True, slots=True, repr=False)
class MonthDay(Recurring):
    """A day of any year: "March 19".

    >>> from timeline.spans import seconds
    >>> MonthDay(11, 25).latest(seconds(2000, 1, 5)).timex3
    '1999-11-25'

    `weekday`, Monday 0 to Sunday 6, is what the text calls it ("Monday, April 3"). It chooses no
    year by itself, since newspapers err; `fits` tells whether a year has it so.
    """

    month: int
    day: int
    weekday: int | None = None

    def fits(self, span: TimeSpan) -> bool:
        """Whether a day is of the weekday that the text names.

        >>> MonthDay(4, 3, weekday=0).fits(TimeSpan.day(2023, 4, 3))
        True
        """
        return self.weekday is None or span.start is None or weekday(span.start) == self.weekday

    def _in(self, year: int) -> TimeSpan | None:
        if self.day > month_length(year, self.month):
            return None
        return TimeSpan.day(year, self.month, self.day)

    def latest(self, instant: int) -> TimeSpan:
        """The last such day up to the instant's own."""
        year = ymd(instant)[0]
        for candidate in range(year, year - 9, -1):
            found = self._in(candidate)
            if found and found.start is not None and found.start <= instant:
                return found
        return TimeSpan(None, None, Granularity.DAY)

    def following(self, instant: int) -> TimeSpan:
        """The first such day after the instant's own."""
        year = ymd(instant)[0]
        for candidate in range(year, year + 9):
            found = self._in(candidate)
            if found and found.start is not None and found.start > instant:
                return found
        return TimeSpan(None, None, Granularity.DAY)


@dataclass(frozen=True, slots=True, repr=False)
class DayOfMonth(Recurring):
    """A day of any month: "the 4th".

    >>> from timeline.spans import seconds
    >>> DayOfMonth(31).following(seconds(2023, 1, 31)).timex3
    '2023-03-31'
    """

    day: int

    def _search(self, instant: int, months: range, past: bool) -> TimeSpan:
        year, month, _ = ymd(instant)
        for offset in months:
            index = year * 12 + month - 1 + offset
            if self.day > month_length(index // 12, index % 12 + 1):
                continue
            start = seconds(index // 12, index % 12 + 1, self.day)
            if (start <= instant) is past:
                return TimeSpan.starting(Granularity.DAY, start)
        return TimeSpan(None, None, Granularity.DAY)

    def latest(self, instant: int) -> TimeSpan:
        """The last such day up to the instant's own."""
        return self._search(instant, range(0, -4, -1), True)

    def following(self, instant: int) -> TimeSpan:
        """The first such day after the instant's own."""
        return self._search(instant, range(4), False)

    def onwards(self, reference: TimeSpan) -> TimeSpan:
        """The day in the month of the reference."""
        if reference.start is None:
            return self.latest(reference.end or 0)
        year, month, _ = ymd(reference.start)
        if self.day > month_length(year, month):
            return self.following(reference.start)
        return TimeSpan.day(year, month, self.day)


@dataclass(frozen=True, slots=True, repr=False)
class Season(Recurring):
    """A season by the month it begins in: spring 3, summer 6, autumn 9, winter 12.

    The seasons are the meteorological ones of the northern half of the earth; a winter is
    named for the year that most of its words mean: the one it begins in.

    >>> from timeline.spans import seconds
    >>> Season(3).latest(seconds(2023, 3, 6)).timex3
    '2023-SP'
    """

    month: int

    def latest(self, instant: int) -> TimeSpan:
        """The last one that began at or before the instant."""
        span = Month(self.month).latest(instant)
        assert span.start is not None
        return TimeSpan.starting(Granularity.SEASON, span.start)

    def following(self, instant: int) -> TimeSpan:
        """The first one that begins after the instant."""
        span = Month(self.month).following(instant)
        assert span.start is not None
        return TimeSpan.starting(Granularity.SEASON, span.start)


@dataclass(frozen=True, slots=True, repr=False)
class PartOfDay(Daily):
    """A part of any day, by its TIMEX3 letters: MO, AF, EV, NI, DT.

    Hours are a convention: a newspaper's morning is 8–12, afternoon 12–16, evening 16–20 and
    night 20–6, as Recognizers-Text has them; a calendar's morning 0–12, afternoon 12–19,
    evening and night 18–24, as Duckling has them.

    >>> from timeline.spans import seconds
    >>> PartOfDay("MO").latest(seconds(2023, 3, 6, 13)).timex3
    '2023-03-06TMO'
    """

    letters: str

    def of(self, day: int, calendar: bool = False) -> TimeSpan:
        """That part of the day beginning at `day`."""
        first, last = (CALENDAR_PARTS if calendar else PARTS_OF_DAY)[self.letters]
        base = TimeSpan.starting(Granularity.DAY, day).timex3
        start, end = day + first * 3600, day + last * 3600
        return TimeSpan(
            start,
            end,
            Granularity.PART_OF_DAY,
            start,
            end,
            value=f"{base}T{self.letters}",
        )

    def on(self, anchor: Anchor) -> TimeSpan:
        """Bare, the one of the day in question."""
        return self.of(anchor.today, anchor.calendar)


@dataclass(frozen=True, slots=True, repr=False)
class Overnight(PartOfDay):
    """The night that is over, unless the words around it point to the one to come.

    >>> from timeline.spans import seconds
    >>> Overnight().on(Anchor(seconds(2023, 3, 6))).timex3
    '2023-03-05TNI'
    >>> Overnight().on(Anchor(seconds(2023, 3, 6), lean="future")).timex3
    '2023-03-06TNI'
    """

    letters: str = "NI"

    def on(self, anchor: Anchor) -> TimeSpan:
        """That night: of a day told, its own."""
        over = anchor.reference is None and anchor.lean != "future"
        return self.of(anchor.today - DAY if over else anchor.today, anchor.calendar)
