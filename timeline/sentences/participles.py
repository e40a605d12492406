"""Verbs that look like other forms ("retreated", "shut", "resigns"), told by what a clause lacks.

The network sees three words to each side; whether a clause has its finite verb may be known only
farther off. So where it is in doubt, a sentence with fewer finite verbs than clauses gets its
likeliest participles turned into past tenses.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.sentences.tokens import FINITE
from timeline.sentences.vocabulary import (
    AGENT,
    NEVER_DONE,
    NOUNED,
    OBJECTS,
    OF,
    PAST,
    SAYING,
    SINGLE,
    SUBORDINATORS,
    UNMARKED,
)

# The largest lead of the participle over the past tense that still leaves a doubt.
DOUBT = 3.0
REACH = 7
END = "."
JOINING = ("WDT", "WP", "WRB")
NAMING = ("NOUN", "PROPN", "PRON")
NOUNS = (["NN"], ["NNS"])
NAMED = ("NOUN", "PROPN", "ADJ")
PARTING = ("CCONJ", "SCONJ", "PUNCT")
# Where a look for another verb ends.
STOPS = ("VERB", "AUX", "CCONJ", "SCONJ", "PUNCT")
# How what a verb takes, and no noun before it, may open.
TAKEN = ("DT", "PRP", "PRP$", "CD", "$")
# The largest lead of the plural noun over the present tense where a sentence lacks a verb.
NO_VERB = 7.0
# What stands between the date of a line in a list and what the line tells.
COLONS, HEADED = frozenset(":–—-|"), 7
BEHIND_A_VERB = frozenset(["DT", "PRP", "PRP$", "RB", "IN", "RP", "TO", "CD", "$", "JJ", "CC", "."])
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
    participle. "Ceased" and its like are none behind a noun, whatever else there is.
    """
    # On both sides of a semicolon a verb is wanted.
    stops = [*(k for k, word in enumerate(words) if word == ";"), len(words)]
    doubts: dict[int, dict[int, float]] = {}
    for k, lead in leads.items():
        doubts.setdefault(bisect_left(stops, k), {})[k] = lead
    found: list[int] = []
    for number, inner in doubts.items():
        start, stop = stops[number - 1] + 1 if number else 0, stops[number]
        told = words[start:stop], tags[start:stop], xpos[start:stop]
        if stop < len(words):
            told = [*told[0], END], [*told[1], "PUNCT"], [*told[2], END]
        places = _find_in_part(*told, {k - start: lead for k, lead in inner.items()})
        found += [start + k for k in places]
    return found


def _find_in_part(
    words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], leads: dict[int, float]
) -> list[int]:
    found, doubtful = [], []
    for k, lead in leads.items():
        before = look_back(tags, xpos, k)
        if before >= 0 and tags[before] == "AUX" and xpos[before] != "MD":
            # "A driver who had been abroad handed us a film"
            if (
                xpos[before] == "VBN"
                and before < k - 1
                and xpos[k + 1 : k + 2] in (["PRP"], ["DT"])
            ):
                doubtful.append((lead, k))
            continue
        pronoun = before >= 0 and xpos[before] in ("PRP", "WDT", "WP")
        # "Found it closed", but "the flaw it disclosed"
        own = pronoun and (
            words[before].lower() not in OBJECTS or xpos[before - 1 : before] in NOUNS
        )
        shared = words[k] in PAST and _is_first_of_two(tags, xpos, k)
        alone = words[k] in NEVER_DONE and follows_subject(words, tags, xpos, k)
        opened = _is_opened(words, tags, xpos, k) or _is_middle(words, tags, xpos, k)
        if own or shared or alone or opened or _ends_clause(words, tags, xpos, k):
            found.append(k)
        elif lead <= DOUBT * (1 + (words[k] in PAST or heads_whole(words, tags, xpos, k))) and not (
            k and tags[k - 1] == "ADP"
        ):
            doubtful.append((lead, k))
    if doubtful:
        lacking = count_clauses(words, tags, xpos) - sum(x in FINITE for x in xpos) - len(found)
        found += [k for _, k in sorted(doubtful)[: max(0, lacking)]]
    return found


