"""When each event of a table may begin and end: two ranges of instants a row.

An event of the table lasts from a moment `begin` to a moment `end` (half-open, whole seconds).
The table seldom tells both; it tells ranges in which they lie. Everything in `analysis` works
on these ranges, so that a result is a bound or a probability and never a date nobody wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.errors import BadTable
from timeline.table.clocks import shift

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Length = str | pd.Timedelta

# Stand-ins for "no bound". Far enough that no date comes near (36 thousand million years),
# near enough that the difference of two of them still fits 64 bits.
LOW = -(1 << 60)
HIGH = 1 << 60
_FAR = 1 << 59
_NAT = np.iinfo(np.int64).min
DAY = 86_400
# Units in seconds: those finer than a month exactly, the others as long as the longest.
_GRAINS = {"second": 1, "minute": 60, "hour": 3_600, "part_of_day": 6 * 3_600, "day": DAY}
_COARSE = {
    "week": 7 * DAY,
    "weekend": 2 * DAY,
    "month": 31 * DAY,
    "season": 92 * DAY,
    "quarter": 92 * DAY,
    "half_year": 184 * DAY,
    "year": 366 * DAY,
    "decade": 3_653 * DAY,
    "century": 36_525 * DAY,
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The earliest and latest instants at which events begin and end, a position a row.

    `LOW` and `HIGH` stand for no bound. For every row `begin_low <= begin_high`,
    `end_low <= end_high`, `begin_low < end_low` and `begin_high < end_high`.
    """

    begin_low: Ints
    begin_high: Ints
    end_low: Ints
    end_high: Ints

    def __len__(self) -> int:
        return len(self.begin_low)

    def take(self, positions: npt.NDArray[Any]) -> Bounds:
        """The rows at `positions`, or those where a mask is true."""
        return Bounds(
            self.begin_low[positions],
            self.begin_high[positions],
            self.end_low[positions],
            self.end_high[positions],
        )

    def later(self, seconds: Ints) -> Bounds:
        """All bounds so many seconds later, each row its own; no bound stays none."""
        told = (self.begin_low, self.begin_high, self.end_low, self.end_high)
        return Bounds(*(np.where(bounded(bound), bound + seconds, bound) for bound in told))

    @property
    def dated(self) -> Bools:
        """Whether anything is known of when the event was."""
        return (
            bounded(self.begin_low)
            | bounded(self.begin_high)
            | bounded(self.end_low)
            | bounded(self.end_high)
        )


def bounded(instants: Ints) -> Bools:
    """Whether instants are real ones, not stand-ins for an open end."""
    return (instants > -_FAR) & (instants < _FAR)


def instants(seconds: Ints) -> npt.NDArray[np.datetime64]:
    """Seconds as `datetime64[s]`, NaT where there is no bound.

    >>> instants(np.array([0, HIGH]))
    array(['1970-01-01T00:00:00', 'NaT'], dtype='datetime64[s]')
    """
    return np.where(bounded(seconds), seconds, _NAT).astype("datetime64[s]")


def lengths(seconds: Ints) -> npt.NDArray[np.timedelta64]:
    """Numbers of seconds as `timedelta64[s]`, NaT where there is no bound."""
    return np.where(bounded(seconds), seconds, _NAT).astype("timedelta64[s]")


