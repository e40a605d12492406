"""Follows and patterns against all readings of tiny tables, and published examples."""

from __future__ import annotations

from itertools import combinations, pairwise, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.strategies import law, table
from timeline.analysis.bounds import moments
from timeline.analysis.follows import follows
from timeline.analysis.kinds import bundled, by_lemma, classify
from timeline.analysis.patterns import COUNTS, patterns
from timeline.analysis.sequences import sequences
from timeline.errors import BadTable

DAY = 86_400


@st.composite
def stories(draw: st.DrawFn, exact: bool = False) -> pd.DataFrame:
    """A few events of up to two cases, each with a type and a range of instants."""
    count = draw(st.integers(1, 7 if exact else 5))
    low = [draw(st.integers(0, 5)) for _ in range(count)]
    width = [0 if exact else draw(st.integers(0, 2)) for _ in range(count)]
    events = table([(a, 9, a + w, None) for a, w in zip(low, width, strict=True)])
    events["type"] = [draw(st.sampled_from("AB")) for _ in range(count)]
    events["document"] = [draw(st.sampled_from("xxy")) for _ in range(count)]
    # Times to the second: what is drawn is all that is meant.
    return events.assign(granularity="second")


def readings(events: pd.DataFrame) -> list[tuple[int, ...]]:
    low, high = moments(events)
    return list(product(*(range(a, b + 1) for a, b in zip(low, high, strict=True))))


def direct(events: pd.DataFrame, at: tuple[int, ...]) -> set[tuple[int, int]]:
    case = events["document"].to_numpy()
    same = [(i, j) for i in range(len(at)) for j in range(len(at)) if case[i] == case[j]]
    return {
        (i, j)
        for i, j in same
        if at[i] < at[j]
        and not any(case[k] == case[i] and at[i] < at[k] < at[j] for k in range(len(at)))
    }


@law
@given(stories())
def test_follows_counts_pairs_of_some_and_of_all_readings(events: pd.DataFrame) -> None:
    shown = [direct(events, at) for at in readings(events)]
    some, every = set.union(*shown), set.intersection(*shown)
    kinds = events["type"].to_numpy()
    found = {(row.first, row.second): row for row in follows(events).itertuples()}
    for first, second in product("AB", repeat=2):
        may = sum((kinds[i], kinds[j]) == (first, second) for i, j in some)
        sure = sum((kinds[i], kinds[j]) == (first, second) for i, j in every)
        row = found.get((first, second))
        assert (row.at_least, row.at_most) == (sure, may) if row else may == 0


def test_follows_bounds_the_time_between() -> None:
    events = table([(0, DAY, 0, DAY), (9 * DAY, 10 * DAY, 9 * DAY, 10 * DAY)], type=["A", "B"])
    events["granularity"] = "day"
    row = follows(events).iloc[0]
    assert row["shortest"] == pd.Timedelta(days=8, seconds=1)
    assert row["longest"] == pd.Timedelta(days=10) - pd.Timedelta(seconds=1)


def test_follows_along_order_takes_the_table_at_its_word() -> None:
    events = table([(None,) * 4] * 3, order=[2, 1, 3], type=["B", "A", "C"])
    found = follows(events, along="order")
    assert found[["first", "second"]].to_numpy().tolist() == [["A", "B"], ["B", "C"]]
    assert follows(events).empty


def test_too_many_followers_are_refused() -> None:
    events = table([(0, 99, None, None)] * 20, type=["A"] * 20)
    with pytest.raises(BadTable, match="along='order'"):
        follows(events, limit=10)


def ways(
    kinds: list[str],
    at: list[int],
    pattern: tuple[str, ...],
    within: int | None,
    least: int,
    most: int | None,
) -> list[tuple[int, ...]]:
    """The events that show a pattern, by trying all choices."""
    found = []
    for way in product(range(len(at)), repeat=len(pattern)):
        gaps = [at[b] - at[a] for a, b in pairwise(way)]
        if (
            all(kinds[i] == kind for i, kind in zip(way, pattern, strict=True))
            and all(gap >= max(least, 1) and (most is None or gap <= most) for gap in gaps)
            and (within is None or at[way[-1]] - at[way[0]] <= within)
        ):
            found.append(way)
    return found


