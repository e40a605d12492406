"""Puts main verbs on top of trees where the parser took them for descriptions of a noun.

"The society that bears his name was founded in May", "a nurse accused of theft was cleared": the
parser reads on and takes the last verb for a part of what stands before it. `linking`, which walks
from verb to verb, knows better which of them is the main one, and which go with which.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.layout.clauses import Clause
from timeline.events.trees.branches import NOMINAL, SUBJECTS, Branches
from timeline.sentences import RELATIVE

#: Relations by which a main verb hangs where it was taken for something else.
_ASTRAY = frozenset({"acl", "advcl"})


def crown(tree: Branches, clauses: Sequence[Clause]) -> None:
    """Makes the main verb the root where a noun or a participle stands in its place."""
    main = next((c for c in clauses if c.link == "main" and c.finite), None)
    if main is None or main.subject is None or tree.tokens[-1].text == "?":
        return
    verb, noun = main.head, tree.head_of(main.subject[2])
    top = tree.topmost()
    whole = tree.tokens[top].tag == "PROPN" and noun == top + 1 and tree.tokens[noun].text.isupper()
    if whole and tree.heads[verb] == top and tree.heads[noun] == verb:
        # "Henry IV": the name was taken apart.
        tree.heads[verb], tree.relations[verb] = -1, "root"
        tree.heads[top], tree.relations[top] = noun, "compound"
        return
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
    if _aims(tree, top, noun):
        noun = top
    joined = tree.relation(verb) == "conj" and tree.is_phrase(tree.heads[verb])
    astray = tree.relation(verb) in _ASTRAY or joined or _modifies(tree, verb)
    stray = astray and tree.is_below(verb, noun if bare else top)
    if not stray or not noun < verb or _is_relative(tree, verb) or top > verb:
        return
    if not (top == noun or (bare and tree.heads[noun] == top)):
        return
    wrong = next((k for k in tree.below(verb) if tree.relation(k) in SUBJECTS), -1)
    if _modifies(tree, verb):
        taken = tree.heads[verb]
        tree.heads[taken], tree.relations[taken] = verb, "obj"
        for word in tree.below(taken):
            if word < verb:
                tree.heads[word] = verb
    tree.heads[verb], tree.relations[verb] = -1, "root"
    tree.heads[noun], tree.relations[noun] = verb, "nsubj"
    if bare:
        tree.heads[top], tree.relations[top] = noun, "acl"
    if wrong >= 0:
        _give_back(tree, wrong, noun, verb)
    _follow(tree, top, verb)
    _follow(tree, noun, verb)


def _stands_alone(tree: Branches, verb: int, top: int) -> bool:
    """Whether a verb has a subject of its own behind a participle or a phrase that was put over
    it."""
    subject = tree.noun_subject(verb)
    if not top < subject < verb or tree.heads[verb] != top or _is_relative(tree, verb):
        return False
    led = tree.is_phrase(top) and tree.tokens[0].tag == "ADP" and tree.heads[0] == top
    return led or (tree.tokens[top].xpos == "VBN" and not tree.is_finite(top))


def _follow(tree: Branches, word: int, verb: int) -> None:
    """Hangs what hangs on a word and stands behind a verb on the verb."""
    for k in tree.below(word):
        if k > verb:
            tree.heads[k] = verb


def _give_back(tree: Branches, wrong: int, noun: int, verb: int) -> None:
    """Gives what was taken for a subject to the verb before it: "bears his name", "to buy oil"."""
    verbs = (k for k in range(wrong, noun, -1) if tree.tokens[k].tag == "VERB")
    inner = next((k for k in verbs if tree.relation(k) != "amod"), -1)
    if inner >= 0 and not any(tree.relation(k) == "obj" for k in tree.below(inner)):
        tree.hang(wrong, inner, "obj")
    elif wrong == noun + 1 or tree.tokens[noun].tag == "NUM":
        # "Eleven passengers": the number was taken for a noun of its own.
        tree.heads[wrong], tree.relations[wrong] = verb, "nsubj"
        tree.heads[noun], tree.relations[noun] = wrong, "nummod"
    else:
        tree.hang(wrong, inner if inner >= 0 else noun, "obl" if inner >= 0 else "nmod")


def _modifies(tree: Branches, verb: int) -> bool:
    """Whether a verb with a tense after a comma was taken for an adjective: ", lost three men"."""
    opens = tree.relation(verb) == "amod" and tree.tokens[verb].xpos == "VBD"
    return opens and tree.tokens[verb - 1].text == ","


def _aims(tree: Branches, noun: int, object_: int) -> bool:
    """Whether another noun is the object of an infinitive: "a proposal to buy oil failed"."""
    inner = next(
        (k for k in tree.below(noun) if noun < k < object_ and _is_infinitive(tree, k)), -1
    )
    if inner < 0 or tree.tokens[noun].tag not in NOMINAL:
        return False
    between = tree.tokens[inner + 1 : object_]
    return all(token.tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM") for token in between)


def _is_infinitive(tree: Branches, word: int) -> bool:
    return any(tree.tokens[k].xpos == "TO" and k < word for k in tree.below(word))


def _is_relative(tree: Branches, verb: int) -> bool:
    """Whether a relative pronoun opens a verb's clause."""
    return any(
        tree.tokens[k].xpos in RELATIVE or (tree.relation(k) == "mark" and k < verb)
        for k in tree.below(verb)
    )


