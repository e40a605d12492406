"""Times told by their distance from an anchor: last, next, this, ago, later."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Meaning, Recurring
from timeline.meanings.recurring import DayOfMonth, PartOfDay, Season, Unit, Weekday
from timeline.spans import DAY, Duration, Granularity, TimeSpan, floor, step


@dataclass(frozen=True, slots=True, repr=False)
class Now(Meaning):
    """The moment of speaking or publication, as a day or finer."""

    @property
    def leans(self) -> str:
        """Now is the publication's."""
        return "published"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The moment."""
        return anchor.moment


@dataclass(frozen=True, slots=True, repr=False)
class Day(Meaning):
    """A day counted from the anchor's: yesterday is Day(-1), "the next day" Day(1, "story").

    >>> from timeline.spans import seconds
    >>> Day(-1).on(Anchor(seconds(2023, 3, 6))).timex3
    '2023-03-05'
    """

    offset: int
    lean: str = "published"

    @property
    def leans(self) -> str:
        """As told."""
        return self.lean

    def on(self, anchor: Anchor) -> TimeSpan:
        """That day."""
        return TimeSpan.starting(Granularity.DAY, anchor.today + self.offset * DAY)


def _fits(what: Recurring, anchor: Anchor) -> bool:
    """Whether the story's reference is itself one of these, so that counting starts from it."""
    span = anchor.reference
    return isinstance(what, Unit) and span is not None and span.granularity is what.granularity


@dataclass(frozen=True, slots=True, repr=False)
class Last(Meaning):
    """The most recent one that was over before the anchor's own.

    >>> from timeline.spans import seconds
    >>> from timeline.meanings.recurring import Month
    >>> Last(Month(9)).on(Anchor(seconds(2022, 9, 6))).timex3
    '2021-09'
    """

    what: Recurring
    count: int = 1
    lean: str = "published"

    @property
    def leans(self) -> str:
        """As told: "last" leans on publication, "the previous" on the story."""
        return self.lean

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        now = anchor.today if not anchor.fine else anchor.now
        span = self.what.latest(now)
        if span.end is not None and span.end > now:
            assert span.start is not None
            span = self.what.latest(span.start - 1)
        for _ in range(self.count - 1):
            assert span.start is not None
            span = self.what.latest(span.start - 1)
        return span


@dataclass(frozen=True, slots=True, repr=False)
class Next(Meaning):
    """The first one to begin after the anchor's own.

    >>> from timeline.spans import seconds
    >>> Next(Unit(Granularity.YEAR)).on(Anchor(seconds(2023, 3, 6))).timex3
    '2024'
    """

    what: Recurring
    count: int = 1
    lean: str = "published"

    @property
    def leans(self) -> str:
        """As told: "next" leans on publication, "the following" on the story."""
        return self.lean

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        span = self.what.following(anchor.now)
        for _ in range(self.count - 1):
            assert span.start is not None
            span = self.what.following(span.start)
        return span


@dataclass(frozen=True, slots=True, repr=False)
class This(Meaning):
    """The one that holds the anchor, or that belongs to its week or year.

    >>> from timeline.spans import seconds
    >>> This(Weekday(4)).on(Anchor(seconds(2023, 3, 6))).timex3
    '2023-03-10'
    >>> from timeline.meanings.recurring import Month
    >>> This(Month(9)).on(Anchor(seconds(2023, 3, 6))).timex3
    '2023-09'
    """

    what: Recurring
    lean: str = "published"

    @property
    def leans(self) -> str:
        """As told: "this" leans on publication, "that" on the story."""
        return self.lean

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        if isinstance(self.what, PartOfDay):
            return self.what.of(anchor.today)
        span = self.what.latest(anchor.now)
        if span.end is not None and span.end > anchor.now:
            return span
        cycle = {Weekday: Granularity.WEEK, DayOfMonth: Granularity.MONTH}.get(
            type(self.what), Granularity.YEAR
        )
        if isinstance(self.what, Season) and self.lean == "story":
            return span
        return self.what.following(floor(cycle, anchor.now) - 1)


@dataclass(frozen=True, slots=True, repr=False)
class Shift(Meaning):
    """So long before or after the anchor, as coarse as the length is told.

    >>> from timeline.spans import seconds
    >>> year = Duration(((1, Granularity.YEAR),))
    >>> Shift(year, -1).on(Anchor(seconds(2023, 3, 6))).timex3
    '2022'

    `sign` is -1 for "ago" and "earlier", 1 for "from now" and "later"; `lean` tells from
    which anchor. A vague length ("months later") gives an approximate span on that side.
    """

    length: Duration
    sign: int
    lean: str = "published"

    @property
    def leans(self) -> str:
        """As told."""
        return self.lean

    def on(self, anchor: Anchor) -> TimeSpan:
        """The unit that far away."""
        unit = self.length.unit
        if self.length.vague or unit is None:
            return self._vague(anchor)
        grain = max(unit, Granularity.DAY) if not anchor.fine else unit
        reference = anchor.reference
        if reference is not None and reference.granularity is not None:
            # "A year earlier" told of a quarter is the same quarter of the year before.
            like = (Granularity.QUARTER, Granularity.HALF_YEAR)
            if unit is Granularity.YEAR and reference.granularity in like:
                grain = reference.granularity
            elif unit < Granularity.DAY and reference.granularity >= Granularity.DAY:
                return replace(reference, value=None)
        if grain is Granularity.PART_OF_DAY:
            grain = Granularity.DAY
        base = anchor.now if anchor.fine or unit > Granularity.DAY else anchor.today
        there = self.length.shift(base, self.sign)
        return TimeSpan.unit(grain, there)

    def _vague(self, anchor: Anchor) -> TimeSpan:
        unit = self.length.unit or Granularity.DAY
        grain = max(unit, Granularity.DAY)
        near = step(unit, anchor.now, self.sign)
        far = step(unit, anchor.now, self.sign * 10)
        start, end = sorted((near, far))
        value = "PAST_REF" if self.sign < 0 else "FUTURE_REF"
        return TimeSpan(
            floor(grain, start), floor(grain, end) + 1, grain, approximate=True, value=value
        )


@dataclass(frozen=True, slots=True, repr=False)
class From(Meaning):
    """So long before or after a time that is told: "two days after Christmas".

    >>> from timeline.meanings.absolute import Fixed
    >>> from timeline.spans import seconds
    >>> day = Duration(((2, Granularity.DAY),))
    >>> From(day, 1, Fixed(TimeSpan.day(2022, 12, 25))).on(Anchor(seconds(2023))).timex3
    '2022-12-27'
    """

    length: Duration
    sign: int
    origin: Meaning

    @property
    def leans(self) -> str:
        """As its origin leans."""
        return self.origin.leans

    def on(self, anchor: Anchor) -> TimeSpan:
        """The unit that far from the origin."""
        origin = self.origin.on(anchor)
        unit = self.length.unit
        edge = origin.start if origin.start is not None else origin.end
        if edge is None or unit is None:
            return TimeSpan(None, None)
        grain = min(max(unit, Granularity.DAY), origin.granularity or Granularity.DAY)
        if unit < Granularity.DAY and (origin.granularity or unit) <= Granularity.DAY:
            grain = unit
        return TimeSpan.unit(grain, self.length.shift(edge, self.sign))
