"""How an event stands to a time: since, until, before, after, from–to, throughout."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.absolute import Decade
from timeline.meanings.base import Anchor, Meaning, OfWhat
from timeline.meanings.hours import Clock
from timeline.meanings.recurring import MonthDay, Weekday
from timeline.meanings.relative import Next, Shift
from timeline.meanings.stages import Edge
from timeline.spans import DAY, Granularity, TimeSpan, floor, step

# "After eleven at night" may run on to daybreak, "after nine in the morning" to midnight.
_NIGHTFALL, _DAYBREAK = 18 * 3600, 6 * 3600
# How far "shortly after" a time reaches at most, by the size of what it follows.
_REACH = {
    Granularity.PART_OF_DAY: (Granularity.HOUR, 1),
    Granularity.WEEK: (Granularity.WEEK, 1),
    Granularity.HALF_YEAR: (Granularity.MONTH, 3),
    Granularity.YEAR: (Granularity.YEAR, 2),
    Granularity.CENTURY: (Granularity.DECADE, 1),
}


@dataclass(frozen=True, slots=True, repr=False)
class _Wrapped(OfWhat):
    what: Meaning

    @property
    def timex_type(self) -> str | None:
        """As the time itself."""
        return self.what.timex_type

    @property
    def mod(self) -> str | None:
        """As the time itself."""
        return self.what.mod


class Since(_Wrapped):
    """From a time on, still so at publication.

    >>> from timeline.meanings.recurring import Month
    >>> from timeline.spans import seconds
    >>> Since(Month(8)).on(Anchor(seconds(2023, 3, 6))).edtf()
    '2022-08/..'
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """The open stretch."""
        span = self.what.on(anchor)
        return span.since(anchor.published)


class Until(_Wrapped):
    """Up to a time.

    >>> from timeline.meanings.recurring import Weekday
    >>> from timeline.spans import seconds
    >>> Until(Weekday(4)).on(Anchor(seconds(2023, 3, 6), lean="future")).edtf()
    '../2023-03-10'
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """The open stretch."""
        return self.what.on(anchor).until()


class Before(_Wrapped):
    """At some time before.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> Before(Year(2016)).on(Anchor(seconds(2023))).edtf()
    '[..2015]'

    What happened "before noon" happened that day, or in the night before; what is due then may be
    done earlier.
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """All that lies before."""
        if isinstance(self.what, Edge) and self.what.side == "end":
            return By(self.what).on(anchor)  # "Before the end of the year"
        span = self.what.on(anchor)
        earlier = span.before()
        fine = span.granularity is not None and span.granularity <= Granularity.PART_OF_DAY
        if not fine or span.start is None or anchor.calendar:
            return earlier
        midnight = floor(Granularity.DAY, span.start)
        if midnight > anchor.now:
            return earlier
        start = midnight if span.start > midnight + _DAYBREAK else midnight - DAY + _NIGHTFALL
        return replace(earlier, start=start, relation="within", start_granularity=Granularity.HOUR)


class By(_Wrapped):
    """At some time up to the end of a time: "by Friday".

    >>> from timeline.meanings.recurring import Weekday
    >>> from timeline.spans import seconds
    >>> By(Weekday(4)).on(Anchor(seconds(2023, 3, 6), lean="future", asked="past")).edtf()
    '[..2023-03-10]'

    To a calendar that knows the time of day it begins now.
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """All up to its end."""
        span = self.what.on(anchor)
        ahead = span.end is not None and span.end > anchor.now
        return replace(
            span,
            start=anchor.now if anchor.calendar and anchor.fine and ahead else None,
            start_latest=None,
            end_earliest=None,
            relation="before",
            end_granularity=span.granularity,
            value=None,
        )


class After(_Wrapped):
    """At some time after.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> After(Year(2016)).on(Anchor(seconds(2023))).edtf()
    '[2017..]'

    "After 14:00" begins at that moment, not a minute later, and what comes later than that day
    or night is not told so; to a calendar every "after" begins with the time told.
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """All that lies after."""
        span = self.what.on(anchor)
        later = span.after()
        if anchor.calendar:
            return replace(later, start=span.start)
        moment = span.granularity is not None and span.granularity < Granularity.PART_OF_DAY
        if not moment or span.start is None:
            return later
        midnight = floor(Granularity.DAY, span.start) + DAY
        late = span.start >= midnight - DAY + _NIGHTFALL
        return replace(
            later,
            start=span.start,
            end=midnight + _DAYBREAK if late else midnight,
            relation="within",
            end_granularity=Granularity.HOUR if late else Granularity.DAY,
        )


