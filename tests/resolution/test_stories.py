"""Stories of our own, each time in them marked with the value that a careful reader gives it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.resolution import Publication, resolve
from timeline.spans import seconds

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
# Long after all that is told, and no help in telling it.
PUBLISHED = Publication(seconds(2019, 5, 20))


def marked(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text without its marks, and the words and values that were marked."""
    return MARK.sub(r"\1", text), MARK.findall(text)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_time_of_a_story_is_read_as_marked(path: Path) -> None:
    text, told = marked(path.read_text(encoding="utf-8"))
    found = [(timex.text, timex.value) for e in resolve(text, PUBLISHED) for timex in e.timexes]
    assert found == told


def test_there_are_stories() -> None:
    assert len(STORIES) >= 4
