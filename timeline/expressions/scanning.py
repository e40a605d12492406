"""Finding the few places of a text where a time may be told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from timeline.languages import Shores
from timeline.patterns import trie_pattern

_LOWER_ASCII = {i: i + 32 for i in range(65, 91)}
# At most so many words before and after the one that gives a time away: enough for any time,
# and a bound that keeps reading linear on text made of nothing but time words.
REACH = 24
_BLANK = r"[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]*"
_GAP = rf"{_BLANK}(?:\n{_BLANK})?"
# What a number may stand behind that a word is joined to: "5hrs", and not "RX5hrs" or "3:00hrs".
_COUNTS = re.compile(r"(?:^|[\s(~])\d+(?:\.\d+)?$")
# A line that holds nothing but a time is no longer, and a list marks its entries so.
ALONE = 32
_LISTED = re.compile(r"\n\s*[-–—•*·]\s")
_MARKS = r"['’`,()/:.@+–—‑−-]"


def _typeset(words: Collection[str]) -> set[str]:
    """The words, also as printed with a curly apostrophe."""
    return {*words, *(word.replace("'", "’") for word in words)}


def _backwards(words: Iterable[str]) -> list[str]:
    return [word[::-1] for word in words]


class Scanner:
    """Cuts a text into islands: stretches of words that may tell a time.

    >>> from timeline.languages import english
    >>> scanner = Scanner({"monday", "last"}, {"on", "monday", "last"}, english().shores)
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
        shores: Shores,
        abbreviations: Collection[str] = (),
    ) -> None:
        triggers, vocabulary = _typeset(triggers), _typeset(vocabulary)
        given = trie_pattern(word for word in triggers if re.sub("['’]", "", word).isalnum())
        # "March22" lacks its space.
        given = rf"(?<![^\W\d]){given}(?:\b|(?=\d{{1,4}}\b))"
        self._trigger = re.compile(rf"{given}|{shores.figures}", re.VERBOSE)
        known = {word for word in {*vocabulary, *triggers} if len(word) > 1 or word.isalpha()}
        known |= {"s", *abbreviations} | {f"{word}." for word in abbreviations}
        ending, linking = known - shores.glue, known - shores.links
        glue = trie_pattern(shores.glue & known or shores.links)
        self._on = re.compile(
            rf"(?:(?:{_GAP}(?:{glue}(?![^\W_])|{_MARKS})){{0,6}}"
            rf"{_GAP}(?:{shores.ahead}|{trie_pattern(ending)}(?![^\W_]))){{0,{REACH}}}\)?"
        )
        link = trie_pattern(_backwards(shores.links))
        opening = trie_pattern(shores.opening)
        self._opening = re.compile(rf"\.\s+(?={opening}(?![^\s,]))") if shores.opening else None
        back = trie_pattern(_backwards(shores.endings))
        self._back = re.compile(
            rf"(?:(?:{_GAP}(?:{link}(?![^\W_])|{_MARKS})){{0,4}}"
            rf"{_GAP}(?:{trie_pattern(_backwards(linking))}(?![^\W_])"
            rf"|{back}?[½¼¾]?\d+['’]?)){{0,{REACH}}}"
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
            joined = start and lower[start - 1].isdigit() and lower[start].isalpha()
            if joined and _COUNTS.search(lower, max(0, start - 9), start) is None:
                continue
            found = back.match(mirrored, size - start, size - done)
            assert found is not None
            start = size - found.end()
            found = on.match(lower, match.start())
            if found is None or found.end() < end:
                # Figures that give a time away need not be words of it: "Oct12".
                found = on.match(lower, end)
            assert found is not None
            end = max(end, found.end())
            done = end
            for first, last in self._sentences(text, start, end):
                yield from _by_lines(text, first, last)

    def _sentences(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """An island, or what of it stands in each sentence: "at 9 p.m. On Tuesday"."""
        if self._opening is not None:
            for stop in self._opening.finditer(text, start, end):
                yield start, stop.start() + 1
                start = stop.end()
        yield start, end


def _by_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """An island, cut where it runs on from one line of a list to the next: "1998" over "12 March".

    Text that was folded has no line so short, but for the last of a paragraph.
    """
    at = text.find("\n", start, end)
    while at >= 0:
        line = text.rfind("\n", max(0, at - ALONE), at) + 1
        begins = line or at < ALONE
        alone = begins and not any(letter.isalnum() for letter in text[line:start])
        if (alone and text[line:at].rstrip()[-1:] != ",") or _LISTED.match(text, at):
            if text[start:at].strip():
                yield start, at
            start = at + 1
        at = text.find("\n", at + 1, end)
    yield start, end
