"""Allen's relations between the events of a table, certain or possible.

Source: J. F. Allen, "Maintaining knowledge about temporal intervals", CACM 26(11), 1983.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.analysis.bounds import LOW, Bools, Bounds, Ints, Length, bounded, bounds, seconds_in
from timeline.errors import BadTable
from timeline.spans import ALLEN, relate
from timeline.table.clocks import home_of

Masks = npt.NDArray[np.uint16]
EVERY = np.uint16((1 << len(ALLEN)) - 1)
_BIT = {name: np.uint16(1 << place) for place, name in enumerate(ALLEN)}
# Pairs worked out at once, so that memory stays small.
_CHUNK = 1 << 16


def _chains() -> dict[str, tuple[tuple[int, ...], ...]]:
    """For each relation the order of the four ends: (first begin, end, second begin, end).

    Ends that coincide share a group.
    """
    stretches = [(low, high) for low in range(4) for high in range(low + 1, 4)]
    chains = {}
    for first in stretches:
        for second in stretches:
            ends = (*first, *second)
            groups = (
                tuple(place for place in range(4) if ends[place] == moment)
                for moment in sorted(set(ends))
            )
            chains[relate(*first, *second)] = tuple(groups)
    return chains


_CHAINS = _chains()


def mask(names: str | Iterable[str]) -> np.uint16:
    """A set of relations as bits: "before", "before|meets" or several names.

    >>> names(mask("meets|before"))
    ('before', 'meets')

    Raises `BadTable` for a name that is none of Allen's thirteen.
    """
    parts = names.split("|") if isinstance(names, str) else list(names)
    unknown = [part for part in parts if part not in _BIT]
    if unknown:
        raise BadTable(f"no relation is called {unknown[0]!r}; there are: {', '.join(ALLEN)}")
    return np.uint16(sum({int(_BIT[part]) for part in parts}))


def names(bits: int | np.uint16) -> tuple[str, ...]:
    """The relations that a set of bits stands for, in Allen's order."""
    return tuple(name for name in ALLEN if int(bits) & int(_BIT[name]))


def possible(first: Bounds, second: Bounds) -> Masks:
    """The relations in which events may stand, given what is known of their ends, as bits.

    >>> day = Bounds(*(np.array([instant]) for instant in (0, 0, 86400, 86400)))
    >>> once = Bounds(*(np.array([instant]) for instant in (0, 86399, 1, 86400)))
    >>> names(possible(once, day)[0])
    ('starts', 'equals', 'during', 'finishes')

    Exact: a relation is possible if and only if whole-second ends within the bounds make it
    so. Widening a bound therefore never removes one.
    """
    found = np.zeros(len(first), dtype=np.uint16)
    for low in range(0, len(first), _CHUNK):
        part = slice(low, low + _CHUNK)
        lows = (first.begin_low, first.end_low, second.begin_low, second.end_low)
        highs = (first.begin_high, first.end_high, second.begin_high, second.end_high)
        found[part] = _feasible([x[part] for x in lows], [x[part] for x in highs])
    return found


def _feasible(lows: list[Ints], highs: list[Ints]) -> Masks:
    """Place the ends of each relation's chain as early as they go; see which chains fit."""
    found = np.zeros(len(lows[0]), dtype=np.uint16)
    for name, chain in _CHAINS.items():
        moment = np.full(len(lows[0]), LOW - 1, dtype=np.int64)
        fits: Bools = np.ones(len(lows[0]), dtype=np.bool_)
        for group in chain:
            moment = moment + 1
            for place in group:
                moment = np.maximum(moment, lows[place])
            for place in group:
                fits &= moment <= highs[place]
        found[fits] |= _BIT[name]
    return found


def relations(
    table: pd.DataFrame,
    other: pd.DataFrame | None = None,
    *,
    within: Length | None = None,
    limit: int = 2_000_000,
) -> pd.DataFrame:
    """How the events of a table stand to each other, or to those of another table.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-09-04"]),
    ...                       "end": pd.to_datetime(["2022-09-04", "2022-09-09"])})
    >>> relations(table)
       first  second relation possible
    0      0       1    meets    meets

    One row a pair: the index labels `first` and `second`, the `possible` relations joined by
    "|", and `relation` where only one is left (else missing). Pairs of one table are listed
    once, in the table's order. The work grows with the number of pairs: `within` ("7D") keeps
    pairs that may lie that close; rows without a bound on both sides are then left out.

    Raises `BadTable` where more than `limit` pairs would come out.
    """
    tables = [table] if other is None else [table, other]
    home = home_of(*tables)
    left, right = (bounds(each, home) for each in (tables[0], tables[-1]))
    if within is None:
        first, second = _all_pairs(len(left), len(right), other is None, limit)
    else:
        reach = seconds_in(within)
        first, second = _near_pairs(left, right, other is None, reach, limit)
    found = possible(left.take(first), right.take(second))
    kinds, place = np.unique(found, return_inverse=True)
    sets = [names(bits) for bits in kinds]
    single = np.array([parts[0] if len(parts) == 1 else None for parts in sets], dtype=object)
    joined = np.array(["|".join(parts) for parts in sets], dtype=object)
    return pd.DataFrame(
        {
            "first": table.index.take(first),
            "second": (table if other is None else other).index.take(second),
            "relation": pd.array(single[place], dtype="str"),
            "possible": pd.array(joined[place], dtype="str"),
        }
    )


