"""The proleptic Gregorian calendar on whole seconds, for every year there ever was.

An instant is an `int`: seconds since 1970-01-01T00:00:00, negative before. Years are
astronomical, as in ISO 8601: 1 BCE is year 0, 44 BCE is year -43.
"""

from __future__ import annotations

from datetime import date

from timeline.errors import ImpossibleDate
from timeline.spans.granularity import Granularity

DAY = 86_400
_CYCLE_DAYS = 146_097
_EPOCH = date(1970, 1, 1).toordinal()
_FIRST = date(1600, 1, 1).toordinal()

_MONTHS = {
    Granularity.MONTH: 1,
    Granularity.SEASON: 3,
    Granularity.QUARTER: 3,
    Granularity.HALF_YEAR: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
}
_SECONDS = {
    Granularity.SECOND: 1,
    Granularity.MINUTE: 60,
    Granularity.HOUR: 3600,
    Granularity.PART_OF_DAY: 6 * 3600,
    Granularity.DAY: DAY,
    Granularity.WEEKEND: 7 * DAY,
    Granularity.WEEK: 7 * DAY,
}


def days(year: int, month: int = 1, day: int = 1) -> int:
    """The days from 1970-01-01 to a date.

    >>> days(1970, 1, 2), days(-43, 3, 15)
    (1, -735160)

    Raises `ImpossibleDate` where the calendar has no such day.
    """
    cycles = (year - 1600) // 400
    try:
        ordinal = date(year - 400 * cycles, month, day).toordinal()
    except ValueError as error:
        message = f"there is no day {day} in month {month} of {year}: {error}"
        raise ImpossibleDate(message) from None
    return ordinal - _EPOCH + _CYCLE_DAYS * cycles


def seconds(
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> int:
    """The instant of a date and a time of day, in seconds since 1970.

    >>> seconds(1970, 1, 1, 1)
    3600
    """
    return days(year, month, day) * DAY + hour * 3600 + minute * 60 + second


def ymd(instant: int) -> tuple[int, int, int]:
    """Year, month and day of an instant.

    >>> ymd(seconds(-43, 3, 15, 12))
    (-43, 3, 15)
    """
    cycles, rest = divmod(instant // DAY + _EPOCH - _FIRST, _CYCLE_DAYS)
    found = date.fromordinal(rest + _FIRST)
    return found.year + 400 * cycles, found.month, found.day


def civil(instant: int) -> tuple[int, int, int, int, int, int]:
    """Year, month, day, hour, minute and second of an instant.

    >>> civil(seconds(2023, 3, 6, 14, 30))
    (2023, 3, 6, 14, 30, 0)
    """
    rest = instant % DAY
    return *ymd(instant), rest // 3600, rest // 60 % 60, rest % 60


def weekday(instant: int) -> int:
    """The day of the week, Monday 0 to Sunday 6.

    >>> weekday(seconds(2023, 3, 6))
    0
    """
    return (instant // DAY + 3) % 7


def iso_week(instant: int) -> tuple[int, int]:
    """ISO year and week number.

    >>> iso_week(seconds(2021, 1, 3))
    (2020, 53)
    """
    thursday = instant - weekday(instant) * DAY + 3 * DAY
    year = ymd(thursday)[0]
    return year, (thursday // DAY - days(year)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """The Monday on which an ISO week begins.

    >>> civil(week_start(2024, 10))[:3]
    (2024, 3, 4)
    """
    fourth = seconds(year, 1, 4)
    return fourth - weekday(fourth) * DAY + (week - 1) * 7 * DAY


def month_length(year: int, month: int) -> int:
    """The number of days in a month.

    >>> month_length(2024, 2)
    29
    """
    return days(year + month // 12, month % 12 + 1) - days(year, month)


def floor(granularity: Granularity, instant: int) -> int:
    """The first moment of the unit that holds an instant.

    Seasons are the meteorological ones (from 1 March, 1 June, 1 September, 1 December:
    World Meteorological Organization), weeks begin on Monday (ISO 8601), a weekend is
    Saturday and Sunday, and a century is the hundred years that share their first digits.

    >>> civil(floor(Granularity.WEEK, seconds(2023, 3, 8, 12)))[:3]
    (2023, 3, 6)
    >>> civil(floor(Granularity.SEASON, seconds(2023, 1, 8)))[:3]
    (2022, 12, 1)
    """
    if granularity is Granularity.DAY:
        return instant - instant % DAY
    if granularity is Granularity.WEEK:
        return instant - instant % DAY - weekday(instant) * DAY
    if granularity is Granularity.WEEKEND:
        return instant - instant % DAY - weekday(instant) * DAY + 5 * DAY
    if granularity is Granularity.YEAR:
        return seconds(ymd(instant)[0])
    if granularity in _SECONDS:
        return instant - instant % _SECONDS[granularity]
    year, month, _ = ymd(instant)
    if granularity is Granularity.SEASON:
        index = (year * 12 + month) // 3 * 3 - 1
        return seconds(index // 12, index % 12 + 1)
    index = year * 12 + month - 1
    index -= index % _MONTHS[granularity]
    return seconds(index // 12, index % 12 + 1)


def step(granularity: Granularity, instant: int, count: int) -> int:
    """The instant `count` units later; a day that the new month lacks becomes its last.

    >>> civil(step(Granularity.MONTH, seconds(2023, 1, 31), 1))[:3]
    (2023, 2, 28)
    """
    if granularity is Granularity.DAY:
        return instant + count * DAY
    if granularity in _SECONDS:
        return instant + count * _SECONDS[granularity]
    year, month, day = ymd(instant)
    index = year * 12 + month - 1 + count * _MONTHS[granularity]
    year, month = index // 12, index % 12 + 1
    if day > 28:
        day = min(day, month_length(year, month))
    return seconds(year, month, day) + instant % DAY


def ceiling(granularity: Granularity, start: int) -> int:
    """The first moment after the unit that begins at `start`.

    >>> civil(ceiling(Granularity.MONTH, seconds(2024, 2)))[:3]
    (2024, 3, 1)
    """
    if granularity is Granularity.WEEKEND:
        return start + 2 * DAY
    return step(granularity, start, 1)
