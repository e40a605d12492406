"""Verbs whose form hangs on a word far before or behind them: "only then did the court rule" and
"a man shot in Leeds on Monday has died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.sentences.lacking import JOINING, NAMING
from timeline.sentences.lexicon import VERB, load_lexicon
from timeline.sentences.tokens import FINITE
from timeline.sentences.vocabulary import (
    ASKING,
    BE,
    DID,
    DONE_SO,
    DONE_TO,
    ENTITLED,
    FRONTED,
    HELD,
    KINDS,
    NEVER_DONE,
    SPELLS,
    SUBORDINATORS,
    TAKEN_ONLY,
    TURNED,
    UNCHANGED,
)

#: What may stand between a question word and the auxiliary behind it ("how many people did").
ASKED_FOR = ("NOUN", "ADJ", "NUM", "ADV")
#: So many words a time or a subject may have that is turned round.
_FAR = 12
# What stands before an auxiliary may be its subject; and what a clause stands behind.
_SUBJECTS = ("PRP", "EX", "WP", "WDT", "NN", "NNS")
_OPENING = frozenset({",", ";", ":", "—", "–", "“", '"', "and", "but"})
# Verbs that take an unmarked clause, or nothing: what follows them may have its own subject.
_TELLING = ("reporting", "intention", "aspectual", "state")
_BARE = ("VB", "VBP", "VBD", "NN", "JJ")
# What stands in a noun's phrase before the noun.
_INSIDE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "SYM", "PART")
_NOUNS = ("DET", "NOUN", "PROPN")
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
    """Auxiliaries before their subjects, each with its verb: "only in 1987 did the firm pay".

    >>> [*find_turned(
    ...     ["Only", "then", "did", "France", "act", "."],
    ...     ["ADV", "ADV", "VERB", "PROPN", "NOUN", "PUNCT"],
    ...     ["RB", "RB", "VBD", "NNP", "NN", "."],
    ... )]
    [(2, 4)]

    What stands before the auxiliary must ask for it ("only", "not until").
    """
    lexicon = load_lexicon()
    for k in range(1, len(words) - 2):
        if words[k] not in TURNED or find_opening(words, xpos, k) < 0:
            continue
        named = False
        for n in range(k + 1, min(len(words), k + _FAR)):
            if tags[n] == "CCONJ" and named and tags[n + 1] in _NOUNS:
                continue  # "Only then did Hull and Bonn agree"
            if tags[n] in ("PUNCT", "CCONJ", "SCONJ", "AUX"):
                break
            if tags[n - 1] == "DET" and xpos[n] in ("NN", "JJ"):
                named = True
                continue
            told = xpos[n] in _BARE if words[k] == DID else xpos[n] in ("VBD", "VBN")
            whole = words[k] != DID or bool(lexicon.entry(words[n]).parts & VERB)
            free = tags[n] == "VERB" or tags[n + 1 : n + 2] not in (["NOUN"], ["PROPN"])
            if named and told and whole and free:
                yield k, n
                break
            named = named or tags[n] in NAMING


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


def find_asked(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Auxiliaries that ask before their subjects, each with its verb: "Does the crew know?".

    >>> [*find_asked(
    ...     ["Does", "the", "crew", "know", "?"],
    ...     ["VERB", "DET", "NOUN", "VERB", "PUNCT"],
    ...     ["VBZ", "DT", "NN", "VBP", "."],
    ... )]
    [(0, 3)]
    """
    for k, word in enumerate(words[:-2]):
        if word.lower() not in ASKING:
            continue
        at = k - 1
        while at > 0 and tags[at] in ASKED_FOR:
            at -= 1
        opens = k == 0 or tags[k - 1] in ("PUNCT", "CCONJ") or xpos[at] in JOINING
        if not opens:
            continue
        named = False
        for n in range(k + 1, min(len(words), k + _FAR)):
            if named and tags[n] == "VERB" and xpos[n] in ("VB", "VBP"):
                yield k, n
                break
            if tags[n] in _CLOSING and not (tags[n] == "CCONJ" and named):
                break
            named = named or tags[n] in NAMING


