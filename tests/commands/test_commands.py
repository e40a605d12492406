"""The command line as a person meets it: what it prints, where, and how it ends."""

from __future__ import annotations

import atexit
import gc
import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from timeline import timelines
from timeline.commands import main, start
from timeline.commands.doorway import WORKERS
from timeline.documents import demo_document
from timeline.exports import read_table, timeml

TEXT = "Troops took back Izyum last September. Talks began on Monday."
DATE = ["--published", "2023-03-06"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article, where we are; a terminal of 100 columns."""
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "dated.txt").write_text(f"IZYUM, March 6, 2023 (Wire) - {TEXT}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))


def test_an_article_is_printed_charted_and_tabled(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chart, table = folder / "story.html", folder / "story.csv"
    options = [*DATE, "--chart", str(chart), "--table", str(table)]
    assert main(["read", "article.txt", *options]) == 0
    printed = capsys.readouterr().out
    assert "published 2023-03-06 (given)" in printed
    assert "September 2022" in printed
    assert "Troops took back Izyum" in printed
    assert chart.read_text(encoding="utf-8").lstrip().lower().startswith(("<!doctype", "<html"))
    assert "2022-09" in set(read_table(table)["when"])


def test_a_process_of_its_own_looks_for_garbage_seldom(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["find", "They left on Monday.", *DATE]
    before, at_end = gc.get_threshold(), list[object]()
    monkeypatch.setattr(sys, "argv", ["timeline", *command])
    monkeypatch.setattr(atexit, "register", at_end.append)
    try:
        assert main(command) == 0
        assert (gc.get_threshold(), at_end) == (before, [])
        assert start() == 0
        assert gc.get_threshold()[0] > 100 * before[0]
        assert at_end == [gc.freeze]
    finally:
        gc.set_threshold(*before)
    assert capsys.readouterr().out.count("2023-03-06") == 2


def test_the_demo_prints_its_table_and_writes_its_chart(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo"]) == 0
    assert "blew up the railway bridge" in capsys.readouterr().out
    assert (folder / "timeline-demo.html").stat().st_size > 10_000


def test_the_date_may_stand_in_the_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "dated.txt"]) == 0
    assert 'published 2023-03-06 (dateline "March 6, 2023")' in capsys.readouterr().out


@pytest.mark.parametrize("source", ["article.txt", TEXT, "-", None])
def test_find_reads_a_text_a_file_and_the_input(
    source: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, TEXT.encode())
    assert main(["find", *([source] if source else []), *DATE]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["23-37", "last", "September", "2022-09", "Last(Month(9))"]
    assert lines[1].startswith("51-60  on Monday")


def test_find_speaks_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", TEXT, *DATE, "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (TEXT[first["start"] : first["end"]], first["span"]) == ("last September", "2022-09")
    assert first["timex"][0]["value"] == "2022-09"


def test_find_leans_as_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Tuesday", *DATE, "--lean", "future"]) == 0
    assert "2023-03-07" in capsys.readouterr().out


def test_explain_takes_words_without_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "since", "last", "September", *DATE]) == 0
    assert "Since(Last(Month(9)))" in capsys.readouterr().out


LINES = [
    json.dumps({"id": "a", "text": TEXT, "dct": "2023-03-06"}),
    "",
    '{"id": "broken", ',
    json.dumps({"id": "wordless", "dct": "2023-03-06"}),
    json.dumps({"id": "dateless", "text": TEXT}),
    json.dumps({"id": "impossible", "text": TEXT, "dct": "2023-02-30"}),
    "[1, 2]",
    "[" * 100_000,
    json.dumps({"id": "é\ud800", "text": "They left last May.", "dct": "2023-03-06T10:30"}),
]


@pytest.mark.parametrize("piped", [True, False])
def test_annotate_writes_a_line_for_a_line(
    piped: bool, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = "\n".join(LINES).encode()
    (folder / "wire.jsonl").write_bytes(b"\xef\xbb\xbf" + data)
    type_in(monkeypatch, data)
    assert main(["annotate", *([] if piped else ["wire.jsonl"])]) == 1
    output = capsys.readouterr()
    records = [json.loads(line) for line in output.out.splitlines()]
    assert [record["id"] for record in records] == [
        *("a", None, "wordless", "dateless", "impossible", None, None, "é\ud800")
    ]
    assert [("error" in record) for record in records] == [False, *[True] * 6, False]
    assert [record["error"].split(":")[0] for record in records[1:7]] == [
        f"line {number}" for number in (3, 4, 5, 6, 7, 8)
    ]
    first = records[0]
    assert first["timex"][0] == {
        "start": 23,
        "end": 37,
        "text": "last September",
        "type": "DATE",
        "value": "2022-09",
        "mod": None,
        "from": "2022-09-01",
        "to": "2022-10-01",
    }
    took = next(event for event in first["events"] if event["text"] == "took")
    assert (took["from"], took["to_published"]) == ("2022-09-01", "before")
    assert output.err == ""


def test_annotate_ends_well_where_every_line_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "wire.jsonl").write_text(LINES[0] + "\r\n", encoding="utf-8")
    assert main(["annotate", "wire.jsonl", "--no-events"]) == 0
    assert "events" not in json.loads(capsys.readouterr().out)


def test_annotate_writes_timeml_that_reads_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = json.loads(LINES[0])
    same = [record | {"id": "a/b"}, record | {"id": "a b"}, record | {"id": None}]
    (folder / "wire.jsonl").write_text("\n".join(map(json.dumps, same)), encoding="utf-8")
    assert main(["annotate", "wire.jsonl", "--format", "timeml", "--out", "tml"]) == 0
    assert sorted(path.name for path in (folder / "tml").iterdir()) == [
        *("3.tml", "a_b-2.tml", "a_b.tml")
    ]
    found = timeml.read((folder / "tml" / "a_b.tml").read_text(encoding="utf-8"))
    assert found["text"] == TEXT
    assert found["timex"][0]["value"] == "2022-09"
    assert main(["annotate", "wire.jsonl", "--format", "timeml"]) == 0
    assert capsys.readouterr().out.count("<TimeML") == 3


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["read", "gone.txt"], 1, "timeline read: gone.txt: no such file"),
        (["read", "."], 1, "a folder, not a file"),
        (["read", "article.txt"], 1, "no publication date is known"),
        (["read", "empty.txt"], 1, "empty.txt: it is empty"),
        (["read", "https://example.org/talks"], 1, "example.org/talks: timeline reads no pages"),
        (["read", "article.txt", *DATE, "--publishd", "x"], 2, "'--publishd x' is not understood"),
        (["find", "They", "left.", *DATE], 2, "'left.' is not understood; see `timeline find"),
        (["read", "binary.txt", *DATE], 1, "a binary file, no text: byte 3 is 0x00"),
        (["read", "article.txt", "--published", "February 30"], 2, "no such day as February 30"),
        (["read", "article.txt", "--published", "03/04/2023"], 2, "may be 4 March 2023 or"),
        (["read", "article.txt", *DATE, "--table", "story.docx"], 2, "a table's file ends in"),
        (["read", "article.txt", *DATE, "--table", "no/such/story.csv"], 2, "no folder no/such"),
        (["demo", "--chart", "no/such/story.html"], 2, "there is no folder no/such; make it"),
        (["read", "article.txt", *DATE, "--chart", "story.png"], 2, "a name that ends in .html"),
        (["find", "", *DATE], 1, "the text is empty"),
        (["find", "They left.", "--published", "today"], 2, "no publication date"),
        (["explain", "a green door", *DATE], 1, "is no time expression"),
        (["annotate", "gone.jsonl"], 1, "gone.jsonl: no such file"),
        (["annotate", "."], 1, ".: a folder, not a file"),
        (["annotate", "--out", "x"], 2, "--out goes with --format timeml"),
    ],
)
def test_a_failure_is_one_line_and_a_code(
    arguments: list[str],
    code: int,
    complaint: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"abc\0def")
    assert main(arguments) == code
    told = capsys.readouterr().err
    assert complaint in told
    assert told.count("\n") == 1
    assert told.startswith(f"timeline {arguments[0]}: ")


def test_dates_in_figures_are_read_day_first_where_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "figures.txt").write_text("The mill shut on 03/04/2022.", encoding="utf-8")
    for option, day, written in (
        ("--day-first", "3 April 2022", "06/03/2023"),
        ("--no-day-first", "4 March 2022", "03/06/2023"),
    ):
        assert main(["read", "figures.txt", "--published", written, option]) == 0
        told = capsys.readouterr().out
        assert day in told
        assert "published 2023-03-06" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["reed", "article.txt"],
        ["read"],
        ["read", ""],
        ["table", ""],
        ["corpus", "", "--out", "x"],
        ["corpus", "a", "--out", "x", "--batch", "few"],
        ["find", "--lean", "sideways"],
    ],
)
def test_misuse_shows_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage: timeline" in capsys.readouterr().err


def test_who_types_no_command_is_told_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    printed = capsys.readouterr()
    assert "usage: timeline" in printed.out
    assert "timeline demo" in printed.out.splitlines()[-1]
    assert not printed.err


@pytest.mark.parametrize(
    "command",
    [
        ["read", "gone.txt", *DATE, "--table", "story.xlsx"],
        ["corpus", "gone.txt", "--out", "events", "--format", "parquet"],
    ],
)
def test_a_missing_extra_is_told_before_anything_is_read(
    command: list[str],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for package in ("openpyxl", "pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, package, None)
    assert main(command) == 1
    assert "pip install 'timeline-reader[" in capsys.readouterr().err
    assert not (folder / "events").exists()


@pytest.mark.parametrize("command", ["", *WORKERS])
def test_help_is_there_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*filter(None, [command]), "--help"])
    assert stop.value.code == 0
    printed = capsys.readouterr().out
    assert "example" in printed
    assert f"timeline {command}".strip() in printed


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("timeline 0.")


def test_nothing_in_a_text_commands_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The \x1b[31mtroops\x1b[0m left\x07 \u202eIzyum last September. \x9b2J"
    (folder / "evil.txt").write_text(text, encoding="utf-8")
    for command in ("read", "find"):
        assert main([command, "evil.txt", *DATE]) == 0
        printed = capsys.readouterr().out
        assert "2022" in printed
        assert not set("\x1b\x07\x9b\u202e") & set(printed)


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "timeline", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


HEAVY = {"dateparser", "holidays", "numpy", "pandas", "plotly", "pyarrow", "tqdm", "xml.sax"}


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("import timeline.commands", set()),
        ("from timeline.commands import main; main(['find', 'last May', *DATE])", set()),
        ("from timeline.commands import main; main(['explain', 'last May', *DATE])", set()),
        ("from timeline.commands import main; main(['read', 'article.txt', *DATE])", {"numpy"}),
        ("import timeline as tl; tl.find('He left last May.', DATE[1])", set()),
        ("import timeline as tl; repr(tl.read('article.txt', DATE[1]).rows)", {"numpy"}),
    ],
)
def test_nothing_waits_for_a_library_it_does_not_need(code: str, needed: set[str]) -> None:
    listing = f"import sys; DATE = {DATE!r}; {code}; print('loaded', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True)
    *_, loaded = done.stdout.splitlines()
    assert HEAVY & set(loaded.split()) == needed


def test_a_reader_who_has_seen_enough_is_no_error(folder: Path) -> None:
    lines = "\n".join([LINES[0]] * 2000)
    (folder / "wire.jsonl").write_text(lines, encoding="utf-8")
    shell = f"{sys.executable} -m timeline annotate --no-events wire.jsonl | head -n 1"
    done = subprocess.run(shell, shell=True, capture_output=True, check=True)
    assert json.loads(done.stdout)["id"] == "a"
    assert done.stderr == b""


@pytest.mark.parametrize("command", ["read article.txt --published 2023-03-06", "table long.csv"])
def test_who_reads_the_first_rows_has_the_chart_all_the_same(folder: Path, command: str) -> None:
    rows = "\n".join(f"{year},It rained" for year in range(1, 2000))
    (folder / "long.csv").write_text(f"Date,Event\n{rows}\n", encoding="utf-8")
    (folder / "article.txt").write_text("It rained in May.\n" * 2000, encoding="utf-8")
    shell = f"{sys.executable} -m timeline {command} --chart all.html | head -n 1"
    done = subprocess.run(shell, shell=True, capture_output=True, check=True)
    assert done.stderr == b""
    assert (folder / "all.html").stat().st_size > 10_000


def test_a_poor_terminal_gets_what_it_can_show() -> None:
    poor = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = run("find", "since « last May »", *DATE, env=poor)
    assert done.stderr == b""
    assert b"last May" in done.stdout
    record = {"id": "Їжак", "text": "They left last May.", "dct": "2023-03-06"}
    done = run("annotate", "--no-events", input=json.dumps(record).encode(), env=poor)
    assert json.loads(done.stdout)["id"] == "Їжак"
    done = run("read", "no-such-їжак.txt", env=poor)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


def test_every_process_reads_the_same() -> None:
    record = {"id": "demo", "text": demo_document().text, "dct": "2024-05-16"}
    told = {
        run(
            "annotate", input=json.dumps(record).encode(), env=os.environ | {"PYTHONHASHSEED": s}
        ).stdout
        for s in ("1", "2")
    }
    assert len(told) == 1
    assert json.loads(told.pop())["events"]


VILLAGE = "Date,What happened\nspring 2020,Limes were planted\nc. 1850,The mill was built\n,Lost\n"


def test_a_table_of_dates_is_printed_charted_and_tabled(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "village.csv").write_text(VILLAGE, encoding="utf-8")
    assert main(["table", "village.csv", "--chart", "v.html", "--table", "v.json"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[2:6] == [
        "#  when         event",
        "1  about 1850   The mill was built",
        "2  spring 2020  Limes were planted",
        "3  no date      Lost",
    ]
    assert "The mill was built" in (folder / "v.html").read_text(encoding="utf-8")
    assert main(["table", "v.json"]) == 0
    assert capsys.readouterr().out.splitlines()[3:6] == printed[3:6]


def test_a_table_that_was_saved_comes_back_as_it_was(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "Date\tEvent\n44 BC\t=1+1\n2020\tRain\n"
    (folder / "mine.tsv").write_text(rows, encoding="utf-8")
    assert main(["table", "mine.tsv", "--table", "saved.csv"]) == 0
    printed = capsys.readouterr().out.splitlines()[3:5]
    assert printed == ["1  44 BCE  =1+1", "2  2020    Rain"]
    assert main(["table", "saved.csv"]) == 0
    assert capsys.readouterr().out.splitlines()[3:] == printed


def test_headings_and_the_order_of_days_may_be_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Wann;Was\n04/03/2020;Damm gebrochen\nlast May;Damm gebaut\n"
    (folder / "chronik.csv").write_text(text, encoding="utf-8")
    columns = ["--columns", "start=Wann", "event=Was"]
    assert main(["table", "chronik.csv", *columns, "--day-first", *DATE]) == 0
    lines = capsys.readouterr().out.splitlines()[3:]
    assert lines == ["1  4 March 2020  Damm gebrochen", "2  May 2022      Damm gebaut"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nowhere.csv"], 1, "timeline table: cannot read nowhere.csv: No such file"),
        (["nowhere.xlsx"], 1, "timeline table: cannot read nowhere.xlsx: No such file"),
        (["nowhere.vis.json"], 1, "timeline table: cannot read nowhere.vis.json: No such file"),
        (["bare.csv"], 1, "bare.csv has no headings: where they should be stands the date '2020'"),
        (["bad.json"], 1, "bad.json: the file"),
        (["bad.csv"], 1, "bad.csv, line 2, column 'Date': "),
        (["bad.csv", "--columns", "start"], 2, "--columns start: write FIELD=NAME"),
        (["bad.csv", "--table", "x.doc"], 2, "--table x.doc: a table's file ends in one of"),
        (["story.doc"], 1, "story.doc: a table's file ends in one of"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(
    arguments: list[str], code: int, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.csv").write_text("Date,Event\nsoonish,Rain\n", encoding="utf-8")
    (folder / "bare.csv").write_text("2020,Rain\n2021,Snow\n", encoding="utf-8")
    (folder / "bad.json").write_text("[", encoding="utf-8")
    assert main(["table", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.err.startswith("timeline table: ")
    assert told in captured.err


def test_corrections_are_laid_on_an_article(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = timelines.read(folder / "article.txt", published="2023-03-06").table
    edited = table.assign(event=table["event"].str.replace("Izyum", "the town"))
    table.timeline.corrections(edited, folder / "fixes.json")
    assert main(["read", "article.txt", *DATE, "--corrections", "fixes.json"]) == 0
    captured = capsys.readouterr()
    assert "Troops took back the town" in captured.out
    assert captured.err == ""
    (folder / "article.txt").write_text("Talks began on Monday.", encoding="utf-8")
    assert main(["read", "article.txt", *DATE, "--corrections", "fixes.json"]) == 0
    assert 'fixes.json: no row of the table has the trigger "took back"' in capsys.readouterr().err
    assert main(["read", "article.txt", *DATE, "--corrections", "none.json"]) == 1
    assert "cannot read corrections from none.json" in capsys.readouterr().err
