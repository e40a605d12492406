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
_FRACTION = re.compile(r"(?<=:\d\d)\.\d+(?=(?: ?(?:Z|[+-]\d\d:?\d\d))?\Z)")
_SPACED_ZONE = re.compile(r"(?<=:\d\d) (?=(?:Z|[+-]\d\d:?\d\d)\Z)")
_BOUNDS = ("start", "end", "start_latest", "end_earliest")


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


def columns_of(spans: Sequence[TimeSpan | None]) -> pd.DataFrame:
    """The columns of time of an event table that spans tell, a row a span; None tells nothing.

    >>> from timeline.table.moments import columns_of
    >>> columns_of([TimeSpan.from_edtf("2022-08/.."), None])["relation"].tolist()
    ['since', <NA>]
    """
    columns: dict[str, object] = {
        name: instants([s and getattr(s, name) for s in spans]) for name in _BOUNDS
    }
    texts: dict[str, list[str | None]] = {
        "when": [None if s is None else s.edtf() for s in spans],
        "granularity": [s.granularity.value if s and s.granularity else None for s in spans],
        "relation": [None if s is None else s.relation for s in spans],
    }
    columns |= {name: pd.Series(values, dtype="string") for name, values in texts.items()}
    for name in ("approximate", "ongoing"):
        columns[name] = np.array([bool(s and getattr(s, name)) for s in spans], dtype=np.bool_)
    return pd.DataFrame(columns)


def read_cell(text: str) -> TimeSpan | None:
    """The span that a cell names in EDTF or ISO 8601, or None for an empty cell.

    A space may stand for the "T" before a clock time, and years may lack their zeros. Clock times
    are kept as they are written, with their zone if they have one; fractions of a second are
    dropped.

    >>> from timeline.table.moments import read_cell
    >>> read_cell("44").edtf(), read_cell("-43-03-15").edtf(), read_cell("")
    ('0044', '-0043-03-15', None)
    >>> read_cell("2023-03-05 10:00:30.5-05:00").edtf()
    '2023-03-05T10:00:30-05:00'

    Raises `TimelineError` if the text is neither.
    """
    text = text.strip()
    if text.lower() in ("", "nat", "nan", "none", "null", "<na>"):
        return None
    padded = _SHORT_YEAR.sub(_pad, text, count=1) if _SHORT_YEAR.match(text) else text
    plain = _SPACED_ZONE.sub("", _FRACTION.sub("", padded))
    span = TimeSpan.from_edtf(_SPACED_CLOCK.sub("T", plain))
    if span.start is None and span.end is None:
        raise TimelineError(f"{text!r} names no time on the calendar")
    return span


def _pad(year: re.Match[str]) -> str:
    sign = "-" if year[0].startswith("-") else ""
    return sign + year[0].lstrip("-").zfill(4)
