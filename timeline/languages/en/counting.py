"""Times told by counting or comparing, in English: Tuesday the 19th, two Fridays from now."""

from __future__ import annotations

from timeline.languages.en.amounts import lasting
from timeline.languages.en.dates import date, month_day
from timeline.meanings import (
    Around,
    Between,
    Day,
    DayOfMonth,
    From,
    In,
    Last,
    Meaning,
    Month,
    Next,
    Nth,
    Recurring,
    Season,
    This,
    Unit,
    Weekday,
    WeekdayOfMonth,
    WorkDays,
    WorkWeek,
)
from timeline.patterns import PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")

WEEK = Unit(Granularity.WEEK)


@book.entry(
    "day",
    """
    {weekday} [,] [the] {dayfigure}
    (this|next|last) {weekday} [,] [the] {dayfigure}
    """,
    """
    2022-05-01 | He will be back [Tue 13th] at last. | 2022-09-13
    2019-06-10 | They meet [next Friday the 14th] again. | 2019-06-14
    """,
)
def weekday_dayfigure(weekday: Weekday, dayfigure: int) -> Meaning:
    return WeekdayOfMonth(weekday.number, dayfigure)


@book.entry(
    "time",
    "{weekday} {daynum}",
    """
    2019-01-25 | Are you free on [Monday 21]? | 2019-01-21
    2019-01-25 | On [Monday] 21 people came. | 2019-01-21
    """,
)
def weekday_daynum(weekday: Weekday, daynum: int) -> Meaning:
    return WeekdayOfMonth(weekday.number, daynum)


@book.entry(
    "day",
    "{weekday} [,] the {dayord}",
    """
    2019-06-10 | They meet on [Tuesday the eleventh]. | 2019-06-11
    2019-06-10 | On [Monday] the first bus was late. | 2019-06-10
    """,
)
def weekday_dayord(weekday: Weekday, dayord: int) -> Meaning | None:
    # "On Monday the first man" counts men; nobody counts eleven of them.
    return WeekdayOfMonth(weekday.number, dayord) if dayord > 10 else None


@book.entry(
    "day",
    "[the] {dayord} [day] of {relative}",
    "2020-07-01 | We come back on [the 20th of next month]. | 2020-08-20",
)
def day_of_relative_month(dayord: int, relative: Meaning) -> Meaning | None:
    month = getattr(relative, "what", None) == Unit(Granularity.MONTH)
    return In(DayOfMonth(dayord), relative) if month else None


@book.entry(
    "phrase",
    """
    (from|between) <{daynum:low}> (-|to|until|through|and) <{daynum:high} [of|in] {relative}>
    (from|between) <[the] {dayord:low}> (-|to|until|through|and) <[the] {dayord:high} of {relative}>
    """,
    "2016-11-07 | He was off from [4] to [22 this month]. | 2016-11-04; 2016-11-22",
)
def days_of_relative_month(low: int, high: int, relative: Meaning) -> Meaning | None:
    if getattr(relative, "what", None) != Unit(Granularity.MONTH) or low >= high:
        return None
    first, last = In(DayOfMonth(low), relative), In(DayOfMonth(high), relative)
    return Between(first, last)


@book.entry(
    "phrase",
    """
    [on|from] <{monthday}> (to|through|until|till|and|-) <the {dayord}>
    from <{day:monthday}> (to|through|until|till) <the {dayfigure:dayord}>
    """,
    "2016-11-07 | He was off from [27 April] to [the third]. | 2016-04-27; 2016-05-03",
)
def monthday_to_day(monthday: Meaning, dayord: int) -> Meaning:
    last = DayOfMonth(dayord)
    return Between(monthday, last)


@book.entry(
    "phrase",
    "from <the {dayord}> (to|through|until|till) <the {dayord:last} of {month}>",
    "2016-11-07 | He was off from [the 27th] to [the 3rd of May]. | 2016-04-27; 2016-05-03",
)
def day_to_monthday(dayord: int, last: int, month: Month) -> Meaning | None:
    end = month_day(month, last)
    if end is None:
        return None
    number = month.number if dayord < last else (month.number - 2) % 12 + 1
    start = month_day(Month(number), dayord)
    return Between(start, end) if start else None


@book.entry(
    "phrase",
    "from <the {dayord}> (to|through|until|till) <the {dayord:last} of {month} [,] {fullyear}>",
    "2016-11-07 | It ran from [the 13th] to [the 19th of May 1950]. | 1950-05-13; 1950-05-19",
)
def day_to_full_date(dayord: int, last: int, month: Month, fullyear: int) -> Meaning | None:
    first, end = (date(fullyear, month.number, day) for day in (dayord, last))
    return Between(first, end) if first and end and dayord < last else None


