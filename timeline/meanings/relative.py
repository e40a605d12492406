"""Times told by their distance from an anchor: last, next, this, ago, later."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Leaning, Meaning, OfOrigin, Recurring
from timeline.meanings.fiscal import years_on
from timeline.meanings.holidays import Holiday
from timeline.meanings.recurring import DayOfMonth, Month, Part, PartOfDay, Season, Unit, Weekday
from timeline.spans import DAY, Duration, Granularity, TimeSpan, ceiling, floor, step
from timeline.spans.civil import ymd


@dataclass(frozen=True, slots=True, repr=False)
class Now(Meaning):
    """The moment of speaking or publication, as a day or finer.

    >>> from timeline.spans import seconds
    >>> Now().on(Anchor(seconds(2023, 3, 6))).timex3
    '2023-03-06'
    """

    @property
    def leans(self) -> str:
        """Now is the publication's."""
        return "published"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The moment."""
        return anchor.moment


@dataclass(frozen=True, slots=True, repr=False)
class Day(Leaning):
    """A day counted from the anchor's: yesterday is Day(-1), "the next day" Day(1, "story").

    >>> from timeline.spans import seconds
    >>> Day(-1).on(Anchor(seconds(2023, 3, 6))).timex3
    '2023-03-05'
    """

    offset: int
    lean: str = "published"

    def on(self, anchor: Anchor) -> TimeSpan:
        """That day."""
        return TimeSpan.starting(Granularity.DAY, anchor.today + self.offset * DAY)


@dataclass(frozen=True, slots=True, repr=False)
class Last(Leaning):
    """The most recent one that was over before the anchor's own.

    >>> from timeline.spans import seconds
    >>> from timeline.meanings.recurring import Month
    >>> Last(Month(9)).on(Anchor(seconds(2022, 9, 6))).timex3
    '2021-09'

    "Last Tuesday" is the one of the week before, as the news mostly means it, unless `near`
    ("this past Tuesday") or told of a story's day. An hour or a minute ends now where the
    time of day is known.
    """

    what: Recurring
    count: int = 1
    lean: str = "published"
    near: bool = False

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        now = anchor.today if not anchor.fine else anchor.now
        if self.count == 1 and anchor.reference is None:
            if isinstance(self.what, Weekday) and not self.near:
                now = floor(Granularity.WEEK, now) - 1
                return self.what.latest(now)
            if _short(self.what, anchor):
                return _from_now(self.what, now, -1)
        span = self.what.latest(now)
        told = anchor.reference
        if self.lean == "story" and self.what == WINTER and told is not None:
            # "It sank in 2002. The winter before" had not ended when that year began.
            now = span.end if told.granularity is Granularity.YEAR and span.end else now
        if span.end is not None and (span.end > now or self._is_near(span, anchor)):
            span = _before(self.what, span)
        for _ in range(self.count - 1):
            span = _before(self.what, span)
        return self.what.reads(span, anchor)

    def _is_near(self, span: TimeSpan, anchor: Anchor) -> bool:
        """Whether a month is too close to be called the last: in April "last February" is mostly
        that of the year before, as "in February" is this year's."""
        start, end = span.start, span.end
        if not isinstance(self.what, Month) or self.lean != "published" or end is None:
            return False
        return ymd(start or 0)[0] == ymd(anchor.now)[0] and anchor.now - end < JUST_PAST


def _before(what: Recurring, span: TimeSpan) -> TimeSpan:
    """The occurrence before another."""
    return span if span.start is None else what.latest(span.start - 1)


def _short(what: Recurring, anchor: Anchor) -> bool:
    """Whether to count from now, and not from the full hour or minute."""
    short = isinstance(what, Unit) and what.granularity < Granularity.PART_OF_DAY
    return short and anchor.fine and not anchor.calendar


def _from_now(what: Recurring, now: int, sign: int) -> TimeSpan:
    """The stretch as long as a unit that begins or ends now."""
    assert isinstance(what, Unit)
    start, end = sorted((now, step(what.granularity, now, sign)))
    return TimeSpan(start, end, what.granularity, start, end)


@dataclass(frozen=True, slots=True, repr=False)
class Next(Leaning):
    """The first one to begin after the anchor's own.

    >>> from timeline.spans import seconds
    >>> Next(Unit(Granularity.YEAR)).on(Anchor(seconds(2023, 3, 6))).timex3
    '2024'

    "Next Tuesday" (and a newspaper's "next weekend") is the one of the week after, unless `near`
    ("this coming Tuesday") or told of a story's day. An hour or a minute begins now where the
    time of day is known.
    """

    what: Recurring
    count: int = 1
    lean: str = "published"
    near: bool = False

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        now = anchor.now
        if self.count == 1 and anchor.reference is None:
            weekend = self.what == Unit(Granularity.WEEKEND) and not anchor.calendar
            if (isinstance(self.what, Weekday) or weekend) and not self.near:
                now = step(Granularity.WEEK, floor(Granularity.WEEK, now), 1) - 1
            elif _short(self.what, anchor):
                return _from_now(self.what, now, 1)
        told = anchor.reference
        if self.lean == "story" and told is not None and told.end is not None:
            # "In 1889 …, and the following spring" is the spring of the next year.
            coarse = told.granularity is not None and told.granularity > Granularity.DAY
            now = told.end - 1 if coarse else now
            if told.granularity is Granularity.YEAR and self.what == WINTER:
                # "In 1812 …, and the next winter" begins before the year is out.
                now = told.start if told.start is not None else now
        span = self.what.following(now)
        for _ in range(self.count - 1):
            if span.start is not None:
                span = self.what.following(span.start)
        return self.what.reads(span, anchor)


