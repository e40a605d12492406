"""Frequent sequences and episodes: what tends to come after what, within limits of time.

Source: the patterns grow as in PrefixSpan (Pei et al., "Mining sequential patterns by
pattern-growth", IEEE Transactions on Knowledge and Data Engineering 16, 2004), with limits on
time as in GSP (Srikant and Agrawal, "Mining sequential patterns: generalizations and
performance improvements", EDBT 1996). Episodes are counted by their minimal occurrences as in
MINEPI (Mannila, Toivonen and Verkamo, "Discovery of frequent episodes in event sequences", Data
Mining and Knowledge Discovery 1, 1997).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.analysis.bounds import HIGH, LOW, Bools, Ints, Length, seconds_in
from timeline.analysis.occurrences import minimal_bounds
from timeline.analysis.relations import spread
from timeline.analysis.sequences import Sequences, sequences
from timeline.errors import BadTable

COUNTS = ("cases", "endings", "minimal")
# Pairs of events that fit into memory at once.
_MOST_PAIRS = 50_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds between the first event and the last, and between neighbours."""

    within: int | None
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class _Ways:
    """Where a pattern can be told to end: the last event and the best instant of the first."""

    last: Ints
    first: Ints


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to take the dates: as strictly, or as kindly, as they allow.

    An event j comes after i if `after[j] >= left[i] + least`; it is near enough if
    `near[j] <= right[i] + most` and `near[j] <= first + within`, where `first` starts as
    `start[i]`. `rising` is what `after` is searched in: never falling, each case in a stretch
    of its own.
    """

    after: Ints
    left: Ints
    near: Ints
    right: Ints
    start: Ints
    rising: Ints


def patterns(
    table: pd.DataFrame,
    *,
    by: str | None = "document",
    of: str = "type",
    least: int = 2,
    longest: int = 3,
    within: Length | None = None,
    min_gap: Length = "0s",
    max_gap: Length | None = None,
    count: str = "cases",
    along: str = "dates",
) -> pd.DataFrame:
    """The sequences of event types that `least` cases or more may show.

    >>> days = ["2022-09-01", "2022-09-04", "2022-10-01", "2022-10-03", "2022-11-20"]
    >>> table = pd.DataFrame({"start": pd.to_datetime(days),
    ...                       "type": ["arrest", "trial", "arrest", "trial", "arrest"],
    ...                       "person": ["A", "A", "B", "B", "A"]})
    >>> patterns(table, by="person", within="7D")[["pattern", "at_least", "at_most"]]
               pattern  at_least  at_most
    0        (arrest,)         2        2
    1         (trial,)         2        2
    2  (arrest, trial)         2        2

    A case (`by`) shows a pattern where its types come one after the other, each at least
    `min_gap` and at most `max_gap` after the one before and all `within` a time; other events
    may come between. `at_least` counts the cases that show it in every reading of their
    dates, `at_most` those that may in some; what is sure on paper but not in any one choice of
    events is not counted in `at_least`, and what holds step by step but not all together (a
    chain of limits, an event of vague date before and after another) still counts in `at_most`.
    For one long story (`by=None`) count episodes instead of cases: `count="minimal"` counts the
    minimal occurrences (stretches of time that show the pattern, no part of which does; exact
    where all times are told to the second, else bounds), `count="endings"` the events at which
    the pattern is complete. `longest` is the most types in a pattern.

    n log n for each pattern found; where dates are vague or `max_gap` is given the work grows
    with the events that lie so close together.

    Raises `BadTable` for missing columns, senseless limits, and more than fifty million pairs
    of events that may follow each other.
    """
    if count not in COUNTS:
        names = ", ".join(map(repr, COUNTS))
        raise BadTable(f"patterns are counted by one of {names}, not by {count!r}")
    if least < 1 or longest < 1:
        raise BadTable("least and longest must be at least 1")
    whole, most = (None if each is None else seconds_in(each) for each in (within, max_gap))
    limits = Limits(whole, seconds_in(min_gap), most)
    if along == "order" and (limits.within, limits.least, limits.most) != (None, 0, None):
        raise BadTable("along='order' there is no time to limit: leave out within and the gaps")
    room = sum(x or 0 for x in (limits.within, limits.least, limits.most))
    found = sequences(table, by=by, of=of, along=along, room=room)
    rows = [
        (tuple(found.kinds[kind] for kind in pattern), len(pattern), sure, may)
        for pattern, sure, may in _mine(found, limits, least, longest, count)
    ]
    rows.sort(key=lambda row: (row[1], -row[3], -row[2], *map(str, row[0])))
    return pd.DataFrame(rows, columns=["pattern", "length", "at_least", "at_most"])


def _mine(
    found: Sequences, limits: Limits, least: int, longest: int, count: str
) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """Grow patterns depth first; a pattern's ways are kept only while it grows."""
    strict, kind = _readings(found)
    everything = np.arange(len(found), dtype=np.int64)
    stack: list[tuple[tuple[int, ...], int, _Ways, _Ways]] = [
        ((), HIGH, _Ways(everything, strict.start), _Ways(everything, kind.start))
    ]
    while stack:
        pattern, bound, sure, may = stack.pop()
        most = _support(found, may.last, count)
        fewest = _support(found, sure.last, count)
        if count == "minimal":
            fewest, most = minimal_bounds(found, (sure.last, sure.first), (may.last, may.first))
            most = np.minimum(most, bound)  # an episode begins with each part of it
        # An episode may end at more events than it begins at, so that one too rare may grow.
        grows = most >= (1 if count == "endings" else least)
        for type_ in np.flatnonzero(grows):
            longer = (*pattern, int(type_))
            if most[type_] >= least:
                yield longer, int(fewest[type_]), int(most[type_])
            if len(longer) < longest:
                stack.append(
                    (
                        longer,
                        int(most[type_]),
                        _grow(found, strict, _only(found, sure, int(type_)), limits),
                        _grow(found, kind, _only(found, may, int(type_)), limits),
                    )
                )


