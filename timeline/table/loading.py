"""Reads a saved event table, or a CSV file of dates that somebody made by hand."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from timeline.errors import BadTable, TimelineError
from timeline.table.checking import check
from timeline.table.columns import COLUMNS
from timeline.table.moments import moments, read_cell

#: Headings that people give to the columns of their own tables.
_ALSO_CALLED = {
    "date": "start",
    "begin": "start",
    "start_date": "start",
    "start_time": "start",
    "from": "start",
    "finish": "end",
    "end_date": "end",
    "end_time": "end",
    "to": "end",
    "title": "event",
    "headline": "event",
    "name": "event",
    "what": "event",
    "description": "event",
    "label": "event",
    "who": "participants",
    "actors": "participants",
    "where": "place",
    "location": "place",
    "url": "source",
    "link": "source",
}
_TIMES = tuple(name for name, dtype in COLUMNS.items() if dtype.startswith("datetime64"))


def from_csv(path: str | Path, *, columns: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Reads a CSV file into an event table.

    >>> import tempfile, pathlib
    >>> from timeline.table import from_csv
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "mine.csv"
    >>> _ = file.write_text("Date;Title\\n2022-09;Izyum retaken\\n1914;War breaks out\\n")
    >>> table = from_csv(file)
    >>> table["when"].tolist(), table["end"].astype("string").tolist()
    (['2022-09', '1914'], ['2022-10-01', '1915-01-01'])

    The separator may be a comma, semicolon, tab or bar. Needed are a column of dates (`start`, or
    headed date, begin, from …; or `when` in EDTF) and one of events (`event`, or title, headline,
    what …); `columns` maps other headings, {"Datum": "start"}. Dates are ISO 8601 or EDTF:
    2022-09-04, 2022-09-04 18:30, 2022-09, 2022, -0043-03-15. A start without an end fills its
    day, month or year. An `end` is the first moment *after* the event, as everywhere here; one
    that names a month or a year is taken whole ("1914" to "1918" ends with 1918). Other columns
    are kept as they are.

    Raises `BadTable` with file, line and column, and what to write instead.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadTable(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        message = f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8"
        raise BadTable(message) from error
    lines = csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text), strict=True)
    names, numbers, rows = _read_rows(path, lines)
    named = _rename(path, names, columns or {})
    cells = {name: [row[i] for row in rows] for i, name in enumerate(named)}
    table = _assemble(path, cells, numbers)
    try:
        return check(table)
    except BadTable as error:
        raise BadTable(f"{path}: {error} (rows count from 1, the headings left out)") from error


def _read_rows(path: Path, lines: object) -> tuple[list[str], list[int], list[list[str]]]:
    assert hasattr(lines, "line_num")
    names: list[str] = []
    numbers: list[int] = []
    rows: list[list[str]] = []
    try:
        for row in lines:  # type: ignore[attr-defined]
            if not any(cell.strip() for cell in row):
                continue
            if not names:
                names = [cell.strip() for cell in row]
                continue
            if len(row) != len(names):
                raise BadTable(
                    f"{path}, line {lines.line_num}: {len(row)} cells under {len(names)} headings;"
                    f" put quotes around a cell that holds the separator"
                )
            numbers.append(lines.line_num)
            rows.append(row)
    except csv.Error as error:
        raise BadTable(f"{path}, line {lines.line_num}: {error}") from error
    if not names:
        raise BadTable(f"{path} is empty; the first line should hold the headings")
    return names, numbers, rows


def _delimiter(text: str) -> str:
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t|", key=head.count)


def _rename(path: Path, names: list[str], wanted: Mapping[str, str]) -> list[str]:
    for name in wanted:
        if name not in names:
            raise BadTable(f"{path} has no column {name!r}; it has: {', '.join(names)}")
    plain = [wanted.get(name, name.lower().replace(" ", "_")) for name in names]
    given = set(plain)
    renamed: list[str] = []
    for name, own in zip(plain, names, strict=True):
        target = name if name in COLUMNS else _ALSO_CALLED.get(name, own)
        # A heading yields to the proper name, or to an earlier one of the same meaning.
        if target != name and (target in given or target in renamed):
            target = own
        renamed.append(target)
    return renamed


def _assemble(path: Path, cells: dict[str, list[str]], numbers: list[int]) -> pd.DataFrame:
    if "start" not in cells and "when" in cells:
        cells["start"] = cells["when"]
    columns: dict[str, pd.Series] = {}
    for name, values in cells.items():
        if name in _TIMES:
            continue
        column = pd.Series([value or None for value in values], dtype="string")
        columns[name] = column if name in COLUMNS else column.convert_dtypes()
    for name in ("published", "start_latest", "end_earliest"):
        if name in cells:
            columns[name] = moments([s and s[0] for s in _spans(path, cells, name, numbers)])
    if "start" in cells:
        columns |= _extents(path, cells, numbers)
    return pd.DataFrame(columns)


_Extent = tuple[int | None, int | None, str | None, str]


def _spans(
    path: Path, cells: dict[str, list[str]], name: str, numbers: list[int]
) -> list[_Extent | None]:
    found: list[_Extent | None] = []
    for text, line in zip(cells[name], numbers, strict=True):
        try:
            span = read_cell(text)
        except TimelineError as error:
            raise BadTable(
                f"{path}, line {line}, column {name!r}: {text!r} is no date;"
                f" write it as 2022-09-04, 2022-09 or 2022"
            ) from error
        if span is None:
            found.append(None)
            continue
        grain = span.granularity.value if span.granularity else None
        found.append((span.start, span.end, grain, span.edtf()))
    return found


_EXACT = frozenset({"second", "minute", "hour", "day"})


def _extents(path: Path, cells: dict[str, list[str]], numbers: list[int]) -> dict[str, pd.Series]:
    """Start, end and the columns that follow from how they were written."""
    begins = _spans(path, cells, "start", numbers)
    ends = _spans(path, cells, "end", numbers) if "end" in cells else [None] * len(begins)
    start: list[int | None] = []
    end: list[int | None] = []
    for begin, stop in zip(begins, ends, strict=True):
        start.append(begin[0] if begin else None)
        if stop is None:
            end.append(begin[1] if begin and "end" not in cells else None)
        elif stop[2] in _EXACT and stop[0] != start[-1]:
            end.append(stop[0])
        else:
            end.append(stop[1])
    columns = {"start": moments(start), "end": moments(end)}
    if "when" not in cells and "end" not in cells:
        columns["when"] = pd.Series([b and b[3] for b in begins], dtype="string")
    if "granularity" not in cells:
        columns["granularity"] = pd.Series([b and b[2] for b in begins], dtype="string")
    return columns
