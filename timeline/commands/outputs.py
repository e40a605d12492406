"""From an event table to the file that a command was asked to write."""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING

from timeline import exports
from timeline.commands.failures import Usage
from timeline.errors import BadTable

if TYPE_CHECKING:
    import pandas as pd


def check(path: str | None) -> None:
    """Raise `Usage`, before any work is done, for a table in a format that there is none of."""
    if path is None:
        return
    try:
        exports.format_of(path)
    except BadTable as error:
        message = f"--table {error}"
        raise Usage(message) from None


def save_table(table: pd.DataFrame, path: str) -> None:
    """Write an event table as its name asks; what the format cannot hold is told, not hidden."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", exports.Loss)
        exports.write_table(table, path)
    for each in caught:
        print(f"timeline: {path}: {each.message}", file=sys.stderr)