@book.entry(
    "time",
    "{number} {weekdays:weekday} (from now|hence|from today)",
    "2013-02-12 | They wed [three Fridays from now]. | 2013-03-01",
)
def weekdays_from_now(number: float, weekday: Weekday) -> Meaning | None:
    return Next(weekday, int(number), near=True) if number % 1 == 0 and number >= 1 else None


@book.entry(
    "time",
    "{number} {weekdays:weekday} (ago|back)",
    "2013-02-12 | They wed [two Thursdays ago]. | 2013-01-31",
)
def weekdays_ago(number: float, weekday: Weekday) -> Meaning | None:
    return Last(weekday, int(number), near=True) if number % 1 == 0 and number >= 1 else None


@book.entry(
    "time",
    "{number} {seasons} (ago|back)",
    "2023-03-06 | The mill closed [two winters ago]. | 2021-WI",
)
def seasons_ago(number: float, seasons: Season) -> Meaning | None:
    return Last(seasons, int(number)) if number % 1 == 0 and number >= 1 else None


@book.entry(
    "time",
    "{number} {seasons:what} (earlier|before)\n{number} {weekdays:what} (earlier|before)",
    "1950-01-01 | In [June 1946] he came; [two summers earlier] he had left. | 1946-06; 1944-SU",
)
def counted_earlier(number: float, what: Recurring) -> Meaning | None:
    whole = number % 1 == 0 and number >= 1
    return Last(what, int(number), "story", near=True) if whole else None


@book.entry(
    "time",
    "{number} {seasons:what} later\n{number} {weekdays:what} later",
    "1950-01-01 | In [June 1946] he came. [Two winters later] he left. | 1946-06; 1947-WI",
)
def counted_later(number: float, what: Recurring) -> Meaning | None:
    whole = number % 1 == 0 and number >= 1
    return Next(what, int(number), "story", near=True) if whole else None


@book.entry(
    "time",
    "[the] {unit} after next",
    "2018-07-02 | Show the sales of [the week after next]. | 2018-W29",
)
def unit_after_next(unit: Granularity) -> Meaning:
    return Next(Unit(unit), 2)


@book.entry(
    "time",
    "[the] {unit:what} before last\n[the] {season:what} before last",
    """
    2018-07-02 | Show the sales of [the week before last]. | 2018-W25
    2018-07-02 | It burned in [the summer before last]. | 2016-SU
    """,
)
def unit_before_last(what: Granularity | Recurring) -> Meaning:
    return Last(Unit(what) if isinstance(what, Granularity) else what, 2)


@book.entry(
    "day",
    "[the] {weekday} after next",
    "2013-02-12 | They wed on [the Wednesday after next]. | 2013-02-20",
)
def weekday_after_next(weekday: Weekday) -> Meaning:
    return Next(weekday, 2)


@book.entry(
    "day",
    "[the] {weekday} before last",
    "2013-02-12 | They wed on [the Wednesday before last]. | 2013-01-30",
)
def weekday_before_last(weekday: Weekday) -> Meaning:
    return Last(weekday, 2)


@book.entry(
    "time",
    """
    [the] {ordinal} [-] [to] [-] last {unit} (of|in) {time:outer}
    [the] {ordinal} {unit} from the end of {time:outer}
    """,
    "2013-02-12 | It closed in [the third last week of 2018]. | 2018-W50",
)
def nth_last_unit(ordinal: int, unit: Granularity, outer: Meaning) -> Meaning:
    return Nth(-ordinal, Unit(unit), outer)


@book.entry(
    "time",
    "[the] {ordinal} [-] [to] [-] last {weekday} (of|in) {time:outer}",
    "2013-02-12 | It closed on [the second last Friday of May 2018]. | 2018-05-18",
)
def nth_last_weekday(ordinal: int, weekday: Weekday, outer: Meaning) -> Meaning | None:
    return Nth(-ordinal, weekday, outer) if ordinal <= 5 else None


@book.entry(
    "time",
    "[the] (penultimate|next - to - last|next to last) {unit} (of|in) {time:outer}",
    "2013-02-12 | It closed in [the penultimate week of 2018]. | 2018-W51",
)
def penultimate(unit: Granularity, outer: Meaning) -> Meaning:
    return Nth(-2, Unit(unit), outer)


