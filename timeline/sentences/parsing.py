"""Who depends on whom: a head and a relation for every word of whole documents at once.

Words are read through stacked windows of growing width, then every pair of words of a sentence is
scored as dependent and head, and every dependent takes the head that fits best (Dozat and Manning
2017, "Deep biaffine attention for neural dependency parsing", with dilated convolutions after
Strubell et al. 2017, "Fast and accurate entity recognition with iterated dilated convolutions", in
the place of a recurrent network). Relations are those of Universal Dependencies
(universaldependencies.org/u/dep).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain

import numpy as np

from timeline.sentences.embedding import Arrays, Embedding, Floats, load_arrays
from timeline.sentences.features import Reading, describe_dependent
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import multiply, pad_strips
from timeline.sentences.tokens import Sentence
from timeline.sentences.trees import NO_TREE, Ints, Tree, are_trees, read_in_pieces, straighten

# Longer sentences are parsed in pieces: pairs of words grow with the square of the length.
LONGEST = 150
# Tokens taken through the layers at once, so that they stay in the processor's cache.
CHUNK = 2_048
# Sentences of like length are scored together, up to so many pairs of words.
PAIRS = 60_000


class ArcNetwork:
    """Scores of heads and relations; `arrays` are those that `benchmarks/train/parser.py` wrote."""

    def __init__(self, arrays: Arrays, describe: Callable[[Reading], Sequence[int]]) -> None:
        def floats(name: str) -> Floats:
            return arrays[name].astype(np.float32)

        self.relations: list[str] = [str(name) for name in arrays["relations"]]
        self._called_root = self.relations.index("root")
        self._words = Embedding(arrays, describe)
        self._reach = self._words.slots // 2
        self._first_bias = floats("first_bias")
        self._dilations = [int(n) for n in arrays["dilations"].tolist()]
        self._deep = [
            (floats(f"deep{k}"), floats(f"deep{k}_bias")) for k in range(len(self._dilations))
        ]
        self._views, self._views_bias = floats("views"), floats("views_bias")
        self._arc, self._head_bias = floats("arc"), floats("head_bias")
        self._root, self._distance = floats("root"), floats("distance")
        self._label_root, self._label_distance = floats("label_root"), floats("label_distance")
        self._last, self._last_bias = floats("last"), floats("last_bias")

    def parse(self, sentences: Sequence[Sequence[Reading]]) -> list[Tree]:
        """The tree of each sentence."""
        lengths = [len(words) for words in sentences]
        if not sum(lengths):
            return [NO_TREE] * len(sentences)
        views = self._view(list(chain.from_iterable(sentences)), lengths)
        starts = np.cumsum([0, *lengths]).tolist()
        trees: list[Tree | None] = [None] * len(lengths)
        order = sorted(range(len(lengths)), key=lengths.__getitem__)
        run: list[int] = []
        for k in [*order, -1]:
            if run and (k < 0 or lengths[k] ** 2 * (len(run) + 1) > PAIRS):
                found = self._attach(views, [starts[i] for i in run], [lengths[i] for i in run])
                for i, tree in zip(run, found, strict=True):
                    trees[i] = tree
                run = []
            if k >= 0:
                run.append(k)
        return [tree for tree in trees if tree is not None]

    def _view(self, keys: list[Reading], lengths: list[int]) -> Floats:
        """Each word as dependent and as head, for arcs and for relations, side by side."""
        numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        ids = np.fromiter(map(numbers.__getitem__, keys), dtype=np.intp, count=len(keys))
        table = self._words.table(numbers)
        views = np.empty((len(keys), self._views.shape[1]), dtype=np.float32)
        bounds = np.cumsum([0, *lengths])
        first = 0
        while first < len(lengths):
            # Whole sentences, about CHUNK tokens of them.
            last = int(np.searchsorted(bounds, bounds[first] + CHUNK, side="left"))
            last = min(max(last, first + 1), len(lengths))
            start, stop = int(bounds[first]), int(bounds[last])
            views[start:stop] = self._layers(table, ids[start:stop], lengths[first:last])
            first = last
        return views

    def _layers(self, table: Floats, ids: Ints, lengths: list[int]) -> Floats:
        """The views of the words of a run of whole sentences."""
        count, span = len(ids), self._words.slots
        rows = pad_strips(count + 1)
        begins = np.repeat(np.cumsum([0, *lengths[:-1]]), lengths)
        ends = np.repeat(np.cumsum(lengths), lengths)
        here = np.arange(count)
        hidden = np.zeros((rows, self._words.width), dtype=np.float32)
        for place in range(span):
            there = here + place - self._reach
            inside = np.flatnonzero((there >= begins) & (there < ends))
            hidden[inside] += table[ids[there[inside]] * span + place]
        hidden[:count] += self._first_bias
        np.maximum(hidden, 0, out=hidden)
        # Row `count` stays zero: what stands beyond the ends of a sentence.
        hidden[count:] = 0
        size = hidden.shape[1]
        left, right = np.full(rows, count), np.full(rows, count)
        for dilation, (weights, bias) in zip(self._dilations, self._deep, strict=True):
            left[:count] = np.where(here - dilation >= begins, here - dilation, count)
            right[:count] = np.where(here + dilation < ends, here + dilation, count)
            added = multiply(hidden[left], weights[:size])
            added += multiply(hidden, weights[size : 2 * size])
            added += multiply(hidden[right], weights[2 * size :])
            added += bias
            np.maximum(added, 0, out=added)
            hidden += added
            hidden[count:] = 0
        views = multiply(hidden, self._views)
        views += self._views_bias
        np.maximum(views, 0, out=views)
        kept: Floats = views[:count]
        return kept

    def _attach(self, views: Floats, starts: list[int], lengths: list[int]) -> list[Tree]:
        """The trees of some sentences, scored side by side."""
        width, many = max(lengths), len(lengths)
        size, label_size = len(self._arc), len(self._label_root)
        inside = np.arange(width)[None, :] < np.array(lengths)[:, None]
        ids = np.where(inside, np.array(starts)[:, None] + np.arange(width)[None, :], 0)
        dependents = views[ids, :size]
        heads = np.empty((many, width + 1, size), dtype=np.float32)
        heads[:, 0] = self._root
        heads[:, 1:] = views[ids, size : 2 * size]
        scores = np.matmul(np.matmul(dependents, self._arc), heads.transpose(0, 2, 1))
        scores += np.matmul(heads, self._head_bias)[:, None, :]
        limit = len(self._distance) // 2
        gaps = np.arange(-1, width)[None, :] - np.arange(width)[:, None]
        gaps = np.clip(gaps, -limit, limit) + limit
        scores[:, :, 1:] += self._distance[gaps[:, 1:]]
        scores[:, :, 1:][~np.broadcast_to(inside[:, None, :], (many, width, width))] = -1e9
        scores[:, np.arange(width), np.arange(1, width + 1)] = -1e9
        best = scores.argmax(axis=2)
        for k in np.flatnonzero(~are_trees(best, inside)).tolist():
            best[k, : lengths[k]] = straighten(scores[k, : lengths[k], : lengths[k] + 1])
        chosen = best[inside] - 1
        own = ids[inside]
        base = np.repeat(starts, lengths)
        at_root = chosen < 0
        label_heads = views[np.where(at_root, 0, base + chosen), 2 * size + label_size :]
        label_heads[at_root] = self._label_root
        steps = np.clip(chosen - (own - base), -limit, limit) + limit
        steps[at_root] = len(self._label_distance) - 1
        both = np.zeros((pad_strips(len(own)), label_size), dtype=np.float32)
        both[: len(own)] = views[own, 2 * size : 2 * size + label_size] + label_heads
        both[: len(own)] += self._label_distance[steps]
        np.maximum(both, 0, out=both)
        fits = (multiply(both, self._last) + self._last_bias)[: len(own)]
        # The root is called so, and no other word.
        fits[:, self._called_root] = np.where(at_root, np.inf, -np.inf)
        labels = fits.argmax(axis=1)
        names = list(map(self.relations.__getitem__, labels.tolist()))
        places = chosen.tolist()
        trees, start = [], 0
        for length in lengths:
            stop = start + length
            trees.append(Tree(tuple(places[start:stop]), tuple(names[start:stop])))
            start = stop
        return trees


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
    return read_in_pieces(load_parser().parse, sentences, LONGEST)
