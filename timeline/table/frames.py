"""Rows become a DataFrame with the columns and dtypes of the event table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from timeline.documents import Document
from timeline.events import Event
from timeline.ordering import Relation
from timeline.table.columns import COLUMNS
from timeline.table.moments import instants
from timeline.table.rows import Row, list_rows


def tabulate(events: Sequence[Event], ranks: Sequence[int], document: Document) -> pd.DataFrame:
    """The event table of one document: a row for each event, in their order.

    >>> from timeline.documents import Document
    >>> from timeline.table import tabulate
    >>> tabulate([], [], Document(text="")).shape
    (0, 31)

    `ranks` are as in `list_rows`.
    """
    return assemble(list_rows(events, ranks, document))


def assemble(rows: Sequence[Row]) -> pd.DataFrame:
    """The event table of some rows, as `list_rows` gives them.

    >>> from timeline.table import assemble
    >>> assemble([])["start"].dtype
    dtype('<M8[s]')
    """
    columns: dict[str, Any] = {}
    for dtype in set(COLUMNS.values()):
        names = [name for name, own in COLUMNS.items() if own == dtype]
        # One array for all columns of a dtype, cut after that: most of the time goes into making
        # an array, not into filling it.
        whole = _array([row[name] for name in names for row in rows], _DTYPES[dtype])
        for place, name in enumerate(names):
            columns[name] = whole[place * len(rows) : (place + 1) * len(rows)]
    return pd.DataFrame({name: columns[name] for name in COLUMNS})


_DTYPES = {dtype: pd.api.types.pandas_dtype(dtype) for dtype in set(COLUMNS.values())}


def _array(values: Sequence[Any], dtype: Any) -> Any:
    """An array of the table's dtype; arrays are much quicker to put together than series."""
    if not isinstance(dtype, np.dtype):
        return pd.array(values, dtype=dtype)
    return instants(values) if dtype.kind == "M" else np.array(values, dtype=dtype)


def list_records(table: pd.DataFrame) -> list[Row]:
    """The rows of an event table as plain records, as `list_rows` gives them.

    >>> from timeline.table import list_records
    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-01"]), "event": ["Izyum"]})
    >>> row = list_records(table)[0]
    >>> row["start"], row["event"], row["end"]
    (1661990400, 'Izyum', None)

    Times become seconds since 1970; what is missing is None, columns of the event table included.
    """
    cells = {name: [None] * len(table) for name in COLUMNS}
    cells |= {str(name): _plain(table[name]) for name in table.columns}
    return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]


def _plain(column: pd.Series) -> list[Any]:
    absent = column.isna().to_numpy()
    if pd.api.types.is_datetime64_dtype(column.dtype):
        column = pd.Series(column.to_numpy().astype("datetime64[s]").astype(np.int64))
    values = column.astype(object).tolist()
    return [None if gone else value for value, gone in zip(values, absent, strict=True)]


def relate(events: Sequence[Event], relations: Iterable[Relation]) -> pd.DataFrame:
    """Which of a document's events came before which, with how sure that is and why.

    >>> from timeline.table import relate
    >>> list(relate([], []))[:3]
    ['before', 'after', 'before_start']

    Columns `before`, `after` (the events' words), `before_start`, `after_start` (offsets of their
    triggers), `kind`, `confidence`, `basis` and `why`.
    """
    rows = [
        {
            "before": events[edge.first].text,
            "after": events[edge.second].text,
            "before_start": events[edge.first].trigger_start,
            "after_start": events[edge.second].trigger_start,
            "kind": edge.kind,
            "confidence": edge.confidence,
            "basis": edge.basis,
            "why": edge.why,
        }
        for edge in relations
    ]
    names = ["before", "after", "before_start", "after_start"]
    return pd.DataFrame(rows, columns=[*names, "kind", "confidence", "basis", "why"])
