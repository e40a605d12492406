"""Stretches told by their length or their rest: the past two months, within a week."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Leaning, Meaning, OfWhat
from timeline.meanings.relative import Shift
from timeline.spans import DAY, Duration, Granularity, TimeSpan, floor, step, weekday


def _whole(length: Duration, anchor: Anchor) -> int | None:
    """How many whole calendar units a length counts, where it is not counted from today.

    Quarters, decades and centuries are counted whole; a calendar counts every unit so.
    """
    if len(length.parts) != 1 or anchor.reference is not None:
        return None
    amount, unit = length.parts[0]
    calendar = anchor.calendar and anchor.fine
    if amount is None and calendar:
        amount = A_FEW
    if amount is None or unit is None or amount % 1:
        return None
    return int(amount) if unit in _WHOLE or calendar else None


# What a calendar takes "a few" for.
A_FEW = 3


# Units that nobody counts from the day he speaks on.
_WHOLE = (Granularity.QUARTER, Granularity.HALF_YEAR, Granularity.DECADE, Granularity.CENTURY)


@dataclass(frozen=True, slots=True, repr=False)
class Past(Leaning):
    """The stretch that ends at the anchor: "the past two months".

    >>> from timeline.spans import seconds
    >>> Past(Duration(((2, Granularity.MONTH),))).on(Anchor(seconds(2023, 3, 6))).edtf()
    '2023-01-06/2023-03-06'

    Quarters and decades are the whole ones before the anchor's own; so are all units to a
    calendar that knows the time of day.
    """

    length: Duration
    lean: str = "published"
    filled: bool = False

    @property
    def timex_type(self) -> str | None:
        """A duration that is anchored."""
        return "DURATION"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch up to the anchor's day, that day included; none where it is empty."""
        if _empty(self.length):
            return TimeSpan(None, None, self.length.unit, value=self.length.timex3)
        count, unit = _whole(self.length, anchor), self.length.unit
        if count is not None and unit is not None:
            last = floor(unit, anchor.now)
            return _stretch(self.length, step(unit, last, -count), last)
        fine = unit is not None and unit < Granularity.DAY and anchor.fine
        now = anchor.now if fine else anchor.today
        end = now if fine else anchor.today + DAY
        start = self.length.shift(now, -1)
        if self.length.vague and unit is not None:
            start = step(unit, now, -VAGUE_REACH)
        return TimeSpan(
            start,
            end,
            unit,
            approximate=self.length.vague,
            value=self.length.timex3,
            relation="throughout" if self.filled else "within",
            start_latest=start if self.filled else None,
            end_earliest=now if self.filled else None,
            start_granularity=Granularity.SECOND if fine else Granularity.DAY,
            end_granularity=Granularity.SECOND if fine else Granularity.DAY,
        )


def _empty(length: Duration) -> bool:
    """Whether it is no time at all ("0 weeks"), or nobody knows how long ("a while")."""
    return length.unit is None or (not length.vague and length.shift(0) == 0)


def _stretch(length: Duration, start: int, end: int) -> TimeSpan:
    """A stretch of whole units."""
    return TimeSpan(start, end, length.unit, value=length.timex3)


@dataclass(frozen=True, slots=True, repr=False)
class Coming(Leaning):
    """The stretch that begins at the anchor: "the next two weeks", "within five years".

    >>> from timeline.spans import seconds
    >>> Coming(Duration(((5, Granularity.DAY),))).on(Anchor(seconds(2018, 3, 23))).edtf()
    '2018-03-24/2018-03-28'

    It begins with the day after the anchor's, or that day itself where it is told `within`.
    The decade that follows one told is the next; quarters and decades from publication are the
    whole ones that come; so are all units to a calendar that knows
    the time of day, which takes only the `last` of "the upcoming two weeks", as Duckling does.
    """

    length: Duration
    lean: str = "published"
    within: bool = False
    last: bool = False

    @property
    def timex_type(self) -> str | None:
        """A duration that is anchored."""
        return "DURATION"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch from the day after the anchor's; none where it is empty."""
        if _empty(self.length):
            return TimeSpan(None, None, self.length.unit, value=self.length.timex3)
        count, unit = _whole(self.length, anchor), self.length.unit
        if count is not None and unit is not None and not self.within:
            start = step(unit, floor(unit, anchor.now), 1)
            end = step(unit, start, count)
            if self.last and anchor.calendar:
                start = step(unit, end, -1)
            return _stretch(self.length, start, end)
        fine = unit is not None and unit < Granularity.DAY
        if self.within:
            start = anchor.now if fine or anchor.calendar else anchor.today
        else:
            start = anchor.now if fine else anchor.today + DAY
        told = anchor.reference
        if told is not None and told.end is not None and not self.within and not fine:
            start = told.end
        alike = told is not None and told.granularity is unit and unit in _WHOLE
        if alike and not self.length.vague:
            # "In the 1950s … In the following decade": not ten years by the day.
            return _stretch(self.length, start, self.length.shift(start))
        end = self.length.shift(start)
        if self.length.vague and unit is not None:
            end = step(unit, start, VAGUE_REACH)
        grain = Granularity.SECOND if fine else Granularity.DAY
        return TimeSpan(
            start,
            end,
            unit,
            approximate=self.length.vague,
            value=self.length.timex3,
            start_granularity=grain,
            end_granularity=grain,
        )


