"""Tags of verbs that look like other forms or other words, settled by what their sentence lacks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timeline.sentences.behind import find_asked, find_turned
from timeline.sentences.draft import Draft
from timeline.sentences.lacking import find_joined, look_back
from timeline.sentences.lexicon import NOUN, VERB, load_lexicon
from timeline.sentences.nounlike import (
    TAKEN,
    find_nouned,
    find_opened,
    find_presents,
    find_taking,
    find_unchanged,
)
from timeline.sentences.tagger import columns, label, labelled, load_tags
from timeline.sentences.tokens import FINITE
from timeline.sentences.vocabulary import (
    ASKING,
    DID,
    FRONTED,
    NOUNED,
    OF,
    PAST,
    TO,
    TURNED,
    UNCHANGED,
)

_ACTING = ("VERB", "AUX")
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


def settle_unchanged(draft: Draft) -> None:
    """Put past tenses for "shut" and its like where a clause wants one, or participles
    behind one ("was caught in May and shot")."""
    best, scores = draft.best, draft.scores
    past, participle = label("VERB/VBD"), label("VERB/VBN")
    for start, words in draft:
        places = [k for k, word in enumerate(words) if word in UNCHANGED]
        if places:
            tags, xpos = draft.tags(start, words)
            leads = {
                k: float(scores[start + k, best[start + k]] - scores[start + k, past])
                for k in places
                if xpos[k] not in FINITE
            }
            for k in places:
                others = [*xpos[:k], *xpos[k + 1 :]]
                if xpos[k] == "VBP" and "VBD" in others and not {"VBP", "VBZ", "MD"} & {*others}:
                    best[start + k] = past  # "Shells hit a market, the mayor told them"
                before = [x for x in xpos[:k] if x in (*FINITE, "TO", "VB", "VBN", "VBG")]
                joined = xpos[k] == "VB" and tags[k - 1] == "CCONJ" and before[-1:] == ["VBD"]
                if joined:
                    best[start + k] = past  # "She left and set off home"
                if xpos[k] == "VB" and _is_alone(tags[:k], xpos[:k]):
                    best[start + k] = past  # "Poe, the owner of Acme, cut its forecast"
                helped = k > 0 and tags[k - 1] == "AUX" and xpos[k - 1] in ("VBD", "VBN")
                if xpos[k] == "JJ" and helped:
                    best[start + k] = participle  # "It was shut to lorries at noon"
            for k in find_unchanged(words, tags, xpos, leads):
                verbs = [x for x in xpos[:k] if x in ("VBD", "VBN")]
                passive = tags[k - 1] == "CCONJ" and verbs[-1:] == ["VBN"]
                best[start + k] = participle if passive else past


def settle_joined(draft: Draft) -> None:
    """Put bare verbs for what looks like a past tense behind a modal's other verb: "will close the
    plant and cut 40 jobs"."""
    best, bare = draft.best, label("VERB/VB")
    unsure = np.append(False, labelled("CCONJ/CC")[best[:-1]])
    unsure &= labelled("VERB/VBD", "VERB/VBN", "VERB/VBP")[best]
    places = np.flatnonzero(unsure)
    for home, place in zip(draft.homes(places), places.tolist(), strict=True):
        words, start = draft.sentences[home], int(draft.starts[home])
        k = place - start
        if words[k] not in UNCHANGED:
            continue
        tags, xpos = draft.tags(start, words)
        before = find_joined(tags, xpos, k)
        helper = look_back(tags, xpos, before) if before >= 0 and xpos[before] == "VB" else -1
        if helper >= 0 and xpos[helper] == "MD":
            best[place] = bare


def _is_alone(tags: Sequence[str], xpos: Sequence[str]) -> bool:
    """Whether before a bare verb stands none that it could be bare for: no modal or "to", and no
    verb but an adjective ("the struggling owner") or one before a comma."""
    last = next((k for k in range(len(tags) - 1, -1, -1) if tags[k] != "ADV"), -1)
    if last < 0 or tags[last] not in ("NOUN", "PROPN", "PRON", "PUNCT"):
        return False
    if not {"TO", "MD", "VBP", "VBZ"}.isdisjoint(xpos):
        return False
    describes = ("VBG", "VBN")
    verbs = (
        k
        for k, form in enumerate(xpos)
        if form in ("VB", "VBD") or (form in describes and k and tags[k - 1] not in ("DET", "ADJ"))
    )
    return xpos[last] == "," or next(verbs, -1) < 0


