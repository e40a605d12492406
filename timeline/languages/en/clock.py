"""Times of the day in English."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.en.written import read_written
from timeline.meanings import (
    About,
    Clock,
    Day,
    In,
    Meaning,
    MonthDay,
    PartOfDay,
    Recurring,
    Reference,
    Stage,
    This,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans.civil import month_length

book = PatternBook("en")


@book.entry("day", "{written}", "2024-03-14 | It is dated [10/30/1989]. | 1989-10-30")
def in_figures(written: str) -> Meaning | None:
    return read_written(written) if len(written) > 5 else None


@book.entry("shortdate", "{written}")
def month_slash_day(written: str) -> Recurring | None:
    first, _, second = written.partition("/")
    if not (first.isdigit() and second.isdigit()):
        return None
    month, day = int(first), int(second)
    if not 1 <= month <= 12 or not 1 <= day <= month_length(2000, month):
        return None
    return MonthDay(month, day)


@book.entry(
    "day",
    "{weekday} [,] {shortdate}\n{weekday} ( {shortdate} )",
    "2018-07-06 | We met on [Friday 7/6]. | 2018-07-06",
)
def weekday_short(weekday: object, shortdate: Recurring) -> Meaning:
    return shortdate


@book.entry("halfday", "am\n( am )")
def before_noon() -> str:
    return "am"


@book.entry("halfday", "pm")
def after_noon() -> str:
    return "pm"


@book.entry(
    "clocktime",
    "{clock} [-] {halfday}",
    "1998-02-12 | He was shot [around 7:15 p.m.] in the shop. | 1998-02-12T19:15",
)
def clock_half(clock: Clock, halfday: str) -> Clock | None:
    return replace(clock, half=halfday) if 1 <= clock.hour <= 12 else None


@book.entry("clocktime", "{clock}", "2024-03-14 | The train left at [10:30]. | 2024-03-14T10:30")
def clock(clock: Clock) -> Clock:
    return clock


@book.entry(
    "clocktime",
    "{hour} [-] {halfday}",
    "2024-03-14 | The train left at [10 p.m.] sharp. | 2024-03-14T22:00",
)
def hour_half(hour: int, halfday: str) -> Clock | None:
    return Clock(hour, half=halfday) if 1 <= hour <= 12 else None


@book.entry(
    "clocktime", "{dotclock} {halfday}", "2024-03-14 | It left at [10.30pm]. | 2024-03-14T22:30"
)
def dot_half(dotclock: tuple[int, int], halfday: str) -> Clock | None:
    hour, minute = dotclock
    return Clock(hour, minute, half=halfday) if 1 <= hour <= 12 and minute < 60 else None


@book.entry("spokenhour", "{ones}\n{teens:ones}\n{hour:ones}")
def spoken_hour(ones: int) -> int | None:
    return ones if 1 <= ones <= 12 else None


@book.entry(
    "clocktime",
    "{spokenhour} (o'clock|oclock)",
    "2024-03-14 | It struck [eight o'clock]. | 2024-03-14T08:00",
)
def o_clock(spokenhour: int) -> Clock:
    return Clock(spokenhour)


@book.entry(
    "clocktime",
    "{ones} {halfday}\n{teens:ones} {halfday}",
    "2024-03-14 | The raid came at [five am]. | 2024-03-14T05:00",
)
def spoken_half(ones: int, halfday: str) -> Clock | None:
    return Clock(ones, half=halfday) if 1 <= ones <= 12 else None


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
    "[a] quarter (to|before|of) {spokenhour}",
    "2024-03-14 | It struck [a quarter to eight]. | 2024-03-14T07:45",
)
def quarter_to(spokenhour: int) -> Clock:
    return Clock((spokenhour - 1) or 12, 45)


@book.entry(
    "clocktime",
    "(noon|midday|noontime)\n12 noon",
    "1999-10-08 | He appears at [midday]. | 1999-10-08T12:00",
)
def noon() -> Clock:
    return Clock(12)


@book.entry(
    "clocktime", "midnight", "2024-03-14 | The truce began at [midnight]. | 2024-03-14T24:00"
)
def midnight() -> Clock:
    return Clock(24)


@book.entry(
    "clocktime",
    "{clocktime:told} {zone}",
    "2000-04-05 | He will leave at [4 a.m. EDT]. | 2000-04-05T04:00",
)
def in_zone(told: Clock, zone: int) -> Clock:
    return replace(told, zone=zone)


@book.entry(
    "clocktime",
    "{clocktime:told} (local|eastern|central|pacific) [standard|daylight] time",
    "2024-03-14 | The quake came at [5:10 a.m. local time]. | 2024-03-14T05:10",
)
def local_time(told: Clock) -> Clock:
    return told


@book.entry(
    "clocktime",
    "{clocktime:told} in the {part}\n{clocktime:told} at {part}",
    "2024-03-14 | They left at [4:00 in the morning]. | 2024-03-14T04:00",
)
def in_the_part(told: Clock, part: str) -> Clock | None:
    half = {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(part)
    return replace(told, half=half) if half and told.hour <= 12 else None


@book.entry(
    "clocktime",
    "{spokenhour} (in the|at|this|that) {part}",
    "2000-04-05 | They left at [4 in the morning]. | 2000-04-05T04:00",
)
def hour_in_the_part(spokenhour: int, part: str) -> Clock | None:
    half = {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(part)
    return Clock(spokenhour, half=half) if half else None


@book.entry(
    "time", "{clocktime}", "2024-03-14 | The bus left at [6:15 a.m. today]. | 2024-03-14T06:15"
)
def clock_time(clocktime: Clock) -> Meaning:
    return clocktime


@book.entry(
    "time",
    "{clocktime} [on|,] {day}\n{day} [at|,|about|around] {clocktime}\n{day} at (about|around) {clocktime}",
    """
    1998-02-13 | The call came at [10 p.m. Wednesday]. | 1998-02-11T22:00
    1989-11-02 | It runs until [5 p.m. EST Nov. 9]. | 1989-11-09T17:00
    """,
)
def clock_on_day(clocktime: Clock, day: Meaning) -> Meaning:
    return In(clocktime, day)


@book.entry(
    "time",
    "{day} {part}\n{day} at {part}\n{day} in the {part}\n[the] {part} (of|on) {day}",
    "1998-02-13 | He was killed [Thursday evening]. | 1998-02-12TEV",
)
def part_of_day(day: Meaning, part: str) -> Meaning:
    return In(PartOfDay(part), day)


@book.entry(
    "time",
    "this {part}",
    "1998-01-20 | One more trip [this evening]. | 1998-01-20TEV",
)
def this_part(part: str) -> Meaning:
    return This(PartOfDay(part))


@book.entry(
    "time",
    "(that|the same) {part}",
    "2024-03-14 | On [2 May 1945] he fled. [That afternoon] he fell. | 1945-05-02; 1945-05-02TAF",
)
def that_part(part: str) -> Meaning:
    return This(PartOfDay(part), "story")


@book.entry("time", "last {part}", "2018-07-17 | [Last night] he disappeared. | 2018-07-16TNI")
def last_part(part: str) -> Meaning:
    return In(PartOfDay(part), Day(-1))


@book.entry(
    "time",
    "(the next|the following) {part}",
    "2024-03-14 | On [2 May 1945] he fled. [The next morning] he fell. | 1945-05-02; 1945-05-03TMO",
)
def next_part(part: str) -> Meaning:
    return In(PartOfDay(part), Day(1, "story"))


@book.entry(
    "time",
    "(the previous|the preceding) {part}",
    "2024-03-14 | On [2 May 1945] he fled. [The previous night] he slept. | 1945-05-02; 1945-05-01TNI",
)
def previous_part(part: str) -> Meaning:
    return In(PartOfDay(part), Day(-1, "story"))


@book.entry(
    "phrase",
    "(in|during|by|for|since|until|through|throughout|over) <the {part}>",
    "1989-10-30 | Dealers placed orders in [the morning]. | 1989-10-30TMO",
)
def in_the_part_of_day(part: str) -> Parts:
    meaning = This(PartOfDay(part), "story")
    return Parts(meaning, (meaning,))


@book.entry(
    "phrase",
    "(by|at|before|after|until|since|around) <{part}>",
    "2024-03-14 | It was taken at [dawn]. | 2024-03-14TDA",
)
def at_dawn(part: str) -> Parts:
    meaning = This(PartOfDay(part), "story")
    return Parts(meaning, (meaning,))


@book.entry("time", "overnight", "2024-03-14 | Snow fell [overnight]. | 2024-03-14TNI")
def overnight() -> Meaning:
    return This(PartOfDay("NI"), "story")


@book.entry(
    "time",
    "(early|mid) {part}\n(early|mid) - {part}",
    "1998-03-06 | By [mid afternoon] it was over. | 1998-03-06TAF",
)
def early_part(part: str) -> Meaning:
    return Stage("early", This(PartOfDay(part), "story"))


@book.entry(
    "time",
    "late {part}\nlate - {part}",
    "2024-03-14 | It broke by [late afternoon]. | 2024-03-14TAF",
)
def late_part(part: str) -> Meaning:
    return Stage("late", This(PartOfDay(part), "story"))


@book.entry(
    "time",
    "(early|earlier) [on] {time:told}\n(early|earlier) in {time:told}\nearly - {time:told}",
    """
    1998-03-03 | He landed [early Tuesday]. | 1998-03-03
    1989-11-02 | It will be told in [early November]. | 1989-11
    """,
)
def early(told: Meaning) -> Meaning | None:
    return Stage("early", told)


@book.entry(
    "time",
    "(late|later) [on|in] {time:told}\nlate - {time:told}",
    "1991-02-25 | He said [late yesterday] that it began. | 1991-02-24",
)
def late(told: Meaning) -> Meaning:
    return Stage("late", told)


@book.entry(
    "time",
    "(mid|middle) [-] {time:told}\nthe middle of {time:told}\nmidway through {time:told}",
    "1989-10-27 | Results are due in [mid-November]. | 1989-11",
)
def mid(told: Meaning) -> Meaning:
    return Stage("mid", told)


@book.entry(
    "time",
    "(early|earlier) in {season:told}\n(early|earlier) [in] [the] {season:told}\n(early|earlier) [in] [the] {season_of_year:told}",
    "2024-03-14 | They left in [early spring]. | 2024-SP",
)
def early_season(told: Meaning) -> Meaning:
    return Stage("early", told)


@book.entry(
    "time",
    "late [in] [the] {season:told}\nlate [in] [the] {season_of_year:told}",
    "2024-03-14 | They left in [late summer]. | 2023-SU",
)
def late_season(told: Meaning) -> Meaning:
    return Stage("late", told)


@book.entry("time", "mid [-] {season:told}", "2024-03-14 | They left in [mid-summer]. | 2023-SU")
def mid_season(told: Meaning) -> Meaning:
    return Stage("mid", told)


@book.entry(
    "time",
    "(about|around|approximately|roughly|circa|ca) {time:told}\n{time:told} or so",
    "1989-10-30 | It should be done [around Nov. 1]. | 1989-11-01",
)
def hedged_time(told: Meaning) -> Meaning | None:
    return None if isinstance(told, Reference) else About(told)
