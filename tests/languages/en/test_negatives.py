"""Sentences in which nothing tells a time, though words of time are in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.resolution import Publication, resolve
from timeline.spans import seconds

SENTENCES = [
    line
    for line in Path(__file__).with_name("negatives.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_found(sentence: str) -> None:
    found = resolve(sentence, Publication(seconds(2024, 3, 14)))
    assert [expression.text for expression in found] == []
