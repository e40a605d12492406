"""Two clocks that show one moment: "9 p.m. in Moscow (1800 GMT)" tells the zone of both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.expressions import Phrase
from timeline.meanings import Clock, In, Meaning
from timeline.resolution.story import chain
from timeline.spans import DAY

# What stands between two clocks that show one moment: "in Moscow (", " (", "/"; behind the stop of
# "p.m." a capital opens a sentence of its own.
OPENING = re.compile(r"(?:(?<!\.)|\s?(?![A-Z\s]))[^.;:()\n]{0,40}\(\s*|\s?/\s?")
# Offsets from UTC are full quarters of an hour, and reach from 12 hours behind to 14 ahead.
QUARTER, BEHIND, AHEAD, SUMMER = 15, -12 * 60, 14 * 60, 60
# An hour without its half of the day is no sure measure of an offset greater than this.
SURE = 9 * 60


class Shown(NamedTuple):
    """What the clock beside it tells of a time: its zone, and where the other stands."""

    zone: int
    other: int


def clocks_beside(text: str, phrases: Sequence[Phrase]) -> Mapping[int, Shown]:
    """What times of the clock told twice tell of each other, by where their phrases begin.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> text = "It fell at 9 p.m. in Moscow (1800 GMT)."
    >>> clocks_beside(text, reader(english()).recognise(text))
    {8: Shown(zone=180, other=29), 29: Shown(zone=0, other=8)}
    """
    found: dict[int, Shown] = {}
    for one, other in pairwise(phrases):
        first, second = _clock(one.meaning), _clock(other.meaning)
        if first is None or second is None or not OPENING.fullmatch(text, one.end, other.start):
            continue
        known, asked = (
            (second, first) if second.zone == 0 or first.zone is None else (first, second)
        )
        zone = _zone_of(asked, known)
        if zone is not None and isinstance(known.zone, int):
            zones = (zone, known.zone) if asked is first else (known.zone, zone)
            found[one.start] = Shown(zones[0], other.start)
            found[other.start] = Shown(zones[1], one.start)
    return found


def _clock(meaning: Meaning) -> Clock | None:
    """The time of the clock that words tell, with a day or without."""
    parts = (each.what if isinstance(each, In) else each for each in chain(meaning))
    return next((part for part in parts if isinstance(part, Clock)), None)


def _zone_of(asked: Clock, known: Clock) -> int | None:
    """The zone of a clock that shows a time when another, of a known zone, shows its own."""
    mine, other = asked.of(0).start, known.of(0).start
    if mine is None or other is None or not isinstance(known.zone, int):
        return None
    ahead = (mine - other) // 60 + known.zone
    ahead = (ahead + DAY // 120) % (DAY // 60) - DAY // 120
    if isinstance(asked.zone, int):
        # In summer, too, people write "EST".
        return ahead if abs(ahead - asked.zone) in (0, SUMMER) else None
    plain = asked.half is None and 1 <= asked.hour <= 12
    likely = BEHIND < ahead <= AHEAD and ahead % QUARTER == 0
    return ahead if likely and not (plain and abs(ahead) > SURE) else None
