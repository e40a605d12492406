"""The nth week, the last Monday, the first nine months of a longer time, in English."""

from __future__ import annotations

from timeline.languages.en.amounts import FEW, lasting
from timeline.meanings import Around, Edge, Length, Meaning, Nth, Opening, This, Unit, Weekday
from timeline.patterns import PatternBook
from timeline.spans import Granularity

book = PatternBook("en")


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
    """,
    "2000-02-24 | A hearing is set for [the week of March 6]. | 2000-W10",
)
def week_of(day: Meaning) -> Meaning:
    return Around(Granularity.WEEK, day)
