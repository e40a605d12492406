"""Days told in one breath in English: "May 6, 7 and 9", "Monday or Tuesday next week"."""

from __future__ import annotations

from timeline.languages.en.dates import date, month_day
from timeline.languages.en.dayparts import DayPart, part_of
from timeline.meanings import (
    Beside,
    Between,
    Each,
    Fixed,
    In,
    Meaning,
    Month,
    MonthDay,
    Next,
    This,
    Unit,
    Weekday,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans import Granularity, TimeSpan

book = PatternBook("en")

OR = "(and|or|, and|, or)"
LAST_OF_FEBRUARY = 28


@book.entry(
    "phrase",
    f"""
    [on|in] <{{month}} {{daynum:first}}> , <{{daynum:second}}> {OR} <{{daynum:last}}>
    [on|in] <{{month}} {{dayord:first}}> , <{{dayord:second}}> {OR} <{{dayord:last}}>
    [on|in] <{{daynum:first}}> , <{{daynum:second}}> {OR} <{{daynum:last}} [of] {{month}}>
    [on|in] <[the] {{dayord:first}}> , <[the] {{dayord:second}}> {OR} \
    <[the] {{dayord:last}} [of] {{month}}>
    """,
    """
    2024-06-14 | They fought on [May 6], [7] and [9]. | 2024-05-06; 2024-05-07; 2024-05-09
    2024-06-14 | They fought on [6], [7] and [9 May]. | 2024-05-06; 2024-05-07; 2024-05-09
    """,
)
def three_days_of_month(month: Month, first: int, second: int, last: int) -> Parts | None:
    return _days_of(month, None, first, second, last)


def _days_of(month: Month, year: int | None, *numbers: int) -> Parts | None:
    """The days of a month that are told in their order, each for itself."""
    told = [
        month_day(month, number) if year is None else date(year, month.number, number)
        for number in numbers
    ]
    days = [day for day in told if day is not None]
    if len(days) < len(numbers) or list(numbers) != sorted(set(numbers)):
        return None
    return Parts(Each(days[0], days[-1]), tuple(days))


@book.entry(
    "phrase",
    f"""
    [on|in] <{{month}} {{daynum:first}}> , <{{daynum:second}}> {OR} \
    <{{daynum:last}} [,] {{fullyear}}>
    [on|in] <{{daynum:first}}> , <{{daynum:second}}> {OR} \
    <{{daynum:last}} [of] {{month}} [,] {{fullyear}}>
    """,
    """
    2024-06-14 | They fought on [May 6], [7] and [9, 2019]. | 2019-05-06; 2019-05-07; 2019-05-09
    2024-06-14 | They fought on [6], [7] and [9 May 2019]. | 2019-05-06; 2019-05-07; 2019-05-09
    """,
)
def three_days_of_year(
    month: Month, first: int, second: int, last: int, fullyear: int
) -> Parts | None:
    return _days_of(month, fullyear, first, second, last)


@book.entry(
    "phrase",
    f"""
    [on|in|from] <{{month}} {{daynum:first}}> - <{{daynum:second}}> {OR} <{{daynum:last}}>
    [on|in|from] <{{month}} {{daynum:first}}> {OR} <{{daynum:second}}> - <{{daynum:last}}>
    [on|in|from] <{{daynum:first}}> - <{{daynum:second}}> {OR} <{{daynum:last}} [of] {{month}}>
    """,
    """
    2024-06-14 | They fought on [May 3]-[5] and [9]. | 2024-05-03; 2024-05-05; 2024-05-09
    2024-06-14 | They fought from [3]-[5] and [9 May]. | 2024-05-03; 2024-05-05; 2024-05-09
    """,
)
def days_on_end_and_one(month: Month, first: int, second: int, last: int) -> Parts | None:
    return _days_of(month, None, first, second, last)


@book.entry(
    "phrase",
    f"""
    [on|in|from] <{{month}} {{daynum:first}}> - <{{daynum:second}}> {OR} \
    <{{daynum:last}} [,] {{fullyear}}>
    [on|in|from] <{{daynum:first}}> - <{{daynum:second}}> {OR} \
    <{{daynum:last}} [of] {{month}} [,] {{fullyear}}>
    """,
    """
    2024-06-14 | They met on [May 3]-[5] and [9, 2019]. | 2019-05-03; 2019-05-05; 2019-05-09
    """,
)
def days_on_end_and_one_of_year(
    month: Month, first: int, second: int, last: int, fullyear: int
) -> Parts | None:
    return _days_of(month, fullyear, first, second, last)


_SEVERAL = f"""
    [on|in|from] <{{month}} {{daynum:first}}> - <{{daynum:second}}> , <{{daynum:third}}> {OR} \
    <{{daynum:last}}%s>
    [on|in|from] <{{month}} {{daynum:first}}> - <{{daynum:second}}> {OR} <{{daynum:third}}> - \
    <{{daynum:last}}%s>
    [on|in|from] <{{daynum:first}}> - <{{daynum:second}}> , <{{daynum:third}}> {OR} \
    <{{daynum:last}} [of] {{month}}%s>
    [on|in|from] <{{daynum:first}}> - <{{daynum:second}}> {OR} <{{daynum:third}}> - \
    <{{daynum:last}} [of] {{month}}%s>
"""


@book.entry(
    "phrase",
    _SEVERAL.replace("%s", ""),
    """
    2024-06-14 | We met [May 3]-[5], [7] and [9]. | 2024-05-03; 2024-05-05; 2024-05-07; 2024-05-09
    2024-06-14 | It was on [3]-[5] and [8]-[9 May]. | 2024-05-03; 2024-05-05; 2024-05-08; 2024-05-09
    """,
)
def days_on_end_and_others(
    month: Month, first: int, second: int, third: int, last: int
) -> Parts | None:
    return _days_of(month, None, first, second, third, last)


@book.entry(
    "phrase",
    _SEVERAL.replace("%s", " [,] {fullyear}"),
    """
    2024-06-14 | It ran [Nov. 3]-[5], [7] and [9, 2023]. | 2023-11-03; 2023-11-05; 2023-11-07; \
2023-11-09 | 2023-11-03/2023-11-09
    """,
)
def days_on_end_and_others_of_year(
    month: Month, first: int, second: int, third: int, last: int, fullyear: int
) -> Parts | None:
    return _days_of(month, fullyear, first, second, third, last)


@book.entry(
    "phrase",
    f"[in|during] <{{month:first}}> , <{{month:second}}> {OR} <{{month}} [of] [,] {{fullyear}}>",
    "2024-06-14 | It rained in [May], [June] and [July 2021]. | 2021-05; 2021-06; 2021-07",
)
def three_months_of_year(first: Month, second: Month, month: Month, fullyear: int) -> Parts | None:
    if not first.number < second.number < month.number:
        return None
    numbers = first.number, second.number, month.number
    one, two, three = (Fixed(TimeSpan.month(fullyear, number)) for number in numbers)
    return Parts(Each(one, three), (one, two, three))


def _of_week(relative: Meaning, *weekdays: Weekday) -> list[Meaning] | None:
    """The weekdays of a week told as "next week", None of any other time."""
    week = getattr(relative, "what", None) == Unit(Granularity.WEEK)
    return [In(weekday, relative) for weekday in weekdays] if week else None


@book.entry(
    "phrase",
    f"[on] <{{weekday:first}}> ({OR}|/) <{{weekday}} [of] {{relative}}>",
    "2024-03-14 | They met on [Monday] and [Tuesday of last week]. | 2024-03-04; 2024-03-05",
)
def two_days_of_week(first: Weekday, weekday: Weekday, relative: Meaning) -> Parts | None:
    days = _of_week(relative, first, weekday)
    return Parts(Each(days[0], days[1]), tuple(days)) if days else None


@book.entry(
    "phrase",
    f"[on] <{{relative}}> {OR} <{{weekday}}>",
    "2024-03-14 | They meet [next Tuesday] and [Wednesday] in Oslo. | 2024-03-19; 2024-03-20",
)
def weekday_behind(relative: Meaning, weekday: Weekday) -> Meaning | None:
    if not isinstance(getattr(relative, "what", None), Weekday):
        return None
    later = Beside(1, weekday, relative)
    return Each(relative, later)


@book.entry(
    "phrase",
    f"[on] <{{weekday:first}}> , <{{weekday:second}}> {OR} <{{weekday}} [of] {{relative}}>",
    """
    2024-03-14 | Try [Monday], [Tuesday] or [Friday of next week] then. | \
2024-03-18; 2024-03-19; 2024-03-22
    """,
)
def three_days_of_week(
    first: Weekday, second: Weekday, weekday: Weekday, relative: Meaning
) -> Parts | None:
    days = _of_week(relative, first, second, weekday)
    return Parts(Each(days[0], days[2]), tuple(days)) if days else None


@book.entry(
    "phrase",
    """
    [from] <{weekday:first}> (to|through|until|till|thru|-) <{weekday} [of] {relative}>
    between <{weekday:first}> and <{weekday} [of] {relative}>
    """,
    """
    2024-03-14 | It ran from [Monday] to [Friday of last week]. | 2024-03-04; 2024-03-08 | \
2024-03-04/2024-03-08
    """,
)
def through_days_of_week(first: Weekday, weekday: Weekday, relative: Meaning) -> Parts | None:
    days = _of_week(relative, first, weekday)
    return Parts(Between(days[0], days[1]), tuple(days)) if days else None


@book.entry(
    "phrase",
    "[in|on|during] <{relative}> (or|and) <next>",
    """
    2024-03-14 | It is due [this week] or [next]. | 2024-W11; 2024-W12
    2024-03-14 | They meet [this week] and [next Tuesday]. | 2024-W11; 2024-03-19
    """,
)
def this_or_next(relative: Meaning) -> Meaning | None:
    what = relative.what if isinstance(relative, This) else None
    if not isinstance(what, Unit) or relative.leans != "published":
        return None
    coming = Next(what)
    return Each(relative, coming)


@book.entry(
    "phrase",
    "[on] <{day:first}> (till|thru) <{day:last}>",
    """
    2024-03-14 | The hall was shut [25 November] till [3 December] for paint. | \
2023-11-25; 2023-12-03 | 2023-11-25/2023-12-03
    """,
)
def day_till_day(first: Meaning, last: Meaning) -> Meaning:
    return Between(first, last)


@book.entry(
    "phrase",
    "<{date:first}> / <{date:last}>\n<{isomonth:first}> / <{isomonth:last}>\n"
    "<{moment:first}> / <{moment:last}>",
    "2024-03-14 | It is kept as [2017-12-04]/[2017-12-22]. | 2017-12-04; 2017-12-22 | \
2017-12-04/2017-12-22",
)
def iso_interval(first: Fixed, last: Fixed) -> Meaning:
    return Between(first, last)


@book.entry(
    "twodays",
    """
    {daynum:low} (-|/|to|and) {daynum:high} [of] {month}
    [the] {dayord:low} (-|/|to|and) [the] {dayord:high} [of] {month}
    {month} {daynum:low} (-|/|to|and) {daynum:high}
    """,
)
def two_days(low: int, high: int, month: Month) -> MonthDay | None:
    return month_day(month, low) if high == low + 1 else None


@book.entry("twodays", "{month} {written}\n{written} [of] {month}")
def two_days_by_slash(month: Month, written: str) -> MonthDay | None:
    low, _, high = written.partition("/")
    return two_days(int(low), int(high), month) if low.isdigit() and high.isdigit() else None


@book.entry("twodays", "{monthday:first} (-|/|to|and) {monthday:last}")
def two_days_across_months(first: MonthDay, last: MonthDay) -> MonthDay | None:
    return first if last.day == 1 and first.day >= LAST_OF_FEBRUARY else None


@book.entry("twodays", "{twodays:day} [,] {fullyear}")
def two_days_of_year(day: Meaning, fullyear: int) -> Meaning | None:
    return date(fullyear, day.month, day.day) if isinstance(day, MonthDay) else None


@book.entry(
    "daypart",
    "[the] {part} of {twodays:day}",
    """
    2024-03-14 | They fled on [the night of 5-6 March 1942]. | 1942-03-05TNI
    2024-03-14 | They fled on [the night of March 9/10]. | 2024-03-09TNI
    2024-03-14 | They fled on [the night of 31 May to 1 June 1942]. | 1942-05-31TNI
    """,
)
def part_of_two_days(part: str, day: Meaning) -> DayPart:
    # A night is named by the evening that it begins in.
    return part_of(part, day)
