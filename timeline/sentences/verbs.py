"""Verb groups: a verb with its auxiliaries, and the tense, aspect, voice and mood they make."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.sentences.behind import ASKED_FOR, find_opening
from timeline.sentences.tokens import FINITE, Sentence, Token
from timeline.sentences.vocabulary import (
    BE,
    DENYING,
    FUTURE,
    GOING,
    HELPERS,
    INVERTING,
    NEGATIONS,
    NOT,
    NOT_BEFORE,
    PERFECT,
    TURNED,
)

# How many words a group may reach back over, so that reading stays linear.
REACH = 8


class Conjugation(NamedTuple):
    """What the forms of a verb and its auxiliaries tell; the values are those of `VerbGroup`."""

    tense: str
    aspect: str
    voice: str
    form: str
    modality: str | None


class VerbGroup(NamedTuple):
    """A verb and what goes with it; all numbers are places in the sentence's tokens.

    `tense` is past, present, future or none; `aspect` none, progressive, perfect or
    perfect progressive; `voice` active or passive; `form` finite, infinitive, participle (past or
    present, without auxiliary) or imperative. `modality` is the modal's lemma ("may"), also of
    "be going to" ("will"). `copula` tells that the head is a "be" with no verb after it.
    """

    head: int
    first: int
    last: int
    auxiliaries: tuple[int, ...]
    particle: int | None
    tense: str
    aspect: str
    voice: str
    form: str
    modality: str | None
    negated: bool
    copula: bool


def find_verbs(sentence: Sentence) -> list[VerbGroup]:
    """The verb groups of a sentence in the order of their heads.

    >>> from timeline.sentences.analyzers import analyze
    >>> [group] = find_verbs(analyze("They have not been told.")[0])
    >>> group.tense, group.aspect, group.voice, group.negated
    ('present', 'perfect', 'passive', True)
    """
    tokens = sentence.tokens
    groups: list[VerbGroup] = []
    for k, token in enumerate(tokens):
        if token.tag == "VERB" or (token.tag == "AUX" and is_main(tokens, k)):
            group = read_group(tokens, k)
            groups.append(share(tokens, groups[-1], group) if groups else group)
    return groups


def is_main(tokens: Sequence[Token], k: int) -> bool:
    """Whether the auxiliary at `k` has no verb of its own after it."""
    if tokens[k].xpos == "MD":
        return False
    subject = 0
    for token in tokens[k + 1 : k + 1 + REACH]:
        if token.tag in ("VERB", "AUX"):
            if token.xpos in FINITE:
                # "Had the truce collapsed": past tense and participle look alike.
                return not (subject and token.xpos == "VBD" and tokens[k].lemma == PERFECT)
            return subject > 1 or (subject == 1 and not opens_question(tokens, k))
        if token.tag in ("ADV", "PART"):
            continue
        if token.tag == "CCONJ" and subject and opens_turned(tokens, k) >= 0:
            continue
        if token.xpos in ("PRP", "EX", "NNP", "NNS", "NN", "DT", "PRP$") and opens_question(
            tokens, k
        ):
            subject = 1
            continue
        return True
    return True


def opens_question(tokens: Sequence[Token], k: int) -> bool:
    """Whether an auxiliary stands before its subject: first, or after a question word or "so", and
    in a question after a comma or a phrase that asks ("Also, can we go?", "How many did we see?").
    """
    if k == 0:
        return True
    before = tokens[k - 1]
    if tokens[-1].text == "?" and (before.text == "," or _asks_for(tokens, k - 1)):
        return True
    asked = before.xpos in ("WRB", "WP", "WDT", "``") or before.lemma in INVERTING
    return asked or opens_turned(tokens, k) >= 0


def _asks_for(tokens: Sequence[Token], last: int) -> bool:
    """Whether a phrase that a question word opens ends at a token: "how many people"."""
    k = last
    while k > 0 and tokens[k].tag in ASKED_FOR:
        k -= 1
    return tokens[k].xpos[:1] == "W"


def opens_turned(tokens: Sequence[Token], k: int) -> int:
    """The word that puts the auxiliary at `k` before its subject ("not until then did they"),
    -1 if none does."""
    if k == 0 or tokens[k].text not in TURNED:
        return -1
    near = tokens[max(0, k - 2 * REACH) : k + 1]
    found = find_opening([t.text for t in near], [t.xpos for t in near], len(near) - 1)
    return found if found < 0 else found + k + 1 - len(near)


def is_denied(tokens: Sequence[Token], k: int) -> bool:
    """Whether what puts the auxiliary at `k` before its subject denies: "never did they", but "not
    until then did they"."""
    opening = opens_turned(tokens, k)
    if opening < 0 or tokens[opening].text.lower() not in DENYING:
        return False
    return tokens[opening + 1].text not in NOT_BEFORE


