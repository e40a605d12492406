"""CSV that no spreadsheet runs, and that any reader of CSV understands."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import BadTable
from timeline.exports.csv import from_csv, guard, to_csv, unguard

MARKS = st.text(st.sampled_from(list("=+-@|%'\";,\t\r\n aé＝")), max_size=12)


@settings(deadline=None)
@given(st.one_of(MARKS, st.text()))
def test_a_guard_comes_off_again(text: str) -> None:
    assert unguard(guard(text)) == text


@settings(max_examples=60, deadline=None)
@given(MARKS)
def test_no_cell_begins_as_a_formula_whatever_separates_cells(text: str) -> None:
    mine = pd.DataFrame({"start": ["2022-09-04"], "event": ["x"], "mine": [f"{text}!"]})
    written = to_csv(mine)
    assert written is not None
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=separator):
            for cell in row:
                assert not re.match(r"[\s\"]*[=+@|%＝]|[\s\"]*-(?!\d)", cell), cell


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd", "-2+3", "\t=1", "a;=1", "x\n=1"])
def test_a_naked_formula_would_be_seen(text: str) -> None:
    assert guard(text) != text
    assert unguard(text) == text


def test_other_readers_see_plain_cells(tmp_path: Path) -> None:
    mine = pd.DataFrame(
        {
            "start": ["2022-09-04T18:30", None],
            "event": ["Talks, in Geneva", 'The "end"\nof it'],
            "armies": [2, 3],
            "seen": [True, False],
        }
    )
    assert to_csv(mine, tmp_path / "a.csv") is None
    found = pd.read_csv(tmp_path / "a.csv")
    assert found["start"].tolist()[0] == "2022-09-04T18:30:00"
    assert found["event"].tolist() == mine["event"].tolist()
    assert found["armies"].tolist() == [2, 3]
    assert found["seen"].tolist() == [True, False]
    assert found["end"].isna().all()


def test_anybodys_csv_is_read_as_the_front_door_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("Date;Title\n2022-09;'tis\n", encoding="utf-8")
    table = from_csv(path)
    assert table[["when", "event"]].values.tolist() == [["2022-09", "'tis"]]
    path.write_bytes("Date,Title\n2022-09,Café shut\n".encode("cp1252"))
    assert from_csv(path)["event"].tolist() == ["Café shut"]
    path.write_text("Date,Title\n2022-09,a,b\n", encoding="utf-8")
    with pytest.raises(BadTable, match=r"mine\.csv, line 2: 3 cells under 2 headings"):
        from_csv(path)


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        (b"", "no CSV"),
        (b"start,event\n2022,\xff\n", "byte 17"),
        (b'start,event\n"2022,a\n', "no CSV"),
        (b"start,event\nlater,a\n", "row 1, column 'start': 'later'"),
        (b"event\na\n", "no column 'start'"),
    ],
)
def test_what_cannot_be_read_is_named(contents: bytes, message: str) -> None:
    with pytest.raises(BadTable, match=message):
        from_csv(contents)
    with pytest.raises(BadTable, match=r"nowhere\.csv"):
        from_csv("nowhere.csv")
