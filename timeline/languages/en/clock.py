"""Times of the clock in English."""

from __future__ import annotations

from dataclasses import replace

from timeline.meanings import Between, Clock, Day, In, Meaning
from timeline.patterns import Parts, PatternBook

book = PatternBook("en")

MINUTES_A_DAY = 24 * 60


def face(hour: int, minute: int = 0, half: str | None = None) -> Clock | None:
    """A time as the face of a clock shows it, twelve hours round."""
    return Clock(hour, minute, half=half) if 1 <= hour <= 12 and 0 <= minute < 60 else None


def moved(told: Clock, minutes: int) -> Clock:
    """So many minutes before or after a time of the clock."""
    size = MINUTES_A_DAY // 2 if told.half else MINUTES_A_DAY
    at = (told.hour * 60 + told.minute + minutes) % size
    half = told.half
    if half and (told.hour % 12 * 60 + told.minute + minutes) // size % 2:
        half = "am" if half == "pm" else "pm"
    hour = at // 60 or (12 if half else 0)
    return replace(told, hour=hour, minute=at % 60, half=half)


def on_one_face(first: Clock, last: Clock) -> tuple[Clock, Clock]:
    """Two ends of a stretch, of which one takes its half of the day from the other.

    >>> on_one_face(Clock(12), Clock(1, 30, half="pm"))
    (Clock(12, half='pm'), Clock(1, minute=30, half='pm'))
    >>> on_one_face(Clock(8, half="am"), Clock(3))
    (Clock(8, half='am'), Clock(3, half='pm'))
    """
    other = {"am": "pm", "pm": "am"}
    if last.half and not first.half and 1 <= first.hour <= 12:
        later = _on_face(first) > _on_face(last)
        first = replace(first, half=other[last.half] if later else last.half)
    elif first.half and not last.half and 1 <= last.hour <= 12:
        later = _on_face(last) <= _on_face(first)
        last = replace(last, half=other[first.half] if later else first.half)
    return first, last


def _on_face(told: Clock) -> int:
    """The minutes from twelve o'clock, in either half of the day."""
    return told.hour % 12 * 60 + told.minute


@book.entry("halfday", r"am|a m|\( am \)")
def before_noon() -> str:
    return "am"


@book.entry("halfday", r"pm|p m|\( pm \)")
def after_noon() -> str:
    return "pm"


@book.entry("spokenhour", "{ones}\n{teens:ones}\n{hour:ones}")
def spoken_hour(ones: int) -> int | None:
    return ones if 1 <= ones <= 12 else None


@book.entry("minutes", "{number} [-] (minutes|minute|mins|min)")
def minutes(number: float) -> int | None:
    return int(number) if number % 1 == 0 and 0 < number < 60 else None


# "Ten to eleven p.m." is an hour that something takes, "twenty to eleven p.m." is none.
@book.entry("twenties", "twenty")
def twenty() -> int:
    return 20


@book.entry("twenties", "twenty [-] five")
def twenty_five() -> int:
    return 25


@book.entry(
    "clocktime",
    """
    {clock}
    {clock} (o'clock|oclock|o clock)
    """,
    """
    2024-03-14 | The train left at [10:30]. | 2024-03-14T10:30
    2024-03-14 | He scored with 3:12 left to play. |
    """,
)
def clock(clock: Clock) -> Clock:
    return clock


@book.entry(
    "clocktime",
    "{spokenhour} (o'clock|oclock|o clock)",
    "2024-03-14 | It struck [eight o'clock]. | 2024-03-14T08:00",
)
def o_clock(spokenhour: int) -> Clock | None:
    return face(spokenhour)


@book.entry(
    "clocktime",
    "half past {spokenhour}",
    "2024-03-14 | It struck [half past eight]. | 2024-03-14T08:30",
)
def half_past(spokenhour: int) -> Clock:
    return Clock(spokenhour, 30)


@book.entry(
    "clocktime",
    "[a] quarter (past|after) {spokenhour}",
    "2024-03-14 | It struck [a quarter past eight]. | 2024-03-14T08:15",
)
def quarter_past(spokenhour: int) -> Clock:
    return Clock(spokenhour, 15)


@book.entry(
    "clocktime",
    "[a] quarter (to|before|of|till) {spokenhour}",
    "2024-03-14 | It struck [a quarter to eight]. | 2024-03-14T07:45",
)
def quarter_to(spokenhour: int) -> Clock:
    return Clock((spokenhour - 1) or 12, 45)


