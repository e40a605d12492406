"""Tags of nouns, names and the small words beside them, settled by their neighbours."""

from __future__ import annotations

import numpy as np

from timeline.sentences.draft import Draft
from timeline.sentences.lexicon import NOUN, load_lexicon
from timeline.sentences.tagger import columns, label, labelled, load_tags
from timeline.sentences.vocabulary import PLACING, SELF, UNMARKED

#: WordNet's number of the nouns for persons.
_PERSON = 18
#: Those of what is owned, of what goes on by itself, and of what stands to something else.
_MEASURED = (21, 22, 24)
#: What a word of a name may be taken for between two others.
_CAPITALS = ("VERB/VBG", "VERB/VBN", "VERB/VBD", "VERB/VB", "VERB/VBZ", "NOUN/NN")


def settle_subjects(draft: Draft) -> None:
    """Put nouns for bare verbs that would be the subject of a modal: "pay will rise".

    What opens a clause before a "will" is no verb, however much its form looks like one; nor is,
    behind a "that", what stands before a past tense: "said on Friday that profit rose".
    """
    best = draft.best
    bare, modal = columns(("VERB",), ("VB", "VBP")), columns(xpos=("MD",))
    opening = columns(("PUNCT", "ADP", "SCONJ", "CCONJ")) | columns(xpos=("POS",))
    starts = np.zeros(len(best), dtype=bool)
    starts[draft.starts] = True
    after = np.append(modal[best[1:]] & ~starts[1:], False)
    before = starts | np.append(True, opening[best[:-1]])
    wrong = np.flatnonzero(bare[best] & after & before)
    past = np.append(labelled("VERB/VBD", "AUX/VBD")[best[1:]] & ~starts[1:], False)
    known, described = load_lexicon(), columns(("NOUN", "PRON", "DET"))
    told = [
        k
        for k in np.flatnonzero(bare[best] & past).tolist()
        if k > 1 and draft.words[k - 1] == UNMARKED and not described[best[k - 2]]
    ]
    told = [k for k in told if known.entry(draft.words[k]).parts & NOUN]
    wrong = np.append(wrong, np.array(told, dtype=wrong.dtype))
    if wrong.size:
        nouns = np.flatnonzero(columns(("NOUN",)))
        best[wrong] = nouns[draft.scores[np.ix_(wrong, nouns)].argmax(axis=1)]


def settle_counted(draft: Draft) -> None:
    """Put nouns for adjectives between an article and a verb: "a third took place"; and for those
    that name somebody between a noun and a verb ("a company official declined") or between an
    owner and a comma ("its chief executive, Poe, left")."""
    best = draft.best
    adjective, noun, article = label("ADJ/JJ"), label("NOUN/NN"), label("DET/DT")
    tensed = labelled("VERB/VBD", "VERB/VBZ", "AUX/MD")
    middle = (best[1:-1] == adjective) & (best[:-2] == article) & tensed[best[2:]]
    best[1:-1][middle] = noun
    verbs = tensed | labelled("VERB/VBN")
    # "Revenue fell 4 percent": a name only by its capital.
    first = np.zeros(len(best), dtype=bool)
    first[draft.starts] = True
    counted = first[:-2] & (best[:-2] == label("PROPN/NNP")) & columns(xpos=("CD",))[best[2:]]
    for place in np.flatnonzero(counted & tensed[best[1:-1]]).tolist():
        entry = load_lexicon().entry(draft.words[place].lower())
        if entry.noun in _MEASURED and entry.parts == NOUN:
            best[place] = noun
    nouns = labelled("NOUN/NN", "PROPN/NNP")
    beside = (best[1:-1] == adjective) & nouns[best[:-2]] & verbs[best[2:]]
    described = columns(xpos=("PRP$", "POS", "JJ", "DT"))
    beside |= (best[1:-1] == adjective) & described[best[:-2]] & columns(xpos=(",",))[best[2:]]
    if beside.any():
        words, lexicon = draft.words, load_lexicon()
        for place in (np.flatnonzero(beside) + 1).tolist():
            if lexicon.entry(words[place].lower()).noun == _PERSON:
                best[place] = noun


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
    it, where nothing that is owned follows: "Corvey's, which sold it", "Corvey's said"."""
    best, name = draft.best, label("PROPN/NNP")
    nouns, closing = columns(("NOUN", "PROPN")), columns(xpos=(",", ".", "IN"))
    verbs = labelled("VERB/VBD", "VERB/VBZ", "AUX/VBD", "AUX/VBZ", "AUX/MD")
    marked = (best[1:-1] == label("PART/POS")) & nouns[best[:-2]] & (closing | verbs)[best[2:]]
    for place in (np.flatnonzero(marked) + 1).tolist():
        if draft.words[place - 1][:1].isupper():
            best[place - 1 : place + 1] = name


def settle_acronyms(draft: Draft) -> None:
    """Put names for words in capitals that brackets hold: "the agency (WHO) said"."""
    name = label("PROPN/NNP")
    for start, words in draft:
        for place in range(1, len(words) - 1) if "(" in words else ():
            held = words[place - 1] == "(" and words[place + 1] == ")"
            if held and len(words[place]) > 1 and words[place].isalpha() and words[place].isupper():
                draft.best[start + place] = name


def settle_numerals(draft: Draft) -> None:
    """Put a name for the "I" of "World War I" and "Leopold I", who is nobody that speaks, and for
    the number of "after Henry VIII had died", which counts nothing.

    Who speaks has "am", "would" or another present behind it: "said Poe I know".
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


def settle_places(draft: Draft) -> None:
    """Put a preposition for an adjective between "was" and a noun: "the town was outside
    government control"."""
    best, (tags, _) = draft.best, load_tags()
    adjective, preposition = label("ADJ/JJ"), label("ADP/IN")
    for start, words in draft:
        for place in range(1, len(words) - 1) if not PLACING.isdisjoint(words) else ():
            at = start + place
            between = tags[best[at - 1]] == "AUX" and tags[best[at + 1]] in ("NOUN", "PROPN", "ADJ")
            if words[place] in PLACING and best[at] == adjective and between:
                best[at] = preposition
