"""Months, days and seasons of a year told by where it stands, in English: "2 May last year"."""

from __future__ import annotations

from timeline.languages.en.dates import month_day
from timeline.meanings import (
    Between,
    In,
    Meaning,
    Month,
    MonthDay,
    Recurring,
    Shift,
    Unit,
    Weekday,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")


@book.entry(
    "day",
    "{monthday} [,|of] {relative}",
    """
    2024-03-14 | It fell on [2 May last year]. | 2023-05-02
    2024-03-14 | It fell on [the night of 2 May last year]. | 2023-05-02TNI
    2024-03-14 | It fell at [9am on 2 May last year]. | 2023-05-02T09:00
    2024-03-14 | In [2019] it rose. On [the night of 2 May that year] it fell. | 2019; 2019-05-02TNI
    """,
)
def day_of_relative(monthday: MonthDay, relative: Meaning) -> Meaning | None:
    return In(monthday, relative) if _is_year(relative) else None


@book.entry(
    "day",
    "{weekday} [,|the] {monthday} [,|of] {relative}",
    "2024-03-14 | In [2019] it rose. On [Thursday 2 May that year] it fell. | 2019; 2019-05-02",
)
def weekday_day_of_relative(
    weekday: Weekday, monthday: MonthDay, relative: Meaning
) -> Meaning | None:
    return day_of_relative(monthday, relative)


@book.entry(
    "time",
    "{month:monthday} [,|of|in] {relative}",
    """
    1998-02-13 | It was seized in [January this year]. | 1998-01
    1998-12-03 | They join in [April next year]. | 1999-04
    """,
)
def month_of_relative(monthday: Recurring, relative: Meaning) -> Meaning | None:
    return In(monthday, relative) if _is_year(relative) else None


@book.entry(
    "day",
    "{monthday} [,] {amount} ago",
    "2024-03-14 | It fell on [2 May two years ago]. | 2022-05-02",
)
def day_ago(monthday: MonthDay, amount: Duration) -> Meaning | None:
    return month_ago(monthday, amount)


@book.entry(
    "time",
    "{month:monthday} {amount} ago",
    "2024-03-14 | It fell in [May two years ago]. | 2022-05",
)
def month_ago(monthday: Recurring, amount: Duration) -> Meaning | None:
    return _years_back(monthday, amount, "published")


@book.entry(
    "day",
    "{monthday} {amount} (earlier|before)",
    "2024-03-14 | It fell in [2019], as on [2 May two years before]. | 2019; 2017-05-02",
)
def day_earlier(monthday: MonthDay, amount: Duration) -> Meaning | None:
    return _years_back(monthday, amount, "story")


def _years_back(monthday: Recurring, amount: Duration, lean: str) -> Meaning | None:
    years = amount.unit is Granularity.YEAR and not amount.vague
    return In(monthday, Shift(amount, -1, lean)) if years else None


def _is_year(meaning: Meaning) -> bool:
    what = getattr(meaning, "what", None)
    return isinstance(what, Unit) and what.granularity >= Granularity.YEAR


@book.entry(
    "time",
    "{relative} 's {month:part}\n{relative} 's {quarter:part}\n{relative} 's {season:part}",
    "1989-11-01 | Sales for [this year's third quarter] fell. | 1989-Q3",
)
def relative_part(relative: Meaning, part: Recurring) -> Meaning | None:
    return In(part, relative) if _is_year(relative) else None


@book.entry(
    "time",
    """
    [the] {quarter} [of|in] {relative}
    {season:quarter} [of] {relative}
    the {season:quarter} of {relative}
    """,
    """
    2024-03-14 | It met in [the first quarter of last year]. | 2023-Q1
    2024-03-14 | It will meet in [the spring of next year]. | 2025-SP
    """,
)
def quarter_of_relative(quarter: Recurring, relative: Meaning) -> Meaning | None:
    return In(quarter, relative) if _is_year(relative) else None


@book.entry(
    "day",
    "{weekday} [of] {relative}\n{relative} [on|,] {weekday}",
    "2024-03-14 | It opens on [Monday next week]. | 2024-03-18",
)
def weekday_of_relative(weekday: Weekday, relative: Meaning) -> Meaning | None:
    what = getattr(relative, "what", None)
    if isinstance(what, Unit) and what.granularity is Granularity.WEEK:
        return In(weekday, relative)
    return None


@book.entry(
    "phrase",
    """
    [on|from|between] <{daynum:low}> (-|to|and|through|until) \
    <{daynum:high} {month} [,|of] {relative}>
    [on|from|between] <{month} {daynum:low}> (-|to|and|through|until) \
    <{daynum:high} [,|of] {relative}>
    """,
    "2024-06-30 | It was signed between [4] and [22 March last year]. | 2023-03-04; 2023-03-22",
)
def days_of_relative(low: int, high: int, month: Month, relative: Meaning) -> Parts | None:
    return _between(month_day(month, low), month_day(month, high), relative)


@book.entry(
    "phrase",
    """
    [from|between] <{monthday:first}> (-|to|and|through|until) <{monthday:last} [,|of] {relative}>
    [from|between] <{month:first}> (-|to|and|through|until) <{month:last} [,|of] {relative}>
    """,
    "2024-06-30 | It rained from [4 March] to [2 May last year]. | 2023-03-04; 2023-05-02",
)
def stretch_of_relative(first: Recurring, last: Recurring, relative: Meaning) -> Parts | None:
    return _between(first, last, relative)


def _between(first: Recurring | None, last: Recurring | None, relative: Meaning) -> Parts | None:
    """From one day or month of a year to another of it, both marked."""
    if first is None or last is None or not _is_year(relative) or _order(first) >= _order(last):
        return None
    ends = In(first, relative), In(last, relative)
    return Parts(Between(*ends), ends)


def _order(what: Recurring) -> tuple[int, int]:
    """Where in its year a month or a day stands."""
    if isinstance(what, MonthDay):
        return what.month, what.day
    return (what.number, 0) if isinstance(what, Month) else (0, 0)
