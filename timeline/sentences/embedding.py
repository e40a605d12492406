"""What the word types of a text add to the first layer of a network, and the files of networks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from importlib.resources import files
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

    `describe` gives the features of a word type (any hashable key). A type has one row for each of
    the `slots` in which the network may see it.
    """

    def __init__(self, arrays: Arrays, describe: Callable[[Key], Sequence[int]]) -> None:
        self._hashes = arrays["hashes"]
        self._rows: Floats = arrays["rows"].astype(np.float32) * arrays["scale"].astype(np.float32)
        first: Floats = arrays["first"].astype(np.float32)
        self._first = first.reshape(-1, self._rows.shape[1], first.shape[1])
        self.slots, _, self.width = self._first.shape
        self._describe = describe
        self._kept: dict[Key, Floats] = {}

    def table(self, keys: Iterable[Key]) -> Floats:
        """The rows of some word types, those of one after those of another."""
        if len(self._kept) >= KEPT:
            self._kept = {}
        kept, found = self._kept, []
        for key in keys:
            row = kept.get(key)
            if row is None:
                row = kept[key] = self._sum_rows(key)
            found.append(row)
        return np.concatenate(found).reshape(-1, self.width)

    def _sum_rows(self, key: Key) -> Floats:
        """What a word type adds in each slot, in one row."""
        wanted = np.array(self._describe(key), dtype=np.uint32)
        places = np.searchsorted(self._hashes, wanted)
        places[places == len(self._hashes)] = 0
        # Features never seen in training add nothing.
        known = places[self._hashes[places] == wanted]
        added: Floats = np.matmul(self._rows[known].sum(axis=0), self._first)
        return added.ravel()


def load_arrays(name: str) -> Arrays:
    """The arrays of a file in `weights`."""
    path = files("timeline.sentences").joinpath("weights", name)
    with path.open("rb") as stream, np.load(stream) as arrays:
        return {key: arrays[key] for key in arrays.files}
