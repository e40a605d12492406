"""The little language that patterns are written in.

Words are written as they stand; `{slot}` takes a constituent of that kind, `{slot:name}` gives
it another name; `(a|b c)` is a choice, `[a]` may be missing, `<a>` is a TIMEX3 of its own, and a
backslash makes a mark a word (`\\(`). Each line of a pattern is one way to say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

from timeline.errors import TimelineError

_TOKEN = re.compile(r"\\[()\[\]|<>]|\{\w+(?::\w+)?\}|[()\[\]|<>]|'s|[\w.]+(?:'\w\w+)*|[^\w\s]")
_CLOSING = {"(": ")", "[": "]"}
_ENDS = frozenset(")]|")
_SIGNS = frozenset("()[]|<>")


class Piece(NamedTuple):
    """One step of a pattern: a word, or a slot that has a `kind` and a `name`."""

    word: str | None
    kind: str | None = None
    name: str | None = None


_OPEN, _CLOSE = Piece("<", "mark"), Piece(">", "mark")


class Choice(NamedTuple):
    """A step of a pattern for which there are several ways, of which one may be empty."""

    ways: tuple[Steps, ...]


Steps: TypeAlias = tuple[Piece | Choice, ...]


class Way(NamedTuple):
    """One plain sequence, and which stretches of it are a TIMEX3 of their own."""

    pieces: tuple[Piece, ...]
    marks: tuple[tuple[int, int], ...]


class Path(NamedTuple):
    """Ways that begin alike, as far as they have been followed, and the steps that are left.

    `slots` are the names of the slots so far, `opened` and `marks` where stretches that are a
    TIMEX3 of their own begin, and from where to where they go.
    """

    left: Steps
    slots: tuple[str, ...] = ()
    opened: tuple[int, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()

    def follow(self, depth: int) -> Iterator[tuple[Piece | None, Path]]:
        """Each next piece, `depth` pieces from the beginning, with the path behind it; None and
        the whole path where a way ends.

        >>> [path] = parse("[the] (week|year)")
        >>> [piece.word for piece, _ in path.follow(0)]
        ['week', 'year', 'the']
        """
        if not self.left:
            yield None, self
            return
        step, left = self.left[0], self.left[1:]
        if isinstance(step, Choice):
            for way in step.ways:
                yield from Path(way + left, *self[1:]).follow(depth)
        elif step is _OPEN:
            opened = (*self.opened, depth)
            yield from Path(left, self.slots, opened, self.marks).follow(depth)
        elif step is _CLOSE:
            marks = (*self.marks, (self.opened[-1], depth))
            yield from Path(left, self.slots, self.opened[:-1], marks).follow(depth)
        else:
            slots = (*self.slots, step.name) if step.name else self.slots
            yield step, Path(left, slots, self.opened, self.marks)


class BadPattern(TimelineError):
    """A pattern or an example in a book is not well formed.

    >>> parse("(last {unit}")
    Traceback (most recent call last):
        ...
    timeline.patterns.syntax.BadPattern: a ')' is missing in the pattern '(last {unit}'
    """


@cache
def parse(pattern: str) -> tuple[Path, ...]:
    """The lines of a pattern as paths to be followed.

    Raises `BadPattern` where brackets do not match, a slot is malformed, a word is not in lower
    case, or no word is needed at all.
    """
    paths: list[Path] = []
    for line in _lines(pattern):
        tokens = _cut(line)
        ways, position = _choice(tokens, 0, line)
        if position != len(tokens):
            raise BadPattern(f"a bracket too many in the pattern {line!r}")
        steps = ways[0] if len(ways) == 1 else (Choice(ways),)
        if "<" in tokens or ">" in tokens:
            _check_marks(steps, line)
        paths.append(Path(steps))
    if not paths or any(_is_empty(path.left) for path in paths):
        raise BadPattern(f"nothing at all would match the pattern {pattern!r}")
    return tuple(paths)


def expand(pattern: str) -> tuple[Way, ...]:
    """All the plain sequences that a pattern stands for.

    >>> ways = expand("(last|the past) [few] {unit}")
    >>> [" ".join(p.word or p.kind for p in way.pieces) for way in ways]
    ['last unit', 'last few unit', 'the past unit', 'the past few unit']
    >>> expand("from <{year}> to <{year:last}>")[0].marks
    ((1, 2), (3, 4))

    Raises `BadPattern` as `parse` does.
    """
    return tuple(way for path in parse(pattern) for way in _ways(path, ()))


def _ways(path: Path, pieces: tuple[Piece, ...]) -> Iterator[Way]:
    for piece, onward in path.follow(len(pieces)):
        if piece is None:
            yield Way(pieces, onward.marks)
        else:
            yield from _ways(onward, (*pieces, piece))


def slots_of(pattern: str) -> set[tuple[str, ...]]:
    """The names of the slots that some way of a pattern has, in alphabetical order.

    >>> sorted(slots_of("(last {unit}|{n} {unit} ago)"))
    [('n', 'unit'), ('unit',)]
    """
    return set[tuple[str, ...]]().union(*(_slots(path.left) for path in parse(pattern)))


def _slots(steps: Steps) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = {()}
    for step in steps:
        if isinstance(step, Choice):
            more = set[tuple[str, ...]]().union(*map(_slots, step.ways))
        elif step.name:
            more = {(step.name,)}
        else:
            continue
        found = {tuple(sorted(names + added)) for names in found for added in more}
    return found


def words_of(pattern: str) -> set[str]:
    """The words that stand in a pattern.

    >>> sorted(words_of("(last|the past) [few] {unit}"))
    ['few', 'last', 'past', 'the']
    """
    tokens = {token for line in _lines(pattern) for token in _cut(line)} - _SIGNS
    return {piece.word for piece in map(_piece, tokens) if piece.word}


def _lines(pattern: str) -> Iterator[str]:
    return filter(None, map(str.strip, pattern.splitlines()))


@cache
def _cut(line: str) -> tuple[str, ...]:
    """The words, slots and signs of a line."""
    tokens = tuple(_TOKEN.findall(line))
    if "{" in tokens or "}" in tokens:
        raise BadPattern(f"a slot is written {{kind}} or {{kind:name}}; not so in {line!r}")
    wrong = [token for token in tokens if token != token.lower() and token[0] != "{"]
    if wrong:
        raise BadPattern(f"patterns are in lower case, {wrong[0]!r} of {line!r} is not")
    return tokens


@cache
def _piece(token: str) -> Piece:
    """The step that a token stands for."""
    if token in ("<", ">"):
        return _OPEN if token == "<" else _CLOSE
    if token.startswith("{"):
        kind, _, name = token[1:-1].partition(":")
        return Piece(None, kind, name or kind)
    return Piece(token.removeprefix("\\"))


def _is_empty(steps: Steps) -> bool:
    """Whether some way through steps needs no word and no slot."""
    return all(
        any(map(_is_empty, step.ways)) if isinstance(step, Choice) else step in (_OPEN, _CLOSE)
        for step in steps
    )


def _check_marks(steps: Steps, line: str) -> None:
    """Refuses steps with a way on which marks do not match."""
    levels = _levels(steps)
    if any(lowest < 0 for lowest, _ in levels):
        raise BadPattern(f"a '>' without its '<' in the pattern {line!r}")
    if any(last > 0 for _, last in levels):
        raise BadPattern(f"a '<' without its '>' in the pattern {line!r}")


def _levels(steps: Steps) -> set[tuple[int, int]]:
    """How many marks are open at the least and at the end on the ways through some steps."""
    found = {(0, 0)}
    for step in steps:
        if isinstance(step, Choice):
            more = set[tuple[int, int]]().union(*map(_levels, step.ways))
        elif step is _OPEN or step is _CLOSE:
            more = {(0, 1)} if step is _OPEN else {(-1, -1)}
        else:
            continue
        found = {(min(low, at + least), at + end) for low, at in found for least, end in more}
    return found


def _choice(tokens: tuple[str, ...], at: int, line: str) -> tuple[tuple[Steps, ...], int]:
    """Alternatives up to the closing bracket or the end."""
    way, at = _sequence(tokens, at, line)
    ways = [way]
    while at < len(tokens) and tokens[at] == "|":
        way, at = _sequence(tokens, at + 1, line)
        ways.append(way)
    return tuple(ways), at


def _sequence(tokens: tuple[str, ...], at: int, line: str) -> tuple[Steps, int]:
    """The steps of one alternative."""
    steps: list[Piece | Choice] = []
    while at < len(tokens) and tokens[at] not in _ENDS:
        opening = tokens[at]
        if opening in _CLOSING:
            ways, at = _choice(tokens, at + 1, line)
            if at >= len(tokens) or tokens[at] != _CLOSING[opening]:
                raise BadPattern(f"a {_CLOSING[opening]!r} is missing in the pattern {line!r}")
            steps.append(Choice(((), *ways) if opening == "[" else ways))
        else:
            steps.append(_piece(opening))
        at += 1
    return tuple(steps), at
