"""Times that date nothing: they tell which thing is meant, or what an amount is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.dates.bounds import is_short
from timeline.events.dates.found import Found
from timeline.events.layout.scenes import Scene, TimeWords
from timeline.sentences import FINITE
from timeline.sentences.vocabulary import OF
from timeline.spans import Granularity

#: Tags of the words of an amount.
_FIGURES = frozenset({"NUM", "SYM", "DET"})
#: Tags of what tells of a state in two words: "in power".
_STATE = ["ADP", "NOUN"]


def compares(scene: Scene, time: TimeWords) -> bool:
    """Whether a time only says what something is compared with: "the worst since 1974", "to 418
    million from 475 million, or 8 cents a share, a year earlier"."""
    tokens, small = scene.tokens, scene.words.small
    before = tokens[max(0, time.first - 6) : time.first]
    topmost = any(t.xpos == "JJS" or t.lemma.lower() in small.ranking for t in before)
    if tokens[time.first].text.lower() == small.since:
        return topmost
    pointed = bool(before) and before[-1].text.lower() in small.pointing
    if pointed and tokens[time.first].text.lower() == OF:
        return True  # "a flood like that of January 1995"
    counted = bool(before) and before[-1].lemma in scene.words.nouns.moments
    if (topmost or counted) and time.expression.timexes[0].type == "DURATION":
        return True  # "the worst flood in the past 20 years", "the third time in the past decade"
    # "In the same quarter of 2023" tells the quarter of both amounts, and only then the year.
    words = tokens[time.first : time.last + 1]
    if any(t.text.lower() in small.alike for t in words):
        return False
    if _against(scene, time):
        return True
    at = time.first - 1
    # "Up from five in the whole of 2023": the "in" is no part of the time.
    if at > 0 and tokens[at].tag == "ADP" and tokens[at].text.lower() not in small.bases:
        at -= 1
    while at > 0 and (
        tokens[at].tag in _FIGURES
        or tokens[at].lemma in small.units
        or _is_counted_again(scene, at)
        or tokens[at].text in small.beside
        or scene.timed[at]
    ):
        at -= 1
    if at < 1 or tokens[at].text.lower() not in small.bases:
        return False
    if {tokens[at - 1].text.lower(), tokens[at].text.lower()} <= small.amounts:  # "more than 300"
        return False
    # "Cut from 3% on Tuesday": a day is when it was done.
    if is_short(time.expression.span) and tokens[time.last].text.lower() not in small.backward:
        return False
    after = tokens[time.last + 1].text.lower() if time.last + 1 < len(tokens) else ""
    if tokens[time.last].text.lower() in small.backward and after not in small.towards:
        return True
    amount = any(t.tag in ("NUM", "SYM") for t in tokens[at + 1 : time.first])
    return amount or tokens[at - 1].tag in ("NUM", "SYM") or tokens[at - 1].lemma in small.units


def _is_counted_again(scene: Scene, at: int) -> bool:
    """Whether a noun is counted as it was before: "rose to 40 men from 20 men a year ago"."""
    tokens = scene.tokens
    if tokens[at].tag != "NOUN" or tokens[at - 1].tag != "NUM":
        return False
    return any(
        number.tag == "NUM" and counted.lemma == tokens[at].lemma
        for number, counted in pairwise(tokens[: at - 1])
    )


def _against(scene: Scene, time: TimeWords) -> bool:
    """Whether a "compared with" stands before a time in its part: "versus a profit a year ago"."""
    tokens, small = scene.tokens, scene.words.small
    for at in range(time.first - 1, -1, -1):
        if tokens[at].text in (",", ";") or tokens[at].xpos in FINITE:
            break
        if tokens[at].text.lower() in small.against:
            return True
    return False


def only_tells_which(scene: Scene, time: TimeWords, times: Sequence[TimeWords]) -> bool:
    """Whether a time only tells which noun is meant, and another one dates its verb: "to report
    third-quarter results on 22 August", "a 15th-century altar was returned in May"."""
    if not _tells_which(scene, time):
        return False
    at, chunk = time.last + 1, scene.chunk_of[time.last + 1]
    after = chunk.last + 1 if chunk is not None else at
    backward = scene.words.small.backward
    for other in times:
        if _tells_which(scene, other) or scene.tokens[other.last].text.lower() in backward:
            continue
        between = scene.tokens[after : other.first]
        if other.first > after and all(token.tag in ("ADP", "ADV") for token in between):
            return True
        # What opens a sentence stands in no clause.
        if scene.owner[other.first] in (scene.owner[at], -1):
            return True
    return False


def _tells_which(scene: Scene, time: TimeWords) -> bool:
    """Whether a time stands with a noun that names no event, before it: hyphened, or behind the
    noun's article. "By November Poe left" tells of no November Poe."""
    at = time.last + 1
    while at + 1 < len(scene.tokens) and scene.tokens[at].tag == "CCONJ" and scene.timed[at + 1]:
        at += 1  # "the 1991 and 2002 laws"
        while at < len(scene.tokens) and scene.timed[at]:
            at += 1
    chunk = scene.chunk_of[at] if at < len(scene.tokens) else None
    # "In May the county refused": what an article opens is a noun of its own.
    apart = chunk is not None and chunk.first == at and scene.tokens[at].tag == "DET"
    if chunk is None or apart or chunk.head < at or chunk.head in scene.heads:
        return False
    if scene.tokens[chunk.head].tag not in ("NOUN", "PROPN"):
        return False
    return "-" in time.expression.text or _is_owned(scene, time)


