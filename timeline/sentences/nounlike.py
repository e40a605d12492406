"""Verbs that look like nouns, or like the verb itself ("burst", "resigns", "plans"), told by what
their clause lacks.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.sentences.lacking import (
    JOINING,
    OPENING_A_CLAUSE,
    REACH,
    count_clauses,
    follows_subject,
    lacks_verb,
    opens_alone,
)
from timeline.sentences.tokens import FINITE
from timeline.sentences.vocabulary import NOUNED, OF, SINGLE, SUBORDINATORS

#: How what a verb takes, and no noun before it, may open.
TAKEN = ("DT", "PRP", "PRP$", "CD", "$")
#: The largest lead of the plural noun over the present tense where a sentence lacks a verb.
_NO_VERB = 7.0
#: What stands between the date of a line in a list and what the line tells, within so many words.
_COLONS, _HEADED = frozenset(":–—-|"), 7
_BEHIND_A_VERB = frozenset(
    ["DT", "PRP", "PRP$", "RB", "IN", "RP", "TO", "CD", "$", "JJ", "CC", "."]
)
_NAMED = ("NOUN", "PROPN", "ADJ")


def find_unchanged(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], leads: dict[int, float]
) -> list[int]:
    """Which of a sentence's words are past tenses that look like the verb itself, or like a noun.

    >>> find_unchanged(
    ...     ["A", "gas", "pipe", "burst", "."], ["DET", "NOUN", "NOUN", "NOUN", "PUNCT"],
    ...     ["DT", "NN", "NN", "NN", "."], {3: 4.7},
    ... )
    [3]

    `leads` gives the places of words that could be such, and by how much the network preferred
    another tag.
    """
    open_to = [(lead, k) for k, lead in leads.items() if follows_subject(words, tags, xpos, k)]
    going_on = [k for k in leads if _goes_on(tags, xpos, k)]
    if not open_to:
        return going_on
    # Of "the pipe burst, and a street was flooded" the first part wants a verb of its own.
    joints = [k for k in range(1, len(tags) - 1) if tags[k] == "CCONJ" and words[k - 1] == ","]
    first = next((k for k in joints if tags[k + 1 : k + 2] in OPENING_A_CLAUSE), 0)
    if first and not any(x in FINITE for x in xpos[:first]):
        open_to = [(lead, k) for lead, k in open_to if k < first]
        lacking = int(any(x in FINITE for x in xpos[first:]))
    else:
        lacking = count_clauses(words, tags, xpos) - sum(x in FINITE for x in xpos)
    # "The dam burst, sending a wave that killed two": what comes before "that" lacks its verb.
    joined = next((k for k, x in enumerate(xpos) if x in JOINING or tags[k] == "SCONJ"), 0)
    if lacking <= 0 and joined and not any(x in FINITE for x in xpos[:joined]):
        open_to = [(lead, k) for lead, k in open_to if k < joined]
        lacking = 1
    shared = [k for _, k in open_to if _shares_subject(tags, xpos, k)]
    return sorted({*shared, *going_on, *(k for _, k in sorted(open_to)[: max(0, lacking)])})


def _shares_subject(tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a word shares its subject with the verb behind an "and": "men burst in and fired"."""
    after = k + 1
    while after < len(tags) and tags[after] in ("ADP", "ADV"):
        after += 1
    if tags[after : after + 1] != ["CCONJ"] or xpos[after + 1 : after + 2] != ["VBD"]:
        return False
    opening = k
    while opening and tags[opening - 1] not in ("PUNCT", "SCONJ") and xpos[opening - 1] != "WRB":
        opening -= 1
    return not any(x in FINITE for x in xpos[opening:k])


def _goes_on(tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a word is a second verb behind a name: "was caught in May and shot at Hull"."""
    joins = k > 2 and tags[k - 1] == "CCONJ" and tags[k - 2] in ("PROPN", "NUM") and xpos[k] == "NN"
    verbal = any(x in ("VBD", "VBN") for x in xpos[max(0, k - REACH) : k])
    dead = tags[k + 1 : k + 2] == ["ADJ"] and tags[k + 2 : k + 3] in (["ADP"], ["PUNCT"])
    return joins and verbal and (dead or tags[k + 1 : k + 2] in (["ADP"], ["ADV"], ["PUNCT"]))


def _closes(tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a plural noun is a second verb: "opens on 20 May and closes on 7 June"."""
    joins = 2 < k < len(tags) - 1 and tags[k - 1] == "CCONJ" and tags[k - 2] in ("PROPN", "NUM")
    return joins and tags[k + 1] == "ADP" and "VBZ" in xpos[max(0, k - REACH) : k]


def find_nouned(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]) -> list[int]:
    """Which of a sentence's nouns are past tenses, of those that may be: their clause has no verb.

    >>> find_nouned(
    ...     ["The", "rate", "rose", "to", "5", "."], ["DET", "NOUN", "NOUN", "ADP", "NUM", "PUNCT"],
    ...     ["DT", "NN", "NN", "IN", "CD", "."],
    ... )
    [2]
    """
    return [
        k
        for k, word in enumerate(words)
        if word in NOUNED
        and tags[k] == "NOUN"
        and (follows_subject(words, tags, xpos, k) or opens_alone(words, xpos, k))
        and lacks_verb(words, tags, xpos, k)
    ]


