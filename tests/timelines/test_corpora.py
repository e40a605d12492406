"""Whole corpora, and sentences in disorder, are read to tables: none may stop the reading."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.timelines import read

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))
PUT_IN = [
    ",",
    "and",
    "which",
    "who",
    "on Monday",
    "in 1998",
    "(",
    ")",
    "–",
    "that",
    "of",
    "after",
    "'-'",
    "*",
    "“”",
]
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


def test_fragments_with_words_moved_left_out_and_put_in_are_read() -> None:
    chance = random.Random(33)
    articles = [path.read_text(encoding="utf-8").split() for path in ARTICLES]
    for _ in range(100):
        words = chance.choice(articles)
        start = chance.randrange(len(words) - 60)
        words = words[start : start + chance.randrange(8, 60)]
        for _ in range(chance.randrange(6)):
            first, second = chance.randrange(len(words)), chance.randrange(len(words))
            words[first], words[second] = words[second], words[first]
            words.insert(first, chance.choice(PUT_IN))
        read(" ".join(words), published="2023-03-06").table  # noqa: B018
