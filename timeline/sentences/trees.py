"""The tree of a sentence: which word each word depends on, and how."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.intp]


class Tree(NamedTuple):
    """Heads and relations of a sentence's words, by place.

    >>> Tree((1, -1), ("nsubj", "root")).heads[0]
    1

    `heads[k]` is the place of the word that word `k` depends on, -1 for the root; `relations[k]`
    is the relation's name in Universal Dependencies (universaldependencies.org/u/dep).
    """

    heads: tuple[int, ...]
    relations: tuple[str, ...]


NO_TREE = Tree((), ())


@cache
def plain(relation: str) -> str:
    """A relation without what is added after a colon.

    >>> plain("acl:relcl")
    'acl'
    """
    return relation.partition(":")[0]


def are_trees(heads: Ints, inside: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which rows of heads (0 is the root, k the word k - 1) hang together on one root.

    >>> rows = np.array([[2, 0], [2, 1], [0, 0]])
    >>> are_trees(rows, np.ones((3, 2), dtype=bool)).tolist()
    [True, False, False]
    """
    many, width = heads.shape
    above = np.zeros((many, width + 1), dtype=np.intp)
    above[:, 1:] = np.where(inside, heads, 0)
    single = ((above[:, 1:] == 0) & inside).sum(axis=1) == 1
    # Each step looks twice as far up; who has not arrived at the root by then walks in a circle.
    for _ in range(width.bit_length()):
        above = np.take_along_axis(above, above, axis=1)
    arrived: npt.NDArray[np.bool_] = single & ~above.any(axis=1)
    return arrived


def straighten(scores: npt.NDArray[np.float32]) -> Ints:
    """The best head of each word such that all hang together on one root, counted from 1.

    `scores[k, 0]` is the score of word `k` as the root, `scores[k, h + 1]` that of word `h` as its
    head; a head of 0 is the root. The best head is taken for each word; where that gives several
    roots or a circle, the word that loses least by it takes its next best head outside of what
    hangs on it.

    >>> straighten(np.array([[0, -9, 5], [9, 4, -9]], dtype=np.float32)).tolist()
    [2, 0]
    """
    best = scores.argmax(axis=1) - 1
    count = len(best)
    roots = np.flatnonzero(best < 0)
    if len(roots) != 1:
        # One root: the word that gains most over its best head among the words.
        lead = scores[:, 0] - (scores[:, 1:].max(axis=1) if count > 1 else 0)
        among = roots if len(roots) else np.arange(count)
        root = int(among[lead[among].argmax()])
        for k in roots.tolist():
            if k != root:
                best[k] = scores[k, 1:].argmax()
        best[root] = -1
    heads = best.tolist()
    while circle := find_circle(heads):
        inside = set(circle)
        below = hanging(heads, inside)
        least, word, head = np.inf, circle[0], -1
        for k in circle:
            row = scores[k, 1:].copy()
            row[below] = -np.inf
            other = int(row.argmax())
            loss = float(scores[k, heads[k] + 1] - row[other])
            if loss < least:
                least, word, head = loss, k, other
        heads[word] = head
    return np.array(heads, dtype=np.intp) + 1


def find_circle(heads: list[int]) -> list[int]:
    """The words of a circle of heads, none if there is no circle."""
    state = [0] * len(heads)
    for k in range(len(heads)):
        path = []
        while k >= 0 and state[k] == 0:
            state[k] = 1
            path.append(k)
            k = heads[k]
        if k >= 0 and state[k] == 1:
            return path[path.index(k) :]
        for passed in path:
            state[passed] = 2
    return []


def hanging(heads: list[int], circle: set[int]) -> list[int]:
    """Every word that leads to the circle, which would stay a circle with a head among them.

    >>> hanging([1, 0, 1, 2, -1, 4], {0, 1})
    [0, 1, 2, 3]
    """
    leads = dict.fromkeys(circle, True) | {-1: False}
    for k in range(len(heads)):
        path = []
        while k not in leads:
            leads[k] = False  # another circle never comes to this one
            path.append(k)
            k = heads[k]
        for passed in path:
            leads[passed] = leads[k]
    return [k for k in range(len(heads)) if leads[k]]


def join(pieces: Sequence[Tree]) -> Tree:
    """Trees of the pieces of a sentence as one: each root after the first hangs on the one before.

    >>> join([Tree((1, -1), ("nsubj", "root")), Tree((-1,), ("root",))])
    Tree(heads=(1, -1, 1), relations=('nsubj', 'root', 'parataxis'))
    """
    if len(pieces) == 1:
        return pieces[0]
    heads: list[int] = []
    relations: list[str] = []
    above = -1
    for piece in pieces:
        start = len(heads)
        heads += [above if head < 0 else head + start for head in piece.heads]
        relations += [
            "parataxis" if head < 0 <= above else relation
            for head, relation in zip(piece.heads, piece.relations, strict=True)
        ]
        above = start + piece.heads.index(-1)
    return Tree(tuple(heads), tuple(relations))
