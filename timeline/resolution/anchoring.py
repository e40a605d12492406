"""What each time of a document leans on: publication, the story, a date beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.expressions import Phrase
from timeline.languages import Language
from timeline.meanings import (
    Anchor,
    By,
    Clock,
    Coming,
    DayOfMonth,
    Edge,
    Holiday,
    In,
    Last,
    Month,
    MonthDay,
    Next,
    Overnight,
    PartOfDay,
    Recurring,
    Reference,
    Season,
    Since,
    This,
    Unit,
    Until,
    Weekday,
)
from timeline.resolution.clocks import Clocks
from timeline.resolution.costs import COSTS
from timeline.resolution.daycounts import DayCounts
from timeline.resolution.diaries import Diary
from timeline.resolution.grain import read
from timeline.resolution.kinds import of_late
from timeline.resolution.leaning import Side
from timeline.resolution.lending import NEARBY, date_behind, year_after, year_behind
from timeline.resolution.lines import stands_alone
from timeline.resolution.logs import Log, comes_sooner
from timeline.resolution.occasions import Occasions
from timeline.resolution.shape import core, counts_days, is_fine, nears, points
from timeline.resolution.story import Story
from timeline.spans import DAY, Granularity, TimeSpan

# A day told right behind a time of the clock: at most so far, what stands in brackets aside.
BESIDE, ASIDE = 4, re.compile(r"\s*\([^()]*\)")
# What a time no nearer than a month has too many of.
WEEKS = (Unit(Granularity.WEEK), Unit(Granularity.WEEKEND))
# "Last week" and "next month" are told of the time of writing, "next year" may be a story's.
SHORT = (Unit(Granularity.WEEK), Unit(Granularity.MONTH))
HOURS = 24
# What is not told as past is of no day as long ago as this.
LONG_AGO = 60 * DAY


@dataclass(frozen=True, slots=True)
class Publication:
    """When a text was published: an instant in seconds since 1970, and whether to the second.

    >>> from timeline.spans import seconds
    >>> Publication(seconds(2023, 3, 6))
    Publication(at=1678060800, fine=False)
    """

    at: int
    fine: bool = False


class Anchoring:
    """Where one document stands while it is read, and what each of its times leans on."""

    def __init__(
        self, text: str, published: Publication, language: Language, lean: str, narrative: bool
    ) -> None:
        self.text, self.language = text, language
        self.publication = Anchor(published.at, None, lean, published.fine)
        self.narrative = narrative
        # Whether a text that is told as a story is one of the day's news all the same.
        self.news = False
        self.opener: Phrase | None = None
        # The day of these weeks that the text is about, where its head tells it in full.
        self.own_day: TimeSpan | None = None
        self.costs = COSTS
        # Where the first date of the story that news tell behind them stands.
        self.begun = 0
        self.side = Side(text, language, lean, self.publication.today)
        self.story = Story(language.narration, self.publication.today)
        self.log = Log(text)
        self.diary = Diary(text, (), self.publication, language.narration)
        # When the text was written, and the day that stands over the entry at hand of a log.
        self.written = self.publication
        self.over: TimeSpan | None = None
        # What the phrase at hand leans on in a text that is told as a story.
        self.reference: TimeSpan | None = None
        self.occasions = Occasions(text, language.narration)
        self.counts = DayCounts(self.occasions)
        self.coming: Sequence[Phrase] = ()
        self.clocks = Clocks(text, (), language.narration)
        self.dated_at = 0
        # Whether a story is told in the present tense, which then is not that of publication.
        self.in_present = False

    def midnight_before(self, phrase: Phrase) -> bool:
        """Whether a bare midnight is that which the day of publication began with."""
        told = core(phrase.meaning)
        ends_day = isinstance(told, Clock) and told.hour == HOURS
        return ends_day and self.side.is_past(phrase, "weekday")

    def happened(self, phrase: Phrase) -> bool:
        """Whether a "within hours" tells of what has happened, and so not from publication on."""
        within = isinstance(phrase.meaning, Coming) and phrase.meaning.within
        return within and self.side.is_past(phrase, "month")

    def anchor(self, phrase: Phrase) -> tuple[Anchor, str]:
        """What the phrase leans on, and the name of it."""
        leans = phrase.meaning.leans
        if leans == "none":
            return self.publication, "none"
        if leans == "now" or (self.news and isinstance(phrase.meaning, Reference)):
            return self.publication, "published"
        same = self.clocks.day(phrase, self.coming, self.placed)
        if same is not None:
            return self.publication.on(same), "story"
        if not self.narrative and self.happened(phrase):
            told = self.story.reference_for(phrase, self.text)
            if told is not None:
                return self.publication.on(told), "story"
        over = None if self.narrative else self.just_over(phrase)
        if over is not None:
            return self.publication.on(over), "story"
        if self.over is not None and counts_days(phrase.meaning):
            # "Arrested on a warrant issued in May 2024, he was let go the next morning."
            finer = self.story.last is not None and is_fine(self.story.last)
            return self.publication.on(self.story.last if finer else self.over), "story"
        if leans == "published" and not (self.narrative or self.quarterly(phrase)):
            return self.publication, "published"
        if leans == "published" and (
            self.apart(phrase) or self.today(phrase) or self.vague(phrase)
        ):
            return self.publication, "published"
        if leans in ("story", "published"):
            reference = self.reference
            due = isinstance(phrase.meaning, By | Until) and nears(phrase.meaning)
            if due and self.today(phrase):
                # "His heirs have been asked to pay by the end of the year"
                return self.publication, "published"
            if not self.narrative:
                reference = self.hour_of_entry(phrase) or self.story.reference_for(
                    phrase, self.text
                )
            ahead = reference is not None and (reference.start or 0) > self.publication.now
            # "The next is due in 2026. The last was found this spring."
            apart = (ahead and leans == "published") or self.of_today(phrase)
            if reference is not None and not apart:
                return self.publication.on(reference), "story"
            return self.publication, "published"
        year = self.year_behind(phrase)
        if year is not None:
            return self.publication.on(year, "story"), "story"
        if self.over is not None and self.log.opens(phrase):
            return self.publication.on(self.over), "story"
        if self.closes(phrase):
            return self.publication.on(self.own_day), "story"
        if self.narrative and self.reference is not None and not self.vague(phrase):
            return self.publication.on(self.reference, self.way_on(phrase)), "story"
        return self.of_news(phrase)

    def closes(self, phrase: Phrase) -> bool:
        """Whether a past time of the clock stands behind a day to come, and so is of the day that
        the text is about: "The next meeting is on 9 April. The meeting closed at 9.10 pm".
        The end of a meeting is that of the text's own in any case."""
        told = self.reference if self.narrative else self.story.days.last
        if self.own_day is None or told is None or not isinstance(core(phrase.meaning), Clock):
            return False
        before = self.text[max(0, phrase.start - NEARBY // 2) : phrase.start]
        if self.language.narration.closing.search(before) is not None:
            return True  # "The committee adjourned at 12.20 pm."
        ahead = told.start is not None and told.start > self.publication.published
        return ahead and self.side.is_past(phrase, "weekday")

    def way_on(self, phrase: Phrase) -> str:
        """Which way a story goes to a bare time: "They met on 28 January. It had rained since the
        Sunday" tells of the one before."""
        back = isinstance(core(phrase.meaning), Weekday) and self.behind_had(phrase)
        return "past" if back else "story"

    def behind_had(self, phrase: Phrase) -> bool:
        """Whether a "had" or the like stands before a phrase, so that it looks back."""
        at = phrase.marks[0].start
        before = self.text[max(0, at - NEARBY) : at]
        return self.language.narration.perfect.search(before) is not None

    def of_news(self, phrase: Phrase) -> tuple[Anchor, str]:
        """What a bare phrase leans on that no story carries: a date beside it, or publication."""
        day = self.story.days.before(phrase, self.text)
        if day is not None:
            return self.publication.on(day, self.way_on(phrase)), "story"
        if isinstance(core(phrase.meaning), DayOfMonth):
            month = self.story.month_near(phrase)
            if month is not None:
                return self.publication.on(month, "story"), "story"
        if isinstance(core(phrase.meaning), Month | MonthDay | Season | Holiday):
            entry = self.log.year_over(phrase) or self.story.entered(phrase, self.text)
            if entry is not None:
                return self.publication.on(entry, "story"), "story"
            ahead = self.date_ahead(phrase)
            if ahead is not None:
                return self.publication.on(ahead, "story"), "story"
            free = self.side.nearest(phrase) is not None or self.speaks(phrase)
            date = self.story.date_near(
                phrase, self.text, free=free, past=lambda: self.side.is_past(phrase, "month")
            )
            if date is not None and self.side.cue(phrase, "weekday") != "future":
                anchor = self.publication.on(date, "story")
                lent, what = read(phrase.meaning, anchor), core(phrase.meaning)
                later = year_after(
                    self.text,
                    phrase,
                    self.story.dated,
                    lent,
                    self.publication,
                    self.language.narration,
                )
                if later is not None:
                    return self.publication.on(later, "story"), "story"
                fits = not isinstance(what, MonthDay) or what.fits(lent)
                if fits and (lent.start is None or lent.start <= self.publication.today):
                    return anchor, "story"
        if isinstance(core(phrase.meaning), Clock | PartOfDay) and not self.log.opens(phrase):
            day = self.day_behind(phrase) or self.hour_of_entry(phrase)
            day = day or self.told_day(phrase) or self.day_above(phrase)
            today = day is not None and day.start == self.publication.today
            if day is not None and not (today and self.midnight_before(phrase)):
                return self.publication.on(day), "story"
        if self.midnight_before(phrase):
            eve = TimeSpan.starting(Granularity.DAY, self.publication.today - DAY)
            return self.publication.on(eve), "published"
        return self.publication.on(None, self.lean_of(phrase)), "published"

    def lean_of(self, phrase: Phrase) -> str:
        """Which way a bare phrase points: under the day of a log's entry to the nearer weekday,
        "at 1 a.m. on Saturday" below Friday, unless its words look back."""
        what = core(phrase.meaning)
        known = self.story.days.bare.get(what) if isinstance(what, MonthDay) else None
        if known is not None:
            # What was told as past on 2 May does not lie ahead on 2 May.
            return "past" if known <= self.publication.today else "future"
        lean = self.side.of(phrase)
        if lean != "past" or self.over is None or not isinstance(what, Recurring):
            return lean
        if self.behind_had(phrase):
            return lean
        return "future" if comes_sooner(what, self.publication, self.written) else lean

    def just_over(self, phrase: Phrase) -> TimeSpan | None:
        """The weekend or the month before, where the words tell that it is over.

        "They won this weekend" is said on Monday of the one before, and "prices stood at 90 at the
        end of the month" cannot be said of an end that is still to come.
        """
        told = phrase.meaning
        if isinstance(told, This) and isinstance(told.what, Weekday) and told.lean == "published":
            # "It reopened this Sunday"
            last = told.what.latest(self.publication.today)
            return last if self.side.is_past(phrase, "weekday") else None
        edge = isinstance(told, Edge) and told.side == "end" and nears(told)
        if not edge and told != This(Unit(Granularity.WEEKEND)):
            return None
        unit, now = core(told), self.publication.today
        if not isinstance(unit, Unit) or unit.granularity <= Granularity.DAY:
            return None
        span = (
            told.whole.on(self.publication) if isinstance(told, Edge) else told.on(self.publication)
        )
        ahead = span.end if edge else span.start
        if ahead is None or span.start is None or ahead <= now + DAY:
            return None
        return unit.latest(span.start - 1) if self.side.is_past(phrase, "month") else None

    def apart(self, phrase: Phrase) -> bool:
        """Whether "last Friday", "next month" or "last year" is publication's in a story, too.

        Days, weeks and months are, where their sentence tells no other date: histories do not tell
        theirs so. "Last year" is, too, and "May this year" where the story stands no further back
        than a report's.
        """
        if self.quarterly(phrase):
            return False
        if of_late(phrase.meaning, self.reference, self.publication.today):
            return True
        told = phrase.meaning
        while isinstance(told, By | Until | In):
            told = told.whole if isinstance(told, In) else told.what
        if not isinstance(told, Last | Next) or told.leans != "published":
            return False
        if not isinstance(told.what, Weekday) and told.what not in SHORT:
            return False
        first, _ = self.language.narration.around(self.text, phrase.start, phrase.end)
        return self.dated_at <= first

    def year_behind(self, phrase: Phrase) -> TimeSpan | None:
        """The year behind it that a bare month, day or season is of, as `year_behind` tells."""
        later = next(iter(self.coming), None)
        if later is None or not isinstance(core(phrase.meaning), Month | MonthDay | Season):
            return None
        return year_behind(self.text, phrase, later, self.language.narration)

    def date_ahead(self, phrase: Phrase) -> TimeSpan | None:
        """The full date behind it that a bare month or day is of, as `date_behind` tells."""
        later = next(iter(self.coming), None)
        if later is None:
            return None
        past = self.side.is_past(phrase, "month")
        narration = self.language.narration
        return date_behind(self.text, phrase, later, self.publication, narration, past)

    def day_behind(self, phrase: Phrase) -> TimeSpan | None:
        """The day told right behind a time of the clock: "at 10:35 a.m. (0735 GMT) on Friday",
        "at 10 a.m. in Karachi on Friday"."""
        at = phrase.end
        for later in self.coming:
            between = ASIDE.sub("", self.text[at : later.start])
            if isinstance(core(later.meaning), Clock):
                at = self.clocks.behind(phrase, later)
                continue
            beside = len(between) <= BESIDE and "." not in between
            if not beside and self.language.narration.placed.fullmatch(between) is None:
                return None
            word = self.text[later.start : later.end].partition(" ")[0]
            opens = self.text[at - 1] == "." and word in self.language.shores.opening
            if opens or "\n" in between:
                return None
            day = self.placed(later)
            return day if day.granularity is Granularity.DAY and day.relation == "within" else None
        return None

    def placed(self, phrase: Phrase) -> TimeSpan:
        """What a phrase means where it stands."""
        return read(phrase.meaning, self.anchor(phrase)[0])

    def told_day(self, phrase: Phrase) -> TimeSpan | None:
        """The day told before a time of the clock, unless what has happened would lie ahead."""
        day = self.story.days.of_part(phrase, self.text) or self.story.days.near(phrase, self.text)
        today = self.publication.today
        if day is not None and day.start == today and isinstance(core(phrase.meaning), Overnight):
            return None
        if day is not None and self.is_of_another(phrase, day):
            return None
        day = self.story.days.past_midnight(phrase, day)
        if day is None or day.start is None or day.start <= today:
            return day
        over = isinstance(phrase.meaning, Since) or self.side.is_past(phrase, "weekday")
        return None if over else day

    def hour_of_entry(self, phrase: Phrase) -> TimeSpan | None:
        """The day of a diary's entry, for a time of day that has none in its own sentence."""
        if self.over is None or not self.diary.kept:
            return None
        if points(phrase.meaning) and not nears(phrase.meaning):
            return None
        if not isinstance(core(phrase.meaning), Clock | PartOfDay):
            return None
        between = self.text[self.story.days.at : phrase.start]
        return self.over if self.language.narration.sentence.search(between) else None

    def is_of_another(self, phrase: Phrase, day: TimeSpan) -> bool:
        """Whether a paragraph that tells of no past has an hour of another day than that of long
        ago above it: "It was taken on 26 January 1841. …", and below, "it opens at 4.30 p.m."."""
        apart = "\n\n" in self.text[self.story.days.at : phrase.start]
        old = (day.start or 0) < self.publication.today - LONG_AGO
        return apart and old and not self.side.is_past(phrase, "weekday")

    def day_above(self, phrase: Phrase) -> TimeSpan | None:
        """The day told last, however far above, for a past hour that would else be of the day of
        publication: "On Monday a house fell. …", and a page below, "it fell at 6 a.m."."""
        day = self.story.days.last
        if not isinstance(core(phrase.meaning), Clock) or day is None or day.start is None:
            return None
        over = day.start < self.publication.today and self.side.is_past(phrase, "weekday")
        return day if over else None

    def vague(self, phrase: Phrase) -> bool:
        """Whether a weekday or a week is told in a story that stands in no month or year nearer.

        "On Wednesday" is no day of 1991: what is said so, a newspaper says of its own week.
        """
        if not self.narrative or self.reference is None:
            return False
        grain, what = self.reference.granularity, core(phrase.meaning)
        if isinstance(what, Weekday) and self.reference.start == self.publication.today:
            return True
        if grain is None or grain <= Granularity.WEEK:
            return False
        return isinstance(what, Weekday) or what in WEEKS

    def of_today(self, phrase: Phrase) -> bool:
        """Whether news that have last told a quarter or a year tell an hour or a part of a day."""
        told = None if self.reference is None else self.reference.granularity
        coarse = told is not None and told > Granularity.MONTH
        return self.news and coarse and isinstance(core(phrase.meaning), Clock | PartOfDay)

    def today(self, phrase: Phrase) -> bool:
        """Whether the sentence of a phrase speaks of the day of publication."""
        if not self.narrative:
            return False
        if stands_alone(self.text, phrase.start, phrase.end):
            return True  # The last heading of a chronology
        return not self.in_present and self.speaks(phrase)

    def speaks(self, phrase: Phrase) -> bool:
        """Whether the sentence of a phrase is told in the present."""
        narration = self.language.narration
        first, last = narration.around(self.text, phrase.start, phrase.end)
        return narration.speaks(self.text[first:last], self.text[first : phrase.start])

    def quarterly(self, phrase: Phrase) -> bool:
        """Whether "a year ago" compares the quarter that an earnings report is about."""
        return self.story.quarters.compares(phrase, self.text)
