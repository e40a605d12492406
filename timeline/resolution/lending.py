"""Which date told in full lends its year to a bare month or day beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.meanings import Anchor, Holiday, In, Month, MonthDay, Season, Year
from timeline.resolution.grain import read
from timeline.resolution.lines import QUOTES, SPEECH, is_quoted, line_before
from timeline.resolution.quarters import with_meaning
from timeline.resolution.shape import core
from timeline.spans import DAY, Granularity, TimeSpan

# Bare words lean on a date told at most so many characters before.
NEARBY = 160
# A day this long before the one told last is looked back to.
LONG_AGO = 300 * DAY
# What stands before the time of a clause: a comma, the word that joins it, and a preposition.
_JOINED = re.compile(r", (?P<joint>[a-z]+ [a-z]+ )$")
# What is named by its month stands between that and its year.
_NAMED = re.compile(r" (?!(?:the|an?|and|or|his|her|its|their) )(?:[a-z-]+ ){1,2}of ")


class Told(NamedTuple):
    """A date told in full: its span, where its words begin and end, and whether they count it
    from publication ("last year"), or go `onward` from what was told before ("ten years later",
    "that year")."""

    span: TimeSpan
    start: int
    end: int
    counted: bool = False
    onward: bool = False


def date_before(
    text: str,
    phrase: Phrase,
    told: Told,
    narration: Narration,
    free: bool,
    past: Callable[[], bool],
) -> TimeSpan | None:
    """The full date that a bare month or day goes on from: "on 2 May 2019 and on 9 May".

    Within its sentence it is; into the next one a day goes on from a month or a day, and so does a
    month that opens its sentence: "In August 2014 they came. In September …". A time that is
    `free`, close to publication or told in the present, leans on no other sentence. A year lends
    itself only where it sets the time of its sentence ("In 2014 it shut in May"): "a firm founded
    in 2014 sold it in May" tells of the last May. What is said in quotation marks lends nothing to
    what is told outside of them, but to all that is said behind it as `past`: "We came in 1986. In
    May …".
    """
    between = text[told.end : phrase.start]
    if not free and _remembers(text, told, between, narration) and past():
        return told.span
    if phrase.start - told.end > NEARBY:
        return None
    before = text[max(0, told.end - NEARBY) : told.end]
    if narration.inset(before, between, participles=True):
        return None
    if len(QUOTES.findall(between)) % 2:
        return None
    year = told.span.granularity is Granularity.YEAR
    if told.onward and between == ", ":
        return told.span  # "He came home eleven years later, at Easter."
    about = narration.about.match(between) is not None
    if year and not about and not _opens(text, told.start, narration):
        return None
    ends = [end.end() for end in narration.sentence.finditer(between)]
    if not ends:
        return told.span
    opens = ends[-1] == len(between)
    day = isinstance(core(phrase.meaning), MonthDay | Holiday)
    goes_on = len(ends) == 1 and not year and (day or opens)
    goes_on = goes_on and not free
    return told.span if goes_on and "\n\n" not in between else None


def year_after(
    text: str,
    phrase: Phrase,
    told: Told | None,
    lent: TimeSpan,
    publication: Anchor,
    narration: Narration,
) -> TimeSpan | None:
    """The year after the one that a date lends, where the next thing done would come before it:
    "arrested in June 2024 and sentenced in February".

    `lent` is what a bare month or day behind the date means in the year of that. None where the
    year after is not over, or where more than a verb and its joint stands between the two.
    """
    if told is None or told.span.start is None or lent.start is None:
        return None
    if told.span.granularity not in (Granularity.MONTH, Granularity.DAY):
        return None
    if lent.start >= told.span.start or not narration.follows.fullmatch(
        text, told.end, phrase.start
    ):
        return None
    year = TimeSpan.unit(Granularity.YEAR, told.span.start).end
    later = None if year is None else TimeSpan.unit(Granularity.YEAR, year)
    meant = None if later is None else read(phrase.meaning, publication.on(later, "story")).start
    return later if meant is not None and meant <= publication.published else None


def looks_back(
    span: TimeSpan, last: TimeSpan | None, before: str, narration: Narration, weekday: bool
) -> bool:
    """Whether a day is told behind "had" from long before the day told last, to which the hours
    behind it belong: "on 23 April it failed, by a key that had been made on 2 May 2019. At 9:14 …".

    `before` are the words before the day. A bare `weekday` does so from the days before: "he came
    on 28 January. It had rained since the Sunday. At 9:14 …".
    """
    if last is None or last.start is None or span.start is None:
        return False
    far = last.start - span.start > (0 if weekday else LONG_AGO)
    return far and narration.perfect.search(before) is not None


def _remembers(text: str, told: Told, between: str, narration: Narration) -> bool:
    """Whether a date and what stands behind it are told in one quotation, or in two of a line.

    "It was built in 1950 and failed in May" tells in passing how old a thing is.
    """
    if told.counted or len(between) > SPEECH or "\n" in between or len(QUOTES.findall(between)) % 2:
        return False
    passive = narration.passive.search(line_before(text, told.start))
    return is_quoted(text, told.start) and passive is None


def _opens(text: str, start: int, narration: Narration) -> bool:
    """Whether a year sets the time of its sentence or clause: "In 2016", ", although in 2016"."""
    first, _ = narration.around(text, start, start)
    clause = _JOINED.search(text, first, start)
    begins = (first,) if clause is None else (first, clause.start("joint"))
    return any(narration.framing.fullmatch(text, at, start) is not None for at in begins)


def with_years(text: str, phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases, each month or season with the year of what is named by it: "the October
    offensive of 1854".

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> text = "After the October offensive of 1854 he rested."
    >>> with_years(text, reader(english()).recognise(text))[0].meaning
    In(Month(10), Year(1854))
    """
    found = list(phrases)
    for place, (one, later) in enumerate(pairwise(found)):
        month, year = one.meaning, later.meaning
        if not isinstance(month, Month | Season) or not isinstance(year, Year):
            continue
        if _NAMED.fullmatch(text, one.end, later.marks[0].start):
            found[place] = with_meaning(one, In(month, year))
    return found


def year_behind(text: str, phrase: Phrase, later: Phrase, narration: Narration) -> TimeSpan | None:
    """The year that stands right behind a place, for what is told before it: "the winter in Sardis
    in 481 BC"."""
    if later.meaning.leans != "none" or later.meaning.timex_type is not None:
        return None
    if narration.placed.fullmatch(text, phrase.end, later.start) is None:
        return None
    span = later.meaning.on(Anchor(0))
    return span if span.granularity is Granularity.YEAR and span.relation == "within" else None


def date_behind(
    text: str, phrase: Phrase, later: Phrase, publication: Anchor, narration: Narration, past: bool
) -> TimeSpan | None:
    """The full date that ends what is told in one breath, for a month or a day not after it:
    "arrested in March and charged in May 2020".

    What is told as `past` takes nothing from a date to come: "opened in March and plans another
    in May 2027".
    """
    if later.meaning.leans != "none" or later.meaning.timex_type is not None:
        return None
    if not narration.joining.fullmatch(text, phrase.end, later.start):
        return None
    if narration.coming.search(text[phrase.end : later.start]) is not None:
        # "It signed in March and will open in the summer of 2020."
        return None
    span = later.meaning.on(publication)
    if span.granularity is None or span.granularity >= Granularity.YEAR:
        return None
    if past and span.start is not None and span.start > publication.published:
        return None
    start = read(phrase.meaning, publication.on(span, "story")).start
    told = start is not None and span.end is not None and start < span.end
    return span if told and span.relation == "within" else None
