"""Whatever a reader points at: a path, a text, a page, a folder, a batch."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from timeline.documents.document import Document, Unread
from timeline.documents.encodings import decode, plain_lines
from timeline.documents.feeds import is_feed, read_feed
from timeline.documents.making import make_document
from timeline.documents.pages import is_html
from timeline.documents.published import Published, read_published
from timeline.documents.records import read_csv, read_json, read_parquet
from timeline.errors import TimelineError, UnreadableDocument

_BATCHES = {
    ".jsonl": read_json,
    ".ndjson": read_json,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
}
_FEEDS = frozenset({".rss", ".atom", ".xml", ".rdf"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_TEXTS = frozenset({".txt", ".text", ".md", ".rst"}) | _PAGES
_SUFFIXES = _TEXTS | _FEEDS | _BATCHES.keys()
_OTHER_SUFFIXES = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".gz", ".zip"})
# No usual system has longer paths; a text has.
_LONGEST_PATH = 1_024
_NO_NAME = re.compile(r"[\n\r\0<>]")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_NO_NETWORK = "timeline reads no pages from the network; save it as a file"

Source: TypeAlias = "str | os.PathLike[str] | Document"


def read_document(
    source: Source,
    published: object = None,
    *,
    id: str | None = None,
    title: str | None = None,
    day_first: bool | None = None,
) -> Document:
    """One document from a path, a text, an HTML page or a Document.

    >>> from timeline.documents import read_document
    >>> document = read_document("Talks began on Monday.", published="2023-03-06")
    >>> document.text, document.published
    ('Talks began on Monday.', 1678060800)

    A `Path` names a file; so does a `str` that is the name of an existing file or that looks like
    one (a single line that ends in ".txt", ".html", ".jsonl" and the like). Any other `str` is the
    text. `published` takes any form that `read_published` knows, with `day_first` where that is
    "03/04/2023", and overrules what the document says. Line ends in files become "\\n"; a text
    that is given stays as it is.

    Raises `UnreadableDocument` for a missing, empty, binary or broken file, a folder, an address
    (nothing here goes to the network), and a file that holds several documents.
    """
    given = None if published is None else read_published(published, day_first=day_first)
    if isinstance(source, Document):
        document = _republish(source, given) if given else source
    elif not isinstance(source, str | os.PathLike):
        what = type(source).__name__
        message = f"a document is read from a path, a text or a Document, not from {what}"
        raise UnreadableDocument(message)
    elif is_address(source):
        raise UnreadableDocument(f"{source}: {_NO_NETWORK}")
    elif isinstance(source, str) and not names_file(source):
        document = make_document(source, given)
    else:
        document = _only(
            read_file(Path(source), published=given, day_first=day_first), Path(source)
        )
    return _rename(document, id, title) if id or title else document


def read_documents(
    sources: Source | Iterable[Source],
    published: object = None,
    *,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
) -> Iterator[Document | Unread]:
    """The documents of files, folders, JSON Lines, CSV, Parquet and feeds, one at a time.

    >>> from timeline.documents import read_documents
    >>> [document.error for document in read_documents(["no-such.jsonl"])]
    ['no such file; check the name and the folder']

    What cannot be read never ends the batch: it comes as an `Unread`, which says where and why.
    Folders are read in the order of their names, hidden files left out. `columns` says under which
    names records keep `text`, `published`, `id`, `title` or `source`, `day_first` how they write
    "03/04/2023". A given `published` holds for all, and is the one thing that raises at once when
    it cannot be read.
    """
    if isinstance(sources, str | os.PathLike | Document):
        sources = [sources]
    if published is not None:
        published = read_published(published, day_first=day_first)
    for source in sources:
        if isinstance(source, Document):
            yield read_document(source, published)
            continue
        if is_address(source):
            yield Unread(str(source), str(source), None, _NO_NETWORK)
            continue
        path = Path(source)
        files = list_files([path])
        if not files:
            yield Unread(path.name, str(path), None, "the folder holds no document")
        for file in files:
            name = file.relative_to(path).as_posix() if file != path else None
            yield from _read_any(file, name, published, columns, day_first)


def list_files(sources: Iterable[str | os.PathLike[str]]) -> list[Path]:
    """The files behind paths: each file itself, each folder's documents in the order of names.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> for name in ("b.txt", "a.html", ".hidden.txt", "picture.png"):
    ...     _ = (folder / name).write_text("Talks began.", encoding="utf-8")
    >>> [path.name for path in list_files([folder])]
    ['a.html', 'b.txt']
    """
    found: list[Path] = []
    for source in map(Path, sources):
        found += _files_in(source) if source.is_dir() else [source]
    return found


def _files_in(folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    seen = (p for p in files if not any(n.startswith(".") for n in p.relative_to(folder).parts))
    return sorted(path for path in seen if path.is_file())


def is_address(source: object) -> bool:
    """Whether a source is the address of a page on the network.

    >>> is_address("https://example.org/talks.html"), is_address("talks.html")
    (True, False)
    """
    return isinstance(source, str) and _ADDRESS.fullmatch(source.strip()) is not None


def names_file(text: str) -> bool:
    """Whether a string names a file rather than being a text.

    >>> from timeline.documents import names_file
    >>> names_file("talks/no-such.html"), names_file("Talks began on Monday.")
    (True, False)
    """
    if len(text) > _LONGEST_PATH or not text.strip() or _NO_NAME.search(text):
        return False
    return Path(text).suffix.lower() in _SUFFIXES | _OTHER_SUFFIXES or os.path.exists(text)  # noqa: PTH110 (Path.exists raises on a name too long)


def read_file(
    path: Path,
    *,
    published: object = None,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
) -> Iterator[Document | Unread]:
    """The documents of one file, by its suffix; without a known one it is read as text.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "talks.txt"
    >>> _ = path.write_text("Talks began.", encoding="utf-8")
    >>> [document.text for document in read_file(path)]
    ['Talks began.']

    Raises `UnreadableDocument` where the file as a whole cannot be read.
    """
    require_file(path)
    try:
        yield from _read_known(path, published, columns, day_first)
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise UnreadableDocument(message) from None
    except TimelineError as error:
        message = f"{path}: {error}"
        raise type(error)(message) from None


def require_file(path: Path) -> None:
    """Raise `UnreadableDocument`, saying what to do, where a path is no file."""
    if path.is_dir():
        message = "a folder, not a file; read_documents or `timeline corpus` reads all of it"
        raise UnreadableDocument(f"{path}: {message}")
    if not path.exists():  # a pipe or a terminal will do: <(pdftotext a.pdf -), /dev/stdin
        raise UnreadableDocument(f"{path}: no such file; check the name and the folder")


def _read_known(
    path: Path, published: object, columns: Mapping[str, str] | None, day_first: bool | None
) -> Iterator[Document | Unread]:
    suffix = path.suffix.lower()
    if suffix in _BATCHES:
        yield from _BATCHES[suffix](path, columns=columns, published=published, day_first=day_first)
        return
    data = path.read_bytes()
    if suffix in _FEEDS and is_feed(data):
        yield from read_feed(path, published=published)
        return
    text = plain_lines(decode(data))
    if suffix in _PAGES and not is_html(text):
        text = f"<html>{text}</html>"
    yield make_document(text, published, id=path.name, source=str(path))


def _read_any(
    path: Path,
    name: str | None,
    published: object,
    columns: Mapping[str, str] | None,
    day_first: bool | None,
) -> Iterator[Document | Unread]:
    try:
        for document in read_file(path, published=published, columns=columns, day_first=day_first):
            alone = isinstance(document, Document) and document.id == path.name
            yield replace(document, id=name) if name and alone else document
    except TimelineError as error:
        yield Unread(name or path.name, str(path), None, str(error).removeprefix(f"{path}: "))


def _only(documents: Iterator[Document | Unread], path: Path) -> Document:
    found, more = next(documents, None), next(documents, None)
    if more is not None:
        message = f"{path}: several documents; `timeline corpus` or read_documents reads them all"
        raise UnreadableDocument(message)
    if found is None:
        message = f"{path}: no document in it"
        raise UnreadableDocument(message)
    if isinstance(found, Unread):
        raise UnreadableDocument(found.report())
    return found


def _republish(document: Document, date: Published) -> Document:
    return replace(
        document,
        published=date.instant,
        published_granularity=date.granularity,
        published_why=date.why,
    )


def _rename(document: Document, id: str | None, title: str | None) -> Document:
    return replace(document, id=id or document.id, title=title or document.title)
