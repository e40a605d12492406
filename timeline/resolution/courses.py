"""The ways on that a story has over one of its times, and what each costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.meanings import Anchor, Clock, Meaning, PartOfDay, Unit, Weekday
from timeline.resolution.costs import Costs
from timeline.resolution.grain import read
from timeline.resolution.kinds import of_late
from timeline.resolution.shape import core, counts_days, is_fine, nears, points, steps_out
from timeline.resolution.standing import Standing
from timeline.resolution.yearless import YEAR, Reading, has_year
from timeline.spans import Granularity, TimeSpan

# Courses kept in sight at once.
BEAM = 6
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


class Ways:
    """The ways on of one story: of `news` behind its day or of a history, and whether it `mourns`
    somebody."""

    def __init__(self, publication: Anchor, costs: Costs, *, news: bool, mourns: bool) -> None:
        self.publication, self.costs = publication, costs
        self.news, self.mourns = news, mourns

    def full(self, course: Course, told: list[TimeSpan], standing: Standing) -> Iterator[Course]:
        """The ways on over a date told in full."""
        span, last, line = told[0], told[-1], course.line
        if line is None or standing.heading:
            if not standing.heading:
                yield Course(course.cost, last, last, None, course)
            if standing.heading or span is not last:
                # "The war of May to December 1897 … On 2 May": a sum goes back to its start.
                yield Course(course.cost, span, last, None, course)
            return
        if _holds(span, line):
            yield Course(course.cost, line, last, None, course)
            return
        if self.news and (span.start or 0) > self.publication.now:
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
        if self.news:
            back = costs.looking_back_year if _is_year(span) else costs.looking_back
            aside = min(aside, back)
        said = standing.passing or standing.inset or (self.news and standing.perfect)
        aside = min(aside, costs.passing_words) if said else aside
        aside += costs.passing_opener if standing.opens and not said else 0.0
        yield Course(course.cost + aside, line, last, None, course, standing.passing)

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
        if not self.news or standing.perfect:
            return Course(course.cost, course.line, course.last, None, course)
        return Course(course.cost, self.publication.day, self.publication.day, None, course)

    def bare(
        self, course: Course, readings: list[Reading], standing: Standing, ends: bool
    ) -> Iterator[Course]:
        """The ways on over a date without its year, which `ends` what its sentence told or not."""
        line, last, costs = course.line, course.last, self.costs
        toll = 0.0
        if last is not line and not standing.left:
            toll = costs.return_near if standing.near else costs.return_far
        aside = costs.aside_near if standing.near else costs.aside_far
        aside = costs.derived_passing if course.passing and not standing.near else aside
        for first, end, reference, strange, home in readings:
            cost = course.cost + strange
            told = last if ends and standing.near else None
            if told is not None and (first.end or 0) <= (told.start or 0):
                cost += costs.ends_before
            if _is_astray(first, last) and not standing.broken:
                cost += costs.astray
            if line is None:
                yield Course(cost, end, end, reference, course)
                continue
            on = cost + toll + self.costs.leap(line, first, standing.broken, standing.perfect)
            if self.news and not standing.near and _is_year(line):
                on += costs.into_year_told_before
            on += costs.passed_over if (first.start or 0) - (line.start or 0) >= YEAR else 0.0
            if standing.perfect and (first.start or 0) < (line.start or 0):
                # "She was seen on 14 May. She had fallen on 2 May": the story stays there.
                yield Course(on, line, end, reference, course)
            if ends:
                # "It began in May and lasted until August. On the first day …"
                yield Course(on, line, end, reference, course)
            yield Course(on, end, end, reference, course)
            if self.news and (first.start or 0) > self.publication.now:
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

    def derived(
        self, course: Course, meaning: Meaning, standing: Standing, day: TimeSpan | None
    ) -> Iterator[Course]:
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
        if day is not None and isinstance(core(meaning), Clock) and not is_fine(last):
            # "It landed on Sunday. The study, ordered in May 2021, … It landed at 10:42."
            hour = read(meaning, self.publication.on(day, "story"))
            yield Course(course.cost, line, hour, day, course)
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
            if self.news and (span.start or 0) > self.publication.now:
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


def best(courses: list[Course]) -> list[Course]:
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
