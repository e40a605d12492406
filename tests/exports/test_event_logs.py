"""XES and OCEL logs: what stands in them, and that pm4py reads them.

pm4py (AGPL) is no dependency of ours, not even of the tests: PM4PY_PYTHON names the Python of an
environment that has it, else the one test that asks it is skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from timeline.errors import BadTable
from timeline.exports import Loss, from_ocel, from_xes, to_ocel, to_xes

STORY = pd.DataFrame(
    {
        "when": ["2022-09", "2022-10-03", "2011", "0001-01-01", "9999-12-31"],
        "event": ["Talks\n</log>", "Talks end", "War", "First", "Last"],
        "participants": ["Ann; Bo", "Bo", None, None, "Ann"],
        "document": ["a", "a", "b", None, "b"],
        "type": ["talk", "talk", "fight", "fight", "talk"],
        "armies": [1, 2, 3, 4, 5],
    }
)
LATE = pd.DataFrame({"when": ["-0043-03-15", None, "2022"], "event": ["Ides", "never", "now"]})

READ = """
import json, sys
import pm4py
log = pm4py.read_xes(sys.argv[1])
dfg, first, last = pm4py.discover_dfg(log)
ocel = pm4py.read_ocel2_json(sys.argv[2])
print(json.dumps({
    "cases": sorted(log["case:concept:name"].unique()),
    "times": sorted(str(moment) for moment in log["time:timestamp"]),
    "armies": sorted(log["armies"].tolist()),
    "dfg": sorted([a, b, n] for (a, b), n in dfg.items()),
    "events": len(ocel.events),
    "types": sorted(ocel.events["ocel:activity"].unique()),
    "objects": sorted(ocel.objects["ocel:oid"]),
}))
"""


def test_pm4py_reads_both_logs(tmp_path: Path) -> None:
    python = os.environ.get("PM4PY_PYTHON")
    if not python:
        pytest.skip("PM4PY_PYTHON names no environment with pm4py")
    to_xes(STORY, tmp_path / "story.xes", activity="type")
    to_ocel(STORY, tmp_path / "story.jsonocel", activity="type")
    names = [str(tmp_path / "story.xes"), str(tmp_path / "story.jsonocel")]
    run = subprocess.run([python, "-c", READ, *names], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout.splitlines()[-1])
    assert found["cases"] == ["a", "b", "timeline"]
    assert found["times"][0] == "0001-01-01 00:00:00+00:00"
    assert found["times"][-1] == "9999-12-31 00:00:00+00:00"
    assert found["armies"] == [1, 2, 3, 4, 5]
    assert found["dfg"] == [["fight", "talk", 1], ["talk", "talk", 1]]
    assert (found["events"], found["types"]) == (5, ["fight", "talk"])
    assert found["objects"] == [
        *("document:a", "document:b", "document:timeline"),
        *("participant:Ann", "participant:Bo"),
    ]


def test_events_without_a_year_of_the_format_are_named_or_kept() -> None:
    for write, read in ((to_xes, from_xes), (to_ocel, from_ocel)):
        with pytest.warns(Loss, match=r"left out 2 of 3 events: row 1 \('Ides'\), row 2"):
            written = write(LATE)
        assert read(written or "")["event"].tolist() == ["now"]
    whole = to_xes(LATE, undated=True)
    assert whole is not None
    assert from_xes(whole)["event"].tolist() == ["Ides", "never", "now"]
    assert whole.count('key="time:timestamp"') == 1


def test_an_ocel_log_has_the_parts_of_the_standard() -> None:
    written = to_ocel(STORY, activity="type", objects={"participants": "person"})
    log = json.loads(written or "")
    assert {kind["name"] for kind in log["eventTypes"]} == {"talk", "fight"}
    declared = {a["name"]: a["type"] for a in log["eventTypes"][0]["attributes"]}
    kinds = (declared["armies"], declared["confidence"], declared["ongoing"], declared["event"])
    assert kinds == ("integer", "float", "boolean", "string")
    assert {thing["id"] for thing in log["objects"]} == {
        *("person:Ann", "person:Bo", "document:timeline")
    }
    known = {thing["id"] for thing in log["objects"]}
    for event in log["events"]:
        assert {link["objectId"] for link in event["relationships"]} <= known
        assert event["time"].endswith("Z")


def test_logs_that_somebody_else_wrote() -> None:
    table = from_xes(
        b'<log xmlns="http://www.xes-standard.org/"><trace><string key="concept:name" value="7"/>'
        b'<event><string key="concept:name" value="pay"/><int key="cost" value="5"/>'
        b'<date key="time:timestamp" value="2022-09-04T18:30:00.250+02:00"/></event></trace></log>'
    )
    assert table[["event", "document", "cost"]].values.tolist() == [["pay", "7", 5]]
    assert str(table["start"][0]) == "2022-09-04 18:30:00"
    log = {
        "objectTypes": [{"name": "order", "attributes": []}],
        "eventTypes": [{"name": "pay", "attributes": []}],
        "objects": [{"id": "o1", "type": "order"}, {"id": "o2", "type": "order"}],
        "events": [
            {
                "id": "e1",
                "type": "pay",
                "time": "2022-09-04T18:30:00Z",
                "relationships": [{"objectId": "o1"}, {"objectId": "o2"}],
            }
        ],
    }
    table = from_ocel(json.dumps(log).encode())
    assert table[["event", "order_"]].values.tolist() == [["pay", "o1; o2"]]


@pytest.mark.parametrize(
    ("read", "contents", "message"),
    [
        (from_xes, b"<log>", "no XES"),
        (from_xes, b"<html/>", "<html>"),
        (from_xes, b"<!DOCTYPE a [<!ENTITY b 'c'>]><log/>", "entities"),
        (from_xes, b"<log><trace><event><int key='a' value='b'/></event></trace></log>", "'a'"),
        (from_ocel, b"[]", "no OCEL"),
        (from_ocel, b"{", "no OCEL"),
    ],
)
def test_what_is_no_log_is_refused(read: object, contents: bytes, message: str) -> None:
    assert callable(read)
    with pytest.raises(BadTable, match=message):
        read(contents)


def test_a_column_that_is_not_there_is_named() -> None:
    for write in (to_xes, to_ocel):
        with pytest.raises(BadTable, match="no column 'stage'"):
            write(STORY, activity="stage")
