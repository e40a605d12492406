"""Parts of longer times: a month in a year, the second Sunday of May, early March."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Meaning, Recurring
from timeline.meanings.recurring import Clock, PartOfDay, Weekday
from timeline.spans import DAY, Duration, Granularity, TimeSpan, floor, seconds
from timeline.spans.civil import ymd

MODS = {"early": "START", "mid": "MID", "late": "END"}


@dataclass(frozen=True, slots=True, repr=False)
class In(Meaning):
    """The occurrence within a longer time: a month in a year, an hour of a day.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.meanings.recurring import Month
    >>> from timeline.spans import seconds
    >>> In(Month(5), Year(2019)).on(Anchor(seconds(2023))).timex3
    '2019-05'
    """

    what: Recurring
    whole: Meaning

    @property
    def leans(self) -> str:
        """As the whole leans."""
        return self.whole.leans

    def on(self, anchor: Anchor) -> TimeSpan:
        """The first occurrence that begins within the whole."""
        whole = self.whole.on(anchor)
        if whole.start is None:
            return whole
        if isinstance(self.what, PartOfDay | Clock):
            return self.what.of(floor(Granularity.DAY, whole.start))
        found = self.what.latest(whole.start)
        if found.start != whole.start and (
            not isinstance(self.what, Weekday) or found.start != whole.start
        ):
            found = self.what.following(whole.start)
        return found


@dataclass(frozen=True, slots=True, repr=False)
class Nth(Meaning):
    """The nth one of a longer time, counted from its end where `number` is negative.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.meanings.recurring import Month
    >>> from timeline.spans import seconds
    >>> Nth(2, Weekday(6), In(Month(5), Year(2024))).on(Anchor(seconds(2024))).timex3
    '2024-05-12'
    """

    number: int
    what: Recurring
    whole: Meaning

    @property
    def leans(self) -> str:
        """As the whole leans."""
        return self.whole.leans

    def on(self, anchor: Anchor) -> TimeSpan:
        """That occurrence."""
        whole = self.whole.on(anchor)
        if whole.start is None or whole.end is None:
            return whole
        if self.number > 0:
            found = self.what.following(whole.start - 1)
            for _ in range(self.number - 1):
                assert found.start is not None
                found = self.what.following(found.start)
            return found
        found = self.what.latest(whole.end - 1)
        for _ in range(-self.number - 1):
            assert found.start is not None
            found = self.what.latest(found.start - 1)
        return found


@dataclass(frozen=True, slots=True, repr=False)
class Around(Meaning):
    """The unit that holds a time: "the week of March 6".

    >>> from timeline.meanings.absolute import Fixed
    >>> from timeline.spans import seconds
    >>> march = Fixed(TimeSpan.day(2000, 3, 6))
    >>> Around(Granularity.WEEK, march).on(Anchor(seconds(2000))).timex3
    '2000-W10'
    """

    granularity: Granularity
    what: Meaning

    @property
    def leans(self) -> str:
        """As the time within leans."""
        return self.what.leans

    def on(self, anchor: Anchor) -> TimeSpan:
        """The unit around it."""
        inner = self.what.on(anchor)
        return inner if inner.start is None else TimeSpan.unit(self.granularity, inner.start)


@dataclass(frozen=True, slots=True, repr=False)
class Stage(Meaning):
    """The early, middle or late part of a time, a third of it, roughly.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> early = Stage("early", Year(2019)).on(Anchor(seconds(2023)))
    >>> early.timex3, early.edtf()
    ('2019', '2019-01-01~/2019-05-02~')
    """

    stage: str
    whole: Meaning

    @property
    def leans(self) -> str:
        """As the whole leans."""
        return self.whole.leans

    @property
    def mod(self) -> str | None:
        """START, MID or END."""
        return MODS[self.stage]

    def on(self, anchor: Anchor) -> TimeSpan:
        """The third of the whole."""
        whole = self.whole.on(anchor)
        if whole.start is None or whole.end is None:
            return whole
        third = (whole.end - whole.start) // 3
        grain = 3600 if whole.end - whole.start <= 2 * DAY else DAY
        cuts = [whole.start, whole.start + third, whole.end - third, whole.end]
        cuts = [whole.start + round((c - whole.start) / grain) * grain for c in cuts]
        place = ("early", "mid", "late").index(self.stage)
        return replace(
            whole,
            start=cuts[place],
            end=cuts[place + 1],
            start_latest=None,
            end_earliest=None,
            approximate=True,
            value=whole.timex3,
        )


@dataclass(frozen=True, slots=True, repr=False)
class Edge(Meaning):
    """The beginning or the end of a time: "the end of March", "year-end".

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> Edge("end", Year(2019)).on(Anchor(seconds(2023))).timex3
    '2019'
    """

    side: str
    whole: Meaning

    @property
    def leans(self) -> str:
        """As the whole leans."""
        return self.whole.leans

    @property
    def mod(self) -> str | None:
        """START or END."""
        return "START" if self.side == "start" else "END"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The last (or first) tenth of the whole, at least a day of it."""
        whole = self.whole.on(anchor)
        if whole.start is None or whole.end is None:
            return whole
        size = max((whole.end - whole.start) // 10 // DAY * DAY, min(DAY, whole.end - whole.start))
        start = whole.start if self.side == "start" else whole.end - size
        return replace(
            whole,
            start=start,
            end=start + size,
            start_latest=None,
            end_earliest=None,
            approximate=True,
            value=whole.timex3,
        )


@dataclass(frozen=True, slots=True, repr=False)
class Like(Meaning):
    """The quarter that is being told, of another year: "the 1988 period".

    >>> from timeline.spans import seconds
    >>> third = TimeSpan.unit(Granularity.QUARTER, seconds(1989, 8))
    >>> Like(1988).on(Anchor(seconds(1989, 10, 26), third)).timex3
    '1988-Q3'

    Where no quarter is told it is the year.
    """

    year: int

    @property
    def leans(self) -> str:
        """On the quarter last told."""
        return "story"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The same part of that year."""
        told = anchor.reference
        if told is None or told.start is None or told.granularity is not Granularity.QUARTER:
            return TimeSpan.year(self.year)
        month = ymd(told.start)[1]
        return TimeSpan.starting(Granularity.QUARTER, seconds(self.year, month))


@dataclass(frozen=True, slots=True, repr=False)
class Opening(Meaning):
    """The first or last stretch of a longer time: "the first nine months of 2019".

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> months = Duration(((9, Granularity.MONTH),))
    >>> Opening(months, Year(2019)).on(Anchor(seconds(2023))).edtf()
    '2019-01/2019-09'
    """

    length: Duration
    whole: Meaning
    last: bool = False

    @property
    def leans(self) -> str:
        """As the whole leans."""
        return self.whole.leans

    @property
    def timex_type(self) -> str | None:
        """A duration that is anchored."""
        return "DURATION"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch."""
        whole = self.whole.on(anchor)
        if whole.start is None or whole.end is None:
            return whole
        start, end = whole.start, self.length.shift(whole.start)
        if self.last:
            start, end = self.length.shift(whole.end, -1), whole.end
        return TimeSpan(
            start,
            end,
            self.length.unit,
            start,
            end,
            "throughout",
            value=self.length.timex3,
        )


@dataclass(frozen=True, slots=True, repr=False)
class About(Meaning):
    """A time told approximately; `how` is the TIMEX3 modifier.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> About(Year(1900)).on(Anchor(seconds(2023))).edtf()
    '1900~'
    """

    what: Meaning
    how: str = "APPROX"

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
        """The modifier."""
        return self.how

    def on(self, anchor: Anchor) -> TimeSpan:
        """The same time, approximate."""
        return self.what.on(anchor).about()
