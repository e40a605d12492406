"""TimeML 1.2.1: one annotated document as TIMEX3, EVENT, MAKEINSTANCE and TLINK.

A *record* is the plain dict that `timeline annotate` reads and writes: `id`, `dct`, `text`,
`timex`, `events` and, if there are any, `tlinks`. Offsets count characters of `text`, the end
exclusive, and survive writing and reading unchanged. The document parts (DOCID, DCT, TITLE,
TEXT) are those of TempEval-3 (UzZaman et al. 2013), whose scorers read these files; tags and
attributes are those of Saurí et al. 2006, "TimeML annotation guidelines 1.2.1".
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from timeline.errors import TimelineError, UnreadableDocument
from timeline.exports.loss import warn

Record = dict[str, Any]

LOSSES = (
    "words that overlap: TimeML cannot nest tags, so an event inside a time expression is left out",
    "characters that XML 1.0 forbids become U+FFFD, one for one",
    "the span, order, confidence, salience and basis of an event",
    "status other than negated, and to_published 'overlap'",
)

TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})
MODS = frozenset(
    [
        "BEFORE",
        "AFTER",
        "ON_OR_BEFORE",
        "ON_OR_AFTER",
        "LESS_THAN",
        "MORE_THAN",
        "EQUAL_OR_LESS",
        "EQUAL_OR_MORE",
        "START",
        "MID",
        "END",
        "APPROX",
    ]
)
CLASSES = frozenset(
    ["OCCURRENCE", "PERCEPTION", "REPORTING", "ASPECTUAL", "STATE", "I_STATE", "I_ACTION"]
)
RELATIONS = frozenset(
    [
        "BEFORE",
        "AFTER",
        "INCLUDES",
        "IS_INCLUDED",
        "DURING",
        "DURING_INV",
        "SIMULTANEOUS",
        "IAFTER",
        "IBEFORE",
        "IDENTITY",
        "BEGINS",
        "ENDS",
        "BEGUN_BY",
        "ENDED_BY",
    ]
)
_CLASS_OF_KIND = {"intention": "I_ACTION", "state": "STATE", "reporting": "REPORTING"}
_CLASS_OF_KIND |= {"aspectual": "ASPECTUAL", "occurrence": "OCCURRENCE"}
_RELATION_TO_PUBLISHED = {"before": "BEFORE", "after": "AFTER"}

_TIMEX_ATTRIBUTES = {
    "mod": "mod",
    "temporal_function": "temporalFunction",
    "function_in_document": "functionInDocument",
    "quant": "quant",
    "freq": "freq",
    "begin_point": "beginPoint",
    "end_point": "endPoint",
    "anchor_id": "anchorTimeID",
    "comment": "comment",
}
_REFERENCES = frozenset({"begin_point", "end_point", "anchor_id"})
_INSTANCE_ATTRIBUTES = {
    "tense": "NONE",
    "aspect": "NONE",
    "polarity": "POS",
    "pos": "OTHER",
    "modality": "",
    "cardinality": "",
}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Parts of a TimeML document that are no words of its text.
_APART = frozenset(
    ["DOCID", "DCT", "TITLE", "EXTRAINFO", "MAKEINSTANCE", "TLINK", "SLINK", "ALINK", "CONFIDENCE"]
)
_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z", re.ASCII)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n\n'
)


def write(record: Mapping[str, Any]) -> str:
    """One record as a TimeML document.

    >>> xml = write({"id": "a", "dct": "2023-03-06", "text": "It fell in May.",
    ...              "timex": [{"start": 11, "end": 14, "type": "DATE", "value": "2022-05"}],
    ...              "events": [{"start": 3, "end": 7, "to_published": "before"}]})
    >>> '<TIMEX3 tid="t1" type="DATE" value="2022-05">May</TIMEX3>' in xml
    True
    >>> read(xml)["tlinks"]
    [{'from': 'e1', 'from_eiid': 'ei1', 'to': 't0', 'rel': 'BEFORE'}]

    Times need `start`, `end`, `type` and `value` (`None` is written as an empty value); events
    `start` and `end`, and may have `class` or `kind`, `tense`, `aspect`, `polarity`, `pos`.
    `tlinks` are dicts of `from`, `to` (ids; `t0` is the publication) and `rel`; where a record
    has none, every event known to be before or after publication is linked to `t0`.

    Raises `TimelineError` for offsets outside the text and for names TimeML does not have.
    """
    text = str(record["text"])
    times, events = _numbered(record)
    known = {time["id"] for time in times} | ({"t0"} if record.get("dct") else set())
    spans = _disjoint(record, times, events)
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
    shown = [event for event in events if event["id"] in kept]
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
    for event in events:
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
    for key, name in _TIMEX_ATTRIBUTES.items():
        value = time.get(key)
        if value and (key not in _REFERENCES or value in known):
            pairs.append((name, value))
    return "TIMEX3" + _attributes(pairs)


def _event_tag(event: Record) -> str:
    if event.get("class"):
        _demand(event["class"], CLASSES, f"event {event['id']}: class")
    name = event.get("class") or _CLASS_OF_KIND.get(event.get("kind") or "", "OCCURRENCE")
    return "EVENT" + _attributes([("eid", event["id"]), ("class", name)])


def _instances(event: Record) -> Iterator[str]:
    values = dict(_INSTANCE_ATTRIBUTES)
    if event.get("status") == "negated":
        values["polarity"] = "NEG"
    values |= {key: event[key] for key in values if event.get(key)}
    for eiid in event["eiids"]:
        pairs = [("eventID", event["id"]), ("eiid", eiid)]
        pairs += [(key, value) for key, value in values.items() if value]
        yield f"<MAKEINSTANCE{_attributes(pairs)}/>\n"


def _links(record: Mapping[str, Any], events: list[Record], known: set[str]) -> Iterator[str]:
    """TLINKs between ids that stand in the document."""
    instances = {event["id"]: event["eiids"] for event in events}
    links = record.get("tlinks")
    if links is None:
        links = [
            {"from": event["id"], "to": "t0", "rel": _RELATION_TO_PUBLISHED[side]}
            for event in events
            if (side := event.get("to_published")) in _RELATION_TO_PUBLISHED and "t0" in known
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


def read(xml: str | bytes) -> Record:
    """A TimeML document as a record: TempEval-3 files, and TimeBank's whose text has no TEXT tag.

    >>> record = read('<TimeML><DOCID>a</DOCID><TEXT>It fell in <TIMEX3 tid="t1" type="DATE" '
    ...               'value="2022-05">May</TIMEX3>.</TEXT></TimeML>')
    >>> record["text"], record["timex"][0]["start"], record["timex"][0]["value"]
    ('It fell in May.', 11, '2022-05')

    The publication date becomes `dct` and is not among the `timex`; times without words of
    their own stand in `implicit`. An event takes the attributes of its first instance.

    Raises `UnreadableDocument`, with line and column, for what is no TimeML.
    """
    root = _parse(xml)
    body = root.find(".//TEXT")
    record: Record = {"id": (root.findtext("DOCID") or "").strip(), "dct": None}
    if root.find("TITLE") is not None:
        record["title"] = root.findtext("TITLE")
    walked = list(_walk(root if body is None else body))
    record["text"] = "".join(words for words, _, _ in walked)
    creation = [time for time in root.iter("TIMEX3") if _is_publication(time)]
    creation = [*(root.iterfind("DCT//TIMEX3")), *creation]
    if creation:
        record["dct"] = creation[0].get("value")
    zero = {time.get("tid") for time in creation[:1]}
    record["timex"], record["implicit"], record["events"] = [], [], []
    spans, at = [], 0
    for words, element, nested in walked:
        if element is not None:
            spans.append((at, at + nested, element))
        at += len(words)
    for start, end, element in spans:
        _add(record, start, end, element, zero)
    for element in root.iterfind("TIMEX3") if body is not None else ():
        _add(record, 0, 0, element, zero)
    instances = _read_instances(root, record["events"])
    record["tlinks"] = list(_read_links(root, instances, zero))
    if not record["implicit"]:
        del record["implicit"]
    return record


def _parse(xml: str | bytes) -> ElementTree.Element:
    entity = b"<!ENTITY" if isinstance(xml, bytes) else "<!ENTITY"
    if entity in xml:  # type: ignore[operator]
        raise UnreadableDocument("the file declares entities, which no TimeML document needs")
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError as error:
        line, column = error.position
        raise UnreadableDocument(f"not XML at line {line}, column {column + 1}: {error}") from error
    if root.tag != "TimeML":
        raise UnreadableDocument(f"the root is <{root.tag}>; a TimeML document has <TimeML>")
    return root


def _walk(
    element: ElementTree.Element,
) -> Iterator[tuple[str, ElementTree.Element | None, int]]:
    """The text in order; before its words each tag, with the number of characters inside it."""
    yield element.text or "", None, 0
    for child in element:
        if child.tag in _APART:
            yield child.tail or "", None, 0
            continue
        if child.tag in ("TIMEX3", "EVENT"):
            yield "", child, len("".join(child.itertext()))
        yield from _walk(child)
        yield child.tail or "", None, 0


def _is_publication(time: ElementTree.Element) -> bool:
    return time.get("functionInDocument") == "CREATION_TIME"


def _add(
    record: Record, start: int, end: int, element: ElementTree.Element, zero: set[str | None]
) -> None:
    item: Record = {"start": start, "end": end, "text": record["text"][start:end]}
    if element.tag == "EVENT":
        item |= {"id": element.get("eid"), "class": element.get("class")}
        record["events"].append(item)
        return
    if element.get("tid") in zero:
        return
    item |= {"id": element.get("tid"), "type": element.get("type")}
    item["value"] = element.get("value") or None
    for key, name in _TIMEX_ATTRIBUTES.items():
        if element.get(name) or key == "mod":
            item[key] = element.get(name) or None
    if start == end:
        del item["start"], item["end"], item["text"]
        record["implicit"].append(item)
    else:
        record["timex"].append(item)


def _read_instances(root: ElementTree.Element, events: list[Record]) -> dict[str, str]:
    """Fill the events in from their first instance; the event of each instance."""
    by_id = {event["id"]: event for event in events}
    owners = {}
    for element in root.iter("MAKEINSTANCE"):
        event = by_id.get(element.get("eventID"))
        if event is None:
            continue
        eiid = element.get("eiid") or ""
        owners[eiid] = event["id"]
        event.setdefault("eiids", []).append(eiid)
        if len(event["eiids"]) == 1:
            values = {key: element.get(key) for key in _INSTANCE_ATTRIBUTES}
            event |= {key: value for key, value in values.items() if value}
    return owners


def _read_links(
    root: ElementTree.Element, owners: Mapping[str, str], zero: set[str | None]
) -> Iterator[Record]:
    for element in root.iter("TLINK"):
        link: Record = {}
        for side, event, time in (
            ("from", "eventInstanceID", "timeID"),
            ("to", "relatedToEventInstance", "relatedToTime"),
        ):
            eiid, tid = element.get(event), element.get(time)
            if eiid is not None:
                link[side], link[f"{side}_eiid"] = owners.get(eiid), eiid
            else:
                link[side] = "t0" if tid in zero else tid
        link["rel"] = element.get("relType")
        yield link