def hand_on(tree: Branches) -> None:
    """Gives an object to the verb just before it: "it broke out and destroyed a third"."""
    for taken in tree.hung("obj"):
        first = tree.heads[taken]
        if not 0 <= first < taken:
            continue
        later = [k for k in tree.below(first) if tree.relation(k) == "conj" and k < taken]
        if not later or tree.tokens[later[-1]].tag != "VERB" or tree.has_subject(later[-1]):
            continue
        between = tree.tokens[first + 1 : later[-1]]
        if all(token.tag in ("CCONJ", "ADV", "AUX") for token in between):
            continue  # "seized and burned the town" share it
        if not any(tree.relation(k) == "obj" for k in tree.below(later[-1])):
            tree.hang(taken, later[-1], "obj")


def pair(tree: Branches, clauses: Sequence[Clause], timed: Sequence[bool]) -> None:
    """Sets a verb beside the one that shares its subject: "he fled with a friend, reached it"."""
    for clause in clauses:
        if clause.link != "coordinate" or not clause.finite or clause.governor < 0:
            continue
        verb, partner = clause.head, clauses[clause.governor]
        shares = clause.subject is not None and clause.subject == partner.subject
        if not shares or not partner.finite or partner.head > verb:
            continue
        if tree.has_subject(verb):
            continue
        above = tree.heads[verb]
        if above < 0 or above == partner.head or _is_relative(tree, verb):
            continue
        relation = tree.relation(verb)
        described = relation == "acl" and tree.tokens[above].tag in NOMINAL
        described = described or (relation == "conj" and timed[above])
        led = tree.tokens[above].xpos in ("VBG", "VB") or _is_infinitive(tree, above)
        led = led and relation == "conj"
        astray = led and not tree.is_finite(above) and tree.tokens[verb].xpos in ("VBD", "VBZ")
        if described or astray:
            tree.hang(verb, partner.head, "conj")


def go_on_saying(tree: Branches) -> None:
    """Sets a verb after ", and" beside the verb of saying, unless its helpers are those of what is
    said: "he said it leaked, and left", "he said he had been on duty and had fallen asleep"."""
    for verb in range(2, len(tree.heads)):
        beside = tree.heads[verb]
        if tree.relation(verb) != "conj" or not 0 <= beside < verb or tree.has_subject(verb):
            continue
        told = next((k for k in tree.below(beside) if tree.relation(k) == "ccomp"), -1)
        if beside < told < verb and not _helpers(tree, beside):
            if _helpers(tree, told) & _helpers(tree, verb):
                tree.hang(verb, told, "conj")
            continue
        inner = tree.relations[beside] in ("ccomp", "advcl") and tree.heads[beside] < beside
        parted = any(
            tree.relations[k] == "cc" and k and tree.tokens[k - 1].text == ","
            for k in tree.below(verb)
        )
        own = tree.tokens[verb].xpos != "VB" or tree.is_finite(verb)
        own = own and not _helpers(tree, beside) & _helpers(tree, verb)
        if inner and parted and own and tree.tokens[verb].tag == "VERB":
            tree.hang(verb, tree.heads[beside], "conj")


def _helpers(tree: Branches, verb: int) -> set[str]:
    """The auxiliaries of a verb, as they stand there."""
    return {tree.tokens[k].text.lower() for k in tree.below(verb) if tree.relation(k) == "aux"}
