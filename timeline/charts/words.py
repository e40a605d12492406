"""Dates in words, as a reader would say them, never finer than they are known."""

from __future__ import annotations

import re

from timeline.meanings import STAGES, find_stage
from timeline.spans import DAY, Granularity, ceiling, civil, floor, offset

MONTHS = (
    "January February March April May June July August September October November December"
).split()
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_THE = "the "
PARTS = ("first", "second", "third", "fourth")
#: Units with a name, and the fewest and most days they may have.
_UNITS = (
    (Granularity.DAY, 1, 1),
    (Granularity.WEEKEND, 2, 2),
    (Granularity.WEEK, 7, 7),
    (Granularity.MONTH, 28, 31),
    (Granularity.QUARTER, 90, 92),
    (Granularity.SEASON, 90, 92),
    (Granularity.HALF_YEAR, 181, 184),
    (Granularity.YEAR, 365, 366),
    (Granularity.DECADE, 3652, 3653),
    (Granularity.CENTURY, 36524, 36525),
)


def year_in_words(year: int) -> str:
    """An astronomical year as people write it.

    >>> year_in_words(2023), year_in_words(-43), year_in_words(0), year_in_words(79)
    ('2023', '44 BCE', '1 BCE', '79 CE')
    """
    if year <= 0:
        return f"{1 - year} BCE"
    return f"{year} CE" if year < 100 else str(year)


def day_in_words(instant: int) -> str:
    """The day of an instant.

    >>> day_in_words(0)
    '1 January 1970'
    """
    year, month, day, *_ = civil(instant)
    return f"{day} {MONTHS[month - 1]} {year_in_words(year)}"


def moment_in_words(instant: int) -> str:
    """An instant to the minute, or to the second where it has one; a midnight is its day.

    >>> moment_in_words(0), moment_in_words(3660)
    ('1 January 1970', '1 January 1970, 01:01')
    """
    *_, hour, minute, second = civil(instant)
    if hour == minute == second == 0:
        return day_in_words(instant)
    clock = f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second else "")
    return f"{day_in_words(instant)}, {clock}"


def unit_in_words(start: int, end: int) -> str:
    """A stretch by the name of the calendar unit it fills, else by its first and last day.

    >>> from timeline.spans import TimeSpan
    >>> september = TimeSpan.month(2022, 9)
    >>> unit_in_words(september.start, september.end)
    'September 2022'
    >>> unit_in_words(0, 10 * 86400)
    '1 – 10 January 1970'
    """
    days = (end - start) / DAY
    for unit, fewest, most in _UNITS:
        fits = fewest <= days <= most
        if fits and floor(unit, start) == start and ceiling(unit, start) == end:
            return unit_name(unit, start)
    if start % DAY == 0 and end % DAY == 0 and start < end:
        return _whole_units(start, end) or _days(start, end - DAY)
    if end - start <= 1:
        return moment_in_words(start)
    if start // DAY == (end - 1) // DAY:
        last = "24:00" if end % DAY == 0 else moment_in_words(end).rpartition(", ")[2]
        clock = moment_in_words(start).rpartition(", ")[2] if start % DAY else "00:00"
        return f"{day_in_words(start)}, {clock}" + ("" if end - start == 60 else f"–{last}")
    return f"{moment_in_words(start)} – {moment_in_words(end)}"


def _whole_units(start: int, end: int) -> str | None:
    """A stretch of some whole years or months, if it is one."""
    (first_year, *first), (last_year, *last) = civil(start), civil(end)
    if first[:2] == last[:2] == [1, 1]:
        if last_year - first_year == 100 and first_year <= 0 and (1 - first_year) % 100 == 0:
            # The years 300 to 201 BCE are no century by their first digits, but people's third.
            return f"{_ordinal((1 - first_year) // 100)} century BCE"
        return f"{year_in_words(first_year)} – {year_in_words(last_year - 1)}"
    if first[1] == last[1] == 1:
        before = floor(Granularity.MONTH, end - DAY)
        return _join(unit_name(Granularity.MONTH, start), unit_name(Granularity.MONTH, before))
    return None


