"""Records as TimeML documents."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from timeline.errors import TimelineError
from timeline.exports.loss import warn
from timeline.exports.timeml.names import (
    CLASS_OF_KIND,
    CLASSES,
    INSTANCE_ATTRIBUTES,
    MODS,
    REFERENCES,
    RELATION_TO_PUBLISHED,
    RELATIONS,
    TIMEX_ATTRIBUTES,
    TYPES,
    Record,
)

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z", re.ASCII)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n\n'
)


def write(record: Mapping[str, Any]) -> str:
    """One record as a TimeML document.

    >>> from timeline.exports.timeml import read, write
    >>> xml = write({"id": "a", "dct": "2023-03-06", "text": "It fell in May.",
    ...              "timex": [{"start": 11, "end": 14, "type": "DATE", "value": "2022-05"}],
    ...              "events": [{"start": 3, "end": 7, "to_published": "before"}]})
    >>> print(xml.split("<TEXT>")[1].split(" in ")[1].split("</TEXT>")[0])
    <TIMEX3 tid="t1" type="DATE" value="2022-05">May</TIMEX3>.
    >>> read(xml)["tlinks"]
    [{'from': 'e1', 'from_eiid': 'ei1', 'to': 't0', 'rel': 'BEFORE'}]

    Times need `start`, `end`, `type` and `value` (`None` is written as an empty value); events
    `start` and `end`, and may have `class` or `kind`, `tense`, `aspect`, `polarity`, `pos`.
    Events with the same offsets are instances of one.
    `tlinks` are dicts of `from`, `to` (ids; `t0` is the publication) and `rel`; where a record
    has none, every event known to be before or after publication is linked to `t0`.

    Raises `TimelineError` for offsets outside the text and for names TimeML does not have.
    """
    text = str(record["text"])
    times, events = _numbered(record)
    known = {time["id"] for time in times} | ({"t0"} if record.get("dct") else set())
    spans = _disjoint(record, times, [event for event in events if event["eid"] == event["id"]])
    kept = {event["id"] for kind, event in spans if kind == "EVENT"}
    parts = [_HEAD, f"<DOCID>{_clean(str(record.get('id', '')))}</DOCID>\n\n"]
    if record.get("dct"):
        parts.append(_publication(str(record["dct"])))
    if record.get("title"):
        parts.append(f"<TITLE>{_clean(str(record['title']))}</TITLE>\n\n")
    parts.append("<TEXT>")
    at = 0
    for kind, item in spans:
        words = _clean(text[item["start"] : item["end"]])
        head = _timex_tag(item, known) if kind == "TIMEX3" else _event_tag(item)
        parts += [_clean(text[at : item["start"]]), f"<{head}>{words}</{kind}>"]
        at = item["end"]
    parts += [_clean(text[at:]), "</TEXT>\n\n"]
    parts += [f"<{_timex_tag(time, known)}/>\n" for time in times if time.get("start") is None]
    shown = [event for event in events if event["eid"] in kept]
    parts += [line for event in shown for line in _instances(event)]
    parts += _links(record, shown, known)
    return "".join([*parts, "\n</TimeML>\n"])


def _numbered(record: Mapping[str, Any]) -> tuple[list[Record], list[Record]]:
    """The times and events of a record, each with an id that is one of a kind in the document."""
    times = [dict(time) for time in [*record.get("timex", ()), *record.get("implicit", ())]]
    events = [dict(event) for event in record.get("events", ())]
    taken = {"t0"}
    for letter, items in (("t", times), ("e", events)):
        for item in items:
            name = str(item.get("id") or "")
            item["id"] = name if _NAME.match(name) and name not in taken else ""
            taken.add(item["id"])
        number = 0
        for item in items:
            while not item["id"]:
                number += 1
                if f"{letter}{number}" not in taken:
                    item["id"] = f"{letter}{number}"
    first: dict[tuple[int, int], str] = {}
    for event in events:
        # What is told of several times is one EVENT with several instances.
        event["eid"] = first.setdefault((event["start"], event["end"]), event["id"])
        eiids = [name for name in event.get("eiids", ()) if name not in taken]
        event["eiids"] = eiids or [f"ei{event['id'].removeprefix('e')}"]
        taken.update(event["eiids"])
    return times, events


def _disjoint(
    record: Mapping[str, Any], times: list[Record], events: list[Record]
) -> list[tuple[str, Record]]:
    """Tags in the order of the text; of two that overlap the time stays, else the earlier one."""
    length = len(record["text"])
    starts: list[int] = []
    ends: list[int] = []
    kept: list[tuple[str, Record]] = []
    dropped: list[str] = []
    placed = [("TIMEX3", time) for time in times if time.get("start") is not None]
    for kind, item in (*placed, *(("EVENT", event) for event in events)):
        start, end = item["start"], item["end"]
        if not 0 <= start < end <= length:
            raise TimelineError(
                f"document {record.get('id')!r}: {kind} {item['id']} has the offsets "
                f"{start}-{end}, but the text has {length} characters"
            )
        at = bisect_left(starts, end)
        if at and ends[at - 1] > start:
            dropped.append(f"{kind} {item['id']} at {start}-{end}")
            continue
        starts.insert(at, start)
        ends.insert(at, end)
        kept.append((kind, item))
    if dropped:
        warn(f"TimeML cannot nest tags; left out of {record.get('id')!r}: {', '.join(dropped)}")
    return sorted(kept, key=lambda tag: int(tag[1]["start"]))


def _publication(dct: str) -> str:
    kind = "TIME" if "T" in dct else "DATE"
    value = quoteattr(_legal(dct))
    return (
        f'<DCT><TIMEX3 tid="t0" type="{kind}" value={value} temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{_clean(dct)}</TIMEX3></DCT>\n\n'
    )


def _timex_tag(time: Record, known: set[str]) -> str:
    _demand(time.get("type"), TYPES, f"time {time['id']}: type")
    if time.get("mod"):
        _demand(time["mod"], MODS, f"time {time['id']}: mod")
    pairs = [("tid", time["id"]), ("type", time["type"]), ("value", time.get("value") or "")]
    for key, name in TIMEX_ATTRIBUTES.items():
        value = time.get(key)
        if value and (key not in REFERENCES or value in known):
            pairs.append((name, value))
    return "TIMEX3" + _attributes(pairs)


def _event_tag(event: Record) -> str:
    if event.get("class"):
        _demand(event["class"], CLASSES, f"event {event['id']}: class")
    name = event.get("class") or CLASS_OF_KIND.get(event.get("kind") or "", "OCCURRENCE")
    return "EVENT" + _attributes([("eid", event["id"]), ("class", name)])


def _instances(event: Record) -> Iterator[str]:
    values = dict(INSTANCE_ATTRIBUTES)
    if event.get("status") == "negated":
        values["polarity"] = "NEG"
    values |= {key: event[key] for key in values if event.get(key)}
    for eiid in event["eiids"]:
        pairs = [("eventID", event["eid"]), ("eiid", eiid)]
        pairs += [(key, value) for key, value in values.items() if value]
        yield f"<MAKEINSTANCE{_attributes(pairs)}/>\n"


def _links(record: Mapping[str, Any], events: list[Record], known: set[str]) -> Iterator[str]:
    """TLINKs between ids that stand in the document."""
    instances = {event["id"]: event["eiids"] for event in events}
    links = record.get("tlinks")
    if links is None:
        links = [
            {"from": event["id"], "to": "t0", "rel": RELATION_TO_PUBLISHED[side]}
            for event in events
            if (side := event.get("to_published")) in RELATION_TO_PUBLISHED and "t0" in known
        ]
    number = 0
    for link in links:
        rel = str(link["rel"]).upper()
        _demand(rel, RELATIONS, f"link from {link['from']} to {link['to']}: rel")
        ends = [_link_end(link, side, instances, known) for side in ("from", "to")]
        if all(ends):
            number += 1
            yield f'<TLINK lid="l{number}" relType="{rel}"{"".join(ends)}/>\n'


def _link_end(
    link: Mapping[str, Any], side: str, instances: Mapping[str, list[str]], known: set[str]
) -> str:
    """The attribute for one end of a link, empty where its event or time was left out."""
    names = ("eventInstanceID", "timeID")
    if side == "to":
        names = ("relatedToEventInstance", "relatedToTime")
    target = link[side]
    if target in known:
        return _attributes([(names[1], target)])
    eiids = instances.get(target)
    if not eiids:
        return ""
    eiid = link.get(f"{side}_eiid")
    return _attributes([(names[0], eiid if eiid in eiids else eiids[0])])


def _demand(value: object, allowed: frozenset[str], where: str) -> None:
    if value not in allowed:
        raise TimelineError(f"{where} is {value!r}; TimeML has {', '.join(sorted(allowed))}")


def _attributes(pairs: Iterable[tuple[str, object]]) -> str:
    return "".join(f" {name}={quoteattr(_legal(str(value)))}" for name, value in pairs)


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _clean(text: str) -> str:
    return escape(_legal(text), {"\r": "&#13;"})
