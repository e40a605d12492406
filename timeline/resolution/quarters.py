"""The quarters that an earnings report has told, and what "a year ago" compares with them."""

from __future__ import annotations

from dataclasses import replace

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.meanings import Ended, Latest, Meaning, Quarter, Shift, This, Unit, YearEnd
from timeline.resolution.shape import (
    compares_quarters,
    core,
    repeats_period,
    spans_quarters,
    stretch,
)
from timeline.spans import Duration, Granularity, TimeSpan

#: An earnings report has its figures at most so many characters from the time they are of.
FIGURES_NEAR = 160
YEAR = Duration(((1, Granularity.YEAR),))


class Quarters:
    """What a text has told of quarters and of longer stretches of business years.

    `today` is the day of publication in seconds; `fiscal` is the month that the business year ends
    with, as far as it is told.
    """

    def __init__(self, narration: Narration, today: int) -> None:
        self.narration, self.today = narration, today
        # The quarter told last that is over, and the one that is not.
        self.over: TimeSpan | None = None
        self.running: TimeSpan | None = None
        # The stretch of more than a quarter told last, as "the same period" repeats it.
        self.stretch: TimeSpan | None = None
        self.quarter_at = self.longer_at = 0
        self.fiscal = 12
        self.number: int | None = None

    def numbered(self, phrase: Phrase) -> Phrase:
        """A quarter told by its end alone, with the number by which the text has called it."""
        told = phrase.meaning
        if not isinstance(told, Ended) or not told.quarterly or told.number or not self.number:
            return phrase
        return with_meaning(phrase, replace(told, number=self.number))

    def open(self, phrase: Phrase, span: TimeSpan) -> None:
        """Takes note of when business years end and of how quarters are numbered."""
        if isinstance(phrase.meaning, Ended | YearEnd):
            self.fiscal = phrase.meaning.year_ends(span) or self.fiscal
        if isinstance(phrase.meaning, Quarter | Ended):
            self.number = phrase.meaning.number or self.number

    def lengthen(self, meaning: Meaning, span: TimeSpan, end: int) -> None:
        """Takes note of a stretch longer than a quarter, or of "the three months ended March 31",
        told up to the offset `end`."""
        if spans_quarters(meaning):
            self.longer_at, self.stretch = end, stretch(span)
        quarter = meaning.quarter(span) if isinstance(meaning, Ended) else None
        if quarter is not None and (quarter.end or 0) <= self.today:
            self.over, self.quarter_at = quarter, end

    def is_beside(self, span: TimeSpan, start: int, text: str) -> bool:
        """Whether an earlier quarter is only what the figures of the one told before are measured
        against, as that of a year before is: "it rose from 4 million in the first quarter"."""
        over = None if self.over is None else self.over.start
        if over is None or span.start is None or span.start >= over:
            return False
        if span.start == YEAR.shift(over, -1):
            return True
        return self.narration.against.search(text, max(0, start - 60), start) is not None

    def tell(self, meaning: Meaning, span: TimeSpan, end: int, again: bool) -> None:
        """Takes note of a time, told up to the offset `end`, that does not repeat one `again`."""
        if span.granularity not in (Granularity.QUARTER, Granularity.HALF_YEAR) or again:
            return
        self.quarter_at = end
        # Of a quarter that is not over there are forecasts, but no figures.
        runs = span.end is not None and span.end > self.today
        repeats = meaning.leans == "story" or isinstance(meaning, Shift | This | Latest)
        repeats = repeats and not (runs and meaning.leans == "now")
        # "The latest quarter" is back to that which is over, whatever was forecast before.
        if isinstance(meaning, Latest) and not runs:
            self.running = None
        if not repeats or (isinstance(meaning, Latest) and self.over is None):
            self.running = span if runs else None
            self.over = self.over if runs else span

    def repeats_longer(self, meaning: Meaning) -> bool:
        """Whether "the same period of 2021" is no quarter: the text last spoke of nine months."""
        return repeats_period(meaning) and self.longer_at > self.quarter_at

    def counts_years(self, meaning: Meaning) -> bool:
        """Whether "a year ago" is a whole year: the text last spoke of more than a quarter."""
        if not isinstance(meaning, Shift) or meaning.length.parts != ((1, Granularity.YEAR),):
            return False
        return meaning.sign < 0 and self.longer_at > self.quarter_at

    def compares(self, phrase: Phrase, text: str) -> bool:
        """Whether "a year ago" compares the quarter that an earnings report is about."""
        if self.compared(phrase, text) is None or not compares_quarters(phrase.meaning):
            return False
        if self.counts_years(phrase.meaning):
            return False
        around = text[max(0, phrase.start - FIGURES_NEAR) : phrase.end + FIGURES_NEAR]
        return self.narration.figures.search(around) is not None

    def measures_year(self, phrase: Phrase, text: str) -> bool:
        """Whether "last year" is the quarter of that year which figures of one are measured
        against: "sales rose to $9 million from $8 million last year"."""
        if self.compared(phrase, text) is None or self.longer_at > self.quarter_at:
            return False
        if phrase.start - self.quarter_at > 2 * FIGURES_NEAR:
            return False
        first, last = self.narration.around(text, phrase.start, phrase.end)
        if self.narration.yearly.search(text, first, last):
            return False
        return self.narration.versus.search(text, first, phrase.start) is not None

    def year(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The quarter whose year "the year" is in a report of one: "for the year, it earned …"."""
        if core(phrase.meaning) != Unit(Granularity.YEAR) or self.running is not None:
            return None
        first, last = self.narration.around(text, phrase.start, phrase.end)
        return self.over if self.narration.figures.search(text, first, last) else None

    def compared(self, phrase: Phrase, text: str) -> TimeSpan | None:
        """The quarter whose figures "a year ago" is compared with: one that is not over only in the
        sentence that forecasts them and in the next, or where no other is told."""
        if self.running is None:
            return self.over
        between = self.narration.sentence.findall(text[self.quarter_at : phrase.start])
        if len(between) <= (0 if isinstance(phrase.meaning, Latest) else 1):
            return self.running
        begun = (self.running.start or 0) <= self.today
        return self.running if begun and self.over is None else self.over


def with_meaning(phrase: Phrase, told: Meaning) -> Phrase:
    """A phrase of one time with another meaning."""
    marks = (phrase.marks[0]._replace(meaning=told), *phrase.marks[1:])
    return phrase._replace(meaning=told, marks=marks)
