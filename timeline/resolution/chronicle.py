"""The course of a story: which of its times carry it on, and which year each bare date is in.

A story's dates go on more often than back, and a little more often than far. Of all ways to
read the bare dates of a text, the one is taken that makes the story leap least: a beam search
over the text, in time that grows with its length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.meanings import Anchor, Between, By, Meaning, Since, Until
from timeline.resolution.costs import COSTS, Costs
from timeline.resolution.courses import Course, Ways, best
from timeline.resolution.lives import is_life, is_obituary
from timeline.resolution.shape import core
from timeline.resolution.standing import Standing, is_heading, stand
from timeline.resolution.yearless import BARE, Over, Reading, Yearless, has_year
from timeline.spans import Granularity, TimeSpan
from timeline.spans.civil import ymd

# Phrases after which the best course is chosen.
WINDOW = 300


#: What a phrase of the day's news tells from the day of publication, if it does.
Newest = Callable[[Phrase], TimeSpan | None]


def references(
    text: str,
    phrases: Sequence[Phrase],
    publication: Anchor,
    narration: Narration,
    newest: Newest | None = None,
    over: Over | None = None,
    costs: Costs = COSTS,
) -> Iterator[TimeSpan | None]:
    """For each phrase of a story the time that it leans on, None for the publication date.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "War came in May 1914. It was lost in June. In July 1916 all was over."
    >>> phrases = list(reader(english()).recognise(text))
    >>> told = references(text, phrases, Anchor(seconds(2009)), english().narration)
    >>> [span and span.edtf() for span in told]
    [None, '1914-05', None]
    """
    yearless = Yearless(publication, over, costs)
    mourns = is_obituary(text, phrases, narration)
    ways = Ways(publication, costs, news=newest is not None, mourns=mourns)
    chronicle = _Chronicle(text, publication, narration, newest, yearless, ways)
    # News begin on their own day.
    today = publication.day if newest is not None else None
    ahead = _years_ahead(phrases, publication)
    told = Course(0.0, today, today)
    for first in range(0, len(phrases), WINDOW):
        courses = [Course(0.0, told.line, told.last)]
        for place in range(first, min(first + WINDOW, len(phrases))):
            courses = chronicle.follow(courses, phrases[place], ahead[place])
        found = []
        course = told = courses[0]
        for phrase in reversed(phrases[first : first + WINDOW]):
            assert course.before is not None
            found.append(_told(course, course.before, phrase))
            course = course.before
        yield from reversed(found)


def _told(course: Course, before: Course, phrase: Phrase) -> TimeSpan | None:
    """What a phrase leans on: a time that the text has told, if that explains its year."""
    what = core(phrase.meaning)
    if course.reference is None or not isinstance(what, BARE) or phrase.meaning.leans != "bare":
        return course.reference
    meant = what.onwards(course.reference)
    for span in (before.last, before.line):
        if span is not None and what.onwards(span) == meant:
            return span
    return course.reference


def _years_ahead(phrases: Sequence[Phrase], anchor: Anchor) -> list[int | None]:
    """For each phrase the year of the next date told in full."""
    ahead: list[int | None] = []
    year = None
    for phrase in reversed(phrases):
        ahead.append(year)
        for mark in phrase.marks:
            span = _fixed(mark.meaning, anchor)
            if span is not None:
                year = ymd(span.start or 0)[0]
    return ahead[::-1]


def _fixed(meaning: Meaning, anchor: Anchor) -> TimeSpan | None:
    """A date told in full, to the year at least."""
    if meaning.leans != "none" or meaning.timex_type is not None:
        return None
    span = meaning.on(anchor)
    return span if has_year(span) else None


class _Chronicle:
    """One story being followed from phrase to phrase."""

    def __init__(
        self,
        text: str,
        publication: Anchor,
        narration: Narration,
        newest: Newest | None,
        yearless: Yearless,
        ways: Ways,
    ) -> None:
        self.text, self.publication, self.narration = text, publication, narration
        self.newest, self.yearless, self.ways = newest, yearless, ways
        self.begun = self.done = 0
        # In news the day that was last told from publication.
        self.day: TimeSpan | None = None
        # The dates over what is told next, and the offset up to which they stand over it.
        self.frame: tuple[int, int] | None = None
        self.framed = 0

    def follow(self, courses: list[Course], phrase: Phrase, ahead: int | None) -> list[Course]:
        """The best courses after one more phrase, the best first."""
        meaning, ways = phrase.meaning, self.ways
        standing = stand(self.text, phrase, self.narration, self.begun, self.done)
        if phrase.start > self.framed:
            self.frame = None
        found: list[Course]
        told = [span for mark in phrase.marks if (span := _fixed(mark.meaning, self.publication))]
        if told and len(told) < len(phrase.marks) and isinstance(meaning, Between):
            # "From July 1788 to the following April"
            told = [end for end in meaning.ends(self.publication) if has_year(end)]
        # What the line of a list tells behind its date is of that date.
        listed = self.frame is not None and self.framed < len(self.text)
        listed = listed and isinstance(core(meaning), BARE)
        now = self.newest(phrase) if self.newest is not None and not listed else None
        if now is not None:
            self.day = now if now.granularity is Granularity.DAY else self.day
            come_to = self.end_of(phrase, now)
            found = [way for c in courses for way in ways.current(c, come_to, standing.near)]
        elif told and meaning.leans == "none" and self.is_life(phrase, told):
            found = [Course(c.cost, c.line, c.last, None, c, c.passing) for c in courses]
        elif told and meaning.leans == "none":
            if standing.heading:
                self.stand_over(phrase, told)
            if isinstance(meaning, Since) and courses[0].line is not None:
                found = [ways.going_on(course, standing) for course in courses]
            else:
                found = [way for c in courses for way in ways.full(c, told, standing)]
        elif meaning.leans == "bare" and isinstance(core(meaning), BARE):
            readings = self.readings(courses, phrase, standing, ahead)
            ends = isinstance(meaning, By | Until)
            found = [way for c in courses for way in ways.bare(c, readings, standing, ends)]
        elif meaning.timex_type is None and meaning.leans != "none":
            found = [way for c in courses for way in ways.derived(c, meaning, standing, self.day)]
        else:
            found = []
        if not found:
            return [Course(way.cost, way.line, way.last, way.last, way) for way in courses]
        self.begun, self.done = phrase.start, phrase.end
        return best(found)

    def stand_over(self, phrase: Phrase, told: Sequence[TimeSpan]) -> None:
        """Put what comes below a heading, or behind the date of a line, under its times."""
        self.frame = (told[0].start or 0, told[-1].end or 0)
        self.framed = len(self.text)
        if not is_heading(self.text, phrase):
            line = self.text.find("\n", phrase.end)
            self.framed = line if line >= 0 else self.framed

    def is_life(self, phrase: Phrase, told: Sequence[TimeSpan]) -> bool:
        """Whether a phrase tells when somebody lived, and carries no story on."""
        if len(told) != 2:
            return False
        born, died = told[0].start or 0, told[1].end or 0
        return is_life(self.text, phrase.start, phrase.end, born, died)

    def end_of(self, phrase: Phrase, told: TimeSpan) -> TimeSpan:
        """What a phrase of news brings its story to: "from 9 January until 24 February" to the last
        day, "since July" to these days."""
        if isinstance(phrase.meaning, Since):
            return self.publication.day
        if not isinstance(phrase.meaning, Between):
            return told
        last = phrase.meaning.ends(self.publication.on(None, "past"))[1]
        return last if last.end == told.end else told

    def readings(
        self, courses: list[Course], phrase: Phrase, standing: Standing, ahead: int | None
    ) -> list[Reading]:
        """What a date without its year can mean: in the years told, before and after them."""
        told = {ymd(span.start or 0)[0] for way in courses for span in (way.line, way.last) if span}
        told |= set() if ahead is None else {ahead}
        # "In April she gave a last concert": so an obituary comes to its end.
        last = self.ways.mourns and standing.broken > 0
        told |= {ymd(self.publication.now)[0]} if last or not told else set()
        return self.yearless.readings(phrase, told, self.frame, last or self.newest is not None)
