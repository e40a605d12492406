"""The tables of calibration count what is right, and by how much it was trusted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.calibration import Judged, judge, rate_order, readings, tabulate

TEXT = "The mayor resigned in May 2021 after police searched his house."


def corpus(folder: Path, rel: str, value: str) -> str:
    word = {name: TEXT.index(name) for name in ("resigned", "May 2021", "searched")}
    events = [
        {"id": n, "start": word[w], "end": word[w] + len(w)}
        for n, w in (("e1", "resigned"), ("e2", "searched"))
    ]
    timex = {"id": "t1", "start": word["May 2021"], "end": word["May 2021"] + 8}
    document = {
        "id": "a",
        "dct": "2023-03-06",
        "text": TEXT,
        "events": events,
        "timex": [timex | {"type": "DATE", "value": value}],
        "tlinks": [
            {"from": "e1", "to": "t1", "rel": "IS_INCLUDED"},
            {"from": "e1", "to": "e2", "rel": rel},
        ],
    }
    path = folder / "corpus.jsonl"
    path.write_text(json.dumps(document) + "\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("rel", "ordered"), [("AFTER", True), ("BEFORE", False)])
@pytest.mark.parametrize(("value", "dated"), [("2021-05", True), ("2019-05", False)])
def test_judges_dates_and_order(
    tmp_path: Path, rel: str, ordered: bool, value: str, dated: bool
) -> None:
    read = readings([corpus(tmp_path, rel, value)], gold=False)
    found = {one.kind: one.right for one in judge(read)}
    assert found == {"dates: expression": dated, "order: words": ordered}


PAIRS = [
    ("AFTER", "precision 1.000, recall 1.000, F1 1.000"),
    ("BEFORE", "precision 0.000, recall 0.000, F1 0.000"),
    ("SIMULTANEOUS", "precision 0.000, recall 0.000, F1 0.000"),
    ("VAGUE", "none linked"),
    ("INCLUDES", "none linked"),
]


@pytest.mark.parametrize(("rel", "rates"), PAIRS)
def test_rates_the_order_of_all_pairs(tmp_path: Path, rel: str, rates: str) -> None:
    read = list(readings([corpus(tmp_path, rel, "2021-05")], gold=False))
    assert rate_order(read) == f"order of all pairs: {rates}"


def test_a_vague_pair_that_is_ordered_costs_precision(tmp_path: Path) -> None:
    read = list(readings([corpus(tmp_path, "AFTER", "2021-05")], gold=False))
    (tmp_path / "b").mkdir()
    read += readings([corpus(tmp_path / "b", "VAGUE", "2021-05")], gold=False)
    assert rate_order(read).endswith("precision 0.500, recall 1.000, F1 0.667")


def test_bins_tell_how_many_are_right() -> None:
    lines = list(
        tabulate([Judged("dates: tense", 0.85, True), Judged("dates: tense", 0.81, False)])
    )
    cells = [line.split() for line in lines]
    assert ["from", "0.8", "2", "0.83", "0.50"] in cells
    assert ["dates:", "tense", "2", "0.83", "0.50"] in cells
