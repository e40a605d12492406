"""Regular expressions for many words at once, their common beginnings shared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the words, their common beginnings shared.

    >>> trie_pattern(["may", "march", "mar"])
    'ma(?:r(?:ch)?|y)'
    """
    return _alternatives(sorted(set(words)), 0)


def _alternatives(words: list[str], depth: int) -> str:
    """The part of a trie after the first `depth` letters, which all the words share."""
    if len(words) == 1:
        return re.escape(words[0][depth:])
    rest = words[1:] if words and len(words[0]) == depth else words
    groups = groupby(rest, key=itemgetter(depth))
    branches = [
        re.escape(letter) + _alternatives(list(group), depth + 1) for letter, group in groups
    ]
    if len(rest) == len(words) and len(branches) < 2:
        return "".join(branches)
    return f"(?:{'|'.join(branches)})" + ("?" if len(rest) < len(words) else "")
