"""Bursts, change points and periods: laws, brute force, and numbers others have published."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, log

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.strategies import days, law, table
from timeline.analysis.bursts import bursts, gap_levels, stretches
from timeline.analysis.changes import change_points, cuts
from timeline.analysis.periodicity import periodicity
from timeline.errors import BadTable

DAY = 86_400

# Explosions in British coal mines that killed ten or more, a number a year, 1851 to 1962:
# R. G. Jarrett, "A note on the intervals between coal-mining disasters", Biometrika 66, 1979.
DISASTERS = [
    *(4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5),
    *(3, 4, 2, 5, 2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1),
    *(0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1),
    *(2, 1, 1, 1, 1, 2, 3, 3, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1),
]


def disasters() -> pd.DataFrame:
    """Each explosion dated to its year only: nothing finer than the yearly numbers is used."""
    years = np.repeat(np.arange(1851, 1963), DISASTERS)
    starts = [int(np.datetime64(f"{year}", "s").astype(np.int64)) for year in years]
    ends = [int(np.datetime64(f"{year + 1}", "s").astype(np.int64)) for year in years]
    return table([(s, e, None, None) for s, e in zip(starts, ends, strict=True)])


def test_the_disasters_are_jarretts() -> None:
    assert sum(DISASTERS) == 191
    assert len(DISASTERS) == 112


def test_the_rate_of_disasters_changed_after_1891() -> None:
    """The 41st year, 1891, is the last of the old rate: Carlin, Gelfand and Smith,
    "Hierarchical Bayesian analysis of changepoint problems", Applied Statistics 41, 1992;
    their rates are 3.1 and 0.9 a year.
    """
    found = change_points(disasters(), by="year", penalty=10)
    assert found["at"].tolist() == [pd.Timestamp("1892-01-01")]
    assert round(found.loc[0, "rate_before"], 1) == 3.1
    assert round(found.loc[0, "rate_after"], 1) == 0.9
    # Raftery and Akman, Biometrika 73, 1986, put it near March 1890: within our bounds.
    assert found.loc[0, "earliest"] <= pd.Timestamp("1890-03-10") <= found.loc[0, "latest"]


def poisson_cost(events: np.ndarray, first: int, last: int) -> float:
    total = events[first:last].sum()
    return -total * log(total / (last - first)) if total else 0.0


@pytest.mark.parametrize("penalty", [2, 5, 10])
def test_cuts_are_those_of_ruptures_with_the_same_cost(penalty: float) -> None:
    ruptures = pytest.importorskip("ruptures")

    class PoissonCost(ruptures.base.BaseCost):  # type: ignore[misc]
        model = ""
        min_size = 1

        def fit(self, signal: np.ndarray) -> PoissonCost:
            self.signal = signal
            return self

        def error(self, start: int, end: int) -> float:
            return poisson_cost(self.signal, start, end)

    counts = np.array(DISASTERS)
    found = ruptures.Pelt(custom_cost=PoissonCost(), min_size=1, jump=1).fit(counts)
    assert cuts(counts, np.ones(112), penalty).tolist() == found.predict(pen=penalty)[:-1]


@law
@given(st.lists(st.integers(0, 9), min_size=1, max_size=25), st.sampled_from([1, 2.5, 4]))
def test_cuts_are_the_cheapest_of_all(numbers: list[int], penalty: float) -> None:
    counts = np.array(numbers)
    best = [-penalty]
    for last in range(1, len(counts) + 1):
        best.append(
            min(best[first] + poisson_cost(counts, first, last) for first in range(last)) + penalty
        )
    ends = [0, *cuts(counts, np.ones(len(counts)), penalty).tolist(), len(counts)]
    cost = sum(poisson_cost(counts, first, last) + penalty for first, last in pairwise(ends))
    assert cost - penalty == pytest.approx(best[-1])


@law
@given(days(least=2), st.integers(-500, 500))
def test_change_points_move_with_the_dates(events: pd.DataFrame, shift: int) -> None:
    moved = events + pd.Timedelta(days=shift)
    there, here = change_points(moved, by="day"), change_points(events, by="day")
    assert there["at"].tolist() == (here["at"] + pd.Timedelta(days=shift)).tolist()
    assert (here["earliest"] <= here["at"]).all()
    assert (here["at"] <= here["latest"]).all()


# Kleinberg 2003, section 2: the cost of a sequence of states, spelt out.
def kleinberg_cost(states: list[int], gaps: list[float], ratio: float, gamma: float) -> float:
    count, total = len(gaps), sum(gaps)
    cost, last = 0.0, 0
    for state, gap in zip(states, gaps, strict=True):
        rate = count / total * ratio**state
        cost += max(state - last, 0) * gamma * log(count) - (log(rate) - rate * gap)
        last = state
    return cost


def cheapest(gaps: list[float], ratio: float, gamma: float) -> float:
    """The least cost of all sequences of states, by the Viterbi steps of the paper."""
    count, total = len(gaps), sum(gaps)
    levels = range(max(ceil(1 + log(total, ratio) + log(1 / min(gaps), ratio)), 1))
    so_far = {level: 0.0 if level == 0 else float("inf") for level in levels}
    for gap in gaps:
        so_far = {
            level: min(so_far[i] + max(level - i, 0) * gamma * log(count) for i in levels)
            - log(count / total * ratio**level)
            + count / total * ratio**level * gap
            for level in levels
        }
    return min(so_far.values())


@law
@given(
    st.lists(st.floats(0.01, 50), min_size=2, max_size=20),
    st.sampled_from([1.5, 2.0, 3.0]),
    st.sampled_from([0.1, 0.5, 1.0]),
)
def test_gap_levels_are_the_cheapest_of_the_automaton(
    gaps: list[float], ratio: float, gamma: float
) -> None:
    states = gap_levels(gaps, ratio=ratio, gamma=gamma).tolist()
    assert kleinberg_cost(states, gaps, ratio, gamma) == pytest.approx(cheapest(gaps, ratio, gamma))


def test_bursts_of_the_r_package_s_example() -> None:
    """The example of R's `bursts` by Jeff Binder, also in its Python port `pybursts`."""
    offsets = [4, 17, 23, 27, 33, 35, 37, 76, 77, 82, 84, 88, 90, 92]
    states = gap_levels(np.diff(offsets), ratio=2, gamma=0.1)
    found = [(level, offsets[first], offsets[last]) for level, first, last in stretches(states)]
    assert found == [(1, 33, 37), (1, 76, 92), (2, 76, 77)]


