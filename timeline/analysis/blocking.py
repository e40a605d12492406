"""Which pairs of rows have words in common, without looking at all pairs.

Words that few rows have bring their rows together; of words that many rows have, two at a time
do (blocking, as in record linkage: P. Christen, "Data Matching", 2012, chapter 4).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.analysis.bounds import Bools, Ints
from timeline.analysis.relations import spread

Words = tuple[Ints, Ints]
#: So many pairs are looked at for single words, and as many for twos: the rarest come first.
PAIRS = 1_000_000
#: Of a row so many of its common words are taken two at a time, the rarest.
_FEW = 6


def shared_words(first: Words, second: Words, count: int) -> tuple[Ints, Ints, Ints]:
    """The pairs of rows with words in common: left row, right row and word, an entry a word.

    >>> words, rows = np.array([0, 1, 1]), np.array([0, 0, 1])
    >>> left, right, word = shared_words((words, rows), (np.array([1]), np.array([7])), 2)
    >>> left.tolist(), right.tolist(), word.tolist()
    ([0, 1], [7, 7], [1, 1])

    Each side has word numbers (below `count`) and the row of each, a word once a row. Entries
    are sorted by left and right row. Pairs that only share what too many rows have (see
    `PAIRS`) may be left out; those that are found have all the words that they share.
    """
    size = int(second[1].max(initial=0)) + 1
    rare = _rare(first[0], second[0], count)
    key, word = _joined(first, second, rare, size)
    if not rare.all():
        twos, _ = _joined(*_twos(first, second, ~rare, count), None, size)
        pairs = np.sort(np.concatenate((key, twos)))  # far quicker than unique() of numpy 2
        pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)]]
        more = _kept(first, second, ~rare, count, pairs, size)
        key, word = np.concatenate((key, more[0])), np.concatenate((word, more[1]))
    order = np.lexsort((word, key))
    key, word = key[order], word[order]
    return key // size, key % size, word


def _rare(first: Ints, second: Ints, count: int) -> Bools:
    """The words to look at: the rarest, until their pairs are too many."""
    pairs = np.bincount(first, minlength=count) * np.bincount(second, minlength=count)
    order = np.argsort(pairs, kind="stable")
    found = np.zeros(len(pairs), dtype=np.bool_)
    found[order] = np.cumsum(pairs[order]) <= PAIRS
    return found


def _joined(first: Words, second: Words, chosen: Bools | None, size: int) -> tuple[Ints, Ints]:
    """The pairs of rows that share a chosen word, as one number a pair, and the word."""
    words, rows = first if chosen is None else _only(first, chosen)
    others, other_rows = second if chosen is None else _only(second, chosen)
    order = np.argsort(others, kind="stable")
    others, other_rows = others[order], other_rows[order]
    begin = np.searchsorted(others, words, side="left").astype(np.int64)
    counts = np.searchsorted(others, words, side="right").astype(np.int64) - begin
    key = np.repeat(rows, counts) * size + other_rows[spread(begin, counts)]
    return key, np.repeat(words, counts)


def _only(side: Words, chosen: Bools) -> Words:
    keep = chosen[side[0]]
    return side[0][keep], side[1][keep]


def _twos(first: Words, second: Words, common: Bools, count: int) -> tuple[Words, Words]:
    """Two common words of a row as one, those that few rows have."""
    often = np.bincount(first[0], minlength=count) + np.bincount(second[0], minlength=count)
    found = [_combined(_only(side, common), often, count) for side in (first, second)]
    codes, names = pd.factorize(np.concatenate([words for words, _ in found]))
    numbers = np.split(codes.astype(np.int64), [len(found[0][0])])
    sides = [(number, rows) for number, (_, rows) in zip(numbers, found, strict=True)]
    rare = _rare(numbers[0], numbers[1], len(names))
    return _only(sides[0], rare), _only(sides[1], rare)


def _combined(side: Words, often: Ints, count: int) -> Words:
    words, rows = side
    order = np.lexsort((words, often[words], rows))
    words, rows = words[order], rows[order]
    place = np.arange(len(rows)) - np.searchsorted(rows, rows, side="left")
    words, rows = words[place < _FEW], rows[place < _FEW]
    here = np.arange(len(rows), dtype=np.int64)
    counts = np.searchsorted(rows, rows, side="right").astype(np.int64) - here - 1
    one, other = np.repeat(words, counts), words[spread(here + 1, counts)]
    return np.minimum(one, other) * count + np.maximum(one, other), np.repeat(rows, counts)


def _kept(
    first: Words, second: Words, common: Bools, count: int, pairs: Ints, size: int
) -> tuple[Ints, Ints]:
    """The common words that each of some pairs of rows share."""
    words, rows = _only(first, common)
    order = np.argsort(rows, kind="stable")
    words, rows = words[order], rows[order]
    left, right = pairs // size, pairs % size
    begin = np.searchsorted(rows, left, side="left").astype(np.int64)
    counts = np.searchsorted(rows, left, side="right").astype(np.int64) - begin
    word = words[spread(begin, counts)]
    others, other_rows = _only(second, common)
    held = np.sort(other_rows * count + others)
    wanted = np.repeat(right, counts) * count + word
    place = np.minimum(np.searchsorted(held, wanted), max(len(held) - 1, 0))
    fits = held[place] == wanted if len(held) else np.zeros(len(wanted), dtype=np.bool_)
    return np.repeat(pairs, counts)[fits], word[fits]
