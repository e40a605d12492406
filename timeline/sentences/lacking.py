"""How many verbs a sentence wants, and which one a verb is joined to."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.sentences.vocabulary import SAYING, SUBORDINATORS, UNMARKED

#: So many words from a verb its other parts stand, and what it says.
REACH = 7
NAMING = ("NOUN", "PROPN", "PRON")
OPENING_A_CLAUSE = (["DET"], ["PRON"], ["ADJ"], ["NOUN"], ["PROPN"])
JOINING = ("WDT", "WP", "WRB")
_PARTING = ("CCONJ", "SCONJ", "PUNCT")


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
