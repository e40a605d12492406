"""Which events a time cannot date, by their tense, what they say and where they stand."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.dates.comparing import is_of_work
from timeline.events.dates.found import Found, Story
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import TimeWords
from timeline.spans import DAY

#: What is said in the present tense may have been said so long ago.
_FRESH = 7 * DAY


def clashes(one: Found, time: TimeWords, story: Story) -> bool:
    """Whether a verb tells of the past and a time of what lies ahead, or the reverse.

    An "according to" is of no time, and nothing outside a quotation of one inside it. What was
    planned, due or said may well lie ahead: "the vote was set for Friday". A paper may be of the
    day before or after the one that it bears.
    """
    clause, span, published = one.clause, time.expression.span, story.published
    if one.scene.tokens[one.mention.first].text.lower() in story.words.prepositions.telling:
        return True
    quoted = one.scene.quoted
    if quoted is not None and 0 < quoted[time.first] != quoted[one.mention.head]:
        return True
    if clause is None or not clause.finite or not one.verbal or span is None or published is None:
        return False
    if clause.tense == "present" and clause.aspect == "none" and time.last < clause.head:
        # What a book says it says at all times.
        return is_of_work(one.scene, time)
    today = published - published % DAY
    if clause.tense == "future":
        return span.end is not None and span.end < today and clause.aspect == "none"
    if _holds_now(one, clause, story.words):
        return span.end is not None and span.end < today - _FRESH
    verbs = story.words.verbs
    planning = (verbs.intending, verbs.believing, verbs.deferring)
    planned = any(clause.lemma in some for some in planning)
    if planned or clause.copula or clause.passive or clause.modal or clause.link == "content":
        return False
    past = clause.tense == "past" or clause.aspect == "perfect"
    return past and span.start is not None and span.start > today + DAY


def _holds_now(one: Found, clause: Clause, words: Cues) -> bool:
    """Whether somebody says, thinks or is something in the present tense of a text: "she expects
    the figures for May", "the house, which cost a million in May, is empty"."""
    verbs, plain = words.verbs, clause.aspect in ("none", "progressive")
    if clause.tense != "present" or not plain or clause.modal or one.scene.title:
        return False
    return any(clause.lemma in group for group in (verbs.reporting, verbs.believing, verbs.static))


def stands(one: Found, words: Cues) -> bool:
    """Whether a participle only tells where a thing is: "near a park located in Leeds"."""
    participle = one.verbal and one.clause is not None and one.clause.tense == "participle"
    return participle and one.lemma in words.verbs.standing
