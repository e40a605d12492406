"""From a text to tagged sentences: our own reader, and a door for a user's spaCy pipeline."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import chain
from typing import Any, Protocol

from timeline.errors import TimelineError
from timeline.sentences.lemmas import find_lemma
from timeline.sentences.splitting import split
from timeline.sentences.tagging import tag
from timeline.sentences.tokens import Sentence, Token
from timeline.sentences.words import tokenize

NEW_TOKEN = partial(tuple.__new__, Token)


class Analyzer(Protocol):
    """Anything that reads a text into sentences whose tokens are slices of it, in order."""

    def __call__(self, text: str) -> list[Sentence]:
        """The sentences of a text."""
        ...


def analyze(text: str) -> list[Sentence]:
    """The sentences of a text with tagged tokens, by our own rules and weights.

    >>> [sentence] = analyze("Troops gave up Izyum.")
    >>> [(token.text, token.xpos, token.lemma) for token in sentence.tokens[:3]]
    [('Troops', 'NNS', 'troop'), ('gave', 'VBD', 'give'), ('up', 'RP', 'up')]
    """
    ranges = split(text)
    spans = [tokenize(text, start, end) for start, end in ranges]
    words = [[text[a:b] for a, b in inner] for inner in spans]
    flat = list(chain.from_iterable(words))
    tags, xpos = tag(words)
    starts = [start for inner in spans for start, _ in inner]
    ends = [end for inner in spans for _, end in inner]
    lemmas = map(find_lemma, flat, tags, xpos)
    # Much faster than calling Token: there are a quarter of a million in a megabyte of text.
    tokens = list(map(NEW_TOKEN, zip(starts, ends, flat, tags, xpos, lemmas, strict=True)))
    sentences, first = [], 0
    for (start, end), inner in zip(ranges, spans, strict=True):
        last = first + len(inner)
        sentences.append(Sentence(start, end, tuple(tokens[first:last])))
        first = last
    return sentences


class SpacyAnalyzer:
    """Sentences and tokens from a spaCy pipeline that the user has loaded.

    `SpacyAnalyzer(spacy.load("en_core_web_sm"))` takes the place of `analyze` wherever an
    `Analyzer` is wanted. The pipeline must set sentence ends and parts of speech; tags that it
    leaves empty are told from the other kind, and lemmas that it leaves empty from the tags.
    """

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp

    def __call__(self, text: str) -> list[Sentence]:
        """The sentences of a text, as the pipeline has them."""
        document = self._nlp(text)
        if not document.has_annotation("SENT_START"):
            raise TimelineError(
                "the spaCy pipeline sets no sentence ends: add a parser, a 'senter' or a "
                "'sentencizer' to it"
            )
        sentences = [read_sentence(sentence) for sentence in document.sents]
        found = [sentence for sentence in sentences if sentence.tokens]
        if found and not any(token.tag for sentence in found for token in sentence.tokens):
            raise TimelineError(
                "the spaCy pipeline sets no parts of speech: add a tagger, a 'morphologizer' or an "
                "'attribute_ruler' to it"
            )
        return found


# The treebank tag that a universal tag most often has, and the universal tag of a treebank tag.
USUAL = {
    "NOUN": "NN", "PROPN": "NNP", "VERB": "VB", "AUX": "MD", "ADJ": "JJ", "ADV": "RB", "ADP": "IN",
    "DET": "DT", "PRON": "PRP", "NUM": "CD", "CCONJ": "CC", "SCONJ": "IN", "PART": "RB",
    "PUNCT": ",", "SYM": "SYM", "INTJ": "UH", "X": "FW",
}  # fmt: skip
UNIVERSAL = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "IN": "ADP", "RP": "ADP",
    "DT": "DET", "PDT": "DET", "WDT": "PRON", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "EX": "PRON", "CD": "NUM", "CC": "CCONJ", "TO": "PART", "POS": "PART", "MD": "AUX",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
    "UH": "INTJ", "SYM": "SYM", "$": "SYM", "FW": "X",
}  # fmt: skip


def read_sentence(tokens: Iterable[Any]) -> Sentence:
    """A sentence of spaCy's as one of ours; white space is no token here."""
    found: list[Token] = []
    for token in tokens:
        if token.is_space:
            continue
        xpos, upos = token.tag_, token.pos_
        if not upos and xpos:
            upos = UNIVERSAL.get(xpos, "PUNCT")
        elif upos and not xpos:
            xpos = USUAL.get(upos, "FW")
        start = token.idx
        lemma = token.lemma_ or find_lemma(token.text, upos, xpos)
        found.append(Token(start, start + len(token.text), token.text, upos, xpos, lemma))
    if not found:
        return Sentence(0, 0, ())
    return Sentence(found[0].start, found[-1].end, tuple(found))
