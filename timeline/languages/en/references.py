"""The past, the present and the future, told no nearer, in English."""

from __future__ import annotations

from timeline.languages.en.amounts import lasting
from timeline.meanings import Edge, Last, Meaning, Reference, Then, This, Unit, Year
from timeline.patterns import Parts, PatternBook
from timeline.spans import Granularity

book = PatternBook("en")


@book.entry(
    "time",
    """
    [right|just] now
    at (present|the moment|this point)
    the present [time|moment]
    """,
    "1989-10-30 | The firm [now] owns most of it. | PRESENT_REF",
)
def present() -> Meaning:
    return Reference("present")


@book.entry(
    "time",
    """
    (currently|nowadays|presently)
    these days
    the time being
    the present day
    """,
    "1989-10-30 | It [currently] holds 70%. | PRESENT_REF",
)
def nowadays() -> Meaning:
    return Reference("present", lasting(1, Granularity.DAY))


@book.entry("time", "current", "1998-04-24 | It reflects [current] realities. | PRESENT_REF")
def current() -> Meaning:
    return Reference("present", lasting(1, Granularity.DAY))


@book.entry(
    "time",
    """
    [very|most|more] (recently|recent)
    lately
    the [recent|distant|not too distant] past
    not [so|too|very] long ago
    """,
    """
    1989-10-30 | They [recently] went up. | PAST_REF
    1998-02-27 | In [the past], they often did. | PAST_REF
    1998-02-27 | They met [not so long ago]. | PAST_REF
    """,
)
def past() -> Meaning:
    return Reference("past", lasting(3, Granularity.MONTH))


@book.entry(
    "time",
    "the other (day|night|evening|morning|week)",
    """
    1998-02-27 | I met him [the other day]. | PAST_REF
    1998-02-27 | He left, and the other day labourers stayed. |
    """,
)
def the_other_day() -> Meaning:
    return Reference("past", lasting(1, Granularity.WEEK))


@book.entry(
    "time",
    """
    the [near|foreseeable|immediate|not too distant|distant] future
    [near] future
    as soon as possible
    (a|some) later date
    the (short|long|near) term
    """,
    """
    2000-02-10 | It may happen in [the near future]. | FUTURE_REF
    1989-11-02 | It would not happen in [future]. | FUTURE_REF
    1989-11-02 | It would end all future losses. |
    """,
)
def future() -> Meaning:
    return Reference("future")


@book.entry(
    "phrase",
    "(will|would|could|may|might|can|shall) <one day>",
    """
    1998-04-24 | Islam will [one day] be the second largest. | FUTURE_REF
    1998-04-24 | It will be over within [one day]. | P1D
    """,
)
def one_day() -> Meaning:
    return Reference("future")


@book.entry(
    "phrase",
    """
    (during|throughout|over|in) <(this|that|the same) (period|time|era)>
    (at|by|until|from|since|around) <that time>
    """,
    "2024-03-14 | The war began in [1914]. During [this period] many fled. | 1914; 1914",
)
def that_period() -> Parts:
    return Parts(Then(), (Then(),))


@book.entry(
    "phrase",
    "at <the time>",
    """
    2024-03-14 | War came in [1914]; nobody wanted it at [the time]. | 1914; 1914
    2024-03-14 | He was a boy at [the time]. | PAST_REF
    2024-03-14 | He rose at the time that he always did. |
    """,
)
def at_the_time() -> Parts:
    return Parts(Then(), (Then(),))


@book.entry(
    "phrase",
    "(at|by|until|from|since|around) <this time>",
    "1989-10-30 | Nothing more is known at [this time]. | PRESENT_REF",
)
def at_this_time() -> Meaning:
    return Reference("present", lasting(1, Granularity.DAY))


@book.entry(
    "time",
    """
    [the] {unit} [-] end
    [the] {unit} 's end
    [the] end of [the] [fiscal|financial|calendar|school|academic|tax] {unit}
    """,
    """
    1989-10-26 | It will employ fewer by [year end]. | 1989
    1990-08-13 | They will be there by [the end of the month]. | 1990-08
    """,
)
def unit_end(unit: Granularity) -> Meaning | None:
    return Edge("end", This(Unit(unit), "story", near=True)) if unit >= Granularity.DAY else None


@book.entry(
    "time",
    """
    the (end|close) of [the] {time:whole}
    the end of [the] {unit:whole}
    """,
    "1989-10-27 | It could halve costs by [the end of 1990]. | 1990",
)
def end_of(whole: object) -> Meaning | None:
    return Edge("end", whole) if isinstance(whole, Meaning) else None


@book.entry(
    "time",
    "the (beginning|start|outset) of [the] {time:whole}\n(beginning|start) of [the] {time:whole}",
    "1989-10-27 | He left at [the beginning of October]. | 1989-10",
)
def start_of(whole: Meaning) -> Meaning:
    return Edge("start", whole)


@book.entry(
    "time",
    "year - end {fullyear}",
    "1998-03-14 | It had grown by [year-end 1997]. | 1997",
)
def year_end_told(fullyear: int) -> Meaning:
    return Edge("end", Year(fullyear))


@book.entry(
    "time",
    "(last|this past) year - end\nlast year 's end",
    "2024-03-14 | It has grown since [last year's end]. | 2023",
)
def last_year_end() -> Meaning:
    return Edge("end", Last(Unit(Granularity.YEAR)))
