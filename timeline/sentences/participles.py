"""Past tenses that look like participles ("retreated", "shut"), told by what a clause lacks.

The network sees three words to each side; whether a clause has its finite verb may be known only
farther off. So where it is in doubt, a sentence with fewer finite verbs than clauses gets its
likeliest participles turned into past tenses.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.sentences.lacking import NAMING, count_clauses, follows_subject, look_back
from timeline.sentences.nounlike import TAKEN
from timeline.sentences.tokens import FINITE
from timeline.sentences.vocabulary import AGENT, NEVER_DONE, OBJECTS, PAST

#: The largest lead of the participle over the past tense that still leaves a doubt.
DOUBT = 3.0
_END = "."
_NOUNS = (["NN"], ["NNS"])
#: Where a look for another verb ends.
_STOPS = ("VERB", "AUX", "CCONJ", "SCONJ", "PUNCT")


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
            told = [*told[0], _END], [*told[1], "PUNCT"], [*told[2], _END]
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
            words[before].lower() not in OBJECTS or xpos[before - 1 : before] in _NOUNS
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
    if words[k + 1 : k + 2] != [_END] or not follows_subject(words, tags, xpos, k):
        return False
    opening = k - 1
    while opening > 0 and tags[opening] not in _STOPS:
        opening -= 1
    return opening > 1 and tags[opening] == "CCONJ" and words[opening - 1] == ","


def _is_opened(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a clause that a "when" opens has no other verb: "left, when the mill burned down"."""
    if not follows_subject(words, tags, xpos, k):
        return False
    opening = k - 1
    while opening > 0 and tags[opening] not in _STOPS:
        if xpos[opening] == "WRB":
            break
        opening -= 1
    rest = next((n for n in range(k + 1, len(tags)) if tags[n] == "PUNCT"), len(tags))
    inside = any(tags[n] in ("VERB", "AUX") for n in range(k + 1, rest))
    return xpos[opening] == "WRB" and opening < k - 1 and not inside


def _is_middle(words: Sequence[str], tags: Sequence[str], xpos: Sequence[str], k: int) -> bool:
    """Whether a word is the second verb of a row of three: "it joined in 1973, left in 2020 and has
    struck two deals"."""
    link = next((n for n in range(k + 1, len(tags)) if tags[n] in _STOPS), len(tags))
    if k < 2 or words[k - 1] != "," or tags[link : link + 1] != ["CCONJ"]:
        return False
    if xpos[link + 1 : link + 2] == ["RB"]:
        link += 1
    goes_on = xpos[link + 1] in FINITE if link + 1 < len(tags) else False
    first = k - 2
    while first > 0 and tags[first] not in _STOPS:
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
    if words[-1] != _END or not words[0].istitle() or not follows_subject(words, tags, xpos, k):
        return False
    if any(tag == "AUX" or x in FINITE for tag, x in zip(tags, xpos, strict=True)):
        return False
    opening = next((n + 1 for n in range(k - 1, -1, -1) if words[n] == ","), 0)
    if "VERB" in tags[opening:k] or AGENT in words[k:]:
        return False
    told = xpos[opening] in TAKEN or "POS" in xpos[opening:k]
    return told or xpos[k + 1] not in ("IN", "TO", "WRB")
