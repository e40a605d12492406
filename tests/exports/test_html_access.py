"""The page by keyboard, by screen reader, and by the rules of accessibility."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.charts.samples import ARTICLE, crowd, story
from tests.exports.browser import Watched
from timeline.exports.html import write_html


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("pages") / "story.html"
    return write_html(where, story(), text=ARTICLE, title="Port Leron", language="en-GB")


def test_language_and_title_are_set(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    assert opened.page.title() == "Port Leron"
    assert opened.page.get_attribute("html", "lang") == "en"
    assert opened.page.get_attribute("#text", "lang") == "en-GB"


def test_the_keyboard_alone_goes_through_the_story(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    keys = opened.page.keyboard
    for _ in range(30):
        keys.press("Tab")
        if opened.page.evaluate("document.activeElement.id") == "stage":
            break
    else:
        pytest.fail("the chart cannot be reached with the Tab key")
    keys.press("ArrowRight")
    assert opened.chosen() == story()["event"].iloc[0]
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    assert opened.chosen() == story()["event"].iloc[2]
    keys.press("ArrowLeft")
    assert opened.chosen() == story()["event"].iloc[1]
    keys.press("End")
    assert opened.chosen() == story()["event"].iloc[-1]
    before = opened.shown()
    keys.press("+")
    opened.settle()
    after = opened.shown()
    assert after[1] - after[0] < before[1] - before[0]
    keys.press("0")
    opened.settle()
    assert opened.shown() == before
    keys.press("Escape")
    assert opened.chosen() == ""
    keys.press("/")
    assert opened.page.evaluate("document.activeElement.id") == "search"


def test_the_period_can_be_stretched_by_keyboard(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    before = opened.shown()
    opened.page.focus("#low")
    opened.page.keyboard.press("ArrowRight")
    opened.settle()
    assert opened.shown()[0] > before[0]
    assert opened.shown()[1] == pytest.approx(before[1])
    assert opened.page.get_attribute("#low", "aria-valuetext")


def test_the_text_can_be_chosen_by_keyboard(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    opened.page.locator("#text mark[tabindex]").first.focus()
    opened.page.keyboard.press("Enter")
    assert opened.chosen() == "The harbour of Port Leron was still closed"


def test_a_screen_reader_meets_a_real_table(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    table = opened.page.get_by_role("table")
    assert table.get_by_role("row").count() == len(story()) + 1
    names = table.get_by_role("columnheader").all_inner_texts()
    assert names[:3] == ["Order", "When", "What"]


@pytest.mark.parametrize("size", [14, 300])
def test_where_no_script_runs_events_and_text_are_read(
    browser: Browser, file: Path, tmp_path: Path, size: int
) -> None:
    opened = browser.new_page(java_script_enabled=False)
    opened.goto((file if size == 14 else write_html(tmp_path / "many.html", crowd(300))).as_uri())
    rows = opened.locator("#table tbody tr").all_inner_texts()
    assert opened.locator("#search").is_hidden()
    assert opened.locator("main > noscript p").is_visible()
    if size == 300:
        assert len(rows) == 201
        assert rows[-1].strip() == "100 more are shown with JavaScript"
        return
    assert rows[3].split("\t") == ["14 October 2023", "The dam broke"]
    assert any("may resign (possible)" in row for row in rows)
    assert "The dam broke on 14 October 2023." in opened.inner_text("#text")


def test_a_long_table_tells_how_long_it_is(browser: Browser, tmp_path: Path) -> None:
    opened = Watched(browser, write_html(tmp_path / "crowd.html", crowd(2000)))
    assert opened.page.get_attribute("#table table", "aria-rowcount") == "2001"
    assert opened.page.locator("#table tbody tr[data-row]").count() < 200
    opened.page.evaluate("document.getElementById('table').scrollTop = 1e7")
    opened.settle()
    last = opened.page.locator("#table tbody tr[data-row]").last
    assert last.get_attribute("aria-rowindex") == "2001"


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_rules_of_accessibility_find_nothing_serious(
    browser: Browser, file: Path, light: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    opened = Watched(browser, file, viewport={"width": width, "height": 900}, color_scheme=light)
    opened.page.click("#table tr[data-row='3'] .pick")
    opened.page.click(".help summary")
    found = axe.Axe().run(opened.page).response["violations"]
    serious = [v["id"] for v in found if v["impact"] in ("serious", "critical")]
    assert serious == [], [v["nodes"][0]["html"] for v in found]
