"""Finding the few places of a text where a time may be told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from timeline.patterns import trie_pattern

# Figures that can give a time away by themselves.
_FIGURES = r"""
    (?=[\d'’`])(?:
      \d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d)?z?\b
    | (?<![\w.,$£€])\d{4}(?![\d%,]\d|\d)
    | (?<![\d:])\d{1,2}:\d\d(?!\d)
    | (?<![\d/.,-])\d{1,4}[/-]\d{1,2}[/-]\d{2,4}(?!\d)
    | (?<![\d.])\d{1,2}\.\d{1,2}\.\d{2,4}(?![\d.]\d)
    | (?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)
    | (?:(?<=\bfrom\ )|(?<=\bon\ )|(?<=\bthis\ )|(?<=\bfor\ )|(?<=\bbetween\ ))
      \d{1,2}/\d{1,2}(?![\d/])
    | (?:(?<=\bon\ the\ )|(?<=\bon\ ))\d{1,2}(?:st|nd|rd|th)\b
    | ['’`]\d\d(?:s|\b)
    | (?<![\w.,$£€])[2-9]0\ ?s\b
    | \d\s?[ap]\.?\s?m\b
    | \b[1-4]q\b
    )
  | \b(?:b\.\s?c\.|a\.\s?d\.|[ap]\.\s?m\b|[hq][1-4]\b|[cf]y\s?['’]?\d\d\b|to\ date\b)
"""
_LOWER_ASCII = {i: i + 32 for i in range(65, 91)}
# At most so many words before and after the one that gives a time away: enough for any time,
# and a bound that keeps reading linear on text made of nothing but time words.
REACH = 24
_GAP = r"[ \t\xa0]*(?:\n[ \t\xa0]*)?"
_MARKS = r"['’`,()/:.–—‑-]"
# Words that cannot end a time, and words that cannot begin one.
_GLUE = frozenset(
    "the of and or to a an in on at from by for with until since between during "
    "about around s over through this that not than".split()
)
_LINK = frozenset(["and", "or", "to", "s"])


def _typeset(words: Collection[str]) -> set[str]:
    """The words, also as printed with a curly apostrophe."""
    return {*words, *(word.replace("'", "’") for word in words)}


def _backwards(words: Iterable[str]) -> list[str]:
    return [word[::-1] for word in words]


class Scanner:
    """Cuts a text into islands: stretches of words that may tell a time.

    >>> scanner = Scanner({"monday", "last"}, {"on", "monday", "last"})
    >>> text = "He said on Monday that it would last."
    >>> [text[start:end] for start, end in scanner.islands(text)]
    ['on Monday', 'last']

    `triggers` are the words that give a time away; an island reaches from one of them as far
    as words of the `vocabulary` and figures go, within a paragraph. Only `abbreviations` may
    have a full stop behind them.
    """

    def __init__(
        self,
        triggers: Collection[str],
        vocabulary: Collection[str],
        abbreviations: Collection[str] = (),
    ) -> None:
        triggers, vocabulary = _typeset(triggers), _typeset(vocabulary)
        given = trie_pattern(word for word in triggers if re.sub("['’]", "", word).isalnum())
        self._trigger = re.compile(rf"\b{given}\b|{_FIGURES}", re.VERBOSE)
        known = {word for word in {*vocabulary, *triggers} if len(word) > 1 or word.isalpha()}
        known |= {"s", *abbreviations} | {f"{word}." for word in abbreviations}
        ending, linking = known - _GLUE, known - _LINK
        glue = trie_pattern(_GLUE & known or {"the"})
        figure = r"(?:\d+(?:st|nd|rd|th|s|[ap]|h(?:\d\d)?)?|[hq][1-4])(?![^\W_])"
        half_day = r"\d+(?=[ap]\.?m)"
        self._on = re.compile(
            rf"(?:(?:{_GAP}(?:{glue}(?![^\W_])|{_MARKS})){{0,6}}"
            rf"{_GAP}(?:{trie_pattern(ending)}(?![^\W_])|{figure}|{half_day})){{0,{REACH}}}\)?"
        )
        link = trie_pattern(_backwards(_LINK))
        self._back = re.compile(
            rf"(?:(?:{_GAP}(?:{link}(?![^\W_])|{_MARKS})){{0,4}}"
            rf"{_GAP}(?:{trie_pattern(_backwards(linking))}(?![^\W_])"
            rf"|(?:ts|dn|dr|ht|s)?\d+['’]?)){{0,{REACH}}}"
        )

    def islands(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each island, in order and never overlapping.

        The time is linear in the length of the text: no character is looked at more than a
        bounded number of times, however the text is made.
        """
        lower = text.lower()
        if len(lower) != len(text):
            lower = text.translate(_LOWER_ASCII)
        mirrored = lower[::-1]
        size = len(lower)
        done = 0
        on, back = self._on, self._back
        for match in self._trigger.finditer(lower):
            start, end = match.span()
            if start < done:
                continue
            found = back.match(mirrored, size - start, size - done)
            assert found is not None
            start = size - found.end()
            found = on.match(lower, match.start())
            assert found is not None
            end = max(end, found.end())
            yield start, end
            done = end
