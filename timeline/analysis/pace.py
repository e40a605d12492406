"""How many events begin in each day, month or year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.analysis.bins import counts, edges
from timeline.analysis.bounds import Bools, Ints, bounded, instants, moments
from timeline.errors import BadTable


def pace(table: pd.DataFrame, *, by: str = "month") -> pd.DataFrame:
    """The number of events that begin in each unit of the calendar, empty units included.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-09-01"]),
    ...                       "end": pd.to_datetime(["2022-09-04", "2022-11-01"]),
    ...                       "start_latest": pd.to_datetime(["2022-09-03", None]),
    ...                       "end_earliest": pd.to_datetime(["2022-09-04", None])})
    >>> pace(table)
           start        end  at_least  expected  at_most
    0 2022-09-01 2022-10-01         1  1.491803        2
    1 2022-10-01 2022-11-01         0  0.508197        1

    `at_least` counts events that surely begin in the unit, `at_most` those that may. `expected`
    takes all moments at which an event may begin as equally likely. Units: second to century;
    weeks begin on Monday. Events without a bound on both sides are not counted; `attrs["open"]`
    tells how many.

    Linear in events and units. Raises `BadTable` for an unknown unit or too many of them.
    """
    low, high, fits = countable(table)
    if not fits.any():
        found = np.zeros(0, dtype=np.int64)
        line, least, mean, most = found, found, found.astype(np.float64), found
    else:
        line = edges(int(low[fits].min()), int(high[fits].max()), by)
        least, mean, most = counts(line, low[fits], high[fits])
    result = pd.DataFrame(
        {
            "start": instants(line[:-1]),
            "end": instants(line[1:]),
            "at_least": least,
            "expected": mean,
            "at_most": most,
        }
    )
    result.attrs["open"] = int((~fits).sum())
    return result


def countable(table: pd.DataFrame) -> tuple[Ints, Ints, Bools]:
    """The first and last moment each event may have begun, and whether both are known."""
    low, high = moments(table)
    return low, high, bounded(low) & bounded(high)


def require_counted(fits: Bools, need: int, what: str) -> None:
    """Raise `BadTable` where fewer than `need` events have a place on the calendar."""
    if fits.sum() < need:
        raise BadTable(f"{what} needs at least {need} dated events; the table has {fits.sum()}")
