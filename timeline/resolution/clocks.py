"""Two clocks that show one moment: "9 p.m. in Moscow (1800 GMT)" tells the zone of both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.meanings import By, Clock, In, Meaning, Since, Until
from timeline.resolution.shape import chain, core
from timeline.spans import DAY, Granularity, TimeSpan, offset_at

# What stands between two clocks that show one moment: "in Moscow (", " (", "/"; behind the stop of
# "p.m." a capital opens a sentence of its own, if not the name of a clock: "West Africa Time (".
OPENING = re.compile(
    r"(?:(?<!\.)|\s?(?![A-Z\s])|(?=(?:\s[A-Z]\w+){1,4}\s\())[^.;:()\n]{0,40}\(\s*|\s?/\s?"
)
# The hour told before tells the half of the day of one so many characters behind it.
NEARBY, NOON = 480, 12
# So many hours of a text tell between which of them its others lie.
SEVERAL = 2
# Offsets from UTC are full quarters of an hour, and reach from 12 hours behind to 14 ahead.
QUARTER, BEHIND, AHEAD, SUMMER = 15, -12 * 60, 14 * 60, 60
# An hour without its half of the day is no sure measure of an offset greater than this.
SURE = 9 * 60
# An hour that only a clock of 24 hours shows: "09:42", "17:05".
FULL = re.compile(r"\b(?:0\d|1[3-9]|2[0-3]):[0-5]\d\b(?!\s?[ap]\.?m)", re.IGNORECASE)


class Shown(NamedTuple):
    """What the clock beside it tells of a time: its zone, and where the other stands."""

    zone: int
    other: int


class Clocks:
    """The times of the clock of a text, each on its own clock."""

    def __init__(self, text: str, phrases: Sequence[Phrase], narration: Narration) -> None:
        self._text, self._narration = text, narration
        self._shown = clocks_beside(text, phrases)
        self._full = any(FULL.search(text, phrase.start, phrase.end) for phrase in phrases)
        # The hours that tell their half of the day: from the earliest of them to the latest.
        clocks = filter(None, (_clock(phrase.meaning) for phrase in phrases))
        self._halved = sorted(clock.of(0).start or 0 for clock in clocks if clock.half)
        self._last: TimeSpan | None = None
        # The hour told last with its half of the day, and where.
        self._hour: int | None = None
        self._hour_at = 0

    def named(self, phrase: Phrase) -> Phrase:
        """A time of the clock in the half of the day that is nearest to the hour told before: "left
        at 11:40 p.m. … called at 11:32", "on Saturday evening … at 8:30". A story's hours go on
        rather than back. Where one hour of the text is of a clock of 24 hours, all are."""
        clock = _bare_clock(phrase.meaning)
        if (
            self._full
            or clock is None
            or clock.half
            or clock.zone is not None
            or phrase.start in self._shown
        ):
            return phrase
        told = self._halved_clock(clock, phrase) if 1 <= clock.hour <= NOON else None
        if told is None:
            return phrase
        whole = phrase.meaning
        whole = replace(whole, what=told) if isinstance(whole, By | Until | Since) else told
        return phrase._replace(meaning=whole, marks=(phrase.marks[0]._replace(meaning=whole),))

    def _halved_clock(self, clock: Clock, phrase: Phrase) -> Clock | None:
        """A bare hour in its half of the day, as the hour before tells it, or else the hours of the
        text of which it lies between the first and the last: "7 p.m. … at 8:40 … 9.15 p.m."."""
        halves = replace(clock, half="am"), replace(clock, half="pm")
        if self._hour is not None and phrase.start - self._hour_at <= NEARBY:
            now = self._hour
            return min(halves, key=lambda each: _way(now, each.of(0).start or 0))
        if len(self._halved) < SEVERAL:
            return None
        first, last = self._halved[0], self._halved[-1]
        fitting = [half for half in halves if first <= (half.of(0).start or 0) <= last]
        return fitting[0] if len(fitting) == 1 else None

    def tell(self, phrase: Phrase, span: TimeSpan) -> TimeSpan:
        """What a phrase tells, in the zone that a clock beside it shows or the town behind it has:
        "10 a.m. in Tokyo"; kept for the next."""
        self._last = span
        edge = span.end if span.start is None else span.start
        if edge is None or span.granularity is None or span.granularity > Granularity.DAY:
            return span
        clock = _clock(phrase.meaning) if span.granularity < Granularity.PART_OF_DAY else None
        if clock is not None:
            shown = self._shown.get(phrase.start)
            zone = span.zone if shown is None else shown.zone
            if zone is None:
                town = self._narration.town.match(self._text, phrase.end)
                zone = offset_at(self._narration.towns[town["name"]], edge) if town else None
            if zone != span.zone:
                self._last = replace(span, zone=zone)
            day, told = edge - edge % DAY, clock.of(0).start or 0
            self._hour, self._hour_at = (day + told if clock.half else None), phrase.end
        elif span.granularity is Granularity.PART_OF_DAY and span.start is not None:
            # "On Saturday evening it began at 8:30."
            self._hour, self._hour_at = span.start, phrase.end
        elif self._hour is not None and edge // DAY != self._hour // DAY:
            self._hour = None
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


def _way(now: int, hour: int) -> int:
    """How far a story goes from an hour to another, twice as far where it goes back."""
    return min((hour - now) % DAY, 2 * ((now - hour) % DAY))


def _bare_clock(meaning: Meaning) -> Clock | None:
    """The time of the clock that words tell without a day: "at half past four", "by half past
    four"."""
    told = meaning.what if isinstance(meaning, By | Until | Since) else meaning
    return told if isinstance(told, Clock) else None


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
