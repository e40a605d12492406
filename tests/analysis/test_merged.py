"""One event told by many articles, and the dates that most of them speak of."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.strategies import days, law
from tests.analysis.test_accounts import told
from timeline.analysis import key_dates, merged, moments, same_numbers
from timeline.analysis.bins import edges
from timeline.errors import BadTable


def wire() -> pd.DataFrame:
    """Three papers on a fire, in no order; one of them tells it twice."""
    return told(
        ("1931-06-02", "Fire broke out in the granary of the old harbour"),
        ("1931-06-05", "The harbour master resigned"),
        ("1931-06", "A fire broke out in the harbour granary"),
        ("1931-06-04", "The fire in the harbour granary broke out"),
        ("1931-06-05", "The harbour master resigned over it"),
        ("", "The insurers refused to pay"),
        ("1933-06-02", "Fire broke out in the granary of the old harbour"),
        document=["b", "b", "a", "c", "c", "c", "d"],
        published=pd.to_datetime(
            ["1931-06-06"] * 2 + ["1931-06-03"] + ["1931-06-09"] * 3 + ["1933-06-03"]
        ),
        salience=[0.9, 0.5, 0.8, 0.7, 0.6, 0.4, 0.9],
        colour=list("rgbywok"),
    )


def test_an_event_that_many_tell_is_one_row_with_all_its_sources() -> None:
    found = merged(wire())
    fire = found.iloc[0]
    assert (fire["told"], fire["documents"], fire["rows"]) == (3, ("a", "b", "c"), (2, 0, 3))
    assert fire["whens"] == ("1931-06", "1931-06-02", "1931-06-04")
    # Two days that cannot both be right; the row shown is one that somebody wrote.
    assert (fire["dates"], fire["when"], fire["colour"]) == ("disagree", "1931-06-02", "r")
    assert str(fire["first_published"].date()) == "1931-06-03"
    assert str(fire["last_published"].date()) == "1931-06-09"
    master = found.iloc[1]
    assert (master["told"], master["dates"]) == (2, "same")
    # The fire of another year is another fire, and an undated event comes last.
    assert found["told"].tolist() == [3, 2, 1, 1]
    assert found["dates"].tolist() == ["disagree", "same", "same", "unknown"]
    assert merged(wire(), apart=None)["told"].tolist() == [4, 2, 1]


def test_events_may_be_named_by_hand() -> None:
    table = wire().assign(affair=["fire", None, "fire", None, None, None, None])
    assert merged(table, same="affair")["told"].tolist() == [2, 1, 1, 1, 1, 1]
    with pytest.raises(BadTable, match="'theme'"):
        merged(table, same="theme")


def test_two_events_of_one_article_stay_two() -> None:
    table = told(("1931", "Fire destroyed the mill"), ("1931", "Fire destroyed the mill"))
    assert len(merged(table.assign(document="a"))) == 2
    # A table of nobody's articles: any two rows may be one.
    assert merged(table)["told"].tolist() == [2]


def test_what_is_only_known_to_be_done_by_a_day_goes_with_that_day() -> None:
    found = merged(
        told(
            ("1931-06-09", "The mayor fled"),
            ("[..1931-06-08]", "All cranes were checked"),
            ("1931-06-05", "The granary burned"),
        )
    )
    assert found["event"].str.split().str[-1].tolist() == ["burned", "checked", "fled"]


def test_nothing_merges_to_nothing() -> None:
    empty = merged(wire().iloc[:0])
    assert empty.empty
    assert {"told", "documents", "dates"} <= set(empty)
    assert key_dates(wire().iloc[:0]).empty


EVENTS = ["Fire destroyed the mill", "Divers raised the barge", "The master resigned"]


@law
@given(days(most=12, horizon=60), st.data())
def test_merging_keeps_every_row_once_and_merging_again_changes_nothing(
    events: pd.DataFrame, data: st.DataObject
) -> None:
    count = len(events)

    def column(values: list[str]) -> list[str]:
        return data.draw(st.lists(st.sampled_from(values), min_size=count, max_size=count))

    table = events.assign(event=column(EVENTS), document=column(["a", "b", "c"]))
    found = merged(table)
    assert sorted(row for rows in found["rows"] for row in rows) == list(range(count))
    assert found["told"].sum() == count
    for row in found.itertuples():
        assert row.Index in row.rows
        assert set(table.loc[list(row.rows), "event"]) == {row.event}
        assert set(row.documents) == set(table.loc[list(row.rows), "document"])
    begin = moments(found)[0]
    assert all(a <= b for a, b in pairwise(begin.tolist()))
    numbers = same_numbers(table)
    assert (numbers[numbers] == numbers).all()


@law
@given(days(most=12, horizon=60), st.data())
def test_key_dates_bound_the_documents_of_every_reading(
    events: pd.DataFrame, data: st.DataObject
) -> None:
    names = data.draw(st.lists(st.sampled_from("abc"), min_size=len(events), max_size=len(events)))
    table = events.assign(event="x", document=names)
    found = key_dates(table, by="week", count=100)
    assert (found["at_least"] <= found["at_most"]).all()
    assert found["at_least"].is_monotonic_decreasing
    low, high = moments(table)
    line = edges(int(low.min()), int(high.max()), "week")
    by_start = found.set_index("start")
    for first, last in pairwise(line.tolist()):
        sure = {names[row] for row in range(len(names)) if first <= low[row] and high[row] < last}
        may = {names[row] for row in range(len(names)) if low[row] < last and high[row] >= first}
        start = pd.Timestamp(np.datetime64(first, "s"))
        if start in by_start.index:
            row = by_start.loc[start]
            assert (row["at_least"], row["at_most"]) == (len(sure), len(may))
        else:
            assert not sure


def test_key_dates_show_the_most_salient_event() -> None:
    found = key_dates(wire(), by="month", count=1).iloc[0]
    assert (found["at_least"], found["events"]) == (3, 5)
    assert (found["event"], found["row"]) == (wire()["event"][0], 0)


def test_text_that_no_encoding_can_hold_stops_nothing() -> None:
    odd = pd.DataFrame({"event": pd.Series(["mill \ud800", "mill \ud800"], dtype=object)})
    odd["start"] = pd.Timestamp("1931-06-02")
    assert merged(odd)["told"].tolist() == [2]
    assert key_dates(odd)["at_least"].tolist() == [2]
