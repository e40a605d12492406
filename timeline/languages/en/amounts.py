"""Numbers and amounts of time in English."""

from __future__ import annotations

from timeline.patterns import PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")

# A vague number ("several"); entries may not give None, which refuses.
FEW = -1.0
_HALVES = {
    Granularity.YEAR: (6, Granularity.MONTH),
    Granularity.HOUR: (30, Granularity.MINUTE),
    Granularity.MINUTE: (30, Granularity.SECOND),
}


def lasting(number: float, unit: Granularity) -> Duration:
    """So many units; halves and quarters of years, hours and minutes in the next smaller unit.

    >>> lasting(2.5, Granularity.YEAR).timex3, lasting(FEW, Granularity.DAY).timex3
    ('P2Y6M', 'PXD')
    """
    if number == FEW:
        return Duration(((None, unit),))
    part = number % 1
    if part in (0.25, 0.5, 0.75) and unit in _HALVES:
        half, finer = _HALVES[unit]
        rest = (half * 2 * part, finer)
        return Duration(((number - part, unit), rest) if number > 1 else (rest,))
    return Duration(((number, unit),))


@book.entry("number", "{tens} [-] {ones}")
def tens_and_ones(tens: int, ones: int) -> int:
    return tens + ones


@book.entry(
    "number",
    "(a|one) {scale}",
    """
    1998-02-13 | It ran for [a hundred years]. | P100Y
    1998-02-13 | It ran until [a dozen years ago]. | 1986
    """,
)
def one_hundred(scale: int) -> int:
    return scale


@book.entry("number", "{ones} {scale}")
def hundreds(ones: int, scale: int) -> int:
    return ones * scale


@book.entry("number", "{ones} {scale} [and] {number}")
def hundreds_and(ones: int, scale: int, number: float) -> float | None:
    return ones * scale + number if number < scale else None


@book.entry(
    "number",
    "{number} [-] and [-] (a|one) [-] half\n{number} [-] half",
    """
    1998-02-27 | He was held for [2 1/2 years]. | P2Y6M
    1998-02-27 | He was held for [two-and-a-half years]. | P2Y6M
    """,
)
def and_a_half(number: float) -> float:
    return number + 0.5


@book.entry(
    "number",
    "{number} [-] {halfmark}",
    """
    1998-02-27 | He was held for [2 1/2 years]. | P2Y6M
    1998-02-27 | He was held for [3¼ years]. | P3Y3M
    """,
)
def figures_and_a_half(number: float, halfmark: float) -> float:
    return number + halfmark


@book.entry("number", "half [of] (a|an)\na half", "- | They spoke for [half an hour]. | PT30M")
def half() -> float:
    return 0.5


@book.entry(
    "number",
    "three [-] quarters of (a|an)",
    "- | They spoke for [three quarters of an hour]. | PT45M",
)
def three_quarters() -> float:
    return 0.75


@book.entry(
    "number",
    "half a dozen\na half - dozen",
    "1989-10-27 | It lasted [half a dozen years]. | P6Y",
)
def half_a_dozen() -> int:
    return 6


@book.entry("number", "[a] couple [of]", "2024-03-14 | They waited [a couple of days]. | P2D")
def couple() -> int:
    return 2


@book.entry(
    "number",
    """
    [a|the] (few|several)
    (quite a few|a good many|countless)
    many [more]
    (scores|dozens|hundreds|thousands) of
    a (number|handful|matter) of
    """,
    """
    1990-08-13 | It could sail within [a few days]. | PXD
    1990-08-13 | It waited [quite a few days]. | PXD
    """,
)
def few() -> float:
    return FEW


_KINDS_OF = (
    "[more|additional|extra|full|whole|straight|consecutive|successive|solid|long|further|short|"
    "bloody|bitter|brutal|terrible|difficult|hard|tense|turbulent|quiet|happy|cold|hot|crucial|"
    "good|bad|lean|tough|painful|wonderful|miserable|tumultuous|sleepless]"
)
_ONE_OF = "[more|additional|extra|single|full|whole|straight|solid|further|long|short]"
_WORK = "[business|trading|working|calendar|fiscal|school]"


@book.entry(
    "amount",
    f"""
    {{number}} {_KINDS_OF} {_WORK} {{units}}
    {{number}} {{unit:units}}
    (another|a full|a whole) {{number}} {{units}}
    {{number}} or so {{units}}
    {{number}} - (plus|odd|some) {{units}}
    """,
    """
    2024-03-14 | It held out for [82 days]. | P82D
    2024-03-14 | He was away for [two more weeks]. | P2W
    2024-03-14 | He was away for [another two weeks]. | P2W
    2024-03-14 | The siege lasted [one and a half years]. | P1Y6M
    2024-03-14 | He was away for [20-plus years]. | P20Y
    2024-03-14 | He was away for [a full 12 months]. | P12M
    2024-03-14 | He was away for [five or so years]. | P5Y
    2024-03-14 | He slept for [several hours]. | PTXH
    2024-03-14 | It brought [eight good years]. | P8Y
    2024-03-14 | He slept for [5hrs] or none. | PT5H
    """,
)
def amount(number: float, units: Granularity) -> Duration:
    return lasting(number, units)