def counted(at: list[int], found: list[tuple[int, ...]], count: str) -> int:
    if count == "cases":
        return bool(found)
    if count == "endings":
        return len({way[-1] for way in found})
    windows = {(at[way[0]], at[way[-1]]) for way in found}
    return sum(
        not any(x <= a and b <= y and (a, b) != (x, y) for a, b in windows) for x, y in windows
    )


LIMITS = st.tuples(st.none() | st.integers(0, 4), st.integers(0, 2), st.none() | st.integers(0, 4))


def supports(
    events: pd.DataFrame,
    at: tuple[int, ...],
    limits: tuple[int | None, int, int | None],
    count: str,
) -> dict[tuple[str, ...], int]:
    found = {}
    for length in (1, 2, 3):
        for pattern in product("AB", repeat=length):
            total = 0
            for case in "xy":
                rows = np.flatnonzero(events["document"] == case)
                kinds = [events["type"].iloc[row] for row in rows]
                moments = [at[row] for row in rows]
                total += counted(moments, ways(kinds, moments, pattern, *limits), count)
            found[pattern] = total
    return found


def mined(
    events: pd.DataFrame, limits: tuple[int | None, int, int | None], count: str, enough: int = 1
) -> dict[tuple[str, ...], tuple[int, int]]:
    within, least, most = limits
    found = patterns(
        events,
        least=enough,
        within=None if within is None else f"{within}s",
        min_gap=f"{least}s",
        max_gap=None if most is None else f"{most}s",
        count=count,
    )
    return {row.pattern: (row.at_least, row.at_most) for row in found.itertuples()}


@settings(deadline=None, max_examples=300)
@given(stories(exact=True), LIMITS, st.sampled_from(COUNTS), st.integers(1, 2))
def test_patterns_of_exact_times_are_all_found_and_counted(
    events: pd.DataFrame, limits: tuple[int | None, int, int | None], count: str, enough: int
) -> None:
    (at,) = readings(events)
    expected = {p: (n, n) for p, n in supports(events, at, limits, count).items() if n >= enough}
    assert mined(events, limits, count, enough) == expected


@law
@given(stories(), LIMITS, st.sampled_from(COUNTS))
def test_patterns_bound_their_support_in_every_reading(
    events: pd.DataFrame, limits: tuple[int | None, int, int | None], count: str
) -> None:
    found = mined(events, limits, count)
    for at in readings(events)[::7]:
        for pattern, support in supports(events, at, limits, count).items():
            least, most = found.get(pattern, (0, 0))
            assert least <= support <= most


def test_no_event_of_vague_date_comes_after_itself() -> None:
    month = table([(0, 30 * DAY, None, None)], type=["A"])
    assert patterns(month, least=1)["pattern"].tolist() == [("A",)]


def test_the_latest_first_event_counts_for_a_window() -> None:
    """A A B C in days 0, 5, 6, 9: within 4 days only the second A goes with B and C."""
    days = [0, 5, 6, 9]
    events = table([(d * DAY, d * DAY + 1, d * DAY, None) for d in days], type=list("AABC"))
    found = patterns(events.assign(granularity="second"), least=1, within="4D")
    assert ("A", "B", "C") in found["pattern"].tolist()
    assert ("A", "A", "B") not in found["pattern"].tolist()


def test_patterns_of_the_prefixspan_paper() -> None:
    """The database S of Pei et al. 2001 and 2004, table 1, with the counts of their section 3
    for the patterns of length 1 and those of length 2 that begin with a.
    """
    database = {
        10: ["a", "abc", "ac", "d", "cf"],
        20: ["ad", "c", "bc", "ae"],
        30: ["ef", "ab", "df", "c", "b"],
        40: ["e", "g", "af", "c", "b", "c"],
    }
    rows = [
        (case, place, item)
        for case, sets in database.items()
        for place, items in enumerate(sets)
        for item in items
    ]
    events = pd.DataFrame(rows, columns=["document", "order", "type"])
    found = patterns(events, least=2, longest=5, along="order")
    counts = {"".join(row.pattern): row.at_most for row in found.itertuples()}
    singles = {key: n for key, n in counts.items() if len(key) == 1}
    assert singles == {"a": 4, "b": 4, "c": 4, "d": 3, "e": 3, "f": 3}
    from_a = {key: n for key, n in counts.items() if len(key) == 2 and key[0] == "a"}
    assert from_a == {"aa": 2, "ab": 4, "ac": 4, "ad": 2, "af": 2}
    # Their table 2, less the patterns with several items at one time.
    listed = (
        "a aa ab aba abc ac aca acb acc ad adc af b ba bc bd bdc bf c ca cb cc d db dc dcb "
        "e ea eab eac eacb eb ebc ec ecb ef efb efc efcb f fb fbc fc fcb"
    )
    assert set(counts) == set(listed.split())
    assert (found["at_least"] == found["at_most"]).all()


