"""Times that need no anchor: a written date, a year, a decade, a century."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.meanings.base import Anchor, Meaning
from timeline.spans import Granularity, TimeSpan, seconds
from timeline.spans.civil import ymd


@dataclass(frozen=True, slots=True, repr=False)
class Fixed(Meaning):
    """A time written out in full.

    >>> from timeline.spans import seconds
    >>> Fixed(TimeSpan.day(2022, 2, 24)).on(Anchor(seconds(2023))).timex3
    '2022-02-24'
    """

    span: TimeSpan

    def on(self, anchor: Anchor) -> TimeSpan:
        """The span itself."""
        return self.span


@dataclass(frozen=True, slots=True, repr=False)
class Figures(Meaning):
    """A date in figures, whose first can be its month, its day, or either.

    >>> from dataclasses import replace
    >>> from timeline.spans import seconds
    >>> date = Figures(TimeSpan.day(2023, 3, 4), TimeSpan.day(2023, 4, 3))
    >>> anchor = Anchor(seconds(2023))
    >>> date.on(anchor).timex3, date.on(replace(anchor, day_first=True)).timex3
    ('2023-03-04', '2023-04-03')

    Where both can be, the anchor tells; None where one cannot.
    """

    month_first: TimeSpan | None
    day_first: TimeSpan | None

    def on(self, anchor: Anchor) -> TimeSpan:
        """The day, in the order of the text."""
        first, second = self.month_first, self.day_first
        if anchor.day_first:
            first, second = second, first
        return first or second or TimeSpan(None, None)

    def doubt(self, told: TimeSpan) -> str | None:
        """What it would be in the other order, where there is one: for who checks a date.

        >>> march, april = TimeSpan.day(2023, 3, 4), TimeSpan.day(2023, 4, 3)
        >>> Figures(march, april).doubt(march)
        'month first; day first it would be 2023-04-03'
        """
        if self.month_first is None or self.day_first is None:
            return None
        if told.start == self.day_first.start:
            return f"day first; month first it would be {self.month_first.timex3}"
        return f"month first; day first it would be {self.day_first.timex3}"


@dataclass(frozen=True, slots=True, repr=False)
class Year(Meaning):
    """A year by its number; 0 is 1 BCE.

    >>> from timeline.spans import seconds
    >>> Year(-43).on(Anchor(seconds(2023))).timex3
    'BC0044'
    """

    number: int

    def on(self, anchor: Anchor) -> TimeSpan:
        """The year."""
        return TimeSpan.year(self.number)


@dataclass(frozen=True, slots=True, repr=False)
class ShortYear(Meaning):
    """A year by its last two digits: "'89".

    >>> from timeline.spans import seconds
    >>> ShortYear(89).on(Anchor(seconds(2023))).timex3
    '1989'

    It is the one from 80 years before the anchor to 20 after it that ends so.
    """

    number: int

    @property
    def leans(self) -> str:
        """The century is that of the story."""
        return "bare"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The nearest year that ends so."""
        first = ymd(anchor.now)[0] - 79
        return TimeSpan.year(first + (self.number - first) % 100)


@dataclass(frozen=True, slots=True, repr=False)
class Decade(Meaning):
    """Ten years: "the 1990s"; without its century ("the '80s") it is the last to have begun.

    >>> from timeline.spans import seconds
    >>> Decade(80, short=True).on(Anchor(seconds(1989, 10, 26))).timex3
    '198'
    """

    year: int
    short: bool = False

    @property
    def leans(self) -> str:
        """A short decade takes its century from the anchor."""
        return "bare" if self.short else "none"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The decade; before our era it is counted from its last year, as centuries are."""
        year = self.year
        if year < 0:
            first = year - 8
            return TimeSpan(
                seconds(first),
                seconds(first + 10),
                Granularity.DECADE,
                value=f"BC{-year // 10:03d}",
            )
        if self.short:
            now = ymd(anchor.now)[0]
            # A story that stands in 1963 goes on to the 1970s.
            ahead = anchor.lean == "story" and (now - year) % 100 > 50
            year = now - (now - year) % 100 + (100 if ahead else 0)
        return TimeSpan.starting(Granularity.DECADE, seconds(year))

    def coming(self, instant: int) -> TimeSpan:
        """The first one to begin after an instant, where its century is not told."""
        year = ymd(instant)[0]
        told = Decade(year + 1 + (self.year - year - 1) % 100) if self.short else self
        return told.on(Anchor(instant))


@dataclass(frozen=True, slots=True, repr=False)
class Century(Meaning):
    """A hundred years: the 19th century is Century(19), the 5th BCE Century(-5).

    As TIMEX3 and EDTF count, it is the hundred years that share their first digits
    (1800 to 1899), and before our era those from 500 to 401 BCE.

    >>> from timeline.spans import seconds
    >>> Century(19).on(Anchor(seconds(2023))).timex3
    '18'
    """

    number: int

    def on(self, anchor: Anchor) -> TimeSpan:
        """The century."""
        if self.number > 0:
            return TimeSpan.starting(Granularity.CENTURY, seconds((self.number - 1) * 100))
        first = self.number * 100 + 1
        value = f"BC{-self.number - 1:02d}"
        return TimeSpan(seconds(first), seconds(first + 100), Granularity.CENTURY, value=value)