@book.entry(
    "amount",
    f"(a|an|another|one) {_ONE_OF} {_WORK} {{unit}}",
    "2024-03-14 | They talked for [an hour]. | PT1H",
)
def one_unit(unit: Granularity) -> Duration:
    return lasting(1, unit)


@book.entry(
    "amount",
    "(a|an|another|one) {unit} [-] and [-] a [-] half",
    "2024-03-14 | It took [a year and a half]. | P1Y6M",
)
def unit_and_a_half(unit: Granularity) -> Duration:
    return lasting(1.5, unit)


@book.entry(
    "amount",
    "(a|an|another|one) {unit} and a quarter",
    "2024-03-14 | It took [an hour and a quarter]. | PT1H15M",
)
def unit_and_a_quarter(unit: Granularity) -> Duration:
    return lasting(1.25, unit)


@book.entry(
    "amount",
    "(a|an|another|one|the) half [-] {unit}",
    "2024-03-14 | They waited [another half hour]. | PT30M",
)
def half_unit(unit: Granularity) -> Duration | None:
    # "The half year" and "a half decade" are told elsewhere, or are rare.
    return lasting(0.5, unit) if unit in (Granularity.HOUR, Granularity.MINUTE) else None


@book.entry(
    "amount",
    "a quarter [-] century\na quarter of a century",
    "2024-03-14 | He left [a quarter-century ago]. | 1999",
)
def quarter_century() -> Duration:
    return lasting(25, Granularity.YEAR)


@book.entry(
    "amount",
    "a quarter of an hour",
    "2024-03-14 | They waited for [a quarter of an hour]. | PT15M",
)
def quarter_hour() -> Duration:
    return lasting(15, Granularity.MINUTE)


@book.entry("amount", "a half [-] century", "2024-03-14 | He ruled for [a half-century]. | P50Y")
def half_century() -> Duration:
    return lasting(50, Granularity.YEAR)


@book.entry("amount", "{number} fortnights", "2024-03-14 | It took [two fortnights]. | P4W")
def fortnights(number: float) -> Duration:
    return lasting(2 * number, Granularity.WEEK)


@book.entry("amount", "(a|one) fortnight", "2024-03-14 | He left [a fortnight ago]. | 2024-W09")
def fortnight() -> Duration:
    return lasting(2, Granularity.WEEK)


@book.entry("night", "(night|nights)")
def night() -> str:
    return "NI"


@book.entry(
    "amount",
    "{number} {night}",
    "2024-03-14 | They stayed for [three nights]. | P3NI",
)
def nights(number: float, night: str) -> Duration | None:
    # "One night" tells when, though vaguely, and not how long.
    return lasting(number, Granularity.PART_OF_DAY) if number != 1 else None


@book.entry(
    "amount",
    "{amount:first} [and|,] {amount:second}",
    "2024-03-14 | It took [two hours and 30 minutes]. | PT2H30M",
)
def amounts(first: Duration, second: Duration) -> Duration | None:
    if first.unit is None or second.unit is None or first.unit <= second.unit:
        return None
    return Duration(first.parts + second.parts)


@book.entry(
    "amount",
    "{amount:first} , and {amount:second}",
    """
    2024-03-14 | It took [a year, two months, and three days]. | P1Y2M3D
    2024-03-14 | Let on [3 May 1900] for [a year], and [two days later] sold. | \
        1900-05-03; P1Y; 1900-05-05
    """,
)
def listed_amounts(first: Duration, second: Duration) -> Duration | None:
    """Behind a comma only what closes a list is part of it."""
    return amounts(first, second) if len(first.parts) > 1 else None


@book.entry(
    "amount",
    "{number:low} (to|or|-) {number:high} {units}",
    "2024-03-14 | It takes [two to three weeks]. | P2W",
)
def from_to_units(low: float, high: float, units: Granularity) -> Duration | None:
    return lasting(low, units) if low < high else None


@book.entry(
    "amount",
    "(a|an|one|another) [extra|additional|further] {unit} or (so|more|two)",
    """
    2024-03-14 | He stayed for [a week or so]. | P1W
    2024-03-14 | We can wait [an extra day or two]. | P1D
    """,
)
def unit_or_so(unit: Granularity) -> Duration:
    return lasting(1, unit)


@book.entry(
    "amount",
    "{amount:told} or (so|more|less|longer)",
    "2024-03-14 | He stayed for [two weeks or so]. | P2W",
)
def or_so(told: Duration) -> Duration:
    return told