def read_group(tokens: Sequence[Token], head: int) -> VerbGroup:
    """The group of the verb at `head`, by what stands before and after it."""
    auxiliaries: list[int] = []
    negated = infinitive = False
    first, subjects = head, 0
    for k in range(head - 1, max(-1, head - 1 - REACH), -1):
        token = tokens[k]
        if token.tag == "AUX":
            if subjects and not opens_question(tokens, k):
                break
            if subjects:
                negated = negated or is_denied(tokens, k)
            auxiliaries.append(k)
            first = k
            if token.xpos in ("MD", "VBD", "VBZ", "VBP"):
                break
        elif token.xpos == "TO" and token.tag == "PART":
            infinitive, first = True, k
            if k and tokens[k - 1].lemma == NOT:
                negated = True
            break
        elif token.lemma in NEGATIONS and token.tag in ("PART", "ADV"):
            negated = True
        elif (token.tag == "ADV" and token.xpos != "WRB") or _is_adverb(tokens, k):
            continue
        elif token.tag in ("PRON", "PROPN", "NOUN", "DET") and token.xpos[0] != "W":
            subjects += 1
            if subjects > 4:
                break
        elif token.tag == "CCONJ" and subjects:
            continue  # "did Hull and Bonn agree"
        else:
            break
    if not auxiliaries and not infinitive:
        first = head
        near = tokens[max(0, head - 2) : head]
        negated = any(t.lemma in NEGATIONS and t.tag in ("PART", "ADV") for t in near)
    auxiliaries.reverse()
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    particle = head + 1 if after is not None and after.xpos == "RP" else None
    if after is not None and after.lemma == NOT and tokens[head].tag == "AUX":
        negated = True  # "was not", but "promised not to leave" is a promise
    return VerbGroup(
        head,
        first,
        head if particle is None else particle,
        tuple(auxiliaries),
        particle,
        *conjugation(tokens, [*auxiliaries, head], first, infinitive),
        negated,
        tokens[head].tag == "AUX",
    )


def _is_adverb(tokens: Sequence[Token], k: int) -> bool:
    """Whether a conjunction can only be an adverb, as in "has since left"."""
    helped = k > 0 and tokens[k - 1].tag == "AUX" and tokens[k - 1].lemma == PERFECT
    return helped and tokens[k].tag == "SCONJ"


def conjugation(
    tokens: Sequence[Token], words: Sequence[int], first: int, infinitive: bool
) -> Conjugation:
    """The conjugation of a group that begins at `first`, read along its auxiliaries and head."""
    chain = [tokens[k] for k in words]
    lead = chain[0]
    modality, tense, form = None, "none", "finite"
    if lead.xpos == "MD":
        modality = lead.lemma
        tense = "future" if modality in FUTURE else "present"
    elif infinitive:
        form = "infinitive"
    elif lead.xpos == "VBD":
        tense = "past"
    elif lead.xpos in ("VBP", "VBZ"):
        tense = "present"
    elif lead.xpos == "VB":
        form = "imperative" if len(chain) == 1 else "finite"
    else:
        form = "participle"
    perfect = progressive = False
    passive = len(chain) == 1 and lead.xpos == "VBN"
    for helper, verb in pairwise(chain):
        if helper.lemma == PERFECT and verb.xpos in ("VBN", "VBD"):
            perfect = True
        elif helper.lemma in HELPERS and verb.xpos == "VBG":
            progressive = True
        elif helper.lemma in HELPERS and verb.xpos in ("VBN", "VBD"):
            passive = True
    if perfect:
        aspect = "perfect progressive" if progressive else "perfect"
    else:
        aspect = "progressive" if progressive else "none"
    going = infinitive and first > 1 and tokens[first - 1].text.lower() == GOING
    if going and tokens[first - 2].lemma in (BE, NOT):
        modality = "will"
    return Conjugation(tense, aspect, "passive" if passive else "active", form, modality)


def share(tokens: Sequence[Token], before: VerbGroup, group: VerbGroup) -> VerbGroup:
    """The group with the auxiliaries of the one before it, if it is joined to it by "and" or "or".

    "was seized and taken away" is two passives of the past, "will go and see" two futures.
    """
    alone = not group.auxiliaries and tokens[group.head].xpos in ("VB", "VBN", "VBG")
    if (
        not alone
        or group.form == "infinitive"
        or tokens[group.head].xpos != tokens[before.head].xpos
    ):
        return group
    between = tokens[before.last + 1 : group.head]
    joined = any(t.tag == "CCONJ" for t in between[-3:])
    if not joined or any(t.tag == "SCONJ" or t.xpos[0] == "W" for t in between):
        return group
    if not (before.auxiliaries or before.form == "infinitive"):
        return group
    return group._replace(
        tense=before.tense,
        aspect=before.aspect,
        voice=before.voice,
        form=before.form,
        modality=before.modality,
        negated=group.negated or (before.negated and len(between) <= 2),
    )
