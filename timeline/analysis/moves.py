"""What moves when a text is read with another date of publication, anchor or wording."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.analysis.bounds import HIGH, Ints, bounded, bounds, lengths, require
from timeline.table.clocks import home_of

KEYS = ("document", "trigger_start", "trigger_end")


def moves(before: pd.DataFrame, after: pd.DataFrame, *, all_rows: bool = False) -> pd.DataFrame:
    """What became of each event between two readings of a text.

    >>> one = pd.DataFrame({"event": ["Troops took the town"], "order": [1],
    ...                     "start": pd.to_datetime(["2022-09-01"]),
    ...                     "end": pd.to_datetime(["2022-10-01"]),
    ...                     "trigger_start": [7], "trigger_end": [11]})
    >>> other = one.assign(start=pd.to_datetime(["2021-09-01"]),
    ...                    end=pd.to_datetime(["2021-10-01"]))
    >>> moves(one, other)[["change", "event", "by_least"]].values.tolist()
    [['moved', 'Troops took the town', Timedelta('-365 days +00:00:00')]]

    Rows are paired by document and trigger offsets, so the text must be the same. `change` is
    "moved", "dated" (it had no date), "undated", "appeared" or "gone"; with `all_rows` also
    "same time". `by_least` and `by_most` are how far the bounds of the beginning moved, the
    smaller way first (NaT where one of them is open); `order_before` and `order_after` show
    events that changed places.

    Linear. Raises `BadTable` where trigger offsets are missing.
    """
    left, right = _keyed(before), _keyed(after)
    keys = [name for name in (*KEYS, "turn") if name in left and name in right]
    joined = left.merge(right, on=keys, how="outer", sort=False)
    rows = joined["row_x"].fillna(-1).to_numpy(dtype=np.int64)
    others = joined["row_y"].fillna(-1).to_numpy(dtype=np.int64)
    change, shifts = _compared(before, after, rows, others)
    texts = [_either(before, after, rows, others, name) for name in ("event", "sentence")]
    result = pd.DataFrame(
        {
            "change": change,
            "event": texts[0],
            "before": _label(before, rows),
            "after": _label(after, others),
            **_sides(before, after, rows, others),
            "by_least": lengths(shifts[0]),
            "by_most": lengths(shifts[1]),
            "sentence": texts[1],
        }
    )
    if not all_rows:
        changed = (result["change"] != "same time") | _changed_places(result)
        result = result[changed]
    return result.reset_index(drop=True)


def _compared(
    before: pd.DataFrame, after: pd.DataFrame, rows: Ints, others: Ints
) -> tuple[npt.NDArray[np.str_], Ints]:
    """What became of each pair, and how far the bounds of its beginning moved."""
    change = np.where(others < 0, "gone", np.where(rows < 0, "appeared", "same time"))
    shifts = np.full((2, len(rows)), HIGH)
    pair = np.flatnonzero((rows >= 0) & (others >= 0))
    if not len(pair):
        return change, shifts
    home = home_of(before, after)
    here, there = bounds(before, home).take(rows[pair]), bounds(after, home).take(others[pair])
    moved = np.zeros(len(pair), dtype=np.bool_)
    for name in ("begin_low", "begin_high", "end_low", "end_high"):
        moved |= getattr(here, name) != getattr(there, name)
    change[pair[moved]] = "moved"
    change[pair[moved & ~here.dated]] = "dated"
    change[pair[moved & ~there.dated]] = "undated"
    shift = np.stack(
        [_shift(here.begin_low, there.begin_low), _shift(here.begin_high, there.begin_high)]
    )
    order = np.argsort(np.abs(shift), axis=0, kind="stable")
    shifts[:, pair] = np.take_along_axis(shift, order, axis=0)
    return change, shifts


def _keyed(table: pd.DataFrame) -> pd.DataFrame:
    require(table, "trigger_start", "trigger_end")
    names = [name for name in KEYS if name in table]
    keys = table[names].copy()
    if "document" in keys:
        keys["document"] = keys["document"].astype("str").fillna("")
    keys["row"] = np.arange(len(table), dtype=np.int64)
    # Hand-made rows have no place in the text; two events of one trigger are told apart by turn.
    keys = keys[keys["trigger_start"].notna()]
    keys["turn"] = keys.groupby(names).cumcount()
    return keys.astype({"trigger_start": np.int64, "trigger_end": np.int64})


def _shift(before: Ints, after: Ints) -> Ints:
    return np.where(bounded(before) & bounded(after), after - before, HIGH)


def _sides(
    before: pd.DataFrame, after: pd.DataFrame, rows: Ints, others: Ints
) -> dict[str, pd.Series]:
    found = {}
    for name in ("when", "start", "end", "order", "why"):
        for side, table, places in (("before", before, rows), ("after", after, others)):
            if name in table:
                column = table[name].reset_index(drop=True)
                found[f"{name}_{side}"] = column.reindex(places).reset_index(drop=True)
    return found


def _label(table: pd.DataFrame, rows: Ints) -> list[object]:
    labels = [*table.index.tolist(), None]
    return [labels[row] for row in rows.tolist()]


def _either(
    before: pd.DataFrame, after: pd.DataFrame, rows: Ints, others: Ints, name: str
) -> list[object]:
    if name not in before or name not in after:
        return [None] * len(rows)
    old, new = before[name].tolist(), after[name].tolist()
    return [new[j] if i < 0 else old[i] for i, j in zip(rows, others, strict=True)]


def _changed_places(result: pd.DataFrame) -> pd.Series:
    if "order_before" not in result or "order_after" not in result:
        return pd.Series(False, index=result.index)
    both = result["order_before"].notna() & result["order_after"].notna()
    return both & (result["order_before"] != result["order_after"])
