"""Turns of phrase in English: a year ago today, the night before last, 1990 to the present."""

from __future__ import annotations

from timeline.languages.en.amounts import lasting
from timeline.languages.en.clock import on_one_face
from timeline.languages.en.dates import date, month_day
from timeline.languages.en.dayparts import DayPart, part_of
from timeline.meanings import (
    Around,
    By,
    Clock,
    Day,
    Decade,
    From,
    Holiday,
    Hours,
    In,
    Last,
    LongWeekend,
    Meaning,
    Month,
    MonthDay,
    Next,
    Reference,
    Repeated,
    Season,
    ShortYear,
    Since,
    Stage,
    This,
    Unit,
    Weekday,
    WeekdayOfMonth,
    Year,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")


@book.entry(
    "day",
    "{amount} ago today",
    "2018-11-21 | He came [two years ago today]. | 2016-11-21",
)
def ago_today(amount: Duration) -> Meaning:
    return From(amount, -1, Day(0))


@book.entry(
    "daypart",
    "{amount} ago tonight",
    "2018-11-21 | He came [two years ago tonight]. | 2016-11-21TNI",
)
def ago_tonight(amount: Duration) -> DayPart:
    return part_of("NI", From(amount, -1, Day(0)))


@book.entry(
    "time",
    "{amount} ago this {unit}",
    """
    2018-11-21 | He came [two years ago this month]. | 2016-11
    2018-11-21 | He came [ten years ago this week]. | 2008-W47
    """,
)
def ago_this(amount: Duration, unit: Granularity) -> Meaning | None:
    whole = amount.unit is not None and amount.unit > unit >= Granularity.WEEK
    return Around(unit, From(amount, -1, Day(0))) if whole and not amount.vague else None


@book.entry(
    "time",
    "{amount} ago {relative}",
    """
    2018-11-21 | He came [ten years ago last month] and left. | 2008-10
    2018-11-21 | He came [ten years ago next month] and left. | 2008-12
    2018-11-21 | He came [ten years ago this fall] and left. | 2008-FA
    """,
)
def ago_relative(amount: Duration, relative: Meaning) -> Meaning | None:
    what = relative.what if isinstance(relative, This | Last | Next) else None
    if amount.unit is None or amount.vague:
        return None
    if isinstance(what, Season | Month) and relative.leans == "published":
        return From(amount, -1, relative) if amount.unit >= Granularity.YEAR else None
    if not isinstance(what, Unit) or isinstance(relative, This):
        return None
    unit = what.granularity
    whole = amount.unit > unit >= Granularity.WEEK
    return Around(unit, From(amount, -1, relative)) if whole else None


@book.entry(
    "time",
    "(this|the same) time last {unit}\n(this|the same) time a {unit} ago\n"
    "a {unit} ago at (this|the same) time",
    """
    2018-11-21 | It was dry [this time last year]. | 2017
    2018-11-21 | [A year ago at this time], it was dry. | 2017
    """,
)
def this_time_last(unit: Granularity) -> Meaning | None:
    return Last(Unit(unit)) if unit >= Granularity.WEEK else None


@book.entry(
    "time",
    "this time next {unit}",
    "2018-11-21 | It will be dry [this time next year]. | 2019",
)
def this_time_next(unit: Granularity) -> Meaning | None:
    return Next(Unit(unit)) if unit >= Granularity.WEEK else None


@book.entry(
    "day",
    "the same day last {unit}",
    "2018-11-21 | It was dry on [the same day last year]. | 2017-11-21",
)
def same_day_last(unit: Granularity) -> Meaning | None:
    return From(lasting(1, unit), -1, Day(0)) if unit >= Granularity.WEEK else None


@book.entry(
    "daypart",
    "[the] {part} before last",
    "2018-11-21 | It rained [the night before last]. | 2018-11-19TNI",
)
def part_before_last(part: str) -> DayPart:
    return part_of(part, Day(-2))


@book.entry(
    "day",
    "the eve of {holiday}",
    "2018-11-21 | They will meet on [the eve of Christmas]. | 2018-12-24",
)
def eve_of(holiday: Holiday) -> Meaning:
    return From(lasting(1, Granularity.DAY), -1, holiday)


@book.entry(
    "time",
    "the {holiday} [long] (weekend|week - end)",
    "2021-11-09 | It rained on [the Labor Day weekend]. | 2021-09-04",
)
def the_holiday_weekend(holiday: Holiday) -> Meaning:
    return LongWeekend(holiday)


@book.entry(
    "time",
    "[the] weekend of {day}\n[the] weekend of {twodays:day}",
    """
    2018-11-21 | They met on [the weekend of 11 May 2019]. | 2019-W19-WE
    2018-11-21 | They met on [the weekend of 11-12 May 2019]. | 2019-W19-WE
    """,
)
def weekend_of(day: Meaning) -> Meaning:
    return Around(Granularity.WEEKEND, day)


@book.entry(
    "phrase",
    """
    [from|since] <{time:first}> (to|until|through|till|-) <[the] present [day]>
    [from|since] <{time:first}> (to|until|through|till|-) <[right] now>
    """,
    "2018-11-21 | He has led it from [1990] to [the present]. | 1990; PRESENT_REF | 1990/..",
)
def to_the_present(first: Meaning) -> Parts:
    return Parts(Since(first), (first, Reference("present")))


@book.entry(
    "phrase",
    "on or before <{time}>",
    "2018-11-21 | It is due on or before [5 May 2019]. | 2019-05-05 | [..2019-05-05]",
)
def on_or_before(time: Meaning) -> Parts:
    return Parts(By(time), (time,))


@book.entry(
    "monthday",
    "{month} the {dayord}",
    """
    2016-11-07 | He left on [June the twenty-first]. | 2016-06-21
    2016-11-07 | In [June] the first bus ran. | 2016-06
    """,
)
def month_the_dayord(month: Month, dayord: int) -> MonthDay | None:
    # "In June the first man" counts men; nobody counts eleven of them.
    return month_day(month, dayord) if dayord > 10 else None


@book.entry(
    "day",
    "{monthday} [,] {shortyear}",
    "2018-11-21 | He was born on [25 Dec '88]. | 1988-12-25",
)
def day_of_apostrophe_year(monthday: MonthDay, shortyear: ShortYear) -> Meaning:
    return In(monthday, shortyear)


@book.entry(
    "phrase",
    "(in|of|during|since|from|until|by|throughout) <[the] {twodigits} s>",
    """
    2018-11-21 | Everybody wore it in [the 90s]. | 199
    2018-11-21 | Temperatures will be in the 90s. |
    """,
)
def the_nineties(twodigits: int) -> Meaning | None:
    if twodigits % 10 or twodigits < 20:
        return None
    return Decade(twodigits, short=True)


_STAGED = """
    (in|of|during|since|from|until|by|throughout) <the {0} [-] {{twodigits}} s>
    (in|of|during|since|from|until|by|throughout) <the {0} [-] {{decade:twodigits}}>
"""


@book.entry(
    "phrase",
    _STAGED.format("early"),
    """
    2018-11-21 | Everybody wore it in [the early 90s]. | 199
    2018-11-21 | Everybody wore it in [the early-nineties]. | 199
    2018-11-21 | Temperatures will be in the early nineties. |
    """,
)
def the_early_nineties(twodigits: int) -> Meaning | None:
    return _stage("early", twodigits)


@book.entry(
    "phrase",
    _STAGED.format("mid"),
    """
    2018-11-21 | Everybody wore it in [the mid-90s]. | 199
    2018-11-21 | Everybody wore it in [the mid-nineties]. | 199
    2018-11-21 | Temperatures will be in the mid nineties. |
    """,
)
def the_mid_nineties(twodigits: int) -> Meaning | None:
    return _stage("mid", twodigits)


@book.entry(
    "phrase",
    _STAGED.format("late"),
    """
    2018-11-21 | Everybody wore it in [the late 90s]. | 199
    2018-11-21 | Everybody wore it in [the late-nineties]. | 199
    2018-11-21 | Temperatures will be in the late nineties. |
    """,
)
def the_late_nineties(twodigits: int) -> Meaning | None:
    return _stage("late", twodigits)


def _stage(stage: str, twodigits: int) -> Meaning | None:
    if twodigits % 10 or twodigits < 20:
        return None
    return Stage(stage, Decade(twodigits, short=True))


@book.entry(
    "day",
    "{weekday} [,] {amount} (after|from|following) {day:origin}",
    "2021-01-02 | He will be back [Sunday 3 weeks after 15 January]. | 2021-02-07",
)
def weekday_after_day(weekday: Weekday, amount: Duration, origin: Meaning) -> Meaning | None:
    weeks = amount.unit is not None and amount.unit >= Granularity.WEEK and not amount.vague
    return In(weekday, Around(Granularity.WEEK, From(amount, 1, origin))) if weeks else None


@book.entry(
    "monthday",
    "{smallmonth:month} {dayfigure}\n{dayfigure} [of] {smallmonth:month}",
    "2018-11-21 | he was born on [may 2nd], they say. | 2018-05-02",
)
def small_month_day(month: Month, dayfigure: int) -> MonthDay | None:
    return month_day(month, dayfigure)


@book.entry(
    "day",
    "{smallmonth:month} {daynum} [,] {fullyear}\n{daynum} {smallmonth:month} [,] {fullyear}",
    "2018-11-21 | he was born on [may 2, 1988]. | 1988-05-02",
)
def small_month_day_year(month: Month, daynum: int, fullyear: int) -> Meaning | None:
    return date(fullyear, month.number, daynum)


@book.entry(
    "whole",
    "{smallmonth:month} [of] {fullyear}",
    "2018-11-21 | it fell in [may 1988], they say. | 1988-05",
)
def small_month_of_year(month: Month, fullyear: int) -> Meaning:
    return In(month, Year(fullyear))


@book.entry(
    "phrase",
    "(in|during) <{smallmonth:month}>",
    """
    2018-11-21 | it fell in [may], they say. | 2018-05
    2018-11-21 | what he was in may never be known. |
    """,
)
def small_month(month: Month) -> Meaning:
    return month


@book.entry(
    "day",
    "{smallweekday:weekday} [,] [the] {dayfigure}",
    "2022-05-01 | he will be back [sat 13th]. | 2022-08-13",
)
def small_weekday_day(weekday: Weekday, dayfigure: int) -> Meaning:
    return WeekdayOfMonth(weekday.number, dayfigure)


@book.entry(
    "day",
    "{smallweekday} [,] {monthday}",
    "2018-11-21 | he left on [sun 4 November]. | 2018-11-04",
)
def small_weekday_monthday(smallweekday: Weekday, monthday: MonthDay) -> Meaning:
    return monthday


@book.entry(
    "set",
    "{monthday} (every|each) year\n(every|each) year on {monthday}\n(every|each) {monthday}",
    "2024-03-14 | They have met on [21 May every year] since [1859]. | XXXX-05-21; 1859",
)
def every_year_on(monthday: MonthDay) -> Meaning:
    return Repeated(f"XXXX-{monthday.month:02d}-{monthday.day:02d}", "EVERY")


@book.entry(
    "set",
    "(every|each) {weekday} at {clocktime}\n{weekdays:weekday} at {clocktime}",
    "2018-11-21 | They meet [every Tuesday at 7 p.m.] sharp. | XXXX-WXX-2T19:00",
)
def every_weekday_at(weekday: Weekday, clocktime: Clock) -> Meaning:
    hour = clocktime.of(0).timex3.partition("T")[2]
    return Repeated(f"XXXX-WXX-{weekday.number + 1}T{hour}", "EVERY")


@book.entry(
    "phrase",
    """
    from <{clocktime:first}> (to|until|till|-) <{looseclock:last}>
    between <{clocktime:first}> and <{looseclock:last}>
    """,
    """
    2018-11-21 | It is open from [9:30] to [11]. | 2018-11-21T09:30; 2018-11-21T11:00
    2018-11-21 | They ran from [9:30] to 11 men. | 2018-11-21T09:30
    """,
)
def clock_to_loose(first: Clock, last: Clock) -> Meaning:
    return Hours(*on_one_face(first, last))
