"""The scorer counts as TempEval-3 does, and says what was wrong."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import score
from timeline.exports import timeml


def script(path: Path) -> ModuleType:
    """A script from elsewhere as a module."""
    spec = importlib.util.spec_from_file_location(f"loaded_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def timex(start: int, end: int, value: str | None = "2022", kind: str = "DATE") -> dict[str, Any]:
    return {"start": start, "end": end, "type": kind, "value": value, "text": "x"}


GOLD = [timex(0, 4), timex(10, 20, "2021-W03"), timex(30, 40, None), timex(50, 60, "P1D")]


@pytest.mark.parametrize(
    ("found", "strict", "relaxed", "kind", "value"),
    [
        (GOLD, 4, 4, 4, 4),
        ([], 0, 0, 0, 0),
        ([timex(0, 4, "2021")], 1, 1, 1, 0),
        ([timex(2, 6)], 0, 1, 1, 1),
        ([timex(0, 4, kind="SET")], 1, 1, 0, 1),
        ([timex(30, 35, "1999")], 0, 1, 1, 1),  # the corpus does not tell a value
        ([timex(4, 10), timex(20, 30)], 0, 0, 0, 0),  # next to, but not over
        ([timex(10, 12, "2021-W03"), timex(15, 20, "2021-W03")], 0, 1, 1, 1),  # matched once
        ([timex(0, 60)], 0, 1, 1, 1),  # over all, for the first alone
        ([timex(8, 11, "2020"), timex(11, 20, "2021-W03")], 0, 1, 1, 1),  # the nearest
    ],
)
def test_matches_are_counted_as_in_tempeval_3(
    found: list[dict[str, Any]], strict: int, relaxed: int, kind: int, value: int
) -> None:
    gold = {"id": "a", "text": "x" * 60, "timex": GOLD}
    counts = score.compare(gold, {"id": "a", "timex": found}).counts
    told = (counts["strict"], counts["relaxed"], counts["type"], counts["value"])
    assert (counts["gold"], counts["system"]) == (4, len(found))
    assert told == (strict, relaxed, kind, value)


def test_spaces_do_not_count_and_faults_are_named() -> None:
    gold = {"id": "a", "text": "on 4 May and so on", "timex": [timex(3, 8, "2022-05-04")]}
    found = [timex(2, 8, "2022-05-04"), timex(13, 15), {**timex(16, 18), "entry": "since"}]
    told = score.compare(gold, {"id": "a", "timex": found})
    assert told.counts["strict"] == 1
    assert [fault.kind for fault in told.faults] == ["spurious", "spurious"]
    assert told.faults[1].line().endswith("\tDATE\t2022\tsince")
    missed = score.compare(gold, None)
    assert [fault.kind for fault in missed.faults] == ["missed"]
    assert missed.f1() == dict.fromkeys(score.MEASURES, 0.0)


@given(st.lists(st.text(max_size=8), unique=True, min_size=1), st.integers(1, 9))
def test_every_document_is_in_one_part_and_parts_are_even(names: list[str], count: int) -> None:
    parts = score.folds(names, count)
    assert sorted(name for part in parts for name in part) == sorted(names)
    sizes = [len(part) for part in parts]
    assert max(sizes) - min(sizes) <= 1
    assert parts == score.folds(names[::-1], count)


TEXT = "The ferry sank on 3 March 2022. It was raised in 2024, two years later."


def corpus(folder: Path) -> Path:
    """The same three documents as TimeML files and as JSON Lines."""
    records = []
    for number in range(3):
        record: dict[str, Any] = {"id": f"d{number}", "dct": "2024-05-01", "text": TEXT}
        record["timex"] = [
            {**timex(18, 30, "2022-03-03"), "text": "3 March 2022"},
            {**timex(49, 53, "2024"), "text": "2024"},
        ]
        records.append(record)
        (folder / f"d{number}.tml").write_text(timeml.write(record), encoding="utf-8")
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "corpus.jsonl").write_text(lines, encoding="utf-8")
    return folder


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert score.main(list(words)) == 0
    return capsys.readouterr().out


def test_a_document_without_a_publication_date_is_named_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, some = (tmp_path / name for name in ("whole.jsonl", "some.jsonl"))
    lines = (corpus(tmp_path) / "corpus.jsonl").read_text(encoding="utf-8").splitlines(True)
    undated = json.loads(lines[0]) | {"id": "undated", "dct": None}
    whole.write_text("".join(lines), encoding="utf-8")
    some.write_text(json.dumps(undated) + "\n" + "".join(lines), encoding="utf-8")
    told = run(capsys, str(whole), "--json")
    assert score.main([str(some), "--json"]) == 0
    printed = capsys.readouterr()
    assert printed.out == told
    assert printed.err.startswith("left out: undated: the text: no publication date")
    some.write_text(json.dumps(undated) + "\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="no document that can be read"):
        score.main([str(some)])


def test_a_folder_of_timeml_and_json_lines_score_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = corpus(tmp_path)
    told = [
        json.loads(run(capsys, str(path), "--json", "--folds", "3"))
        for path in (folder, folder / "corpus.jsonl")
    ]
    assert told[0] == told[1]
    assert told[0]["counts"]["gold"] == 6
    assert told[0]["F1"]["relaxed"] > 0
    assert told[0]["folds"]["strict"]["mean"] == pytest.approx(told[0]["F1"]["strict"])
    assert told[0]["folds"]["strict"]["deviation"] == 0.0
    shown = run(capsys, str(folder), "--folds", "3", "--errors", str(folder / "faults.tsv"))
    assert "3 documents, 6 expressions" in shown
    assert "F1 in 3 parts" in shown
    assert (folder / "faults.tsv").read_text(encoding="utf-8").startswith("document\tfault\t")


def test_answers_of_another_program_are_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = corpus(tmp_path) / "corpus.jsonl"
    told = json.loads(run(capsys, str(path), "--system", str(path), "--json"))
    assert told["F1"] == dict.fromkeys(score.MEASURES, 100.0)


def test_what_cannot_be_scored_is_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="holds no documents"):
        score.main([str(tmp_path)])
    path = corpus(tmp_path) / "corpus.jsonl"
    with pytest.raises(SystemExit, match="3 documents"):
        score.main([str(path), "--folds", "4"])
    path.write_text(path.read_text(encoding="utf-8").replace("d1", "d0"), encoding="utf-8")
    with pytest.raises(SystemExit, match="share an id"):
        score.main([str(path)])
    path.write_text("{", encoding="utf-8")
    with pytest.raises(SystemExit, match="cannot read"):
        score.main([str(path)])


OFFSETS = st.tuples(st.integers(0, 30), st.integers(1, 8))
VALUES = st.sampled_from(["2022", "2021", None])
KINDS = st.sampled_from(["DATE", "SET"])
TIMEXES = st.lists(
    st.builds(lambda at, v, k: timex(at[0], at[0] + at[1], v, k), OFFSETS, VALUES, KINDS),
    max_size=6,
)


@settings(deadline=None)
@given(gold=TIMEXES, found=TIMEXES)
def test_it_agrees_with_the_scorer_beside_the_checkout(
    shared: Callable[[str], Path], gold: list[dict[str, Any]], found: list[dict[str, Any]]
) -> None:
    other = script(shared("score/timex.py"))
    document = {"id": "a", "text": "ab cd " * 8, "timex": gold}
    answer = {"id": "a", "timex": found}
    counts, f1, _ = other.score({"a": document}, {"a": answer})
    mine = score.compare(document, answer)
    assert {name: mine.counts[name] for name in counts} == counts
    assert mine.f1() == f1


@pytest.mark.parametrize("name", ["te3_aquaint", "wikiwars_train", "tweets_modified_train"])
def test_it_agrees_to_the_digit_on_whole_corpora(
    name: str, shared: Callable[[str], Path], tmp_path: Path
) -> None:
    gold = score.load(shared(f"corpora/{name}.jsonl"))
    found = {str(record["id"]): record for record in score.read(gold.values(), "past")}
    total = score.pooled(score.compare(record, found[key]) for key, record in gold.items())
    answers = tmp_path / "answers.jsonl"
    lines = "".join(json.dumps(record) + "\n" for record in found.values())
    answers.write_text(lines, encoding="utf-8")
    scorer = [str(shared("score/timex.py")), str(shared(f"corpora/{name}.jsonl")), str(answers)]
    told = subprocess.run([sys.executable, *scorer], capture_output=True, text=True, check=True)
    other = json.loads(told.stdout.splitlines()[-1])
    assert {key: total.counts[key] for key in other["counts"]} == other["counts"]
    assert total.f1() == other["F1"]
