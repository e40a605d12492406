"""Diaries and letters: the days that head what is written on them, and are its "today"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.meanings import (
    Anchor,
    Clock,
    DayOfMonth,
    Holiday,
    In,
    MonthDay,
    Reference,
    Weekday,
)
from timeline.resolution.grain import read
from timeline.resolution.lines import TITLE, heads_line, opens_entry, stands_alone
from timeline.resolution.shape import core, of_publication
from timeline.resolution.standing import is_heading
from timeline.spans import Granularity, TimeSpan

# So many entries, and so many words in them that are told from a day, make a diary.
ENTRIES, WORDS = 2, 2
# A letter begins with its day, and its greeting stands so many characters behind that at most.
HEAD, GREETING = 400, 120
#: A line no longer than this, of which a day is the end or the beginning, may head a letter.
LINE = 60


class Day(NamedTuple):
    """A day that heads an entry: where it stands, where its entry ends, when it is, and whether it
    `follows` a date over it."""

    start: int
    end: int
    stop: int
    span: TimeSpan
    follows: bool


def days(text: str, phrases: Sequence[Phrase], publication: Anchor) -> Sequence[Day]:
    """The days that head entries, each going on from the one before it.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "30 December 1887. It snowed." + chr(10) + "2 January. It thawed."
    >>> phrases = list(reader(english()).recognise(text))
    >>> [day.span.edtf() for day in days(text, phrases, Anchor(seconds(1931)))]
    ['1887-12-30', '1888-01-02']

    A day without its year goes on from the day, the month or the year over it, but not past
    publication. The entry of a day with a dash or a colon ends with its line, that of others where
    the next begins, or at the title of another part.
    """
    found: list[Day] = []
    titles = [*(title.end() for title in TITLE.finditer(text)), len(text)]
    told: TimeSpan | None = None
    for phrase in phrases:
        alone = stands_alone(text, phrase.start, phrase.end)
        if told is None and _is_year_of_title(text, phrase, publication):
            told = phrase.meaning.on(publication)
        if not alone and not opens_entry(text, phrase.start, phrase.end):
            continue
        span = _read(phrase, publication, told)
        grain = None if span is None else span.granularity
        if span is None or grain is None or span.start is None or span.relation != "within":
            continue
        if grain <= Granularity.DAY:
            span = TimeSpan.unit(Granularity.DAY, span.start)
            line = not alone and heads_line(text, phrase.start, phrase.end)
            stop = text.find("\n", phrase.end) if line else -1
            if stop < 0:
                stop = titles[bisect_left(titles, phrase.end)]
            found.append(Day(phrase.start, phrase.end, stop, span, told is not None))
            told = span
        elif alone and grain <= Granularity.YEAR and phrase.meaning.leans == "none":
            told = span
    return found


def _is_year_of_title(text: str, phrase: Phrase, publication: Anchor) -> bool:
    """Whether a year closes the line of a heading: "A diary of 1887"."""
    if phrase.meaning.leans != "none" or not is_heading(text, phrase):
        return False
    if phrase.meaning.on(publication).granularity is not Granularity.YEAR:
        return False
    behind = text[phrase.end : text.find("\n", phrase.end)]
    return not any(letter.isalnum() for letter in behind)


def _read(phrase: Phrase, publication: Anchor, told: TimeSpan | None) -> TimeSpan | None:
    """What a date over an entry means behind what was `told` over those before it."""
    meaning = phrase.meaning
    if isinstance(meaning, In) and isinstance(meaning.what, Clock):
        meaning = meaning.whole  # "9 February, 00:50. The ship stops."
    if meaning.leans == "none":
        return meaning.on(publication)
    what = core(meaning)
    if what is not meaning or not isinstance(what, MonthDay | DayOfMonth | Holiday | Weekday):
        return None
    span = read(meaning, publication.on(None, "past"))
    if told is None or told.start is None:
        return None if isinstance(what, DayOfMonth) else span
    ahead = read(meaning, publication.on(told, "story"))
    return ahead if ahead.start is not None and ahead.start <= publication.today else span


class Diary:
    """The days over the words of a diary or a letter.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "Bath, 3 May 1887" + chr(10) * 2 + "Dear Tom," + chr(10) + "I left on Monday."
    >>> phrases = list(reader(english()).recognise(text))
    >>> diary = Diary(text, phrases, Anchor(seconds(1931)), english().narration)
    >>> diary.kept, diary.over(phrases[1]).edtf()
    (True, '1887-05-03')

    `heads` are where its days stand, and `follow` has those that go on from a date over them. It is
    `kept` where words of its entries are told from a day: "yesterday", "last week", "on Monday".
    """

    def __init__(
        self, text: str, phrases: Sequence[Phrase], publication: Anchor, narration: Narration
    ) -> None:
        letter = _letter(text, phrases, publication, narration)
        self._days = days(text, phrases, publication) if letter is None else (letter,)
        self._at = 0
        self.follow: Mapping[int, TimeSpan] = {
            day.start: day.span for day in self._days if day.follows
        }
        self.heads = frozenset(day.start for day in self._days)
        least = 1 if letter is not None else WORDS
        several = letter is not None or len(self._days) >= ENTRIES
        self.kept = several and sum(1 for _ in self._from_its_day(phrases, publication)) >= least
        self._at = 0

    def _from_its_day(self, phrases: Sequence[Phrase], publication: Anchor) -> Iterator[Phrase]:
        """The words below days that are told from a day."""
        for phrase in phrases:
            meaning = phrase.meaning
            if isinstance(meaning, Reference) or not of_publication(meaning):
                continue
            grain = meaning.on(publication).granularity
            short = grain is not None and grain <= Granularity.WEEK
            if short and self.over(phrase) is not None:
                yield phrase

    def over(self, phrase: Phrase) -> TimeSpan | None:
        """The day over a phrase; phrases are asked for in their order."""
        days, at = self._days, self._at
        while at + 1 < len(days) and days[at + 1].start < phrase.start:
            at += 1
        self._at = at
        if (
            not days
            or phrase.start in self.heads
            or not days[at].end <= phrase.start < days[at].stop
        ):
            return None
        return days[at].span


def _letter(
    text: str, phrases: Sequence[Phrase], publication: Anchor, narration: Narration
) -> Day | None:
    """The day of a letter: it stands over its greeting, be it behind the name of a place."""
    for phrase in phrases:
        if phrase.start > HEAD:
            return None
        span = phrase.meaning.on(publication) if phrase.meaning.leans == "none" else None
        if span is None or span.granularity is not Granularity.DAY:
            continue
        last = text.find("\n", phrase.end)
        greets = narration.greeting.search(text, last, last + GREETING) if last >= 0 else None
        if greets is None or not _is_short_line(text, phrase.start, last):
            continue
        return Day(phrase.start, phrase.end, len(text), span, follows=False)
    return None


def _is_short_line(text: str, start: int, last: int) -> bool:
    """Whether a line that ends there is none of prose."""
    return 0 < last <= text.rfind("\n", 0, start) + LINE and text[last - 1] not in ".!?"
