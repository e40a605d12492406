"""Rights trees by what a word can be where it stands: no root after a preposition, no subject of a
participle.

Each of these looks at the tree alone and at the order of its words, and is done before main verbs
are put on top by their clauses.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.trees.branches import Branches

_SELF = ("self", "selves")
_COMMON = frozenset({"NN", "NNS"})


def right(tree: Branches, timed: Sequence[bool]) -> None:
    """Rights a tree by each of these in turn."""
    measure(tree, timed)
    keep_self(tree)
    keep_agent(tree)
    close_up(tree)


def measure(tree: Branches, timed: Sequence[bool]) -> None:
    """Makes no object of a length behind a participle: "her plea, sent three hours before"."""
    for word in tree.among(timed):
        verb = tree.heads[word]
        if tree.relation(word) != "obj" or verb < 0:
            continue
        if tree.tokens[verb].xpos == "VBN" and not tree.is_finite(verb):
            tree.relations[word] = "obl"


def keep_self(tree: Branches) -> None:
    """Leaves "himself" with the noun before it: "Orme himself died"."""
    for word in tree.words("PRP", start=1, beyond=1):
        if not tree.tokens[word].text.endswith(_SELF):
            continue
        noun, verb = tree.head_of(word - 1), word + 1
        if tree.tokens[verb].tag == "AUX":
            verb = tree.heads[verb]
        if not tree.is_phrase(noun) or verb <= word or not tree.is_finite(verb):
            continue
        if tree.heads[word] not in (noun, verb):
            continue
        if tree.heads[verb] == noun:
            tree.heads[verb], tree.relations[verb] = tree.heads[noun], tree.relations[noun]
            for other in tree.below(noun):
                if other > verb:
                    tree.heads[other] = verb
        elif tree.heads[noun] != verb:
            continue
        tree.heads[noun], tree.relations[noun] = verb, "nsubj"
        tree.heads[word], tree.relations[word] = noun, "det"


def keep_agent(tree: Branches) -> None:
    """Leaves with a passive what it was done by: "it was bought by Korea's Hanil and has moved"."""
    for noun in tree.hung("nsubj"):
        verb = tree.heads[noun]
        first = noun
        while first and tree.is_below(first - 1, noun):
            first -= 1
        before = first - 1
        opens = first < noun and tree.tokens[first].tag == "ADP"
        if opens and before >= 0 and tree.tokens[before].xpos == "VBN" and verb >= before:
            tree.hang(noun, before, "obl")


def close_up(tree: Branches) -> None:
    """Makes one noun of two that no comma parts: "the tailings dam of the mine broke"."""
    for second in tree.hung("appos", start=1):
        first = second - 1
        beside = tree.heads[second] == first
        plain = {tree.tokens[first].xpos, tree.tokens[second].xpos} <= _COMMON
        if not beside or not plain or tree.heads[first] < 0:
            continue
        tree.heads[second], tree.relations[second] = tree.heads[first], tree.relations[first]
        for word in tree.below(first):
            tree.heads[word] = second
        tree.heads[first], tree.relations[first] = second, "compound"
