"""A stretch of the calendar that keeps how well it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.spans import edtf, timex3
from timeline.spans.civil import DAY, ceiling, floor, seconds, week_start
from timeline.spans.edtf import Unit
from timeline.spans.granularity import Granularity

RELATIONS = ("within", "throughout", "since", "until", "before", "after")


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A half-open stretch of the calendar, either end of which may be open or approximate.

    >>> september = TimeSpan.month(2022, 9)
    >>> september.edtf(), september.timex3
    ('2022-09', '2022-09')
    >>> september.contains(TimeSpan.day(2022, 9, 30))
    True

    `start` and `end` are the outer bounds in seconds since 1970: the first moment, and the
    first moment after; None is an open or unknown end. `start_latest` and `end_earliest` are
    the inner bounds: what is meant has surely begun by the first and is surely not over
    before the second. `relation` tells how an event stands to the span. Each end keeps its
    own granularity where they differ. `value` is the TIMEX3 value where the bounds alone do
    not tell it ("PAST_REF", "2022-09-06TMO"). `zone` is the offset from UTC, in minutes, of the
    clock that the bounds are told by, where that is known; the bounds stay what this clock shows.
    """

    start: int | None
    end: int | None
    granularity: Granularity | None = None
    start_latest: int | None = None
    end_earliest: int | None = None
    relation: str = "within"
    approximate: bool = False
    ongoing: bool = False
    start_granularity: Granularity | None = None
    end_granularity: Granularity | None = None
    value: str | None = None
    zone: int | None = None

    @classmethod
    def unit(cls, granularity: Granularity, instant: int) -> TimeSpan:
        """The calendar unit that holds an instant.

        >>> TimeSpan.unit(Granularity.QUARTER, seconds(2022, 8, 3)).timex3
        '2022-Q3'
        """
        start = floor(granularity, instant)
        return cls.starting(granularity, start)

    @classmethod
    def starting(cls, granularity: Granularity, start: int) -> TimeSpan:
        """The calendar unit that begins at `start`."""
        end = ceiling(granularity, start)
        if granularity <= Granularity.DAY:
            return cls(start, end, granularity, start, end)
        return cls(start, end, granularity)

    @classmethod
    def day(cls, year: int, month: int, day: int) -> TimeSpan:
        """A calendar day."""
        return cls.starting(Granularity.DAY, seconds(year, month, day))

    @classmethod
    def week(cls, year: int, week: int) -> TimeSpan:
        """An ISO week."""
        return cls.starting(Granularity.WEEK, week_start(year, week))

    @classmethod
    def month(cls, year: int, month: int) -> TimeSpan:
        """A calendar month."""
        return cls.starting(Granularity.MONTH, seconds(year, month))

    @classmethod
    def year(cls, year: int) -> TimeSpan:
        """A calendar year; 0 is 1 BCE."""
        return cls.starting(Granularity.YEAR, seconds(year))

    @classmethod
    def range(cls, first: TimeSpan, last: TimeSpan) -> TimeSpan:
        """From somewhere in `first` to somewhere in `last`, under way all between.

        >>> war = TimeSpan.range(TimeSpan.year(2011), TimeSpan.year(2015))
        >>> war.edtf(), war.start_latest == seconds(2012), war.end_earliest == seconds(2015)
        ('2011/2015', True, True)

        Two told the wrong way round ("from 2015 to 2011") are turned. An end told by the clock of
        another zone than the beginning is put on the clock of that.
        """
        last = last.on_clock(first.zone)
        if first.start is not None and last.end is not None and first.start >= last.end:
            first, last = last, first
        grains = [g for g in (first.granularity, last.granularity) if g]
        begun = [end for end in (first.end, last.end) if end is not None]
        going = [start for start in (first.start, last.start) if start is not None]
        return cls(
            first.start,
            last.end,
            max(grains) if grains else None,
            min(begun) if begun else None,
            max(going) if going else None,
            "throughout",
            first.approximate or last.approximate,
            False,
            first.granularity,
            last.granularity,
            zone=last.zone if first.zone is None else first.zone,
        )

    def since(self, published: int | None) -> TimeSpan:
        """From somewhere in this span on, still so at publication.

        >>> TimeSpan.month(2022, 8).since(seconds(2023, 3, 6)).edtf()
        '2022-08/..'

        `published` is in seconds since 1970; where it is None or lies before the span, the
        end is open.
        """
        today = None if published is None else floor(Granularity.DAY, published)
        if today is not None and self.start is not None and self.start >= today + DAY:
            today = None
        sure = today is not None and (self.start is None or self.start <= today)
        end = None if today is None else today + DAY
        begun = self.end if end is None or self.end is None else min(self.end, end)
        return replace(
            self,
            start_latest=begun,
            end=end,
            end_earliest=today if sure else None,
            relation="since",
            ongoing=today is not None,
            start_granularity=self.granularity,
            value=None,
        )

    def until(self) -> TimeSpan:
        """Up to somewhere in this span, with no known beginning.

        >>> TimeSpan.day(2023, 3, 10).until().edtf()
        '../2023-03-10'
        """
        return replace(
            self,
            start=None,
            start_latest=None,
            end_earliest=self.start,
            relation="until",
            end_granularity=self.granularity,
            value=None,
        )

    def before(self) -> TimeSpan:
        """At some time before this span."""
        return TimeSpan(
            None,
            self.start,
            self.granularity,
            relation="before",
            approximate=self.approximate,
            end_granularity=self.granularity,
            zone=self.zone,
        )

    def after(self) -> TimeSpan:
        """At some time after this span."""
        return TimeSpan(
            self.end,
            None,
            self.granularity,
            relation="after",
            approximate=self.approximate,
            start_granularity=self.granularity,
            zone=self.zone,
        )

    def about(self) -> TimeSpan:
        """The same, approximately."""
        return replace(self, approximate=True, start_latest=None, end_earliest=None)

    def throughout(self) -> TimeSpan:
        """The same, filled from end to end."""
        return replace(self, relation="throughout", start_latest=self.start, end_earliest=self.end)

    def on_clock(self, zone: int | None) -> TimeSpan:
        """The same stretch as the clock of another zone shows it.

        >>> TimeSpan.from_edtf("2023-03-05T10:00-05:00").on_clock(0).edtf()
        '2023-03-05T15:00Z'

        Where either zone is unknown, it stays as it is told.
        """
        if zone is None or self.zone is None or zone == self.zone:
            return self
        ahead = (zone - self.zone) * 60
        start, end, latest, earliest = (
            None if bound is None else bound + ahead
            for bound in (self.start, self.end, self.start_latest, self.end_earliest)
        )
        return replace(
            self, start=start, end=end, start_latest=latest, end_earliest=earliest, zone=zone
        )

    def contains(self, other: TimeSpan) -> bool:
        """Whether `other` surely lies inside this span; zones as in `on_clock`."""
        other = other.on_clock(self.zone)
        left = self.start is None or (other.start is not None and self.start <= other.start)
        right = self.end is None or (other.end is not None and other.end <= self.end)
        return left and right

    def parted(self, other: TimeSpan) -> bool:
        """Whether one of two spans is over before the other begins.

        >>> TimeSpan.year(2019).parted(TimeSpan.year(2021))
        True
        """
        other = other.on_clock(self.zone)
        first = self.end is not None and other.start is not None and self.end <= other.start
        return first or (
            other.end is not None and self.start is not None and other.end <= self.start
        )

    @property
    def timex3(self) -> str:
        """The TIMEX3 value.

        >>> TimeSpan.week(2024, 10).timex3, TimeSpan.year(-489).timex3
        ('2024-W10', 'BC0490')

        A zone is left out, as annotators of news leave it out.
        """
        if self.value is not None:
            return self.value
        return timex3.write(self.start, self.end, self.granularity)

    def edtf(self) -> str:
        """The span in the Extended Date/Time Format (ISO 8601-2:2019, level 2).

        >>> TimeSpan.year(-43).about().edtf()
        '-0043~'
        """
        return edtf.write(
            self.start,
            self.end,
            (self.granularity, self.start_granularity, self.end_granularity),
            self.relation,
            self.approximate,
            self.zone,
        )

    @classmethod
    def from_edtf(cls, text: str) -> TimeSpan:
        """The span that an EDTF text tells.

        >>> TimeSpan.from_edtf("2022-08/..").relation
        'since'

        Raises `NotATime` where the text is no EDTF that a span can hold.
        """
        bounds = edtf.read(text)
        first, last = bounds.first, bounds.last
        start = None if first is None else cls._of(first)
        end = None if last is None else cls._of(last)
        if bounds.relation in ("since", "after") and start:
            span = start.since(None) if bounds.relation == "since" else start.after()
        elif bounds.relation in ("until", "before") and end:
            span = end.until() if bounds.relation == "until" else end.before()
        elif start and end:
            span = start if start == end else cls.range(start, end)
        else:
            span = cls(None, None)
        return span.about() if bounds.approximate else span

    @classmethod
    def _of(cls, unit: Unit) -> TimeSpan:
        span = cls.starting(unit.granularity, unit.start)
        return span if unit.zone is None else replace(span, zone=unit.zone)


