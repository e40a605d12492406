"""`frame.timeline` on a user's own frame."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from timeline import analysis
from timeline.errors import BadTable, NotATime
from timeline.table import from_csv
from timeline.timelines import accessor, read


@pytest.mark.parametrize(
    "imports",
    [
        "import pandas as pd, timeline as tl",
        "import timeline as tl; tl.from_csv; import pandas as pd",
        "import timeline as tl; import pandas as pd; tl.TimeSpan",
        "import pandas as pd, timeline, timeline.timelines",
    ],
)
def test_the_accessor_is_there_however_timeline_comes_in(imports: str) -> None:
    use = "print(pd.DataFrame({'start': ['2022-09']}).timeline.durations()['at_most'][0].days)"
    run = [sys.executable, "-W", "error", "-c", f"{imports}; {use}"]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("30", "")


def test_importing_timeline_waits_for_nothing() -> None:
    """Registering must not load pandas, nor, where pandas is there, the rooms behind it."""
    for first, absent in (("", "pandas"), ("import pandas; ", "plotly")):
        code = f"{first}import timeline, sys; print({absent!r} in sys.modules)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert done.stdout.strip() == "False", done.stderr


def test_a_frame_with_headings_and_dates_of_ones_own() -> None:
    """What pandas.read_csv gives of a table that nobody made for timeline."""
    mine = pd.DataFrame(
        {
            "Date": ["12 March 2021", "c. 1850", "spring 2020"],
            "Event": list("abc"),
            "Cost": [1, 2, 3],
        },
        index=[5, 6, 7],
    )
    assert mine.timeline.since("2020")["Cost"].tolist() == [1, 3]
    assert mine.timeline.within("spring 2020")["Cost"].tolist() == [3]
    assert mine.timeline.within("1849/1851", surely=False).index.tolist() == [6]
    assert mine.timeline.gaps()["after"].tolist() == [6, 7]
    assert isinstance(mine.timeline.plot(), go.Figure)


def frame() -> pd.DataFrame:
    found = pd.DataFrame(
        {
            "start": ["1918-11-11", "1914-07-28", "1916"],
            "event": ["Armistice", "War", "Verdun"],
            "colour": ["white", "black", "grey"],
        },
        index=["c", "a", "b"],
    )
    return found


def test_fifty_dates_and_five_lines(tmp_path: Path) -> None:
    """What a newcomer does with a CSV file and no article."""
    days = pd.date_range("1901-01-01", periods=50, freq="97D")
    lines = [f"{day.date()},Thing {number} happened" for number, day in enumerate(days)]
    (tmp_path / "mine.csv").write_text("date,what\n" + "\n".join(lines), encoding="utf-8")

    mine = from_csv(tmp_path / "mine.csv")
    chart = mine.timeline.plot()
    silences = mine.timeline.gaps()
    pairs = mine.timeline.relations()
    mine.timeline.to_ics(tmp_path / "mine.ics")

    assert isinstance(chart, go.Figure)
    assert silences["at_least"].tolist() == [pd.Timedelta(days=96)] * 49
    assert pairs["relation"].unique().tolist() == ["before"]
    assert (tmp_path / "mine.ics").read_text("utf-8").count("BEGIN:VEVENT") == 50


def test_labels_and_own_columns_are_kept() -> None:
    found = frame().timeline.within("1914/1916")
    assert found.index.tolist() == ["a", "b"]
    assert found["colour"].tolist() == ["black", "grey"]


def test_selection_by_edtf_and_by_words() -> None:
    mine = frame().timeline
    assert mine.within("1918")["event"].tolist() == ["Armistice"]
    assert mine.since("1916")["event"].tolist() == ["Armistice", "Verdun"]
    assert mine.until("1916")["event"].tolist() == ["War", "Verdun"]
    assert mine.since("last November", published="1919-01-01")["event"].tolist() == ["Armistice"]
    assert mine.touching("March 1916", published="1919-01-01")["event"].tolist() == ["Verdun"]
    assert mine.within("March 1916", published="1919-01-01").empty


def test_words_lean_on_the_frame_s_own_publication() -> None:
    mine = frame().assign(published=pd.Timestamp("1919-01-01"))
    assert mine.timeline.within("last year")["event"].tolist() == ["Armistice"]


def test_words_that_are_no_time_are_refused() -> None:
    with pytest.raises(NotATime, match="published="):
        frame().timeline.within("last May")
    with pytest.raises(NotATime, match="names no time"):
        frame().timeline.within(" ")
    with pytest.raises(NotATime):
        frame().timeline.within("blue", published="1919-01-01")


def test_a_frame_without_dates_is_told_what_it_lacks() -> None:
    with pytest.raises(BadTable, match="'start'"):
        pd.DataFrame({"event": ["x"]}).timeline.gaps()
    with pytest.raises(BadTable, match="'soon'"):
        pd.DataFrame({"start": ["soon"], "event": ["x"]}).timeline.gaps()


@pytest.mark.parametrize("view", list(accessor._VIEWS))
def test_every_view_draws(view: str) -> None:
    mine = frame().assign(type=["end", "start", "battle"], published=pd.Timestamp("1919-01-01"))
    options = {"by": "year"} if view in ("pace", "bursts", "changes") else {}
    options |= {"least": 1, "by": None} if view == "patterns" else {}
    assert isinstance(mine.timeline.plot(view, **options), go.Figure)


def test_an_unknown_view_is_refused_with_all_names() -> None:
    with pytest.raises(BadTable, match="gaps, durations"):
        frame().timeline.plot("pie")


@pytest.mark.parametrize(
    "name",
    [
        "gaps",
        "overlaps",
        "concurrency",
        "durations",
        "waits",
        "relations",
        "relation_matrix",
        "contradictions",
        "periodicity",
    ],
)
def test_methods_are_the_analyses(name: str) -> None:
    mine = frame()
    expected = getattr(analysis, name)(mine.timeline.table)
    pd.testing.assert_frame_equal(getattr(mine.timeline, name)(), expected)


def test_every_question_of_the_readme_is_a_method_and_a_function() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = readme.partition("### Questions to ask of a table")[2].partition("They are methods")[0]
    names = set(re.findall(r"`(\w+)`", table))
    assert len(names) > 20
    for name in names:
        assert callable(getattr(analysis, name))
        assert callable(getattr(accessor.TimelineAccessor, name))


def test_the_frame_itself_is_not_changed() -> None:
    mine = frame()
    mine.timeline.gaps()
    mine.timeline.durations()
    pd.testing.assert_frame_equal(mine, frame())


def test_pages_are_written(tmp_path: Path) -> None:
    page = frame().timeline.to_html(tmp_path / "mine.html")
    assert "Armistice" in page.read_text("utf-8")


def test_dates_in_words_leave_by_every_door(tmp_path: Path) -> None:
    mine = pd.DataFrame(
        {"Date": ["12 March 2021", "c. 1850"], "Event": ["Pool shut", "Mill built"]}
    )
    mine.timeline.to_ics(tmp_path / "mine.ics")
    assert (tmp_path / "mine.ics").read_text("utf-8").count("BEGIN:VEVENT") == 2
    mine.timeline.write(tmp_path / "mine.csv")
    assert from_csv(tmp_path / "mine.csv")["when"].tolist() == ["2021-03-12", "1850~"]
    assert "Mill built" in mine.timeline.to_html(tmp_path / "mine.html").read_text("utf-8")


@pytest.mark.parametrize(
    "code",
    [
        "import timeline as tl, pandas as pd; tl.read",
        "import pandas as pd, timeline as tl; tl.find('last May', '2023-03-06')",
        "import timeline as tl; tl.find('last May', '2023-03-06'); import pandas as pd; tl.find",
        "import timeline as tl; tl.read('He left.', '2023-03-06').table; import pandas as pd",
    ],
)
def test_any_frame_has_the_library_at_hand_once_a_name_was_asked_for(code: str) -> None:
    use = "print(len(pd.DataFrame({'start': ['2022-09']}).timeline.gaps()))"
    done = subprocess.run([sys.executable, "-c", f"{code}; {use}"], capture_output=True, text=True)
    assert done.stdout == "0\n", done.stderr


def test_corrections_outlive_a_new_reading(tmp_path: Path) -> None:
    text = "Troops took back the town last September. Since August the siege has held."
    story = read(text, published="2023-03-06")
    edited = story.table.copy()
    edited.loc[edited["event"].str.contains("town"), "when"] = "2022-09-10"
    file = tmp_path / "corrections.json"
    found = story.table.timeline.corrections(edited, file)
    assert [one.action for one in found] == ["change"]
    # A sentence came in before, so that every offset has moved; the wording has not.
    again = read(f"Rain fell all week. {text}", published="2023-03-06").table
    for given in (file, str(file), found):
        row = again.timeline.correct(given).set_index("corrected").loc["changed"]
        assert (row["when"], str(row["start"].date())) == ("2022-09-10", "2022-09-10")
    assert again.timeline.conflicts(file).empty
    # The paper has thought better of it: what was set by hand stays, and the clash is told.
    later = read(text.replace("last September", "last October"), published="2023-03-06").table
    assert "any more" in later.timeline.conflicts(file).loc[0, "problem"]
    assert later.timeline.correct(file)["corrected"].isna().all()
