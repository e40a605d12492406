"""Early, middle and late; about: parts of times, and hedges, in English."""

from __future__ import annotations

from timeline.meanings import (
    About,
    In,
    Meaning,
    Month,
    PartOfDay,
    Reference,
    Rest,
    Season,
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
    "(early|earlier) [on] {time:told}\nearly in {time:told}\nearly - {time:told}",
    """
    1998-03-03 | He landed [early Tuesday]. | 1998-03-03
    1989-11-02 | It will be told in [early November]. | 1989-11
    """,
)
def early(told: Meaning) -> Meaning | None:
    return Stage("early", told)


@book.entry(
    "time",
    "(late|later) [on] {time:told}\nlate in {time:told}\nlate - {time:told}",
    "1991-02-25 | He said [late yesterday] that it began. | 1991-02-24",
)
def late(told: Meaning) -> Meaning:
    return Stage("late", told)


def _outlasts_days(told: Meaning) -> bool:
    """Whether words name a month, a season or a year: "in the day after" tells of no part."""
    return isinstance(told.what if isinstance(told, In) else told, Month | Season | Year)


@book.entry(
    "time",
    "earlier in {time:told}",
    "2016-09-26 | [Earlier in September] she fled. | 2016-09",
)
def earlier_in(told: Meaning) -> Meaning | None:
    return Rest(told, "earlier") if _outlasts_days(told) else None


@book.entry(
    "time",
    "later in {time:told}",
    "2016-09-05 | It will open [later in September]. | 2016-09",
)
def later_in(told: Meaning) -> Meaning | None:
    return Rest(told, "later") if _outlasts_days(told) else None


@book.entry(
    "time",
    """
    (mid|middle) [-] {time:told}
    the middle of {time:told}
    (midway|halfway) through {time:told}
    mid [-] {season:told}
    {midseason:told}
    [the] (high|height of|depths of|dead of) [the] {season:told}
    """,
    """
    1989-10-27 | Results are due in [mid-November]. | 1989-11
    2024-03-14 | They left in [mid-summer]. | 2023-SU
    2024-03-14 | They left in [midsummer]. | 2023-SU
    2024-03-14 | They left in [the depths of winter]. | 2023-WI
    """,
)
def mid(told: Meaning) -> Meaning:
    return Stage("mid", told)


@book.entry(
    "time",
    "mid [-] {unit}\n{midunit:unit}",
    """
    2013-02-12 | They play again in [midweek]. | 2013-W07
    2013-02-12 | It will be done by [mid-year]. | 2013
    """,
)
def middle_of_unit(unit: Granularity) -> Meaning | None:
    return Stage("mid", This(Unit(unit))) if unit >= Granularity.WEEK else None


_PARTS = "(part|years|months|weeks|days|stages|phase)"


@book.entry(
    "time",
    f"[the] (early|earlier|opening|first) {_PARTS} of {{time:told}}",
    "2024-03-14 | It was built in [the early part of 1950]. | 1950",
)
def early_part_of(told: Meaning) -> Meaning:
    return Stage("early", told)


@book.entry(
    "time",
    f"[the] (latter|later|late|closing|final) {_PARTS} of {{time:told}}",
    "2024-03-14 | It was built in [the latter part of 1950]. | 1950",
)
def late_part_of(told: Meaning) -> Meaning:
    return Stage("late", told)


@book.entry(
    "time",
    f"[the] middle {_PARTS} of {{time:told}}",
    "2024-03-14 | It was built in [the middle years of the 1950s]. | 195",
)
def middle_part_of(told: Meaning) -> Meaning:
    return Stage("mid", told)


@book.entry(
    "time",
    """
    (early|earlier) [in] [the] {season:told}
    the early {season:told}
    the early {season_of_year:told}
    (early|earlier) [in] [the] {season_of_year:told}
    """,
    """
    2024-03-14 | They left in [the early spring]. | 2024-SP
    2024-03-14 | They left in [the early spring of 1910]. | 1910-SP
    """,
)
def early_season(told: Meaning) -> Meaning:
    return Stage("early", told)


@book.entry(
    "time",
    """
    late [in] [the] {season:told}
    the late {season:told}
    late [in] [the] {season_of_year:told}
    the late {season_of_year:told}
    """,
    "2024-03-14 | They left in [late summer]. | 2023-SU",
)
def late_season(told: Meaning) -> Meaning:
    return Stage("late", told)


@book.entry(
    "time",
    "(about|around|approximately|roughly|circa|ca) {time:told}\n{time:told} or so",
    "1989-10-30 | It should be done [around Nov. 1]. | 1989-11-01",
)
def hedged_time(told: Meaning) -> Meaning | None:
    return None if isinstance(told, Reference) else About(told)


@book.entry(
    "time",
    "mid [-] {part}\n{midpart:part}",
    """
    1998-03-06 | By [mid afternoon] it was over. | 1998-03-06TAF
    1998-03-06 | By [midmorning] it was over. | 1998-03-06TMO
    """,
)
def mid_part(part: str) -> Meaning:
    return Stage("mid", This(PartOfDay(part), "story"))


@book.entry(
    "time",
    """
    (mid [-] {part}|{midpart:part}) [on] {day}
    {day} [at] (mid [-] {part}|{midpart:part})
    """,
    "2013-06-12 | By [midafternoon Tuesday] it was over. | 2013-06-11TAF",
)
def mid_part_of_day(part: str, day: Meaning) -> Meaning:
    return Stage("mid", In(PartOfDay(part), day))
