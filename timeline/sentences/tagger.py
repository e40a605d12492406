"""The tagger's network, its labels and the columns of its scores."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

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
def load_tags() -> tuple[list[str], list[str]]:
    """The universal and the treebank tag of each column of the tagger's scores."""
    pairs = [label.split("/", 1) for label in load_tagger().labels]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


@cache
def columns(tags: tuple[str, ...] = (), xpos: tuple[str, ...] = ()) -> npt.NDArray[np.bool_]:
    """Which columns of the tagger's scores have one of some universal and of some treebank tags; of
    either, any will do if none is given."""
    pairs = zip(*load_tags(), strict=True)
    return np.array([(not tags or t in tags) and (not xpos or x in xpos) for t, x in pairs])


@cache
def label(name: str) -> int:
    """The column of a label such as "VERB/VBD"."""
    return load_tagger().labels.index(name)


@cache
def labelled(*labels: str) -> npt.NDArray[np.bool_]:
    """Which columns of the tagger's scores have one of some labels."""
    return np.array([label in labels for label in load_tagger().labels])
