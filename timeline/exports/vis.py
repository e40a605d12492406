"""vis-timeline: the items of a `vis.DataSet`."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.errors import BadTable
from timeline.exports import cells, files
from timeline.exports.json import from_rows
from timeline.exports.loss import keep
from timeline.exports.words import words

LOSSES = (
    "events without a start, and those outside the years -271821 to 275760 of JavaScript",
    "open and approximate ends show only in the words of the tooltip",
    "the columns stand in `row`, which vis-timeline passes over and only `from_vis` reads",
    "infinite numbers become missing, lone surrogates U+FFFD",
)
_EARLIEST = np.datetime64("-271820-01-01", "s")
_LATEST = np.datetime64("275760-01-01", "s")


def to_vis(
    table: pd.DataFrame, path: str | Path | None = None, *, group: str | None = None
) -> str | None:
    """An event table as a JSON array of vis-timeline items: the text, or None with a path.

    >>> mine = pd.DataFrame({"start": ["-0043-03-15"], "event": ["Caesar is <killed>"]})
    >>> item = json.loads(to_vis(mine))[0]
    >>> item["start"], item["content"], item["type"]
    ('-000043-03-15T00:00:00', 'Caesar is &lt;killed&gt;', 'box')

    `group` names the column whose values become groups. Items with both ends are ranges, those
    with a start only are boxes. Texts are escaped; `start` and `end` are local times, as a
    `Date` of JavaScript reads them.
    """
    table = cells.prepare(table)
    cells.demand(table, group)
    start, end = table["start"], table["end"]
    inside = (start >= _EARLIEST) & (start < _LATEST) & (end.isna() | (end < _LATEST))
    table = keep(table, inside, "vis-timeline needs a start that JavaScript's Date can hold")
    shown = words(table)
    items = []
    for number, row in enumerate(cells.rows(table)):
        item = {
            "id": number + 1,
            "content": html.escape(row["event"] or ""),
            "title": html.escape(": ".join(filter(None, (shown[number], row["sentence"])))),
            "start": _moment(row["start"]),
        }
        ranged = row["end"] is not None and row["end"] != row["start"]
        item |= {"end": _moment(row["end"]), "type": "range"} if ranged else {"type": "box"}
        if group is not None and row[group] is not None:
            item["group"] = html.escape(str(row[group]))
        items.append(files.to_script(item | {"row": cells.compact(row)}))
    text = "[\n" + ",\n".join(items) + "\n]\n"
    if path is None:
        return text
    files.save(text, path)
    return None


def _moment(text: str) -> str:
    """ECMA-262 writes years outside 0 to 9999 with a sign and six digits."""
    year, rest = text[1:].split("-", 1) if text[0] == "-" else text.split("-", 1)
    if text[0] == "-" or len(year) > 4:
        return f"{'-' if text[0] == '-' else '+'}{year:>06}-{rest}"
    return text


def from_vis(source: str | Path | bytes) -> pd.DataFrame:
    """The table that vis-timeline items tell, ours or anybody's; contents or a path.

    >>> from_vis(b'[{"id": 1, "content": "War", "start": "1914-07-28"}]')["event"].tolist()
    ['War']

    Raises `BadTable` for what is no array of items with `start`.
    """
    text = files.load_text(source)
    try:
        items = json.loads(text)
        if all("row" in item for item in items):
            return from_rows([item["row"] for item in items])
        found = [_foreign(item) for item in items]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadTable(
            f"no vis-timeline items, an array of objects with `start`: {error}"
        ) from error
    return from_rows(found)


def _foreign(item: dict[str, Any]) -> cells.Row:
    row = {"start": _read(item["start"]), "event": html.unescape(str(item.get("content", "")))}
    if item.get("end") is not None:
        row["end"] = _read(item["end"])
    return row | {name: item[name] for name in ("group", "className", "id") if name in item}


def _read(moment: Any) -> str:
    if isinstance(moment, int | float):
        return str(np.datetime64(int(moment), "ms"))
    return str(moment).removesuffix("Z").lstrip("+")
