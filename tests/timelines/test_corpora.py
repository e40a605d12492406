"""Whole corpora, and sentences that break off, are read to tables: none may stop the reading."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.timelines import read

CORPORA = [
    "te3_timebank",
    "te3_aquaint",
    "wikiwars_train",
    "timeset_train",
    "meantime_en_airbus",
    "meantime_en_apple",
]


@pytest.mark.parametrize("name", CORPORA)
def test_every_document_of_a_corpus_has_a_table(shared: Callable[[str], Path], name: str) -> None:
    lines = shared(f"corpora/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, lines):
        story = read(record["text"], published=record["dct"] or "2010-01-01")
        assert len(story.table) <= len(story.all_events)


@pytest.mark.parametrize(
    "text",
    ["On Monday she left and met Secretary of", "On Monday the crew, most ill, left, most"],
)
def test_a_sentence_may_break_off(text: str) -> None:
    assert len(read(text, published="2023-03-06").table) > 0
