"""How often, in English."""

from __future__ import annotations

from timeline.languages.en.amounts import FEW, lasting
from timeline.meanings import Holiday, Meaning, Month, Recurring, Repeated, Season, Weekday
from timeline.patterns import Parts, PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")

_LETTER = {
    Granularity.DAY: "P1D",
    Granularity.WEEK: "P1W",
    Granularity.MONTH: "P1M",
    Granularity.YEAR: "P1Y",
    Granularity.HOUR: "PT1H",
    Granularity.MINUTE: "PT1M",
    Granularity.SECOND: "PT1S",
    Granularity.QUARTER: "P1Q",
    Granularity.DECADE: "P10Y",
    Granularity.CENTURY: "P100Y",
    Granularity.WEEKEND: "P1WE",
}
_KIND = "[business|trading|working|school|calendar|fiscal|financial|academic|tax]"
_SEASON = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


@book.entry(
    "set",
    f"(every|each) [single] {_KIND} {{unit}}",
    """
    1989-11-01 | The revenue of [each month] is set aside. | P1M
    1989-11-01 | It is open [every trading day]. | P1D
    """,
)
def every_unit(unit: Granularity) -> Meaning | None:
    return Repeated(_LETTER[unit], "EVERY") if unit in _LETTER else None


@book.entry("set", "every other {unit}", "2024-03-14 | They meet [every other year]. | P2Y")
def every_other_unit(unit: Granularity) -> Meaning:
    return Repeated(lasting(2, unit).timex3, "EVERY")


@book.entry(
    "set",
    "per {unit}",
    """
    2024-03-14 | Users may buy 40 grams [per month]. | P1M
    2024-03-14 | The wind blew at 90 km per hour. |
    """,
)
def per_unit(unit: Granularity) -> Meaning | None:
    # A speed tells how fast, not how often.
    return every_unit(unit) if unit > Granularity.HOUR else None


@book.entry(
    "set",
    "every {number} {units}\n(every|each) {ordinal:number} {unit:units}",
    """
    2024-03-14 | They meet [every two weeks]. | P2W
    2024-03-14 | It is counted [every tenth year]. | P10Y
    """,
)
def every_number(number: float, units: Granularity) -> Meaning:
    return Repeated(lasting(number, units).timex3, "EVERY")


@book.entry(
    "set",
    "(every|each) half [-] (hour|an hour)",
    "2024-03-14 | It is read [every half hour]. | PT30M",
)
def every_half_hour() -> Meaning:
    return Repeated("PT30M", "EVERY")


@book.entry("set", "(every|each) fortnight", "2024-03-14 | It is read [every fortnight]. | P2W")
def every_fortnight() -> Meaning:
    return Repeated("P2W", "EVERY")


@book.entry("set", "every few {units}", "2024-03-14 | It erupts [every few years]. | PXY")
def every_few(units: Granularity) -> Meaning:
    return Repeated(lasting(FEW, units).timex3, "EVERY")


def every(what: Recurring) -> Repeated | None:
    """A weekday, a month or a season, each time it comes round.

    >>> every(Month(7)).value
    'XXXX-07'
    """
    match what:
        case Weekday(number=number):
            return Repeated(f"XXXX-WXX-{number + 1}", "EVERY")
        case Month(number=number):
            return Repeated(f"XXXX-{number:02d}", "EVERY")
        case Season(month=month):
            return Repeated(f"XXXX-{_SEASON[month]}", "EVERY")
    return None


@book.entry(
    "set",
    """
    (every|each) {weekday:what}
    {weekdays:what}
    (every|each) {month:what}
    (every|each) {season:what}
    """,
    """
    2024-03-14 | They pray [every Friday]. | XXXX-WXX-5
    2024-03-14 | The shop is shut on [Mondays]. | XXXX-WXX-1
    1998-03-22 | They march [each July]. | XXXX-07
    2024-03-14 | It floods [every spring]. | XXXX-SP
    """,
)
def every_one(what: Recurring) -> Meaning | None:
    return every(what)


@book.entry(
    "set",
    "(every|each) {ordinal} {weekday}",
    "2018-11-21 | They meet [every third Tuesday]. | P3W",
)
def every_nth_weekday(ordinal: int, weekday: Weekday) -> Meaning | None:
    return Repeated(f"P{ordinal}W", "EVERY") if ordinal > 1 else None


@book.entry(
    "set",
    "every other {weekday}\nalternate {weekdays:weekday}",
    """
    2018-11-21 | They meet [every other Tuesday]. | P2W
    2018-11-21 | They meet on [alternate Tuesdays]. | P2W
    """,
)
def every_other_weekday(weekday: Weekday) -> Meaning:
    return Repeated("P2W", "EVERY")


