"""The other views: density, calendar, reporting, comparison, relations, and picking rows."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from tests.charts.samples import antiquity, crowd, story
from timeline.charts import calendar, compare, density, plot, relations, reporting, watch
from timeline.charts.picking import picked
from timeline.charts.precedence import _reduce
from timeline.charts.reports import distance
from timeline.errors import BadTable
from timeline.spans import DAY


@pytest.mark.parametrize("unit", [None, "month", "year", "decade"])
def test_every_dated_event_counts_one_in_all(unit: str | None) -> None:
    table = crowd(500)
    figure = density(table, unit=unit)
    assert sum(sum(trace.y) for trace in figure.data) == pytest.approx(500)


def test_an_event_within_a_year_is_shared_out_between_its_months() -> None:
    table = pd.DataFrame({"when": ["2022", "2022-02-03"], "event": ["a", "b"]})
    counts = density(table, unit="month").data[0].y
    assert counts[1] == pytest.approx(1 + 28 / 365)


def test_the_bars_of_a_crowd_are_few() -> None:
    assert max(len(trace.y) for trace in density(crowd(2000)).data) <= 151


def test_a_unit_that_no_calendar_has() -> None:
    with pytest.raises(BadTable, match="unit='fortnight'"):
        density(crowd(10), unit="fortnight")


def test_nothing_dated_is_nothing_to_count() -> None:
    undated = pd.DataFrame({"start": [pd.NaT], "end": [pd.NaT], "event": ["a"]})
    with pytest.raises(BadTable, match="no row"):
        density(undated)
    with pytest.raises(BadTable, match="no row"):
        calendar(undated)


def test_a_calendar_holds_every_event_once() -> None:
    for table in (crowd(300), antiquity()):
        z = np.array(calendar(table).data[0].z, dtype=float)
        assert np.nansum(z) == pytest.approx(len(table))


def test_a_long_calendar_has_decades_that_people_know() -> None:
    rows = calendar(antiquity()).data[0].y
    assert rows[-1] == "110s"
    assert all(row for row in rows)


def test_reporting_needs_a_publication() -> None:
    with pytest.raises(BadTable, match="publication"):
        reporting(antiquity())


def test_reporting_puts_the_event_across_and_its_publication_up() -> None:
    table = pd.DataFrame(
        {
            "start": ["2022-02-24", "2024-01-01"],
            "end": ["2022-02-25", "2024-01-02"],
            "event": ["past", "to come"],
            "published": ["2023-03-06", "2023-03-06"],
        }
    )
    points = reporting(table).data[-1]
    assert set(points.y) == {"2023-03-06T00:00:00"}
    told = [cell[0] for cell in points.customdata]
    assert "12 months later" in told[0]
    assert "10 months ahead" in told[1]


@pytest.mark.parametrize(
    ("published", "start", "end", "words"),
    [
        (0, 0, DAY, "as it happened"),
        (DAY, 0, DAY, "as it happened"),
        (3 * DAY, 0, DAY, "2 days later"),
        (0, DAY, 2 * DAY, "1 day ahead"),
        (400 * 366 * DAY, 0, DAY, "401 years later"),
    ],
)
def test_distance(published: float, start: float, end: float, words: str) -> None:
    assert distance(published, start, end) == words


def test_sources_stand_in_lanes_of_their_own() -> None:
    first = story()
    both = pd.concat([first, first.assign(source="The Osk Gazette")], ignore_index=True)
    figure = compare(both, same="event")
    assert list(figure.layout.yaxis.ticktext) == ["The Leron Courier", "The Osk Gazette"]
    joined = figure.data[0]
    assert joined.name == "the same event"
    assert sum(x is None for x in joined.x) == first["event"].nunique()


def test_one_source_is_nothing_to_compare() -> None:
    with pytest.raises(BadTable, match="fewer than two"):
        compare(story())


def test_what_follows_from_others_is_not_drawn() -> None:
    assert _reduce(3, [(0, 1), (1, 2), (0, 2)]) == {(0, 1), (1, 2)}
    assert _reduce(2, [(0, 1), (1, 0)]) == {(0, 1), (1, 0)}


def test_relations_run_from_left_to_right() -> None:
    rows = story()
    edges = pd.DataFrame(
        {
            "before": rows["event"].iloc[[0, 1, 3]].tolist(),
            "after": rows["event"].iloc[[1, 3, 4]].tolist(),
            "confidence": [0.9, 0.6, 0.2],
        }
    )
    figure = relations(rows, edges, dated=False)
    nodes = figure.data[-1]
    assert nodes.x[0] < nodes.x[1] < nodes.x[3] < nodes.x[4]
    assert [t.name for t in figure.data[:-1]] == [
        "surely before",
        "probably before",
        "perhaps before",
    ]


def test_relations_find_rows_by_the_offsets_of_their_triggers() -> None:
    rows = story()
    starts = rows["trigger_start"].tolist()
    edges = pd.DataFrame(
        {
            "before": ["?", "?"],
            "after": ["?", "?"],
            "before_start": [starts[3], -1],
            "after_start": [starts[4], starts[5]],
        }
    )
    nodes = relations(rows, edges, dated=False).data[-1]
    assert nodes.x[3] < nodes.x[4]
    assert nodes.x[5] == 0


def test_relations_take_in_what_the_dates_tell() -> None:
    rows = pd.DataFrame({"when": ["2021", "2022", "2022-05", "2023"], "event": list("abcd")})
    none = pd.DataFrame({"before": [], "after": []})
    figure = relations(rows, none)
    assert figure.data[0].name == "before by their dates"
    assert list(figure.data[-1].x) == [0, 1, 1, 2]


def test_a_click_in_a_notebook_gives_back_rows() -> None:
    pytest.importorskip("anywidget")
    table = story()
    seen: list[pd.DataFrame] = []
    widget = watch(plot(table), table, seen.append)
    trace = next(t for t in widget.data if t.type == "bar" and len(t.customdata))
    trace._dispatch_on_click(SimpleNamespace(point_inds=[0]), None)
    trace._dispatch_on_selection(SimpleNamespace(point_inds=[0, 1]), None)
    assert [list(rows.index) for rows in seen] == [picked(trace, [0]), picked(trace, [0, 1])]
    assert seen[0]["event"].iloc[0] in table["event"].tolist()


def test_a_notebook_figure_stays_small() -> None:
    assert len(plot(story()).to_json()) < 60_000
