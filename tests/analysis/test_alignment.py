"""Alignment: published distances, and the laws of a distance."""

from __future__ import annotations

import string
import sys
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.strategies import law
from timeline.analysis.alignment import Costs, align, distance, distances
from timeline.analysis.clusters import clusters
from timeline.errors import BadTable, MissingExtra
from timeline.late import Late

WORDS = st.text("ABC", max_size=7)
COSTS = st.builds(Costs, st.sampled_from([0.5, 1.0, 2.0]), st.sampled_from([0.5, 1.0, 3.0]))


def story(word: str) -> pd.DataFrame:
    """A story whose events, a day each, have the letters of a word for types."""
    days = pd.date_range("2022-01-01", periods=len(word)).astype("datetime64[s]")
    return pd.DataFrame({"start": days, "type": pd.array(list(word), dtype="str")})


def cost(first: str, second: str, costs: Costs) -> float:
    """Needleman and Wunsch cell by cell."""
    table = np.zeros((len(first) + 1, len(second) + 1))
    table[0, :] = np.arange(len(second) + 1) * costs.leave_out
    table[:, 0] = np.arange(len(first) + 1) * costs.leave_out
    for i, a in enumerate(first, 1):
        for j, b in enumerate(second, 1):
            table[i, j] = min(
                table[i - 1, j - 1] + (0 if a == b else costs.replace),
                table[i - 1, j] + costs.leave_out,
                table[i, j - 1] + costs.leave_out,
            )
    return float(table[-1, -1])


@pytest.mark.parametrize(
    ("first", "second", "costs", "expected"),
    [
        # Jurafsky and Martin, "Speech and Language Processing", section 2.5 (2nd and 3rd ed.).
        ("intention", "execution", Costs(1, 2), 8),
        ("intention", "execution", Costs(1, 1), 5),
        # The usual classroom pair of Levenshtein's distance.
        ("kitten", "sitting", Costs(1, 1), 3),
        # Wikipedia, "Needleman–Wunsch algorithm": GCATGCG and GATTACA score 0 with +1 for a
        # match, -1 for a mismatch and -1 for a gap: score = 7 - cost with these costs.
        ("GCATGCG", "GATTACA", Costs(1.5, 2), 7),
    ],
)
def test_published_distances(first: str, second: str, costs: Costs, expected: float) -> None:
    assert distance(story(first), story(second), costs=costs) == (expected, expected)
    assert align(story(first), story(second), costs=costs).attrs["distance"] == expected


@law
@given(WORDS, WORDS, COSTS)
def test_distance_is_that_of_the_textbook(first: str, second: str, costs: Costs) -> None:
    assert distance(story(first), story(second), costs=costs)[1] == cost(first, second, costs)


@law
@given(WORDS, WORDS, COSTS)
def test_alignment_is_symmetric_and_complete(first: str, second: str, costs: Costs) -> None:
    there, back = (
        align(story(first), story(second), costs=costs),
        align(story(second), story(first), costs=costs),
    )
    assert there.attrs["distance"] == back.attrs["distance"]
    assert "".join(there["type_first"].dropna()) == first
    assert "".join(there["type_second"].dropna()) == second
    same = there[there["operation"] == "same"]
    assert (same["type_first"] == same["type_second"]).all()
    assert (same["cost"] == 0).all()


@law
@given(WORDS, WORDS, WORDS)
def test_distance_is_a_metric(first: str, second: str, third: str) -> None:
    a, b, c = (story(word) for word in (first, second, third))
    assert (distance(a, b)[1] == 0) == (first == second)
    assert distance(a, c)[1] <= distance(a, b)[1] + distance(b, c)[1]


@law
@given(st.lists(WORDS.filter(bool), min_size=1, max_size=5))
def test_table_of_distances_agrees_with_pairs(words: list[str]) -> None:
    cases = [story(word).assign(document=str(n)) for n, word in enumerate(words)]
    matrix = distances(pd.concat(cases, ignore_index=True))
    for i, first in enumerate(words):
        for j, second in enumerate(words):
            assert matrix.loc[str(i), str(j)] == distance(story(first), story(second))[1]


@law
@given(WORDS, st.data())
def test_events_that_cannot_be_told_apart_may_cost_nothing(word: str, data: st.DataObject) -> None:
    """The same events of one month, written in any order, are no different story."""
    other = "".join(data.draw(st.permutations(word)))
    month = {"start": pd.Timestamp("2022-09-01"), "end": pd.Timestamp("2022-10-01")}
    inner = {"start_latest": pd.NaT, "end_earliest": pd.NaT}
    one, two = (story(letters).assign(**month, **inner) for letters in (word, other))
    assert distance(one, two)[0] == align(one, two).attrs["distance"] == 0.0
    # They may as well have come about in two different orders.
    assert (distance(one, two)[1] > 0) == (len(set(word)) > 1)


