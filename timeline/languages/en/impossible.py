"""Days that English words name and that no calendar has."""

from __future__ import annotations

import re

from timeline.errors import ImpossibleDate
from timeline.languages.en.lexicon import cut, lexicon
from timeline.meanings import Month
from timeline.patterns import Token
from timeline.spans.civil import days

# Words that may stand around a date that is told alone.
_AROUND = frozenset("on the of by since until till before after from in , . -".split())
# A year with a 29 February, for days told without their year.
LEAP = 2000


def impossible_day(words: str) -> str | None:
    """What is wrong with a day that the words name, None where they name none or a good one.

    >>> impossible_day("on February 30")
    'that month has no day 30'
    >>> impossible_day("2022-13-01")
    'a year has no month 13'
    >>> impossible_day("30 people in February") is None
    True
    """
    told = [token for token in cut(words) if token.lower not in _AROUND]
    if len(told) == 1 and told[0].shape == "isodate":
        return _fault(*map(int, re.split(r"[-/.]", told[0].text)))
    months = [value for token in told for _, value in lexicon(token) if isinstance(value, Month)]
    figures = [number for token in told if (number := _figure(token)) is not None]
    if len(months) != 1 or len(months) + len(figures) != len(told) or len(figures) not in (1, 2):
        return None
    years = [number for number in figures if number > 99]
    numbers = [number for number in figures if number <= 99]
    if len(numbers) != 1:
        return None
    return _fault(years[0] if years else LEAP, months[0].number, numbers[0])


def _figure(token: Token) -> int | None:
    """A number that can be a day or a year."""
    digits = token.text[:-2] if token.shape == "ordinal" else token.text
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else None


def _fault(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12:
        return f"a year has no month {month}"
    try:
        days(year, month, day)
    except ImpossibleDate:
        return f"that month has no day {day}"
    return None
