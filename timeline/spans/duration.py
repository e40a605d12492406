"""Lengths of time, as ISO 8601 and TIMEX3 write them."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.spans.civil import step
from timeline.spans.granularity import Granularity

_LETTERS = {
    Granularity.CENTURY: "C",
    Granularity.DECADE: "E",
    Granularity.YEAR: "Y",
    Granularity.HALF_YEAR: "H",
    Granularity.QUARTER: "Q",
    Granularity.SEASON: "S",
    Granularity.MONTH: "M",
    Granularity.WEEK: "W",
    Granularity.WEEKEND: "WE",
    Granularity.DAY: "D",
}
_CLOCK = {Granularity.HOUR: "H", Granularity.MINUTE: "M", Granularity.SECOND: "S"}
_WRITTEN_AS_YEARS = {Granularity.CENTURY: 100, Granularity.DECADE: 10}


def _figures(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:.6f}".rstrip("0")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: so many of a unit, or a vague number of them.

    >>> Duration(((2, Granularity.YEAR), (6, Granularity.MONTH))).timex3
    'P2Y6M'
    >>> Duration(((None, Granularity.MONTH),)).timex3
    'PXM'

    `parts` holds pairs of amount and unit; an amount of None is a vague one ("months").
    """

    parts: tuple[tuple[float | None, Granularity | None], ...]

    @property
    def timex3(self) -> str:
        """The value TIMEX3 gives it; decades and centuries are told in years."""
        day, clock = "", ""
        for amount, unit in self.parts:
            if unit is None:
                day += "XX"
                continue
            if unit in _WRITTEN_AS_YEARS and amount is not None:
                amount, unit = amount * _WRITTEN_AS_YEARS[unit], Granularity.YEAR
            number = "X" if amount is None else _figures(amount)
            if unit in _CLOCK:
                clock += number + _CLOCK[unit]
            elif unit is Granularity.PART_OF_DAY:
                day += number + "NI"
            else:
                day += number + _LETTERS[unit]
        return f"P{day}" + (f"T{clock}" if clock else "")

    @property
    def unit(self) -> Granularity | None:
        """The finest unit it is told in."""
        return self.parts[-1][1] if self.parts else None

    @property
    def vague(self) -> bool:
        """Whether its number of units is not told."""
        return any(amount is None or unit is None for amount, unit in self.parts)

    def shift(self, instant: int, sign: int = 1) -> int:
        """The instant this much later, or earlier with `sign` -1; vague parts count as a few.

        >>> Duration(((1.5, Granularity.DAY),)).shift(0)
        129600
        """
        for amount, unit in self.parts:
            if unit is None:
                continue
            whole, part = divmod(3 if amount is None else amount, 1)
            instant = step(unit, instant, sign * int(whole))
            if part:
                length = step(unit, instant, 1) - instant
                instant += sign * int(length * part)
        return instant
