"""From an event table to the file that a command was asked to write."""

from __future__ import annotations

import sys
import warnings

import pandas as pd

from timeline.commands.failures import Usage
from timeline.errors import BadTable
from timeline.exports import Loss, format_of, write_table


def check(path: str | None) -> None:
    """Raise `Usage`, before any work is done, for a table in a format that there is none of."""
    if path is None:
        return
    try:
        format_of(path)
    except BadTable as error:
        message = f"--table {error}"
        raise Usage(message) from None


def save_table(table: pd.DataFrame, path: str) -> None:
    """Write an event table as its name asks; what the format cannot hold is told, not hidden."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", Loss)
        write_table(table, path)
    for each in caught:
        print(f"timeline: {path}: {each.message}", file=sys.stderr)
