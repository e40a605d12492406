"""Two clocks that show one moment: "9 p.m. in Moscow (1800 GMT)" tells the zone of both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from timeline.expressions import Phrase
from timeline.meanings import Clock, In, Meaning
from timeline.resolution.shape import chain, core
from timeline.spans import DAY, Granularity, TimeSpan

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


class Clocks:
    """The times of the clock of a text, each on its own clock."""

    def __init__(self, text: str, phrases: Sequence[Phrase]) -> None:
        self._text = text
        self._shown = clocks_beside(text, phrases)
        self._last: TimeSpan | None = None

    def tell(self, phrase: Phrase, span: TimeSpan) -> TimeSpan:
        """What a phrase tells, in the zone that a clock beside it shows; kept for the next."""
        shown = self._shown.get(phrase.start)
        self._last = span if shown is None else replace(span, zone=shown.zone)
        return self._last

    def repeats(self, phrase: Phrase) -> bool:
        """Whether a phrase shows the moment that the clock before it has shown."""
        shown = self._shown.get(phrase.start)
        return shown is not None and shown.other < phrase.start

    def behind(self, phrase: Phrase, later: Phrase) -> int:
        """Where a text goes on behind a time, and behind the brackets that show it once more."""
        shown = self._shown.get(phrase.start)
        if shown is None or shown.other != later.start:
            return phrase.end
        return max(self._text.find(")", later.end), later.end - 1) + 1

    def day(
        self, phrase: Phrase, coming: Sequence[Phrase], placed: Callable[[Phrase], TimeSpan]
    ) -> TimeSpan | None:
        """The day of a bare time of the clock that a clock beside it shows, too: at 1 a.m. in
        Cairo it is 11 p.m. GMT of the day before. `placed` reads what is `coming`."""
        shown = self._shown.get(phrase.start)
        if shown is None or not isinstance(core(phrase.meaning), Clock):
            return None
        told = self._last
        if not self.repeats(phrase):
            other = coming[0]
            if isinstance(core(other.meaning), Clock):
                return None
            told = replace(placed(other), zone=self._shown[other.start].zone)
        start = None if told is None else told.on_clock(shown.zone).start
        return None if start is None else TimeSpan.unit(Granularity.DAY, start)


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
