"""Dates written in figures, read by dateparser behind one doorway."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from timeline.late import Late
from timeline.meanings import Figures, Fixed
from timeline.spans import TimeSpan

dateparser = Late("dateparser.date")

# A year of two figures is never this one or a later one.
LAST_SHORT = 2040
_SHORT = re.compile(r"(?<!\d)\d\d$")


@lru_cache(maxsize=64)
def _parser(order: str) -> Any:
    return dateparser.DateDataParser(
        languages=["en"],
        settings={
            "DATE_ORDER": order,
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
        },
    )


@lru_cache(maxsize=4096)
def read_written(text: str) -> Fixed | Figures | None:
    """A date in figures: month or day first, as can be; with full stops the day comes first.

    >>> read_written("10/30/1989"), read_written("24.02.2022"), read_written("2022/2/24")
    (Figures(1989-10-30, None), Fixed(2022-02-24), Fixed(2022-02-24))
    >>> read_written("45/45/1989")
    """
    if "." in text:
        day = _read(text, "DMY")
        return Fixed(day) if day else None
    month_first, day_first = _read(text, "MDY"), _read(text, "DMY")
    if month_first or day_first:
        same = month_first == day_first
        return Fixed(month_first) if same and month_first else Figures(month_first, day_first)
    year_first = _read(text, "YMD")
    return Fixed(year_first) if year_first else None


def _read(text: str, order: str) -> TimeSpan | None:
    found = _parser(order).get_date_data(text)
    date = found.date_obj
    if date is None or found.period != "day":
        return None
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if parts[order.index("D")] != date.day or parts[order.index("M")] != date.month:
        # dateparser takes the other order where the one asked for cannot be.
        return None
    year = date.year - 100 if date.year >= LAST_SHORT and _SHORT.search(text) else date.year
    return TimeSpan.day(year, date.month, date.day)
