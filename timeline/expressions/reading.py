"""Reading the islands of a text into phrases that know what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from timeline.expressions.scanning import Scanner
from timeline.languages import Language, Trim, english
from timeline.meanings import Meaning
from timeline.patterns import Edge, cut

# Readings of recent islands kept, so that "on Monday" is read once and not a thousand times.
KEPT = 50_000


class Marked(NamedTuple):
    """A TIMEX3 within a phrase: offsets, meaning, and the entry that read it."""

    start: int
    end: int
    meaning: Meaning
    entry: str


class Phrase(NamedTuple):
    """Time words found in a text: offsets, meaning, entry, and the TIMEX3s inside."""

    start: int
    end: int
    meaning: Meaning
    entry: str
    marks: tuple[Marked, ...]


class Reader:
    """Recognises the time expressions of one language.

    >>> text = "Troops took back Izyum last September."
    >>> [text[p.start : p.end] for p in reader(english()).recognise(text)]
    ['last September']
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._scanner = Scanner(language.triggers, language.vocabulary, language.abbreviations)
        self._kept: dict[str, tuple[Phrase, ...]] = {}

    def recognise(self, text: str) -> Iterator[Phrase]:
        """The phrases of a text, in order, as the language's guards let them pass."""
        guards = self.language.guards
        kept = self._kept
        for start, end in self._scanner.islands(text):
            island = text[start:end]
            phrases = kept.get(island)
            if phrases is None:
                phrases = self._read(island)
                if len(kept) >= KEPT:
                    kept.clear()
                kept[island] = phrases
            for phrase in phrases:
                phrase = _trimmed(phrase, text, start, self.language.trims)
                moved = Phrase(
                    start + phrase.start,
                    start + phrase.end,
                    phrase.meaning,
                    phrase.entry,
                    tuple(
                        Marked(start + a, start + b, meaning, entry)
                        for a, b, meaning, entry in phrase.marks
                    ),
                )
                passes = True
                for mark in moved.marks:
                    guard = guards.get(mark.entry)
                    if guard is not None and not guard(text, mark.start, mark.end):
                        passes = False
                if passes:
                    yield moved

    def _read(self, island: str) -> tuple[Phrase, ...]:
        tokens = cut(island)
        chart = self.language.grammar.read(tokens)
        found = []
        at = 0
        while at < len(tokens):
            ends = chart[at].get("phrase")
            if not ends:
                at += 1
                continue
            edge = ends[max(ends)]
            found.append(_phrase(tokens, at, edge))
            at = edge.end
        return tuple(found)


def _trimmed(phrase: Phrase, text: str, offset: int, trims: Mapping[str, Trim]) -> Phrase:
    """The phrase with extents cut as the words after it ask ("the summer offensive")."""
    if not any(mark.entry in trims for mark in phrase.marks):
        return phrase
    marks = []
    for mark in phrase.marks:
        trim = trims.get(mark.entry)
        start = trim(text, offset + mark.start, offset + mark.end) - offset if trim else mark.start
        marks.append(mark._replace(start=start))
    return phrase._replace(marks=tuple(marks))


def _phrase(tokens: list, at: int, edge: Edge) -> Phrase:  # type: ignore[type-arg]
    marks = tuple(
        Marked(tokens[mark.first].start, tokens[mark.last - 1].end, mark.meaning, mark.rule)
        for mark in edge.marks
    )
    return Phrase(tokens[at].start, tokens[edge.end - 1].end, edge.value, edge.source, marks)


@cache
def reader(language: Language) -> Reader:
    """The reader of a language, made once."""
    return Reader(language)
