"""Event tables as TimeML documents, and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.errors import BadTable, TimelineError
from timeline.exports import cells, files
from timeline.exports.json import from_rows
from timeline.exports.timeml.names import Record
from timeline.exports.timeml.reading import read
from timeline.exports.timeml.values import links_of, told
from timeline.exports.timeml.writing import write
from timeline.spans.edtf import zone_told, zoned

LOSSES = (
    "all columns but the times, `trigger`, `sentence`, `expression`, `kind`, negation and those "
    "that tell the document",
    "open, approximate and inner bounds; `event` reads back as the sentence around the trigger",
    "an event whose words overlap those of a time or of another event",
    "characters that XML 1.0 forbids become U+FFFD",
)

_KINDS = {"REPORTING": "reporting", "STATE": "state", "ASPECTUAL": "aspectual"}
_KINDS |= {"I_ACTION": "intention", "I_STATE": "intention", "OCCURRENCE": "occurrence"}


def to_timeml(
    table: pd.DataFrame, path: str | Path | None = None, *, text: str | None = None
) -> str | None:
    """An event table of one document as TimeML: the XML, or None where a path is given.

    >>> mine = pd.DataFrame({"when": ["2022-09"], "event": ["Izyum was retaken"],
    ...                      "trigger": ["retaken"]})
    >>> '<EVENT eid="e1" class="OCCURRENCE">retaken</EVENT>' in to_timeml(mine)
    True

    `text` is the whole document, on which the offsets of the table stand; without it the
    sentences of the table are the text, a line each. Every trigger becomes an EVENT, every
    expression a TIMEX3 (with its preposition), and a TLINK says how they stand; a time without
    words of its own becomes an empty TIMEX3. Raises `BadTable` for more than one document.
    """
    table = cells.prepare(table)
    names = table["document"].dropna().unique()
    if len(names) > 1:
        raise BadTable(
            f"TimeML holds one document and the table has {len(names)}: write each alone"
        )
    rows = cells.rows(table)
    offsets = _Offsets(rows, text)
    published = next((row["published"] for row in rows if row["published"]), None)
    record: Record = {"id": names[0] if len(names) else "", "text": offsets.text}
    record |= {"dct": published and published.removesuffix("T00:00:00")}
    record |= {"timex": [], "implicit": [], "events": [], "tlinks": []}
    tids: dict[Any, str] = {}
    for number, row in enumerate(rows, start=1):
        start, end = offsets.trigger(number - 1, row)
        event = {"id": f"e{number}", "start": start, "end": end, "kind": row["kind"]}
        record["events"].append(event | {"status": row["status"]})
        bounds = [_instant(row[name]) for name in ("start", "end")]
        place = offsets.expression(row)
        zone = zone_told(row["when"] or "")
        for rel, name in links_of(bounds[0], bounds[1], row["granularity"], row["relation"]):
            value = zoned(name, zone)
            tid = _time(record, row, value, place, tids)
            record["tlinks"].append({"from": f"e{number}", "to": tid, "rel": rel})
            place = None
    xml = write(record)
    if path is None:
        return xml
    files.save(xml, path)
    return None


class _Offsets:
    """Where the words of rows stand in the text that is written."""

    def __init__(self, rows: list[cells.Row], text: str | None) -> None:
        self.text = text or ""
        self._starts: list[int] = []
        self._places: list[tuple[int, int, int]] = []
        self._lines: dict[int, int] = {}
        if text is not None:
            return
        seen: dict[Any, int] = {}
        lines: list[str] = []
        at = 0
        known = [row["sentence_start"] for row in rows]
        for number in sorted(range(len(rows)), key=lambda n: (known[n] is None, known[n] or 0)):
            sentence = rows[number]["sentence"] or rows[number]["event"] or "(no words)"
            key = (known[number], sentence) if known[number] is not None else number
            if key not in seen:
                seen[key] = at
                lines.append(sentence)
                if known[number] is not None:
                    self._starts.append(known[number])
                    self._places.append((known[number], known[number] + len(sentence), at))
                at += len(sentence) + 1
            self._lines[number] = seen[key]
        self.text = "\n".join(lines)

    def _moved(self, start: int, end: int) -> tuple[int, int] | None:
        if not self._lines:
            return start, end
        place = bisect_right(self._starts, start) - 1
        if place < 0:
            return None
        first, last, at = self._places[place]
        return (start - first + at, end - first + at) if end <= last else None

    def trigger(self, number: int, row: cells.Row) -> tuple[int, int]:
        """The offsets of the trigger: as told, else where its words stand, else the event."""
        start, end = row["trigger_start"], row["trigger_end"]
        found = self._moved(start, end) if start is not None and end is not None else None
        if found is not None and found[1] <= len(self.text):
            return found
        line = self._lines.get(number, 0)
        for words in (row["trigger"], row["event"]):
            at = self.text.find(words, line) if words else -1
            if at >= 0:
                return at, at + len(words)
        last = self.text.find("\n", line)
        return line, last if last > line else len(self.text)

    def expression(self, row: cells.Row) -> tuple[int, int] | None:
        start, end = row["expression_start"], row["expression_end"]
        if row["expression"] is None or start is None or end is None:
            return None
        found = self._moved(start, end)
        inside = found is not None and 0 <= found[0] < found[1] <= len(self.text)
        return found if inside else None


def _time(
    record: Record, row: cells.Row, value: str, place: tuple[int, int] | None, tids: dict[Any, str]
) -> str:
    """The id of the TIMEX3 with a value, added to the record where it is new."""
    key = (place, value) if place else value
    if key not in tids:
        tids[key] = f"t{len(tids) + 1}"
        time: Record = {"id": tids[key], "type": "TIME" if "T" in value else "DATE"}
        time |= {"value": value, "mod": "APPROX" if row["approximate"] else None}
        if place is None:
            record["implicit"].append(time)
        else:
            record["timex"].append(time | {"start": place[0], "end": place[1]})
    return tids[key]


def _instant(text: str | None) -> int | None:
    return None if text is None else int(np.datetime64(text, "s").astype(np.int64))


_SENTENCE = re.compile(r"[^\n]*")


def from_timeml(source: str | Path | bytes) -> pd.DataFrame:
    """The table that a TimeML document tells, a row an EVENT; contents or a path.

    >>> mine = pd.DataFrame({"when": ["2022-09"], "event": ["Izyum was retaken"],
    ...                      "trigger": ["retaken"]})
    >>> from_timeml(to_timeml(mine))[["when", "event", "trigger"]].values.tolist()
    [['2022-09', 'Izyum was retaken', 'retaken']]

    An event is dated by the first TLINK of a kind between it and a DATE or TIME with a place on
    the calendar. Raises `UnreadableDocument` for what is no TimeML.
    """
    record = read(files.load(source))
    times = {time["id"]: time for time in [*record["timex"], *record.get("implicit", ())]}
    links: dict[str, dict[str, Record]] = {}
    for link in record["tlinks"]:
        if link["to"] in times:
            links.setdefault(link["from"], {}).setdefault(link["rel"], times[link["to"]])
    events = record["events"]
    return from_rows(_row(record, event, links.get(event["id"], {})) for event in events)


def _row(record: Record, event: Record, times: dict[str, Record]) -> cells.Row:
    text = record["text"]
    first = text.rfind("\n", 0, event["start"]) + 1
    match = _SENTENCE.match(text, first)
    sentence = match[0] if match else ""
    row: cells.Row = {"start": None, "event": sentence.strip(), "trigger": event["text"]}
    row |= {"sentence": sentence, "sentence_start": first, "kind": _KINDS.get(event["class"])}
    row |= {"trigger_start": event["start"], "trigger_end": event["end"]}
    row["status"] = "negated" if event.get("polarity") == "NEG" else None
    row |= {"document": record["id"] or None, "published": _published(record["dct"])}
    span = told({rel: time["value"] or "" for rel, time in times.items()})
    if span is None:
        return row
    shown = next((time for time in times.values() if "start" in time), next(iter(times.values())))
    row |= cells.row_of(span) | {"approximate": shown["mod"] == "APPROX"}
    row |= {"expression": shown.get("text")}
    return row | {"expression_start": shown.get("start"), "expression_end": shown.get("end")}


def _published(dct: str | None) -> str | None:
    try:
        return cells.between(dct, None)["start"] if dct else None
    except TimelineError:
        return None
