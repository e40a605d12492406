"""The course of a story: which of its times carry it on, and which year each bare date is in.

A story's dates go on more often than back, and a little more often than far. Of all ways to
read the bare dates of a text, the one is taken that makes the story leap least: a beam search
over the text, in time that grows with its length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.meanings import (
    Anchor,
    Between,
    By,
    Clock,
    Meaning,
    PartOfDay,
    Since,
    Unit,
    Until,
    Weekday,
)
from timeline.resolution.costs import COSTS, Costs
from timeline.resolution.grain import read
from timeline.resolution.kinds import of_late
from timeline.resolution.lives import is_life, is_obituary
from timeline.resolution.shape import core, counts_days, is_fine, nears, points, steps_out
from timeline.resolution.standing import Standing, is_heading, stand
from timeline.resolution.yearless import BARE, YEAR, Over, Reading, Yearless, has_year
from timeline.spans import Granularity, TimeSpan
from timeline.spans.civil import ymd

# Courses kept in sight at once, and phrases after which the best is chosen.
BEAM, WINDOW = 6, 300
# Courses that cost so much more than the best are given up.
MARGIN = 4.0


@dataclass(frozen=True, slots=True)
class Course:
    """One way to follow a story so far.

    `line` is the time that the story has come to, `last` the one that was told last, which may
    be off the line, and told in `passing`. `reference` is what the last phrase leans on.
    """

    cost: float
    line: TimeSpan | None = None
    last: TimeSpan | None = None
    reference: TimeSpan | None = None
    before: Course | None = None
    passing: bool = False


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
    chronicle = _Chronicle(text, publication, narration, newest, yearless, costs, mourns)
    # News begin on their own day.
    today = publication.day if newest is not None else None
    best = Course(0.0, today, today)
    ahead = _years_ahead(phrases, publication)
    for first in range(0, len(phrases), WINDOW):
        courses = [Course(0.0, best.line, best.last)]
        for place in range(first, min(first + WINDOW, len(phrases))):
            courses = chronicle.follow(courses, phrases[place], ahead[place])
        best = courses[0]
        found = []
        course = best
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
        costs: Costs,
        mourns: bool,
    ) -> None:
        self.text, self.publication, self.narration = text, publication, narration
        self.newest, self.yearless, self.costs = newest, yearless, costs
        self.mourns = mourns
        self.begun = self.done = 0
        # In news the day that was last told from publication.
        self.day: TimeSpan | None = None
        # The dates over what is told next, and the offset up to which they stand over it.
        self.frame: tuple[int, int] | None = None
        self.framed = 0

    def follow(self, courses: list[Course], phrase: Phrase, ahead: int | None) -> list[Course]:
        """The best courses after one more phrase, the best first."""
        meaning = phrase.meaning
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
            found = [
                way for course in courses for way in self.current(course, come_to, standing.near)
            ]
        elif told and meaning.leans == "none" and self.is_life(phrase, told):
            found = [Course(c.cost, c.line, c.last, None, c, c.passing) for c in courses]
        elif told and meaning.leans == "none":
            if standing.heading:
                self.stand_over(phrase, told)
            if isinstance(meaning, Since) and courses[0].line is not None:
                found = [self.going_on(course, standing) for course in courses]
            else:
                found = [way for course in courses for way in self.full(course, told, standing)]
        elif meaning.leans == "bare" and isinstance(core(meaning), BARE):
            readings = self.readings(courses, phrase, standing, ahead)
            ends = isinstance(meaning, By | Until) and standing.near
            found = [way for c in courses for way in self.bare(c, readings, standing, ends)]
        elif meaning.timex_type is None and meaning.leans != "none":
            found = [way for course in courses for way in self.derived(course, meaning, standing)]
        else:
            found = []
        if not found:
            return [Course(way.cost, way.line, way.last, way.last, way) for way in courses]
        self.begun, self.done = phrase.start, phrase.end
        return _best(found)

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

    def full(self, course: Course, told: list[TimeSpan], standing: Standing) -> Iterator[Course]:
        """The ways on over a date told in full."""
        span, last, line = told[0], told[-1], course.line
        if line is None or standing.heading:
            yield Course(course.cost, last if not standing.heading else span, last, None, course)
            return
        if _holds(span, line):
            yield Course(course.cost, line, last, None, course)
            return
        if self.newest is not None and (span.start or 0) > self.publication.now:
            # A plan leaves news where they stand.
            yield Course(course.cost, line, last, None, course)
            return
        costs = self.costs
        year = span.granularity is Granularity.YEAR and not standing.leading
        cost = self.costs.leap(line, span, standing.broken, standing.perfect, full=True) + (
            costs.leading if year else 0.0
        )
        # "The ferry, built in 1937, was sold in February": not in that year.
        old = year and standing.told_of
        if not old and not (standing.inset and standing.perfect):
            yield Course(course.cost + cost, last, last, None, course)
        aside = costs.passing_year if year else costs.passing
        if self.newest is not None:
            back = costs.looking_back_year if _is_year(span) else costs.looking_back
            aside = min(aside, back)
        said = standing.passing or standing.inset or (self.newest is not None and standing.perfect)
        aside = min(aside, costs.passing_words) if said else aside
        aside += costs.passing_opener if standing.opens and not said else 0.0
        yield Course(course.cost + aside, line, last, None, course, standing.passing)

    def end_of(self, phrase: Phrase, told: TimeSpan) -> TimeSpan:
        """What a phrase of news brings its story to: "from 9 January until 24 February" to the last
        day, "since July" to these days."""
        if isinstance(phrase.meaning, Since):
            return self.publication.day
        if not isinstance(phrase.meaning, Between):
            return told
        last = phrase.meaning.ends(self.publication.on(None, "past"))[1]
        return last if last.end == told.end else told

    def current(self, course: Course, told: TimeSpan, near: bool) -> Iterator[Course]:
        """The ways on over what is told from the day of publication: a day of these weeks brings
        the story back to them, a plan and a long time `near` a day leave it where it stands."""
        short = told.granularity is not None and told.granularity <= Granularity.MONTH
        if near and not short and course.line is not None and is_fine(course.line):
            # "On 11 April it said sales in the first quarter had fallen": it was said in April.
            yield Course(course.cost, course.line, told, None, course)
            return
        over = has_year(told) and (told.start or 0) <= self.publication.published
        if over:
            yield Course(course.cost, told, told, None, course)
        if not (over and short) or told == self.publication.day:
            toll = self.costs.left if over else 0.0
            yield Course(course.cost + toll, course.line, course.last, None, course)

    def going_on(self, course: Course, standing: Standing) -> Course:
        """The way on over a "since", which brings news to its own days: "the trial, delayed since
        2020, opened on 15 January", and leaves other stories where they stand."""
        if self.newest is None or standing.perfect:
            return Course(course.cost, course.line, course.last, None, course)
        return Course(course.cost, self.publication.day, self.publication.day, None, course)

    def readings(
        self, courses: list[Course], phrase: Phrase, standing: Standing, ahead: int | None
    ) -> list[Reading]:
        """What a date without its year can mean: in the years told, before and after them."""
        told = {ymd(span.start or 0)[0] for way in courses for span in (way.line, way.last) if span}
        told |= set() if ahead is None else {ahead}
        # "In April she gave a last concert": so an obituary comes to its end.
        last = self.mourns and standing.broken > 0
        told |= {ymd(self.publication.now)[0]} if last or not told else set()
        return self.yearless.readings(phrase, told, self.frame, last or self.newest is not None)

    def bare(
        self, course: Course, readings: list[Reading], standing: Standing, ends: bool
    ) -> Iterator[Course]:
        """The ways on over a date without its year, which `ends` what its sentence told or not."""
        line, last, costs = course.line, course.last, self.costs
        toll = 0.0
        if last is not line:
            toll = costs.return_near if standing.near else costs.return_far
        aside = costs.aside_near if standing.near else costs.aside_far
        for first, end, reference, strange, home in readings:
            cost = course.cost + strange
            if ends and last is not None and (first.end or 0) <= (last.start or 0):
                cost += costs.ends_before
            if _is_astray(first, last) and not standing.broken:
                cost += costs.astray
            if line is None:
                yield Course(cost, end, end, reference, course)
                continue
            on = cost + toll + self.costs.leap(line, first, standing.broken, standing.perfect)
            if self.newest is not None and not standing.near and _is_year(line):
                on += costs.into_year_told_before
            on += costs.passed_over if (first.start or 0) - (line.start or 0) >= YEAR else 0.0
            if standing.perfect and (first.start or 0) < (line.start or 0):
                # "She was seen on 14 May. She had fallen on 2 May": the story stays there.
                yield Course(on, line, end, reference, course)
            if ends:
                # "It began in May and lasted until August. On the first day …"
                yield Course(on, line, end, reference, course)
            yield Course(on, end, end, reference, course)
            if self.newest is not None and (first.start or 0) > self.publication.now:
                # A plan leaves news where they stand.
                yield Course(cost + costs.home, line, end, reference, course)
            if home:
                homeward = costs.ending if self.mourns and standing.broken else costs.home
                if standing.joined and last is not None and self.is_long_ago(last):
                    homeward += costs.home_joined
                yield Course(cost + homeward, end, end, reference, course)
            if last is not None and last is not line and not (standing.thing and _is_year(last)):
                off = cost + aside + self.costs.leap(last, first, standing.broken, standing.perfect)
                yield Course(off, line, end, reference, course)

    def is_long_ago(self, told: TimeSpan) -> bool:
        """Whether a month or a day is of no year that news mean without telling it."""
        ago = self.publication.published - (told.start or 0)
        return not _is_year(told) and ago > YEAR

    def derived(self, course: Course, meaning: Meaning, standing: Standing) -> Iterator[Course]:
        """The ways on over words that lean on a time told: "two days later", "that year"."""
        line, last = course.line, course.last
        if last is None:
            yield Course(course.cost, line, last, None, course)
            return
        if of_late(meaning, last, self.publication.published):
            now = meaning.on(self.publication)
            if now.granularity is Granularity.YEAR:
                # "Bought last year" tells where a thing is now, not where the story has come to.
                yield Course(course.cost, line, last, None, course)
            else:
                yield from self.current(course, now, standing.near)
            return
        if self.day is not None and isinstance(core(meaning), Clock) and not is_fine(last):
            # "It landed on Sunday. The study, ordered in May 2021, … It landed at 10:42."
            hour = read(meaning, self.publication.on(self.day, "story"))
            yield Course(course.cost, line, hour, self.day, course)
            return
        ways = [(last, 0.0)]
        if line is not None and _is_inside(meaning, line) and not _is_inside(meaning, last):
            # "Who had fought in 1759 … by the end of the month": of a month that the line tells.
            # "Vaccinated in 1974, she was seen on the same day": of the day that the line tells.
            ways = [(line, 0.0)]
        elif line is not None and last is not line and _needs_day(meaning, line, last):
            # "Restored a month before, she lost on 23 May. The news came five days later."
            ways = [(line, 0.0)]
        elif last is not line and line is not None and (standing.left or not points(meaning)):
            costs = self.costs
            aside = costs.derived_near if standing.near else costs.derived_far
            aside = costs.derived_passing if course.passing and not standing.near else aside
            ways = [(last, aside), (line, costs.derived_return)]
            if standing.left:
                # "The town, which had been taken in 2010, fell two weeks later."
                ways = [(last, costs.derived_passing), (line, 0.0)]
        if standing.perfect and isinstance(core(meaning), Weekday) and is_fine(last):
            # "He came on 9 June. It had rained since the Sunday": the story stays there.
            yield Course(course.cost, line, last, last, course)
            return
        lean = "story" if meaning.leans == "bare" else None
        for reference, toll in ways:
            span = read(meaning, self.publication.on(reference, lean))
            cost = course.cost + toll
            if self.newest is not None and (span.start or 0) > self.publication.now:
                cost += self.costs.outside
            if not has_year(span) or span.value is not None:
                yield Course(cost, line, last, reference, course)
            elif steps_out(meaning):
                yield Course(cost + self.costs.passing_year, line, span, reference, course)
            elif line is None or _holds(span, line):
                yield Course(cost, line or span, span, reference, course)
            elif reference is line:
                yield Course(cost + self.costs.told, span, span, reference, course)
            else:
                yield Course(cost, line, span, reference, course)
                on = cost + self.costs.leap(
                    line, span, standing.broken, standing.perfect, full=True
                )
                yield Course(on, span, span, reference, course)


