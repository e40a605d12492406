"""Reading a few tokens with all the entries of a book at once.

A left-corner chart parser: from the last token to the first, each constituent that begins at a
token is built from those that begin later. Entries share their beginnings in a trie, so the
work grows with what matches and not with the size of the book.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from timeline.meanings import Meaning
from timeline.patterns.syntax import Path, parse, words_of
from timeline.patterns.tokens import Token

# The kinds of constituent that TIMEX3 marks.
MARKED = frozenset({"time", "length", "set"})
# What a word of a pattern weighs against a token taken as part of a time.
WORD = 4
Lexicon = Callable[[Token], Sequence[tuple[str, Any]]]


class Rule(NamedTuple):
    """What a finished path through the trie builds."""

    name: str
    kind: str
    build: Callable[..., Any]
    weight: int
    order: tuple[int, ...] | None
    marks: tuple[tuple[int, int], ...]


class Parts(NamedTuple):
    """What an entry with marks of its own gives: its meaning, and that of each mark.

    An entry need not say so where the one mark means what the whole does ("<the {part}>"), or where
    two are the ends of what it gives ("from <{year}> to <{year:last}>").
    """

    meaning: Any
    marked: tuple[Meaning, ...]


class Mark(NamedTuple):
    """A TIMEX3 inside a constituent: its tokens, what it means, and the entry that read it.

    `rule` is the entry that made it a time, `source` the one that gave it its meaning, where
    the first only took that over.
    """

    first: int
    last: int
    meaning: Meaning
    rule: str
    source: str


class Edge(NamedTuple):
    """A constituent: the tokens from where it stands in the chart up to `end`.

    `source` is the entry that gave it its value, where `rule` only took that over.
    """

    kind: str
    end: int
    value: Any
    weight: int
    rule: str
    marks: tuple[Mark, ...]
    source: str = ""


class Entered(NamedTuple):
    """What the ways of an entry have in common."""

    name: str
    kind: str
    build: Callable[..., Any]
    slots: tuple[str, ...]

    def rule(self, path: Path, length: int) -> Rule:
        """What one way of the entry builds, of so many pieces, when its path is at an end."""
        given = path.slots
        order = tuple(given.index(name) for name in self.slots)
        words = length - len(given)
        straight = order == tuple(range(len(given)))
        return Rule(
            self.name, self.kind, self.build, WORD * words, None if straight else order, path.marks
        )


class Node:
    """A place in the trie of patterns, `depth` pieces from its root.

    What is below a place is laid out when reading first comes there: most texts see little of the
    book. Two threads that come at the same time lay out the same, so either may be last.
    """

    __slots__ = ("depth", "kinds", "rules", "waiting", "words")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.waiting: list[tuple[Path, Entered]] = []
        self.words = self.kinds = _NO_NODES
        self.rules: Sequence[Rule] = ()

    def lay_out(self) -> None:
        """Hands what waits here on to the places one piece below."""
        depth, words, kinds = self.depth, dict[str, Node](), dict[str, Node]()
        rules = []
        for path, entered in self.waiting:
            for piece, onward in path.follow(depth):
                if piece is None:
                    rules.append(entered.rule(onward, depth))
                    continue
                below, key = (kinds, piece.kind) if piece.word is None else (words, piece.word)
                assert key is not None
                node = below.get(key)
                if node is None:
                    node = below[key] = Node(depth + 1)
                node.waiting.append((onward, entered))
        self.rules, self.words, self.kinds = rules, words, kinds
        self.waiting = []


_NO_NODES: Mapping[str, Node] = MappingProxyType({})


class Grammar:
    """All patterns of a book in one trie, with the lexicon that tells what a token can be.

    >>> from timeline.patterns import Cutter, PatternBook
    >>> book = PatternBook("en")
    >>> @book.entry("time", "last {word}")
    ... def last(word):
    ...     return ("last", word)
    >>> grammar = book.compile(lambda token: [("word", token.text)])
    >>> grammar.read(Cutter({})("last May"))[0]["time"][2].value
    ('last', 'May')
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._patterns: list[str] = []
        self._root = Node(0)

    @property
    def words(self) -> frozenset[str]:
        """The words that stand in the patterns."""
        return frozenset[str]().union(*map(words_of, self._patterns))

    def add(
        self, name: str, kind: str, pattern: str, build: Callable[..., Any], slots: Iterable[str]
    ) -> None:
        """Takes in one entry; `slots` are the names of what its `build` takes, in order."""
        entered = Entered(name, kind, build, tuple(slots))
        self._patterns.append(pattern)
        self._root.waiting += [(path, entered) for path in parse(pattern)]

    def read(self, tokens: Sequence[Token]) -> list[Mapping[str, Mapping[int, Edge]]]:
        """For each token the constituents that begin there, by kind and by end."""
        chart: list[dict[str, dict[int, Edge]]] = [{} for _ in tokens]
        if self._root.waiting:
            self._root.lay_out()
        lowers = [token.lower for token in tokens]
        for start in range(len(tokens) - 1, -1, -1):
            _Reading(self._root, lowers, chart, start).fill(self._lexicon(tokens[start]))
        return list(chart)


