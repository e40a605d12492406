"""How much an editor would want an event in a timeline: a small model of what is around it."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from timeline.events.dates.found import Found, Story
from timeline.events.weighing import weights
from timeline.sentences.lexicon import load_lexicon

#: What a list has an entry for, somebody has wanted in a timeline already.
_LISTED = 0.5
#: How many tokens after its verb may still belong to what an event tells.
_AFTER = 8


def salience(one: Found, sentence: int, story: Story) -> float:
    """Between 0 and 1; `sentence` is the number of the event's sentence in the document."""
    score = (
        _weigh(_grammar, _grammatical(one))
        + _weigh(_lexis, _lexical(one, sentence, story))
        + _weigh(_context, _contextual(one, story))
    )
    least = _LISTED if one.listed else 0.0
    return round(max(1 / (1 + math.exp(-score)), least), 4)


def describe_salience(one: Found, sentence: int, story: Story) -> list[str]:
    """The features that the model weighs."""
    return [
        *_grammar(*_grammatical(one)),
        *_lexis(*_lexical(one, sentence, story)),
        *_context(*_contextual(one, story)),
    ]


@lru_cache(maxsize=50_000)
def _weigh(describe: Callable[..., tuple[str, ...]], seen: tuple[object, ...]) -> float:
    """What the features add that a function tells of what was seen; the few ways it meets are
    weighed once."""
    table = weights("salience")
    return sum(table.get(name, 0.0) for name in describe(*seen))


def _grammatical(one: Found) -> tuple[bool, str, str, str, str, str, str, str, bool, bool]:
    clause, scene = one.clause, one.scene
    told, link, tense, aspect = False, "", "", ""
    if clause is not None:
        link, tense, aspect = clause.link, clause.tense, clause.aspect
        if clause.governor >= 0:
            told = scene.clauses[clause.governor].lemma in scene.words.verbs.reporting
    first = scene.mentions[0].head == one.mention.head
    return (
        one.verbal,
        one.mention.kind,
        one.status,
        one.dating.basis,
        one.side.where,
        link,
        tense,
        aspect,
        told,
        first,
    )


def _grammar(
    verbal: bool,
    kind: str,
    status: str,
    basis: str,
    side: str,
    link: str,
    tense: str,
    aspect: str,
    told: bool,
    first: bool,
) -> tuple[str, ...]:
    """What tense, truth and clause tell."""
    form = "v" if verbal else "n"
    found = [
        "bias",
        f"kind={kind}{form}",
        f"status={status}",
        f"basis={basis}",
        f"side={side}",
        f"first={first}",
        f"link={link}{form}",
        f"tense={tense}.{aspect}{form}",
    ]
    if told:
        found.append(f"told{form}{link}")
    return tuple(found)


def _lexical(
    one: Found, sentence: int, story: Story
) -> tuple[str, bool, int, int, bool, bool, bool, int, bool]:
    place = sentence - story.body
    lead = place if place < 3 else 3 if place < 5 else 5 if place < 10 else 10
    lemma = one.lemma.lower()
    weighty = story.words.weighty
    return (
        lemma,
        one.verbal,
        lead,
        min(story.lemmas[one.lemma], 3),
        lemma[:5] in story.opening,
        one.again,
        lemma in (weighty.verbs if one.verbal else weighty.nouns),
        int(one.mention.probability * 5),
        one.status == "asserted",
    )


def _lexis(
    lemma: str,
    verbal: bool,
    lead: int,
    often: int,
    opening: bool,
    again: bool,
    weighty: bool,
    sure: int,
    asserted: bool,
) -> tuple[str, ...]:
    """What the word is, how often and where it stands."""
    entry = load_lexicon().entry(lemma)
    form = "v" if verbal else "n"
    return (
        f"lead={lead}",
        f"field={entry.verb if verbal else entry.noun}{form}",
        f"eventful={entry.eventful // 3}{form}",
        f"often={often}{form}",
        f"opening={opening}",
        f"again={again}{form}",
        f"weighty={weighty}{form}",
        f"weighty={weighty}|{lead < 2}|{asserted}",
        f"sure={sure}{form}",
    )


def _contextual(one: Found, story: Story) -> tuple[bool, bool, str, str, str, bool, int]:
    """Title, form, subject, object, lightness; a number near by; words shared with the opening."""
    scene, clause = one.scene, one.clause
    if clause is None:
        return scene.title, one.verbal, "", "", "", False, -1
    light = clause.lemma in story.words.verbs.light
    if one.verbal:
        subject = _subject(one, story)
        taken = f"object={clause.object is not None}{clause.passive}"
        lightness = "light" if light else ""
    else:
        head, within = one.mention.head, clause.object
        inside = within is not None and within[0] <= head <= within[1]
        subject, taken, lightness = "", f"object of {light}{inside}", ""
    begin = clause.subject[0] if clause.subject else clause.first
    stop = clause.last + _AFTER
    number = any(begin <= place < stop for place in scene.numbers)
    share = sum(map(story.opening.__contains__, scene.stems[begin:stop]))
    return scene.title, one.verbal, subject, taken, lightness, number, min(share, 3)


def _context(
    title: bool, verbal: bool, subject: str, taken: str, light: str, number: bool, share: int
) -> tuple[str, ...]:
    found = [name for name in (subject, taken, light) if name]
    if title:
        found.append(f"title{'v' if verbal else 'n'}")
    if number:
        found.append("number")
    if share >= 0:
        found.append(f"shared={share}")
    return tuple(found)


def _subject(one: Found, story: Story) -> str:
    """What kind of subject a verb has."""
    clause = one.clause
    if clause is None or clause.subject is None:
        return "subject=none"
    head = one.scene.tokens[clause.subject[2]]
    lemma = head.lemma.lower()
    if lemma in story.words.subjects.weak:
        return "subject=weak"
    return f"subject={head.tag}{lemma[:5] in story.opening}"
