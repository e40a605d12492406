"""Documents as records: lines of JSON, rows of CSV and Parquet."""

from __future__ import annotations

import codecs
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import count
from pathlib import Path

from timeline.documents.document import Document, Unread
from timeline.documents.encodings import decode
from timeline.documents.making import make_document
from timeline.documents.published import read_published
from timeline.errors import TimelineError, UnreadableDocument
from timeline.late import Late

parquet = Late("pyarrow.parquet", extra="parquet", what="reading Parquet")

# The names that data sets give to what a Document holds, the likeliest first.
NAMES: Mapping[str, tuple[str, ...]] = {
    name: tuple(names.split(" "))
    for name, names in {
        "text": "text body content article story maintext article_text full_text",
        "published": "dct published publication_date published_at publish_date date_publish "
        "date_published datepublished pub_date pubdate date created_at created timestamp",
        "id": "id doc_id document_id docno document uid guid _id",
        "title": "title headline name",
        "source": "source url link publisher",
    }.items()
}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a user tells of all records: names of columns, a publication date, the order of days."""

    columns: Mapping[str, str] | None
    published: object
    day_first: bool | None


_DELIMITERS = ",;\t|"
# Rows of Parquet in memory at once.
_ROWS = 1_000


def read_record(
    record: Mapping[str, object],
    name: str = "",
    line: int | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    published: object = None,
    day_first: bool | None = None,
) -> Document:
    """The document that a record holds.

    >>> from timeline.documents import read_record
    >>> read_record({"headline": "Talks", "body": "Talks began.", "date": "2023-03-06"}).title
    'Talks'
    >>> read_record({"Volltext": "Talks began."}, columns={"text": "Volltext"}).text
    'Talks began.'

    `columns` says under which name the record keeps `text`, `published`, `id`, `title` or
    `source`; for the others the usual names are tried (`NAMES`), small or capital. A given
    `published` overrules the record's. `day_first` says how "03/04/2023" is
    written there. Text that is HTML is read as a page.

    Raises `UnreadableDocument` where there is no text, and `TimelineError` for a publication date
    that cannot be read.
    """
    known = {key.lower(): key for key in record}

    def value(field: str) -> object:
        if columns and field in columns:
            keys = [columns[field]]
        else:
            keys = [known[key] for key in NAMES[field] if key in known]
        values = (record.get(key) for key in keys)
        return next((each for each in values if not _missing(each)), None)

    text = value("text")
    if not isinstance(text, str):
        found = ", ".join(map(repr, list(record)[:12])) or "nothing"
        message = f"no text under 'text'; the record has {found}"
        raise UnreadableDocument(message)
    told = value("published") if published is None else published
    return make_document(
        text,
        None if told is None else read_published(told, day_first=day_first),
        id=_words(value("id")) or (name if line is None else f"{name}:{line}"),
        source=_words(value("source")) or name or None,
        title=_words(value("title")),
    )


def read_json(
    path: Path,
    *,
    columns: Mapping[str, str] | None = None,
    published: object = None,
    day_first: bool | None = None,
) -> Iterator[Document | Unread]:
    """The documents of a JSON Lines file, one line in memory at a time.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "wire.jsonl"
    >>> _ = path.write_text('{"id": "a", "text": "Talks began."}\\nno JSON\\n', encoding="utf-8")
    >>> [type(found).__name__ for found in read_json(path)]
    ['Document', 'Unread']

    A line that cannot be read yields an `Unread` with its number and, where it has one, its id. A
    `.json` file may also hold one object, or one list of them, over many lines.
    """
    told = _Told(columns, published, day_first)
    if path.suffix.lower() == ".json":
        yield from _read_whole_json(path, told)
        return
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if number == 1:
                line = line.removeprefix(codecs.BOM_UTF8)
            if line.strip():
                yield _read_json_line(line, path.name, number, told)


def parse_line(line: bytes) -> dict[str, object]:
    """The record on a line of JSON Lines.

    >>> from timeline.documents import parse_line
    >>> parse_line(b'{"id": "wire-1"}')
    {'id': 'wire-1'}

    Raises `UnreadableDocument`, with the column or the byte, for a line that holds none.
    """
    try:
        record = json.loads(line.strip().decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8: {error.reason}"
        raise UnreadableDocument(message) from None
    except json.JSONDecodeError as error:
        message = f"no JSON: {error.msg} (column {error.colno})"
        raise UnreadableDocument(message) from None
    except (ValueError, RecursionError) as error:
        message = f"no JSON: {error}"
        raise UnreadableDocument(message) from None
    if not isinstance(record, dict):
        message = f"no record but a {type(record).__name__}"
        raise UnreadableDocument(message)
    return record


def read_csv(
    path: Path,
    *,
    columns: Mapping[str, str] | None = None,
    published: object = None,
    day_first: bool | None = None,
) -> Iterator[Document | Unread]:
    """The documents of a CSV file, one a row under a line of column names.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "wire.csv"
    >>> _ = path.write_text("id;text\\na;Talks began.\\n", encoding="utf-8")
    >>> [document.text for document in read_csv(path)]
    ['Talks began.']

    Commas, semicolons, tabs and bars are told apart by the first line.
    """
    told = _Told(columns, published, day_first)
    text = decode(path.read_bytes())
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    names = _next_row(rows) or []
    for number in count(1):
        try:
            row = _next_row(rows)
        except csv.Error as error:
            yield Unread(None, path.name, number, f"no CSV: {error} (line {rows.line_num})")
            continue
        if row is None:
            return
        if len(row) > len(names):
            error_text = f"{len(row)} cells under {len(names)} column names"
            yield Unread(None, path.name, number, error_text)
        elif row:
            record = dict(zip(names, row, strict=False))
            yield _read_row(record, path.name, number, told)


def delimiter(text: str) -> str:
    """What stands between the cells of a CSV file, as its first line that is not empty tells.

    >>> delimiter("Date;Title\\n4 May, 2020;Talks")
    ';'
    """
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=head.count)


def read_parquet(
    path: Path,
    *,
    columns: Mapping[str, str] | None = None,
    published: object = None,
    day_first: bool | None = None,
) -> Iterator[Document | Unread]:
    """The documents of a Parquet file, a thousand rows in memory at a time.

    >>> import tempfile
    >>> import pandas as pd
    >>> path = Path(tempfile.mkdtemp()) / "wire.parquet"
    >>> pd.DataFrame({"id": ["a"], "text": ["Talks began."]}).to_parquet(path)
    >>> [document.text for document in read_parquet(path)]
    ['Talks began.']
    """
    try:
        file = parquet.ParquetFile(path)
    except (OSError, ValueError) as error:
        message = f"no Parquet file: {str(error).splitlines()[0]}"
        raise UnreadableDocument(message) from None
    told = _Told(columns, published, day_first)
    with file:
        number = 0
        for batch in file.iter_batches(batch_size=_ROWS):
            for record in batch.to_pylist():
                number += 1
                yield _read_row(record, path.name, number, told)


def _read_whole_json(path: Path, told: _Told) -> Iterator[Document | Unread]:
    text = decode(path.read_bytes())
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"no JSON: {error}"
        raise UnreadableDocument(message) from None
    for number, record in enumerate(whole if isinstance(whole, list) else [whole], start=1):
        yield _read_row(record, path.name, number, told)


def _read_json_line(line: bytes, name: str, number: int, told: _Told) -> Document | Unread:
    try:
        record = parse_line(line)
    except TimelineError as error:
        return Unread(None, name, number, str(error))
    return _read_row(record, name, number, told)


def _read_row(record: object, name: str, number: int, told: _Told) -> Document | Unread:
    if not isinstance(record, dict):
        return Unread(None, name, number, f"no record but a {type(record).__name__}")
    try:
        return read_record(
            record,
            name,
            number,
            columns=told.columns,
            published=told.published,
            day_first=told.day_first,
        )
    except TimelineError as error:
        key = (told.columns or {}).get("id", "id")
        return Unread(_words(record.get(key)), name, number, str(error))


def _next_row(rows: Iterator[list[str]]) -> list[str] | None:
    # The csv module refuses cells over 128 kB, an article's length, by a process-wide setting:
    # it is lifted for this row alone.
    limit = csv.field_size_limit(sys.maxsize)
    try:
        return next(rows, None)
    finally:
        csv.field_size_limit(limit)


def _missing(value: object) -> bool:
    return value is None or value == "" or value != value  # NaN and NaT differ from themselves


def _words(value: object) -> str | None:
    return None if _missing(value) else str(value)
