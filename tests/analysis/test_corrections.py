"""Corrections survive a new reading, are marked, and show their conflicts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.analysis.correcting import conflicts, correct, unit_or_stretch
from timeline.analysis.corrections import (
    Correction,
    find_corrections,
    merging,
    read_corrections,
    write_corrections,
)
from timeline.analysis.selection import happened, since, touching, until, within
from timeline.errors import BadTable
from timeline.spans import TimeSpan, seconds
from timeline.table import check, from_csv

EVENTS = ("The mill burned", "The mayor resigned", "The inquiry began", "A storm passed")


def read(*months: int, shift: int = 0) -> pd.DataFrame:
    """A table as read from a text: one event a month of 1931, `shift` characters further on."""
    spans = [TimeSpan.month(1931, month) for month in months]
    return check(
        pd.DataFrame(
            {
                "order": range(1, len(months) + 1),
                "start": [np.datetime64(s.start, "s") for s in spans],
                "end": [np.datetime64(s.end, "s") for s in spans],
                "when": [s.edtf() for s in spans],
                "granularity": "month",
                "relation": "within",
                "event": EVENTS[: len(months)],
                "trigger": [event.split()[-1] for event in EVENTS[: len(months)]],
                "trigger_start": [100 * n + shift for n in range(len(months))],
                "trigger_end": [100 * n + shift + 6 for n in range(len(months))],
                "sentence": [f"{event} in a month." for event in EVENTS[: len(months)]],
                "why": "the text",
            }
        )
    )


def edited(table: pd.DataFrame, row: int, **values: object) -> pd.DataFrame:
    new = table.copy()
    for name, value in values.items():
        new.loc[row, name] = value
    return new


def test_a_corrected_date_is_kept_marked_and_carried_through() -> None:
    table = read(1, 5, 7)
    kept = find_corrections(table, edited(table, 2, when="1931-03-10"))
    again = correct(read(1, 5, 7), kept)
    assert again["event"].tolist() == ["The mill burned", "The inquiry began", "The mayor resigned"]
    assert again["order"].tolist() == [1, 2, 3]
    row = again.iloc[1]
    assert (row["start"], row["end"]) == (pd.Timestamp("1931-03-10"), pd.Timestamp("1931-03-11"))
    assert (row["granularity"], row["corrected"]) == ("day", "changed")
    assert row["why"] == "corrected by hand"
    assert again["corrected"].isna().tolist() == [True, False, True]
    assert again["conflict"].isna().all()


def test_corrected_bounds_write_when_anew() -> None:
    table = read(1)
    new = edited(table, 0, start=pd.Timestamp("1931-02-01"), end=pd.Timestamp("1931-03-01"))
    row = correct(table, find_corrections(table, new)).iloc[0]
    assert row["when"] == "1931-02"
    assert row["granularity"] == "month"


def test_a_text_that_moved_is_found_by_its_wording() -> None:
    table = read(1, 5)
    kept = find_corrections(table, edited(table, 1, place="the town hall"))
    moved = correct(read(1, 5, shift=40), kept)
    assert moved["place"].tolist()[1] == "the town hall"


def test_a_conflict_is_shown_and_neither_side_lost() -> None:
    table = read(1, 5)
    kept = find_corrections(table, edited(table, 1, when="1931-06"))
    new = correct(read(1, 9), kept)
    assert new["when"].tolist() == ["1931-01", "1931-06"]
    assert "now 1931-09 is read" in new["conflict"].iloc[1]
    assert conflicts(read(1, 9), kept)["row"].tolist() == [1]


def test_what_the_text_now_says_too_is_no_conflict() -> None:
    table = read(1, 5)
    kept = find_corrections(table, edited(table, 1, when="1931-06"))
    assert conflicts(read(1, 6), kept).empty


def test_a_correction_without_its_row_is_reported() -> None:
    table = read(1, 5)
    kept = find_corrections(table, edited(table, 1, when="1931-06"))
    left = table.iloc[:1]
    assert correct(left, kept)["event"].tolist() == ["The mill burned"]
    assert conflicts(left, kept)["problem"].tolist() == [
        'no row of the table has the trigger "resigned" in the same sentence any more'
    ]


def test_deleted_rows_stay_away_unless_they_read_differently() -> None:
    table = read(1, 5, 7)
    kept = find_corrections(table, table.drop(1))
    assert [one.action for one in kept] == ["delete"]
    assert correct(table, kept)["order"].tolist() == [1, 2]
    changed = correct(read(1, 6, 7), kept)
    assert len(changed) == 3
    assert "deleted by hand, but when was 1931-05" in changed["conflict"].iloc[1]
    assert find_corrections(table, table.drop(1), deletions=False) == []


def test_merged_rows_go_into_one() -> None:
    table = edited(read(1, 5), 1, place="the town hall")
    kept = [merging(table, 1, into=0)]
    found = correct(table, kept)
    assert len(found) == 1
    assert found.loc[0, "place"] == "the town hall"
    assert found.loc[0, "corrected"] == "merged"
    with pytest.raises(BadTable, match="row 7"):
        merging(table, 7, into=0)


def test_added_rows_find_their_place_once() -> None:
    table = read(1, 5)
    row = {
        "event": "Hail fell",
        "start": pd.Timestamp("1931-03-01"),
        "end": pd.Timestamp("1931-04-01"),
    }
    kept = find_corrections(
        table, check(pd.concat([table, pd.DataFrame([row])], ignore_index=True))
    )
    assert [one.action for one in kept] == ["add"]
    once = correct(table, kept)
    assert once["event"].tolist() == ["The mill burned", "Hail fell", "The mayor resigned"]
    assert once["when"].tolist() == ["1931-01", "1931-03", "1931-05"]
    assert once["corrected"].tolist()[1] == "added"
    assert len(correct(once, kept)) == 3


def test_corrections_of_a_csv_file(tmp_path: Path) -> None:
    table = read(1, 5)
    file = tmp_path / "mine.csv"
    table.to_csv(file, index=False)
    assert find_corrections(table, from_csv(file)) == []
    file.write_text(
        file.read_text("utf-8").replace("The mayor resigned,", "The mayor left,"), "utf-8"
    )
    kept = find_corrections(table, from_csv(file))
    assert [dict(one.values) for one in kept] == [{"event": "The mayor left"}]


def test_json_keeps_corrections(tmp_path: Path) -> None:
    table = read(1, 5, 7)
    new = edited(table.drop(2), 1, start=pd.Timestamp("1931-06-01"), when=None)
    kept = [*find_corrections(table, new), merging(table, 1, into=0)]
    write_corrections(kept, tmp_path / "mine.json")
    assert read_corrections(tmp_path / "mine.json") == kept


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "cannot read corrections"),
        ("{}", "a list"),
        ('[{"action": "invent"}]', "correction 1"),
        ('[{"action": "delete"}]', "place"),
        ('[{"action": "add", "colour": "red"}]', "colour"),
    ],
)
def test_broken_files_are_named(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "mine.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadTable, match=words):
        read_corrections(file)


def test_a_when_may_be_corrected_in_words() -> None:
    table = read(1)
    row = correct(table, find_corrections(table, edited(table, 0, when="c. 10 June 1931"))).iloc[0]
    assert (row["when"], bool(row["approximate"])) == ("1931-06-10~", True)
    assert str(row["start"].date()) == "1931-06-10"


def test_a_when_that_is_no_time_is_refused() -> None:
    table = read(1)
    with pytest.raises(BadTable, match="EDTF"):
        correct(table, find_corrections(table, edited(table, 0, when="soon")))


def test_two_rows_at_one_place_are_refused() -> None:
    table = read(1)
    with pytest.raises(BadTable, match="same place"):
        find_corrections(pd.concat([table, table]), table)


MONTHS = st.lists(st.integers(1, 12), min_size=2, max_size=4)


@settings(deadline=None, max_examples=15)
@given(MONTHS, st.data())
def test_correcting_repeats_what_the_user_did_and_no_more(
    months: list[int], data: st.DataObject
) -> None:
    table = read(*months)
    new = table.copy()
    for row in data.draw(st.sets(st.integers(0, len(months) - 1))):
        new.loc[row, "event"] = data.draw(st.sampled_from(["It burned", "It broke"]))
        new.loc[row, "place"] = data.draw(st.sampled_from(["here", "there"]))
    new = new.drop(data.draw(st.sets(st.integers(0, len(months) - 1), max_size=1)))
    kept = find_corrections(table, new)
    again = correct(table, kept)
    shared = ["event", "place", "when", "start", "end", "sentence"]
    pd.testing.assert_frame_equal(again[shared], new[shared])
    assert find_corrections(table, again) == kept
    twice = correct(again, [one for one in kept if one.action == "change"])
    pd.testing.assert_frame_equal(twice, again)


def test_correcting_nothing_changes_nothing() -> None:
    table = read(1, 5)
    found = correct(table, [])
    pd.testing.assert_frame_equal(found[table.columns], table)
    assert found["corrected"].isna().all()


@pytest.mark.parametrize(
    ("start", "end", "when"),
    [
        (seconds(2022, 9, 3), seconds(2022, 9, 4), "2022-09-03"),
        (seconds(-43), seconds(-42), "-0043"),
        (seconds(2022, 9, 3), seconds(2022, 9, 6), "2022-09-03/2022-09-05"),
    ],
)
def test_units_and_stretches(start: int, end: int, when: str) -> None:
    assert unit_or_stretch(start, end).edtf() == when


def test_corrections_are_plain_values() -> None:
    assert Correction("add", None, {"event": "x"}) == Correction("add", None, {"event": "x"})


def test_selection_by_time() -> None:
    table = read(1, 5, 7)
    may = TimeSpan.month(1931, 5)
    assert within(table, may)["event"].tolist() == ["The mayor resigned"]
    assert touching(table, TimeSpan.day(1931, 5, 3))["event"].tolist() == ["The mayor resigned"]
    assert touching(table, TimeSpan.day(1931, 5, 3), surely=True).empty
    assert within(table, TimeSpan.day(1931, 5, 3), surely=False)["event"].tolist() == [
        "The mayor resigned"
    ]
    assert len(since(table, may)) == 2
    assert len(until(table, may)) == 2
    planned = table.assign(status=["asserted", "planned", None])
    assert happened(planned)["event"].tolist() == ["The mill burned", "The inquiry began"]
    assert len(happened(table.drop(columns="status"))) == 3
