"""The past, the coming and the rest of a time, in English."""

from __future__ import annotations

from timeline.languages.en.amounts import FEW, lasting
from timeline.meanings import Coming, Length, Meaning, Opening, Past, Rest, This, Unit
from timeline.patterns import Parts, PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")


@book.entry(
    "time",
    "earlier [in] {outer}",
    "1989-10-30 | It opened the mine [earlier this year]. | 1989",
)
def earlier_this(outer: Meaning) -> Meaning:
    return Rest(outer, "earlier")


@book.entry("time", "later [in] {outer}", "2018-05-28 | We will meet [later this month]. | 2018-05")
def later_this(outer: Meaning) -> Meaning:
    return Rest(outer, "later")


@book.entry(
    "phrase",
    "<{amount}> <later {outer}>",
    "2019-05-27 | Find me [30 minutes] [later this week]. | PT30M; 2019-W22",
)
def amount_later_this(amount: Duration, outer: Meaning) -> Parts:
    length, rest = Length(amount), Rest(outer, "later")
    return Parts(rest, (length, rest))


@book.entry(
    "length",
    "(last|past|the last|the past) fortnight",
    "2021-05-20 | It has rained over [the past fortnight]. | P2W",
)
def past_fortnight() -> Meaning:
    return Past(lasting(2, Granularity.WEEK))


@book.entry(
    "length",
    "this fortnight",
    "2021-05-20 | It has rained all through [this fortnight]. | P2W | 2021-05-17/2021-05-30",
)
def this_fortnight() -> Meaning:
    return Opening(lasting(2, Granularity.WEEK), This(Unit(Granularity.WEEK)))


@book.entry(
    "length",
    "the fortnight",
    """
    2021-05-20 | They are away [the fortnight]. | P2W
    2021-05-20 | The fortnight that he lost was wet. |
    """,
)
def the_fortnight() -> Meaning:
    return this_fortnight()


@book.entry(
    "length",
    "(next|coming|the next|the coming) fortnight",
    "2021-05-20 | It will rain over [the next fortnight]. | P2W",
)
def next_fortnight() -> Meaning:
    return Coming(lasting(2, Granularity.WEEK))


@book.entry(
    "length",
    """
    the (last|past|previous|preceding) {number} {units}
    (last|past|previous|these last|these past|this past) {number} {units}
    """,
    """
    1989-10-27 | In [the past two months] it fell. | P2M
    1999-06-07 | He held jobs over [the past 20 years]. | P20Y
    """,
)
def past_units(number: float, units: Granularity) -> Meaning:
    return Past(lasting(number, units))


@book.entry(
    "length",
    "(the|these) (last|past|previous) {number:low} (to|or|-) {number:high} {units}",
    "1989-10-27 | It fell in [the past two or three months]. | P2M",
)
def past_from_to(low: float, high: float, units: Granularity) -> Meaning | None:
    return Past(lasting(low, units)) if low < high else None


@book.entry(
    "length",
    "[the] (next|coming|following) {number:low} (to|or|-) {number:high} {units}",
    "1989-10-27 | It will fall over [the next 12 to 18 months]. | P12M",
)
def coming_from_to(low: float, high: float, units: Granularity) -> Meaning | None:
    return Coming(lasting(low, units)) if low < high else None


@book.entry(
    "length",
    "[the] {number} (last|past|previous) {units}",
    "2018-08-30 | It fell in [the two previous weeks]. | P2W",
)
def number_past_units(number: float, units: Granularity) -> Meaning:
    return Past(lasting(number, units))


@book.entry(
    "length",
    "the past {unit}",
    """
    1998-03-03 | Many died over [the past year]. | P1Y
    1998-03-03 | Many died over [the past weekend]. | 1998-W09-WE
    """,
)
def past_unit(unit: Granularity) -> Meaning | None:
    return None if unit is Granularity.WEEKEND else Past(lasting(1, unit))


@book.entry(
    "length",
    "this past {unit}",
    """
    1998-03-03 | Many died [this past week]. | P1W
    1998-03-03 | Many died [this past weekend]. | 1998-W09-WE
    """,
)
def this_past_unit(unit: Granularity) -> Meaning | None:
    weekend = unit is Granularity.WEEKEND
    return Past(lasting(1, unit)) if unit >= Granularity.WEEK and not weekend else None


