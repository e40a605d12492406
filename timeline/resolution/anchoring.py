"""What each time of a document leans on: publication, the story, a date beside it."""

from __future__ import annotations

import re

from timeline.expressions import Phrase
from timeline.meanings import (
    About,
    Anchor,
    By,
    Clock,
    DayOfMonth,
    Edge,
    Holiday,
    Month,
    MonthDay,
    Overnight,
    PartOfDay,
    Recurring,
    Reference,
    Season,
    Shift,
    Since,
    Until,
)
from timeline.resolution.grain import read
from timeline.resolution.lending import NEARBY, date_behind, year_after, year_behind
from timeline.resolution.logs import comes_sooner
from timeline.resolution.shape import core, counts_days, is_fine, nears, points
from timeline.resolution.whereabouts import Whereabouts
from timeline.spans import DAY, Granularity, TimeSpan

# A day told right behind a time of the clock: at most so far, what stands in brackets aside.
BESIDE, ASIDE = 4, re.compile(r"\s*\([^()]*\)")


class Anchoring(Whereabouts):
    """What each time of one document leans on."""

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
            due = isinstance(phrase.meaning, By | Until | Edge) and nears(phrase.meaning)
            if due and self.today(phrase):
                # "His heirs have been asked to pay by the end of the year"
                return self.publication, "published"
            if not self.narrative:
                reference = self.hour_of_entry(phrase) or self.story.reference_for(
                    phrase, self.text
                )
            elif self.story.steps_on_era(phrase, self.dated_at):
                reference = self.story.era
            reference = self.counted_from(phrase) or reference or self.hour_of_story(phrase)
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
        on = self.narrative and self.reference is not None and not self.vague(phrase)
        if on and not (self.is_due(phrase) and not self.news):
            return self.publication.on(self.reference, self.way_on(phrase)), "story"
        return self.of_news(phrase)

    def counted_from(self, phrase: Phrase) -> TimeSpan | None:
        """The time from which words set between commas count to the one that they stand behind:
        "It rained on 1 May. On 3 May, two days later, it snowed". "Five days after that" counts
        from the time told right before."""
        former, last = self.two
        near = phrase.start - self.dated_at <= NEARBY
        if near and self.language.narration.onto.search(self.text, phrase.start, phrase.end):
            return last
        if former is None or last is None or not isinstance(phrase.meaning, Shift | About):
            return None
        if phrase.meaning.leans != "story" or self.text[self.dated_at : phrase.start] != ", ":
            return None
        there = read(phrase.meaning, self.publication.on(former))
        if there.start is None or there.end is None or last.start is None:
            return None
        return former if there.start <= last.start < there.end else None

    def hour_of_story(self, phrase: Phrase) -> TimeSpan | None:
        """The day of a "that afternoon" behind which no day was told: one told in passing, or else
        the last one, however far above."""
        pointed = points(phrase.meaning) and not nears(phrase.meaning)
        if not isinstance(core(phrase.meaning), PartOfDay) or not pointed:
            return None
        last = self.two[1]
        near = phrase.start - self.dated_at <= NEARBY and last is not None and is_fine(last)
        return last if near else self.story.days.last

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
            if later.start < at:
                continue  # The phrase itself, where it is asked for by one before it.
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

    def day_above(self, phrase: Phrase) -> TimeSpan | None:
        """The day told last, however far above, for a past hour that would else be of the day of
        publication: "On Monday a house fell. …", and a page below, "it fell at 6 a.m."."""
        day = self.story.days.last
        if not isinstance(core(phrase.meaning), Clock) or day is None or day.start is None:
            return None
        over = day.start < self.publication.today and self.side.is_past(phrase, "weekday")
        return day if over else None