@dataclass(frozen=True, slots=True, repr=False)
class This(Leaning):
    """The one that holds the anchor, or that belongs to its week or year.

    >>> from timeline.spans import seconds
    >>> This(Weekday(4)).on(Anchor(seconds(2023, 3, 6))).timex3
    '2023-03-10'
    >>> from timeline.meanings.recurring import Month
    >>> This(Month(9)).on(Anchor(seconds(2023, 3, 6))).timex3
    '2023-09'

    `lean` is "published", "story" or "now": "the current year" is publication's in a story, too.
    `near` are words that lean on a story's time only where it stands beside them: "the year", not
    "that year".
    """

    what: Recurring
    lean: str = "published"
    near: bool = False

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        if isinstance(self.what, PartOfDay):
            return self.what.of(anchor.today, anchor.calendar)
        told = anchor.reference
        if told is not None and told.value is not None and self.what == _unit_of(told):
            return told
        span = self.what.latest(anchor.now)
        if span.end is not None and span.end > anchor.now:
            return self.what.reads(span, anchor)
        if isinstance(self.what, Season | Part) and anchor.reference is not None:
            return self.what.reads(self.what.onwards(anchor.reference), anchor)
        if isinstance(self.what, Holiday) and anchor.calendar:
            return self.what.reads(self.what.following(anchor.now), anchor)
        if self.what == WINTER and span.end is not None and anchor.now - span.end <= JUST_OVER:
            return self.what.reads(span, anchor)
        cycle = _CYCLES.get(type(self.what), Granularity.YEAR)
        if self.what == Unit(Granularity.WEEKEND):
            cycle = Granularity.WEEK
        return self.what.reads(self.what.following(floor(cycle, anchor.now) - 1), anchor)


# Who says "last February" when that is no longer over than this means another.
JUST_PAST = 45 * DAY
# "This winter" is in spring the one just over, which began in another year.
WINTER, JUST_OVER = Season(12), 120 * DAY


def _unit_of(told: TimeSpan) -> Unit | None:
    """The unit that a time is one of."""
    return None if told.granularity is None else Unit(told.granularity)


# What a recurring time comes round in: "this Friday" is that of this week.
_CYCLES = {Weekday: Granularity.WEEK, DayOfMonth: Granularity.MONTH}


@dataclass(frozen=True, slots=True, repr=False)
class Latest(Meaning):
    """The one that the text is about, if it has told one; else the last to be over.

    >>> from timeline.spans import seconds
    >>> Latest(Unit(Granularity.QUARTER)).on(Anchor(seconds(1989, 11, 2))).timex3
    '1989-Q3'
    """

    what: Unit

    @property
    def leans(self) -> str:
        """On the story."""
        return "story"

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        told = anchor.reference
        if told is not None and told.granularity is self.what.granularity:
            return told
        return Last(self.what).on(anchor.on(None))


