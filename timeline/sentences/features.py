"""What the networks see of a word: hashes of its form, parts, shape and dictionary entry.

A feature is a 32-bit number, the CRC of its text, the same on every machine and in every run. All
features hang on the word type alone, so they are summed once per type and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias
from zlib import crc32

from timeline.sentences.lexicon import Lexicon
from timeline.sentences.vocabulary import EVENT_ADJECTIVES, EVENT_NOUNS

_LONG_RUN = re.compile(r"(.)\1\1+")
# Amounts as other newspapers write them are read like those the treebanks have many of.
_AMOUNT = re.compile(r"(\d[\d.,]*)(?:m|mn|bn|tn|k)")
_CURRENCIES = frozenset("£€¥₹₽₺₩")
# Marks of newspapers and other languages that treebanks have none of.
_MARKS = {"``": "“", "''": "”", "`": "‘", "«": "“", "»": "”", "{": "(", "}": ")"}
# Marks that are written in several ways and mean the same.
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})


def code(kind: str, value: str) -> int:
    """The number of a feature.

    >>> code("w", "troops") == code("w", "troops") != code("l", "troops")
    True
    """
    return crc32(f"{kind}={value}".encode())


def codes(features: Iterable[str]) -> list[int]:
    """The numbers of features written as `code` writes them, the kind first: "w=troops"."""
    return [crc32(feature.encode()) for feature in features]


def shape(word: str) -> str:
    """The kinds of a word's characters, with runs cut to two: "Chasiv" is "Xxx", "1990s" is "00x".

    >>> shape("Chasiv"), shape("1990s"), shape("U.S.")
    ('Xxx', '00x', 'X.X.')
    """
    if word.isalpha() and word.islower():
        return "xx"[: len(word)]  # as most words
    kinds = "".join(
        "0" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in word[:24]
    )
    return _LONG_RUN.sub(r"\1\1", kinds)


def liken(word: str) -> str:
    """The commoner word that stands in the same places: the dollar for any currency, a bare
    amount, quotation marks of one kind.

    >>> liken("£"), liken("1.2m"), liken("``"), liken("Kyiv")
    ('$', '1.2', '“', 'Kyiv')
    """
    if word in _CURRENCIES:
        return "$"
    amount = _AMOUNT.fullmatch(word) if word[:1].isdigit() else None
    return amount[1] if amount else _MARKS.get(word, word)


def describe_word(word: str, lexicon: Lexicon) -> list[int]:
    """The features of a word for tagging, its own form first."""
    word = liken(word)
    lower = word.lower()
    if lower[:1].isdigit():
        digits = re.sub(r"\d", "0", lower)
        return codes([f"w={digits}", f"d={digits}", f"h={shape(word)}", f"s2={lower[-2:]}"])
    found = [f"w={word}", f"l={lower}", f"h={shape(word)}"]
    found += [f"s{n}={lower[-n:]}" for n in (1, 2, 3, 4) if len(lower) > n]
    found += [f"p{n}={lower[:n]}" for n in (2, 3) if len(lower) > n]
    found += [f"x={reading}" for reading in lexicon.readings(lower)]
    return codes(found)


# A tagged word as mentions see it: its text, tags and lemma, as they stand in a `Token`.
Reading: TypeAlias = tuple[str, str, str, str]


def describe_token(reading: Reading, lexicon: Lexicon) -> list[int]:
    """The features of a tagged word for event mentions."""
    word, tag, xpos, lemma = reading
    if not word:
        return codes(["w="])
    lower, base = word.lower(), lemma.lower()
    found = [f"w={lower}/{xpos}", f"l={base}/{tag}", f"x={xpos}", f"t={tag}"]
    if tag not in ("NOUN", "VERB", "ADJ", "PROPN"):
        return codes(found)
    found += [f"s{n}={lower[-n:]}/{tag}" for n in (3, 4)]
    entry = lexicon.entry(base)
    if tag in ("NOUN", "PROPN"):
        if base in EVENT_NOUNS:
            found.append("ev=listed")
        found += [
            f"n={tag}/{entry.noun}",
            f"e={tag}/{entry.eventful}",
            f"v={tag}/{entry.derived}",
            f"ev={tag}/{entry.noun}/{entry.eventful // 3}/{entry.derived}",
            f"p={tag}/{entry.parts}",
        ]
    elif tag == "ADJ" and base in EVENT_ADJECTIVES:
        found.append("a=listed")
    else:
        found += [f"f={tag}/{entry.verb}", f"p={tag}/{entry.parts}"]
    return codes(found)


def describe_dependent(reading: Reading, lexicon: Lexicon) -> list[int]:
    """The features of a tagged word for parsing; those of its form come first."""
    word, tag, xpos, lemma = reading
    word, lemma = liken(word).translate(_PLAIN), liken(lemma).translate(_PLAIN)
    lower, base = word.lower(), lemma.lower()
    found = [f"w={lower}", f"l={base}/{tag}", f"wx={lower}/{xpos}", f"x={xpos}", f"t={tag}"]
    if tag not in ("NOUN", "VERB", "ADJ", "ADV", "PROPN"):
        return codes(found)
    found += [f"s{n}={lower[-n:]}/{tag}" for n in (2, 3)]
    found.append(f"h={shape(word)}")
    entry = lexicon.entry(base)
    if tag in ("NOUN", "PROPN"):
        found += [f"n={tag}/{entry.noun}", f"v={tag}/{entry.derived}"]
    else:
        found.append(f"f={tag}/{entry.verb}")
    found.append(f"p={tag}/{entry.parts}")
    return codes(found)
