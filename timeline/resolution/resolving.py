"""Walking a document in order: which anchor each time leans on, and what it then means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from timeline.errors import TimelineError
from timeline.expressions import Phrase, TimeExpression, reader
from timeline.languages import Language, english
from timeline.meanings import (
    LEANS,
    Anchor,
    By,
    Clock,
    Coming,
    DayOfMonth,
    Edge,
    In,
    Last,
    Length,
    Month,
    MonthDay,
    Next,
    Overnight,
    PartOfDay,
    Quarter,
    Recurring,
    Reference,
    Season,
    Since,
    This,
    Unit,
    Until,
    Weekday,
)
from timeline.resolution.chronicle import references
from timeline.resolution.clocks import Clocks
from timeline.resolution.datelines import written_on
from timeline.resolution.eras import recognise
from timeline.resolution.grain import read
from timeline.resolution.kinds import (
    of_late,
    of_publication,
    opener,
    told_as_news,
    told_as_story,
    told_in_present,
    writes_days_first,
)
from timeline.resolution.leaning import Side
from timeline.resolution.lending import date_behind
from timeline.resolution.logs import Log, comes_sooner, is_fine
from timeline.resolution.marks import marks
from timeline.resolution.occasions import Occasions
from timeline.resolution.shape import core, counts_days, nears
from timeline.resolution.story import NEARBY, Story
from timeline.spans import DAY, Granularity, TimeSpan

# A day told right behind a time of the clock: at most so far, what stands in brackets aside.
BESIDE, ASIDE = 4, re.compile(r"\s*\([^()]*\)")
# What a time no nearer than a month has too many of.
WEEKS = (Unit(Granularity.WEEK), Unit(Granularity.WEEKEND))
# "Last week" and "next month" are told of the time of writing, "next year" may be a story's.
SHORT = (Unit(Granularity.WEEK), Unit(Granularity.MONTH))
HOURS = 24


@dataclass(frozen=True, slots=True)
class Publication:
    """When a text was published: an instant in seconds since 1970, and whether to the second.

    >>> from timeline.spans import seconds
    >>> Publication(seconds(2023, 3, 6))
    Publication(at=1678060800, fine=False)
    """

    at: int
    fine: bool = False


def resolve(
    text: str,
    published: Publication,
    language: Language | None = None,
    lean: str = "past",
    day_first: bool | None = None,
) -> list[TimeExpression]:
    """The time expressions of a text, resolved against its publication date.

    >>> from timeline.spans import seconds
    >>> found = resolve("They left last May.", Publication(seconds(2023, 3, 6)))
    >>> found[0].text, found[0].span.edtf(), found[0].why
    ('last May', '2022-05', "'last May' read from publication on 2023-03-06 is 2022-05")

    `lean` is the way bare weekdays and months point where nothing around them tells: "past" or
    "future". Raises `TimelineError` for any other. `day_first` tells how dates in figures are
    written where they can be read either way ("03/04/2023"); None is as the other dates of the
    text are written, else month first.
    """
    if lean not in LEANS[:2]:
        raise TimelineError(f"lean is 'past' or 'future', not {lean!r}")
    tongue = language or english()
    phrases = recognise(text, tongue.narration, reader(tongue).recognise)
    walk = _Walk(text, published, tongue, lean, told_as_story(phrases, published.at))
    order = writes_days_first(phrases) if day_first is None else day_first
    walk.news = walk.narrative and told_as_news(
        text, phrases, published.at, walk.language.narration
    )
    walk.opener = opener(text, phrases, published.at) if walk.news else None
    walk.publication = written_on(text, phrases, replace(walk.publication, day_first=order))
    return list(walk.through(phrases))


class _Walk:
    """One document being read from its first time to its last."""

    def __init__(
        self, text: str, published: Publication, language: Language, lean: str, narrative: bool
    ) -> None:
        self.text, self.language = text, language
        self.publication = Anchor(published.at, None, lean, published.fine)
        self.narrative = narrative
        # Whether a text that is told as a story is one of the day's news all the same.
        self.news = False
        self.opener: Phrase | None = None
        self.side = Side(text, language, lean, self.publication.today)
        self.story = Story(language.narration, self.publication.today)
        self.log = Log(text)
        # When the text was written, and the day that stands over the entry at hand of a log.
        self.written = self.publication
        self.over: TimeSpan | None = None
        # What the phrase at hand leans on in a text that is told as a story.
        self.reference: TimeSpan | None = None
        self.occasions = Occasions(text, language.narration)
        self.coming: Sequence[Phrase] = ()
        self.clocks = Clocks(text, ())
        self.dated_at = 0
        # Whether a story is told in the present tense, which then is not that of publication.
        self.in_present = False

    def through(self, phrases: Sequence[Phrase]) -> Iterator[TimeExpression]:
        """Each phrase resolved, the story's reference moving along."""
        self.clocks = Clocks(self.text, phrases)
        told: Iterable[TimeSpan | None] = repeat(None, len(phrases))
        if self.narrative:
            self.in_present = told_in_present(self.text, phrases, self.language.narration)
            newest = self.newest if self.news else None
            told = references(self.text, phrases, self.publication, self.language.narration, newest)
        self.written = self.publication
        for place, (found, self.reference) in enumerate(zip(phrases, told, strict=True), start=1):
            phrase = self.story.named(found, self.text)
            self.coming = phrases[place : place + 2]
            over = self.over = None if self.narrative else self.log.day_over(phrase)
            published = self.written.published if over is None else over.start or 0
            self.publication = replace(self.written, published=published)
            self.side.today = self.publication.today
            anchor, name = self.anchor(phrase)
            name = "story" if over and name == "published" else name
            span = self.clocks.tell(phrase, read(phrase.meaning, anchor))
            timexes = tuple(marks(self.text, phrase, anchor, span))
            if not timexes:
                continue
            if not self.narrative and not self.clocks.repeats(phrase):
                self.log.tell(phrase, span)
                self.story.tell(phrase, timexes, self.text, goes_on=name == "story")
                if self.story.fiscal != self.written.fiscal:
                    self.written = replace(self.written, fiscal=self.story.fiscal)
            placed = span if span.start is not None or span.end is not None else None
            if placed is not None:
                self.dated_at = phrase.end
            words = self.text[phrase.start : phrase.end]
            meaning, against, noun = phrase.meaning, anchor.reference, None
            if isinstance(meaning, Coming) and meaning.within:
                unit = meaning.length.unit
                finer = unit is not None and unit < Granularity.DAY and not anchor.fine
                free = name == "published" or anchor.reference is None
                unplaced = free and (finer or self.happened(phrase))
                if unplaced or self.counted(phrase):
                    meaning, placed = Length(meaning.length), None
            occasion = self.occasions.origin(phrase.end, meaning)
            if occasion is not None:
                meaning, noun = occasion
                placed, name = meaning.on(anchor), "story"
                against = meaning.origin.on(anchor)
            elif name == "published" or (over and against is None):
                against = self.publication.day
            expression = TimeExpression(
                phrase.start,
                phrase.end,
                words,
                timexes,
                meaning,
                phrase.entry,
                placed,
                name,
                against,
                noun,
            )
            self.occasions.tell(expression)
            yield expression

    def newest(self, phrase: Phrase) -> TimeSpan | None:
        """What a phrase tells from the day of publication in news that tell a story behind it.

        So do "on Friday" and "last year", quarters, "since October", and days and months that are
        said to lie ahead.
        """
        meaning, what = phrase.meaning, core(phrase.meaning)
        if isinstance(meaning, Reference) or self.happened(phrase):
            return None
        side = self.side.of(phrase)
        bare = meaning.leans == "bare" and isinstance(what, Month | MonthDay | Season)
        told = of_publication(meaning) or isinstance(what, Quarter)
        told = told or (bare and isinstance(meaning, Since)) or phrase is self.opener
        if not told and not (bare and side == "future" and self.ahead(phrase)):
            return None
        return meaning.on(self.publication.on(None, side))

    def ahead(self, phrase: Phrase) -> bool:
        """Whether a sentence looks ahead to a bare time: by its words, as a deadline, or as one
        that is told in the present."""
        at = phrase.marks[0].start
        before = self.text[max(0, at - 60) : at]
        if self.language.narration.coming.search(before) is not None:
            return True
        present = not self.in_present and self.speaks(phrase)
        return present or isinstance(phrase.meaning, By | Until)

    def counted(self, phrase: Phrase) -> bool:
        """Whether a length counts from what the text names next: "within two days of the theft"."""
        return self.language.narration.counted.match(self.text, phrase.end) is not None

    def midnight_before(self, phrase: Phrase) -> bool:
        """Whether a bare midnight is that which the day of publication began with."""
        told = core(phrase.meaning)
        ends_day = isinstance(told, Clock) and told.hour == HOURS
        return ends_day and self.side.cue(phrase, "weekday") == "past"

    def happened(self, phrase: Phrase) -> bool:
        """Whether a "within hours" tells of what has happened, and so not from publication on."""
        within = isinstance(phrase.meaning, Coming) and phrase.meaning.within
        return within and self.side.cue(phrase, "month") == "past"

    def anchor(self, phrase: Phrase) -> tuple[Anchor, str]:
        """What the phrase leans on, and the name of it."""
        leans = phrase.meaning.leans
        if leans == "none":
            return self.publication, "none"
        if leans == "now":
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
                reference = self.story.reference_for(phrase, self.text)
            if reference is not None:
                return self.publication.on(reference), "story"
            return self.publication, "published"
        if self.narrative and self.reference is not None and not self.vague(phrase):
            return self.publication.on(self.reference, "story"), "story"
        if isinstance(core(phrase.meaning), DayOfMonth):
            month = self.story.month_near(phrase)
            if month is not None:
                return self.publication.on(month, "story"), "story"
        if isinstance(core(phrase.meaning), Month | MonthDay | Season):
            entry = self.story.entered(phrase, self.text)
            if entry is not None:
                return self.publication.on(entry, "story"), "story"
            ahead = self.date_ahead(phrase)
            if ahead is not None:
                return self.publication.on(ahead, "story"), "story"
            free = self.side.nearest(phrase) is not None or self.speaks(phrase)
            date = self.story.date_near(phrase, self.text, free)
            if date is not None and self.side.cue(phrase, "weekday") != "future":
                anchor = self.publication.on(date, "story")
                lent, what = read(phrase.meaning, anchor), core(phrase.meaning)
                fits = not isinstance(what, MonthDay) or what.fits(lent)
                if fits and (lent.start is None or lent.start <= self.publication.today):
                    return anchor, "story"
        if isinstance(core(phrase.meaning), Clock | PartOfDay) and not self.log.opens(phrase):
            day = self.day_behind(phrase) or self.told_day(phrase)
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
        lean, what = self.side.of(phrase), core(phrase.meaning)
        if lean != "past" or self.over is None or not isinstance(what, Recurring):
            return lean
        at = phrase.marks[0].start
        before = self.text[max(0, at - NEARBY) : at]
        if self.language.narration.perfect.search(before) is not None:
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
            return last if self.side.cue(phrase, "weekday") == "past" else None
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
        return unit.latest(span.start - 1) if self.side.cue(phrase, "month") == "past" else None

    def apart(self, phrase: Phrase) -> bool:
        """Whether "last Friday", "next month" or "last year" is publication's in a story, too.

        Days, weeks and months are, where their sentence tells no other date: histories do not tell
        theirs so. "Last year" and "May this year" are, too, where the story stands no further back
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

    def date_ahead(self, phrase: Phrase) -> TimeSpan | None:
        """The full date behind it that a bare month or day is of, as `date_behind` tells."""
        later = next(iter(self.coming), None)
        if later is None:
            return None
        past = self.side.cue(phrase, "month") == "past"
        narration = self.language.narration
        return date_behind(self.text, phrase, later, self.publication, narration, past)

    def day_behind(self, phrase: Phrase) -> TimeSpan | None:
        """The day told right behind a time of the clock: "at 10:35 a.m. (0735 GMT) on Friday"."""
        at = phrase.end
        for later in self.coming:
            between = ASIDE.sub("", self.text[at : later.start])
            if isinstance(core(later.meaning), Clock):
                at = self.clocks.behind(phrase, later)
                continue
            if len(between) > BESIDE or "\n" in between or "." in between:
                return None
            day = self.placed(later)
            return day if day.granularity is Granularity.DAY and day.relation == "within" else None
        return None

    def placed(self, phrase: Phrase) -> TimeSpan:
        """What a phrase means where it stands."""
        return read(phrase.meaning, self.anchor(phrase)[0])

    def told_day(self, phrase: Phrase) -> TimeSpan | None:
        """The day told before a time of the clock, unless what has happened would lie ahead."""
        day = self.story.day_of_part(phrase, self.text) or self.story.day_near(phrase, self.text)
        today = self.publication.today
        if day is not None and day.start == today and isinstance(core(phrase.meaning), Overnight):
            return None
        day = self.story.past_midnight(phrase, day)
        if day is None or day.start is None or day.start <= today:
            return day
        over = isinstance(phrase.meaning, Since) or self.side.cue(phrase, "weekday") == "past"
        return None if over else day

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

    def today(self, phrase: Phrase) -> bool:
        """Whether the sentence of a phrase speaks of the day of publication."""
        if not self.narrative or self.in_present:
            return False
        return self.speaks(phrase)

    def speaks(self, phrase: Phrase) -> bool:
        """Whether the sentence of a phrase is told in the present."""
        narration = self.language.narration
        first, last = narration.around(self.text, phrase.start, phrase.end)
        return narration.speaks(self.text[first:last], self.text[first : phrase.start])

    def quarterly(self, phrase: Phrase) -> bool:
        """Whether "a year ago" compares the quarter that an earnings report is about."""
        return self.story.compares(phrase, self.text)
