"""What the networks see of a word: hashes of its form, parts, shape and dictionary entry.

A feature is a 32-bit number, the CRC of its text, the same on every machine and in every run. All
features hang on the word type alone, so they are summed once per type and kept.
"""

from __future__ import annotations

import re
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


def shape(word: str) -> str:
    """The kinds of a word's characters, with runs cut to two: "Chasiv" is "Xxx", "1990s" is "00x".

    >>> shape("Chasiv"), shape("1990s"), shape("U.S.")
    ('Xxx', '00x', 'X.X.')
    """
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
        return [
            code("w", digits),
            code("d", digits),
            code("h", shape(word)),
            code("s2", lower[-2:]),
        ]
    found = [code("w", word), code("l", lower), code("h", shape(word))]
    for n in (1, 2, 3, 4):
        if len(lower) > n:
            found.append(code(f"s{n}", lower[-n:]))
    for n in (2, 3):
        if len(lower) > n:
            found.append(code(f"p{n}", lower[:n]))
    found.extend(code("x", reading) for reading in lexicon.readings(lower))
    return found


# A tagged word as mentions see it: its text, tags and lemma, as they stand in a `Token`.
Reading: TypeAlias = tuple[str, str, str, str]


def describe_token(reading: Reading, lexicon: Lexicon) -> list[int]:
    """The features of a tagged word for event mentions."""
    word, tag, xpos, lemma = reading
    if not word:
        return [code("w", "")]
    lower, base = word.lower(), lemma.lower()
    found = [code("w", f"{lower}/{xpos}"), code("l", f"{base}/{tag}"), code("x", xpos)]
    found.append(code("t", tag))
    if tag not in ("NOUN", "VERB", "ADJ", "PROPN"):
        return found
    for n in (3, 4):
        found.append(code(f"s{n}", f"{lower[-n:]}/{tag}"))
    entry = lexicon.entry(base)
    if tag in ("NOUN", "PROPN"):
        if base in EVENT_NOUNS:
            found.append(code("ev", "listed"))
        found += [
            code("n", f"{tag}/{entry.noun}"),
            code("e", f"{tag}/{entry.eventful}"),
            code("v", f"{tag}/{entry.derived}"),
            code("ev", f"{tag}/{entry.noun}/{entry.eventful // 3}/{entry.derived}"),
            code("p", f"{tag}/{entry.parts}"),
        ]
    elif tag == "ADJ" and base in EVENT_ADJECTIVES:
        found.append(code("a", "listed"))
    else:
        found += [code("f", f"{tag}/{entry.verb}"), code("p", f"{tag}/{entry.parts}")]
    return found


def describe_dependent(reading: Reading, lexicon: Lexicon) -> list[int]:
    """The features of a tagged word for parsing; those of its form come first."""
    word, tag, xpos, lemma = reading
    word, lemma = liken(word).translate(_PLAIN), liken(lemma).translate(_PLAIN)
    lower, base = word.lower(), lemma.lower()
    found = [code("w", lower), code("l", f"{base}/{tag}"), code("wx", f"{lower}/{xpos}")]
    found += [code("x", xpos), code("t", tag)]
    if tag not in ("NOUN", "VERB", "ADJ", "ADV", "PROPN"):
        return found
    found += [code(f"s{n}", f"{lower[-n:]}/{tag}") for n in (2, 3)]
    found.append(code("h", shape(word)))
    entry = lexicon.entry(base)
    if tag in ("NOUN", "PROPN"):
        found += [code("n", f"{tag}/{entry.noun}"), code("v", f"{tag}/{entry.derived}")]
    else:
        found.append(code("f", f"{tag}/{entry.verb}"))
    found.append(code("p", f"{tag}/{entry.parts}"))
    return found
