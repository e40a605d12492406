"""A small network that labels every word of a text by the words around it.

Each word type has an embedding, the sum of the embeddings of its features. Two layers look at a
window of words, then of their neighbours' first layer, and a last one gives a score for each label
(a convolutional tagger after Collobert et al. 2011, "Natural language processing (almost) from
scratch", with sums of hashed features in place of large word vectors). There is no recursion, so a
whole document is a few products of matrices.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from importlib.resources import files
from itertools import chain
from typing import Generic, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Key = TypeVar("Key", bound=Hashable)

# Word types kept ready for the first layer, about 40 MB at most.
KEPT = 20_000
# Tokens taken through the layers at once: the middle layers then stay in the processor's cache.
CHUNK = 2_048
# Rows multiplied at once. BLAS libraries spread larger products over threads, which costs ten times
# what it gains where other work keeps the cores busy; strips are as fast as one large product.
STRIP = 16


class WindowNetwork(Generic[Key]):
    """Scores for each label of each token.

    `describe` gives the features of a word type (any hashable key); `labels` are the names of the
    columns of what `score` returns.
    """

    def __init__(
        self, arrays: dict[str, npt.NDArray[np.generic]], describe: Callable[[Key], Sequence[int]]
    ) -> None:
        self.labels: list[str] = [str(label) for label in arrays["labels"]]
        self._hashes = arrays["hashes"]
        self._rows: Floats = arrays["rows"].astype(np.float32) * arrays["scale"].astype(np.float32)
        first = arrays["first"].astype(np.float32)
        size = self._rows.shape[1]
        self.reach = first.shape[0] // size // 2
        self._first = first.reshape(2 * self.reach + 1, size, -1)
        self._first_bias: Floats = arrays["first_bias"].astype(np.float32)
        self._second: Floats = arrays["second"].astype(np.float32)
        self._second_bias: Floats = arrays["second_bias"].astype(np.float32)
        self._last: Floats = arrays["last"].astype(np.float32)
        self._last_bias: Floats = arrays["last_bias"].astype(np.float32)
        self._describe = describe
        self._kept: dict[Key, Floats] = {}

    def _places(self, keys: Iterable[Key]) -> list[Floats]:
        """What each word type adds to the first layer, from those kept ready where it can be."""
        if len(self._kept) >= KEPT:
            self._kept = {}
        kept, found = self._kept, []
        for key in keys:
            row = kept.get(key)
            if row is None:
                row = kept[key] = self._sum_rows(key)
            found.append(row)
        return found

    def _sum_rows(self, key: Key) -> Floats:
        """What a word type adds to the first layer at each place of the window, in one row."""
        wanted = np.array(self._describe(key), dtype=np.uint32)
        places = np.searchsorted(self._hashes, wanted)
        places[places == len(self._hashes)] = 0
        # Features never seen in training add nothing.
        known = places[self._hashes[places] == wanted]
        added: Floats = np.matmul(self._rows[known].sum(axis=0), self._first)
        return added.ravel()

    def score(self, sentences: Sequence[Sequence[Key]], pad: Key) -> Floats:
        """One row of scores for each word of the sentences, in order; `pad` stands between them."""
        gap = [pad] * (self.reach + 1)
        keys = list(chain(gap, *chain.from_iterable((words, gap) for words in sentences)))
        keys += [pad] * (-(len(keys) - 2) % STRIP)
        numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        ids = np.fromiter(map(numbers.__getitem__, keys), dtype=np.intp, count=len(keys))
        span = 2 * self.reach + 1
        table = np.concatenate(self._places(numbers)).reshape(len(numbers) * span, -1)
        scores = np.empty((len(keys), len(self.labels)), dtype=np.float32)
        for start in range(1, len(keys) - 1, CHUNK):
            stop = min(start + CHUNK, len(keys) - 1)
            scores[start:stop] = self._layers(table, ids, start, stop)
        kept: Floats = scores[ids != numbers[pad]]
        return kept

    def _layers(self, table: Floats, ids: npt.NDArray[np.intp], start: int, stop: int) -> Floats:
        """The scores of the tokens from `start` to `stop`, both inside the outermost pads."""
        reach, low, high = self.reach, start - 1, stop + 1
        span, count = 2 * reach + 1, high - low
        around = ids[np.clip(np.arange(low - reach, high + reach), 0, len(ids) - 1)] * span
        first = table[around[:count]]
        for place in range(1, span):
            first += table[around[place : place + count] + place]
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
    product: Floats = np.matmul(strips, weights).reshape(len(values), -1)
    return product


def pad_strips(count: int) -> int:
    """The least whole number of strips that holds `count` rows, in rows."""
    return count + -count % STRIP


def load_network(name: str, describe: Callable[[Key], Sequence[int]]) -> WindowNetwork[Key]:
    """The network of a file in `weights`."""
    path = files("timeline.sentences").joinpath("weights", name)
    with path.open("rb") as stream, np.load(stream) as arrays:
        return WindowNetwork({key: arrays[key] for key in arrays.files}, describe)


def softmax(scores: Floats) -> Floats:
    """Scores as probabilities, row by row."""
    powers: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    powers /= powers.sum(axis=1, keepdims=True)
    return powers
