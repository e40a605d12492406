"""Logs and live reports: the days that stand over their parts, and the times that open entries."""

from __future__ import annotations

from typing import NamedTuple

from timeline.expressions import Phrase
from timeline.meanings import Anchor, Clock, MonthDay, Recurring, Unit, Weekday
from timeline.resolution.lines import ENTRY, MARKS, TITLE, heads_line, opens_entry, stands_alone
from timeline.resolution.shape import core, of_publication
from timeline.spans import DAY, Granularity, TimeSpan

# An hour so late is followed by one so early of the next day.
EVENING, MORNING = 18 * 3600, 6 * 3600
# A title and the line before it take no more characters.
NEARBY = 160


class Page(NamedTuple):
    """The day of a log that has none over its entries, and where the text tells it."""

    start: int
    span: TimeSpan


class Log:
    """The day that stands over what is being read, if any.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> text = "Log" + chr(10) * 2 + "May 3" + chr(10) * 2 + "5 p.m. A dog bit a man."
    >>> log = Log(text)
    >>> day, hour = reader(english()).recognise(text)
    >>> log.tell(day, TimeSpan.day(2023, 5, 3))
    >>> log.day_over(hour).edtf(), log.opens(hour)
    ('2023-05-03', True)

    `heads` are where the days stand that other times of their entries are told from.
    """

    def __init__(self, text: str, page: Page | None = None) -> None:
        self.text, self.page = text, page
        self.heading: TimeSpan | None = None
        # Where the day at hand stands.
        self.at = 0 if page is None else page.start
        self.heads: set[int] = set()
        self.year: TimeSpan | None = None
        # Up to where entries were looked for under the heading, and whether there is one.
        self.read = 0
        self.entered = False
        # Up to where the title of another part was looked for, and whether there is one.
        self.sought = 0
        self.closed = False
        # The hour of the entry before, and how many midnights have passed since the day over it.
        self.hour: int | None = None
        self.nights = 0

    def tell(self, phrase: Phrase, span: TimeSpan) -> None:
        """Takes note of a day or a year that has a line for itself."""
        grain = span.granularity
        year = grain is Granularity.YEAR
        if grain is None or span.start is None or (grain > Granularity.DAY and not year):
            return
        within = self.heading is not None and opens_entry(self.text, phrase.start, phrase.end)
        if not within and not stands_alone(self.text, phrase.start, phrase.end):
            return
        if year:
            self.year = span
        elif grain is Granularity.DAY or (within and not isinstance(phrase.meaning, Clock)):
            # "9 February, 00:50." is of another day than the entries above it.
            self.heading = TimeSpan.unit(Granularity.DAY, span.start)
            self.at, self.read, self.entered = phrase.start, phrase.end, within
            self.sought, self.closed = phrase.end, False
            self.hour, self.nights = None, 0

    def day_over(self, phrase: Phrase) -> TimeSpan | None:
        """The day that stands over the entry of a phrase, or else that of the page."""
        day = self._day_over(phrase)
        if day is not None and of_publication(phrase.meaning):
            self.heads.add(self.at)
        return day

    def _day_over(self, phrase: Phrase) -> TimeSpan | None:
        if self.heading is None:
            return self.page.span if self.page is not None and self.in_entry(phrase) else None
        if stands_alone(self.text, phrase.start, phrase.end):
            return None
        if self._is_closed(phrase):
            return None
        if not self.entered:
            self.entered = ENTRY.search(self.text, self.read, phrase.end) is not None
            self.read = max(self.read, phrase.start - MARKS)
        return self.heading if self.entered else None

    def _is_closed(self, phrase: Phrase) -> bool:
        """Whether the title of another part ends the entries of a day before a phrase, until the
        next one."""
        if self.in_entry(phrase):
            self.closed, self.sought = False, phrase.start
        elif not self.closed:
            self.closed = TITLE.search(self.text, self.sought, phrase.start) is not None
            self.sought = max(self.sought, phrase.start - NEARBY)
        return self.closed

    def in_entry(self, phrase: Phrase) -> bool:
        """Whether a time of the clock opens the line that a phrase stands in."""
        line = self.text.rfind("\n", 0, phrase.start)
        found = ENTRY.match(self.text, line) if line >= 0 else None
        return found is not None and found.end() <= phrase.end + 1

    def by_night(self, phrase: Phrase, day: TimeSpan | None) -> TimeSpan | None:
        """A day, or the next where the hours that open its entries have passed midnight: "23:50",
        and below that "0:20"."""
        clock = core(phrase.meaning)
        if isinstance(clock, Clock) and self.opens(phrase):
            hour = clock.of(0).start or 0
            self.nights += self.hour is not None and passes_midnight(self.hour, hour)
            self.hour = hour
        if day is None or day.start is None or not self.nights:
            return day
        return TimeSpan.starting(Granularity.DAY, day.start + self.nights * DAY)

    def year_over(self, phrase: Phrase) -> TimeSpan | None:
        """The year that stands over the line which a phrase heads: "2021" over "3 May – …"."""
        return self.year if heads_line(self.text, phrase.start, phrase.end) else None

    def opens(self, phrase: Phrase) -> bool:
        """Whether a time of the clock opens an entry."""
        line = self.text.rfind("\n", max(0, phrase.start - MARKS), phrase.start)
        found = ENTRY.match(self.text, line) if line >= 0 else None
        return found is not None and phrase.start < found.end() <= phrase.end + 1


def passes_midnight(hour: int, coming: int) -> bool:
    """Whether a time of the clock behind another is of the next day, in seconds of a day.

    >>> passes_midnight(23 * 3600, 1200), passes_midnight(9 * 3600, 1200)
    (True, False)
    """
    return hour >= EVENING and coming < MORNING


def comes_sooner(what: Recurring, day: Anchor, written: Anchor) -> bool:
    """Whether a bare day or weekend after the day of an entry, but not after the log was written,
    is nearer than the one before it."""
    if not isinstance(what, Weekday | MonthDay) and what != Unit(Granularity.WEEKEND):
        return False
    back, ahead = what.latest(day.today).start, what.following(day.today).start
    if back is None or ahead is None or ahead > written.today:
        return False
    return ahead - day.today < day.today - back
