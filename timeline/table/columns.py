"""The columns of the event table: their names, order, kinds and meanings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

#: Name -> pandas dtype, in the table's order. Times are naive, half-open; missing is NA or NaT.
COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "order": "int64",
        "start": "datetime64[s]",
        "end": "datetime64[s]",
        "start_latest": "datetime64[s]",
        "end_earliest": "datetime64[s]",
        "when": "string",
        "granularity": "string",
        "relation": "string",
        "approximate": "bool",
        "ongoing": "bool",
        "event": "string",
        "trigger": "string",
        "participants": "string",
        "place": "string",
        "kind": "string",
        "status": "string",
        "attribution": "string",
        "expression": "string",
        "basis": "string",
        "confidence": "float64",
        "salience": "float64",
        "why": "string",
        "sentence": "string",
        "sentence_start": "Int64",
        "trigger_start": "Int64",
        "trigger_end": "Int64",
        "expression_start": "Int64",
        "expression_end": "Int64",
        "document": "string",
        "source": "string",
        "published": "datetime64[s]",
    }
)

#: The columns whose words come from a closed list.
VOCABULARY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "granularity": (
            "second",
            "minute",
            "hour",
            "part_of_day",
            "day",
            "week",
            "weekend",
            "month",
            "season",
            "quarter",
            "half_year",
            "year",
            "decade",
            "century",
        ),
        "relation": ("within", "throughout", "since", "until", "before", "after"),
        "kind": ("occurrence", "reporting", "state", "aspectual", "intention"),
        "status": ("asserted", "planned", "hypothetical", "negated"),
        "basis": ("expression", "narrative", "tense", "published"),
    }
)

#: What a table must have for anything to be done with it.
NEEDED = ("start", "event")

#: What a row holds where a table says nothing; the rest is missing.
DEFAULTS: Mapping[str, object] = MappingProxyType(
    {"order": 0, "approximate": False, "ongoing": False, "confidence": 1.0, "salience": 1.0}
)


def empty() -> pd.DataFrame:
    """A table without rows, with all columns and their dtypes.

    >>> from timeline.table import empty
    >>> table = empty()
    >>> len(table), table["start"].dtype, list(table)[:3]
    (0, dtype('<M8[s]'), ['order', 'start', 'end'])
    """
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
