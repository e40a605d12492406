"""The measurement of speed measures: it sees what is slow, what grows, and what crashes."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import speed


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    """The benchmark silences the logs of others, which no other test should miss."""
    yield
    logging.disable(logging.NOTSET)


class Work:
    """A clock that counts the work done, a microsecond a step, however fast the machine is."""

    def __init__(self) -> None:
        self.steps = 0

    def seconds(self) -> float:
        return self.steps / 1_000_000

    def quadratic(self, text: str, _: str) -> None:
        """Every character looks back at all before it."""
        for at in range(len(text)):
            self.steps += at

    def linear(self, text: str, _: str) -> None:
        """Every character is looked at ten times."""
        for _again in text:
            self.steps += 10


def linear(text: str, _: str) -> int:
    return sum(ord(character) for character in text * 50)


def crashing(text: str, _: str) -> None:
    raise ValueError(text[:1])


def test_what_grows_with_the_square_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Work()
    monkeypatch.setattr(speed, "SIZES", (1_000, 10_000))
    monkeypatch.setattr(speed, "clock", work.seconds)
    steep = speed.growth(work.quadratic, "May ", speed.PUBLISHED, 10_000, 600.0)
    assert steep["slope"] == pytest.approx(2.0, abs=0.01)
    assert "steep" in speed.say("x", steep, 10_000)
    even = speed.growth(work.linear, "May ", speed.PUBLISHED, 10_000, 600.0)
    assert even["slope"] == pytest.approx(1.0, abs=0.01)
    assert "steep" not in speed.say("x", even, 10_000)


def test_a_row_stops_before_the_limit_is_passed() -> None:
    told = speed.growth(linear, "May ", speed.PUBLISHED, 10_000_000, 0.0)
    assert list(told["seconds"]) == [10_000]
    assert told["slope"] is None


def test_a_slow_reader_stops_at_its_budget_and_crashes_are_counted() -> None:
    documents = [("x" * 50_000, speed.PUBLISHED)] * 50
    read, seconds, crashes = speed.one_pass(linear, documents, 0.05)
    assert 50_000 <= read < 50 * 50_000
    assert seconds > 0.05
    assert crashes == 0
    assert speed.one_pass(crashing, documents, 9.0)[::2] == (50 * 50_000, 50)


def test_every_reader_that_is_here_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    code = speed.main(["--seconds", "0.05", "--largest", "10000", "--json"])
    told = json.loads(capsys.readouterr().out)
    names = [row["reader"].split()[0] for row in told["rates"]]
    assert names[0] == "timeline"
    assert "dateparser" in names
    assert names[-1] == "words"
    assert all(row["first"] > 0 and row["again"] > 0 for row in told["rates"])
    assert told["rates"][-1]["again"] > told["rates"][0]["again"]
    assert set(told["growth"]) == {"the corpus", *speed.ADVERSARIAL}
    assert code == 0


def test_the_tables_name_their_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = tmp_path / "corpus.jsonl"
    record = {"id": "a", "dct": "2023-03-06", "text": "The ferry sank last Friday. " * 9}
    corpus.write_text(json.dumps(record), encoding="utf-8")
    speed.main([str(corpus), "--seconds", "0.05", "--largest", "10000"])
    shown = capsys.readouterr().out
    assert shown.startswith("1 documents, 252 characters")
    for name in ("timeline.find", "the corpus", "two days after", "the others", "words in a set"):
        assert f"\n{name}" in shown
