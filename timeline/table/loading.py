"""Reads a saved event table, or a table of dates that somebody made by hand."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.documents.encodings import decode
from timeline.documents.records import delimiter
from timeline.errors import BadTable, UnreadableDocument
from timeline.table.assembling import Given, Options, assemble
from timeline.table.checking import check
from timeline.table.columns import NEEDED

# Endings of tables that are text, whatever is wrong with them.
_TEXTS = (".csv", ".tsv", ".txt")
_DATE = pd.api.types.is_datetime64_any_dtype
_RULE = re.compile(r"[\s:-]*-[\s:-]*")


def from_csv(
    path: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    published: object = None,
    day_first: bool | None = None,
    strict: bool = True,
) -> pd.DataFrame:
    """Reads a CSV file into an event table.

    >>> import tempfile, pathlib
    >>> from timeline.table import from_csv
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "mine.csv"
    >>> _ = file.write_text("Date;Title\\n12 March 2021;Pool shut\\nc. 1850;The mill was built\\n")
    >>> table = from_csv(file)
    >>> table["when"].tolist(), table["end"].astype("string").tolist()
    (['2021-03-12', '1850~'], ['2021-03-13', '1851-01-01'])

    The separator may be a comma, semicolon, tab or bar. What a column means is told by its
    heading (start, date, when …; end, to …; event, title, what …), else by what it holds;
    `columns` says it by hand, {"Datum": "start"}. A date may stand in columns year, month, day.
    Other columns are kept as they are, and headings of the table's own are kept at their word.

    Dates are EDTF or ISO 8601 (2022-09-04 18:30, 2022-09, 1914/1918, -0043) or words, as
    `read_dates` reads them with `published` and `day_first`; the words are kept in `expression`.
    A last day, month or year in a column of ends is taken whole, a clock time is the end itself;
    "present" has no end, and without an end the event fills or lies in what its date names. In a
    table that was saved (`granularity`, `start_latest` or `end_earliest` is there) an end is the
    first moment after, as everywhere here.

    Raises `BadTable` with file, line and column of each cell that cannot be read; `strict=False`
    leaves such rows undated instead, with the cell in `expression` and the reason in `why`.
    """
    path = Path(path)
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise BadTable(f"cannot read {path}: {error.strerror or error}") from error
    except UnreadableDocument as error:
        hint = "; timeline.exports.read_table reads .xlsx, .parquet, .ics and others"
        binary = path.suffix.lower() not in _TEXTS
        raise BadTable(f"{path}: {error}{hint if binary else ''}") from error
    lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter(text), strict=True)
    names, numbers, rows = _read_rows(path, lines)
    cells = [[row[place] for row in rows] for place in range(len(names))]
    own = [_own_column(values) for values in cells]
    table = assemble(
        Given(str(path), names, cells, own, lambda row: f"line {numbers[row]}"),
        columns or {},
        Options(published, day_first, strict),
    )
    return _checked(table, str(path))


def from_frame(
    frame: pd.DataFrame,
    *,
    columns: Mapping[str, str] | None = None,
    published: object = None,
    day_first: bool | None = None,
    strict: bool = True,
    needed: Sequence[str] = NEEDED,
) -> pd.DataFrame:
    """Reads a pandas DataFrame of dates into an event table, as `from_csv` reads a file.

    >>> import pandas as pd
    >>> from timeline.table import from_frame
    >>> mine = pd.DataFrame({"Year": [1914, 1918], "What happened": ["War", "Peace"]})
    >>> from_frame(mine)[["when", "event"]].values.tolist()
    [['1914', 'War'], ['1918', 'Peace']]

    For what pandas reads from Excel sheets, databases or the web. The index is kept, as are
    columns of the user's own; the frame is not changed. `needed` says what must be found,
    `start` and `event`; rows without an event have none. Raises `BadTable`, with rows counted
    from 1.
    """
    if not isinstance(frame, pd.DataFrame):
        raise BadTable(f"a table of dates is a pandas DataFrame, not {type(frame).__name__}")
    names = [str(name) for name in frame.columns]
    own = [frame.iloc[:, place].reset_index(drop=True) for place in range(len(names))]
    given = Given("the table", names, [_texts(c) for c in own], own, lambda row: f"row {row + 1}")
    options = Options(published, day_first, strict, tuple(needed))
    table = assemble(given, columns or {}, options)
    if "event" not in table:
        table["event"] = pd.Series(pd.NA, index=table.index, dtype="string")
    table.index = frame.index
    return _checked(table, "the table")


def _checked(table: pd.DataFrame, where: str) -> pd.DataFrame:
    try:
        return check(table)
    except BadTable as error:
        raise BadTable(f"{where}: {error} (rows count from 1, the headings left out)") from error


def _read_rows(path: Path, lines: Any) -> tuple[list[str], list[int], list[list[str]]]:
    """Headings, and the cells of each row with the number of its (last) line."""
    names: list[str] = []
    numbers: list[int] = []
    rows: list[list[str]] = []
    pasted = False
    try:
        for row in lines:
            if not any(cell.strip() for cell in row):
                continue
            while row and len(row) > len(names) > 0 and not row[-1].strip():
                row.pop()
            if not names:
                names = [cell.strip() for cell in row]
                continue
            if not rows and _RULE.fullmatch("".join(row)):
                # The line under the headings of a table that was pasted from Markdown.
                pasted = True
                continue
            if len(row) > len(names):
                raise BadTable(
                    f"{path}, line {lines.line_num}: {len(row)} cells under {len(names)} headings;"
                    f" put quotes around a cell that holds the separator"
                )
            numbers.append(lines.line_num)
            row = [cell.strip() for cell in row] if pasted else row
            rows.append(row + [""] * (len(names) - len(row)))
    except csv.Error as error:
        raise BadTable(f"{path}, line {lines.line_num}: {error}") from error
    if not names:
        raise BadTable(f"{path} is empty; the first line should hold the headings")
    return names, numbers, rows


def _own_column(values: list[str]) -> pd.Series:
    return pd.Series([value or None for value in values], dtype="string").convert_dtypes()


def _texts(column: pd.Series) -> list[str]:
    """The cells of a column as they might be written in a file."""
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        return ["" if pd.isna(moment) else moment.isoformat() for moment in column]
    if _DATE(column.dtype):
        told = np.datetime_as_string(column.to_numpy().astype("datetime64[s]"))
        return ["" if text == "NaT" else text for text in told.tolist()]
    return ["" if absent else _text(v) for v, absent in zip(column, column.isna(), strict=True)]


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # pandas makes floats of years as soon as one is missing
    return str(value)
