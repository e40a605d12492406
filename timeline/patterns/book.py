"""A pattern book: entries, each with its pattern, its meaning and the sentences that show it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType
from typing import Any, TypeVar, cast

from timeline.patterns.grammar import Grammar, Lexicon
from timeline.patterns.syntax import BadPattern, slots_of

Build = TypeVar("Build", bound=Callable[..., Any])
_PUBLISHED = re.compile(r"(-|-?\d+-\d\d-\d\d(?:T\d\d:\d\d)?)( future)?")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that shows an entry: what is to be found in it, and its values.

    `found` holds the offsets of the bracketed words; none where nothing may be found. `values`
    are their TIMEX3 values and `edtf`, where told, is the span of the whole phrase. `lean` is
    "future" for what a calendar is told, else "past".
    """

    published: str | None
    text: str
    found: tuple[tuple[int, int], ...]
    values: tuple[str, ...]
    edtf: str | None
    lean: str = "past"

    @classmethod
    def parse(cls, line: str) -> Example:
        """Reads `date | sentence with [brackets] | value; value | edtf`.

        The date may have a time of day, and be followed by "future".

        >>> Example.parse("2024-03-14 | He left [last May]. | 2023-05").found
        ((8, 16),)

        Raises `BadPattern` where the line is not of that form.
        """
        cells = [cell.strip() for cell in line.split("|")]
        if not 2 <= len(cells) <= 4 or not cells[1]:
            raise BadPattern(f"an example needs a date and a sentence, between bars: {line!r}")
        marked = cells[1]
        when = _PUBLISHED.fullmatch(cells[0])
        if when is None:
            raise BadPattern(f"an example begins with a date, or '-' for any: {line!r}")
        values = tuple(v.strip() for v in cells[2].split(";") if v.strip()) if cells[2:] else ()
        text, found, at = "", [], 0
        for match in re.finditer(r"\[([^\]]*)\]", marked):
            text += marked[at : match.start()]
            found.append((len(text), len(text) + len(match[1])))
            text += match[1]
            at = match.end()
        text += marked[at:]
        if "[" in text or "]" in text:
            raise BadPattern(f"the brackets do not match: {line!r}")
        if len(values) != len(found):
            raise BadPattern(f"{len(found)} brackets but {len(values)} values: {line!r}")
        edtf = cells[3] if len(cells) > 3 and cells[3] else None
        published = None if when[1] == "-" else when[1]
        lean = "future" if when[2] else "past"
        return cls(published, text, tuple(found), values, edtf, lean)


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of telling time: `build` makes its meaning (or part of one) from its slots.

    Of the kinds of constituent, "phrase" is what a text is read into, "time", "length" and
    "set" are what TIMEX3 marks, and all others are for patterns to take as slots. A `build` that
    gives None refuses; `slots` are the names of what it takes.
    """

    name: str
    kind: str
    pattern: str
    build: Callable[..., Any]
    examples: tuple[Example, ...]
    slots: tuple[str, ...]


class PatternBook:
    """The entries of a language.

    >>> book = PatternBook("en")
    >>> @book.entry("time", "last {recurring}", "2024-03-14 | He left [last May]. | 2023-05")
    ... def last(recurring):
    ...     return ("last", recurring)
    >>> book.entries[0].name
    'last'
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.entries: list[Entry] = []

    def entry(self, kind: str, pattern: str, examples: str = "") -> Callable[[Build], Build]:
        """Declares an entry: the kind of constituent it gives, its pattern and its examples.

        The function's parameters take the slots by name. Raises `BadPattern` where they do not
        agree, where brackets do not match, or where an example is not well formed.
        """
        shown = tuple(map(Example.parse, filter(None, map(str.strip, examples.splitlines()))))

        def declare(build: Build) -> Build:
            code = cast(FunctionType, build).__code__
            wanted = code.co_varnames[: code.co_argcount]
            for given in slots_of(pattern):
                if list(given) != sorted(wanted):
                    message = f"slots {list(given)} but parameters {list(wanted)}"
                    raise BadPattern(f"entry {build.__name__}: {message}")
            name = build.__name__.rstrip("_")
            self.entries.append(Entry(name, kind, pattern, build, shown, wanted))
            return build

        return declare

    def include(self, other: PatternBook) -> None:
        """Takes in the entries of another book."""
        self.entries += other.entries

    def compile(self, lexicon: Lexicon) -> Grammar:
        """The grammar that reads with all entries at once."""
        grammar = Grammar(lexicon)
        for entry in self.entries:
            grammar.add(entry.name, entry.kind, entry.pattern, entry.build, entry.slots)
        return grammar
