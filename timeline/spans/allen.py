"""Allen's thirteen relations between two stretches, and which are possible when ends are unsure.

Source: J. F. Allen, "Maintaining knowledge about temporal intervals", CACM 26(11), 1983.
"""

from __future__ import annotations

from typing import Protocol, TypeAlias

ALLEN = (
    "before",
    "meets",
    "overlaps",
    "finished_by",
    "contains",
    "starts",
    "equals",
    "started_by",
    "during",
    "finishes",
    "overlapped_by",
    "met_by",
    "after",
)
CONVERSE = dict(zip(ALLEN, reversed(ALLEN), strict=True)) | {
    "starts": "started_by",
    "started_by": "starts",
    "equals": "equals",
}


class Uncertain(Protocol):
    """Anything with outer and inner bounds and their zone, as a `TimeSpan` has them."""

    @property
    def zone(self) -> int | None:
        """The zone of the clock that they are told by, in minutes from UTC; None is unknown."""

    @property
    def start(self) -> int | None:
        """The first moment that it can begin at; None is unknown."""

    @property
    def end(self) -> int | None:
        """The last moment that it can end at."""

    @property
    def start_latest(self) -> int | None:
        """The last moment that it can begin at."""

    @property
    def end_earliest(self) -> int | None:
        """The first moment that it can end at."""


# For each relation the signs of (start-start, start-end, end-start, end-end) comparisons.
_SIGNS = {
    "before": (-1, -1, -1, -1),
    "meets": (-1, -1, 0, -1),
    "overlaps": (-1, -1, 1, -1),
    "finished_by": (-1, -1, 1, 0),
    "contains": (-1, -1, 1, 1),
    "starts": (0, -1, 1, -1),
    "equals": (0, -1, 1, 0),
    "started_by": (0, -1, 1, 1),
    "during": (1, -1, 1, -1),
    "finishes": (1, -1, 1, 0),
    "overlapped_by": (1, -1, 1, 1),
    "met_by": (1, 0, 1, 1),
    "after": (1, 1, 1, 1),
}


def relate(a_start: int, a_end: int, b_start: int, b_end: int) -> str:
    """How the stretch from `a_start` to `a_end` stands to that from `b_start` to `b_end`.

    >>> relate(1, 3, 3, 5)
    'meets'
    """
    pairs = ((a_start, b_start), (a_start, b_end), (a_end, b_start), (a_end, b_end))
    signs = tuple((x > y) - (x < y) for x, y in pairs)
    return next(name for name, known in _SIGNS.items() if known == signs)


_Range: TypeAlias = tuple[int | None, int | None]


def _signs(one: _Range, other: _Range) -> frozenset[int]:
    """The signs that a comparison can have between two moments known to lie in ranges."""
    (low, high), (other_low, other_high) = one, other
    found = set()
    if low is None or other_high is None or low < other_high:
        found.add(-1)
    if high is None or other_low is None or high > other_low:
        found.add(1)
    apart = (high is not None and other_low is not None and high < other_low) or (
        low is not None and other_high is not None and low > other_high
    )
    if not apart:
        found.add(0)
    return frozenset(found)


def possible_relations(a: Uncertain, b: Uncertain) -> frozenset[str]:
    """The relations that can hold, given what is known of the ends; of two zones, by the instants.

    >>> from timeline.spans.span import TimeSpan
    >>> sorted(possible_relations(TimeSpan.day(2022, 9, 3), TimeSpan.day(2022, 9, 4)))
    ['meets']
    >>> len(possible_relations(TimeSpan.month(2022, 9), TimeSpan.month(2022, 9)))
    13
    """
    zoned = a.zone is not None and b.zone is not None
    ahead = ((a.zone or 0) - (b.zone or 0)) * 60 if zoned else 0
    (a_start, a_end), (b_start, b_end) = _ends(a, 0), _ends(b, ahead)
    allowed = (
        _signs(a_start, b_start),
        _signs(a_start, b_end),
        _signs(a_end, b_start),
        _signs(a_end, b_end),
    )
    return frozenset(
        name
        for name, signs in _SIGNS.items()
        if all(sign in fits for sign, fits in zip(signs, allowed, strict=True))
    )


def _ends(told: Uncertain, ahead: int) -> tuple[_Range, _Range]:
    """The ranges of beginning and end, so many seconds later."""
    start, end = (None if at is None else at + ahead for at in (told.start, told.end))
    latest = end if told.start_latest is None else told.start_latest + ahead
    earliest = start if told.end_earliest is None else told.end_earliest + ahead
    return (start, latest), (earliest, end)
