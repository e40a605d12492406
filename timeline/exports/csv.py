"""Comma-separated values that no spreadsheet takes for formulas, and that read back exactly."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.documents.encodings import whole
from timeline.errors import BadTable
from timeline.exports import cells, files
from timeline.table import COLUMNS
from timeline.table import from_csv as from_any_csv

LOSSES = (
    "empty text comes back as missing",
    "types of your own columns: they are told from how the cells look ('12' becomes a number)",
    "lists and dicts in your own columns come back as JSON text",
    "the index, and lone surrogates (U+FFFD)",
)

# A cell that begins like this, or goes on like this after what another locale or a broken quote
# takes for the end of a cell, may run as a formula (OWASP, "CSV injection"); apostrophes in
# between are part of it, so that the guard can be taken off again without a doubt.
_DANGER = re.compile(r"((?:^|[;\t\r\n])[\s\"]*)('*)(?=[=+\-@|%＝＋－＠\t\r])")
_GUARDED = re.compile(r"((?:^|[;\t\r\n])[\s\"]*)'('*)(?=[=+\-@|%＝＋－＠\t\r])")
# What a text begins with, if not a plain character; "" is in every str.
_OPENERS = "=+-@|%＝＋－＠'\"" + "".join(c for c in map(chr, range(0x3001)) if c.isspace())


def guard(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet might run.

    >>> guard("=cmd|'/C calc'!A0"), guard("1 = 1"), guard("'-2")
    ("'=cmd|'/C calc'!A0", '1 = 1', "''-2")
    """
    if text[:1] not in _OPENERS and not any(mark in text for mark in ";\t\r\n"):
        return text
    return _DANGER.sub(r"\1'\2", text)


def unguard(text: str) -> str:
    """The text that `guard` was given.

    >>> unguard(guard("=1+1")), unguard("'tis")
    ('=1+1', "'tis")
    """
    return _GUARDED.sub(r"\1\2", text) if "'" in text else text


def to_csv(table: pd.DataFrame, path: str | Path | None = None) -> str | None:
    """An event table as CSV: the text, or None where a path is given.

    >>> import pandas as pd
    >>> mine = pd.DataFrame({"start": ["2022-09-04"], "event": ["=1+1"], "topic": ["war"]})
    >>> from_csv(to_csv(mine))[["event", "topic"]].values.tolist()
    [['=1+1', 'war']]

    Moments are ISO 8601, missing cells empty, numbers and booleans plain. A text that a
    spreadsheet might take for a formula gets an apostrophe in front, as do years before 1.
    """
    table = cells.prepare(table)
    columns = [_written(table.iloc[:, place]) for place in range(table.shape[1])]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([guard(whole(str(name))) for name in table.columns])
    writer.writerows(zip(*columns, strict=True))
    if path is None:
        return text.getvalue()
    files.save(text.getvalue(), path)
    return None


def _written(column: pd.Series) -> list[Any]:
    dtype = column.dtype
    if isinstance(dtype, np.dtype) and dtype.kind == "M":
        return ["" if text is None else guard(text) for text in cells.iso(column)]
    return ["" if value is None else _cell(value) for value in cells.plain_column(column)]


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return guard(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return guard(files.to_json(value)) if isinstance(value, list | dict) else repr(value)


def from_csv(source: str | Path | bytes) -> pd.DataFrame:
    """The table that a CSV file holds: one that `to_csv` wrote, or anybody's own.

    >>> table = from_csv("order,start,event\\n1,2022-09-04,Izyum retaken\\n")
    >>> str(table["start"][0])
    '2022-09-04 00:00:00'

    `source` is a path, or contents (bytes, or text with line breaks). A file that lacks columns
    of the table is read by `timeline.from_csv`, which knows other headings and separators; it
    must be a path unless the headings are the table's. Raises `BadTable`.
    """
    data = files.load(source)
    if isinstance(source, str | Path) and "\n" not in str(source) and not _ours(data):
        return from_any_csv(source)
    text = files.load_text(data)
    try:
        found = pd.read_csv(io.StringIO(text), header=None, dtype=str, na_filter=False)
    except ValueError as error:
        raise BadTable(f"no CSV that can be read: {error}") from error
    columns = [found[place].tolist() for place in found]
    names = [unguard(values[0]) for values in columns]
    return cells.restore(
        {
            name: cells.typed(name, [unguard(cell) for cell in values[1:]])
            for name, values in zip(names, columns, strict=True)
        }
    )


def _ours(data: bytes) -> bool:
    """Whether the first line of a file has the headings of all columns, as `to_csv` writes them."""
    head = data.partition(b"\n")[0].decode("utf-8-sig", "replace")
    return set(COLUMNS) <= set(head.strip().split(","))
