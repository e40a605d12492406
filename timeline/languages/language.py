"""What a language brings: its pattern book, its words, its guards and its cues."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.meanings import Meaning
from timeline.patterns import Cutter, Grammar, PatternBook

Guard = Callable[[str, int, int], bool | None]
Trim = Callable[[str, int, int], int]
Turn = Callable[[str, int, int, Meaning], Meaning]
Cue = Callable[[str, int, int, str], str | None]


class Shores(NamedTuple):
    """Where the few words of a text that may tell a time begin and end.

    >>> from timeline.languages import english
    >>> "of" in english().shores.glue, "of" in english().shores.links
    (True, False)

    `glue` are words that cannot end a time, `links` words that cannot begin one, `endings` what
    may be joined to figures. `figures` is a verbose regular expression for figures that give a
    time away by themselves, `ahead` one for figures with which a time goes on.
    """

    glue: frozenset[str]
    links: frozenset[str]
    endings: frozenset[str]
    opening: frozenset[str]
    figures: str
    ahead: str


@dataclass(frozen=True, eq=False, slots=True)
class Narration:
    """The words around a time by which a story is followed, as patterns.

    >>> from timeline.languages import english
    >>> english().narration.leads("It fell. In "), english().narration.leads("the men of ")
    (True, False)

    `sentence` is the end of one. Of the patterns for what stands before a time, `leading` tells
    that it leads the story on, `planned` that it is a plan, `relative` that it stands in a clause
    of its own, `passive` that it tells what was done to a thing, `passing` that it is told in
    passing, `perfect` that the words look back, `closing` that a meeting ends, and `met` that a
    deadline had been met; `greeting` is a line that begins a letter; `dying` begins an obituary, if
    what it finds is `late` or a day without its year follows; `framing` is all that stands before a
    year that sets the time of its sentence, `about` begins a clause on the year before it.
    `present` and `past` are the verbs of a sentence that speaks of today and of one that does not,
    `coming` tells that what follows is ahead, and so does `calendar` right before it. `joining`
    stands between two times told in one breath, `follows` between a date and the time of what was
    done next, `placed` between a time and the year it is of ("the winter in Sardis in 481 BC").
    `town` stands behind a time of the clock that is told by a town's, whose zone `towns` has by its
    name. `figures` are the words of an earnings report, `measured` stands before the time of one
    that others are compared with, `against` before a quarter of such and `versus`, with the figure,
    before a "last year" of such that is no whole year, as `yearly` would tell. `counted` stands
    behind "within two days" where it counts from what follows, `onto` ends what counts from the
    time told right before ("two days after that"), `definite` finds a day of those just
    told ("on the Wednesday"). `era` finds a year with its era or of three digits, `era_names` are
    what the eras before and after Christ are called; `years` finds years by their groups: `bc`,
    `ad` and `ce` with their era, a `century` of the later one, the `nth` of `centuries`, which have
    the year in their middle, `bare` without, behind words that are `firm`, a `month` or others,
    which numbers stand behind, too, and of a `season`. `occasion` stands behind a length and names
    what it is counted from: its group `back` matches where that is backwards, its group `noun` or
    `name` is what it is called. `again` begins a sentence that goes on about what the one before it
    named. `stretch` opens a length in which something fell, `within` behind it is as good as
    "after". `endings` and `irregular` tell the nouns of verbs in `verbal`: "closure" of "closed",
    "death" of "died". `telling` opens a clause that tells more of what stands right before it: "a
    man who …", and `said` stands before the day on which something was said.
    """

    sentence: re.Pattern[str]
    leading: re.Pattern[str]
    planned: re.Pattern[str]
    relative: re.Pattern[str]
    passive: re.Pattern[str]
    telling: re.Pattern[str]
    said: re.Pattern[str]
    framing: re.Pattern[str]
    about: re.Pattern[str]
    passing: re.Pattern[str]
    perfect: re.Pattern[str]
    dying: re.Pattern[str]
    present: re.Pattern[str]
    past: re.Pattern[str]
    coming: re.Pattern[str]
    calendar: re.Pattern[str]
    closing: re.Pattern[str]
    greeting: re.Pattern[str]
    met: re.Pattern[str]
    joining: re.Pattern[str]
    follows: re.Pattern[str]
    placed: re.Pattern[str]
    town: re.Pattern[str]
    towns: Mapping[str, str]
    figures: re.Pattern[str]
    measured: re.Pattern[str]
    against: re.Pattern[str]
    versus: re.Pattern[str]
    yearly: re.Pattern[str]
    counted: re.Pattern[str]
    onto: re.Pattern[str]
    definite: re.Pattern[str]
    era: re.Pattern[str]
    era_names: tuple[str, str]
    years: re.Pattern[str]
    centuries: Mapping[str, int]
    occasion: re.Pattern[str]
    again: re.Pattern[str]
    stretch: re.Pattern[str]
    endings: tuple[str, ...]
    verbal: tuple[str, ...]
    irregular: Mapping[str, Sequence[str]]

    def verbs_of(self, noun: str) -> list[str]:
        """The verbs that may tell what a noun names, as past tenses and as they are.

        >>> from timeline.languages import english
        >>> english().narration.verbs_of("arrest"), english().narration.verbs_of("death")
        (['arrest', 'arrested', 'arrestd'], ['died'])
        """
        if noun in self.irregular:
            return [*self.irregular[noun]]
        stems = [noun, *(noun[: -len(e)] for e in self.endings if noun.endswith(e))]
        return [stem + ending for stem in stems for ending in ("", *self.verbal)]

    def leads(self, before: str) -> bool:
        """Whether a year behind these words leads the story on, and is no plan."""
        return self.leading.search(before) is not None and self.planned.search(before) is None

    def speaks(self, sentence: str, before: str = "") -> bool:
        """Whether a sentence speaks of the day it was written on, and not of the story's.

        `before` are its words before a time: what "will" come "next month" comes after that day.
        """
        if self.coming.search(before) is not None:
            return True
        return self.present.search(sentence) is not None and self.past.search(sentence) is None

    def around(self, text: str, start: int, end: int, reach: int = 200) -> tuple[int, int]:
        """The sentence around two offsets, as far as it reaches to each side."""
        first = max(0, start - reach)
        for match in self.sentence.finditer(text, first, start):
            first = match.end()
        behind = self.sentence.search(text, end, end + reach)
        return first, behind.start() if behind else min(len(text), end + reach)

    def inset(self, before: str, behind: str, *, participles: bool = False) -> bool:
        """Whether a time stands in a relative clause between commas: "the pier, which opened in
        1869, …"; with `participles` also in "the firm, founded in 2014 by two brothers, …".

        `before` are the words up to the time, `behind` those in which the second comma is sought.
        """
        clause = self.relative.search(before) if "," in behind else None
        return clause is not None and (participles or clause["pronoun"] is not None)

    def passes(self, before: str) -> bool:
        """Whether a time behind these words is told in passing."""
        told = self.passing.search(before) or self.planned.search(before)
        return told is not None


@dataclass(frozen=True, eq=False, slots=True)
class Language:
    """A language ready to read with.

    >>> from timeline.languages import english
    >>> english().code, "monday" in english().triggers, english().impossible("February 30")
    ('en', True, 'that month has no day 30')

    `cut` makes tokens of a few words. `triggers` are the words that a time can be told by,
    `vocabulary` all words that can stand in one, `abbreviations` those that a full stop may follow.
    A guard, by the name of its entry, looks at the words around an extent and tells whether it is a
    time at all, or None where it is one in fewer words; a trim, likewise by name, tells where its
    extent begins, and a turn what its meaning becomes among the words around it. `lean` tells from
    those whether a bare weekday or month points "past" or "future". `requests` reads a text that is
    nothing but time words, as one types them into a calendar. `impossible` tells what is wrong with
    a day that no calendar has, None of any other words. `narration` holds the words by which a
    story is followed, `shores` where times begin and end in a text.
    """

    code: str
    cut: Cutter
    book: PatternBook
    grammar: Grammar
    requests: Grammar
    triggers: frozenset[str]
    vocabulary: frozenset[str]
    abbreviations: frozenset[str]
    guards: Mapping[str, Guard]
    trims: Mapping[str, Trim]
    turns: Mapping[str, Turn]
    lean: Cue
    impossible: Callable[[str], str | None]
    narration: Narration
    shores: Shores