# The event sequence of figure 2 in Mannila, Toivonen and Verkamo 1997: type and time.
MANNILA = (
    "E31 D32 F33 A35 B37 C38 E39 F40 C42 D44 B46 A47 D48 C50 E53 F54 C55 B57 E58 A59 E60 C61 F62 "
    "A65 D67"
).split()


def test_minimal_occurrences_are_those_of_the_minepi_paper() -> None:
    """Their section 5: the parallel episode of A and B has the minimal occurrences [35,38),
    [46,48), [47,58) and [57,60), and "A and B, then C" has [35,39), [46,51) and [57,62). A
    parallel episode is here the sum of its orders.
    """
    at = np.array([int(told[1:]) for told in MANNILA], dtype="datetime64[s]")
    table = pd.DataFrame({"start": at, "type": [told[0] for told in MANNILA]})
    events = table.assign(granularity="second")
    found = patterns(events, by=None, least=1, count="minimal").set_index("pattern")
    assert (found["at_least"] == found["at_most"]).all()
    counts = found["at_most"]
    assert counts[("A", "B")] + counts[("B", "A")] == 4
    # No wider than the published ones: [47, 62) shows A, B, C, but holds B, A, C.
    near = patterns(events, by=None, least=1, count="minimal", within="5s").set_index("pattern")
    assert near["at_most"][("A", "B", "C")] + near["at_most"][("B", "A", "C")] == 3


def test_gaps_in_time_are_those_of_the_gsp_paper() -> None:
    """The bookshop of figure 2 in Srikant and Agrawal 1996, two customers: "Ringworld" and
    "Foundation" are each followed by "Ringworld Engineers" for both, and with a greatest gap of
    30 days for one of them only.
    """
    bought = [
        ("C1", 1, "Ringworld"),
        ("C1", 2, "Foundation"),
        ("C1", 15, "Ringworld Engineers"),
        ("C1", 15, "Second Foundation"),
        ("C2", 1, "Foundation"),
        ("C2", 1, "Ringworld"),
        ("C2", 20, "Foundation and Empire"),
        ("C2", 50, "Ringworld Engineers"),
    ]
    table = pd.DataFrame(bought, columns=["customer", "day", "book"])
    table["start"] = np.array(table["day"], dtype="datetime64[D]").astype("datetime64[s]")
    mine = {"by": "customer", "of": "book", "least": 2}
    pairs = patterns(table, **mine)
    sure = pairs[(pairs["length"] == 2) & (pairs["at_least"] == 2)]
    assert set(sure["pattern"]) == {
        ("Ringworld", "Ringworld Engineers"),
        ("Foundation", "Ringworld Engineers"),
    }
    # Two books of one day may have been bought in either order, so they may make a pattern.
    near = patterns(table, **mine, max_gap="30D")
    assert near.loc[near["at_least"] == 2, "length"].max() == 1


def test_an_episode_may_end_more_often_than_it_begins() -> None:
    table = pd.DataFrame({"start": pd.date_range("2022-01-01", periods=3), "type": list("ABB")})
    found = patterns(table, by=None, least=2, count="endings").set_index("pattern")["at_most"]
    assert found.to_dict() == {("B",): 2, ("A", "B"): 2}


