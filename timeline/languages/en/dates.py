"""Days, months and seasons in English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.meanings import (
    After,
    Anchor,
    Before,
    Between,
    By,
    Fixed,
    In,
    Meaning,
    Month,
    MonthDay,
    Season,
    ShortYear,
    Since,
    Until,
    Weekday,
    Year,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans import TimeSpan
from timeline.spans.civil import month_length

book = PatternBook("en")


def month_day(month: Month, day: int) -> MonthDay | None:
    """A day of the month, if the month can have it."""
    return MonthDay(month.number, day) if day <= month_length(2000, month.number) else None


def date(year: int, month: int, day: int) -> Fixed | None:
    """A day, if the calendar has it."""
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    return Fixed(TimeSpan.day(year, month, day))


@book.entry("dayord", "{tens} [-] {ordinal}")
def twenty_first(tens: int, ordinal: int) -> int | None:
    return tens + ordinal if tens in (20, 30) and ordinal < 10 and tens + ordinal < 32 else None


@book.entry("ordinal", "{tens} [-] {ordinal:low}")
def tens_ordinal(tens: int, low: int) -> int | None:
    return tens + low if low < 10 else None


@book.entry(
    "monthday",
    """
    {month} {daynum}
    {month} {dayord:daynum}
    {month} the {dayfigure:daynum}
    {month} , {dayfigure:daynum}
    [the] {daynum} [-] {month}
    [the] {dayord:daynum} [day] [of] {month}
    this {dayord:daynum} day of {month}
    {daynum} of {month}
    """,
    """
    1989-10-26 | The loss was told on [Sept. 30]. | 1989-09-30
    2023-03-06 | He left on [February 1st]. | 2023-02-01
    2023-03-06 | He left on [24 February]. | 2023-02-24
    2023-03-06 | On [the 24 February] they met again. | 2023-02-24
    2023-03-06 | It was before the [24 February] attack. | 2023-02-24
    2023-03-06 | He left on [the 3rd of March]. | 2023-03-03
    2023-03-06 | Signed [this third day of May, 2015], by both. | 2015-05-03
    """,
)
def month_then_day(month: Month, daynum: int) -> MonthDay | None:
    return month_day(month, daynum)


@book.entry(
    "monthday",
    "{month} {tens} [-] {ones}",
    "2016-11-07 | He left on [June twenty-one] at last. | 2016-06-21",
)
def month_spelled_day(month: Month, tens: int, ones: int) -> MonthDay | None:
    return month_day(month, tens + ones) if tens in (20, 30) else None


@book.entry(
    "monthday",
    "march the {dayord}",
    "2016-11-07 | He left on [march the eleventh] at last. | 2016-03-11",
)
def march_the(dayord: int) -> MonthDay | None:
    return month_day(Month(3), dayord)


@book.entry(
    "monthday",
    "may the {dayord}",
    "2016-11-07 | He left on [may the eleventh] at last. | 2016-05-11",
)
def may_the(dayord: int) -> MonthDay | None:
    return month_day(Month(5), dayord)


@book.entry("dottedday", "{daynum} . {month}")
def dotted_day(daynum: int, month: Month) -> MonthDay | None:
    return month_day(month, daynum)


@book.entry("day", "{monthday}", "2023-03-06 | It fell on [2 March]. | 2023-03-02")
def day_of_year(monthday: MonthDay) -> Meaning:
    return monthday


@book.entry(
    "day",
    """
    {monthday} [,] {fullyear}
    {monthday} (of|in) {fullyear}
    {dottedday:monthday} {fullyear}
    {fullyear} {monthday}
    """,
    """
    2024-03-14 | It began on [24. February 2022]. | 2022-02-24
    2024-03-14 | It began on [24 February 2022]. | 2022-02-24
    2024-03-14 | It began on [Feb. 24, 2022]. | 2022-02-24
    2024-03-14 | No one was there on [February] 30, [2022]. | 2024-02; 2022
    2024-03-14 | It began on [2022 February 24]. | 2022-02-24
    """,
)
def day_of_given_year(monthday: MonthDay, fullyear: int) -> Meaning | None:
    return date(fullyear, monthday.month, monthday.day)


@book.entry(
    "day",
    "{weekday} [,|the] {monthday}\n{monthday} , {weekday}",
    """
    1998-04-24 | It opens [Saturday, April 25]. | 1998-04-25
    2019-11-06 | She was held on [Monday, Dec. 3], in a bar. | 2018-12-03
    2019-11-06 | The hall is shut from [Tuesday, Dec. 3], on. | 2019-12-03
    """,
)
def weekday_monthday(weekday: Weekday, monthday: MonthDay) -> Meaning:
    return replace(monthday, weekday=weekday.number)


@book.entry(
    "day",
    "{weekday} [,|the] {monthday} [,] {fullyear}",
    "2024-03-14 | It began on [Thursday, February 24, 2022]. | 2022-02-24",
)
def weekday_full_date(weekday: Weekday, monthday: MonthDay, fullyear: int) -> Meaning | None:
    return date(fullyear, monthday.month, monthday.day)


@book.entry("day", "{weekday}", "2023-03-06 | He spoke on [Sunday]. | 2023-03-05")
def weekday(weekday: Weekday) -> Meaning:
    return weekday


@book.entry("day", "{date}", "2024-03-14 | It is dated [2022-02-24]. | 2022-02-24")
def written_date(date: Meaning) -> Meaning:
    return date


@book.entry("time", "{day}", "2023-03-06 | He spoke on [Monday]. | 2023-03-06")
def day(day: Meaning) -> Meaning:
    return day


@book.entry(
    "time",
    "{moment}",
    """
    2024-03-14 | Logged at [2022-02-24T05:00]. | 2022-02-24T05:00
    2024-03-14 | Logged at [2022-02-24T05:00:09.250Z]. | 2022-02-24T05:00:09
    2024-03-14 | Logged at [2022-02-24T05:00+02:00]. | 2022-02-24T05:00
    2024-03-14 | Open [2022-02-24T05:00:00-0500] on. | 2022-02-24T05:00:00
    """,
)
def moment(moment: Meaning) -> Meaning:
    return moment


@book.entry("time", "{isomonth}", "2024-03-14 | The file of [2022-02] is lost. | 2022-02")
def iso_month(isomonth: Meaning) -> Meaning:
    return isomonth


@book.entry("time", "{month}", "2023-03-06 | It has held since [August]. | 2022-08 | 2022-08/..")
def month(month: Month) -> Meaning:
    return month


@book.entry(
    "whole",
    """
    {month} [of|,|in] {fullyear}
    {month} - {fullyear}
    {fullyear} {month}
    """,
    """
    2024-03-14 | The siege ended in [May 2022]. | 2022-05
    2018-05-24 | I went in [2017 April]. | 2017-04
    """,
)
def month_of_year(month: Month, fullyear: int) -> Meaning:
    return Fixed(TimeSpan.month(fullyear, month.number))


@book.entry("whole", "{month} {shortyear}", "2024-03-14 | It was made in [May '68]. | 1968-05")
def month_of_short_year(month: Month, shortyear: ShortYear) -> Meaning:
    return In(month, shortyear)


@book.entry("time", "{whole}", "2024-03-14 | It ended in [May 2022]. | 2022-05")
def whole(whole: Meaning) -> Meaning:
    return whole


@book.entry("whole", "{month} [of] {bcyear}", "2024-03-14 | In [March 44 BC] he fell. | BC0044-03")
def month_bc(month: Month, bcyear: Year) -> Meaning:
    return Fixed(TimeSpan.month(bcyear.number, month.number))


@book.entry(
    "day", "{monthday} [,] {bcyear}", "2024-03-14 | On [15 March 44 BC] he fell. | BC0044-03-15"
)
def day_bc(monthday: MonthDay, bcyear: Year) -> Meaning | None:
    return date(bcyear.number, monthday.month, monthday.day)


@book.entry(
    "season_of_year",
    r"""
    [the] {season} [of|in] {whole}
    [the] {season} (semester|term) [of|in] {whole}
    {fullyear:whole} {season}
    {fullyear:whole} \( {season} \)
    the {fullyear:whole} {season}
    """,
    """
    2024-03-14 | The people fled in [1982 summer]. | 1982-SU
    2024-03-14 | [1976 (spring)]: The people flee. | 1976-SP
    2024-03-14 | They met in [the winter of 1994]. | 1994-WI
    2024-03-14 | They met in [summer 2019]. | 2019-SU
    2024-03-14 | They met in [the fall semester of 2019]. | 2019-FA
    """,
)
def season_of_year(season: Season, whole: Meaning | int) -> Meaning | None:
    year = Year(whole) if isinstance(whole, int) else whole
    return In(season, year) if isinstance(year, Year | ShortYear) else None


@book.entry(
    "season_of_year",
    "[the] {season} [of|in] {fullyear} (-|/) {twodigits}",
    "2024-03-14 | They met in [the winter of 1946-47]. | 1946-WI",
)
def season_of_two_years(season: Season, fullyear: int, twodigits: int) -> Meaning | None:
    return In(season, Year(fullyear)) if (fullyear + 1) % 100 == twodigits else None


@book.entry(
    "season_of_year",
    "[the] {season} [of|in] {fullyear} (-|/|to) {fullyear:second}",
    "2024-03-14 | They met in [the winter of 1946-1947]. | 1946-WI",
)
def season_of_both_years(season: Season, fullyear: int, second: int) -> Meaning | None:
    return In(season, Year(fullyear)) if fullyear + 1 == second else None


@book.entry("time", "{season_of_year}", "2024-03-14 | They met in [the fall of 2019]. | 2019-FA")
def season_year(season_of_year: Meaning) -> Meaning:
    return season_of_year


@book.entry(
    "phrase",
    "(in|during|through|throughout|over|from) <[the] {season}>",
    """
    2024-03-14 | Deaths rose in [the summer]. | 2023-SU
    2024-03-14 | The fall of the city shocked them. |
    """,
)
def bare_season(season: Season) -> Meaning:
    return season


def _bounded(word: str, build: Callable[[Meaning], Meaning]) -> None:
    @book.entry(
        "phrase",
        f"{word} <[the] {{season}}>",
        f"2024-03-14 | They had nothing left {word} [the summer]. | 2023-SU",
    )
    def bare_season(season: Season) -> Parts:
        return Parts(build(season), (season,))


for _word, _build in (("since", Since), ("before", Before), ("after", After)):
    _bounded(_word, _build)


@book.entry(
    "phrase",
    "(until|till) <[the] {season}>",
    "2024-03-14 | They will stay until [the summer]. | 2024-SU | ../2024-22",
)
def until_season(season: Season) -> Parts:
    return Parts(Until(season), (season,))


@book.entry(
    "phrase",
    "by <[the] {season}>",
    "2024-03-14 | They will leave by [the summer]. | 2024-SU | [..2024-22]",
)
def by_season(season: Season) -> Parts:
    return Parts(By(season), (season,))


@book.entry(
    "time",
    "{season}\nthe {season}\nanother {season}",
    """
    2024-03-14 | They survived [another winter] in tents. | 2023-WI
    2024-03-14 | Their main [summer] offensive failed. | 2023-SU
    2024-03-14 | The fall of the city shocked them. |
    """,
)
def season(season: Season) -> Meaning:
    return season


@book.entry(
    "phrase",
    "<{season}> (quarters|coat|coats|clothes|clothing)",
    "2024-03-14 | The army left its [winter] quarters. | XXXX-WI",
)
def kind_of_season(season: Season) -> Meaning:
    any_year = season.on(Anchor(0)).timex3.partition("-")[2]
    return Fixed(TimeSpan(None, None, None, value=f"XXXX-{any_year}"))


@book.entry(
    "phrase",
    """
    [in|during|over|through|throughout] <the {season:first}> (and|or) <[early|late] {season} of \
    {whole}>
    """,
    """
    2024-03-14 | He spent [the summer] and [autumn of 1981] there. | 1981-SU; 1981-FA
    2024-03-14 | In [the spring] and [early summer of 1981] he fled. | 1981-SP; 1981-SU
    """,
)
def two_seasons(first: Season, season: Season, whole: Meaning) -> Meaning:
    one, two = In(first, whole), In(season, whole)
    return Between(one, two)
