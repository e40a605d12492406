"""The words of treebanks as our own tagger reads them, and as it might misread them."""

from __future__ import annotations

import numpy as np

from timeline.sentences.features import Reading
from timeline.sentences.lemmas import find_lemma
from timeline.sentences.tagger import PAD, load_tagger, load_tags
from timeline.sentences.tagging import tag

#: How much surer the tagger is of what it has learnt from than of other texts: with its scores
#: flattened so, it errs as often on what it has learnt from as on EWT dev.
FLATNESS = 1.5


def read_words(
    words: list[list[str]], random: np.random.Generator | None = None
) -> list[list[Reading]]:
    """Words as our own tagger reads them; with `random`, as it might misread them."""
    tags, xpos = tag(words)
    if random is not None:
        names, treebank = load_tags()
        scores = load_tagger().score(words, PAD)
        drawn = (scores / FLATNESS + random.gumbel(size=scores.shape)).argmax(axis=1).tolist()
        tags, xpos = [names[k] for k in drawn], [treebank[k] for k in drawn]
    flat = [word for inner in words for word in inner]
    found = [(w, t, x, find_lemma(w, t, x)) for w, t, x in zip(flat, tags, xpos, strict=True)]
    ends = np.cumsum([len(inner) for inner in words]).tolist()
    return [found[end - len(inner) : end] for inner, end in zip(words, ends, strict=True)]
