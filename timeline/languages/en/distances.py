"""Ago, earlier and later; so long from or before a time, in English."""

from __future__ import annotations

from timeline.languages.en.amounts import FEW, lasting
from timeline.meanings import About, From, In, Last, Meaning, Next, Recurring, Shift, Unit, Weekday
from timeline.patterns import PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")


@book.entry(
    "time", "{units} (earlier|before)", "2024-03-14 | He had left [weeks earlier]. | PAST_REF"
)
def units_earlier(units: Granularity) -> Meaning:
    return Shift(lasting(FEW, units), -1, "story")


@book.entry(
    "time",
    "{amount} ago\n{amount} to the (day|week|month|hour|minute) ago",
    """
    1998-04-24 | He was cleared [two years ago]. | 1996
    2000-01-06 | They sailed [six weeks ago]. | 1999-W47
    1998-03-22 | He met him [10 days ago]. | 1998-03-12
    """,
)
def ago(amount: Duration) -> Meaning | None:
    # "Two nights ago" is that night.
    return None if amount.unit is Granularity.PART_OF_DAY else Shift(amount, -1)


@book.entry(
    "time",
    "{hedge} {amount} ago",
    "2023-03-06 | They invaded [just over a year ago]. | 2022",
)
def hedged_ago(hedge: str, amount: Duration) -> Meaning:
    return About(Shift(amount, -1), hedge)


@book.entry(
    "time",
    "[some] {units} ago",
    """
    2024-03-14 | He left [years ago]. | PAST_REF
    2024-03-14 | He left [some years ago]. | PAST_REF
    2024-03-14 | The sea rose two million years ago. |
    """,
)
def units_ago(units: Granularity) -> Meaning:
    return Shift(lasting(FEW, units), -1)


@book.entry(
    "time",
    """
    {amount} [to the (day|week|month|hour|minute)] \
    (later|afterwards|afterward|thereafter|after that|after this)
    """,
    """
    2024-03-14 | It began on [10 June 1940]. [A year to the day later] it fell. | 1940-06-10; 1941
    2024-03-14 | It began on [10 June 1940]; [six days later] it fell. | 1940-06-10; 1940-06-16
    2024-03-14 | It began on [10 June 1940], [six days] later than planned. | 1940-06-10; P6D
    """,
)
def later(amount: Duration) -> Meaning:
    return Shift(amount, 1, "story")


@book.entry(
    "time",
    "{amount} on",
    """
    2024-03-14 | It burned in [May 1910]. [Ten years on], it was rebuilt. | 1910-05; 1920
    2024-03-14 | It opened in [May 1910]. He spent [ten years] on it. | 1910-05; P10Y
    2024-03-14 | It opened in [May 1910] with [ten years] on, he said, it. | 1910-05; P10Y
    """,
)
def years_on(amount: Duration) -> Meaning:
    return Shift(amount, 1, "story")


@book.entry(
    "time",
    "{hedge} {amount} (later|afterwards|afterward|thereafter)",
    """
    2024-03-14 | He fell in [May 1910]; [about a month later] she wed. | 1910-05; 1910-06
    2024-03-14 | He fell in [1910]; [some ten years afterwards] she wed. | 1910; 1920
    2024-03-14 | It will open [about two weeks] later than planned. | P2W
    """,
)
def hedged_later(hedge: str, amount: Duration) -> Meaning:
    return About(Shift(amount, 1, "story"), hedge)


@book.entry(
    "time",
    "{units} (later|afterwards)",
    "2024-03-14 | He fell; [weeks later] she wed. | FUTURE_REF",
)
def units_later(units: Granularity) -> Meaning:
    return Shift(lasting(FEW, units), 1, "story")


@book.entry(
    "time",
    """
    {amount} (earlier|previously|before|before that|before this)
    {amount} to the (day|week|month|hour|minute) earlier
    """,
    """
    2024-03-14 | It closed in [1910]. [Two years earlier] it had burned. | 1910; 1908
    2024-03-14 | It closed in [1910]; the roof had gone [two years before]. | 1910; 1908
    2024-03-14 | It closed in [1910], [two years] before the war. | 1910; P2Y
    2024-03-14 | It burned for [two years] before it was sold. | P2Y
    2024-03-14 | It drifted for [about four hours] before tugs came. | PT4H
    """,
)
def earlier(amount: Duration) -> Meaning:
    return Shift(amount, -1, "story")


@book.entry(
    "time",
    "{hedge} {amount} earlier",
    "2024-03-14 | It closed in [1910]. [Nearly two years earlier] it had burned. | 1910; 1908",
)
def hedged_earlier(hedge: str, amount: Duration) -> Meaning:
    return About(Shift(amount, -1, "story"), hedge)


