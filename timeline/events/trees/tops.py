"""A mend of the top: a helper in the place of the main verb.

"Only then did Hull agree": the parser takes the verb for a part of what stands before it.
"""

from __future__ import annotations

from timeline.events.trees.branches import SUBJECTS, Branches
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


def free_pronoun(tree: Branches) -> None:
    """Gives a verb the pronoun before it that was made a part of a name: "with his brother Hugh he
    won"."""
    for word in tree.hung("flat", "compound", start=1):
        name = tree.heads[word]
        verb = tree.heads[name] if name >= 0 else -1
        alone = tree.tokens[word].xpos == "PRP" and name < word < verb
        if not alone or tree.relation(name) not in SUBJECTS:
            continue
        kin = min(k for k in (name, *tree.below(name)) if k < word) - 1
        beside = tree.is_phrase(kin) and tree.heads[kin] == verb and tree.relation(kin) == "obl"
        if tree.hang(word, verb, "nsubj"):
            tree.hang(name, kin if beside else verb, "appos" if beside else "obl")


def resume(tree: Branches) -> None:
    """Gives a verb the noun that stands between it and its "and", with a clause between commas:
    "…, and on 2 July Karst, which had never done so, closed its port"."""
    for verb in tree.hung("conj", start=3):
        if tree.tokens[verb - 1].text != "," or not tree.is_finite(verb) or tree.has_subject(verb):
            continue
        link = next((k for k in tree.below(verb) if tree.relation(k) == "cc"), verb)
        inside = (k for k in range(link + 1, verb) if tree.is_phrase(k) and tree.heads[k] < link)
        noun = next(inside, -1)
        told = [k for k in tree.below(noun) if k > noun and tree.relation(k) == "acl"]
        led = any(tree.relation(k) == "case" for k in tree.below(noun))
        if noun < 0 or not told or led or not tree.hang(noun, verb, "nsubj"):
            continue
        for time in [k for k in tree.below(noun) if k < noun and tree.timed[k]]:
            tree.hang(time, verb, "obl")
