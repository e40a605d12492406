"""Change points: when the rate of events changed for good.

Sources: the search is PELT (Killick, Fearnhead and Eckley, "Optimal detection of changepoints
with a linear computational cost", J. American Statistical Association 107, 2012), exact for a
penalised sum of costs; the cost is the Poisson likelihood of counts, the penalty that of the
Bayesian information criterion (a date and a rate for each change); a change is dated by the
moments whose likelihood is at least an eighth of the best (Royall, "Statistical Evidence",
1997, section 1.6).
"""

from __future__ import annotations

from math import log

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.analysis.bins import counts, edges
from timeline.analysis.bounds import Ints, instants
from timeline.analysis.pace import countable, require_counted
from timeline.errors import BadTable

Floats = npt.NDArray[np.float64]
COLUMNS = ("at", "earliest", "latest", "rate_before", "rate_after", "gain")
SUPPORT = log(8)
# The time that a search takes may grow with the square of the units.
LIMIT = 20_000


def change_points(
    table: pd.DataFrame, *, by: str = "month", penalty: float | None = None
) -> pd.DataFrame:
    """When the rate of events changed, and between which moments that may have been.

    >>> few = pd.date_range("2001-01-01", "2003-01-01", freq="90D")
    >>> many = pd.date_range("2003-01-01", "2004-01-01", freq="5D")
    >>> table = pd.DataFrame({"start": few.append(many)})
    >>> change_points(table)[["at", "earliest", "latest"]]
              at   earliest     latest
    0 2003-01-01 2003-01-01 2003-01-01

    Events are counted in units of the calendar (`by`); where dates are uncertain, on average
    over all moments at which each may have begun. `at` is the best beginning of the new rate,
    `earliest` and `latest` bound the moments that explain the counts nearly as well (at least
    an eighth of its likelihood, the neighbouring changes held fast). Rates are events per 365.2425
    days. `gain` is the logarithm of how many times likelier the counts are with the change
    than without. A larger `penalty` (default: the logarithm of the number of units) finds
    fewer changes.

    Between linear and quadratic in the units, at most 20,000. Raises `BadTable` with more
    units, or with fewer than two dated events.
    """
    low, high, fits = countable(table)
    require_counted(fits, 2, "finding change points")
    line = edges(int(low[fits].min()), int(high[fits].max()), by)
    if len(line) - 1 > LIMIT:
        raise BadTable(f"{len(line) - 1} units (limit {LIMIT}): take a coarser unit than {by!r}")
    _, mean, _ = counts(line, low[fits], high[fits])
    widths = np.diff(line).astype(np.float64)
    events, times = np.append(0.0, np.cumsum(mean)), np.append(0.0, np.cumsum(widths))
    breaks = cuts(mean, widths, log(len(mean)) if penalty is None else penalty)
    return pd.DataFrame(_rows(line, events, times, breaks), columns=list(COLUMNS))


def cuts(events: npt.ArrayLike, widths: npt.ArrayLike, penalty: float) -> Ints:
    """The steps at which a new rate begins, for counts in stretches of given widths.

    >>> cuts([0, 1, 0, 9, 8, 9], [1, 1, 1, 1, 1, 1], 2.0)
    array([3])
    """
    total = np.append(0.0, np.cumsum(np.asarray(events, dtype=np.float64)))
    times = np.append(0.0, np.cumsum(np.asarray(widths, dtype=np.float64)))
    steps = len(total) - 1
    best = np.full(steps + 1, -penalty, dtype=np.float64)
    cause = np.zeros(steps + 1, dtype=np.int64)
    alive = np.zeros(1, dtype=np.int64)
    for step in range(1, steps + 1):
        cost = best[alive] + _cost(total[step] - total[alive], times[step] - times[alive])
        pick = int(np.argmin(cost))
        best[step], cause[step] = cost[pick] + penalty, alive[pick]
        # A start that is dearer by more than a fresh start can never be best again.
        alive = np.append(alive[cost <= best[step]], step)
    found: list[int] = []
    step = int(cause[steps])
    while step > 0:
        found.append(step)
        step = int(cause[step])
    return np.array(found[::-1], dtype=np.int64)


def _cost(events: Floats, times: Floats) -> Floats:
    """The negative logarithm of the Poisson likelihood at the best rate, less what all share."""
    rate = np.where(events > 1e-9, events / times, 1.0)
    return np.asarray(-events * np.log(rate), dtype=np.float64)


def _rows(line: Ints, events: Floats, times: Floats, breaks: Ints) -> list[tuple[object, ...]]:
    year = 365.2425 * 86_400
    ends = np.concatenate(([0], breaks, [len(line) - 1]))
    rows = []
    for before, here, after in zip(ends[:-2], ends[1:-1], ends[2:], strict=True):
        between = np.arange(before + 1, after)
        cost = _cost(events[between] - events[before], times[between] - times[before])
        cost = cost + _cost(events[after] - events[between], times[after] - times[between])
        near = between[cost <= cost.min() + SUPPORT]
        whole = _cost(events[[after]] - events[before], times[[after]] - times[before])[0]
        at, earliest, latest = instants(line[[here, near.min(), near.max()]])
        rates = [
            float(year * (events[last] - events[first]) / (times[last] - times[first]))
            for first, last in ((before, here), (here, after))
        ]
        rows.append((at, earliest, latest, *rates, float(whole - cost.min())))
    return rows
