"""JSON and JSON Lines: an object a row, every column by its name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.errors import BadTable
from timeline.exports import cells, files

LOSSES = (
    "infinite numbers become missing",
    "times, sets and other objects in your own columns become text; tuples become lists",
    "categories become their values; the index, and lone surrogates (U+FFFD)",
    "text of your own that is an ISO 8601 moment in every row comes back as moments",
)


def to_jsonl(table: pd.DataFrame, path: str | Path | None = None) -> str | None:
    """An event table as JSON Lines: the text, or None where a path is given.

    >>> import pandas as pd
    >>> mine = pd.DataFrame({"start": ["2022-09-04"], "event": ["Izyum retaken"]})
    >>> to_jsonl(mine)[:52]
    '{"order": 1, "start": "2022-09-04T00:00:00", "end": '
    """
    return _given("".join(files.to_json(row) + "\n" for row in _rows(table)), path)


def to_json(table: pd.DataFrame, path: str | Path | None = None) -> str | None:
    """An event table as one JSON array of objects, a line each.

    >>> to_json(pd.DataFrame({"start": ["1914-07-28"], "event": ["War"]})).splitlines()[1][:12]
    '{"order": 1,'
    """
    lines = ",\n".join(files.to_json(row) for row in _rows(table))
    return _given(f"[\n{lines}\n]\n", path)


def _rows(table: pd.DataFrame) -> list[cells.Row]:
    return cells.rows(cells.prepare(table))


def _given(text: str, path: str | Path | None) -> str | None:
    if path is None:
        return text
    files.save(text, path)
    return None


def from_jsonl(source: str | Path | bytes) -> pd.DataFrame:
    """The table that JSON Lines hold: contents (bytes, or text with line breaks), or a path.

    >>> from_jsonl('{"start": "2022-09-04", "event": "Izyum retaken"}\\n')["event"].tolist()
    ['Izyum retaken']

    Raises `BadTable` with the number of a line that is no JSON object.
    """
    # Not splitlines(): JSON text may hold other characters that it takes for line ends.
    lines = files.load_text(source).split("\n")
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found.append(_object(_parse(line, f"line {number}"), f"line {number}"))
    return from_rows(found)


def from_json(source: str | Path | bytes) -> pd.DataFrame:
    """The table that a JSON array of objects holds: contents as `from_jsonl` takes them, or a path.

    >>> from_json(b'[{"start": "1914-07-28", "event": "War"}]')["event"].tolist()
    ['War']

    Raises `BadTable` for anything else.
    """
    found = _parse(files.load_text(source), "the file")
    if not isinstance(found, list):
        raise BadTable(f"the JSON holds a {type(found).__name__}, not an array of rows")
    return from_rows([_object(row, f"row {number}") for number, row in enumerate(found, start=1)])


def _parse(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadTable(f"{where} is no JSON: {error}") from error


def _object(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadTable(f"{where} holds a {type(value).__name__}; a row is an object of columns")
    return value


def from_rows(found: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """The table that plain dicts hold, a row each; keys that a row lacks are missing.

    >>> from_rows([{"start": "2022-09-04", "event": "Izyum retaken"}])["order"].tolist()
    [1]
    """
    rows = list(found)
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: [row.get(name) for row in rows] for name in names}
    return cells.restore(columns or {"start": [], "event": []})
