"""Moments written in a table's cells, and columns of moments."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.errors import TimelineError
from timeline.spans import TimeSpan

_NOT_A_TIME = np.iinfo(np.int64).min
_SPACED_CLOCK = re.compile(r"(?<=\d) (?=\d\d:)")
_SHORT_YEAR = re.compile(r"-?\d{1,3}(?=-|$)")


def moments(values: Sequence[int | None]) -> pd.Series:
    """Seconds since 1970 as a column of `datetime64[s]`; None becomes NaT.

    >>> from timeline.table.moments import moments
    >>> list(moments([0, None]).astype("string").fillna("unknown"))
    ['1970-01-01', 'unknown']
    """
    return pd.Series(instants(values))


def instants(values: Sequence[object]) -> npt.NDArray[np.datetime64]:
    """The same as a plain array."""
    plain = np.array([_NOT_A_TIME if v is None else v for v in values], dtype=np.int64)
    return plain.view("datetime64[s]")


def read_cell(text: str) -> TimeSpan | None:
    """The span that a cell names in EDTF or ISO 8601, or None for an empty cell.

    A space may stand for the "T" before a clock time, and years may lack their zeros.

    >>> from timeline.table.moments import read_cell
    >>> read_cell("44").edtf(), read_cell("-43-03-15").edtf(), read_cell("")
    ('0044', '-0043-03-15', None)

    Raises `TimelineError` if the text is neither.
    """
    text = text.strip()
    if text.lower() in ("", "nat", "nan", "none", "null", "<na>"):
        return None
    padded = _SHORT_YEAR.sub(_pad, text, count=1) if _SHORT_YEAR.match(text) else text
    span = TimeSpan.from_edtf(_SPACED_CLOCK.sub("T", padded))
    if span.start is None and span.end is None:
        raise TimelineError(f"{text!r} names no time on the calendar")
    return span


def _pad(year: re.Match[str]) -> str:
    sign = "-" if year[0].startswith("-") else ""
    return sign + year[0].lstrip("-").zfill(4)
