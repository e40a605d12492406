"""From an event table to the file that a command was asked to write."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from timeline import exports
from timeline.commands.failures import Usage
from timeline.errors import BadTable

if TYPE_CHECKING:
    import pandas as pd

# Endings of a chart's page; a name without one, such as /dev/stdout, will do as well.
_PAGES = (".html", ".htm", "")


def check(table: str | None, chart: str | None) -> None:
    """Raise `Usage`, before any work is done, for names that could not be written to.

    A table needs the ending of a format, a chart is a page and no picture, and the folder of
    either must be there. Raise `MissingExtra` for a table whose format needs what is not installed.
    """
    if table:
        try:
            exports.format_of(table).make_ready()
        except BadTable as error:
            raise Usage(f"--table {error}") from None
    if chart and Path(chart).suffix.lower() not in _PAGES:
        message = f"--chart {chart}: the chart is a page; give it a name that ends in .html"
        raise Usage(message)
    for option, path in (("--table", table), ("--chart", chart)):
        if path and not Path(path).parent.is_dir():
            raise Usage(f"{option} {path}: there is no folder {Path(path).parent}; make it first")


def save_table(table: pd.DataFrame, path: str) -> None:
    """Write an event table as its name asks; what the format cannot hold is told, not hidden."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", exports.Loss)
        exports.write_table(table, path)
    for each in caught:
        print(f"timeline: {path}: {each.message}", file=sys.stderr)
