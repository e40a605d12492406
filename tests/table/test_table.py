"""Columns, dtypes, checks and the reading of other people's tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.reader import MONDAY, events_of, instant
from timeline.documents import Document
from timeline.errors import BadTable
from timeline.ordering import order
from timeline.table import COLUMNS, check, empty, from_csv, tabulate

TEXT = (
    "Caesar was killed in 44 BC. The bank closed in May 2021 and reopened last week."
    " It has held the vault since August."
)


def table() -> pd.DataFrame:
    events = events_of(TEXT)
    at = instant(MONDAY)
    ranks = order(events, at).ranks
    return tabulate(events, ranks, Document(TEXT, at, id="bank", source="a.txt"))


def test_columns_and_dtypes_are_those_of_the_contract() -> None:
    found = table()
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == dict(COLUMNS)
    assert list(found.columns) == list(COLUMNS)


def test_rows_stand_in_order_and_cite_the_text() -> None:
    found = table()
    assert found["order"].tolist() == sorted(found["order"])
    assert found["order"].iloc[0] == 1
    for row in found.itertuples():
        assert TEXT[row.trigger_start : row.trigger_end] == row.trigger
        if not pd.isna(row.expression):
            assert TEXT[row.expression_start : row.expression_end] == row.expression


def test_years_before_christ_open_ends_and_missing_words() -> None:
    found = table().set_index("trigger")
    assert found.loc["killed", "when"] == "-0043"
    assert found.loc["killed", "start"].year == -43
    held = found.loc["held"]
    assert bool(held["ongoing"])
    assert held["end"] == pd.Timestamp("2023-03-07")
    assert found["attribution"].isna().all()


def test_an_empty_table_has_everything_but_rows() -> None:
    assert check(empty()).shape == (0, len(COLUMNS))


def test_check_gives_a_right_table_back_untouched() -> None:
    found = table()
    assert check(found) is found


def test_check_keeps_the_users_columns_and_does_not_change_the_frame() -> None:
    mine = pd.DataFrame({"topic": ["war"], "start": ["2022-02-24"], "event": ["Invasion"]})
    checked = check(mine)
    assert checked["topic"].tolist() == ["war"]
    assert list(mine.columns) == ["topic", "start", "event"]
    assert checked["order"].tolist() == [1]


WRONG = [
    ({"begin": ["2022"], "event": ["x"]}, "no column 'start'"),
    ({"start": ["yesterday"], "event": ["x"]}, "row 1, column 'start': 'yesterday' is no date"),
    ({"start": ["2022-02-30"], "event": ["x"]}, "'2022-02-30' is no date"),
    ({"start": ["2022"], "end": ["2021"], "event": ["x"]}, "row 1: the end"),
    ({"start": ["2022"], "event": ["x"], "kind": ["party"]}, "'party' is not one of occurrence"),
    ({"start": ["2022"], "event": ["x"], "ongoing": ["perhaps"]}, "'perhaps' is not true or false"),
    ({"start": ["2022"], "event": ["x"], "confidence": ["high"]}, "column 'confidence'"),
    ({"start": pd.to_datetime(["2022-01-01"]).tz_localize("UTC"), "event": ["x"]}, "time zone"),
]


@pytest.mark.parametrize(("columns", "message"), WRONG)
def test_check_names_what_is_wrong_and_where(columns: dict[str, object], message: str) -> None:
    with pytest.raises(BadTable, match=message):
        check(pd.DataFrame(columns))


def test_check_refuses_what_is_no_frame() -> None:
    with pytest.raises(BadTable, match="not list"):
        check([1, 2])  # type: ignore[arg-type]


def test_csv_in_the_users_own_words(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(
        "Date;Title;Where;Topic\n2022-09-04 18:30;Izyum retaken;Izyum;war\n-0043;Caesar dies;;\n"
        "1914;War;;\n",
        encoding="utf-8-sig",
    )
    found = from_csv(file)
    assert found["event"].tolist() == ["Izyum retaken", "Caesar dies", "War"]
    assert found["when"].tolist() == ["2022-09-04T18:30", "-0043", "1914"]
    assert str(found["end"].iloc[2].date()) == "1915-01-01"
    assert found["place"].isna().tolist() == [False, True, True]
    assert found["Topic"].iloc[0] == "war"


def test_csv_takes_both_ends_whole_as_people_mean_them(tmp_path: Path) -> None:
    file = tmp_path / "wars.csv"
    file.write_text("from,to,what\n1914,1918,War\n2022-02-24,2022-03-01,Siege\n", "utf-8")
    found = from_csv(file)
    assert [str(day.date()) for day in found["end"]] == ["1919-01-01", "2022-03-02"]
    assert found["when"].tolist() == ["1914/1918", "2022-02-24/2022-03-01"]


def test_a_table_pasted_from_markdown_is_read(tmp_path: Path) -> None:
    file = tmp_path / "pasted.csv"
    file.write_text("| Date | Event |\n|:---|---|\n| 4 Feb 2021 | A law passes |\n")
    assert from_csv(file)[["when", "event"]].values.tolist() == [["2021-02-04", "A law passes"]]


def test_csv_columns_can_be_mapped(tmp_path: Path) -> None:
    file = tmp_path / "german.csv"
    file.write_text("Datum,Was\n1989-11-09,Mauerfall\n", "utf-8")
    found = from_csv(file, columns={"Datum": "start", "Was": "event"})
    assert found["event"].tolist() == ["Mauerfall"]


BAD_FILES = [
    ("start,event\n2022,x\nsoon,y\n", "line 3, column 'start': 'soon' is no date"),
    ("start,event\n2022,x,z\n", "line 2: 3 cells under 2 headings"),
    ("", "is empty"),
    ("start\n2022\n", r"no column of events \('event'\)"),
]


@pytest.mark.parametrize(("text", "message"), BAD_FILES)
def test_csv_errors_name_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(BadTable, match=message) as caught:
        from_csv(file)
    assert "bad.csv" in str(caught.value)


def test_csv_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="cannot read"):
        from_csv(tmp_path / "none.csv")
    file = tmp_path / "binary.csv"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadTable, match="UTF-16"):
        from_csv(file)
    book = tmp_path / "book.xlsx"
    book.write_bytes(b"PK\x03\x04")
    with pytest.raises(BadTable, match=r"read_table reads \.xlsx"):
        from_csv(book)


@settings(deadline=None)
@given(st.integers(-3000, 3000), st.integers(1, 12), st.integers(1, 28))
def test_a_start_of_any_year_survives_check(year: int, month: int, day: int) -> None:
    sign = "-" if year < 0 else ""
    written = f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"
    found = check(pd.DataFrame({"start": [written], "event": ["x"]}))
    moment = found["start"].iloc[0]
    assert (moment.year, moment.month, moment.day) == (year, month, day)


def test_a_written_table_is_read_back(tmp_path: Path) -> None:
    found = table()
    file = tmp_path / "saved.csv"
    found.to_csv(file, index=False)
    again = from_csv(file)
    pd.testing.assert_frame_equal(
        again[["start", "end", "event", "when"]], found[["start", "end", "event", "when"]]
    )
