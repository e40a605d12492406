"""TimeML documents as records."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping

from timeline.errors import UnreadableDocument
from timeline.exports.timeml.names import APART, INSTANCE_ATTRIBUTES, TIMEX_ATTRIBUTES, Record


def read(xml: str | bytes) -> Record:
    """A TimeML document as a record: TempEval-3 files, and TimeBank's whose text has no TEXT tag.

    >>> from timeline.exports.timeml import read
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
        if child.tag in APART:
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
    for key, name in TIMEX_ATTRIBUTES.items():
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
            values = {key: element.get(key) for key in INSTANCE_ATTRIBUTES}
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
