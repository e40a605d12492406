"""Quarters, halves and fiscal years in English."""

from __future__ import annotations

from timeline.meanings import (
    HALVES,
    FiscalQuarter,
    FiscalYear,
    Fixed,
    Half,
    In,
    Meaning,
    Month,
    Quarter,
    Recurring,
    Stage,
    This,
    Unit,
    Year,
)
from timeline.patterns import PatternBook
from timeline.spans import Granularity

book = PatternBook("en")


@book.entry(
    "time",
    "{ordinal} - quarter",
    """
    1989-10-26 | The [third-quarter] loss grew. | 1989-Q3
    1989-08-26 | It had a [second-quarter] loss, and [second-quarter] sales fell. | 1989-Q2; 1989-Q2
    """,
)
def hyphened_quarter(ordinal: int) -> Meaning | None:
    return Quarter(ordinal) if ordinal <= 4 else None


@book.entry(
    "time",
    "fiscal [-] {ordinal} - quarter\nfiscal - {ordinal} quarter",
    "1989-10-26 | The [fiscal first-quarter] loss grew. | 1989-Q1",
)
def hyphened_fiscal_quarter(ordinal: int) -> Meaning | None:
    return FiscalQuarter(ordinal) if ordinal <= 4 else None


@book.entry(
    "quarter",
    "{month:first} (-|to|through) {month:last} (quarter|qtr)",
    "2009-03-30 | It expects a loss for [the January-March quarter]. | 2009-Q1",
)
def quarter_by_months(first: Month, last: Month) -> Recurring | None:
    whole = first.number % 3 == 1 and last.number == first.number + 2
    return Quarter(last.number // 3) if whole else None


@book.entry("quarter", "{ordinal} (quarter|qtr)")
def ordinal_quarter(ordinal: int) -> Recurring | None:
    return Quarter(ordinal) if ordinal <= 4 else None


@book.entry(
    "quarter",
    """
    {ordinal} fiscal (quarter|qtr)
    fiscal [-] {ordinal} (quarter|qtr)
    fiscal year {ordinal} (quarter|qtr)
    """,
)
def fiscal_quarter(ordinal: int) -> Recurring | None:
    return FiscalQuarter(ordinal) if ordinal <= 4 else None


@book.entry("quarter", "{ordinal} half\n{ordinal} - half")
def ordinal_half(ordinal: int) -> Recurring | None:
    return Half(ordinal) if ordinal <= 2 else None


@book.entry(
    "time",
    """
    {quarter}
    the {quarter}
    the [latest|recent|year 's] {quarter}
    """,
    """
    1989-10-26 | Profit rose in [the third quarter]. | 1989-Q3
    1989-10-26 | Profit rose in the company's [third quarter]. | 1989-Q3
    """,
)
def quarter(quarter: Recurring) -> Meaning:
    return quarter


@book.entry(
    "time",
    "[the] {quarter} (of|in) {whole}\n[the] {quarter} [,|-] {whole}",
    "1989-10-27 | It paid in [the third quarter of 1984]. | 1984-Q3",
)
def quarter_of_year(quarter: Recurring, whole: Meaning) -> Meaning | None:
    if isinstance(whole, FiscalYear) and isinstance(quarter, Quarter):
        return FiscalQuarter(quarter.number).within(whole)
    return half_of(quarter.number, whole) if isinstance(quarter, Half) else In(quarter, whole)


@book.entry(
    "time",
    "[the] {quarter} of (the|the fiscal|the financial) {unit}\n[the] {quarter} of its {unit}",
    "1989-10-27 | It will do better in [the second half of the year]. | 1989-H2",
)
def quarter_of_the_year(quarter: Recurring, unit: Granularity) -> Meaning | None:
    return In(quarter, This(Unit(unit))) if unit is Granularity.YEAR else None


def half_of(number: int, whole: Meaning) -> Meaning | None:
    """The half of a year that papers name, "1990-H2", or a half of any other time."""
    if number > 2:
        return None
    of_years = isinstance(whole, Year | FiscalYear) or _unit(whole) is Granularity.YEAR
    return In(Half(number), whole) if of_years else Stage(HALVES[number - 1], whole)


def _unit(whole: Meaning) -> Granularity | None:
    """The granularity of a time told by a unit: "last year"."""
    if isinstance(whole, Fixed):
        return whole.span.granularity
    what = getattr(whole, "what", None)
    return what.granularity if isinstance(what, Unit) else None


_HALVED = """
    [the] {half} half of {whole}
    [the] {half} half of {relative:whole}
    [the] {half} half of {time:whole}
    [the] {half} half of [the] {decades:whole}
    [the] {half} half of [the] {centuries:whole}
"""


@book.entry(
    "time",
    _HALVED.replace("{half}", "{ordinal}"),
    """
    2024-03-14 | It grew in [the first half of the 1990s]. | 199
    2024-03-14 | It grew in [the second half of May 2022]. | 2022-05
    2024-03-14 | It grew in [the first half of the decade]. | 202
    2024-03-14 | It grew in [the first half of last year]. | 2023-H1
    """,
)
def half_of_time(ordinal: int, whole: Meaning) -> Meaning | None:
    return half_of(ordinal, whole)


@book.entry(
    "time",
    _HALVED.replace("{half}", "(last|latter|later|closing)"),
    """
    1989-10-27 | It will earn less in [the last half of 1990]. | 1990-H2
    2024-03-14 | It fell in [the latter half of 2019]. | 2019-H2
    2024-03-14 | It grew in [the last half of the 1990s]. | 199
    """,
)
def last_half(whole: Meaning) -> Meaning | None:
    return half_of(2, whole)


@book.entry(
    "time",
    "{fullyear} [-|'s|, the|the] {quarter}\n[the] {fullyear} {quarter}",
    "1989-10-27 | It sold it in [the 1984 third quarter]. | 1984-Q3",
)
def year_quarter(fullyear: int, quarter: Recurring) -> Meaning:
    return In(quarter, Year(fullyear))


@book.entry(
    "whole",
    """
    [the] fiscal [year] {fullyear}
    [the] {fullyear} fiscal year
    """,
    "1989-10-26 | Sales grew in [fiscal 1988]. | 1988",
)
def fiscal_year(fullyear: int) -> Meaning:
    return FiscalYear(fullyear)


@book.entry(
    "whole",
    "[the] (calendar|financial|tax) year {fullyear}",
    "1989-10-26 | Sales grew in [calendar year 1988]. | 1988",
)
def calendar_year(fullyear: int) -> Meaning:
    return Year(fullyear)
