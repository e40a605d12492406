"""Dates for events that have no time of their own: from the clause above, or from the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

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
from timeline.spans import DAY, Granularity

_TOGETHER = 0.6
#: How often what somebody says by a present tense is of the day of publication.
_SAYS = 0.8
#: How often a past "said" without a date is of the day of publication or the one before.
_SAID = 0.85
#: The same for what else is told in the past after something of these days.
_TOLD = 0.65
#: Farther than this many characters a date is not carried along.
_REACH = 250


def infer_dates(found: Sequence[Found], story: Story, text: str) -> None:
    """Dates the events of a sentence that no expression dates, and moves the story along."""
    by_clause: dict[int, Found] = {}
    for one in found:
        if one.verbal and one.clause is not None:
            by_clause.setdefault(one.clause.number, one)
    below: dict[int, list[Found]] = {}
    for one in by_clause.values():
        if one.clause is not None and one.clause.governor >= 0:
            below.setdefault(one.clause.governor, []).append(one)
    here = next((f for f in found if f.dated and _is_fresh(f, story.published)), None)
    for one in found:
        if not one.dated:
            one.dating = _infer(one, by_clause, below, story, text, here)
    for one in found:
        if one.verbal and one.dated and one.status == "asserted":
            story.last = one


def _leads(one: Found) -> bool:
    """Whether an event moves the story on: not what is told in passing or in looking back."""
    clause = one.clause
    if clause is None or clause.link in ("relative", "participle"):
        return False
    return not (clause.tense == "past" and clause.aspect.startswith("perfect"))


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
    here: Found | None,
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
    if host is not None and host.dating.basis == "published":
        joint = clause.link == "coordinate" and host.clause and clause.tense == host.clause.tense
        part = clause.tense == "ing" and clause.link in ("participle", "complement")
        if host.dating.span is not None and (joint or (part and clause.antecedent < 0)):
            return replace(host.dating, sure=host.dating.sure * 0.8)
    inner = below.get(clause.number, ())
    joined = _by_partner(clause, inner)
    if joined is not None:
        return joined
    if is_fresh(one.side) and story.published is not None and one.status == "asserted":
        sure = one.side.sure if one.side.where == "before" else _SAYS
        return on_publication(replace(one.side, sure=sure), story.published)
    told = _by_story(one, clause, base, story, text, here)
    framed = _by_content(one, inner, told)
    if framed is not None:
        return framed
    return _by_dependents(one, inner, told, story.words) if told.basis == "tense" else told


def _by_governor(
    one: Found, clause: Clause, host: Found, base: Dating, words: Cues
) -> Dating | None:
    """What follows from the date of the clause that this one hangs on."""
    span, word = host.dating.span, host.word
    if span is None or host.time is None or host.clause is None:
        return None
    quoted = one.scene.quoted
    if quoted is not None and quoted[clause.head] != quoted[host.clause.head]:
        return None
    if clause.link == "coordinate":
        # Without an "and" it only stands beside it.
        if clause.tense != host.clause.tense or clause.marker < 0:
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
        # Two things done in one year need not have been done together, two done in a day are.
        long = span is None or span.granularity is None or span.granularity > Granularity.DAY
        if long and other.side.where == "before":
            continue
        if alike and span is not None and other.time.first > other.mention.head:
            return carried(span, other.share * 0.6, f"told with “{other.word}”")
    return None


def _by_dependents(one: Found, below: Sequence[Found], base: Dating, words: Cues) -> Dating:
    """What follows from a dated clause that hangs on this one by "after", "before" or "when"."""
    for other in below:
        clause, span = other.clause, other.dating.span
        if clause is None or not other.dated or span is None or clause.link != "adverbial":
            continue
        marker = one.scene.tokens[clause.marker].text.lower() if clause.marker >= 0 else ""
        why = f"“{marker}”: not {{}} “{other.word}”"
        if marker in words.connectives.earlier:
            return not_before(base, span, why.format("before"))
        if marker in words.connectives.later:
            return not_after(base, span, why.format("after"))
        if marker in words.connectives.together and one.side.where == other.side.where:
            return carried(span, other.share * _TOGETHER, f"“{marker}”: when “{other.word}”")
    return base


def _by_content(one: Found, below: Sequence[Found], base: Dating) -> Dating | None:
    """A saying without a date is not earlier than what it says has happened."""
    if one.mention.kind != "reporting" or one.side.where != "before":
        return None
    for other in below:
        told = other.clause is not None and other.clause.link == "content"
        if told and other.dated and other.side.where == "before" and other.dating.span is not None:
            return not_before(base, other.dating.span, f"said after “{other.word}”")
    return None


def _by_saying(one: Found, clause: Clause, base: Dating, story: Story) -> Dating:
    """What is said without a date is said in the news of the day, unless the past is told."""
    last, published = story.last, story.published
    if published is None:
        return base
    content = [c for c in one.scene.clauses if c.governor == clause.number and c.link == "content"]
    # Tenses that are not shifted back show that the saying is of these days.
    if not any(c.finite and c.tense in ("present", "future") for c in content):
        old = last is not None and not _is_fresh(last, published)
        near = last is not None and one.scene.sentence.start - last.scene.sentence.end < _REACH
        if not story.news or (old and near):
            return base
    return on_publication(replace(one.side, sure=_SAID), published)


def _by_story(
    one: Found, clause: Clause, base: Dating, story: Story, text: str, here: Found | None
) -> Dating:
    """The date carried along: the day of the news, or of what was told just before.

    `here` is an event of the sentence that is dated to these days.
    """
    if one.side.why != "past tense" or clause.link not in ("main", "coordinate"):
        return base
    if one.mention.kind == "reporting":
        return _by_saying(one, clause, base, story)
    published = story.published
    if here is not None and published is not None and one.status == "asserted":
        return on_publication(replace(one.side, sure=_TOLD), published)
    last = story.last
    if last is None or last.dating.span is None:
        return base
    fresh = _is_fresh(last, published)
    begin, end = last.scene.sentence.end, one.scene.sentence.start
    near = end - begin <= _REACH and "\n" not in text[begin:end]
    past = last.clause is not None and last.clause.tense == "past"
    if not (near and past and clause.link == "main"):
        if fresh and published is not None and one.status == "asserted":
            return on_publication(replace(one.side, sure=_TOLD), published)
        return base
    span = last.dating.span
    if not _leads(last) or span.ongoing or span.relation in ("since", "until", "before", "after"):
        return base
    if not fresh:
        return not_before(base, span, f"told after “{last.word}”")
    return carried(span, last.share * 0.55, f"told after “{last.word}”")
