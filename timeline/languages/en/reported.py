"""Periods that business reports tell without their year, in English: "full-year profit"."""

from __future__ import annotations

import re

from timeline.languages.en.amounts import lasting
from timeline.languages.en.guardwords import after, any_of, before
from timeline.meanings import (
    Around,
    Day,
    From,
    Half,
    In,
    Length,
    Meaning,
    Opening,
    This,
    Unit,
    Year,
)
from timeline.patterns import PatternBook
from timeline.spans import Granularity

book = PatternBook("en")

# Results of a year are told within so many months of its end.
RESULTS_IN = 4
# What opens a year and is reported by itself.
_REPORTED = (6, 9)


def _year_of(months: int, sign: int) -> Meaning:
    """The year that holds the day so many months from publication."""
    return Around(Granularity.YEAR, From(lasting(months, Granularity.MONTH), sign, Day(0)))


@book.entry(
    "time",
    "full - year",
    """
    2022-11-03 | They cut their [full-year] forecast. | 2022
    2023-02-16 | Sales fell and [full-year] profit halved. | 2022
    2023-02-16 | They kept their [full-year] outlook. | 2023
    """,
)
def full_year() -> Meaning:
    return _year_of(RESULTS_IN, -1)


@book.entry(
    "time",
    "full - year {fullyear}",
    "2022-11-03 | They cut the [full-year 2023] forecast. | 2023",
)
def full_year_told(fullyear: int) -> Meaning:
    return Year(fullyear)


@book.entry(
    "length",
    "half - year\nthe half year",
    """
    2022-08-03 | It rose by a third in the [half-year] report. | P6M
    2022-08-03 | [Half-year] profit rose. | P6M | 2022-01/2022-06
    2022-08-03 | It grew in [the half year] ended [30 June]. | P6M; 2022-06-30
    """,
)
def half_year() -> Meaning:
    return Length(lasting(6, Granularity.MONTH))


@book.entry(
    "time",
    "half - year {fullyear}",
    "2022-11-03 | They met the [half-year 2022] goal. | 2022-H1",
)
def half_year_told(fullyear: int) -> Meaning:
    return In(Half(1), Year(fullyear))


@book.entry(
    "time",
    "the new year",
    """
    2022-11-03 | Prices will rise in [the new year]. | 2023
    2023-02-03 | Prices have risen since [the new year]. | 2023
    2022-12-30 | They rang in the new year at sea. |
    """,
)
def new_year() -> Meaning:
    return _year_of(6, 1)


_BEFORE_NEW_YEAR, _GREETED = before("new_year"), before("new_year", "greeting")


def when(text: str, start: int, end: int) -> bool:
    """ "In the new year" tells when; "they rang in the new year" what they did.

    >>> when("It opens in the new year.", 12, 24), when("They rang in the new year.", 13, 25)
    (True, False)
    """
    left = text[max(0, start - 16) : start]
    return _BEFORE_NEW_YEAR.search(left) is not None and _GREETED.search(left) is None


_FORECAST, _OF_FIGURES = after("full_year", "forecast"), after("full_year", "figures")
_FIGURES = re.compile(rf"\b{any_of('full_year', 'figures')}\b")
# So near "the nine months" stands what they brought.
BEFORE, BEHIND = 40, 60


def forecast(text: str, start: int, end: int, meaning: Meaning) -> Meaning:
    """A "full-year forecast" is of the year that goes on.

    >>> forecast("Their full-year forecast.", 6, 15, full_year())
    This(Unit(year))
    """
    return This(Unit(Granularity.YEAR)) if _FORECAST.match(text, end, end + 24) else meaning


def reported(text: str, start: int, end: int, meaning: Meaning) -> Meaning:
    """ "Nine-month profit" and "sales for the nine months" are of the first of the year.

    >>> nine = Length(lasting(9, Granularity.MONTH))
    >>> reported("Nine-month sales fell.", 0, 10, nine).length.timex3
    'P9M'
    """
    if not isinstance(meaning, Length) or meaning.length.unit is not Granularity.MONTH:
        return meaning
    months = meaning.length.parts[0][0]
    if months not in _REPORTED:
        return meaning
    told = _OF_FIGURES.match(text, end, end + 24)
    if text.startswith(("the ", "The "), start):
        told = _FIGURES.search(text, max(0, start - BEFORE), end + BEHIND)
    return Opening(meaning.length, _year_of(int(months), -1)) if told else meaning


GUARDS = {"new_year": when}
TURNS = {"full_year": forecast, "half_year": reported, "hyphened": reported, "the_number": reported}
