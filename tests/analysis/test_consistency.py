"""Contradictions are found, named, and never invented."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.strategies import placements, table, tables
from timeline.analysis.consistency import contradictions
from timeline.errors import BadTable
from timeline.spans import ALLEN, relate

DAY = 86_400


def said(*statements: tuple[int, str, int]) -> pd.DataFrame:
    return pd.DataFrame(statements, columns=["first", "relation", "second"])


@st.composite
def stories(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    events = draw(tables(2, 3, unbounded=False))
    numbers = st.integers(0, len(events) - 1)
    pairs = st.tuples(numbers, st.sampled_from(ALLEN), numbers).filter(lambda x: x[0] != x[2])
    return events, said(*draw(st.lists(pairs, min_size=1, max_size=3)))


def some_placement_fits(events: pd.DataFrame, statements: pd.DataFrame) -> bool:
    """Try all placements, one event after the other."""

    def fits(placed: list[tuple[int, int]]) -> bool:
        known = [s for s in statements.itertuples() if max(s.first, s.second) < len(placed)]
        if any(relate(*placed[s.first], *placed[s.second]) != s.relation for s in known):
            return False
        if len(placed) == len(events):
            return True
        return any(fits([*placed, way]) for way in placements(events.iloc[len(placed)]))

    return fits([])


@given(stories())
@settings(max_examples=60, deadline=None)
def test_contradicted_exactly_where_no_placement_fits(
    story: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    events, statements = story
    assert contradictions(events, statements).empty == some_placement_fits(events, statements)


def test_a_circle_is_told_with_its_sentences() -> None:
    events = table([(None,) * 4] * 3, event=["A", "B", "C"], sentence=["a.", "b.", "c."])
    statements = said((0, "before", 1), (1, "before|meets", 2), (2, "before", 0)).assign(
        sentence=["A came before B.", "B led to C.", "C came first."]
    )
    found = contradictions(events, statements)
    assert found["kind"].tolist() == ["relations"]
    for words in ("A before B", "B before or meets C", "C before A"):
        assert words in found.loc[0, "contradiction"]
    assert found.loc[0, "rows"] == (0, 1, 2)
    assert set(found.loc[0, "sentences"]) >= set(statements["sentence"]) | {"a.", "b.", "c."}


def test_a_chain_against_dates_names_the_dates() -> None:
    events = table(
        [(10 * DAY, 11 * DAY, 10 * DAY, 11 * DAY), (None,) * 4, (0, DAY, 0, DAY)],
        event=["the fire", "the inquiry", "the report"],
    )
    found = contradictions(events, said((0, "before", 1), (1, "before", 2)))
    assert len(found) == 1
    text = found.loc[0, "contradiction"]
    assert "the fire begins not before 1970-01-11" in text or "the fire ends not before" in text
    assert "the report" in text


def test_the_order_column_is_held_against_the_dates() -> None:
    events = table([(5, 6, 5, 6), (1, 2, 1, 2), (5, 6, 5, 6)], order=[1, 2, 2])
    found = contradictions(events)
    assert found["kind"].tolist() == ["order"]
    assert found["rows"].tolist() == [(0, 1)]


def test_rows_of_one_rank_need_no_order() -> None:
    assert contradictions(table([(5, 6, 5, 6), (1, 2, 1, 2)], order=[1, 1])).empty


def test_a_row_that_ends_before_it_begins_is_told_once() -> None:
    found = contradictions(table([(5, 4, None, None), (1, 2, None, None)]))
    assert found["kind"].tolist() == ["dates"]
    assert "row 0 would end before it begins" in found.loc[0, "contradiction"]


def test_independent_contradictions_are_all_told() -> None:
    events = table([(None,) * 4] * 4)
    statements = said((0, "before", 1), (1, "before", 0), (2, "before", 3), (3, "before", 2))
    assert sorted(contradictions(events, statements)["rows"]) == [(0, 1), (2, 3)]


def test_nothing_said_is_nothing_contradicted() -> None:
    events = table([(0, 1, 0, 1), (5, 6, 5, 6)])
    assert contradictions(events, said((0, "before", 1))).empty
    silent = pd.DataFrame({"first": [0], "second": [1], "relation": [None]})
    assert contradictions(events, silent).empty


def test_unknown_rows_are_named() -> None:
    with pytest.raises(BadTable, match="row 7"):
        contradictions(table([(0, 1, 0, 1)]), said((0, "before", 7)))


def test_many_events_and_a_long_chain_end() -> None:
    events = table([(None,) * 4] * 3_000)
    links = pd.DataFrame({"first": np.arange(2_999), "second": np.arange(1, 3_000)})
    links["relation"] = "before"
    assert contradictions(events, links).empty
    links.loc[len(links)] = [2_999, 0, "before"]
    assert len(contradictions(events, links).loc[0, "rows"]) == 3_000
