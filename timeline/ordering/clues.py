"""Relations that the words of the text give: connectives, pluperfects, reports, plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events import Event
from timeline.events.cues import Cues
from timeline.ordering.places import is_by_then
from timeline.ordering.relation import Relation


def clues(events: Sequence[Event], words: Cues) -> Iterator[Relation]:
    """The relations that words give between events of a sentence and of its neighbours."""
    for number, event in enumerate(events):
        if event.governor is not None and event.governor < len(events):
            found = _with_governor(number, event, event.governor, events[event.governor], words)
            if found is not None:
                yield found
    yield from _pluperfects(events)


def _with_governor(
    number: int, event: Event, above: int, governor: Event, words: Cues
) -> Relation | None:
    link = event.link
    if link == "argument":
        return _with_verb(number, event, above, governor, words)
    if link == "adverbial":
        return _with_clause(number, event, above, governor, words)
    if link == "infinitive" and event.tense in ("infinitive", "bare"):
        if governor.kind == "aspectual":
            return None
        sure = 0.92 if event.status == "planned" else 0.85
        return Relation(above, number, "before", sure, "what is aimed at comes after", "plan")
    if link == "relative" and governor.status == "asserted":
        return _describing(number, event, above, governor, words)
    if link == "participle" and event.tense == "ing" and number > above:
        return _going_on(number, event, above, words)
    if link == "content" and governor.kind == "reporting":
        return _told(number, event, above)
    return None


def _describing(
    number: int, event: Event, above: int, governor: Event, words: Cues
) -> Relation | None:
    """Who somebody is was mostly made so before what he does now: "the man who fled returned"; what
    is done to what was told comes after: "sold it to Acme, which shut it"."""
    if event.answering and number > above and event.tense == governor.tense == "past":
        plain = event.aspect == governor.aspect == "none"
        return Relation(above, number, "before", 0.86, "what came of it") if plain else None
    why = f"“{event.connective or 'that'}” describes"
    if event.aspect == "perfect" and governor.tense == "past":
        return Relation(number, above, "before", 0.86, why)
    if event.tense != "past":
        return None
    sure = 0.86 if event.connective in words.pronouns.persons else 0.75
    return Relation(number, above, "before", 0.9 if governor.tense == "present" else sure, why)


def _going_on(number: int, event: Event, above: int, words: Cues) -> Relation | None:
    """What is added behind a comma: "he left, saying he was tired", "it fell, killing two"."""
    does = event.lemma in words.verbs.tolling or event.lemma in words.verbs.causing
    if event.kind == "reporting" or does:
        return Relation(above, number, "before", 0.85, "told as what followed")
    return None


def _with_clause(
    number: int, event: Event, above: int, governor: Event, words: Cues
) -> Relation | None:
    """How what an adverbial clause tells stands to its host: by the word that opens it."""
    connective, joins = event.connective, words.connectives
    why = f"“{connective}”"
    if connective in joins.earlier:
        return Relation(number, above, "before", 0.8 if connective in joins.reasons else 0.93, why)
    if connective in joins.later:
        return Relation(above, number, "before", 0.93, why)
    if event.tense == "ing":
        if connective in joins.meanwhile:
            return Relation(above, number, "same", 0.7, why)
        return Relation(number, above, "before", 0.8, why) if connective in joins.means else None
    if connective in joins.conditional:
        return Relation(number, above, "before", 0.82, why)
    alike = event.tense == governor.tense and event.tense in ("past", "present")
    plain = alike and event.aspect == governor.aspect == "none"
    if connective in joins.prompting and plain and governor.kind != "state":
        return Relation(number, above, "before", 0.85 if number > above else 0.75, why)
    return None


def _with_verb(
    number: int, event: Event, above: int, governor: Event, words: Cues
) -> Relation | None:
    """How what a noun names stands to its verb: by its preposition, else as subject or object."""
    connective, lemma = event.connective, governor.lemma
    verbs, behind = words.verbs, number > above
    if connective in words.connectives.earlier:
        return Relation(number, above, "before", 0.9, f"“{connective}”")
    if connective in words.connectives.later:
        return Relation(above, number, "before", 0.88, f"“{connective}”")
    ahead = (verbs.heading, verbs.causing, verbs.undoing, verbs.seeking)
    leading = any(lemma in group for group in ahead)
    back = (verbs.weighing, verbs.presupposing, verbs.answering)
    resting = any(lemma in group for group in back)
    bare = not connective or connective in words.adverbs.particles  # "touched off a riot"
    if governor.passive != behind and bare:  # what the verb is done to
        if leading:
            return Relation(above, number, "before", 0.82, f"“{lemma}” leads to it")
        if resting:
            return Relation(number, above, "before", 0.85, f"“{lemma}” looks back on it")
    if behind and (lemma in verbs.following or lemma in verbs.stemming):
        return Relation(number, above, "before", 0.85, f"“{lemma}”")
    if not connective and not behind and lemma in verbs.happening:
        return Relation(above, number, "same", 0.7, f"“{lemma}” only says that it was")
    if governor.kind == "aspectual" or lemma in verbs.light:
        return None
    if behind and connective in words.prepositions.aiming and not resting:
        return Relation(above, number, "before", 0.78, f"“{connective}”")
    if behind and connective in words.prepositions.resting and (governor.passive or not leading):
        return Relation(number, above, "before", 0.8, f"“{connective}”")
    if number < above and not connective:
        return Relation(number, above, "before", 0.75, "what acts was there before")
    done = governor.tense in ("past", "participle") or governor.aspect.startswith("perfect")
    real = event.status == governor.status == "asserted" and done
    about = not connective or connective in words.prepositions.about
    if behind and real and about and not leading:
        return Relation(number, above, "before", 0.75, "what is acted on was there before")
    return None


def _told(number: int, event: Event, above: int) -> Relation | None:
    """What is told in the past was before the telling, what will be comes after."""
    if event.status == "hypothetical":
        return None
    if event.tense == "future" or event.to_published == "after":
        return Relation(above, number, "before", 0.93, "told as still to come", "told")
    if event.tense == "past" or event.aspect.startswith("perfect"):
        sure = 0.95 if event.aspect.startswith("perfect") else 0.88
        return Relation(number, above, "before", sure, "told as already done", "told")
    if event.tense == "participle":
        return Relation(number, above, "before", 0.8, "told as already done", "told")
    if event.tense == "present" and event.status == "asserted" and event.kind != "state":
        return Relation(number, above, "before", 0.84, "told as so already", "told")
    return None


def _pluperfects(events: Sequence[Event]) -> Iterator[Relation]:
    """ "had left", or "previously left", lies before the past that it is told with; "by May it had
    left" before May."""
    last: int | None = None
    for number, event in enumerate(events):
        plain = event.tense == "past" and event.aspect == "none" and event.status == "asserted"
        perfect = event.aspect.startswith("perfect")
        if event.tense == "past" and (perfect or event.preceding):
            if last is not None and event.governor != last and not is_by_then(event):
                near = event.sentence_start - events[last].sentence_end < 3
                if near:
                    why = "“had” done" if perfect else "told as before that"
                    yield Relation(number, last, "before", 0.85, why, "tense")
        elif plain and event.link in ("main", "coordinate"):
            last = number
