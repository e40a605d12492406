"""Reading the islands of a text into phrases that know what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from timeline.expressions.scanning import Scanner
from timeline.languages import Language, Trim
from timeline.meanings import Meaning
from timeline.patterns import Edge, Token

# A longer text is never nothing but time words.
SHORT = 80
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

    >>> from timeline.languages import english
    >>> text = "Troops took back Izyum last September."
    >>> [text[p.start : p.end] for p in reader(english()).recognise(text)]
    ['last September']
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._scanner = Scanner(
            language.triggers, language.vocabulary, language.shores, language.abbreviations
        )
        self._kept: dict[str, tuple[tuple[Phrase, ...], ...]] = {}

    def recognise(self, text: str) -> Iterator[Phrase]:
        """The phrases of a text, in order, as the language's guards let them pass.

        A short text that is nothing but time words is read as a whole and needs no guards.
        """
        asked = self.request(text) if len(text) <= SHORT else None
        if asked is not None:
            yield asked
            return
        kept = self._kept
        for start, end in self._scanner.islands(text):
            island = text[start:end]
            places = kept.get(island)
            if places is None:
                places = self._read(island)
                if len(kept) >= KEPT:
                    kept.clear()
                kept[island] = places
            done = 0
            for candidates in places:
                if candidates[0].start < done:
                    continue
                for candidate in candidates:
                    phrase = _trimmed(candidate, text, start, self.language.trims)
                    verdict = self._verdict(phrase, text, start)
                    if verdict is None:
                        continue
                    if verdict:
                        yield self._turned(_moved(phrase, start), text)
                    done = candidate.end
                    break

    def request(self, text: str) -> Phrase | None:
        """The reading of a text that is nothing but time words, None of any other.

        >>> from timeline.languages import english
        >>> reader(english()).request("from May to July") is None
        False
        """
        for words in dict.fromkeys((text.rstrip(), text.rstrip(" \n.!?"))):
            tokens = self.language.cut(words)
            if not tokens:
                break
            edge = self.language.requests.read(tokens)[0].get("phrase", {}).get(len(tokens))
            if edge is not None and edge.marks:
                return _phrase(tokens, 0, edge)
        return None

    def _verdict(self, phrase: Phrase, text: str, offset: int) -> bool | None:
        """What the guards say of a phrase: a time, none, or (None) a time in fewer words."""
        guards = self.language.guards
        verdict: bool | None = True
        for mark in phrase.marks:
            guard = guards.get(mark.entry)
            if guard is not None:
                told = guard(text, offset + mark.start, offset + mark.end)
                if told is False:
                    return False if len(phrase.marks) == 1 else None
                verdict = told and verdict
        return verdict

    def _turned(self, phrase: Phrase, text: str) -> Phrase:
        """The phrase with the meaning that it has among the words around it."""
        mark = phrase.marks[0]
        turn = self.language.turns.get(mark.entry) if len(phrase.marks) == 1 else None
        if turn is None or mark.meaning is not phrase.meaning:
            return phrase
        meaning = turn(text, mark.start, mark.end, mark.meaning)
        return phrase._replace(meaning=meaning, marks=(mark._replace(meaning=meaning),))

    def _read(self, island: str) -> tuple[tuple[Phrase, ...], ...]:
        """For each place of an island where a phrase begins, what it can be, longest first.

        A place within a phrase that no guard will refuse is passed over.
        """
        tokens = self.language.cut(island)
        chart = self.language.grammar.read(tokens)
        found = []
        at = doubtful = 0
        while at < len(tokens):
            ends = chart[at].get("phrase")
            if not ends:
                at += 1
                continue
            edges = [ends[end] for end in sorted(ends, reverse=True)]
            if _led(edges[0], at, chart):
                at += 1
                continue
            sure = next((n for n, edge in enumerate(edges) if self._sure(edge)), len(edges))
            found.append(tuple(_phrase(tokens, at, edge) for edge in edges[: sure + 1]))
            if sure:
                doubtful = max(doubtful, edges[0].end)
            at = edges[0].end if at >= doubtful else at + 1
        return tuple(found)

    def _sure(self, edge: Edge) -> bool:
        """Whether no guard will ask about a phrase."""
        return not any(mark.rule in self.language.guards for mark in edge.marks)


def _led(edge: Edge, at: int, chart: Sequence[Mapping[str, Mapping[int, Edge]]]) -> bool:
    """Whether a phrase only puts a word before a time with which a longer one begins.

    "For 9 June" is read at "for", but "9 June to 2 July" begins behind it.
    """
    if len(edge.marks) != 1 or edge.value is not edge.marks[0].meaning:
        return False
    inner = chart[edge.marks[0].first].get("phrase")
    return edge.marks[0].first > at and inner is not None and max(inner) > edge.end


def _moved(phrase: Phrase, offset: int) -> Phrase:
    """A phrase of an island in its place in the text."""
    marks = tuple(
        Marked(offset + start, offset + end, meaning, entry)
        for start, end, meaning, entry in phrase.marks
    )
    return Phrase(offset + phrase.start, offset + phrase.end, phrase.meaning, phrase.entry, marks)


def _trimmed(phrase: Phrase, text: str, offset: int, trims: Mapping[str, Trim]) -> Phrase:
    """The phrase with extents cut as the words after it ask ("the summer offensive")."""
    if not any(mark.entry in trims for mark in phrase.marks):
        return phrase
    marks = []
    for mark in phrase.marks:
        trim = trims.get(mark.entry)
        start = trim(text, offset + mark.start, offset + mark.end) - offset if trim else mark.start
        marks.append(mark if start == mark.start else mark._replace(start=start))
    return phrase._replace(marks=tuple(marks))


def _phrase(tokens: Sequence[Token], at: int, edge: Edge) -> Phrase:
    marks = tuple(
        Marked(tokens[mark.first].start, tokens[mark.last - 1].end, mark.meaning, mark.rule)
        for mark in edge.marks
    )
    return Phrase(tokens[at].start, tokens[edge.end - 1].end, edge.value, edge.source, marks)


@cache
def reader(language: Language) -> Reader:
    """The reader of a language, made once."""
    return Reader(language)
