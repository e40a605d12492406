"""What directly follows what: the graph that process mining starts from.

Source: W. van der Aalst, "Process Mining", 2016, section 6.2 (the directly-follows graph).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.analysis.bounds import HIGH, LOW, Bools, Ints
from timeline.analysis.relations import spread
from timeline.analysis.sequences import Sequences, sequences
from timeline.errors import BadTable


def follows(
    table: pd.DataFrame,
    *,
    by: str | None = "document",
    of: str = "type",
    along: str = "dates",
    limit: int = 5_000_000,
) -> pd.DataFrame:
    """How often each type of event directly follows each other type.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-01", "2022-09-04", "2022-09-09"]),
    ...                       "type": ["arrest", "trial", "verdict"]})
    >>> follows(table)[["first", "second", "at_least", "at_most"]].values.tolist()
    [['arrest', 'trial', 1, 1], ['trial', 'verdict', 1, 1]]

    One event directly follows another of the same case (`by`) where it came later and no other
    came between. `at_least` counts the pairs for which every reading of the dates has it so,
    `at_most` those for which some reading has. Where every event has a moment of its own the
    two are the same, and the numbers those of process mining. `shortest` and `longest` bound
    the time from one to the other in all these pairs (with `along="order"` they are NaT).
    For `by`, `of` and `along` see `sequences`.

    n log n in the events, plus the pairs that may follow each other: many events dated to the
    same month may follow each other in any order. Raises `BadTable` beyond `limit` pairs.
    """
    found = sequences(table, by=by, of=of, along=along)
    first, second, surely = pairs(found, limit)
    size = len(found.kinds)
    key = found.kind[first] * size + found.kind[second]
    edges = np.flatnonzero(np.bincount(key, minlength=size * size))
    least = np.bincount(key[surely], minlength=size * size)
    most = np.bincount(key, minlength=size * size)
    shortest = np.full(size * size, HIGH)
    longest = np.full(size * size, LOW)
    np.minimum.at(shortest, key, np.maximum(found.low[second] - found.high[first], 0))
    np.maximum.at(longest, key, found.high[second] - found.low[first])
    result = pd.DataFrame(
        {
            "first": found.kinds.take(edges // max(size, 1)),
            "second": found.kinds.take(edges % max(size, 1)),
            "at_least": least[edges],
            "at_most": most[edges],
            "shortest": shortest[edges].astype("timedelta64[s]"),
            "longest": longest[edges].astype("timedelta64[s]"),
        }
    )
    if along == "order":
        result[["shortest", "longest"]] = np.timedelta64("NaT", "s")
    return result.sort_values(
        ["at_least", "at_most", "first", "second"],
        ascending=[False, False, True, True],
        ignore_index=True,
    )


def pairs(found: Sequences, limit: int) -> tuple[Ints, Ints, Bools]:
    """Positions that may directly follow each other, and whether they surely do.

    j may directly follow i if and only if j may come later than i and no event is sure to come
    after the latest i and before the earliest j.
    """
    low, high = _apart(found)
    places = np.arange(len(found), dtype=np.int64)
    # The earliest "latest instant" among the events surely later than each event.
    nearest = np.append(np.minimum.accumulate(high[::-1])[::-1], HIGH)
    border = nearest[np.searchsorted(low, high, side="right")]
    border = np.minimum(border, _case_end(found, high))
    reach = np.searchsorted(low, border, side="right").astype(np.int64)
    # Sorted by `low`, the farthest `high` so far never falls.
    begun = np.maximum.accumulate(high) if len(high) else high
    begin = np.searchsorted(begun, low, side="right").astype(np.int64)
    counts = np.maximum(reach - begin, 0)
    if counts.sum() > limit:
        raise BadTable(
            f"{counts.sum()} pairs of events may follow each other directly (limit {limit}): "
            "leave out coarsely dated events, go along='order', or raise `limit`"
        )
    first, second = np.repeat(places, counts), spread(begin, counts)
    fits = (first != second) & (high[second] > low[first])
    first, second = first[fits], second[fits]
    surely = low[second] > high[first]
    # Of the events that may come strictly between, only the two themselves may be counted.
    ends = np.sort(high)
    between = np.searchsorted(low, high[second], side="left")
    between = between - np.searchsorted(ends, low[first], side="right")
    own = (high > low).astype(np.int64)
    surely &= (between == own[first] + own[second]) | (
        found.high[second] - found.low[first] == 1  # no second lies between
    )
    return first, second, surely


def _apart(found: Sequences) -> tuple[Ints, Ints]:
    """Instants as ranks, each case in a range of its own, so that one search serves all."""
    if not len(found):
        return found.low, found.high
    _, ranks = np.unique(np.concatenate((found.low, found.high)), return_inverse=True)
    size = int(ranks.max()) + 2
    return (
        found.case * size + ranks[: len(found)],
        found.case * size + ranks[len(found) :],
    )


def _case_end(found: Sequences, high: Ints) -> Ints:
    """The last instant of each event's case."""
    if not len(found):
        return high
    last = np.full(len(found.cases), LOW)
    np.maximum.at(last, found.case, high)
    return last[found.case]
