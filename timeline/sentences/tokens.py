"""What a sentence is made of: tokens that are slices of the document, with tags and lemmas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

#: Treebank tags of verbs with a tense, of what opens a relative clause or a question, of names.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
NAMING = frozenset({"NNP", "NNPS"})


class Token(NamedTuple):
    """One word or mark, a slice of the document.

    >>> Token(0, 6, "troops", "NOUN", "NNS", "troop").lemma
    'troop'

    `start` and `end` are character offsets in the document, end exclusive. `tag` is one of the
    Universal POS tags (universaldependencies.org/u/pos), `xpos` one of the Penn Treebank's as the
    English Web Treebank writes them (`HYPH` for a hyphen, `ADD` for an address).
    """

    start: int
    end: int
    text: str
    tag: str
    xpos: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: the document's characters from `start` to `end` (exclusive) and its tokens.

    >>> word = Token(0, 2, "Go", "VERB", "VB", "go")
    >>> Sentence(0, 2, (word,)).words
    ['Go']
    """

    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[str]:
        """The text of each token, in order."""
        return [token.text for token in self.tokens]
