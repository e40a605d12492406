"""Parts of speech: universal and treebank tags for the words of whole documents at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.sentences.features import describe_word
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import WindowNetwork, load_network

# What stands between sentences for the network; no word is empty.
PAD = ""


@cache
def load_tagger() -> WindowNetwork[str]:
    """The tagger's network, read once."""
    lexicon = load_lexicon()
    return load_network("tagger.npz", lambda word: describe_word(word, lexicon))


@cache
def load_tags() -> list[tuple[str, str]]:
    """The universal and the treebank tag of each column of the tagger's scores."""
    pairs = (label.split("/", 1) for label in load_tagger().labels)
    return [(tag, xpos) for tag, xpos in pairs]


def tag(sentences: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """The universal and the treebank tag of every word of the sentences, in one list.

    >>> tag([["Troops", "left", "."]])
    [('NOUN', 'NNS'), ('VERB', 'VBD'), ('PUNCT', '.')]
    """
    if not sentences:
        return []
    tags = load_tags()
    best = load_tagger().score(sentences, PAD).argmax(axis=1)
    return [tags[k] for k in best.tolist()]
