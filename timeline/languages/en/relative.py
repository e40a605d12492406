"""Last, next and this; today and yesterday, in English."""

from __future__ import annotations

from timeline.languages.en.amounts import lasting
from timeline.meanings import (
    Coming,
    Day,
    Holiday,
    In,
    Last,
    Latest,
    Meaning,
    Month,
    MonthDay,
    Next,
    Part,
    PartOfDay,
    Recurring,
    SamePeriod,
    Season,
    Shift,
    This,
    Unit,
    Weekday,
)
from timeline.patterns import PatternBook
from timeline.spans import Granularity

book = PatternBook("en")


@book.entry(
    "day",
    "(today|tdy)",
    """
    2023-03-06 | The vote is [today]. | 2023-03-06
    2023-03-06 | They run [tdy] for 5 miles. | 2023-03-06
    """,
)
def today() -> Meaning:
    return Day(0)


@book.entry("day", "yesterday", "2023-03-06 | He spoke [yesterday]. | 2023-03-05")
def yesterday() -> Meaning:
    return Day(-1)


@book.entry(
    "day",
    "(tomorrow|tmrw|tmw|tmr|tomo|tommorow|tommorrow|tomorow)",
    """
    2023-03-06 | He will speak [tomorrow]. | 2023-03-07
    2023-03-06 | We can go at [6pm tmr] by bus. | 2023-03-07T18:00
    """,
)
def tomorrow() -> Meaning:
    return Day(1)


@book.entry(
    "day",
    "[the] day before yesterday",
    "2023-03-06 | He left [the day before yesterday]. | 2023-03-04",
)
def day_before_yesterday() -> Meaning:
    return Day(-2)


@book.entry(
    "day", "[the] day after tomorrow", "2023-03-06 | It ends [the day after tomorrow]. | 2023-03-08"
)
def day_after_tomorrow() -> Meaning:
    return Day(2)


@book.entry("recurring", "{month}")
def any_month(month: Month) -> Recurring:
    return month


@book.entry("recurring", "{weekday}")
def any_weekday(weekday: Weekday) -> Recurring:
    return weekday


@book.entry("recurring", "{season}")
def any_season(season: Season) -> Recurring:
    return season


@book.entry("recurring", "{unit}\n(fiscal|calendar|financial|school|academic|tax) {unit}")
def any_unit(unit: Granularity) -> Recurring:
    return Unit(unit)


@book.entry("recurring", "{monthday}")
def any_day(monthday: Recurring) -> Recurring:
    return monthday


@book.entry("recurring", "{holiday}")
def any_holiday(holiday: Recurring) -> Recurring:
    return holiday


@book.entry("recurring", "{quarter}")
def any_quarter(quarter: Part) -> Recurring:
    return quarter


def _long_enough(what: Recurring, least: Granularity = Granularity.DAY) -> bool:
    return not isinstance(what, Unit) or what.granularity > least


@book.entry(
    "relative",
    "last {recurring}",
    """
    2023-03-06 | Troops took it back [last September]. | 2022-09
    2024-03-14 | Floods [last week] cut the road. | 2024-W10
    2023-03-06 | It was the last remaining resupply route. |
    2023-03-06 | He spoke [last Friday]. | 2023-03-03
    2023-04-06 | They fought [last February]. | 2022-02
    2023-04-06 | He fought to the last day, and it was his last week there. |
    """,
)
def last(recurring: Recurring) -> Meaning | None:
    return Last(recurring) if _long_enough(recurring, Granularity.HOUR) else None


@book.entry(
    "time",
    "the last {unit}\nthe {unit} just (ended|past|over|completed)",
    """
    2024-05-14 | Sales rose in [the last quarter]. | 2024-Q1
    2024-05-14 | Sales rose in [the quarter just ended]. | 2024-Q1
    2024-05-14 | It was the last week of the war. |
    """,
)
def the_last(unit: Granularity) -> Meaning | None:
    return Last(Unit(unit)) if Granularity.DAY < unit < Granularity.DECADE else None


@book.entry(
    "time",
    "last {unit}",
    """
    2016-11-07T12:30 | They counted thirteen of them [last minute]. | 2016-11-07T12:29
    2016-11-07T12:30 | It was saved at the last minute. |
    """,
)
def last_short(unit: Granularity) -> Meaning | None:
    return Last(Unit(unit)) if unit < Granularity.PART_OF_DAY else None


