"""What stands between commas after a subject that waits: "the ship, built in 1962, sank".

What opens an aside tells what it is: a participle, a relative pronoun, a preposition, a noun set
beside the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.sentences.tokens import FINITE, RELATIVE
from timeline.sentences.vocabulary import SAYING, SUBORDINATORS

_NAMING = ("NOUN", "PROPN", "NUM", "SYM")
#: What opens a clause.
_OPENING = ("PUNCT", "SCONJ", "CCONJ")
#: What opens a noun that is set beside another, or words that describe it.
_BESIDE = ("DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON")
#: How many words an aside has at most.
LONGEST = 24


def find_asides(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]) -> list[range]:
    """The places of the asides of a sentence, their commas with them.

    >>> find_asides(
    ...     ["The", "ship", ",", "built", "in", "1962", ",", "sank", "."],
    ...     ["DET", "NOUN", "PUNCT", "VERB", "ADP", "NUM", "PUNCT", "VERB", "PUNCT"],
    ...     ["DT", "NN", ",", "VBD", "IN", "CD", ",", "VBD", "."],
    ... )
    [range(2, 7)]

    A participle may be tagged as a past tense. A noun stands before the aside that waits for its
    verb, and a verb with a tense after it; only a relative clause has such a verb inside.
    """
    found: list[range] = []
    commas = [k for k, word in enumerate(words) if word == ","]
    for place, opening in enumerate(commas):
        if found and opening < found[-1].stop:
            continue
        first = opening + 1
        while first < len(words) and tags[first] == "ADV" and xpos[first] != "WRB":
            first += 1
        if not 0 < opening < first < len(words) - 1 or not _waits(words, tags, xpos, opening):
            continue
        relative = xpos[first] in RELATIVE or xpos[first + 1] in RELATIVE
        doing = tags[first] == "VERB" and xpos[first] in ("VBN", "VBD", "VBG")
        beside = tags[first] in _BESIDE or tags[first] == "ADP"
        if not (relative or (doing and words[first] not in SAYING) or beside):
            continue
        start = first + doing
        for closing in commas[place + 1 :]:
            inside = xpos[start:closing]
            tensed = any(x in FINITE for x in inside)
            # "Poe, a nurse who ran the ward, left"
            told = relative or (tensed and any(x in RELATIVE for x in inside[: _tense(inside)]))
            if closing - opening > LONGEST or (tensed and not told):
                break
            after = closing + 1
            while after < len(words) and tags[after] in ("ADV", "PART"):
                after += 1
            tense = after < len(words) and _is_main(words, tags, xpos, after)
            if tense and tensed == told:
                found.append(range(opening, closing + 1))
            if tense or (told and after < len(words) and xpos[after] == "VBN"):
                break
    return found


def _is_main(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], verb: int) -> bool:
    """Whether a verb has a tense, or may have where no other verb of its part does.

    "The firm, a mill, promised to stay if it was paid, and stayed": what a subordinator opens has
    a verb of its own, and a verb right behind a conjunction goes on with this one.
    """
    if tags[verb] not in ("VERB", "AUX"):
        return False
    if xpos[verb] != "VBN":
        return xpos[verb] in FINITE
    owned = 0
    for at in range(verb + 1, len(words)):
        if words[at] == ";":
            break
        if xpos[at] in FINITE:
            if not owned and tags[at - 1] != "CCONJ":
                return False
            owned = max(0, owned - 1)
        elif tags[at] == "SCONJ" or xpos[at] in RELATIVE:
            owned += 1
    return True


def _tense(xpos: Sequence[str]) -> int:
    return next((k for k, x in enumerate(xpos) if x in FINITE), len(xpos))


def find_descriptions(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]
) -> list[range]:
    """The places of clauses that describe a subject right after it, without commas.

    >>> find_descriptions(
    ...     ["Talks", "that", "began", "in", "May", "failed", "."],
    ...     ["NOUN", "PRON", "VERB", "ADP", "PROPN", "VERB", "PUNCT"],
    ...     ["NNS", "WDT", "VBD", "IN", "NNP", "VBD", "."],
    ... )
    [range(1, 5)]

    They begin with a relative pronoun or a participle, and end before the last verb with a tense
    that no mark or conjunction parts from it.
    """
    found: list[range] = []
    for first in range(1, len(words) - 2):
        relative = xpos[first] in ("WDT", "WP")
        after = tags[first + 1]
        bare = (xpos[first] == "VBG" and after in ("ADP", "DET", "PRON", "NUM", "ADV")) or (
            xpos[first] == "VBN" and after in ("ADP", "PART", "ADV")
        )
        if not (relative or (bare and tags[first] == "VERB")):
            continue
        if (found and first < found[-1].stop) or not _waits(words, tags, xpos, first):
            continue
        start = first + 1
        stop = start
        while stop < len(words) and tags[stop] not in _OPENING and xpos[stop] not in RELATIVE:
            if words[stop] in SUBORDINATORS and stop > start:
                break
            stop += 1
        groups = [
            k
            for k in range(start, stop)
            if xpos[k] in FINITE and tags[k] in ("VERB", "AUX") and xpos[k - 1] != "MD"
        ]
        if len(groups) < 1 + relative:
            continue
        last = groups[-1]
        while last > start and tags[last - 1] == "ADV":
            last -= 1
        # "Those who say it fell": the last verb has a subject of its own.
        if last - start > relative and xpos[last - 1] != "PRP":
            found.append(range(first, last))
    return found


def _waits(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], comma: int) -> bool:
    """Whether the noun before a comma may be a subject: no verb stands before it in its clause."""
    # "The second, built later, sank"
    counted = tags[comma - 1] == "ADJ" and comma > 1 and tags[comma - 2] == "DET"
    if tags[comma - 1] not in _NAMING and not counted:
        return False
    for at in range(comma - 1, -1, -1):
        if tags[at] in _OPENING or xpos[at] in RELATIVE or words[at] in SAYING:
            return at < comma - 1 and tags[at + 1] != "ADP"
        described = xpos[at] in ("VBN", "VBG") and at > 0 and tags[at - 1] in _NAMING
        modifies = tags[at] == "VERB" and xpos[at] in ("VBN", "VBG") and tags[at + 1] in _NAMING
        if tags[at] in ("VERB", "AUX") and not (described or modifies):
            return False
    return tags[0] != "ADP"