SHORT = st.text("ABC", max_size=4)


@law
@given(SHORT, SHORT, COSTS)
def test_distances_are_bounds_for_every_order(first: str, second: str, costs: Costs) -> None:
    month = {"start": pd.Timestamp("2022-09-01"), "end": pd.Timestamp("2022-10-01")}
    loose = story(first).assign(**month, start_latest=pd.NaT, end_earliest=pd.NaT)
    least, most = distance(loose, story(second), costs=costs)
    for order in {"".join(way) for way in permutations(first)}:
        assert least <= cost(order, second, costs) <= most
    both = pd.concat([loose.assign(document="a"), story(second).assign(document="b")])
    if first and second:
        matrix = distances(both.reset_index(drop=True), costs=costs)
        give = sum(matrix.attrs["give"].values())
        for order in {"".join(way) for way in permutations(first)}:
            assert abs(cost(order, second, costs) - matrix.loc["a", "b"]) <= give


def test_costs_of_one_s_own() -> None:
    kinds = list("AB")
    near = pd.DataFrame([[0, 0.25], [0.25, 0]], index=kinds, columns=kinds)
    found = align(story("AA"), story("AB"), costs=Costs(1.0, near))
    assert found["operation"].tolist() == ["same", "replaced"]
    assert found.attrs["distance"] == 0.25
    with pytest.raises(BadTable, match="'C'"):
        align(story("AC"), story("AB"), costs=Costs(1.0, near))
    with pytest.raises(BadTable, match="negative"):
        align(story("A"), story("B"), costs=Costs(-1.0))


def test_too_much_to_align_is_refused() -> None:
    with pytest.raises(BadTable, match="4 × 4"):
        align(story("AAAA"), story("AAAA"), limit=10)
    cases = story(string.ascii_uppercase).assign(document=list(string.ascii_uppercase))
    with pytest.raises(BadTable, match="26 cases"):
        distances(cases, limit=5)


def cases(*words: str) -> pd.DataFrame:
    return pd.concat(
        [story(word).assign(document=f"{n} {word}") for n, word in enumerate(words)],
        ignore_index=True,
    )


def test_clusters_put_like_with_like() -> None:
    pytest.importorskip("scipy")
    found = clusters(cases("ABCD", "XYZ", "ABCE", "XYZZ", "ABCD"), 2).set_index("case")
    groups = found.groupby("cluster").groups
    assert {frozenset(case[2:5] for case in group) for group in groups.values()} == {
        frozenset({"ABC"}),
        frozenset({"XYZ"}),
    }
    assert found["typical"].sum() == 2
    assert (found.loc[found["typical"], "distance"] == 0).all()
    # The largest group comes first.
    assert found["cluster"].value_counts().to_dict() == {1: 3, 2: 2}


# Wikipedia, "UPGMA", working example: the distances of the 5S ribosomal RNA of five bacteria, a to
# e. It joins a and b at 17, e to them at 22, c and d at 28, and all at 33.
BACTERIA = pd.DataFrame(
    [
        [0, 17, 21, 31, 23],
        [17, 0, 30, 34, 21],
        [21, 30, 0, 28, 39],
        [31, 34, 28, 0, 43],
        [23, 21, 39, 43, 0],
    ],
    index=list("abcde"),
    columns=list("abcde"),
)


@pytest.mark.parametrize(
    ("count", "groups"),
    [
        (1, ["abcde"]),
        (2, ["abe", "cd"]),
        (3, ["abe", "c", "d"]),
        (4, ["ab", "c", "d", "e"]),
        (5, ["a", "b", "c", "d", "e"]),
    ],
)
def test_published_clusters(count: int, groups: list[str]) -> None:
    pytest.importorskip("scipy")
    table = pd.DataFrame({"start": pd.Timestamp("2022-01-01"), "type": list("abcde")})
    table["document"] = table["type"]
    found = clusters(table, count, costs=Costs(100, BACTERIA))
    assert ["".join(group) for _, group in found.groupby("cluster")["case"]] == groups


def test_clusters_of_one_and_of_none() -> None:
    pytest.importorskip("scipy")
    assert clusters(cases("AB"), 3)["cluster"].tolist() == [1]
    with pytest.raises(BadTable, match="0 groups"):
        clusters(cases("AB"), 0)


def test_clusters_without_scipy_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = Late("no_such_package", extra="analysis")
    monkeypatch.setattr(sys.modules["timeline.analysis.clusters"], "hierarchy", missing)
    with pytest.raises(MissingExtra, match="pip install"):
        clusters(cases("AB", "AC"), 1)
