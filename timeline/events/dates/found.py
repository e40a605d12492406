"""A mention on its way to becoming an event, and what is known of its document meanwhile."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.events.cues import Cues
from timeline.events.dates.bounds import Dating
from timeline.events.dates.tenses import Side
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import WHOLE, Apart, Scene, TimeWords, preposition
from timeline.sentences import Mention
from timeline.spans import TimeSpan


@dataclass(slots=True)
class Found:
    """An event mention with its clause, and what has been told of it so far.

    `number` is its place in the document's list of events; `time` the expression that dates it,
    `share` the ranker's probability for that. `again` tells that the document has told of it
    before, `apart` which words tell only of this time when it happened, and which of others;
    `listed` that it is what an entry of a list is for, `whole` the words of such an entry that has
    no verb.
    """

    scene: Scene
    mention: Mention
    clause: Clause | None
    verbal: bool
    side: Side
    status: str
    number: int
    dating: Dating
    time: TimeWords | None = None
    share: float = 0.0
    again: bool = False
    apart: Apart = WHOLE
    listed: bool = False
    whole: range = range(0)

    @property
    def word(self) -> str:
        """The word that names the event."""
        return self.scene.tokens[self.mention.head].text

    @property
    def lemma(self) -> str:
        """Its lemma."""
        return self.scene.tokens[self.mention.head].lemma

    @property
    def connective(self) -> str:
        """The word that joins the event to its sentence, or "": the one that opens the clause of a
        verb, or the phrase of a noun.

        The "before" of "before the appeal was heard" opens the clause and no phrase, and that of
        "before the appeal he fled" a phrase.
        """
        clause, scene = self.clause, self.scene
        if self.verbal and clause is not None:
            return scene.opener(clause.marker)
        at = preposition(scene, self.mention.head)
        if clause is not None and at == clause.marker:
            phrase = clause.subject is not None and clause.subject[0] > self.mention.head
            return scene.opener(at) if phrase else ""
        return scene.opener(at)

    @property
    def opener(self) -> str:
        """The same, but "" for a clause that is no adverbial one ("that", "who", "and")."""
        plain = self.verbal and self.clause is not None and self.clause.link != "adverbial"
        return "" if plain else self.connective

    @property
    def dated(self) -> bool:
        """Whether a time expression dates it."""
        return self.time is not None


def told_by(found: Sequence[Found], word: int) -> int | None:
    """The place of the event that a word tells, None if it tells none."""
    return next((n for n, one in enumerate(found) if one.mention.head == word), None)


class Entry(NamedTuple):
    """What the date of an entry in a list tells of its sentences: those before the offset `end`.

    `first` is where the sentence begins that tells what the entry is for, `clock` that the date is
    a time of the clock, as in the log of a live report, `alone` that it stands on its own, and
    `over` that it has a line for itself.
    """

    span: TimeSpan
    end: int
    first: int
    clock: bool
    alone: bool
    over: bool = False


class Life(NamedTuple):
    """When somebody was born whose life is told, and died if that is told with it, and the words
    of the name, if that is known."""

    born: TimeSpan
    name: frozenset[str]
    died: TimeSpan | None = None


@dataclass(slots=True)
class Story:
    """What is known while a document of that `text` is read.

    `last` is the event that was dated last, `line` the last of those that move the story on, not
    told in passing or in looking back, `pace` how many seconds it lies from the one before;
    `lemmas` counts the words that name events, `named` holds the dated event of each noun that
    named no two, `period` is the figure last told of a period; `opening` holds the first letters of
    the words of the title, or of the first sentence if there is none; `body` is the number of the
    first sentence after the title; `news` tells that the text is of its day; `entry` is the entry
    of a list that is being read, `opened` the first that it tells, `listed` the last entry of which
    it is known what it is for; `life` is what is known of whose life is told; `days` tells
    from which offset on a diary was written on which day.
    """

    text: str
    published: int | None
    words: Cues
    last: Found | None = None
    line: Found | None = None
    pace: int | None = None
    lemmas: Counter[str] = field(default_factory=Counter)
    named: dict[str, Found | None] = field(default_factory=dict)
    period: Found | None = None
    opening: frozenset[str] = frozenset()
    body: int = 0
    news: bool = True
    entry: Entry | None = None
    opened: Found | None = None
    listed: Entry | None = None
    life: Life | None = None
    days: Sequence[tuple[int, int]] = ()

    def turn_to(self, start: int) -> None:
        """Goes on to the sentence at an offset: the day of a diary's entry is its publication."""
        at = bisect_right(self.days, start, key=lambda day: day[0]) - 1
        if at >= 0:
            self.published = self.days[at][1]
