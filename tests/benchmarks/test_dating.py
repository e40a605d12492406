"""Which event of a sentence a time dates, measured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.dating import lessons
from benchmarks.events import documents
from benchmarks.train.dating import accuracy
from timeline.events.weighing import weights

TEXT = "The mayor said on Monday that the bridge had closed in May."


def document() -> dict[str, Any]:
    def piece(word: str, name: str, **more: str) -> dict[str, Any]:
        start = TEXT.index(word)
        return {"id": name, "text": word, "start": start, "end": start + len(word), **more}

    return {
        "text": TEXT,
        "dct": "2023-03-07",
        "events": [piece("said", "e1"), piece("closed", "e2")],
        "timex": [piece("Monday", "t1", type="DATE"), piece("May", "t2", type="DATE")],
        "tlinks": [
            {"from": "e1", "to": "t1", "rel": "IS_INCLUDED"},
            {"from": "e2", "to": "t2", "rel": "DURING"},
            {"from": "e2", "to": "t1", "rel": "BEFORE"},
        ],
    }


def test_each_time_has_the_events_tied_to_it() -> None:
    found = list(lessons(document()))
    assert [lesson.right for lesson in found] == [{0}, {1}]
    assert accuracy(found, weights("dating")) == 1
    assert accuracy(found, {"side=R": 1.0}) == 0


def test_news_is_dated_as_well_as_the_card_says(shared: Callable[[str], Path]) -> None:
    path = str(shared("corpora/te3_aquaint.jsonl"))
    found = [one for text in documents(path) if text["dct"] for one in lessons(text)]
    assert accuracy(found, weights("dating")) > 0.85
