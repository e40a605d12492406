"""The event table: its columns, how events become rows, how a saved or foreign table is read."""

from typing import TYPE_CHECKING

from timeline.late import doors

if TYPE_CHECKING:
    from timeline.table.checking import check
    from timeline.table.columns import COLUMNS, empty
    from timeline.table.frames import assemble, list_records, relate, tabulate
    from timeline.table.loading import from_csv, from_frame
    from timeline.table.rows import list_rows

__all__ = [
    "COLUMNS",
    "assemble",
    "check",
    "empty",
    "from_csv",
    "from_frame",
    "list_records",
    "list_rows",
    "relate",
    "tabulate",
]

__getattr__, __dir__ = doors(
    __name__,
    {
        "checking": "check",
        "columns": "COLUMNS empty",
        "frames": "assemble list_records relate tabulate",
        "loading": "from_csv from_frame",
        "rows": "list_rows",
    },
)
