"""The exported page, in a real browser: what it shows, and how its parts answer one another."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser

from tests.charts.samples import ARTICLE, antiquity, crowd, story
from tests.exports.browser import Watched
from timeline.errors import TimelineError
from timeline.exports import plotlyjs
from timeline.exports.html import page, write_html


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_html(tmp_path_factory.mktemp("pages") / "crowd.html", crowd(3000))


def test_it_draws_without_a_word_to_the_console_or_the_network(
    browser: Browser, file: Path
) -> None:
    opened = Watched(browser, file)
    assert len(opened.labels()) + len(opened.listed()) == len(story())
    assert opened.errors == []
    assert opened.foreign() == []


def test_the_cut_plotly_js_is_one_that_was_tried() -> None:
    assert plotlyjs.version() in plotlyjs.TRIED
    assert len(plotlyjs.slim()) < 0.3 * len(plotlyjs.whole())


def test_the_cut_plotly_js_is_read_once_by_a_browser() -> None:
    cut = plotlyjs.slim()
    assert cut.isascii()
    assert "function(root, factory)" not in cut
    skimmed = re.compile(r"var [\w$]+=([\w$]+)\((?:[\w$]+|\([\w$,]*\))=>\{\"use strict\"")
    (wrapper, many), *_ = Counter(skimmed.findall(plotlyjs.whole())).most_common()
    assert many > 500
    assert wrapper not in skimmed.findall(cut)


@pytest.mark.parametrize("where", ["plain", "directory"])
def test_the_other_ways_to_bring_plotly_js_draw_too(
    browser: Browser, tmp_path: Path, where: str
) -> None:
    opened = Watched(browser, write_html(tmp_path / "page.html", story(), plotlyjs=where))
    assert len(opened.labels()) + len(opened.listed()) == len(story())
    assert opened.errors == []


def test_a_page_that_lost_plotly_js_draws_and_moves_all_the_same(
    browser: Browser, tmp_path: Path
) -> None:
    made = write_html(tmp_path / "page.html", story(), plotlyjs="directory")
    (tmp_path / f"plotly-{plotlyjs.version()}.min.js").unlink()
    opened = Watched(browser, made)
    assert len(opened.labels()) + len(opened.listed()) == len(story())
    assert opened.page.locator("#table tbody tr").count() == len(story())
    before = opened.page.locator("#chart .xtick").all_inner_texts()
    opened.page.focus("#stage")
    opened.page.keyboard.press("+")
    opened.settle()
    assert opened.page.locator("#chart .xtick").all_inner_texts() != before
    assert opened.page.evaluate("window.Plotly") is None


_PICTURE = """() => {
  const places = (selector) => [...document.querySelectorAll(selector)].map((found) => {
    const box = found.getBoundingClientRect();
    return [found.textContent, box.left, box.top, box.right, box.bottom];
  }).filter(([, left, top, right, bottom]) => right > left && bottom > top);
  return {
    words: places("#chart .textpoint text, #chart g.xtick, #chart .annotation-text"),
    areas: places("#chart .js-fill, #chart .area"),
  };
}"""


@pytest.mark.parametrize("width", [1440, 390])
def test_what_is_sketched_is_what_plotly_draws(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    for name, table, lanes in (("story", story(), ""), ("crowd", crowd(600), "place")):
        drawn = []
        for where in ("inline", "directory"):
            made = write_html(tmp_path / f"{name}.html", table, plotlyjs=where)
            for library in tmp_path.glob("plotly*"):
                library.unlink()
            opened = Watched(browser, made, viewport={"width": width, "height": 900})
            opened.page.select_option("#lanes", lanes, force=True)
            opened.settle()
            drawn.append(opened.page.evaluate(_PICTURE))
        plotly, sketched = drawn
        for part in ("words", "areas"):
            assert len(sketched[part]) == len(plotly[part]) > 2
            for text, *place in plotly[part]:
                same = [there for told, *there in sketched[part] if told == text]
                assert any(there == pytest.approx(place, abs=1.1) for there in same), text


def test_plotly_js_from_elsewhere_is_sealed() -> None:
    made = page(story(), plotlyjs="cdn")
    assert re.search(r'src="https://cdn\.plot\.ly/[^"]+" integrity="sha256-', made)


def test_an_unknown_way_to_bring_plotly_js() -> None:
    with pytest.raises(TimelineError, match="inline, plain, directory, cdn"):
        page(story(), plotlyjs="cloud")


def test_it_stays_within_its_weight() -> None:
    for where, most in (("inline", 2_200_000), ("directory", 60_000), ("cdn", 60_000)):
        made = page(story(), text=ARTICLE, plotlyjs=where)
        data = re.findall(r'id="data">.*?</script>|<tbody>.*?</tbody>', made, re.DOTALL)
        assert len(data) == 2
        assert len(made.encode()) - len("".join(data).encode()) < most


def test_it_sends_nothing_anywhere_and_bears_no_logo(browser: Browser, file: Path) -> None:
    data = re.search(r'id="data">(.*?)</script>', file.read_text(), re.DOTALL)
    assert data is not None
    config = json.loads(data[1])["config"]
    assert config["showSendToCloud"] is False
    assert config["displaylogo"] is False
    assert config["plotlyServerURL"] == ""
    opened = Watched(browser, file)
    used = opened.page.evaluate("document.getElementById('chart')._context")
    assert not used["showSendToCloud"]
    assert not used["displaylogo"]
    assert opened.page.locator(".modebar-btn").count() == 0


def test_every_event_of_the_table_shows_its_details(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    for row, event in enumerate(story()["event"]):
        opened.page.click(f"#table tr[data-row='{row}'] .pick")
        assert opened.chosen() == event
        assert "Why this date" in opened.page.inner_text("#detail")


def test_every_event_of_a_crowd_can_be_searched(browser: Browser, many: Path) -> None:
    opened = Watched(browser, many)
    table = crowd(3000)
    for row in (0, 1234, 2999):
        opened.search(table["event"].iloc[row])
        assert opened.page.locator("#table tbody tr[data-row]").count() == 1
        assert opened.page.locator("#chart .textpoint").count() == 1
        opened.page.click("#table .pick")
        assert opened.chosen() == table["event"].iloc[row]


def test_choosing_in_the_table_moves_chart_and_text(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    opened.page.click("#table tr[data-row='3'] .pick")
    opened.settle()
    assert opened.marked() == ["The dam broke", "on 14 October 2023"]
    assert opened.rings() == 1


def test_choosing_in_the_table_brings_the_chart_there(browser: Browser, many: Path) -> None:
    opened = Watched(browser, many)
    opened.period("1990", "1991")
    table = crowd(3000)
    late = int(table.index[table["start"].dt.year == 2015][0])
    opened.search(str(table["event"].iloc[late]))
    opened.page.click("#table .pick")
    opened.settle()
    low, high = opened.shown()
    assert low < table["start"].iloc[late].timestamp() < high


def test_choosing_in_the_chart_moves_table_and_text(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    opened.page.locator("#chart .textpoint", has_text="The dam broke").click(force=True)
    opened.settle()
    assert opened.chosen() == "The dam broke"
    assert opened.page.get_attribute("#table tr[data-row='3']", "aria-selected") == "true"
    assert "The dam broke" in opened.marked()


def test_choosing_in_the_text_moves_chart_and_table(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    opened.page.locator("#text mark", has_text="since November").click()
    opened.settle()
    assert opened.chosen().startswith("Volunteers")
    assert opened.page.get_attribute("#table tr[data-row='5']", "aria-selected") == "true"
    assert opened.rings() == 1


def test_a_mark_tells_its_sentence_and_reason_under_the_pointer(
    browser: Browser, file: Path
) -> None:
    opened = Watched(browser, file)
    opened.page.locator("#chart .textpoint", has_text="The dam broke").hover(force=True)
    tip = opened.page.locator("#tip")
    assert tip.is_visible()
    told = tip.inner_text()
    for part in ("14 October 2023", "The dam broke on 14 October 2023.", "read on the publication"):
        assert part in told
    box = tip.bounding_box()
    assert box is not None
    assert box["width"] < 620


def test_search_and_legend_filter_chart_and_table(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    opened.search("dam broke")
    assert opened.page.locator("#table tbody tr").count() == 1
    assert "1 of 14 events" in opened.page.inner_text("#state")
    opened.search("")
    opened.page.locator("#legend button", has_text="told as fact").click()
    opened.settle()
    assert opened.page.locator("#table tbody tr").count() == 8
    assert len(opened.labels()) + len(opened.listed()) == 8


def test_the_period_may_be_written(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    opened.period("2023-10", "Feb 2024")
    low, high = opened.shown()
    assert low == 1696118400
    assert high == 1709251200
    opened.page.fill("#from", "soon")
    opened.page.locator("#from").blur()
    assert opened.page.get_attribute("#from", "aria-invalid") == "true"


def test_zooming_shows_what_had_no_room(browser: Browser, many: Path) -> None:
    opened = Watched(browser, many)
    before = opened.page.locator("#chart .textpoint").count()
    assert "more: zoom in" in opened.page.inner_text("#chart")
    opened.period("2001-03", "2001-04")
    assert "more: zoom in" not in opened.page.inner_text("#chart")
    inside = crowd(3000)
    end = inside["end"] > "2001-03-01"
    start = inside["start"] < "2001-05-01"
    assert f"{int((end & start).sum())} between" in opened.page.inner_text("#state")
    assert before > 20


def test_labels_never_lie_on_one_another(browser: Browser, many: Path, file: Path) -> None:
    for made in (many, file):
        for size in ({"width": 1440, "height": 900}, {"width": 390, "height": 844}):
            boxes = Watched(browser, made, viewport=size).page.evaluate(
                """() => [...document.querySelectorAll('#chart .textpoint text')].map((t) => {
                  const b = t.getBoundingClientRect();
                  return [b.left, b.right, b.top + 4, b.bottom - 4];
                })"""
            )
            overlaps = [
                (a, b)
                for a, b in combinations(boxes, 2)
                if a[0] < b[1] - 1 and b[0] < a[1] - 1 and a[2] < b[3] and b[2] < a[3]
            ]
            assert overlaps == []


def test_a_long_label_runs_on_where_there_is_room(browser: Browser, tmp_path: Path) -> None:
    long = "The council of the town began its long awaited talks with the dockers of Port Leron"
    around = crowd(400).query("start < '1993-01-01' or start > '2016-01-01'")
    amid = {"start": [pd.Timestamp("1997-01-01")], "event": [long], "salience": [1.0]}
    table = pd.concat([around, pd.DataFrame(amid)], ignore_index=True)
    opened = Watched(browser, write_html(tmp_path / "long.html", table))
    assert long in opened.labels()


def test_all_lanes_show_what_no_zoom_could(browser: Browser, tmp_path: Path) -> None:
    same = pd.DataFrame({"when": ["2022-09-04"] * 70, "event": [f"Shell {i}" for i in range(70)]})
    opened = Watched(browser, write_html(tmp_path / "same.html", same))
    assert opened.page.locator("#chart .textpoint").count() < 70
    opened.page.click("#tall")
    opened.settle()
    assert opened.page.locator("#chart .textpoint").count() == 70


@pytest.mark.parametrize(
    "table",
    [
        pd.DataFrame({"start": [], "event": []}),
        pd.DataFrame({"start": [pd.NaT], "end": [pd.NaT], "event": ["when?"]}),
        pd.DataFrame({"when": ["2022-09-04T14:30"], "event": ["once"]}),
        pd.DataFrame({"when": ["Y-12000", "Y20000"], "event": ["ice", "stars"]}),
    ],
    ids=["empty", "undated", "one", "far"],
)
def test_odd_tables_draw_too(browser: Browser, tmp_path: Path, table: pd.DataFrame) -> None:
    opened = Watched(browser, write_html(tmp_path / "odd.html", table))
    assert opened.errors == []
    assert opened.page.locator("#chart .textpoint").count() == len(table)


def test_a_story_of_minutes_has_clock_times_and_its_day(browser: Browser, tmp_path: Path) -> None:
    table = pd.DataFrame({"when": ["2024-03-02T09:58", "2024-03-02T10:08"], "event": ["a", "b"]})
    opened = Watched(browser, write_html(tmp_path / "minutes.html", table))
    labels = opened.page.locator("#chart .xtick").all_text_contents()
    assert "10:00" in labels
    assert any("2 Mar 2024" in label for label in labels)


def test_a_hundred_thousand_events_are_drawn_and_zoomed(browser: Browser, tmp_path: Path) -> None:
    made = write_html(tmp_path / "crowd.html", crowd(100_000))
    drawn, zoomed = float("inf"), float("inf")
    for _ in range(3):  # a busy machine may be slow once or twice
        opened = Watched(browser, made)
        assert opened.page.get_attribute("html", "data-drawn")
        begun = opened.seconds()
        opened.period("2001", "2003")
        drawn, zoomed = min(drawn, begun), min(zoomed, opened.seconds() - begun)
        opened.page.close()
        if drawn < 4 and zoomed < 1:
            break
    assert drawn < 4
    assert zoomed < 1


def test_lanes_by_place_have_their_names(browser: Browser, many: Path) -> None:
    opened = Watched(browser, many)
    opened.page.select_option("#lanes", "place")
    opened.settle()
    names = opened.page.locator("#chart .annotation-text").all_text_contents()
    assert {"Port Leron", "Osk", "Velling", "Marrow"} <= set(names)


def test_years_before_one_are_named_as_people_name_them(browser: Browser, tmp_path: Path) -> None:
    opened = Watched(browser, write_html(tmp_path / "rome.html", antiquity()))
    labels = opened.page.locator("#chart .xtick").all_text_contents()
    assert {"200 BCE", "100 BCE", "1 CE", "100"} <= set(labels)
    opened.period("44 BCE", "44 BCE")
    labels = opened.page.locator("#chart .xtick").all_text_contents()
    assert any("44 BCE" in label for label in labels)
    assert any(label.startswith("Mar") for label in labels)


def test_it_follows_the_light_of_its_reader(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    ink = "getComputedStyle(document.querySelector('#chart .textpoint text')).fill"
    dark = (opened.page.evaluate(paper), opened.page.evaluate(ink))
    opened.page.emulate_media(color_scheme="light")
    opened.settle()
    assert (opened.page.evaluate(paper), opened.page.evaluate(ink)) != dark
    assert dark[0] == "rgb(21, 23, 27)"


def test_nothing_sticks_out_of_a_phone(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file, viewport={"width": 390, "height": 844}, has_touch=True)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("size", [14, 3000])
def test_it_prints_on_one_page(browser: Browser, file: Path, many: Path, size: int) -> None:
    opened = Watched(browser, file if size == 14 else many, color_scheme="dark")
    paper = opened.page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
