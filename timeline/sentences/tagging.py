"""Parts of speech: universal and treebank tags for the words of whole documents at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.sentences.confusions import settle_confusions
from timeline.sentences.draft import Draft
from timeline.sentences.nounforms import (
    settle_counted,
    settle_names,
    settle_numerals,
    settle_owners,
)
from timeline.sentences.tagger import PAD, load_tagger, load_tags
from timeline.sentences.verbforms import (
    settle_infinitives,
    settle_joined,
    settle_past_tenses,
    settle_turned,
)

#: What the network gets wrong where the words around tell it: each rule settles one such case, and
#: builds on what those before it have settled.
SETTLING: Sequence[Callable[[Draft], None]] = (
    settle_past_tenses,
    settle_confusions,
    settle_joined,
    settle_infinitives,
    settle_turned,
    settle_counted,
    settle_names,
    settle_owners,
    settle_numerals,
)


def tag(sentences: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """The universal and the treebank tag of every word of the sentences, in two lists.

    >>> tag([["Troops", "left", "."]])
    (['NOUN', 'VERB', 'PUNCT'], ['NNS', 'VBD', '.'])
    """
    if not sentences:
        return [], []
    tags, xpos = load_tags()
    draft = Draft(sentences, load_tagger().score(sentences, PAD))
    for settle in SETTLING:
        settle(draft)
    chosen = draft.best.tolist()
    return [tags[k] for k in chosen], [xpos[k] for k in chosen]
