"""What stands between commas after a subject that waits: "the ship, built in 1962, sank".

What opens an aside tells what it is: a participle, a relative pronoun, a noun set beside the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.sentences.vocabulary import SAYING

_NAMING = ("NOUN", "PROPN", "NUM", "SYM")
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
#: What opens a clause.
_OPENING = ("PUNCT", "SCONJ", "CCONJ")
_RELATIVE = ("WDT", "WP", "WP$", "WRB")
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
        relative = xpos[first] in _RELATIVE or xpos[first + 1] in _RELATIVE
        doing = tags[first] == "VERB" and xpos[first] in ("VBN", "VBD", "VBG")
        if not (relative or (doing and words[first] not in SAYING) or tags[first] in _BESIDE):
            continue
        start = first + doing
        for closing in commas[place + 1 :]:
            tensed = any(x in FINITE for x in xpos[start:closing])
            if closing - opening > LONGEST or (tensed and not relative):
                break
            after = closing + 1
            while after < len(words) and tags[after] in ("ADV", "PART"):
                after += 1
            tense = after < len(words) and tags[after] in ("VERB", "AUX") and xpos[after] in FINITE
            if tense and tensed == relative:
                found.append(range(opening, closing + 1))
            if tense or (relative and after < len(words) and xpos[after] == "VBN"):
                break
    return found


def _waits(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], comma: int) -> bool:
    """Whether the noun before a comma may be a subject: no verb stands before it in its clause."""
    if tags[comma - 1] not in _NAMING:
        return False
    for at in range(comma - 1, -1, -1):
        if tags[at] in _OPENING or xpos[at] in _RELATIVE or words[at] in SAYING:
            return at < comma - 1 and tags[at + 1] != "ADP"
        described = xpos[at] in ("VBN", "VBG") and at > 0 and tags[at - 1] in _NAMING
        modifies = tags[at] == "VERB" and xpos[at] in ("VBN", "VBG") and tags[at + 1] in _NAMING
        if tags[at] in ("VERB", "AUX") and not (described or modifies):
            return False
    return tags[0] != "ADP"
