"""Sequences of event types: one for each document, person, patient … whatever a column names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.analysis.bounds import Ints, bounded, moments, require
from timeline.analysis.kinds import classify
from timeline.errors import BadTable

ALONG = ("dates", "order")


@dataclass(frozen=True, slots=True)
class Sequences:
    """The events of a table by case and time, a position an event.

    `case` and `kind` are numbers into `cases` and `kinds`; an event came about at an instant
    from `low` to `high`; `row` is its place in the table. Sorted by case, `low`, `high`, kind
    and row, so that events that cannot be told apart stand in the same order everywhere.
    """

    case: Ints
    kind: Ints
    low: Ints
    high: Ints
    row: Ints
    cases: pd.Index
    kinds: pd.Index

    def __len__(self) -> int:
        return len(self.case)


def sequences(
    table: pd.DataFrame,
    *,
    by: str | None = "document",
    of: str = "type",
    along: str = "dates",
    room: int = 0,
) -> Sequences:
    """The sequences of a table: one for each value of `by`, of the values of `of`.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-04", "2022-09-01"]),
    ...                       "type": ["verdict", "arrest"]})
    >>> found = sequences(table)
    >>> [found.kinds[kind] for kind in found.kind]
    ['arrest', 'verdict']

    A table without the column `document`, or `by=None`, is one sequence. Without the column
    `type` the types are found by `classify`. `along="dates"` takes the instants from the
    dates and leaves out undated events; `along="order"` takes the column `order` at its word,
    one step for each rank. Rows without a case or a type are left out. An open bound lies
    `room` seconds beyond the last known one.

    Raises `BadTable` for missing columns.
    """
    if along not in ALONG:
        raise BadTable(f"sequences go along 'dates' or 'order', not {along!r}")
    if of == "type" and of not in table and "trigger" in table:
        table = classify(table)
    if by == "document" and by not in table:
        by = None
    require(table, of, *([by] if by else []), *(["order"] if along == "order" else []))
    if along == "order":
        order = pd.to_numeric(table["order"], errors="coerce")
        keep = np.asarray(order.notna())
        low = np.asarray(order.fillna(0), dtype=np.int64)
        high = low
    else:
        low, high = moments(table)
        keep = bounded(low) | bounded(high)
        low, high = _closed(low, high, room)
    kind, kinds = pd.factorize(table[of], sort=True)
    case, cases = pd.factorize(table[by]) if by else (np.zeros(len(table)), pd.Index(["all"]))
    row = np.flatnonzero(keep & (kind >= 0) & (case >= 0))
    columns = [np.asarray(column, dtype=np.int64)[row] for column in (case, kind, low, high)]
    order_of = np.lexsort((row, columns[1], columns[3], columns[2], columns[0]))
    case, kind, low, high = (column[order_of] for column in columns)
    return Sequences(case, kind, low, high, row[order_of], pd.Index(cases), pd.Index(kinds))


def _closed(low: Ints, high: Ints, room: int) -> tuple[Ints, Ints]:
    """Open bounds as instants with `room` to spare around all known ones."""
    known = np.concatenate((low[bounded(low)], high[bounded(high)]))
    first, last = (int(known.min()), int(known.max())) if len(known) else (0, 0)
    room += 1
    return (
        np.where(bounded(low), low, first - room),
        np.where(bounded(high), high, last + room),
    )
