"""Comparing accounts, what was known when, and what moves with another reading."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.strategies import law, rows, table
from timeline.analysis.accounts import compare
from timeline.analysis.knowledge import as_it_stood, known_when
from timeline.analysis.matching import same_events
from timeline.analysis.moves import moves
from timeline.errors import BadTable
from timeline.spans import TimeSpan


def told(*events: tuple[str, str], **columns: object) -> pd.DataFrame:
    """A table from pairs of EDTF and words."""
    spans = [TimeSpan.from_edtf(when) if when else TimeSpan(None, None) for when, _ in events]
    found = table([(s.start, s.end, s.start_latest, s.end_earliest) for s in spans])
    return found.assign(
        when=[when or None for when, _ in events],
        event=[event for _, event in events],
        sentence=[f"{event}." for _, event in events],
        **columns,
    )


EVENING = told(
    ("1931-06-02", "Fire broke out in the granary of the old harbour"),
    ("1931-06-02", "Firemen rescued nine sailors from the barge Emilia"),
    ("1931-06-05", "The harbour master resigned"),
    ("1931-06", "Divers raised the barge Emilia"),
)
MORNING = told(
    ("1931-06-01", "A fire in the granary broke out at the old harbour"),
    ("1931-06-09", "The harbour master resigned over the fire"),
    ("1931-06-08", "Nine sailors were rescued from the barge Emilia"),
    ("1931-07-01", "The insurers refused to pay"),
)


def test_comparison_tells_what_both_tell_and_one_leaves_out() -> None:
    found = compare(EVENING, MORNING)
    both = found[found["told"] == "both"].set_index("first")["second"].to_dict()
    assert both == {0: 0, 1: 2, 2: 1}
    assert found.loc[found["told"] == "only first", "event_first"].tolist() == [
        "Divers raised the barge Emilia"
    ]
    assert found.loc[found["told"] == "only second", "sentence_second"].tolist() == [
        "The insurers refused to pay."
    ]


def test_comparison_tells_where_dates_and_order_disagree() -> None:
    found = compare(EVENING, MORNING)
    rescue = found[found["first"] == 1].iloc[0]
    assert rescue["dates"] == "disagree"
    assert rescue["apart"] == pd.Timedelta(days=5)
    assert (rescue["when_first"], rescue["when_second"]) == ("1931-06-02", "1931-06-08")
    # The morning paper has the rescue before the resignation, as the evening paper has.
    assert found["order_disagrees"].tolist() == [()] * 5
    turned = MORNING.copy()
    turned.loc[2, ["start", "start_latest"]] = pd.Timestamp("1931-06-20")
    turned.loc[2, ["end", "end_earliest"]] = pd.Timestamp("1931-06-21")
    disagreeing = compare(EVENING, turned).set_index("first")["order_disagrees"]
    assert disagreeing[1] == (2,)
    assert disagreeing[2] == (1,)


def test_vaguer_dates_are_compatible_and_missing_ones_unknown() -> None:
    one = told(("1931-06", "The granary burned"), ("", "The master resigned"))
    other = told(("1931-06-02", "The granary burned"), ("1931", "The master resigned"))
    assert compare(one, other)["dates"].tolist() == ["compatible", "unknown"]
    assert compare(one, one)["dates"].tolist() == ["same", "unknown"]


def test_comparison_is_the_same_from_the_other_side() -> None:
    there, back = compare(EVENING, MORNING), compare(MORNING, EVENING)
    turn = {"first": "second", "second": "first"}
    pairs = {(a, b) for a, b in zip(there["first"], there["second"], strict=True)}
    assert pairs == {(b, a) for a, b in zip(back["first"], back["second"], strict=True)}
    assert sorted(there["dates"].dropna()) == sorted(back["dates"].dropna())
    assert set(turn) <= set(there.columns)


def test_a_thing_told_twice_is_no_event_of_its_own() -> None:
    twice = told(("1931-06-02", "Fire destroyed the granary"), ("", "The fire destroyed a granary"))
    once = told(("1931-06-02", "Fire destroyed the granary"))
    found = compare(twice, once)
    assert found["told"].tolist() == ["both", "both"]
    assert same_events(twice, once)["again"].tolist() == [False, True]


def test_pairs_may_be_given_by_hand() -> None:
    one, other = told(("1931", "It began")), told(("1931", "The outbreak"))
    assert compare(one, other)["told"].tolist() == ["only first", "only second"]
    by_hand = pd.DataFrame({"first": [0], "second": [0]})
    assert compare(one, other, same=by_hand)["told"].tolist() == ["both"]


def test_accounts_may_be_empty() -> None:
    nothing = EVENING.iloc[:0]
    assert compare(EVENING, nothing)["told"].tolist() == ["only first"] * 4
    assert compare(nothing, nothing).empty


def test_two_rows_of_one_label_are_refused() -> None:
    double = pd.concat([EVENING, EVENING])
    with pytest.raises(BadTable, match="reset_index"):
        compare(double, MORNING)


def story() -> pd.DataFrame:
    return pd.concat(
        [
            told(("1931", "Fire destroyed the harbour granary"), ("", "The master resigned")),
            told(("1931-06", "The fire destroyed a harbour granary")),
            told(
                ("1931-06", "Fire destroyed the harbour granary"), ("1931", "The master resigned")
            ),
            told(("1932-01", "Fire destroyed the harbour granary")),
        ],
        ignore_index=True,
    ).assign(
        document=["a", "a", "b", "c", "c", "d"],
        published=pd.to_datetime(
            ["1931-07-01", "1931-07-01", "1931-08-01", "1931-09-01", "1931-09-01", "1932-02-01"]
        ).astype("datetime64[s]"),
    )


def test_what_became_known_when() -> None:
    news = known_when(story())
    assert news[["document", "change"]].to_numpy().tolist() == [
        ["a", "first told"],
        ["a", "first told"],
        ["b", "dated more closely"],
        ["c", "dated"],
        ["d", "redated"],
    ]
    assert news["same"].nunique() == 2
    everything = known_when(story(), news=False)
    assert everything["change"].tolist().count("told again") == 1


def test_a_plan_that_comes_true_is_news() -> None:
    events = told(("1931-06-02", "The bridge opens"), ("1931-06-02", "The bridge opens")).assign(
        status=["planned", "asserted"],
        published=pd.to_datetime(["1931-05-01", "1931-06-03"]),
    )
    assert known_when(events)["change"].tolist() == ["first told", "status: planned → asserted"]


def test_the_story_as_it_stood() -> None:
    events = story()
    assert as_it_stood(events, "1931-07-31")["when"].fillna("").tolist() == ["1931", ""]
    september = as_it_stood(events, "1931-09-01")
    assert september["when"].tolist() == ["1931-06", "1931"]
    assert september["times_told"].tolist() == [3, 2]
    assert september["first_published"].unique().tolist() == [pd.Timestamp("1931-07-01")]
    assert as_it_stood(events, "1930-01-01").empty


def test_events_may_be_numbered_by_the_user() -> None:
    events = story().assign(affair=["fire", None, "fire", "fire", None, "fire"])
    assert known_when(events, same="affair")["change"].tolist() == [
        "first told",
        "first told",
        "dated more closely",
        "first told",
        "redated",
    ]


def test_publication_is_needed() -> None:
    with pytest.raises(BadTable, match="'published'"):
        known_when(EVENING)
    events = EVENING.assign(published=pd.NaT)
    with pytest.raises(BadTable, match="row 0"):
        as_it_stood(events, "1931-07-01")


def reading(*times: TimeSpan, order: list[int] | None = None) -> pd.DataFrame:
    found = table([(s.start, s.end, s.start_latest, s.end_earliest) for s in times])
    offsets = list(range(0, 10 * len(times), 10))
    return found.assign(
        event=[f"event {n}" for n in offsets],
        trigger_start=offsets,
        trigger_end=[n + 5 for n in offsets],
        order=order or list(range(1, len(times) + 1)),
    )


def test_moves_between_two_readings() -> None:
    may = TimeSpan.month
    before = reading(
        may(2022, 5), may(2022, 6), TimeSpan(None, None), may(2022, 8), order=[1, 2, 3, 4]
    )
    after = reading(
        may(2021, 5), may(2022, 6), may(2022, 7), TimeSpan(None, None), order=[1, 3, 4, 5]
    )
    found = moves(before, after).set_index("before")
    assert found["change"].to_dict() == {0: "moved", 1: "same time", 2: "dated", 3: "undated"}
    assert found.loc[0, "by_least"] == pd.Timedelta(days=-365)
    assert found.loc[1, "order_after"] == 3
    assert moves(before, before).empty
    assert len(moves(before, before, all_rows=True)) == 4


def test_events_read_only_once_appear_or_go() -> None:
    before = reading(TimeSpan.month(2022, 5), TimeSpan.month(2022, 6))
    assert moves(before, before.iloc[:1])["change"].tolist() == ["gone"]
    appeared = moves(before.iloc[:1], before)
    assert appeared["change"].tolist() == ["appeared"]
    assert appeared["event"].tolist() == ["event 10"]


@law
@given(st.lists(rows(), min_size=1, max_size=4), st.integers(-1000, 1000))
def test_moving_all_dates_moves_every_dated_event_alike(bounds: list, shift: int) -> None:
    offsets = list(range(len(bounds)))
    before = table(bounds, trigger_start=offsets, trigger_end=offsets)
    times = ["start", "end", "start_latest", "end_earliest"]
    after = before.assign(**{name: before[name] + pd.Timedelta(seconds=shift) for name in times})
    found = moves(before, after)
    dated = before[times].notna().any(axis=1).sum()
    assert len(found) == (dated if shift else 0)
    assert set(found["by_least"].dropna()) <= {pd.Timedelta(seconds=shift)}


def test_rows_may_be_labelled_on_two_levels() -> None:
    news = told(("2022-01-01", "Troops left"), published=pd.to_datetime(["2022-01-02"]))
    news.index = pd.MultiIndex.from_tuples([("wire", 1)])
    assert known_when(news)["row"].tolist() == [("wire", 1)]
