"""What a single English token can be."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from importlib import resources
from typing import Any

from timeline.meanings import Clock, Decade, Fixed, In, Month, MonthDay, Season, ShortYear, Weekday
from timeline.patterns import Cutter, Token
from timeline.spans import Granularity, TimeSpan, read_offset
from timeline.spans.civil import month_length, seconds

WORDS: dict[str, dict[str, Any]] = tomllib.loads(
    resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
)
_MAKE = {
    "month": Month,
    "weekday": Weekday,
    "season": Season,
    "seasons": Season,
    "midseason": Season,
    "unit": Granularity,
    "units": Granularity,
    "midunit": Granularity,
    "longunit": Granularity,
    "longunits": Granularity,
    "weekdays": Weekday,
}
# What the file of words holds besides kinds of constituents.
_NO_KINDS = frozenset({"capital", "trigger", "abbreviation", "shape", "likeness"})
# No month has more days.
LAST_DAY = 31
CAPITAL = frozenset(WORDS["capital"]["words"])
# Cuts English words into the tokens that `lexicon` knows.
cut = Cutter(WORDS["shape"])
# A time of the clock in figures, fractions of a second left out, and its zone.
_ISO_CLOCK = re.compile(r"([\d:]+)(?:\.\d+)?(.*)")
_OFFSET = re.compile(r"[+−-]\d.*")


def _kinds() -> dict[str, tuple[tuple[str, Any], ...]]:
    found: dict[str, list[tuple[str, Any]]] = {}
    for kind, words in WORDS.items():
        if kind in _NO_KINDS:
            continue
        for word, value in words.items():
            make = _MAKE.get(kind)
            found.setdefault(word, []).append((kind, make(value) if make else value))
    for readings in found.values():
        for kind, value in list(readings):
            if kind in ("ones", "teens", "tens"):
                readings.append(("number", value))
            elif kind == "ordinal" and value <= LAST_DAY:
                readings.append(("dayord", value))
    return {word: tuple(readings) for word, readings in found.items()}


KINDS = _kinds()
_SMALL = {word: tuple((f"small{kind}", value) for kind, value in KINDS[word]) for word in CAPITAL}
# Four figures beyond these are hardly ever a year.
FIRST_YEAR, LAST_YEAR = 1000, 2199
# Parts of one in a sign of their own: "2½ years".
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# Figures longer than this count nothing in time.
LONGEST_NUMBER = 15


def lexicon(token: Token) -> Sequence[tuple[str, Any]]:
    """The kinds of constituent that a token can be by itself, each with its value.

    >>> lexicon(cut("May")[0])
    (('month', Month(5)),)
    >>> lexicon(cut("may")[0])
    (('smallmonth', Month(5)),)

    Words that tell time only with a capital are of kinds of their own without one.
    """
    if token.shape in ("word", "abbreviation"):
        if token.text in _FRACTIONS:
            return (("halfmark", _FRACTIONS[token.text]),)
        if token.lower in CAPITAL and token.text[0].islower():
            return _SMALL[token.lower]
        return KINDS.get(token.lower, ())
    shape = _SHAPES.get(token.shape)
    return shape(token) if shape else ()


def _number(token: Token) -> Sequence[tuple[str, Any]]:
    text = token.text
    if len(text) > LONGEST_NUMBER:
        return ()
    if not text.isdigit():
        plain = text.replace(",", "")
        if not re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+\.\d+", text):
            return ()
        known: list[tuple[str, Any]] = [("number", float(plain))]
        if parts := re.fullmatch(r"(\d{1,2})[.](\d{1,2})", text):
            first, second = int(parts[1]), int(parts[2])
            if len(parts[2]) == 2 and first <= 24 and second < 60:
                known.append(("dotclock", (first, second)))
            if 1 <= first <= 12 and 1 <= second <= month_length(2000, first):
                known.append(("dotdate", MonthDay(first, second)))
        return tuple(known)
    value = int(text)
    found: list[tuple[str, Any]] = [("number", value)] if value < 10**6 else []
    if len(text) <= 2 and 1 <= value <= 31:
        found.append(("daynum", value))
    if len(text) <= 2 and value <= 24:
        found.append(("hour", value))
    if len(text) == 2:
        found.append(("twodigits", value))
    if len(text) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        found.append(("year", value))
    if len(text) in (3, 4) and value <= 2400 and value % 100 < 60:
        found.append(("compact", (value // 100, value % 100)))
    if len(text) == 4 and value < 2400 and value % 100 < 60:
        found.append(("fourfigures", (value // 100, value % 100)))
        if text[0] == "0":
            found.append(("zerofigures", (value // 100, value % 100)))
    if 1 <= len(text) <= 4 and value:
        found.append(("anyyear", value))
    if len(text) == 8 and 1900 <= value // 10_000 <= LAST_YEAR:
        found += _fixed(value // 10_000, value // 100 % 100, value % 100)
    return tuple(found)


def _fixed(year: int, month: int, day: int) -> list[tuple[str, Any]]:
    try:
        return [("date", Fixed(TimeSpan.day(year, month, day)))]
    except ValueError:
        return []


def _iso_date(token: Token) -> Sequence[tuple[str, Any]]:
    return _fixed(*map(int, re.split(r"[-/.]", token.text)))


def _iso_time(token: Token) -> Sequence[tuple[str, Any]]:
    year, month, day = map(int, token.text[:10].split("-"))
    clock, zone = _ISO_CLOCK.findall(token.text[11:])[0]
    hour, minute, *rest = map(int, clock.split(":"))
    if not _fixed(year, month, day) or hour > 23 or minute > 59 or max(rest, default=0) > 59:
        return ()
    grain = Granularity.SECOND if rest else Granularity.MINUTE
    if zone:
        told = Clock(hour, minute, sum(rest), grain, zone=read_offset(zone.strip()))
        return (("moment", In(told, Fixed(TimeSpan.day(year, month, day)))),)
    start = seconds(year, month, day, hour, minute, sum(rest))
    return (("moment", Fixed(TimeSpan.starting(grain, start))),)


def _iso_week(token: Token) -> Sequence[tuple[str, Any]]:
    year, week = int(token.text[:4]), int(token.text[6:])
    return (("date", Fixed(TimeSpan.week(year, week))),) if 1 <= week <= 53 else ()


def _iso_month(token: Token) -> Sequence[tuple[str, Any]]:
    year, month = map(int, token.text.split("-"))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    return (("isomonth", Fixed(TimeSpan.month(year, month))),)


def _clock(token: Token) -> Sequence[tuple[str, Any]]:
    hour, minute, *rest = map(int, token.text.split(":"))
    if hour > 24 or minute > 59 or (rest and rest[0] > 59):
        return ()
    grain = Granularity.SECOND if rest else Granularity.MINUTE
    return (("clock", Clock(hour, minute, sum(rest), grain)),)


def _brief_clock(token: Token) -> Sequence[tuple[str, Any]]:
    """ "9a" and "3:20p"."""
    hour, _, minute = token.lower[:-1].partition(":")
    if not 1 <= int(hour) <= 12 or int(minute or 0) > 59:
        return ()
    return (("briefclock", Clock(int(hour), int(minute or 0), half=token.lower[-1] + "m")),)


def _hour_clock(token: Token) -> Sequence[tuple[str, Any]]:
    """ "15h" and "15h30"; the latter is like "1530", too."""
    hour, _, minute = token.lower.partition("h")
    if int(hour) > 24 or int(minute or 0) > 59:
        return ()
    told = ("hourclock", Clock(int(hour), int(minute or 0)))
    return (told, ("hourfigures", (int(hour), int(minute)))) if minute else (told,)


def _year_month(token: Token) -> Sequence[tuple[str, Any]]:
    """ "2015-3", unless it may be two years of a decade ("1990-1")."""
    year, month = map(int, token.text.split("-"))
    if not FIRST_YEAR <= year <= LAST_YEAR or month == (year + 1) % 10:
        return ()
    return (("yearmonth", (year, month)),)


def _decade(token: Token) -> Sequence[tuple[str, Any]]:
    digits = re.sub(r"\D", "", token.text)
    number = int(digits)
    if len(digits) == 2:
        if number % 10:
            return ()
        # "'60s" may stand without its article, "60s" may be an age.
        plain = token.text[0].isdigit()
        named: tuple[str, Any] = ("decades", Decade(number, short=True))
        return (("decade", number),) if plain else (("decade", number), named)
    if len(digits) == 3 and number % 10 == 0:
        return (("bcdecade", number),)
    if len(digits) == 3 or number % 10 or not FIRST_YEAR <= number <= LAST_YEAR:
        return ()
    return (("decades", Decade(number)),)


def _ordinal(token: Token) -> Sequence[tuple[str, Any]]:
    value = int(token.text[:-2])
    found: list[tuple[str, Any]] = [("ordinal", value)] if value else []
    if 1 <= value <= LAST_DAY:
        found += [("dayord", value), ("dayfigure", value)]
    return tuple(found)


def _short_year(token: Token) -> Sequence[tuple[str, Any]]:
    return (("shortyear", ShortYear(int(token.text[1:]))),)


def _half_day(token: Token) -> Sequence[tuple[str, Any]]:
    return (("halfday", token.lower[0] + "m"),)


def _era(token: Token) -> Sequence[tuple[str, Any]]:
    return (("era", "bc" if token.lower[0] == "b" else "ad"),)


def _zone(token: Token) -> Sequence[tuple[str, Any]]:
    letters = re.sub(r"[^a-z]", "", token.lower.removeprefix("u.s."))
    offset = _OFFSET.search(token.text)
    if offset:
        return (("zone", read_offset(offset[0])),)
    return (("zone", WORDS["zone"].get(letters, 0)),)


def _written(token: Token) -> Sequence[tuple[str, Any]]:
    if token.text == "1/2":
        return (("halfmark", 0.5),)
    return (("written", token.text),)


_SHAPES = {
    "number": _number,
    "isodate": _iso_date,
    "isotime": _iso_time,
    "isoweek": _iso_week,
    "isomonth": _iso_month,
    "slashes": _written,
    "dots": _written,
    "dashes": _written,
    "yearmonth": _year_month,
    "briefclock": _brief_clock,
    "hourclock": _hour_clock,
    "slash": _written,
    "clock": _clock,
    "decade": _decade,
    "ordinal": _ordinal,
    "shortyear": _short_year,
    "halfday": _half_day,
    "era": _era,
    "zone": _zone,
}