def settle_nouned(draft: Draft) -> None:
    """Put past tenses for "rose" and its like where their clause has no other verb, and
    a noun before them where nothing else could be their subject: "Profit rose"."""
    best, lexicon = draft.best, load_lexicon()
    past, noun = label("VERB/VBD"), label("NOUN/NN")
    for start, words in draft:
        if not NOUNED.isdisjoint(words):
            tags, xpos = draft.tags(start, words)
            for k in find_nouned(words, tags, xpos):
                if tags[k - 1] in ("VERB", "ADJ"):
                    if not lexicon.entry(words[k - 1].lower()).parts & NOUN:
                        continue
                    best[start + k - 1] = noun
                best[start + k] = past


def settle_taking(draft: Draft) -> None:
    """Put present tenses for nouns that take what only verbs take: "the firm plans to",
    "investors own 65 %"."""
    best, scores, lexicon = draft.best, draft.scores, load_lexicon()
    plural, present = label("NOUN/NNS"), label("VERB/VBZ")
    tenses = dict.fromkeys(map(label, ("NOUN/NN", "ADJ/JJ")), label("VERB/VBP"))
    taken = columns(xpos=("TO", *TAKEN))
    own, before = best[1:-1], best[:-2]
    open_to = (own == plural) | (labelled("NOUN/NN", "ADJ/JJ")[own] & (before == plural))
    tenses[plural] = present
    places = np.flatnonzero(open_to & taken[best[2:]]) + 1
    by_sentence: dict[int, dict[int, int]] = {}
    for home, place in zip(draft.homes(places), places.tolist(), strict=True):
        by_sentence.setdefault(home, {})[place] = tenses[int(best[place])]
    for home, inner in by_sentence.items():
        words, start = draft.sentences[home], int(draft.starts[home])
        leads = {
            place - start: float(scores[place, best[place]] - scores[place, tense])
            for place, tense in inner.items()
            if start < place < start + len(words) - 1
            and any(
                (lemma == words[place - start]) != (tense == present)
                for lemma, _ in lexicon.candidates(words[place - start], "v")
            )
        }
        for k in find_taking(words, *draft.tags(start, words), leads):
            best[start + k] = inner[start + k]


def settle_presents(draft: Draft) -> None:
    """Put a present tense for a plural noun where a sentence has no verb: "Work resumes."

    Chronologies are told so, and treebanks hold none.
    """
    best, scores = draft.best, draft.scores
    present, plural = label("VERB/VBZ"), label("NOUN/NNS")
    verbal, joining = columns(_ACTING), columns(("SCONJ", "CCONJ")) | columns(xpos=("WRB",))
    sizes = draft.ends - draft.starts
    homes = np.repeat(np.arange(len(sizes)), sizes)
    verbs, joints, plurals = (
        np.bincount(homes, flags, len(sizes))
        for flags in (verbal[best], joining[best], best == plural)
    )
    for home in np.flatnonzero((verbs == 0) & (plurals > 0)).tolist():
        words, start = draft.sentences[home], int(draft.starts[home])
        leads = {
            k: float(scores[start + k, plural] - scores[start + k, present])
            for k in range(1, len(words))
            if best[start + k] == plural and words[k].islower()
        }
        found = find_presents(words, *draft.tags(start, words), leads)
        best[[start + k for k in found]] = present
    for home in np.flatnonzero((joints > 0) & (plurals > 0)).tolist():
        words, start = draft.sentences[home], int(draft.starts[home])
        found = find_opened(words, *draft.tags(start, words))
        best[[start + k for k in found]] = present


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
    taken = columns(xpos=(*TAKEN, "IN", "RP"))
    places = np.flatnonzero(opening[best[:-2]] & bare[best[1:-1]] & taken[best[2:]]) + 1
    for place in places.tolist():
        if lexicon.entry(words[place]).parts & VERB and words[place + 1] != OF:
            best[place] = verb


def settle_turned(draft: Draft) -> None:
    """Put an auxiliary before its subject and the verb behind it: "not until then did it act"."""
    best, helper = draft.best, label("AUX/VBD")
    bare, participle = label("VERB/VB"), label("VERB/VBN")
    for start, words in draft:
        if TURNED.isdisjoint(words) or FRONTED.isdisjoint(map(str.lower, words)):
            continue
        for place, verb in find_turned(words, *draft.tags(start, words)):
            best[start + place] = helper
            best[start + verb] = bare if words[place] == DID else participle


def settle_asked(draft: Draft) -> None:
    """Put an auxiliary before the subject of a question and a bare verb behind it: "Does the crew
    know the engine?"."""
    best, bare = draft.best, label("VERB/VB")
    for start, words in draft:
        if "?" not in words:
            continue
        for place, verb in find_asked(words, *draft.tags(start, words)):
            best[start + place] = label(f"AUX/{ASKING[words[place].lower()]}")
            best[start + verb] = bare
