"""Walking a document in order: which anchor each time leans on, and what it then means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from timeline.errors import TimelineError
from timeline.expressions import Phrase, TimeExpression, Timex, reader
from timeline.languages import Language, english
from timeline.meanings import (
    LEANS,
    Anchor,
    By,
    Coming,
    Fixed,
    Holiday,
    Length,
    Month,
    MonthDay,
    Quarter,
    Reference,
    Season,
    Since,
    Until,
)
from timeline.resolution.anchoring import Anchoring
from timeline.resolution.chronicle import references
from timeline.resolution.clocks import Clocks
from timeline.resolution.costs import COSTS, OF_ITS_DAY
from timeline.resolution.datelines import written_on
from timeline.resolution.daycounts import is_counted, numbers_days
from timeline.resolution.days import is_definite
from timeline.resolution.diaries import Diary
from timeline.resolution.eras import recognise
from timeline.resolution.grain import before_publication, read
from timeline.resolution.kinds import (
    begins,
    count_dates,
    leads_on,
    opener,
    own_day,
    page_of_log,
    told_as_news,
    told_in_present,
    writes_days_first,
)
from timeline.resolution.lending import with_years
from timeline.resolution.logs import Log
from timeline.resolution.marks import marks
from timeline.resolution.quarters import with_meaning
from timeline.resolution.shape import core, of_publication
from timeline.resolution.whereabouts import Publication
from timeline.spans import DAY, Granularity, TimeSpan


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
    phrases = with_years(text, recognise(text, tongue.narration, reader(tongue).recognise))
    dates = count_dates(phrases, published.at)
    # A diary that counts its days tells of other years in passing.
    behind = dates.tell_story or (dates.may_look_back and not numbers_days(phrases))
    news = behind and told_as_news(text, phrases, published.at, tongue.narration)
    led = leads_on(phrases, published.at)
    news = news and not led
    walk = _Walk(text, published, tongue, lean, dates.tell_story or news or led)
    order = writes_days_first(phrases) if day_first is None else day_first
    walk.news = news
    walk.opener = opener(text, phrases, published.at) if walk.news else None
    walk.begun = begins(phrases) if walk.news else 0
    walk.own_day = own_day(phrases, published.at)
    walk.log = Log(text, page_of_log(text, phrases, published.at))
    walk.costs = OF_ITS_DAY if walk.own_day and dates.leave_years_out else COSTS
    walk.publication = written_on(text, phrases, replace(walk.publication, day_first=order))
    walk.diary = Diary(text, phrases, walk.publication, tongue.narration)
    if walk.diary.kept:
        walk.narrative = walk.news = False
    found = list(walk.through(phrases))
    heads = walk.diary.heads if walk.diary.kept else walk.log.heads
    return [replace(one, heads=True) if one.start in heads else one for one in found]


class _Walk(Anchoring):
    """One document being read from its first time to its last."""

    def through(self, phrases: Sequence[Phrase]) -> Iterator[TimeExpression]:
        """Each phrase resolved, the story's reference moving along."""
        self.clocks = Clocks(self.text, phrases, self.language.narration)
        plain = [phrase for phrase in phrases if not is_counted(phrase)]
        leaning, place = iter(self.references(plain)), 0
        self.written = self.publication
        for found in phrases:
            if not is_counted(found):
                place, self.reference = place + 1, next(leaning)
                self.reference = self.counts.over(found.meaning) or self.reference
            phrase = self.clocks.named(self.story.named(found, self.text))
            self.coming = plain[place : place + 2]
            leans = self.leans(phrase)
            if leans is None:
                continue
            phrase, anchor, name = leans
            span = read(phrase.meaning, anchor)
            if name == "published" and place > 1 and self.goes_ahead(phrase, span):
                span = before_publication(span, self.publication.today)
            span = self.clocks.tell(phrase, span)
            self.counts.tell(phrase.meaning, span)
            timexes = tuple(marks(self.text, phrase, anchor, span))
            if not timexes:
                continue
            self.log.tell(phrase, span)
            if self.narrative and timexes[0].type == "DATE":
                self.story.tell_era(timexes[0].span, phrase)
            if not self.narrative and not self.clocks.repeats(phrase):
                as_told = with_meaning(phrase, Fixed(span)) if is_counted(phrase) else phrase
                self.story.tell(as_told, timexes, self.text, led=name == "story")
                if self.story.quarters.fiscal != self.written.fiscal:
                    self.written = replace(self.written, fiscal=self.story.quarters.fiscal)
            expression = self.expression(phrase, timexes, span, anchor, name)
            self.occasions.tell(expression)
            yield expression

    def references(self, phrases: Sequence[Phrase]) -> Iterable[TimeSpan | None]:
        """The time that each phrase of a story leans on; None in what is no story."""
        if not self.narrative:
            return repeat(None, len(phrases))
        self.in_present = told_in_present(self.text, phrases, self.language.narration)
        newest = self.newest if self.news else None
        narration, over = self.language.narration, lambda phrase: self.side.is_past(phrase, "month")
        return references(self.text, phrases, self.publication, narration, newest, over, self.costs)

    def leans(self, phrase: Phrase) -> tuple[Phrase, Anchor, str] | None:
        """A phrase, its anchor and the name of that; a day that is counted with the words that tell
        from what, None where nobody knows."""
        anchor, name = self.anchor_of(phrase)
        if not is_counted(phrase):
            return phrase, anchor, name
        first, end = self.counts.day_one(phrase)
        if first is None:
            return None
        marks = (*phrase.marks[:-1], phrase.marks[-1]._replace(end=end))
        return phrase._replace(end=end, marks=marks), self.publication.on(first), "story"

    def anchor_of(self, phrase: Phrase) -> tuple[Anchor, str]:
        """The anchor of a phrase and its name; below the day of an entry, that is publication."""
        head = None if self.narrative else self.diary.follow.get(phrase.start)
        if head is not None and phrase.meaning.leans != "none":
            self.over = None
            return self.written.on(head, "story"), "story"
        over = self.over = self.day_over(phrase)
        self.publication = self.written
        if over is not None:
            self.publication = replace(self.written, published=over.start or 0)
        self.side.today = self.publication.today
        anchor, name = self.anchor(phrase)
        return anchor, "story" if over and name == "published" else name

    def day_over(self, phrase: Phrase) -> TimeSpan | None:
        """The day of the entry that a phrase stands in, of a diary or of a log."""
        if self.narrative and not self.log.opens(phrase):
            return None
        day = self.diary.over(phrase) if self.diary.kept else self.log.day_over(phrase)
        return self.log.by_night(phrase, day)

    def expression(
        self,
        phrase: Phrase,
        timexes: tuple[Timex, ...],
        span: TimeSpan,
        anchor: Anchor,
        name: str,
    ) -> TimeExpression:
        """What a phrase tells: only how long, or by an occasion, where its words mean that."""
        placed = span if span.start is not None or span.end is not None else None
        meaning, against, noun = phrase.meaning, anchor.reference, None
        if isinstance(meaning, Coming) and meaning.within:
            unit = meaning.length.unit
            finer = unit is not None and unit < Granularity.DAY and not anchor.fine
            free = name == "published" or anchor.reference is None
            if (free and (finer or self.happened(phrase))) or self.counted(phrase):
                meaning, placed = Length(meaning.length), None
        occasion = self.occasions.origin(phrase.start, phrase.end, meaning)
        if occasion is not None:
            meaning, noun = occasion
            placed, name = read(meaning, anchor), "story"
            against = meaning.origin.on(anchor)
        elif name == "published" or (self.over and against is None):
            against = self.publication.day
        if placed is not None:
            self.dated_at = phrase.end
            self.two = self.two[1], placed
        return TimeExpression(
            phrase.start,
            phrase.end,
            self.text[phrase.start : phrase.end],
            timexes,
            meaning,
            phrase.entry,
            placed,
            name,
            against,
            noun,
        )

    def goes_ahead(self, phrase: Phrase, span: TimeSpan) -> bool:
        """Whether what goes on from a day that the text has not told would lie ahead, though it is
        told as past: "It broke out some time ago. The next morning he left".

        Words that stand alone are counted from the moment they are read at: "left two years later".
        """
        if phrase.meaning.leans != "story" or span.start is None:
            return False
        ahead = span.start >= self.publication.today + DAY
        return ahead and self.side.is_past(phrase, "weekday")

    def newest(self, phrase: Phrase) -> TimeSpan | None:
        """What a phrase tells from the day of publication in news that tell a story behind it.

        So do "on Friday" and "last year", quarters, "since October", days and months that are said
        to lie ahead, and those that are told before any date of the story.
        """
        meaning, what = phrase.meaning, core(phrase.meaning)
        if isinstance(meaning, Reference) or self.happened(phrase):
            return None
        if is_definite(phrase, self.text, self.language.narration):
            return None
        side = self.side.of(phrase)
        bare = meaning.leans == "bare" and isinstance(what, Month | MonthDay | Season | Holiday)
        told = of_publication(meaning) or isinstance(what, Quarter)
        told = told or (bare and isinstance(meaning, Since)) or phrase is self.opener
        told = told or (bare and phrase.end <= self.begun)
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
        due = isinstance(phrase.meaning, By | Until) or self.speaks(phrase)
        due = due or self.language.narration.calendar.search(before) is not None
        return due and not self.in_present

    def counted(self, phrase: Phrase) -> bool:
        """Whether a length counts from what the text names next: "within two days of the theft"."""
        return self.language.narration.counted.match(self.text, phrase.end) is not None
