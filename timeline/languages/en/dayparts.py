"""Parts of the day, in English: "Thursday evening", "last night", "in the early hours"."""

from __future__ import annotations

from typing import NamedTuple

from timeline.languages.en.amounts import FEW, lasting
from timeline.meanings import (
    SMALL_HOURS,
    Day,
    DayOfMonth,
    From,
    In,
    Meaning,
    Nth,
    Overnight,
    PartOfDay,
    Stage,
    This,
    Unknown,
    Weekday,
)
from timeline.patterns import PatternBook
from timeline.spans import Granularity

book = PatternBook("en")


class DayPart(NamedTuple):
    """A part of a day that is told: what it means, its day, and its TIMEX3 letters."""

    meaning: Meaning
    day: Meaning
    letters: str


def part_of(letters: str, day: Meaning) -> DayPart:
    """A part of a day."""
    return DayPart(In(PartOfDay(letters), day), day, letters)


@book.entry(
    "daypart",
    "{day} {part}\n{day} (at|in the) {part}\n[the] {part} (of|on) {day}\nthe {part} {day}",
)
def part_of_day(day: Meaning, part: str) -> DayPart:
    return part_of(part, day)


@book.entry("daypart", "{part} {day}", "2013-06-12 | It sank before [dawn Monday]. | 2013-06-10TDA")
def dawn_of_day(part: str, day: Meaning) -> DayPart | None:
    return part_of(part, day) if part in ("DA", "DU") else None


@book.entry(
    "daypart", "{day} {halfday}", "2018-07-31 | The door is open [tomorrow am]. | 2018-08-01TMO"
)
def half_of_day(day: Meaning, halfday: str) -> DayPart:
    return part_of("MO" if halfday == "am" else "AF", day)


@book.entry("daypart", "this {part}", "1998-01-20 | One more trip [this evening]. | 1998-01-20TEV")
def this_part(part: str) -> DayPart:
    return DayPart(This(PartOfDay(part)), Day(0), part)


@book.entry(
    "daypart",
    "(tonight|tonite|to - night)",
    "2023-03-06 | They meet [tonight]. | 2023-03-06TNI",
)
def tonight() -> DayPart:
    return part_of("NI", Day(0))


@book.entry(
    "daypart",
    "(that|the same|that same|that very) {part}",
    "2024-03-14 | On [2 May 1945] he fled. [That afternoon] he fell. | 1945-05-02; 1945-05-02TAF",
)
def that_part(part: str) -> DayPart:
    return DayPart(This(PartOfDay(part), "story"), Day(0, "story"), part)


@book.entry("daypart", "last {part}", "2018-07-17 | [Last night] he disappeared. | 2018-07-16TNI")
def last_part(part: str) -> DayPart:
    return part_of(part, Day(-1))


@book.entry("daypart", "next {part}", "2018-05-30 | It opens [next evening]. | 2018-05-31TEV")
def coming_part(part: str) -> DayPart:
    return part_of(part, Day(1))


@book.entry(
    "daypart",
    "(the next|the following) {part}\n(a|one) {part} later",
    """
    2024-03-14 | On [2 May 1945] he fled. [The next morning] he fell. | 1945-05-02; 1945-05-03TMO
    2024-03-14 | On [2 May 1945] he fled. [A night later] he fell. | 1945-05-02; 1945-05-03TNI
    """,
)
def next_part(part: str) -> DayPart:
    return part_of(part, Day(1, "story"))


@book.entry(
    "daypart",
    "(the previous|the preceding) {part}\n(a|one) {part} (earlier|before)",
    """
    2024-03-14 | On [2 May 1945] he fled. [The previous night] he slept. | 1945-05-02; 1945-05-01TNI
    2024-03-14 | On [2 May 1945] he fled. [A night earlier] he slept. | 1945-05-02; 1945-05-01TNI
    """,
)
def previous_part(part: str) -> DayPart:
    return part_of(part, Day(-1, "story"))


