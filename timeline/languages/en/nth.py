"""The nth week, the last Monday, the first nine months of a longer time, in English."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.en.amounts import FEW, lasting
from timeline.meanings import (
    Around,
    Century,
    CountedDay,
    Decade,
    Edge,
    Holiday,
    In,
    Length,
    Meaning,
    Nth,
    NumberedDay,
    Opening,
    Stage,
    This,
    Unit,
    Weekday,
    Year,
)
from timeline.patterns import PatternBook
from timeline.spans import Granularity

book = PatternBook("en")

#: No count of days goes further than this.
_MOST = 400


@book.entry(
    "time",
    "[the] {ordinal} {unit} (of|in) {time:outer}",
    """
    2024-03-14 | It met in [the first week of June 2019]. | 2019-W23
    2024-03-14 | It grew in [the first quarter of the 19th century]. | 18
    """,
)
def ordinal_unit(ordinal: int, unit: Granularity, outer: Meaning) -> Meaning:
    if _is_fourth(unit, outer) and ordinal <= 4:
        return Stage(("early", "mid", "mid", "late")[ordinal - 1], outer)
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
    """
    2024-03-14 | It met in [the last week of June 2019]. | 2019-W26
    2024-03-14 | It grew in [the last quarter of the 19th century]. | 18
    """,
)
def last_unit_of(unit: Granularity, outer: Meaning) -> Meaning:
    return Stage("late", outer) if _is_fourth(unit, outer) else Nth(-1, Unit(unit), outer)


def _is_fourth(unit: Granularity, outer: Meaning) -> bool:
    """Whether "the last quarter of the 19th century" is a fourth of it, and not of a year."""
    return unit is Granularity.QUARTER and isinstance(outer, Century | Decade)


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
    "the (final|closing) {number} {units}",
    "2014-09-19 | In [the final two weeks] of the campaign it fell. | P2W",
)
def final_months(number: float, units: Granularity) -> Meaning:
    return Length(lasting(number, units))


@book.entry(
    "length",
    "[the] (last|final|closing) {number} {units} of {time:outer}",
    "2024-03-14 | In [the last two weeks of June 2019] it rained. | P2W",
)
def last_months_of(number: float, units: Granularity, outer: Meaning) -> Meaning | None:
    return None if number == FEW else Opening(lasting(number, units), outer, last=True)


@book.entry(
    "time",
    "[the] (first|opening) {units} of {time:outer}",
    "2024-03-14 | It fell in [the opening weeks of 1944]. | 1944 | 1944-01~/1944-04~",
)
def first_units_of(units: Granularity, outer: Meaning) -> Meaning:
    return Edge("start", outer)


@book.entry(
    "time",
    "[the] (last|final|closing|dying) {units} of {time:outer}",
    """
    2024-03-14 | It fell in [the last days of April 1945]. | 1945-04 | 1945-04-21~/1945-04-30~
    2024-03-14 | It fell in [1945], in the last days of the war. | 1945
    """,
)
def last_units_of(units: Granularity, outer: Meaning) -> Meaning:
    return Edge("end", outer)


@book.entry(
    "time",
    """
    [the] week (of|beginning|starting|commencing|ending) [on] {day}
    [the] week (of|beginning|starting|commencing|ending) [on] {shortdate:day}
    [the] {holiday:day} week
    """,
    """
    2000-02-24 | A hearing is set for [the week of March 6]. | 2000-W10
    1991-02-07 | It will shut in [Christmas week]. | 1991-W52
    """,
)
def week_of(day: Meaning) -> Meaning:
    return Around(Granularity.WEEK, day)


@book.entry(
    "time",
    "[the] {holiday} week [of|in|,] {fullyear}",
    "1991-02-07 | They rose in [Easter week of 1916]. | 1916-W17",
)
def holiday_week_of_year(holiday: Holiday, fullyear: int) -> Meaning:
    return Around(Granularity.WEEK, In(holiday, Year(fullyear)))


@book.entry(
    "time",
    "day {number}",
    """
    2024-03-14 | Admitted on [3 May 2023], he fell on [day 3 of admission]. | 2023-05-03; 2023-05-05
    2024-03-14 | He fell on day 3.
    """,
)
def day_number(number: float) -> Meaning | None:
    return CountedDay(int(number)) if number % 1 == 0 and 0 < number <= _MOST else None


@book.entry(
    "time",
    "(hospital|inpatient) day {number}",
    "2024-03-14 | Admitted on [3 May 2023], he fell on [hospital day 3]. | 2023-05-03; 2023-05-05",
)
def hospital_day(number: float) -> Meaning | None:
    day = day_number(number)
    return replace(day, since="admission") if isinstance(day, CountedDay) else None


@book.entry(
    "time",
    "[the] {ordinal} [full|whole] day",
    """
    1643-06-14 | War came on [3 May]. He fell on [the ninth day of the war]. | 1643-05-03;1643-05-11
    2024-03-14 | It fell on the ninth day.
    """,
)
def ordinal_day(ordinal: int) -> Meaning:
    return CountedDay(ordinal, named=True)


@book.entry(
    "time",
    """
    day {number} [,|:|-|–] {day}
    day {number} \\( {day} \\)
    {day} \\( day {number} \\)
    """,
    """
    2024-03-14 | [Day 1 (5 August 2019)]. It rained. [Day 3]. It snowed. | 2019-08-05 ; 2019-08-07
    """,
)
def numbered_day(number: float, day: Meaning) -> Meaning | None:
    if number % 1 or not 0 < number <= _MOST:
        return None
    if not isinstance(day, Weekday):
        return NumberedDay(int(number), day)
    # "Day 4 (Thursday)" is found by its number, day 1 by its weekday.
    return CountedDay(int(number)) if number > 1 else None
