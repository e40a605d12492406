"""Whatever a reader points at: paths, texts, pages, folders."""

from __future__ import annotations

import json
import os
from pathlib import Path
from threading import Thread

import pytest

from tests.costs import is_quick
from timeline.documents import (
    Document,
    Unread,
    demo_document,
    make_document,
    names_file,
    read_document,
    read_documents,
)
from timeline.errors import (
    ImpossibleDate,
    NoPublicationDate,
    TimelineError,
    UnreadableDocument,
)
from timeline.spans import Granularity, seconds

TEXT = "Talks began on Monday."
MARCH = seconds(2023, 3, 6)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of documents, which is also where we are."""
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "plain").write_text(TEXT, encoding="utf-8")
    (tmp_path / "page.html").write_text(f"<html><p>{TEXT}</html>", encoding="utf-8")
    (tmp_path / "windows.txt").write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.\rThree.")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    record = json.dumps({"id": "w", "text": TEXT, "dct": "2023-03-06"})
    (tmp_path / "wire.jsonl").write_text(f"{record}\n{record}\n", encoding="utf-8")
    (tmp_path / "one.jsonl").write_text(record, encoding="utf-8")
    (tmp_path / "deep" / ".hidden").mkdir(parents=True)
    (tmp_path / "deep" / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "deep" / ".hidden" / "secret.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "deep" / "notes.bin").write_bytes(b"\0")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("article.txt", True),
        ("plain", True),
        ("no-such-article.txt", True),
        ("deep/er/article.HTML", True),
        ("report.pdf", True),
        (TEXT, False),
        ("He opened article.txt and read.", False),
        ("First line\narticle.txt", False),
        ("<p>article.txt", False),
        ("", False),
        ("   ", False),
        ("x" * 300, False),
        ("x" * 5000 + ".txt", False),
        ("nul\0.txt", False),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_path_is_told_from_a_text(text: str, expected: bool) -> None:
    assert names_file(text) is expected


@pytest.mark.parametrize("source", ["article.txt", "plain", "page.html", "one.jsonl", TEXT])
@pytest.mark.usefixtures("folder")
def test_a_path_and_a_text_give_the_same_words(source: str) -> None:
    assert read_document(source).text == TEXT
    assert read_document(source, "6 March 2023").published == MARCH


@pytest.mark.usefixtures("folder")
def test_a_path_object_is_always_a_file() -> None:
    assert read_document(Path("plain")).text == TEXT
    with pytest.raises(UnreadableDocument, match="no such file"):
        read_document(Path(TEXT))


@pytest.mark.usefixtures("folder")
def test_line_ends_are_the_same_from_every_system() -> None:
    assert read_document("windows.txt").text == "One.\nTwo.\nThree."
    assert read_document("One.\r\nTwo.").text == "One.\r\nTwo."


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("no-such-article.txt", "no-such-article.txt: no such file"),
        ("deep", "deep: a folder"),
        ("empty.txt", "empty.txt: it is empty"),
        ("picture.txt", "picture.txt: no text but a PNG picture"),
        ("wire.jsonl", "wire.jsonl: several documents"),
        ("https://w.example/talks", "reads no pages from the network"),
        ("", "the text is empty"),
        (" \n ", "the text is empty"),
        ("<html><body></body></html>", "the page holds no text"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_named_with_the_reason(source: str, complaint: str) -> None:
    with pytest.raises(UnreadableDocument, match=complaint):
        read_document(source)


@pytest.mark.parametrize("source", [None, 5, b"Talks began.", ["Talks began."]])
def test_what_is_no_document_at_all_is_told_by_its_type(source: object) -> None:
    with pytest.raises(UnreadableDocument, match=f"not from {type(source).__name__}"):
        read_document(source)


def test_an_address_in_a_batch_is_told_as_one() -> None:
    (unread,) = read_documents(["https://w.example/talks"])
    assert unread.report() == (
        "https://w.example/talks: timeline reads no pages from the network; save it as a file"
    )


@pytest.mark.usefixtures("folder")
def test_an_impossible_date_is_refused_for_texts_and_files() -> None:
    for source in (TEXT, "article.txt", "one.jsonl", Document(TEXT)):
        with pytest.raises(ImpossibleDate):
            read_document(source, "February 30, 2023")


def test_a_document_passes_through_and_takes_a_new_date() -> None:
    document = make_document(TEXT, "2020-01-01T10:00")
    assert read_document(document) is document
    again = read_document(document, "2023-03-06", id="x", title="Talks")
    assert (again.published, again.published_granularity) == (MARCH, Granularity.DAY)
    assert again.text == TEXT


def test_a_name_and_a_title_may_be_given() -> None:
    document = read_document(TEXT, "2023-03-06", id="wire-1", title="Talks")
    assert (document.id, document.title) == ("wire-1", "Talks")


def test_a_batch_goes_on_past_what_cannot_be_read(folder: Path) -> None:
    found = list(read_documents([folder, "gone.txt", Document("Last."), "deep"]))
    read = [each.id for each in found if isinstance(each, Document)]
    unread = {str(each.id): each.error for each in found if isinstance(each, Unread)}
    assert read == [
        *("article.txt", "deep/article.txt", "w", "page.html", "windows.txt", "w", "w"),
        *("", "article.txt"),
    ]
    assert unread["empty.txt"].startswith("it is empty")
    assert "PNG" in unread["picture.txt"]
    assert unread["gone.txt"].startswith("no such file")


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    (unread,) = read_documents(tmp_path)
    assert isinstance(unread, Unread)
    assert "holds no document" in unread.report()


def test_a_bad_given_date_ends_the_batch_at_once(folder: Path) -> None:
    with pytest.raises(TimelineError, match="no such day"):
        list(read_documents(folder, "2023-02-30"))


def test_an_unknown_date_asks_for_one() -> None:
    with pytest.raises(NoPublicationDate, match="--published 2023-03-06"):
        Document(TEXT).require_published()
    assert make_document(TEXT, "2023-03-06").require_published() == MARCH


@pytest.mark.parametrize("wrong", [{"text": b"bytes"}, {"text": TEXT, "published": "2023-03-06"}])
def test_a_document_of_wrong_types_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(TimelineError):
        Document(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["word " * 1_000_000, "x" * 200_000, "By A, 6 March " * 15_000])
def test_long_texts_are_read_in_no_time(tmp_path: Path, text: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text(text, encoding="utf-8")
    assert read_document(path).text == text
    assert read_document(text).text == text
    assert is_quick(lambda: read_document(path), 1)
    assert is_quick(lambda: read_document(text), 1)


def test_the_bundled_article_is_read_with_its_date() -> None:
    document = demo_document()
    assert document.published == seconds(2024, 5, 16)
    assert document.text.startswith("Mediators")
    assert 450 <= len(document.text.split()) <= 600


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Shells on the port\n\nThe shelling began.", "Shells on the port"),
        ("\n  A truce in doubt\r\n\r\nIt began.", "A truce in doubt"),
        ("It began on Monday.\n\nIt ended.", None),
        ("Shells on the port\nThe shelling began.", None),
        ("Shells on the port", None),
        ("word " * 20 + "\n\nIt began.", None),
    ],
)
def test_a_heading_is_the_title_of_a_plain_text(text: str, title: str | None) -> None:
    assert make_document(text).title == title


def test_a_title_that_is_given_goes_before_the_heading() -> None:
    assert make_document("A heading\n\nIt began.", title="Given").title == "Given"


def test_what_nobody_sees_in_a_file_is_no_part_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "typeset.txt"
    path.write_text("The cease\u00adfire\u200b held. \t\r\nIt en\u00ad\nded.", encoding="utf-8")
    assert read_document(path).text == "The ceasefire held.\nIt ended."
    page = tmp_path / "page.html"
    page.write_text("<html><p>The cease&shy;fire held.</html>", encoding="utf-8")
    assert read_document(page).text == "The ceasefire held."


def test_what_a_file_ending_in_html_holds_is_markup(tmp_path: Path) -> None:
    path = tmp_path / "talks.htm"
    path.write_text("Talks <b>began</b> on Monday.<br>They ended.", encoding="utf-8")
    assert read_document(path).text == "Talks began on Monday.\n\nThey ended."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_is_read_as_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=(TEXT,), daemon=True)
    writer.start()
    assert read_document(pipe).text == TEXT
    writer.join()


def test_halves_of_characters_cost_nothing_but_themselves() -> None:
    document = Document("Talks \ud83d began.", id="a\udc80", title="\udfffTalks")
    told = (document.text, document.id, document.title)
    assert told == ("Talks \ufffd began.", "a\ufffd", "\ufffdTalks")


def test_the_order_of_days_may_be_told(tmp_path: Path) -> None:
    path = tmp_path / "wire.csv"
    path.write_text("text,date\nTalks began.,06/03/2023\n", encoding="utf-8")
    assert [type(found) for found in read_documents(path)] == [Unread]
    (found,) = read_documents(path, day_first=True)
    assert isinstance(found, Document)
    assert found.published == MARCH
    assert read_document(TEXT, "3/6/2023", day_first=False).published == MARCH
