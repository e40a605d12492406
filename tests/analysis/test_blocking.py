"""Pairs of rows with words in common, against all pairs."""

from __future__ import annotations

import importlib

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.strategies import law
from timeline.analysis import merged
from timeline.analysis.blocking import Words, shared_words

COUNT = 8
ROWS = st.lists(st.sets(st.integers(0, COUNT - 1), max_size=4), min_size=1, max_size=6)
blocking = importlib.import_module("timeline.analysis.blocking")


def side(rows: list[set[int]]) -> Words:
    words = [word for row in rows for word in sorted(row)]
    places = [place for place, row in enumerate(rows) for _ in row]
    return np.array(words, dtype=np.int64), np.array(places, dtype=np.int64)


def found(first: list[set[int]], second: list[set[int]]) -> dict[tuple[int, int], set[int]]:
    pairs: dict[tuple[int, int], set[int]] = {}
    columns = (column.tolist() for column in shared_words(side(first), side(second), COUNT))
    for left, right, word in zip(*columns, strict=True):
        assert word not in pairs.setdefault((left, right), set())
        pairs[left, right].add(word)
    return pairs


@law
@given(ROWS, ROWS)
def test_all_pairs_of_few_rows_are_found_with_their_words(
    first: list[set[int]], second: list[set[int]]
) -> None:
    shared = {(i, j): a & b for i, a in enumerate(first) for j, b in enumerate(second)}
    assert found(first, second) == {pair: words for pair, words in shared.items() if words}


@law
@given(ROWS, ROWS, st.integers(0, 12))
def test_of_many_rows_those_found_have_all_their_words(
    first: list[set[int]], second: list[set[int]], bound: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "PAIRS", bound)
        for (left, right), words in found(first, second).items():
            assert words == first[left] & second[right]


def test_reports_of_one_affair_in_the_same_few_words_are_merged() -> None:
    """Where every word is common, two of them together still bring rows together."""
    who, what, where = ("mayor", "judge", "baker"), ("opened", "closed"), ("mill", "bridge", "inn")
    told = [f"The {a} {b} the {c}" for a in who for b in what for c in where]
    table = pd.DataFrame({"event": told * 150, "start": pd.Timestamp("1931-06-02")})
    table["document"] = np.repeat([f"paper {n}" for n in range(150)], len(told))
    found = merged(table)
    assert sorted(found["event"]) == sorted(told)
    assert set(found["told"]) == {150}
