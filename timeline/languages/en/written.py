"""Dates written in figures, read by dateparser behind one doorway."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from timeline.late import Late
from timeline.meanings import Fixed
from timeline.spans import TimeSpan

dateparser = Late("dateparser.date")

# A year of two figures is never this one or a later one.
LAST_SHORT = 2040
_SHORT = re.compile(r"(?<!\d)\d\d$")
_ORDERS = ("MDY", "DMY", "YMD")


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
def read_written(text: str) -> Fixed | None:
    """A date in figures: month first as Americans write it, day first where that cannot be.

    >>> read_written("10/30/1989"), read_written("24.02.2022")
    (Fixed(1989-10-30), Fixed(2022-02-24))
    >>> read_written("45/45/1989")
    """
    orders = ("DMY",) if "." in text else _ORDERS
    for order in orders:
        found = _parser(order).get_date_data(text)
        if found.date_obj is not None and found.period == "day":
            date = found.date_obj
            year = date.year - 100 if date.year >= LAST_SHORT and _SHORT.search(text) else date.year
            return Fixed(TimeSpan.day(year, date.month, date.day))
    return None
