"""The JavaScript viewers themselves open what we write for them, and nothing in it runs.

They are looked for in the folders of NODE_PATH: `npm install @knight-lab/timelinejs vis-timeline
mermaid`, then NODE_PATH=node_modules.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from timeline.exports import to_mermaid, to_timelinejs, to_vis

api = pytest.importorskip("playwright.sync_api")

ATTACK = "<img src=x onerror=window.hurt=1>"
STORY = pd.DataFrame(
    {
        "when": ["2022-09", "-0043-03-15", "2011/2015", "2022-08/..", "2022-09-04T18:30"],
        "event": [
            ATTACK,
            "Caesar </script><script>window.hurt=1</script>",
            "&lt;img src=x onerror=window.hurt=1&gt;",
            "title: a #1; %% {x} `y`",
            "%%{init: {'theme': 'dark'}}%%",
        ],
        "sentence": [ATTACK, '" onload="window.hurt=1', 'x http://a.b/"onmouseover="hurt', "", "z"],
        "source": ["javascript:window.hurt=1", "https://example.org/?a=1&b", ATTACK, None, None],
        "topic": [ATTACK, "&lt;img src=x onerror=window.hurt=1&gt;", "</svg>", "a", "a"],
    }
)


def package(path: str) -> Path:
    """A file of an npm package; the test is skipped where it is not installed."""
    for folder in filter(None, os.environ.get("NODE_PATH", "").split(os.pathsep)):
        if (Path(folder) / path).exists():
            return Path(folder) / path
    pytest.skip(f"{path} is in no folder of NODE_PATH")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """An empty page without a network, that may log no error and must not be hurt."""
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("http*://**", lambda route: route.abort())
    page.set_content('<div id="place" style="width: 1200px; height: 700px"></div>')
    yield page
    assert errors == []
    assert page.evaluate("window.hurt") is None
    page.close()


def shown(page: Any, selector: str) -> list[str]:
    return page.eval_on_selector_all(selector, "all => all.map(each => each.textContent)")


def test_timelinejs_opens_the_story(page: Any) -> None:
    page.add_style_tag(path=package("@knight-lab/timelinejs/dist/css/timeline.css"))
    page.add_script_tag(path=package("@knight-lab/timelinejs/dist/js/timeline.js"))
    written = to_timelinejs(STORY, title="War & <peace>", group="topic")
    page.add_script_tag(content=f"const story = {written}")
    page.evaluate(
        "window.shown = new TL.Timeline('place', story, {font: '', hash_bookmark: false})"
    )
    page.wait_for_selector(".tl-timegroup-message")
    assert page.evaluate("shown.config.messages") == {"errors": [], "warnings": []}
    years = "shown.config.events.map(e => e.start_date.data.date_obj.getFullYear())"
    assert page.evaluate(years) == [-43, 2011, 2022, 2022, 2022]
    assert set(STORY["event"]) < set(shown(page, ".tl-headline"))
    dates = {"15 March 44 BCE", "2011 to 2015", "since August 2022", "September 2022"}
    assert dates < set(shown(page, ".tl-headline-date"))
    assert set(shown(page, ".tl-timegroup-message")) >= set(STORY["topic"])
    links = page.eval_on_selector_all(".tl-text a", "all => all.map(each => each.href)")
    assert links == ["https://example.org/?a=1&b"]


def test_vis_timeline_opens_the_story(page: Any) -> None:
    page.add_script_tag(path=package("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"))
    page.add_script_tag(content=f"const story = {to_vis(STORY, group='topic')}")
    years = page.evaluate(
        """() => {
            const names = [...new Set(story.map(item => item.group))];
            const items = new vis.DataSet(story);
            const groups = new vis.DataSet(names.map(name => ({id: name, content: name})));
            new vis.Timeline(document.getElementById('place'), items, groups, {}).fit();
            return items.map(item => new Date(item.start).getFullYear());
        }"""
    )
    assert years == [2022, -43, 2011, 2022, 2022]
    page.wait_for_selector(".vis-item-content")
    assert set(shown(page, ".vis-item-content")) <= set(STORY["event"])
    assert set(STORY["topic"]) <= set(shown(page, ".vis-label"))


def test_mermaid_draws_the_story(page: Any) -> None:
    page.add_script_tag(path=package("mermaid/dist/mermaid.min.js"))
    page.evaluate(
        """async text => {
            mermaid.initialize({startOnLoad: false});
            document.getElementById('place').innerHTML = (await mermaid.render('g', text)).svg;
        }""",
        to_mermaid(STORY, title="War: a #1 story", section="topic"),
    )
    drawn = {text.replace(" ", "") for text in shown(page, "#place text")}
    expected = [*STORY["event"], *STORY["topic"], "War: a #1 story", "15 March 44 BCE"]
    assert {text.replace(" ", "") for text in expected} <= drawn