@book.entry(
    "clocktime",
    "{minutes} (past|after) {spokenhour}\n{number:minutes} past {spokenhour}",
    """
    2024-03-14 | The bell rang at [twenty minutes past six]. | 2024-03-14T06:20
    2024-03-14 | The bell rang at [ten past six]. | 2024-03-14T06:10
    """,
)
def minutes_past(minutes: float, spokenhour: int) -> Clock | None:
    return face(spokenhour, int(minutes)) if minutes % 1 == 0 else None


@book.entry(
    "clocktime",
    "{minutes} (to|before|till) {spokenhour}",
    "2024-03-14 | The bell rang at [five minutes to six]. | 2024-03-14T05:55",
)
def minutes_to(minutes: int, spokenhour: int) -> Clock:
    return moved(Clock(spokenhour), -minutes)


@book.entry(
    "clocktime",
    "(noon|midday|noontime|noonish)\n12 noon",
    "1999-10-08 | He appears at [midday]. | 1999-10-08T12:00",
)
def noon() -> Clock:
    return Clock(12, half="pm")


@book.entry(
    "clocktime",
    "midnight",
    """
    2024-03-14 | The truce will begin at [midnight]. | 2024-03-14T24:00
    2024-03-14 | The truce began at [midnight]. | 2024-03-13T24:00
    """,
)
def midnight() -> Clock:
    return Clock(24)


@book.entry("spokenclock", "{ones} [-] {tens}\n{teens:ones} [-] {tens}\n{ones} {teens:tens}")
def hour_and_minutes(ones: int, tens: int) -> Clock | None:
    return face(ones, tens) if tens >= 10 else None


@book.entry(
    "spokenclock", "{ones} [-] {tens} [-] {ones:last}\n{teens:ones} [-] {tens} [-] {ones:last}"
)
def hour_minutes_ones(ones: int, tens: int, last: int) -> Clock | None:
    return face(ones, tens + last)


@book.entry("spokenclock", "{ones} (oh|o) {ones:last}\n{teens:ones} (oh|o) {ones:last}")
def hour_oh_minutes(ones: int, last: int) -> Clock | None:
    return face(ones, last)


@book.entry(
    "clocktime",
    "{clocktime:told} [-] {halfday}\n{spokenclock:told} [-] {halfday}",
    """
    1998-02-12 | He was shot [around 7:15 p.m.] in the shop. | 1998-02-12T19:15
    2024-03-14 | The raid came at [seven thirty p.m.] sharp. | 2024-03-14T19:30
    """,
)
def clock_half(told: Clock, halfday: str) -> Clock | None:
    return replace(told, half=halfday) if 1 <= told.hour <= 12 and told.half is None else None


@book.entry(
    "clocktime",
    "{hour} [-] {halfday}\n{ones:hour} {halfday}\n{teens:hour} {halfday}",
    """
    2024-03-14 | The train left at [10 p.m.] sharp. | 2024-03-14T22:00
    2024-03-14 | The raid came at [five am]. | 2024-03-14T05:00
    """,
)
def hour_half(hour: int, halfday: str) -> Clock | None:
    return face(hour, half=halfday)


@book.entry(
    "clocktime",
    "{dotclock} {halfday}\n{compact:dotclock} {halfday}",
    """
    2024-03-14 | It left at [10.30pm]. | 2024-03-14T22:30
    2024-03-14 | It left at [1030 p.m.] instead. | 2024-03-14T22:30
    """,
)
def dot_half(dotclock: tuple[int, int], halfday: str) -> Clock | None:
    return face(*dotclock, half=halfday)


@book.entry(
    "clocktime",
    "{minutes} (past|after|from) {clocktime:told}",
    "2024-03-14 | It left at [20 minutes past 3 p.m.] sharp. | 2024-03-14T15:20",
)
def minutes_after(minutes: int, told: Clock) -> Clock | None:
    return moved(told, minutes) if _on_the_hour(told) else None


@book.entry(
    "clocktime",
    "{minutes} (to|before|till|of) {clocktime:told}\n{twenties:minutes} (to|till) {clocktime:told}",
    """
    2024-03-14 | It left at [20 minutes to 3 p.m.] sharp. | 2024-03-14T14:40
    2024-03-14 | It left at [twenty to three p.m.] sharp. | 2024-03-14T14:40
    """,
)
def minutes_before(minutes: int, told: Clock) -> Clock | None:
    return moved(told, -minutes) if _on_the_hour(told) else None


