"""Who depends on whom: a head and a relation for every word of whole documents at once.

Words are read through a window, then from both ends of their sentence, with a memory that forgets
by what it meets (Bradbury et al. 2017, "Quasi-recurrent neural networks"). Every pair of words of a
sentence is scored as dependent and head, and every dependent takes the head that fits best (Dozat
and Manning 2017, "Deep biaffine attention for neural dependency parsing"). Relations are told last,
by the word and its head, and by what else hangs on the two: a clause with a "to" and no subject is
another complement than one with both. They are those of Universal Dependencies
(universaldependencies.org/u/dep).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline.sentences.embedding import Arrays, Embedding, Floats, load_arrays
from timeline.sentences.features import Reading, describe_dependent
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import multiply, multiply_rows, pad_strips
from timeline.sentences.tokens import Sentence
from timeline.sentences.trees import NO_TREE, Ints, Tree, are_trees, join, straighten

# Longer sentences are parsed in pieces: pairs of words grow with the square of the length.
LONGEST = 150
# Words taken through the layers at once, so that they stay in the processor's cache.
CHUNK = 1_500
# Sentences of like length are scored together, up to so many pairs of words.
PAIRS = 60_000
# The score of what cannot be a head, far below any other.
NEVER = -1e9
# What stands between sentences; no word is empty.
PAD: Reading = ("", "", "", "")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the words of some sentences stand in arrays: all first words, all second words, …

    The sentences are sorted, the longest first; word `t` of sentence `k` is row `steps[t] + k`,
    `steps` going one beyond the last. `words` tells which word of its sentence stands in each row,
    `mirror` which row holds the one as far from the other end of it; `rows` are the rows of the
    words of one sentence after another.
    """

    lengths: Ints
    steps: Ints
    words: Ints
    mirror: Ints
    rows: Ints

    @classmethod
    def of(cls, lengths: Ints) -> Layout:
        """The layout of sentences of some lengths, which fall."""
        going = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left")
        steps = np.concatenate([[0], np.cumsum(going)])
        words = np.repeat(np.arange(len(going)), going)
        sentences = np.arange(len(words)) - steps[words]
        mirror = steps[lengths[sentences] - 1 - words] + sentences
        return cls(lengths, steps, words, mirror, np.argsort(sentences, kind="stable"))


class Gate(NamedTuple):
    """Weights and biases of what is new at each word, and of how much is kept of what was in mind,
    before the logistic function."""

    new: Floats
    new_bias: Floats
    kept: Floats
    kept_bias: Floats

    @classmethod
    def of(cls, weights: Floats, bias: Floats) -> Gate:
        """A gate from a matrix whose first half of columns are for what is new."""
        (new, kept), (new_bias, kept_bias) = np.split(weights, 2, axis=1), np.split(bias, 2)
        return cls(np.ascontiguousarray(new), new_bias, np.ascontiguousarray(kept), kept_bias)


