"""What the words of a meaning do, whatever hedges and relations stand around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from timeline.meanings import (
    About,
    Day,
    Ended,
    In,
    Last,
    Latest,
    Length,
    Like,
    Meaning,
    Month,
    MonthDay,
    Next,
    Opening,
    SamePeriod,
    Season,
    Shift,
    This,
    Unit,
    Weekday,
)
from timeline.meanings.relative import FOUR_QUARTERS
from timeline.spans import Granularity, TimeSpan

# Where a meaning keeps the time that it tells something of.
_INNER = ("whole", "origin", "first", "what")


def chain(meaning: Meaning) -> Iterator[Meaning]:
    """A meaning, and what is told inside its hedges and relations, one by one."""
    inner: Meaning | None = meaning
    while inner is not None:
        yield inner
        inner = _inner(inner)


def _inner(meaning: Meaning) -> Meaning | None:
    """What a meaning tells something of."""
    for name in _held(type(meaning)):  # type: ignore[arg-type]  # classes are hashable
        inner = getattr(meaning, name)
        if isinstance(inner, Meaning):
            return inner
    return None


@cache
def _held(kind: type[Meaning]) -> tuple[str, ...]:
    """The fields in which meanings of a kind may keep another."""
    return tuple(name for name in _INNER if name in getattr(kind, "__dataclass_fields__", ()))


def core(meaning: Meaning) -> Meaning:
    """What is told inside hedges and relations: the month of "since early May"."""
    # Asked of every time again and again, and so without a call for each step.
    names = _held(type(meaning))  # type: ignore[arg-type]  # classes are hashable
    while names:
        for name in names:
            inner = getattr(meaning, name)
            if isinstance(inner, Meaning):
                meaning, names = inner, _held(type(inner))  # type: ignore[arg-type]
                break
        else:
            break
    return meaning


def points(meaning: Meaning) -> bool:
    """Whether words point to the time just told: "that year", "by May that year"."""
    while not isinstance(meaning, This):
        parts = (getattr(meaning, name, None) for name in ("whole", "what"))
        inner = next((part for part in parts if isinstance(part, Meaning)), None)
        if inner is None:
            return False
        meaning = inner
    return meaning.lean == "story"


def names_date(meaning: Meaning) -> bool:
    """Whether words name a month or a day in a year they point to: "8 May of that year"."""
    told = meaning.what if isinstance(meaning, About) else meaning
    return isinstance(told, In) and isinstance(told.what, Month | MonthDay | Season)


def outlasts_days(meaning: Meaning) -> bool:
    """Whether words are of a month, a season or a year, which no weekday by itself tells."""
    told = core(meaning)
    if isinstance(meaning, Next) and isinstance(told, Month):
        return meaning.lean == "story"
    long = isinstance(told, Unit) and told.granularity in (Granularity.MONTH, Granularity.YEAR)
    return long or isinstance(told, Season)


def nears(meaning: Meaning) -> bool:
    """Whether words lean on a time only where it stands beside them: "the end of the week"."""
    return any(isinstance(each, This) and each.near for each in chain(meaning))


def spans_quarters(meaning: Meaning) -> bool:
    """Whether words tell a stretch longer than a quarter: "the nine months", "the full year"."""
    length = getattr(meaning, "length", None)
    if isinstance(meaning, Opening | Ended | Length) and length is not None:
        (amount, unit), *_ = length.parts
        return unit is Granularity.MONTH and amount is not None and amount > 3
    return isinstance(meaning, This) and meaning.what == Unit(Granularity.YEAR)


def repeats_period(meaning: Meaning) -> bool:
    """Whether words name a period of another year by the one just told: "the same period of 2021",
    "the same period last year"."""
    return isinstance(meaning, Like | SamePeriod)


def stretch(span: TimeSpan) -> TimeSpan | None:
    """Some months of a year as another year repeats them, named by a half of the year or else by
    the year they end in."""
    if span.start is None or span.end is None:
        return None
    half = TimeSpan.starting(Granularity.HALF_YEAR, span.start)
    if (half.start, half.end) == (span.start, span.end):
        return half
    value = TimeSpan.unit(Granularity.YEAR, span.end - 1).timex3
    return replace(span, granularity=Granularity.HALF_YEAR, value=value)


def goes_on(meaning: Meaning) -> bool:
    """Whether words go on from the time just told, however far back: "two years later", "the
    following month"."""
    told = meaning.what if isinstance(meaning, About) else meaning
    if isinstance(told, Next):
        return told.lean == "story" and isinstance(told.what, Unit)
    return isinstance(told, Shift) and told.sign > 0 and told.lean == "story"


def counts_days(meaning: Meaning) -> bool:
    """Whether words go on from a day: "the next morning", "two days later"."""
    told = core(meaning)
    if isinstance(told, Day):
        return told.lean == "story"
    if isinstance(meaning, Shift):
        return meaning.lean == "story" and meaning.length.unit is Granularity.DAY
    return isinstance(meaning, Next) and goes_on(meaning) and told == Unit(Granularity.DAY)


def is_day_before(meaning: Meaning) -> bool:
    """Whether words tell of "the day before"."""
    told = isinstance(meaning, Last) and meaning.lean == "story"
    return told and core(meaning) == Unit(Granularity.DAY)


def steps_out(meaning: Meaning) -> bool:
    """Whether words step out of the story: "two years earlier", "a century later"."""
    if isinstance(meaning, About):
        meaning = meaning.what
    if isinstance(meaning, Shift):
        unit = meaning.length.unit
        return meaning.sign < 0 or (unit is not None and unit >= Granularity.DECADE)
    return isinstance(meaning, Last)


def compares_quarters(meaning: Meaning) -> bool:
    """Whether words compare a quarter with the same of another year, or name it again."""
    if isinstance(meaning, Like | Latest):
        return True
    if isinstance(meaning, Shift):
        year = meaning.length.parts in (((1, Granularity.YEAR),), FOUR_QUARTERS)
        return year and meaning.sign < 0
    if isinstance(meaning, This) and isinstance(meaning.what, Unit):
        return meaning.what.granularity is Granularity.QUARTER
    return False


def is_fine(span: TimeSpan) -> bool:
    """Whether a time is a day or shorter, so that it can have an hour."""
    return span.granularity is not None and span.granularity <= Granularity.DAY


def of_publication(meaning: Meaning) -> bool:
    """Whether a newspaper counts such words from its own day: "on Friday", "over the weekend",
    "last year"."""
    if meaning.leans == "bare":
        told = core(meaning)
        return isinstance(told, Weekday) or told == Unit(Granularity.WEEKEND)
    return meaning.leans in ("now", "published")
