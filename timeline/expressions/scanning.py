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
GAP = rf"{_BLANK}(?:\n{_BLANK})?"
# What a number may stand behind that a word is joined to: "5hrs", and not "RX5hrs" or "3:00hrs".
_COUNTS = re.compile(r"(?:^|[\s(~])\d+(?:\.\d+)?$")
# A line that holds nothing but a time is no longer, and a list marks its entries so.
ALONE = 32
_LISTED = re.compile(r"\n\s*[-–—•*·]\s")
MARKS = r"['’`,()/:.@+–—‑−-]"
NOTHING = "(?!)"
# So many words and marks may stand between two that end a time, and two that begin one.
GLUED, LINKED = 6, 4


def _typeset(words: Collection[str]) -> set[str]:
    """The words, also as printed with a curly apostrophe."""
    return {*words, *(word.replace("'", "’") for word in words)}


def _backwards(words: Iterable[str]) -> list[str]:
    return [word[::-1] for word in words]


class Stretch:
    """How far words that may tell a time go on.

    >>> stretch = Stretch({"of"}, {"end", "may", "a.m."}, 6)
    >>> text = "end of may of his reign"
    >>> text[: stretch.end(text, 0, len(text))]
    'end of may'

    It ends in one of its `words` or in figures, of which a pattern tells: those `before` are looked
    for before a word, those `behind` where there is none. Marks and `links` stand between, at most
    `linked` of them. Words are looked up, and not spelt out in one large pattern, which would take
    as long to make as a page takes to read; only words with marks in them are.
    """

    def __init__(
        self,
        links: Collection[str],
        words: Collection[str],
        linked: int,
        *,
        before: str = "",
        behind: str = "",
    ) -> None:
        self._links, self._words = frozenset(links), frozenset(words)
        self._linked = linked
        marked = [word for word in words if not word.isalnum()]
        spelt = rf"{trie_pattern(marked)}(?![^\W_])" if marked else NOTHING
        self._step = re.compile(
            rf"{GAP}(?=({before or NOTHING}|{spelt})?)(?=({behind or NOTHING})?)"
            rf"(?:([^\W_]+)|{MARKS})"
        ).match

    def end(self, text: str, start: int, stop: int) -> int:
        """Where the words end that go on from a place, up to another: the same place if none do."""
        step, links, words = self._step, self._links, self._words
        for _ in range(REACH):
            end, at = -1, start
            for _ in range(self._linked + 1):
                found = step(text, at, stop)
                if found is None:
                    break
                word, at = found[3], found.end()
                told = found.end(1)
                if told < 0:
                    told = at if word in words else found.end(2)
                # Of the places where it may end the last counts.
                end = told if told >= 0 else end
                if word is not None and word not in links:
                    break
            if end < 0:
                break
            start = end
        return start


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
        glue = shores.glue & known or shores.links
        self._on = Stretch(glue, known - shores.glue, GLUED, before=shores.ahead)
        opening = trie_pattern(shores.opening)
        self._opening = re.compile(rf"\.\s+(?={opening}(?![^\s,]))") if shores.opening else None
        endings = trie_pattern(_backwards(shores.endings))
        self._back = Stretch(
            _backwards(shores.links),
            _backwards(known - shores.links),
            LINKED,
            behind=rf"{endings}?[½¼¾]?\d+['’]?",
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
            reached = on.end(lower, start, size)
            if reached < end:
                # Figures that give a time away need not be words of it: "Oct12".
                reached = on.end(lower, end, size)
            end = reached + lower.startswith(")", reached)
            start = size - back.end(mirrored, size - start, size - done)
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
