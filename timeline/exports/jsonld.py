"""JSON-LD: schema.org Events, for web pages and search engines."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.errors import BadTable, TimelineError
from timeline.exports import cells, files
from timeline.exports.json import from_rows
from timeline.spans import Granularity, floor
from timeline.spans.edtf import moment, zone_told, zoned

LOSSES = (
    "open and approximate ends: schema.org has dates only, in whole units (endDate is the last)",
    "the columns stand in `row`, a JSON literal that search engines pass over",
    "infinite numbers become missing, lone surrogates U+FFFD",
)
_CONTEXT: list[Any] = [
    "https://schema.org",
    {"row": {"@id": "tag:timeline-reader,2026:row", "@type": "@json"}},
]
_ADDRESS = re.compile(r"https?://[^\s\"<>]+\Z")
_WORDED = {"month": "month", "year": "year"} | dict.fromkeys(("decade", "century"), "year")
_WORDED |= dict.fromkeys(("season", "quarter", "half_year"), "month")


def to_jsonld(table: pd.DataFrame, path: str | Path | None = None) -> str | None:
    """An event table as JSON-LD: the text, or None where a path is given.

    >>> mine = pd.DataFrame({"when": ["2011/2015"], "event": ["War"]})
    >>> event = json.loads(to_jsonld(mine))["@graph"][0]
    >>> event["startDate"], event["endDate"]
    ('2011', '2015')

    Dates are as fine as the table knows them. The text may stand as it is in a script element of
    type application/ld+json. Undated events have no dates.
    """
    items = [files.to_script(_event(row)) for row in cells.rows(cells.prepare(table))]
    context = files.to_script(_CONTEXT)
    text = f'{{"@context": {context}, "@graph": [\n' + ",\n".join(items) + "\n]}\n"
    if path is None:
        return text
    files.save(text, path)
    return None


def _event(row: cells.Row) -> dict[str, Any]:
    event: dict[str, Any] = {"@type": "Event", "name": row["event"] or ""}
    if row["sentence"]:
        event["description"] = row["sentence"]
    event |= _dates(row)
    if row["place"]:
        event["location"] = {"@type": "Place", "name": row["place"]}
    if row["participants"]:
        names = str(row["participants"]).split("; ")
        event["about"] = [{"@type": "Thing", "name": name} for name in names]
    if row["status"] == "planned":
        event["eventStatus"] = "https://schema.org/EventScheduled"
    if row["source"]:
        key = "url" if _ADDRESS.match(row["source"]) else "name"
        event["subjectOf"] = {"@type": "CreativeWork", key: row["source"]}
        if row["published"]:
            event["subjectOf"]["datePublished"] = row["published"].split("T")[0]
    return event | {"row": cells.compact(row)}


def _dates(row: cells.Row) -> dict[str, str]:
    start, end = (_instant(row[name]) for name in ("start", "end"))
    told = {}
    if start is not None:
        told["startDate"] = moment(start, _grain(row, start))
    if end is not None and not row["ongoing"] and start != end:
        told["endDate"] = _last(row, end)
    zone = zone_told(row["when"] or "")
    return {name: zoned(text, zone) for name, text in told.items()}


def _instant(text: str | None) -> int | None:
    return None if text is None else int(np.datetime64(text, "s").astype(np.int64))


def _grain(row: cells.Row, instant: int) -> Granularity:
    """The finest of the units that ISO 8601 has words for and the row is known to."""
    grain = Granularity(_WORDED.get(row["granularity"] or "", "day"))
    if floor(grain, instant) == instant:
        return grain
    return Granularity.DAY if instant % 86_400 == 0 else Granularity.SECOND


def _last(row: cells.Row, end: int) -> str:
    """The last unit before a half-open end; a clock time is its own end."""
    grain = _grain(row, end)
    return (
        moment(end, grain) if grain is Granularity.SECOND else moment(floor(grain, end - 1), grain)
    )


def from_jsonld(source: str | Path | bytes) -> pd.DataFrame:
    """The table that the schema.org Events of a JSON-LD text tell; contents or a path.

    >>> mine = pd.DataFrame({"start": ["1914-07-28"], "event": ["War"], "armies": [2]})
    >>> from_jsonld(to_jsonld(mine))[["event", "armies"]].values.tolist()
    [['War', 2]]

    Takes one object, an array or a `@graph`, of any type of Event with a `startDate`. Raises
    `BadTable` for anything else.
    """
    text = files.load_text(source)
    try:
        items = json.loads(text)
        if isinstance(items, dict):
            items = items.get("@graph", [items])
        events = [item for item in items if "row" in item or "startDate" in item]
        if all("row" in item for item in events):
            return from_rows([item["row"] for item in events])
        return from_rows([_foreign(item) for item in events])
    except TimelineError as error:
        raise BadTable(f"the JSON-LD holds a date that cannot be read: {error}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadTable(f"no JSON-LD with schema.org events: {error!r}") from error


def _foreign(item: dict[str, Any]) -> cells.Row:
    row = cells.between(str(item["startDate"]), item.get("endDate"))
    place = item.get("location")
    row["event"], row["sentence"] = str(item.get("name", "")), item.get("description")
    row["place"] = place.get("name") if isinstance(place, dict) else place
    return row | {"source": item.get("url")}
