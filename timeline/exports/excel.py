"""Excel workbooks (.xlsx): one sheet of events, dates as dates, no text ever a formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.documents.encodings import whole
from timeline.errors import BadTable
from timeline.exports import cells, files
from timeline.exports.json import from_rows
from timeline.exports.loss import warn
from timeline.late import Late
from timeline.table import COLUMNS, from_frame

openpyxl = Late("openpyxl", extra="excel", what="an Excel file")

LOSSES = (
    "text beyond 32,767 characters a cell, and rows beyond 1,048,575",
    "moments outside 1900-03-01 to 9999-12-31 stand as text (and read back as moments)",
    "fractions of a second finer than a millisecond",
    "the digits of a number beyond the 15th; float columns of whole numbers come back as integers",
    "empty text comes back as missing; lists and dicts of your own as JSON text",
    "the index, and lone surrogates (U+FFFD)",
)

LONGEST = 32_767
MOST_ROWS = 1_048_575
_EARLIEST, _LATEST = np.datetime64("1900-03-01", "s"), np.datetime64("9999-12-31T23:59:59", "s")
_WIDE = {"event": 60, "sentence": 60, "why": 40, "when": 14}
# Columns are as wide, in characters, where nothing is said of them.
_NARROW = 12
# ECMA-376 part 1, 22.4.2.4: what XML cannot hold is written _xHHHH_, and so is what looks it.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_RISKY = re.compile(r"[\s'\"]*[=+\-@|%#＝＋－＠]")


def to_xlsx(table: pd.DataFrame, path: str | Path | None = None) -> bytes | None:
    """An event table as an Excel workbook: its bytes, or None where a path is given.

    >>> import pandas as pd
    >>> mine = pd.DataFrame({"start": ["2022-09-04"], "event": ["=1+1"]})
    >>> from_xlsx(to_xlsx(mine))["event"].tolist()
    ['=1+1']

    Every text is a text cell, marked so that Excel leaves it one when it is edited. Raises
    `MissingExtra` without openpyxl, `BadTable` for more rows than a sheet has.
    """
    table = cells.prepare(table)
    if len(table) > MOST_ROWS:
        raise BadTable(f"a sheet holds {MOST_ROWS:,} rows, the table has {len(table):,}; use CSV")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("events")
    sheet.freeze_panes = "A2"
    names = [whole(str(name)) for name in table.columns]
    for place, name in enumerate(names, start=1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(place)].width = _WIDE.get(
            name, _NARROW
        )
    cut: list[int] = []
    write = _writer(sheet, cut)
    sheet.append([write(name, True) for name in names])
    columns = [_values(table.iloc[:, place]) for place in range(len(names))]
    for row in zip(*columns, strict=True):
        sheet.append([write(value, False) for value in row])
    if cut:
        warn(f"Excel holds {LONGEST:,} characters a cell; {len(cut)} longer texts were cut")
    stream = io.BytesIO()
    book.save(stream)
    if path is None:
        return stream.getvalue()
    files.save(stream.getvalue(), path)
    return None


def _writer(sheet: Any, cut: list[int]) -> Callable[[Any, bool], Any]:
    """A function from a value to what openpyxl should write; lengths cut go into `cut`."""
    bold = openpyxl.styles.Font(bold=True)

    def write(value: Any, heading: bool) -> Any:
        if isinstance(value, list | dict):
            value = files.to_json(value)
        if not isinstance(value, str):
            return value
        text = _ODD.sub(_escape, value)
        if len(text) > LONGEST // 2 and _units(text) > LONGEST:
            cut.append(len(text))
            text = _shortened(text)
        if not heading and text == value and not _RISKY.match(text):
            return text
        cell = openpyxl.cell.WriteOnlyCell(sheet, text)
        cell.data_type = "s"
        cell.quotePrefix = not heading
        if heading:
            cell.font = bold
        return cell

    return write


def _escape(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"


def _units(text: str) -> int:
    """The length as Excel counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _shortened(text: str) -> str:
    return text.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")


def _values(column: pd.Series) -> list[Any]:
    dtype = column.dtype
    if not (isinstance(dtype, np.dtype) and dtype.kind == "M"):
        return cells.plain_column(column)
    moments = column.to_numpy()
    inside = (moments >= _EARLIEST) & (moments <= _LATEST)
    texts: list[Any] = cells.iso(column)
    for row in np.flatnonzero(inside):
        texts[row] = moments[row].astype("datetime64[us]").item()
    return texts


def from_xlsx(source: str | Path | bytes) -> pd.DataFrame:
    """The table on the first sheet of a workbook (a path, or its bytes), headings in row 1.

    >>> mine = pd.DataFrame({"start": ["1914-07-28"], "event": ["War"]})
    >>> from_xlsx(to_xlsx(mine))["event"].tolist()
    ['War']

    A sheet that lacks columns of the table is read as `timeline.from_frame` reads it. Raises
    `BadTable` for what is no workbook or no event table.
    """
    data = files.load(source)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise BadTable(f"no Excel workbook (.xlsx) that can be read: {error}") from error
    lines = book.worksheets[0].iter_rows(values_only=True)
    names = [str(_read(name) or "") for name in next(lines, ())]
    rows = [dict(zip(names, map(_read, line), strict=False)) for line in _filled(lines)]
    return from_rows(rows) if set(COLUMNS) <= set(names) else from_frame(pd.DataFrame(rows))


def _filled(lines: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Rows with anything in them; Excel keeps blank ones that somebody once touched."""
    return (line for line in lines if any(value is not None for value in line))


def _read(value: Any) -> Any:
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value) if "_x" in value else value
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    return value
