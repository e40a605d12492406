"""Dates for events that have no time of their own: from the clause above, or from the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.events.dates.ages import by_age, note_birth
from timeline.events.dates.bounds import (
    Dating,
    by_side,
    not_after,
    not_before,
    on_publication,
)
from timeline.events.dates.carrying import by_story, is_old_aim, move_on, tells_of_other_time
from timeline.events.dates.depending import (
    by_complement,
    by_content,
    by_dependents,
    by_opening,
    by_partner,
    by_subject,
    by_when,
)
from timeline.events.dates.distances import by_apposition, by_distance
from timeline.events.dates.found import Found, Story
from timeline.events.dates.governing import (
    by_antecedent,
    by_governor,
    by_occasion,
    by_told,
    is_joint,
    of_noun,
    outer,
)
from timeline.events.dates.periods import by_period, note_period
from timeline.events.dates.repeating import by_repeat, note_named
from timeline.events.dates.stamps import by_entry, is_listed, list_verbless, open_entry
from timeline.events.dates.tenses import is_fresh
from timeline.events.layout.clauses import Clause

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


def infer_dates(found: Sequence[Found], story: Story) -> None:
    """Dates the events of a sentence that no expression dates, and moves the story along."""
    if found:
        open_entry(found, story)
    told = _by_clause(found)
    for one in found:
        if not one.dated:
            one.dating = _infer(one, told, story)
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


def _by_clause(found: Sequence[Found]) -> _Told:
    """The events of a sentence by the clauses that they stand in."""
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
        elif clause.number in verbs:
            if verbs[clause.number].mention == one.mention:
                # "Returned in 1921 and again in 1924, and found that …": it was then.
                verbs[clause.number] = one
        else:
            verbs[clause.number] = one
            if clause.governor >= 0:
                below.setdefault(clause.governor, []).append(one)
    return _Told(found, verbs, below, nouns)


def _infer(one: Found, sentence: _Told, story: Story) -> Dating:
    """The date of an event: as its words tell, else as its sentence does, else as the story."""
    clause = one.clause
    if clause is None:
        return by_side(one.side, story.published)
    above = sentence.verbs.get(clause.governor if one.verbal else clause.number)
    if is_old_aim(one, clause, above, story):
        one.side = one.side._replace(where="before", sure=one.side.sure * _OLD)
    base = by_side(one.side, story.published)
    if not one.verbal:
        counted = by_distance(one, sentence.found, story.published)
        told = counted or of_noun(one, above, base)
        return told if told.basis != "tense" else by_repeat(one, story) or told
    host = outer(one, clause, sentence.verbs)
    return (
        by_age(one, clause, story)
        or by_distance(one, sentence.found, story.published)
        or by_apposition(one, clause)
        or by_occasion(one, clause, sentence.found)
        or by_when(one, sentence.below.get(clause.number, ()))
        or _bounded_below(one, clause, sentence, base)
        or _by_host(one, clause, host, base)
        or _by_rest(one, clause, host, sentence, base, story)
    )


def _bounded_below(one: Found, clause: Clause, sentence: _Told, base: Dating) -> Dating | None:
    """The bounds that a verb behind an "and" has of its own: "it made a profit in 2022, but sales
    fell after the bridge closed in May 2023"."""
    if clause.link != "coordinate":
        return None
    verbs = [other for other in sentence.below.get(clause.number, ()) if other.verbal]
    bounded = by_dependents(one, verbs, base)
    return bounded if bounded is not base else None


def _by_host(one: Found, clause: Clause, host: Found | None, base: Dating) -> Dating | None:
    """What follows for a verb from the one that it hangs on, be that dated or not."""
    if host is None:
        return None
    if host.dated:
        drawn = by_governor(one, clause, host, base)
        if drawn is not None:
            return drawn
    joint, again = is_joint(clause, host), host.dating.handed_on()
    goes_on = joint and one.status == "asserted" and not tells_of_other_time(one.scene, clause)
    if host.dating.basis == "narrative" and goes_on and not host.dated:
        if host.lemma in one.scene.words.verbs.opening and host.dating.span is not None:
            return not_before(base, host.dating.span, f"told after “{host.word}”")
        return again
    told = (clause.link, clause.tense) == ("content", "past") and host.mention.kind == "reporting"
    if told and host.dating.basis == "narrative" and host.dating.span is not None:
        # "He sued on Friday, saying that they had fled": before that Friday was over.
        drawn = not_after(base, host.dating.span, f"not after “{host.word}”")
        return drawn if one.side.where == "before" and drawn is not base else None
    hung = None
    if not host.dated and clause.link == "adverbial":
        hung = by_told(one, host, base)
    if hung is None and host.dating.basis == "published" and host.dating.span is not None:
        part = clause.tense == "ing" and clause.link in ("participle", "complement")
        return again if joint or (part and clause.antecedent < 0) else None
    return hung


def _by_rest(
    one: Found,
    clause: Clause,
    host: Found | None,
    sentence: _Told,
    base: Dating,
    story: Story,
) -> Dating:
    """What follows for a verb from what hangs on it, from publication, or from the story."""
    if host is not None and clause.link == "infinitive" and host.dating.span is not None:
        base = not_before(base, host.dating.span, f"aimed at by “{host.word}”")
    inner = sentence.below.get(clause.number, ())
    found = (
        by_partner(clause, inner)
        or by_complement(one, clause, inner)
        or by_entry(one, sentence.found, story)
        or _by_news(one, story)
        or by_subject(one, clause, sentence.found)
        or by_opening(one, clause, inner, base)
    )
    if found is not None:
        return found
    told = by_period(one, clause, story) or by_story(one, clause, base, story, sentence.found)
    framed = by_content(one, inner, told)
    if framed is not None or told.basis != "tense":
        return framed or told
    nouns = sentence.nouns.get(clause.number, ())
    described = by_antecedent(one, clause, host, base)
    return described or by_dependents(one, [*inner, *nouns], told)


def _by_news(one: Found, story: Story) -> Dating | None:
    """The date of what a paper tells as news of its day."""
    if story.published is None or not is_fresh(one.side) or one.status != "asserted":
        return None
    sure = one.side.sure if one.side.where == "before" else _SAYS
    return on_publication(one.side._replace(sure=sure), story.published)
