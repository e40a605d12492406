"""Lanes: where each mark goes so that nothing hides anything."""

from __future__ import annotations

import heapq
from collections.abc import Callable

import numpy as np

FloatArray = np.ndarray[tuple[int], np.dtype[np.float64]]
IntArray = np.ndarray[tuple[int], np.dtype[np.int64]]
Footprints = Callable[[IntArray], tuple[FloatArray, FloatArray]]


def pack(start: FloatArray, end: FloatArray) -> IntArray:
    """The lane of each stretch, from 0, with no two that overlap in one lane.

    >>> pack(np.array([0.0, 1.0, 5.0]), np.array([4.0, 2.0, 6.0])).tolist()
    [0, 1, 0]

    Greedy colouring of an interval graph in the order of starts, taking the lowest lane that is
    free: no other packing needs fewer lanes (Kleinberg and Tardos, Algorithm Design, 4.1).
    O(n log n).
    """
    lanes = np.zeros(len(start), dtype=np.int64)
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    for i in np.lexsort((-end, start)):
        while busy and busy[0][0] <= start[i]:
            heapq.heappush(free, heapq.heappop(busy)[1])
        lane = heapq.heappop(free) if free else len(busy)
        lanes[i] = lane
        heapq.heappush(busy, (end[i], lane))
    return lanes


def arrange(footprints: Footprints, ranked: IntArray, most: int) -> tuple[IntArray, IntArray]:
    """Lanes for all marks, with as many labels as fit into `most` lanes, the first ranked first.

    `footprints` gives the outer edges of all marks when the given ones carry labels; `ranked`
    holds the marks from the most to the least wanted label. Returns the lanes and the labelled
    marks.
    """
    low, high = 0, len(ranked)
    best = pack(*footprints(ranked[:0]))
    most = max(most, int(best.max(initial=-1)) + 1)
    while low < high:
        middle = (low + high + 1) // 2
        lanes = pack(*footprints(ranked[:middle]))
        if lanes.max(initial=-1) < most:
            low, best = middle, lanes
        else:
            high = middle - 1
    return best, _fill(best, footprints, ranked, low)


def _fill(lanes: IntArray, footprints: Footprints, ranked: IntArray, labelled: int) -> IntArray:
    """Adds labels that fit where their marks already are."""
    left, right = (edge.copy() for edge in footprints(ranked[:labelled]))
    wide_left, wide_right = footprints(ranked)
    order = np.lexsort((left, lanes))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    more: list[int] = []
    for i in ranked[labelled:]:
        at = place[i]
        before = order[at - 1] if at > 0 else -1
        after = order[at + 1] if at + 1 < len(order) else -1
        if before >= 0 and lanes[before] == lanes[i] and right[before] > wide_left[i]:
            continue
        if after >= 0 and lanes[after] == lanes[i] and left[after] < wide_right[i]:
            continue
        left[i], right[i] = wide_left[i], wide_right[i]
        more.append(int(i))
    return np.concatenate([ranked[:labelled], np.array(more, dtype=np.int64)])
