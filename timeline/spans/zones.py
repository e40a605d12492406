"""What clocks of one zone show when those of another do, summer time included."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.spans.civil import civil


@cache
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:  # a computer without the database, which Python does not bring
        return None


def offset_at(name: str, clock: int) -> int | None:
    """How many minutes a zone is ahead of UTC when its clocks show a time.

    >>> from timeline.spans.civil import seconds
    >>> [offset_at("America/New_York", seconds(2023, month)) for month in (1, 7)]
    [-300, -240]

    `name` is of the IANA time zone database, `clock` in seconds since 1970 as its clocks count
    them. None where the database is missing or does not tell: outside the years 1 to 9999, and
    for the seconds that local mean time has over.
    """
    zone = _zone(name)
    year, month, day, hour, minute, second = civil(clock)
    if zone is None or not 1 < year < 9999:
        return None
    ahead = datetime(year, month, day, hour, minute, second, tzinfo=zone).utcoffset()
    seconds = None if ahead is None else int(ahead.total_seconds())
    return None if seconds is None or seconds % 60 else seconds // 60
