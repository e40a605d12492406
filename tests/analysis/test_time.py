"""Gaps, overlaps, concurrency, durations and pace against all placements of tiny tables."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.strategies import FIRST, LAST, days, law, placements, table, tables
from timeline.analysis.bins import UNITS, edges
from timeline.analysis.durations import durations, elapsed, waits
from timeline.analysis.gaps import gaps
from timeline.analysis.overlaps import concurrency, overlaps
from timeline.analysis.pace import pace
from timeline.errors import BadTable
from timeline.spans import Granularity, floor, seconds

DAY = 86_400


def at(value: object) -> int | None:
    """A time or length of a result in seconds."""
    if pd.isna(value):  # type: ignore[call-overload]
        return None
    if isinstance(value, pd.Timedelta):
        return int(value.total_seconds())
    return int(pd.Timestamp(value).timestamp())  # type: ignore[arg-type]


def may_be_silent(events: pd.DataFrame, start: int, end: int) -> bool:
    """Whether all events fit around a stretch, at least one on either side."""
    sides = []
    for row in range(len(events)):
        ways = placements(events.iloc[row])
        sides.append({*("L" for _, e in ways if e <= start), *("R" for b, _ in ways if b >= end)})
    return any(set(way) == {"L", "R"} for way in product(*sides))


@law
@given(tables(1, 4, unbounded=False))
def test_gaps_are_the_longest_stretches_that_may_be_silent(events: pd.DataFrame) -> None:
    found = gaps(events, possible=True)
    stretches = {
        (x, y) for x, y in product(range(8), repeat=2) if x < y and may_be_silent(events, x, y)
    }
    longest = {
        (x, y)
        for x, y in stretches
        if not any(a <= x and y <= b and (a, b) != (x, y) for a, b in stretches)
    }
    assert {(at(row.start), at(row.end)) for row in found.itertuples()} == longest
    assert (found["after"] != found["until"]).all()


@law
@given(tables(1, 4, unbounded=False))
def test_gaps_last_at_least_what_no_event_can_reach_into(events: pd.DataFrame) -> None:
    touched = {
        second
        for row in range(len(events))
        for begin, end in placements(events.iloc[row])
        for second in range(begin, end)
    }
    sure = gaps(events)
    quiet = {
        second
        for row in sure.itertuples()
        for second in range(at(row.start_latest), at(row.end_earliest))
    }
    assert quiet == set(range(min(touched), max(touched) + 1)) - touched
    assert (sure["at_least"] <= sure["at_most"]).all()


def test_a_gap_names_the_events_around_it() -> None:
    events = table([(0, DAY, 0, DAY), (9 * DAY, 10 * DAY, 9 * DAY, 10 * DAY)])
    events.index = pd.Index(["fire", "report"])
    gap = gaps(events, at_least="7D").iloc[0]
    assert (gap["after"], gap["until"]) == ("fire", "report")
    assert gaps(events, at_least="9D").empty


@pytest.mark.parametrize("length", ["a while", "-1D", "NaT"])
def test_what_is_no_length_of_time_is_refused(length: str) -> None:
    events = table([(0, DAY, 0, DAY), (9 * DAY, 10 * DAY, 9 * DAY, 10 * DAY)])
    for analysis in (gaps, overlaps):
        with pytest.raises(BadTable, match="no length of time; write one such as '365D'"):
            analysis(events, at_least=length)


def test_a_table_without_dates_has_no_gaps() -> None:
    assert gaps(table([(None,) * 4])).empty
    assert gaps(table([])).empty


@law
@given(tables(2, 4, unbounded=False))
def test_overlaps_are_bounded_by_all_placements(events: pd.DataFrame) -> None:
    found = overlaps(events).set_index(["first", "second"])
    for first in range(len(events)):
        for second in range(first + 1, len(events)):
            shared = [
                max(0, min(e1, e2) - max(b1, b2))
                for b1, e1 in placements(events.iloc[first])
                for b2, e2 in placements(events.iloc[second])
            ]
            if max(shared) == 0:
                assert (first, second) not in found.index
            else:
                row = found.loc[(first, second)]
                assert (at(row["at_least"]), at(row["at_most"])) == (min(shared), max(shared))
                assert row["surely"] == (min(shared) > 0)


def test_too_many_overlaps_are_refused() -> None:
    with pytest.raises(BadTable, match="limit 10"):
        overlaps(table([(0, 5, 0, 5)] * 10), limit=10)


@law
@given(tables(1, 4))
def test_concurrency_is_bounded_by_all_placements(events: pd.DataFrame) -> None:
    steps = concurrency(events)
    allowed = [placements(events.iloc[row]) for row in range(len(events))]
    for second in range(7):
        least = sum(all(b <= second < e for b, e in ways) for ways in allowed)
        most = sum(any(b <= second < e for b, e in ways) for ways in allowed)
        undated = events.isna().all(axis=1).sum()  # says nothing of any time
        step = [
            row
            for row in steps.itertuples()
            if (at(row.start) is None or at(row.start) <= second)
            and (at(row.end) is None or second < at(row.end))
        ]
        assert len(step) <= 1
        shown = (step[0].at_least, step[0].at_most) if step else (0, 0)
        assert shown == (least, most - undated)


@law
@given(tables(1, 4))
def test_durations_are_bounded_by_all_placements(events: pd.DataFrame) -> None:
    found = durations(events)
    for row in range(len(events)):
        lengths = [e - b for b, e in placements(events.iloc[row])]
        open_end = events.loc[row, ["start", "end"]].isna().any()
        least, most = at(found.loc[row, "at_least"]), at(found.loc[row, "at_most"])
        assert most == (None if open_end else max(lengths))
        # Less than a second is not told apart from nothing.
        assert max(least, 1) == min(lengths)


@law
@given(
    tables(2, 2, unbounded=False),
    st.sampled_from(["start", "end"]),
    st.sampled_from(["start", "end"]),
)
def test_elapsed_is_bounded_by_all_placements(events: pd.DataFrame, since: str, to: str) -> None:
    row = elapsed(events, 0, 1, since=since, to=to).iloc[0]
    lengths = [
        second[to == "end"] - first[since == "end"]
        for first in placements(events.iloc[0])
        for second in placements(events.iloc[1])
    ]
    assert (at(row["at_least"]), at(row["at_most"])) == (min(lengths), max(lengths))


@law
@given(tables(2, 2))
def test_elapsed_turns_sign_when_events_change_places(events: pd.DataFrame) -> None:
    there, back = elapsed(events, 0, 1).iloc[0], elapsed(events, 1, 0).iloc[0]
    assert at(there["at_least"]) == (None if pd.isna(back["at_most"]) else -at(back["at_most"]))


def test_elapsed_finds_events_by_their_words() -> None:
    events = table([(0, 1, 0, 1), (9, 10, 9, 10)], event=["The fire", "The report on the fire"])
    assert at(elapsed(events, "report", 0)["at_least"].iloc[0]) == -9
    with pytest.raises(BadTable, match="2 rows for 'fire'"):
        elapsed(events, "fire", "report")
    with pytest.raises(BadTable, match="no row for 'flood'"):
        elapsed(events, "flood", "report")
    with pytest.raises(BadTable, match="'middle'"):
        elapsed(events, 0, 1, since="middle")


@law
@given(tables(0, 5))
def test_waits_are_elapsed_between_neighbours(events: pd.DataFrame) -> None:
    for step in waits(events).itertuples():
        row = elapsed(events, step.first, step.second).iloc[0]
        assert at(step.at_least) == at(row["at_least"])
        assert at(step.at_most) == at(row["at_most"])


@law
@given(days(), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_pace_counts_every_event_once_on_average(events: pd.DataFrame, by: str) -> None:
    found = pace(events, by=by)
    assert found["expected"].sum() == pytest.approx(len(events))
    assert (found["at_least"] <= found["expected"] + 1e-9).all()
    assert (found["expected"] <= found["at_most"] + 1e-9).all()
    assert (found["start"].iloc[1:].to_numpy() == found["end"].iloc[:-1].to_numpy()).all()


@given(days(most=5, horizon=100))
@settings(max_examples=30, deadline=None)
def test_expected_pace_is_the_average_of_all_placements(events: pd.DataFrame) -> None:
    mean: dict[int, float] = {}
    for row in range(len(events)):
        start, end = at(events.loc[row, "start"]), at(events.loc[row, "end"])
        hours = np.arange(
            start, end if pd.isna(events.loc[row, "start_latest"]) else start + 1, 3_600
        )
        for hour in hours:
            week = floor(Granularity.WEEK, int(hour))
            mean[week] = mean.get(week, 0.0) + 1 / len(hours)
    found = pace(events, by="week")
    for row in found.itertuples():
        assert row.expected == pytest.approx(mean.get(at(row.start), 0.0), abs=1e-3)


@given(
    st.sampled_from([unit for unit in UNITS if unit != "second"]),
    st.integers(seconds(-200), seconds(2200)),
    st.integers(0, 3 * 365 * DAY),
)
@settings(max_examples=200, deadline=None)
def test_edges_are_the_calendar_s_own(by: str, first: int, length: int) -> None:
    line = edges(first, first + length, by)
    unit = Granularity(by)
    assert line[0] == floor(unit, first)
    assert line[-2] <= first + length < line[-1]
    assert all(floor(unit, int(edge)) == edge for edge in line[:50])
    assert all(floor(unit, int(edge) - 1) == before for before, edge in pairwise(line[:50]))


def test_events_without_a_bound_are_not_counted_but_told() -> None:
    found = pace(table([(0, DAY, 0, DAY), (None, DAY, None, None)]), by="day")
    assert found["at_least"].tolist() == [1]
    assert found.attrs["open"] == 1
    assert pace(table([(None,) * 4])).empty


def test_units_that_cannot_be_counted_by_are_refused() -> None:
    events = table([(0, DAY, 0, DAY), (10**10, 10**10 + 1, None, None)])
    with pytest.raises(BadTable, match="no unit 'fortnight'"):
        pace(events, by="fortnight")
    with pytest.raises(BadTable, match="coarser"):
        pace(events, by="second")


def test_the_tiny_calendar_has_room() -> None:
    assert FIRST < 0
    assert LAST > 7
