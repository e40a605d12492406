"""From a row's dates to what is drawn: what is sure, what is possible, what is open."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.charts.frames import seconds_of
from timeline.charts.words import in_words
from timeline.spans import DAY
from timeline.spans.edtf import zone_told
from timeline.table.clocks import home_of, shift

#: The status of an event as the eye is told it; a reported one is asserted by somebody else.
REPORTED = "reported"


def marks(frame: pd.DataFrame, published: float | None = None) -> pd.DataFrame:
    """The drawn shape of each row of a tidy frame, in seconds since 1970.

    Clock times of several zones stand where the clock of the zone most rows tell shows them. What
    has gone on "since" and has no end is surely under way until publication, or until the
    last moment that the frame knows.

    `left` and `right` are the outer edges (NaN where open), `sure_from` and `sure_to` the stretch
    in which the event was surely under way (NaN where there is none), `open_left` and
    `open_right` tell that it goes on beyond an edge, `undated` that only its place in the order
    is known, `loose` that nothing but publication bounds it, `status` how it is told, `words` its
    date in words.
    """
    home = home_of(frame)
    ahead = shift(frame, home)
    start, end = seconds_of(frame["start"]) + ahead, seconds_of(frame["end"]) + ahead
    first = seconds_of(frame["start_latest"]) + ahead
    last = seconds_of(frame["end_earliest"]) + ahead
    ongoing = frame["ongoing"].to_numpy(dtype=bool)
    still = (frame["relation"] == "since").fillna(False).to_numpy(dtype=bool) & np.isnan(end)
    if still.any():
        horizon = _horizon(published, start, end, first, last)
        end = np.where(still, np.fmax(horizon, start), end)
        last = np.where(still & np.isnan(last), horizon, last)
        ongoing = ongoing | still
    # What lasted "until" was surely under way before that, nobody knows since when.
    until = (frame["relation"] == "until").fillna(False).to_numpy(dtype=bool)
    until &= np.isnan(start) & np.isnan(first) & ~np.isnan(last)
    first = np.where(until, last, first)
    sure = (first < last) | until
    beyond = _after_long_ago(start, end, sure, published)
    end = np.where(beyond, np.nan, end)
    undated = np.isnan(start) & np.isnan(end) & ~sure
    order = frame["order"].to_numpy()
    # A table that nobody read from a text has no place for them: they come last for want of one.
    nowhere = undated & frame["basis"].isna().to_numpy() & (order == order.max(initial=0))
    left, right = _between(order, start, end, undated & ~nowhere)
    sides = {
        "left": left,
        "right": right,
        "sure_from": np.where(sure, first, np.nan),
        "sure_to": np.where(sure, last, np.nan),
        "open_left": np.isnan(left) & ~undated,
        "open_right": (np.isnan(right) | ongoing) & ~undated,
        "undated": undated,
        "loose": _loose(left, right, np.where(sure, first, np.nan), published) & ~undated | nowhere,
        "approximate": frame["approximate"].to_numpy(dtype=bool),
        "status": _statuses(frame),
        "words": _words(frame, ongoing, beyond, home is not None),
    }
    return pd.DataFrame(sides)


def _loose(
    left: np.ndarray, right: np.ndarray, sure_from: np.ndarray, published: float | None
) -> np.ndarray:
    """Which rows have one bound and no other, and that is the day of publication."""
    if published is None:
        return np.zeros(len(left), dtype=bool)
    day = published - published % DAY

    def there(edge: np.ndarray) -> np.ndarray:
        return (edge >= day) & (edge <= day + DAY)

    unsure, no_left, no_right = np.isnan(sure_from), np.isnan(left), np.isnan(right)
    before = no_left & there(right) & unsure
    after = no_right & there(left) & unsure
    return np.asarray(before | after | (no_left & no_right & there(sure_from)))


def _after_long_ago(
    start: np.ndarray, end: np.ndarray, sure: np.ndarray, published: float | None
) -> np.ndarray:
    """Which rows lie somewhere between a time of long ago and publication.

    They are known to come after that time, and no more: a bar across most of the chart would say
    nothing else, and hide the rest. Long is a quarter of all the time that is told of.
    """
    edges = np.concatenate([start, end, [np.nan if published is None else published]])
    if published is None or not np.isfinite(edges).any():
        return np.zeros(len(start), dtype=bool)
    told = np.nanmax(edges) - np.nanmin(edges)
    day = published - published % DAY
    late = (end >= day) & (end <= day + DAY)
    return np.asarray(late & ~sure & (end - start > told / 4))


def _between(
    order: np.ndarray, start: np.ndarray, end: np.ndarray, undated: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Gives rows without a date the stretch between their neighbours in the order."""
    left, right = start.copy(), end.copy()
    if not undated.any() or undated.all():
        return left, right
    by_order = np.argsort(order, kind="stable")
    ranks = order[by_order]
    begins = np.fmax.accumulate(np.where(np.isnan(start), end, start)[by_order])
    finishes = np.where(np.isnan(end), start, end)[by_order]
    finishes = np.fmin.accumulate(finishes[::-1])[::-1]
    for i in np.flatnonzero(undated):
        before = int(np.searchsorted(ranks, order[i], "left")) - 1
        after = int(np.searchsorted(ranks, order[i], "right"))
        low = begins[before] if before >= 0 else np.nan
        high = finishes[after] if after < len(ranks) else np.nan
        left[i], right[i] = (low, high) if not low > high else (high, low)
    return left, right


def _statuses(frame: pd.DataFrame) -> np.ndarray:
    status = frame["status"].fillna("asserted").to_numpy(dtype=object)
    told = frame["attribution"].notna() | (frame["kind"] == "reporting").fillna(False)
    return np.where((status == "asserted") & told.to_numpy(dtype=bool), REPORTED, status)


def _horizon(published: float | None, *edges: np.ndarray) -> float:
    if published is not None:
        return float(published - published % DAY + DAY)
    known = np.concatenate(edges)
    return float(np.nanmax(known)) if np.isfinite(known).any() else np.nan


def _words(frame: pd.DataFrame, ongoing: np.ndarray, beyond: np.ndarray, zoned: bool) -> list[str]:
    edges = [seconds_of(frame[n]) for n in ("start", "end", "start_latest", "end_earliest")]
    edges[1] = np.where(beyond, np.nan, edges[1])
    known: dict[tuple[object, ...], str] = {}
    relations = [None if pd.isna(r) else str(r) for r in frame["relation"]]
    whole = [[None if np.isnan(v) else int(v) for v in edge] for edge in edges]
    zones = [zone_told(str(when)) if zoned else None for when in frame["when"]]
    flags = zip(frame["approximate"], ongoing, zones, strict=True)
    words = []
    for start, end, first, last, relation, (about, ongoing, zone) in zip(
        *whole, relations, flags, strict=True
    ):
        key = (start, end, first, last, relation, about, ongoing, zone)
        if key not in known:
            known[key] = in_words(
                start,
                end,
                relation,
                (first, last),
                approximate=bool(about),
                ongoing=bool(ongoing),
                zone=zone,
            )
        words.append(known[key])
    return words
