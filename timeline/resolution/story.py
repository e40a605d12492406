"""The time a story has last told, and whether a text is told as a story at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline.expressions import Phrase, Timex
from timeline.languages import Narration
from timeline.meanings import (
    Coming,
    Day,
    DayOfMonth,
    Edge,
    Ended,
    Last,
    Meaning,
    Month,
    MonthDay,
    Next,
    PartOfDay,
    Shift,
    Since,
    Unit,
    Weekday,
    YearEnd,
)
from timeline.resolution.days import Days
from timeline.resolution.lending import NEARBY, Told, date_before, looks_back
from timeline.resolution.lines import heads_line
from timeline.resolution.quarters import FIGURES_NEAR, YEAR, Quarters, with_meaning
from timeline.resolution.shape import (
    chain,
    compares_quarters,
    core,
    counts_days,
    goes_on,
    is_day_before,
    names_date,
    nears,
    outlasts_days,
    points,
)
from timeline.spans import Duration, Granularity, TimeSpan

WEEKS = (Granularity.WEEK, Granularity.WEEKEND)
QUARTER = Unit(Granularity.QUARTER)
LAST_YEAR = Last(Unit(Granularity.YEAR))


class Story:
    """What a news text has told so far, and what its next words lean on."""

    def __init__(self, narration: Narration, today: int) -> None:
        self.narration, self.today = narration, today
        self.last: TimeSpan | None = None
        self.last_begun = self.last_at = 0
        # The last time that is not told in a "which …".
        self.outer: TimeSpan | None = None
        self.days = Days(narration)
        # The last time that is told by more than its weekday.
        self.calendar: TimeSpan | None = None
        # The date that heads a line.
        self.entry: TimeSpan | None = None
        self.entry_at = 0
        # The year told last, in passing or not.
        self.year: Told | None = None
        # The decade or the century told last.
        self.era: TimeSpan | None = None
        self.era_at = 0
        # The date told last in full.
        self.dated: Told | None = None
        self.quarters = Quarters(narration, today)

    def named(self, phrase: Phrase, text: str) -> Phrase:
        """A quarter told by its end alone keeps the number by which the text has called it, and
        figures of a month or a quarter are those of the same a year earlier."""
        told = phrase.meaning
        if told == LAST_YEAR and self.quarters.measures_year(phrase, text):
            return with_meaning(phrase, Shift(YEAR, -1))
        if isinstance(told, Shift) and self.compares_month(phrase, text):
            told = replace(told, length=Duration(((12, Granularity.MONTH),)), lean="story")
            return with_meaning(phrase, told)
        return self.quarters.numbered(phrase)

    def compares_month(self, phrase: Phrase, text: str) -> bool:
        """Whether "a year earlier" is said of figures of the month told before in its sentence:
        "sales fell 3 percent in April from a year earlier"."""
        if not compares_quarters(phrase.meaning) or phrase.start - self.last_at > FIGURES_NEAR:
            return False
        if self.last is None or self.last.granularity is not Granularity.MONTH:
            return False
        if self.narration.sentence.search(text, self.last_at, phrase.start):
            return False
        return (
            self.narration.figures.search(text, max(0, self.last_at - 60), phrase.end) is not None
        )

    def tell(self, phrase: Phrase, timexes: Sequence[Timex], text: str, led: bool = False) -> None:
        """Takes note of the times of a phrase, `led` there by one told before or not."""
        span = timexes[0].span
        if span.start is not None and heads_line(text, phrase.start, phrase.end):
            self.entry, self.entry_at = span, phrase.end
        self.quarters.open(phrase, span)
        for mark, timex in zip(phrase.marks, timexes, strict=True):
            span = timex.span
            self.quarters.lengthen(mark.meaning, span, phrase.end)
            again = self.quarters.repeats_longer(mark.meaning)
            if timex.type in ("DURATION", "SET") or timex.value.endswith("_REF"):
                continue
            if span.start is None or span.granularity is None:
                continue
            if self.tell_era(span, phrase):
                continue
            if span.granularity <= Granularity.DAY and span.end is not None:
                self.days.note(span, phrase.end)
            if span.granularity is Granularity.YEAR:
                self.year = Told(span, mark.start, phrase.end, False, False)
            derived = mark.meaning.leans == "story" and not names_date(mark.meaning)
            day = core(mark.meaning)
            if isinstance(day, MonthDay) and mark.meaning.leans == "bare":
                self.days.bare.setdefault(day, span.start)
            # "On 19 May 2019 it was published. That summer …; on 11 November …"
            # "On 2 May 1672 it fell. Three weeks later it was free. In the autumn …"
            onward = led and derived and goes_on(mark.meaning) and not counts_days(mark.meaning)
            follows = led and (
                isinstance(day, Month | MonthDay | DayOfMonth) or points(mark.meaning)
            )
            follows = follows or onward
            full = mark.meaning.leans == "none" and span.granularity <= Granularity.YEAR
            # "Last year it opened in May" is as full as "in 2019 it opened in May".
            counted = mark.meaning.leans == "published" and isinstance(mark.meaning, Last | Shift)
            counted = counted and span.granularity is Granularity.YEAR
            # "The first time since 1999", "up from 2% in May": these are told in passing.
            passing = isinstance(phrase.meaning, Since)
            passing = passing and self.narration.about.match(text, phrase.end) is None
            if (full or follows or counted) and not passing:
                # "He died that year, on 10 June"
                on = onward or (led and points(mark.meaning))
                self.dated = Told(span, mark.start, phrase.end, counted, on)
            beside = self.quarters.is_beside(span, mark.start, text)
            self.quarters.tell(mark.meaning, span, phrase.end, again or passing or beside)
            passing = passing or self.is_measure(mark.start, text)
            told = (not derived or onward) and not (passing and self.last is not None)
            if told and not self.is_aside(mark.start, text):
                self.last, self.last_begun, self.last_at = span, phrase.start, phrase.end
                before = text[max(0, phrase.start - NEARBY) : phrase.start]
                if not self.narration.inset(before, ","):
                    self.outer = span
                if not isinstance(core(mark.meaning), Weekday | Day):
                    self.calendar = span
                # "The quarter ended March 31" tells of no day.
                ends = isinstance(phrase.meaning, Ended | YearEnd)
                named = isinstance(mark.meaning, Weekday)
                back = looks_back(span, self.days.last, before, self.narration, named)
                said = self.days.is_saying(span, phrase, text)
                if span.granularity <= Granularity.DAY and not (ends or back or said):
                    self.days.tell(span, phrase, text)
                if span.granularity is Granularity.PART_OF_DAY:
                    self.days.part, self.days.part_at = span, phrase.end

    def tell_era(self, span: TimeSpan, phrase: Phrase) -> bool:
        """Takes note of a decade or a century, and whether a time is one."""
        if span.granularity is None or span.granularity < Granularity.DECADE:
            return False
        self.era, self.era_at = span, phrase.end
        return True

    def is_aside(self, start: int, text: str) -> bool:
        """Whether a time only tells more of somebody in a sentence that has a time of its own: "on
        Friday police arrested a man who had fled on 28 May"."""
        if self.last is None or start - self.last_at > NEARBY:
            return False
        between = text[self.last_at : start]
        told = self.narration.telling.search(between) is not None
        return told and self.narration.sentence.search(between) is None

    def steps_on_era(self, phrase: Phrase, told_at: int) -> bool:
        """Whether "ten years later" or "the following decade" goes on from a decade, "a century
        later" from a century, no other time having been told up to an offset since."""
        told = phrase.meaning
        grain = None if self.era is None else self.era.granularity
        if grain is None or not isinstance(told, Shift | Coming):
            return False
        if told.lean != "story" or told_at > self.era_at:
            return False
        unit, near = told.length.unit, phrase.start - self.era_at <= NEARBY
        least = Granularity.YEAR if grain is Granularity.DECADE else grain
        return near and unit is not None and unit >= least and not told.length.vague

    def is_measure(self, start: int, text: str) -> bool:
        """Whether a time is that of a figure which another is compared with."""
        return self.narration.measured.search(text, max(0, start - 45), start) is not None

    def reference_for(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The time that a phrase leans on, None for the publication date."""
        weekday = self.days.pointed(phrase)
        if weekday is not None:
            return weekday
        quarters = self.quarters
        if quarters.repeats_longer(phrase.meaning):
            return quarters.stretch
        if quarters.compares(phrase, text):
            return quarters.compared(phrase, text)
        if quarters.counts_years(phrase.meaning):
            return None
        if isinstance(phrase.meaning, Last) and core(phrase.meaning) == QUARTER:
            return quarters.compared(phrase, text)  # "Down from $2 million in the previous quarter"
        if self.follows_year(phrase, text) and self.year is not None:
            return self.year.span
        if isinstance(core(phrase.meaning), PartOfDay):
            day = self.days.dawn_of(phrase) or self.days.near(phrase, text)
            pointed = points(phrase.meaning) and not nears(phrase.meaning)
            return day if day is not None or not pointed else self.loosely(phrase)
        if nears(phrase.meaning):
            return self.beside(phrase, text)
        if self.steps_inside(phrase.meaning):
            near = phrase.start - self.days.at <= NEARBY
            return self.days.last if near else None
        if self.steps_on_era(phrase, self.last_at):
            return self.era
        if is_day_before(phrase.meaning) and phrase.start - self.days.at <= 3 * NEARBY:
            return self.days.last or self.loosely(phrase)
        step = isinstance(phrase.meaning, Shift)
        days = counts_days(phrase.meaning) or isinstance(core(phrase.meaning), Weekday)
        same_day = points(phrase.meaning) and core(phrase.meaning) == Unit(Granularity.DAY)
        if ((days and not step) or same_day) and self.tells_week():
            # "They may go home by the weekend. The same day …" is not said of the weekend.
            return self.days.last or self.last
        if days and not step and self.outlasts(Granularity.MONTH):
            # "It will shut by the end of 2024" gives "the following day" no day to follow.
            return self.days.last or self.loosely(phrase)
        last = self.standing(phrase, text)
        moves = points(phrase.meaning) or isinstance(phrase.meaning, Next)
        if moves and outlasts_days(phrase.meaning):
            # "It shut in 1994, police said on Tuesday. Later that year …" is not said of Tuesday.
            return last if last is not self.last else self.calendar or last
        if points(phrase.meaning) or goes_on(phrase.meaning):
            return last
        return last if phrase.start - self.last_at <= NEARBY else None

    def follows_year(self, phrase: Phrase, text: str) -> bool:
        """Whether "the year before" is that before a year of its own sentence, be that told in
        passing: "down from 130 million last year and 160 million the year before"."""
        before = isinstance(phrase.meaning, Last) and core(phrase.meaning) == Unit(Granularity.YEAR)
        if not before or phrase.meaning.leans != "story" or self.year is None:
            return False
        near = phrase.start - self.year.end <= NEARBY // 2
        return near and self.narration.sentence.search(text, self.year.end, phrase.start) is None

    def loosely(self, phrase: Phrase) -> TimeSpan | None:
        """The past month, year or decade just told, for words that go on from one of its days in a
        text that has told none: "it broke out in 1992. The next morning …"."""
        told, at = max((self.last, self.last_at), (self.era, self.era_at), key=lambda each: each[1])
        near = phrase.start - at <= NEARBY
        if phrase.meaning.leans != "story" or told is None or told.end is None or not near:
            return None
        return told if told.end <= self.today else None

    def standing(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The time told last, but for one in a "which …" that has ended: "the works, which it had
        bought in 2009, shut two days later"."""
        before = text[max(0, self.last_begun - NEARBY) : self.last_begun]
        left = self.narration.inset(before, text[self.last_at : phrase.start])
        return self.outer if left and self.outer is not None else self.last

    def outlasts(self, unit: Granularity) -> bool:
        """Whether the time told last is longer than a unit."""
        grain = None if self.last is None else self.last.granularity
        return grain is not None and grain > unit

    def tells_week(self) -> bool:
        """Whether the time told last is a week or a weekend."""
        return self.last is not None and self.last.granularity in WEEKS

    def steps_inside(self, meaning: Meaning) -> bool:
        """Whether "a day earlier" is no step from a month or a year that was told last."""
        if not isinstance(meaning, Shift) or meaning.sign > 0 or self.last is None:
            return False
        unit, grain = meaning.length.unit, self.last.granularity
        return unit is not None and grain is not None and unit <= Granularity.WEEK < grain

    def beside(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The time that "the year" or "the week" is one of, if one stands nearby.

        The end of a week is that of a day before only if its sentence tells a week or more: "on
        Sunday he said that by the end of the week …" is said of the week to come. Of a longer time
        "the day" is one ("in 1998 … on the day"), no week is, and no day of which figures are told.
        """
        if self.last is None or phrase.start - self.last_at > NEARBY:
            return self.quarters.year(phrase, text)
        if self.outlasts_unit(phrase, text):
            return None
        edge = next((each for each in chain(phrase.meaning) if isinstance(each, Edge)), None)
        if edge is None:
            return self.last
        unit, told = core(edge), self.last.granularity
        finer = isinstance(unit, Unit) and told is not None and told < unit.granularity
        apart = self.narration.sentence.search(text, self.last_at, phrase.start) is not None
        # "He died in 2019; his heirs will pay by the end of the year"
        apart = apart or ";" in text[self.last_at : phrase.start]
        return None if finer or apart else self.last

    def outlasts_unit(self, phrase: Phrase, text: str) -> bool:
        """Whether "the week" and the day of figures are shorter than the time told last."""
        unit = core(phrase.meaning)
        if not isinstance(unit, Unit) or not self.outlasts(unit.granularity):
            return False
        first, last = self.narration.around(text, phrase.start, phrase.end)
        figures = self.narration.figures.search(text, first, last) is not None
        return figures or unit.granularity > Granularity.DAY or self.tells_week()

    def entered(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The date at the head of the line that a phrase stands in: "2021 – … It shut in May."."""
        between = text[self.entry_at : phrase.start] if self.entry is not None else ""
        return self.entry if between and "\n" not in between else None

    def month_near(self, phrase: Phrase) -> TimeSpan | None:
        """The month or the day told just before, whose month "the 12th" is of."""
        near = phrase.start - self.last_at <= NEARBY
        grain = None if self.last is None else self.last.granularity
        return self.last if near and grain is not None and grain <= Granularity.MONTH else None

    def date_near(
        self, phrase: Phrase, text: str, *, free: bool, past: Callable[[], bool]
    ) -> TimeSpan | None:
        """The full date that a bare month or day goes on from, as `date_before` tells.

        One behind another time goes on from none: "founded in 2014, it recalled them last month on
        9 August".
        """
        if self.dated is None:
            return None
        if self.last_at > self.dated.end and self.last is not None and self.recent(self.last):
            return None
        return date_before(text, phrase, self.dated, self.narration, free, past)

    def recent(self, span: TimeSpan) -> bool:
        """Whether a time is later than the full date told last, and shorter than a year."""
        end = None if self.dated is None else self.dated.span.end
        if end is None or span.start is None:
            return False
        short = span.granularity is not None and span.granularity < Granularity.YEAR
        return short and span.start >= end
