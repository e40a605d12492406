"""The machine door: records as the contract shapes them."""

from __future__ import annotations

import json
from typing import Any

import pytest

import timeline as tl
from timeline.errors import NoPublicationDate, TimelineError
from timeline.spans import seconds
from timeline.timelines.annotation import moment

TEXT = (
    "Troops took back Izyum last September. They have held it since August. "
    "The war ran from 2011 to 2015. They fought for 82 days."
)


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return tl.annotate({"id": "a", "text": TEXT, "dct": "2023-03-06"})


def test_a_record_has_an_id_timexes_and_events(found: dict[str, Any]) -> None:
    assert list(found) == ["id", "timex", "events"]
    assert found["id"] == "a"
    assert json.loads(json.dumps(found)) == found


def test_timexes_leave_the_preposition_out_and_their_bounds_take_it_in(
    found: dict[str, Any],
) -> None:
    told = [
        ("last September", "DATE", "2022-09", "2022-09-01", "2022-10-01"),
        ("August", "DATE", "2022-08", "2022-08-01", "2023-03-07"),
        ("2011", "DATE", "2011", "2011-01-01", "2016-01-01"),
        ("2015", "DATE", "2015", "2011-01-01", "2016-01-01"),
        ("82 days", "DURATION", "P82D", None, None),
    ]
    names = ("text", "type", "value", "from", "to")
    assert [tuple(timex[name] for name in names) for timex in found["timex"]] == told


def test_a_timex_tells_the_zone_of_its_clock() -> None:
    text = "It fell at 5 p.m. EST. It rose at noon."
    found = tl.annotate({"id": "a", "text": text, "dct": "2023-03-06"})["timex"]
    told = [(timex["value"], timex["from"], timex.get("zone")) for timex in found]
    assert told == [
        ("2023-03-06T17:00", "2023-03-06T17:00:00", "-05:00"),
        ("2023-03-06T12:00", "2023-03-06T12:00:00", None),
    ]


def test_every_timex_has_the_names_of_the_contract(found: dict[str, Any]) -> None:
    names = ["start", "end", "text", "type", "value", "mod", "from", "to"]
    assert all(list(timex) == names for timex in found["timex"])
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in found["timex"])


def test_events_are_heads_with_their_times(found: dict[str, Any]) -> None:
    for event in found["events"]:
        assert TEXT[event["start"] : event["end"]] == event["text"]
        assert event["to_published"] in ("before", "overlap", "after", None)
        assert isinstance(event["order"], int)
        assert 0 <= event["confidence"] <= 1
        assert 0 <= event["salience"] <= 1
    took = next(event for event in found["events"] if event["text"] == "took")
    assert (took["from"], took["to"]) == ("2022-09-01", "2022-10-01")
    assert (took["basis"], took["status"]) == ("expression", "asserted")


def test_events_can_be_left_out() -> None:
    told = tl.annotate({"text": TEXT, "dct": "2023-03-06"}, events=False)
    assert list(told) == ["id", "timex"]
    assert told["id"] is None


def test_a_modifier_is_told() -> None:
    told = tl.annotate({"text": "He fell about 1900.", "dct": "2023-03-06"}, events=False)
    assert told["timex"][0]["mod"] == "APPROX"


def test_lean_turns_weekdays_forward() -> None:
    record = {"text": "A meeting, Thursday, in Rome with all.", "dct": "2023-03-06"}
    past, future = (tl.annotate(record, lean, events=False) for lean in ("past", "future"))
    assert past["timex"][0]["value"] == "2023-03-02"
    assert future["timex"][0]["value"] == "2023-03-09"


def test_the_time_of_day_of_publication_counts() -> None:
    record = {"text": "He left three hours ago, they said.", "dct": "2023-03-06T14:30:00"}
    assert tl.annotate(record, events=False)["timex"][0]["value"] == "2023-03-06T11"


def test_an_empty_text_has_nothing() -> None:
    told = tl.annotate({"id": 7, "text": "", "dct": "2023-03-06"})
    assert told == {"id": 7, "timex": [], "events": []}


@pytest.mark.parametrize(
    ("record", "error", "message"),
    [
        ({"text": "last May"}, NoPublicationDate, "no publication date"),
        ({"text": "last May", "dct": None}, NoPublicationDate, "no publication date"),
        ({"text": "last May", "dct": "2023-02-30"}, TimelineError, "2023-02-30"),
        ({"text": "last May", "dct": "soon"}, TimelineError, "soon"),
        ({"dct": "2023-03-06"}, TimelineError, 'no "text"'),
        ({"text": None, "dct": "2023-03-06"}, TimelineError, 'no "text"'),
        ({}, TimelineError, 'no "text"'),
        ("last May", TimelineError, "a record is a dict with a text, not str"),
    ],
)
def test_a_record_that_cannot_be_read_says_why(
    record: dict[str, Any], error: type[TimelineError], message: str
) -> None:
    with pytest.raises(error, match=message):
        tl.annotate(record)


@pytest.mark.parametrize(
    ("instant", "told"),
    [
        (None, None),
        (seconds(2022, 9, 1), "2022-09-01"),
        (seconds(2022, 9, 1, 12, 30), "2022-09-01T12:30:00"),
        (seconds(1), "0001-01-01"),
        (seconds(0), None),
        (seconds(10_000), None),
    ],
)
def test_moments_are_iso_dates_within_the_years_that_have_them(
    instant: int | None, told: str | None
) -> None:
    assert moment(instant) == told


def test_what_is_only_known_to_be_under_way_is_so_on_the_day_of_publication() -> None:
    text = "The mill has forty looms. It may close. It opened its gates."
    found = tl.annotate({"text": text, "dct": "2023-03-06"})["events"]
    told = {e["text"]: (e["from"], e["to"]) for e in found}
    assert told["has"] == ("2023-03-06", "2023-03-07")
    assert told["close"] == ("2023-03-06", None)
    assert told["opened"] == (None, "2023-03-07")


def test_events_of_the_clock_have_the_days_they_lie_in_and_their_hour_as_edtf() -> None:
    text = "He left at noon on 3 March 2023. She left on 4 March 2023."
    found = tl.annotate({"text": text, "dct": "2023-03-06"})["events"]
    told = [(e["from"], e["to"], e["edtf"]) for e in found]
    assert told[0] == ("2023-03-03", "2023-03-04", "2023-03-03T12:00")
    assert told[1] == ("2023-03-04", "2023-03-05", "2023-03-04")


def test_halves_of_characters_are_no_stumbling_block() -> None:
    found = tl.annotate({"text": "He \ud83d left in 2020.\udc80", "dct": "2023-03-06"})
    assert [event["text"] for event in found["events"]] == ["left"]


def test_a_record_without_its_date_is_told_what_it_lacks() -> None:
    with pytest.raises(NoPublicationDate, match='"dct"'):
        tl.annotate({"text": "He left last week."})