@book.entry(
    "clocktime",
    "[a] quarter (past|after) {clocktime:told}",
    "2024-03-14 | It left at [a quarter past noon]. | 2024-03-14T12:15",
)
def quarter_after(told: Clock) -> Clock | None:
    return moved(told, 15) if _on_the_hour(told) else None


@book.entry(
    "clocktime",
    "[a] quarter (to|before|till|of) {clocktime:told}",
    "2024-03-14 | It left at [a quarter to noon]. | 2024-03-14T11:45",
)
def quarter_before(told: Clock) -> Clock | None:
    return moved(told, -15) if _on_the_hour(told) else None


@book.entry(
    "clocktime",
    "half past {clocktime:told}",
    "2024-03-14 | It left at [half past noon]. | 2024-03-14T12:30",
)
def half_after(told: Clock) -> Clock | None:
    return moved(told, 30) if _on_the_hour(told) else None


def _on_the_hour(told: Clock) -> bool:
    """Whether minutes can be counted from a time: a full hour whose half of the day is told."""
    return told.minute == 0 and (told.half is not None or told.hour > 12)


@book.entry(
    "clocktime",
    "{clocktime:told} in the {part}\n{clocktime:told} at {part}",
    "2024-03-14 | They left at [4:00 in the morning]. | 2024-03-14T04:00",
)
def in_the_part(told: Clock, part: str) -> Clock | None:
    return of_part(told, part)


@book.entry(
    "clocktime",
    "{spokenhour} in the {part}\n{spokenhour} at {part}",
    "2000-04-05 | They left at [4 in the morning]. | 2000-04-05T04:00",
)
def hour_in_the_part(spokenhour: int, part: str) -> Clock | None:
    return of_part(Clock(spokenhour), part)


@book.entry(
    "clocktime",
    "{compact} (in the|at) {part}\n{dotclock:compact} (in the|at) {part}",
    """
    2024-03-14 | They left at [730 in the evening]. | 2024-03-14T19:30
    2024-03-14 | They left at [7.30 in the evening]. | 2024-03-14T19:30
    """,
)
def compact_in_the_part(compact: tuple[int, int], part: str) -> Clock | None:
    told = face(*compact)
    return of_part(told, part) if told else None


def of_part(told: Clock, part: str) -> Clock | None:
    """A time of the clock in a part of the day: four in the morning, nine at night."""
    if told.half is not None or told.hour > 12:
        return told
    half = {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm", "MI": "pm", "DU": "pm"}.get(part)
    if half == "pm" and told.hour == 12 and part in ("EV", "NI"):
        return replace(told, hour=24)
    return replace(told, half=half) if half else None


@book.entry(
    "time", "{clocktime}", "2024-03-14 | The bus left at [6:15 a.m. today]. | 2024-03-14T06:15"
)
def clock_time(clocktime: Clock) -> Meaning:
    return clocktime


@book.entry(
    "time",
    """
    {clocktime} [on|of|,] {day}
    {day} [,] [at|about|around] {clocktime}
    {day} [at] {briefclock:clocktime}
    {briefclock:clocktime} [on] {day}
    {day} at (about|around) {clocktime}
    """,
    """
    1998-02-13 | The call came at [10 p.m. Wednesday]. | 1998-02-11T22:00
    1989-11-02 | It runs until [5 p.m. EST Nov. 9]. | 1989-11-09T17:00
    2009-01-01 | It fell at [3 o'clock in the morning of 26 May 1806]. | 1806-05-26T03:00
    """,
)
def clock_on_day(clocktime: Clock, day: Meaning) -> Meaning:
    return In(clocktime, day)


@book.entry(
    "phrase",
    "[on] <{day}> (for|@|starting at|at exactly) <{clocktime}>",
    "2024-03-14 | The hall is booked on [16 March] for [9 a.m.]. | 2024-03-16; 2024-03-16T09:00",
)
def day_for_clock(day: Meaning, clocktime: Clock) -> Parts:
    meaning = In(clocktime, day)
    return Parts(meaning, (day, meaning))


@book.entry(
    "phrase",
    "from <{clocktime:first}> (to|till|until) <{day} [at|,] {clocktime}>",
    "2024-03-14 | Be away from [2pm] till [tomorrow 4:30pm]. | 2024-03-14T14:00; 2024-03-15T16:30",
)
def clock_to_other_day(first: Clock, day: Meaning, clocktime: Clock) -> Meaning:
    start, end = In(first, Day(0)), In(clocktime, day)
    return Between(start, end)