def _readings(found: Sequences) -> tuple[_Reading, _Reading]:
    """The strict reading (all of the ranges must fit) and the kind one (something in them)."""
    reach = np.maximum.accumulate(_apart(found, found.high)) if len(found) else found.high
    starts = _apart(found, found.low)
    strict = _Reading(found.low, found.high, found.high, found.low, found.low, starts)
    kind = _Reading(found.high, found.low, found.low, found.high, found.high, reach)
    return strict, kind


def _apart(found: Sequences, instants: Ints) -> Ints:
    """Instants with each case in a stretch of its own."""
    return instants + found.case * _stretch(found)


def _stretch(found: Sequences) -> int:
    return int(found.high.max() - found.low.min()) + 2 if len(found) else 1


def _only(found: Sequences, ways: _Ways, type_: int) -> _Ways:
    chosen = found.kind[ways.last] == type_
    return _Ways(ways.last[chosen], ways.first[chosen])


def _grow(found: Sequences, reading: _Reading, ways: _Ways, limits: Limits) -> _Ways:
    """All events that can come next, each with the latest first event it can go with."""
    if not len(ways.last):
        return ways
    wait = max(limits.least, 1)
    if limits.most is None and (reading.after < reading.left + wait).all():
        return _nearest(found, reading, ways, limits)
    if limits.within is None and limits.most is None:
        ways = _earliest(found, reading, ways)
    stretch = _stretch(found)
    shift = found.case[ways.last] * stretch
    first, last = found.low.min(), found.high.max()
    soonest = np.minimum(reading.left[ways.last] + wait, last + 1)
    latest = np.full(len(ways.last), last)
    if limits.most is not None:
        latest = np.minimum(latest, reading.right[ways.last] + limits.most)
    if limits.within is not None:
        latest = np.minimum(latest, ways.first + limits.within)
    latest = np.maximum(latest, first - 1)
    begin = np.searchsorted(reading.rising, soonest + shift, side="left").astype(np.int64)
    end = np.searchsorted(_apart(found, found.low), latest + shift, side="right").astype(np.int64)
    counts = np.maximum(end - begin, 0)
    if counts.sum() > _MOST_PAIRS:
        raise BadTable(
            f"{counts.sum()} pairs of events may follow each other: give a shorter `within` or "
            "`max_gap`, leave out coarsely dated events, or go along='order'"
        )
    following = spread(begin, counts)
    state = np.repeat(np.arange(len(counts)), counts)
    fits: Bools = (reading.after[following] >= soonest[state]) & (
        reading.near[following] <= latest[state]
    )
    fits &= following != ways.last[state]
    following, state = following[fits], state[fits]
    return _merged(found, following, ways.first[state])


def _nearest(found: Sequences, reading: _Reading, ways: _Ways, limits: Limits) -> _Ways:
    """The same where no event can follow itself and no gap is too long: one look at each event.

    Of the ways that end early enough the one that began last is best.
    """
    stretch = _stretch(found)
    base = found.low.min()
    left = reading.left[ways.last] - base + found.case[ways.last] * stretch
    order = np.argsort(left, kind="stable")
    case = found.case[ways.last][order]
    # Each case lies above the one before it, so that the latest beginning so far is its own.
    best = np.maximum.accumulate(ways.first[order] - base + case * stretch)
    wanted = reading.after - max(limits.least, 1) - base + found.case * stretch
    place = np.searchsorted(left[order], wanted, side="right") - 1
    events = np.flatnonzero((place >= 0) & (case[np.maximum(place, 0)] == found.case))
    first = best[place[events]] + base - found.case[events] * stretch
    if limits.within is not None:
        near = reading.near[events] <= first + limits.within
        events, first = events[near], first[near]
    return _Ways(events.astype(np.int64), first)


def _earliest(found: Sequences, reading: _Reading, ways: _Ways) -> _Ways:
    """Without limits of time the way that ends soonest in a case leaves most to follow."""
    case = found.case[ways.last]
    order = np.lexsort((reading.left[ways.last], case))
    first = np.append(True, case[order][1:] != case[order][:-1])
    return _Ways(ways.last[order][first], ways.first[order][first])


def _merged(found: Sequences, last: Ints, first: Ints) -> _Ways:
    """One way for each last event, the one that began last."""
    best = np.full(len(found), LOW)
    np.maximum.at(best, last, first)
    ends = np.flatnonzero(best > LOW).astype(np.int64)
    return _Ways(ends, best[ends])


def _support(found: Sequences, last: Ints, count: str) -> Ints:
    """For each type how many cases, or events, the ways end at."""
    size, cases = len(found.kinds), len(found.cases)
    kinds = found.kind[last]
    if count == "endings":
        return np.bincount(kinds, minlength=size).astype(np.int64)
    key = kinds * cases + found.case[last]
    if size * cases > 16 * len(found) + 1024:
        return np.bincount(np.unique(key) // cases, minlength=size).astype(np.int64)
    seen = np.zeros((size, cases), dtype=np.bool_)
    seen.reshape(-1)[key] = True
    return np.asarray(seen.sum(axis=1), dtype=np.int64)