def bounds(table: pd.DataFrame, home: int | None = None) -> Bounds:
    """What a table knows of when each of its events begins and ends.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-01"]),
    ...                       "end": pd.to_datetime(["2022-10-01"]),
    ...                       "start_latest": pd.to_datetime([None]),
    ...                       "end_earliest": pd.to_datetime([None])})
    >>> september = bounds(table)
    >>> instants(september.begin_low), instants(september.begin_high)
    (array(['2022-09-01T00:00:00'], dtype='datetime64[s]'),
     array(['2022-09-30T23:59:59'], dtype='datetime64[s]'))

    Outer bounds are `start` and `end`, inner bounds `start_latest` and `end_earliest`; NaT is
    not known. A table that no text was read for (without inner columns, or rows without a
    `relation`) is taken at its word: its events fill the time from `start` to `end`, but for
    one unit at either end where the `granularity` is coarser than a day. Without `end`, an
    event lasts the unit it is told in (failing a `granularity` a day where all starts are
    midnights, else a second). An event of no length lasts a second. An `ongoing` event may end
    at any later time. An `approximate` time may lie one length of its own off on either side
    (the padding of python-edtf: one unit of its precision).

    Times of the clock whose `when` tells their zone are put on the clock of the zone `home`
    (`timeline.table.clocks.home_of` several tables that are compared), which is that of most rows
    if it is not given.

    Raises `BadTable` for missing columns, for columns that hold no naive times, and for rows
    that end before they begin.
    """
    start, end = _outer(table)
    faulty = np.flatnonzero(_faults(table, start, end))
    if len(faulty):
        row = table.index[faulty[0]]
        raise BadTable(
            f"row {row}: the bounds of its time contradict each other "
            f"(start {instants(start)[faulty[0]]}, end {instants(end)[faulty[0]]}); "
            "contradictions(table) lists all such rows"
        )
    latest, earliest = _inner(table, start, end)
    if "approximate" in table:
        vague = _flags(table, "approximate") & bounded(start) & bounded(end)
        slack = np.where(vague, end - start, 0)
        start, end = start - slack, end + slack
        latest = np.where(bounded(latest), latest + slack, latest)
        earliest = np.where(bounded(earliest), earliest - slack, earliest)
    if "ongoing" in table:
        end = np.where(_flags(table, "ongoing"), HIGH, end)
    end_low = np.maximum(earliest, start + 1)
    known = Bounds(start, np.minimum(latest, end - 1), end_low, end)
    ahead = shift(table, home)
    return known.later(ahead) if ahead.any() else known


def faults(table: pd.DataFrame) -> Bools:
    """Rows whose own bounds cannot all hold: the end before the beginning.

    >>> faults(pd.DataFrame({"start": pd.to_datetime(["2022-09-02"]),
    ...                      "end": pd.to_datetime(["2022-09-01"])}))
    array([ True])
    """
    return _faults(table, *_outer(table))


def _faults(table: pd.DataFrame, start: Ints, end: Ints) -> Bools:
    wrong = end <= start
    if "start_latest" in table:
        wrong |= _column(table, "start_latest", HIGH) < start
    if "end_earliest" in table:
        ongoing = _flags(table, "ongoing") if "ongoing" in table else False
        wrong |= (_column(table, "end_earliest", LOW) > end) & ~np.asarray(ongoing)
    return np.asarray(wrong, dtype=np.bool_)


def moments(table: pd.DataFrame) -> tuple[Ints, Ints]:
    """The first and the last instant at which each event may have come about.

    >>> days = pd.DataFrame({"start": pd.to_datetime(["2022-09-03"]),
    ...                      "end": pd.to_datetime(["2022-09-04"])})
    >>> [str(instants(bound)[0]) for bound in moments(days)]
    ['2022-09-03T00:00:00', '2022-09-03T23:59:59']

    For counting and for sequences an event is where it begins. An event told to the day, hour
    or minute began somewhere in it: two events of one day cannot be told apart.
    """
    known = bounds(table)
    grains = grains_of(table)
    fine = bounded(known.begin_low)
    last = np.where(fine, np.minimum(known.begin_low + grains, known.end_high) - 1, LOW)
    return known.begin_low, np.maximum(known.begin_high, last)


def grains_of(table: pd.DataFrame) -> Ints:
    """The unit in seconds in which each start is told, for units up to a day; else 1."""
    if "granularity" in table:
        return _lengths_of(table["granularity"], _GRAINS, 1)
    start = _column(table, "start", LOW)
    known = start[bounded(start)]
    whole = len(known) > 0 and not (known % DAY).any()
    return np.full(len(table), DAY if whole else 1, dtype=np.int64)


