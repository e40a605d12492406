"""Dates for events that have no time of their own: from the clause above, or from the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.events.dates.ages import by_age, note_birth
from timeline.events.dates.bounds import (
    Dating,
    by_side,
    carried,
    not_after,
    not_before,
    on_publication,
    trust,
)
from timeline.events.dates.carrying import by_story, is_old_aim, move_on, tells_of_other_time
from timeline.events.dates.distances import by_apposition, by_distance
from timeline.events.dates.found import Found, Story
from timeline.events.dates.lending import brings
from timeline.events.dates.periods import by_period, note_period
from timeline.events.dates.repeating import by_repeat, note_named
from timeline.events.dates.stamps import by_entry, is_listed, list_verbless, open_entry
from timeline.events.dates.tenses import Side, is_fresh
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import preposition
from timeline.expressions import TimeExpression
from timeline.spans import Granularity, TimeSpan

_TOGETHER = 0.6
#: How often what somebody meant to do long ago is over, were it done.
_OLD = 0.9
#: How often what somebody says by a present tense is of the day of publication.
_SAYS = 0.8


@dataclass(frozen=True, slots=True)
class _Told:
    """The events `found` in a sentence: the verb of each clause, the verbs that hang on it, the
    nouns that are dated in it, by its number."""

    found: Sequence[Found]
    verbs: Mapping[int, Found]
    below: Mapping[int, Sequence[Found]]
    nouns: Mapping[int, Sequence[Found]]


def infer_dates(found: Sequence[Found], story: Story, text: str) -> None:
    """Dates the events of a sentence that no expression dates, and moves the story along."""
    if found:
        open_entry(found, story, text)
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
    told = _Told(found, verbs, below, nouns)
    for one in found:
        if not one.dated:
            one.dating = _infer(one, told, story, text)
        one.listed = is_listed(one, story)
        if one.listed and not one.scene.title:
            story.listed = story.entry
    if found:
        list_verbless(found, story)
    for one in found:
        note_birth(one, story)
        note_named(one, story)
        note_period(one, story)
        move_on(story, one)


def _infer(one: Found, sentence: _Told, story: Story, text: str) -> Dating:
    clause = one.clause
    if clause is not None:
        above = sentence.verbs.get(clause.governor if one.verbal else clause.number)
        if is_old_aim(one, clause, above, story):
            one.side = Side("before", one.side.sure * _OLD, one.side.why)
    base = by_side(one.side, story.published)
    if clause is None:
        return base
    if not one.verbal:
        counted = by_distance(one, clause, sentence.found, story.published)
        told = counted or _of_noun(one, sentence.verbs.get(clause.number), base)
        return told if told.basis != "tense" else by_repeat(one, story) or told
    aged = by_age(one, clause, story)
    if aged is not None:
        return aged
    beside = (
        by_distance(one, clause, sentence.found, story.published)
        or by_apposition(one, clause)
        or _by_occasion(one, clause, sentence.found)
        or _by_when(one, sentence.below.get(clause.number, ()))
    )
    if beside is not None:
        return beside
    inner = sentence.below.get(clause.number, ())
    if clause.link == "coordinate":
        # "It made a profit in 2022, but sales fell after the bridge closed in May 2023."
        bounded = _by_dependents(one, [other for other in inner if other.verbal], base)
        if bounded is not base:
            return bounded
    host = _outer(one, clause, sentence)
    if host is not None and host.dated:
        drawn = _by_governor(one, clause, host, base)
        if drawn is not None:
            return drawn
    if host is not None and clause.link == "infinitive" and host.dating.span is not None:
        base = not_before(base, host.dating.span, f"aimed at by “{host.word}”")
    joint = host is not None and _is_joint(clause, host)
    goes_on = joint and one.status == "asserted" and not tells_of_other_time(one.scene, clause)
    if host is not None and host.dating.basis == "narrative" and goes_on and not host.dated:
        return host.dating._replace(sure=host.dating.sure * 0.8)
    if host is not None and not host.dated and clause.link == "adverbial":
        hung = _by_told(one, host, base)
        if hung is not None:
            return hung
    if host is not None and host.dating.basis == "published":
        part = clause.tense == "ing" and clause.link in ("participle", "complement")
        if host.dating.span is not None and (joint or (part and clause.antecedent < 0)):
            return host.dating._replace(sure=host.dating.sure * 0.8)
    joined = _by_partner(clause, inner) or _by_complement(one, clause, inner)
    if joined is not None:
        return joined
    entered = by_entry(one, sentence.found, story)
    if entered is not None:
        return entered
    news = story.published if is_fresh(one.side) and one.status == "asserted" else None
    if news is not None:
        return _on_its_day(one, news)
    opened = _by_subject(one, clause, sentence.found) or _by_opening(one, clause, inner, base)
    if opened is not None:
        return opened
    told = by_period(one, clause, story) or by_story(one, clause, base, story, text, sentence.found)
    framed = _by_content(one, inner, told)
    if framed is not None:
        return framed
    if told.basis != "tense":
        return told
    nouns = sentence.nouns.get(clause.number, ())
    of_noun = _by_antecedent(one, clause, host, base)
    return of_noun or _by_dependents(one, [*inner, *nouns], told)


def _on_its_day(one: Found, published: int) -> Dating:
    """The date of what a paper tells as news of its day."""
    sure = one.side.sure if one.side.where == "before" else _SAYS
    return on_publication(one.side._replace(sure=sure), published)


def _outer(one: Found, clause: Clause, sentence: _Told) -> Found | None:
    """The verb that a clause hangs on, and for what is added behind a comma the one that its aim
    belongs to: "voted to build a bridge, ending a dispute". Behind a "that killed two" it is the
    one that the tree tells."""
    host = sentence.verbs.get(clause.governor)
    added = clause.link == "participle" and clause.tense == "ing" and clause.first > 0
    if not added or host is None or host.clause is None:
        return host
    tree, at = one.scene.tree, one.mention.head
    if host.clause.link == "relative" and tree is not None and tree.relations[at] == "advcl":
        told = (verb for verb in sentence.verbs.values() if verb.mention.head == tree.heads[at])
        return next(told, host)
    if host.clause.link != "infinitive":
        return host
    above = sentence.verbs.get(host.clause.governor)
    if above is None or not above.dated or one.scene.tokens[clause.first - 1].text != ",":
        return host
    # What is agreed to be done would create something; who speaks does it then.
    aims = above.lemma in one.scene.words.verbs.intending
    return host if aims and one.mention.kind != "reporting" else above


def _of_noun(one: Found, holder: Found | None, base: Dating) -> Dating:
    """The date of what a noun names, from that of the verb it stands with."""
    if holder is None or not holder.dated or holder.dating.span is None:
        return base
    drawn = _by_opener(one.opener, one, holder, base)
    if drawn is not None:
        return drawn
    if one.side.why.startswith("like"):
        return carried(holder.dating.span, holder.share * 0.68, f"told with “{holder.word}”")
    return base


def _is_joint(clause: Clause, host: Found) -> bool:
    """Whether a clause is set beside that of another verb, in the same tense."""
    tense = host.clause.tense if host.clause is not None else None
    return clause.link == "coordinate" and clause.tense == tense


def _by_occasion(one: Found, clause: Clause, found: Sequence[Found]) -> Dating | None:
    """The date of what a relative clause tells more of: "a raid in May in which he fell", "died in
    a raid in May that took place at dawn"."""
    before = one.scene.tokens[clause.marker - 1 : clause.marker] if clause.marker > 0 else ()
    during = one.scene.words.prepositions.during
    if clause.link != "relative":
        return None
    if _only_happens(one, clause):
        told = next((f for f in found if f.mention.head == clause.antecedent), None)
        span = told.dating.span if told is not None and told.dating.basis != "tense" else None
        if told is not None and span is not None:
            return carried(span, told.dating.sure, f"tells more of “{told.word}”")
    if not any(token.text.lower() in during for token in before):
        return None
    for other in found:
        span, time, head = other.dating.span, other.time, other.mention.head
        if time is None or span is None or other.verbal:
            continue
        if clause.antecedent == head or head < time.first <= clause.antecedent <= time.last:
            why = f"in the course of “{other.word}”"
            return carried(span, other.share * _TOGETHER, why)
    return None


