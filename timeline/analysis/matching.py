"""Which rows of two tables tell of the same event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.analysis.bounds import Bools, Bounds, Ints, bounds, require
from timeline.analysis.kinds import small_words
from timeline.analysis.relations import spread
from timeline.errors import BadTable
from timeline.sentences.lexicon import load_lexicon

Floats = npt.NDArray[np.float64]
#: What counts for likeness: words shared, trigger words shared, time that may be shared.
WORDS, TRIGGER, TIME = 0.7, 0.15, 0.15
COLUMNS = ("first", "second", "likeness", "again", "why")
_WORD = re.compile(r"[^\W_]{3,}|\d+")
_COMMON = 20_000  # a word that would join more pairs than this tells nothing


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

    The work grows with the pairs that share an uncommon word. Raises `BadTable` for tables
    without `event`, or as `bounds` does.
    """
    for table in (first, second):
        require(table, "event")
        require_unique(table)
    terms = _terms(first, second)
    left, right, shared = _sharing(terms)
    score = WORDS * shared + TRIGGER * _same_trigger(first, second, left, right)
    score += TIME * _may_touch(bounds(first).take(left), bounds(second).take(right))
    keep = score >= likeness
    left, right, score = left[keep], right[keep], score[keep]
    order = np.lexsort((right, left, -score))
    chosen, again = _choose(left[order], right[order], len(first), len(second))
    picked = order[chosen]
    place = np.lexsort((right[picked], left[picked]))
    picked, again = picked[place], again[place]
    rows = [
        (first.index[i], second.index[j], float(value), bool(twice), _why(terms, i, j))
        for i, j, value, twice in zip(
            left[picked].tolist(), right[picked].tolist(), score[picked], again, strict=True
        )
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def require_unique(table: pd.DataFrame) -> None:
    """Raise `BadTable` where two rows have the same index label."""
    if not table.index.is_unique:
        twice = table.index[table.index.duplicated()][0]
        raise BadTable(f"two rows are labelled {twice}: use table.reset_index(drop=True)")


def _terms(first: pd.DataFrame, second: pd.DataFrame) -> _Terms:
    numbers: dict[str, int] = {}
    sides: list[tuple[Ints, Ints]] = []
    for table in (first, second):
        words: list[int] = []
        rows: list[int] = []
        for row, text in enumerate(_texts(table)):
            told = {word for word in _WORD.findall(text.lower()) if word not in small_words()}
            for word in sorted(set(map(_lemma, told))):
                words.append(numbers.setdefault(word, len(numbers)))
                rows.append(row)
        sides.append((np.array(words, dtype=np.int64), np.array(rows, dtype=np.int64)))
    commonness = sum(np.bincount(words, minlength=len(numbers)) for words, _ in sides)
    weight = np.log(1 + (len(first) + len(second)) / np.maximum(commonness, 1)) ** 2
    return _Terms(sides[0], sides[1], np.asarray(weight, dtype=np.float64), list(numbers))


def _texts(table: pd.DataFrame) -> list[str]:
    text = table["event"].astype("str").fillna("")
    for name in ("participants", "place"):
        if name in table:
            text = text + " " + table[name].astype("str").fillna("")
    return list(text)


@lru_cache(maxsize=100_000)
def _lemma(word: str) -> str:
    lexicon = load_lexicon()
    verb = lexicon.lemma(word, "v")
    return verb if verb != word else lexicon.lemma(word, "n")


def _sharing(terms: _Terms) -> tuple[Ints, Ints, Floats]:
    """All pairs of rows with a word in common, and how much of their words' weight they share."""
    words, rows = (np.concatenate(columns) for columns in zip(terms.first, strict=True))
    others, other_rows = terms.second
    order = np.argsort(others, kind="stable")
    others, other_rows = others[order], other_rows[order]
    begin = np.searchsorted(others, words, side="left").astype(np.int64)
    counts = np.searchsorted(others, words, side="right") - begin
    often = np.bincount(words, minlength=len(terms.words)) * np.bincount(
        others, minlength=len(terms.words)
    )
    counts = np.where(often[words] > _COMMON, 0, counts).astype(np.int64)
    left = np.repeat(rows, counts)
    right = other_rows[spread(begin, counts)]
    weight = np.repeat(terms.weight[words], counts)
    size = int(other_rows.max(initial=0)) + 1
    pairs, place = np.unique(left * size + right, return_inverse=True)
    shared = np.bincount(place, weight, minlength=len(pairs))
    left, right = pairs // size, pairs % size
    norms = [np.bincount(rows, terms.weight[words]) for words, rows in (terms.first, terms.second)]
    whole = np.sqrt(norms[0][left] * norms[1][right]) if len(pairs) else shared
    return left, right, shared / whole


def _same_trigger(first: pd.DataFrame, second: pd.DataFrame, left: Ints, right: Ints) -> Floats:
    if "trigger" not in first or "trigger" not in second:
        return np.ones(len(left))
    heads = [
        np.array([_lemma(t.split()[-1].lower()) if t.split() else "" for t in column], dtype=object)
        for column in (table["trigger"].astype("str").fillna("") for table in (first, second))
    ]
    return np.asarray(heads[0][left] == heads[1][right], dtype=np.float64)


def _may_touch(first: Bounds, second: Bounds) -> Bools:
    return (first.begin_low <= second.end_high) & (second.begin_low <= first.end_high)


def _choose(left: Ints, right: Ints, size: int, other: int) -> tuple[Ints, Bools]:
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


def _why(terms: _Terms, first: int, second: int) -> str:
    words, rows = terms.first
    others, other_rows = terms.second
    here = words[
        np.searchsorted(rows, first, side="left") : np.searchsorted(rows, first, side="right")
    ]
    there = others[
        np.searchsorted(other_rows, second, side="left") : np.searchsorted(
            other_rows, second, side="right"
        )
    ]
    shared = np.intersect1d(here, there)
    shared = shared[np.argsort(-terms.weight[shared], kind="stable")][:6]
    return "shared words: " + ", ".join(sorted(terms.words[word] for word in shared))
