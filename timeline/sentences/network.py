"""A small network that labels every word of a text by the words around it.

Each word type has an embedding, the sum of the embeddings of its features. Two layers look at a
window of words, then of their neighbours' first layer, and a last one gives a score for each label
(a convolutional tagger after Collobert et al. 2011, "Natural language processing (almost) from
scratch", with sums of hashed features in place of large word vectors). There is no recursion, so a
whole document is a few products of matrices.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Generic

import numpy as np
import numpy.typing as npt

from timeline.sentences.embedding import Arrays, Embedding, Floats, Key, load_arrays

# Tokens taken through the layers at once: the middle layers then stay in the processor's cache.
CHUNK = 2_048
# Rows multiplied at once. BLAS libraries spread larger products over threads, which costs ten times
# what it gains where other work keeps the cores busy; strips are as fast as one large product.
STRIP = 16
# A strip's product takes at most so many multiplications at once, for the same reason.
LARGEST = 2**18


class WindowNetwork(Generic[Key]):
    """Scores for each label of each token.

    `describe` gives the features of a word type (any hashable key); `labels` are the names of the
    columns of what `score` returns.
    """

    def __init__(self, arrays: Arrays, describe: Callable[[Key], Sequence[int]]) -> None:
        self.labels: list[str] = [str(label) for label in arrays["labels"]]
        self._words = Embedding(arrays, describe)
        self.reach = self._words.slots // 2
        self._first_bias: Floats = arrays["first_bias"].astype(np.float32)
        self._second: Floats = arrays["second"].astype(np.float32)
        self._second_bias: Floats = arrays["second_bias"].astype(np.float32)
        self._last: Floats = arrays["last"].astype(np.float32)
        self._last_bias: Floats = arrays["last_bias"].astype(np.float32)

    def score(self, sentences: Sequence[Sequence[Key]], pad: Key) -> Floats:
        """One row of scores for each word of the sentences, in order; `pad` stands between them."""
        gap = [pad] * (self.reach + 1)
        keys = list(chain(gap, *chain.from_iterable((words, gap) for words in sentences)))
        keys += [pad] * (pad_strips(len(keys) - 2) + 2 - len(keys))
        table, ids = self._words.look_up(keys)
        scores = np.empty((len(keys), len(self.labels)), dtype=np.float32)
        for start in range(1, len(keys) - 1, CHUNK):
            stop = min(start + CHUNK, len(keys) - 1)
            scores[start:stop] = self._layers(table, ids, start, stop)
        kept: Floats = scores.take(np.flatnonzero(ids != ids[0]), axis=0)
        return kept

    def _layers(self, table: Floats, ids: npt.NDArray[np.intp], start: int, stop: int) -> Floats:
        """The scores of the tokens from `start` to `stop`, both inside the outermost pads."""
        reach, low, high = self.reach, start - 1, stop + 1
        span, count = 2 * reach + 1, high - low
        around = ids.take(np.arange(low - reach, high + reach), mode="clip") * span
        first = table.take(around[:count], axis=0)
        for place in range(1, span):
            first += table.take(around[place : place + count] + place, axis=0)
        first += self._first_bias
        np.maximum(first, 0, out=first)
        size = first.shape[1]
        second = multiply(first[:-2], self._second[:size])
        second += multiply(first[1:-1], self._second[size : 2 * size])
        second += multiply(first[2:], self._second[2 * size :])
        second += self._second_bias
        np.maximum(second, 0, out=second)
        scores = multiply(first[1:-1], self._last[:size])
        scores += multiply(second, self._last[size:])
        scores += self._last_bias
        return scores


def multiply(values: Floats, weights: Floats) -> Floats:
    """The product of two matrices, strip by strip; `values` has a whole number of strips."""
    strips = values.reshape(-1, STRIP, values.shape[1])
    parts = -(-STRIP * weights.size // LARGEST)
    if parts == 1:
        product: Floats = np.matmul(strips, weights).reshape(len(values), -1)
        return product
    columns = np.array_split(weights, parts, axis=1)
    products = [np.matmul(strips, some) for some in columns]
    return np.concatenate(products, axis=2).reshape(len(values), -1)


def multiply_rows(values: Floats, others: Floats) -> Floats:
    """The product of the last two axes, in products that no library spreads over threads."""
    step = max(1, LARGEST // (others.shape[-2] * others.shape[-1]))
    if values.shape[1] <= step:
        whole: Floats = np.matmul(values, others)
        return whole
    starts = range(0, values.shape[1], step)
    return np.concatenate([np.matmul(values[:, k : k + step], others) for k in starts], axis=1)


def pad_strips(count: int) -> int:
    """The least whole number of strips that holds `count` rows, in rows."""
    return count + -count % STRIP


def load_network(name: str, describe: Callable[[Key], Sequence[int]]) -> WindowNetwork[Key]:
    """The network of a file in `weights`."""
    return WindowNetwork(load_arrays(name), describe)


def softmax(scores: Floats) -> Floats:
    """Scores as probabilities, row by row."""
    powers: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    powers /= powers.sum(axis=1, keepdims=True)
    return powers
