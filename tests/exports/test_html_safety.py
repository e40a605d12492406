"""Nothing in a hostile article or table runs, loads or escapes from where it stands."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser

from tests.exports.browser import Watched
from timeline.exports.html import write_html

HOSTILE = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "</script><script>window.hacked = 1</script>",
    "<!-- <script> --> </style></title></mark><svg onload=window.hacked=1>",
    '<a href="javascript:window.hacked=1">press</a>',
    "$\\href{javascript:window.hacked=1}{x}$ and \\(x\\)",
    "<b>bold</b> %{customdata} {{7*7}} ${title} $title",
    "quote \" and ' and ` and \u2028 line",
]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = "\n".join(HOSTILE)
    starts = [text.index(line) for line in HOSTILE]
    table = pd.DataFrame(
        {
            "when": [f"20{10 + i}" for i in range(len(HOSTILE))],
            "event": HOSTILE,
            "sentence": HOSTILE,
            "place": HOSTILE,
            "why": HOSTILE,
            "source": ["javascript:window.hacked=1", *HOSTILE[1:]],
            "<img src=x onerror=alert(1)>": HOSTILE,
            "trigger_start": starts,
            "trigger_end": [s + len(line) for s, line in zip(starts, HOSTILE, strict=True)],
        }
    )
    where = tmp_path_factory.mktemp("pages") / "hostile.html"
    return write_html(where, table, text=text, title=HOSTILE[2], language='en" onload="x')


def test_nothing_hostile_runs(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    for row in range(len(HOSTILE)):
        opened.page.click(f"#table tr[data-row='{row}'] .pick")
        opened.settle()
        assert opened.chosen() == HOSTILE[row]
    for label in opened.page.locator("#chart .textpoint").all():
        label.hover(force=True)
    opened.page.select_option("#lanes", "place")
    opened.page.select_option("#colours", "place")
    opened.settle()
    assert opened.page.evaluate("window.hacked") is None
    assert opened.dialogs == []
    assert opened.errors == []
    assert opened.foreign() == []


def test_hostile_words_are_shown_as_they_were_written(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    assert opened.page.title() == HOSTILE[2]
    assert opened.page.inner_text("#text").split("\n")[0] == HOSTILE[0]
    labels = " ".join(opened.page.locator("#chart .textpoint").all_text_contents())
    for part in ("<script>", "<img src=x", '<a href="javascript:', "<b>bold</b>", "$\\href"):
        assert part in labels


def test_no_link_or_element_of_theirs_stands_in_the_page(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    opened.page.click("#table tr[data-row='0'] .pick")
    for selector in (
        "a[href^='javascript']",
        "img",
        "[onerror]",
        "[onload]",
        "#chart a",
        "#text b",
    ):
        assert opened.page.locator(selector).count() == 0, selector


def test_the_policy_stops_what_gets_in_all_the_same(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    opened.page.evaluate(
        """() => {
          document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hacked=1">');
          const script = document.createElement('script');
          script.textContent = 'window.hacked = 2';
          document.body.append(script);
          fetch('https://example.invalid/').catch(() => {});
        }"""
    )
    opened.settle()
    assert opened.page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in error for error in opened.errors)
