"""The timeline figure: what is drawn for which row."""

from __future__ import annotations

import re
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from tests.charts.samples import antiquity, crowd, story
from timeline.charts import plot
from timeline.errors import BadTable


def bars(figure: go.Figure) -> list[go.Bar]:
    return [t for t in figure.data if t.type == "bar"]


def bar_rows(figure: go.Figure) -> dict[int, list[tuple[object, object]]]:
    found: dict[int, list[tuple[object, object]]] = {}
    for trace in bars(figure):
        for base, x, data in zip(trace.base, trace.x, trace.customdata, strict=True):
            found.setdefault(int(data[1]), []).append((base, x))
    return found


def test_every_row_can_be_pointed_at() -> None:
    figure = plot(story())
    rows = {int(d[1]) for t in figure.data if t.customdata is not None for d in t.customdata if d}
    assert rows == set(range(len(story())))


@pytest.mark.parametrize("size", [0, 10, 300, 6000])
def test_few_traces(size: int) -> None:
    assert len(plot(crowd(size) if size else story()).data) <= 20


def test_a_day_is_a_symbol_and_a_month_a_pale_bar() -> None:
    table = pd.DataFrame({"when": ["2022-09-04", "2020-01", "2025"], "event": list("abc")})
    figure = plot(table)
    assert set(bar_rows(figure)) == {1, 2}
    colours = {c for trace in bars(figure) for c in trace.marker.color}
    assert colours == {"rgba(31,111,180,0.28)"}


def test_an_open_end_fades_beyond_publication() -> None:
    table = pd.DataFrame({"when": ["2022-08/..", "2022-01-01"], "event": ["a", "b"]})
    figure = plot(table, published="2023-03-06")
    pieces = bar_rows(figure)[0]
    assert len(pieces) == 6
    symbols = [s for t in figure.data if t.type == "scatter" for s in (t.marker.symbol or ())]
    assert "triangle-right" in symbols


def test_no_two_bars_overlap_in_a_lane() -> None:
    figure = plot(crowd(400))
    lanes: dict[float, list[tuple[pd.Timestamp, pd.Timestamp]]] = {}
    for trace in bars(figure):
        for base, x, y in zip(trace.base, trace.x, trace.y, strict=True):
            start = pd.Timestamp(base)
            lanes.setdefault(float(y), []).append((start, start + pd.Timedelta(x, "ms")))
    for stretches in lanes.values():
        stretches.sort()
        assert all(a[1] <= b[0] for a, b in pairwise(stretches))


def test_years_before_one_stand_on_an_axis_of_their_own() -> None:
    axis = plot(antiquity()).layout.xaxis
    assert axis.type == "linear"
    assert {"200 BCE", "1 CE", "100"} <= set(axis.ticktext)


def test_text_is_harmless() -> None:
    bad = "<img src=x onerror=alert(1)> $x$ </script>"
    figure = plot(pd.DataFrame({"when": ["2022"], "event": [bad], "sentence": [bad]}), title=bad)
    written = figure.to_json()
    assert "<img" not in written
    assert "$x$" not in written
    assert "</script>" not in written


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (pd.DataFrame({"event": ["a"]}), "neither 'start' nor 'when'"),
        (pd.DataFrame({"when": ["2022"]}), "no column 'event'"),
        (pd.DataFrame({"when": ["soon"], "event": ["a"]}), "'soon' is no EDTF"),
    ],
)
def test_what_is_wrong_is_said(table: pd.DataFrame, said: str) -> None:
    with pytest.raises(BadTable, match=said):
        plot(table)


def test_a_column_that_is_not_there() -> None:
    with pytest.raises(BadTable, match="no column 'colour'"):
        plot(story(), color="colour")


def test_the_frame_given_is_not_changed() -> None:
    table = antiquity()
    before = table.copy(deep=True)
    plot(table)
    pd.testing.assert_frame_equal(table, before)


