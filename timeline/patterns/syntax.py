"""The little language that patterns are written in.

Words are written as they stand; `{slot}` takes a constituent of that kind, `{slot:name}` gives
it another name; `(a|b c)` is a choice, `[a]` may be missing, `<a>` is a TIMEX3 of its own, and a
backslash makes a mark a word (`\\(`). Each line of a pattern is one way to say it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import NamedTuple

from timeline.errors import TimelineError

_PIECE = re.compile(
    r"\s+|(?P<sign>\\[()\[\]|<>])|(?P<slot>\{\w+(?::\w+)?\})|(?P<mark>[()\[\]|<>])|(?P<word>'s|[\w.]+(?:'\w\w+)*|[^\w\s])"
)
MARK = "mark"


class Piece(NamedTuple):
    """One step of a pattern: a word, or a slot that has a `kind` and a `name`."""

    word: str | None
    kind: str | None = None
    name: str | None = None


class Way(NamedTuple):
    """One plain sequence, and which stretches of it are a TIMEX3 of their own."""

    pieces: tuple[Piece, ...]
    marks: tuple[tuple[int, int], ...]


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
    for line in filter(None, map(str.strip, pattern.splitlines())):
        tokens = [m for m in _PIECE.finditer(line) if m.lastgroup]
        found, position = _choice(tokens, 0, line)
        if position != len(tokens):
            raise BadPattern(f"a bracket too many in the pattern {line!r}")
        ways += [_marked(way, line) for way in found]
    if not all(way.pieces for way in ways) or not ways:
        raise BadPattern(f"nothing at all would match the pattern {pattern!r}")
    return tuple(ways)


def _marked(pieces: tuple[Piece, ...], line: str) -> Way:
    """Takes the marks out of a sequence and remembers where they stood."""
    plain: list[Piece] = []
    opened: list[int] = []
    marks: list[tuple[int, int]] = []
    for piece in pieces:
        if piece.kind != MARK:
            plain.append(piece)
        elif piece.word == "<":
            opened.append(len(plain))
        elif opened:
            marks.append((opened.pop(), len(plain)))
        else:
            raise BadPattern(f"a '>' without its '<' in the pattern {line!r}")
    if opened:
        raise BadPattern(f"a '<' without its '>' in the pattern {line!r}")
    return Way(tuple(plain), tuple(marks))


def _choice(tokens: list[re.Match[str]], at: int, line: str) -> tuple[list[tuple[Piece, ...]], int]:
    """Alternatives up to the closing bracket or the end."""
    ways: list[tuple[Piece, ...]] = []
    while True:
        found, at = _sequence(tokens, at, line)
        ways += found
        if at < len(tokens) and tokens[at].group() == "|":
            at += 1
            continue
        return ways, at


def _sequence(
    tokens: list[re.Match[str]], at: int, line: str
) -> tuple[list[tuple[Piece, ...]], int]:
    parts: list[list[tuple[Piece, ...]]] = []
    while at < len(tokens) and tokens[at].group() not in (")", "]", "|"):
        token = tokens[at]
        text = token.group()
        if text in ("(", "["):
            inner, at = _choice(tokens, at + 1, line)
            closing = ")" if text == "(" else "]"
            if at >= len(tokens) or tokens[at].group() != closing:
                raise BadPattern(f"a {closing!r} is missing in the pattern {line!r}")
            parts.append(inner if text == "(" else [(), *inner])
        elif text in ("<", ">"):
            parts.append([(Piece(text, MARK),)])
        elif token.lastgroup == "slot":
            kind, _, name = text[1:-1].partition(":")
            parts.append([(Piece(None, kind, name or kind),)])
        elif text in "{}":
            raise BadPattern(f"a slot is written {{kind}} or {{kind:name}}; not so in {line!r}")
        elif text != text.lower():
            raise BadPattern(f"patterns are in lower case, {text!r} of {line!r} is not")
        else:
            parts.append([(Piece(text.removeprefix("\\")),)])
        at += 1
    return [sum(way, ()) for way in product(*parts)], at
