"""Past tenses that look like other forms ("retreated", "shut"), told by what their clause lacks.

The network sees three words to each side; whether a clause has its finite verb may be known only
farther off. So where it is in doubt, a sentence with fewer finite verbs than clauses gets its
likeliest participles turned into past tenses.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.sentences.vocabulary import OBJECTS, SAYING, SUBORDINATORS, UNMARKED

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
# The largest lead of the participle over the past tense that still leaves a doubt.
DOUBT = 3.0
REACH = 7
NAMING = ("NOUN", "PROPN", "PRON")
OPENING_A_CLAUSE = (["DET"], ["PRON"], ["ADJ"], ["NOUN"], ["PROPN"])


def find_past_tenses(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], leads: dict[int, float]
) -> list[int]:
    """Which of a sentence's participles are past tenses.

    >>> find_past_tenses(
    ...     ["The", "army", "retreated", "."], ["DET", "NOUN", "VERB", "PUNCT"],
    ...     ["DT", "NN", "VBN", "."], {2: 0.5},
    ... )
    [2]

    `leads` gives the places of the doubtful participles, and by how much the network preferred the
    participle.
    """
    found, doubtful = [], []
    for k, lead in leads.items():
        before = look_back(tags, xpos, k)
        if before >= 0 and tags[before] == "AUX" and xpos[before] != "MD":
            continue
        if (
            before >= 0
            and xpos[before] in ("PRP", "WDT", "WP")
            and words[before].lower() not in OBJECTS
        ):
            found.append(k)
        elif lead <= DOUBT and not (k and tags[k - 1] == "ADP"):
            doubtful.append((lead, k))
    if doubtful:
        lacking = count_clauses(words, tags, xpos) - sum(x in FINITE for x in xpos) - len(found)
        found += [k for _, k in sorted(doubtful)[: max(0, lacking)]]
    return found


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
    if not open_to:
        return []
    # Of "the pipe burst, and a street was flooded" the first part wants a verb of its own.
    joints = [k for k in range(1, len(tags) - 1) if tags[k] == "CCONJ" and words[k - 1] == ","]
    first = next((k for k in joints if tags[k + 1 : k + 2] in OPENING_A_CLAUSE), 0)
    if first and not any(x in FINITE for x in xpos[:first]):
        open_to = [(lead, k) for lead, k in open_to if k < first]
        lacking = int(any(x in FINITE for x in xpos[first:]))
    else:
        lacking = count_clauses(words, tags, xpos) - sum(x in FINITE for x in xpos)
    return [k for _, k in sorted(open_to)[: max(0, lacking)]]


def follows_subject(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a subject may end before a word, an adverb aside."""
    before = k - 1
    while before > 0 and tags[before] == "ADV":
        before -= 1
    if before < 0 or words[before].lower() in OBJECTS:
        return False
    if tags[k] == "NOUN" and words[k + 1 : k + 2] == ["of"]:
        return False
    pronoun = tags[before] == "PRON" and xpos[before] in ("PRP", "DT", "WDT", "WP")
    return pronoun or tags[before] in ("NOUN", "PROPN")


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


def count_clauses(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]) -> int:
    """How many finite verbs a sentence wants: one if it is whole, and one for each that joins."""
    count = int(words[-1] in ".!" or words[-2:-1] == ["."])
    for k, word in enumerate(words):
        if xpos[k] in ("WDT", "WP", "WRB"):
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