@book.entry(
    "time",
    """
    {unit} - (ago|earlier)
    [the|a] {unit} - (ago|earlier) (period|month|week|year)
    [the] (prior|previous) - {unit} period
    """,
    """
    1989-11-01 | Sales in [the third quarter] beat [the year-ago period]. | 1989-Q3; 1988-Q3
    1989-11-01 | The [third-quarter] loss beat a [year-ago] gain. | 1989-Q3; 1988-Q3
    1989-11-01 | Net in [the third quarter] beat [the prior-year period]. | 1989-Q3; 1988-Q3
    """,
)
def year_ago(unit: Granularity) -> Meaning:
    return Shift(lasting(1, unit), -1, "story")


@book.entry(
    "phrase",
    "(the|a) <{unit} - (ago|earlier)>",
    "1989-11-01 | The [third-quarter] gain beat the [year-ago] loss. | 1989-Q3; 1988-Q3",
)
def the_year_ago(unit: Granularity) -> Meaning:
    return Shift(lasting(1, unit), -1, "story")


@book.entry(
    "time",
    "the year - (ago|earlier) {quarter}",
    "1989-11-01 | It beat [the year-ago third quarter] by far. | 1988-Q3",
)
def year_ago_quarter(quarter: Recurring) -> Meaning:
    return In(quarter, Last(Unit(Granularity.YEAR)))


@book.entry(
    "time",
    "{amount} (from now|from right now|hence)",
    "2018-05-31 | It ends [three weeks from now]. | 2018-W25",
)
def from_now(amount: Duration) -> Meaning:
    return Shift(amount, 1)


@book.entry(
    "time",
    "{units} (from now|hence)",
    "2018-05-31 | We shall laugh about it [years from now]. | FUTURE_REF",
)
def units_from_now(units: Granularity) -> Meaning:
    return Shift(lasting(FEW, units), 1)


@book.entry(
    "time",
    "{amount} (after|since|following) {day:origin}",
    "2022-12-01 | He left [two days after December 25, 2020]. | 2020-12-27",
)
def after_day(amount: Duration, origin: Meaning) -> Meaning:
    return From(amount, 1, origin)


@book.entry(
    "time",
    "{amount} from {day:origin}",
    """
    2022-12-01 | He is due [two weeks from today]. | 2022-12-15
    2013-06-12 | He said it opens [a week from Friday]. | 2013-06-21
    """,
)
def from_day(amount: Duration, origin: Meaning) -> Meaning:
    coming = Next(origin, near=True) if isinstance(origin, Weekday) else origin
    return From(amount, 1, coming)


@book.entry(
    "day",
    "{amount} ago {weekday}",
    """
    2013-06-12 | He left [a week ago Tuesday]. | 2013-06-04
    2013-06-12 | He left [ten years ago Sunday]. | 2003-06-09
    """,
)
def ago_weekday(amount: Duration, weekday: Weekday) -> Meaning | None:
    whole = amount.unit in (Granularity.WEEK, Granularity.YEAR) and not amount.vague
    return From(amount, -1, weekday) if whole else None


@book.entry(
    "time",
    "{hedge} {amount} (from|after|since|following) {day:origin}",
    "2022-12-01 | He left [more than two weeks after December 25, 2020]. | 2021-01-08",
)
def hedged_after_day(hedge: str, amount: Duration, origin: Meaning) -> Meaning:
    return About(From(amount, 1, origin), hedge)


@book.entry(
    "time",
    "{hedge} {amount} (before|prior to) {day:origin}",
    "2022-12-01 | He left [about two weeks before December 25, 2020]. | 2020-12-11",
)
def hedged_before_day(hedge: str, amount: Duration, origin: Meaning) -> Meaning:
    return About(From(amount, -1, origin), hedge)


@book.entry(
    "time",
    "{amount} before [the] new year",
    "2016-11-07 | We will meet [5 days before New Year]. | 2016-12-27",
)
def before_new_year(amount: Duration) -> Meaning:
    return From(amount, -1, Next(Unit(Granularity.YEAR)))


@book.entry(
    "time",
    "{amount} (before|prior to) {day:origin}",
    "2022-12-01 | He left [two days before December 25, 2020]. | 2020-12-23",
)
def before_day(amount: Duration, origin: Meaning) -> Meaning:
    return From(amount, -1, origin)


@book.entry(
    "time",
    "(the|a) {unit} (after|following) {day:origin}",
    "2022-12-01 | He left [the day after December 25, 2020]. | 2020-12-26",
)
def unit_after(unit: Granularity, origin: Meaning) -> Meaning:
    return From(lasting(1, unit), 1, origin)


@book.entry(
    "time",
    "(the|a) {unit} before {day:origin}",
    "2022-12-01 | He left [the day before December 25, 2020]. | 2020-12-24",
)
def unit_before(unit: Granularity, origin: Meaning) -> Meaning:
    return From(lasting(1, unit), -1, origin)