def test_a_long_story_is_mined_in_no_more_than_its_length() -> None:
    """One case of many events without a limit of time: not all pairs are looked at."""
    count = 60_000
    table = pd.DataFrame(
        {"start": np.arange(count).astype("datetime64[s]"), "granularity": "second"}
    )
    table["type"] = np.array(list("ABC"))[np.arange(count) % 3]
    found = patterns(table, by=None, count="minimal", longest=2).set_index("pattern")["at_most"]
    assert found[("A", "B")] == count // 3
    # Vague dates are laid against each other, so that too many are refused, not tried.
    with pytest.raises(BadTable, match="pairs of events may follow"):
        patterns(table.assign(granularity="day"), by=None, within="30D", least=1)


def test_the_directly_follows_graph_of_van_der_aalsts_log() -> None:
    """The log L1 of "Process Mining" (2016), section 6.2: three times abcd, twice acbd, once aed;
    its relation > has these eight pairs, each as often as its traces show it.
    """
    traces = ["abcd"] * 3 + ["acbd"] * 2 + ["aed"]
    rows = [(n, place, kind) for n, trace in enumerate(traces) for place, kind in enumerate(trace)]
    log = pd.DataFrame(rows, columns=["document", "order", "type"])
    log["start"] = pd.Timestamp("2022-01-01") + pd.to_timedelta(log["order"], unit="h")
    expected = {"ab": 3, "ac": 2, "ae": 1, "bc": 3, "cb": 2, "bd": 2, "cd": 3, "ed": 1}
    for along in ("dates", "order"):
        found = follows(log.assign(granularity="second"), along=along)
        assert (
            dict(zip(found["first"] + found["second"], found["at_least"], strict=True)) == expected
        )
        assert (found["at_least"] == found["at_most"]).all()


def test_a_longer_pattern_is_never_commoner() -> None:
    generator = np.random.default_rng(0)
    events = pd.DataFrame(
        {
            "start": np.datetime64("2022-01-01", "s") + generator.integers(0, 9_000_000, 300),
            "type": generator.choice(list("ABC"), 300),
            "document": generator.choice(list("uvwxyz"), 300),
        }
    )
    found = patterns(events, within="7D").set_index("pattern")["at_most"]
    for pattern in found.index:
        for part in combinations(pattern, len(pattern) - 1):
            assert not part or found[part] >= found[pattern]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"count": "windows"}, "'windows'"),
        ({"least": 0}, "at least 1"),
        ({"within": "-1D"}, "-1D"),
        ({"along": "order", "within": "1D"}, "no time to limit"),
        ({"of": "colour"}, "no column 'colour'"),
        ({"by": "person"}, "no column 'person'"),
        ({"along": "words"}, "'words'"),
    ],
)
def test_senseless_patterns_are_refused(options: dict[str, object], words: str) -> None:
    events = table([(0, 1, 0, 1)], type=["A"], order=[1])
    with pytest.raises(BadTable, match=words):
        patterns(events, **options)  # type: ignore[arg-type]


def test_nothing_in_nothing() -> None:
    events = table([], type=[], document=[])
    assert patterns(events).empty
    assert follows(events).empty


def test_sequences_find_types_by_themselves() -> None:
    events = table([(0, 1, 0, 1), (5, 6, 5, 6)], trigger=["was arrested", "signed"])
    assert list(sequences(events).kinds) == ["agreement", "arrest"]


@pytest.mark.parametrize(
    ("trigger", "kind"),
    [
        ("took back", "capture"),
        ("sworn in", "appointment"),
        ("stepped down", "departure"),
        ("died", "death"),
        ("elections", "election"),
        ("was indicted", "charge"),
        ("broke out", "launch"),
        ("humming", "hum"),
    ],
)
def test_types_by_trigger(trigger: str, kind: str) -> None:
    found = classify(pd.DataFrame({"trigger": [trigger]}))
    assert found.loc[0, "type"] == kind


def test_types_of_one_s_own_are_kept_and_lists_of_one_s_own_used() -> None:
    events = pd.DataFrame({"trigger": ["sang", "sang", None], "type": ["concert", None, None]})
    found = classify(events, {"music": ["sing"]})
    assert found["type"].tolist()[:2] == ["concert", "music"]
    assert found["type_why"].tolist()[0] == "given in the table"
    assert pd.isna(found["type"].iloc[2])


def test_a_lemma_has_one_type() -> None:
    assert len(bundled()) > 500
    with pytest.raises(BadTable, match="'sing'"):
        by_lemma({"music": ["sing"], "noise": ["sing"]})
