"""Dates written out in other languages, read by dateparser behind one doorway."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from timeline.late import Late
from timeline.meanings import Fixed
from timeline.spans import TimeSpan

dateparser = Late("dateparser.date")

LANGUAGES = tuple("fr de es it pt nl pl cs sv da ru uk tr ar fa hi id zh ja ko".split(" "))
# A longer text is no date.
LONGEST = 60
_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY, _MONTH = ("day", "month", "year"), ("month", "year")


@lru_cache(maxsize=1024)
def read_foreign(words: str) -> Fixed | None:
    """A day or a month with its year, written out in another common language than English.

    >>> read_foreign("24 février 2022"), read_foreign("2022年2月24日"), read_foreign("лютий 2022")
    (Fixed(2022-02-24), Fixed(2022-02-24), Fixed(2022-02))
    >>> read_foreign("24 soupes 2022")

    None of anything else, and where the year has not four figures; a time of day is left out.
    """
    if len(words) > LONGEST or not _LETTER.search(words) or not _YEAR.search(words):
        return None
    for parts, make in ((_DAY, TimeSpan.day), (_MONTH, None)):
        date = _parser(parts).get_date_data(words).date_obj
        if date is not None:
            span = make(date.year, date.month, date.day) if make else None
            return Fixed(span or TimeSpan.month(date.year, date.month))
    return None


@cache
def _parser(parts: tuple[str, ...]) -> Any:
    # A fixed base, and every part required: dateparser fills nothing in and asks no clock.
    settings = {
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "REQUIRE_PARTS": list(parts),
    }
    return dateparser.DateDataParser(languages=list(LANGUAGES), settings=settings)
