"""Ago, earlier and later; so long from or before a time, in English."""

from __future__ import annotations

from typing import NamedTuple

from timeline.languages.en.amounts import FEW, lasting
from timeline.meanings import (
    About,
    From,
    In,
    Last,
    Meaning,
    Next,
    Recurring,
    Reference,
    Shift,
    Unit,
    Weekday,
)
from timeline.patterns import PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")


class Distance(NamedTuple):
    """How far a time is away: the amount, and the hedge before it, if any."""

    amount: Duration
    hedge: str | None = None

    def shift(self, sign: int, lean: str = "published") -> Meaning:
        """So far back (-1) or on (1)."""
        told = Shift(self.amount, sign, lean)
        return told if self.hedge is None else About(told, self.hedge)

    def since(self, sign: int, origin: Meaning) -> Meaning:
        """So far before (-1) or after (1) a time."""
        told = From(self.amount, sign, origin)
        return told if self.hedge is None else About(told, self.hedge)


@book.entry("distance", "{amount}")
def distance(amount: Duration) -> Distance:
    return Distance(amount)


@book.entry("distance", "{hedge} {amount}")
def hedged_distance(hedge: str, amount: Duration) -> Distance:
    return Distance(amount, hedge)


@book.entry(
    "unclear",
    "[quite] a [short|little] while\n(some|a short|a long) time\n[a few] moments\na moment",
)
def unclear() -> Duration:
    return Duration(((None, None),))


_EXACTLY = "to the (day|week|month|hour|minute)"
_AFTER = "(later|after|afterwards|afterward|thereafter|after that|after this)"
_BEFORE = "(earlier|previously|before|before that|before this)"


def _some(told: Granularity | Duration) -> Duration:
    """How far "weeks later" is, or "a while later"."""
    return told if isinstance(told, Duration) else lasting(FEW, told)


@book.entry(
    "time",
    f"""
    {{distance}} (ago|back)
    {{distance}} {_EXACTLY} ago
    """,
    """
    1998-04-24 | He was cleared [two years ago]. | 1996
    2000-01-06 | They sailed [six weeks ago]. | 1999-W47
    1998-03-22 | He met him [10 days ago]. | 1998-03-12
    2023-03-06 | They invaded [just over a year ago]. | 2022
    2023-03-06 | I met him [about ten years back]. | 2013
    2023-03-06 | It took [two days] back and forth, and [a day] back to Rome. | P2D; P1D
    """,
)
def ago(distance: Distance) -> Meaning | None:
    # "Two nights ago" is that night.
    nights = distance.amount.unit is Granularity.PART_OF_DAY
    return None if nights else distance.shift(-1)


@book.entry(
    "time",
    "[some] {units} (ago|back)",
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
    "{unclear} (ago|back)",
    """
    1998-02-27 | They left [a while ago]. | PAST_REF
    1998-02-27 | They left [some time ago]. | PAST_REF
    1998-02-27 | They left [moments ago]. | PAST_REF
    1998-02-27 | They left [a short while back]. | PAST_REF
    """,
)
def a_while_ago(unclear: Duration) -> Meaning:
    return Reference("past", lasting(3, Granularity.MONTH))


@book.entry(
    "time",
    f"""
    {{distance}} {_AFTER}
    {{distance}} {_EXACTLY} later
    """,
    """
    2024-03-14 | It began on [10 June 1940]. [A year to the day later] it fell. | 1940-06-10; 1941
    2024-03-14 | It began on [10 June 1940]; [six days later] it fell. | 1940-06-10; 1940-06-16
    2024-03-14 | It began on [10 June 1940]. [Six days after], it fell. | 1940-06-10; 1940-06-16
    2024-03-14 | It began on [10 June 1940], [six days] later than planned. | 1940-06-10; P6D
    2024-03-14 | He fell in [May 1910]; [about a month later] she wed. | 1910-05; 1910-06
    2024-03-14 | He fell in [1910]; [some ten years afterwards] she wed. | 1910; 1920
    2024-03-14 | It will open [about two weeks] later than planned. | P2W
    """,
)
def later(distance: Distance) -> Meaning:
    return distance.shift(1, "story")


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
    """
    [some] {units} (later|after|afterwards|afterward)
    {unclear:units} (later|after|afterwards|afterward)
    """,
    """
    2024-03-14 | He fell in [1910]; [some time later] she wed. | 1910; FUTURE_REF
    2024-03-14 | He fell; [weeks later] she wed. | FUTURE_REF
    2024-03-14 | He fell; [some weeks after], she wed. | FUTURE_REF
    """,
)
def units_later(units: Granularity | Duration) -> Meaning:
    return Shift(_some(units), 1, "story")


