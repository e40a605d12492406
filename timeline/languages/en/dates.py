"""Days, months, years, quarters, seasons, decades and centuries in English."""

from __future__ import annotations

from timeline.languages.en.amounts import FEW, lasting
from timeline.meanings import (
    Around,
    Between,
    Century,
    Decade,
    Fixed,
    Half,
    In,
    Length,
    Like,
    Meaning,
    Month,
    MonthDay,
    Nth,
    Opening,
    Quarter,
    Recurring,
    Season,
    ShortYear,
    Stage,
    This,
    Unit,
    Weekday,
    Year,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans import Granularity, TimeSpan
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
    "{month} {daynum}\n{month} {dayord:daynum}\n{month} the {dayfigure:daynum}\n{month} , {dayfigure:daynum}",
    """
    1989-10-26 | The loss was told on [Sept. 30]. | 1989-09-30
    2023-03-06 | He left on [February 1st]. | 2023-02-01
    """,
)
def month_then_day(month: Month, daynum: int) -> MonthDay | None:
    return month_day(month, daynum)


@book.entry(
    "monthday",
    "{daynum} [-] {month}\n[the] {dayord:daynum} [day] [of] {month}\n{daynum} of {month}",
    """
    2023-03-06 | He left on [24 February]. | 2023-02-24
    2023-03-06 | He left on [the 3rd of March]. | 2023-03-03
    """,
)
def day_then_month(daynum: int, month: Month) -> MonthDay | None:
    return month_day(month, daynum)


@book.entry("day", "{monthday}", "2023-03-06 | It fell on [2 March]. | 2023-03-02")
def day_of_year(monthday: MonthDay) -> Meaning:
    return monthday


@book.entry("fullyear", "{year}\n{spokenyear:year}")
def full_year(year: int) -> int:
    return year


@book.entry("fullyear", "{shortyear}")
def apostrophe_year(shortyear: ShortYear) -> int | None:
    return None


@book.entry(
    "day",
    "{monthday} [,] {fullyear}\n{monthday} (of|in) {fullyear}",
    """
    2024-03-14 | It began on [24 February 2022]. | 2022-02-24
    2024-03-14 | It began on [Feb. 24, 2022]. | 2022-02-24
    2024-03-14 | No one was there on [February] 30, [2022]. | 2024-02; 2022
    """,
)
def day_of_given_year(monthday: MonthDay, fullyear: int) -> Meaning | None:
    return date(fullyear, monthday.month, monthday.day)


@book.entry(
    "day",
    "{fullyear} {monthday}",
    "2024-03-14 | It began on [2022 February 24]. | 2022-02-24",
)
def year_first(fullyear: int, monthday: MonthDay) -> Meaning | None:
    return date(fullyear, monthday.month, monthday.day)


@book.entry(
    "day",
    "{weekday} [,|the] {monthday}\n{monthday} , {weekday}",
    "1998-04-24 | It opens [Saturday, April 25]. | 1998-04-25",
)
def weekday_monthday(weekday: Weekday, monthday: MonthDay) -> Meaning:
    return monthday


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


@book.entry("time", "{moment}", "2024-03-14 | Logged at [2022-02-24T05:00]. | 2022-02-24T05:00")
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
    "{month} [of|,|in] {fullyear}\n{month} - {fullyear}",
    "2024-03-14 | The siege ended in [May 2022]. | 2022-05",
)
def month_of_year(month: Month, fullyear: int) -> Meaning:
    return Fixed(TimeSpan.month(fullyear, month.number))


@book.entry("whole", "{fullyear} {month}", "2018-05-24 | I went in [2017 April]. | 2017-04")
def year_then_month(fullyear: int, month: Month) -> Meaning:
    return Fixed(TimeSpan.month(fullyear, month.number))


@book.entry("whole", "{month} {shortyear}", "2024-03-14 | It was made in [May '68]. | 1968-05")
def month_of_short_year(month: Month, shortyear: ShortYear) -> Meaning:
    return In(month, shortyear)


@book.entry("time", "{whole}", "2024-03-14 | It ended in [May 2022]. | 2022-05")
def whole(whole: Meaning) -> Meaning:
    return whole