@book.entry(
    "relative",
    "this past {recurring}\nthe past {recurring}\npast {recurring}",
    "1989-10-30 | Costs rose [this past spring]. | 1989-SP",
)
def this_past(recurring: Recurring) -> Meaning | None:
    if isinstance(recurring, Unit) and recurring.granularity is not Granularity.WEEKEND:
        return None
    return Last(recurring, near=True)


@book.entry(
    "relative",
    "(the previous|the preceding|the prior|previous|the year 's previous) {recurring}",
    """
    1989-10-30 | It lost 4.5% from [the previous Friday]. | 1989-10-27
    2023-07-26 | He had told them so [the preceding week]. | 2023-W29
    """,
)
def previous(recurring: Recurring) -> Meaning | None:
    return Last(recurring, lean="story") if _long_enough(recurring, Granularity.HOUR) else None


@book.entry(
    "relative",
    "(next|nxt) {recurring}",
    """
    2023-03-06 | They vote [next month]. | 2023-04
    2023-03-06 | He flies [next Tuesday]. | 2023-03-14
    """,
)
def next_(recurring: Recurring) -> Meaning | None:
    return Next(recurring) if _long_enough(recurring, Granularity.MINUTE) else None


@book.entry(
    "relative",
    "(the coming|coming|the upcoming|upcoming|this coming|this upcoming) {recurring}",
    "2023-03-06 | He flies [this coming Tuesday]. | 2023-03-07",
)
def coming(recurring: Recurring) -> Meaning | None:
    return Next(recurring, near=True) if _long_enough(recurring, Granularity.MINUTE) else None


@book.entry(
    "relative",
    "(the following|the next|the ensuing|the subsequent|the very next) {recurring}",
    """
    2024-03-14 | He fell in [1914] and died [the following year]. | 1914; 1915
    2024-03-14 | In [1889] she wed, and [the following spring] they moved. | 1889; 1890-SP
    2024-03-14 | It grew until [1900]. During [the next decade] it shrank. | 1900; P10Y
    """,
)
def following(recurring: Recurring) -> Meaning | None:
    unit = recurring.granularity if isinstance(recurring, Unit) else Granularity.DAY
    if unit >= Granularity.DECADE:
        # Ten years from there, whatever their numbers.
        return Coming(lasting(1, unit), "story")
    return Next(recurring, lean="story") if _long_enough(recurring, Granularity.HOUR) else None


@book.entry(
    "relative",
    "following {recurring}",
    """
    2024-03-14 | He fell in [1914], and [following year] she died. | 1914; 1915
    2023-03-06 | They left following [Wednesday]'s quake. | 2023-03-01
    """,
)
def following_unit(recurring: Recurring) -> Meaning | None:
    return following(recurring) if isinstance(recurring, Unit) else None


@book.entry(
    "relative",
    "this {recurring}",
    """
    2023-03-06 | They meet [this week]. | 2023-W10
    2023-03-06 | The vote is [this Friday]. | 2023-03-10
    """,
)
def this(recurring: Recurring) -> Meaning | None:
    return This(recurring) if _long_enough(recurring, Granularity.HOUR) else None


@book.entry(
    "relative",
    "(the current|the present|current) {recurring}",
    "2023-03-06 | Sales grew in [the current year]. | 2023",
)
def the_current(recurring: Recurring) -> Meaning | None:
    return This(recurring, lean="now") if _long_enough(recurring, Granularity.HOUR) else None


@book.entry(
    "time",
    "(the|its|their) (latest|most recent) [fiscal|financial] year",
    "1989-10-26 | It had a loss in [its latest fiscal year]. | 1988",
)
def latest_year() -> Meaning:
    return Last(Unit(Granularity.YEAR))


@book.entry(
    "time",
    "(the latest|the most recent|the comparable|the corresponding) (quarter|period|three months)",
    "1989-10-26 | [Third-quarter] net fell. [The latest period] had a gain. | 1989-Q3; 1989-Q3",
)
def latest_period() -> Meaning:
    return Latest(Unit(Granularity.QUARTER))


@book.entry(
    "time",
    """
    (the|the comparable|the corresponding|the same|the like) (quarter|three months) \
    [of|in] (a year ago|a year earlier|a year before|the year before|last year)
    last year 's quarter
    last year 's (comparable|corresponding) quarter
    [the|a] [comparable|corresponding] year - (ago|earlier) quarter
    [the] (prior|previous) - year quarter
    """,
    "1989-10-26 | [Third-quarter] sales fell below [last year's quarter]. | 1989-Q3; 1988-Q3",
)
def same_last_year() -> Meaning:
    return Shift(lasting(4, Granularity.QUARTER), -1, "story")