@book.entry(
    "time",
    f"""
    {{distance}} {_BEFORE}
    {{distance}} {_EXACTLY} earlier
    """,
    """
    2024-03-14 | It closed in [1910]. [Two years earlier] it had burned. | 1910; 1908
    2024-03-14 | It closed in [1910]. [Nearly two years earlier] it had burned. | 1910; 1908
    2024-03-14 | It closed in [1910]; the roof had gone [two years before]. | 1910; 1908
    2024-03-14 | It closed in [1910], [two years] before the war. | 1910; P2Y
    2024-03-14 | It burned for [two years] before it was sold. | P2Y
    2024-03-14 | It drifted for [about four hours] before tugs came. | PT4H
    2024-03-14 | It sank [roughly four hours] after tugs had come. | PT4H
    """,
)
def earlier(distance: Distance) -> Meaning:
    return distance.shift(-1, "story")


@book.entry(
    "time",
    "[some] {units} (earlier|before)\n{unclear:units} (earlier|before)",
    "2024-03-14 | He had left [weeks earlier]. | PAST_REF",
)
def units_earlier(units: Granularity | Duration) -> Meaning:
    return Shift(_some(units), -1, "story")


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
    "{distance} (from now|from right now|hence)",
    """
    2018-05-31 | It ends [three weeks from now]. | 2018-W25
    2018-05-31 | It ends [more than ten years from now]. | 2028
    """,
)
def from_now(distance: Distance) -> Meaning:
    return distance.shift(1)


@book.entry(
    "time",
    "[some] {units} (from now|hence)",
    "2018-05-31 | We shall laugh about it [years from now]. | FUTURE_REF",
)
def units_from_now(units: Granularity) -> Meaning:
    return Shift(lasting(FEW, units), 1)


@book.entry(
    "time",
    "{distance} (after|since|following) {day:origin}",
    """
    2022-12-01 | He left [two days after December 25, 2020]. | 2020-12-27
    2022-12-01 | He left [more than two weeks after December 25, 2020]. | 2021-01-08
    """,
)
def after_day(distance: Distance, origin: Meaning) -> Meaning:
    return distance.since(1, origin)


@book.entry(
    "time",
    "{distance} from {day:origin}",
    """
    2022-12-01 | He is due [two weeks from today]. | 2022-12-15
    2013-06-12 | He said it opens [a week from Friday]. | 2013-06-21
    """,
)
def from_day(distance: Distance, origin: Meaning) -> Meaning:
    coming = Next(origin, near=True) if isinstance(origin, Weekday) else origin
    return distance.since(1, coming)


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
    "{amount} before [the] new year",
    "2016-11-07 | We will meet [5 days before New Year]. | 2016-12-27",
)
def before_new_year(amount: Duration) -> Meaning:
    return From(amount, -1, Next(Unit(Granularity.YEAR)))


@book.entry(
    "time",
    "{distance} (before|prior to) {day:origin}",
    """
    2022-12-01 | He left [two days before December 25, 2020]. | 2020-12-23
    2022-12-01 | He left [about two weeks before December 25, 2020]. | 2020-12-11
    """,
)
def before_day(distance: Distance, origin: Meaning) -> Meaning:
    return distance.since(-1, origin)


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