def find_reduced(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]) -> list[int]:
    """Past tenses that are participles behind their noun, since the verb of the noun is to come.

    >>> find_reduced(
    ...     ["A", "man", "hit", "in", "Leeds", "has", "died", "."],
    ...     ["DET", "NOUN", "VERB", "ADP", "PROPN", "AUX", "VERB", "PUNCT"],
    ...     ["DT", "NN", "VBD", "IN", "NNP", "VBZ", "VBN", "."],
    ... )
    [2]

    Between the two nothing joins another clause or could be the second verb's own subject.
    """
    return [
        k
        for k in range(1, len(words) - 2)
        if ((xpos[k] == "VBD" and tags[k] == "VERB") or _ends_badly(words, tags, xpos, k))
        and tags[k - 1] in ("NOUN", "PROPN")
        and (words[k].endswith("ed") or words[k] in HELD)
        and words[k] not in NEVER_DONE
        and KINDS.get(f"{load_lexicon().lemma(words[k], 'v')}/v") not in _TELLING
        and _is_own(tags, xpos, k)
        and leads_to(words, tags, xpos, k) > k
    ]


def find_done(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]) -> list[int]:
    """Past tenses that are participles, since they go on with a passive and have no object.

    >>> find_done(
    ...     ["He", "was", "caught", "in", "May", "and", "hanged", "."],
    ...     ["PRON", "AUX", "VERB", "ADP", "PROPN", "CCONJ", "VERB", "PUNCT"],
    ...     ["PRP", "VBD", "VBN", "IN", "NNP", "CC", "VBD", "."],
    ... )
    [6]
    """
    found: list[int] = []
    for k in range(3, len(words)):
        if xpos[k] != "VBD" or tags[k] != "VERB":
            continue
        joint = k - 1
        while tags[joint] == "ADV":
            joint -= 1
        middle = words[joint] == "," and tags[k + 1 : k + 2] == ["CCONJ"]
        middle = middle and xpos[k + 2 : k + 3] == ["VBN"]
        done = words[k] in DONE_TO and _has_no_object(words, tags, k)
        if not (middle or done or (*words[k : k + 2],) in DONE_SO):
            continue
        parted = tags[joint] == "CCONJ" or words[joint] == ","
        if parted and _is_passive(words, tags, xpos, joint, found):
            found.append(k)
    return found


def _is_passive(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], stop: int, done: list[int]
) -> bool:
    """Whether the last verb before a word is a passive."""
    verb = stop - 1
    while verb > 0 and tags[verb] not in ("VERB", "AUX", "SCONJ") and xpos[verb] not in JOINING:
        verb -= 1
    if verb in done:
        return True
    if xpos[verb] != "VBN" or tags[verb] != "VERB":
        return False
    helper = verb - 1
    while helper > 0 and tags[helper] == "ADV":
        helper -= 1
    if tags[helper] == "CCONJ" or words[helper] == ",":
        return _is_passive(words, tags, xpos, helper, done)
    return tags[helper] == "AUX" and load_lexicon().lemma(words[helper], "v") == BE


def _has_no_object(words: Sequence[str], tags: Sequence[str], k: int) -> bool:
    """Whether what follows a verb is no object, but a time ("beheaded the following year") or what
    somebody was made: "and elected mayor"."""
    after = tags[k + 1 : k + 2]
    if words[k] in ENTITLED and after == ["NOUN"]:
        return True
    if not after or after[0] in ("PUNCT", "ADP", "ADV", "CCONJ", "SCONJ"):
        return True
    spelt = [word.lower() in SPELLS for word in words[k + 1 : k + 4]]
    return after[0] in ("DET", "NUM") and any(spelt)


def _ends_badly(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether what looks like a noun is followed by what it ended in: "a man shot dead"."""
    alone = xpos[k + 1] == "JJ" and tags[k + 2] not in (*_INSIDE, "PUNCT")
    return xpos[k] == "NN" and words[k] in UNCHANGED and alone


def _is_own(tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether no word that joins a clause stands between the verb before a word and the word."""
    for n in range(k - 1, -1, -1):
        if xpos[n] == ":":
            return True
        if tags[n] in _CLOSING or xpos[n] in JOINING:
            return False
        if tags[n] == "DET" and n and tags[n - 1] in NAMING:
            return False
    return True


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
