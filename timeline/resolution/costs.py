"""What it costs a story to go its ways: what a reader would find more and less natural."""

from __future__ import annotations

import math
from typing import NamedTuple

from timeline.spans import DAY, Granularity, TimeSpan

MONTH = 30 * DAY


class Costs(NamedTuple):
    """What it costs a story to go its ways."""

    # To go on, as the distance grows, and at most to a date told in full; and to go back.
    onwards: float = 1.0
    farthest: float = 1.8
    backwards: float = 0.7
    # To go on from a year to the next, and from a year into it.
    next_year: float = 0.5
    into_year: float = 0.2
    # To go to a time that the one before reaches into.
    across: float = 0.2
    # To go back at all: within a paragraph, over its end, over an empty line; and after "had".
    back: float = 1.5
    back_paragraph: float = 1.0
    back_section: float = 0.5
    perfect: float = 0.5
    # To tell a date in passing: any, a bare year, and where the words around say so.
    passing: float = 3.0
    passing_year: float = 0.5
    passing_words: float = 1.0
    # More where it opens its sentence: "In May 1952 …".
    passing_opener: float = 0.5
    # To follow a year that does not lead on.
    leading: float = 1.5
    # For a bare date to go on from a time told in passing, in its sentence and beyond.
    aside_near: float = 0.5
    aside_far: float = 1.5
    # For it to go back over such a time to the line of the story.
    return_near: float = 1.4
    return_far: float = 0.5
    # For it to pass over one of its kind, which is there every year.
    passed_over: float = 1.5
    # For a bare date to lie outside of the years of the heading above, or after publication.
    outside: float = 1.5
    unheard: float = 8.0
    # For it to be years away from a day that its paragraph told right before.
    astray: float = 2.0
    # For an "until May" to lie before what its sentence told.
    ends_before: float = 3.0
    # For it to be of another weekday than the text names.
    weekday: float = 4.0
    # To go so far on from the line as derived words tell.
    told: float = 0.3
    # For derived words to lean on a time off the line of the story, in its sentence and beyond,
    # and where it was told in passing; and to go back over it to the line.
    derived_near: float = 0.3
    derived_far: float = 0.4
    derived_passing: float = 2.0
    derived_return: float = 1.0
    # In news, for a bare date to be of the year before publication, and for the story to stay
    # where it was when a day of these weeks is told.
    home: float = 0.9
    left: float = 0.8
    # For news to tell a date of its own in passing, and a year whose words lead on: they seldom
    # stay there.
    looking_back: float = 2.4
    looking_back_year: float = 1.0
    # More for a bare date that an "and" joins to one of long ago: "broke out in May 1951, and in
    # July it was shut".
    home_joined: float = 2.0
    # In news, for a bare date to be of a year that another sentence told.
    into_year_told_before: float = 0.8
    # In an obituary, for a paragraph to begin with the year of the death: rather so than not.
    ending: float = -1.0

    def leap(
        self,
        before: TimeSpan,
        after: TimeSpan,
        broken: int = 0,
        perfect: bool = False,
        full: bool = False,
    ) -> float:
        """What it costs to go from one time to another, which may be told in `full`.

        >>> may, june = TimeSpan.month(1914, 5), TimeSpan.month(1914, 6)
        >>> COSTS.leap(may, june) < COSTS.leap(june, may)
        True

        `broken` is 1 where a paragraph ends between them and 2 where a section does; `perfect`
        tells that the words look back.
        """
        start, end = before.start or 0, before.end or 0
        first, last = after.start or 0, after.end or 0
        coarse = before.granularity is Granularity.YEAR
        if start <= first and last <= end:
            return self.into_year if coarse else 0.0
        if first >= end:
            on = self.onwards * _months(first - end)
            on = min(on, self.farthest) if full else on
            return on + (self.next_year if coarse else 0.0)
        if last > start:
            return self.across
        back = (self.back, self.back_paragraph, self.back_section)[broken]
        back -= self.perfect if perfect else 0.0
        return back + self.backwards * _months(start - last)


def _months(gap: int) -> float:
    """How far apart, as a reader feels it: the logarithm of steps of two months."""
    return math.log1p(gap / (2 * MONTH))


COSTS = Costs()
#: Of a text that opens with its own day, as minutes do: it tells of these weeks, and other dates in
#: passing.
OF_ITS_DAY = COSTS._replace(looking_back=COSTS.looking_back_year)
