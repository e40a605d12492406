"""The charts of analyses: everything drawn, nothing in a text runs, wrong tables refused."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from tests.charts.samples import antiquity, story
from timeline import analysis, charts
from timeline.charts.frames import tidy
from timeline.errors import BadTable

EVIL = "<img src=x onerror=alert(1)> $x$"


def cases() -> pd.DataFrame:
    """Four cases of arrests, trials and verdicts, one of them with a hostile name."""
    generator = np.random.default_rng(5)
    kinds = ("arrest", EVIL, "verdict", "arrest")
    rows = []
    for case in ("a", "b", "c", EVIL):
        days = np.cumsum(generator.integers(1, 60, 4)).tolist()
        for day, kind in zip(days, kinds, strict=True):
            rows.append((case, np.datetime64("2020-01-01", "s") + day * 86_400, kind))
    return pd.DataFrame(rows, columns=["document", "start", "type"])


def evil_story() -> pd.DataFrame:
    return story().assign(event=EVIL)


def second_story() -> pd.DataFrame:
    late = story()
    times = ["start", "end", "start_latest", "end_earliest"]
    return late.assign(**{name: late[name] + pd.Timedelta(days=40) for name in times})


def offsets(table: pd.DataFrame) -> pd.DataFrame:
    places = np.arange(len(table)) * 10
    return table.assign(trigger_start=places, trigger_end=places + 5, document="d")


def known(table: pd.DataFrame) -> go.Figure:
    return charts.plot_known(analysis.known_when(table), table)


def compared(table: pd.DataFrame) -> go.Figure:
    other = second_story().head(len(table)).assign(event=table["event"])
    return charts.plot_accounts(analysis.compare(table, other), table, other)


def moved(table: pd.DataFrame) -> go.Figure:
    later = second_story().head(len(table))
    return charts.plot_moves(analysis.moves(offsets(table), offsets(later)))


def contradicted(table: pd.DataFrame) -> go.Figure:
    wrong = table.assign(order=range(len(table), 0, -1))
    if len(table) > 3:
        late = wrong["start"] + pd.Timedelta(days=400)
        wrong["end"] = wrong["end"].where(wrong.index != 3, late - pd.Timedelta(days=600))
    return charts.plot_contradictions(analysis.contradictions(wrong), wrong)


def conflicting(table: pd.DataFrame) -> go.Figure:
    read = offsets(table)
    kept = analysis.find_corrections(read, read.assign(when="2022-09-10"))
    again = read.assign(when="2022-10")
    found = analysis.conflicts(again, kept)
    return charts.plot_conflicts(found, again, analysis.correct(again, kept))


OF_STORY: dict[str, Callable[[pd.DataFrame], go.Figure]] = {
    "gaps": lambda t: charts.plot_gaps(analysis.gaps(t, possible=True)),
    "durations": lambda t: charts.plot_durations(analysis.durations(t)),
    "pace": lambda t: charts.plot_counts(analysis.pace(t, by="year")),
    "concurrency": lambda t: charts.plot_counts(analysis.concurrency(t)),
    "relations": lambda t: charts.plot_relations(analysis.relation_matrix(t), list(t["event"])),
    "bursts": lambda t: charts.plot_bursts(analysis.bursts(t, by="year", gamma=0.2)),
    "changes": lambda t: charts.plot_changes(
        analysis.change_points(t, by="year", penalty=0.5), analysis.pace(t, by="year")
    ),
    "periods": lambda t: charts.plot_periods(analysis.periodicity(t)),
    "known": known,
    "accounts": compared,
    "moves": moved,
    "contradictions": contradicted,
    "conflicts": conflicting,
}
OF_CASES: dict[str, Callable[[pd.DataFrame], go.Figure]] = {
    "patterns": lambda t: charts.plot_patterns(analysis.patterns(t)),
    "follows": lambda t: charts.plot_follows(analysis.follows(t)),
    "alignment": lambda t: charts.plot_alignment(analysis.align(t.iloc[:4], t.iloc[4:8])),
    "sequences": lambda t: charts.plot_sequences(t),
    "clusters": lambda t: charts.plot_sequences(t, analysis.clusters(t, 2)),
    "distances": lambda t: charts.plot_distances(analysis.distances(t)),
}
NEED_EVENTS = ("bursts", "changes")


@pytest.mark.parametrize("name", OF_STORY)
def test_views_of_a_story_draw_something(name: str) -> None:
    assert drawn(OF_STORY[name](story())) > 0


@pytest.mark.parametrize("name", OF_CASES)
def test_views_of_cases_draw_something(name: str) -> None:
    assert drawn(OF_CASES[name](cases())) > 0


@pytest.mark.parametrize("name", [*OF_STORY, *OF_CASES])
def test_nothing_in_a_text_runs(name: str) -> None:
    figure = (OF_STORY | OF_CASES)[name](cases() if name in OF_CASES else evil_story())
    written = figure.to_json().replace("\\u003c", "<")
    assert "<img" not in written
    assert "$x$" not in written


@pytest.mark.parametrize("name", [n for n in [*OF_STORY, *OF_CASES] if n not in NEED_EVENTS])
def test_views_of_nothing_are_empty_not_broken(name: str) -> None:
    table = cases() if name in OF_CASES else story()
    assert isinstance((OF_STORY | OF_CASES)[name](table.iloc[:0]), go.Figure)


@pytest.mark.parametrize("name", ["relations", *OF_CASES])
def test_views_that_are_not_of_time_tell_no_day(name: str) -> None:
    figure = OF_CASES[name](cases()) if name in OF_CASES else OF_STORY[name](story())
    assert "1970" not in str(figure.layout.xaxis.title.text)


@pytest.mark.parametrize("name", ["gaps", "pace", "relations", "durations", "concurrency"])
def test_antiquity_is_drawn(name: str) -> None:
    assert drawn(OF_STORY[name](tidy(antiquity()))) > 0


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (charts.plot_gaps, "gaps()"),
        (charts.plot_durations, "durations()"),
        (charts.plot_counts, "pace()"),
        (charts.plot_bursts, "bursts()"),
        (charts.plot_patterns, "patterns()"),
        (charts.plot_periods, "periodicity()"),
        (charts.plot_follows, "follows()"),
        (charts.plot_moves, "moves()"),
        (lambda t: charts.plot_contradictions(t, t), "contradictions()"),
        (lambda t: charts.plot_conflicts(t, t), "conflicts()"),
        (charts.plot_alignment, "align()"),
        (charts.plot_sequences, "no column 'document'"),
        (charts.plot_relations, "square"),
    ],
)
def test_a_wrong_table_is_refused_with_the_right_maker(
    chart: Callable[[pd.DataFrame], go.Figure], words: str
) -> None:
    with pytest.raises(BadTable) as told:
        chart(pd.DataFrame({"colour": ["red", "blue"]}))
    assert words in str(told.value)


def test_silences_are_solid_where_sure() -> None:
    table = pd.DataFrame(
        {
            "start": pd.to_datetime(["2022-01-01", "2022-03-01"]),
            "end": pd.to_datetime(["2022-02-01", "2022-03-02"]),
            "start_latest": pd.to_datetime([None, "2022-03-01"]),
            "end_earliest": pd.to_datetime([None, "2022-03-02"]),
        }
    )
    pale, solid = charts.plot_gaps(analysis.gaps(table)).data
    day = 86_400_000
    assert solid.x[0] == 28 * day
    assert pale.x[0] > 50 * day


def test_an_unknown_end_is_an_arrow() -> None:
    table = pd.DataFrame({"start": pd.to_datetime(["2022-01-01"]), "end": pd.to_datetime([None])})
    arrow = charts.plot_durations(analysis.durations(table)).data[2]
    assert len(arrow.x) == 1


def test_a_contradiction_stands_over_the_rows_it_names() -> None:
    table = pd.DataFrame(
        {
            "event": ["the trial", "the arrest", "the appeal"],
            "start": pd.to_datetime(["2022-09-03", "2022-10-01", "2022-12-05"]),
            "end": pd.to_datetime(["2022-09-04", "2022-10-02", "2022-11-20"]),
        },
        index=[7, 8, 9],
    )
    said = pd.DataFrame({"first": [8], "second": [7], "relation": ["before"]})
    figure = charts.plot_contradictions(analysis.contradictions(table, said), table)
    assert figure.layout.yaxis.ticktext == ("", "the appeal", "", "the arrest", "the trial")
    dated, backward, headings = figure.data
    assert dated.y.tolist() == [3, 4]
    assert backward.y.tolist() == [1, 1, 1]
    assert headings.text[1].startswith("relations: the arrest is said to be before the trial")


def test_a_correction_whose_row_is_gone_is_told_all_the_same() -> None:
    read = pd.DataFrame(
        {
            "event": ["Troops took the town", "The mill burned"],
            "trigger": ["took", "burned"],
            "sentence": ["Troops took the town.", "The mill burned."],
            "when": ["2022-08", "2022-09"],
            "start": pd.to_datetime(["2022-08-01", "2022-09-01"]),
            "end": pd.to_datetime(["2022-09-01", "2022-10-01"]),
            "trigger_start": [7, 40],
            "trigger_end": [11, 46],
        }
    )
    kept = analysis.find_corrections(read, read.assign(when=["2022-08-10", "2022-09-10"]))
    again = read.iloc[1:].assign(when="2022-11", start=pd.Timestamp("2022-11-01"))
    figure = charts.plot_conflicts(analysis.conflicts(again, kept), again)
    assert len(figure.data[-1].text) == 2
    assert "any more" in figure.data[-1].text[0]
    assert figure.data[0].y.tolist() == [3.15]


def drawn(figure: go.Figure) -> int:
    """How many things a figure shows."""
    total = 0
    for trace in figure.data:
        values = trace.z if trace.type == "heatmap" else trace.x
        total += 0 if values is None else len(values)
    return total


def test_names_of_columns_may_be_numbers() -> None:
    with pytest.raises(BadTable, match="it has: start, type, 0"):
        charts.plot_sequences(pd.DataFrame({"start": [], "type": [], 0: []}))


def test_a_hollow_mark_is_explained_where_there_is_one() -> None:
    one = pd.DataFrame({"event": ["The mill burned"], "start": pd.to_datetime(["2022-09-04"])})
    other = one.assign(event="The pool shut")
    legends = [
        [trace.name for trace in charts.plot_accounts(analysis.compare(one, b), one, b).data]
        for b in (one, other)
    ]
    assert ["told by one alone" in names for names in legends] == [False, True]