def _is_inside(meaning: Meaning, told: TimeSpan) -> bool:
    """Whether "the end of the month" or "that day" can be of a time: it is no longer than that."""
    unit, grain = core(meaning), told.granularity
    if not isinstance(unit, Unit) or grain is None or grain > unit.granularity:
        return False
    return nears(meaning) or (points(meaning) and unit.granularity is Granularity.DAY)


def _needs_day(meaning: Meaning, line: TimeSpan, last: TimeSpan) -> bool:
    """Whether words of an hour, or that count days, stand behind a month or a year told off a line
    that has come to a day."""
    if line.granularity is None or last.granularity is None:
        return False
    fine = counts_days(meaning) or isinstance(core(meaning), Clock | PartOfDay | Weekday)
    return fine and line.granularity <= Granularity.DAY < last.granularity


def _is_astray(told: TimeSpan, last: TimeSpan | None) -> bool:
    """Whether a time is years away from a day that was told right before."""
    if last is None or not is_fine(last):
        return False
    return abs((told.start or 0) - (last.start or 0)) > YEAR


def _is_year(span: TimeSpan) -> bool:
    return span.granularity is Granularity.YEAR


def _holds(outer: TimeSpan, inner: TimeSpan) -> bool:
    return (outer.start or 0) <= (inner.start or 0) and (inner.end or 0) <= (outer.end or 0)


def _best(courses: list[Course]) -> list[Course]:
    """The cheapest courses, one for each place that a story can stand at."""
    kept: dict[object, Course] = {}
    ordered = sorted(courses, key=lambda course: course.cost)
    for course in ordered:
        if course.cost > ordered[0].cost + MARGIN:
            break
        line, last = course.line, course.last
        where = (line and line.start, line and line.end, last and last.start, last and last.end)
        kept.setdefault(where, course)
        if len(kept) == BEAM:
            break
    return list(kept.values())
