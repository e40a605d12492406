"""The arrays of the parser against the same done word by word."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.sentences.parsing import Gate, Layout, gather, remember

WIDTH = 4

lengths_of_sentences = st.lists(st.integers(1, 6), min_size=1, max_size=5).map(
    lambda lengths: np.array(sorted(lengths, reverse=True))
)


def by_sentence(layout: Layout) -> list[list[int]]:
    return [rows.tolist() for rows in np.split(layout.rows, np.cumsum(layout.lengths)[:-1])]


@given(lengths_of_sentences)
def test_each_word_has_a_row_and_one_as_far_from_the_other_end(lengths: np.ndarray) -> None:
    layout = Layout.of(lengths)
    assert sorted(layout.rows.tolist()) == list(range(lengths.sum()))
    for rows in by_sentence(layout):
        assert layout.words[rows].tolist() == list(range(len(rows)))
        assert layout.mirror[rows].tolist() == rows[::-1]


@settings(deadline=None)
@given(lengths_of_sentences, st.integers(0, 99))
def test_what_is_remembered_comes_from_both_sides(lengths: np.ndarray, seed: int) -> None:
    random = np.random.default_rng(seed)
    layout = Layout.of(lengths)
    hidden = random.normal(size=(32, WIDTH)).astype(np.float32)
    weights = random.normal(size=(WIDTH, 2 * WIDTH)).astype(np.float32)
    bias = random.normal(size=2 * WIDTH).astype(np.float32)
    found = remember(hidden, Gate.of(weights, bias), layout)
    both = hidden @ weights + bias
    kept = 1 / (1 + np.exp(-both[:, WIDTH:]))
    new = (1 - kept) * both[:, :WIDTH]
    for rows in by_sentence(layout):
        for columns, way in (([0, 1], rows), ([2, 3], rows[::-1])):
            mind = np.zeros(2)
            for row in way:
                mind = new[row, columns] + kept[row, columns] * mind
                assert np.allclose(found[row, columns], mind, atol=1e-4)


@given(st.data(), st.integers(1, 6))
def test_what_hangs_on_a_word_is_summed_for_each_side(data: st.DataObject, count: int) -> None:
    any_head = st.lists(st.integers(-1, count - 1), min_size=count, max_size=count)
    heads = np.array(data.draw(any_head))
    told = np.arange(1, 2 * count + 1, dtype=np.float32).reshape(count, 2)
    wanted = np.zeros((count, 4))
    for word, head in enumerate(heads.tolist()):
        if head >= 0:
            wanted[head, 2 * (word > head) : 2 * (word > head) + 2] += told[word]
    assert gather(told, heads, np.arange(count)).tolist() == wanted.tolist()
