"""A mend of the top: a helper in the place of the main verb.

"Only then did Hull agree": the parser takes the verb for a part of what stands before it.
"""

from __future__ import annotations

from timeline.events.trees.branches import Branches
from timeline.sentences.vocabulary import DID

#: How many words behind a "did" its verb stands at most.
_TURNED = 9


def raise_turned(tree: Branches) -> None:
    """Puts a bare verb over the "did" before its subject: "only then did Hull and Bonn agree"."""
    for helper in tree.words("AUX", start=1, beyond=2):
        if tree.tokens[helper].text != DID or tree.relation(helper) == "aux":
            continue
        near = range(helper + 2, min(helper + _TURNED, len(tree.tokens)))
        verb = next((k for k in near if _is_bare(tree, k) and tree.is_below(k, helper)), -1)
        subject = next((k for k in range(helper + 1, verb) if tree.is_phrase(k)), -1)
        if subject < 0:
            continue
        subject = tree.head_of(subject)
        tree.heads[verb], tree.relations[verb] = tree.heads[helper], tree.relations[helper]
        for word in tree.below(helper):
            if word != verb:
                tree.heads[word] = verb
        tree.heads[helper], tree.relations[helper] = verb, "aux"
        tree.hang(subject, verb, "nsubj")
        for word in tree.below(verb):
            if subject < word < verb and tree.relation(word) == "conj":
                tree.hang(word, subject, "conj")


def _is_bare(tree: Branches, word: int) -> bool:
    """Whether a word is a bare verb that no "to" opens."""
    return tree.tokens[word].xpos == "VB" and not tree.is_infinitive(word)