def _only_happens(one: Found, clause: Clause) -> bool:
    """Whether a verb only tells that its subject was so then: "occurred", "took place"."""
    happening, thing = one.scene.words.verbs.happening, clause.object
    place = one.scene.tokens[thing[2]].lemma if thing is not None else ""
    return one.lemma in happening or f"{one.lemma} {place}" in happening


def _by_opener(opener: str, one: Found, host: Found, base: Dating) -> Dating | None:
    """What follows for an event that hangs on a dated one by "after" or "before"."""
    words, span = one.scene.words, host.dating.span
    if span is None:
        return None
    if opener in words.connectives.earlier:
        return not_after(base, span, f"“{opener}”: not after “{host.word}”")
    if opener in words.connectives.later:
        return not_before(base, span, f"“{opener}”: not before “{host.word}”")
    return None


def _by_told(one: Found, host: Found, base: Dating) -> Dating | None:
    """What follows from a date that was carried to the clause that this one hangs on."""
    if host.dating.basis not in ("narrative", "published") or one.side.where != host.side.where:
        return None
    opener = one.opener
    if opener in one.scene.words.connectives.together:
        why = f"“{opener}”: when “{host.word}”"
        return host.dating._replace(sure=host.dating.sure * 0.8, why=why)
    return _by_opener(one.opener, one, host, base)


