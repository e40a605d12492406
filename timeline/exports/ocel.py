"""OCEL 2.0 (object-centric event logs) as JSON, for pm4py and OCPQ."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from timeline.errors import BadTable
from timeline.exports import cells, files
from timeline.exports.json import from_rows
from timeline.exports.loss import keep

LOSSES = (
    "events without a start, and outside the years 1 to 9999: OCEL gives every event a time",
    "lists and dicts of your own come back as JSON text",
    "infinite numbers become missing; the index, and lone surrogates (U+FFFD)",
)

#: The columns whose values are objects, and the name of their type.
OBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "participants": "participant",
        "place": "place",
        "document": "document",
        "source": "source",
    }
)
_NAMES = {bool: "boolean", int: "integer", float: "float"}
_FALLBACK = "event"


def to_ocel(
    table: pd.DataFrame,
    path: str | Path | None = None,
    *,
    activity: str = "kind",
    objects: Mapping[str, str] = OBJECTS,
) -> str | None:
    """An event table as an OCEL 2.0 JSON log: the text, or None where a path is given.

    >>> mine = pd.DataFrame({"start": ["2022-09-04"], "event": ["Talks"], "participants": "A; B"})
    >>> [thing["id"] for thing in json.loads(to_ocel(mine))["objects"]]
    ['participant:A', 'participant:B']

    `activity` names the column of event types, `objects` the columns whose values are objects
    and the type they get; several participants in a cell are parted by "; ". Every column is an
    attribute with its type. Raises `BadTable` for a column that is not there.
    """
    table = cells.prepare(table)
    cells.demand(table, activity, *objects)
    dated = cells.christian(table["start"])
    table = keep(table, dated, "OCEL needs a start in the years 1 to 9999")
    things: dict[tuple[str, str], None] = {}
    attributes: dict[str, dict[str, str | None]] = {}
    events = []
    for number, row in enumerate(cells.rows(table), start=1):
        # pm4py passes over events that no object takes part in.
        links = list(_links(row, objects)) or [("document", "timeline")]
        things.update(dict.fromkeys(links))
        name = str(row[activity]) if row[activity] is not None else _FALLBACK
        values = {key: _value(value) for key, value in row.items() if value is not None}
        _learn(attributes.setdefault(name, dict.fromkeys(row)), values)
        event: cells.Row = {"id": f"e{number}", "type": name, "time": f"{row['start']}Z"}
        event |= {"attributes": [{"name": k, "value": v} for k, v in values.items()]}
        named = [{"objectId": f"{kind}:{what}", "qualifier": kind} for kind, what in links]
        events.append(files.to_json(event | {"relationships": named}))
    text = _log(events, attributes, things)
    if path is None:
        return text
    files.save(text, path)
    return None


def _links(row: cells.Row, objects: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for column, kind in objects.items():
        value = row[column]
        for name in str(value).split("; ") if value is not None else ():
            if name:
                yield kind, name


def _value(value: Any) -> Any:
    return files.to_json(value) if isinstance(value, list | dict) else value


def _learn(known: dict[str, str | None], values: cells.Row) -> None:
    """Note the type of each attribute; one that is not always the same is a string."""
    for name, value in values.items():
        kind = _NAMES.get(type(value), "string")
        known[name] = kind if known[name] in (None, kind) else "string"


def _log(
    events: list[str],
    attributes: dict[str, dict[str, str | None]],
    things: Iterable[tuple[str, str]],
) -> str:
    listed = list(things)
    head = {
        "objectTypes": [{"name": k, "attributes": []} for k in dict.fromkeys(k for k, _ in listed)],
        "eventTypes": [
            {
                "name": name,
                "attributes": [{"name": k, "type": t or "string"} for k, t in types.items()],
            }
            for name, types in attributes.items()
        ],
        "objects": [
            {"id": f"{kind}:{name}", "type": kind, "attributes": [], "relationships": []}
            for kind, name in listed
        ],
    }
    return f'{files.to_json(head)[:-1]}, "events": [\n' + ",\n".join(events) + "\n]}\n"


def from_ocel(source: str | Path | bytes) -> pd.DataFrame:
    """The table that OCEL 2.0 JSON tells, ours or anybody's; contents or a path.

    >>> mine = pd.DataFrame({"start": ["1914-07-28"], "event": ["War"], "armies": [2]})
    >>> from_ocel(to_ocel(mine))[["event", "armies"]].values.tolist()
    [['War', 2]]

    Of logs that others wrote, the type becomes `event`, the time `start`, each type of object a
    column of its own with the ids parted by "; ", and names that the table has for something
    else get a "_" at their end. Raises `BadTable`.
    """
    text = files.load_text(source)
    try:
        log = json.loads(text)
        kinds = {thing["id"]: thing["type"] for thing in log["objects"]}
        names = {
            kind["name"]: [item["name"] for item in kind["attributes"]]
            for kind in log["eventTypes"]
        }
        found = [_read(event, kinds, names) for event in log["events"]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadTable(
            f"no OCEL 2.0 JSON with `eventTypes`, `objects` and `events`: {error!r}"
        ) from error
    return from_rows(found)


def _read(
    event: dict[str, Any], kinds: Mapping[str, str], names: Mapping[str, list[str]]
) -> cells.Row:
    row = {item["name"]: item["value"] for item in event.get("attributes", ())}
    if "event" in row and "start" in row:
        return dict.fromkeys(names.get(event["type"], ())) | row
    start = event["time"].removesuffix("Z").split("+")[0].split(".")[0]
    row = {"start": start, "event": event["type"]} | cells.aside(row)
    for link in event.get("relationships", ()):
        kind = cells.own_name(kinds.get(link["objectId"], "object"))
        row[kind] = f"{row[kind]}; {link['objectId']}" if kind in row else link["objectId"]
    return row
