"""What the word types of a text add to the first layer of a network, and the files of networks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from importlib.resources import files
from itertools import chain, count
from threading import Lock
from typing import Generic, NamedTuple, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.intp]
Arrays: TypeAlias = dict[str, npt.NDArray[np.generic]]
Key = TypeVar("Key", bound=Hashable)

# Word types kept ready for the first layer, about 40 MB at most.
KEPT = 20_000


class Types(NamedTuple, Generic[Key]):
    """Word types that have been met: the place of each, and what it adds there."""

    places: dict[Key, int]
    rows: Floats


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
        self._kept: Types[Key] = self._room(KEPT)
        self._meeting = Lock()

    def look_up(self, keys: Sequence[Key]) -> tuple[Floats, Ints]:
        """The rows of all word types met so far, those of one after those of another, and for each
        of some words the place of its type among them."""
        kept = self._kept
        try:
            places = _places(kept, keys)
        except KeyError:
            kept = self._meet(keys)
            places = _places(kept, keys)
        return kept.rows.reshape(-1, self.width), places

    def _meet(self, keys: Sequence[Key]) -> Types[Key]:
        """The word types with some more; all others are forgotten where there are too many."""
        with self._meeting:
            kept, wanted = self._kept, dict.fromkeys(keys)
            fresh = [key for key in wanted if key not in kept.places]
            if len(kept.places) + len(fresh) > len(kept.rows):
                fresh = list(wanted)
                kept = self._kept = self._room(len(fresh))
            if fresh:
                first = len(kept.places)
                kept.rows[first : first + len(fresh)] = self._sum_rows(fresh)
                kept.places.update(zip(fresh, count(first)))
            return kept

    def _room(self, least: int) -> Types[Key]:
        """Room for word types, which takes no memory before they come."""
        return Types({}, np.empty((max(least, KEPT), self.slots * self.width), np.float32))

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


def _places(kept: Types[Key], keys: Sequence[Key]) -> Ints:
    """The place of each word's type; raises `KeyError` where one has not been met."""
    return np.fromiter(map(kept.places.__getitem__, keys), dtype=np.intp, count=len(keys))


def load_arrays(name: str) -> Arrays:
    """The arrays of a file in `weights`."""
    path = files("timeline.sentences").joinpath("weights", name)
    with path.open("rb") as stream, np.load(stream) as arrays:
        return {key: arrays[key] for key in arrays.files}
