"""What the reader finds: one event, where it stands in the text, and what dates it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from timeline.expressions import TimeExpression
from timeline.spans import TimeSpan


class Wording(Protocol):
    """An event in words: the readable clause, who takes part, where it happens, who says so.

    `whole` tells that the words stand by themselves, `clausal` that they are a clause, `candid`
    that they say whether the event is a fact, `says` that its verb only says something; `heads`
    holds where the words begin that they are made of, as offsets in the document. `about` is the
    offset of the verb or noun that is told, known before anything is put in words; `salience` says
    between 0 and 1 how much an editor would want the event told.
    """

    @property
    def text(self) -> str: ...

    @property
    def participants(self) -> tuple[str, ...]: ...

    @property
    def place(self) -> str | None: ...

    @property
    def attribution(self) -> str | None: ...

    @property
    def whole(self) -> bool: ...

    @property
    def clausal(self) -> bool: ...

    @property
    def candid(self) -> bool: ...

    @property
    def says(self) -> bool: ...

    @property
    def heads(self) -> frozenset[int]: ...

    @property
    def about(self) -> int: ...

    @property
    def salience(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Words:
    """A wording that is given as it is."""

    text: str
    participants: tuple[str, ...] = ()
    place: str | None = None
    attribution: str | None = None
    whole: bool = True
    clausal: bool = True
    candid: bool = True
    says: bool = False
    heads: frozenset[int] = frozenset()
    about: int = -1
    salience: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens, is said to happen, or is said.

    >>> from timeline.events import Event, Words
    >>> event = Event(0, 20, 7, 15, 7, 15, Words("Troops advanced"))
    >>> event.text, event.kind, event.status, event.span is None
    ('Troops advanced', 'occurrence', 'asserted', True)

    Offsets are characters of the document, end exclusive: the sentence, the trigger ("took back")
    and its head word ("took"). `text` is the clause in readable words; like `participants`,
    `place`, `attribution` and `salience` it is made by `wording` when it is asked for.

    `kind` is occurrence, reporting, state, aspectual or intention; `status` asserted, planned,
    hypothetical or negated; `attribution` who says so. `span` is when, as far as known, read from
    `expression` where `basis` is "expression", else carried along the narrative, told by the tense
    or taken from the day of publication. `to_published` is before, overlap or after.
    `governor` is the place, in the list of the document's events, of the event this one hangs on
    (the saying of what is said, the plan of what is planned), by `link`: content, infinitive,
    adverbial, relative, participle, complement, coordinate or argument; `connective` is the word
    between ("after"). `tense` and `aspect` are those of the verb clause.
    `title` marks what only the headline tells, `known` a noun for what the reader is taken to know
    of ("the attack", "his arrest"), `preceding` a verb with a word that puts it before what is told
    ("previously"), `answering` one that tells what came of what stands before it (", a ruling that
    Karst rejected").
    """

    sentence_start: int
    sentence_end: int
    trigger_start: int
    trigger_end: int
    head_start: int
    head_end: int
    wording: Wording
    kind: str = "occurrence"
    status: str = "asserted"
    expression: TimeExpression | None = None
    span: TimeSpan | None = None
    basis: str = "tense"
    to_published: str | None = None
    confidence: float = 1.0
    why: str = ""
    governor: int | None = None
    link: str = "main"
    connective: str = ""
    tense: str = ""
    aspect: str = "none"
    modal: str = ""
    passive: bool = False
    lemma: str = ""
    title: bool = False
    known: bool = False
    preceding: bool = False
    answering: bool = False

    @property
    def verbal(self) -> bool:
        """Whether a verb names the event, not a noun."""
        return bool(self.tense) and self.link != "argument"

    @property
    def text(self) -> str:
        """The event in readable words, for a chart or a table."""
        return self.wording.text

    @property
    def participants(self) -> tuple[str, ...]:
        """Who takes part: subject, object, agent."""
        return self.wording.participants

    @property
    def place(self) -> str | None:
        """Where it happens, if the clause says so."""
        return self.wording.place

    @property
    def attribution(self) -> str | None:
        """Who says so, where it is reported."""
        return self.wording.attribution

    @property
    def salience(self) -> float:
        """How much an editor would want it in a timeline, between 0 and 1."""
        return self.wording.salience
