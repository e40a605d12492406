"""Contradictions: what a table says of time that cannot all be true, and who says it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.analysis.bounds import Bounds, Ints, bounded, bounds, faults, instants, require
from timeline.analysis.relations import Masks, ends_order, mask, names, possible
from timeline.errors import BadTable

COLUMNS = ("kind", "contradiction", "rows", "sentences")


@dataclass(frozen=True, slots=True)
class _Edges:
    """Statements "end `head` comes at least `-weight` seconds before end `tail`".

    As differences: at(tail) >= at(head) - weight. Ends are numbered 2 × event (+ 1 for its
    end); the last number is the calendar's zero. `origin` is the constraint an edge comes
    from, or -1 for a date and -2 for "an event begins before it ends".
    """

    head: Ints
    tail: Ints
    weight: Ints
    origin: Ints

    def keep(self, where: Ints | npt.NDArray[np.bool_]) -> _Edges:
        return _Edges(self.head[where], self.tail[where], self.weight[where], self.origin[where])


def contradictions(
    table: pd.DataFrame, constraints: pd.DataFrame | None = None, *, limit: int = 100
) -> pd.DataFrame:
    """What cannot all be true, with the rows and the sentences behind it.

    >>> table = pd.DataFrame({"event": ["the trial", "the arrest"],
    ...                       "start": pd.to_datetime(["2022-09-03", "2022-10-01"]),
    ...                       "end": pd.to_datetime(["2022-09-04", "2022-10-02"])})
    >>> said = pd.DataFrame({"first": [1], "second": [0], "relation": ["before"]})
    >>> contradictions(table, said).loc[0, "contradiction"]
    'the arrest is said to be before the trial; by their dates it can only be after'

    Three kinds: `dates` (a row that ends before it begins), `order` (the `order` column puts
    a row before one that is surely earlier) and `relations` (what `constraints` says of pairs
    fits neither the dates nor itself). `constraints` has the index labels `first` and `second`
    and a `relation` ("before", "before|meets"; None for nothing said), and may have a
    `sentence`. `rows` and `sentences` are tuples.

    Dates and order: n log n. Relations: exact where the relations of a pair can be said as an
    order of their ends, else (as in "before|after") only chains through the other pairs may be
    missed, never invented; constraints × the length of the longest chain. Independent
    contradictions are listed one by one, up to `limit`.

    Raises `BadTable` for labels that are not in the table and unknown relations.
    """
    wrong = faults(table)
    found = [_date_fault(table, int(row)) for row in np.flatnonzero(wrong)]
    sound = table.loc[~wrong]
    known = bounds(sound)
    if "order" in sound:
        found += _order_faults(sound, known, limit)
    if constraints is not None:
        found += _relation_faults(sound, known, _usable(constraints, table, wrong), limit)
    return pd.DataFrame(found[:limit], columns=list(COLUMNS))


def _date_fault(table: pd.DataFrame, row: int) -> tuple[object, ...]:
    entry = table.iloc[row]
    stated = ", ".join(
        f"{name} {entry[name]}"
        for name in ("start", "start_latest", "end_earliest", "end")
        if name in table and pd.notna(entry[name])
    )
    text = f"{_name(table, row)} would end before it begins: {stated}"
    return ("dates", text, (table.index[row],), _sentences(table, [row]))


def _order_faults(table: pd.DataFrame, known: Bounds, limit: int) -> list[tuple[object, ...]]:
    """For each row the latest-beginning of those ordered before it, where that is too late."""
    order = pd.to_numeric(table["order"], errors="coerce").to_numpy(dtype=np.float64)
    rows = np.flatnonzero(~np.isnan(order))
    rows = rows[np.argsort(order[rows], kind="stable")]
    if not len(rows):
        return []
    begins = known.begin_low[rows]
    latest = np.maximum.accumulate(begins)
    # The row that holds the running maximum: the last place at which it rose.
    holder = np.maximum.accumulate(np.where(begins == latest, np.arange(len(rows)), 0))
    group = np.searchsorted(order[rows], order[rows], side="left")  # first row of the same rank
    before = group - 1
    late = (before >= 0) & (known.begin_high[rows] < latest[np.maximum(before, 0)])
    found: list[tuple[object, ...]] = []
    for place in np.flatnonzero(late)[:limit]:
        first, second = int(rows[holder[before[place]]]), int(rows[place])
        text = (
            f"{_name(table, first)} is ordered before {_name(table, second)}, "
            "which by its dates began earlier"
        )
        labels = (table.index[first], table.index[second])
        found.append(("order", text, labels, _sentences(table, [first, second])))
    return found


def _usable(
    constraints: pd.DataFrame, table: pd.DataFrame, wrong: npt.NDArray[np.bool_]
) -> pd.DataFrame:
    require(constraints, "first", "second", "relation")
    named = pd.Index(constraints["first"]).append(pd.Index(constraints["second"]))
    absent = named[~named.isin(table.index)]
    if len(absent):
        raise BadTable(f"constraints speak of row {absent[0]}, which the table does not have")
    if not table.index.is_unique:
        raise BadTable("constraints need a table with unique index labels: table.reset_index()")
    bad = table.index[wrong]
    told = constraints["relation"].notna()
    sound = ~(constraints["first"].isin(bad) | constraints["second"].isin(bad))
    return constraints.loc[told & sound].reset_index(drop=True)


def _relation_faults(
    table: pd.DataFrame, known: Bounds, constraints: pd.DataFrame, limit: int
) -> list[tuple[object, ...]]:
    first = table.index.get_indexer(pd.Index(constraints["first"])).astype(np.int64)
    second = table.index.get_indexer(pd.Index(constraints["second"])).astype(np.int64)
    stated: Masks = np.array([mask(text) for text in constraints["relation"]], dtype=np.uint16)
    dated = possible(known.take(first), known.take(second))
    found: list[tuple[object, ...]] = []
    clash = (stated & dated) == 0
    for number in np.flatnonzero(clash)[:limit]:
        pair = [int(first[number]), int(second[number])]
        text = (
            f"{_name(table, pair[0])} is said to be {_words(stated[number])} "
            f"{_name(table, pair[1])}; by their dates it can only be {_words(dated[number])}"
        )
        labels = tuple(table.index[row] for row in pair)
        said = _said(constraints, [int(number)])
        found.append(("relations", text, labels, said + _sentences(table, pair)))
    edges = _edges(known, first, second, stated & dated, ~clash)
    while len(found) < limit:
        cycle = _negative_cycle(edges, 2 * len(known) + 1)
        if not len(cycle):
            break
        found.append(_cycle_fault(table, constraints, edges.keep(cycle)))
        spent = edges.origin[cycle]
        edges = edges.keep(~np.isin(edges.origin, spent[spent >= 0]))
    return found


def _edges(
    known: Bounds, first: Ints, second: Ints, allowed: Masks, sound: npt.NDArray[np.bool_]
) -> _Edges:
    """The statements of the dates of all events named, and of the relations of sound pairs."""
    zero = 2 * len(known)
    used = np.unique(np.concatenate((first[sound], second[sound])))
    parts: list[tuple[Ints, Ints, Ints, Ints]] = []

    def add(head: Ints, tail: Ints, weight: Ints, origin: Ints) -> None:
        parts.append((head, tail, weight, origin))

    some = known.take(used)
    for place, low, high in (
        (0, some.begin_low, some.begin_high),
        (1, some.end_low, some.end_high),
    ):
        node = 2 * used + place
        here = bounded(low)
        date = np.full(here.sum(), -1, dtype=np.int64)
        add(np.full_like(date, zero), node[here], -low[here], date)
        here = bounded(high)
        date = np.full(here.sum(), -1, dtype=np.int64)
        add(node[here], np.full_like(date, zero), high[here], date)
    one = np.ones(len(used), dtype=np.int64)
    add(2 * used, 2 * used + 1, -one, -2 * one)
    for bits in np.unique(allowed[sound]):
        numbers = np.flatnonzero(sound & (allowed == bits))
        for sooner, later, apart in ends_order(bits):
            nodes = [
                2 * (first if end < 2 else second)[numbers] + end % 2 for end in (sooner, later)
            ]
            add(nodes[0], nodes[1], np.full(len(numbers), -apart, dtype=np.int64), numbers)
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return _Edges(*columns)


def _negative_cycle(edges: _Edges, nodes: int) -> Ints:
    """Edges that form a circle of statements no moments can satisfy; empty if there is none.

    Bellman–Ford from all nodes at once; a circle among the last improvements proves it.
    """
    at = np.zeros(nodes, dtype=np.int64)
    cause = np.full(nodes, -1, dtype=np.int64)
    for turn in count(1):
        reach = at[edges.head] - edges.weight
        better = np.flatnonzero(reach > at[edges.tail])
        if not len(better):
            return np.zeros(0, dtype=np.int64)
        order = better[np.lexsort((reach[better], edges.tail[better]))]
        last = np.append(edges.tail[order][1:] != edges.tail[order][:-1], True)
        best = order[last]
        at[edges.tail[best]] = reach[best]
        cause[edges.tail[best]] = best
        # A circle stays among the causes once it is there, so looking now and then will do.
        if turn & (turn - 1) == 0:
            cycle = _circle(cause, edges.head)
            if len(cycle):
                return cycle
    raise AssertionError("improving ends, or shows a circle")


def _circle(cause: Ints, head: Ints) -> Ints:
    """Follow each node's cause back; the edges of the first circle met, in order of time."""
    seen = np.zeros(len(cause), dtype=np.int64)
    for node in np.flatnonzero(cause >= 0):
        walker, mark = int(node), int(node) + 1
        while walker >= 0 and seen[walker] == 0 and cause[walker] >= 0:
            seen[walker] = mark
            walker = int(head[cause[walker]])
        if seen[walker] == mark:
            circle: list[int] = []
            here = walker
            while not circle or here != walker:
                circle.append(int(cause[here]))
                here = int(head[circle[-1]])
            return np.array(circle[::-1], dtype=np.int64)
    return np.zeros(0, dtype=np.int64)


