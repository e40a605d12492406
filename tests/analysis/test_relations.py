"""Allen's relations: exact against all placements, and the laws of the algebra."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.strategies import law, placements, rows, table, tables
from timeline.analysis.bounds import bounds
from timeline.analysis.composition import COMPOSITION, compose, converse
from timeline.analysis.relations import (
    EVERY,
    mask,
    names,
    possible,
    relation_matrix,
    relations,
    spread,
)
from timeline.errors import BadTable
from timeline.spans import ALLEN, CONVERSE, TimeSpan, possible_relations, relate


def possible_between(first: pd.DataFrame, second: pd.DataFrame) -> set[str]:
    return set(names(possible(bounds(first), bounds(second))[0]))


@law
@given(tables(2, 2))
def test_possible_is_what_some_placement_shows(pair: pd.DataFrame) -> None:
    shown = {relate(*a, *b) for a in placements(pair.iloc[0]) for b in placements(pair.iloc[1])}
    assert possible_between(pair.iloc[[0]], pair.iloc[[1]]) == shown


@law
@given(tables(2, 2))
def test_converse_of_possible_is_possible_the_other_way(pair: pd.DataFrame) -> None:
    there = possible_between(pair.iloc[[0]], pair.iloc[[1]])
    back = possible_between(pair.iloc[[1]], pair.iloc[[0]])
    assert {CONVERSE[name] for name in there} == back


@law
@given(tables(2, 2), st.integers(0, 1), st.sampled_from(["start", "end", "start_latest"]))
def test_widening_a_bound_never_removes_a_relation(
    pair: pd.DataFrame, row: int, column: str
) -> None:
    before = possible_between(pair.iloc[[0]], pair.iloc[[1]])
    wider = pair.copy()
    wider.loc[row, column] = pd.NaT
    assert before <= possible_between(wider.iloc[[0]], wider.iloc[[1]])


@law
@given(tables(3, 3))
def test_composition_allows_every_triple_that_is_possible(triple: pd.DataFrame) -> None:
    for a in placements(triple.iloc[0])[:6]:
        for b in placements(triple.iloc[1])[:6]:
            for c in placements(triple.iloc[2])[:6]:
                assert relate(*a, *c) in compose(relate(*a, *b), relate(*b, *c))


@law
@given(tables(2, 2))
def test_exact_possible_is_within_the_rough_one_of_spans(pair: pd.DataFrame) -> None:
    spans = [
        TimeSpan(
            *(
                None if pd.isna(row[name]) else int(row[name].timestamp())
                for name in ("start", "end")
            ),
            start_latest=None
            if pd.isna(row["start_latest"])
            else int(row["start_latest"].timestamp()),
            end_earliest=None
            if pd.isna(row["end_earliest"])
            else int(row["end_earliest"].timestamp()),
        )
        for _, row in pair.iterrows()
    ]
    assert possible_between(pair.iloc[[0]], pair.iloc[[1]]) <= possible_relations(*spans)


# Allen 1983, figure 4, in his letters' order: a row "r1" and a column "r2".
@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("before", "before", "before"),
        ("before", "after", "|".join(ALLEN)),
        ("before", "during", "before|overlaps|meets|during|starts"),
        ("before", "contains", "before"),
        ("before", "overlapped_by", "before|overlaps|meets|during|starts"),
        ("before", "met_by", "before|overlaps|meets|during|starts"),
        ("during", "before", "before"),
        ("during", "overlaps", "before|overlaps|meets|during|starts"),
        ("contains", "overlaps", "overlaps|contains|finished_by"),
        ("overlaps", "overlaps", "before|overlaps|meets"),
        ("overlaps", "starts", "overlaps"),
        ("meets", "met_by", "finishes|finished_by|equals"),
        ("meets", "during", "overlaps|during|starts"),
        ("starts", "started_by", "starts|started_by|equals"),
        ("finishes", "starts", "during"),
        ("finishes", "finished_by", "finishes|finished_by|equals"),
    ],
)
def test_composition_has_the_entries_of_allens_figure_4(
    first: str, second: str, together: str
) -> None:
    assert set(compose(first, second)) == set(together.split("|"))


def test_during_after_contains_leaves_all_relations_with_shared_time() -> None:
    shared = set(ALLEN) - {"before", "after", "meets", "met_by"}
    assert set(compose("contains", "during")) == shared


def test_equals_is_neutral_in_composition() -> None:
    for name in ALLEN:
        assert compose("equals", name) == compose(name, "equals") == (name,)


def test_composition_turns_round_under_converse() -> None:
    for first in ALLEN:
        for second in ALLEN:
            forth = converse(compose(first, second))
            assert forth == compose(converse(second), converse(first))


def test_composition_table_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        COMPOSITION[0, 0] = 0


@law
@given(st.lists(st.sampled_from(ALLEN), min_size=1, unique=True))
def test_masks_hold_what_was_put_in(chosen: list[str]) -> None:
    assert set(names(mask(chosen))) == set(chosen)
    assert names(EVERY) == ALLEN


def test_unknown_relation_is_named() -> None:
    with pytest.raises(BadTable, match="'befor'"):
        mask("befor")


@law
@given(tables(0, 6, unbounded=False), st.integers(0, 4))
def test_within_keeps_exactly_the_near_pairs(events: pd.DataFrame, reach: int) -> None:
    known = bounds(events)
    every = relations(events)
    gap = np.maximum(
        known.begin_low[every["second"]] - known.end_high[every["first"]],
        known.begin_low[every["first"]] - known.end_high[every["second"]],
    )
    near = relations(events, within=f"{reach}s")
    pd.testing.assert_frame_equal(near, every[gap <= reach].reset_index(drop=True))


@law
@given(tables(0, 5))
def test_matrix_agrees_with_the_list(events: pd.DataFrame) -> None:
    matrix = relation_matrix(events)
    for row in relations(events).itertuples():
        assert matrix.loc[row.first, row.second] == row.possible


def test_relations_across_two_tables() -> None:
    day = table([(0, 86_400, 0, 86_400)])
    next_day = table([(86_400, 172_800, 86_400, 172_800)])
    assert relations(day, next_day)["relation"].tolist() == ["meets"]


def test_too_many_pairs_are_refused_with_a_way_out() -> None:
    events = table([(0, 1, 0, 1)] * 50)
    with pytest.raises(BadTable, match="within"):
        relations(events, limit=100)
    with pytest.raises(BadTable, match="more than 100 pairs"):
        relations(events, within="1s", limit=100)
    with pytest.raises(BadTable, match="at most 20"):
        relation_matrix(events, limit=20)


@law
@given(st.lists(st.tuples(st.integers(-5, 5), st.integers(0, 4))))
def test_spread_writes_out_ranges(ranges: list[tuple[int, int]]) -> None:
    low = np.array([a for a, _ in ranges], dtype=np.int64)
    counts = np.array([n for _, n in ranges], dtype=np.int64)
    assert spread(low, counts).tolist() == [a + i for a, n in ranges for i in range(n)]


@law
@given(rows())
def test_an_event_equals_itself(row: tuple[int | None, ...]) -> None:
    event = table([row])  # type: ignore[list-item]
    assert relation_matrix(event).loc[0, 0] == "equals"