@dataclass(frozen=True, slots=True, repr=False)
class WorkDays(Meaning):
    """So many days from Monday to Friday, before or after the anchor's: "the next 4 work days".

    >>> from timeline.spans import seconds
    >>> WorkDays(4, -1).on(Anchor(seconds(2018, 8, 21))).edtf()
    '2018-08-15/2018-08-20'

    With `last` it is only the last of them ("in 4 work days").
    """

    count: int
    sign: int
    last: bool = False

    @property
    def leans(self) -> str:
        """They are publication's."""
        return "published"

    @property
    def timex_type(self) -> str | None:
        """A duration that is anchored, unless it is a day."""
        return None if self.last else "DURATION"

    def on(self, anchor: Anchor) -> TimeSpan:
        """From the first to the last of them, if there are any."""
        value = f"P{self.count}D"
        if self.count < 1:
            return TimeSpan(None, None, Granularity.DAY, value=value)
        day = anchor.today
        days: list[int] = []
        while len(days) < min(self.count, 1000):
            day += self.sign * DAY
            if weekday(day) < 5:
                days.append(day)
        if self.last:
            return TimeSpan.starting(Granularity.DAY, days[-1])
        return TimeSpan(min(days), max(days) + DAY, Granularity.DAY, value=value)


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
        unit = self.length.unit
        timed = anchor.fine or unit is None or unit >= Granularity.DAY
        if anchor.lean == "future" and timed:
            return Shift(self.length, 1).on(anchor.on(None))
        return TimeSpan(None, None, self.length.unit, value=self.length.timex3)


@dataclass(frozen=True, slots=True, repr=False)
class Rest(OfWhat):
    """What of a time lies before or after the anchor: "earlier this year", "the rest of the week".

    >>> from timeline.meanings.recurring import Unit
    >>> from timeline.meanings.relative import This
    >>> from timeline.spans import seconds
    >>> Rest(This(Unit(Granularity.YEAR)), "earlier").on(Anchor(seconds(2018, 5, 28))).edtf()
    '2018-01-01/2018-05-28'

    Of a time that does not hold the anchor it is the first or last half.
    """

    what: Meaning
    side: str

    def on(self, anchor: Anchor) -> TimeSpan:
        """The part on that side of the anchor's day, that day included."""
        whole = self.what.on(anchor)
        start, end = whole.start, whole.end
        if start is None or end is None:
            return whole
        told = anchor.reference
        if told is not None and (told.start, told.end) == (start, end):
            # "In 2018 …, and earlier that year"
            return replace(whole, value=whole.timex3)
        today = floor(Granularity.DAY, anchor.now)
        if start > today or end <= today:
            half = (end - start) // 2 // DAY * DAY or (end - start) // 2
            start, end = (start, start + half) if self.side == "earlier" else (end - half, end)
        elif self.side == "earlier":
            end = min(end, today + DAY)
        else:
            start = max(start, today)
        if start >= end:
            return whole
        return replace(
            whole, start=start, end=end, start_latest=None, end_earliest=None, value=whole.timex3
        )


# "In recent days" reaches back at most this many units.
VAGUE_REACH = 7


@dataclass(frozen=True, slots=True, repr=False)
class Term(Meaning):
    """A stretch that comes round on days the text does not tell: "this season", "last term".

    >>> from timeline.spans import seconds
    >>> term = Term("present", Duration(((6, Granularity.MONTH),)))
    >>> monday = Anchor(seconds(2023, 3, 6))
    >>> term.on(monday).edtf(), term.on(monday).timex3
    ('2022-09-06~/2023-03-06~', 'PRESENT_REF')
    >>> term.on(replace(monday, lean="future")).edtf()
    '2023-03-06~/2023-09-05~'

    `side` is past, present or future and `length` about how long one is. What was done this term
    was done at most so long ago, what will be done follows within so much; the last and the next
    lie within twice as much. `told` is true of what leans on the story: "the following season".
    """

    side: str
    length: Duration
    told: bool = False

    @property
    def leans(self) -> str:
        """What is done this season lies on either side, last and next season on their own."""
        if self.told:
            return "story"
        return "bare" if self.side == "present" else "published"

    @property
    def timex_type(self) -> str | None:
        """A date."""
        return "DATE"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch in which it must lie."""
        far = 1 if self.side == "present" else 2
        behind = self.side == "past" or (self.side == "present" and anchor.lean != "future")
        ahead = self.side == "future" or (self.side == "present" and anchor.lean != "past")
        start = end = anchor.today
        told = anchor.reference if self.told and self.side == "future" else None
        if told is not None and told.start is not None and told.end is not None:
            # What follows a season told by two years begins in the second of them.
            start = end = min(told.end, self.length.shift(told.start))
        for _ in range(far):
            start = self.length.shift(start, -1) if behind else start
            end = self.length.shift(end) if ahead else end
        value = f"{self.side.upper()}_REF"
        return TimeSpan(
            start, end if ahead else end + DAY, Granularity.DAY, approximate=True, value=value
        )