def labels(figure: go.Figure) -> dict[str, float]:
    """Each label with the height of its lane, from above."""
    named = [t for t in figure.data if t.type == "scatter" and t.mode == "text"]
    placed = [(float(y), text) for t in named for y, text in zip(t.y, t.text, strict=True)]
    return {re.sub("<[^>]*>", "", text).replace("\u2002", " "): y for y, text in sorted(placed)}


def test_a_story_runs_down_in_the_order_of_time_with_its_dates() -> None:
    told = list(labels(plot(story())))
    assert told[0] == "Jan–Apr 2019 Engineers had warned that the wall was cracking"
    assert told[3] == "14 Oct 2023 The dam broke"
    assert len(told) == len(story())


def test_what_only_publication_bounds_stands_below_the_rest() -> None:
    table = pd.DataFrame(
        {
            "start": [None, "2022-01-01", "2022-05-01", "2022-09-01", "2023-03-06"],
            "end": ["2023-03-07", "2022-02-01", "2022-06-01", "2022-10-01", None],
            "event": list("abcde"),
            "relation": ["before", "within", "within", "within", "after"],
        }
    )
    figure = plot(table, published="2023-03-06")
    assert list(labels(figure)) == ["Jan 2022 b", "May 2022 c", "Sep 2022 d", "a", "e"]
    assert figure.layout.yaxis.ticktext[1] == "no date told"
    symbols = {s for t in figure.data if t.type == "scatter" for s in (t.marker.symbol or ())}
    assert not symbols & {"triangle-right", "triangle-left"}


def test_what_came_after_long_ago_is_no_bar_across_the_chart() -> None:
    table = pd.DataFrame(
        {
            "start": ["1914-01-01", "1916-05-01"],
            "end": ["1915-01-01", "2009-12-20"],
            "event": ["a", "b"],
            "relation": "within",
        }
    )
    assert "after 30 Apr 1916 b" in labels(plot(table, published="2009-12-19"))
    assert "1 May 1916–19 Dec 2009 b" in labels(plot(table))


def test_without_any_date_the_axis_names_no_time_and_labels_are_seen() -> None:
    table = pd.DataFrame({"start": [pd.NaT] * 2, "end": [pd.NaT] * 2, "event": ["a", "b"]})
    figure = plot(table)
    assert figure.layout.xaxis.showticklabels is False
    assert list(labels(figure)) == ["a", "b"]
    low, high = figure.layout.xaxis.range
    named = [x for t in figure.data if t.type == "scatter" and t.mode == "text" for x in t.x]
    assert all(low < x < high for x in named)


def test_times_of_one_day_are_told_without_the_day() -> None:
    table = pd.DataFrame(
        {
            "start": ["2024-03-02 09:58:30", "2024-03-02 10:00"],
            "end": ["2024-03-02 10:00", "2024-03-02 10:02:36"],
            "event": ["a", "b"],
        }
    )
    assert list(labels(plot(table))) == ["09:58:30–10:00 a", "10:00–10:02:36 b"]


def test_a_column_with_a_time_zone_is_refused_with_what_to_do() -> None:
    start = pd.to_datetime(["2020-01-01T00:00+02:00"])
    with pytest.raises(BadTable, match="tz_localize"):
        plot(pd.DataFrame({"start": start, "event": ["a"]}))


def test_a_crowd_in_a_notebook_stays_light() -> None:
    assert len(plot(crowd(8000)).to_json()) < 150 * 8000


def test_what_lies_outside_the_period_shown_is_counted() -> None:
    whens = [str(year) for year in range(1830, 1856)]
    near = plot(pd.DataFrame({"when": whens, "event": whens}))
    assert not any("outside" in note.text for note in near.layout.annotations)
    whens += ["1987"]
    far = plot(pd.DataFrame({"when": whens, "event": whens}))
    notes = [note.text for note in far.layout.annotations]
    assert "1 event lies outside this period: a double click shows all" in notes
