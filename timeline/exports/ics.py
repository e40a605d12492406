"""iCalendar (RFC 5545): an appointment an event, for every calendar program."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
import pandas as pd

from timeline.errors import BadTable
from timeline.exports import cells, files
from timeline.exports.json import from_rows
from timeline.exports.loss import keep
from timeline.exports.words import words
from timeline.late import Late
from timeline.spans.edtf import zone_told, zoned

icalendar = Late("icalendar", extra="ical", what="an iCalendar file")

LOSSES = (
    "events without a start, before year 1 or after year 9999",
    "open and approximate ends: an ongoing event stands at its start, the rest is in the words",
    "the columns stand in X-TIMELINE-ROW, which calendars pass over and only `from_ics` reads",
    "infinite numbers become missing, lone surrogates and control characters U+FFFD",
)

_EARLIEST, _LATEST = np.datetime64("0001-01-01", "s"), np.datetime64("9999-12-31T23:59:59", "s")
_LAST_DAY = np.datetime64("9999-12-31", "s")
_ROW = "X-TIMELINE-ROW"
_STATUS = {"planned": "TENTATIVE", "hypothetical": "TENTATIVE", "negated": "CANCELLED"}
_SAID = {"TENTATIVE": "planned", "CANCELLED": "negated", "CONFIRMED": "asserted"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
# What TEXT would escape; hidden, so that no reader's idea of escaping can change the row.
_HIDDEN = {mark: f"%{ord(mark):02X}" for mark in "%\\,;"}
_END = b"END:VCALENDAR\r\n"
# Octets of a piece of a line, the space in front of it not counted.
_LONGEST = 74
_ADDRESS = re.compile(r"https?://[^\s\"<>]+\Z")


def to_ics(
    table: pd.DataFrame, path: str | Path | None = None, *, title: str | None = None
) -> bytes | None:
    """An event table as an iCalendar file: its bytes, or None where a path is given.

    >>> mine = pd.DataFrame({"when": ["2022-09"], "event": ["Izyum retaken"]})
    >>> [line for line in to_ics(mine).decode().splitlines() if line.startswith("DT")][:2]
    ['DTSTART;VALUE=DATE:20220901', 'DTEND;VALUE=DATE:20221001']

    Whole days become all-day appointments, DTEND the first day after, as RFC 5545 has it; clock
    times are "floating", the same on the wall everywhere, unless `when` tells their zone, which
    puts them in UTC. Appointments are transparent (nobody
    is busy), planned events TENTATIVE, negated ones CANCELLED. UIDs are the same for the same
    row, so that importing again does not double it. Nothing reads the clock: DTSTAMP is the
    publication date. Raises `MissingExtra` without icalendar; warns with `Loss` of rows that
    iCalendar has no years for.
    """
    table = cells.prepare(table)
    table = keep(table, table["start"].notna(), "iCalendar needs a start")
    dated = cells.christian(table["start"])
    table = keep(table, dated, "iCalendar has the years 1 to 9999 only")
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//timeline//timeline-reader//EN")
    calendar.add("version", "2.0")
    if title:
        calendar.add("x-wr-calname", _text(title))
    shown = words(table)
    starts, ends = _moments(table["start"]), _moments(table["end"])
    taken: dict[str, int] = {}
    events: list[bytes] = []
    for number, row in enumerate(cells.rows(table)):
        ended = None if row["ongoing"] else ends[number]
        event = _event(row, starts[number], ended, shown[number])
        event.add("uid", _uid(row, taken))
        events.append(_written(event))
    # Each event is written at once: a hundred thousand of the library's at a time are slow to hold.
    data = _written(calendar).removesuffix(_END) + b"".join(events) + _END
    if path is None:
        return data
    files.save(data, path)
    return None


def _written(component: Any) -> bytes:
    return b"".join(_folded(line) for line in component.content_lines() if line)


def _folded(line: str) -> bytes:
    """A line cut as RFC 5545, 3.1, has it, no escape torn apart, just as icalendar would cut it.

    It looks at each character for itself; with lines as long as ours that is half of all the time.
    """
    data, pieces, first = line.encode(), [], 0
    while len(data) - first > _LONGEST:
        end = first + _LONGEST
        while data[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        if data[end - 1] in b"\\^" and end - first > 1:
            end -= 1
        pieces.append(data[first:end])
        first = end
    pieces.append(data[first:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _moments(times: pd.Series) -> list[datetime | None]:
    """Python datetimes; a moment after the last day of year 9999 becomes that day."""
    values = np.minimum(times.to_numpy().astype("datetime64[s]"), _LAST_DAY)
    values = np.where(times.to_numpy() <= _LATEST, times.to_numpy(), values)
    found: list[datetime | None] = values.astype("datetime64[s]").tolist()
    return found


def _event(row: cells.Row, start: datetime | None, end: datetime | None, shown: str) -> Any:
    assert start is not None
    event = icalendar.Event()
    event.add("summary", _text(row["event"] or ""))
    told = [row["sentence"], shown, row["why"]]
    event.add("description", _text("\n".join(part for part in told if part)))
    if row["place"]:
        event.add("location", _text(row["place"]))
    if row["source"] and _ADDRESS.match(row["source"]):
        event.add("url", row["source"])
    if row["kind"]:
        event.add("categories", [_text(row["kind"])])
    if row["status"]:
        event.add("status", _STATUS.get(row["status"], "CONFIRMED"))
    midnight = start.time() == datetime.min.time()
    whole_days = midnight and (end is None or end.time() == datetime.min.time())
    whole_days = whole_days and row["end"] != row["start"]
    zone = zone_told(row["when"] or "")
    event.add("dtstart", start.date() if whole_days else _placed(start, zone))
    if end is not None and end > start:
        event.add("dtend", end.date() if whole_days else _placed(end, zone))
    event.add("dtstamp", _stamp(row["published"]))
    event.add("transp", "TRANSPARENT")
    hidden = files.to_json(cells.compact(row))
    for mark, instead in _HIDDEN.items():
        hidden = hidden.replace(mark, instead)
    event.add(_ROW, hidden)
    return event


def _placed(moment: datetime, zone: int | None) -> datetime:
    """A moment in UTC where its clock has a zone, else as every clock shows it."""
    if zone is None:
        return moment
    return (moment - timedelta(minutes=zone)).replace(tzinfo=UTC)


def _stamp(published: str | None) -> datetime:
    known = None if published is None else np.datetime64(published, "s")
    if known is None or not _EARLIEST <= known <= _LATEST:
        return datetime(1970, 1, 1, tzinfo=UTC)
    moment: datetime = known.item()
    return moment.replace(tzinfo=UTC)


def _text(text: str) -> str:
    return _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _uid(row: cells.Row, taken: dict[str, int]) -> str:
    """A name for the row from what it says and where; twins are numbered."""
    told = [row[name] for name in ("document", "sentence_start", "trigger_start", "event", "start")]
    digest = hashlib.sha256(files.to_json(told).encode()).hexdigest()[:20]
    taken[digest] = taken.get(digest, 0) + 1
    return f"{digest}-{taken[digest]}@timeline"


def from_ics(source: str | Path | bytes) -> pd.DataFrame:
    """The table that an iCalendar file tells, ours or anybody's; contents or a path.

    >>> mine = pd.DataFrame({"start": ["1914-07-28"], "event": ["War"], "front": ["east"]})
    >>> from_ics(to_ics(mine))[["event", "front"]].values.tolist()
    [['War', 'east']]

    Of calendars that others wrote, an all-day appointment without an end is its day, and zoned
    times keep their clock and, in `when`, its zone. Repetitions are not unfolded. Raises
    `BadTable`.
    """
    data = files.load(source)
    try:
        calendar = icalendar.Calendar.from_ical(data)
    except ValueError as error:
        raise BadTable(f"no iCalendar file that can be read: {error}") from error
    events = calendar.walk("VEVENT")
    if events and all(_ROW in event for event in events):
        return from_rows(_own(events))
    return from_rows(_foreign(event, number) for number, event in enumerate(events, start=1))


def _own(events: Iterable[Any]) -> list[cells.Row]:
    try:
        return [json.loads(unquote(str(event[_ROW]))) for event in events]
    except ValueError as error:
        raise BadTable(f"an {_ROW} of the calendar is damaged: {error}") from error


def _foreign(event: Any, number: int) -> cells.Row:
    if "DTSTART" not in event:
        raise BadTable(f"event {number} of the calendar has no DTSTART")
    start = event.decoded("DTSTART")
    if "DTEND" in event:
        end = event.decoded("DTEND")
    elif "DURATION" in event:
        end = start + event.decoded("DURATION")
    else:
        end = start if isinstance(start, datetime) else start + timedelta(days=1)
    ahead = start.utcoffset() if isinstance(start, datetime) else None
    if ahead is not None and end.tzinfo is not None:
        end = end.astimezone(start.tzinfo)  # of a flight, on the clock of its start
    row: cells.Row = {"start": _iso(start), "end": _iso(end)}
    if ahead is not None:
        zone = ahead // timedelta(minutes=1)
        row["when"] = cells.between(*(zoned(row[name], zone) for name in ("start", "end")))["when"]
    row["event"] = str(event.get("SUMMARY", ""))
    row["granularity"] = None if isinstance(start, datetime) else "day"
    for name, key in (("sentence", "DESCRIPTION"), ("place", "LOCATION"), ("source", "URL")):
        row[name] = str(event[key]) if key in event else None
    row["status"] = _SAID.get(str(event.get("STATUS", "")))
    row["uid"] = str(event["UID"]) if "UID" in event else None
    return row


def _iso(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None).isoformat(timespec="seconds")
    return moment.isoformat()
