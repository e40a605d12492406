"""Verbs whose form hangs on a word far before or behind them: "only then did the court rule" and
"a man shot in Leeds on Monday has died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.sentences.lacking import JOINING, NAMING
from timeline.sentences.tokens import FINITE
from timeline.sentences.vocabulary import (
    ASKING,
    FRONTED,
    HELD,
    SPELLS,
    SUBORDINATORS,
    TAKEN_ONLY,
    TURNED,
)

#: What may stand between a question word and the auxiliary behind it ("how many people did").
ASKED_FOR = ("NOUN", "ADJ", "NUM", "ADV")
#: So many words a time or a subject may have that is turned round.
_FAR = 12
# What stands before an auxiliary may be its subject; and what a clause stands behind.
_SUBJECTS = ("PRP", "EX", "WP", "WDT", "NN", "NNS")
_OPENING = frozenset({",", ";", ":", "—", "–", "“", '"', "and", "but"})
# Forms of the verb behind "did" and behind other auxiliaries.
_BARE, _PAST = ("VB", "VBP"), ("VBD", "VBN")
# What stands in a noun's phrase before the noun.
_INSIDE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "SYM", "PART")
# What ends the words around a verb: another verb, what joins a clause, a mark.
_CLOSING = ("VERB", "AUX", "CCONJ", "SCONJ", "PUNCT")
# How what a participle takes begins, but no subject of another verb, most often.
_TAKEN = ("NOUN", "ADJ", "NUM")
# How what a past tense takes begins, that is no participle.
_OBJECTS = (["DET"], ["NOUN"], ["NUM"], ["SCONJ"], ["SYM"])
_ENDS = (*JOINING, "PRP", "EX", ",", ":", "``", "''", ".", "-LRB-", "-RRB-", "TO")


def find_turned(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Auxiliaries before their subjects, each with its verb: "only in 1987 did the firm pay",
    "Does the crew know?".

    >>> [*find_turned(
    ...     ["Only", "then", "did", "France", "act", "."],
    ...     ["ADV", "ADV", "VERB", "PROPN", "VERB", "PUNCT"],
    ...     ["RB", "RB", "VBD", "NNP", "VBP", "."],
    ... )]
    [(2, 4)]

    What stands before the auxiliary must ask for it ("only", "not until"), or it opens a question.
    """
    for k, word in enumerate(words[:-2]):
        asks = word.lower() in ASKING
        opens = asks and "?" in words and opens_question(tags, xpos, k)
        if not opens and (k == 0 or word not in TURNED or find_opening(words, xpos, k) < 0):
            continue
        named = False
        for n in range(k + 1, min(len(words), k + _FAR)):
            if named and tags[n] == "VERB" and xpos[n] in (_BARE if asks else _PAST):
                yield k, n
                break
            if tags[n] in _CLOSING and not (tags[n] == "CCONJ" and named):
                break
            named = named or tags[n] in NAMING


def opens_question(tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether only what is asked for stands before a word in its clause ("how many people did")."""
    at = k - 1
    while at > 0 and tags[at] in ASKED_FOR:
        at -= 1
    return k == 0 or tags[k - 1] in ("PUNCT", "CCONJ") or xpos[at] in JOINING


def find_opening(words: Sequence[str], xpos: Sequence[str], k: int) -> int:
    """The word that puts an auxiliary before its subject, "never" or "only", at the start of the
    clause; -1 if none does.

    >>> find_opening(["Only", "then", "did", "France", "act"], ["RB", "RB", "VBD", "NNP", "VB"], 2)
    0
    """
    if xpos[k - 1] in _SUBJECTS and words[k - 1].lower() not in SPELLS:
        return -1
    first = max(0, k - _FAR)
    opening = next((n for n in range(k - 1, first - 1, -1) if words[n].lower() in FRONTED), -1)
    told = any(x in FINITE for x in xpos[opening + 1 : k])
    if opening < 0 or (told and words[opening + 1] not in SUBORDINATORS):
        return -1
    return opening if opening == 0 or words[opening - 1] in _OPENING else -1


def leads_to(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> int:
    """The finite verb or auxiliary behind a word that has no subject but the noun before the word;
    -1 if there is none.

    Between the two, nouns stand behind prepositions or tell times. A participle may take one noun
    more: "a poet elected president in May died".
    """
    n = k + 1
    while n < len(words):
        if (xpos[n] in FINITE and tags[n] in ("VERB", "AUX")) or _takes(words, tags, xpos, n):
            # "Violated generally accepted law"
            return n if any(tag != "ADV" for tag in tags[k + 1 : n]) else -1
        if xpos[n : n + 3] == ["TO", "VB", "PRP"] and words[n + 2] in TAKEN_ONLY:
            n += 3  # "an envoy sent to meet him was shot"
            continue
        if xpos[n] in _ENDS or tags[n] in _CLOSING:
            return -1
        if tags[n] in _INSIDE:
            end = n
            while end < len(words) and tags[end] in _INSIDE and xpos[end] not in _ENDS:
                end += 1
            if not _is_held(words, tags, xpos, range(n, end), k):
                return -1
            n = end
        else:
            n += 1
    return -1


def _takes(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], n: int) -> bool:
    """Whether a participle takes something, as only a past tense does: "found cracks"."""
    return xpos[n] == "VBN" and words[n] in HELD and tags[n + 1 : n + 2] in _OBJECTS


def _is_held(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], noun: range, k: int
) -> bool:
    """Whether the words of a noun are no subject of the verb to come, but belong to the verb at
    `k`."""
    first, last = noun[0], noun[-1]
    governed = tags[first - 1] == "ADP" and words[first - 1] not in SUBORDINATORS
    spelt = [words[m].lower() in SPELLS for m in noun]
    timed = spelt[-1] or (any(spelt) and tags[last] == "NUM")
    # "By the time Poe was freed", "in the house Poe was born in"
    apart = tags[first] == "DET" and any(
        xpos[m] in ("NN", "NNS") and tags[m + 1] == "PROPN" for m in range(first, last)
    )
    if apart:
        return False
    if governed or timed or first > k + 1:
        return governed or timed
    one = len(noun) == 1 and xpos[first] == "JJ"
    return tags[first] == "SYM" or one or (xpos[k] == "VBN" and tags[first] in _TAKEN)
