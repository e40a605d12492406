"""Time words on their own, as one types them into a calendar or asks an assistant in English.

What is said here would be something else in running prose ("at three twenty", "the 4th", "9
tomorrow"), so it is read only where a text is nothing but time words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.languages.en.lexicon import CAPITAL, KINDS
from timeline.languages.en.lexicon import lexicon as prose
from timeline.patterns import PatternBook, Token

book = PatternBook("en")


def lexicon(token: Token) -> Sequence[tuple[str, Any]]:
    """The kinds that a token can be by itself where nobody minds capital letters.

    >>> from timeline.patterns import cut
    >>> lexicon(cut("march")[0])
    (('month', Month(3)),)
    """
    return KINDS.get(token.lower, ()) if token.lower in CAPITAL else prose(token)