def home_zone(spans: Iterable[TimeSpan | None]) -> int | None:
    """The zone to compare spans in: the one most are told in, of several the first; None if none.

    >>> told = ["2023-03-05T10:00-05:00", "2023-03-05T16:00Z", "2023-03-05T11:00-05:00", "2023"]
    >>> home_zone(TimeSpan.from_edtf(text) for text in told)
    -300

    On its clock (`on_clock`) spans that tell their zone stand to each other as their instants do,
    and those that do not are taken for its own: so comparisons never run in a circle.
    """
    zones = Counter(span.zone for span in spans if span is not None and span.zone is not None)
    return max(zones, key=zones.__getitem__) if zones else None


def hull(spans: list[TimeSpan]) -> TimeSpan:
    """The smallest span that holds all of `spans`.

    >>> hull([TimeSpan.year(2011), TimeSpan.year(2015)]).end == seconds(2016)
    True
    """
    spans = [span.on_clock(spans[0].zone) for span in spans]
    starts = [s.start for s in spans if s.start is not None]
    ends = [s.end for s in spans if s.end is not None]
    return TimeSpan(
        min(starts) if len(starts) == len(spans) else None,
        max(ends) if len(ends) == len(spans) else None,
        max((s.granularity for s in spans if s.granularity), default=None),
        approximate=any(s.approximate for s in spans),
        zone=home_zone(spans),
    )
