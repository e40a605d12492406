"""Frequent sequences and episodes: what tends to come after what, within limits of time.

Source: the patterns grow as in PrefixSpan (Pei et al., "Mining sequential patterns by
pattern-growth", IEEE Transactions on Knowledge and Data Engineering 16, 2004), with limits on
time as in GSP (Srikant and Agrawal, "Mining sequential patterns: generalizations and
performance improvements", EDBT 1996).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.analysis.bounds import HIGH, LOW, Bools, Ints
from timeline.analysis.relations import spread
from timeline.analysis.sequences import Sequences, sequences
from timeline.errors import BadTable

Span = str | pd.Timedelta
COUNTS = ("cases", "endings")


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
    within: Span | None = None,
    min_gap: Span = "0s",
    max_gap: Span | None = None,
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
    With `count="endings"` the events at which the pattern is complete are counted instead of
    the cases: episodes, for one long story (`by=None`). `longest` is the most types in a
    pattern.

    With limits of time the work grows with the events that lie so close together, times the
    patterns found; without, with the pairs of events of a case.

    Raises `BadTable` for missing columns and senseless limits.
    """
    if count not in COUNTS:
        raise BadTable(f"patterns are counted by 'cases' or by 'endings', not {count!r}")
    if least < 1 or longest < 1:
        raise BadTable("least and longest must be at least 1")
    limits = Limits(_seconds(within), _seconds(min_gap) or 0, _seconds(max_gap))
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
    stack: list[tuple[tuple[int, ...], _Ways, _Ways]] = [
        ((), _Ways(everything, strict.start), _Ways(everything, kind.start))
    ]
    while stack:
        pattern, sure, may = stack.pop()
        may_counts = _support(found, may.last, count)
        sure_counts = _support(found, sure.last, count)
        frequent = np.flatnonzero(may_counts >= least)
        for type_ in frequent:
            longer = (*pattern, int(type_))
            yield longer, int(sure_counts[type_]), int(may_counts[type_])
            if len(longer) < longest:
                stack.append(
                    (
                        longer,
                        _grow(found, strict, _only(found, sure, int(type_)), limits, count),
                        _grow(found, kind, _only(found, may, int(type_)), limits, count),
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


def _grow(found: Sequences, reading: _Reading, ways: _Ways, limits: Limits, count: str) -> _Ways:
    """All events that can come next, each with the latest first event it can go with."""
    if not len(ways.last):
        return ways
    if limits.within is None and limits.most is None:
        ways = _earliest(found, reading, ways)
    stretch = _stretch(found)
    shift = found.case[ways.last] * stretch
    first, last = found.low.min(), found.high.max()
    soonest = np.minimum(reading.left[ways.last] + max(limits.least, 1), last + 1)
    latest = np.full(len(ways.last), last)
    if limits.most is not None:
        latest = np.minimum(latest, reading.right[ways.last] + limits.most)
    if limits.within is not None:
        latest = np.minimum(latest, ways.first + limits.within)
    latest = np.maximum(latest, first - 1)
    begin = np.searchsorted(reading.rising, soonest + shift, side="left").astype(np.int64)
    end = np.searchsorted(_apart(found, found.low), latest + shift, side="right").astype(np.int64)
    counts = np.maximum(end - begin, 0)
    following = spread(begin, counts)
    state = np.repeat(np.arange(len(counts)), counts)
    fits: Bools = (reading.after[following] >= soonest[state]) & (
        reading.near[following] <= latest[state]
    )
    fits &= following != ways.last[state]
    following, state = following[fits], state[fits]
    return _merged(found, following, ways.first[state], limits)


def _earliest(found: Sequences, reading: _Reading, ways: _Ways) -> _Ways:
    """Without limits of time the way that ends soonest in a case leaves most to follow."""
    case = found.case[ways.last]
    order = np.lexsort((reading.left[ways.last], case))
    first = np.append(True, case[order][1:] != case[order][:-1])
    return _Ways(ways.last[order][first], ways.first[order][first])


def _merged(found: Sequences, last: Ints, first: Ints, limits: Limits) -> _Ways:
    """One way for each last event."""
    if len(last) * 8 < len(found):
        ends, place = np.unique(last, return_inverse=True)
    else:
        seen = np.zeros(len(found), dtype=np.bool_)
        seen[last] = True
        ends = np.flatnonzero(seen).astype(np.int64)
        place = (np.cumsum(seen) - 1)[last]
    best = np.full(len(ends), LOW)
    if limits.within is None:
        best[place] = first
    else:
        np.maximum.at(best, place, first)
    return _Ways(ends, best)


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


def _seconds(span: Span | None) -> int | None:
    if span is None:
        return None
    seconds = int(pd.Timedelta(span).total_seconds())
    if not 0 <= seconds < HIGH // 4:
        raise BadTable(f"a limit of time cannot be {span!r}")
    return seconds
