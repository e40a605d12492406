"""Times of the clock in four figures, as armies, timetables and wires write them, in English."""

from __future__ import annotations

from timeline.languages.en.dayparts import DayPart
from timeline.meanings import Clock, Hours, In, Meaning
from timeline.patterns import PatternBook

book = PatternBook("en")

_AT = "(at|by|from|since|until|till)"
_HOURS = "(hours|hour|hrs|hr|h)"


@book.entry(
    "clocktime",
    f"{{zerofigures}} {_HOURS}",
    "2012-03-05 | The raid, planned for [0530 hrs], failed. | 2012-03-05T05:30",
)
def zero_hours(zerofigures: tuple[int, int]) -> Clock:
    return Clock(*zerofigures)


@book.entry(
    "phrase",
    "(at|by|from|since|until|till|before|after|about|around) <{zerofigures}>",
    """
    2012-03-05 | The raid began at [0840]. | 2012-03-05T08:40
    2012-03-05 | The code is 0457. |
    """,
)
def zero_figures(zerofigures: tuple[int, int]) -> Meaning:
    return Clock(*zerofigures)


@book.entry(
    "clocktime",
    f"{{clock:told}} {_HOURS}",
    "2012-03-05 | The road was shut at [05:30 hrs] on the dot. | 2012-03-05T05:30",
)
def clock_hours(told: Clock) -> Clock | None:
    return told if told.half is None else None


@book.entry(
    "phrase",
    f"{_AT} <{{fourfigures}} {_HOURS}>\n{_AT} <{{dotclock:fourfigures}} {_HOURS}>",
    """
    2012-03-05 | They met at [16.30 hrs] there. | 2012-03-05T16:30
    2012-03-05 | They met at [1530 hours]. | 2012-03-05T15:30
    2012-03-05 | They worked [1530 hours] in all. | PT1530H
    """,
)
def four_figures(fourfigures: tuple[int, int]) -> Meaning:
    return Clock(*fourfigures)


@book.entry(
    "phrase",
    f"{_AT} <{{hourfigures}} [local time]>",
    """
    2012-03-05 | The train left at [14h05], the bus later. | 2012-03-05T14:05
    2012-03-05 | She won in 4h05. |
    """,
)
def hour_and_minutes(hourfigures: tuple[int, int]) -> Meaning:
    return Clock(*hourfigures)


@book.entry(
    "phrase",
    "[from|between] <{hourfigures:first}> (-|to|and|until) <{hourfigures:last}>",
    "2012-03-05 | It is open from [9h30] to [18h00]. | 2012-03-05T09:30; 2012-03-05T18:00",
)
def from_hour_to_hour(first: tuple[int, int], last: tuple[int, int]) -> Meaning:
    one, two = Clock(*first), Clock(*last)
    return Hours(one, two)


@book.entry(
    "phrase",
    f"{_AT} <{{fourfigures}} [{_HOURS}] [local time] [on|,] {{day}}>\n"
    f"{_AT} <{{hourfigures:fourfigures}} [local time] [on|,] {{day}}>",
    """
    2012-03-05 | They met at [1530 on Friday]. | 2012-03-02T15:30
    2012-03-05 | They met at [15h30 on Friday]. | 2012-03-02T15:30
    """,
)
def four_figures_on_day(fourfigures: tuple[int, int], day: Meaning) -> Meaning:
    return In(Clock(*fourfigures), day)


@book.entry(
    "phrase",
    f"{_AT} <{{fourfigures}} [{_HOURS}] {{daypart}}>",
    "2012-03-05 | He was dead by [2130 last night]. | 2012-03-04T21:30",
)
def four_figures_in_part(fourfigures: tuple[int, int], daypart: DayPart) -> Meaning:
    return In(Clock(*fourfigures), daypart.day)


@book.entry(
    "phrase",
    f"[from|between] <{{fourfigures:first}}> (-|to|and|until) <{{fourfigures:last}} {_HOURS}>",
    "2012-03-05 | It is open from [1930] to [2300 hrs] only. | 2012-03-05T19:30; 2012-03-05T23:00",
)
def from_figures_to_figures(first: tuple[int, int], last: tuple[int, int]) -> Meaning:
    one, two = Clock(*first), Clock(*last)
    return Hours(one, two)
