"""How long, in English."""

from __future__ import annotations

from timeline.languages.en.amounts import FEW, lasting
from timeline.meanings import About, Length, Meaning
from timeline.patterns import Parts, PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")

HEDGES = {
    "APPROX": "(about|around|approximately|roughly|circa|some|ca)",
    "LESS_THAN": "[well|much|far|considerably] (less than|under|fewer than)",
    "JUST_LESS_THAN": "(almost|nearly|not quite|virtually|practically|close to"
    "|(just|slightly|a little) (under|less than))",
    "MORE_THAN": "([well|much|far|considerably] (more than|over)|longer than|upwards of"
    "|in excess of)",
    "JUST_MORE_THAN": "(just|slightly|a little) (over|more than)",
    "EQUAL_OR_MORE": "(at least|(no|not) (less|fewer) than|a minimum of)",
    "EQUAL_OR_LESS": "(at most|(no|not) more than|up to|as (many|much|long) as|a maximum of)",
}


def _hedge(how: str) -> None:
    @book.entry("hedge", HEDGES[how])
    def hedge() -> str:
        return how


for _how in HEDGES:
    _hedge(_how)


@book.entry(
    "length",
    "{amount}",
    """
    2023-03-06 | The siege lasted [82 days]. | P82D
    2023-03-06 | Sales rose on a year-over-year basis. |
    """,
)
def length(amount: Duration) -> Meaning:
    return Length(amount)


@book.entry(
    "phrase",
    """
    [after|during|in|over|of|for|with] <a further {number} {units}>
    [after|during|in|over|of|for|with] <an (additional|extra) {number} {units}>
    """,
    """
    2024-03-14 | He was away for [a further two weeks]. | P2W
    2024-03-14 | It was put off on [3 May 2023] for [a further two weeks]. | 2023-05-03; P2W
    """,
)
def further_length(number: float, units: Granularity) -> Meaning:
    # Not from then on: it goes on from what was told before.
    return Length(lasting(number, units))


@book.entry(
    "length",
    "{hedge} {amount}",
    """
    2024-03-14 | He must wait [at least 30 days]. | P30D
    2024-03-14 | It has stood for [more than four hundred years]. | P400Y
    """,
)
def hedged_length(hedge: str, amount: Duration) -> Meaning | None:
    return None if amount.vague else About(Length(amount), hedge)


@book.entry(
    "length",
    "{units}",
    """
    2023-03-06 | They have sought to capture it for [months]. | PXM
    2023-03-06 | The minutes of the meeting come out soon. |
    2023-03-06 | It fell in the [minutes] before the vote. | PTXM
    """,
)
def some_units(units: Granularity) -> Meaning:
    return Length(lasting(FEW, units))


@book.entry("length", "the {units}", "1998-03-31 | Over [the years] many more came. | PXY")
def the_units(units: Granularity) -> Meaning | None:
    return Length(lasting(FEW, units)) if units > Granularity.DAY else None


@book.entry(
    "length",
    "{units:first} (or|and|to) {units}",
    "1998-02-19 | He died within [weeks or months] of it. | PXW",
)
def units_or_units(first: Granularity, units: Granularity) -> Meaning:
    return Length(lasting(FEW, first))


@book.entry(
    "length",
    """
    {number} [-] {unit}
    {number} - {units:unit}
    {number} - {unit} - (old|long)
    {number} - {units:unit} - (old|long)
    {number} {unit} long
    """,
    """
    2023-03-06 | It fell after an [82-day] siege. | P82D
    1998-03-22 | The [8-month-old] truce held. | P8M
    1989-11-02 | He left after a [several-year] stay. | PXY
    """,
)
def hyphened(number: float, unit: Granularity) -> Meaning | None:
    return None if number == 3 and unit is Granularity.QUARTER else Length(lasting(number, unit))


