"""Times of the clock that only the words around them give away: "at ten to six tonight"."""

from __future__ import annotations

from timeline.languages.en.clock import moved
from timeline.languages.en.dayclocks import clock_in_daypart
from timeline.languages.en.dayparts import DayPart
from timeline.meanings import Clock, In, Meaning
from timeline.patterns import PatternBook

book = PatternBook("en")


@book.entry(
    "time",
    "{day} [,] at {fourfigures}",
    "2024-03-14 | The guns fell silent [yesterday at 1430]. | 2024-03-13T14:30",
)
def day_at_four_figures(day: Meaning, fourfigures: tuple[int, int]) -> Meaning:
    return In(Clock(*fourfigures), day)


@book.entry("fewminutes", "five")
def five() -> int:
    return 5


@book.entry("fewminutes", "ten")
def ten() -> int:
    return 10


@book.entry("fewminutes", "{twenties}")
def twenties(twenties: int) -> int:
    return twenties


@book.entry("toclock", "{fewminutes} to {spokenhour}")
def few_minutes_to(fewminutes: int, spokenhour: int) -> Clock:
    return moved(Clock(spokenhour), -fewminutes)


@book.entry(
    "phrase",
    "at <{toclock} [on] {day}>",
    "2024-03-14 | The bell rang at [ten to six yesterday]. | 2024-03-13T05:50",
)
def at_minutes_to_on_day(toclock: Clock, day: Meaning) -> Meaning:
    return In(toclock, day)


@book.entry(
    "phrase",
    "at <{toclock} [on] {daypart}>",
    """
    2024-03-14 | The bell rang at [ten to six yesterday evening]. | 2024-03-13T17:50
    2024-03-14 | The bell rang at [ten to six on Tuesday evening]. | 2024-03-12T17:50
    """,
)
def at_minutes_to_in_daypart(toclock: Clock, daypart: DayPart) -> Meaning | None:
    return clock_in_daypart(toclock, daypart)


@book.entry(
    "time",
    "{day} at {dotclock}",
    """
    2024-03-14 | Let us meet [tomorrow at 14.30] at the inn. | 2024-03-15T14:30
    2024-03-14 | The share closed [yesterday] at 14.30. | 2024-03-13
    """,
)
def day_at_dotclock(day: Meaning, dotclock: tuple[int, int]) -> Meaning:
    return In(Clock(*dotclock), day)


@book.entry(
    "time",
    "{day} [,] [at] {hourclock}",
    "2024-03-14 | Let us meet [tomorrow at 14h30] at the inn. | 2024-03-15T14:30",
)
def day_at_hourclock(day: Meaning, hourclock: Clock) -> Meaning | None:
    return In(hourclock, day) if hourclock.minute else None
