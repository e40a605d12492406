"""How much an editor would want an event in a timeline: a small model of what is around it."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from timeline.events.dates.found import Found, Story
from timeline.events.weighing import weights
from timeline.sentences.lexicon import load_lexicon

#: What a list has an entry for, somebody has wanted in a timeline already.
_LISTED = 0.5
#: What has a name and its date in brackets, a reader may look for.
_NAMED = 0.15
#: How many tokens after its verb may still belong to what an event tells.
_AFTER = 8
_NAMING = frozenset({"NOUN", "PROPN", "ADP", "DET", "ADJ", "NUM", "PART"})


class _Grammar(NamedTuple):
    """What tense, truth and clause tell."""

    verbal: bool
    kind: str
    status: str
    basis: str
    side: str
    link: str
    tense: str
    aspect: str
    told: bool
    first: bool

    def features(self) -> list[str]:
        form = "v" if self.verbal else "n"
        found = [
            "bias",
            f"kind={self.kind}{form}",
            f"status={self.status}",
            f"basis={self.basis}",
            f"side={self.side}",
            f"first={self.first}",
            f"link={self.link}{form}",
            f"tense={self.tense}.{self.aspect}{form}",
        ]
        return [*found, f"told{form}{self.link}"] if self.told else found


class _Lexis(NamedTuple):
    """What the word is, how often and where it stands."""

    lemma: str
    verbal: bool
    lead: int
    often: int
    opening: bool
    again: bool
    weight: str
    sure: int
    asserted: bool

    def features(self) -> list[str]:
        entry = load_lexicon().entry(self.lemma)
        form = "v" if self.verbal else "n"
        return [
            f"lead={self.lead}",
            f"lemma={self.lemma}{form}",
            f"field={entry.verb if self.verbal else entry.noun}{form}",
            f"eventful={entry.eventful // 3}{form}",
            f"often={self.often}{form}",
            f"opening={self.opening}",
            f"again={self.again}{form}",
            f"weight={self.weight}{form}",
            f"weight={self.weight}|{self.lead < 2}|{self.asserted}",
            f"sure={self.sure}{form}",
        ]


class _Context(NamedTuple):
    """What stands around it: its subject and object, a light verb, a `number` near by, whether it
    is `quoted` ("in", "beside" what is, or ""), and how many words are `shared` with the opening
    of the text, -1 if that cannot be told."""

    verbal: bool
    title: bool
    quoted: str = ""
    subject: str = ""
    taken: str = ""
    light: str = ""
    number: bool = False
    shared: int = -1

    def features(self) -> list[str]:
        found = [name for name in (self.subject, self.taken, self.light) if name]
        form = "v" if self.verbal else "n"
        if self.title:
            found.append(f"title{form}")
        if self.quoted:
            found.append(f"quoted={self.quoted}{form}")
        if self.number:
            found.append("number")
        if self.shared >= 0:
            found.append(f"shared={self.shared}")
        return found


def salience(one: Found, sentence: int, story: Story) -> float:
    """Between 0 and 1; `sentence` is the number of the event's sentence in the document."""
    score = sum(map(_weigh, _look(one, sentence, story)))
    wanted = one.listed or one.dating.of_life
    least = _LISTED if wanted else _NAMED if _is_named(one) else 0.0
    return round(max(1 / (1 + math.exp(-score)), least), 4)


def _is_named(one: Found) -> bool:
    """Whether a noun with a name has its own date in brackets: "the Battle of Ayr (6 May 1452)"."""
    time, tokens = one.time, one.scene.tokens
    if one.verbal or time is None or time.first < 2 or time.last + 1 >= len(tokens):
        return False
    if one.dating.basis != "expression" or one.scene.title:
        return False
    marks = tokens[time.first - 1].text, tokens[time.last + 1].text
    phrase = tokens[one.mention.first : time.first - 1]
    named = phrase and phrase[-1].tag == "PROPN" and all(t.tag in _NAMING for t in phrase)
    return marks == ("(", ")") and bool(named)


def describe_salience(one: Found, sentence: int, story: Story) -> list[str]:
    """The features that the model weighs."""
    return [name for seen in _look(one, sentence, story) for name in seen.features()]


@lru_cache(maxsize=50_000, typed=True)
def _weigh(seen: _Grammar | _Lexis | _Context) -> float:
    """What the features of one kind add; the few ways it meets are weighed once."""
    table = weights("salience")
    return sum(table.get(name, 0.0) for name in seen.features())


def _look(one: Found, sentence: int, story: Story) -> tuple[_Grammar, _Lexis, _Context]:
    return _look_at_grammar(one), _look_at_lexis(one, sentence, story), _look_around(one, story)


def _look_at_grammar(one: Found) -> _Grammar:
    clause, scene = one.clause, one.scene
    told, link, tense, aspect = False, "", "", ""
    if clause is not None:
        link, tense, aspect = clause.link, clause.tense, clause.aspect
        if clause.governor >= 0:
            told = scene.clauses[clause.governor].lemma in scene.words.verbs.reporting
    first = scene.mentions[0].head == one.mention.head
    known = one.verbal, one.mention.kind, one.status, one.dating.basis, one.side.where
    return _Grammar(*known, link, tense, aspect, told, first)


def _look_at_lexis(one: Found, sentence: int, story: Story) -> _Lexis:
    place = sentence - story.body
    lemma = one.lemma.lower()
    return _Lexis(
        lemma,
        one.verbal,
        lead=place if place < 3 else 3 if place < 5 else 5 if place < 10 else 10,
        often=min(story.lemmas[one.lemma], 3),
        opening=lemma[:5] in story.opening,
        again=one.again,
        weight=_weight(lemma, one.verbal, story),
        sure=int(one.mention.probability * 5),
        asserted=one.status == "asserted",
    )


def _weight(lemma: str, verbal: bool, story: Story) -> str:
    """Whether a word names what belongs in a timeline, or what only gives it colour."""
    known = story.words.weighty
    if lemma in (known.verbs if verbal else known.nouns):
        return "heavy"
    return "light" if verbal and lemma in known.trifling else ""


def _look_around(one: Found, story: Story) -> _Context:
    scene, clause = one.scene, one.clause
    if clause is None:
        return _Context(one.verbal, scene.title, _quoted(one))
    light = clause.lemma in story.words.verbs.light
    if one.verbal:
        subject = _subject(one, story)
        taken = f"object={clause.object is not None}{clause.passive}"
    else:
        head, within = one.mention.head, clause.object
        inside = within is not None and within[0] <= head <= within[1]
        subject, taken = "", f"object of {light}{inside}"
    begin = clause.subject[0] if clause.subject else clause.first
    stop = clause.last + _AFTER
    return _Context(
        one.verbal,
        scene.title,
        _quoted(one),
        subject,
        taken,
        light="light" if light and one.verbal else "",
        number=any(begin <= place < stop for place in scene.numbers),
        shared=min(sum(map(story.opening.__contains__, scene.stems[begin:stop])), 3),
    )


def _quoted(one: Found) -> str:
    """Whether it stands in a quotation, or in a sentence that has one."""
    quoted = one.scene.quoted
    if quoted is None:
        return ""
    return "in" if quoted[one.mention.head] else "beside"


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
