"""Parts of speech: universal and treebank tags for the words of whole documents at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.sentences.draft import Draft
from timeline.sentences.nounforms import (
    settle_acronyms,
    settle_counted,
    settle_names,
    settle_numerals,
    settle_owners,
    settle_places,
    settle_subjects,
)
from timeline.sentences.pasts import settle_pasts
from timeline.sentences.tagger import PAD, load_tagger, load_tags
from timeline.sentences.verbforms import (
    settle_asked,
    settle_infinitives,
    settle_joined,
    settle_nouned,
    settle_past_tenses,
    settle_presents,
    settle_taking,
    settle_turned,
    settle_unchanged,
)

#: What the network gets wrong where the words around tell it: each rule settles one such case, and
#: builds on what those before it have settled.
SETTLING: Sequence[Callable[[Draft], None]] = (
    settle_past_tenses,
    settle_pasts,
    settle_unchanged,
    settle_joined,
    settle_nouned,
    settle_subjects,
    settle_taking,
    settle_presents,
    settle_infinitives,
    settle_turned,
    settle_asked,
    settle_counted,
    settle_names,
    settle_owners,
    settle_acronyms,
    settle_numerals,
    settle_places,
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
