"""Regular expressions for many words at once, their common beginnings shared."""

from __future__ import annotations

import re
from collections.abc import Iterable


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the words, their common beginnings shared.

    >>> trie_pattern(["may", "march", "mar"])
    'ma(?:r(?:ch)?|y)'
    """
    return _alternatives(sorted(set(words)), 0)


def _alternatives(words: list[str], depth: int) -> str:
    """The part of a trie after the first `depth` letters, which all the words share."""
    if not words:
        return ""
    ends = len(words[0]) == depth
    branches = []
    rest = words[1:] if ends else words
    while rest:
        letter = rest[0][depth]
        count = next((n for n, word in enumerate(rest) if word[depth] != letter), len(rest))
        branches.append(re.escape(letter) + _alternatives(rest[:count], depth + 1))
        rest = rest[count:]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")
