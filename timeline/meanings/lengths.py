"""Lengths, sets and vague references: times without a place of their own on the calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Meaning
from timeline.spans import DAY, Duration, Granularity, TimeSpan, floor


@dataclass(frozen=True, slots=True, repr=False)
class Length(Meaning):
    """How long: "82-day", "for months".

    >>> from timeline.spans import seconds
    >>> Length(Duration(((82, Granularity.DAY),))).on(Anchor(seconds(2023))).timex3
    'P82D'
    """

    length: Duration

    @property
    def timex_type(self) -> str | None:
        """A duration."""
        return "DURATION"

    def on(self, anchor: Anchor) -> TimeSpan:
        """No place on the calendar."""
        return TimeSpan(None, None, self.length.unit, value=self.length.timex3)


@dataclass(frozen=True, slots=True, repr=False)
class Repeated(Meaning):
    """How often: "every Friday", "twice a month".

    >>> from timeline.spans import seconds
    >>> Repeated("P1W", "EVERY").on(Anchor(seconds(2023))).timex3
    'P1W'

    `value` is the TIMEX3 value, `quant` and `freq` its attributes.
    """

    value: str
    quant: str | None = None
    freq: str | None = None

    @property
    def timex_type(self) -> str | None:
        """A set."""
        return "SET"

    def on(self, anchor: Anchor) -> TimeSpan:
        """No place on the calendar."""
        return TimeSpan(None, None, None, value=self.value)


@dataclass(frozen=True, slots=True, repr=False)
class Reference(Meaning):
    """The past, the present or the future, told no nearer: "recently", "now", "in the future".

    >>> from timeline.spans import seconds
    >>> Reference("past").on(Anchor(seconds(2023, 3, 6))).timex3
    'PAST_REF'

    `reach` tells how far the past reaches back; a present with a reach is the day and not the
    moment ("these days", "now").
    """

    side: str
    reach: Duration | None = None

    @property
    def leans(self) -> str:
        """They are publication's."""
        return "published"

    @property
    def timex_type(self) -> str | None:
        """A date."""
        return "DATE"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The open side of the anchor, or its day for the present."""
        today = floor(Granularity.DAY, anchor.now)
        if self.side == "present":
            if anchor.reference is not None:
                return replace(anchor.reference, relation="within", value="PRESENT_REF")
            if self.reach is None:
                return replace(anchor.moment, value="PRESENT_REF")
            return TimeSpan(
                today, today + DAY, Granularity.DAY, today, today + DAY, value="PRESENT_REF"
            )
        if self.side == "past":
            start = None if self.reach is None else self.reach.shift(today, -1)
            return TimeSpan(
                start,
                today + DAY,
                Granularity.DAY,
                relation="within" if start else "before",
                approximate=True,
                value="PAST_REF",
            )
        start = anchor.now if anchor.calendar and anchor.fine else today
        return TimeSpan(
            start, None, Granularity.DAY, relation="after", approximate=True, value="FUTURE_REF"
        )


@dataclass(frozen=True, slots=True, repr=False)
class Then(Meaning):
    """The time that is being told: "at the time", "during this period".

    >>> from timeline.spans import seconds
    >>> anchor = Anchor(seconds(2023, 3, 6))
    >>> Then().on(anchor.on(TimeSpan.month(1914, 5))).timex3, Then().on(anchor).timex3
    ('1914', 'PAST_REF')

    It is told to the year, and where nothing has been told it is some past.
    """

    @property
    def leans(self) -> str:
        """On the story."""
        return "story"

    @property
    def timex_type(self) -> str | None:
        """A date."""
        return "DATE"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The year of the time told."""
        told = anchor.reference
        if told is None or told.start is None:
            return Reference("past").on(anchor)
        return TimeSpan.unit(Granularity.YEAR, told.start)


@dataclass(frozen=True, slots=True, repr=False)
class Unknown(Meaning):
    """A time on the calendar that nothing in the text lets us place; `value` keeps what is told.

    >>> from timeline.spans import seconds
    >>> Unknown("XXXX-XX-XXTNI", "TIME").on(Anchor(seconds(2023))).timex3
    'XXXX-XX-XXTNI'
    """

    value: str
    type: str = "DATE"

    @property
    def timex_type(self) -> str | None:
        """As told."""
        return self.type

    def on(self, anchor: Anchor) -> TimeSpan:
        """No place on the calendar."""
        return TimeSpan(None, None, None, value=self.value)