def _cycle_fault(
    table: pd.DataFrame, constraints: pd.DataFrame, cycle: _Edges
) -> tuple[object, ...]:
    zero = 2 * len(table)
    steps, rows = [], []
    told = list(dict.fromkeys(int(number) for number in cycle.origin if number >= 0))
    for number in told:
        entry = constraints.iloc[number]
        pair = [
            int(table.index.get_indexer(pd.Index([entry[end]]))[0]) for end in ("first", "second")
        ]
        rows += pair
        relation = _words(mask(str(entry["relation"])))
        steps.append(f"{_name(table, pair[0])} {relation} {_name(table, pair[1])}")
    for head, tail, weight in zip(cycle.head, cycle.tail, cycle.weight, strict=True):
        if zero in (head, tail):
            node = int(tail if head == zero else head)
            side = "ends" if node % 2 else "begins"
            limit = "not before" if head == zero else "not after"
            date = instants(np.array([-weight if head == zero else weight]))[0]
            steps.append(f"{_name(table, node // 2)} {side} {limit} {date}")
            rows.append(node // 2)
    rows = sorted(set(rows))
    text = "these cannot all hold: " + "; ".join(steps)
    labels = tuple(table.index[row] for row in rows)
    return ("relations", text, labels, _said(constraints, told) + _sentences(table, rows))


def _name(table: pd.DataFrame, row: int) -> str:
    text = table["event"].iloc[row] if "event" in table else None
    return str(text) if isinstance(text, str) and text else f"row {table.index[row]}"


def _words(bits: int | np.uint16) -> str:
    return " or ".join(name.replace("_", " ") for name in names(bits))


def _said(constraints: pd.DataFrame, numbers: list[int]) -> tuple[str, ...]:
    if "sentence" not in constraints:
        return ()
    return tuple(constraints["sentence"].iloc[numbers].dropna().astype(str))


def _sentences(table: pd.DataFrame, rows: list[int]) -> tuple[str, ...]:
    if "sentence" not in table:
        return ()
    return tuple(dict.fromkeys(table["sentence"].iloc[rows].dropna().astype(str)))
