"""Stretches of the clock on a day, in English: Monday from 10 to 4, 9:30 till 11:00 on Thursday."""

from __future__ import annotations

from timeline.languages.en.clock import of_part, on_one_face
from timeline.languages.en.dayparts import DayPart
from timeline.meanings import Clock, Hours, In, Meaning, Nth, Weekday
from timeline.patterns import Parts, PatternBook

book = PatternBook("en")

TO = "(-|to|until|till|til|thru)"
AND = "(-|to|and)"


@book.entry("looseclock", "{spokenhour}")
def loose_hour(spokenhour: int) -> Clock:
    return Clock(spokenhour)


@book.entry("looseclock", "{dotclock}")
def loose_figures(dotclock: tuple[int, int]) -> Clock:
    return Clock(*dotclock)


@book.entry("phrase", "<{dotclock}>", "2024-03-14 | It rose to 10.15, and to 10.20 at last. |")
def dotted_heading(dotclock: tuple[int, int]) -> Meaning:
    return Clock(*dotclock)


@book.entry("looseclock", "{spokenclock}")
def loose_words(spokenclock: Clock) -> Clock:
    return spokenclock


# The ends of a stretch of hours of which one at least is plainly a time of the clock.
_PLAIN = (
    ("{clocktime:first}", "{clocktime:last}"),
    ("{clocktime:first}", "{looseclock:last}"),
    ("{looseclock:first}", "{clocktime:last}"),
    ("{briefclock:first}", "{briefclock:last}"),
)
_BARE = (("{looseclock:first}", "{looseclock:last}"),)


def _ways(before: str, after: str, ends: tuple[tuple[str, str], ...], to: str = TO) -> str:
    """The lines of a pattern, one for each pair of ends, which are TIMEX3s of their own."""
    return "\n".join(f"{before} <{first}> {to} <{last}> {after}" for first, last in ends)


@book.entry("hours", "\n".join(f"{first} {TO} {last}" for first, last in _PLAIN))
def hours(first: Clock, last: Clock) -> Hours:
    return Hours(*on_one_face(first, last))


@book.entry("bothhours", "\n".join(f"{first} {AND} {last}" for first, last in _PLAIN))
def both_hours(first: Clock, last: Clock) -> Hours:
    return Hours(*on_one_face(first, last))


def _on(told: Hours, day: Meaning, *, after: bool = False) -> Parts:
    """A stretch of hours on a day, told before it or after."""
    ends = (In(told.first, day), In(told.last, day))
    return Parts(In(told, day), (*ends, day) if after else (day, *ends))


@book.entry(
    "phrase",
    _ways("[on|for] <{day}> [,|from|at|for|, from]", "", _PLAIN)
    + "\n"
    + _ways("[on|for] <{day}> [in] between", "", _PLAIN, AND),
    """
    2016-11-07 | It is [9 May] at [7:00]-[8pm]. | 2016-05-09; 2016-05-09T19:00; 2016-05-09T20:00
    """,
)
def hours_on_day(day: Meaning, first: Clock, last: Clock) -> Parts:
    return _on(Hours(*on_one_face(first, last)), day)


@book.entry(
    "phrase",
    _ways("[from|in|at|for]", "[on|of|,] <{day}>", _PLAIN)
    + "\n"
    + _ways("[in] between", "[on|of|,] <{day}>", _PLAIN, AND),
    """
    2018-05-31 | Come [9:30]-[11:55am] [today]. | 2018-05-31T09:30; 2018-05-31T11:55; 2018-05-31
    """,
)
def hours_then_day(first: Clock, last: Clock, day: Meaning) -> Parts:
    return _on(Hours(*on_one_face(first, last)), day, after=True)


