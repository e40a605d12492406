"""Minimal occurrences of an episode: stretches that show it, no part of which does.

Source: Mannila, Toivonen and Verkamo, "Discovery of frequent episodes in event sequences", Data
Mining and Knowledge Discovery 1, 1997, section 5.
"""

from __future__ import annotations

import numpy as np

from timeline.analysis.bounds import Ints
from timeline.analysis.sequences import Sequences

Ways = tuple[Ints, Ints]


def minimal_bounds(found: Sequences, sure: Ways, may: Ways) -> tuple[Ints, Ints]:
    """How many minimal occurrences there are at least and at most, for each type that ends one.

    Ways are the last events of an episode, each with the latest instant at which one that ends
    there begins: `sure` as strictly as the dates allow, `may` as kindly. Where all instants are
    known the two bounds are one. Else each minimal occurrence ends at an event of its own, and
    stretches that lie apart and surely show the episode hold one each.
    """
    if (found.low == found.high).all():
        exact = _counted(found, *_minimal(found, found.low, *may))
        return exact, exact
    ended = np.bincount(found.kind[may[0]], minlength=len(found.kinds)).astype(np.int64)
    return _apart(found, *sure), ended


def _groups(found: Sequences, last: Ints) -> Ints:
    """Ways of one case that end in one type belong together."""
    return found.kind[last] * len(found.cases) + found.case[last]


def _minimal(found: Sequences, end: Ints, last: Ints, first: Ints) -> Ways:
    """The ways within which no other way lies, in order of group and time."""
    group = _groups(found, last)
    order = np.lexsort((-first, end[last], group))
    last, first, group = last[order], first[order], group[order]
    if not len(last):
        return last, first
    stretch = int(max(first.max(), end[last].max()) - first.min()) + 2
    reach = np.maximum.accumulate(first - first.min() + group * stretch)
    # A way holds an earlier ending one if it began no later.
    later = first - first.min() + group * stretch > np.append(-1, reach[:-1])
    keep = later | np.append(True, group[1:] != group[:-1])
    return last[keep], first[keep]


def _counted(found: Sequences, last: Ints, first: Ints) -> Ints:
    return np.bincount(found.kind[last], minlength=len(found.kinds)).astype(np.int64)


def _apart(found: Sequences, last: Ints, first: Ints) -> Ints:
    """The most ways that share no moment: always the next to end that begins after the last."""
    last, first = _minimal(found, found.high, last, first)
    group = _groups(found, last)
    counts = np.zeros(len(found.kinds), dtype=np.int64)
    if not len(last):
        return counts
    base, end = first.min(), found.high[last]
    stretch = int(end.max() - base) + 2
    begins = first - base + group * stretch
    following = np.searchsorted(begins, end - base + group * stretch, side="right")
    here = np.flatnonzero(np.append(True, group[1:] != group[:-1]))
    while len(here):
        counts += np.bincount(found.kind[last[here]], minlength=len(counts))
        then = following[here]
        inside = then < len(group)
        inside[inside] = group[then[inside]] == group[here[inside]]
        here = then[inside]
    return counts