@book.entry(
    "length",
    "{number} - and - a - half - {unit}\n{number} - and - a - half - {unit} - (old|long)",
    "2024-03-14 | He got a [three-and-a-half-year] term. | P3Y6M",
)
def hyphened_half(number: float, unit: Granularity) -> Meaning | None:
    return Length(lasting(number + 0.5, unit)) if number % 1 == 0 else None


@book.entry(
    "length",
    "(a|an) {number} - {unit} [time] period",
    "1989-10-27 | It grew over [a three-year period]. | P3Y",
)
def hyphened_period(number: float, unit: Granularity) -> Meaning:
    return Length(lasting(number, unit))


@book.entry(
    "length",
    """
    {unit} - (long|old)
    {unit} - and - a - half - long
    {longunit:unit}
    (an entire|a full|an additional|the entire|the whole|the full) {unit}
    all {unit} [long]
    """,
    """
    2000-04-03 | They held a [day-long] meeting. | P1D
    2000-04-03 | The [weeklong] siege ended. | P1W
    1989-11-02 | He stayed on for [an additional year]. | P1Y
    2024-03-14 | It rained [all day long]. | P1D
    """,
)
def unit_long(unit: Granularity) -> Meaning:
    return Length(lasting(1, unit))


@book.entry(
    "length",
    "{units} - (long|old)\n{longunits:units}",
    """
    2000-01-15 | The [decades-long] quarrel goes on. | PXY
    2000-01-15 | The [monthslong] strike goes on. | PXM
    """,
)
def units_long(units: Granularity) -> Meaning:
    unit = min(units, Granularity.YEAR)
    return Length(lasting(FEW, unit))


@book.entry(
    "phrase",
    """
    [after|during|in|over|of|for|with] (a|an|the|this|that|his|her|its|their) \
    <({unit} - (long|old)|{unit} - and - a - half - long)>
    """,
    "2000-04-03 | They held a [day-long] meeting. | P1D",
)
def a_unit_long(unit: Granularity) -> Meaning:
    return Length(lasting(1, unit))


@book.entry(
    "phrase",
    "(the|this|that|his|her|its|their) <{units} - (long|old)>",
    "2000-01-15 | The [decades-long] quarrel goes on. | PXY",
)
def the_units_long(units: Granularity) -> Meaning:
    return units_long(units)


_LONG = {
    "daylong": Granularity.DAY,
    "weeklong": Granularity.WEEK,
    "monthlong": Granularity.MONTH,
    "yearlong": Granularity.YEAR,
    "weekend - long": Granularity.WEEKEND,
}


def _long(word: str, unit: Granularity) -> None:
    @book.entry("length", word)
    def long_() -> Meaning:
        return Length(lasting(1, unit))


for _word, _unit in _LONG.items():
    _long(_word, _unit)


@book.entry(
    "length",
    """
    the {number} {units}
    the (latest|most recent|current|comparable|corresponding|same) {number} {units}
    the year - (ago|earlier) {number} {units}
    """,
    """
    1989-10-26 | Net for [the nine months] rose. | P9M
    1989-10-26 | It lost money in [the latest nine months]. | P9M
    1989-10-26 | They fought in the [Seven Years]' War. | P7Y
    """,
)
def the_number(number: float, units: Granularity) -> Meaning:
    return Length(lasting(number, units))


@book.entry(
    "length",
    """
    a [long|short|little] while
    a (long|short) time
    some time
    a [fairly] (long|lengthy|short) period [of time]
    """,
    "1998-01-11 | They lived without it for [a while]. | PXX",
)
def a_while() -> Meaning:
    return Length(Duration(((None, None),)))


@book.entry(
    "phrase",
    "between <{number:low}> and <{number:high} {units}>",
    "1989-10-30 | It takes between [12] and [18 months]. | P12M; P18M",
)
def between_amounts(low: float, high: float, units: Granularity) -> Parts | None:
    if low >= high:
        return None
    first, last = (Length(lasting(number, units)) for number in (low, high))
    return Parts(last, (first, last))
