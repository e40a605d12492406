"""The zone of a clock in English: "4 a.m. EDT", "10 a.m. Moscow time"."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.en.clock import of_part
from timeline.languages.en.dayparts import DayPart
from timeline.meanings import Clock, In, Meaning
from timeline.patterns import PatternBook

book = PatternBook("en")


@book.entry(
    "clocktime",
    "{compact} {zone}",
    "2024-03-14 | It struck at [0130 GMT]. | 2024-03-14T01:30",
)
def compact_in_zone(compact: tuple[int, int], zone: int | str) -> Clock | None:
    hour, minute = compact
    return Clock(hour, minute, zone=zone) if hour < 24 else None


def by_the_clock(told: Clock | tuple[int, int], zone: int | str) -> Clock | None:
    """A time of the clock, or an hour and a minute of the full day, in a zone."""
    return replace(told, zone=zone) if isinstance(told, Clock) else compact_in_zone(told, zone)


@book.entry(
    "clocktime",
    r"{clocktime:told} ({zone}|\( {zone} \))",
    """
    2000-04-05 | He will leave at [4 a.m. EDT]. | 2000-04-05T04:00
    2000-04-05 | It struck at [14:30 UTC+2]. | 2000-04-05T14:30
    2000-04-05 | It struck at [6:12 a.m. (GMT+5:30)]. | 2000-04-05T06:12 | 2000-04-05T06:12+05:30
    2000-04-05 | The film starts at [8 p.m. ET]. | 2000-04-05T20:00 | 2000-04-05T20:00-04:00
    2000-04-05 | Sent [5 Apr 2000 10:15 +0100]. | 2000-04-05T10:15 | 2000-04-05T10:15+01:00
    """,
)
def in_zone(told: Clock, zone: int | str) -> Clock:
    return replace(told, zone=zone)


@book.entry(
    "clocktime",
    "{zone} {clock}\n{zone} {compact:clock}",
    "2023-03-06 | It fell ([UTC 4:00]). | 2023-03-06T04:00 | 2023-03-06T04:00Z",
)
def behind_its_zone(zone: int | str, clock: Clock | tuple[int, int]) -> Clock | None:
    told = by_the_clock(clock, zone)
    return None if told is None else replace(told, half=None)


@book.entry(
    "clocktime",
    """
    {clocktime:told} ({zonename}|{town:zonename}) [standard|daylight|summer] time
    {compact:told} ({zonename}|{town:zonename}) [standard|daylight|summer] time
    """,
    """
    2000-04-05 | They open at [10 a.m. Moscow time]. | 2000-04-05T10:00 | 2000-04-05T10:00+04:00
    2000-01-05 | It starts at [9:30 Eastern time]. | 2000-01-05T09:30 | 2000-01-05T09:30-05:00
    """,
)
def by_the_clock_of(told: Clock | tuple[int, int], zonename: str) -> Clock | None:
    return by_the_clock(told, zonename)


@book.entry(
    "time",
    "{clocktime} {zonename} [,|on] {day}",
    "2006-01-03 | It blew at [6:40 am Eastern, Monday]. | 2006-01-02T06:40",
)
def clock_in_zone_on_day(clocktime: Clock, zonename: str, day: Meaning) -> Meaning:
    return In(replace(clocktime, zone=zonename), day)


@book.entry(
    "clocktime",
    """
    {clocktime:told} greenwich mean time
    {clocktime:told} [coordinated] universal time
    """,
    "2000-04-05 | The probe woke at [10:05 universal time]. | 2000-04-05T10:05 | 2000-04-05T10:05Z",
)
def universal_time(told: Clock) -> Clock:
    return replace(told, zone=0)


@book.entry(
    "clocktime",
    "{clocktime:told} local [standard|daylight|summer] time",
    "2024-03-14 | The quake came at [5:10 a.m. local time]. | 2024-03-14T05:10",
)
def local_time(told: Clock) -> Clock:
    return told


@book.entry(
    "time",
    """
    {clocktime} [on|,] {day} [,] {zone}
    {compact:clocktime} [on|,] {day} [,] {zone}
    """,
    """
    2023-03-06 | It fell ([2053 Friday, UTC]). | 2023-03-03T20:53 | 2023-03-03T20:53Z
    2023-03-06 | It aired at [9 p.m. Friday ET]. | 2023-03-03T21:00 | 2023-03-03T21:00-05:00
    2023-03-06 | It fell ([0030 Friday GMT]). | 2023-03-03T00:30 | 2023-03-03T00:30Z
    """,
)
def clock_on_day_in_zone(
    clocktime: Clock | tuple[int, int], day: Meaning, zone: int | str
) -> Meaning | None:
    told = by_the_clock(clocktime, zone)
    return None if told is None else In(told, day)


@book.entry(
    "time",
    """
    {clocktime} [on|,] {daypart} [,] {zone}
    {compact:clocktime} [on|,] {daypart} [,] {zone}
    """,
    """
    2023-03-06 | It fell ([2053 Friday night, UTC]). | 2023-03-03T20:53 | 2023-03-03T20:53Z
    2023-03-06 | It fell at [9:10 on Friday night ET]. | 2023-03-03T21:10 | 2023-03-03T21:10-05:00
    """,
)
def clock_in_part_in_zone(
    clocktime: Clock | tuple[int, int], daypart: DayPart, zone: int | str
) -> Meaning | None:
    told = by_the_clock(clocktime, zone)
    told = of_part(told, daypart.letters) if isinstance(clocktime, Clock) and told else told
    return None if told is None else In(told, daypart.day)
