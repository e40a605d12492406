"""What the tests of exported pages share: a browser, and the page of a story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.charts.samples import ARTICLE, story
from tests.exports.browser import running
from timeline.exports.html import write_html


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with running(chromium) as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("pages") / "story.html"
    return write_html(where, story(), text=ARTICLE, title="Port Leron")
