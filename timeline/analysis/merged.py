"""One story out of many articles: a row an event, however many articles tell of it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from timeline.analysis.bounds import Bools, Bounds, Ints, Length, bounded, bounds
from timeline.analysis.sameness import same_numbers

ADDED = ("told", "documents", "rows", "first_published", "last_published", "dates", "whens")


def merged(
    table: pd.DataFrame,
    *,
    same: str | None = None,
    likeness: float = 0.5,
    apart: Length | None = "3D",
) -> pd.DataFrame:
    """The events of many articles, each once, with all that tell of it.

    >>> table = pd.DataFrame({
    ...     "event": ["Fire destroyed the old mill", "The mayor resigned",
    ...               "The old mill was destroyed by fire"],
    ...     "when": ["2022-09", "2022-10-01", "2022-09-04"],
    ...     "start": pd.to_datetime(["2022-09-01", "2022-10-01", "2022-09-04"]),
    ...     "end": pd.to_datetime(["2022-10-01", "2022-10-02", "2022-09-05"]),
    ...     "document": ["a", "a", "b"]})
    >>> merged(table)[["event", "when", "told", "documents", "dates"]].values.tolist()
    [['The old mill was destroyed by fire', '2022-09-04', 2, ('a', 'b'), 'compatible'],
     ['The mayor resigned', '2022-10-01', 1, ('a',), 'same']]

    A row stands as one article has it: the one that dates it most closely, then the most
    salient, then the first; nothing is made up between them. `told` is how many rows tell of
    the event, `rows` are their index labels, `documents` and `whens` what they say, in order
    of publication. `dates` is "same", "compatible" (all may be right), "disagree" (two share
    no time) or "unknown". Rows keep their labels and the user's columns, in order of time, those
    of which only the end is known by that; `order` is numbered anew.

    `same`, `likeness` and `apart` are those of `same_numbers`: events whose dates lie surely
    further apart than three days are not taken for one. n log n, and the pairs of rows that share
    an uncommon word. Raises `BadTable` for tables without `event`, or as `bounds` does.
    """
    numbers = same_numbers(table, same=same, likeness=likeness, apart=apart)
    _, group = np.unique(numbers, return_inverse=True)
    group = group.astype(np.int64)
    known = bounds(table)
    best = _best(table, known, group)
    told = _told(table, group, int(group.max(initial=-1)) + 1)
    told["dates"] = pd.Series(_dates(known, group), dtype=object)
    result = table.iloc[best].assign(**{name: told[name].to_numpy() for name in ADDED})
    begin = np.where(known.dated[best], _first_bound(known)[best], np.iinfo(np.int64).max)
    line = np.argsort(begin, kind="stable")
    result = result.iloc[line]
    if "order" in result:
        ranks = pd.Series(begin[line]).rank(method="dense").astype("int64")
        result = result.assign(order=ranks.to_numpy())
    return result


def _first_bound(known: Bounds) -> Ints:
    """The first instant that is known of each row: what was done "by April" goes with April."""
    return np.where(bounded(known.begin_low), known.begin_low, known.end_high - 1)


def _best(table: pd.DataFrame, known: Bounds, group: Ints) -> Ints:
    """The row of each group that tells its time most closely, then the most salient, the first."""
    width = np.where(
        bounded(known.begin_low) & bounded(known.end_high),
        known.end_high - known.begin_low,
        1 << 62,
    )
    keys: list[np.ndarray] = [np.arange(len(table))]
    if "published" in table:
        keys.append(table["published"].to_numpy().astype("datetime64[s]"))
    if "salience" in table:
        keys.append(-table["salience"].fillna(0).to_numpy(dtype=np.float64))
    line = np.lexsort((*keys, width, ~known.dated, group))
    first = np.append(True, group[line][1:] != group[line][:-1])[: len(line)]
    return np.asarray(line[first], dtype=np.int64)


def _told(table: pd.DataFrame, group: Ints, count: int) -> pd.DataFrame:
    """Who tells of each event, and how, in order of publication."""
    moments = np.full(len(table), np.datetime64("NaT", "s"))
    if "published" in table:
        moments = table["published"].to_numpy().astype("datetime64[s]")
    line = np.lexsort((np.arange(len(table)), moments, group))
    sizes = np.bincount(group, minlength=count)
    ends = np.cumsum(sizes).tolist()
    columns = {
        "rows": table.index.astype(object).to_numpy(),
        "documents": _column(table, "document"),
        "whens": _column(table, "when"),
    }
    found: dict[str, object] = {"told": sizes}
    for name, values in columns.items():
        line_of = values[line].tolist()
        cells = np.empty(count, dtype=object)
        cells[:] = [
            tuple(x for x in dict.fromkeys(line_of[first:last]) if x is not None)
            for first, last in pairwise([0, *ends])
        ]
        found[name] = cells
    times = pd.Series(moments).groupby(group)
    found |= {"first_published": times.min().array, "last_published": times.max().array}
    return pd.DataFrame(found)


def _column(table: pd.DataFrame, name: str) -> np.ndarray:
    if name not in table:
        return np.full(len(table), None, dtype=object)
    values = table[name].astype(object)
    return values.where(values.notna(), None).to_numpy()


def _dates(known: Bounds, group: Ints) -> list[str]:
    """Whether the dates that are told of each event can all be right."""
    count = int(group.max(initial=-1)) + 1
    dated: Bools = known.dated
    some = group[dated]
    last_begin, first_end = np.full(count, -(1 << 62)), np.full(count, 1 << 62)
    np.maximum.at(last_begin, some, known.begin_low[dated])
    np.minimum.at(first_end, some, known.end_high[dated])
    first = np.zeros(count, dtype=np.int64)
    first[some[::-1]] = np.flatnonzero(dated)[::-1]
    alike = np.ones(count, dtype=np.bool_)
    for name in ("begin_low", "begin_high", "end_low", "end_high"):
        values = getattr(known, name)
        np.logical_and.at(alike, some, values[dated] == values[first[some]])
    unknown = np.bincount(some, minlength=count) == 0
    disagree = last_begin >= first_end
    told = np.select([unknown, alike, disagree], ["unknown", "same", "disagree"], "compatible")
    return [str(word) for word in told]