def tells_which_object(one: Found, time: TimeWords) -> bool:
    """Whether a time only tells which thing a verb looks at, judges or passes on: "they discussed
    the strike of 1984", "the minutes of 13 July were agreed", "presented the accounts for 2022"."""
    clause, scene, at = one.clause, one.scene, time.first
    words, tokens = scene.words, scene.tokens
    prepositions = words.prepositions
    opening = prepositions.owned | prepositions.inner
    if at > 0 and tokens[at].text.lower() not in opening:
        at -= 1  # "the budget for 2021/22": the "for" is no part of the time
    noun, opener = at - 1, tokens[at].text.lower()
    chunk = scene.chunk_of[noun] if noun > 0 and opener in opening else None
    if clause is None or chunk is None or not one.verbal:
        return False
    taken = clause.subject if clause.passive else clause.object
    inside = taken is not None and taken[0] <= noun <= taken[1]
    inside = inside or (clause.passive and time.last + 1 == clause.first)
    between = tokens[clause.head + 1 : max(chunk.first, clause.head + 1)]
    about = any(token.text.lower() in prepositions.topical for token in between)
    # "They objected to the plan of 2009"
    behind = clause.head < chunk.first and all(t.tag in ("ADP", "PART") for t in between)
    # but were "mentioned in a tablet of 1786" then
    behind = behind and all(t.text.lower() not in prepositions.during for t in between)
    if about or ((inside or behind) and tokens[noun].lemma.lower() in words.nouns.papers):
        return True
    handled = clause.lemma in words.verbs.weighing or clause.lemma in words.verbs.handling
    return (inside or behind) and handled and opener in prepositions.inner


def _is_owned(scene: Scene, time: TimeWords) -> bool:
    at = time.first - 1
    while at > 0 and (scene.tokens[at].tag in ("ADJ", "CCONJ") or scene.timed[at]):
        at -= 1  # "the fabled 11th-century temple", "the 1991 and 2002 laws"
    before = scene.tokens[at] if at >= 0 else None
    return before is not None and (before.tag == "DET" or before.xpos in ("PRP$", "POS"))


def is_make(scene: Scene, time: TimeWords) -> bool:
    """Whether a year or more only tells of what make a thing is: "the 1973 building was sold"."""
    span = time.expression.span
    long = (
        span is not None and span.granularity is not None and span.granularity >= Granularity.YEAR
    )
    return long and _is_owned(scene, time) and _tells_which(scene, time)


def is_of_work(scene: Scene, time: TimeWords) -> bool:
    """Whether a year in brackets behind a name may only tell from when that is: "Songs of Home
    (1806) is her best book"."""
    span, before, after = time.expression.span, time.first - 1, time.last + 1
    if before < 1 or after >= len(scene.tokens) or span is None:
        return False
    marks = scene.tokens[before].text, scene.tokens[after].text
    year = span.granularity is not None and span.granularity >= Granularity.YEAR
    return year and marks == ("(", ")") and scene.tokens[before - 1].tag in ("PROPN", "NOUN")


def is_aside(scene: Scene, time: TimeWords) -> bool:
    """Whether a time only tells how long a noun was so: "the mill, idle since 2003, burned", "the
    party, in power since 2004, lost", "they seized files dating back to 2004", or when it is due:
    "a dividend, payable June 12 to holders of record May 29, and hired her"."""
    if _reaches_back(scene, time) or _tells_terms(scene, time):
        return True
    tokens, before, after = scene.tokens, time.first - 1, time.last + 1
    if before > 1 and tokens[before].tag == "ADP":
        before -= 1
    closed = after < len(tokens) and tokens[after].text == ","
    since = time.expression.span is not None and time.expression.span.relation == "since"
    if since and before > 2 and [t.tag for t in tokens[before - 1 : before + 1]] == _STATE:
        before -= 1
    elif before < 2 or tokens[before].tag != "ADJ":
        return False
    if not closed:
        return False
    noun = tokens[before - 2].tag in ("NOUN", "PROPN") and not scene.timed[before - 2]
    return noun and tokens[before - 1].text == ","


def _tells_terms(scene: Scene, time: TimeWords) -> bool:
    """Whether a time stands in words between commas that begin with "payable" or the like."""
    tokens = scene.tokens
    comma = next((k for k in range(time.first - 1, 0, -1) if tokens[k].text == ","), 0)
    terms = scene.words.adjectives.terms
    return comma > 0 and comma + 1 < time.first and tokens[comma + 1].lemma.lower() in terms


def _reaches_back(scene: Scene, time: TimeWords) -> bool:
    """Whether a participle tells from when on a noun is: "files dating back to 2004"."""
    owner = scene.owner[time.first]
    clause = scene.clauses[owner] if owner >= 0 else None
    if clause is None or clause.link != "participle" or clause.antecedent < 0:
        return False
    between = scene.tokens[clause.head + 1 : time.first]
    back = clause.lemma in scene.words.verbs.reaching_back and clause.tense == "ing"
    return back and bool(between) and all(token.tag in ("ADP", "ADV") for token in between)


def repeats_time(scene: Scene, time: TimeWords, times: Sequence[TimeWords]) -> bool:
    """Whether a time tells the one before it again: "on 21 May, the same day on which …"."""
    before = next((other for other in times if other.last == time.first - 2), None)
    if before is None or scene.tokens[time.first - 1].text != ",":
        return False
    return before.expression.span == time.expression.span