class ArcNetwork:
    """Scores of heads and relations; `arrays` are those that `benchmarks/train/parser.py` wrote."""

    def __init__(self, arrays: Arrays, describe: Callable[[Reading], Sequence[int]]) -> None:
        def floats(name: str) -> Floats:
            return arrays[name].astype(np.float32)

        self.relations: list[str] = [str(name) for name in arrays["relations"]]
        self._called_root = self.relations.index("root")
        self._words = Embedding(arrays, describe)
        self._first_bias = floats("first_bias")
        self._near, self._near_bias = floats("near"), floats("near_bias")
        self._gates = [
            Gate.of(floats(f"gate{k}"), floats(f"gate{k}_bias"))
            for k in range(int(arrays["gates"]))
        ]
        self._arc, self._head_bias = floats("arc"), floats("head_bias")
        self._root, self._distance = floats("root"), floats("distance")
        self._label_root, self._label_distance = floats("label_root"), floats("label_distance")
        self._around = floats("around")
        self._last, self._last_bias = floats("last"), floats("last_bias")
        # A word adds to each place of a window, and then to its views.
        views, views_bias = floats("views"), floats("views_bias")
        self._span = self._words.slots - len(views_bias) // self._words.width
        sizes = [len(self._arc)] * 2 + [len(self._label_root)] * 2
        self._cuts = np.cumsum(sizes).tolist()
        self._views = [np.ascontiguousarray(some) for some in np.split(views, self._cuts, axis=1)]
        self._views_bias = np.split(views_bias, self._cuts)

    def parse(self, sentences: Sequence[Sequence[Reading]]) -> list[Tree]:
        """The tree of each sentence."""
        trees = [NO_TREE] * len(sentences)
        order = sorted(
            (k for k, words in enumerate(sentences) if words), key=lambda k: -len(sentences[k])
        )
        run: list[int] = []
        size = 0
        for k in [*order, -1]:
            if run and (k < 0 or size + len(sentences[k]) > CHUNK):
                found = self._parse_run([sentences[i] for i in run])
                for i, tree in zip(run, found, strict=True):
                    trees[i] = tree
                run, size = [], 0
            if k >= 0:
                run.append(k)
                size += len(sentences[k])
        return trees

    def _parse_run(self, sentences: Sequence[Sequence[Reading]]) -> list[Tree]:
        """The trees of some sentences, the longest first."""
        layout = Layout.of(np.array([len(words) for words in sentences]))
        views = self._view(sentences, layout)
        heads = self._attach(views[0], views[1], layout)
        labels = self._name(views[2], views[3], views[4], heads, layout.words)
        hanging = np.where(heads < 0, -1, layout.words[heads])[layout.rows].tolist()
        names = list(map(self.relations.__getitem__, labels[layout.rows].tolist()))
        trees, start = [], 0
        for words in sentences:
            stop = start + len(words)
            trees.append(Tree(tuple(hanging[start:stop]), tuple(names[start:stop])))
            start = stop
        return trees

    def _view(self, sentences: Sequence[Sequence[Reading]], layout: Layout) -> list[Floats]:
        """Each word as dependent and as head, for arcs and for relations, and as one of others."""
        reach = self._span // 2
        gap = [PAD] * reach
        keys = list(chain(gap, *chain.from_iterable((words, gap) for words in sentences)))
        keys += [PAD] * (pad_strips(len(keys) - 2 * reach) + 2 * reach - len(keys))
        table, ids = self._words.look_up(keys)
        inner, pad = ids[reach : len(ids) - reach], ids[0]
        hidden = self._read_windows(table, ids, inner == pad)
        width, count = hidden.shape[1], len(layout.mirror)
        words = np.flatnonzero(inner != pad)
        # From one sentence after another to first words, second words, …
        order = np.empty(count, dtype=np.intp)
        order[layout.rows] = words
        filling = np.zeros((pad_strips(count) - count, width), np.float32)
        hidden = np.concatenate([hidden.take(order, axis=0), filling])
        for gate in self._gates:
            hidden += remember(hidden, gate, layout)
        own = table.reshape(-1, self._words.slots * width)[:, self._span * width :]
        types, views = inner[order], list[Floats]()
        for weights, bias, added in zip(
            self._views, self._views_bias, np.split(own, self._cuts, axis=1), strict=True
        ):
            view = multiply(hidden, weights)[:count]
            view += bias
            view += added[types]
            views.append(np.maximum(view, 0, out=view))
        return views

    def _read_windows(self, table: Floats, ids: Ints, pads: npt.NDArray[np.bool_]) -> Floats:
        """What is known of each word by those beside it; nothing of what stands between."""
        slots, count = self._words.slots, len(pads)
        around = np.zeros((count + 2, self._words.width), np.float32)
        hidden = around[1:-1]
        rows = ids * slots
        for place in range(self._span):
            hidden += table.take(rows[place : place + count] + place, axis=0)
        hidden += self._first_bias
        np.maximum(hidden, 0, out=hidden)
        hidden[pads] = 0
        size = hidden.shape[1]
        added = multiply(around[:-2], self._near[:size])
        added += multiply(hidden, self._near[size : 2 * size])
        added += multiply(around[2:], self._near[2 * size :])
        added += self._near_bias
        np.maximum(added, 0, out=added)
        hidden += added
        return hidden

    def _attach(self, dependents: Floats, heads: Floats, layout: Layout) -> Ints:
        """The row of each word's head, -1 for the root."""
        found = np.full(len(dependents), -1, dtype=np.intp)
        first, lengths = 0, layout.lengths.tolist()
        while first < len(lengths):
            width = lengths[first]
            last = min(first + max(1, PAIRS // width**2), len(lengths))
            inside = np.arange(width)[None, :] < layout.lengths[first:last, None]
            rows = layout.steps[None, :width] + np.arange(first, last)[:, None]
            rows[~inside] = 0
            best = self._choose(dependents.take(rows, axis=0), heads.take(rows, axis=0), inside)
            own = np.take_along_axis(rows, np.maximum(best - 1, 0), axis=1)
            found[rows[inside]] = np.where(best > 0, own, -1)[inside]
            first = last
        return found

    def _choose(self, words: Floats, above: Floats, inside: npt.NDArray[np.bool_]) -> Ints:
        """The head of each word of some sentences, counted from 1; 0 is the root."""
        many, width, size = words.shape
        heads = np.empty((many, width + 1, size), dtype=np.float32)
        heads[:, 0] = self._root
        heads[:, 1:] = above
        scores = multiply_rows(multiply_rows(words, self._arc), heads.transpose(0, 2, 1))
        leads = np.matmul(heads, self._head_bias)
        leads[:, 1:][~inside] = NEVER
        scores += leads[:, None, :]
        limit = len(self._distance) // 2
        gaps = np.arange(width)[None, :] - np.arange(width)[:, None]
        apart = self._distance.take(gaps + limit, mode="clip")
        np.fill_diagonal(apart, NEVER)
        scores[:, :, 1:] += apart
        best: Ints = scores.argmax(axis=2)
        for k in np.flatnonzero(~are_trees(best, inside)).tolist():
            length = int(inside[k].sum())
            best[k, :length] = straighten(scores[k, :length, : length + 1])
        return best

    def _name(self, words: Floats, above: Floats, told: Floats, heads: Ints, steps: Ints) -> Ints:
        """The number of each word's relation to its head, which is a row, -1 for the root.

        `told` is what a word adds to what is known of the word it hangs on, and of all that hang on
        the same one; `steps` is the place of each word in its sentence.
        """
        count, size = told.shape
        at_root = np.flatnonzero(heads < 0)
        held = gather(told, heads, steps)
        around = np.zeros((pad_strips(count), 4 * size), np.float32)
        around[:count, : 2 * size] = held
        around[:count, 2 * size :] = held[heads]
        around[at_root, 2 * size : 3 * size] = 0
        around[at_root, 3 * size :] = told[at_root]
        both = multiply(around, self._around)
        limit = len(self._label_distance) // 2 - 1
        apart = np.minimum(np.maximum(steps[heads] - steps, -limit), limit) + limit
        apart[at_root] = len(self._label_distance) - 1
        beside = above[heads]
        beside[at_root] = self._label_root
        both[:count] += words
        both[:count] += beside
        both[:count] += self._label_distance[apart]
        np.maximum(both, 0, out=both)
        fits = (multiply(both, self._last) + self._last_bias)[:count]
        # The root is called so, and no other word.
        fits[:, self._called_root] = np.where(heads < 0, np.inf, -np.inf)
        found: Ints = fits.argmax(axis=1)
        return found


def remember(hidden: Floats, gate: Gate, layout: Layout) -> Floats:
    """What is kept in mind at each word: half of it comes from the left, half from the right."""
    new, kept = multiply(hidden, gate.new), multiply(hidden, gate.kept)
    new += gate.new_bias
    kept += gate.kept_bias
    mirror = layout.mirror
    half, count = hidden.shape[1] // 2, len(mirror)
    # The logistic function, by one that numpy is quick at.
    kept *= 0.5
    np.tanh(kept, out=kept)
    kept *= 0.5
    kept += 0.5
    new -= kept * new
    new[:count, half:] = new[mirror, half:]
    kept[:count, half:] = kept[mirror, half:]
    steps = layout.steps.tolist()
    mind = new[: steps[1]]
    for start, stop in pairwise(steps[1:]):
        was, mind = mind[: stop - start], new[start:stop]
        mind += kept[start:stop] * was
    new[:count, half:] = new[mirror, half:]
    return new


def gather(told: Floats, heads: Ints, steps: Ints) -> Floats:
    """The sums of what hangs on each word from its left and, in the next columns, from its right.

    `heads` are rows, -1 for the root; `steps` are the places of the words in their sentences.
    """
    count, size = told.shape
    hanging = np.flatnonzero(heads >= 0)
    sides = (2 * heads + (steps > steps[heads]))[hanging]
    order = np.argsort(sides, kind="stable")
    sides = sides[order]
    firsts = np.flatnonzero(np.diff(sides, prepend=-1))
    found = np.zeros((2 * count, size), np.float32)
    if len(firsts):
        found[sides[firsts]] = np.add.reduceat(told[hanging[order]], firsts, axis=0)
    return found.reshape(count, 2 * size)


@cache
def load_parser() -> ArcNetwork:
    """The parser's network, read once."""
    lexicon = load_lexicon()
    return ArcNetwork(
        load_arrays("parser.npz"), lambda reading: describe_dependent(reading, lexicon)
    )


def find_trees(sentences: Sequence[Sentence]) -> list[Tree]:
    """The dependency tree of each sentence.

    >>> from timeline.sentences.analyzers import analyze
    >>> [tree] = find_trees(analyze("Rebels seized the port."))
    >>> tree.heads, tree.relations
    ((1, -1, 3, 1, 1), ('nsubj', 'root', 'det', 'obj', 'punct'))

    One call for a whole document is much faster than one for each sentence. A sentence of more than
    `LONGEST` words is read in pieces, each of which hangs on the one before it.
    """
    starts = [range(0, max(1, len(sentence.tokens)), LONGEST) for sentence in sentences]
    pieces = [
        [token[2:] for token in sentence.tokens[start : start + LONGEST]]
        for sentence, begins in zip(sentences, starts, strict=True)
        for start in begins
    ]
    found = iter(load_parser().parse(pieces))
    return [join([next(found) for _ in begins]) for begins in starts]
