"""The word lists of `events.toml`, one record a section; what each list holds is said there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Never


class Lists:
    """A section: it has the lists that its class declares, and no others.

    >>> Standing(alone="then", after="afterwards", swallowed=frozenset()).after
    'afterwards'

    A dataclass with so many fields takes longer to make than all of them to read.
    """

    def __init__(self, **lists: Any) -> None:
        if lists.keys() != (declared := type(self).__annotations__).keys():
            odd = sorted(lists.keys() ^ declared.keys())
            raise TypeError(f"{type(self).__name__} lacks these lists, or knows none such: {odd}")
        self.__dict__.update(lists)

    def __setattr__(self, name: str, value: Never) -> None:
        raise AttributeError(f"the lists of a language stay as they are: {name}")


class Verbs(Lists):
    """Lemmas of verbs, by what they do to the clause they govern."""

    reporting: frozenset[str]
    saying: frozenset[str]
    avowing: frozenset[str]
    replying: frozenset[str]
    announcing: frozenset[str]
    addressing: frozenset[str]
    ensuing: frozenset[str]
    informing: frozenset[str]
    voicing: frozenset[str]
    inverted: frozenset[str]
    believing: frozenset[str]
    intending: frozenset[str]
    obliging: frozenset[str]
    using: frozenset[str]
    moving: frozenset[str]
    arriving: frozenset[str]
    calling: frozenset[str]
    performing: frozenset[str]
    wishing: frozenset[str]
    softened: frozenset[str]
    trying: frozenset[str]
    undoing: frozenset[str]
    averting: frozenset[str]
    postponing: frozenset[str]
    denying: frozenset[str]
    helping: frozenset[str]
    failing: frozenset[str]
    measuring: frozenset[str]
    besting: frozenset[str]
    answering: frozenset[str]
    dawning: frozenset[str]
    dropping: frozenset[str]
    warning: frozenset[str]
    willing: frozenset[str]
    proving: frozenset[str]
    going: frozenset[str]
    feigning: frozenset[str]
    presupposing: frozenset[str]
    doubting: frozenset[str]
    alleging: frozenset[str]
    judging: frozenset[str]
    presuming: frozenset[str]
    charging: frozenset[str]
    spending: frozenset[str]
    seeking: frozenset[str]
    aspectual: frozenset[str]
    static: frozenset[str]
    steering: frozenset[str]
    causing: frozenset[str]
    heading: frozenset[str]
    weighing: frozenset[str]
    handling: frozenset[str]
    following: frozenset[str]
    stemming: frozenset[str]
    reaching_back: frozenset[str]
    dating: frozenset[str]
    taking: frozenset[str]
    sensing: frozenset[str]
    holding: frozenset[str]
    finding: frozenset[str]
    issuing: frozenset[str]
    light: frozenset[str]
    granting: frozenset[str]
    styling: frozenset[str]
    expecting: frozenset[str]
    arranging: frozenset[str]
    accusing: frozenset[str]
    defending: frozenset[str]
    awarding: frozenset[str]
    giving: frozenset[str]
    deferring: frozenset[str]
    shifting: frozenset[str]
    happening: frozenset[str]
    raining: frozenset[str]
    witnessing: frozenset[str]
    lasting: frozenset[str]
    standing: frozenset[str]
    tolling: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]


class Nouns(Lists):
    """Lemmas of nouns."""

    naming: frozenset[str]
    times: frozenset[str]
    offices: frozenset[str]
    papers: frozenset[str]
    moments: frozenset[str]
    planned: frozenset[str]
    purposes: frozenset[str]
    unsure: frozenset[str]
    heralding: frozenset[str]
    fearing: frozenset[str]
    lacking: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]
    regions: frozenset[str]
    incorporated: frozenset[str]
    firms: frozenset[str]


class Adjectives(Lists):
    """Adjectives before a noun, a clause or an infinitive."""

    unsure: frozenset[str]
    untrue: frozenset[str]
    placing: frozenset[str]
    short: frozenset[str]
    minded: frozenset[str]
    undone: frozenset[str]
    singling: frozenset[str]
    ahead: frozenset[str]
    behind: frozenset[str]
    present: frozenset[str]
    doubtful: frozenset[str]
    planned: frozenset[str]
    terms: frozenset[str]


class Modals(Lists):
    """Modal verbs, and words that deny."""

    planned: frozenset[str]
    hypothetical: frozenset[str]
    guessing: frozenset[str]
    supposing: frozenset[str]
    past: frozenset[str]
    back: frozenset[str]
    possible: frozenset[str]
    unreal: frozenset[str]
    negative: frozenset[str]


class Adverbs(Lists):
    """Adverbs and particles."""

    linking: frozenset[str]
    particles: frozenset[str]
    habitual: frozenset[str]
    eventual: frozenset[str]
    passing: frozenset[str]
    preceding: frozenset[str]
    nearly: frozenset[str]
    instead: frozenset[str]
    unmet: frozenset[str]
    none: frozenset[str]
    all: frozenset[str]
    single: frozenset[str]
    neither: frozenset[str]
    focusing: frozenset[str]
    doubtful: frozenset[str]
    excessive: frozenset[str]
    sufficient: frozenset[str]
    resulting: frozenset[str]


class Connectives(Lists):
    """What joins clauses, by which of them comes first."""

    earlier: frozenset[str]
    later: frozenset[str]
    together: frozenset[str]
    reasons: frozenset[str]
    meanwhile: frozenset[str]
    means: frozenset[str]
    prompting: frozenset[str]
    joining: frozenset[str]
    adding: frozenset[str]
    when: str
    quoting: frozenset[str]
    doing: str
    introducing: str
    aiming: str
    awaiting: frozenset[str]
    provided: frozenset[str]
    conditional: frozenset[str]

    @cached_property
    def waiting(self) -> frozenset[str]:
        """What opens a clause that something waits for: "once he comes home"."""
        return (self.earlier - self.reasons) | self.awaiting | self.conditional | {self.when}


class Openers(Lists):
    """What opens a clause."""

    elliptic: frozenset[str]
    supposing: frozenset[str]
    content: frozenset[str]
    asking: frozenset[str]
    told: frozenset[str]
    that: str
    place: str
    joining: str


class Subjects(Lists):
    """Subjects by what they tell of their verb."""

    weak: frozenset[str]


class Pronouns(Lists):
    """Pronouns by number and gender, and titles."""

    plural: frozenset[str]
    neuter: frozenset[str]
    ranking: frozenset[str]
    persons: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    ships: frozenset[str]
    christened: frozenset[str]
    hallowing: frozenset[str]
    offices: frozenset[str]
    over: str
    male_names: frozenset[str]
    female_names: frozenset[str]
    epithets: frozenset[str]
    anyone: frozenset[str]
    speaking: frozenset[str]
    reflexive: frozenset[str]
    human: frozenset[str]
    somebody: frozenset[str]


class Prepositions(Lists):
    """Prepositions by what they open."""

    timing: frozenset[str]
    placing: frozenset[str]
    local: frozenset[str]
    causing: frozenset[str]
    reasoning: frozenset[str]
    resting: frozenset[str]
    aiming: frozenset[str]
    during: frozenset[str]
    conveying: frozenset[str]
    joint: frozenset[str]
    leaving: frozenset[str]
    owned: frozenset[str]
    inner: frozenset[str]
    addressing: frozenset[str]
    topical: frozenset[str]
    telling: frozenset[str]
    warding: frozenset[str]
    alleging: frozenset[str]
    entering: frozenset[str]
    starting: frozenset[str]
    onwards: frozenset[str]
    naming: frozenset[str]
    answering: frozenset[str]
    facing: frozenset[str]
    keeping: frozenset[str]
    binding: frozenset[str]
    handing: frozenset[str]
    meaning: frozenset[str]
    lacking: frozenset[str]
    about: frozenset[str]


class Small(Lists):
    """Small words that a readable clause minds."""

    remaining: frozenset[str]
    hedges: frozenset[str]
    beginning: frozenset[str]
    portions: frozenset[str]
    loose: frozenset[str]
    amounts: frozenset[str]
    indefinite: frozenset[str]
    again: Mapping[str, str]
    definite: str
    doers: tuple[str, ...]
    articles: Mapping[str, str]
    acting: Mapping[str, str]
    full: Mapping[str, str]
    vowels: str
    degrees: frozenset[str]
    pointing: frozenset[str]
    proper: tuple[str, ...]
    and_or: frozenset[str]
    comparing: frozenset[str]
    than: str
    ranking: frozenset[str]
    since: str
    examples: frozenset[str]
    both: str
    doing: str
    several: frozenset[str]
    joining: frozenset[str]
    was: str
    were: str
    units: frozenset[str]
    alike: frozenset[str]
    against: frozenset[str]
    bases: frozenset[str]
    beside: frozenset[str]
    backward: frozenset[str]
    towards: frozenset[str]


class Standing(Lists):
    """Plain words in the place of phrases of time, and the prepositions these swallow."""

    swallowed: frozenset[str]
    alone: str
    after: str


class Ages(Lists):
    """Words that make a number somebody's age."""

    age: str
    aged: frozenset[str]
    at: frozenset[str]
    barely: frozenset[str]
    birthday: str
    counted: frozenset[str]
    on: frozenset[str]


class Weighty(Lists):
    """Words that name what belongs in a timeline, and verbs that only give it colour."""

    verbs: frozenset[str]
    trifling: frozenset[str]
    nouns: frozenset[str]
