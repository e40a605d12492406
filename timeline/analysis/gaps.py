"""Silences: stretches in which nothing of the table happened."""

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

COLUMNS = (
    "start",
    "start_latest",
    "end_earliest",
    "end",
    "at_least",
    "at_most",
    "after",
    "until",
)


def gaps(table: pd.DataFrame, *, at_least: Length = "1s", possible: bool = False) -> pd.DataFrame:
    """The silences between the events that surely last `at_least` so long.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-10-20"]),
    ...                       "end": pd.to_datetime(["2022-09-05", "2022-10-21"])})
    >>> gaps(table)[["start", "end", "at_least", "at_most"]]
           start        end at_least at_most
    0 2022-09-05 2022-10-20  45 days 45 days

    A silence is dated like an event: it may fill all from `start` to `end` (outer bounds) and
    surely holds from `start_latest` to `end_earliest` (inner bounds), so it lasts between
    `at_least` and `at_most`. `after` and `until` are the index labels of the events on either
    side. With `possible`, stretches are listed too in which there may have been a silence,
    because the events around have ends to spare (their inner bounds are NaT). Rows in order of
    time. Events that never happened (negated, planned) break a silence too: leave them out
    first, with `happened(table)`.

    n log n in the number of events. Raises `BadTable` as `bounds` does.
    """
    known = bounds(table)
    rows = np.flatnonzero(known.dated)
    known = known.take(rows)
    start, end = _widest(known)
    late, early = _surely_silent(known, start, end)
    sure = early > late
    shortest = np.where(sure, early - late, 0)
    keep = (end - start if possible else shortest) >= seconds_in(at_least)
    start, end, shortest = start[keep], end[keep], shortest[keep]
    late, early = np.where(sure, late, LOW)[keep], np.where(sure, early, HIGH)[keep]
    last = rows[_last_before(known, start)] if len(start) else rows[:0]
    following = rows[_first_from(known, end)] if len(start) else rows[:0]
    columns = (
        instants(start),
        instants(late),
        instants(early),
        instants(end),
        lengths(shortest),
        lengths(end - start),
        table.index.take(last),
        table.index.take(following),
    )
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def _widest(known: Bounds) -> tuple[Ints, Ints]:
    """All longest stretches that every event can be placed outside of.

    A stretch from x to y may be silent if and only if every event can end by x or begin at y
    or later. For given x, the farthest such y is the earliest `begin_high` among the events
    that cannot be over by x; where all can, some event may still have waited.
    """
    order = np.argsort(known.end_low, kind="stable")
    ends = known.end_low[order]
    waiting = known.begin_high.max() if len(known) > 1 else HIGH
    begins = np.append(known.begin_high[order], waiting)
    farthest = np.append(np.minimum.accumulate(begins[-2::-1])[::-1], waiting)[1:]
    keep = (farthest > ends) & bounded(ends) & bounded(farthest)
    # Of the stretches that end alike the one that begins first holds the others; for equal
    # beginnings only the last entry has seen all events that are over.
    keep &= np.append(ends[1:] != ends[:-1], True) if len(ends) else keep
    ends, farthest = ends[keep], farthest[keep]
    first = np.append(True, farthest[1:] != farthest[:-1]) if len(ends) else keep[:0]
    return ends[first], farthest[first]


def _surely_silent(known: Bounds, start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """The part of each silence that no event can reach into, empty (late >= early) if none.

    A sure silence has every event either over or not begun; so it starts at the latest end
    of the events that are over by some moment and ends at the first begin of the others.
    """
    order = np.argsort(known.begin_low, kind="stable")
    begins = known.begin_low[order]
    reached = np.maximum.accumulate(np.append(LOW, known.end_high[order]))
    holes = np.flatnonzero(begins > reached[:-1])
    late, early = reached[holes], begins[holes]
    late, early = late[bounded(late)], early[bounded(late)]
    # A sure silence lies in one stretch only: events stand between any two of them.
    place = np.searchsorted(late, start, side="left")
    fits = place < len(late)
    place = np.minimum(place, max(len(late) - 1, 0))
    if not len(late):
        return np.zeros_like(start), np.zeros_like(start)
    fits &= early[place] <= end
    return np.where(fits, late[place], 0), np.where(fits, early[place], 0)


def _last_before(known: Bounds, start: Ints) -> Ints:
    """For each instant an event that may end there and can be over by then."""
    # Of those that can be over at the same time, the one that can wait longest comes first, so
    # that the silence is not said to lie between an event and itself.
    order = np.lexsort((-known.begin_high, known.end_low))
    return order[np.searchsorted(known.end_low[order], start, side="right") - 1]


def _first_from(known: Bounds, end: Ints) -> Ints:
    """For each instant an event that may begin there and need not have begun before."""
    order = np.lexsort((-known.end_low, known.begin_high))
    return order[np.searchsorted(known.begin_high[order], end, side="left")]
