"""Articles of our own on many subjects, each with the rows a good editor would write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.events.reader import events_of

ARTICLES = sorted(Path(__file__).parent.glob("*.txt"))


def rows(path: Path) -> list[Any]:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return [
        pytest.param(path, expected["published"], row, id=f"{path.stem}-{row['event'][:40]}")
        for row in expected["rows"]
    ]


@pytest.mark.parametrize(("path", "published", "row"), [r for p in ARTICLES for r in rows(p)])
def test_row(path: Path, published: str | None, row: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    found = [
        {
            "trigger": text[e.trigger_start : e.trigger_end],
            "event": e.text,
            "when": e.span.edtf() if e.span else "",
            "status": e.status,
            "attribution": e.attribution,
        }
        for e in events_of(text, published)
    ]
    named = [r for r in found if r["trigger"] == row["trigger"]]
    wanted = {"attribution": None, **row}
    # A date may be told more finely (an hour of the day) or be marked approximate.
    near = [r | {"when": wanted["when"]} for r in named if r["when"].startswith(row["when"])]
    assert wanted in near, named or [r["trigger"] for r in found]


def test_there_are_articles_on_eleven_subjects() -> None:
    assert len(ARTICLES) == 11
