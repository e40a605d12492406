"""Two accounts of one affair side by side."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.analysis.bounds import (
    HIGH,
    Bools,
    Bounds,
    Ints,
    bounded,
    bounds,
    lengths,
    moments,
)
from timeline.analysis.matching import require_unique, same_events
from timeline.table.clocks import home_of

SHOWN = ("event", "when", "sentence")


def compare(
    first: pd.DataFrame,
    second: pd.DataFrame,
    *,
    likeness: float = 0.5,
    same: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """What both accounts tell, what one leaves out, and where dates or order disagree.

    >>> one = pd.DataFrame({"event": ["Fire destroyed the old mill", "The mayor resigned"],
    ...                     "start": pd.to_datetime(["2022-09-04", "2022-10-01"])})
    >>> other = pd.DataFrame({"event": ["The old mill was destroyed"],
    ...                       "start": pd.to_datetime(["2022-09-02"])})
    >>> compare(one, other)[["told", "dates", "apart"]].values.tolist()
    [['both', 'disagree', Timedelta('1 days 00:00:00')], ['only first', None, NaT]]

    A row an event, in order of time. `told` is "both", "only first" or "only second"; `first`
    and `second` are index labels, with each account's `event`, `when` and `sentence` where the
    tables have them. `dates` is "same", "compatible" (both may be right), "disagree" (they
    share no time; `apart` is how far they lie apart at least) or "unknown". `order_disagrees`
    names the rows of the first account that the two put on different sides of this event,
    surely and by the most: one that comes before it and one that comes after. `likeness` and
    `why` tell how the pair was found: by `same_events`, or as the pairs `first` and `second`
    given in `same`.

    n log n in the events, besides the search for pairs. Raises `BadTable` as `bounds` does.
    """
    require_unique(first)
    require_unique(second)
    pairs = same_events(first, second, likeness=likeness) if same is None else same
    left = first.index.get_indexer(pd.Index(pairs["first"])).astype(np.int64)
    right = second.index.get_indexer(pd.Index(pairs["second"])).astype(np.int64)
    alone = _others(len(first), left), _others(len(second), right)
    both, neither = len(pairs), np.int64(-1)
    rows = np.concatenate((left, alone[0], np.full(len(alone[1]), neither)))
    others = np.concatenate((right, np.full(len(alone[0]), neither), alone[1]))
    home = home_of(first, second)
    dates, apart = _dates(bounds(first, home).take(left), bounds(second, home).take(right))
    result = pd.DataFrame(
        {
            "told": ["both"] * both
            + ["only first"] * len(alone[0])
            + ["only second"] * len(alone[1]),
            "first": _labels(first.index, rows),
            "second": _labels(second.index, others),
            **_shown(first, rows, "first"),
            **_shown(second, others, "second"),
            "dates": pd.Series(dates).reindex(range(len(rows))).astype(object),
            "apart": pd.Series(apart).reindex(range(len(rows))),
            "order_disagrees": _order(first, second, left, right) + [()] * (len(rows) - both),
            "likeness": pd.Series(_column(pairs, "likeness")).reindex(range(len(rows))),
            "why": pd.Series(_column(pairs, "why"), dtype=object).reindex(range(len(rows))),
        }
    )
    result["dates"] = result["dates"].where(result["dates"].notna(), None)
    return result.iloc[_by_time(first, rows, second, others)].reset_index(drop=True)


def _others(count: int, rows: Ints) -> Ints:
    """The numbers below `count` that are not among `rows`."""
    left = np.ones(count, dtype=np.bool_)
    left[rows] = False
    return np.flatnonzero(left).astype(np.int64)


def _by_time(first: pd.DataFrame, rows: Ints, second: pd.DataFrame, others: Ints) -> Ints:
    """Rows in order of their beginning in either account, those without one last."""
    begin = np.full(len(rows), HIGH)
    home = home_of(first, second)
    for table, places in ((second, others), (first, rows)):
        here = places >= 0
        begin[here] = bounds(table, home).begin_low[places[here]]
    return np.argsort(np.where(bounded(begin), begin, HIGH), kind="stable")


def _dates(first: Bounds, second: Bounds) -> tuple[list[str], np.ndarray]:
    gap = np.maximum(first.begin_low - second.end_high, second.begin_low - first.end_high)
    # Half-open stretches that only touch share no moment.
    disjoint = gap >= 0
    same = np.logical_and.reduce(
        [
            getattr(first, name) == getattr(second, name)
            for name in ("begin_low", "begin_high", "end_low", "end_high")
        ]
    )
    unknown = ~(first.dated & second.dated)
    words = np.select(
        [unknown, same, disjoint], ["unknown", "same", "disagree"], default="compatible"
    )
    apart: np.ndarray = lengths(np.where(disjoint & ~unknown, gap, HIGH))
    return [str(word) for word in words], apart


def _order(
    first: pd.DataFrame, second: pd.DataFrame, left: Ints, right: Ints
) -> list[tuple[object, ...]]:
    """For each pair the row of the first account most surely on the other side in the second."""
    here, there = _instants(first, left), _instants(second, right)
    # Turned round in time, "surely later" becomes "surely earlier".
    turned = [(-high, -low) for low, high in (here, there)]
    sooner, later = _crossed(*here, *there), _crossed(*turned[0], *turned[1])
    rows = np.append(left, -1)
    sides = np.sort(np.stack((rows[sooner], rows[later])), axis=0).tolist()
    labels = [*first.index.tolist(), None]
    return [
        () if j < 0 else (labels[j],) if i in (-1, j) else (labels[i], labels[j])
        for i, j in zip(*sides, strict=True)
    ]


def _crossed(low: Ints, high: Ints, other_low: Ints, other_high: Ints) -> Ints:
    """Of the events surely before each one here, the latest there, if surely after it; else -1."""
    if not len(low):
        return low
    order = np.argsort(high, kind="stable")
    latest = np.maximum.accumulate(other_low[order])
    holder = np.maximum.accumulate(np.where(other_low[order] == latest, np.arange(len(low)), 0))
    before = np.searchsorted(high[order], low, side="left") - 1
    found = (before >= 0) & (latest[np.maximum(before, 0)] > other_high)
    return np.where(found, order[holder[np.maximum(before, 0)]], -1).astype(np.int64)


def _instants(table: pd.DataFrame, rows: Ints) -> tuple[Ints, Ints]:
    low, high = moments(table)
    return low[rows], high[rows]


def _labels(index: pd.Index, rows: Ints) -> pd.Series:
    told: Bools = rows >= 0
    found = np.full(len(rows), None, dtype=object)
    found[told] = np.asarray(index.astype(object), dtype=object)[rows[told]]
    return pd.Series(found, dtype=object)


def _shown(table: pd.DataFrame, rows: Ints, side: str) -> dict[str, pd.Series]:
    return {
        f"{name}_{side}": _labels(pd.Index(table[name].astype(object)), rows)
        for name in SHOWN
        if name in table
    }


def _column(pairs: pd.DataFrame, name: str) -> list[object]:
    return list(pairs[name]) if name in pairs else [None] * len(pairs)
