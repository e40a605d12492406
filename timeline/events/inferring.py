"""Dates for events that have no time of their own: from the clause above, or from the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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
from timeline.events.found import Found, Story
from timeline.events.scenes import preposition
from timeline.events.stamps import by_entry, enter, is_listed
from timeline.events.tenses import is_fresh
from timeline.spans import DAY, Granularity

_TOGETHER = 0.6
#: How often what somebody says by a present tense is of the day of publication.
_SAYS = 0.8
#: How often a past "said" without a date is of the day of publication or the one before.
_SAID = 0.85
#: The same for what else is told in the past after something of these days.
_TOLD = 0.65
#: Days before publication that a paper still tells as news.
RECENT = 45
#: Farther than this many characters a date is not carried along.
_REACH = 250


@dataclass(frozen=True, slots=True)
class _Told:
    """The events `found` in a sentence: the verb of each clause, the verbs that hang on it, the
    nouns that are dated in it, by its number; `here` is one that is dated to these days."""

    found: Sequence[Found]
    verbs: Mapping[int, Found]
    below: Mapping[int, Sequence[Found]]
    nouns: Mapping[int, Sequence[Found]]
    here: Found | None


def infer_dates(found: Sequence[Found], story: Story, text: str) -> None:
    """Dates the events of a sentence that no expression dates, and moves the story along."""
    if found:
        enter(found[0].scene, story, text)
    verbs: dict[int, Found] = {}
    below: dict[int, list[Found]] = {}
    nouns: dict[int, list[Found]] = {}
    main = next((f.clause for f in found if f.clause is not None and f.clause.link == "main"), None)
    for one in found:
        # What opens a sentence stands before its main clause: "After the flood of 1953 she left".
        clause = one.clause or main
        if clause is None:
            continue
        if not one.verbal:
            if one.dated:
                nouns.setdefault(clause.number, []).append(one)
        elif clause.number not in verbs:
            verbs[clause.number] = one
            if clause.governor >= 0:
                below.setdefault(clause.governor, []).append(one)
    here = next((f for f in found if f.dated and _is_fresh(f, story.published)), None)
    told = _Told(found, verbs, below, nouns, here)
    for one in found:
        if not one.dated:
            one.dating = _infer(one, told, story, text)
        one.listed = is_listed(one, story)
    for one in found:
        if one.verbal and one.dated and one.status in ("asserted", "negated"):
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


def _looks_back(one: Found, published: int | None) -> bool:
    """Whether a sentence tells of a time long before publication: "Born in 1933, she began …"."""
    spans = [time.expression.span for time in one.scene.times]
    ends = [span.end for span in spans if span is not None and span.end is not None]
    return published is not None and bool(ends) and max(ends) < published - RECENT * DAY


def _infer(one: Found, sentence: _Told, story: Story, text: str) -> Dating:
    base = by_side(one.side, story.published)
    clause = one.clause
    if clause is None:
        return base
    if not one.verbal:
        holder = sentence.verbs.get(clause.number)
        if holder is None or not holder.dated or holder.dating.span is None:
            return base
        drawn = _by_opener(one, holder, base)
        if drawn is not None:
            return drawn
        if one.side.why.startswith("like"):
            return carried(holder.dating.span, holder.share * 0.68, f"told with “{holder.word}”")
        return base
    during = _by_occasion(one, clause, sentence.found)
    if during is not None:
        return during
    host = sentence.verbs.get(clause.governor)
    if host is not None and host.dated:
        drawn = _by_governor(one, clause, host, base)
        if drawn is not None:
            return drawn
    if host is not None and host.dating.basis == "published":
        joint = clause.link == "coordinate" and host.clause and clause.tense == host.clause.tense
        part = clause.tense == "ing" and clause.link in ("participle", "complement")
        if host.dating.span is not None and (joint or (part and clause.antecedent < 0)):
            return replace(host.dating, sure=host.dating.sure * 0.8)
    inner = sentence.below.get(clause.number, ())
    joined = _by_partner(clause, inner) or _by_complement(one, clause, inner)
    if joined is not None:
        return joined
    if is_fresh(one.side) and story.published is not None and one.status == "asserted":
        sure = one.side.sure if one.side.where == "before" else _SAYS
        return on_publication(replace(one.side, sure=sure), story.published)
    entered = by_entry(one, sentence.found, story)
    if entered is not None:
        return entered
    opened = _by_opening(one, clause, inner, base)
    if opened is not None:
        return opened
    told = _by_story(one, clause, base, story, text, sentence.here)
    framed = _by_content(one, inner, told)
    if framed is not None:
        return framed
    if told.basis != "tense":
        return told
    return _by_dependents(one, [*inner, *sentence.nouns.get(clause.number, ())], told)


def _by_occasion(one: Found, clause: Clause, found: Sequence[Found]) -> Dating | None:
    """The date of what a relative clause tells more of: "a raid in May in which he fell"."""
    before = one.scene.tokens[clause.marker - 1 : clause.marker] if clause.marker > 0 else ()
    during = one.scene.words.prepositions.during
    if clause.link != "relative" or not any(token.text.lower() in during for token in before):
        return None
    for other in found:
        span, time, head = other.dating.span, other.time, other.mention.head
        if time is None or span is None or other.verbal:
            continue
        if clause.antecedent == head or head < time.first <= clause.antecedent <= time.last:
            why = f"in the course of “{other.word}”"
            return carried(span, other.share * _TOGETHER, why)
    return None


def _opener(one: Found) -> str:
    """The word that opens the clause of a verb, or the phrase of a noun."""
    clause, tokens = one.clause, one.scene.tokens
    if not one.verbal or clause is None:
        at = preposition(one.scene, one.mention.head)
    else:
        at = clause.marker if clause.link == "adverbial" else -1
    return tokens[at].text.lower() if at >= 0 else ""


def _by_opener(one: Found, host: Found, base: Dating) -> Dating | None:
    """What follows for an event that hangs on a dated one by "after" or "before"."""
    words, opener, span = one.scene.words, _opener(one), host.dating.span
    if span is None:
        return None
    if opener in words.connectives.earlier:
        return not_after(base, span, f"“{opener}”: not after “{host.word}”")
    if opener in words.connectives.later:
        return not_before(base, span, f"“{opener}”: not before “{host.word}”")
    return None


def _by_governor(one: Found, clause: Clause, host: Found, base: Dating) -> Dating | None:
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
        opener = _opener(one)
        if opener in one.scene.words.connectives.together:
            return carried(span, host.share * _TOGETHER, f"“{opener}”: when “{word}”")
        return _by_opener(one, host, base)
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


def _by_complement(one: Found, clause: Clause, below: Sequence[Found]) -> Dating | None:
    """The date of what somebody was found doing, or began to do: "was seen leaving at noon"."""
    for other in below:
        inner, span = other.clause, other.dating.span
        if inner is None or other.time is None or span is None or other.time.first < clause.head:
            continue
        doing = inner.link == "complement" and inner.tense == "ing"
        begun = inner.link == "infinitive" and clause.lemma in one.scene.words.verbs.aspectual
        whole = span.relation in ("within", "throughout") and one.side.where != "overlap"
        if whole and (doing or begun) and inner.antecedent < 0:
            return carried(span, other.share * _TOGETHER, f"told with “{other.word}”")
    return None


def _by_dependents(one: Found, below: Sequence[Found], base: Dating) -> Dating:
    """What follows from something dated that hangs on this event by "after", "before" or "when"."""
    words = one.scene.words
    for other in below:
        span, opener = other.dating.span, _opener(other)
        if not other.dated or span is None:
            continue
        if opener in words.connectives.earlier:
            return not_before(base, span, f"“{opener}”: not before “{other.word}”")
        if opener in words.connectives.later:
            return not_after(base, span, f"“{opener}”: not after “{other.word}”")
        alike = other.verbal and one.side.where == other.side.where
        if alike and opener in words.connectives.together:
            return carried(span, other.share * _TOGETHER, f"“{opener}”: when “{other.word}”")
    return base


def _by_opening(one: Found, clause: Clause, below: Sequence[Found], base: Dating) -> Dating | None:
    """What a sentence goes on to tell of somebody: "Born in Hull in 1931, she learned to swim"."""
    for other in below:
        part, span = other.clause, other.dating.span
        if part is None or span is None or not other.dated or one.side.where != "before":
            continue
        if part.link == "participle" and part.tense == "participle" and part.last < clause.first:
            return not_before(base, span, f"told after “{other.word}”")
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
    fresh = _is_fresh(last, published) and not _looks_back(one, published)
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
    # "The ship hit rocks on 4 May 2021. Eleven passengers were hurt": in that hour.
    day = span.granularity is not None and span.granularity <= Granularity.DAY
    toll = day and one.lemma in story.words.verbs.tolling
    if not fresh and not toll:
        return not_before(base, span, f"told after “{last.word}”")
    return carried(span, last.share * 0.55, f"told after “{last.word}”")
