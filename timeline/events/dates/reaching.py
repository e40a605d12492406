"""How long something goes on that is told "from" a time: "from 1984 until her retirement in 2001",
"from 1984 onwards"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.dates.found import Found
from timeline.events.dates.openings import when_clause
from timeline.events.layout.scenes import Scene, TimeWords, preposition
from timeline.spans import TimeSpan


def reach_on(scene: Scene, found: Sequence[Found]) -> None:
    """Lets what is dated "from" a time go on to the time of the noun that "until" stands before,
    or on and on where no end is told."""
    small = scene.words.small
    for one in found:
        span, first = one.dating.span, _opener(scene, one.time)
        if span is None or one.time is None or not one.verbal or first not in small.bases:
            continue
        if span.relation != "within" or span.start is None:
            continue
        if one.clause is when_clause(scene, one.time):
            continue  # "dates from 2002, when it was sold"
        for last in found:
            end, at = last.dating.span, preposition(scene, last.mention.head)
            if last.verbal or end is None or at < 0 or at != one.time.last + 1:
                continue
            later = end.start is not None and end.start > span.start
            if later and scene.tokens[at].text.lower() in small.towards:
                whole = one.dating._replace(span=TimeSpan.range(span, end))
                one.dating = whole._replace(why=f"{whole.why}, until “{last.word}”")
                break
        else:
            if _goes_on(one, one.time):
                why = f"“{first} {one.time.expression.text}” dates it"
                open_ = replace(span.since(None), approximate=span.approximate)
                one.dating = one.dating._replace(span=open_, why=why)


def _goes_on(one: Found, time: TimeWords) -> bool:
    """Whether something is so from a time on; not where that tells of a noun ("read a letter from
    1930"), or what came of it."""
    scene, clause, at = one.scene, one.clause, time.first - 1
    words = scene.words
    after = scene.tokens[time.last + 1] if time.last + 1 < len(scene.tokens) else None
    if clause is None or scene.opener(at) not in words.prepositions.starting:
        return False
    if time.noun or (after is not None and after.tag in ("NOUN", "PROPN", "PART")):
        return False
    if one.lemma in words.verbs.stemming or one.lemma in words.verbs.reaching_back:
        return False
    later = words.prepositions.onwards | words.connectives.later
    if after is not None and after.text.lower() in later:
        return True
    taken = clause.object
    return not at or taken is None or not taken[0] <= at - 1 <= taken[1]


def _opener(scene: Scene, time: TimeWords | None) -> str:
    """The preposition before a time that is none of its words."""
    if time is None:
        return ""
    opening = scene.tokens[time.first].text.lower()
    before = scene.tokens[time.first - 1].text.lower() if time.first else ""
    return opening if scene.tokens[time.first].tag == "ADP" else before