def _in_part(first: Clock, last: Clock, daypart: DayPart, *, after: bool = False) -> Parts | None:
    """A stretch of hours in a part of the day, which tells their half of it."""
    told = Hours(*on_one_face(first, last))
    opening, close = of_part(told.first, daypart.letters), of_part(told.last, daypart.letters)
    if opening is None or close is None:
        return None
    day = daypart.day
    ends, whole = (In(opening, day), In(close, day)), daypart.meaning
    return Parts(In(Hours(opening, close), day), (*ends, whole) if after else (whole, *ends))


@book.entry(
    "phrase",
    _ways("[on|for] <{daypart}> [,|from|at|for|, from]", "", _PLAIN + _BARE)
    + "\n"
    + _ways("[on|for] <{daypart}> [in] between", "", _PLAIN + _BARE, AND),
    """
    2018-05-30 | Come [tonight] from [7] to [9]. | 2018-05-30TNI; 2018-05-30T19:00; 2018-05-30T21:00
    """,
)
def hours_in_daypart(daypart: DayPart, first: Clock, last: Clock) -> Parts | None:
    return _in_part(first, last, daypart)


@book.entry(
    "phrase",
    _ways("[from]", "[on|,] <{daypart}>", _PLAIN)
    + "\n"
    + _ways("from", "<{daypart}>", _BARE)
    + "\n"
    + _ways("[in] between", "[on|,] <{daypart}>", _PLAIN, AND)
    + "\n"
    + _ways("between", "<{daypart}>", _BARE, AND),
    """
    2018-11-01 | Rest [3]-[8pm] [tonight]. | 2018-11-01T15:00; 2018-11-01T20:00; 2018-11-01TNI
    """,
)
def hours_then_daypart(first: Clock, last: Clock, daypart: DayPart) -> Parts | None:
    return _in_part(first, last, daypart, after=True)


@book.entry(
    "phrase",
    _ways("[on|for] <{day}> [,] from", "", _BARE)
    + "\n"
    + _ways("[on|for] <{day}> [in] between", "", _BARE, AND),
    """
    2018-05-16 | Meet [today] from [9] to [11]. | 2018-05-16; 2018-05-16T09:00; 2018-05-16T11:00
    2018-05-16 | Shares fell [yesterday] from 10 to 4. | 2018-05-15
    """,
)
def bare_hours_on_day(day: Meaning, first: Clock, last: Clock) -> Parts:
    return _on(Hours(first, last), day)


@book.entry(
    "phrase",
    _ways("from", "(on|,) <{day}>", _BARE) + "\n" + _ways("[in] between", "on <{day}>", _BARE, AND),
    """
    2018-05-16 | Meet from [3] to [5] on [16 May]. | 2018-05-16T03:00; 2018-05-16T05:00; 2018-05-16
    """,
)
def bare_hours_then_day(first: Clock, last: Clock, day: Meaning) -> Parts:
    return _on(Hours(first, last), day, after=True)


@book.entry(
    "phrase",
    "[on|for] <{day}> <{looseclock:first}> - <{looseclock:last}>",
    """
    2018-05-16 | Meet me [today] [9]-[11]. | 2018-05-16; 2018-05-16T09:00; 2018-05-16T11:00
    2018-05-16 | They beat them [yesterday] 10-4. | 2018-05-15
    """,
)
def day_bare_hours(day: Meaning, first: Clock, last: Clock) -> Parts:
    return _on(Hours(first, last), day)


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
def at_hour_on_day(spokenhour: int, day: Meaning) -> Meaning:
    return In(Clock(spokenhour), day)


@book.entry(
    "time",
    "[the] {ordinal} {weekday} [from|at] {hours} (of|in) {time:outer}",
    "2018-08-01 | Meet on [the first Monday 1pm to 3pm of next month]. | 2018-09-03T13:00",
)
def nth_weekday_hours(
    ordinal: int, weekday: Weekday, hours: Hours, outer: Meaning
) -> Meaning | None:
    return In(hours, Nth(ordinal, weekday, outer)) if ordinal <= 5 else None
