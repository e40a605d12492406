"""read: an article becomes an ordered table, a chart, a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import timeline as tl
from tests.sentences.test_analyzers import spacy_pipeline
from timeline.errors import BadTable, NoPublicationDate, TimelineError, UnreadableDocument
from timeline.spans import seconds
from timeline.table import COLUMNS

STORY = (
    "Troops took back Izyum last September. Russia invaded Ukraine in February 2022. "
    "On Sunday, officials criticised the plan. Parliament will vote on Tuesday."
)


@pytest.fixture(scope="module")
def story() -> tl.Timeline:
    return tl.read(STORY, published="2023-03-06")


def test_a_row_for_each_dated_event_in_order_of_time(story: tl.Timeline) -> None:
    told = story.table[["when", "trigger", "expression"]].values.tolist()
    assert told == [
        ["2022-02", "invaded", "in February 2022"],
        ["2022-09", "took back", "last September"],
        ["2023-03-05", "criticised", "On Sunday"],
        ["2023-03-07", "vote", "on Tuesday"],
    ]
    assert story.table["order"].tolist() == [1, 2, 3, 4]


def test_rows_are_the_table_without_pandas(story: tl.Timeline) -> None:
    assert [list(row) for row in story.rows] == [list(COLUMNS)] * len(story.table)
    for name in ("order", "event", "when", "confidence", "trigger_start", "ongoing"):
        assert [row[name] for row in story.rows] == story.table[name].tolist()
    starts = [pd.Timestamp(row["start"], unit="s") for row in story.rows]
    assert starts == story.table["start"].tolist()


def test_tables_have_the_columns_of_the_contract(story: tl.Timeline) -> None:
    for table in (story.table, story.all_events):
        assert list(table.columns)[: len(COLUMNS)] == list(COLUMNS)
    assert len(story.all_events) >= len(story.table)


def test_least_says_how_salient_an_undated_row_must_be(story: tl.Timeline) -> None:
    everything = tl.read(STORY, published="2023-03-06", least=0).table
    # What another row's words tell has no row of its own.
    assert set(everything["event"]) <= set(story.all_events["event"])
    assert len(everything) >= len(story.table)
    dated = tl.read(STORY, published="2023-03-06", least=2).table
    assert set(dated["basis"]) <= {"expression", "narrative"}


def test_a_name_with_its_own_date_has_a_row() -> None:
    far = "The hills are steep there. " * 14 + "Shortly before the fall of Moss{}, the talks go on."
    rows = [
        tl.read(far.format(date), published="2020-06-01").rows
        for date in (" (17 July 1918)", " in 1918", "")
    ]
    assert [[row["event"] for row in some] for some in rows] == [
        ["The fall of Moss"],
        ["The fall of Moss"],
        [],
    ]


def test_orders_of_a_table_have_no_holes(story: tl.Timeline) -> None:
    places = sorted(set(story.table["order"]))
    assert places == list(range(1, len(places) + 1))


def test_relations_tell_which_came_before_which(story: tl.Timeline) -> None:
    names = ["before", "after", "before_start", "after_start", "kind", "confidence", "basis", "why"]
    assert list(story.relations.columns) == names
    assert list(tl.read("Nobody knew.", published="2023-03-06").relations.columns) == names


def test_a_story_draws_and_writes_itself(story: tl.Timeline, tmp_path: Path) -> None:
    assert story.plot().data
    path = story.to_html(tmp_path / "story.html")
    page = path.read_text(encoding="utf-8")
    assert path == tmp_path / "story.html"
    assert "Izyum" in page


def test_a_notebook_shows_no_markup_of_the_text() -> None:
    text = "Troops took back <script>alert(1)</script> last September."
    shown = tl.read(tl.Document(text, 1_678_060_800, title="<b>Izyum</b>"))._repr_html_()
    assert "<script>alert" not in shown
    assert "<b>Izyum" not in shown


def test_a_text_without_times_is_an_empty_timeline() -> None:
    story = tl.read("Nobody knew.", published="2023-03-06", least=2)
    assert story.table.empty
    assert list(story.table.columns)[: len(COLUMNS)] == list(COLUMNS)
    assert story.expressions == []


def test_lean_turns_bare_times() -> None:
    text = "A meeting, Thursday, in Rome with all."
    for lean, value in (("past", "2023-03-02"), ("future", "2023-03-09")):
        found = tl.read(text, published="2023-03-06", lean=lean).expressions
        assert [timex.value for one in found for timex in one.timexes] == [value]


@pytest.mark.parametrize(
    ("source", "options", "error"),
    [
        ("He left last May.", {}, NoPublicationDate),
        ("He left last May.", {"published": "2023-02-30"}, TimelineError),
        ("He left last May.", {"published": "2023-03-06", "lean": "sideways"}, TimelineError),
        (Path("no-such-file.txt"), {"published": "2023-03-06"}, UnreadableDocument),
    ],
)
def test_what_cannot_be_read_is_a_clear_error(
    source: str | Path, options: dict[str, str], error: type[TimelineError]
) -> None:
    with pytest.raises(error):
        tl.read(source, **options)  # type: ignore[arg-type]


# Trigger, time words and EDTF that a reader of this article must find in its timeline.
BAKHMUT = [
    ("annexed", "last year", "2022"),
    ("invaded", "just over a year ago", "2022-02~"),
    ("bearing", "since August", "2022-08/.."),
    ("took back", "last September", "2022-09"),
    ("destroyed", "In recent days", None),
    ("criticised", "On Sunday", "2023-03-05"),
    ("said", "on Monday", "2023-03-06"),
    ("endorsed", "on Monday", "2023-03-06"),
]


@pytest.fixture(scope="module")
def bakhmut(shared: Callable[[str], Path]) -> tl.Timeline:
    return tl.read(shared("articles/bakhmut.txt"), published="2023-03-06")


def row(table: pd.DataFrame, trigger: str, expression: str) -> pd.Series:
    told = table["expression"].fillna("") == expression
    found = table[told & table["trigger"].str.startswith(trigger)]
    assert len(found) == 1, f"{trigger} {expression}: {len(found)} rows"
    return found.iloc[0]


@pytest.mark.parametrize(("trigger", "expression", "when"), BAKHMUT)
def test_an_article_about_bakhmut_has_its_rows(
    bakhmut: tl.Timeline, trigger: str, expression: str, when: str | None
) -> None:
    told = row(bakhmut.table, trigger, expression)
    assert when is None or told["when"] == when
    assert (told["basis"], told["status"]) == ("expression", "asserted")
    assert told["start"] <= pd.Timestamp("2023-03-06")


def test_the_rows_about_bakhmut_stand_in_the_order_of_time(bakhmut: tl.Timeline) -> None:
    sequence = ["invaded", "took back", "destroyed", "criticised", "endorsed"]
    expressions = {trigger: expression for trigger, expression, _ in BAKHMUT}
    places = [row(bakhmut.table, name, expressions[name])["order"] for name in sequence]
    assert places == sorted(set(places))


def test_what_goes_on_at_bakhmut_is_open_and_what_is_vague_is_approximate(
    bakhmut: tl.Timeline,
) -> None:
    bearing = row(bakhmut.table, "bearing", "since August")
    assert bearing["ongoing"]
    assert bearing["start"] == pd.Timestamp("2022-08-01")
    assert bearing["end"] == pd.Timestamp("2023-03-07")
    destroyed = row(bakhmut.table, "destroyed", "In recent days")
    assert destroyed["approximate"]
    assert pd.Timestamp("2023-02-20") <= destroyed["start"] < destroyed["end"]
    assert destroyed["end"] <= pd.Timestamp("2023-03-07")
    invaded = row(bakhmut.table, "invaded", "just over a year ago")
    assert invaded["approximate"]
    assert invaded["end"] <= pd.Timestamp("2022-03-06")


def test_only_what_tells_time_is_found_about_bakhmut(bakhmut: tl.Timeline) -> None:
    told = {one.text: one.timexes[0] for one in bakhmut.expressions}
    assert told["for months"].type == told["82-day"].type == "DURATION"
    assert (told["for months"].value, told["82-day"].value) == ("PXM", "P82D")
    assert len(bakhmut.expressions) == len(BAKHMUT) + 2
    words = " ".join(told)
    assert not any(name in words for name in ("Austin", "fall", "clock", "remaining"))


def test_a_spacy_pipeline_reads_as_our_own_reader_does() -> None:
    text = "The troops left on Monday. They have not returned."
    theirs = tl.read(text, published="2023-03-08", analyzer=spacy_pipeline())
    assert [(row["trigger"], row["when"]) for row in theirs.rows][:1] == [("left", "2023-03-06")]
    told = {text[e.head_start : e.head_end]: e.status for e in theirs.events}
    assert told == {"left": "asserted", "returned": "negated"}


@pytest.fixture
def kept(story: tl.Timeline, tmp_path: Path) -> Path:
    """Corrections that move Izyum to a day and leave out the critics, in a file."""
    edited = story.table[story.table["trigger"] != "criticised"].copy()
    edited.loc[edited["trigger"] == "took back", "when"] = "2022-09-10"
    path = tmp_path / "corrections.json"
    story.table.timeline.corrections(edited, path)
    return path


def test_corrections_are_laid_on_what_is_read(story: tl.Timeline, kept: Path) -> None:
    again = tl.read(STORY, published="2023-03-06", corrections=kept)
    assert again.table["when"].tolist() == ["2022-02", "2022-09-10", "2023-03-07"]
    assert again.table["corrected"].tolist()[1] == "changed"
    assert [row["when"] for row in again.rows] == again.table["when"].tolist()
    assert again.rows[1]["start"] == seconds(2022, 9, 10)
    assert len(again.all_events) == len(story.all_events)
    assert again.conflicts.empty
    laid = tl.analysis.read_corrections(kept)
    assert tl.read(STORY, published="2023-03-06", corrections=laid).table.equals(again.table)


def test_corrections_that_the_text_no_longer_bears_out_are_told(kept: Path) -> None:
    changed = STORY.replace("last September", "in May 2022")
    again = tl.read(changed, published="2023-03-06", corrections=kept)
    (problem,) = again.conflicts["problem"]
    assert 'no row of the table has the trigger "took back"' in problem


def test_a_file_that_holds_no_corrections_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match=r"cannot read corrections from .*nowhere\.json"):
        tl.read(STORY, published="2023-03-06", corrections=tmp_path / "nowhere.json")
