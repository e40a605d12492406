"""Parts of speech: universal and treebank tags for the words of whole documents at once."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.sentences.nounforms import (
    settle_acronyms,
    settle_counted,
    settle_names,
    settle_numerals,
    settle_places,
    settle_subjects,
)
from timeline.sentences.tagger import PAD, load_tagger, load_tags
from timeline.sentences.verbforms import (
    settle_asides,
    settle_infinitives,
    settle_nouned,
    settle_participles,
    settle_past_tenses,
    settle_presents,
    settle_taking,
    settle_unchanged,
)


def tag(sentences: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """The universal and the treebank tag of every word of the sentences, in two lists.

    >>> tag([["Troops", "left", "."]])
    (['NOUN', 'VERB', 'PUNCT'], ['NNS', 'VBD', '.'])
    """
    if not sentences:
        return [], []
    tags, xpos = load_tags()
    scores = load_tagger().score(sentences, PAD)
    best = scores.argmax(axis=1)
    settle_past_tenses(sentences, scores, best)
    settle_participles(sentences, scores, best)
    settle_unchanged(sentences, scores, best)
    settle_nouned(sentences, best)
    settle_subjects(sentences, scores, best)
    settle_taking(sentences, scores, best)
    settle_presents(sentences, scores, best)
    settle_infinitives(sentences, best)
    settle_counted(sentences, best)
    settle_names(sentences, best)
    settle_acronyms(sentences, best)
    settle_numerals(sentences, best)
    settle_places(sentences, best)
    settle_asides(sentences, best)
    chosen = best.tolist()
    return [tags[k] for k in chosen], [xpos[k] for k in chosen]
