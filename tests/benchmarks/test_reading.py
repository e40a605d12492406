"""The measurement of whole readings measures every step, and every start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import reading


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "TURNS", 1)
    monkeypatch.setattr(reading, "ADVERSARIAL", {"one date": "on 5 May 2020 "})
    monkeypatch.setattr(reading, "COMMANDS", {"--help": ["-m", "timeline", "--help"]})


def test_rates_steps_growth_and_starts_are_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus.jsonl"
    record = {"id": "a", "dct": "2023-03-06", "text": "The ferry sank last Friday. " * 9}
    corpus.write_text(json.dumps(record), encoding="utf-8")
    limits = ["--largest", "10000", "--runs", "1"]
    assert reading.main([str(corpus), *limits, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told["rates"]) == {"first", "read", "rows", "table"}
    assert all(rate > 0 for rate in told["rates"].values())
    assert {"sentences and tags", "events, dated", "order", "DataFrame"} <= set(told["steps"])
    assert set(told["growth"]) == {"the corpus", "one date"}
    assert told["starts"]["--help"]["cpu"] > 0


def test_a_step_that_takes_longer_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    hours = iter(range(10_000))
    monkeypatch.setattr(reading, "clock", lambda: float(next(hours)))
    document = reading.Document("He left on 5 May.", 1_678_060_800)
    told = reading.steps([document])
    assert set(told.values()) == {1_000_000 / len(document.text)}


def test_a_command_that_fails_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "COMMANDS", {"none": ["-c", "raise SystemExit(1)"]})
    with pytest.raises(reading.subprocess.CalledProcessError):
        reading.starts(1)
