"""Time words on their own, as one types them into a calendar or asks an assistant in English.

What is said here would be something else in running prose ("at three twenty", "the 4th", "9
tomorrow"), so it is read only where a text is nothing but time words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.languages.en.amounts import lasting
from timeline.languages.en.clock import face, moved
from timeline.languages.en.dates import date
from timeline.languages.en.dayclocks import clock_in_daypart
from timeline.languages.en.dayparts import DayPart
from timeline.languages.en.lexicon import CAPITAL, KINDS
from timeline.languages.en.lexicon import lexicon as prose
from timeline.meanings import (
    After,
    Before,
    By,
    Clock,
    Day,
    DayOfMonth,
    From,
    Hours,
    In,
    Meaning,
    MonthDay,
    Recurring,
    Shift,
    Since,
    Unit,
    Until,
    Year,
)
from timeline.patterns import Parts, PatternBook, Token
from timeline.spans import Duration, Granularity

book = PatternBook("en")


def lexicon(token: Token) -> Sequence[tuple[str, Any]]:
    """The kinds that a token can be by itself where nobody minds capital letters.

    >>> from timeline.languages.en.lexicon import cut
    >>> lexicon(cut("march")[0])
    (('month', Month(3)),)
    """
    return KINDS.get(token.lower, ()) if token.lower in CAPITAL else prose(token)


@book.entry("clocktime", "{hourclock:told}\n{briefclock:told}")
def clock_in_short(told: Clock) -> Clock | None:
    # "In 2h" tells how long; nobody writes two o'clock so.
    return told if told.half or told.minute or told.hour > 5 else None


@book.entry(
    "day",
    "{holiday} [,|of|in] {spelledyear}",
    "2013-02-12 | [Easter two thousand eighteen] | 2018-04-01",
)
def holiday_of_spelled_year(holiday: Recurring, spelledyear: int) -> Meaning:
    return In(holiday, Year(spelledyear))


@book.entry(
    "time",
    "{unit} (after|following) {day:origin}",
    "2013-02-12T04:30 future | [day after Christmas] | 2013-12-26",
)
def unit_after(unit: Granularity, origin: Meaning) -> Meaning:
    return From(lasting(1, unit), 1, origin)


@book.entry(
    "time",
    "{unit} (before|prior to) {day:origin}",
    "2013-02-12T04:30 future | [day before Christmas] | 2013-12-24",
)
def unit_before(unit: Granularity, origin: Meaning) -> Meaning:
    return From(lasting(1, unit), -1, origin)


@book.entry(
    "phrase",
    """
    (later than|after|from) <{clocktime:first}> [but|and] (before|until) \
    <{clocktime:last} [on] {day}>
    """,
    "2013-02-12 | after [9:30] but before [11:00 today] | 2013-02-12T09:30; 2013-02-12T11:00",
)
def after_but_before(first: Clock, last: Clock, day: Meaning) -> Parts:
    return Parts(In(Hours(first, last), day), (In(first, day), In(last, day)))


@book.entry("day", "{shortdate}", "2013-02-12T04:30 future | on [2/15] | 2013-02-15")
def short_date(shortdate: Recurring) -> Meaning:
    return shortdate


@book.entry(
    "phrase",
    "in (about|around|approximately|roughly|exactly|just|just over|just under) <{amount}>",
    "2013-02-12T04:30 future | in about [half an hour] | 2013-02-12T05:00:00",
)
def in_about(amount: Duration) -> Meaning:
    return Shift(amount, 1)


@book.entry("clocktime", "{clocktime:told} [-] ish")
def clock_ish(told: Clock) -> Clock:
    return told


@book.entry("clocktime", "{hour} [-] ish [-] {halfday}")
def hour_ish(hour: int, halfday: str) -> Clock | None:
    return face(hour, half=halfday)


@book.entry("clocktime", "{number} (past|after) {clocktime:told}")
def number_after(number: float, told: Clock) -> Clock | None:
    return _minutes(number, told, 1)


@book.entry("clocktime", "{number} (to|before|till|of) {clocktime:told}")
def number_before(number: float, told: Clock) -> Clock | None:
    return _minutes(number, told, -1)


def _minutes(number: float, told: Clock, sign: int) -> Clock | None:
    whole = number % 1 == 0 and 0 < number < 60 and not told.minute and told.half
    return moved(told, sign * int(number)) if whole else None


@book.entry("bareclock", "{spokenhour} [[-] ish]")
def bare_hour(spokenhour: int) -> Clock:
    return Clock(spokenhour)


@book.entry("bareclock", "{spokenclock} [[-] ish]")
def bare_spoken(spokenclock: Clock) -> Clock:
    return spokenclock


@book.entry("compactclock", "{compact} [[-] ish]\n{dotclock:compact} [[-] ish]")
def compact_clock(compact: tuple[int, int]) -> Clock | None:
    return face(*compact)


@book.entry("bareclock", "{spokenhour} {twodigits} [[-] ish]")
def bare_hour_minutes(spokenhour: int, twodigits: int) -> Clock | None:
    return face(spokenhour, twodigits)


@book.entry("bareclock", "{number} (past|after) {spokenhour}")
def bare_after(number: float, spokenhour: int) -> Clock | None:
    return face(spokenhour, int(number)) if number % 1 == 0 else None


@book.entry("bareclock", "{number} (to|before|till|of) {spokenhour}")
def bare_before(number: float, spokenhour: int) -> Clock | None:
    # "9 to 11" is a stretch of hours.
    told = number % 1 == 0 and 12 < number < 60
    return moved(Clock(spokenhour), -int(number)) if told else None


@book.entry(
    "phrase",
    """
    [from|between] <{spokenhour:first}> (-|to|till|until|and) <{spokenhour:last}> [on|,] <{day}>
    """,
    "2013-02-12 | [9] to [11] [tomorrow] | 2013-02-13T09:00; 2013-02-13T11:00; 2013-02-13",
)
def bare_hours_then_day(first: int, last: int, day: Meaning) -> Parts:
    ends = In(Clock(first), day), In(Clock(last), day)
    return Parts(In(Hours(Clock(first), Clock(last)), day), (*ends, day))


@book.entry(
    "phrase",
    """
    [on|for] <{day}> [,] [from|between] <{spokenhour:first}> (-|to|till|until|and) \
    <{spokenhour:last}>
    """,
    "2013-02-12 | [tomorrow] [9] to [11] | 2013-02-13; 2013-02-13T09:00; 2013-02-13T11:00",
)
def day_then_bare_hours(day: Meaning, first: int, last: int) -> Parts:
    ends = In(Clock(first), day), In(Clock(last), day)
    return Parts(In(Hours(Clock(first), Clock(last)), day), (day, *ends))


@book.entry("bareclock", "half {spokenhour}")
def bare_half(spokenhour: int) -> Clock:
    return Clock(spokenhour, 30)


_RELATIONS: dict[str, type[Meaning] | None] = {
    "(at|@|around|about|for|at about|at around|exactly at)": None,
    "(by|no later than)": By,
    "(until|till|til)": Until,
    "(before|prior to|earlier than)": Before,
    "(after|later than|past)": After,
    "(since|from)": Since,
}


def _bare_clock(words: str, relation: Any) -> None:
    shown = "2013-02-12T04:30 future | at [three twenty] | 2013-02-12T15:20"

    ways = f"{words} <{{bareclock}}>\n{words} <{{compactclock:bareclock}}>"

    @book.entry("phrase", ways, "" if relation else shown)
    def bare_clock(bareclock: Clock) -> Parts:
        return Parts(relation(bareclock) if relation else bareclock, (bareclock,))


for _words, _relation in _RELATIONS.items():
    _bare_clock(_words, _relation)


@book.entry(
    "time",
    """
    {bareclock} [on] {day}
    {day} [,] [at|around|about|@|for] {bareclock}
    {day} (at|around|about|@|for) {compactclock:bareclock}
    """,
    "2013-02-12T04:30 future | [9 tomorrow] | 2013-02-13T09:00",
)
def bare_clock_on_day(bareclock: Clock, day: Meaning) -> Meaning:
    return In(bareclock, day)


@book.entry(
    "time",
    """
    {bareclock} [on] {daypart}
    {daypart} [,] [at|around|about|@|for] {bareclock}
    {daypart} (at|around|about|@|for) {compactclock:bareclock}
    """,
    "2013-02-12T04:30 future | [9 tomorrow evening] | 2013-02-13T21:00",
)
def bare_clock_in_daypart(bareclock: Clock, daypart: DayPart) -> Meaning | None:
    return clock_in_daypart(bareclock, daypart)


@book.entry(
    "day",
    "[on] the {dayfigure}\n[on] the {dayord:dayfigure}\n{dayfigure}",
    "2013-02-12T04:30 future | [the 1st] | 2013-03-01",
)
def day_of_month(dayfigure: int) -> Meaning:
    return DayOfMonth(dayfigure)


@book.entry("day", "{monthday} [,] {twodigits}", "2013-02-12 | [14th April 15] | 2015-04-14")
def day_of_short_year(monthday: MonthDay, twodigits: int) -> Meaning | None:
    return date(2000 + twodigits, monthday.month, monthday.day) if twodigits > 12 else None


@book.entry("time", "{twodigits} {quarter}\n{quarter} {twodigits}", "2013-02-12 | [18q4] | 2018-Q4")
def quarter_of_short_year(twodigits: int, quarter: Recurring) -> Meaning:
    return In(quarter, Year(2000 + twodigits))


@book.entry(
    "phrase",
    "after <{amount}>",
    "2013-02-12T04:30 future | after [5 days] | 2013-02-17T04",
)
def after_amount(amount: Duration) -> Parts:
    moment = Shift(amount, 1)
    return Parts(After(moment), (moment,))


@book.entry(
    "phrase",
    "<{day}> in <{amount}>",
    "2013-02-12T04:30 future | [today] in [one hour] | 2013-02-12; 2013-02-12T05:30",
)
def day_in_amount(day: Meaning, amount: Duration) -> Parts:
    moment = Shift(amount, 1)
    return Parts(moment, (day, moment))


@book.entry(
    "time",
    "{recurring} in {amount}\n{recurring} {amount} (from now|hence|from today)",
    "2013-02-12T04:30 future | [March in a year] | 2014-03",
)
def recurring_in_amount(recurring: Recurring, amount: Duration) -> Meaning | None:
    years = amount.unit is not None and amount.unit >= Granularity.YEAR
    return In(recurring, Shift(amount, 1)) if years and not isinstance(recurring, Unit) else None


@book.entry(
    "time",
    "{recurring} {amount} (ago|back)",
    "2013-02-12T04:30 future | [Christmas two years ago] | 2011-12-25",
)
def recurring_ago(recurring: Recurring, amount: Duration) -> Meaning | None:
    years = amount.unit is not None and amount.unit >= Granularity.YEAR
    return In(recurring, Shift(amount, -1)) if years and not isinstance(recurring, Unit) else None


_AFTER = {"lunch": (13, 17), "school": (15, 21), "work": (17, 21), "dinner": (20, 24)}


def _after(word: str, first: int, last: int) -> None:
    stretch = Hours(Clock(first), Clock(last))

    hour = f"{first}:00"

    @book.entry(
        "time",
        f"after [-] {word}\nafter{word}",
        f"2013-02-12T04:30 future | [after {word}] | 2013-02-12T{hour}",
    )
    def after_that() -> Meaning:
        return In(stretch, Day(0))

    @book.entry(
        "time",
        f"{{day}} after [-] {word}\n{{day}} after{word}",
        f"2013-02-12T04:30 future | [tomorrow after {word}] | 2013-02-13T{hour}",
    )
    def after_that_on_day(day: Meaning) -> Meaning:
        return In(stretch, day)


for _word, (_first, _last) in _AFTER.items():
    _after(_word, _first, _last)
