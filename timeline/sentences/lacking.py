"""What a clause lacks: whether a verb stands in it, and how many a sentence wants."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.sentences.tokens import FINITE
from timeline.sentences.vocabulary import OBJECTS, OF, SAYING, SUBORDINATORS, UNMARKED

#: So many words from a verb its other parts stand, and what it says.
REACH = 7
NAMING = ("NOUN", "PROPN", "PRON")
OPENING_A_CLAUSE = (["DET"], ["PRON"], ["ADJ"], ["NOUN"], ["PROPN"])
JOINING = ("WDT", "WP", "WRB")
_PARTING = ("CCONJ", "SCONJ", "PUNCT")


def follows_subject(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a subject may end before a word, an adverb aside."""
    before = k - 1
    while before > 0 and tags[before] == "ADV":
        before -= 1
    if before < 0 or words[before].lower() in OBJECTS:
        return False
    if tags[k] == "NOUN" and words[k + 1 : k + 2] == [OF]:
        return False
    pronoun = tags[before] == "PRON" and xpos[before] in ("PRP", "DT", "WDT", "WP")
    return pronoun or tags[before] in ("NOUN", "PROPN")


def opens_alone(words: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether all that stands before a word is one bare word: "Profit rose", "Net rose"."""
    return k == 1 and xpos[0] in ("VB", "VBP", "JJ") and words[0].istitle()


def lacks_verb(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether nothing is a finite verb or auxiliary between the marks, conjunctions, relatives and
    verbs of saying on both sides of a word."""
    for steps in (range(k - 1, -1, -1), range(k + 1, len(words))):
        for n in steps:
            said = words[n] in SAYING and tags[n] == "VERB"
            if said or tags[n] in _PARTING or xpos[n] in JOINING:
                break
            if tags[n] == "AUX" or xpos[n] in FINITE:
                return False
    return True


def look_back(tags: Sequence[str], xpos: Sequence[str], k: int) -> int:
    """The place of the word before `k` that governs it: past adverbs and a question's subject."""
    place = k - 1
    for _ in range(REACH):
        if place < 0:
            break
        subject = xpos[place] in ("PRP", "EX") and place > 0 and tags[place - 1] == "AUX"
        adverb = tags[place] in ("ADV", "PART") and xpos[place] != "WRB"
        if not (subject or adverb):
            break
        place -= 1
    return place


def find_joined(tags: Sequence[str], xpos: Sequence[str], k: int) -> int:
    """The place of the verb before an "and" that the one behind it may be joined to, or -1: the
    last one, without a mark, a conjunction or a relative between them."""
    for place in range(k - 2, -1, -1):
        if tags[place] in ("VERB", "AUX"):
            return place
        if tags[place] in _PARTING or xpos[place] in JOINING:
            break
    return -1


def count_clauses(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]) -> int:
    """How many finite verbs a sentence wants: one if it is whole, and one for each that joins."""
    count = int(words[-1] in ".!" or words[-2:-1] == ["."])
    for k, word in enumerate(words):
        if xpos[k] in JOINING:
            count += 1
        elif tags[k] == "SCONJ" and word.lower() in SUBORDINATORS:
            count += xpos[k + 1 : k + 2] != ["VBG"]
        elif word in SAYING and tags[k + 1 : k + 2] in OPENING_A_CLAUSE:
            # "Said" with its clause unmarked: "said the river had risen".
            count += UNMARKED not in words[k + 1 : k + 1 + REACH]
        elif word in SAYING and words[k + 1 : k + 2] == ["."] and tags[k - 1] in NAMING:
            # "A pipe burst, firefighters said."
            count += "," in words[max(0, k - REACH) : k]
    return count