def _blur(start: int, end: int) -> tuple[int, int]:
    """The bounds of an approximate stretch by whole months or years where it is a long one."""
    for unit, least in ((Granularity.YEAR, 3 * 366), (Granularity.MONTH, 93)):
        if end - start > least * DAY:
            return floor(unit, start), ceiling(unit, floor(unit, end - 1))
    return start, end


def _stage(start: int, end: int) -> str | None:
    """The early, middle or late part of a month, year, decade or century, if it is one."""
    for unit in (Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY):
        first = floor(unit, start)
        if floor(unit, end - 1) != first:
            continue
        for stage in STAGES:
            if find_stage(first, ceiling(unit, first), unit, stage) == (start, end):
                name = unit_name(unit, first).removeprefix(_THE)
                return f"{stage}{'-' if stage == 'mid' else ' '}{name}"
    return None


def unit_name(unit: Granularity, start: int) -> str:
    """The name of the calendar unit, a day or longer, that begins at an instant.

    >>> from timeline.spans import seconds
    >>> unit_name(Granularity.SEASON, seconds(2022, 12)), unit_name(Granularity.YEAR, seconds(79))
    ('winter 2022–23', '79 CE')
    """
    year, month, *_ = civil(start)
    if unit is Granularity.CENTURY:
        return _century(year)
    if unit is Granularity.DECADE:
        return f"the {year}s" if year > 0 else f"the decade from {year_in_words(year)}"
    if unit is Granularity.YEAR:
        return year_in_words(year)
    if unit is Granularity.HALF_YEAR:
        return f"{PARTS[month // 7]} half of {year_in_words(year)}"
    if unit is Granularity.QUARTER:
        return f"{PARTS[month // 3]} quarter of {year_in_words(year)}"
    if unit is Granularity.SEASON:
        after = f"–{(year + 1) % 100 or year + 1:02d}" if month == 12 and year > 0 else ""
        named = year_in_words(year).replace(str(year), f"{year}{after}")
        return f"{SEASONS[month]} {named}"
    if unit is Granularity.MONTH:
        return f"{MONTHS[month - 1]} {year_in_words(year)}"
    if unit is Granularity.WEEK:
        return f"week of {day_in_words(start)}"
    if unit is Granularity.WEEKEND:
        return f"weekend of {_days(start, start + DAY)}"
    return day_in_words(start)


def _century(year: int) -> str:
    if year >= 0:
        return f"{_ordinal(year // 100 + 1)} century"
    return f"{_ordinal(-year // 100)} century BCE"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _days(first: int, last: int) -> str:
    (y1, m1, d1, *_), (y2, m2, _, *_) = civil(first), civil(last)
    if (y1, m1) == (y2, m2):
        return f"{d1} – {day_in_words(last)}"
    if y1 == y2:
        return f"{d1} {MONTHS[m1 - 1]} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


def in_words(
    start: int | None,
    end: int | None,
    relation: str | None = None,
    inner: tuple[int | None, int | None] = (None, None),
    *,
    approximate: bool = False,
    ongoing: bool = False,
    zone: int | None = None,
) -> str:
    """The time of an event in words; `inner` holds `start_latest` and `end_earliest`.

    A time of the clock has its `zone` behind it, where one is told (minutes ahead of UTC).

    >>> from timeline.spans import TimeSpan
    >>> august = TimeSpan.month(2022, 8)
    >>> in_words(august.start, None, "since", (august.end, None), ongoing=True)
    'since August 2022, still going on'
    >>> in_words(august.start, august.end, approximate=True)
    'about August 2022'
    >>> in_words(None, None)
    'no date'
    >>> in_words(3600, 3660, zone=-300)
    '1 January 1970, 01:00 UTC-05:00'
    """
    still = ongoing and relation == "since" and start is not None
    words = _in_words(start, end, relation, inner, approximate)
    return with_zone(words, zone) + (", still going on" if still else "")


