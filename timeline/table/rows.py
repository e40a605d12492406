"""Events become the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from timeline.documents import Document
from timeline.events import Event
from timeline.table.columns import COLUMNS
from timeline.table.moments import instants


def tabulate(events: Sequence[Event], ranks: Sequence[int], document: Document) -> pd.DataFrame:
    """The event table of one document: a row for each event, in their order.

    >>> from timeline.documents import Document
    >>> from timeline.table import tabulate
    >>> tabulate([], [], Document(text="")).shape
    (0, 31)

    `ranks` holds the place of each event in the sequence, equal where they cannot be told apart;
    `order` numbers them from 1 without gaps, and rows that share a number stand as in the text.
    """
    chosen = sorted(zip(ranks, events, strict=True), key=lambda pair: (pair[0], pair[1].head_start))
    rows = [event for _, event in chosen]
    text, times = document.text, [e.expression for e in rows]
    spans = [e.span for e in rows]
    columns: dict[str, Sequence[Any]] = {
        "order": _dense([rank for rank, _ in chosen]),
        "start": [s.start if s else None for s in spans],
        "end": [s.end if s else None for s in spans],
        "start_latest": [s.start_latest if s else None for s in spans],
        "end_earliest": [s.end_earliest if s else None for s in spans],
        "when": [s.edtf() if s else None for s in spans],
        "granularity": [s.granularity.value if s and s.granularity else None for s in spans],
        "relation": [s.relation if s else None for s in spans],
        "approximate": [bool(s and s.approximate) for s in spans],
        "ongoing": [bool(s and s.ongoing) for s in spans],
        "event": [e.text for e in rows],
        "trigger": [text[e.trigger_start : e.trigger_end] for e in rows],
        "participants": ["; ".join(e.participants) or None for e in rows],
        "place": [e.place for e in rows],
        "kind": [e.kind for e in rows],
        "status": [e.status for e in rows],
        "attribution": [e.attribution for e in rows],
        "expression": [x.text if x else None for x in times],
        "basis": [e.basis for e in rows],
        "confidence": [e.confidence for e in rows],
        "salience": [e.salience for e in rows],
        "why": [e.why for e in rows],
        "sentence": [text[e.sentence_start : e.sentence_end] for e in rows],
        "sentence_start": [e.sentence_start for e in rows],
        "trigger_start": [e.trigger_start for e in rows],
        "trigger_end": [e.trigger_end for e in rows],
        "expression_start": [x.start if x else None for x in times],
        "expression_end": [x.end if x else None for x in times],
        "document": [document.id] * len(rows),
        "source": [document.source] * len(rows),
        "published": [document.published] * len(rows),
    }
    return pd.DataFrame({name: _column(columns[name], dtype) for name, dtype in COLUMNS.items()})


def _dense(ranks: Sequence[int]) -> list[int]:
    places = {rank: place for place, rank in enumerate(sorted(set(ranks)), start=1)}
    return [places[rank] for rank in ranks]


def _column(values: Sequence[Any], dtype: str) -> Any:
    """An array of the table's dtype; arrays are much quicker to put together than series."""
    if dtype == "datetime64[s]":
        return instants(values)
    if dtype == "string":
        return pd.array(values, dtype="string")
    if dtype == "Int64":
        return pd.array(values, dtype="Int64")
    return np.array(values, dtype=dtype)
