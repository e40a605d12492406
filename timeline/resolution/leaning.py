"""Which way a bare time points, past or future, by the words around it."""

from __future__ import annotations

from timeline.expressions import Phrase
from timeline.languages import Language
from timeline.meanings import (
    Between,
    By,
    Ended,
    Half,
    Holiday,
    InLength,
    Meaning,
    Month,
    MonthDay,
    Quarter,
    Season,
    Since,
    Unit,
    Until,
    Weekday,
)
from timeline.resolution.shape import core
from timeline.spans import DAY, Granularity, TimeSpan

# A day of the year this close on one side and that far on the other is the close one.
CLOSE, FAR = 75 * DAY, 290 * DAY
# What is told as past lies ahead only where the day is this close: "he was named on 2 May …".
SOON = 21 * DAY
# The first of the next month is no further away.
MONTH = 31 * DAY
# Words that only make a time likely to lie ahead do so for one no further away.
LIKELY = 200 * DAY
# Quarters are reported within so long of their beginning.
RESULTS_IN = 200 * DAY


class Side:
    """The side of publication on which a document's bare times lie.

    `lean` is the way they point where nothing tells, `today` the day of publication in seconds.
    """

    def __init__(self, text: str, language: Language, lean: str, today: int) -> None:
        self.text, self.language, self.lean, self.today = text, language, lean, today

    def of(self, phrase: Phrase) -> str:
        """Which way a bare phrase points, by the words around it."""
        named = self.named(phrase)
        if named is not None:
            return named
        kind = "weekday" if needs_strong_cue(phrase.meaning) else "month"
        if isinstance(core(phrase.meaning), InLength):
            kind = "length"
        told = self.cue(phrase, kind)
        if told == "future" and kind == "month" and self.unlikely(phrase):
            told = "past"
        begun = isinstance(phrase.meaning, Since) and self.lean == "past"
        if begun or (isinstance(phrase.meaning, Ended) and phrase.meaning.over):
            return "past"
        if self.lean == "future":
            return "past" if told == "past" else "future"
        over = told == "past" and (isinstance(phrase.meaning, Between) or self.done_on(phrase))
        nearest = None if over else self.nearest(phrase, CLOSE if told != "past" else SOON)
        if nearest is not None and not (nearest == "past" and self.turned(phrase)):
            return nearest
        if told != "past" and self.next_month(phrase):
            return "future"
        if isinstance(phrase.meaning, By | Until):
            # "By Friday" is a deadline, unless it had been met.
            before = self.text[max(0, phrase.start - 60) : phrase.start]
            met = self.language.narration.met.search(before)
            by_day = kind != "month" and isinstance(phrase.meaning, By)
            if self.had(phrase) or (told == "past" and self.opens(phrase)):
                return "past"
            if told != "past" or (by_day and met is None):
                return "future"
        return told or self.weekend(phrase) or self.lean

    def had(self, phrase: Phrase) -> bool:
        """Whether the clause that a deadline opens looks back: "by Christmas they had left"."""
        behind = self.text[phrase.end : phrase.end + 50]
        end = self.language.narration.sentence.search(behind)
        clause = behind[: end.start()] if end else behind
        first = clause.removeprefix(",").split(",")[0]
        return self.language.narration.perfect.search(first.rstrip(".!? ")) is not None

    def opens(self, phrase: Phrase) -> bool:
        """Whether a phrase opens its sentence: "By Tuesday it was over"."""
        before = self.text[max(0, phrase.start - 4) : phrase.start].rstrip(" \"'“”‘’")
        return not before or before[-1] in ".!?\n"

    def weekend(self, phrase: Phrase) -> str | None:
        """Which of two weekends is nearer, where the words around do not tell."""
        meaning = core(phrase.meaning)
        if meaning != Unit(Granularity.WEEKEND) or phrase.meaning is not meaning:
            return None
        now = self.today
        begun, coming = meaning.latest(now).end, meaning.following(now).start
        if begun is None or coming is None or begun > now:
            return None
        return "future" if coming - now < now - begun else "past"

    def next_month(self, phrase: Phrase) -> bool:
        """Whether a bare month or season is the next to begin: in August hardly anybody says "in
        September" of the one eleven months ago, unless it is told as past."""
        month = core(phrase.meaning)
        if not isinstance(month, Month | Season):
            return False
        coming = month.following(self.today).start
        reach = MONTH if isinstance(month, Month) else CLOSE
        return coming is not None and coming - self.today <= reach

    def unlikely(self, phrase: Phrase) -> bool:
        """Whether a bare month or day would lie far ahead on weak words alone: in February "the
        plan to sell it failed in January" is not said of the next, nor are figures "for January",
        be they still due."""
        meaning = core(phrase.meaning)
        if not isinstance(meaning, Month | MonthDay) or isinstance(phrase.meaning, By | Until):
            return False
        coming = meaning.following(self.today).start
        far = coming is not None and coming - self.today > LIKELY
        if not far:
            return False
        told = self.cue(phrase, "figures") or self.cue(phrase, "weekday")
        return told != "future"

    def turned(self, phrase: Phrase) -> bool:
        """Whether a close day is of the year before while sure words look ahead: in January "they
        will marry on 30 December" is said of the next."""
        day = core(phrase.meaning)
        if not isinstance(day, MonthDay | Holiday):
            return False
        back, year = day.latest(self.today).start, TimeSpan.unit(Granularity.YEAR, self.today).start
        before = back is not None and year is not None and back < year
        return before and self.cue(phrase, "sure") == "future"

    def done_on(self, phrase: Phrase) -> bool:
        """Whether something was done on a day of the year, which then is not one just ahead."""
        return isinstance(core(phrase.meaning), MonthDay) and self.is_past(phrase, "close")

    def named(self, phrase: Phrase) -> str | None:
        """The side on which a day has the weekday that the text names: "Monday, April 3"."""
        day = core(phrase.meaning)
        if not isinstance(day, MonthDay) or day.weekday is None:
            return None
        back, ahead = (
            day.fits(each) for each in (day.latest(self.today), day.following(self.today))
        )
        return None if back is ahead else "past" if back else "future"

    def cue(self, phrase: Phrase, kind: str) -> str | None:
        """Which way the words around a phrase point."""
        return self.language.lean(self.text, phrase.marks[0].start, phrase.end, kind)

    def is_past(self, phrase: Phrase, kind: str) -> bool:
        """Whether the words around a phrase tell of the past."""
        return self.cue(phrase, kind) == "past"

    def nearest(self, phrase: Phrase, ahead_at_most: int = CLOSE) -> str | None:
        """For a day of the year close by, the side on which it is close: nobody says "on 2 May"
        of a day eleven months away when the other is next week."""
        meaning = core(phrase.meaning)
        now = self.today
        if isinstance(meaning, Quarter | Half):
            # Results are told when a quarter is over: the one just ended, or the one going on.
            begun = meaning.latest(now).start
            return "past" if begun is not None and now - begun <= RESULTS_IN else None
        if not isinstance(meaning, MonthDay | Holiday):
            return None
        last, coming = meaning.latest(now), meaning.following(now)
        if isinstance(meaning, MonthDay) and not (meaning.fits(last) or meaning.fits(coming)):
            return None  # "Monday 14 May" is of another year.
        back, ahead = last.start, coming.start
        if back is None or ahead is None:
            return None
        if now - back <= CLOSE and ahead - now >= FAR:
            return "past"
        return "future" if ahead - now <= ahead_at_most and now - back >= FAR else None


def needs_strong_cue(meaning: Meaning) -> bool:
    """Whether only strong words turn a bare time forward: weekdays, and "in two weeks"."""
    return isinstance(core(meaning), Weekday | InLength)
