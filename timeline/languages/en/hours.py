"""Stretches of the clock on a day, in English: Monday from 10 to 4, 9:30 till 11:00 on Thursday."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.en.clock import of_part
from timeline.languages.en.dayparts import DayPart
from timeline.meanings import Clock, Hours, In, Meaning, Nth, Weekday
from timeline.patterns import Parts, PatternBook

book = PatternBook("en")

TO = "(-|to|until|till|til|through|thru)"


def hours_between(first: Clock, last: Clock) -> Hours:
    """From one time to another, each taking its half of the day from the other.

    >>> hours_between(Clock(11), Clock(1, half="pm"))
    Hours(Clock(11, half='am'), Clock(1, half='pm'))
    >>> hours_between(Clock(8, half="am"), Clock(3))
    Hours(Clock(8, half='am'), Clock(3, half='pm'))
    """
    other = {"am": "pm", "pm": "am"}
    if last.half and not first.half and first.hour <= 12:
        later = _place(first) > _place(last)
        first = replace(first, half=other[last.half] if later else last.half)
    elif first.half and not last.half and last.hour <= 12:
        later = _place(last) <= _place(first)
        last = replace(last, half=other[first.half] if later else first.half)
    return Hours(first, last)


def _place(told: Clock) -> int:
    return told.hour % 12 * 60 + told.minute


def _hour(told: Clock | int | tuple[int, int]) -> Clock:
    if isinstance(told, Clock):
        return told
    return Clock(*told) if isinstance(told, tuple) else Clock(told)


def _either(separator: str) -> str:
    """Stretches of which one end at least is plainly a time of the clock."""
    return f"""
    {{clocktime:first}} {separator} {{clocktime:last}}
    {{clocktime:first}} {separator} {{spokenhour:last}}
    {{spokenhour:first}} {separator} {{clocktime:last}}
    {{dotclock:first}} {separator} {{clocktime:last}}
    {{spokenclock:first}} {separator} {{clocktime:last}}
    """


@book.entry("hours", _either(TO))
def hours(first: Clock | int, last: Clock | int) -> Hours:
    return hours_between(_hour(first), _hour(last))


@book.entry("bothhours", _either("(-|to|and)"))
def both_hours(first: Clock | int, last: Clock | int) -> Hours:
    return hours_between(_hour(first), _hour(last))


@book.entry("barehours", f"{{spokenhour:first}} {TO} {{spokenhour:last}}")
def bare_hours(first: int, last: int) -> Hours:
    return Hours(Clock(first), Clock(last))


@book.entry("bothbare", "{spokenhour:first} (-|to|and) {spokenhour:last}")
def both_bare(first: int, last: int) -> Hours:
    return Hours(Clock(first), Clock(last))


def _on(told: Hours, day: Meaning) -> Parts:
    meaning = In(told, day)
    return Parts(meaning, (day, meaning))


@book.entry(
    "phrase",
    """
    [on|for] <{day}> [,] [from|at|for] <{hours}>
    [on|for] <{day}> [,] [in] between <{bothhours:hours}>
    """,
    """
    2016-11-07 | Be there on [9 November] from [7:00 to 8:00pm]. | 2016-11-09; 2016-11-09T19:00
    """,
)
def hours_on_day(day: Meaning, hours: Hours) -> Parts:
    return _on(hours, day)


@book.entry(
    "phrase",
    """
    [from] <{hours}> [on|,] <{day}>
    [in] between <{bothhours:hours}> [on|,] <{day}>
    """,
    """
    2018-05-31 | It runs from [3:30 to 5:55] on [1/1/2015]. | 2015-01-01T03:30; 2015-01-01
    """,
)
def hours_then_day(hours: Hours, day: Meaning) -> Parts:
    meaning, marked = _on(hours, day)
    return Parts(meaning, marked[::-1])


def _in_part(hours: Hours, letters: str) -> Hours | None:
    first, last = of_part(hours.first, letters), of_part(hours.last, letters)
    return Hours(first, last) if first and last else None


@book.entry(
    "phrase",
    """
    [on|for] <{daypart}> [,] [from|at|for] <{hours}>
    [on|for] <{daypart}> [,] [in] between <{bothhours:hours}>
    [on|for] <{daypart}> [,] [from|at|for] <{barehours:hours}>
    [on|for] <{daypart}> [,] [in] between <{bothbare:hours}>
    """,
    """
    2018-05-30 | Come [this evening] from [7 to 9]. | 2018-05-30TEV; 2018-05-30T19:00
    """,
)
def hours_in_daypart(daypart: DayPart, hours: Hours) -> Parts | None:
    told = _in_part(hours, daypart.letters)
    return Parts(In(told, daypart.day), (daypart.meaning, In(told, daypart.day))) if told else None


@book.entry(
    "phrase",
    """
    [from] <{hours}> [on|,] <{daypart}>
    from <{barehours:hours}> <{daypart}>
    [in] between <{bothhours:hours}> [on|,] <{daypart}>
    between <{bothbare:hours}> <{daypart}>
    """,
    """
    2018-11-01 | He rested from [3 to 8pm] [yesterday afternoon]. | 2018-10-31T15:00; 2018-10-31TAF
    """,
)
def hours_then_daypart(hours: Hours, daypart: DayPart) -> Parts | None:
    told = _in_part(hours, daypart.letters)
    if told is None:
        return None
    meaning = In(told, daypart.day)
    return Parts(meaning, (meaning, daypart.meaning))


@book.entry(
    "phrase",
    """
    [on|for] <{day}> [,] from <{barehours:hours}>
    [on|for] <{day}> [,] [in] between <{bothbare:hours}>
    """,
    """
    2018-05-16 | We can meet [tomorrow] from [10 to 4]. | 2018-05-17; 2018-05-17T10:00
    2018-05-16 | Shares fell [yesterday] from 10 to 4. | 2018-05-15
    """,
)
def bare_hours_on_day(day: Meaning, hours: Hours) -> Parts:
    return _on(hours, day)


@book.entry(
    "phrase",
    """
    from <{barehours:hours}> (on|,) <{day}>
    [in] between <{bothbare:hours}> on <{day}>
    """,
    """
    2018-05-16 | We can meet between [3 and 5] on [18 May]. | 2018-05-18T03:00; 2018-05-18
    """,
)
def bare_hours_then_day(hours: Hours, day: Meaning) -> Parts:
    return hours_then_day(hours, day)


@book.entry(
    "phrase",
    "[on|for] <{day}> <{barehours}>",
    """
    2018-05-16 | Please find us a time [tomorrow] [10-4] or so. | 2018-05-17; 2018-05-17T10:00
    2018-05-16 | They beat them [yesterday] 10-4. | 2018-05-15
    """,
)
def day_bare_hours(day: Meaning, barehours: Hours) -> Parts:
    return _on(barehours, day)


@book.entry(
    "time",
    "{day} (at|around|about|@) {spokenhour}",
    """
    2024-03-14 | Let us meet [tomorrow around 4] at the inn. | 2024-03-15T04:00
    2024-03-14 | The share closed [yesterday] at 4 pence. | 2024-03-13
    """,
)
def day_at_hour(day: Meaning, spokenhour: int) -> Meaning:
    return In(Clock(spokenhour), day)


@book.entry(
    "time",
    "{day} (at|around|about|@) {spokenclock}",
    "2024-03-14 | The sun will set [tomorrow at seven twenty-seven]. | 2024-03-15T07:27",
)
def day_at_clock(day: Meaning, spokenclock: Clock) -> Meaning:
    return In(spokenclock, day)


@book.entry(
    "phrase",
    "(at|around|about|@) <{spokenhour} [on] {day}>",
    """
    2024-03-14 | Let us meet at [4 tomorrow] at the inn. | 2024-03-15T04:00
    2024-03-14 | The share closed at 4 [yesterday]. | 2024-03-13
    """,
)
def at_hour_on_day(spokenhour: int, day: Meaning) -> Parts:
    meaning = In(Clock(spokenhour), day)
    return Parts(meaning, (meaning,))


@book.entry(
    "time",
    "[the] {ordinal} {weekday} [from|at] {hours} (of|in) {time:outer}",
    "2018-08-01 | Meet on [the first Monday 1pm to 3pm of next month]. | 2018-09-03T13:00",
)
def nth_weekday_hours(
    ordinal: int, weekday: Weekday, hours: Hours, outer: Meaning
) -> Meaning | None:
    return In(hours, Nth(ordinal, weekday, outer)) if ordinal <= 5 else None
