"""What a language brings: its pattern book, its words, its guards and its cues."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from timeline.patterns import Grammar, PatternBook

Guard = Callable[[str, int, int], bool | None]
Trim = Callable[[str, int, int], int]
Cue = Callable[[str, int, int, str], str | None]


@dataclass(frozen=True, eq=False, slots=True)
class Language:
    """A language ready to read with.

    >>> from timeline.languages import english
    >>> english().code, "monday" in english().triggers, english().impossible("February 30")
    ('en', True, 'that month has no day 30')

    `triggers` are the words that a time can be told by, `vocabulary` all words that can stand
    in one, `abbreviations` those that a full stop may follow. A guard, by the name of its entry,
    looks at the words around an extent and tells whether it is a time at all, or None where it
    is one in fewer words; a trim, likewise by name, tells where its extent begins. `lean` tells
    from the words around whether a bare weekday or month points "past" or "future". `requests`
    reads a text that is nothing but time words, as one types them into a calendar. `impossible`
    tells what is wrong with a day that no calendar has, None of any other words.
    """

    code: str
    book: PatternBook
    grammar: Grammar
    requests: Grammar
    triggers: frozenset[str]
    vocabulary: frozenset[str]
    abbreviations: frozenset[str]
    guards: Mapping[str, Guard]
    trims: Mapping[str, Trim]
    lean: Cue
    impossible: Callable[[str], str | None]
