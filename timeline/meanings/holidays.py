"""Holidays and other named days, found by rules or looked up in the calendars of libraries."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateutil.easter import easter

from timeline.late import Late
from timeline.meanings.base import Anchor, Recurring
from timeline.spans import DAY, Granularity, TimeSpan, weekday
from timeline.spans.civil import days, month_length, ymd

holidays = Late("holidays")
hijridate, ummalqura = Late("hijridate"), Late("hijridate.ummalqura")
hebrew_dates, hebrewcal = Late("pyluach.dates"), Late("pyluach.hebrewcal")


@dataclass(frozen=True, slots=True, repr=False)
class Holiday(Recurring):
    """A named day that comes every year.

    >>> from timeline.spans import seconds
    >>> Holiday("Christmas", "12-25").latest(seconds(2023, 3, 6)).timex3
    '2022-12-25'
    >>> Holiday("Easter", "easter").latest(seconds(2023, 6, 1)).timex3
    '2023-04-09'
    >>> Holiday("Ramadan", "hijri 9-1", 30).following(seconds(2018)).edtf()
    '2018-05-16/2018-06-14'

    `rule` is one of these, with an offset in days if need be ("easter-2", "11/4/3+1"):

    - "MM-DD", a day of the year;
    - "MM/n/d", the nth (or, -1, the last) weekday d of a month, Monday 0;
    - "easter", or "orthodox" for the Eastern churches, both as the Julian calendar had it to 1582;
    - "hijri M-D", a day of the Islamic year (Umm al-Qura, as `hijridate` has it);
    - "hebrew M-D", a day of the Jewish year, Nisan being 1 (`pyluach`);
    - "CC:name" or "CC-SUB:name", a day of that name, or of one of several with bars between
      them, among those that a country or a part of it lists (`holidays`).

    A rule other than the last may end in moves: "04-27 6-1" is a day earlier on a Sunday.
    `length` counts its days. With `eve` a calendar, but no newspaper, begins it at the sunset
    before, and so with the day before.
    """

    name: str
    rule: str
    length: int = 1
    eve: bool = False

    def year(self, year: int) -> list[TimeSpan]:
        """The days in a year: one, two where a shorter year comes round twice, or none known."""
        return [self._span(day) for day in _days(self.rule, year)]

    def _span(self, day: int) -> TimeSpan:
        if self.length == 1:
            return TimeSpan.starting(Granularity.DAY, day * DAY)
        return TimeSpan(day * DAY, (day + self.length) * DAY, Granularity.DAY)

    def _near(self, instant: int) -> Iterator[TimeSpan]:
        year = ymd(instant)[0]
        for candidate in range(year - 2, year + 3):
            yield from self.year(candidate)

    def latest(self, instant: int) -> TimeSpan:
        """The last one that began at or before the instant."""
        begun = [span for span in self._near(instant) if (span.start or 0) <= instant]
        return begun[-1] if begun else TimeSpan(None, None, Granularity.DAY)

    def following(self, instant: int) -> TimeSpan:
        """The first one that begins after the instant."""
        coming = (span for span in self._near(instant) if (span.start or 0) > instant)
        return next(coming, TimeSpan(None, None, Granularity.DAY))

    def reads(self, span: TimeSpan, anchor: Anchor) -> TimeSpan:
        """The day as the anchor's reader counts it: with its eve, to a calendar."""
        if not (self.eve and anchor.calendar) or span.start is None:
            return span
        return TimeSpan(span.start - DAY, span.end, Granularity.DAY, value=span.timex3)


_RULE = re.compile(
    r"(?P<kind>easter|orthodox|hijri |hebrew )?"
    r"(?:(?P<month>\d+)(?:-(?P<day>\d+)|/(?P<nth>-?\d)/(?P<weekday>\d)))?"
    r"(?P<offset>[+-]\d+)?(?P<moves>(?: \d[+-]\d+)*)"
)