@book.entry("phrase", "(on|at) <weekends>", "2024-03-14 | It is shut on [weekends]. | XXXX-WXX-WE")
def on_weekends() -> Meaning:
    return Repeated("XXXX-WXX-WE", "EVERY")


@book.entry("phrase", "on <weekdays>", "2024-03-14 | It is open on [weekdays]. | XXXX-WXX-WD")
def on_weekdays() -> Meaning:
    return Repeated("XXXX-WXX-WD", "EVERY")


@book.entry(
    "set", "weekday {parts}", "2024-03-14 | It opens on [weekday mornings]. | XXXX-WXX-WDTMO"
)
def weekday_mornings(parts: str) -> Meaning:
    return Repeated(f"XXXX-WXX-WDT{parts}", "EVERY")


@book.entry(
    "phrase",
    """
    <(every|each) {weekday:first}> (and|or) <{weekday:last}>
    <(every|each) {month:first}> (and|or) <{month:last}>
    <(every|each) {season:first}> (and|or) <{season:last}>
    """,
    """
    2024-03-14 | They met [every Tuesday] and [Friday]. | XXXX-WXX-2; XXXX-WXX-5
    2024-03-14 | It floods [every spring] and [autumn]. | XXXX-SP; XXXX-FA
    """,
)
def every_two(first: Recurring, last: Recurring) -> Parts | None:
    one, two = every(first), every(last)
    return Parts(one, (one, two)) if one and two else None


@book.entry(
    "set",
    "{weekday} {parts}\n(every|each) {weekday} {part:parts}",
    "1998-02-13 | It flies [Tuesday nights]. | XXXX-WXX-2TNI",
)
def weekday_nights(weekday: Weekday, parts: str) -> Meaning:
    return Repeated(f"XXXX-WXX-{weekday.number + 1}T{parts}", "EVERY")


@book.entry(
    "set",
    "(every|each) {part}\nevery other {part}",
    "2024-03-14 | He walks there [every morning]. | XXXX-XX-XXTMO",
)
def every_part(part: str) -> Meaning:
    return Repeated(f"XXXX-XX-XXT{part}", "EVERY")


@book.entry(
    "set",
    "(every|each) {holiday}",
    "2024-03-14 | They sing [every Christmas]. | XXXX-12-25",
)
def every_holiday(holiday: Holiday) -> Meaning:
    # One of no fixed day comes once a year.
    fixed = len(holiday.rule) == len("12-25")
    return Repeated(f"XXXX-{holiday.rule}" if fixed else "P1Y", "EVERY")


@book.entry(
    "set",
    "the (first|second|third|fourth|fifth|last) {weekday} (of|in) (every|each) month",
    """
    2024-03-14 | They meet on [the first Monday of each month]. | P1M
    2024-03-14 | They meet on [the last Friday of every month]. | P1M
    """,
)
def weekday_of_every_month(weekday: Weekday) -> Meaning:
    return Repeated("P1M", "EVERY")


@book.entry(
    "set",
    "(once|twice|thrice) (a|an|each|every|per) {unit}",
    "2024-03-14 | It is checked [twice a month]. | P1M",
)
def twice_a(unit: Granularity) -> Meaning | None:
    return Repeated(_LETTER[unit], freq="X") if unit in _LETTER else None


@book.entry(
    "set",
    "{number} times (a|an|each|every|per) {unit}",
    "2024-03-14 | It is checked [three times a week]. | P1W",
)
def times_a(number: float, unit: Granularity) -> Meaning | None:
    return Repeated(_LETTER[unit], freq=f"{number:g}X") if unit in _LETTER else None


@book.entry(
    "set",
    "{amount} (a|an|each|every|per) {unit}",
    "2024-03-14 | The clinic opens [four days a week]. | P1W",
)
def amount_a(amount: Duration, unit: Granularity) -> Meaning | None:
    finer = amount.unit is not None and amount.unit < unit
    return Repeated(_LETTER[unit], freq=amount.timex3[1:]) if finer and unit in _LETTER else None


_OFTEN = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}


def _often(word: str, value: str) -> None:
    paid = f"\n2024-03-14 | They hired {word} workers. |" if word == "hourly" else ""

    @book.entry("set", word, f"2024-03-14 | It is held [{word}] there. | {value}{paid}")
    def often() -> Meaning:
        return Repeated(value, "EVERY")


for _word, _value in _OFTEN.items():
    _often(_word, _value)
