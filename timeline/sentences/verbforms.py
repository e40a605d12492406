"""Tags of verbs that look like other forms, settled by what can be nothing else."""

from __future__ import annotations

import numpy as np

from timeline.sentences.behind import find_turned
from timeline.sentences.draft import Draft
from timeline.sentences.lacking import find_joined
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.tagger import columns, label, labelled
from timeline.sentences.vocabulary import ASKING, FRONTED, PAST, TURNED

_ACTING = ("VERB", "AUX")
_PAST = ("VERB/VBD", "VERB/VBN")


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