class _Reading:
    """The building of all constituents that begin at one token."""

    __slots__ = ("agenda", "chart", "here", "lowers", "root", "start")

    def __init__(
        self, root: Node, lowers: list[str], chart: list[dict[str, dict[int, Edge]]], start: int
    ) -> None:
        self.root, self.lowers, self.chart, self.start = root, lowers, chart, start
        self.here = chart[start]
        self.agenda: list[Edge] = []

    def fill(self, lexical: Sequence[tuple[str, Any]]) -> None:
        """Builds everything that begins here from the token's own kinds and its word."""
        end = self.start + 1
        for kind, value in lexical:
            self.keep(Edge(kind, end, value, 0, kind, ()))
        node = self.root.words.get(self.lowers[self.start])
        if node is not None:
            self.walk(node, (end,), ())
        while self.agenda:
            edge = self.agenda.pop()
            if self.here[edge.kind].get(edge.end) is not edge:
                continue
            node = self.root.kinds.get(edge.kind)
            if node is not None:
                self.walk(node, (edge.end,), (edge,))

    def walk(self, node: Node, ends: tuple[int, ...], parts: tuple[Edge, ...]) -> None:
        """Follows the trie from a place in the text, finishing rules on the way.

        `ends` are where the pieces of the pattern end so far, `parts` those that are constituents.
        """
        if node.waiting:
            node.lay_out()
        for rule in node.rules:
            self.finish(rule, ends, parts)
        at = ends[-1]
        if at >= len(self.lowers):
            return
        onward = node.words.get(self.lowers[at])
        if onward is not None:
            self.walk(onward, (*ends, at + 1), parts)
        there = self.chart[at]
        if there and node.kinds:
            for kind, onward in node.kinds.items():
                found = there.get(kind)
                if found:
                    for end, edge in found.items():
                        self.walk(onward, (*ends, end), (*parts, edge))

    def finish(self, rule: Rule, ends: tuple[int, ...], parts: tuple[Edge, ...]) -> None:
        """Builds one constituent, unless a better one of its kind has the same tokens."""
        end, weight = ends[-1], rule.weight
        for part in parts:
            weight += part.weight
        if rule.kind == "phrase":
            # Of two readings of the same words, the one that takes more of them as the time.
            weight += self.taken(rule, ends, parts)
        rivals = self.here.get(rule.kind)
        if rivals is not None:
            rival = rivals.get(end)
            if rival is not None and rival.weight >= weight:
                return
        if rule.order is None:
            value = rule.build(*[part.value for part in parts])
        else:
            value = rule.build(*[parts[place].value for place in rule.order])
        if value is None:
            return
        source = rule.name
        if len(parts) == 1 and value is parts[0].value and parts[0].source:
            source = parts[0].source
        if rule.kind in MARKED:
            marks: tuple[Mark, ...] = (Mark(self.start, end, value, rule.name, source),)
        elif isinstance(value, Parts):
            marks = self.own_marks(rule, ends, value.marked)
            value = value.meaning
        elif rule.marks:
            told = (value,) if len(rule.marks) == 1 else (value.first, value.last)
            marks = self.own_marks(rule, ends, told)
        elif len(parts) == 1:
            marks = parts[0].marks
        else:
            marks = tuple([mark for part in parts for mark in part.marks])
        self.keep(Edge(rule.kind, end, value, weight, rule.name, marks, source))

    def taken(self, rule: Rule, ends: tuple[int, ...], parts: tuple[Edge, ...]) -> int:
        """How many tokens of a phrase are a time; a pattern that says so itself counts more."""
        if not rule.marks:
            return sum([mark.last - mark.first for part in parts for mark in part.marks])
        bounds = (self.start, *ends)
        return 1 + sum(bounds[last] - bounds[first] for first, last in rule.marks)

    def own_marks(
        self, rule: Rule, ends: tuple[int, ...], meanings: tuple[Meaning, ...]
    ) -> tuple[Mark, ...]:
        """The TIMEX3s that a pattern marks itself."""
        bounds = (self.start, *ends)
        return tuple(
            Mark(bounds[first], bounds[last], meaning, rule.name, rule.name)
            for (first, last), meaning in zip(rule.marks, meanings, strict=True)
        )

    def keep(self, edge: Edge) -> None:
        """Puts a constituent on the chart and on the agenda."""
        self.here.setdefault(edge.kind, {})[edge.end] = edge
        self.agenda.append(edge)
