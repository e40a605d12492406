"""Finding the few places of a text where a time may be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline.patterns import TOKEN

# How far a stretch of time words can reach before and after the word that gives it away.
REACH_BACK, REACH_ON = 72, 120
_FIGURES = r"""
    (?<![\d.,$£€])\d{4}(?![\d%,]\d|\d)
  | (?<![\d:])\d{1,2}:\d\d(?!\d)
  | (?<![\d/.,-])\d{1,4}[/-]\d{1,2}[/-]\d{2,4}(?!\d)
  | (?<![\d.])\d{1,2}\.\d{1,2}\.\d{2,4}(?![\d.]\d)
  | ['’`]\d\d(?:s|\b)
  | \d\s?[ap]\.?\s?m\b
  | \bb\.\s?c\.
  | \ba\.\s?d\.
  | \b(?:q[1-4]|[1-4]q)\b
  | \bday-long\b
"""
_NUMERIC = frozenset(
    """isotime isodate isoweek isomonth slashes dots slash clock decade ordinal shortyear number
    halfday era zone abbreviation genitive""".split()
)
_LOWER_ASCII = {i: i + 32 for i in range(65, 91)}


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the words, their common beginnings shared.

    >>> trie_pattern(["may", "march", "mar"])
    'ma(?:r(?:ch)?|y)'
    """
    trie: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, object] = trie  # type: ignore[assignment]
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _write(trie)  # type: ignore[arg-type]


def _write(node: dict[str, object]) -> str:
    ends = "" in node
    branches = []
    for letter in sorted(key for key in node if key):
        child = node[letter]
        assert isinstance(child, dict)
        branches.append(re.escape(letter) + _write(child))
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")


class Scanner:
    """Cuts a text into islands: stretches of words that may tell a time.

    >>> scanner = Scanner({"monday", "last"}, {"on", "monday", "last"})
    >>> text = "He said on Monday that it would last."
    >>> [text[start:end] for start, end in scanner.islands(text)]
    ['on Monday', 'last']
    """

    def __init__(self, triggers: Iterable[str], vocabulary: Iterable[str]) -> None:
        words = trie_pattern(word for word in triggers if word.replace("'", "").isalnum())
        self._trigger = re.compile(rf"\b{words}\b|{_FIGURES}".replace("\n", ""), re.VERBOSE)
        self._vocabulary = frozenset(vocabulary)

    def islands(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each island, in order and never overlapping.

        The time is linear in the length of the text: no character is looked at more than a
        few times, however the text is made.
        """
        lower = text.lower()
        if len(lower) != len(text):
            lower = text.translate(_LOWER_ASCII)
        done = 0
        for match in self._trigger.finditer(lower):
            at = match.start()
            if at < done:
                continue
            start = self._back(text, lower, at, done)
            end = self._onward(text, lower, at)
            if end > start:
                yield start, end
                done = end

    def _known(self, match: re.Match[str], lower: str, offset: int) -> bool:
        shape = match.lastgroup
        if shape in _NUMERIC:
            return True
        word = lower[match.start() + offset : match.end() + offset]
        return word in self._vocabulary or (shape == "mark" and word in "–—‑’`")

    def _back(self, text: str, lower: str, at: int, done: int) -> int:
        first = max(done, at - REACH_BACK)
        window = text[first:at]
        start = at
        cut_word = first > done
        for match in reversed(list(TOKEN.finditer(window))):
            begin = match.start()
            if cut_word and begin == 0:
                break
            if not self._known(match, lower, first):
                break
            if text.count("\n", first + match.end(), start) > 1:
                break
            start = first + begin
        return start

    def _onward(self, text: str, lower: str, at: int) -> int:
        end = at
        window = text[at : at + REACH_ON]
        cut_word = at + REACH_ON < len(text)
        for match in TOKEN.finditer(window):
            stop = match.end()
            if cut_word and stop == REACH_ON:
                break
            if text.count("\n", end, at + match.start()) > 1:
                break
            if end > at and not self._known(match, lower, at):
                break
            end = at + stop
        return end