@dataclass(frozen=True, slots=True, repr=False)
class Shift(Leaning):
    """So long before or after the anchor, as coarse as the length is told.

    >>> from timeline.spans import seconds
    >>> year = Duration(((1, Granularity.YEAR),))
    >>> Shift(year, -1).on(Anchor(seconds(2023, 3, 6))).timex3
    '2022'

    `sign` is -1 for "ago" and "earlier", 1 for "from now" and "later"; `lean` tells from
    which anchor. A vague length ("months later") gives an approximate span on that side.
    Where the time of publication is known, weeks and months are counted to the day and hours to
    the minute; a calendar counts every unit one finer than told ("in two days" to the hour).
    """

    length: Duration
    sign: int
    lean: str = "published"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The unit that far away."""
        unit = self.length.unit
        if unit is None or (self.length.vague and not anchor.calendar):
            return self._vague(anchor)
        grain = max(unit, Granularity.DAY) if not anchor.fine else unit
        reference = anchor.reference
        if reference is not None and reference.granularity is not None:
            # "A year earlier" told of a quarter is the same quarter of the year before.
            like = (Granularity.QUARTER, Granularity.HALF_YEAR)
            years = unit is Granularity.YEAR or self.length.parts == FOUR_QUARTERS
            if reference.granularity >= Granularity.DECADE and unit >= Granularity.YEAR:
                return TimeSpan.unit(
                    reference.granularity, self.length.shift(anchor.now, self.sign)
                )
            if years and reference.granularity in like:
                grain = reference.granularity
                amount = 1 if unit is Granularity.QUARTER else self.length.parts[0][0]
                if reference.value is not None and amount is not None and amount % 1 == 0:
                    return years_on(reference, self.sign * int(amount))
            elif self.length.parts == FOUR_QUARTERS:
                grain = Granularity.YEAR
            elif unit < Granularity.DAY and reference.granularity >= Granularity.DAY:
                # "He was held on Friday; two hours later" is an hour of that day, as TIMEX3 tells.
                hour = (
                    f"{reference.timex3}TXX" if reference.granularity is Granularity.DAY else None
                )
                return replace(reference, value=hour)
            elif unit < Granularity.DAY and reference.granularity < Granularity.PART_OF_DAY:
                # "At 4 a.m. …, and three hours later" is as fine as that.
                grain = min(unit, reference.granularity)
        if grain is Granularity.PART_OF_DAY:
            grain = Granularity.DAY
        elif grain >= Granularity.DECADE:
            # "A decade ago" is ten years ago, not some time in the decade before.
            grain = Granularity.YEAR
        known = anchor.fine or unit > Granularity.DAY or grain < Granularity.DAY
        # On the day of publication "two hours ago" is told at noon, for all we know.
        base = anchor.now if known else anchor.today + DAY // 2
        there = self.length.shift(base, self.sign)
        told = TimeSpan.unit(grain, there)
        if unit < Granularity.DAY and not known:
            told = replace(told, value=f"{told.timex3}TXX")
        if reference is None and anchor.fine:
            if anchor.calendar:
                return TimeSpan.unit(_FINER.get(unit, unit), there)
            if unit in (Granularity.WEEK, Granularity.MONTH, Granularity.HOUR):
                return replace(TimeSpan.unit(_FINER[unit], there), value=told.timex3)
        return _on_clock_of(reference, told)

    def _vague(self, anchor: Anchor) -> TimeSpan:
        unit = self.length.unit or Granularity.DAY
        grain = max(unit, Granularity.DAY)
        near = step(unit, anchor.now, self.sign)
        far = step(unit, anchor.now, self.sign * 10)
        start, last = (floor(grain, instant) for instant in sorted((near, far)))
        value = "PAST_REF" if self.sign < 0 else "FUTURE_REF"
        return TimeSpan(start, ceiling(grain, last), grain, approximate=True, value=value)


def _on_clock_of(origin: TimeSpan | None, told: TimeSpan) -> TimeSpan:
    """What is counted from a time of the clock goes on by that clock."""
    if (
        origin is None
        or origin.zone is None
        or told.granularity is None
        or told.granularity >= Granularity.DAY
    ):
        return told
    return replace(told, zone=origin.zone)


# "Last year's quarter" is so long before the one being told.
FOUR_QUARTERS = ((4, Granularity.QUARTER),)
# The unit in which a calendar counts a distance told in another.
_FINER = {
    Granularity.DECADE: Granularity.YEAR,
    Granularity.YEAR: Granularity.MONTH,
    Granularity.QUARTER: Granularity.MONTH,
    Granularity.MONTH: Granularity.DAY,
    Granularity.WEEK: Granularity.DAY,
    Granularity.DAY: Granularity.HOUR,
    Granularity.HOUR: Granularity.MINUTE,
    Granularity.MINUTE: Granularity.SECOND,
}


@dataclass(frozen=True, slots=True, repr=False)
class From(OfOrigin):
    """So long before or after a time that is told: "two days after Christmas".

    >>> from timeline.meanings.absolute import Fixed
    >>> from timeline.spans import seconds
    >>> day = Duration(((2, Granularity.DAY),))
    >>> christmas = Fixed(TimeSpan.day(2022, 12, 25))
    >>> From(day, 1, christmas).on(Anchor(seconds(2023))).timex3
    '2022-12-27'
    >>> From(day, 1, christmas, inside=True).on(Anchor(seconds(2023))).edtf()
    '2022-12-25/2022-12-27'

    What lies `inside` is somewhere between the two: "in the two days after Christmas".
    """

    length: Duration
    sign: int
    origin: Meaning
    inside: bool = False

    def on(self, anchor: Anchor) -> TimeSpan:
        """The unit that far from the origin."""
        origin = self.origin
        if anchor.calendar and isinstance(origin, Recurring) and anchor.reference is None:
            # A calendar is asked for what is to come, though it be counted from what is over.
            found = self._from(origin.reads(origin.latest(anchor.now), anchor))
            if found.end is not None and found.end > anchor.now:
                return found
        return self._from(self.origin.on(anchor))

    def _from(self, origin: TimeSpan) -> TimeSpan:
        unit = self.length.unit
        edge = origin.start if origin.start is not None else origin.end
        if edge is None or unit is None:
            return TimeSpan(None, None)
        grain = min(max(unit, Granularity.DAY), origin.granularity or Granularity.DAY)
        if unit < Granularity.DAY and (origin.granularity or unit) <= Granularity.DAY:
            grain = unit
        far = TimeSpan.unit(grain, self.length.shift(edge, self.sign))
        if self.inside:
            near = TimeSpan.unit(grain, edge)
            far = TimeSpan.range(near, far) if self.sign > 0 else TimeSpan.range(far, near)
        return _on_clock_of(origin, far)
