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
    if bare and top < noun and tree.heads[noun] == verb and tree.heads[verb] == top:
        # "Founded in 1889, the mill made lamps"
        tree.heads[verb], tree.relations[verb] = -1, "root"
        tree.heads[top], tree.relations[top] = verb, "advcl"
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
    for word in (*tree.below(top), *tree.below(noun)):
        if word > verb:
            tree.heads[word] = verb


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


def keep_objects(tree: Branches) -> None:
    """Leaves a noun with the verb before it, and an adjective: "was elected a fellow, became …".

    The parser made the noun the subject of the next verb, or hung the adjective on a time after
    it ("fell ill on 15 August").
    """
    tokens = tree.tokens
    for word in tree.hung("amod", start=1, beyond=2):
        head = tree.heads[word]
        verb = word - 1
        beside = head > word + 1 and tokens[verb].tag == "VERB"
        if beside and tokens[word + 1].tag == "ADP":
            tree.hang(word, verb, "xcomp")
    for word in tree.words("PRP$", beyond=1):
        # "Her flat burned down": an owner stands with the noun after it.
        if tree.relation(word) == "nmod":
            continue
        noun = tree.head_of(word + 1)
        if noun > word and tree.tokens[noun].tag in NOMINAL:
            if tree.heads[noun] == word:
                tree.heads[noun], tree.relations[noun] = tree.heads[word], tree.relations[word]
                tree.heads[word] = noun
            tree.hang(word, noun, "nmod:poss")
    for verb in tree.hung("parataxis", "conj", start=4):
        if tokens[verb - 1].text != ",":
            continue
        noun, first = tree.noun_subject(verb), tree.heads[verb]
        if not 0 <= first < noun < verb or tokens[first].tag != "VERB":
            continue
        opening = min([noun, *(k for k in tree.below(noun) if k > first)])
        if opening == first + 1 and tree.is_finite(verb) and tree.hang(noun, first, "obj"):
            tree.relations[verb] = "conj"


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
        led = tree.relation(verb) == "conj" and tree.tokens[above].tag == "VERB"
        astray = led and not tree.is_finite(above) and tree.tokens[verb].xpos in ("VBD", "VBZ")
        if described or astray:
            tree.hang(verb, partner.head, "conj")


def keep_told(tree: Branches) -> None:
    """Leaves a second verb with what is said: "said he had been on duty and had fallen asleep"."""
    for verb in tree.hung("conj", start=4):
        said = tree.heads[verb]
        if not 0 <= said < verb or tree.has_subject(verb) or _helpers(tree, said):
            continue
        told = next((k for k in tree.below(said) if tree.relation(k) == "ccomp"), -1)
        if said < told < verb and _helpers(tree, told) & _helpers(tree, verb):
            tree.hang(verb, told, "conj")


def _helpers(tree: Branches, verb: int) -> set[str]:
    """The auxiliaries of a verb, as they stand there."""
    return {tree.tokens[k].text.lower() for k in tree.below(verb) if tree.relation(k) == "aux"}
