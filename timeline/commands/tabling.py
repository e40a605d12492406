"""`timeline table`: a table of dates that somebody made becomes a timeline."""

from __future__ import annotations

import argparse
from pathlib import Path

import pandas as pd

from timeline import exports, timelines
from timeline.commands import inputs, outputs, terminal
from timeline.commands.reading import describe
from timeline.errors import BadTable
from timeline.exports import html
from timeline.table import list_records

# Endings of tables that people write by hand and no command writes.
_PLAIN = (".tsv", ".txt")


def run(options: argparse.Namespace) -> int:
    """Print the events of a table in their order; write chart and table where asked."""
    outputs.check(options.table, options.chart)
    table = read(options)
    path = Path(options.file)
    in_order = table.sort_values("order", kind="stable")
    rows = describe(list_records(in_order))
    terminal.show_all([f"{terminal.harmless(path.name)}\n", *rows])
    if options.table:
        outputs.save_table(table, options.table)
        terminal.show(f"\ntable: {options.table}")
    if options.chart:
        html.write_html(options.chart, table, title=path.stem)
        terminal.show(f"\nchart: {options.chart} (open it in a browser)")
    return 0


def read(options: argparse.Namespace) -> pd.DataFrame:
    """The event table in the file that is asked for; raises `BadTable` for a folder."""
    if Path(options.file).is_dir():
        what = "`timeline corpus` reads a folder of articles"
        raise BadTable(f"{options.file}: a folder, not a file; {what}")
    suffix = Path(options.file).suffix.lower()
    asked = options.columns or options.published or options.day_first is not None
    if suffix in _PLAIN or (suffix in (".csv", ".md") and asked):
        return timelines.from_csv(
            options.file,
            columns={name: field for field, name in inputs.pairs(options.columns).items()},
            published=inputs.given_date(options.published, options.day_first),
            day_first=options.day_first,
        )
    return exports.read_table(options.file)
