"""Checks that a frame is an event table, and completes what it may leave out."""

from __future__ import annotations

import difflib
from datetime import datetime

import numpy as np
import pandas as pd

from timeline.errors import BadTable, TimelineError
from timeline.table.clocks import shift
from timeline.table.columns import COLUMNS, DEFAULTS, NEEDED, VOCABULARY
from timeline.table.moments import moments, read_cell

_TIMES = tuple(name for name, dtype in COLUMNS.items() if dtype.startswith("datetime64"))


def check(table: pd.DataFrame) -> pd.DataFrame:
    """An event table with all columns and their dtypes, made from a frame that may lack some.

    >>> import pandas as pd
    >>> from timeline.table import check
    >>> mine = pd.DataFrame({"start": ["2022-02-24"], "event": ["Invasion"], "topic": ["war"]})
    >>> table = check(mine)
    >>> table["start"].dtype, bool(table["ongoing"][0]), list(table)[-1]
    (dtype('<M8[s]'), False, 'topic')

    Only `start` and `event` are needed. Missing columns are filled with what is missing (times
    and words), with 1.0 (`confidence`, `salience`), with False (`approximate`, `ongoing`) or by
    the order of `start` (`order`). Columns of the user's own are kept, after the table's. The
    frame that was given is not changed; a frame that is already right comes back as it is.

    Raises `BadTable`, naming column and row (counted from 1), for an absent column, a value of
    the wrong kind, a word outside a closed list, or an end before its start.
    """
    if not isinstance(table, pd.DataFrame):
        raise BadTable(f"an event table is a pandas DataFrame, not {type(table).__name__}")
    if not _is_typed(table):
        table = _complete(table)
    _check_words(table)
    _check_ends(table)
    return table


def _is_typed(table: pd.DataFrame) -> bool:
    names = list(table.columns)
    return names[: len(COLUMNS)] == list(COLUMNS) and all(
        str(table.dtypes.iloc[i]) == dtype for i, dtype in enumerate(COLUMNS.values())
    )


def _complete(table: pd.DataFrame) -> pd.DataFrame:
    names = [str(name) for name in table.columns]
    if len(set(names)) < len(names):
        twice = sorted({name for name in names if names.count(name) > 1})
        raise BadTable(f"the table has more than one column named {', '.join(twice)}")
    for name in NEEDED:
        if name not in names:
            raise BadTable(_absence(name, names))
    columns = {name: _column(table, name) for name in COLUMNS}
    if "order" not in names:
        # Rows without a start come last, as pandas sorts them.
        times = columns["start"].reset_index(drop=True)
        ahead = shift(table).astype("timedelta64[s]")
        ranks = (times + ahead).rank(method="dense", na_option="bottom")
        ranks.index = table.index
        columns["order"] = ranks.astype("int64")
    own = {name: table[name] for name in table.columns if name not in COLUMNS}
    return pd.DataFrame(columns | own, index=table.index)


def _absence(name: str, names: list[str]) -> str:
    near = difflib.get_close_matches(name, names, n=1)
    hint = f" (is it {near[0]!r}? rename it)" if near else ""
    return f"the table has no column {name!r}{hint}; it has: {', '.join(names) or 'none'}"


def _column(table: pd.DataFrame, name: str) -> pd.Series:
    dtype = COLUMNS[name]
    if name not in table.columns:
        default = DEFAULTS.get(name)
        return pd.Series([default] * len(table), index=table.index, dtype=dtype)
    values = table[name]
    if str(values.dtype) == dtype:
        return values
    if name in _TIMES:
        return _times(values, name)
    try:
        if dtype == "string":
            return values.astype("string")
        if dtype == "bool":
            return _flags(values, name)
        numbers = pd.to_numeric(values)
        if dtype == "Int64":
            return numbers.astype("Int64")
        filled = numbers.fillna(1.0 if dtype == "float64" else 0)
        return filled.astype("float64") if dtype == "float64" else filled.astype("int64")
    except (ValueError, TypeError) as error:
        raise BadTable(f"column {name!r} should hold {dtype} values: {error}") from error


_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}


def _flags(values: pd.Series, name: str) -> pd.Series:
    words = values.astype("string").fillna("").str.strip().str.lower()
    wrong = ~words.isin(list(_TRUTH))
    if wrong.any():
        row = int(np.argmax(wrong.to_numpy()))
        raise BadTable(f"row {row + 1}, column {name!r}: {words.iloc[row]!r} is not true or false")
    return words.map(_TRUTH).astype("bool")


def _times(values: pd.Series, name: str) -> pd.Series:
    if isinstance(values.dtype, pd.DatetimeTZDtype):
        raise BadTable(
            f"column {name!r} has a time zone; times here are naive:"
            f" convert it first with .dt.tz_convert(zone).dt.tz_localize(None)"
        )
    if np.issubdtype(values.to_numpy().dtype, np.datetime64):
        return values.astype("datetime64[s]")
    found: list[int | None] = []
    for row, value in enumerate(values, start=1):
        found.append(None if pd.isna(value) else _instant(value, f"row {row}, column {name!r}"))
    times = moments(found)
    times.index = values.index
    return times


def _instant(value: object, where: str) -> int | None:
    if isinstance(value, datetime):
        return int((value.replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds())
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # pandas makes floats of years as soon as one is missing
    try:
        span = read_cell(str(value))
    except TimelineError as error:
        raise BadTable(
            f"{where}: {value!r} is no date; write it as 2022-09-04, 2022-09 or 2022"
        ) from error
    return None if span is None else span.start


def _check_words(table: pd.DataFrame) -> None:
    for name, words in VOCABULARY.items():
        wrong = (table[name].notna() & ~table[name].isin(words)).to_numpy()
        if wrong.any():
            row = int(np.argmax(wrong))
            raise BadTable(
                f"row {row + 1}, column {name!r}: {table[name].iloc[row]!r}"
                f" is not one of {', '.join(words)}"
            )


def _check_ends(table: pd.DataFrame) -> None:
    wrong = (table["end"] < table["start"]).to_numpy()
    if wrong.any():
        row = int(np.argmax(wrong))
        raise BadTable(
            f"row {row + 1}: the end {table['end'].iloc[row]}"
            f" is before the start {table['start'].iloc[row]}"
        )
