"""The event table: its columns, how events become rows, how a saved or foreign table is read."""

from timeline.table.checking import check
from timeline.table.columns import COLUMNS, empty
from timeline.table.loading import from_csv
from timeline.table.rows import tabulate

__all__ = ["COLUMNS", "check", "empty", "from_csv", "tabulate"]
