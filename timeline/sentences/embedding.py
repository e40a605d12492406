"""What the word types of a text add to the first layer of a network, and the files of networks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from importlib.resources import files
from itertools import chain, filterfalse
from typing import Generic, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Arrays: TypeAlias = dict[str, npt.NDArray[np.generic]]
Key = TypeVar("Key", bound=Hashable)

# Word types kept ready for the first layer, about 40 MB at most.
KEPT = 20_000


class Embedding(Generic[Key]):
    """The first layer of a network for each word type, the sum of what its features add.

    `describe` gives the features of a word type (any hashable key), at least one. A type has one
    row for each of the `slots` in which the network may see it.
    """

    def __init__(self, arrays: Arrays, describe: Callable[[Key], Sequence[int]]) -> None:
        self._hashes = arrays["hashes"]
        self._rows = arrays["rows"].astype(np.int8, copy=False)
        self._scale: Floats = arrays["scale"].astype(np.float32)
        first: Floats = arrays["first"].astype(np.float32)
        self._first = first.reshape(-1, self._rows.shape[1], first.shape[1])
        self.slots, _, self.width = self._first.shape
        self._describe = describe
        self._kept: dict[Key, Floats] = {}

    def table(self, keys: Collection[Key]) -> Floats:
        """The rows of some word types, each given once, those of one after those of another."""
        kept = self._kept
        fresh = list(filterfalse(kept.__contains__, keys))
        if fresh:
            if len(kept) >= KEPT:
                kept, fresh = {}, list(keys)
            self._kept = kept
            kept.update(zip(fresh, self._sum_rows(fresh), strict=True))
        return np.concatenate(list(map(kept.__getitem__, keys))).reshape(-1, self.width)

    def _sum_rows(self, keys: Sequence[Key]) -> Floats:
        """What each word type adds in each slot, a row for each."""
        features = [self._describe(key) for key in keys]
        wanted = np.fromiter(chain.from_iterable(features), dtype=np.uint32)
        places = np.searchsorted(self._hashes, wanted)
        places[places == len(self._hashes)] = 0
        rows: Floats = self._rows[places] * self._scale
        # Features never seen in training add nothing.
        rows[self._hashes[places] != wanted] = 0
        counts = np.fromiter(map(len, features), dtype=np.intp)
        starts = np.cumsum(counts) - counts
        sums = rows[starts]
        for step in range(1, counts.max()):
            longer = np.flatnonzero(counts > step)
            sums[longer] += rows[starts[longer] + step]
        # One product for each word type: in larger ones a sum could hang on what it stands beside.
        added: Floats = np.matmul(sums[:, None, None], self._first)
        return added.reshape(len(keys), -1)


def load_arrays(name: str) -> Arrays:
    """The arrays of a file in `weights`."""
    path = files("timeline.sentences").joinpath("weights", name)
    with path.open("rb") as stream, np.load(stream) as arrays:
        return {key: arrays[key] for key in arrays.files}
