"""Sentences made from the patterns themselves: whatever the book can say, it can also read."""

from __future__ import annotations

import random
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.languages.en import REQUESTS
from timeline.languages.en.lexicon import KINDS
from timeline.patterns import expand
from timeline.patterns.syntax import Way
from timeline.resolution import Publication, resolve
from timeline.spans import TimeSpan, seconds

# What figures and marks can be; words are those of the lexicon.
FIGURES = {
    "number": ["1", "2", "3", "12", "30", "100", "1,000", "2.5"],
    "year": ["1000", "1999", "2022"],
    "anyyear": ["1", "44", "999"],
    "fourdigits": ["0930", "1959"],
    "twodigits": ["07", "99"],
    "daynum": ["1", "29", "30", "31"],
    "dayfigure": ["4th", "31st"],
    "hour": ["1", "9", "12", "13"],
    "ordinal": ["1st", "2nd", "5th", "20th"],
    "dayord": ["1st", "29th", "31st"],
    "clock": ["10:30", "00:00", "24:00", "23:59:59"],
    "dotclock": ["10.30"],
    "date": ["2022-02-24", "20220224", "2022-W08"],
    "moment": ["2022-02-24T05:00"],
    "isomonth": ["2022-09"],
    "yearmonth": ["2015-3"],
    "decades": ["1990s"],
    "decade": ["'90s"],
    "bcdecade": ["470s"],
    "shortyear": ["'89", "’00"],
    "halfday": ["a.m.", "pm"],
    "era": ["B.C.", "AD"],
    "zone": ["GMT"],
    "written": ["10/30/1989", "24.02.22", "7/6"],
    "halfmark": ["1/2"],
    "dotdate": ["5.12"],
}
PUBLISHED = [
    Publication(seconds(2023, 3, 6)),
    Publication(seconds(2024, 2, 29, 13, 5, 7), fine=True),
    Publication(seconds(1, 1, 1)),
    Publication(seconds(-43, 3, 15, 12), fine=True),
    Publication(seconds(9999, 12, 31, 23, 59, 59), fine=True),
]


def lexical() -> dict[str, list[str]]:
    """Words of each kind."""
    found = defaultdict(list, {kind: list(words) for kind, words in FIGURES.items()})
    for word, readings in KINDS.items():
        for kind, _ in readings:
            found[kind].append(word.title() if kind in ("month", "weekday") else word)
    return found


def ways() -> dict[str, list[Way]]:
    """Patterns of each kind."""
    found: dict[str, list[Way]] = defaultdict(list)
    for entry in REQUESTS.entries:
        found[entry.kind] += expand(entry.pattern)
    return found


WORDS, WAYS = lexical(), ways()


def derive(kind: str, chance: random.Random, depth: int) -> str:
    """A constituent of a kind, deep patterns given up for short ones."""
    words, patterns = WORDS.get(kind), WAYS.get(kind)
    if words and (not patterns or depth <= 0 or chance.random() < 0.4):
        return chance.choice(words)
    if not patterns or depth < -6:
        return "Monday"
    if depth <= 0:
        patterns = [way for way in patterns if slots(way) < 2] or patterns
    pieces = chance.choice(patterns).pieces
    told = [piece.word or derive(piece.kind or "", chance, depth - 1) for piece in pieces]
    return " ".join(told).replace(" 's", "'s")


def slots(way: Way) -> int:
    return sum(piece.word is None for piece in way.pieces)


@settings(deadline=None, max_examples=250, derandomize=True)
@given(
    st.integers(0, 2**32),
    st.sampled_from(PUBLISHED),
    st.sampled_from(["past", "future"]),
    st.booleans(),
)
def test_what_the_book_can_say_it_can_read(
    seed: int, published: Publication, lean: str, alone: bool
) -> None:
    words = derive("phrase", random.Random(seed), 3)
    text = words if alone else f"Nobody knew {words}, or why it had been so for all of them there."
    for found in resolve(text, published, lean=lean):
        assert text[found.start : found.end] == found.text
        assert repr(found.meaning)
        assert found.why
        span = found.span
        if span is not None:
            assert span.start is None or span.end is None or span.start < span.end
            assert TimeSpan.from_edtf(span.edtf()).edtf() == span.edtf()


def test_most_of_what_the_book_can_say_is_found() -> None:
    chance = random.Random(0)
    texts = [derive("phrase", chance, 2) for _ in range(300)]
    read = [text for text in texts if resolve(text, PUBLISHED[0])]
    assert len(read) > 0.6 * len(texts)
