"""Days, weeks, months … as edges to count in."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from timeline.analysis.bounds import DAY, Bools, Ints
from timeline.errors import BadTable

_STEPS = {"second": 1, "minute": 60, "hour": 3_600, "day": DAY, "week": 7 * DAY}
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "decade": 120, "century": 1_200}
UNITS = (*_STEPS, *_MONTHS)
# More bins would be a mistake in the unit, and fill the memory.
LIMIT = 5_000_000


def edges(first: int, last: int, by: str) -> Ints:
    """The instants at which calendar units begin, from the one that holds `first` to past `last`.

    >>> edges(0, 40 * DAY, "month").astype("datetime64[s]").astype("datetime64[M]")
    array(['1970-01', '1970-02', '1970-03'], dtype='datetime64[M]')

    Weeks begin on Monday (ISO 8601); a decade is the years that share all but the last digit.
    Raises `BadTable` for an unknown unit, or where more than five million would come out.
    """
    if by not in UNITS:
        raise BadTable(f"no unit {by!r} to count by; there are: {', '.join(UNITS)}")
    if by in _STEPS:
        step = _STEPS[by]
        shift = 4 * DAY if by == "week" else 0  # 5 January 1970 was a Monday
        low = (first - shift) // step
        high = (last - shift) // step + 1
        _refuse(high - low, by)
        return np.arange(low, high + 1, dtype=np.int64) * step + shift
    months = _MONTHS[by]
    low = (_month(first) + 1970 * 12) // months
    high = (_month(last) + 1970 * 12) // months + 1
    _refuse(high - low, by)
    return _instants(np.arange(low, high + 1, dtype=np.int64) * months - 1970 * 12)


def counts(edges: Ints, low: Ints, high: Ints) -> tuple[Ints, npt.NDArray[np.float64], Ints]:
    """How many moments surely, on average, and possibly lie in each bin.

    Each moment lies at a whole second from `low` to `high`, within the edges. The average takes
    all seconds of that range as equally likely, which is an assumption, not knowledge.
    """
    bins = len(edges) - 1
    first = np.searchsorted(edges, low, side="right") - 1
    last = np.searchsorted(edges, high, side="right") - 1
    same: Bools = first == last
    least = np.bincount(first[same], minlength=bins).astype(np.int64)
    most = np.cumsum(
        np.bincount(first, minlength=bins) - np.append(0, np.bincount(last, minlength=bins)[:-1])
    ).astype(np.int64)
    first, last, low, high = first[~same], last[~same], low[~same], high[~same]
    weight = 1.0 / (high - low + 1)
    mean = least.astype(np.float64)
    mean += np.bincount(first, weight * (edges[first + 1] - low), minlength=bins)
    mean += np.bincount(last, weight * (high + 1 - edges[last]), minlength=bins)
    rises = np.bincount(first + 1, weight, minlength=bins + 1)
    falls = np.bincount(last, weight, minlength=bins + 1)
    density = np.cumsum(rises - falls)[:bins]
    inside = np.bincount(first + 1, minlength=bins + 1) - np.bincount(last, minlength=bins + 1)
    # Sums of many small numbers leave dust behind where nothing lies.
    density[np.cumsum(inside)[:bins] == 0] = 0.0
    mean += density * np.diff(edges)
    return least, np.clip(mean, least, most), most


def _month(instant: int) -> int:
    return int(np.datetime64(instant, "s").astype("datetime64[M]").astype(np.int64))


def _instants(months: Ints) -> Ints:
    return months.astype("datetime64[M]").astype("datetime64[s]").astype(np.int64)


def _refuse(count: int, by: str) -> None:
    if count > LIMIT:
        raise BadTable(f"{count} bins by {by} are past counting: take a coarser unit")