@book.entry(
    "length",
    "the (last|past|preceding) {unit} and a half",
    "2013-04-10 | It doubled over [the past year and a half]. | P1Y6M",
)
def past_unit_and_a_half(unit: Granularity) -> Meaning:
    return Past(lasting(1.5, unit))


@book.entry(
    "length",
    "the last {unit}",
    """
    1998-03-03 | Many died over [the last decade]. | P10Y
    1998-03-03 | Many died in the last decade of the war. |
    1998-03-03T12:00 | Many died in [the last hour]. | PT1H
    """,
)
def the_last_decade(unit: Granularity) -> Meaning | None:
    long = unit >= Granularity.DECADE
    return Past(lasting(1, unit)) if long or unit is Granularity.HOUR else None


@book.entry(
    "length",
    "[the] (recent|past|last|latest|preceding|previous) {units}\nmost recent {units}",
    """
    1989-10-30 | In [recent months] lenders met. | PXM
    1989-10-30 | She spent her last years there. |
    """,
)
def recent_units(units: Granularity) -> Meaning:
    return Past(lasting(FEW, units))


@book.entry(
    "length",
    "[the] (recent|past|last|latest) {units} (and|or) {units:more}",
    "1989-10-30 | In [recent weeks and months] lenders met. | PXW",
)
def recent_units_and_units(units: Granularity, more: Granularity) -> Meaning:
    return Past(lasting(FEW, units))


@book.entry(
    "length",
    """
    [the] (next|coming) {number} {units}
    [the] {number} (next|coming) {units}
    """,
    "2018-03-23 | He will be there for [the next five days]. | P5D",
)
def coming_number(number: float, units: Granularity) -> Meaning:
    return Coming(lasting(number, units))


@book.entry(
    "length",
    "[the] following {number} {units}",
    "2024-03-14 | They sold it in [2012] and grew in [the following two years]. | 2012; P2Y",
)
def following_number(number: float, units: Granularity) -> Meaning:
    return Coming(lasting(number, units), "story")


@book.entry(
    "length",
    "the (following|ensuing|subsequent|intervening) {units}",
    "2024-03-14 | Over [the following days] many fled. | PXD",
)
def following_units(units: Granularity) -> Meaning:
    return Coming(lasting(FEW, units), "story")


@book.entry(
    "phrase",
    "(for|throughout) <the next {unit}>",
    "2024-03-14 | It closed in [1910]. They fought on for [the next year]. | 1910; P1Y",
)
def for_the_next(unit: Granularity) -> Meaning:
    return Coming(lasting(1, unit), "story")


@book.entry(
    "phrase",
    "(over|within|over the course of|in the course of) <the next {unit}>",
    """
    2020-10-14 | They hope to finish within [the next week]. | P1W | 2020-10-15/2020-10-21
    2024-03-14 | Sales will rise over [the next year]. | P1Y
    """,
)
def over_the_next(unit: Granularity) -> Meaning | None:
    return for_the_next(unit) if unit > Granularity.DAY else None


@book.entry(
    "length",
    "(its|his|her|their|our|my) (first|last|final|opening) {unit}",
    "2024-03-14 | It grew for [its first century]. | P100Y",
)
def its_first(unit: Granularity) -> Meaning | None:
    return Length(lasting(1, unit)) if unit >= Granularity.YEAR else None


@book.entry(
    "length",
    "the {unit} (ahead|to come)",
    "2024-03-14 | Sales will rise in [the year ahead]. | P1Y",
)
def unit_ahead(unit: Granularity) -> Meaning | None:
    return Coming(lasting(1, unit)) if unit > Granularity.DAY else None


@book.entry(
    "length",
    "[the] upcoming {number} {units}\n[the] {number} upcoming {units}",
    "2018-03-23 | He will be there for [the upcoming five days]. | P5D",
)
def upcoming_number(number: float, units: Granularity) -> Meaning:
    return Coming(lasting(number, units), last=True)


@book.entry(
    "length",
    "[the] (coming|next|upcoming|future) {units}\nthe {units} (ahead|to come)\n{units} to come",
    "1989-10-27 | Rates may fall in [coming weeks]. | PXW",
)
def coming_units(units: Granularity) -> Meaning:
    return Coming(lasting(FEW, units))
