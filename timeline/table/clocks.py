"""Rows told by clocks of different zones, put on one clock to be compared."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.spans.edtf import zone_told

_CLOCKS = ("second", "minute", "hour", "part_of_day")
#: Stands for a zone that is not told; no offset comes near it.
_UNTOLD = 1 << 20


def zones_of(table: pd.DataFrame) -> npt.NDArray[np.int64]:
    """The zone that each row's `when` tells, in minutes ahead of UTC.

    >>> zones_of(pd.DataFrame({"when": ["2023-03-05T10:00-05:00", "2023-03-05T15:00Z"]}))
    array([-300,    0])

    What tells none has a number that is no zone's.
    """
    zones = np.full(len(table), _UNTOLD, dtype=np.int64)
    rows = _clocked(table)
    if not len(rows):
        return zones
    # Few of many rows differ in their zone, and text for text they are looked at once.
    codes, texts = pd.factorize(table["when"].take(rows))
    known = np.array([*map(_zone, texts), _UNTOLD], dtype=np.int64)
    zones[rows] = known[codes]
    return zones


def _zone(text: object) -> int:
    zone = zone_told(str(text))
    return _UNTOLD if zone is None else zone


def _clocked(table: pd.DataFrame) -> npt.NDArray[np.int64]:
    """The rows that may tell a time of the clock, as far as their granularity shows."""
    if "when" not in table:
        return np.empty(0, dtype=np.int64)
    if "granularity" not in table:
        return np.arange(len(table), dtype=np.int64)
    codes, words = pd.factorize(table["granularity"])
    fine = np.array([*(str(word) in _CLOCKS for word in words), False], dtype=np.bool_)
    return np.flatnonzero(fine[codes]).astype(np.int64)


def home_of(*tables: pd.DataFrame) -> int | None:
    """The zone that most rows of some tables tell, of several the first; None where none does.

    As `timeline.spans.home_zone` has it for spans.
    """
    return _home(np.concatenate([zones_of(table) for table in tables]))


def _home(zones: npt.NDArray[np.int64]) -> int | None:
    told, first, counts = np.unique(zones[zones != _UNTOLD], return_index=True, return_counts=True)
    return int(told[np.lexsort((first, -counts))[0]]) if len(told) else None


def shift(table: pd.DataFrame, home: int | None = None) -> npt.NDArray[np.int64]:
    """The seconds to add to the times of each row so that the clock of a zone tells them.

    >>> table = pd.DataFrame({"when": ["2023-03-05T10:00-05:00", "2023-03-05T15:00Z", "2023-03"]})
    >>> shift(table)
    array([     0, -18000,      0])

    The zone is `home`, or that of most rows. Rows that tell none stay where they are. Linear.
    """
    zones = zones_of(table)
    home = _home(zones) if home is None else home
    if home is None:
        return np.zeros(len(table), dtype=np.int64)
    return np.where(zones == _UNTOLD, 0, (home - zones) * 60)
