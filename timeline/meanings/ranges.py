"""How an event stands to a time: since, until, before, after, from–to, within, over the past."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Meaning
from timeline.meanings.relative import Shift
from timeline.spans import DAY, Duration, Granularity, TimeSpan, floor, step


@dataclass(frozen=True, slots=True, repr=False)
class _Wrapped(Meaning):
    what: Meaning

    @property
    def leans(self) -> str:
        """As the time itself leans."""
        return self.what.leans

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
    """At some time before."""

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """All that lies before."""
        return self.what.on(anchor).before()


class By(_Wrapped):
    """At some time up to the end of a time: "by Friday"."""

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """All up to its end."""
        span = self.what.on(anchor)
        return replace(
            span,
            start=None,
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
    """

    __slots__ = ()

    def on(self, anchor: Anchor) -> TimeSpan:
        """All that lies after."""
        return self.what.on(anchor).after()


class Throughout(_Wrapped):
    """From end to end: "all year", "throughout 2022"."""

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
    The second end leans onwards from the first.
    """

    first: Meaning
    last: Meaning
    whole: bool = True

    @property
    def leans(self) -> str:
        """As the less certain of its two ends leans."""
        ends = (self.first.leans, self.last.leans)
        return next((lean for lean in ("bare", "story", "published") if lean in ends), "none")

    def ends(self, anchor: Anchor) -> tuple[TimeSpan, TimeSpan]:
        """Both ends; a bare one takes its year from the other."""
        if self.first.leans == "bare" and self.last.leans != "bare":
            last = self.last.on(anchor)
            first = self.first.on(anchor.on(last, "past"))
            if first.start is not None and last.start is not None and first.start > last.start:
                first = self.first.on(Anchor(last.start, None, "past"))
            return first, last
        first = self.first.on(anchor)
        if self.last.leans == "bare" and first.start is not None:
            return first, self.last.on(Anchor(first.start, None, "future", True))
        return first, self.last.on(anchor)

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch from one to the other."""
        span = TimeSpan.range(*self.ends(anchor))
        if self.whole:
            return span
        return replace(span, relation="within", start_latest=None, end_earliest=None)


@dataclass(frozen=True, slots=True, repr=False)
class Past(Meaning):
    """The stretch that ends at the anchor: "the past two months".

    >>> from timeline.spans import seconds
    >>> Past(Duration(((2, Granularity.MONTH),))).on(Anchor(seconds(2023, 3, 6))).edtf()
    '2023-01-06/2023-03-06'
    """

    length: Duration
    lean: str = "published"
    filled: bool = False

    @property
    def leans(self) -> str:
        """As told."""
        return self.lean

    @property
    def timex_type(self) -> str | None:
        """A duration that is anchored."""
        return "DURATION"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch up to the anchor's day, that day included."""
        fine = self.length.unit is not None and self.length.unit < Granularity.DAY and anchor.fine
        now = anchor.now if fine else anchor.today
        end = now if fine else anchor.today + DAY
        start = self.length.shift(now, -1)
        if self.length.vague and self.length.unit is not None:
            start = step(self.length.unit, now, -VAGUE_REACH)
        return TimeSpan(
            start,
            end,
            self.length.unit,
            approximate=self.length.vague,
            value=self.length.timex3,
            relation="throughout" if self.filled else "within",
            start_latest=start if self.filled else None,
            end_earliest=now if self.filled else None,
            start_granularity=Granularity.SECOND if fine else Granularity.DAY,
            end_granularity=Granularity.SECOND if fine else Granularity.DAY,
        )


@dataclass(frozen=True, slots=True, repr=False)
class Coming(Meaning):
    """The stretch that begins at the anchor: "the next two weeks", "within five years".

    >>> from timeline.spans import seconds
    >>> Coming(Duration(((5, Granularity.DAY),))).on(Anchor(seconds(2018, 3, 23))).edtf()
    '2018-03-24/2018-03-28'
    """

    length: Duration
    lean: str = "published"

    @property
    def leans(self) -> str:
        """As told."""
        return self.lean

    @property
    def timex_type(self) -> str | None:
        """A duration that is anchored."""
        return "DURATION"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch from the day after the anchor's."""
        fine = self.length.unit is not None and self.length.unit < Granularity.DAY
        start = anchor.now if fine else anchor.today + DAY
        end = self.length.shift(start)
        if self.length.vague and self.length.unit is not None:
            end = step(self.length.unit, start, VAGUE_REACH)
        grain = Granularity.SECOND if fine else Granularity.DAY
        return TimeSpan(
            start,
            end,
            self.length.unit,
            approximate=self.length.vague,
            value=self.length.timex3,
            start_granularity=grain,
            end_granularity=grain,
        )


@dataclass(frozen=True, slots=True, repr=False)
class InLength(Meaning):
    """ "In five years": when, if the words around point forward; otherwise how long it took.

    >>> from timeline.spans import seconds
    >>> five = InLength(Duration(((5, Granularity.YEAR),)))
    >>> five.on(Anchor(seconds(1989), lean="future")).timex3, five.on(Anchor(seconds(1989))).timex3
    ('1994', 'P5Y')
    """

    length: Duration

    @property
    def leans(self) -> str:
        """The words around decide."""
        return "bare"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The time that far ahead, or the length alone."""
        if anchor.lean == "future":
            return Shift(self.length, 1).on(anchor.on(None))
        return TimeSpan(None, None, self.length.unit, value=self.length.timex3)


@dataclass(frozen=True, slots=True, repr=False)
class Rest(Meaning):
    """What of a time lies before or after the anchor: "earlier this year", "later this week".

    >>> from timeline.meanings.recurring import Unit
    >>> from timeline.meanings.relative import This
    >>> from timeline.spans import seconds
    >>> Rest(This(Unit(Granularity.YEAR)), "earlier").on(Anchor(seconds(2018, 5, 28))).edtf()
    '2018-01-01/2018-05-28'
    """

    what: Meaning
    side: str

    @property
    def leans(self) -> str:
        """As the time itself leans."""
        return self.what.leans

    def on(self, anchor: Anchor) -> TimeSpan:
        """The part on that side of the anchor's day, that day included."""
        whole = self.what.on(anchor)
        start, end = whole.start, whole.end
        today = floor(Granularity.DAY, anchor.now)
        if self.side == "earlier" and end is not None:
            end = min(end, today + DAY)
        elif start is not None:
            start = max(start, today)
        if start is None or end is None or start >= end:
            return whole
        return replace(
            whole, start=start, end=end, start_latest=None, end_earliest=None, value=whole.timex3
        )


# "In recent days" reaches back at most this many units.
VAGUE_REACH = 7