def _by_governor(one: Found, clause: Clause, host: Found, base: Dating) -> Dating | None:
    """What follows from the date of the clause that this one hangs on."""
    span, word = host.dating.span, host.word
    if span is None or host.time is None or host.clause is None:
        return None
    quoted = one.scene.quoted
    if quoted is not None and quoted[clause.head] != quoted[host.clause.head]:
        return None
    if clause.link == "coordinate":
        if host.lemma in one.scene.words.verbs.opening:
            # "Born in 1951 and counted among …": what a life goes on to tell came years after.
            return not_before(base, span, f"told after “{word}”")
        # Without an "and" it only stands beside it, unless it goes on with a passive.
        done = clause.tense == "participle" and host.clause.passive
        if not done and (clause.tense != host.clause.tense or clause.marker < 0):
            return None
        if host.time.last < host.mention.head:
            one.time, one.share = host.time, host.share * 0.85
            why = f"“{host.time.expression.text}” dates it with “{word}”"
            return Dating(span, "expression", trust(one.share), why)
        return carried(span, host.share * 0.6, f"told together with “{word}”")
    if clause.link == "adverbial":
        opener = one.opener
        if opener in one.scene.words.connectives.together:
            return carried(span, host.share * _TOGETHER, f"“{opener}”: when “{word}”")
        return _by_opener(one.opener, one, host, base)
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
        behind = other.time.first > other.mention.head
        origin = _counted_from(other.time.expression)
        if alike and behind and origin is not None:
            return carried(origin, other.share * 0.6, f"told before “{other.word}”")
        # Two things done in one year need not have been done together, two done in a day are.
        long = span is None or span.granularity is None or span.granularity > Granularity.DAY
        if long and other.side.where == "before":
            continue
        if alike and behind and span is not None:
            return carried(span, other.share * 0.6, f"told with “{other.word}”")
    return None


def _counted_from(time: TimeExpression) -> TimeSpan | None:
    """The time told before that "the next day" goes on from, which is then that of the verb
    before: "was wounded and gave up command the following day"."""
    span, origin = time.span, time.against
    if time.meaning.leans != "story" or span is None or origin is None or origin.start is None:
        return None
    return origin if span.start is not None and origin.end == span.start else None


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


def _by_subject(one: Found, clause: Clause, found: Sequence[Found]) -> Dating | None:
    """The date of what happens and is the subject: "talks held in June led to nothing"."""
    if clause.subject is None or one.side.where != "before" or clause.aspect != "none":
        return None
    if one.mention.kind == "state":
        return None
    for other in found:
        span = other.dating.span
        if other.time is None or span is None or span.relation != "within":
            continue
        subject = other.mention.head == clause.subject[2] and not other.verbal
        if other.time.first < clause.head and (subject or brings(other, one)):
            return carried(span, other.share * _TOGETHER, f"told with “{other.word}”")
    return None


def _by_antecedent(one: Found, clause: Clause, host: Found | None, base: Dating) -> Dating | None:
    """What follows for what is told of a noun: "it fell in May, after a siege that ruined it"."""
    if host is None or not host.dated or clause.link != "relative" or clause.antecedent < 0:
        return None
    opener = one.scene.opener(preposition(one.scene, clause.antecedent))
    return _by_opener(opener, one, host, base)


def _by_when(one: Found, below: Sequence[Found]) -> Dating | None:
    """The date of a clause with "when": "it fell when the house was dissolved in September"."""
    words = one.scene.words
    for other in below:
        span, alike = other.dating.span, other.verbal and one.side.where == other.side.where
        opened = other.opener in words.connectives.together
        if opened and alike and other.dated and span is not None:
            return carried(span, other.share * _TOGETHER, f"“{other.opener}”: when “{other.word}”")
    return None


def _by_dependents(one: Found, below: Sequence[Found], base: Dating) -> Dating:
    """What follows from something dated that hangs on this event by "after" or "before"."""
    words = one.scene.words
    for other in below:
        span, opener = other.dating.span, other.opener
        if not other.dated or span is None:
            continue
        if opener in words.connectives.earlier:
            return not_before(base, span, f"“{opener}”: not before “{other.word}”")
        if opener in words.connectives.later:
            return not_after(base, span, f"“{opener}”: not after “{other.word}”")
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
