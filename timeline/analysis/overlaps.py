"""Events that share time, and how many are under way at once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.analysis.bounds import (
    HIGH,
    LOW,
    Bounds,
    Ints,
    Length,
    bounded,
    bounds,
    instants,
    lengths,
    seconds_in,
)
from timeline.analysis.relations import spread
from timeline.errors import BadTable


def overlaps(
    table: pd.DataFrame, *, at_least: Length = "1s", limit: int = 2_000_000
) -> pd.DataFrame:
    """The pairs of events that surely or possibly share time, and how long.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-01", "2022-09-05"]),
    ...                       "end": pd.to_datetime(["2022-09-11", "2022-09-21"])})
    >>> overlaps(table)
       first  second  surely at_least at_most
    0      0       1    True   6 days  6 days

    `at_most` is NaT where both may go on for ever; pairs that cannot share `at_least` so long
    are left out. The work grows with the number of pairs that come out, which is quadratic
    where everything overlaps: raises `BadTable` beyond `limit` pairs.
    """
    known = bounds(table)
    rows = np.flatnonzero(known.dated)
    rows = rows[np.argsort(known.begin_low[rows], kind="stable")]
    begins = known.begin_low[rows]
    places = np.arange(len(rows), dtype=np.int64)
    last = np.searchsorted(begins, known.end_high[rows], side="left").astype(np.int64)
    counts = np.maximum(last - places - 1, 0)
    if counts.sum() > limit:
        raise BadTable(
            f"{counts.sum()} pairs of events may overlap (limit {limit}): "
            "select a part of the time first, or raise `limit`"
        )
    first, second = np.repeat(rows, counts), rows[spread(places + 1, counts)]
    first, second = np.minimum(first, second), np.maximum(first, second)
    here, there = known.take(first), known.take(second)
    least, most = _shared(here, there)
    keep = most >= seconds_in(at_least)
    order = np.lexsort((second[keep], first[keep]))
    first, second = first[keep][order], second[keep][order]
    least, most = least[keep][order], most[keep][order]
    return pd.DataFrame(
        {
            "first": table.index.take(first),
            "second": table.index.take(second),
            "surely": least > 0,
            "at_least": lengths(least),
            "at_most": lengths(most),
        }
    )


def _shared(here: Bounds, there: Bounds) -> tuple[Ints, Ints]:
    # An event lasts a second at least, wherever it lies.
    least = np.minimum.reduce(
        (
            np.maximum(here.end_low - here.begin_high, 1),
            here.end_low - there.begin_high,
            there.end_low - here.begin_high,
            np.maximum(there.end_low - there.begin_high, 1),
        )
    )
    end = np.minimum(here.end_high, there.end_high)
    begin = np.maximum(here.begin_low, there.begin_low)
    most = np.where(bounded(end) & bounded(begin), end - begin, HIGH)
    return np.maximum(least, 0), most


def concurrency(table: pd.DataFrame) -> pd.DataFrame:
    """How many events are under way over time: steps with `at_least` and `at_most` so many.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-01", "2022-09-05"]),
    ...                       "end": pd.to_datetime(["2022-09-11", "2022-09-21"])})
    >>> concurrency(table)
           start        end  at_least  at_most
    0 2022-09-01 2022-09-05         1        1
    1 2022-09-05 2022-09-11         2        2
    2 2022-09-11 2022-09-21         1        1

    An event counts in `at_least` where it is surely under way (between its inner bounds), in
    `at_most` where it may be (between its outer ones). Steps are half-open and leave no time
    out between the first bound and the last; a first or last step with events of open bounds
    has NaT for its `start` or `end`. n log n in the number of events.
    """
    known = bounds(table)
    known = known.take(known.dated)
    sure = known.end_low > known.begin_high
    edges = np.unique(
        np.concatenate(
            (
                known.begin_low,
                known.end_high,
                known.begin_high[sure],
                known.end_low[sure],
            )
        )
    )
    if len(edges) < 2:
        edges = edges[:0]
    start, end = edges[:-1], edges[1:]
    least = _under_way(start, known.begin_high[sure], known.end_low[sure])
    most = _under_way(start, known.begin_low, known.end_high)
    steps = pd.DataFrame(
        {
            "start": instants(np.where(bounded(start), start, LOW)),
            "end": instants(np.where(bounded(end), end, HIGH)),
            "at_least": least,
            "at_most": most,
        }
    )
    return _joined(steps)


def _under_way(moments: Ints, begins: Ints, ends: Ints) -> Ints:
    begun = np.searchsorted(np.sort(begins), moments, side="right")
    over = np.searchsorted(np.sort(ends), moments, side="right")
    return np.asarray(begun - over, dtype=np.int64)


def _joined(steps: pd.DataFrame) -> pd.DataFrame:
    """Neighbouring steps of the same counts as one; times before and after all left out."""
    counts = steps[["at_least", "at_most"]].to_numpy()
    if not len(counts):
        return steps
    new = np.append(True, (counts[1:] != counts[:-1]).any(axis=1))
    last = np.append(new[1:], True)
    joined = steps.loc[new].reset_index(drop=True)
    return joined.assign(end=steps.loc[last, "end"].to_numpy())
