"""Holidays and other named days, found by rules or looked up in the `holidays` library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from holidays import country_holidays

from timeline.meanings.base import Recurring
from timeline.spans import DAY, Granularity, TimeSpan, weekday
from timeline.spans.civil import days, month_length, ymd


@dataclass(frozen=True, slots=True, repr=False)
class Holiday(Recurring):
    """A named day that comes every year.

    >>> from timeline.spans import seconds
    >>> Holiday("Christmas", "12-25").latest(seconds(2023, 3, 6)).timex3
    '2022-12-25'
    >>> Holiday("Easter", "easter").latest(seconds(2023, 6, 1)).timex3
    '2023-04-09'

    `rule` is "MM-DD"; "MM/n/d", the nth (or, -1, the last) weekday d of a month, Monday 0;
    "easter", "orthodox" or these with an offset in days ("easter-2"); or "CC:name", a day of
    that name among a country's holidays in the `holidays` library, with an optional offset
    ("IL:Pesach-1"). `length` counts its days.
    """

    name: str
    rule: str
    length: int = 1

    def year(self, year: int) -> TimeSpan | None:
        """The day in a year, or None where it has none that is known."""
        day = _day(self.rule, year)
        if day is None:
            return None
        if self.length == 1:
            return TimeSpan.starting(Granularity.DAY, day * DAY)
        return TimeSpan(day * DAY, (day + self.length) * DAY, Granularity.DAY)

    def latest(self, instant: int) -> TimeSpan:
        """The last one that began at or before the instant."""
        year = ymd(instant)[0]
        for candidate in range(year + 1, year - 3, -1):
            found = self.year(candidate)
            if found and found.start is not None and found.start <= instant:
                return found
        return TimeSpan(None, None, Granularity.DAY)

    def following(self, instant: int) -> TimeSpan:
        """The first one that begins after the instant."""
        year = ymd(instant)[0]
        for candidate in range(year - 1, year + 3):
            found = self.year(candidate)
            if found and found.start is not None and found.start > instant:
                return found
        return TimeSpan(None, None, Granularity.DAY)


@lru_cache(maxsize=4096)
def _day(rule: str, year: int) -> int | None:
    """Days from 1970 to the day that a rule gives in a year."""
    if ":" in rule:
        return _listed(rule, year)
    for name, kind in (("easter", EASTER_WESTERN), ("orthodox", EASTER_ORTHODOX)):
        if rule.startswith(name):
            if not 1583 <= year <= 4099:
                return None
            found = easter(year, kind)
            return days(found.year, found.month, found.day) + int(rule[len(name) :] or 0)
    if "/" in rule:
        month, nth, day = (int(part) for part in rule.split("/"))
        return _nth_weekday(year, month, nth, day)
    month, day = (int(part) for part in rule.split("-"))
    return days(year, month, min(day, month_length(year, month)))


def _nth_weekday(year: int, month: int, nth: int, day: int) -> int:
    if nth > 0:
        first = days(year, month)
        return first + (day - weekday(first * DAY)) % 7 + 7 * (nth - 1)
    last = days(year, month, month_length(year, month))
    return last - (weekday(last * DAY) - day) % 7


@lru_cache(maxsize=512)
def _names(country: str, year: int) -> dict[str, int]:
    found: dict[str, int] = {}
    base = country_holidays(country)
    listed = country_holidays(
        country,
        years=[year],
        categories=tuple(base.supported_categories),
        language="en_US" if "en_US" in base.supported_languages else None,
        observed=False,
    )
    for date, names in listed.items():
        for name in names.split("; "):
            place = days(date.year, date.month, date.day)
            found[name] = min(place, found.get(name, place))
    return found


def _listed(rule: str, year: int) -> int | None:
    """A day of a country's list; the library's lists begin in the twentieth century."""
    country, _, name = rule.partition(":")
    name, _, offset = name.partition("+")
    if not 1900 <= year <= 2100:
        return None
    day = _names(country, year).get(name)
    return None if day is None else day + int(offset or 0)
