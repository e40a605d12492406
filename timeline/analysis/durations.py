"""How long events last, and how long it is from one to another: always from … to …."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np
import pandas as pd

from timeline.analysis.bounds import HIGH, Ints, bounded, bounds, lengths
from timeline.errors import BadTable

ENDS = ("start", "end")


def durations(table: pd.DataFrame) -> pd.DataFrame:
    """The table with how long each event lasts: `at_least` and `at_most`.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2011-01-01"]),
    ...                       "end": pd.to_datetime(["2016-01-01"]),
    ...                       "start_latest": pd.to_datetime(["2012-01-01"]),
    ...                       "end_earliest": pd.to_datetime(["2015-01-01"])})
    >>> durations(table)[["at_least", "at_most"]]
       at_least   at_most
    0 1096 days 1826 days

    Nothing known is a least length of 0 and no greatest (NaT). Lengths are `timedelta64[s]`.
    Raises `BadTable` as `bounds` does.
    """
    known = bounds(table)
    least = np.maximum(known.end_low - known.begin_high, 0)
    return table.assign(
        at_least=lengths(least), at_most=lengths(_difference(known.end_high, known.begin_low))
    )


def elapsed(
    table: pd.DataFrame,
    first: Hashable,
    second: Hashable,
    *,
    since: str = "start",
    to: str = "start",
) -> pd.DataFrame:
    """How long it is from one event to another: one row, `at_least` and `at_most`.

    >>> table = pd.DataFrame({"event": ["the crash", "the verdict"],
    ...                       "start": pd.to_datetime(["2022-09-03", "2023-01-01"]),
    ...                       "end": pd.to_datetime(["2022-09-04", "2023-02-01"]),
    ...                       "start_latest": pd.to_datetime(["2022-09-03", None]),
    ...                       "end_earliest": pd.to_datetime(["2022-09-04", None])})
    >>> elapsed(table, "crash", "verdict")[["at_least", "at_most"]]
      at_least           at_most
    0 120 days 150 days 23:59:59

    `first` and `second` are index labels, or words that stand in the `event` of one row only;
    `since` and `to` say which ends of them to measure between, "start" or "end". A negative
    length says that the second came, or may have come, before the first.

    Raises `BadTable` where an event is not found or found twice.
    """
    if since not in ENDS or to not in ENDS:
        raise BadTable(f"an event has a 'start' and an 'end', no {since!r} or {to!r}")
    rows = [position(table, first), position(table, second)]
    low, high = _end(table, rows[0], since)
    later_low, later_high = _end(table, rows[1], to)
    return pd.DataFrame(
        {
            "first": table.index.take([rows[0]]),
            "second": table.index.take([rows[1]]),
            "at_least": lengths(_difference(later_low, high)),
            "at_most": lengths(_difference(later_high, low)),
        }
    )


def waits(table: pd.DataFrame) -> pd.DataFrame:
    """How long it is from each event to the next row's: the pace step by step.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-09-10"]),
    ...                       "end": pd.to_datetime(["2022-09-04", "2022-09-11"])})
    >>> waits(table)
       first  second at_least at_most
    0      0       1   7 days  7 days

    From beginning to beginning, in the order of the rows; rows without any date are passed
    over. NaT where a bound is missing.
    """
    known = bounds(table)
    rows = np.flatnonzero(known.dated)
    here, there = known.take(rows[:-1]), known.take(rows[1:])
    return pd.DataFrame(
        {
            "first": table.index.take(rows[:-1]),
            "second": table.index.take(rows[1:]),
            "at_least": lengths(_difference(there.begin_low, here.begin_high)),
            "at_most": lengths(_difference(there.begin_high, here.begin_low)),
        }
    )


def position(table: pd.DataFrame, event: Hashable) -> int:
    """The place of the row with an index label, or with words that only its event has.

    >>> position(pd.DataFrame({"event": ["the crash", "the verdict"]}), "verdict")
    1
    """
    places = np.flatnonzero(np.asarray(table.index == event))
    if not len(places) and isinstance(event, str) and "event" in table:
        texts = table["event"].fillna("").astype("str")
        places = np.flatnonzero(texts.str.contains(event, case=False, regex=False))
    if len(places) != 1:
        found = "no row" if not len(places) else f"{len(places)} rows"
        raise BadTable(
            f"{found} for {event!r}: give an index label, or words that only one event has"
        )
    return int(places[0])


def _end(table: pd.DataFrame, row: int, which: str) -> tuple[Ints, Ints]:
    known = bounds(table).take(np.array([row]))
    if which == "start":
        return known.begin_low, known.begin_high
    return known.end_low, known.end_high


def _difference(later: Ints, sooner: Ints) -> Ints:
    """The time between, `HIGH` where either has no bound."""
    return np.where(bounded(later) & bounded(sooner), later - sooner, HIGH)
