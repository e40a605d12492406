"""Which rows of two tables tell of the same event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.analysis.blocking import shared_words
from timeline.analysis.bounds import Bools, Bounds, Ints, bounds, require
from timeline.analysis.kinds import small_words
from timeline.errors import BadTable
from timeline.sentences.lexicon import load_lexicon
from timeline.table.clocks import home_of

Floats = npt.NDArray[np.float64]
#: What counts for likeness: words shared, trigger words shared, time that may be shared.
WORDS, TRIGGER, TIME = 0.7, 0.15, 0.15
_BREAK = "\n"
_WORD = re.compile(r"[^\W_]{3,}|\d+|\n")


@dataclass(frozen=True, slots=True)
class _Terms:
    """The words of two tables' rows: word numbers and row numbers, and each word's weight."""

    first: tuple[Ints, Ints]
    second: tuple[Ints, Ints]
    weight: Floats
    words: list[str]


def same_events(
    first: pd.DataFrame, second: pd.DataFrame, *, likeness: float = 0.5
) -> pd.DataFrame:
    """The pairs of rows, one of each table, that seem to tell of the same event.

    >>> one = pd.DataFrame({"event": ["Fire destroyed the old mill", "The mayor resigned"],
    ...                     "start": pd.to_datetime(["2022-09-04", "2022-10-01"])})
    >>> other = pd.DataFrame({"event": ["The old mill was destroyed"],
    ...                       "start": pd.to_datetime(["2022-09-03"])})
    >>> same_events(one, other)[["first", "second", "why"]].values.tolist()
    [[0, 0, 'shared words: destroy, mill, old']]

    Likeness, 0 to 1, is seven parts the words of the two events (and participants and places),
    rarer ones weighing more, one and a half parts the trigger, one and a half parts that the
    times may touch. The likest pairs are taken first, each row once; then rows left over join
    a row that is taken already (`again`), as when one account tells a thing twice. Dates that
    disagree do not keep a pair apart: that is for `compare` to show.

    The work grows with the pairs that share an uncommon word, or two common ones, up to a bound:
    in large tables of much the same words some pairs may be missed (`shared_words`). Raises
    `BadTable` for tables without `event`, or as `bounds` does.
    """
    for table in (first, second):
        require(table, "event")
        require_unique(table)
    terms = _terms(first, second)
    shared = _sharing(terms)
    left, right = shared.left, shared.right
    score = _likeness(first, second, shared)
    order = np.flatnonzero(score >= likeness)
    order = order[np.lexsort((right[order], left[order], -score[order]))]
    chosen, again = choose(left[order], right[order], len(first), len(second))
    picked = order[chosen]
    place = np.lexsort((right[picked], left[picked]))
    picked = picked[place]
    return pd.DataFrame(
        {
            "first": first.index.take(left[picked]),
            "second": second.index.take(right[picked]),
            "likeness": score[picked],
            "again": again[place],
            "why": pd.Series(_reasons(terms, shared, picked), dtype=object),
        }
    )


def alike(table: pd.DataFrame, *, likeness: float = 0.5) -> tuple[Ints, Ints, Floats]:
    """The pairs of rows of one table that are as like as this: row, an earlier row, likeness.

    >>> table = pd.DataFrame({"event": ["Fire destroyed the old mill", "The mayor resigned",
    ...                                 "The old mill was destroyed"],
    ...                       "start": pd.to_datetime(["2022-09-04"] * 3)})
    >>> [(int(row), int(other)) for row, other, _ in zip(*alike(table))]
    [(2, 0)]

    Rows are positions; likeness is that of `same_events`.
    """
    require(table, "event")
    shared = _sharing(_terms(table, table))
    later = np.flatnonzero(shared.left > shared.right)
    shared = _Shared(shared.left[later], shared.right[later], shared.part[later], later, later)
    score = _likeness(table, table, shared)
    like = np.flatnonzero(score >= likeness)
    return shared.left[like], shared.right[like], score[like]


def _likeness(first: pd.DataFrame, second: pd.DataFrame, shared: _Shared) -> Floats:
    left, right = shared.left, shared.right
    home = home_of(first, second)
    touch = _may_touch(bounds(first, home).take(left), bounds(second, home).take(right))
    score = WORDS * shared.part + TRIGGER * _same_trigger(first, second, left, right)
    return np.asarray(score + TIME * touch, dtype=np.float64)


def require_unique(table: pd.DataFrame) -> None:
    """Raise `BadTable` where two rows have the same index label."""
    if not table.index.is_unique:
        twice = table.index[table.index.duplicated()][0]
        raise BadTable(f"two rows are labelled {twice}: use table.reset_index(drop=True)")


def _terms(first: pd.DataFrame, second: pd.DataFrame) -> _Terms:
    found = [_words(first)]
    found.append(found[0] if second is first else _words(second))
    # Each word is hashed once; what follows is done for the few different ones.
    codes, forms = pd.factorize(np.concatenate([words for words, _ in found]))
    lemmas = [None if word in small_words() else _lemma(word) for word in forms]
    names = sorted({lemma for lemma in lemmas if lemma is not None})
    numbers = {lemma: number for number, lemma in enumerate(names)}
    number_of = np.array([-1 if x is None else numbers[x] for x in lemmas], dtype=np.int64)
    sides = []
    size = len(found[0][0])
    for number, (_, rows) in zip(np.split(number_of[codes], [size]), found, strict=True):
        key = np.sort(rows[number >= 0] * len(names) + number[number >= 0])
        key = key[np.append(True, key[1:] != key[:-1])[: len(key)]]
        sides.append((key % max(len(names), 1), key // max(len(names), 1)))
    commonness = sum(np.bincount(words, minlength=len(names)) for words, _ in sides)
    weight = np.log(1 + (len(first) + len(second)) / np.maximum(commonness, 1)) ** 2
    return _Terms(sides[0], sides[1], np.asarray(weight, dtype=np.float64), names)


def _words(table: pd.DataFrame) -> tuple[npt.NDArray[np.object_], Ints]:
    """All words of all rows, and the row of each."""
    lines = (text.replace(_BREAK, " ") for text in _texts(table))
    words = np.array(_WORD.findall(_BREAK.join(lines).lower()), dtype=object)
    breaks = words == _BREAK
    rows = np.cumsum(breaks)[~breaks]
    return words[~breaks], rows.astype(np.int64)


def _texts(table: pd.DataFrame) -> list[str]:
    names = [name for name in ("event", "participants", "place") if name in table]
    columns = [table[name].astype(object).tolist() for name in names]
    return [" ".join(x for x in row if isinstance(x, str)) for row in zip(*columns, strict=True)]


@lru_cache(maxsize=100_000)
def _lemma(word: str) -> str:
    lexicon = load_lexicon()
    verb = lexicon.lemma(word, "v")
    return verb if verb != word else lexicon.lemma(word, "n")


@dataclass(frozen=True, slots=True)
class _Shared:
    """Pairs of rows with a word in common: what part of their words' weight they share.

    `pair` and `word` list the words of the pairs one by one.
    """

    left: Ints
    right: Ints
    part: Floats
    pair: Ints
    word: Ints


def _sharing(terms: _Terms) -> _Shared:
    rows, others, word = shared_words(terms.first, terms.second, len(terms.words))
    changes = (rows[1:] != rows[:-1]) | (others[1:] != others[:-1])
    fresh = np.append(True, changes)[: len(rows)]
    left, right, pair = rows[fresh], others[fresh], np.cumsum(fresh) - 1
    norms = [
        np.bincount(side_rows, terms.weight[side], minlength=1)
        for side, side_rows in (terms.first, terms.second)
    ]
    whole = np.sqrt(norms[0][left] * norms[1][right])
    part = np.bincount(pair, terms.weight[word], minlength=len(left)) / whole
    return _Shared(left, right, part, pair.astype(np.int64), word)


def _same_trigger(first: pd.DataFrame, second: pd.DataFrame, left: Ints, right: Ints) -> Floats:
    if "trigger" not in first or "trigger" not in second:
        return np.ones(len(left))
    heads = []
    for table in (first, second):
        numbers, texts = pd.factorize(table["trigger"].astype("str").fillna(""))
        lemmas = [_lemma(text.split()[-1].lower()) if text.split() else "" for text in texts]
        heads.append(np.array(lemmas, dtype=object)[numbers])
    return np.asarray(heads[0][left] == heads[1][right], dtype=np.float64)


def _may_touch(first: Bounds, second: Bounds) -> Bools:
    return (first.begin_low <= second.end_high) & (second.begin_low <= first.end_high)


def choose(left: Ints, right: Ints, size: int, other: int) -> tuple[Ints, Bools]:
    """From the likest pair down: free rows pair off, then rows left over join taken ones."""
    taken = np.zeros(size, dtype=np.bool_), np.zeros(other, dtype=np.bool_)
    chosen, again, late = [], [], []
    for place, (i, j) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        if taken[0][i] or taken[1][j]:
            late.append((place, i, j))
            continue
        taken[0][i] = taken[1][j] = True
        chosen.append(place)
        again.append(False)
    for place, i, j in late:
        if taken[0][i] and taken[1][j]:
            continue
        taken[0][i] = taken[1][j] = True
        chosen.append(place)
        again.append(True)
    return np.array(chosen, dtype=np.int64), np.array(again, dtype=np.bool_)


def _reasons(terms: _Terms, shared: _Shared, picked: Ints) -> list[str]:
    """The weightiest words of each picked pair, in the order of the alphabet."""
    kept = np.isin(shared.pair, picked)
    pair, word = shared.pair[kept], shared.word[kept]
    order = np.lexsort((-terms.weight[word], pair))
    pair, word = pair[order], word[order]
    ends = np.searchsorted(pair, picked, side="right").tolist()
    names = [terms.words[number] for number in word.tolist()]
    begins = np.searchsorted(pair, picked, side="left").tolist()
    return [
        "shared words: " + ", ".join(sorted(names[begin : min(end, begin + 6)]))
        for begin, end in zip(begins, ends, strict=True)
    ]
