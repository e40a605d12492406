"""Tags of verbs that look like other forms, settled by what can be nothing else."""

from __future__ import annotations

import numpy as np

from timeline.sentences.behind import find_turned
from timeline.sentences.draft import Draft
from timeline.sentences.lacking import find_joined
from timeline.sentences.lexicon import VERB, load_lexicon
from timeline.sentences.tagger import columns, label, labelled, load_tags
from timeline.sentences.vocabulary import ASKING, FRONTED, OF, PAST, TO, TURNED

_ACTING = ("VERB", "AUX")
_PAST = ("VERB/VBD", "VERB/VBN")
#: How what a verb takes, and no noun before it, may open.
_TAKEN = ("DT", "PRP", "PRP$", "CD", "$")
# What may follow a verb and cannot follow an adjective that stands before its noun.
_AFTER_VERB = ("ADP", "DET", "PRON", "PUNCT", "ADV", "SCONJ")


def settle_past_tenses(draft: Draft) -> None:
    """Put past tenses for words that are nothing else, such as "froze" and "tore"."""
    verbs = columns(_ACTING, ("VBD", "VBN"))
    best = draft.best
    places = [k for k, word in enumerate(draft.words) if word in PAST]
    wrong = [k for k in places if not verbs[best[k]]]
    if wrong:
        best[wrong] = np.where(verbs, draft.scores[wrong], -np.inf).argmax(axis=1)


def settle_joined(draft: Draft) -> None:
    """Put bare verbs for what looks like a past tense and is joined to the bare verb of a modal:
    "will close the plant and cut 40 jobs"."""
    best, bare, lexicon = draft.best, label("VERB/VB"), load_lexicon()
    unsure = np.append(False, labelled("CCONJ/CC")[best[:-1]]) & labelled(*_PAST)[best]
    places = np.flatnonzero(unsure)
    for home, place in zip(draft.homes(places), places.tolist(), strict=True):
        words, start = draft.sentences[home], int(draft.starts[home])
        k = place - start
        if all(lemma != words[k] for lemma, _ in lexicon.candidates(words[k], "v")):
            continue
        tags, xpos = draft.tags(start, words)
        helper = before = find_joined(tags, xpos, k)
        while helper > 0 and (helper == before or tags[helper] in ("ADV", "PART")):
            helper -= 1
        if before > 0 and xpos[before] == "VB" and xpos[helper] == "MD":
            best[place] = bare


def settle_infinitives(draft: Draft) -> None:
    """Put infinitives for adjectives after "to" that no noun follows: "due to close in",
    and for whatever else a verb's "to" or a modal opens and a phrase of its own follows: "failed to
    branch into", "would issue 3 million".

    A preposition takes no adjective alone, and neither "to" nor a modal a noun.
    """
    best, words, lexicon, (tags, _) = draft.best, draft.words, load_lexicon(), load_tags()
    to, verb = label("PART/TO"), label("VERB/VB")
    preposition, adjective = label("ADP/IN"), label("ADJ/JJ")
    pairs = np.flatnonzero((best[:-2] == preposition) & (best[1:-1] == adjective))
    for place in pairs.tolist():
        after = tags[best[place + 2]]
        if words[place].lower() != TO or after not in _AFTER_VERB:
            continue
        if lexicon.entry(words[place + 1]).parts & VERB:
            best[place], best[place + 1] = to, verb
    opening, bare = labelled("PART/TO", "AUX/MD"), columns(xpos=("NN", "JJ", "JJR"))
    taken = columns(xpos=(*_TAKEN, "IN", "RP"))
    places = np.flatnonzero(opening[best[:-2]] & bare[best[1:-1]] & taken[best[2:]]) + 1
    for place in places.tolist():
        if lexicon.entry(words[place]).parts & VERB and words[place + 1] != OF:
            best[place] = verb


def settle_turned(draft: Draft) -> None:
    """Put an auxiliary before its subject and the verb behind it: "Not until then did it act.",
    "Does the crew know the engine?"."""
    best, bare, participle = draft.best, label("VERB/VB"), label("VERB/VBN")
    for start, words in draft:
        turned = not (TURNED.isdisjoint(words) or FRONTED.isdisjoint(map(str.lower, words)))
        if not turned and "?" not in words:
            continue
        for place, verb in find_turned(words, *draft.tags(start, words)):
            form = ASKING.get(words[place].lower())
            best[start + place] = label(f"AUX/{form or 'VBD'}")
            best[start + verb] = bare if form else participle
