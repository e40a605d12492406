"""Times told approximately: "about 1900", "just over a year ago"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Meaning, OfWhat
from timeline.meanings.relative import Shift
from timeline.spans import Granularity, TimeSpan, floor, step

# "Just over a year ago" is told to the month, "just over a decade ago" to the year.
_FINER = {
    Granularity.CENTURY: Granularity.DECADE,
    Granularity.DECADE: Granularity.YEAR,
    Granularity.YEAR: Granularity.MONTH,
    Granularity.MONTH: Granularity.WEEK,
    Granularity.WEEK: Granularity.DAY,
}
_CLOSE = "JUST_"


@dataclass(frozen=True, slots=True, repr=False)
class About(OfWhat):
    """A time told approximately.

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import Duration, seconds
    >>> About(Year(1900)).on(Anchor(seconds(2023))).edtf()
    '1900~'
    >>> ago = Shift(Duration(((1, Granularity.YEAR),)), -1)
    >>> About(ago, "JUST_MORE_THAN").on(Anchor(seconds(2023, 3, 6))).edtf()
    '2022-02~'

    `how` is the TIMEX3 modifier (APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS);
    with JUST_ before it the time is close by: "just over", "nearly". A distance told so lies on
    its own side of the exact one: "more than a year ago" is before the day a year ago.
    """

    what: Meaning
    how: str = "APPROX"

    @property
    def timex_type(self) -> str | None:
        """As the time itself."""
        return self.what.timex_type

    @property
    def mod(self) -> str | None:
        """The modifier."""
        return self.how.removeprefix(_CLOSE)

    def on(self, anchor: Anchor) -> TimeSpan:
        """The same time, approximate, on the side that the hedge tells."""
        plain = self.what.on(anchor).about()
        if not isinstance(self.what, Shift) or self.what.length.vague:
            return plain
        unit, sign = self.what.length.unit, self.what.sign
        finer = _FINER.get(unit) if unit is not None else None
        more = self.how.endswith("MORE_THAN")
        if unit is None or finer is None or not (more or self.how.endswith("LESS_THAN")):
            return plain
        exact = self.what.length.shift(anchor.today, sign)
        away = sign if more else -sign
        if self.how.startswith(_CLOSE):
            start = floor(finer, step(finer, exact, away))
            near = TimeSpan.starting(finer, start)
        else:
            amount = self.what.length.parts[0][0]
            # "More than half a century ago" is not a century further back.
            part = amount is not None and amount < 1
            farther = self.what.length.shift(exact, away) if part else step(unit, exact, away)
            first, last = (floor(Granularity.DAY, at) for at in sorted((exact, farther)))
            near = TimeSpan(first, last, Granularity.DAY)
        return replace(near.about(), value=plain.timex3)
