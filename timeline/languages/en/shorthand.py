"""Units, amounts and edges in short, where a text is nothing but time words, in English."""

from __future__ import annotations

from timeline.languages.en.amounts import lasting
from timeline.meanings import (
    Clock,
    Coming,
    Decade,
    Edge,
    Last,
    Meaning,
    Past,
    Reference,
    This,
    Throughout,
    Unit,
    Year,
)
from timeline.patterns import PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")


@book.entry("unit", "season")
def season() -> Granularity:
    return Granularity.SEASON


@book.entry("unit", "week end")
def week_end() -> Granularity:
    return Granularity.WEEKEND


@book.entry("units", "(h|hr)")
def hours_in_short() -> Granularity:
    return Granularity.HOUR


@book.entry("units", "(m|min)")
def minutes_in_short() -> Granularity:
    return Granularity.MINUTE


@book.entry("part", "(lunch|lunch time|midday)")
def lunch() -> str:
    return "MI"


_ISH = {"morningish": "MO", "afternoonish": "AF", "eveningish": "EV", "nightish": "NI"}


def _ish(word: str, letters: str) -> None:
    @book.entry("part", word)
    def part_ish() -> str:
        return letters


for _word, _letters in _ISH.items():
    _ish(_word, _letters)


@book.entry("amount", "{hourclock}", "2013-02-12T04:30 future | in [2h] | 2013-02-12T06:30")
def hours_amount(hourclock: Clock) -> Duration | None:
    if hourclock.minute and hourclock.hour > 5:
        return None
    parts = [(hourclock.hour, Granularity.HOUR), (hourclock.minute, Granularity.MINUTE)]
    return Duration(tuple((count, unit) for count, unit in parts if count))


@book.entry("whole", "{spelledyear}", "2013-02-12 | in [two thousand and ten] | 2010")
def spelled_year(spelledyear: int) -> Meaning:
    return Year(spelledyear)


@book.entry("decades", "[the] {twodigits} s", "2013-02-12 | in [the 90s] | 199")
def decade_in_short(twodigits: int) -> Meaning | None:
    return Decade(twodigits, short=True) if twodigits % 10 == 0 else None


@book.entry("units", "seasons")
def seasons() -> Granularity:
    return Granularity.SEASON


@book.entry("era", "(b . c .|b . c . e .|b . c)")
def before_christ() -> str:
    return "bc"


@book.entry("era", "(a . d .|a . d|c . e .)")
def anno_domini() -> str:
    return "ad"


@book.entry("amount", '{number} "', '2013-02-12T04:30 future | in [1"] | 2013-02-12T04:30:01')
def seconds_by_mark(number: float) -> Duration:
    return lasting(number, Granularity.SECOND)


@book.entry("amount", "{number} '", "2013-02-12T04:30 future | in [2'] | 2013-02-12T04:32:00")
def minutes_by_mark(number: float) -> Duration:
    return lasting(number, Granularity.MINUTE)


_PARTS = {"1/4": 15, "1/2": 30, "3/4": 45}


@book.entry(
    "amount",
    "{written} [of an|of a|an] (h|hour|hr)",
    "2013-02-12T04:30 future | in [1/4 hour] | 2013-02-12T04:45:00",
)
def part_of_hour(written: str) -> Duration | None:
    return lasting(_PARTS[written], Granularity.MINUTE) if written in _PARTS else None


@book.entry(
    "amount",
    "(a|1|one) quarter [of] (an|a) hour\nquarter [of] (an|a) hour\n(a|an) quarter hour",
    "2013-02-12T04:30 future | in [a quarter of an hour] | 2013-02-12T04:45:00",
)
def quarter_of_hour() -> Duration:
    return lasting(15, Granularity.MINUTE)


@book.entry("amount", "three [-] quarters [of] (an|a) hour\nthree quarter hour")
def three_quarters_of_hour() -> Duration:
    return lasting(45, Granularity.MINUTE)


@book.entry("number", "{number} and (a|an) half\n{number} 1 / 2")
def and_an_half(number: float) -> float:
    return number + 0.5


@book.entry(
    "relative",
    "(past|previous) {unit}\n(past|previous) {units:unit}",
    "2013-02-12T04:30 future | [past week] | 2013-W06",
)
def past_unit(unit: Granularity) -> Meaning:
    return Last(Unit(unit))


@book.entry(
    "length",
    "[the] (last|past|previous) {number} {unit}\n[the] {number} (last|past|previous) {unit}",
    "2013-02-12T04:30 future | [last 1 hour] | PT1H",
)
def last_number(number: float, unit: Granularity) -> Meaning:
    return Past(lasting(number, unit))


@book.entry(
    "length",
    "[the] (next|coming|following) {number} {unit}\n[the] {number} (next|coming) {unit}",
    "2013-02-12T04:30 future | [next 2 week] | P2W",
)
def next_number(number: float, unit: Granularity) -> Meaning:
    return Coming(lasting(number, unit))


@book.entry(
    "length",
    """
    [the] upcoming {number} {unit}
    [the] {number} upcoming {unit}
    """,
    "2013-02-12T04:30 future | [upcoming 2 week] | P2W",
)
def upcoming_number(number: float, unit: Granularity) -> Meaning:
    return Coming(lasting(number, unit), last=True)


_SHORT = {"w": Granularity.WEEK, "m": Granularity.MONTH, "q": Granularity.QUARTER}
_SHORT |= {"y": Granularity.YEAR}


def _start_of(letter: str, unit: Granularity) -> None:
    shown = "2013-02-12 | [the BOM] | 2013-02" if letter == "m" else ""

    @book.entry("time", f"[the] bo{letter}", shown)
    def start_in_short() -> Meaning:
        return Edge("start", This(Unit(unit)))


for _letter, _unit in _SHORT.items():
    _start_of(_letter, _unit)


@book.entry(
    "phrase",
    "(all|the whole|whole|the entire) <{unit}>\nall of <the {unit}>",
    "2013-02-12 | all [week] | 2013-W07",
)
def whole_unit(unit: Granularity) -> Meaning:
    return Throughout(This(Unit(unit)))


@book.entry("relative", "(around|about) {relative:told}")
def around_relative(told: Meaning) -> Meaning:
    return told


@book.entry(
    "time",
    "(atm|at this very moment|immediately|right away|straight away)",
    "- | [atm] | PRESENT_REF",
)
def at_the_moment() -> Meaning:
    return Reference("present")


@book.entry("time", "(at this time|at this hour)", "- | [at this hour] | PRESENT_REF")
def at_this_time() -> Meaning:
    return Reference("present", lasting(1, Granularity.DAY))


@book.entry("time", "(asap|soonest)", "- | [asap] | FUTURE_REF")
def soonest() -> Meaning:
    return Reference("future")
