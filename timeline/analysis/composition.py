"""What two relations say together: Allen's composition table.

Source: J. F. Allen, "Maintaining knowledge about temporal intervals", CACM 26(11), 1983,
figure 4. The table is worked out here from all placements of three stretches.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from timeline.analysis.relations import mask, names
from timeline.spans import ALLEN, CONVERSE, relate


def _table() -> npt.NDArray[np.uint16]:
    """Three stretches have at most six distinct ends, so six moments show every case."""
    stretches = [(low, high) for low in range(6) for high in range(low + 1, 6)]
    place = {name: number for number, name in enumerate(ALLEN)}
    known = {(a, b): place[relate(*a, *b)] for a in stretches for b in stretches}
    table = np.zeros((len(ALLEN), len(ALLEN)), dtype=np.uint16)
    for a in stretches:
        for b in stretches:
            for c in stretches:
                table[known[a, b], known[b, c]] |= np.uint16(1 << known[a, c])
    return table


COMPOSITION = _table()
COMPOSITION.flags.writeable = False


def compose(first: str | Iterable[str], second: str | Iterable[str]) -> tuple[str, ...]:
    """How A may stand to C, where A stands to B in `first` and B to C in `second`.

    >>> compose("before", "during")
    ('before', 'meets', 'overlaps', 'starts', 'during')
    >>> compose("starts", "before|meets")
    ('before',)

    Each is a relation, relations joined by "|", or an iterable of them. Raises `BadTable` for
    an unknown name.
    """
    found = np.uint16(0)
    left, right = names(mask(first)), names(mask(second))
    for one in left:
        for other in right:
            found |= COMPOSITION[ALLEN.index(one), ALLEN.index(other)]
    return names(found)


def converse(relation: str | Iterable[str]) -> tuple[str, ...]:
    """How B stands to A, where A stands to B in `relation`.

    >>> converse("before|meets")
    ('met_by', 'after')
    """
    return names(mask(CONVERSE[name] for name in names(mask(relation))))
