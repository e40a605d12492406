"""Many documents: parts, interruption and resumption, merging, and the command over them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from timeline.commands import collecting, main
from timeline.corpus import describe_inputs, gather, merge, read_batch, tell_story
from timeline.corpus.reading import batches
from timeline.documents import Document, Unread, make_document
from timeline.errors import TimelineError
from timeline.exports import read_table, write_table
from timeline.table import COLUMNS, check

TEXT = "Troops took back Izyum last September."


def tabled(document: Document) -> pd.DataFrame:
    """A reader that is quick: one event a sentence, a document with a cross in it fails."""
    if "†" in document.text:
        raise IndexError("out of range")
    if "?" in document.text:
        raise TimelineError("no answer")
    events = document.text.split(". ")
    frame = pd.DataFrame({"start": ["2023-03-06"] * len(events), "event": events})
    whole = check(frame.assign(order=range(1, len(events) + 1), document=document.id))
    return whole.astype(dict(COLUMNS))[list(COLUMNS)]


@dataclass
class Interrupted:
    """The same reader, interrupted after some documents."""

    after: int
    read: list[str] = field(default_factory=list)

    def __call__(self, document: Document) -> pd.DataFrame:
        if len(self.read) == self.after:
            raise KeyboardInterrupt
        self.read.append(document.id)
        return tabled(document)


def documents(count: int) -> list[Document | Unread]:
    made: list[Document | Unread] = [
        make_document(f"Talks {n}, line one\nline two. They ended", "2023-03-06", id=f"d{n}")
        for n in range(count)
    ]
    made[2] = Unread("d2", "wire.jsonl", 3, "no JSON")
    made[3] = Document("Why?", id="d3")
    made[4] = Document("A † cross", id="d4", source="wire.jsonl")
    return made


ENDINGS = pytest.mark.parametrize("ending", [".csv", ".parquet"])


@ENDINGS
def test_a_corpus_becomes_parts_one_table_and_a_list_of_errors(tmp_path: Path, ending: str) -> None:
    counted: list[int] = []
    tally = gather(
        documents(10),
        tabled,
        tmp_path,
        settings={},
        ending=ending,
        size=4,
        advance=counted.append,
    )
    assert (tally.documents, tally.events, tally.unread) == (10, 14, 3)
    assert counted == [4, 4, 2]
    assert sorted(p.name for p in (tmp_path / "parts").glob(f"*{ending}")) == [
        f"part-00000{n}{ending}" for n in range(3)
    ]
    table = read_table(tally.table)
    assert list(table["document"].unique()) == ["d0", "d1", "d5", "d6", "d7", "d8", "d9"]
    assert table["event"].iloc[0] == "Talks 0, line one\nline two"
    assert table["order"].tolist() == [1, 2] * 7
    failures = [json.loads(line) for line in tally.errors.read_text("utf-8").splitlines()]
    assert failures[0] == {"id": "d2", "source": "wire.jsonl", "line": 3, "error": "no JSON"}
    assert failures[1]["error"] == "no answer"
    assert "stumbled" in failures[2]["error"]
    assert "IndexError" in failures[2]["error"]


@ENDINGS
def test_an_interrupted_run_goes_on_and_ends_the_same(tmp_path: Path, ending: str) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    expected = gather(documents(20), tabled, whole, settings={"a": 1}, ending=ending, size=3)
    first, second = Interrupted(after=9), Interrupted(after=100)
    with pytest.raises(KeyboardInterrupt):
        gather(documents(20), first, broken, settings={"a": 1}, ending=ending, size=3)
    assert not (broken / f"events{ending}").exists()
    found = gather(documents(20), second, broken, settings={"a": 1}, ending=ending, size=3)
    assert found.table.read_bytes() == expected.table.read_bytes()
    assert found.errors.read_bytes() == expected.errors.read_bytes()
    assert len(second.read) == 19 - 8  # the batches of the first eight documents were kept
    assert not list(broken.rglob(".*"))


def test_a_finished_run_reads_nothing_again(tmp_path: Path) -> None:
    first = gather(documents(6), tabled, tmp_path, settings={}, size=2)
    again = gather(documents(6), Interrupted(after=0), tmp_path, settings={}, size=2)
    assert again == first


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"settings": {"lean": "future"}}, "its lean was past and is now future"),
        ({"settings": {"inputs": [["a.txt", 9], ["b.txt", 5]]}}, r"changed since \(b.txt\)"),
        ({"size": 7}, "its batch was 2 and is now 7"),
        ({"ending": ".parquet"}, "its format was .csv and is now .parquet"),
    ],
)
def test_a_folder_of_another_corpus_is_refused(
    tmp_path: Path, change: dict[str, object], named: str
) -> None:
    options: dict[str, object] = {
        "settings": {"lean": "past", "inputs": [["a.txt", 9]]},
        "size": 2,
        "ending": ".csv",
    }
    gather(documents(6), tabled, tmp_path, **options)  # type: ignore[arg-type]
    with pytest.raises(TimelineError, match=named):
        gather(documents(6), tabled, tmp_path, **options | change)  # type: ignore[arg-type]


def test_a_broken_ledger_is_named(tmp_path: Path) -> None:
    (tmp_path / "corpus.json").write_text("{", encoding="utf-8")
    with pytest.raises(TimelineError, match=r"corpus\.json is broken"):
        gather(documents(6), tabled, tmp_path, settings={})


def test_processes_of_their_own_give_the_same(tmp_path: Path) -> None:
    texts = [make_document(TEXT, "2023-03-06", id=str(n)) for n in range(6)]
    read = partial(collecting.table_of, lean="past")
    one = gather(texts, read, tmp_path / "one", settings={}, size=1)
    two = gather(texts, read, tmp_path / "two", settings={}, size=1, workers=2)
    assert one.table.read_bytes() == two.table.read_bytes()
    assert two.events >= 6


def test_merging_refuses_parts_that_do_not_fit(tmp_path: Path) -> None:
    with pytest.raises(TimelineError, match="holds no part"):
        merge(tmp_path)
    tally = gather(documents(6), tabled, tmp_path, settings={}, size=3)
    part = tmp_path / "parts" / "part-000001.csv"
    part.write_text("other\n1\n", encoding="utf-8")
    with pytest.raises(TimelineError, match="other columns"):
        merge(tmp_path)
    assert tally.table.exists()


def test_a_part_without_events_has_the_columns_all_the_same(tmp_path: Path) -> None:
    nothing: list[Document | Unread] = [Unread("a", None, None, "x"), Unread("b", None, None, "y")]
    for ending in (".csv", ".parquet"):
        folder = tmp_path / ending
        tally = gather(
            [*nothing, *documents(5)[:2]], tabled, folder, settings={}, ending=ending, size=2
        )
        assert len(read_table(tally.table)) == tally.events == 4
        assert list(read_table(tally.table).columns) == list(COLUMNS)


@pytest.mark.parametrize(
    "fault", [ValueError, IndexError, RecursionError, AssertionError, StopIteration, TypeError]
)
def test_a_fault_in_one_document_does_not_cost_the_others(fault: type[Exception]) -> None:
    def read(document: Document) -> pd.DataFrame:
        if document.id == "1":
            raise fault
        return tabled(document)

    texts = [make_document(TEXT, "2023-03-06", id=str(n)) for n in range(3)]
    table, unread = read_batch(texts, read)
    assert set(table["document"]) == {"0", "2"}
    assert [(each.id, "please report it" in each.error) for each in unread] == [("1", True)]


def test_faults_of_the_machine_end_the_run() -> None:
    def read(document: Document) -> pd.DataFrame:
        raise MemoryError

    with pytest.raises(MemoryError):
        read_batch([make_document(TEXT, "2023-03-06")], read)


def test_batches_lose_nothing() -> None:
    whole = documents(11)
    assert [each for batch in batches(whole, 4) for each in batch] == whole


def test_inputs_are_described_so_that_a_change_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf-8")
    before = describe_inputs([tmp_path, "gone.txt"])
    assert before[1] == ["gone.txt"]
    path.write_text("two!", encoding="utf-8")
    assert describe_inputs([tmp_path, "gone.txt"]) != before


def test_batches_may_be_read_in_a_dask_bag() -> None:
    bag = pytest.importorskip("dask.bag")
    made = list(batches(documents(7), 3))
    read = bag.from_sequence(made).map(read_batch, tabled).compute(scheduler="synchronous")
    assert sum(len(table) for table, _ in read) == 8


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles and records, where we are."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles" / "deep").mkdir(parents=True)
    for name in ("a.txt", "deep/b.txt"):
        (tmp_path / "articles" / name).write_text(f"IZYUM, 6 March 2023 - {TEXT}", "utf-8")
    (tmp_path / "articles" / "dateless.txt").write_text(TEXT, "utf-8")
    rows = [{"key": n, "body": TEXT, "day": "2023-03-06"} for n in range(3)]
    pd.DataFrame(rows).to_csv(tmp_path / "wire.csv", index=False)
    return tmp_path


def test_the_command_reads_folders_and_records(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["corpus", "articles", "wire.csv", "--out", "out", "--batch", "2"]
    columns = ["--columns", "id=key", "published=day"]
    assert main([*command, *columns]) == 1
    printed = capsys.readouterr().out
    assert "events from 6 documents: out/events.csv" in printed
    assert "1 could not be read, and why: out/errors.jsonl" in printed
    table = read_table(folder / "out" / "events.csv")
    assert list(table["document"].unique()) == ["a.txt", "deep/b.txt", "0", "1", "2"]
    assert (folder / "out" / "errors.jsonl").read_text("utf-8").count("dateless.txt") >= 1
    assert main([*command, *columns, "--lean", "future"]) == 1
    assert "holds another corpus" in capsys.readouterr().err


def test_a_given_date_serves_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "articles", "--out", "out", "--published", "7 March 2023"]) == 0
    assert set(read_table(folder / "out/events.csv")["published"].astype(str)) == {"2023-03-07"}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["articles", "--out", "articles/out"], "would be read with it"),
        (["articles", "--out", "out", "--columns", "txet=body"], "write FIELD=NAME"),
        (["articles", "--out", "out", "--published", "2023-02-30"], "no such day"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_misuse_of_the_command_is_told(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corpus", *arguments]) == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_a_corpus_tells_its_story(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("pyarrow")
    rows = pd.DataFrame(
        {
            "start": ["2023-03-06", "2023-03-06", "2023-03-07"],
            "end": ["2023-03-07", "2023-03-07", "2023-03-08"],
            "event": ["=Fire destroyed the mill", "=Fire destroyed the mill", "Talks ended"],
            "document": ["a", "b", "b"],
        }
    )
    write_table(rows, tmp_path / f"events{ending}")
    story, dates = tell_story(tmp_path / f"events{ending}")
    found = read_table(story)
    assert found["event"].tolist() == ["=Fire destroyed the mill", "Talks ended"]
    assert found["told"].tolist() == [2, 1]
    lines = dates.read_text("utf-8").splitlines()
    assert lines[0] == "start,end,at_least,at_most,events,event"
    # Nothing in a spreadsheet may run.
    assert lines[1] == "2023-03-06T00:00:00,2023-03-07T00:00:00,2,2,2,'=Fire destroyed the mill"
    assert {path.name for path in tmp_path.iterdir()} == {
        *(f"{name}{ending}" for name in ("events", "story")),
        "key_dates.csv",
    }


def test_the_command_merges_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wire = tmp_path / "wire.jsonl"
    record = {"text": TEXT, "published": "2023-03-06"}
    lines = [json.dumps({**record, "id": name}) for name in ("a", "b")]
    wire.write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    command = ["corpus", str(wire), "--out", str(tmp_path / "out")]
    assert main(command) == 1
    assert not (tmp_path / "out" / "story.csv").exists()
    assert main([*command, "--merge"]) == 1
    assert "each event once" in "".join(capsys.readouterr())
    story = read_table(tmp_path / "out" / "story.csv")
    assert story["told"].tolist() == [2]
