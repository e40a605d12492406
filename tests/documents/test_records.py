"""Records: their usual names, their bad lines, their long cells."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from timeline.documents import (
    Document,
    Unread,
    read_csv,
    read_documents,
    read_json,
    read_parquet,
    read_record,
    records,
)
from timeline.errors import ImpossibleDate, TimelineError, UnreadableDocument
from timeline.late import Late
from timeline.spans import Granularity, seconds

MARCH = seconds(2023, 3, 6)
TEXT = "Talks began on Monday."


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"id": "a", "text": TEXT, "dct": "2023-03-06"}, ("a", MARCH, None)),
        ({"docno": 7, "Body": TEXT, "pub_date": "6 March 2023"}, ("7", MARCH, None)),
        (
            {"content": TEXT, "headline": "Talks", "published": "2023-03-06"},
            ("r:3", MARCH, "Talks"),
        ),
        ({"text": TEXT, "dct": None, "date": "2023-03-06"}, ("r:3", MARCH, None)),
        ({"text": TEXT, "dct": float("nan")}, ("r:3", None, None)),
        ({"text": TEXT, "date": pd.Timestamp("2023-03-06")}, ("r:3", MARCH, None)),
        ({"text": "KYIV, 6 March 2023 - " + TEXT}, ("r:3", MARCH, None)),
        ({"text": f"<html><h1>Talks</h1><p>{TEXT}</html>"}, ("r:3", None, "Talks")),
        ({"text": f"<h1>Talks</h1><p>{TEXT}</p>"}, ("r:3", None, "Talks")),
    ],
)
def test_the_usual_names_are_known(
    record: dict[str, object], expected: tuple[str, int | None, str | None]
) -> None:
    found = read_record(record, "r", 3)
    assert (found.id, found.published, found.title) == expected


def test_names_of_ones_own_and_a_given_date_come_first() -> None:
    record = {"text": "no", "Inhalt": TEXT, "Datum": "2020-01-01", "date": "2021-01-01"}
    columns = {"text": "Inhalt", "published": "Datum"}
    assert read_record(record, columns=columns).published == seconds(2020)
    assert read_record(record, columns=columns, published="2023-03-06").published == MARCH
    assert read_record(record, columns=columns).text == TEXT


@pytest.mark.parametrize(
    ("record", "error", "complaint"),
    [
        ({}, UnreadableDocument, "the record has nothing"),
        ({"id": "a"}, UnreadableDocument, "no text under 'text'; the record has 'id'"),
        ({"text": None}, UnreadableDocument, "no text"),
        ({"text": 5}, UnreadableDocument, "no text"),
        ({"text": " \n"}, UnreadableDocument, "empty"),
        ({"text": TEXT, "dct": "2023-02-30"}, ImpossibleDate, "no such day"),
        ({"text": TEXT, "dct": "03/04/2023"}, TimelineError, "may be"),
        ({"text": TEXT, "dct": ["2023-03-06"]}, TimelineError, "no publication date"),
    ],
)
def test_a_record_that_cannot_be_read_says_why(
    record: dict[str, object], error: type[TimelineError], complaint: str
) -> None:
    with pytest.raises(error, match=complaint):
        read_record(record)


LINES: Sequence[bytes] = [
    b'\xef\xbb\xbf{"id": "first", "text": "Talks began.", "dct": "2023-03-06"}',
    b"",
    b'{"id": "broken", "text": ',
    b'{"id": "impossible", "text": "Talks.", "dct": "2023-02-30"}',
    b'{"id": "wordless", "text": ""}',
    b'["a", "list"]',
    b"caf\xe9",
    b"[" * 100_000,
    b'{"id": ' + b"9" * 5000 + b"}",
    b'{"id": "last", "text": "Talks ended."}',
]
COMPLAINTS = {
    3: "no JSON: Expecting value (column 25)",
    4: "no such day as 2023-02-30",
    5: "no text",
    6: "no record but a list",
    7: "byte 3 is not UTF-8",
    8: "no JSON",
    9: "no JSON",
}


def test_bad_lines_never_end_the_batch(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(b"\n".join(LINES))
    found = list(read_json(path))
    documents = [each for each in found if isinstance(each, Document)]
    unread = [each for each in found if isinstance(each, Unread)]
    assert [document.id for document in documents] == ["first", "last"]
    assert [each.line for each in unread] == list(COMPLAINTS)
    for each in unread:
        assert COMPLAINTS[each.line or 0] in each.error
        assert each.source == "wire.jsonl"
    assert unread[1].report().startswith("wire.jsonl, line 4 (impossible): there is no such day")


def test_json_may_be_one_object_or_one_list(tmp_path: Path) -> None:
    record = {"text": TEXT, "dct": "2023-03-06"}
    for name, content in (("one.json", record), ("many.json", [record, {"id": "bad"}])):
        (tmp_path / name).write_text(json.dumps(content, indent=2), encoding="utf-8")
    assert [type(each) for each in read_json(tmp_path / "one.json")] == [Document]
    assert [type(each) for each in read_json(tmp_path / "many.json")] == [Document, Unread]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_of_any_delimiter_is_read(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "wire.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=delimiter)
        rows.writerow(["ID", "Headline", "Text", "Date"])
        rows.writerow(["a", "Talks", 'One, two; "three"\tfour|\nfive.', "2023-03-06"])
        rows.writerow(["b", "None", "", ""])
        rows.writerow(["c", "Long", "word " * 100_000, ""])
        rows.writerow(["d", "Wide", "x", "", "one too many"])
        rows.writerow(["e", "Short", "Talks ended."])
    found = list(read_csv(path))
    texts = {each.id: each.text for each in found if isinstance(each, Document)}
    unread = {each.line: each.error for each in found if isinstance(each, Unread)}
    assert texts["a"] == 'One, two; "three"\tfour|\nfive.'
    assert len(texts["c"]) == 500_000
    assert texts["e"] == "Talks ended."
    assert unread.keys() == {2, 4}
    assert "5 cells under 4 column names" in unread[4]


def test_a_row_with_a_broken_quote_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wire.csv"
    path.write_text('id,text\na,"one" two\nb,Talks ended.\n', encoding="utf-8")
    first, second = read_csv(path)
    assert isinstance(first, Unread)
    assert "line 2" in first.error
    assert isinstance(second, Document)


def test_reading_csv_leaves_the_csv_module_as_it_was(tmp_path: Path) -> None:
    limit = 131_072
    csv.field_size_limit(limit)
    (tmp_path / "a.csv").write_text("text\n" + "x" * 200_000, encoding="utf-8")
    assert len(list(read_csv(tmp_path / "a.csv"))) == 1
    assert csv.field_size_limit() == limit


def test_parquet_is_read(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "wire.parquet"
    frame = pd.DataFrame(
        {
            "id": ["a", "b", "c"],
            "text": [TEXT, None, "Talks ended."],
            "date": pd.to_datetime(["2023-03-06", "2023-03-07", None]),
        }
    )
    frame.to_parquet(path)
    found = list(read_parquet(path))
    assert [getattr(each, "published", "-") for each in found] == [MARCH, "-", None]
    assert isinstance(found[1], Unread)
    assert found[1].line == 2


def test_what_is_no_parquet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wire.parquet"
    path.write_bytes(b"id,text\n")
    (unread,) = read_documents(path)
    assert isinstance(unread, Unread)
    assert "no Parquet file" in unread.error


def test_parquet_without_pyarrow_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wire.parquet").write_bytes(b"")
    monkeypatch.setattr(records, "parquet", Late("no_such_package", extra="parquet"))
    (unread,) = read_documents(tmp_path / "wire.parquet")
    assert isinstance(unread, Unread)
    assert "pip install 'timeline-reader[parquet]'" in unread.error


def test_a_time_of_day_makes_the_granularity_a_second() -> None:
    found = read_record({"text": TEXT, "dct": "2023-03-06T10:30"})
    assert found.published_granularity is Granularity.SECOND
    assert read_record({"text": TEXT}).published_granularity is Granularity.DAY
