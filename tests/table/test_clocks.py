"""Rows told by clocks of several zones: kept as written, compared by their instants."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import timeline as tl
from timeline.analysis import bounds, contradictions, elapsed, relations, within
from timeline.charts import plot
from timeline.charts.frames import tidy
from timeline.charts.marks import marks
from timeline.exports import read_table, write_table
from timeline.spans import TimeSpan
from timeline.table.clocks import shift

ROWS = ["2024-01-01T14:00Z", "2024-01-01T10:30-05:00", "2024-01-01T08:00-05:00", "2024-01-02"]


def table(*rows: str) -> pd.DataFrame:
    return tl.from_frame(pd.DataFrame({"Date": rows or ROWS, "Event": list(rows or ROWS)}))


def test_times_stay_as_they_are_written_and_rows_stand_in_the_order_of_their_instants() -> None:
    told = table()
    assert told["when"].tolist() == ROWS
    assert told["start"].dt.hour.tolist() == [14, 10, 8, 0]
    assert told["order"].tolist() == [2, 3, 1, 4]
    assert contradictions(told).empty


def test_a_table_of_one_clock_moves_nothing() -> None:
    for rows in (["2024-01-01T10:00-05:00", "2024-01-01T11:00"], ["2024", "2024-01-01T11:00"]):
        told = table(*rows)
        assert not shift(told).any()


def test_analysis_compares_instants() -> None:
    told = table()
    pairs = relations(told).set_index(["first", "second"])["relation"]
    assert (pairs[0, 1], pairs[0, 2], pairs[1, 2]) == ("before", "after", "after")
    assert str(elapsed(told, 2, 1)["at_least"].iloc[0]).endswith("02:30:00")
    nine = TimeSpan.from_edtf("2024-01-01T13:30Z/2024-01-01T15:45Z")
    assert within(told, nine).index.tolist() == [0, 1]


def test_two_tables_are_put_on_one_clock() -> None:
    london, boston = table("2024-01-01T14:00Z"), table("2024-01-01T10:30-05:00")
    assert relations(london, boston)["relation"].tolist() == ["before"]
    assert relations(boston, london)["relation"].tolist() == ["after"]
    assert bounds(london).begin_low != bounds(london, -300).begin_low


def test_a_chart_places_rows_on_one_clock_and_tells_them_as_written() -> None:
    shape = marks(tidy(table()))
    hours = [(left // 3600) % 24 for left in shape["left"]]
    assert hours[:3] == [9, 10, 8]
    assert shape["words"].tolist()[:2] == [
        "1 January 2024, 14:00 UTC",
        "1 January 2024, 10:30 UTC-05:00",
    ]
    assert plot(table())


@pytest.mark.parametrize(
    "name",
    ["t.csv", "t.xlsx", "t.json", "t.parquet", "t.ics", "t.jsonld", "t.tml", "t.md", "t.xes"],
)
def test_a_zone_is_kept_in_a_file(name: str, tmp_path: Path) -> None:
    told = table(*ROWS[:3])
    write_table(told, tmp_path / name)
    back = read_table(tmp_path / name)
    assert sorted(back["when"]) == sorted(told["when"])
