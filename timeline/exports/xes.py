"""XES (IEEE 1849-2016): a trace a document, for pm4py, ProM and Disco."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pandas as pd

from timeline.documents.encodings import whole
from timeline.errors import BadTable
from timeline.exports import cells, files
from timeline.exports.json import from_rows
from timeline.exports.loss import keep

LOSSES = (
    "events without a start, before year 1 or after year 9999, unless `undated` is asked for",
    "`time:timestamp` is the start; granularity and bounds are attributes that no miner reads",
    "lists and dicts of your own come back as JSON text",
    "characters that XML 1.0 forbids, and lone surrogates, become U+FFFD",
    "infinite numbers become missing; the index",
)

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<classifier name="Activity" keys="concept:name"/>
"""
_PLACE, _COLUMNS = "timeline:row", "timeline:columns"
_DATED = re.compile(r"(?!0000)\d{4}-")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)\Z")


def to_xes(
    table: pd.DataFrame,
    path: str | Path | None = None,
    *,
    case: str = "document",
    activity: str = "event",
    undated: bool = False,
) -> str | None:
    """An event table as an XES log: the text, or None where a path is given.

    >>> mine = pd.DataFrame({"start": ["2022-09-04"], "event": ["Izyum retaken"]})
    >>> '<date key="time:timestamp" value="2022-09-04T00:00:00+00:00"/>' in to_xes(mine)
    True

    `case` names the column that makes a trace (missing values are one trace), `activity` the one
    that becomes `concept:name`: give a column of types, so that there is something to mine.
    Events stand in the order of the table. Every column is an attribute with its type. Events
    whose start XES cannot hold are left out with a `Loss` warning, as pm4py refuses logs with
    events that lack a timestamp; `undated` keeps them.
    """
    table = cells.prepare(table)
    cells.demand(table, case, activity)
    if not undated:
        table = keep(
            table, cells.christian(table["start"]), "XES needs a start in the years 1 to 9999"
        )
    traces: dict[str, list[str]] = {}
    for place, row in enumerate(cells.rows(table)):
        name = str(row[case]) if row[case] is not None else ""
        traces.setdefault(name, []).append(_event(row, place, activity))
    parts = [_HEAD, _attribute(_COLUMNS, [whole(str(name)) for name in table]), "\n"]
    for name, events in traces.items():
        parts += ["<trace>\n", _attribute("concept:name", name or "timeline"), "\n"]
        parts += [*events, "</trace>\n"]
    text = "".join([*parts, "</log>\n"])
    if path is None:
        return text
    files.save(text, path)
    return None


def _event(row: cells.Row, place: int, activity: str) -> str:
    told = [_attribute("concept:name", str(row[activity] if row[activity] is not None else ""))]
    start = row["start"]
    if start is not None and _DATED.match(start):
        told.append(f'<date key="time:timestamp" value="{start}+00:00"/>')
    told += [_attribute(name, value) for name, value in row.items() if value is not None]
    told.append(_attribute(_PLACE, place))
    return "<event>" + "".join(told) + "</event>\n"


def _attribute(key: str, value: Any) -> str:
    if isinstance(value, bool):
        kind, text = "boolean", "true" if value else "false"
    elif isinstance(value, int):
        kind, text = "int", str(value)
    elif isinstance(value, float):
        kind, text = "float", repr(value)
    else:
        kind, text = "string", value if isinstance(value, str) else files.to_json(value)
    return f"<{kind} key={_quoted(key)} value={_quoted(text)}/>"


def _quoted(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text), _SPACE)


def from_xes(source: str | Path | bytes) -> pd.DataFrame:
    """The table that an XES log tells, ours or anybody's; contents or a path.

    >>> mine = pd.DataFrame({"start": ["1914-07-28"], "event": ["War"], "armies": [2]})
    >>> from_xes(to_xes(mine))[["event", "armies"]].values.tolist()
    [['War', 2]]

    Of logs that others wrote, `concept:name` becomes `event`, `time:timestamp` the start (with
    the clock it shows), the trace's name the document; attributes that the table has the name of
    for something else get a "_" at its end. Raises `BadTable`.
    """
    data = files.load(source)
    if b"<!ENTITY" in data:
        raise BadTable("the log declares entities, which no XES log needs")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise BadTable(f"no XES log: {error}") from error
    if _local(root) != "log":
        raise BadTable(f"the root is <{_local(root)}>; an XES log has <log>")
    found = list(_rows(root))
    names = _values(root).get(_COLUMNS)
    if names is None:
        return from_rows(_foreign(row) for row in found)
    found.sort(key=lambda row: int(row[_PLACE]))
    return from_rows([{name: row.get(name) for name in json.loads(names)} for row in found])


def _rows(root: ElementTree.Element) -> Iterator[cells.Row]:
    for trace in root:
        if _local(trace) == "trace":
            name = _values(trace).get("concept:name")
            for event in trace:
                if _local(event) == "event":
                    yield {"trace": name} | _values(event)


def _values(element: ElementTree.Element) -> cells.Row:
    values: cells.Row = {}
    for child in element:
        key, text = child.get("key"), child.get("value")
        if key is None or text is None:
            continue
        kind = _local(child)
        try:
            values[key] = _READERS.get(kind, str)(text)
        except ValueError as error:
            raise BadTable(f"attribute {key!r}: {text!r} is no {kind}") from error
    return values


def _truth(text: str) -> bool:
    return text.strip().lower() in ("true", "1")


_READERS: dict[str, Any] = {"int": int, "float": float, "boolean": _truth}


def _foreign(row: cells.Row) -> cells.Row:
    told = {"event": row.pop("concept:name", ""), "document": row.pop("trace")}
    moment = row.pop("time:timestamp", None)
    if moment is not None:
        told["start"] = _ZONE.sub("", moment).split(".")[0]
    return {"start": None} | told | cells.aside(row)


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