@book.entry(
    "day",
    """
    [the] {ordinal} week of {time:outer} [,] [on] {weekday}
    {weekday} [,] [of|in] [the] {ordinal} week of {time:outer}
    """,
    "2019-11-07 | They met [the 1st week of October on Friday] as ever. | 2019-10-04",
)
def weekday_of_nth_week(ordinal: int, outer: Meaning, weekday: Weekday) -> Meaning:
    return In(weekday, Nth(ordinal, WEEK, outer))


@book.entry(
    "day",
    "{weekday} [,] {amount} (from now|hence|from today)",
    "2021-01-02 | He is back [Thursday, two years from now]. | 2023-01-05",
)
def weekday_from_now(weekday: Weekday, amount: Duration) -> Meaning:
    return In(weekday, Around(Granularity.WEEK, From(amount, 1, Day(0))))


@book.entry(
    "day",
    "{weekday} in {amount}",
    "2021-01-02 | He will be back [Thursday in two weeks] again. | 2021-01-14",
)
def weekday_in_weeks(weekday: Weekday, amount: Duration) -> Meaning | None:
    weeks = amount.unit is not None and amount.unit >= Granularity.WEEK and not amount.vague
    return In(weekday, Around(Granularity.WEEK, From(amount, 1, Day(0)))) if weeks else None


@book.entry(
    "day",
    "{weekday} [,] {amount} ago",
    "2021-01-02 | He came on [Thursday, two weeks ago]. | 2020-12-17",
)
def weekday_ago(weekday: Weekday, amount: Duration) -> Meaning:
    return In(weekday, Around(Granularity.WEEK, From(amount, -1, Day(0))))


_WORK = "(business|working|work|trading)"


@book.entry(
    "length",
    f"[the] (next|coming|following) {{number}} {_WORK} (days|day)",
    "2018-08-20 | It takes [the next 4 business days] or more. | P4D",
)
def next_work_days(number: float) -> Meaning | None:
    return WorkDays(int(number), 1) if number >= 1 else None


@book.entry(
    "length",
    f"[the] (last|past|previous) {{number}} {_WORK} (days|day)",
    "2018-08-21 | It took [the previous 4 business days]. | P4D",
)
def last_work_days(number: float) -> Meaning | None:
    return WorkDays(int(number), -1) if number >= 1 else None


@book.entry(
    "phrase",
    f"in <{{number}} {_WORK} (days|day)>",
    "2016-11-07 | It will be back in [5 business days]. | 2016-11-14",
)
def in_work_days(number: float) -> Meaning | None:
    day = WorkDays(int(number), 1, last=True) if number >= 1 else None
    return day


@book.entry(
    "time",
    f"{{number}} {_WORK} (days|day) (from now|from today|hence)",
    "2016-11-07 | It is back [five working days from now]. | 2016-11-14",
)
def work_days_from_now(number: float) -> Meaning | None:
    return WorkDays(int(number), 1, last=True) if number >= 1 else None


@book.entry(
    "time",
    f"{{number}} {_WORK} (days|day) ago",
    "2016-11-07 | It came [five working days ago]. | 2016-10-31",
)
def work_days_ago(number: float) -> Meaning | None:
    return WorkDays(int(number), -1, last=True) if number >= 1 else None


_WEEKS = {"this": This(WEEK), "next": Next(WEEK), "last": Last(WEEK)}


def _work_week(which: str) -> None:
    @book.entry(
        "time",
        f"{which} (working|work|business) [-] week",
        "2018-06-26 | It will rain [next work week]. | 2018-W27" if which == "next" else "",
    )
    def work_week() -> Meaning:
        return WorkWeek(_WEEKS[which])


for _which in _WEEKS:
    _work_week(_which)


@book.entry("unit", "week - end")
def week_end() -> Granularity:
    return Granularity.WEEKEND


@book.entry(
    "time",
    "{weekday} (from|of) {relative}",
    "2013-02-12 | He came on [Sunday from last week]. | 2013-02-10",
)
def weekday_from_week(weekday: Weekday, relative: Meaning) -> Meaning | None:
    return In(weekday, relative) if getattr(relative, "what", None) == WEEK else None


@book.entry(
    "amount",
    "{number} {unit} {number:more} {units}\n{number} {unit} [,] {number:more} {unit:units}",
    "2013-07-11 | He leads by [3min 25sec] in all. | PT3M25S",
)
def singular_amounts(
    number: float, unit: Granularity, more: float, units: Granularity
) -> Duration | None:
    if units >= unit:
        return None
    return Duration(lasting(number, unit).parts + lasting(more, units).parts)
