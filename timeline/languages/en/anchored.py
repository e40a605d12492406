"""Lengths that begin at a time, and what hangs on a holiday or today, in English."""

from __future__ import annotations

from timeline.meanings import (
    About,
    After,
    Before,
    Between,
    Clock,
    DayOfMonth,
    Holiday,
    Hours,
    In,
    Lasting,
    Length,
    LongWeekend,
    Meaning,
    NotBefore,
    Recurring,
    Reference,
    Shift,
    Since,
    ToDate,
    Until,
    Year,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")


def _from(length: Meaning, origin: Meaning) -> Meaning | None:
    inner = length.what if isinstance(length, About) else length
    return Lasting(inner.length, origin) if isinstance(inner, Length) else None


@book.entry(
    "phrase",
    """
    [for] <{length}> [,] (starting|beginning) [on|from|at|in] <{time}>
    for <{length}> [,] from <{time}>
    """,
    "2019-10-07 | Be away for [3 days] starting from [next Monday]. | P3D; 2019-10-14",
)
def length_from(length: Meaning, time: Meaning) -> Parts | None:
    meaning = _from(length, time)
    return Parts(meaning, (length, time)) if meaning else None


@book.entry(
    "phrase",
    "[on|from|at|starting|starting on|starting at] <{time}> for <{length}>",
    "2019-10-07 | Be away from [14 October] for [3 days]. | 2019-10-14; P3D",
)
def time_for_length(time: Meaning, length: Meaning) -> Parts | None:
    meaning = _from(length, time)
    return Parts(meaning, (time, length)) if meaning else None


@book.entry(
    "phrase",
    "[for] <{length}> from <{time:first}> (to|until|till|through) <{time:last}>",
    "2024-06-14 | It ran for [9 days] from [2 May] to [10 May]. | P9D; 2024-05-02; 2024-05-10",
)
def length_from_to(length: Meaning, first: Meaning, last: Meaning) -> Parts:
    return Parts(Between(first, last), (length, first, last))


@book.entry(
    "phrase",
    "in <{amount}> at <{clocktime}>",
    "2013-02-12 | He is due in [7 days] at [5pm]. | 2013-02-19; 2013-02-19T17:00",
)
def in_amount_at(amount: Duration, clocktime: Clock) -> Parts:
    day = Shift(amount, 1)
    meaning = In(clocktime, day)
    return Parts(meaning, (day, meaning))


@book.entry(
    "phrase",
    "in <{amount} ('s|') time>",
    "2021-05-20 | He is due in [a fortnight's time]. | 2021-W22",
)
def in_amounts_time(amount: Duration) -> Meaning:
    return Shift(amount, 1)


_TO_DATE = {
    Granularity.YEAR: "[the] year [-] to [-] date|ytd",
    Granularity.QUARTER: "[the] quarter [-] to [-] date|qtd",
    Granularity.MONTH: "[the] month [-] to [-] date|mtd",
    Granularity.WEEK: "[the] week [-] to [-] date|wtd",
}


def _to_date(unit: Granularity) -> None:
    shown = "2018-09-07 | The share is down [the year to date]. | 2018"

    @book.entry("time", f"({_TO_DATE[unit]})", shown if unit is Granularity.YEAR else "")
    def unit_to_date() -> Meaning:
        return ToDate(unit)


for _unit in _TO_DATE:
    _to_date(_unit)


@book.entry(
    "phrase",
    "to <date>",
    "2018-09-07 | They have sold 40 to [date]. | PRESENT_REF",
)
def to_date() -> Parts:
    now = Reference("present")
    return Parts(Until(now), (now,))


@book.entry(
    "time",
    "{holiday} [long] (weekend|week - end)\n[the] (weekend|week - end) of {holiday}",
    "2021-11-09 | It rained on [Labor Day weekend]. | 2021-09-04",
)
def holiday_weekend(holiday: Holiday) -> Meaning:
    return LongWeekend(holiday)


@book.entry(
    "time",
    """
    [the] {holiday} [long] (weekend|week - end) [of|in|,] {fullyear}
    [the] {fullyear} {holiday} [long] (weekend|week - end)
    [the] (weekend|week - end) of {holiday} [of|in|,] {fullyear}
    """,
    """
    2021-11-09 | It rained on [the weekend of Thanksgiving 2023]. | 2023-11-23
    2021-11-09 | It rained on [the Labor Day weekend of 2019]. | 2019-08-31
    """,
)
def holiday_weekend_of_year(holiday: Holiday, fullyear: int) -> Meaning:
    return LongWeekend(In(holiday, Year(fullyear)))


@book.entry(
    "day",
    "{holiday} [,|of|in] {relative}\n{relative} 's {holiday}",
    "2018-07-17 | It fell on [Independence Day of this year]. | 2018-07-04",
)
def holiday_of_relative(holiday: Recurring, relative: Meaning) -> Meaning | None:
    year = getattr(getattr(relative, "what", None), "granularity", None) is Granularity.YEAR
    return In(holiday, relative) if year else None


@book.entry(
    "phrase",
    "[year] [is] (greater|later|newer|more recent) than <{whole}>",
    "2018-08-31 | Show the sales if the year is later than [2012]. | 2012 | [2013..]",
)
def later_than(whole: Meaning) -> Parts:
    return Parts(After(whole), (whole,))


@book.entry(
    "phrase",
    "since at least <{whole}>\nsince at least <{day:whole}>",
    "2018-08-31 | It has been known since at least [2015]. | 2015 | 2015/..",
)
def since_at_least(whole: Meaning) -> Parts:
    return Parts(Since(whole), (whole,))


@book.entry(
    "phrase",
    "(no|not) earlier than <{whole}>",
    "2018-08-31 | It will open no earlier than [2021]. | 2021 | [2021..]",
)
def no_earlier_than(whole: Meaning) -> Parts:
    return Parts(NotBefore(whole), (whole,))


@book.entry(
    "phrase",
    "[year] [is] (less|earlier|older|smaller) than <{whole}>",
    "2018-08-31 | Show the sales if the year is earlier than [2012]. | 2012 | [..2011]",
)
def earlier_than(whole: Meaning) -> Parts:
    return Parts(Before(whole), (whole,))


@book.entry(
    "phrase",
    "[on] <the {daynum}> [from|at] <{hours}>\n[on] <the {dayfigure:daynum}> [from|at] <{hours}>",
    "2016-11-07 | It was held on [the 17] from [2pm to 4pm]. | 2016-10-17; 2016-10-17T14:00",
)
def hours_on_the_day(daynum: int, hours: Hours) -> Parts:
    day = DayOfMonth(daynum)
    meaning = In(hours, day)
    return Parts(meaning, (day, meaning))


@book.entry(
    "phrase",
    "[on] <the {daynum}> at <{clocktime}>\n[on] <the {dayfigure:daynum}> at <{clocktime}>",
    "2016-11-07 | It was held on [the 17th] at [2pm] sharp. | 2016-10-17; 2016-10-17T14:00",
)
def clock_on_the_day(daynum: int, clocktime: Clock) -> Parts:
    day = DayOfMonth(daynum)
    meaning = In(clocktime, day)
    return Parts(meaning, (day, meaning))
