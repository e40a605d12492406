"""Times of the clock within a part of a day, in English: "8am this morning", "at 5 last night"."""

from __future__ import annotations

from timeline.languages.en.clock import of_part
from timeline.languages.en.dayparts import DayPart
from timeline.meanings import Clock, Close, In, Meaning
from timeline.patterns import Parts, PatternBook

book = PatternBook("en")


@book.entry(
    "time",
    """
    {clocktime} {daypart}
    {clocktime} on {daypart}
    {daypart} [,] [at|around|about|@] {clocktime}
    {spokenclock:clocktime} {daypart}
    {daypart} (at|around|about|@) {spokenclock:clocktime}
    """,
    """
    2024-03-14 | He left [8am this morning]. | 2024-03-14T08:00
    2024-03-14 | He left [this morning at 8:30]. | 2024-03-14T08:30
    2024-03-14 | He left [five-thirty yesterday evening]. | 2024-03-13T17:30
    2024-03-14 | He left [this morning at six forty-five] in the rain. | 2024-03-14T06:45
    """,
)
def clock_in_daypart(clocktime: Clock, daypart: DayPart) -> Meaning | None:
    told = of_part(clocktime, daypart.letters)
    return In(told, daypart.day) if told else None


@book.entry(
    "time",
    "{daypart} (at|around|about|@) {spokenhour}",
    "2024-03-14 | He left [this morning at 8] in the rain. | 2024-03-14T08:00",
)
def hour_in_daypart(daypart: DayPart, spokenhour: int) -> Meaning | None:
    return clock_in_daypart(Clock(spokenhour), daypart)


@book.entry(
    "phrase",
    """
    (at|around|about|@) <{spokenhour} {daypart}>
    (at|around|about|@) <{compact:spokenhour} {daypart}>
    """,
    "2024-03-14 | He left at [5 yesterday afternoon]. | 2024-03-13T17:00",
)
def at_hour_in_daypart(spokenhour: int | tuple[int, int], daypart: DayPart) -> Meaning | None:
    told = Clock(*spokenhour) if isinstance(spokenhour, tuple) else Clock(spokenhour)
    return clock_in_daypart(told, daypart)


@book.entry(
    "phrase",
    "(shortly|soon|just|right|a little) after <{spokenhour} {daypart}>",
    "2024-03-14 | He left just after [four this afternoon]. | 2024-03-14T16:00",
)
def after_hour_in_daypart(spokenhour: int, daypart: DayPart) -> Parts | None:
    meaning = clock_in_daypart(Clock(spokenhour), daypart)
    return Parts(Close(meaning, 1), (meaning,)) if meaning else None


@book.entry(
    "phrase",
    "(shortly|just|right|a little) before <{spokenhour} {daypart}>",
    "2024-03-14 | He left shortly before [nine last night]. | 2024-03-13T21:00",
)
def before_hour_in_daypart(spokenhour: int, daypart: DayPart) -> Parts | None:
    meaning = clock_in_daypart(Clock(spokenhour), daypart)
    return Parts(Close(meaning, -1), (meaning,)) if meaning else None