def _lengths_of(granularities: pd.Series, units: Mapping[str, int], other: int) -> Ints:
    """The length of each row's unit; `other` for those that are missing or not among `units`."""
    # Mapping the few different words is many times quicker than mapping every row.
    codes, words = pd.factorize(granularities)
    known = np.array([*(units.get(str(word), other) for word in words), other], dtype=np.int64)
    return known[codes]


def require(table: pd.DataFrame, *columns: str) -> None:
    """Raise `BadTable` that names the columns a table lacks, or has twice.

    >>> require(pd.DataFrame({"start": []}), "start", "event")
    Traceback (most recent call last):
    timeline.errors.BadTable: the table has no column 'event'; it has: start
    """
    absent = [repr(name) for name in columns if name not in table]
    if absent:
        held = ", ".join(map(str, table.columns))
        raise BadTable(f"the table has no column {', '.join(absent)}; it has: {held}")
    twice = [repr(name) for name in columns if isinstance(table[name], pd.DataFrame)]
    if twice:
        raise BadTable(f"the table has more than one column {', '.join(twice)}: rename one of them")


def seconds_in(length: Length) -> int:
    """A length of time in seconds.

    >>> seconds_in("7D"), seconds_in(pd.Timedelta(minutes=2))
    (604800, 120)

    Raises `BadTable` for words that are no length, and for a negative or a boundless one.
    """
    try:
        seconds = pd.Timedelta(length).total_seconds()
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < HIGH // 4:  # nor NaN, which is what NaT lasts
        raise BadTable(f"{length!r} is no length of time; write one such as '365D' or '12h'")
    return int(seconds)


def _outer(table: pd.DataFrame) -> tuple[Ints, Ints]:
    require(table, "start")
    start = _column(table, "start", LOW)
    if "end" in table:
        end = _column(table, "end", HIGH)
    else:
        end = np.where(bounded(start), start + grains_of(table), HIGH)
    return start, np.where(end == start, start + 1, end)


def _inner(table: pd.DataFrame, start: Ints, end: Ints) -> tuple[Ints, Ints]:
    count = len(table)
    plain = not {"start_latest", "end_earliest"} & set(table.columns)
    latest = _column(table, "start_latest", HIGH) if "start_latest" in table else _all(count, HIGH)
    earliest = _column(table, "end_earliest", LOW) if "end_earliest" in table else _all(count, LOW)
    own: Bools = np.full(count, plain)
    if "relation" in table:
        own = np.asarray(table["relation"].isna()) & (latest == HIGH) & (earliest == LOW)
    if not own.any():
        return latest, earliest
    if "granularity" in table:
        unit = _lengths_of(table["granularity"], _COARSE, 0)
    else:
        unit = _all(count, 0)
    latest = np.where(own & bounded(start), start + unit, latest)
    earliest = np.where(own & bounded(end), end - unit, earliest)
    return latest, earliest


def _all(count: int, value: int) -> Ints:
    return np.full(count, value, dtype=np.int64)


def _column(table: pd.DataFrame, name: str, missing: int) -> Ints:
    column = table[name]
    arrow = isinstance(column.dtype, pd.ArrowDtype) and column.dtype.kind == "M"
    if arrow and column.dt.tz is None:
        column = column.astype("datetime64[s]")
    elif arrow or isinstance(column.dtype, pd.DatetimeTZDtype):
        raise BadTable(
            f"column {name!r} has a time zone; times here are naive: "
            f"use table[{name!r}].dt.tz_localize(None)"
        )
    if column.isna().all():
        return np.full(len(table), missing, dtype=np.int64)
    if not pd.api.types.is_datetime64_dtype(column.dtype):
        raise BadTable(
            f"column {name!r} holds {column.dtype}, not times: read it with timeline.from_csv "
            f"or timeline.from_frame, or use the methods of frame.timeline"
        )
    seconds = column.to_numpy().astype("datetime64[s]").astype(np.int64)
    return np.where(seconds == _NAT, missing, seconds)


def _flags(table: pd.DataFrame, name: str) -> Bools:
    return np.asarray(table[name].fillna(False).to_numpy(dtype=np.bool_))