@book.entry(
    "daypart",
    "{number} nights ago",
    "2024-03-14 | It snowed [two nights ago]. | 2024-03-12TNI",
)
def nights_ago(number: float) -> DayPart | None:
    whole = number % 1 == 0 and number != FEW
    return part_of("NI", Day(-int(number))) if whole else None


@book.entry(
    "daypart",
    "the {part} before {day}",
    "2022-12-20 | It snowed on [the night before 4 May 2022]. | 2022-05-03TNI",
)
def part_before(part: str, day: Meaning) -> DayPart:
    return part_of(part, From(lasting(1, Granularity.DAY), -1, day))


@book.entry(
    "daypart",
    "the {part} after {day}",
    "2022-12-20 | It snowed on [the morning after 4 May 2022]. | 2022-05-05TMO",
)
def part_after(part: str, day: Meaning) -> DayPart:
    return part_of(part, From(lasting(1, Granularity.DAY), 1, day))


@book.entry(
    "daypart",
    "[the] {part} of the {dayord}",
    """
    2024-03-14 | They fled on [the night of the 9th]. | 2024-03-09TNI
    2024-03-14 | They fled on [the night of the third]. | 2024-03-03TNI
    2024-03-14 | They fled on the night of the third raid. |
    """,
)
def part_of_the_day(part: str, dayord: int) -> DayPart:
    return part_of(part, DayOfMonth(dayord))


@book.entry("time", "{daypart}", "1998-02-13 | He was killed [Thursday evening]. | 1998-02-12TEV")
def daypart(daypart: DayPart) -> Meaning:
    return daypart.meaning


@book.entry(
    "time",
    """
    {day} [in the] early [hours of the] {part}
    [the] early {part} hours (of|on) {day}
    [the] early [hours of the] {part} (of|on) {day}
    early [-] {part} {day}
    """,
    "2024-03-14 | It broke on [Monday early morning]. | 2024-03-11TMO",
)
def early_part_of_day(day: Meaning, part: str) -> Meaning:
    return Stage("early", In(PartOfDay(part), day))


@book.entry(
    "time",
    "[the] (early|small|wee) hours (of|on) {day}",
    "2024-03-14 | It broke in [the early hours of Monday]. | 2024-03-11TMO",
)
def early_hours(day: Meaning) -> Meaning:
    return Stage(SMALL_HOURS, In(PartOfDay("MO"), day))


@book.entry(
    "time",
    "[the] (early|small|wee) hours of the {dayord}",
    """
    2024-03-14 | It broke in [the early hours of the 11th]. | 2024-03-11TMO
    2024-03-14 | It broke in the early hours of the third raid.
    """,
)
def early_hours_of_the_day(dayord: int) -> Meaning:
    return early_hours(DayOfMonth(dayord))


@book.entry(
    "time",
    "[the] (early|small|wee) hours (of|on) {daypart}",
    "2024-03-14 | It broke in [the early hours of Monday morning]. | 2024-03-11TMO",
)
def early_hours_of_part(daypart: DayPart) -> Meaning:
    return Stage(SMALL_HOURS, daypart.meaning)


@book.entry(
    "time",
    "{day} [in the] late {part}\n[the] late {part} (of|on) {day}\nlate [-] {part} {day}",
    "2024-03-14 | It broke on [Monday late afternoon]. | 2024-03-11TAF",
)
def late_part_of_day(day: Meaning, part: str) -> Meaning:
    return Stage("late", In(PartOfDay(part), day))


def nearest(part: str) -> This:
    """A part of the day told last, or of that of publication."""
    return This(PartOfDay(part), "story", near=True)


@book.entry(
    "phrase",
    """
    (in|during|by|for|since|until|through|throughout|over) <the {part}>
    (by|at|before|until|since|around) <{part}>
    """,
    """
    1989-10-30 | Dealers placed orders in [the morning]. | 1989-10-30TMO
    2024-03-14 | It was taken at [dawn]. | 2024-03-14TDA
    """,
)
def in_the_part_of_day(part: str) -> Meaning:
    return nearest(part)


