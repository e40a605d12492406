"""Noun chunks: noun phrases without what follows their head, names kept whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.sentences.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase; `first`, `last` and `head` are places in the sentence's tokens.

    `kind` is noun, name or pronoun, by the head.
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
# A core is determiner, modifiers, nouns; cores are joined by a possessive, names also by "of".
_CORE = r"(?:R?[JC]|[CY]+|(?<=[DJSCHPN])V|[NPJC]H(?=[NPJVC])|[NP](?=H[NPJVC]))"
PHRASE = re.compile(
    rf"(?:D{{0,2}}(?:{_CORE}|H)*[NP]+S)*D{{0,2}}(?:{_CORE}|H|[NP](?=[NPJVCY]))*[NP]+"
    r"(?:oD?P+)*|O|D(?![JNPCRVY])|Y?C+Y?"
)


def find_chunks(sentence: Sentence) -> list[Chunk]:
    """The noun chunks of a sentence, in order and apart from each other.

    >>> from timeline.sentences.analyzers import analyze
    >>> sentence = analyze("The Bank of England raised its key rate in London.")[0]
    >>> [" ".join(sentence.words[c.first : c.last + 1]) for c in find_chunks(sentence)]
    ['The Bank of England', 'its key rate', 'London']
    """
    tokens = sentence.tokens
    code = "".join([letter(token) for token in tokens])
    if "o" in code:
        code = re.sub(r"(?<!P)o|o(?!D?P)", "a", code)
    found = []
    for match in PHRASE.finditer(code):
        first, last = match.start(), match.end() - 1
        # The head is the last noun before "of": "Bank" of "Bank of England".
        of = match[0].find("o")
        head = last if of < 0 else first + of - 1
        kind = {"P": "name", "O": "pronoun", "D": "pronoun"}.get(code[head], "noun")
        found.append(Chunk(first, last, head, kind))
    return found


def letter(token: Token) -> str:
    """One letter for what a token can be in a noun phrase."""
    if token.lemma == "of":
        return "o"
    return _BY_XPOS.get(token.xpos) or _LETTERS.get(token.tag, "-")