def with_zone(words: str, zone: int | None) -> str:
    """Words with the zone of their clock behind them, if they tell a time of it."""
    if zone is None or ":" not in words:
        return words
    return f"{words} UTC{offset(zone) if zone else ''}"


def _in_words(
    start: int | None,
    end: int | None,
    relation: str | None,
    inner: tuple[int | None, int | None],
    approximate: bool,
) -> str:
    about = "about " if approximate else ""
    first, last = inner

    def unit(start: int, end: int) -> str:
        if not approximate:
            return unit_in_words(start, end)
        return _stage(start, end) or about + unit_in_words(*_blur(start, end))

    if relation == "since" and start is not None:
        # 1970 begins at 0.
        known = first is not None and first > start
        begin = unit(start, first or 0) if known else about + moment_in_words(start)
        return f"since {begin}"
    if relation == "until" and end is not None:
        finish = unit(last, end) if last is not None and last < end else about + _last(end)
        return f"until {finish}"
    if start is None and end is None and first is not None and last is not None:
        return f"under way {about}{unit_in_words(first, last)}"
    if start is None:
        return "no date" if end is None else _before(end, about)
    if end is None:
        return _after(start, about)
    if first is not None and last is not None and start < first <= last < end:
        return about + _from_to((start, first), (last, end))
    return unit(start, end)


def _before(end: int, about: str) -> str:
    """All before an instant: "before 2016", "before May 2025", "by 18 October 2024"."""
    for unit in (Granularity.YEAR, Granularity.MONTH):
        if floor(unit, end) == end:
            return f"before {about}{unit_name(unit, end)}"
    if end % DAY == 0:
        return f"by {about}{day_in_words(end - DAY)}"
    return f"before {about}{moment_in_words(end)}"


def _after(start: int, about: str) -> str:
    """All from an instant on: "after 30 April 1916", "about 1887 or later"."""
    if about:
        for unit in (Granularity.YEAR, Granularity.MONTH):
            if floor(unit, start) == start:
                return f"{about}{unit_name(unit, start)} or later"
    return f"after {about}{_last(start)}"


def _from_to(begins: tuple[int, int], ends: tuple[int, int]) -> str:
    """From one unit to another; what both share, a month or a year, is said once."""
    if begins[1] - begins[0] == DAY == ends[1] - ends[0] and begins[0] % DAY == 0:
        return _days(begins[0], ends[0])
    return _join(unit_in_words(*begins), unit_in_words(*ends))


def _join(first: str, last: str) -> str:
    """Two units, one to the other."""
    head, _, year = first.rpartition(" ")
    if head and year.isdigit() and last.endswith(f" {year}") and len(last.split()) == 2:
        return f"{head} – {last}"
    return f"{first} to {last}"


_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")


def brief(words: str, *, clock: bool = False) -> str:
    """A date in words as it stands before a label: months cut short, nothing that a mark shows.

    With `clock` the day is left out where a time of day is told.

    >>> brief("since August 2022, still going on"), brief("27 February – 6 March 2023")
    ('since Aug 2022', '27 Feb–6 Mar 2023')
    >>> brief("4 September 2022, 14:30", clock=True), brief("no date")
    ('14:30', '')
    """
    if words == "no date" or words.startswith("under way"):
        return ""
    short = _MONTH.sub(lambda month: month[0][:3], words.removesuffix(", still going on"))
    shown = short.rpartition(", ")[2] if clock else short
    return shown.removeprefix(_THE).replace(" – ", "–")


def _last(instant: int) -> str:
    """The last moment before an instant: its day, if it is a midnight."""
    return day_in_words(instant - DAY) if instant % DAY == 0 else moment_in_words(instant)
