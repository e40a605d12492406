"""Rights trees by what a word can be where it stands: no root after a preposition, no subject of a
participle.

Each of these looks at the tree alone and at the order of its words, and is done before main verbs
are put on top by their clauses.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.trees.branches import Branches
from timeline.sentences import RELATIVE

_SELF = ("self", "selves")
_COMMON = frozenset({"NN", "NNS"})


def right(tree: Branches, timed: Sequence[bool]) -> None:
    """Rights a tree by each of these in turn."""
    measure(tree, timed)
    keep_first(tree)
    raise_main(tree)
    raise_over(tree)
    keep_self(tree)
    keep_case(tree)
    keep_agent(tree)
    close_up(tree)
    set_beside(tree)


def measure(tree: Branches, timed: Sequence[bool]) -> None:
    """Makes no object of a length behind a participle: "her plea, sent three hours before"."""
    for word in tree.among(timed):
        verb = tree.heads[word]
        if tree.relation(word) != "obj" or verb < 0:
            continue
        if tree.tokens[verb].xpos == "VBN" and not tree.is_finite(verb):
            tree.relations[word] = "obl"


def raise_main(tree: Branches) -> None:
    """Puts the verb on top, not the noun of what opens a sentence: "After the war she left for
    London"."""
    top = tree.topmost()
    opens = top and tree.tokens[0].tag == "ADP" and tree.heads[0] == top
    if not opens or not tree.is_phrase(top):
        return
    verb = next((k for k in tree.below(top) if k > top and tree.relation(k) == "acl"), -1)
    subject = tree.noun_subject(verb)
    if not top < subject < verb or not tree.is_finite(verb) or tree.is_marked(verb):
        return
    if any(tree.tokens[k].xpos in RELATIVE for k in range(top + 1, verb)):
        return
    tree.heads[verb], tree.relations[verb] = -1, "root"
    tree.heads[top], tree.relations[top] = verb, "obl"
    for word in tree.below(top):
        if word > verb:
            tree.heads[word] = verb


def raise_over(tree: Branches) -> None:
    """Puts the verb with a tense on top, not the participle of its subject: "her request, sent in
    May, was never opened"."""
    top = tree.topmost()
    noun = tree.noun_subject(top)
    if tree.tokens[top].xpos != "VBN" or tree.is_finite(top) or not 0 <= noun < top - 1:
        return
    later = (k for k in tree.below(top) if k > top and tree.relation(k) == "parataxis")
    verb = next((k for k in later if tree.is_finite(k) and not tree.has_subject(k)), -1)
    if verb < 0 or tree.tokens[top - 1].text != ",":
        return
    first = min([verb, *(k for k in tree.below(verb) if k > top)])
    if tree.tokens[first - 1].text != ",":
        return
    tree.heads[verb], tree.relations[verb] = -1, "root"
    tree.heads[noun], tree.relations[noun] = verb, "nsubj"
    tree.heads[top], tree.relations[top] = noun, "acl"
    for word in tree.below(top):
        if word < noun or word > verb:
            tree.heads[word] = verb


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


def keep_first(tree: Branches) -> None:
    """Leaves a verb its subject where a part of it follows: "fifty were killed, among them ten
    children"."""
    for first in tree.hung("nsubj"):
        verb = tree.heads[first]
        if verb < first or not tree.is_finite(verb):
            continue
        later = [k for k in tree.below(verb) if k > verb]
        part = next((k for k in later if tree.relation(k) == "nsubj"), -1)
        whole = next((k for k in later if k < part and tree.relation(k) == "obl"), -1)
        if whole >= 0 and tree.tokens[whole].tag == "PRON":
            tree.hang(part, verb, "conj")


def keep_case(tree: Branches) -> None:
    """Hangs "in which" on the verb of its own clause: "the shed in which they slept burned"."""
    for pronoun in tree.words("WDT", "WP", start=2, beyond=2):
        if tree.tokens[pronoun - 1].tag != "ADP" or tree.heads[pronoun - 1] != pronoun:
            continue
        verb, noun = tree.heads[pronoun], tree.head_of(pronoun - 2)
        inner = (k for k in range(pronoun + 1, verb) if tree.tokens[k].tag == "VERB")
        own = next((k for k in inner if tree.is_finite(k) and tree.has_subject(k)), -1)
        between = tree.tokens[pronoun:own] if own >= 0 else ()
        if own < 0 or any(token.text == "," for token in between):
            continue
        if tree.heads[noun] == verb and tree.relation(noun) == "nsubj":
            tree.hang(own, noun, "acl:relcl")
            tree.hang(pronoun, own, "obl")


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


def set_beside(tree: Branches) -> None:
    """Sets the best of its kind beside what it is: "a hoard of coins, the largest found there"."""
    for best in tree.words("ADJ", start=2, beyond=1):
        verb, first = tree.heads[best], best - 1
        bare = verb == best + 1 and tree.tokens[verb].xpos == "VBN" and not tree.is_finite(verb)
        if not bare or tree.relation(best) != "nsubj":
            continue
        if tree.tokens[first].tag == "DET":
            first -= 1
        noun = tree.heads[verb]
        if tree.tokens[first].text != "," or not 0 <= noun < first or not tree.is_phrase(noun):
            continue
        tree.heads[best], tree.relations[best] = noun, "appos"
        tree.heads[verb], tree.relations[verb] = best, "acl"
