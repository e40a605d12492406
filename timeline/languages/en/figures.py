"""Dates in figures, and the ways in which figures and names of months are joined by marks."""

from __future__ import annotations

from timeline.languages.en.dates import date, month_day
from timeline.languages.en.written import LAST_SHORT, read_written
from timeline.meanings import (
    Around,
    Fixed,
    Half,
    In,
    Meaning,
    Month,
    MonthDay,
    Nth,
    Quarter,
    Recurring,
    This,
    Unit,
    Year,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans import Granularity, TimeSpan

book = PatternBook("en")


def in_order(first: int, second: int) -> MonthDay | None:
    """Month and day as Americans write them, or the other way round where that cannot be.

    >>> in_order(7, 6), in_order(29, 3), in_order(32, 3)
    (MonthDay(7, 6), MonthDay(3, 29), None)
    """
    month, day = (first, second) if first <= 12 else (second, first)
    return month_day(Month(month), day) if 1 <= month <= 12 and day >= 1 else None


@book.entry("day", "{written}", "2024-03-14 | It is dated [10/30/1989]. | 1989-10-30")
def in_figures(written: str) -> Meaning | None:
    return read_written(written) if len(written) > 5 else None


@book.entry("shortdate", "{written}")
def month_slash_day(written: str) -> Recurring | None:
    first, _, second = written.partition("/")
    return in_order(int(first), int(second)) if first.isdigit() and second.isdigit() else None


@book.entry("monthmark", "{month} / {daynum}\n{daynum} / {month}\n{month} - {daynum}")
def month_mark_day(month: Month, daynum: int) -> MonthDay | None:
    return month_day(month, daynum)


@book.entry(
    "day",
    "{month} / {daynum}\n{month} - {daynum}",
    "2019-05-22 | I speak of [Jan/3] and no other. | 2019-01-03",
)
def month_slash(month: Month, daynum: int) -> MonthDay | None:
    return month_day(month, daynum)


@book.entry(
    "day",
    r"{monthmark} [,] {weekday}|({monthmark}|{shortdate:monthmark}) \( {weekday} \) -",
    "2018-06-20 | Set it up on [Jun-15, Friday] please. | 2018-06-15",
)
def monthmark_weekday(monthmark: MonthDay, weekday: object) -> Meaning:
    return monthmark


@book.entry(
    "phrase",
    r"""
    [on|for] <[this|next|last] {weekday}> \( <{monthmark}> [\)]
    [on|for] <[this|next|last] {weekday}> \( <{shortdate:monthmark}> [\)]
    """,
    "2018-06-20 | Set it up [this Friday] ([Jun-15]) please. | 2018-06-15; 2018-06-15",
)
def weekday_with_date(weekday: object, monthmark: Recurring) -> Parts:
    return Parts(monthmark, (monthmark, monthmark))


@book.entry(
    "day",
    "{weekday} [,] {shortdate}",
    "2018-07-06 | We met on [Friday 7/6]. | 2018-07-06",
)
def weekday_short(weekday: object, shortdate: Recurring) -> Meaning:
    return shortdate


@book.entry(
    "day",
    """
    (this|next|last) {weekday} {shortdate}
    (this|next|last) {weekday} {dotdate:shortdate}
    """,
    "2019-05-20 | It should be done [this Friday 5/12]. | 2019-05-12",
)
def this_weekday_short(weekday: object, shortdate: Recurring) -> Meaning:
    return This(shortdate)


@book.entry("day", "this {shortdate}", "2019-05-20 | Let it be done [this 5/12]. | 2019-05-12")
def this_short(shortdate: Recurring) -> Meaning:
    return This(shortdate)


@book.entry(
    "day",
    """
    {year} - {month} - {daynum}
    {year} / {month} / {daynum}
    {daynum} - {month} - {year}
    {daynum} / {month} / {year}
    {month} - {year} - {daynum}
    {month} / {year} / {daynum}
    {daynum} - {year} - {month}
    {month} - {daynum} - {year}
    {month} / {daynum} / {year}
    """,
    """
    2024-03-14 | It is dated [2019-Aug-01]. | 2019-08-01
    2024-03-14 | It is dated [23/Sep/2020]. | 2020-09-23
    """,
)
def date_with_marks(year: int, month: Month, daynum: int) -> Meaning | None:
    return date(year, month.number, daynum)


@book.entry(
    "day",
    "{daynum} - {month} - {twodigits}\n{daynum} / {month} / {twodigits}",
    "2024-03-14 | It is dated [01-Mar-18] in red. | 2018-03-01",
)
def date_with_short_year(daynum: int, month: Month, twodigits: int) -> Meaning | None:
    year = 2000 + twodigits if twodigits < LAST_SHORT % 100 else 1900 + twodigits
    return date(year, month.number, daynum)


@book.entry(
    "whole",
    "{month} / {year}\n{year} / {month}",
    "2024-03-14 | The plan of [Dec/2018] was dropped. | 2018-12",
)
def month_slash_year(month: Month, year: int) -> Meaning:
    return Fixed(TimeSpan.month(year, month.number))


@book.entry(
    "whole",
    "{daynum:month} / {year}",
    "2024-03-14 | The plan of [12/2018] was dropped. | 2018-12",
)
def month_figure_year(month: int, year: int) -> Meaning | None:
    return Fixed(TimeSpan.month(year, month)) if month <= 12 else None


@book.entry(
    "whole", "{yearmonth}", "2024-03-14 | The file of [2015-3] is lost, and no other. | 2015-03"
)
def year_dash_month(yearmonth: tuple[int, int]) -> Meaning:
    return Fixed(TimeSpan.month(*yearmonth))


@book.entry(
    "quarter",
    """
    q {number}
    {number} q
    """,
)
def q_number(number: float) -> Recurring | None:
    return Quarter(int(number)) if number in (1, 2, 3, 4) else None


@book.entry(
    "time",
    "{number} q {twodigits}",
    "2019-05-02 | Sales fell in [4Q17] by half. | 2017-Q4",
)
def number_q_year(number: float, twodigits: int) -> Meaning | None:
    return In(Quarter(int(number)), Year(2000 + twodigits)) if number in (1, 2, 3, 4) else None


@book.entry(
    "time",
    "{fullyear} [-] h {number}\nh {number} [of|,|-] {fullyear}",
    "2024-03-14 | Sales fell in [2019 H2]. | 2019-H2",
)
def half_by_letter(fullyear: int, number: float) -> Meaning | None:
    return In(Half(int(number)), Year(fullyear)) if number in (1, 2) else None


@book.entry(
    "whole",
    "(cy|fy) {fullyear}",
    "2024-03-14 | Sales fell in [CY 2008]. | 2008",
)
def year_by_letters(fullyear: int) -> Meaning:
    return Year(fullyear)


@book.entry("whole", "(cy|fy) ['] {twodigits}", "2024-03-14 | Sales fell in [FY18]. | 2018")
def short_year_by_letters(twodigits: int) -> Meaning:
    return Year(2000 + twodigits if twodigits < 50 else 1900 + twodigits)


@book.entry("weeknumber", "week {number}\nweek # {number}")
def week_number(number: float) -> int | None:
    return int(number) if number % 1 == 0 and 1 <= number <= 53 else None


@book.entry(
    "time",
    "[the] {weeknumber} (of|in|,) {whole}\n[the] {weeknumber} (of|in|,) {relative:whole}",
    "2018-07-02 | Show the sales in [week 3 of 2027]. | 2027-W03",
)
def week_of_year(weeknumber: int, whole: Meaning) -> Meaning:
    return Nth(weeknumber, Unit(Granularity.WEEK), whole)


@book.entry(
    "phrase",
    """
    (in|during|for|of|by|until|since) [the] <{weeknumber}>
    <the {weeknumber}>
    , <{weeknumber}>
    """,
    "2018-07-02 | Show the sales in [week 31] at once. | 2018-W31",
)
def bare_week_number(weeknumber: int) -> Meaning:
    return Nth(weeknumber, Unit(Granularity.WEEK), This(Unit(Granularity.YEAR)))


@book.entry(
    "time",
    "w / c {day}\n(week commencing|wc) {day}",
    "2019-11-07 | Find a time for [w/c Feb 4] please. | 2019-W06",
)
def week_commencing(day: Meaning) -> Meaning:
    return Around(Granularity.WEEK, day)