@book.entry(
    "time",
    """
    (the|the comparable|the corresponding|the same|the like) period \
    [of [the]|in [the]] (a year ago|a year earlier|a year before|the year before|last year)
    last year 's [comparable|corresponding] period
    [the] (comparable|corresponding) year - (ago|earlier) period
    """,
    """
    1989-10-26 | [Third-quarter] net beat [the corresponding period last year]. | 1989-Q3; 1988-Q3
    1989-07-26 | In [the first six months] it lost less than in [last year's period]. | P6M; 1988-H1
    """,
)
def same_period_last_year() -> Meaning:
    return SamePeriod(lasting(4, Granularity.QUARTER), -1, "story")


@book.entry(
    "relative",
    "the same month [of|in] (a year ago|a year earlier|a year before|the year before|last year)",
    "2013-06-12 | Sales in [May] beat [the same month last year]. | 2013-05; 2012-05",
)
def same_month_last_year() -> Meaning:
    return Shift(lasting(12, Granularity.MONTH), -1, "story")


@book.entry(
    "relative",
    "(that|the same|that same|that very|the latter) {recurring}",
    """
    2024-03-14 | He fell in [1914]. [That year] she wed. | 1914; 1914
    2024-03-14 | It was built between [1911] and [1914], opening in [the latter year]. | \
1911; 1914; 1914
    """,
)
def that(recurring: Recurring) -> Meaning | None:
    return This(recurring, lean="story") if _long_enough(recurring, Granularity.HOUR) else None


@book.entry(
    "time",
    """
    the {unit} (before|earlier)
    the {part:unit} before
    the {season:unit} before
    the {weekday:unit} before
    """,
    """
    2024-03-14 | It fell on [2 May 1945]. [The day before], he fled. | 1945-05-02; 1945-05-01
    2024-03-14 | It sank in [2002]. It had been sold [the winter before]. | 2002; 2001-WI
    2024-03-14 | It fell on [2 May 1945]. [The Sunday before], he fled. | 1945-05-02; 1945-04-29
    """,
)
def the_unit_before(unit: object) -> Meaning | None:
    if isinstance(unit, str):
        return In(PartOfDay(unit), Day(-1, "story"))
    if isinstance(unit, Season | Weekday):
        return Last(unit, lean="story")
    return Last(Unit(unit), lean="story") if isinstance(unit, Granularity) else None


@book.entry(
    "time",
    "the {unit} (after|following|later)",
    "2024-03-14 | It fell on [2 May 1945]; [the day after], he fled. | 1945-05-02; 1945-05-03",
)
def the_unit_after(unit: Granularity) -> Meaning:
    return Next(Unit(unit), lean="story")


@book.entry(
    "time",
    "the {unit}",
    """
    1989-11-02 | Sales for [the year] rose. | 1989
    1998-02-13 | He flew home [later in the day]. | 1998-02-13
    1998-02-13 | Little has changed in [the decade] since it fell. | P10Y
    1998-02-13 | Forty died in [the week] before the vote. | P1W
    """,
)
def the_unit(unit: Granularity) -> Meaning | None:
    if unit < Granularity.DAY or unit > Granularity.CENTURY:
        return None
    if unit is Granularity.WEEKEND:
        return Unit(unit)
    if unit is Granularity.QUARTER:
        return Latest(Unit(unit))
    return This(Unit(unit), lean="story", near=True)


@book.entry(
    "time",
    "the (full|fiscal|calendar) year",
    "1989-11-02 | Sales for [the full year] rose. | 1989",
)
def the_full_year() -> Meaning:
    return This(Unit(Granularity.YEAR), lean="story", near=True)


@book.entry("time", "{relative}", "2023-03-06 | Prices rose [last year]. | 2022")
def relative(relative: Meaning) -> Meaning:
    return relative


@book.entry("day", "{relative}")
def relative_day(relative: Meaning) -> Meaning | None:
    what = getattr(relative, "what", None)
    days = isinstance(what, Weekday | MonthDay | Holiday)
    return relative if days or what == Unit(Granularity.DAY) else None


@book.entry("outer", "{relative}\nthe {unit:relative}")
def outer_relative(relative: object) -> Meaning:
    if isinstance(relative, Granularity):
        return This(Unit(relative))
    assert isinstance(relative, Meaning)
    return relative


@book.entry("day", "{weekday} week", "2024-03-14 | It opens on [Monday week]. | 2024-03-25")
def weekday_week(weekday: Weekday) -> Meaning:
    return Next(weekday, 2)
