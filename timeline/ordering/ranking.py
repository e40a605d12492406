"""From relations to places in a sequence: a graph without circles, then ranks and their ranges."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.events import Event
from timeline.events.dates.bounds import NEWS
from timeline.ordering.places import is_by_then
from timeline.ordering.relation import Relation
from timeline.spans import TimeSpan

_NEVER = 1 << 62
#: How many events may be looked at to tell whether a relation closes a circle.
_MOST = 500


@dataclass(frozen=True, slots=True)
class Order:
    """The places of a document's events in time.

    >>> import timeline as tl
    >>> text = "Troops left last May. They had come in 2019."
    >>> tl.read(text, published="2023-03-06").order.ranks
    (2, 1)

    `ranks` numbers the events from 1, equal where they cannot be told apart. `lowest` and
    `highest` bound the place that each could have if all were told apart: what is surely before
    it is counted below, what is surely after it above. `relations` are the edges that are sure
    enough to be shown, the surest first; others that lean one way only help to number the events.
    """

    ranks: tuple[int, ...]
    lowest: tuple[int, ...]
    highest: tuple[int, ...]
    relations: tuple[Relation, ...]


class Graph:
    """Relations taken one by one, each refused that would close a circle.

    A topological order is kept while edges come in (Pearce and Kelly, "A Dynamic Topological Sort
    Algorithm for Directed Acyclic Graphs", 2006): an edge that agrees with it costs nothing, one
    against it moves only what lies between. Events told at the same time are one node.
    """

    def __init__(self, keys: Sequence[tuple[float, int]]) -> None:
        """A graph of as many nodes as there are keys, whose order is the one to begin with."""
        self.node = list(range(len(keys)))
        self.place = [0] * len(keys)
        for place, number in enumerate(sorted(self.node, key=keys.__getitem__)):
            self.place[number] = place
        self.after: list[set[int]] = [set() for _ in keys]
        self.before: list[set[int]] = [set() for _ in keys]

    def find(self, number: int) -> int:
        """The node that an event belongs to."""
        while self.node[number] != number:
            self.node[number] = self.node[self.node[number]]
            number = self.node[number]
        return number

    def add(self, relation: Relation) -> bool:
        """Takes a relation unless it contradicts what is there; tells whether it was taken."""
        first, second = self.find(relation.first), self.find(relation.second)
        if relation.kind == "same":
            return first == second or self._merge(first, second)
        if first == second or (
            self.place[first] > self.place[second] and not self._make_room(first, second)
        ):
            return False
        self.link(first, second)
        return True

    def link(self, first: int, second: int) -> None:
        """Puts one node before another that stands after it already."""
        self.after[first].add(second)
        self.before[second].add(first)

    def _make_room(self, first: int, second: int) -> bool:
        """Moves what must be moved for `first` to stand before `second`; False if it cannot."""
        place = self.place
        between = range(place[second], place[first] + 1)
        later = self._reach(second, self.after, between)
        if later is None or first in later:
            return False
        earlier = self._reach(first, self.before, between)
        if earlier is None:
            return False
        moved = sorted(earlier, key=place.__getitem__) + sorted(later, key=place.__getitem__)
        for node, where in zip(moved, sorted(place[node] for node in moved), strict=True):
            place[node] = where
        return True

    def _reach(self, start: int, edges: Sequence[set[int]], within: range) -> set[int] | None:
        """The nodes that edges lead to by some places; None if they are too many to look at."""
        place, seen, open_nodes = self.place, {start}, [start]
        while open_nodes:
            if len(seen) > _MOST:
                return None
            for node in edges[open_nodes.pop()]:
                if node not in seen and place[node] in within:
                    seen.add(node)
                    open_nodes.append(node)
        return seen

    def _merge(self, first: int, second: int) -> bool:
        """Makes one node of two that nothing sets apart."""
        for start, goal in ((first, second), (second, first)):
            reached = self._reach(start, self.after, range(len(self.place)))
            if reached is None or goal in reached:
                return False
        self.node[second] = first
        for follower in self.after[second]:
            self.before[follower].discard(second)
            self.link(first, follower)
        for leader in self.before[second]:
            self.after[leader].discard(second)
            self.link(leader, first)
        self.after[second], self.before[second] = set(), set()
        return True


def rank(events: Sequence[Event], relations: Iterable[Relation], places: Sequence[float]) -> Order:
    """Ranks that respect the dates first, then the relations by confidence, then `places`.

    `places` estimates when each event was, for those that nothing else sets apart.
    """
    graph = _by_dates(events, places)
    taken: list[Relation] = []
    # What happens at the same time is joined last: the order kept knows no joined nodes.
    for relation in sorted(
        relations, key=lambda r: (r.kind == "same", -r.confidence, r.first, r.second)
    ):
        if _against_dates(events, relation) or _against_tense(events, relation, places):
            continue
        if graph.add(relation):
            taken.append(relation)
    moments = len(graph.node) - len(events)
    ranks = _walk(events, graph, [*places, *[-math.inf] * moments])
    shown = [relation for relation in taken if relation.shown]
    lowest, highest = _ranges(events, shown, ranks)
    return Order(tuple(ranks), tuple(lowest), tuple(highest), tuple(shown))


def _by_dates(events: Sequence[Event], places: Sequence[float]) -> Graph:
    """A graph that holds what dates say; its nodes are the events and, after them, moments.

    An event is over before the moment of its end, and begins after that of its start; moments
    stand in a row. So no chain of relations can turn two dates around.
    """
    spans = {
        number: (event.span.start, event.span.end)
        for number, event in enumerate(events)
        if event.span is not None and _start(event.span) < _end(event.span)
    }
    moments = sorted({moment for span in spans.values() for moment in span if moment is not None})
    where = {moment: len(events) + number for number, moment in enumerate(moments)}
    keys = [(_within(spans.get(n, (None, None)), places[n]), 1) for n in range(len(events))]
    graph = Graph([*keys, *((float(moment), 0) for moment in moments)])
    nodes = list(where.values())
    for first, second in pairwise(nodes):
        graph.link(first, second)
    for number, (start, end) in spans.items():
        if start is not None:
            graph.link(where[start], number)
        if end is not None:
            graph.link(number, where[end])
    return graph


def _within(span: tuple[int | None, int | None], place: float) -> float:
    """Where an event stands to begin with: its start, or its place as far as its end allows."""
    start, end = span
    if start is not None:
        return float(start)
    return place if end is None else min(place, end - 1)


def _against_dates(events: Sequence[Event], relation: Relation) -> bool:
    """Whether the dates of two events say the contrary of a relation."""
    first, second = events[relation.first].span, events[relation.second].span
    if first is None or second is None:
        return False
    later = _start(first) >= _end(second)
    if relation.kind == "same":
        return later or _start(second) >= _end(first)
    return later


def _against_tense(events: Sequence[Event], relation: Relation, places: Sequence[float]) -> bool:
    """Whether a model puts what is so now, or still to come, before what a date says is past, or
    anything before what the story told months earlier."""
    first, second = events[relation.first], events[relation.second]
    if relation.basis != "model":
        return False
    apart = places[relation.first] - places[relation.second]
    if is_by_then(first) and apart > NEWS:
        return True
    if second.basis == "tense" or first.basis == "expression":
        return second.basis == "tense" and apart > NEWS
    return first.to_published in ("overlap", "after") and apart > 0


def _start(span: TimeSpan | None) -> int:
    return -_NEVER if span is None or span.start is None else span.start


def _end(span: TimeSpan | None) -> int:
    return _NEVER if span is None or span.end is None else span.end


def _walk(events: Sequence[Event], graph: Graph, places: Sequence[float]) -> list[int]:
    """Numbers the nodes, earliest place first, never before what must precede them."""
    members: dict[int, list[int]] = {}
    for number in range(len(places)):
        members.setdefault(graph.find(number), []).append(number)
    waiting = {node: len(graph.before[node]) for node in members}
    place = {node: min(places[n] for n in group) for node, group in members.items()}
    _pull(events, graph, members, place)
    ready = [(place[node], node) for node, count in waiting.items() if not count]
    heapq.heapify(ready)
    ranks = [0] * len(events)
    number, last, level = 0, 0.0, set[int]()
    while ready:
        where, node = heapq.heappop(ready)
        follows = not level.isdisjoint(graph.before[node])
        if members[node][0] >= len(events):  # a moment, which has no number of its own
            if follows:
                level.add(node)
        else:
            if not number or where != last or follows:
                number, last, level = number + 1, where, set()
            level.add(node)
            for event in members[node]:
                ranks[event] = number
        for follower in graph.after[node]:
            waiting[follower] -= 1
            if not waiting[follower]:
                place[follower] = max(place[follower], where)
                heapq.heappush(ready, (place[follower], follower))
    return ranks


def _pull(
    events: Sequence[Event],
    graph: Graph,
    members: Mapping[int, Sequence[int]],
    place: dict[int, float],
) -> None:
    """Puts what has no date of its own before what it precedes, so that dates are not held up."""
    dated = {
        node
        for node, group in members.items()
        if any(n >= len(events) or events[n].basis == "expression" for n in group)
    }
    todo = [node for node in members if graph.before[node] and place[node] > -math.inf]
    while todo:
        node = todo.pop()
        for leader in graph.before[node] - dated:
            if place[leader] > place[node]:
                place[leader] = place[node]
                todo.append(leader)


def _ranges(
    events: Sequence[Event], taken: Sequence[Relation], ranks: Sequence[int]
) -> tuple[list[int], list[int]]:
    """The lowest and highest place of each event by dates and by chains of relations."""
    size = len(events)
    starts = sorted(_start(e.span) for e in events)
    ends = sorted(_end(e.span) for e in events)
    lowest = [1 + bisect_right(ends, _start(e.span)) if e.span else 1 for e in events]
    highest = [
        size - (size - bisect_left(starts, _end(e.span))) if e.span else size for e in events
    ]
    edges = [r for r in taken if r.kind == "before"]
    for relation in sorted(edges, key=lambda r: ranks[r.first]):
        lowest[relation.second] = max(lowest[relation.second], lowest[relation.first] + 1)
    for relation in sorted(edges, key=lambda r: -ranks[r.second]):
        highest[relation.first] = min(highest[relation.first], highest[relation.second] - 1)
    return lowest, highest