@lru_cache(maxsize=8192)
def _days(rule: str, year: int) -> tuple[int, ...]:
    """Days from 1970 to each day that a rule gives in a year, in order."""
    if ":" in rule:
        return _listed(rule, year)
    told = _RULE.fullmatch(rule)
    if told is None:
        raise ValueError(f"{rule!r} is no rule for a holiday; see timeline.meanings.Holiday")
    month, day = int(told["month"] or 1), int(told["day"] or 1)
    if told["kind"] in ("easter", "orthodox"):
        found = _easter(year, orthodox=told["kind"] == "orthodox")
    elif told["kind"] == "hijri ":
        found = _hijri(month, day, year)
    elif told["kind"] == "hebrew ":
        found = _hebrew(month, day, year)
    elif told["nth"]:
        found = (_nth_weekday(year, month, int(told["nth"]), int(told["weekday"])),)
    else:
        found = (days(year, month, min(day, month_length(year, month))),)
    moves = {int(move[0]): int(move[1:]) for move in told["moves"].split()}
    offset = int(told["offset"] or 0)
    return tuple(place + offset + moves.get(weekday(place * DAY), 0) for place in found)


def _easter(year: int, *, orthodox: bool) -> tuple[int, ...]:
    if not FIRST_EASTER <= year <= LAST_EASTER:
        return ()
    julian = year < FIRST_GREGORIAN
    # Up to 1582 the day is named as it was then.
    found = easter(year, 1 if julian else 2 if orthodox else 3)
    return (days(found.year, found.month, found.day),)


# The years for which dateutil computes Easter, and the first with one by the Gregorian calendar.
FIRST_EASTER, LAST_EASTER, FIRST_GREGORIAN = 326, 4099, 1583


def _nth_weekday(year: int, month: int, nth: int, day: int) -> int:
    if nth > 0:
        first = days(year, month)
        return first + (day - weekday(first * DAY)) % 7 + 7 * (nth - 1)
    last = days(year, month, month_length(year, month))
    return last - (weekday(last * DAY) - day) % 7


def _hijri(month: int, day: int, year: int) -> tuple[int, ...]:
    """A day of the Islamic calendar, which `hijridate` knows from 1924 to 2077."""
    first, last = (bound[0] for bound in ummalqura.GREGORIAN_RANGE)
    if not first < year < last:
        return ()
    about = (year - 622) * 33 // 32
    least, most = (bound[0] for bound in ummalqura.HIJRI_RANGE)
    years = range(max(about - 1, least), min(about + 1, most) + 1)
    found = (hijridate.Hijri(hijri, month, day).to_gregorian() for hijri in years)
    return tuple(days(*date.datetuple()) for date in found if date.year == year)


def _hebrew(month: int, day: int, year: int) -> tuple[int, ...]:
    """A day of the Jewish calendar; without a second Adar its days are kept in the first."""
    if not 2 <= year <= 6000:
        return ()
    found = []
    for hebrew in (year + 3760, year + 3761):
        adar = month == 13 and not hebrewcal.Year(hebrew).leap
        date = hebrew_dates.HebrewDate(hebrew, 12 if adar else month, day).to_pydate()
        if date.year == year:
            found.append(days(date.year, date.month, date.day))
    return tuple(found)


@lru_cache(maxsize=512)
def _names(country: str, year: int) -> dict[str, int]:
    """The days that a country lists in a year, by name."""
    found: dict[str, int] = {}
    code, _, part = country.partition("-")
    base = holidays.country_holidays(code)
    with warnings.catch_warnings():
        # A list that does not reach a year warns of it; here its days are simply not known.
        warnings.simplefilter("ignore", UserWarning)
        listed = holidays.country_holidays(
            code,
            subdiv=part or None,
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


def _listed(rule: str, year: int) -> tuple[int, ...]:
    """A day of a country's list; the library's lists begin in the twentieth century."""
    country, _, told = rule.partition(":")
    if not 1900 <= year <= 2100:
        return ()
    names, offset = _named(told)
    listed = _names(country, year)
    return tuple(listed[name] + offset for name in names.split("|") if name in listed)[:1]


def _named(told: str) -> tuple[str, int]:
    """A name and its offset in days: "Pesach-1"."""
    for sign in "+-":
        name, found, tail = told.rpartition(sign)
        if found and tail.isdigit():
            return name, int(sign + tail)
    return told, 0
