"""Where a document stands while it is read, and what the words around a time tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.expressions import Phrase
from timeline.languages import Language
from timeline.meanings import (
    Anchor,
    By,
    Clock,
    Coming,
    Day,
    Edge,
    In,
    Last,
    Next,
    PartOfDay,
    This,
    Unit,
    Until,
    Weekday,
)
from timeline.resolution.clocks import Clocks
from timeline.resolution.costs import COSTS
from timeline.resolution.daycounts import DayCounts
from timeline.resolution.diaries import Diary
from timeline.resolution.kinds import of_late
from timeline.resolution.leaning import Side
from timeline.resolution.lending import NEARBY
from timeline.resolution.lines import is_quoted, stands_alone
from timeline.resolution.logs import Log
from timeline.resolution.occasions import Occasions
from timeline.resolution.shape import core, nears
from timeline.resolution.story import Story
from timeline.spans import DAY, Granularity, TimeSpan

TODAY, THIS_QUARTER = Day(0), This(Unit(Granularity.QUARTER))
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


class Whereabouts:
    """Where one document stands while it is read: what it has told, and the day over an entry."""

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
        # The two times told last that have a place.
        self.two: tuple[TimeSpan | None, TimeSpan | None] = (None, None)
        # Whether a story is told in the present tense, which then is not that of publication.
        self.in_present = False

    def midnight_before(self, phrase: Phrase) -> bool:
        """Whether a bare midnight is that which the day of publication began with."""
        told = core(phrase.meaning)
        ends_day = isinstance(told, Clock) and told.hour == HOURS
        return ends_day and self.side.is_past(phrase, "weekday")

    def happened(self, phrase: Phrase) -> bool:
        """Whether a "within hours" tells of what has happened, and so not from publication on."""
        return isinstance(phrase.meaning, Coming) and self.side.is_past(phrase, "month")

    def is_due(self, phrase: Phrase) -> bool:
        """Whether a bare time is said to lie ahead: "the board is to decide in November"."""
        at = phrase.marks[0].start
        before = self.text[max(0, at - 60) : at]
        coming = self.language.narration.coming.search(before) is not None
        return coming and not self.in_present and self.side.of(phrase) == "future"

    def closes(self, phrase: Phrase) -> bool:
        """Whether a past time of the clock stands behind a day to come, and so is of the day that
        the text is about: "The next meeting is on 9 April. The meeting closed at 9.10 pm".
        The end of a meeting is that of the text's own in any case."""
        told = self.reference if self.narrative else self.story.days.last
        if self.own_day is None or told is None or not isinstance(core(phrase.meaning), Clock):
            return False
        if self.over is not None:
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

    def just_over(self, phrase: Phrase) -> TimeSpan | None:
        """The weekend or the month before, where the words tell that it is over.

        "They won this weekend" is said on Monday of the one before, and "prices stood at 90 at the
        end of the month" cannot be said of an end that is still to come.
        """
        told = phrase.meaning
        if isinstance(told, This) and isinstance(told.what, Weekday) and told.lean == "published":
            # "It reopened this Sunday", but "they called a strike for this Sunday"
            last = told.what.latest(self.publication.today)
            return last if self.side.is_past(phrase, "month") else None
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

    def is_of_another(self, phrase: Phrase, day: TimeSpan) -> bool:
        """Whether a paragraph that tells of no past has an hour of another day than that of long
        ago above it: "It was taken on 26 January 1841. …", and below, "it opens at 4.30 p.m."."""
        apart = "\n\n" in self.text[self.story.days.at : phrase.start]
        old = (day.start or 0) < self.publication.today - LONG_AGO
        return apart and old and not self.side.is_past(phrase, "weekday")

    def today(self, phrase: Phrase) -> bool:
        """Whether the sentence of a phrase speaks of the day of publication."""
        if not self.narrative:
            return False
        if stands_alone(self.text, phrase.start, phrase.end):
            return True  # The last heading of a chronology
        if phrase.meaning == TODAY and self.over is None:
            # Outside diaries and speeches: "its tower stands in the square today".
            return not is_quoted(self.text, phrase.start)
        return not self.in_present and self.speaks(phrase)

    def speaks(self, phrase: Phrase) -> bool:
        """Whether the sentence of a phrase is told in the present."""
        narration = self.language.narration
        first, last = narration.around(self.text, phrase.start, phrase.end)
        return narration.speaks(self.text[first:last], self.text[first : phrase.start])

    def quarterly(self, phrase: Phrase) -> bool:
        """Whether "a year ago" compares the quarter that an earnings report is about; one that
        something is still due in is the present one: "it will take a charge this quarter"."""
        if not self.story.quarters.compares(phrase, self.text):
            return False
        due = phrase.meaning == THIS_QUARTER and self.side.cue(phrase, "weekday") == "future"
        return not due
