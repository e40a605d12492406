"""TimeML that validates, keeps every offset, and reads back as it was written."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import TimelineError, UnreadableDocument
from timeline.exports import timeml
from timeline.exports.loss import Loss
from timeline.exports.timeml.names import TYPES

etree = pytest.importorskip("lxml.etree", reason="lxml validates the documents")
DTD = etree.DTD(StringIO((Path(__file__).parent / "timeml.dtd").read_text(encoding="utf-8")))

RECORD: dict[str, Any] = {
    "id": "harbour-1",
    "dct": "2023-03-06",
    "title": "The ferry & the storm",
    "text": "\nThe ferry sank on Friday.\n\nIt was not raised until <2024>, two years later.\n",
    "timex": [
        {"start": 19, "end": 25, "type": "DATE", "value": "2023-03-03"},
        {"start": 53, "end": 57, "type": "DATE", "value": "2024", "mod": "APPROX"},
        {"start": 60, "end": 75, "type": "DURATION", "value": "P2Y", "anchor_id": "t1"},
    ],
    "events": [
        {"start": 11, "end": 15, "class": "OCCURRENCE", "tense": "PAST", "pos": "VERB"},
        {"start": 35, "end": 41, "kind": "occurrence", "status": "negated"},
    ],
    "tlinks": [
        {"from": "e1", "to": "t1", "rel": "IS_INCLUDED"},
        {"from": "e1", "to": "t0", "rel": "before"},
        {"from": "e2", "to": "e1", "rel": "AFTER"},
    ],
}


def valid(xml: str) -> bool:
    return bool(DTD.validate(etree.fromstring(xml.encode())))


def test_a_record_is_valid_and_reads_back() -> None:
    xml = timeml.write(RECORD)
    assert valid(xml), DTD.error_log
    back = timeml.read(xml)
    assert (back["id"], back["dct"], back["title"], back["text"]) == (
        RECORD["id"],
        RECORD["dct"],
        RECORD["title"],
        RECORD["text"],
    )
    for kind in ("timex", "events"):
        for want, got in zip(RECORD[kind], back[kind], strict=True):
            assert got["text"] == RECORD["text"][want["start"] : want["end"]]
            shared = want.keys() & got.keys()
            assert {key: got[key] for key in shared} == {key: want[key] for key in shared}
    assert [event["polarity"] for event in back["events"]] == ["POS", "NEG"]
    assert [(link["from"], link["to"], link["rel"]) for link in back["tlinks"]] == [
        ("e1", "t1", "IS_INCLUDED"),
        ("e1", "t0", "BEFORE"),
        ("e2", "e1", "AFTER"),
    ]
    again = timeml.read(timeml.write(back))
    assert again == back


def test_publication_links_where_a_record_names_none() -> None:
    events = [
        {"start": 0, "end": 2, "to_published": "before"},
        {"start": 3, "end": 5, "to_published": "overlap"},
        {"start": 6, "end": 8, "to_published": "after"},
    ]
    record = {"id": "a", "dct": "2023-03-06T10:00", "text": "ab cd ef", "events": events}
    xml = timeml.write(record)
    assert valid(xml), DTD.error_log
    assert '<TIMEX3 tid="t0" type="TIME"' in xml
    links = [(link["from"], link["rel"]) for link in timeml.read(xml)["tlinks"]]
    assert links == [("e1", "BEFORE"), ("e3", "AFTER")]
    without = timeml.write({**record, "dct": None})
    assert valid(without)
    assert "TLINK" not in without


def test_what_happened_twice_is_one_event_with_two_instances() -> None:
    events = [
        {"start": 0, "end": 3, "to_published": "before"},
        {"start": 0, "end": 3, "to_published": "after"},
    ]
    xml = timeml.write({"id": "a", "dct": "2023-03-06", "text": "won it", "events": events})
    assert valid(xml), DTD.error_log
    back = timeml.read(xml)
    assert [event["eiids"] for event in back["events"]] == [["ei1", "ei2"]]
    assert [(link["from_eiid"], link["rel"]) for link in back["tlinks"]] == [
        ("ei1", "BEFORE"),
        ("ei2", "AFTER"),
    ]


def test_overlapping_words_are_named_and_left_out_with_their_links() -> None:
    record = {
        "id": "a",
        "dct": None,
        "text": "the day of the war",
        "timex": [{"start": 0, "end": 18, "id": "t7", "type": "DATE", "value": None}],
        "events": [{"start": 15, "end": 18, "id": "e4"}],
        "tlinks": [{"from": "e4", "to": "t7", "rel": "IS_INCLUDED"}],
    }
    with pytest.warns(Loss, match="EVENT e4 at 15-18"):
        xml = timeml.write(record)
    back = timeml.read(xml)
    assert valid(xml), DTD.error_log
    assert (back["timex"][0]["value"], back["events"], back["tlinks"]) == (None, [], [])


def test_times_without_words_and_several_instances() -> None:
    xml = (
        '<TimeML><DOCID>a</DOCID><DCT><TIMEX3 tid="t9" type="DATE" value="1998-01-08" '
        'functionInDocument="CREATION_TIME">x</TIMEX3></DCT>'
        '<TEXT>Rain <EVENT eid="e1" class="OCCURRENCE">fell</EVENT>, for '
        '<TIMEX3 tid="t1" type="DURATION" value="P2D" endPoint="t2">two days</TIMEX3>'
        '<TIMEX3 tid="t2" type="DATE" value="1998-01-08"/></TEXT>'
        '<MAKEINSTANCE eiid="ei1" eventID="e1" tense="PAST" aspect="NONE" polarity="POS" '
        'pos="VERB"/><MAKEINSTANCE eiid="ei2" eventID="e1" tense="PAST" aspect="NONE" '
        'polarity="POS" pos="VERB"/>'
        '<TLINK lid="l1" relType="BEFORE" eventInstanceID="ei2" relatedToTime="t9"/></TimeML>'
    )
    record = timeml.read(xml)
    assert record["dct"] == "1998-01-08"
    assert [time["id"] for time in record["timex"]] == ["t1"]
    assert [time["id"] for time in record["implicit"]] == ["t2"]
    assert record["events"][0]["eiids"] == ["ei1", "ei2"]
    assert record["tlinks"] == [{"from": "e1", "from_eiid": "ei2", "to": "t0", "rel": "BEFORE"}]
    written = timeml.write(record)
    assert valid(written), DTD.error_log
    assert timeml.read(written) == record


def test_a_text_without_its_own_tag() -> None:
    record = timeml.read(
        "<?xml version='1.0' ?><TimeML>He <EVENT eid='e1' class='STATE'>was</EVENT> ill on <s>"
        "<TIMEX3 tid='t1' type='DATE' value='1989'>that <b>day</b></TIMEX3></s>."
        "<MAKEINSTANCE eiid='ei1' eventID='e1'/> </TimeML>"
    )
    assert record["text"] == "He was ill on that day. "
    assert [time["text"] for time in record["timex"]] == ["that day"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"timex": [{"start": 2, "end": 99, "type": "DATE"}]}, "offsets 2-99.*5 characters"),
        ({"timex": [{"start": 0, "end": 1, "type": "DAY"}]}, "type is 'DAY'"),
        ({"timex": [{"start": 0, "end": 1, "type": "DATE", "mod": "X"}]}, "mod is 'X'"),
        ({"events": [{"start": 0, "end": 1, "class": "FUN"}]}, "class is 'FUN'"),
        ({"tlinks": [{"from": "e1", "to": "t1", "rel": "VAGUE"}]}, "rel is 'VAGUE'"),
    ],
)
def test_names_that_timeml_lacks_are_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(TimelineError, match=message):
        timeml.write({"id": "a", "dct": None, "text": "abcde", **change})


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ("<TimeML>\n<TEXT>", "line 2"),
        ("<html/>", "<html>"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><TimeML>&b;</TimeML>", "entities"),
    ],
)
def test_what_is_no_timeml_is_refused(xml: str, message: str) -> None:
    for form in (xml, xml.encode()):
        with pytest.raises(UnreadableDocument, match=message):
            timeml.read(form)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """Any text, cut into pieces that do not overlap, some of them times, some events."""
    nasty = st.sampled_from(["\r\n", "</TEXT>", "]]>", "<!--", "&amp;", "‮", "🌍", "\x00", "\ud800"])
    text = "".join(draw(st.lists(st.one_of(st.text(max_size=5), nasty), min_size=1, max_size=12)))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    record: dict[str, Any] = {"id": draw(st.text(max_size=5)).strip(), "text": text}
    record |= {"dct": draw(st.sampled_from([None, "2023-03-06"])), "timex": [], "events": []}
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        item: dict[str, Any] = {"start": start, "end": end}
        if draw(st.booleans()):
            kind = draw(st.sampled_from(sorted(TYPES)))
            value = draw(st.one_of(st.none(), st.text("0123456789-WPXT", min_size=1)))
            record["timex"].append({**item, "type": kind, "value": value})
        else:
            record["events"].append({**item, "class": draw(st.sampled_from(["STATE", "I_ACTION"]))})
    return record


@settings(deadline=None)
@given(records())
def test_every_offset_survives(record: dict[str, Any]) -> None:
    xml = timeml.write(record)
    assert valid(xml), DTD.error_log
    back = timeml.read(xml)
    assert len(back["text"]) == len(record["text"])
    legal = "".join(c if c in "\t\n\r" or " " <= c < "\ud800" else "�" for c in record["text"])
    assert all(a == b for a, b in zip(back["text"], legal, strict=True) if b != "�")
    for kind, keys in (("timex", ("start", "end", "type", "value")), ("events", ("start", "end"))):
        want = [tuple(item[key] for key in keys) for item in record[kind]]
        assert [tuple(item[key] for key in keys) for item in back[kind]] == want
