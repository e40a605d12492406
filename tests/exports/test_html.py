"""The exported page, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.charts.samples import ARTICLE, story
from tests.exports.browser import Watched, running
from timeline.exports.html import write_html


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with running(chromium) as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("pages") / "story.html"
    return write_html(where, story(), text=ARTICLE, title="Port Leron")


def test_it_draws_without_a_word_to_the_console_or_the_network(
    browser: Browser, file: Path
) -> None:
    opened = Watched(browser, file)
    assert opened.page.locator("#chart .textpoint").count() == len(story())
    assert opened.errors == []
    assert [u for u in opened.requests if not u.startswith(("file:", "blob:"))] == []


def test_choosing_in_the_table_moves_chart_and_text(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    opened.page.click("#table tr[data-row='3'] .pick")
    opened.settle()
    assert opened.chosen() == "The dam broke"
    assert opened.page.locator("#text mark.chosen").all_inner_texts() == [
        "The dam broke",
        "on 14 October 2023",
    ]
    assert opened.page.locator("#chart .shapelayer path").count() == 2
