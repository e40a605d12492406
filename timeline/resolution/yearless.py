"""What a date without its year can mean, and what that costs wherever a story stands."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import NamedTuple

from timeline.expressions import Phrase
from timeline.meanings import Anchor, Between, Holiday, Meaning, Month, MonthDay, Season
from timeline.resolution.costs import Costs
from timeline.resolution.leaning import CLOSE
from timeline.resolution.shape import core
from timeline.spans import DAY, Granularity, TimeSpan

YEAR = 365 * DAY
#: Times that come back every year.
BARE = (Month, MonthDay, Season, Holiday)
#: Whether what a phrase dates has happened, by the words around it.
Over = Callable[[Phrase], bool]

Ends = tuple[TimeSpan, TimeSpan]


class Reading(NamedTuple):
    """What a date without its year can mean: its first and last time, its year, and its cost.

    `home` tells that news means it so where its story tells of no other year, and an obituary
    where a paragraph begins with it.
    """

    first: TimeSpan
    last: TimeSpan
    year: TimeSpan
    cost: float
    home: bool


def has_year(span: TimeSpan) -> bool:
    """Whether a time has a place on the calendar, to the year at least.

    "More than half a century ago" has none, be it counted from a day.
    """
    grain = span.granularity
    if span.start is None or span.end is None or grain is None:
        return False
    return grain <= Granularity.YEAR and span.end - span.start < 2 * YEAR


class Yearless:
    """The bare dates of one text, each kept with what it has been found to mean in a year."""

    def __init__(self, publication: Anchor, over: Over | None, costs: Costs) -> None:
        self._publication, self._over, self._costs = publication, over, costs
        self._known: dict[tuple[Meaning, int], tuple[Ends | None, TimeSpan]] = {}

    def readings(
        self, phrase: Phrase, told: Set[int], frame: tuple[int, int] | None, homes: bool
    ) -> list[Reading]:
        """What a phrase can mean in the years `told`, the years before and the years after.

        `frame` are the start and end of the heading that it stands below; `homes` tells that the
        text comes back to its own year.
        """
        meaning, found = phrase.meaning, []
        day = core(meaning)
        # A report of these days tells plans, too: "it was ordered in March and is due on 8 April".
        coming = CLOSE if self._over is not None and not self._over(phrase) else 0
        for year in sorted({year + step for year in told for step in (-1, 0, 1)}):
            known = self._known.get((meaning, year))
            if known is None:
                reference = TimeSpan.year(year)
                known = self._ends(meaning, reference), reference
                self._known[meaning, year] = known
            ends, reference = known
            if ends is not None:
                strange = self._strange(ends[0], coming, frame)
                if isinstance(day, MonthDay) and not day.fits(ends[0]):
                    strange += self._costs.weekday
                home = homes and self._is_home(ends[0], coming)
                found.append(Reading(*ends, reference, strange, home))
        return found

    def _is_home(self, span: TimeSpan, coming: int) -> bool:
        """Whether news means such a time where its story tells of no other year: one of the year
        that ends so many seconds after publication."""
        ago = self._publication.published - (span.start or 0)
        return -coming <= ago < YEAR - coming

    def _ends(self, meaning: Meaning, reference: TimeSpan) -> Ends | None:
        """The first and the last time that a bare phrase tells in a year."""
        anchor = self._publication.on(reference, "story")
        if isinstance(meaning, Between):
            first, last = meaning.ends(anchor)
        else:
            first = last = core(meaning).on(anchor)
        return (first, last) if has_year(first) and has_year(last) else None

    def _strange(self, span: TimeSpan, coming: int, frame: tuple[int, int] | None) -> float:
        """What it costs to read a bare date so, wherever the story stands: one that lies more
        than so many seconds ahead of publication, or outside of its heading."""
        start = span.start or 0
        cost = self._costs.unheard if start - self._publication.published > coming else 0.0
        if frame is not None and not frame[0] <= start < frame[1]:
            cost += self._costs.outside
        return cost
