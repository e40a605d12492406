"""Periods of business: the year ended June 30, fiscal 1990, the fiscal third quarter."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Meaning, OfOrigin
from timeline.meanings.recurring import Month, Quarter
from timeline.spans import Duration, Granularity, TimeSpan, floor, step
from timeline.spans.civil import ymd

QUARTERS_A_YEAR, MONTHS_A_QUARTER = 4, 3


@dataclass(frozen=True, slots=True, repr=False)
class Ended(OfOrigin):
    """A period told by the time it ends: "the year ended June 30".

    >>> from timeline.meanings.recurring import MonthDay
    >>> from timeline.spans import seconds
    >>> year = Ended(Duration(((1, Granularity.YEAR),)), MonthDay(6, 30))
    >>> told = year.on(Anchor(seconds(1989, 11, 2)))
    >>> told.timex3, told.edtf()
    ('P1Y', '1988-07-01/1989-06-30')

    A quarter keeps the `number` that the business gives it, in the year in which it ends; one
    without is named for the calendar quarter that it has most of. `over` tells that it has ended,
    whatever the words around say.
    """

    length: Duration
    origin: Meaning
    number: int | None = None
    over: bool = True

    @property
    def quarterly(self) -> bool:
        """Whether it is a quarter."""
        return self.length.parts == ((1, Granularity.QUARTER),)

    @property
    def timex_type(self) -> str | None:
        """A duration that is anchored; a quarter is a date."""
        return None if self.quarterly else "DURATION"

    def on(self, anchor: Anchor) -> TimeSpan:
        """From so long before its end up to that."""
        end = self.origin.on(anchor).end
        if end is None:
            return TimeSpan(None, None, self.length.unit, value=self.length.timex3)
        start = self.length.shift(end, -1)
        value = self._named(start, end) if self.quarterly else self.length.timex3
        return _between(start, end, self.length.unit, value)

    def quarter(self, told: TimeSpan) -> TimeSpan | None:
        """The quarter that three months `told` by this period are, None for any other length."""
        three = self.length.parts == ((MONTHS_A_QUARTER, Granularity.MONTH),)
        if not three or told.start is None or told.end is None:
            return None
        value = self._named(told.start, told.end)
        return _between(told.start, told.end, Granularity.QUARTER, value)

    def _named(self, start: int, end: int) -> str:
        """The TIMEX3 value of a quarter between two instants."""
        if self.number is not None:
            return f"{ymd(end - 1)[0]:04d}-Q{self.number}"
        return TimeSpan.starting(
            Granularity.QUARTER, floor(Granularity.QUARTER, (start + end) // 2)
        ).timex3

    def year_ends(self, told: TimeSpan) -> int | None:
        """The month in which the business year ends, if `told` by this period."""
        if told.end is None:
            return None
        # Years of 52 weeks end some days before or after the month does.
        month = ymd(told.end - HALF_A_MONTH)[1]
        if self.quarterly and self.number is not None:
            return (month + MONTHS_A_QUARTER * (QUARTERS_A_YEAR - self.number) - 1) % 12 + 1
        return month if self.length.parts == ((1, Granularity.YEAR),) else None


HALF_A_MONTH = 15 * 24 * 3600


@dataclass(frozen=True, slots=True, repr=False)
class YearEnd(OfOrigin):
    """The time at which a business year ends: "its fiscal year ends June 30".

    >>> from timeline.spans import seconds
    >>> YearEnd(Month(6)).on(Anchor(seconds(1989, 11, 2))).timex3
    '1989-06'
    """

    origin: Meaning

    def on(self, anchor: Anchor) -> TimeSpan:
        """That time."""
        return self.origin.on(anchor)

    def year_ends(self, told: TimeSpan) -> int | None:
        """The month of it."""
        return None if told.end is None else ymd(told.end - 1)[1]


@dataclass(frozen=True, slots=True, repr=False)
class FiscalYear(Meaning):
    """A business year by its number, named for the calendar year in which it ends.

    >>> from dataclasses import replace
    >>> from timeline.spans import seconds
    >>> june = replace(Anchor(seconds(1989, 11, 2)), fiscal=6)
    >>> FiscalYear(1990).on(june).timex3, FiscalYear(1990).on(june).edtf()
    ('1990', '1989-07/1990-06')

    One that ends in January, as with shops, is named for the year before. Where the text does
    not tell when business years end, it is the calendar year.
    """

    number: int

    def on(self, anchor: Anchor) -> TimeSpan:
        """The year."""
        year = TimeSpan.year(self.number)
        if anchor.fiscal == 12 or year.start is None or year.end is None:
            return year
        ahead = anchor.fiscal + (12 if anchor.fiscal == 1 else 0)
        end = step(Granularity.MONTH, year.start, ahead)
        start = step(Granularity.YEAR, end, -1)
        return _months(start, end, Granularity.YEAR, year.timex3)


class FiscalQuarter(Quarter):
    """A quarter of the business year, named as the business does.

    >>> from dataclasses import replace
    >>> from timeline.spans import seconds
    >>> june = replace(Anchor(seconds(1989, 11, 2)), fiscal=6)
    >>> FiscalQuarter(3).on(june).timex3, FiscalQuarter(3).on(june).edtf()
    ('1989-Q3', '1989-01/1989-03')

    Where the text does not tell when business years end, it is the calendar quarter.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"FiscalQuarter({self.number})"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The one towards which the anchor leans."""
        if anchor.fiscal == 12:
            return super().on(anchor)
        first = (anchor.fiscal + MONTHS_A_QUARTER * (self.number - 1)) % 12 + 1
        start = Month(first).on(anchor).start
        assert start is not None
        end = step(Granularity.MONTH, start, MONTHS_A_QUARTER)
        value = f"{ymd(end - 1)[0]:04d}-Q{self.number}"
        return _months(start, end, Granularity.QUARTER, value)

    def within(self, year: FiscalYear) -> FiscalPart:
        """The same quarter of a business year."""
        return FiscalPart(self.number, year)


@dataclass(frozen=True, slots=True, repr=False)
class FiscalPart(Meaning):
    """A quarter of a business year: "the third quarter of fiscal 1990".

    >>> from dataclasses import replace
    >>> from timeline.spans import seconds
    >>> june = replace(Anchor(seconds(1989, 11, 2)), fiscal=6)
    >>> FiscalPart(3, FiscalYear(1990)).on(june).edtf()
    '1990-01/1990-03'
    """

    number: int
    year: FiscalYear

    def on(self, anchor: Anchor) -> TimeSpan:
        """The quarter."""
        whole = self.year.on(anchor).start
        assert whole is not None
        start = step(Granularity.QUARTER, whole, self.number - 1)
        end = step(Granularity.QUARTER, start, 1)
        value = f"{self.year.number:04d}-Q{self.number}"
        if anchor.fiscal == 12:
            return TimeSpan.starting(Granularity.QUARTER, start)
        return _months(start, end, Granularity.QUARTER, value)


def years_on(told: TimeSpan, years: int) -> TimeSpan:
    """The same quarter of a business year so many years later, as the business names it.

    >>> told = _between(0, 90 * 86400, Granularity.QUARTER, "1970-Q3")
    >>> years_on(told, -1).timex3, years_on(told, -1).edtf()
    ('1969-Q3', '1969-01-01/1969-03-31')
    """
    start, end = (
        None if edge is None else step(Granularity.YEAR, edge, years)
        for edge in (told.start, told.end)
    )
    value = told.timex3
    return replace(told, start=start, end=end, value=f"{int(value[:4]) + years:04d}{value[4:]}")


def _between(start: int, end: int, grain: Granularity | None, value: str) -> TimeSpan:
    """A period that is known to the day."""
    day = Granularity.DAY
    return TimeSpan(start, end, grain, value=value, start_granularity=day, end_granularity=day)


def _months(start: int, end: int, grain: Granularity, value: str) -> TimeSpan:
    """A period that is known to the month."""
    month = Granularity.MONTH
    return replace(
        _between(start, end, grain, value), start_granularity=month, end_granularity=month
    )