@dataclass(frozen=True, slots=True, repr=False)
class Close(_Wrapped):
    """Shortly after a time, or shortly before one: "just before noon".

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> Close(Year(1945), 1).on(Anchor(seconds(2023))).edtf()
    '1946~/1947~'
    >>> Close(Year(1945), -1).on(Anchor(seconds(2023))).edtf()
    '1943~/1944~'

    `side` is 1 for after and -1 for before. How far it reaches grows with what it leans on: an
    hour from a time of day, a week from a day, three months from a month, two years from a year.
    """

    side: int

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch beside the time, approximate."""
        span = self.what.on(anchor)
        if span.start is None or span.end is None or span.granularity is None:
            return span.after() if self.side > 0 else span.before()
        unit, count = next(reach for size, reach in _REACH.items() if span.granularity <= size)
        by_the_clock = span.granularity < Granularity.PART_OF_DAY
        edge = span.end if self.side > 0 and not by_the_clock else span.start
        other = step(unit, edge, self.side * count)
        start, end = sorted((edge, other))
        return TimeSpan(start, end, span.granularity, approximate=True, zone=span.zone)


class NotBefore(_Wrapped):
    """At some time from then on: "no earlier than 2021", "on or after 5 May".

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> NotBefore(Year(2021)).on(Anchor(seconds(2018))).edtf()
    '[2021..]'
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """All that does not lie before."""
        span = self.what.on(anchor)
        return replace(span.after(), start=span.start)


class Throughout(_Wrapped):
    """From end to end: "all year", "throughout 2022".

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> span = Throughout(Year(2022)).on(Anchor(seconds(2023)))
    >>> span.relation, span.start_latest == span.start, span.end_earliest == span.end
    ('throughout', True, True)
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch, filled."""
        return self.what.on(anchor).throughout()


@dataclass(frozen=True, slots=True, repr=False)
class Between(Meaning):
    """From somewhere in one time to somewhere in another.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> Between(Year(2011), Year(2015)).on(Anchor(seconds(2023))).edtf()
    '2011/2015'

    `whole` is false for "between A and B", where what happens may fill it or fall within it.
    The second end leans onwards from the first, and words that go on do so from there: "from July
    1788 to the following April". A zone told once is that of both ("9 to 11 a.m. EST").
    """

    first: Meaning
    last: Meaning
    whole: bool = True

    @property
    def leans(self) -> str:
        """As the less certain of its two ends leans."""
        if self._goes_on:
            return self.first.leans
        ends = (self.first.leans, self.last.leans)
        return next((lean for lean in ("bare", "story", "published") if lean in ends), "none")

    @property
    def _goes_on(self) -> bool:
        """Whether the second end is told by how far it lies behind the first."""
        onwards = isinstance(self.last, Next) or (
            isinstance(self.last, Shift) and self.last.sign > 0
        )
        return onwards and self.last.leans == "story"

    def ends(self, anchor: Anchor) -> tuple[TimeSpan, TimeSpan]:
        """Both ends; a bare one takes its year from the other."""
        first, last = self._ends(anchor)
        return _on_clock_of(last, first), _on_clock_of(first, last)

    def _ends(self, anchor: Anchor) -> tuple[TimeSpan, TimeSpan]:
        if self._goes_on:
            first = self.first.on(anchor)
            return first, self.last.on(anchor.on(first))
        if self.first.leans == "bare" and self.last.leans != "bare":
            last = self.last.on(anchor)
            first = self.first.on(anchor.on(last, "past"))
            if first.start is not None and last.start is not None and first.start > last.start:
                first = self.first.on(anchor.at(last.start, "past"))
            return first, last
        first = self.first.on(anchor)
        last = self._last(first, anchor)
        now = first.granularity is Granularity.SECOND and first.start == anchor.published
        grain = last.granularity
        if now and first.start is not None and grain is not None and grain >= Granularity.DAY:
            # "Between now and Friday" is told in days, "between now and noon" is not.
            first = replace(TimeSpan.unit(Granularity.DAY, first.start), value=first.value)
        return first, last

    def _last(self, first: TimeSpan, anchor: Anchor) -> TimeSpan:
        """The second end; a bare one is the next after the first."""
        if self.last.leans != "bare" or first.start is None:
            return self.last.on(anchor)
        if isinstance(self.last, Decade):
            return self.last.coming(first.start)
        if isinstance(self.last, Clock):
            found = self.last.coming(first.start)
            begun = first.on_clock(found.zone).start
            # "From 9 a.m. EST to 7 a.m. PST" is an hour, not nearly a day.
            return found if begun in (None, first.start) else self.last.coming(begun)
        if isinstance(self.last, Weekday) and isinstance(self.first, MonthDay):
            # "From Sept. 14 to Thursday" goes on to the Thursday of a newspaper's week.
            last = self.last.on(anchor)
            if last.start is not None and last.start > first.start:
                return last
        return self.last.on(anchor.at(first.start, "future"))

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch from one to the other."""
        span = TimeSpan.range(*self.ends(anchor))
        if self.whole:
            return span
        return replace(span, relation="within", start_latest=None, end_earliest=None)


def _on_clock_of(other: TimeSpan, span: TimeSpan) -> TimeSpan:
    """A time of the clock without a zone, in that of the one it is told with."""
    fine = span.granularity is not None and span.granularity < Granularity.PART_OF_DAY
    if not fine or span.zone is not None or other.zone is None:
        return span
    return replace(span, zone=other.zone)


class Each(Between):
    """Two times told together, each for itself: "18 and 19 June".

    >>> from timeline.meanings.recurring import MonthDay
    >>> from timeline.spans import seconds
    >>> Each(MonthDay(6, 18), MonthDay(6, 19)).on(Anchor(seconds(2018, 8, 29))).edtf()
    '2018-06-18/2018-06-19'

    Their span is the stretch that holds both.
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch that holds both."""
        span = TimeSpan.range(*self.ends(anchor))
        return replace(span, relation="within", start_latest=None, end_earliest=None)
