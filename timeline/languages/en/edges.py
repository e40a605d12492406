"""The beginning and the end of a time in English, with or without articles and in short."""

from __future__ import annotations

from timeline.meanings import Day, Edge, Meaning, Rest, This, Turn, Unit
from timeline.patterns import PatternBook
from timeline.spans import Granularity

book = PatternBook("en")

_SHORT = {"d": Granularity.DAY, "w": Granularity.WEEK, "m": Granularity.MONTH}
_SHORT |= {"q": Granularity.QUARTER, "y": Granularity.YEAR}


def _end_of(letter: str, unit: Granularity) -> None:
    shown = "2018-11-23 | It will be done by [the EOY]. | 2018" if letter == "y" else ""

    @book.entry("time", f"[the] eo{letter}", shown)
    def end_in_short() -> Meaning:
        return Edge("end", Day(0) if unit is Granularity.DAY else This(Unit(unit)))


for _letter, _unit in _SHORT.items():
    _end_of(_letter, _unit)


@book.entry(
    "time",
    """
    (eod|cob|[the] end of [the] day) [,|on] {day}
    {day} [,|by] (eod|cob|end of day)
    [the] (end|close) of [the] {day}
    """,
    """
    2018-11-23 | It will be done by [EOD Tuesday] at last. | 2018-11-27
    2018-11-23 | It was done by [end of Tuesday]. | 2018-11-20
    """,
)
def end_of_that_day(day: Meaning) -> Meaning:
    return Edge("end", day)


@book.entry(
    "time",
    "[the] (end|close) of {relative}",
    "2018-11-23 | It will be done by [end of next week]. | 2018-W48",
)
def end_of_relative(relative: Meaning) -> Meaning:
    return Edge("end", relative)


@book.entry(
    "time",
    """
    (end|close) of {month:told}
    (end|close) of {whole:told}
    (end|close) of [the] {quarter:told}
    end - {month:told}
    end - {whole:told}
    """,
    """
    2018-11-23 | It was done by [end of October]. | 2018-10
    2018-11-23 | It was done by [end-2017]. | 2017
    """,
)
def end_of_month(told: Meaning) -> Meaning:
    return Edge("end", told)


@book.entry(
    "time",
    "[the] (beginning|start) of {relative}",
    "2018-11-23 | It was done at [the beginning of last week]. | 2018-W46",
)
def start_of_relative(relative: Meaning) -> Meaning:
    return Edge("start", relative)


@book.entry(
    "time",
    "[the] (beginning|start) of [the] [fiscal|financial|calendar|school|academic|tax] {unit}",
    "2018-11-23 | It was done at [the beginning of the year]. | 2018",
)
def start_of_unit(unit: Granularity) -> Meaning | None:
    return Edge("start", This(Unit(unit), "story", near=True)) if unit > Granularity.DAY else None


@book.entry(
    "time",
    """
    [the] (rest|remainder|balance) of [the] {relative:outer}
    [the] (rest|remainder|balance) of the {unit:outer}
    [the] (rest|remainder) of {whole:outer}
    """,
    "2018-11-23 | It will snow for [the rest of the week]. | 2018-W47",
)
def rest_of(outer: Meaning | Granularity) -> Meaning:
    whole = This(Unit(outer), "story", near=True) if isinstance(outer, Granularity) else outer
    return Rest(whole, "later")


@book.entry(
    "time",
    "[the] (rest|remainder) of (my|our|your|his|her|their) {unit}",
    "2018-11-23 | He will rest for [the rest of his week]. | 2018-W47",
)
def rest_of_my(unit: Granularity) -> Meaning:
    return Rest(This(Unit(unit)), "later")


@book.entry(
    "time",
    "[the] turn of the century",
    "1995-01-01 | By [the turn of the century] the mines were shut. | 19 | [..1904~]",
)
def turn_of_the_century() -> Meaning:
    return Turn()


@book.entry(
    "time",
    "[the] turn of {centuries}",
    "2023-03-06 | At [the turn of the 20th century] it was a village. | 19 | 1895~/1904~",
)
def turn_of_century(centuries: Meaning) -> Meaning:
    return Turn(centuries)
