"""Mends of the top: a noun, a participle or another clause in the place of the main verb.

"The society that bears his name was founded in May", "a nurse accused of theft was cleared": the
parser reads on and takes the last verb for a part of what stands before it. `linking`, which walks
from verb to verb, knows better which of them is the main one.
"""

from __future__ import annotations

from timeline.events.trees.branches import NOMINAL, Branches
from timeline.sentences.vocabulary import DID

#: Relations by which a main verb hangs where it was taken for something else.
_ASTRAY = frozenset({"acl", "advcl"})
#: How many words behind a "did" its verb stands at most.
_TURNED = 9


def lower_clause(tree: Branches) -> None:
    """Puts the main verb on top, not that of an adverbial clause behind it: "it was recalled
    after a court concluded that …"."""
    top = next((c for c in tree.clauses if tree.heads[c.head] < 0), None)
    main = next((c for c in tree.clauses if c.link == "main" and c.finite), None)
    if top is None or main is None or top.link != "adverbial":
        return
    behind = main.head < top.marker < top.head and tree.heads[main.head] == top.head
    if behind and tree.relation(main.head) == "ccomp":
        tree.heads[main.head], tree.relations[main.head] = -1, "root"
        tree.heads[top.head], tree.relations[top.head] = main.head, "advcl"


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


def lower_second(tree: Branches) -> None:
    """Sets a verb after "and" beside the one before it, not above: "he fled and, in May, died"."""
    for word in tree.hung("ccomp", "advcl", beyond=2):
        verb = tree.heads[word]
        # Nothing is said by ", and he wrote nothing".
        told = tree.relation(word) == "ccomp"
        beneath = told or not tree.has_subject(verb)
        beneath = beneath and word < verb and not tree.is_marked(word)
        if not beneath or not tree.has_subject(word):
            continue
        links = [k for k in range(word, verb) if tree.tokens[k].tag == "CCONJ"]
        set_off = any(tree.tokens[k + (-1 if told else 1)].text == "," for k in links)
        if not set_off or not tree.is_finite(word) or tree.tokens[verb].tag != "VERB":
            continue
        # In "it won, but I doubt it, he added" the "but" is not his.
        if any(tree.tokens[k].tag == "VERB" for k in range(links[-1], verb)):
            continue
        tree.heads[word], tree.relations[word] = tree.heads[verb], tree.relations[verb]
        tree.heads[verb], tree.relations[verb] = word, "conj"
        tree.hang(links[-1], verb, "cc")


def crown(tree: Branches) -> None:
    """Makes the main verb the root where a noun or a participle stands in its place."""
    main = next((c for c in tree.clauses if c.link == "main" and c.finite), None)
    if main is None or main.subject is None or tree.tokens[-1].text == "?":
        return
    verb, top = main.head, tree.topmost()
    if verb == top:
        return
    noun = tree.head_of(main.subject[2])
    bare = tree.tokens[top].xpos == "VBN" and not tree.is_finite(top)
    if _stands_alone(tree, verb, top):
        # "Founded in 1889, the mill made lamps", "After the war she left"
        tree.heads[verb], tree.relations[verb] = -1, "root"
        tree.heads[top], tree.relations[top] = verb, "advcl" if bare else "obl"
        _follow(tree, top, verb)
        return
    opened = tree.noun_subject(top) if bare and tree.tokens[top - 1].text == "," else -1
    if 0 <= opened < top < verb and tree.heads[verb] == top and not tree.has_subject(verb):
        # "Her request, sent in May, was never opened"
        tree.heads[verb], tree.relations[verb] = -1, "root"
        tree.heads[opened], tree.relations[opened] = verb, "nsubj"
        tree.heads[top], tree.relations[top] = opened, "acl"
        _follow(tree, top, verb)
        return
    if _aims(tree, top, noun) or (tree.relation(noun) == "conj" and tree.heads[noun] == top):
        # "Hale and the airline freed them"
        noun = top
    joined = tree.relation(verb) == "conj" and tree.is_phrase(tree.heads[verb])
    astray = joined or tree.relation(verb) in _ASTRAY
    if not top == noun < verb or not astray or tree.is_relative(verb):
        return
    tree.heads[verb], tree.relations[verb] = -1, "root"
    tree.heads[noun], tree.relations[noun] = verb, "nsubj"
    _follow(tree, noun, verb)


def _stands_alone(tree: Branches, verb: int, top: int) -> bool:
    """Whether a verb has a subject of its own behind a participle or a phrase that was put over
    it."""
    subject = tree.noun_subject(verb)
    if not top < subject < verb or tree.heads[verb] != top or tree.is_relative(verb):
        return False
    led = tree.is_phrase(top) and tree.tokens[0].tag == "ADP" and tree.heads[0] == top
    return led or (tree.tokens[top].xpos == "VBN" and not tree.is_finite(top))


def _follow(tree: Branches, word: int, verb: int) -> None:
    """Hangs what hangs on a word and stands behind a verb on the verb."""
    for k in tree.below(word):
        if k > verb:
            tree.heads[k] = verb


def _aims(tree: Branches, noun: int, object_: int) -> bool:
    """Whether another noun is the object of an infinitive: "a proposal to buy oil failed"."""
    inner = next((k for k in tree.below(noun) if noun < k < object_ and tree.is_infinitive(k)), -1)
    if inner < 0 or tree.tokens[noun].tag not in NOMINAL:
        return False
    between = tree.tokens[inner + 1 : object_]
    return all(token.tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM") for token in between)


def raise_participle(tree: Branches) -> None:
    """Makes main verbs of "participles" that no other verb leaves room for.

    In "the board apologised and left" and in "the mayor resigned." nothing else is said of the
    noun before them.
    """
    for word in tree.words("VBN"):
        if tree.relations[word] != "acl":
            continue
        noun, before = tree.heads[word], tree.head_of(word - 1)
        if tree.relations[before] == "flat":
            # "Pliny the Younger complained."
            before = tree.heads[before]
        if noun != before:
            continue
        above = tree.heads[noun]
        if above < 0:
            equated = any(tree.relation(k) == "cop" for k in tree.below(noun))
            alone = tree.tokens[-1].text == "." and not equated
        else:
            alone = tree.relations[noun].startswith("nsubj") and any(
                tree.heads[k] == above and tree.relations[k] == "cc" for k in range(word, above)
            )
        beside = any(
            tree.heads[k] == word and tree.relations[k] == "conj" and tree.tokens[k].xpos == "VBD"
            for k in range(word, len(tree.heads))
        )
        if not (alone or beside) or tree.has_subject(word):
            continue
        taken = alone and above >= 0
        place = above if taken else noun
        tree.heads[word], tree.relations[word] = tree.heads[place], tree.relations[place]
        if taken:
            tree.heads[above], tree.relations[above] = word, "conj"
        tree.heads[noun], tree.relations[noun] = word, "nsubj"
