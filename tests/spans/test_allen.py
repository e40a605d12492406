"""Allen's relations between sure and unsure stretches."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.spans.strategies import law
from timeline.spans import ALLEN, CONVERSE, TimeSpan, possible_relations, relate

# Bounds lie on multiples of GAP, so that four moments in a row fit between any two.
GAP, MOST = 3, 2
FIRST, LAST = -GAP, GAP * MOST + GAP


@st.composite
def uncertain(draw: st.DrawFn) -> TimeSpan:
    """Outer and inner bounds that leave room for at least one stretch."""
    start = draw(st.none() | st.integers(0, MOST - 1))
    end = draw(st.none() | st.integers((start or 0) + 1, MOST))
    low, high = 0 if start is None else start, MOST if end is None else end
    latest = draw(st.none() | st.integers(low, high))
    earliest = draw(st.none() | st.integers(low, high))
    bounds = (n if n is None else n * GAP for n in (start, end, latest, earliest))
    first, last, start_latest, end_earliest = bounds
    return TimeSpan(first, last, None, start_latest, end_earliest)


def choices(span: TimeSpan) -> list[tuple[int, int]]:
    """Every stretch of whole steps that the bounds allow."""
    highest = next((n for n in (span.start_latest, span.end) if n is not None), LAST)
    lowest = next((n for n in (span.end_earliest, span.start) if n is not None), FIRST)
    starts = range(FIRST if span.start is None else span.start, highest + 1)
    ends = range(lowest, (LAST if span.end is None else span.end) + 1)
    return [(start, end) for start, end in product(starts, ends) if start < end]


proper = st.tuples(st.integers(0, 6), st.integers(1, 6)).map(lambda pair: (pair[0], sum(pair)))


@law
@given(proper, proper)
def test_the_relation_the_other_way_round_is_the_converse(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    assert relate(*b, *a) == CONVERSE[relate(*a, *b)]


def test_the_thirteen_relations_of_allens_paper() -> None:
    # A. J. F. Allen (1983), figure 2: the ends of a, against b from 10 to 20.
    told = {
        "before": (1, 5),
        "meets": (1, 10),
        "overlaps": (1, 15),
        "finished_by": (1, 20),
        "contains": (1, 25),
        "starts": (10, 15),
        "equals": (10, 20),
        "started_by": (10, 25),
        "during": (12, 15),
        "finishes": (12, 20),
        "overlapped_by": (12, 25),
        "met_by": (20, 25),
        "after": (22, 25),
    }
    assert tuple(told) == ALLEN
    for name, ends in told.items():
        assert relate(*ends, 10, 20) == name


def test_every_two_proper_stretches_have_exactly_one_relation() -> None:
    ends = [(start, end) for start, end in product(range(5), repeat=2) if start < end]
    found = {relate(*a, *b) for a, b in product(ends, repeat=2)}
    assert found == set(ALLEN)


def test_converses_come_in_pairs() -> None:
    assert set(CONVERSE) == set(ALLEN)
    assert all(CONVERSE[CONVERSE[name]] == name for name in ALLEN)
    assert [name for name in ALLEN if CONVERSE[name] == name] == ["equals"]


@law
@given(uncertain(), uncertain())
def test_the_possible_relations_are_those_of_all_stretches_within_the_bounds(
    a: TimeSpan, b: TimeSpan
) -> None:
    ones, others = choices(a), choices(b)
    assume(ones and others)
    found = {relate(*one, *other) for one, other in product(ones, others)}
    assert possible_relations(a, b) == found


@law
@given(uncertain(), uncertain())
def test_knowing_less_rules_out_less(a: TimeSpan, b: TimeSpan) -> None:
    known = possible_relations(a, b)
    for wider in (
        TimeSpan(None, a.end, None, a.start_latest, a.end_earliest),
        TimeSpan(a.start, None, None, a.start_latest, a.end_earliest),
        TimeSpan(a.start, a.end, None, None, a.end_earliest),
        TimeSpan(a.start, a.end, None, a.start_latest, None),
    ):
        assert known <= possible_relations(wider, b)


@pytest.mark.parametrize(
    ("a", "b", "relations"),
    [
        (TimeSpan.day(2022, 9, 3), TimeSpan.day(2022, 9, 5), {"before"}),
        (TimeSpan.day(2022, 9, 3), TimeSpan.day(2022, 9, 4), {"meets"}),
        (TimeSpan.year(2021), TimeSpan.year(2022), {"before", "meets"}),
        (TimeSpan.year(2022).throughout(), TimeSpan.month(2022, 9).throughout(), {"contains"}),
        (TimeSpan(None, None), TimeSpan.year(2022), set(ALLEN)),
    ],
)
def test_possible_relations(a: TimeSpan, b: TimeSpan, relations: set[str]) -> None:
    assert possible_relations(a, b) == relations
