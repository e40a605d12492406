"""The days that a news text has told, and which of them its hours and weekdays are of."""

from __future__ import annotations

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.meanings import Clock, MonthDay, PartOfDay, Weekday
from timeline.resolution.lending import NEARBY
from timeline.resolution.lines import ENTRY, opens_entry
from timeline.resolution.logs import EVENING, passes_midnight
from timeline.resolution.shape import core, points
from timeline.spans import DAY, Granularity, TimeSpan
from timeline.spans.civil import weekday


class Days:
    """The days of a text that have been told so far."""

    def __init__(self, narration: Narration) -> None:
        self.narration = narration
        # The day that the text itself told last, and whether it heads the line it stands in.
        self.last: TimeSpan | None = None
        self.at = 0
        self.heads = False
        # The day that was told last, be it in passing.
        self.noted: TimeSpan | None = None
        self.noted_at = 0
        self.part: TimeSpan | None = None
        self.part_at = 0
        # The days told last, by their weekdays.
        self.weekdays: dict[int, int] = {}
        # The days without their year that were told, and when they were.
        self.bare: dict[MonthDay, int] = {}

    def note(self, span: TimeSpan, end: int) -> None:
        """Takes note of a day that is told up to an offset, be it in passing."""
        self.noted, self.noted_at = span, end
        if span.start is not None:
            self.weekdays[weekday(span.start)] = span.start

    def tell(self, span: TimeSpan, phrase: Phrase, text: str) -> None:
        """Takes note of a day that the text itself tells."""
        on = self.heads and "\n" not in text[self.at : phrase.start]
        same = on and self.last is not None and _same_day(span, self.last)
        self.heads = same or opens_entry(text, phrase.start, phrase.end)
        self.last, self.at = span, phrase.end

    def is_saying(self, span: TimeSpan, phrase: Phrase, text: str) -> bool:
        """Whether a day is only that on which is said what happened on the day just told: "a ferry
        sank on Sunday, the police said on Monday. It had left at 4 p.m."."""
        last = self.last
        if last is None or last.start is None or span.start is None or last.start >= span.start:
            return False
        between = text[self.at : phrase.marks[0].start]
        near = len(between) <= NEARBY and "\n" not in between
        return near and self.narration.said.search(between) is not None

    def dawn_of(self, phrase: Phrase) -> TimeSpan | None:
        """The day that a dawn is of which ends the night just told: "That night they slept. At dawn
        they left"."""
        night, dawn = self.noted, core(phrase.meaning) == PartOfDay("DA")
        if (
            not dawn
            or night is None
            or night.start is None
            or phrase.start - self.noted_at > NEARBY
        ):
            return None
        late = night.granularity is Granularity.PART_OF_DAY and night.start % DAY >= EVENING
        return TimeSpan.unit(Granularity.DAY, night.start + DAY) if late else None

    def of_part(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The day of a time of the clock that falls in the night told before: "on Monday night …
        The fire broke out at 11 p.m.", though the police told of it on Tuesday."""
        clock, part = core(phrase.meaning), self.part
        if not isinstance(clock, Clock) or part is None or part.start is None or part.end is None:
            return None
        if phrase.start - self.part_at > 2 * NEARBY:
            return None
        grain = None if self.last is None else self.last.granularity
        if self.at > self.part_at and grain is not None and grain < Granularity.PART_OF_DAY:
            return None  # "It broke out at 11 p.m. on Wednesday. The roof fell in at 1 a.m."
        if self.at > self.part_at and not self.narration.sentence.search(
            text, self.at, phrase.start
        ):
            return None
        for day in dict.fromkeys(at - at % DAY for at in (part.start, part.end - 1)):
            told = clock.of(day).start
            if told is not None and part.start <= told < part.end:
                return TimeSpan.unit(Granularity.DAY, day)
        evening, morning = part.start - part.start % DAY, clock.of(0).start
        early = morning is not None and morning < DAY // 2 < part.start - evening
        looks_back = self.narration.perfect.search(text[self.part_at : phrase.start]) is not None
        if early and not looks_back and self.at == self.part_at:
            # "They met on Monday evening; by 7 a.m. they had gone."
            return TimeSpan.unit(Granularity.DAY, evening + DAY)
        return None

    def past_midnight(self, phrase: Phrase, day: TimeSpan | None) -> TimeSpan | None:
        """The day after one of which a late hour was told, for an hour of the night: "They left at
        9 p.m. on Sunday. At 2 a.m. they were there."""
        clock, told = core(phrase.meaning), self.last
        if day is None or day is not told or told.start is None or not isinstance(clock, Clock):
            return day
        hour, coming = told.start % DAY, clock.of(0).start
        late = told.granularity is not None and told.granularity < Granularity.PART_OF_DAY
        if not late or coming is None or not passes_midnight(hour, coming):
            return day
        return TimeSpan.unit(Granularity.DAY, told.start + DAY)

    def reach(self, phrase: Phrase, told: TimeSpan, text: str) -> int:
        """How far a day reaches: a time of the clock may stand farther off in its paragraph, and
        from one to the next a story goes on longer, to a part of the day as well.
        A diary's day reaches to its line's end."""
        if self.heads and "\n" not in text[self.at : phrase.start]:
            return len(text)
        hourly = told.granularity is not None and told.granularity < Granularity.PART_OF_DAY
        on = hourly or "\n" not in text[self.at : phrase.start]
        first, last = self.narration.around(text, phrase.start, phrase.end)
        # "They have been digging since dawn" is said of the day of publication.
        parts = hourly and not self.heads and not self.narration.speaks(text[first:last])
        timed = isinstance(core(phrase.meaning), Clock | PartOfDay if parts else Clock)
        return 3 * NEARBY if on and timed else NEARBY

    def near(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The day that a bare time of day belongs to, if one was told just before.

        A day told in an entry of a log ("15:20 Schools will close on Thursday") is not that of the
        entries below it.
        """
        entered = ENTRY.search(text, self.at, phrase.end) is not None
        if self.last is None or phrase.start - self.at > self.reach(phrase, self.last, text):
            return None
        heads = text.startswith("\n", self.at)
        return None if entered and not heads else self.last

    def before(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The day told just before a weekday that is the one behind it: "on the Wednesday"."""
        if self.noted is None or not is_definite(phrase, text, self.narration):
            return None
        return self.noted if phrase.marks[0].start - self.noted_at <= 3 * NEARBY else None

    def pointed(self, phrase: Phrase) -> TimeSpan | None:
        """The day told before that "that Wednesday" points to, whatever was told since."""
        day = core(phrase.meaning)
        if not isinstance(day, Weekday) or not points(phrase.meaning):
            return None
        start = self.weekdays.get(day.number)
        return None if start is None else TimeSpan.starting(Granularity.DAY, start)


def is_definite(phrase: Phrase, text: str, narration: Narration) -> bool:
    """Whether a weekday is that of the days told: "on the Wednesday", "since the Sunday"."""
    if not isinstance(core(phrase.meaning), Weekday):
        return False
    at = phrase.marks[0].start
    told = narration.definite.search(text, max(0, at - NEARBY // 8), phrase.end + NEARBY)
    return told is not None and told.start() < at and told.end() == phrase.end


def _same_day(first: TimeSpan, second: TimeSpan) -> bool:
    """Whether two times begin, or end if they have no beginning, on one day."""
    at = [span.start if span.start is not None else span.end for span in (first, second)]
    return at[0] is not None and at[1] is not None and at[0] // DAY == at[1] // DAY
