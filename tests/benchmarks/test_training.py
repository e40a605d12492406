"""What weights are learnt from, where reading gives more or less than a corpus marks."""

from __future__ import annotations

from pathlib import Path

from benchmarks.train.dating import own_lessons
from benchmarks.train.ordering import read_treebank
from benchmarks.train.treebanks import Tree, Word
from timeline.sentences import analyze


def test_a_time_that_dates_nothing_teaches_no_dating(tmp_path: Path) -> None:
    lines = tmp_path / "own.txt"
    lines.write_text(
        "The hijackers chose {the night of the feast} to *board* the ship.\n"
        "The mayor said that the bridge had *closed* {in May}.\n",
        encoding="utf-8",
    )
    assert [lesson.document for lesson in own_lessons(lines)] == [
        "The mayor said that the bridge had closed in May."
    ]


def test_events_that_reading_adds_to_those_of_a_treebank_are_none_of_its_predicates() -> None:
    text = "She met a driver who is now in Graz."
    words = [
        Word(token.text, token.lemma, token.tag, token.xpos, 0, "dep", "_")
        for sentence in analyze(text)
        for token in sentence.tokens
    ]
    tree = Tree("a-1", "a", text, True, words)
    events, places = read_treebank([tree], set())
    assert places == {("a-1", 2): 0}
    assert len(events) > 1