def find_taking(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], leads: dict[int, float]
) -> list[int]:
    """Which nouns are present tenses, by what they take: an infinitive or a phrase of its own.

    >>> find_taking(
    ...     ["The", "firm", "plans", "to", "close", "."],
    ...     ["DET", "NOUN", "NOUN", "PART", "VERB", "PUNCT"],
    ...     ["DT", "NN", "NNS", "TO", "VB", "."], {2: 5.0},
    ... )
    [2]

    Only as many as the sentence lacks; a plural agrees with a subject in the singular and the other
    way round. `leads` gives the places of nouns that may be verbs, and by how much the network
    preferred the noun.
    """
    open_to = [
        (lead, k)
        for k, lead in leads.items()
        if lead <= _NO_VERB
        and (xpos[k + 1 : k + 3] == ["TO", "VB"] or xpos[k + 1] in TAKEN)
        and (xpos[k - 1] == "NNS") != (xpos[k] == "NNS")
        and follows_subject(words, tags, xpos, k)
        and lacks_verb(words, tags, xpos, k)
    ]
    if not open_to:
        return []
    lacking = count_clauses(words, tags, xpos) - sum(x in FINITE for x in xpos)
    return [k for _, k in sorted(open_to)[: max(0, lacking)]]


def find_presents(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], leads: dict[int, float]
) -> list[int]:
    """Which of the plural nouns of a sentence without a verb is its verb, in a list of at most one.

    >>> find_presents(
    ...     ["The", "mayor", "resigns", "."], ["DET", "NOUN", "NOUN", "PUNCT"],
    ...     ["DT", "NN", "NNS", "."], {2: 6.0},
    ... )
    [2]

    Behind the date of a line ("2009: Work resumes.") its subject needs no article. `leads` gives
    the places of plural nouns, and by how much the network preferred them to a present tense.
    """
    colons = [k for k in range(1, min(_HEADED, len(words))) if words[k] in _COLONS]
    headed = next((k for k in colons if any(c.isdigit() for c in words[k - 1])), len(words))
    stops = words[-1] in (".", "!")
    if not stops and headed == len(words):
        return []
    open_to = []
    for k, lead in leads.items():
        last = k + 1 == len(words)
        if last and xpos[k - 1] != "NNP":
            # "2019: Rail strikes"
            continue
        before = k - 1 - (xpos[k - 1] == "RB")
        ends = before >= 0 and (xpos[before] in ("NN", "NNP") or words[before] == ",")
        follows = last or (xpos[k + 1] in _BEHIND_A_VERB and words[k + 1] != OF)
        if not ends or lead > _NO_VERB or not follows:
            continue
        opening = words[before].lower() in SINGLE
        while before and not opening and (tags[before] in _NAMED or words[before] == ","):
            before -= 1
            opening = words[before].lower() in SINGLE
        # "Valmare votes for a mayor on Sunday."
        named = k == 1 and words[0][:1].isupper() and stops and k + 2 < len(words)
        if headed < k or opening or named:
            open_to.append((lead, k))
    return [min(open_to)[1]] if open_to else []


def find_opened(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]) -> list[int]:
    """Which plural nouns are verbs: of clauses that a conjunction opens and that have no other, or
    behind an "and" whose other side ends with a name or a number.

    >>> find_opened(
    ...     ["It", "ends", "when", "the", "deal", "closes", "."],
    ...     ["PRON", "VERB", "ADV", "DET", "NOUN", "NOUN", "PUNCT"],
    ...     ["PRP", "VBZ", "WRB", "DT", "NN", "NNS", "."],
    ... )
    [5]
    """
    plural = [k for k, x in enumerate(xpos) if x == "NNS" and words[k].islower()]
    found = [k for k in plural if _closes(tags, xpos, k)]
    for k in range(len(words) - 3):
        if xpos[k] != "WRB" and tags[k] != "SCONJ":
            continue
        opens = xpos[k] == "WRB" or words[k].lower() in SUBORDINATORS
        if not opens or words[k + 1].lower() not in SINGLE:
            continue
        stop = next((n for n in range(k, len(words)) if tags[n] == "PUNCT"), len(words))
        inside = range(k + 2, stop)
        if any(tags[n] in ("VERB", "AUX") for n in inside) or len(inside) < 2:
            continue
        last = stop - 1
        if xpos[last] == "NNS" and xpos[last - 1] == "NN" and words[last].islower():
            found.append(last)
    return found
