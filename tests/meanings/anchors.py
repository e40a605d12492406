"""The anchors of the tables: a Monday's paper, a calendar asked that noon, a story of 1914."""

from __future__ import annotations

from hypothesis import settings

from timeline.meanings import Anchor, Meaning
from timeline.spans import Duration, Granularity, TimeSpan, seconds

# A slow machine is no broken law.
law = settings(deadline=None, max_examples=60)

NOON = seconds(2023, 3, 6, 12, 30)
PAPER = Anchor(seconds(2023, 3, 6))
AHEAD = Anchor(seconds(2023, 3, 6), lean="future", asked="past")
WIRE = Anchor(NOON, fine=True)
CALENDAR = Anchor(NOON, lean="future", fine=True)


def story(reference: TimeSpan, lean: str = "story") -> Anchor:
    """The anchor of a text that has just told a time."""
    return Anchor(seconds(2009), reference, lean)


AUGUST_1914 = story(TimeSpan.month(1914, 8))


def lasting(amount: float | None, unit: Granularity) -> Duration:
    """So many of one unit."""
    return Duration(((amount, unit),))


def edtf(meaning: Meaning, anchor: Anchor = PAPER) -> str:
    """What a meaning is, seen from an anchor."""
    return meaning.on(anchor).edtf()