@book.entry(
    "whole",
    "{year}",
    """
    2024-03-14 | The treaty was signed in [1988]. | 1988
    2024-03-14 | About 1988 people came. |
    """,
)
def year(year: int) -> Meaning:
    return Year(year)


@book.entry(
    "whole",
    "the year [of] {fullyear}\nyear {fullyear}",
    "2024-03-14 | It was in [the year 1650]. | 1650",
)
def the_year(fullyear: int) -> Meaning:
    return Year(fullyear)


@book.entry("whole", "{shortyear}", "1989-10-26 | Sales grew in ['88]. | 1988")
def short_year(shortyear: ShortYear) -> Meaning:
    return shortyear


@book.entry(
    "spokenyear",
    "{teens} {tens}\n{teens} {teens:tens}",
    "1998-02-27 | Atlanta, [nineteen ninety]. | 1990",
)
def spoken_year(teens: int, tens: int) -> int | None:
    return teens * 100 + tens if 11 <= teens <= 19 else None


@book.entry(
    "spokenyear",
    "{teens} {tens} [-] {ones}",
    "1998-02-27 | It was [the summer of nineteen ninety-six]. | 1996-SU",
)
def spoken_year_ones(teens: int, tens: int, ones: int) -> int | None:
    return teens * 100 + tens + ones if 11 <= teens <= 19 else None


@book.entry(
    "time",
    "[the] {fullyear} (quarter|period|half)",
    "1989-10-26 | [Third-quarter] net fell. In [the 1988 period] it rose. | 1989-Q3; 1988-Q3",
)
def same_of_year(fullyear: int) -> Meaning:
    return Like(fullyear)


@book.entry("spokenyear", "the year two thousand")
def two_thousand() -> int:
    return 2000


@book.entry("whole", "{spokenyear}")
def spoken(spokenyear: int) -> Meaning:
    return Year(spokenyear)


@book.entry(
    "bcyear",
    "{anyyear} {era}",
    "2024-03-14 | Caesar died in [44 B.C.] after all. | BC0044",
)
def era_year(anyyear: int, era: str) -> Meaning:
    return Year(1 - anyyear if era == "bc" else anyyear)


@book.entry("era", "(bc|bce)")
def before_christ() -> str:
    return "bc"


@book.entry("era", "(ad|ce)")
def anno_domini() -> str:
    return "ad"


@book.entry("whole", "{bcyear}", "2024-03-14 | Caesar died in [44 BC]. | BC0044")
def bc_year(bcyear: Meaning) -> Meaning:
    return bcyear


@book.entry("whole", "ad {anyyear}", "2024-03-14 | The city burned in [AD 64]. | 0064")
def ad_year(anyyear: int) -> Meaning:
    return Year(anyyear)


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
    "[the] {season} [of|in] {whole}",
    """
    2024-03-14 | They met in [the winter of 1994]. | 1994-WI
    2024-03-14 | They met in [summer 2019]. | 2019-SU
    """,
)
def season_of_year(season: Season, whole: Meaning) -> Meaning | None:
    return In(season, whole) if isinstance(whole, Year | ShortYear) else None


@book.entry("time", "{season_of_year}", "2024-03-14 | They met in [the fall of 2019]. | 2019-FA")
def season_year(season_of_year: Meaning) -> Meaning:
    return season_of_year


@book.entry(
    "phrase",
    "(in|during|since|until|through|throughout|over|by|from|before|after) <[the] {season}>",
    """
    2024-03-14 | Deaths rose in [the summer]. | 2023-SU
    2024-03-14 | The fall of the city shocked them. |
    """,
)
def bare_season(season: Season) -> Parts:
    return Parts(season, (season,))


@book.entry(
    "time",
    "{season}\nthe {season}",
    """
    2024-03-14 | Their main [summer] offensive failed. | 2023-SU
    2024-03-14 | The fall of the city shocked them. |
    """,
)
def season(season: Season) -> Meaning:
    return season