def _ends_clause(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a word is the last of a clause behind an "and" that has no other verb: "It was late,
    but on Monday the bank closed."."""
    if words[k + 1 : k + 2] != [END] or not follows_subject(words, tags, xpos, k):
        return False
    opening = k - 1
    while opening > 0 and tags[opening] not in ("CCONJ", "PUNCT", "SCONJ", "VERB", "AUX"):
        opening -= 1
    return opening > 1 and tags[opening] == "CCONJ" and words[opening - 1] == ","


def _is_opened(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a clause that a "when" opens has no other verb: "left, when the mill burned down"."""
    if not follows_subject(words, tags, xpos, k):
        return False
    opening = k - 1
    while opening > 0 and tags[opening] not in ("CCONJ", "PUNCT", "SCONJ", "VERB", "AUX"):
        if xpos[opening] == "WRB":
            break
        opening -= 1
    rest = next((n for n in range(k + 1, len(tags)) if tags[n] == "PUNCT"), len(tags))
    inside = any(tags[n] in ("VERB", "AUX") for n in range(k + 1, rest))
    return xpos[opening] == "WRB" and opening < k - 1 and not inside


def _is_middle(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a word is the second verb of a row of three: "it joined in 1973, left in 2020 and has
    struck two deals"."""
    link = next((n for n in range(k + 1, len(tags)) if tags[n] in STOPS), len(tags))
    if k < 2 or words[k - 1] != "," or tags[link : link + 1] != ["CCONJ"]:
        return False
    if xpos[link + 1 : link + 2] == ["RB"]:
        link += 1
    goes_on = xpos[link + 1] in FINITE if link + 1 < len(tags) else False
    first = k - 2
    while first > 0 and tags[first] not in STOPS:
        first -= 1
    return goes_on and xpos[first] == "VBD" and tags[first] == "VERB" and words[k + 1] != AGENT


def _is_first_of_two(tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether an "and" with a past tense shares a subject: "a quake struck it and killed two"."""
    joint = next((n for n in range(k + 1, len(tags)) if tags[n] in ("CCONJ", "PUNCT")), len(tags))
    if tags[joint : joint + 1] != ["CCONJ"] or xpos[joint + 1 : joint + 2] != ["VBD"]:
        return False
    opening = k
    while opening and tags[opening - 1] != "PUNCT":
        opening -= 1
    around = [*range(opening, k), *range(k + 1, joint)]
    named = any(tags[n] in NAMING for n in range(opening, k))
    return named and not any(tags[n] in ("VERB", "AUX") for n in around)


def heads_whole(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a participle has a subject of its own in a whole sentence that has no other verb.

    >>> heads_whole(
    ...     ["A", "row", "of", "flats", "flooded", "in", "Bonn", "."],
    ...     ["DET", "NOUN", "ADP", "NOUN", "VERB", "ADP", "PROPN", "PUNCT"],
    ...     ["DT", "NN", "IN", "NNS", "VBN", "IN", "NNP", "."], 4,
    ... )
    True

    Before a preposition only where the subject opens with an article or its like: what was done to
    "Contracts awarded to two firms." is told without one.
    """
    if words[-1] != END or not words[0].istitle() or not follows_subject(words, tags, xpos, k):
        return False
    if any(tag == "AUX" or x in FINITE for tag, x in zip(tags, xpos, strict=True)):
        return False
    opening = next((n + 1 for n in range(k - 1, -1, -1) if words[n] == ","), 0)
    if "VERB" in tags[opening:k] or AGENT in words[k:]:
        return False
    told = xpos[opening] in TAKEN or "POS" in xpos[opening:k]
    return told or xpos[k + 1] not in ("IN", "TO", "WRB")


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
    joins = k > 2 and tags[k - 1] == "CCONJ" and tags[k - 2] == "PROPN" and xpos[k] == "NN"
    verbal = any(x in ("VBD", "VBN") for x in xpos[max(0, k - REACH) : k])
    return joins and verbal and tags[k + 1 : k + 2] in (["ADP"], ["ADV"], ["PUNCT"])


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
        if lead <= NO_VERB
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
    colons = [k for k in range(1, min(HEADED, len(words))) if words[k] in COLONS]
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
        follows = last or (xpos[k + 1] in BEHIND_A_VERB and words[k + 1] != OF)
        if not ends or lead > NO_VERB or not follows:
            continue
        opening = words[before].lower() in SINGLE
        while before and not opening and (tags[before] in NAMED or words[before] == ","):
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
            if said or tags[n] in PARTING or xpos[n] in JOINING:
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
