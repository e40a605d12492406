"""Worked examples that others have published, with their numbers.

Those of Allen's composition, Kleinberg's bursts, change points, alignment, patterns and the
directly-follows graph stand beside the laws of these, in the other files of this folder.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from tests.analysis.test_accounts import told
from tests.analysis.test_rates import DISASTERS, disasters
from timeline import analysis
from timeline.spans import TimeSpan


def stretches(*rows: tuple[str, str]) -> pd.DataFrame:
    """Events that fill the time from the first moment to the second."""
    columns = zip(*rows, strict=True)
    start, end = (pd.to_datetime(list(column), format="ISO8601") for column in columns)
    return pd.DataFrame({"start": start, "end": end})


# PostgreSQL 17, documentation, section 9.9, "Date/Time Functions and Operators": OVERLAPS.
POSTGRES = [
    (("2001-02-16", "2001-12-21"), ("2001-10-30", "2002-10-30"), True),
    (("2001-02-16", "2001-05-27"), ("2001-10-30", "2002-10-30"), False),  # 100 days long
    (("2001-10-29", "2001-10-30"), ("2001-10-30", "2001-10-31"), False),
]


@pytest.mark.parametrize(("first", "second", "overlap"), POSTGRES)
def test_overlaps_are_those_of_postgresql(
    first: tuple[str, str], second: tuple[str, str], overlap: bool
) -> None:
    table = stretches(first, second)
    assert analysis.overlaps(table)["surely"].tolist() == [True] * overlap
    relation = analysis.relations(table).loc[0, "relation"]
    assert (relation not in ("before", "meets")) == overlap


def test_time_between_moments_is_that_of_postgresql() -> None:
    """The same section: differences of two timestamps and of two dates."""
    table = stretches(("2001-07-27T12:00:00", "2001-09-29T03:00:00"), ("2001-09-28", "2001-10-01"))
    lengths = analysis.durations(table)
    assert lengths["at_least"].tolist() == lengths["at_most"].tolist()
    assert lengths["at_least"].astype(str).tolist() == ["63 days 15:00:00", "3 days 00:00:00"]
    moments = stretches(
        ("2001-07-27T12:00:00", "2001-07-27T12:00:01"),
        ("2001-09-29T03:00:00", "2001-09-29T03:00:01"),
    )
    for found in (analysis.elapsed(moments, 0, 1), analysis.waits(moments)):
        assert found[["at_least", "at_most"]].astype(str).to_numpy().tolist() == [
            ["63 days 15:00:00", "63 days 15:00:00"]
        ]


def test_gaps_are_those_of_ben_gans_puzzle() -> None:
    """I. Ben-Gan, "Gaps and islands", in "SQL Server MVP Deep Dives", 2009, chapter 5: of the
    numbers below those from 4 to 10, 14 to 26, 28 to 32 and 36 to 41 are missing.
    """
    numbers = np.array([2, 3, 11, 12, 13, 27, 33, 34, 35, 42], dtype="datetime64[D]")
    found = analysis.gaps(pd.DataFrame({"start": numbers.astype("datetime64[s]")}))
    first = found["start"].to_numpy().astype("datetime64[D]").astype(int).tolist()
    last = (found["end"].to_numpy().astype("datetime64[D]").astype(int) - 1).tolist()
    assert list(zip(first, last, strict=True)) == [(4, 10), (14, 26), (28, 32), (36, 41)]


def test_as_many_trains_at_once_as_platforms_are_needed() -> None:
    """The exercise of textbooks on sweeps, as GeeksforGeeks has it ("Minimum platforms"): 3."""
    arrive = ["09:00", "09:40", "09:50", "11:00", "15:00", "18:00"]
    depart = ["09:10", "12:00", "11:20", "11:30", "19:00", "20:00"]
    rows = [(f"2022-01-01T{a}", f"2022-01-01T{d}") for a, d in zip(arrive, depart, strict=True)]
    found = analysis.concurrency(stretches(*rows))
    assert found["at_least"].max() == found["at_most"].max() == 3
    busiest = found[found["at_least"] == 3]
    assert busiest["start"].tolist() == [pd.Timestamp("2022-01-01 11:00")]


def test_the_pace_of_disasters_is_jarretts_table() -> None:
    """R. G. Jarrett, Biometrika 66, 1979: the numbers of each year from 1851 to 1962."""
    found = analysis.pace(disasters(), by="year")
    assert found["at_least"].tolist() == found["at_most"].tolist() == DISASTERS
    assert found["expected"].tolist() == DISASTERS


def test_the_lean_of_trees_is_zars_example() -> None:
    """J. H. Zar, "Biostatistical Analysis", 1999, chapters 26 and 27: eight directions with
    the mean angle 99 degrees and r = 0.82522, and by Rayleigh's test 0.001 < P < 0.002.
    """
    degrees = np.array([45, 55, 81, 96, 110, 117, 132, 154])
    table = pd.DataFrame(
        {"start": (degrees * 240).astype("datetime64[s]"), "granularity": "second"}
    )
    row = analysis.periodicity(table, periods={"a turn": "1D"}).iloc[0]
    assert row["events"] == 8
    assert row["strength"] == pytest.approx(0.82522, abs=5e-6)
    assert 0.001 < row["chance"] < 0.002
    peak = (row["peak"] - pd.Timestamp(0)).total_seconds() / 240
    assert peak == pytest.approx(99, abs=0.5)


def test_freds_breakfast() -> None:
    """P. van Beek, "Reasoning about qualitative temporal information", Artificial Intelligence
    58, 1992, its opening example: "Fred was reading the paper while eating his breakfast. He put
    the paper down and drank the last of his coffee. After breakfast he went for a walk." It
    follows that he read the paper before his walk.
    """
    table = told(("", "breakfast"), ("", "paper"), ("", "coffee"), ("", "walk"))
    shared = "overlaps|overlapped_by|starts|started_by|during|contains|finishes|finished_by|equals"
    story = pd.DataFrame(
        [
            (1, 0, shared, "Fred was reading the paper while eating his breakfast."),
            (1, 2, "overlaps|starts|during", "He put the paper down and drank the last of it."),
            (2, 0, "during", "The coffee was part of his breakfast."),
            (0, 3, "before", "After breakfast he went for a walk."),
        ],
        columns=["first", "second", "relation", "sentence"],
    )
    assert analysis.contradictions(table, story).empty
    follows = pd.DataFrame({"first": [1], "second": [3], "relation": ["before"]})
    assert analysis.contradictions(table, pd.concat([story, follows])).empty
    wrong = pd.concat([story, follows.assign(relation="after")])
    found = analysis.contradictions(table, wrong).iloc[0]
    assert found["kind"] == "relations"
    assert {1, 3} <= set(found["rows"])


def test_john_does_addresses_as_they_were_known() -> None:
    """The example of valid time and transaction time in Wikipedia, "Temporal database": John Doe
    was born on 3 April 1975, which was registered on the 4th; he moved on 26 August 1994 and
    told so on 27 December 1994; he died on 1 April 2001, on the record the same day.
    """
    table = told(
        ("1975-04-03", "John Doe lives in Smallville"),
        ("1994-08-26", "John Doe moves to Bigtown"),
        ("2001-04-01", "John Doe dies in Bigtown"),
    ).assign(published=pd.to_datetime(["1975-04-04", "1994-12-27", "2001-04-01"]), fact=list("abc"))
    known = {
        "1975-04-03": 0,
        "1975-04-04": 1,
        "1994-12-26": 1,  # he has moved, and nobody has heard of it
        "1994-12-27": 2,
        "2001-03-31": 2,
        "2001-04-01": 3,
    }
    for day, count in known.items():
        assert len(analysis.as_it_stood(table, day, same="fact")) == count
    moved = analysis.touching(table, TimeSpan.day(1994, 8, 26))
    assert moved["event"].tolist() == ["John Doe moves to Bigtown"]
