"""The dictionary: which parts of speech a word may be, what field it belongs to, its lemma.

Derived from WordNet 3.0 (see `weights/WORDNET-LICENSE`). Words are kept as sorted hashes, so that
opening the dictionary costs a read and no building.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from zlib import crc32

import numpy as np

NOUN, VERB, ADJECTIVE, ADVERB = 1, 2, 4, 8
# Words whose entries are kept ready.
KEPT = 50_000
# Endings and what stands in their place in the lemma, as WordNet's own "morphy" has them.
ENDINGS: dict[str, tuple[int, tuple[tuple[str, str], ...]]] = {
    "n": (
        NOUN,
        (
            ("ses", "s"),
            ("xes", "x"),
            ("zes", "z"),
            ("ches", "ch"),
            ("shes", "sh"),
            ("men", "man"),
            ("ies", "y"),
            ("s", ""),
        ),
    ),
    "v": (
        VERB,
        (
            ("ies", "y"),
            ("es", "e"),
            ("es", ""),
            ("s", ""),
            ("ied", "y"),
            ("ed", "e"),
            ("ed", ""),
            ("ing", "e"),
            ("ing", ""),
        ),
    ),
    "r": (
        ADVERB,
        (("er", ""), ("est", ""), ("er", "e"), ("est", "e"), ("ier", "y"), ("iest", "y")),
    ),
    "a": (
        ADJECTIVE,
        (("er", ""), ("est", ""), ("er", "e"), ("est", "e"), ("ier", "y"), ("iest", "y")),
    ),
}


class Entry(NamedTuple):
    """What the dictionary says of a word.

    `parts` is a sum of NOUN, VERB, ADJECTIVE, ADVERB; `noun` and `verb` are numbers of WordNet's
    lexicographer files; `eventful` says in ninths how much of the noun's use is about acts, events,
    processes or phenomena; `derived` is 1 if its first noun sense comes from a verb, 2 if a later
    one does, 3 if both.
    """

    parts: int
    noun: int
    verb: int
    eventful: int
    derived: int


UNKNOWN = Entry(0, 0, 0, 0, 0)


class Lexicon:
    """The dictionary of English words.

    >>> load_lexicon().lemma("annexed", "v"), load_lexicon().lemma("took", "v")
    ('annex', 'take')
    """

    def __init__(
        self, hashes: list[int], rows: bytes, irregular: dict[str, dict[str, str]]
    ) -> None:
        self._hashes = hashes
        self._rows = rows
        self._irregular = irregular
        self._kept = lru_cache(maxsize=KEPT)(self._find)

    def entry(self, word: str) -> Entry:
        """The entry of a word in lower case, `UNKNOWN` if it has none."""
        return self._kept(word)

    def _find(self, word: str) -> Entry:
        wanted = crc32(b"l=" + word.encode())
        k = bisect_left(self._hashes, wanted)
        if k == len(self._hashes) or self._hashes[k] != wanted:
            return UNKNOWN
        return Entry(*self._rows[5 * k : 5 * k + 5])

    def candidates(self, word: str, part: str) -> Iterator[tuple[str, Entry]]:
        """The lemmas a word in lower case may have, the likeliest first; parts as in `lemma`."""
        irregular = self._irregular[part].get(word)
        if irregular is not None:
            yield irregular, self.entry(irregular)
        wanted, endings = ENDINGS[part]
        for ending, instead in endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                lemma = word[: -len(ending)] + instead
                found = self.entry(lemma)
                if found.parts & wanted:
                    yield lemma, found
                stem = word[: -len(ending)]
                if not instead and ending in ("ed", "ing", "er", "est") and is_doubled(stem):
                    found = self.entry(stem[:-1])
                    if found.parts & wanted:
                        yield stem[:-1], found
        itself = self.entry(word)
        if itself.parts & wanted:
            yield word, itself

    def readings(self, word: str) -> list[str]:
        """What a word in lower case may be, as short names for features."""
        found = []
        itself = self.entry(word)
        if itself.parts:
            found.append(f"e{itself.parts}")
        for part, bit in (("n", NOUN), ("v", VERB)):
            if itself.parts & bit:
                found.append(f"{part}{itself.noun if part == 'n' else itself.verb}")
            for lemma, entry in self.candidates(word, part):
                if lemma != word:
                    field = entry.noun if part == "n" else entry.verb
                    found.append(f"{part}{field}+{word[-2:]}")
                break
        for lemma, _ in self.candidates(word, "a"):
            if lemma != word:
                found.append("a+" + word[-2:])
            break
        if not found and not itself.parts and word.endswith("ly"):
            found.append("ly" if self.entry(word[:-2]).parts & ADJECTIVE else "ly?")
        return found or ["?"]

    def doubles(self, lemma: str) -> bool:
        """Whether a verb doubles its last letter, as "admitted" does."""
        return self._irregular["v"].get(f"{lemma}{lemma[-1]}ed") == lemma

    def lemma(self, word: str, part: str) -> str:
        """The lemma of a word in lower case read as a noun ("n"), verb ("v"), adjective
        ("a") or adverb ("r")."""
        for lemma, _ in self.candidates(word, part):
            return lemma
        return guess_lemma(word, part)


def is_doubled(stem: str) -> bool:
    """Whether a stem ends in a doubled consonant, as "stopp" does."""
    return len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiouls"


def guess_lemma(word: str, part: str) -> str:
    """A lemma for a word that no dictionary knows, by its ending."""
    if part == "v":
        for ending in ("ing", "ed"):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                stem = word[: -len(ending)]
                return stem[:-1] if is_doubled(stem) else stem
    if (
        part in "nv"
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and len(word) > 3
    ):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return word


@cache
def load_lexicon() -> Lexicon:
    """The dictionary, read once."""
    weights = files("timeline.sentences").joinpath("weights")
    with weights.joinpath("lexicon.npz").open("rb") as stream, np.load(stream) as arrays:
        hashes, rows = arrays["hashes"].tolist(), arrays["rows"].tobytes()
    irregular = json.loads(weights.joinpath("irregular.json").read_text(encoding="utf-8"))
    return Lexicon(hashes, rows, irregular)
