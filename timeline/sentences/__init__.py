"""Sentences, words, parts of speech, lemmas, verb groups, noun chunks and event mentions.

>>> from timeline.sentences import analyze, find_mentions
>>> sentences = analyze("Troops took back Izyum in September, officials said.")
>>> [[sentences[0].tokens[m.head].text for m in found] for found in find_mentions(sentences)]
[['took', 'said']]

The weights and their licence are in `weights/`.
"""

from timeline.sentences.analyzers import Analyzer, SpacyAnalyzer, analyze
from timeline.sentences.asides import find_asides, find_descriptions
from timeline.sentences.chunks import Chunk, find_chunks
from timeline.sentences.lemmas import find_lemma
from timeline.sentences.mentions import Mention, find_mentions, tell_kind
from timeline.sentences.parsing import find_trees
from timeline.sentences.splitting import split
from timeline.sentences.tokens import FINITE, NAMING, RELATIVE, Sentence, Token
from timeline.sentences.trees import Tree
from timeline.sentences.verbs import VerbGroup, find_verbs
from timeline.sentences.words import tokenize

__all__ = [
    "FINITE",
    "NAMING",
    "RELATIVE",
    "Analyzer",
    "Chunk",
    "Mention",
    "Sentence",
    "SpacyAnalyzer",
    "Token",
    "Tree",
    "VerbGroup",
    "analyze",
    "find_asides",
    "find_chunks",
    "find_descriptions",
    "find_lemma",
    "find_mentions",
    "find_trees",
    "find_verbs",
    "split",
    "tell_kind",
    "tokenize",
]