@book.entry(
    "phrase",
    "(in|during) <[early|late] [-] {part}>",
    """
    2013-03-20 | Shares fell 4 percent in [morning] trading. | 2013-03-20TMO
    2013-03-20 | They were stuck in [late-afternoon] traffic. | 2013-03-20TAF
    2013-03-20 | It rained in [mid-afternoon]. | 2013-03-20TAF
    2013-03-20 | He stood there in morning dress. |
    """,
)
def in_business(part: str) -> Meaning:
    return nearest(part)


@book.entry(
    "time",
    "one {part}",
    """
    2013-05-30 | Vandals came [one night] and broke the lamps. | XXXX-XX-XXTNI
    """,
)
def one_part(part: str) -> Meaning:
    return Unknown(f"XXXX-XX-XXT{part}", "TIME")


@book.entry(
    "time",
    """
    [the] (early|small|wee) hours of the {part}
    the early {part} hours
    """,
    "2013-03-20 | They were held in [the early hours of the morning]. | 2013-03-20TMO",
)
def early_hours_of_the_part(part: str) -> Meaning:
    return Stage(SMALL_HOURS, nearest(part))


@book.entry(
    "time",
    "the middle of the {part}\nthe dead of {part}",
    "2013-03-20 | They were woken in [the middle of the night]. | 2013-03-20TNI",
)
def middle_of_the_part(part: str) -> Meaning:
    return Stage("mid", nearest(part))


@book.entry(
    "time",
    "the (early|small|wee) hours",
    """
    2013-03-20 | They were held in [the early hours]. | 2013-03-20TMO
    2013-03-20 | He died in the early hours of the siege. |
    """,
)
def small_hours() -> Meaning:
    return Stage(SMALL_HOURS, nearest("MO"))


@book.entry(
    "phrase",
    "after <{part}>",
    "2024-03-14 | It was taken after [dusk]. | 2024-03-14TDU",
)
def after_dusk(part: str) -> Meaning | None:
    return None if part == "MI" else nearest(part)


@book.entry(
    "time",
    "night\nnight [-] time\nnighttime",
    """
    2024-03-14 | They took it in a [night] attack. | XXXX-XX-XXTNI
    2024-03-14 | A [night-time] raid failed. | XXXX-XX-XXTNI
    2024-03-14 | They move at [night] and sleep by day. | XXXX-XX-XXTNI
    2024-03-14 | The night clubs were full, and the night was warm. |
    """,
)
def by_night() -> Meaning:
    return Unknown("XXXX-XX-XXTNI", "TIME")


@book.entry(
    "time",
    "[the] daytime",
    "2024-03-14 | All [daytime] traffic stopped. | XXXX-XX-XXTDT",
)
def by_day() -> Meaning:
    return Unknown("XXXX-XX-XXTDT", "TIME")


@book.entry("time", "overnight", "2024-03-14 | Snow fell [overnight]. | 2024-03-13TNI")
def overnight() -> Meaning:
    return Overnight()


@book.entry(
    "time",
    "early [-] {part}\nearly in the {part}",
    "1998-03-06 | By [early afternoon] it was over. | 1998-03-06TAF",
)
def early_part(part: str) -> Meaning:
    return Stage("early", nearest(part))


@book.entry(
    "time",
    "late [-] {part}\nlate (in the|at) {part}",
    "2024-03-14 | It broke by [late afternoon]. | 2024-03-14TAF",
)
def late_part(part: str) -> Meaning:
    return Stage("late", nearest(part))


@book.entry(
    "time",
    "[the] {ordinal} {weekday} {part} (of|in) {time:outer}",
    "2018-08-01 | They meet on [the first Monday evening of next month]. | 2018-09-03TEV",
)
def nth_weekday_part(ordinal: int, weekday: Weekday, part: str, outer: Meaning) -> Meaning | None:
    day = Nth(ordinal, weekday, outer) if ordinal <= 5 else None
    return In(PartOfDay(part), day) if day else None