@book.entry(
    "phrase",
    "<the {season:first}> (and|or) <{season} of {whole}>",
    "2024-03-14 | He spent [the summer] and [autumn of 1981] there. | 1981-SU; 1981-FA",
)
def two_seasons(first: Season, season: Season, whole: Meaning) -> Parts:
    one, two = In(first, whole), In(season, whole)
    return Parts(Between(one, two), (one, two))


@book.entry("time", "{decades}\nthe {decades}", "2024-03-14 | It grew in [the 1990s]. | 199")
def decade(decades: Decade) -> Meaning:
    return decades


@book.entry(
    "time",
    "[the] {bcdecade} {era}",
    "2024-03-14 | They fought throughout [the 470s BC]. | BC047",
)
def decade_era(bcdecade: int, era: str) -> Meaning:
    return Decade(-bcdecade if era == "bc" else bcdecade)


@book.entry(
    "time",
    "[the] early [-] {decades}\n[the] early [-] {centuries:decades}",
    "2024-03-14 | It grew in [the early 1990s]. | 199",
)
def early_decade(decades: Meaning) -> Meaning:
    return Stage("early", decades)


@book.entry(
    "time",
    "[the] mid [-] {decades}\n[the] mid [-] {centuries:decades}",
    "2024-03-14 | It grew in [the mid-1990s]. | 199",
)
def mid_decade(decades: Meaning) -> Meaning:
    return Stage("mid", decades)


@book.entry(
    "time",
    "[the] late [-] {decades}\n[the] late [-] {centuries:decades}",
    "2024-03-14 | It grew in [the late 20th century]. | 19",
)
def late_decade(decades: Meaning) -> Meaning:
    return Stage("late", decades)


@book.entry("decades", "the {decade}", "1989-10-26 | It was made in [the '80s]. | 198")
def short_decade(decade: int) -> Meaning:
    return Decade(decade, short=True)


@book.entry(
    "decades",
    "{teens} {decade}\nthe {teens} {decade}",
    "2024-03-14 | They came in [the nineteen seventies]. | 197",
)
def spoken_decade(teens: int, decade: int) -> Meaning | None:
    return Decade(teens * 100 + decade) if 11 <= teens <= 19 else None


@book.entry(
    "centuries",
    "[the] {ordinal} [-] century",
    "2024-03-14 | The temple is of [the 11th century]. | 10",
)
def century(ordinal: int) -> Meaning:
    return Century(ordinal)


@book.entry(
    "centuries",
    "[the] {ordinal} century {era}",
    "2024-03-14 | It was built in [the 5th century BC]. | BC04",
)
def century_era(ordinal: int, era: str) -> Meaning:
    return Century(-ordinal if era == "bc" else ordinal)


@book.entry("time", "{centuries}", "2024-03-14 | It was a custom of [the 19th century]. | 18")
def centuries(centuries: Meaning) -> Meaning:
    return centuries


@book.entry(
    "time",
    "{ordinal} - quarter\nfiscal {ordinal} - quarter",
    "1989-10-26 | The [third-quarter] loss grew. | 1989-Q3",
)
def hyphened_quarter(ordinal: int) -> Meaning | None:
    return Quarter(ordinal) if ordinal <= 4 else None


@book.entry("quarter", "{ordinal} [fiscal] quarter")
def ordinal_quarter(ordinal: int) -> Recurring | None:
    return Quarter(ordinal) if ordinal <= 4 else None


_QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4, "1q": 1, "2q": 2, "3q": 3, "4q": 4}


@book.entry("quarter", "fiscal {quarter:part}\nfiscal year {quarter:part}")
def fiscal_quarter(part: Recurring) -> Recurring:
    return part


@book.entry("quarter", "{ordinal} half\n{ordinal} - half")
def ordinal_half(ordinal: int) -> Recurring | None:
    return Half(ordinal) if ordinal <= 2 else None


@book.entry(
    "time",
    "{quarter}\nthe {quarter}\nthe [latest|recent|seasonally slow|fiscal|company 's|year 's] {quarter}",
    "1989-10-26 | Profit rose in [the third quarter]. | 1989-Q3",
)
def quarter(quarter: Recurring) -> Meaning:
    return quarter


