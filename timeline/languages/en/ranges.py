"""Two times told in one breath, which share a word, in English: May 6-7, 1914-18, 9 to 10 a.m."""

from __future__ import annotations

from timeline.languages.en.clock import on_one_face
from timeline.languages.en.dates import date, month_day
from timeline.meanings import (
    Between,
    Clock,
    Each,
    Fixed,
    In,
    Meaning,
    Month,
    MonthDay,
    PartOfDay,
    Weekday,
    Year,
)
from timeline.patterns import PatternBook
from timeline.spans import TimeSpan

book = PatternBook("en")

# "1914-18" joins two years that are not further apart.
LONGEST = 60


@book.entry(
    "phrase",
    """
    [on|in|from] <{month} {daynum:low}> (-|to|through|until) <{daynum:high}>
    [on|in|from] <{month} {dayord:low}> (-|to|through|until) <{dayord:high}>
    (from|between) <{month} {daynum:low}> (-|to|and) <{daynum:high}>
    (from|between) <{month} {dayord:low}> (-|to|and) <{dayord:high}>
    [on|in|from] <{daynum:low}> (-|to|through|until) <{daynum:high} [of] {month}>
    [from] <[the] {dayord:low}> (-|to|through|until) <[the] {dayord:high} [of] {month}>
    (from|between) <{daynum:low}> (-|to|and) <{daynum:high} [of] {month}>
    (from|between) <[the] {dayord:low}> (-|to|and) <[the] {dayord:high} [of] {month}>
    from <[the] {dayord:low}> (to|through|until) <[the] {daynum:high} [of] {month}>
    from <[the] {daynum:low}> (to|through|until) <[the] {dayord:high} [of] {month}>
    from <[the] {daynum:low}> (to|through|until) <the {daynum:high} of {month}>
    """,
    """
    2024-06-14 | They fought on [May 6]-[7]. | 2024-05-06; 2024-05-07 | 2024-05-06/2024-05-07
    2024-03-14 | They fought there ([26]-[30 November]). | 2023-11-26; 2023-11-30
    """,
)
def month_days(month: Month, low: int, high: int) -> Meaning | None:
    first, last = month_day(month, low), month_day(month, high)
    return Between(first, last) if first and last and low < high else None


@book.entry(
    "phrase",
    """
    [on|in] <{month} {daynum:low}> (and|or) <{daynum:high}>
    [on|in] <{month} {dayord:low}> (and|or) <{dayord:high}>
    [on|in] <{daynum:low}> (and|or) <{daynum:high} [of] {month}>
    [on|in] <[the] {dayord:low}> (and|or) <[the] {dayord:high} [of] {month}>
    """,
    """
    2024-06-14 | They fought on [May 6] and [7]. | 2024-05-06; 2024-05-07
    2024-06-14 | They met on [6] and [7 May]. | 2024-05-06; 2024-05-07
    """,
)
def both_month_days(month: Month, low: int, high: int) -> Meaning | None:
    first, last = month_day(month, low), month_day(month, high)
    return Each(first, last) if first and last and low < high else None


@book.entry(
    "phrase",
    """
    [on|in|from|between] <{month} {daynum:low}> (-|to|and|through|until) <{daynum:high} [,] \
    {fullyear}>
    [on|in|from|between] <{month} {dayord:low}> (-|to|and|through|until) <[the] {dayord:high} \
    [,] {fullyear}>
    [on|in|from|between] <{daynum:low}> (-|to|and|through|until) <{daynum:high} {month} [,] \
    {fullyear}>
    [on|in|from|between] <[the] {dayord:low}> (-|to|and|through|until) <[the] {dayord:high} [of] \
    {month} [,] {fullyear}>
    """,
    """
    2024-03-14 | It ran [May 6]-[7, 1954]. | 1954-05-06; 1954-05-07
    2024-03-14 | They fought there ([28]-[29 May 1953]). | 1953-05-28; 1953-05-29
    """,
)
def month_days_year(month: Month, low: int, high: int, fullyear: int) -> Meaning | None:
    first, last = date(fullyear, month.number, low), date(fullyear, month.number, high)
    return Between(first, last) if first and last and low < high else None


