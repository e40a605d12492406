"""How finely a time is told: the day, the month, the century."""

from __future__ import annotations

from enum import Enum


class Granularity(Enum):
    """The size of the unit that a time is told in, from finest to coarsest.

    >>> Granularity.MONTH.value
    'month'
    >>> Granularity("part_of_day") < Granularity.DAY
    True
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def rank(self) -> int:
        """The place in the order, finest first."""
        return _RANK[self._value_]

    def __lt__(self, other: Granularity) -> bool:
        return _RANK[self._value_] < _RANK[other._value_]

    def __le__(self, other: Granularity) -> bool:
        return _RANK[self._value_] <= _RANK[other._value_]

    def __gt__(self, other: Granularity) -> bool:
        return _RANK[self._value_] > _RANK[other._value_]

    def __ge__(self, other: Granularity) -> bool:
        return _RANK[self._value_] >= _RANK[other._value_]


_RANK = {member.value: rank for rank, member in enumerate(Granularity)}
