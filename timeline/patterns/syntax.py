"""The little language that patterns are written in.

Words are written as they stand; `{slot}` takes a constituent of that kind, `{slot:name}` gives
it another name; `(a|b c)` is a choice, `[a]` may be missing, `<a>` is a TIMEX3 of its own, and a
backslash makes a mark a word (`\\(`). Each line of a pattern is one way to say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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


class Way(NamedTuple):
    """One plain sequence, and which stretches of it are a TIMEX3 of their own."""

    pieces: tuple[Piece, ...]
    marks: tuple[tuple[int, int], ...]

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots, in their order."""
        return tuple([piece.name for piece in self.pieces if piece.name])


class BadPattern(TimelineError):
    """A pattern or an example in a book is not well formed.

    >>> expand("(last {unit}")
    Traceback (most recent call last):
        ...
    timeline.patterns.syntax.BadPattern: a ')' is missing in the pattern '(last {unit}'
    """


@cache
def expand(pattern: str) -> tuple[Way, ...]:
    """All the plain sequences that a pattern stands for.

    >>> ways = expand("(last|the past) [few] {unit}")
    >>> [" ".join(p.word or p.kind for p in way.pieces) for way in ways]
    ['last unit', 'last few unit', 'the past unit', 'the past few unit']
    >>> expand("from <{year}> to <{year:last}>")[0].marks
    ((1, 2), (3, 4))

    Raises `BadPattern` where brackets do not match, a slot is malformed, a word is not in lower
    case, or no word is needed at all.
    """
    ways: list[Way] = []
    for line in _lines(pattern):
        tokens = _cut(line)
        found, position = _choice(tokens, 0, line)
        if position != len(tokens):
            raise BadPattern(f"a bracket too many in the pattern {line!r}")
        marked = "<" in tokens or ">" in tokens
        ways += [_marked(way, line) if marked else Way(way, ()) for way in found]
    if not all(way.pieces for way in ways) or not ways:
        raise BadPattern(f"nothing at all would match the pattern {pattern!r}")
    return tuple(ways)


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


def _marked(pieces: tuple[Piece, ...], line: str) -> Way:
    """Takes the marks out of a sequence and remembers where they stood."""
    plain: list[Piece] = []
    opened: list[int] = []
    marks: list[tuple[int, int]] = []
    for piece in pieces:
        if piece is not _OPEN and piece is not _CLOSE:
            plain.append(piece)
        elif piece is _OPEN:
            opened.append(len(plain))
        elif opened:
            marks.append((opened.pop(), len(plain)))
        else:
            raise BadPattern(f"a '>' without its '<' in the pattern {line!r}")
    if opened:
        raise BadPattern(f"a '<' without its '>' in the pattern {line!r}")
    return Way(tuple(plain), tuple(marks))


def _choice(tokens: tuple[str, ...], at: int, line: str) -> tuple[list[tuple[Piece, ...]], int]:
    """Alternatives up to the closing bracket or the end."""
    ways, at = _sequence(tokens, at, line)
    while at < len(tokens) and tokens[at] == "|":
        found, at = _sequence(tokens, at + 1, line)
        ways += found
    return ways, at


def _sequence(tokens: tuple[str, ...], at: int, line: str) -> tuple[list[tuple[Piece, ...]], int]:
    """All the ways through one alternative: those that begin alike stand together."""
    ways: list[tuple[Piece, ...]] = [()]
    while at < len(tokens) and tokens[at] not in _ENDS:
        opening = tokens[at]
        if opening in _CLOSING:
            inner, at = _choice(tokens, at + 1, line)
            if at >= len(tokens) or tokens[at] != _CLOSING[opening]:
                raise BadPattern(f"a {_CLOSING[opening]!r} is missing in the pattern {line!r}")
            if opening == "[":
                inner = [(), *inner]
            ways = [way + part for way in ways for part in inner]
        else:
            piece = (_piece(opening),)
            ways = [way + piece for way in ways]
        at += 1
    return ways, at
