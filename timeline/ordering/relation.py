"""What is known of two events: which came first, how surely, and from what."""

from __future__ import annotations

from typing import NamedTuple

#: From this on a relation is shown; below it, it only leans: it helps to place events, no more.
SURE = 0.8


class Relation(NamedTuple):
    """One event before another, or at the same time.

    >>> Relation(0, 1, "before", 0.95, "“after”").why
    '“after”'

    `first` and `second` are places in the list of events; `kind` is before or same; `basis` tells
    what it rests on: dates, words, tense, told (what is said is said after it) or model.
    """

    first: int
    second: int
    kind: str
    confidence: float
    why: str
    basis: str = "words"

    @property
    def shown(self) -> bool:
        """Whether it is sure enough to be told."""
        return self.kind == "same" or self.confidence >= SURE
