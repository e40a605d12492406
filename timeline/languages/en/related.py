"""One way to write "by", "until", "since" before a day, whatever the day is told by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.meanings import Meaning
from timeline.patterns import Parts, PatternBook

#: What makes of a day the time up to it, from it, or another that it bounds.
Bound = Callable[[Meaning], Meaning]


def relate(
    book: PatternBook,
    name: str,
    told: str,
    day: Callable[[Any], Meaning],
    relations: dict[Bound, tuple[str, str]],
) -> None:
    """Adds to a book an entry called `name` for each relation to a day that is `told` so.

    `day` makes the meaning of the day from its constituent. A relation has its words and its
    example, in which `{word}` stands for the first of them.
    """
    for bound, (words, example) in relations.items():
        book.entry("phrase", f"{words} <{told}>", example.format(word=first_of(words)))(
            _entry(name, bound, day)
        )


def _entry(name: str, bound: Bound, day: Callable[[Any], Meaning]) -> Callable[[Any], Parts]:
    def related(told: Any) -> Parts:
        meaning = day(told)
        return Parts(bound(meaning), (meaning,))

    related.__name__ = name
    return related


def first_of(words: str) -> str:
    """The first of some words in a pattern.

    >>> first_of("(by|no later than)"), first_of("since")
    ('by', 'since')
    """
    return words.strip("()").split("|", 1)[0]
