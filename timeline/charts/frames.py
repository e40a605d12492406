"""A plain frame of dates made ready to draw: complete columns, naive seconds, sound ends."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.errors import BadTable
from timeline.spans import DAY, TimeSpan
from timeline.table.checking import check
from timeline.table.moments import moments, read_cell

_READ = ("start", "end", "start_latest", "end_earliest", "relation", "approximate", "granularity")


def tidy(table: pd.DataFrame) -> pd.DataFrame:
    """An event table with every column, whatever its owner left out; the rows keep their order.

    >>> import pandas as pd
    >>> from timeline.charts.frames import tidy
    >>> mine = pd.DataFrame({"when": ["2022-09", "2022-08/.."], "event": ["Izyum", "Bakhmut"]})
    >>> tidy(mine)[["start", "end", "relation"]].astype("string").values.tolist()
    [['2022-09-01', '2022-10-01', 'within'], ['2022-08-01', <NA>, 'since']]

    A frame needs `start` or `when` (EDTF), and `event`. A start without an `end` column fills
    the day, month or year it names, or its day if it is a midnight. Rows with an end but no
    `relation` are taken to have lasted from end to end.

    Raises `BadTable` for a frame that holds neither, or values that are no times.
    """
    if not isinstance(table, pd.DataFrame):
        raise BadTable(f"a chart is drawn from a pandas DataFrame, not {type(table).__name__}")
    frame = table.reset_index(drop=True)
    if "event" not in frame.columns:
        raise BadTable(f"the table has no column 'event'; it has: {_names(frame)}")
    if "start" not in frame.columns:
        if "when" not in frame.columns:
            raise BadTable(f"the table has neither 'start' nor 'when'; it has: {_names(frame)}")
        frame = _from_when(frame)
    elif "end" not in frame.columns:
        frame = frame.assign(end=_ends(frame["start"]))
    elif "relation" not in frame.columns:
        whole = frame["start"].notna() & frame["end"].notna()
        frame = frame.assign(relation=whole.map({True: "throughout", False: None}))
    return _inner(check(frame), frame)


def _names(frame: pd.DataFrame) -> str:
    return ", ".join(str(name) for name in frame.columns) or "none"


def _from_when(frame: pd.DataFrame) -> pd.DataFrame:
    spans = {text: _read(text) for text in frame["when"].dropna().astype(str).unique()}
    rows = [spans.get(str(text)) or TimeSpan(None, None) for text in frame["when"]]
    made = {
        "start": moments([s.start for s in rows]),
        "end": moments([s.end for s in rows]),
        "start_latest": moments([s.start_latest for s in rows]),
        "end_earliest": moments([s.end_earliest for s in rows]),
        "relation": pd.Series([s.relation for s in rows], dtype="string"),
        "approximate": pd.Series([s.approximate for s in rows], dtype="bool"),
        "granularity": pd.Series(
            [s.granularity.value if s.granularity else None for s in rows], dtype="string"
        ),
    }
    return frame.assign(**{name: made[name] for name in _READ if name not in frame.columns})


def _read(text: str) -> TimeSpan | None:
    try:
        return read_cell(text)
    except ValueError as error:
        raise BadTable(
            f"column 'when': {text!r} is no EDTF date such as 2022-09: {error}"
        ) from error


def _ends(starts: pd.Series) -> pd.Series:
    if isinstance(starts.dtype, pd.DatetimeTZDtype):
        return starts  # the check of the table says what to do
    if starts.dtype.kind == "M":
        instants = starts.to_numpy().astype("datetime64[s]").astype(np.int64)
        length = np.where(instants % DAY == 0, DAY, 0)
        return pd.Series((instants + length).view("datetime64[s]")).where(starts.notna())
    spans = [None if pd.isna(value) else _read(str(value)) for value in starts]
    return moments([s.end if s else None for s in spans])


def _inner(frame: pd.DataFrame, given: pd.DataFrame) -> pd.DataFrame:
    """Fills the inner bounds of rows that surely last, where the frame has no such columns."""
    if "start_latest" in given.columns or "end_earliest" in given.columns:
        return frame
    lasts = frame["relation"].isin(["throughout", "since", "until"])
    short = frame["relation"].isna() & (frame["end"] - frame["start"] <= pd.Timedelta(days=1))
    sure = lasts | short
    return frame.assign(
        start_latest=frame["start_latest"].where(~sure, frame["start"]),
        end_earliest=frame["end_earliest"].where(~sure, frame["end"]),
    )


def seconds_of(times: pd.Series) -> np.ndarray:
    """A column of times as float seconds since 1970, NaN where unknown.

    >>> from timeline.table.moments import moments
    >>> seconds_of(moments([60, None])).tolist()
    [60.0, nan]
    """
    values = times.to_numpy().astype("datetime64[s]")
    return np.where(np.isnat(values), np.nan, values.astype(np.int64).astype(float))
