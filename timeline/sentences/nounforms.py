"""Tags of names and of the small words beside them, settled by their neighbours."""

from __future__ import annotations

import numpy as np

from timeline.sentences.draft import Draft
from timeline.sentences.tagger import columns, label, labelled, load_tags
from timeline.sentences.vocabulary import SELF

#: What a word of a name may be taken for between two others.
_CAPITALS = ("VERB/VBG", "VERB/VBN", "VERB/VBD", "VERB/VB", "VERB/VBZ", "NOUN/NN")


def settle_counted(draft: Draft) -> None:
    """Put nouns for adjectives between an article and a verb, whose subject they are: "a third took
    place"."""
    best, tensed = draft.best, labelled("VERB/VBD", "VERB/VBZ", "AUX/MD")
    adjective, noun, article = label("ADJ/JJ"), label("NOUN/NN"), label("DET/DT")
    middle = (best[1:-1] == adjective) & (best[:-2] == article) & tensed[best[2:]]
    best[1:-1][middle] = noun


def settle_names(draft: Draft) -> None:
    """Put names for words with a capital that go on with one: a plural after a name
    ("Halcyon Lines"), what stands between two names ("Maas Holding NV"), what only looks like a
    verb without a tense between small words ("the Digital Markets Act that passed"), and two
    capitals that look like a preposition ("Varden AS sold it")."""
    best, words = draft.best, draft.words
    noun, name, one = label("NOUN/NNS"), label("PROPN/NNPS"), label("PROPN/NNP")
    # The treebank's "United" of "United Nations" is a verb's and a name's form.
    best[best == label("VERB/NNP")] = one
    named = columns(("PROPN",))[best]
    after = np.flatnonzero(named[:-1] & ~named[1:]) + 1
    if not after.size:
        return
    others = set(map(label, _CAPITALS))
    bare = {label("VERB/VB"), label("VERB/VBP")}
    small = {label("ADP/IN"), label("SCONJ/IN"), label("ADV/RB")}
    starts = {0, *draft.ends.tolist()}
    for place in after.tolist():
        word, before = words[place], words[place - 1]
        shouting = word.isupper() or before.isupper()
        if place not in starts and best[place] in small and len(word) == 2 and word.isupper():
            # In a headline of capitals "AS" is a preposition.
            best[place] = best[place] if before.isupper() else one
        if place in starts or not word[:1].isupper() or shouting:
            continue
        goes_on = place + 1 < len(words) and place + 1 not in starts and named[place + 1]
        if best[place] == noun:
            best[place] = name
        elif (goes_on and best[place] in others) or (
            best[place] in bare and place + 1 not in starts and words[place + 1].islower()
        ):
            best[place] = one


def settle_owners(draft: Draft) -> None:
    """Put names for the "'s" of firms that are called after their owner, and for the word before
    it, where nothing that is owned follows: "Corvey's, which sold it", "Corvey's said".

    Treebanks have a mark of an owner there; here it belongs to the name.
    """
    best, name = draft.best, label("PROPN/NNP")
    nouns, closing = columns(("NOUN", "PROPN")), columns(xpos=(",", ".", "IN"))
    verbs = labelled("VERB/VBD", "VERB/VBZ", "AUX/VBD", "AUX/VBZ", "AUX/MD")
    marked = (best[1:-1] == label("PART/POS")) & nouns[best[:-2]] & (closing | verbs)[best[2:]]
    for place in (np.flatnonzero(marked) + 1).tolist():
        if draft.words[place - 1][:1].isupper():
            best[place - 1 : place + 1] = name


def settle_numerals(draft: Draft) -> None:
    """Put a name for the "I" of "World War I" and "Leopold I", who is nobody that speaks, and for
    the number of "after Henry VIII had died", which counts nothing.

    Treebanks differ about such numbers; here they are no amounts. Who speaks has "am", "would" or
    another present behind it: "said Poe I know".
    """
    best, name, (tags, xpos) = draft.best, label("PROPN/NNP"), load_tags()
    figure = label("NUM/CD")
    for start, words in draft:
        for place in range(1, len(words)):
            at = start + place
            if best[at] == figure and words[place].isupper() and tags[best[at - 1]] == "PROPN":
                best[at] = name
        for place in range(1, len(words)) if SELF in words else ():
            at = start + place
            if words[place] != SELF or tags[best[at - 1]] != "PROPN":
                continue
            behind = xpos[best[at + 1]] if place + 1 < len(words) else ""
            if behind not in ("VBP", "MD", "VB"):
                best[at] = name
