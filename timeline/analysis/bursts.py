"""Bursts: stretches in which events come thicker than they usually do.

Source: J. Kleinberg, "Bursty and hierarchical structure in streams", KDD 2002, and Data Mining
and Knowledge Discovery 7, 2003, section 2: an automaton whose state i expects gaps between
events that are exponential with rate `n/T · s**i`, and pays `gamma · ln n` for each level up.
"""

from __future__ import annotations

from math import ceil, log

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.analysis.bins import counts, edges
from timeline.analysis.bounds import Ints, instants
from timeline.analysis.pace import countable, require_counted
from timeline.errors import BadTable

Floats = npt.NDArray[np.float64]
COLUMNS = ("level", "start", "end", "at_least", "expected", "at_most")


def bursts(
    table: pd.DataFrame, *, by: str = "day", ratio: float = 2.0, gamma: float = 1.0
) -> pd.DataFrame:
    """The bursts of a table, outer ones before those inside them.

    >>> days = ["2022-01-01", "2022-03-01", "2022-03-02", "2022-03-03", "2022-07-01"]
    >>> table = pd.DataFrame({"start": pd.to_datetime(days)})
    >>> bursts(table, ratio=5)[["level", "start", "end", "at_least", "at_most"]]
       level      start        end  at_least  at_most
    0      1 2022-03-01 2022-03-04         3        3
    1      2 2022-03-01 2022-03-04         3        3

    Events are counted in units of the calendar (`by`), and a unit of length w with r events
    costs a level of rate `a` the amount `a·w - r·ln a`: Kleinberg's cost of r gaps that fill
    w. Where dates are uncertain, r is the average over all moments at which the events may
    have begun, so the levels found are the cheapest on average. `at_least`, `expected` and
    `at_most` tell how many events surely, on average and possibly lie in the burst; a burst
    with few sure events is one that the dates merely allow.

    `ratio` is the step between the rates of levels (Kleinberg's s), `gamma` the price of going
    up one level in units of ln n. Levels do not change when all dates move by whole units of
    even length. Units times the number of levels that occur.

    Raises `BadTable` with fewer than two dated events, or for `ratio <= 1`, `gamma <= 0`.
    """
    low, high, fits = countable(table)
    require_counted(fits, 2, "finding bursts")
    line = edges(int(low[fits].min()), int(high[fits].max()), by)
    least, mean, most = counts(line, low[fits], high[fits])
    widths = np.diff(line).astype(np.float64)
    base = float(fits.sum()) / float(widths.sum())
    price = gamma * log(max(int(fits.sum()), 2))
    found = levels(mean, widths, base, _checked(ratio, gamma), price, _highest(mean, widths, ratio))
    rows = [
        (
            level,
            line[first],
            line[last],
            *(float(column[first:last].sum()) for column in (least, mean, most)),
        )
        for level, first, last in stretches(found)
    ]
    result = pd.DataFrame(rows, columns=list(COLUMNS))
    for column in ("start", "end"):
        result[column] = instants(result[column].to_numpy(dtype=np.int64))
    # Of an event that may begin in two units of a burst only one can be counted.
    for row, (_, first, last) in enumerate(stretches(found)):
        inside = (low[fits] < line[last]) & (high[fits] >= line[first])
        surely = (low[fits] >= line[first]) & (high[fits] < line[last])
        result.loc[row, "at_least"], result.loc[row, "at_most"] = surely.sum(), inside.sum()
    return result.astype({"level": np.int64, "at_least": np.int64, "at_most": np.int64})


def gap_levels(gaps: npt.ArrayLike, *, ratio: float = 2.0, gamma: float = 1.0) -> Ints:
    """The level of each gap between events, as in Kleinberg's paper.

    >>> gap_levels([10, 1, 1, 1, 1, 10, 10], ratio=3)
    array([0, 1, 1, 1, 1, 0, 0])

    `gaps` are positive lengths in any unit; n of them over a time T. Number of levels:
    `ceil(1 + log_s T + log_s 1/shortest gap)`. Linear in gaps times the levels that occur.

    Raises `BadTable` for gaps that are not positive.
    """
    values = np.asarray(gaps, dtype=np.float64)
    if not len(values):
        return np.zeros(0, dtype=np.int64)
    if not (values > 0).all():
        raise BadTable("gaps between events must be longer than nothing: put ties into one event")
    count, total = len(values), float(values.sum())
    _checked(ratio, gamma)
    highest = ceil(1 + log(total, ratio) + log(1 / float(values.min()), ratio))
    ones = np.ones(count)
    return levels(ones, values, count / total, ratio, gamma * log(max(count, 1)), highest)


def levels(
    events: Floats, widths: Floats, base: float, ratio: float, price: float, highest: int
) -> Ints:
    """The cheapest level of each step, where a level up costs `price` and a level down nothing.

    `events[t]` events in `widths[t]` seconds; level i has the rate `base · ratio**i`, up to
    level `highest - 1`. The cost of a step is convex in the level, so whether a step is at
    level i or above can be decided for each i alone (Hochbaum, "An efficient algorithm for
    image segmentation, Markov random fields and related problems", J. ACM 48, 2001).
    """
    found = np.zeros(len(events), dtype=np.int64)
    for level in range(1, highest):
        extra = base * ratio ** (level - 1) * (ratio - 1) * widths - events * log(ratio)
        above = _raised(extra, price)
        if not above.any():
            break
        found += above
    return found


def _raised(extra: Floats, price: float) -> npt.NDArray[np.bool_]:
    """Where it pays to be up: `extra[t]` is its cost at step t, `price` that of each rise."""
    rose = np.zeros(len(extra), dtype=np.bool_)
    stays = np.zeros(len(extra), dtype=np.bool_)
    gain = price  # cost of being up so far, less that of being down; all start down
    for step, cost in enumerate(extra.tolist()):
        # Up now: from up, or by paying from down. Down now: from the cheaper, for nothing.
        fresh = gain >= price
        rose[step] = fresh
        falls = gain < 0
        stays[step] = not falls
        gain = (price if fresh else gain) - (gain if falls else 0.0) + cost
    up = np.zeros(len(extra), dtype=np.bool_)
    state = gain < 0
    for step in range(len(extra) - 1, -1, -1):
        up[step] = state
        state = not rose[step] if state else not stays[step]
    return up


def stretches(levels: Ints) -> list[tuple[int, int, int]]:
    """Every level above 0 with the first step at or above it and the step after the last.

    >>> stretches(np.array([0, 1, 2, 1, 0]))
    [(1, 1, 4), (2, 2, 3)]
    """
    found = []
    for level in range(1, int(levels.max(initial=0)) + 1):
        above = np.concatenate(([0], (levels >= level).astype(np.int8), [0]))
        turns = np.flatnonzero(np.diff(above))
        found += [
            (level, int(first), int(last))
            for first, last in zip(turns[::2], turns[1::2], strict=True)
        ]
    return sorted(found, key=lambda burst: (burst[1], -burst[2], burst[0]))


def _highest(mean: Floats, widths: Floats, ratio: float) -> int:
    """One level more than the densest unit can reach."""
    base = float(mean.sum()) / float(widths.sum())
    densest = float((mean / widths).max())
    return max(ceil(log(max(densest / base, 1.0), ratio)) + 2, 2)


def _checked(ratio: float, gamma: float) -> float:
    if ratio <= 1 or gamma <= 0:
        raise BadTable("bursts need ratio > 1 and gamma > 0")
    return ratio