@book.entry(
    "phrase",
    "[from|between] <{monthday:first}> (-|to|and|through|until) <{monthday:last} [,] {fullyear}>",
    "2024-03-14 | It ran from [23 March] to [16 July 1953]. | 1953-03-23; 1953-07-16",
)
def monthdays_year(first: MonthDay, last: MonthDay, fullyear: int) -> Meaning | None:
    one = date(fullyear, first.month, first.day)
    two = date(fullyear, last.month, last.day)
    if one and two and (first.month, first.day) > (last.month, last.day):
        one = date(fullyear - 1, first.month, first.day)
    return Between(one, two) if one and two else None


@book.entry(
    "phrase",
    """
    [from|between|in] <{month:first}> (-|to|and|through|until|or) \
    <{month:last} [of] [,] {fullyear}>
    """,
    "2024-03-14 | The talks ran from [July] to [November 1954]. | 1954-07; 1954-11",
)
def months_year(first: Month, last: Month, fullyear: int) -> Meaning:
    year = fullyear - 1 if first.number > last.number else fullyear
    one = Fixed(TimeSpan.month(year, first.number))
    two = Fixed(TimeSpan.month(fullyear, last.number))
    return Between(one, two)


@book.entry(
    "phrase",
    "[from|between|in] <[the years] {fullyear}> (-|to) <{twodigits}>",
    """
    2024-03-14 | Life improved in [2007]-[08]. | 2007; 2008
    2024-03-14 | They fought in [the years 1914]-[18]. | 1914; 1918 | 1914/1918
    2024-03-14 | He ruled in [1804]-[06] and fled in [2004-06]. | 1804; 1806; 2004-06
    """,
)
def year_short_year(fullyear: int, twodigits: int) -> Meaning | None:
    second = fullyear // 100 * 100 + twodigits
    if not fullyear < second <= fullyear + LONGEST:
        return None
    first, last = Year(fullyear), Year(second)
    return Between(first, last)


@book.entry(
    "phrase",
    "<{fullyear} , {monthday}>",
    """
    2022-09-01 | [2003, 11 November]: The presidents meet. | 2003-11-11
    2022-09-01 | It fell in [1998], in [2003], [11 November] and later. | 1998; 2003; 2021-11-11
    """,
)
def year_before_day(fullyear: int, monthday: MonthDay) -> Meaning | None:
    told = date(fullyear, monthday.month, monthday.day)
    return told


@book.entry(
    "phrase",
    "[from|between|in] <{fullyear}> / <{twodigits}>",
    """
    2024-03-14 | Spending fell in [2014]/[15] and rose. | 2014; 2015
    """,
)
def split_year(fullyear: int, twodigits: int) -> Meaning | None:
    return year_short_year(fullyear, twodigits) if (fullyear + 1) % 100 == twodigits else None


@book.entry(
    "phrase",
    "[from|between|in] <{anyyear}> (-|to|and|until) <{anyyear:last} {era}>",
    "2024-03-14 | The revolt lasted from [499] to [493 BC]. | BC0499; BC0493",
)
def era_years(anyyear: int, last: int, era: str) -> Meaning | None:
    if (anyyear > last) is not (era == "bc"):
        return None
    one, two = (Year(1 - n if era == "bc" else n) for n in (anyyear, last))
    return Between(one, two)


@book.entry(
    "phrase",
    "[from|between] <{clock:first}> (-|to|and|until) <{clocktime:last}>",
    """
    2024-03-14 | It is open from [9:00] to [10:30]. | 2024-03-14T09:00; 2024-03-14T10:30
    2024-03-14 | Come from [12:00] to [1:30 p.m.]. | 2024-03-14T12:00; 2024-03-14T13:30
    """,
)
def clocks(first: Clock, last: Clock) -> Meaning:
    return Between(*on_one_face(first, last))


@book.entry(
    "phrase",
    "[from|between] <{hour}> (-|to|and|until) <{clocktime:last}>",
    "2024-03-14 | It opens from [9] to [11 a.m.] only. | 2024-03-14T09:00; 2024-03-14T11:00",
)
def hour_to_clock(hour: int, last: Clock) -> Meaning | None:
    if not last.half or not 1 <= hour <= 12:
        return None
    return Between(*on_one_face(Clock(hour), last))


@book.entry(
    "phrase",
    "[on] <{weekday:first}> (and|or) <{weekday} {part}>",
    "2024-03-14 | They met on [Monday] and [Tuesday night]. | 2024-03-11; 2024-03-12TNI",
)
def two_weekdays(first: Weekday, weekday: Weekday, part: str) -> Meaning:
    last = In(PartOfDay(part), weekday)
    return Between(first, last)
