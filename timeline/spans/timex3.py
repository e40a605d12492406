"""TIMEX3 values of spans (TimeML 1.2.1, Pustejovsky et al. 2003; years before 1 as TIMEX2 does)."""

from __future__ import annotations

from timeline.spans.civil import civil, iso_week, ymd
from timeline.spans.granularity import Granularity

SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def year_text(year: int, digits: int = 4) -> str:
    """A year as TIMEX writes it, 'BC0490' before year 1.

    >>> year_text(2022), year_text(-489), year_text(199, 3)
    ('2022', 'BC0490', '199')
    """
    if year >= 1 or digits < 4:
        return f"{year:0{digits}d}"
    return f"BC{1 - year:04d}"


def _clock(granularity: Granularity, hour: int, minute: int, second: int) -> str:
    if granularity is Granularity.HOUR:
        return f"T{hour:02d}"
    if granularity is Granularity.MINUTE:
        return f"T{hour:02d}:{minute:02d}"
    return f"T{hour:02d}:{minute:02d}:{second:02d}"


def write(start: int | None, end: int | None, granularity: Granularity | None) -> str:
    """The TIMEX3 value of the unit that begins at `start`.

    >>> from timeline.spans.civil import seconds
    >>> write(seconds(1990), seconds(2000), Granularity.DECADE)
    '199'
    """
    known = start if start is not None else None if end is None else end - 1
    if known is None or granularity is None:
        return "XXXX"
    year, month, day = ymd(known)
    if granularity is Granularity.DAY:
        return f"{year_text(year)}-{month:02d}-{day:02d}"
    if granularity is Granularity.MONTH:
        return f"{year_text(year)}-{month:02d}"
    if granularity is Granularity.YEAR:
        return year_text(year)
    if granularity in (Granularity.WEEK, Granularity.WEEKEND):
        week_year, week = iso_week(known)
        tail = "-WE" if granularity is Granularity.WEEKEND else ""
        return f"{year_text(week_year)}-W{week:02d}{tail}"
    if granularity is Granularity.QUARTER:
        return f"{year_text(year)}-Q{(month + 2) // 3}"
    if granularity is Granularity.HALF_YEAR:
        return f"{year_text(year)}-H{(month + 5) // 6}"
    if granularity is Granularity.SEASON:
        return f"{year_text(year)}-{SEASONS.get(month, 'XX')}"
    if granularity in (Granularity.DECADE, Granularity.CENTURY):
        digits = 3 if granularity is Granularity.DECADE else 2
        size = 10 if digits == 3 else 100
        if year >= 0:
            return year_text(year // size, digits)
        return f"BC{-(year + size - 1) // size:0{digits}d}"
    _, _, _, hour, minute, second = civil(known)
    return f"{year_text(year)}-{month:02d}-{day:02d}{_clock(granularity, hour, minute, second)}"
