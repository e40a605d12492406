"""The time a story has last told, and whether a text is told as a story at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.expressions import Phrase, Timex
from timeline.meanings import (
    About,
    Anchor,
    Day,
    Last,
    Latest,
    Like,
    Meaning,
    MonthDay,
    PartOfDay,
    Shift,
    This,
    Unit,
    Weekday,
)
from timeline.spans import DAY, Granularity, TimeSpan

# A text is a story when this many of its times are dates of their own from long before
# publication, and they outnumber those that lean on publication so many times.
ENOUGH, LONG_AGO, MORE_OFTEN = 4, 300 * DAY, 3
# Words of a news text lean on a time told at most so many characters before.
NEARBY = 160
# A time so far from the story's main line is an aside, the first so many times.
ASIDE, PATIENCE = 4 * 365 * DAY, 1
FIGURES_NEAR = 160
FIGURES = re.compile(
    r"[$£€#%]|\b(?:million|billion|percent|per cent|cents|pence|share|shares|profit|loss|losses|"
    r"sales|revenue|revenues|earnings|net|income|results|quarter)\b"
)
# Where a meaning keeps the time that it tells something of.
_INNER = ("whole", "origin", "first", "what")
SENTENCE = re.compile(r"[.!?][\"”’']*\s|\n\s*\n")
PLANNED = re.compile(r"\b(?:plan|plans|planned|scheduled|will|would|due|intended)\b[^.;]{0,60}$")
LEADING = re.compile(r"(?:^|\n|[.:]\s+|\b(?:in|during|early|late|mid|and)[ -])\s*$", re.IGNORECASE)


def told_as_story(phrases: Sequence[Phrase], published: int) -> bool:
    """Whether times lean on what was told before rather than on the publication date.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "In 1914 war came. In May 1915 Italy joined. It ended in 1918. In 1919 they met."
    >>> told_as_story(list(reader(english()).recognise(text)), seconds(2009))
    True
    """
    anchor = Anchor(published)
    old = leaning = 0
    for phrase in phrases:
        for mark in phrase.marks:
            meaning = mark.meaning
            if meaning.timex_type is not None:
                continue
            if meaning.leans == "published" or isinstance(meaning, Weekday):
                leaning += 1
            elif meaning.leans == "none":
                end = meaning.on(anchor).end
                old += end is not None and end < published - LONG_AGO
    return old >= ENOUGH and old >= MORE_OFTEN * leaning


class Story:
    """What a text has told so far, and what its next words lean on."""

    def __init__(self, narrative: bool) -> None:
        self.narrative = narrative
        self.last: TimeSpan | None = None
        self.last_at = 0
        self.last_day: TimeSpan | None = None
        self.day_at = 0
        self.dated: TimeSpan | None = None
        self.dated_at = 0
        self.quarter: TimeSpan | None = None
        self.main: TimeSpan | None = None
        self.strays = 0

    def tell(self, phrase: Phrase, timexes: Sequence[Timex], text: str) -> None:
        """Takes note of the times of a phrase."""
        for mark, timex in zip(phrase.marks, timexes, strict=True):
            span = timex.span
            if timex.type in ("DURATION", "SET") or timex.value.endswith("_REF"):
                continue
            if span.start is None or span.granularity is None:
                continue
            if span.granularity >= Granularity.DECADE:
                continue
            derived = mark.meaning.leans == "story"
            if mark.meaning.leans == "none" and span.granularity <= Granularity.YEAR:
                self.dated, self.dated_at = span, phrase.end
            if span.granularity is Granularity.QUARTER:
                repeats = derived or isinstance(mark.meaning, Shift | This | Latest)
                if not repeats or (isinstance(mark.meaning, Latest) and self.quarter is None):
                    self.quarter = span
            if self.narrative or not derived:
                self.last, self.last_at = span, phrase.end
                if span.granularity <= Granularity.DAY:
                    self.last_day, self.day_at = span, phrase.end
                if not steps_out(mark.meaning) and (
                    span.granularity < Granularity.YEAR or leads(text, timex.start)
                ):
                    self.follow(span)

    def follow(self, span: TimeSpan) -> None:
        """Moves the story's main line along, unless a time lies far off it: an aside.

        A second time far off in a row is where the story has gone.
        """
        if self.main is None or self.main.start is None or span.start is None:
            self.main = span
            return
        if abs(span.start - self.main.start) > ASIDE and self.strays < PATIENCE:
            self.strays += 1
            return
        self.main, self.strays = span, 0

    def reference_for(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The time that a phrase leans on, None for the publication date."""
        if self.narrative:
            bare = phrase.meaning.leans == "bare"
            return self.main if bare else self.last
        if self.compares(phrase, text):
            return self.quarter
        return self.last if phrase.start - self.last_at <= NEARBY else None

    def date_near(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The full date that a bare month or day goes on from: "on 2 May 2019 and on 9 May".

        Within its sentence it is; into the next one only a day goes on from a month or a day.
        """
        if self.dated is None or phrase.start - self.dated_at > NEARBY:
            return None
        between = text[self.dated_at : phrase.start]
        ends = len(SENTENCE.findall(between))
        if ends == 0:
            return self.dated
        month = self.dated.granularity is not Granularity.YEAR
        goes_on = ends == 1 and month and isinstance(core(phrase.meaning), MonthDay)
        return self.dated if goes_on and "\n\n" not in between else None

    def day_near(self, phrase: Phrase) -> TimeSpan | None:
        """The day that a bare time of day belongs to, if one was told just before."""
        near = phrase.start - self.day_at <= NEARBY
        return self.last_day if near else None

    def compares(self, phrase: Phrase, text: str) -> bool:
        """Whether "a year ago" compares the quarter that an earnings report is about."""
        if self.quarter is None or not compares_quarters(phrase.meaning):
            return False
        around = text[max(0, phrase.start - FIGURES_NEAR) : phrase.end + FIGURES_NEAR]
        return FIGURES.search(around) is not None


def core(meaning: Meaning) -> Meaning:
    """What is told inside hedges and relations: the month of "since early May"."""
    while True:
        parts = (getattr(meaning, name, None) for name in _INNER)
        inner = next((part for part in parts if isinstance(part, Meaning)), None)
        if inner is None:
            return meaning
        meaning = inner


def counts_days(meaning: Meaning) -> bool:
    """Whether words lean on a day: "the following day", "that night"."""
    if isinstance(meaning, Day):
        return True
    if isinstance(meaning, Shift):
        unit = meaning.length.unit
        return unit is Granularity.DAY
    what = getattr(meaning, "what", None)
    if isinstance(what, PartOfDay):
        return True
    return isinstance(what, Unit) and what.granularity is Granularity.DAY


def steps_out(meaning: Meaning) -> bool:
    """Whether words step out of the story: "two years earlier", "a century later"."""
    if isinstance(meaning, About):
        meaning = meaning.what
    if isinstance(meaning, Shift):
        unit = meaning.length.unit
        return meaning.sign < 0 or (unit is not None and unit >= Granularity.DECADE)
    return isinstance(meaning, Last)


def leads(text: str, start: int) -> bool:
    """Whether a year leads the story on ("In 1943, …", a heading) and is no aside ("of 1943")
    and no plan ("a campaign planned in 1943")."""
    before = text[max(0, start - 80) : start]
    return LEADING.search(before) is not None and PLANNED.search(before) is None


def compares_quarters(meaning: Meaning) -> bool:
    """Whether words compare a quarter with the same of another year, or name it again."""
    if isinstance(meaning, Like | Latest):
        return True
    if isinstance(meaning, Shift):
        return meaning.length.parts == ((1, Granularity.YEAR),) and meaning.sign < 0
    if isinstance(meaning, This) and isinstance(meaning.what, Unit):
        return meaning.what.granularity is Granularity.QUARTER
    return False