@law
@given(st.lists(st.floats(0.01, 50), min_size=1, max_size=30), st.sampled_from([0.25, 8.0]))
def test_gap_levels_do_not_depend_on_the_unit(gaps: list[float], unit: float) -> None:
    scaled = [gap * unit for gap in gaps]
    assert gap_levels(scaled).tolist() == gap_levels(gaps).tolist()


@law
@given(days(least=2), st.integers(-500, 500))
def test_bursts_move_with_the_dates(events: pd.DataFrame, shift: int) -> None:
    later = pd.Timedelta(days=shift)
    here, there = bursts(events), bursts(events + later)
    assert there["level"].tolist() == here["level"].tolist()
    assert there["start"].tolist() == (here["start"] + later).tolist()


@law
@given(days(least=2))
def test_bursts_nest_and_bound_their_events(events: pd.DataFrame) -> None:
    found = bursts(events, gamma=0.3)
    assert (found["at_least"] <= found["expected"] + 1e-9).all()
    assert (found["expected"] <= found["at_most"] + 1e-9).all()
    for row in found[found["level"] > 1].itertuples():
        outer = found[found["level"] == row.level - 1]
        assert ((outer["start"] <= row.start) & (row.end <= outer["end"])).any()


@law
@given(days(least=2))
def test_dearer_levels_are_never_higher(events: pd.DataFrame) -> None:
    cheap, dear = bursts(events, gamma=0.3), bursts(events, gamma=3)
    assert dear["level"].max() <= cheap["level"].max() or dear.empty


def test_rates_need_events_and_sane_numbers() -> None:
    single = table([(0, DAY, None, None)])
    with pytest.raises(BadTable, match="at least 2 dated events; the table has 1"):
        bursts(single)
    with pytest.raises(BadTable, match="at least 2"):
        change_points(single)
    with pytest.raises(BadTable, match="ratio"):
        bursts(table([(0, DAY, None, None)] * 2), ratio=1)
    with pytest.raises(BadTable, match="longer than nothing"):
        gap_levels([1, 0])
    with pytest.raises(BadTable, match="coarser unit than 'day'"):
        change_points(table([(0, DAY, None, None), (10**10, 10**10 + 1, None, None)]), by="day")


def test_weekly_events_keep_to_the_week_and_to_nothing_else() -> None:
    events = pd.DataFrame({"start": pd.date_range("2022-01-05", periods=60, freq="7D")})
    found = periodicity(events).set_index("period")
    assert found.loc["week", "chance"] < 1e-12
    assert found.loc["month", "chance"] > 0.05
    # Wednesday noon is the middle of Wednesday.
    assert found.loc["week", "peak"] == pd.Timestamp("2022-01-05 12:00")


def test_a_month_tells_nothing_of_weekdays() -> None:
    month = 31 * DAY
    found = periodicity(table([(i * month, (i + 1) * month, None, None) for i in range(9)]))
    assert found.set_index("period").loc["week", "events"] == 0
    assert np.isnan(found.set_index("period").loc["week", "strength"])


@law
@given(days(least=3), st.integers(-400, 400))
def test_strength_does_not_change_when_dates_move(events: pd.DataFrame, shift: int) -> None:
    here, there = periodicity(events), periodicity(events + pd.Timedelta(days=shift))
    np.testing.assert_allclose(here["strength"], there["strength"], atol=1e-9)
    known = here["strength"].dropna()
    assert ((known >= 0) & (known <= 1)).all()
    assert here["chance"].dropna().le(1 + 1e-9).all()


def test_periods_of_one_s_own() -> None:
    events = pd.DataFrame({"start": pd.date_range("2022-01-01", periods=30, freq="10D")})
    found = periodicity(events, periods={"ten days": "10D", "nine days": "9D"})
    assert found["period"].tolist() == ["ten days", "nine days"]
    assert found["strength"].iloc[0] > 0.98 > 0.5 > found["strength"].iloc[1]