def relation_matrix(table: pd.DataFrame, *, limit: int = 1_000) -> pd.DataFrame:
    """The possible relations of every event (row) to every event (column).

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-09-04"]),
    ...                       "end": pd.to_datetime(["2022-09-04", "2022-09-09"])})
    >>> relation_matrix(table)
            0       1
    0  equals   meets
    1  met_by  equals

    Quadratic: raises `BadTable` beyond `limit` rows; select a part of the table first. An
    event stands to itself as `equals`, however little is known of it.
    """
    count = len(table)
    if count > limit:
        raise BadTable(f"a matrix of {count} events is past reading: select at most {limit} rows")
    known = bounds(table)
    rows, columns = np.divmod(np.arange(count * count), max(count, 1))
    found = possible(known.take(rows), known.take(columns))
    found[rows == columns] = _BIT["equals"]
    kinds, place = np.unique(found, return_inverse=True)
    texts = np.array(["|".join(names(bits)) for bits in kinds], dtype=object)
    cells = texts[place].reshape(count, count) if count else np.empty((0, 0), dtype=object)
    return pd.DataFrame(cells, index=table.index, columns=table.index)


def _all_pairs(left: int, right: int, same: bool, limit: int) -> tuple[Ints, Ints]:
    count = left * (left - 1) // 2 if same else left * right
    _refuse(count, limit)
    if same:
        first, second = np.triu_indices(left, 1)
        return first.astype(np.int64), second.astype(np.int64)
    first, second = np.divmod(np.arange(count, dtype=np.int64), max(right, 1))
    return first, second


def _near_pairs(
    left: Bounds, right: Bounds, same: bool, reach: int, limit: int
) -> tuple[Ints, Ints]:
    """Pairs whose outer bounds lie at most `reach` seconds apart, by one sorted sweep."""
    firsts = np.flatnonzero(bounded(left.begin_low) & bounded(left.end_high))
    seconds = np.flatnonzero(bounded(right.begin_low) & bounded(right.end_high))
    seconds = seconds[np.argsort(right.begin_low[seconds], kind="stable")]
    starts = right.begin_low[seconds]
    # The farthest end so far never falls, so it can be searched like a sorted column.
    ends = np.maximum.accumulate(right.end_high[seconds]) if len(seconds) else seconds
    low = np.searchsorted(ends, left.begin_low[firsts] - reach, side="left")
    high = np.searchsorted(starts, left.end_high[firsts] + reach, side="right")
    counts = np.maximum(high - low, 0)
    _refuse(int(counts.sum()) // 8, limit)
    first = np.repeat(firsts, counts)
    second = seconds[spread(low, counts)]
    near = right.end_high[second] >= left.begin_low[first] - reach
    if same:
        near &= first < second
    first, second = first[near], second[near]
    _refuse(len(first), limit)
    order = np.lexsort((second, first))
    return first[order], second[order]


def spread(low: Ints, counts: Ints) -> Ints:
    """The numbers `low, low + 1, …`, `counts` of them for each entry, one after the other.

    >>> spread(np.array([5, 9]), np.array([2, 1]))
    array([5, 6, 9])
    """
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    shifts: Ints = np.repeat(low - (ends - counts), counts)
    return np.arange(total, dtype=np.int64) + shifts


def _refuse(count: int, limit: int) -> None:
    if count > limit:
        raise BadTable(
            f"more than {limit} pairs would come out: give a shorter `within`, "
            "select rows first, or raise `limit`"
        )


def ends_order(bits: int | np.uint16) -> list[tuple[int, int, int]]:
    """What all relations of a set say of the order of ends: (sooner, later, seconds apart).

    >>> ends_order(mask("before|meets"))
    [(0, 2, 1), (0, 3, 1), (1, 2, 0), (1, 3, 1)]

    Ends are 0 and 1 (begin and end of the first), 2 and 3 (of the second); 1 second apart is
    "surely before", 0 is "not after".
    """
    found = []
    places = [
        {end: rank for rank, group in enumerate(_CHAINS[name]) for end in group}
        for name in names(bits)
    ]
    for mine in (0, 1):
        for other in (2, 3):
            for sooner, later in ((mine, other), (other, mine)):
                if all(place[sooner] < place[later] for place in places):
                    found.append((sooner, later, 1))
                elif all(place[sooner] <= place[later] for place in places):
                    found.append((sooner, later, 0))
    return found