@book.entry(
    "time",
    "[the] {quarter} (of|in) {whole}\n[the] {quarter} [,|-] {whole}",
    "1989-10-27 | It paid in [the third quarter of 1984]. | 1984-Q3",
)
def quarter_of_year(quarter: Recurring, whole: Meaning) -> Meaning:
    return In(quarter, whole)


@book.entry(
    "time",
    "{fullyear} [-|'s] {quarter}\n[the] {fullyear} {quarter}",
    "1989-10-27 | It sold it in [the 1984 third quarter]. | 1984-Q3",
)
def year_quarter(fullyear: int, quarter: Recurring) -> Meaning:
    return In(quarter, Year(fullyear))


@book.entry(
    "whole",
    "[the] fiscal [year] {fullyear}\n[the] {fullyear} fiscal year\n[the] (calendar|financial|tax) year {fullyear}",
    "1989-10-26 | Sales grew in [fiscal 1988]. | 1988",
)
def fiscal_year(fullyear: int) -> Meaning:
    return Year(fullyear)


@book.entry(
    "time",
    "[the] {ordinal} {unit} (of|in) {time:outer}",
    "2024-03-14 | It met in [the first week of June 2019]. | 2019-W23",
)
def ordinal_unit(ordinal: int, unit: Granularity, outer: Meaning) -> Meaning:
    return Nth(ordinal, Unit(unit), outer)


@book.entry(
    "time",
    "[the] {ordinal} {weekday} (of|in) {time:outer}",
    "2024-03-14 | It falls on [the second Sunday of May 2024]. | 2024-05-12",
)
def ordinal_weekday(ordinal: int, weekday: Weekday, outer: Meaning) -> Meaning | None:
    return Nth(ordinal, weekday, outer) if ordinal <= 5 else None


@book.entry(
    "time",
    "[the] (last|final) {weekday} (of|in) {time:outer}",
    "2024-03-14 | It falls on [the last Monday of May 2024]. | 2024-05-27",
)
def last_weekday_of(weekday: Weekday, outer: Meaning) -> Meaning:
    return Nth(-1, weekday, outer)


@book.entry(
    "time",
    "[the] (last|final) {unit} (of|in) {time:outer}",
    "2024-03-14 | It met in [the last week of June 2019]. | 2019-W26",
)
def last_unit_of(unit: Granularity, outer: Meaning) -> Meaning:
    return Nth(-1, Unit(unit), outer)


@book.entry(
    "length",
    "the (first|initial|opening) {number} {units}",
    "1989-10-30 | In [the first nine months] it earned more. | P9M",
)
def first_months(number: float, units: Granularity) -> Meaning | None:
    if number == FEW:
        return Length(lasting(number, units))
    larger = Granularity.YEAR if units > Granularity.WEEK else Granularity.MONTH
    return Opening(lasting(number, units), This(Unit(larger)))


@book.entry(
    "length",
    "[the] (first|initial|opening) {number} {units} (of|in) {time:outer}",
    "2024-03-14 | In [the first nine months of 2019] it earned more. | P9M | 2019-01/2019-09",
)
def first_months_of(number: float, units: Granularity, outer: Meaning) -> Meaning | None:
    return None if number == FEW else Opening(lasting(number, units), outer)


@book.entry(
    "length",
    "[the] (last|final|closing) {number} {units} of {time:outer}",
    "2024-03-14 | In [the last two weeks of June 2019] it rained. | P2W",
)
def last_months_of(number: float, units: Granularity, outer: Meaning) -> Meaning | None:
    return None if number == FEW else Opening(lasting(number, units), outer, last=True)


@book.entry(
    "time",
    "[the] week of {day}\n[the] week (beginning|starting|ending) [on] {day}",
    "2000-02-24 | A hearing is set for [the week of March 6]. | 2000-W10",
)
def week_of(day: Meaning) -> Meaning:
    return Around(Granularity.WEEK, day)


@book.entry("time", "{isoweek}")
def iso_week(isoweek: Meaning) -> Meaning:
    return isoweek
