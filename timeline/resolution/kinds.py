"""What kind of text is read: news or a story, in the past or the present, days or months first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.meanings import (
    Anchor,
    By,
    Figures,
    Half,
    In,
    Last,
    Latest,
    Meaning,
    Month,
    MonthDay,
    Quarter,
    Reference,
    This,
    Unit,
    Until,
    Weekday,
)
from timeline.resolution.lines import ENTRY, heads_line
from timeline.resolution.logs import Page
from timeline.resolution.shape import core, is_fine, of_publication
from timeline.resolution.yearless import BARE
from timeline.spans import DAY, Granularity, TimeSpan
from timeline.spans.civil import ymd

# A text is a story when this many of its times are dates of their own from long before
# publication, and they outnumber those that lean on publication so many times.
ENOUGH, LONG_AGO, MORE_OFTEN = 4, 300 * DAY, 3
# News tell a story behind their day where these dates are no fewer.
IN_NEWS = 1
# Of a past as far as this a few are enough, where nothing else is told of.
FEW, AGES_AGO = 2, 36_525 * DAY
# A report looks back so far, a history further.
RECENT = 15 * 366 * DAY
# News tells within so many characters on what day of these days it happened.
OPENING = 600
# A day without its year that opens a text is one of so many before publication.
FRESH = 21 * DAY


class Dates(NamedTuple):
    """How many times of a text are dates from long ago, lean on publication, are from ages ago, are
    from living memory, and leave out their year; how many of the old ones begin a story, and
    whether the others are dates without their year behind the first of these."""

    old: int
    leaning: int
    ancient: int
    young: int
    bare: int
    fine: int = 0
    behind: bool = False

    @property
    def tell_story(self) -> bool:
        """Whether times lean on what was told before rather than on the publication date."""
        if self.ancient >= FEW and not self.leaning and not self.young:
            return True
        if self.fine and self.old == self.ancient + self.young and self.behind and not self.leaning:
            # "The bridge fell on 3 May 1998. A hearing followed in June": nothing here is of now.
            return True
        return self._are_of_old(MORE_OFTEN)

    @property
    def may_look_back(self) -> bool:
        """Whether news may tell a story behind their day."""
        return self._are_of_old(IN_NEWS)

    @property
    def leave_years_out(self) -> bool:
        """Whether a text that opens with its own day tells mostly of its weeks, as minutes do."""
        return self.bare > self.old

    def _are_of_old(self, more_often: int) -> bool:
        return self.old >= ENOUGH and self.old >= more_often * self.leaning


def count_dates(phrases: Sequence[Phrase], published: int) -> Dates:
    """The dates of a text, from which it shows whether it tells a story.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "In 1914 war came. In May 1915 Italy joined. It ended in 1918. In 1919 they met."
    >>> count_dates(list(reader(english()).recognise(text)), seconds(2009)).tell_story
    True
    """
    anchor = Anchor(published)
    old = leaning = ancient = young = bare = fine = 0
    behind = True
    for phrase in phrases:
        for mark in phrase.marks:
            meaning = mark.meaning
            if isinstance(meaning, Reference):
                continue
            # Quarters without their year are those of the last months, as weekdays are.
            of_late = isinstance(core(meaning), Weekday | Quarter | Half)
            if meaning.leans == "published" or of_late or isinstance(meaning, Latest):
                leaning += 1
            elif meaning.timex_type is not None:
                continue
            elif meaning.leans == "none":
                told = meaning.on(anchor)
                end, grain = told.end, told.granularity
                past = end is not None and end < published - LONG_AGO
                old += past
                # "In May 1998 it fell" begins a story, "it was built in May 1998" need not.
                least = Granularity.DAY if phrase.start else Granularity.SEASON
                fine += past and grain is not None and grain <= least
                ancient += end is not None and end < published - AGES_AGO
                young += end is None or end >= published - AGES_AGO
            else:
                bare += meaning.leans == "bare"
                dated = fine > 0 and isinstance(core(meaning), BARE)
                behind = behind and (dated or meaning.leans != "bare")
    return Dates(old, leaning, ancient, young, bare, fine, behind and bare > 0)


def told_as_news(
    text: str, phrases: Sequence[Phrase], published: int, narration: Narration
) -> bool:
    """Whether a text opens with a day of its own week, whatever story it tells behind that.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "The mill, built in 1902, burned on Friday. It had shut in May 1915."
    >>> phrases = list(reader(english()).recognise(text))
    >>> told_as_news(text, phrases, seconds(2009), english().narration)
    True

    A month or a day that is told before with its year is where a history begins, unless its own
    sentence goes on to a day of publication's week ("who burned it on 4 May 2021 was jailed on
    Friday"); one without its year tells nothing ("The case is heard on 6 March. He said nothing
    until this week"). A day of the last weeks told first, without its year, is one of these days
    ("The composer died on 12 August. She was born in 1938"). A report that tells of the last years
    only is news wherever it speaks of "last year".
    """
    anchor = Anchor(published)
    if _reports(phrases, anchor) or opener(text, phrases, published) is not None:
        return True
    begun: Phrase | None = None
    for phrase in _placed(phrases):
        meaning = phrase.meaning
        if phrase.start > OPENING:
            return False
        if begun is not None and narration.sentence.search(text[begun.end : phrase.start]):
            return False
        if of_publication(meaning):
            return begun is None or _comes_to(text, begun, meaning, anchor)
        if meaning.leans != "none":
            continue
        told = meaning.on(anchor)
        grain = told.granularity
        if begun is None and _is_fresh(told, published):
            return True
        if begun is None and (grain is None or grain < Granularity.YEAR):
            begun = phrase
    return False


def leads_on(phrases: Sequence[Phrase], published: int) -> bool:
    """Whether bare months and days lead from a year long ago, told first, to a later full date.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "War came in 2021. In May he fled, in July he hid, on 9 September he fell, "
    >>> text += "and in November he died. It ended on 4 January 2022."
    >>> leads_on(list(reader(english()).recognise(text)), seconds(2022, 12, 10))
    True

    Told from publication they would lie after that date, told from the year before it.
    """
    anchor, at, late, led = Anchor(published), None, 0, 0
    for phrase in _placed(phrases):
        what, meaning = core(phrase.meaning), phrase.meaning
        if meaning.leans == "none":
            start = meaning.on(anchor).start
            if start is None:
                return False
            if at is not None and led >= ENOUGH:
                return 0 <= start - (at.start or 0) < LONG_AGO and start < min(late, published)
            if start >= published - LONG_AGO:
                return False
            at, led = TimeSpan.year(ymd(start)[0]), 0
        elif at is None:
            return False
        elif meaning.leans == "bare" and isinstance(what, Month | MonthDay):
            at, late, led = what.onwards(at), what.latest(published).start or 0, led + 1
    return False


def opener(text: str, phrases: Sequence[Phrase], published: int) -> Phrase | None:
    """A day without its year that a text tells first, and that was just before publication.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "The composer Ana Reis died on 12 August. She was born in Porto in 1938."
    >>> phrases = list(reader(english()).recognise(text))
    >>> opener(text, phrases, seconds(2022, 8, 19)) is phrases[0]
    True
    """
    first = next(_placed(phrases), None)
    if first is None or first.start > OPENING or not isinstance(first.meaning, MonthDay):
        return None
    if heads_line(text, first.start, first.end):
        return None
    return first if _is_fresh(first.meaning.on(Anchor(published)), published) else None


def _is_fresh(told: TimeSpan, published: int) -> bool:
    """Whether a time begins on one of the days before publication."""
    return told.start is not None and 0 <= published - told.start <= FRESH


def own_day(phrases: Sequence[Phrase], published: int) -> TimeSpan | None:
    """The day of these weeks that a text tells first and in full, as minutes tell their meeting's.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "Minutes of the meeting of 12 March 2024 at 7 pm"
    >>> own_day(list(reader(english()).recognise(text)), seconds(2024, 3, 21)).edtf()
    '2024-03-12'
    """
    page = _first_day(phrases, published)
    return page.span if page is not None and _is_fresh(page.span, published) else None


def _first_day(phrases: Sequence[Phrase], published: int) -> Page | None:
    """The day that a text tells first and in full, however long before publication it was."""
    first = next(_placed(phrases), None)
    if first is None or first.start > OPENING or first.meaning.leans != "none":
        return None
    told = first.meaning.on(Anchor(published))
    if told.start is None or not is_fine(told) or told.start > published:
        return None
    return Page(first.start, TimeSpan.starting(Granularity.DAY, told.start - told.start % DAY))


def page_of_log(text: str, phrases: Sequence[Phrase], published: int) -> Page | None:
    """The day of a log that has none over its entries: the one that its head tells in full.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "Outage of 14 June 2023" + chr(10) + "13:50 – A disk fails."
    >>> page_of_log(text, list(reader(english()).recognise(text)), seconds(2024)).span.edtf()
    '2023-06-14'

    Not so where words before the first entry are told from publication: "Live updates on today's
    vote", though the war began on 24 February 2022.
    """
    page = _first_day(phrases, published)
    entry = None if page is None else ENTRY.search(text)
    if entry is None or any(of_publication(p.meaning) for p in _before(phrases, entry.start())):
        return None
    return page


def _before(phrases: Sequence[Phrase], stop: int) -> Iterator[Phrase]:
    """The phrases that stand before an offset and have a place on the calendar."""
    return takewhile(lambda phrase: phrase.start < stop, _placed(phrases))


def begins(phrases: Sequence[Phrase]) -> int:
    """The offset of the first date that tells its year, 0 where there is none."""
    return next((p.start for p in _placed(phrases) if p.meaning.leans == "none"), 0)


def _comes_to(text: str, begun: Phrase, meaning: Meaning, anchor: Anchor) -> bool:
    """Whether a sentence that begins with a date of living memory comes to a day of these days."""
    told, day = begun.meaning.on(anchor), meaning.on(anchor).granularity
    lived = told.end is not None and told.end >= anchor.published - AGES_AGO
    near = day is not None and day <= Granularity.DAY
    return lived and near and not heads_line(text, begun.start, begun.end)


def _placed(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """The phrases that have a place on the calendar: no lengths, and not "now" or "recently"."""
    for phrase in phrases:
        if not isinstance(phrase.meaning, Reference) and phrase.meaning.timex_type is None:
            yield phrase


def _reports(phrases: Sequence[Phrase], anchor: Anchor) -> bool:
    """Whether a text tells of no year but the last ones, and of some from the day it is written."""
    lately = False
    for phrase in _placed(phrases):
        meaning = phrase.meaning
        counted = isinstance(core(meaning), Last) or isinstance(meaning, Last | In)
        lately = lately or (counted and meaning.leans == "published")
        if meaning.leans == "none":
            start = meaning.on(anchor).start
            if start is not None and start < anchor.published - RECENT:
                return False
    return lately


def of_late(meaning: Meaning, reference: TimeSpan | None, published: int) -> bool:
    """Whether "last year" is publication's in a story, as is "May this year" in one that has come
    to a time no further back than those of a report.

    >>> from timeline.meanings import Unit
    >>> from timeline.spans import seconds
    >>> of_late(Last(Unit(Granularity.YEAR)), TimeSpan.year(2015), seconds(2021))
    True
    """
    year = isinstance(meaning, In) and meaning.whole == This(Unit(Granularity.YEAR))
    while isinstance(meaning, By | Until | In):
        meaning = meaning.whole if isinstance(meaning, In) else meaning.what
    if not (year or isinstance(meaning, Last)) or meaning.leans != "published":
        return False
    begun = None if reference is None else reference.start
    return begun is not None and (isinstance(meaning, Last) or published - begun <= RECENT)


def told_in_present(text: str, phrases: Sequence[Phrase], narration: Narration) -> bool:
    """Whether a story tells what happened in the present tense, as lists of dates do.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> text = "3 May 1741: The mill is sold. 9 June 1742: A new mill is due to open within a year."
    >>> told_in_present(text, list(reader(english()).recognise(text)), english().narration)
    True
    """
    present = past = 0
    for phrase in phrases:
        if phrase.meaning.leans == "none" and phrase.meaning.timex_type is None:
            first, last = narration.around(text, phrase.start, phrase.end)
            sentence = text[first:last]
            present += narration.speaks(sentence)
            past += narration.past.search(sentence) is not None
    return present > past


def writes_days_first(phrases: Sequence[Phrase]) -> bool:
    """Whether dates in figures have their day first, as far as those tell that have one order.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> text = "Paid on 24/02/2022, returned on 03/04/2022."
    >>> writes_days_first(list(reader(english()).recognise(text)))
    True
    """
    marks = [mark.meaning for phrase in phrases for mark in phrase.marks]
    dates = [meaning for meaning in marks if isinstance(meaning, Figures)]
    days = sum(date.month_first is None for date in dates)
    return days > sum(date.day_first is None for date in dates)
