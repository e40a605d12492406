"""Dates for events that have no time of their own: from the clause above, or from the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.bounds import (
    Dating,
    by_side,
    carried,
    not_after,
    not_before,
    on_publication,
    trust,
)
from timeline.events.clauses import Clause
from timeline.events.cues import Cues
from timeline.events.found import Found, Story
from timeline.events.tenses import is_fresh
from timeline.spans import DAY

_TOGETHER = 0.6
#: Farther than this many characters a date is not carried along.
_REACH = 250
#: Sentences in which the opening of a text tells its day.
_OPENING = 3


def infer_dates(found: Sequence[Found], story: Story, text: str, sentence: int) -> None:
    """Dates the events of a sentence that no expression dates, and moves the story along."""
    by_clause = {f.clause.number: f for f in found if f.verbal and f.clause is not None}
    below: dict[int, list[Found]] = {}
    for one in by_clause.values():
        if one.clause is not None and one.clause.governor >= 0:
            below.setdefault(one.clause.governor, []).append(one)
    for one in found:
        if not one.dated:
            one.dating = _infer(one, by_clause, below, story, text)
    for one in found:
        if not (one.verbal and one.dated and one.status == "asserted"):
            continue
        story.last = one
        if story.day is None and sentence < _OPENING and _is_fresh(one, story.published):
            story.day = one


def _is_fresh(one: Found, published: int | None) -> bool:
    """Whether an event is dated to the day of publication or one of the two before it."""
    span = one.dating.span
    if published is None or span is None or span.start is None or span.end is None:
        return False
    today = published - published % DAY
    short = span.end - span.start <= DAY
    return short and today - 2 * DAY <= span.start <= today and one.side.where == "before"


def _infer(
    one: Found,
    by_clause: Mapping[int, Found],
    below: Mapping[int, Sequence[Found]],
    story: Story,
    text: str,
) -> Dating:
    base = by_side(one.side, story.published)
    clause = one.clause
    if clause is None:
        return base
    if not one.verbal:
        holder = by_clause.get(clause.number)
        if holder is None or not holder.dated or holder.dating.span is None:
            return base
        if one.side.why.startswith("like"):
            return carried(holder.dating.span, holder.share * 0.68, f"told with “{holder.word}”")
        return base
    host = by_clause.get(clause.governor)
    if host is not None and host.dated:
        drawn = _by_governor(one, clause, host, base, story.words)
        if drawn is not None:
            return drawn
    inner = below.get(clause.number, ())
    joined = _by_partner(clause, inner)
    if joined is not None:
        return joined
    framed = _by_content(one, inner, base)
    if framed is not None:
        return framed
    if is_fresh(one.side) and story.published is not None and one.status == "asserted":
        return on_publication(one.side, story.published)
    return _by_story(one, clause, base, story, text)


def _by_governor(
    one: Found, clause: Clause, host: Found, base: Dating, words: Cues
) -> Dating | None:
    """What follows from the date of the clause that this one hangs on."""
    span, word = host.dating.span, host.word
    if span is None or host.time is None or host.clause is None:
        return None
    if clause.link == "coordinate":
        if clause.tense != host.clause.tense:
            return None
        if host.time.last < host.mention.head:
            one.time, one.share = host.time, host.share * 0.85
            why = f"“{host.time.expression.text}” dates it with “{word}”"
            return Dating(span, "expression", trust(one.share), why)
        return carried(span, host.share * 0.6, f"told together with “{word}”")
    if clause.link == "adverbial":
        marker = one.scene.tokens[clause.marker].text.lower() if clause.marker >= 0 else ""
        if marker in words.connectives.earlier:
            return not_after(base, span, f"“{marker}”: not after “{word}”")
        if marker in words.connectives.later:
            return not_before(base, span, f"“{marker}”: not before “{word}”")
        if marker in words.connectives.together:
            return carried(span, host.share * _TOGETHER, f"“{marker}”: when “{word}”")
        return None
    if clause.link in ("participle", "complement") and clause.tense == "ing":
        if clause.antecedent < 0:
            return carried(span, host.share * _TOGETHER, f"told as part of “{word}”")
        return None
    if clause.link == "infinitive":
        return not_before(base, span, f"aimed at by “{word}”")
    if clause.link == "content" and one.side.where == "before":
        return not_after(base, span, f"past tense: not after “{word}”")
    return None


def _by_partner(clause: Clause, below: Sequence[Found]) -> Dating | None:
    """The date at the end of two verbs that share a subject: "killed 14 and left … on Tuesday"."""
    for other in below:
        partner = other.clause
        if partner is None or other.time is None:
            continue
        shared = partner.link == "coordinate" and partner.subject == clause.subject
        alike = shared and partner.tense == clause.tense
        span = other.dating.span
        if alike and span is not None and other.time.first > other.mention.head:
            return carried(span, other.share * 0.6, f"told with “{other.word}”")
    return None


def _by_content(one: Found, below: Sequence[Found], base: Dating) -> Dating | None:
    """A saying without a date is not earlier than what it says has happened."""
    if one.mention.kind != "reporting" or one.side.where != "before":
        return None
    for other in below:
        told = other.clause is not None and other.clause.link == "content"
        if told and other.dated and other.side.where == "before" and other.dating.span is not None:
            return not_before(base, other.dating.span, f"said after “{other.word}”")
    return None


def _by_story(one: Found, clause: Clause, base: Dating, story: Story, text: str) -> Dating:
    """The date carried along: the day of the news, or of what was told just before."""
    if one.side.why != "past tense" or clause.link not in ("main", "coordinate"):
        return base
    day = story.day
    if one.mention.kind == "reporting":
        says = any(c.governor == clause.number and c.link == "content" for c in one.scene.clauses)
        if says and day is not None and day.dating.span is not None:
            return carried(day.dating.span, 0.75, f"said in the news of “{day.word}”")
        return base
    last = story.last
    if last is None or last.dating.span is None or clause.link != "main":
        return base
    if last.clause is None or last.clause.tense != "past" or last.scene is one.scene:
        return base
    span = last.dating.span
    if span.ongoing or span.relation in ("since", "until", "before", "after"):
        return base
    begin, end = last.scene.sentence.end, one.scene.sentence.start
    if end - begin > _REACH or "\n" in text[begin:end]:
        return base
    if not _is_fresh(last, story.published):
        return not_before(base, span, f"told after “{last.word}”")
    return carried(span, last.share * 0.55, f"told after “{last.word}”")
