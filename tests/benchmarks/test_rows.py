"""The measurement of rows by patterns: what it makes, what it counts, and that it can fail."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks import rows
from benchmarks.rows import HALVES, PATTERNS, Book, Made, Wanted, main, score

HEAD = PATTERNS.read_text(encoding="utf-8").partition("[pattern.")[0]
PATTERN = """[pattern.{name}]
text = "{{A}} {{v}} in 2014."
rows = ["2014 | {{A}} {words}"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Two patterns, of which the second asks for what no reader can tell."""
    path = tmp_path / "patterns.toml"
    told = (("told", "{v}"), ("untold", "{w} twice"))
    body = "".join(PATTERN.format(name=name, words=words) for name, words in told)
    path.write_text(HEAD + body.replace("{w}", "{v}"), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["pattern", "story"])
def test_every_pattern_fills_its_slots_and_stands_in_one_half(kind: str) -> None:
    book = Book(kind=kind)
    parts = [set(book.half(half)) for half in HALVES]
    assert not parts[0] & parts[1]
    assert parts[0] | parts[1] == set(book.patterns)
    for name in book.patterns:
        made = book.make(name, random.Random(name))
        assert "{" not in made.text
        assert made == book.make(name, random.Random(name))
        assert made.wanted
        assert {one.status for one in made.wanted} <= {
            "asserted",
            "planned",
            "hypothetical",
            "negated",
        }


def test_patterns_are_scored_one_by_one(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    errors = tmp_path / "errors.txt"
    command = ["--patterns", str(own), "--fillings", "2", "--errors", str(errors)]
    assert main(command) == 0
    first, told = capsys.readouterr().out, errors.read_text(encoding="utf-8")
    assert main(command) == 0
    assert capsys.readouterr().out == first
    lines = {line.split()[0]: line.split()[1:] for line in first.splitlines()}
    assert lines["told"] == ["2", "2", "2", "2", "0"]
    assert lines["untold"] == ["0", "0", "0", "2", "2"]
    assert lines["all"] == ["2", "2", "2", "4", "2"]
    assert first.endswith("50.0% right, 50.0% dated, 50.0% worded\n")
    assert told.count("untold: ") == 2
    assert "\ntold: " not in told


def test_stories_are_counted_apart(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = PATTERN.replace("[pattern.", "[story.").format(name="long", words="{v}")
    own.write_text(own.read_text(encoding="utf-8") + story, encoding="utf-8")
    for flags, names in (([], ["told", "untold"]), (["--stories"], ["long"])):
        assert main(["--patterns", str(own), "--fillings", "1", *flags]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert sorted(line.split()[0] for line in lines[1:-2]) == names


def test_a_date_that_the_text_does_not_give_is_wrong() -> None:
    made = Made("The mill closed.", (Wanted("asserted", "none", ("mill closed",)),))
    assert score(made, "2024-09-20")[0]["dated"] == 1


@pytest.mark.parametrize(
    ("when", "status", "words", "counted"),
    [
        ("2014", "asserted", "mill shut", "right dated worded"),
        ("-", "asserted", "mill shut", "right dated worded"),
        ("2014", "planned", "mill shut", "dated worded"),
        ("2013 or 2014", "asserted", "mill shut", "right dated worded"),
        ("201*", "asserted", "mill shut", "right dated worded"),
        ("2015", "asserted", "mill shut", "worded"),
        ("none", "asserted", "mill shut", "worded"),
        ("2014", "asserted", "mill opened", "beside"),
    ],
)
def test_words_date_and_status_count_apart(
    when: str, status: str, words: str, counted: str
) -> None:
    made = Made("The mill shut in 2014.", (Wanted(status, when, (words,)),))
    told, found = score(made, "2024-09-20")
    assert {name for name, count in told.items() if count} - {"rows"} == set(counted.split())
    assert words in rows.show("one", made, found)


@pytest.mark.parametrize(("kind", "least"), [("pattern", 0.75), ("story", 0.7)])
def test_most_rows_are_right(kind: str, least: float) -> None:
    book = Book(kind=kind)
    told = expected = 0
    for name in sorted(book.patterns):
        counts, _ = score(book.make(name, random.Random(name)), book.published)
        told, expected = told + counts["right"], expected + counts["rows"]
    assert told / expected > least
