"""Noun chunks: noun phrases without what follows their head, names kept whole."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.sentences.tokens import Sentence
from timeline.sentences.vocabulary import CHUNK_LETTERS


class Chunk(NamedTuple):
    """A noun phrase; `first`, `last` and `head` are places in the sentence's tokens.

    `kind` is noun, name or pronoun, by the head. Relative pronouns are no chunks.
    """

    first: int
    last: int
    head: int
    kind: str


_LETTERS = {
    "NOUN": "N", "PROPN": "P", "ADJ": "J", "NUM": "C", "DET": "D", "PRON": "O", "ADV": "R",
    "SYM": "Y", "PUNCT": ".", "ADP": "a", "CCONJ": "c",
}  # fmt: skip
_BY_XPOS = {
    "POS": "S", "PRP$": "D", "WP$": "D", "VBN": "V", "VBG": "V", "HYPH": "H", "$": "Y", "WDT": "w",
    "WP": "w", "WRB": "w", "EX": "w",
}  # fmt: skip
_KINDS = {"P": "name", "T": "name", "O": "pronoun", "D": "pronoun"}
# What may stand before the last noun. Each letter fits one alternative only and is never given
# back, and no phrase is longer than this, so that no sentence makes the search retry for long.
_BEFORE = (
    r"(?:R(?=[JC]|H[JVN])|[JC]|Y(?=C)|(?<=C)Y(?=[NJ])|(?<=[DJSCH])V|V(?=H[NP])|H(?=[NPJVC])|S|T(?=[NPTS])"
    r"|N(?=[NPS]|H[NPJVC])|P(?=[NPS]|H[NPJVC]|[JC]{1,3}[NP])){0,16}+"
)
# "Of" joins names only; elsewhere it is a preposition like others.
_OF = re.compile(r"(?<!P)o|o(?!D?P)")
PHRASE = re.compile(
    rf"D{{0,2}}{_BEFORE}[NPT](?:(?<=aN)C(?![A-Z])|(?:oD?P{{1,6}}+){{0,3}}+)|O|D(?![JNPCRVYT])|Y?C{{1,4}}+Y?"
)


def find_chunks(sentence: Sentence) -> list[Chunk]:
    """The noun chunks of a sentence, in order and apart from each other.

    >>> from timeline.sentences.analyzers import analyze
    >>> sentence = analyze("The Bank of England raised its key rate in London.")[0]
    >>> [" ".join(sentence.words[c.first : c.last + 1]) for c in find_chunks(sentence)]
    ['The Bank of England', 'its key rate', 'London']
    """
    code = "".join([letter(tag, xpos, lemma) for _, _, _, tag, xpos, lemma in sentence.tokens])
    if "o" in code:
        code = _OF.sub("a", code)
    found = []
    for match in PHRASE.finditer(code):
        first, last = match.start(), match.end() - 1
        # The head is the last noun before "of": "Bank" of "Bank of England".
        of = match[0].find("o")
        head = last if of < 0 else first + of - 1
        if last > first and code[last] == "C" and code[last - 1] == "N":
            head -= 1  # "of magnitude 7"
        kind = _KINDS.get(code[head], "noun")
        found.append(Chunk(first, last, head, kind))
    return found


@lru_cache(maxsize=50_000)
def letter(tag: str, xpos: str, lemma: str) -> str:
    """One letter for what a token can be in a noun phrase."""
    listed = CHUNK_LETTERS.get(lemma.lower())
    return listed or _BY_XPOS.get(xpos) or _LETTERS.get(tag, "-")
