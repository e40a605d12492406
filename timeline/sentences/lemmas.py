"""Lemmas of tagged words."""

from __future__ import annotations

from functools import lru_cache

from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import CONTRACTIONS

PARTS = {
    "VBD": "v", "VBG": "v", "VBN": "v", "VBZ": "v",
    "NNS": "n", "JJR": "a", "JJS": "a", "RBR": "r", "RBS": "r",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def find_lemma(word: str, tag: str, xpos: str) -> str:
    """The lemma of a word with its universal and its treebank tag.

    >>> find_lemma("took", "VERB", "VBD"), find_lemma("cities", "NOUN", "NNS")
    ('take', 'city')
    >>> find_lemma("n't", "PART", "RB"), find_lemma("Ukraine", "PROPN", "NNP")
    ('not', 'Ukraine')
    """
    if tag == "PROPN":
        return word
    lower = word.lower()
    if tag in ("AUX", "VERB", "PART"):
        plain = lower.replace("’", "'")
        short = CONTRACTIONS.get(f"{plain}/{xpos}") or CONTRACTIONS.get(plain)
        if short is not None:
            return short
    part = PARTS.get(xpos)
    return lower if part is None else load_lexicon().lemma(lower, part)
