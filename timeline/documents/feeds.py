"""News feeds: RSS and Atom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from timeline.documents.document import Document, Unread
from timeline.documents.making import make_document
from timeline.errors import TimelineError, UnreadableDocument
from timeline.late import Late

feedparser = Late("feedparser", extra="web", what="reading a feed")

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")


def is_feed(data: bytes) -> bool:
    """Whether a file's bytes are those of a feed.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">')
    True
    """
    return _FEED.search(data, 0, 4096) is not None


def read_feed(path: Path, *, published: object = None) -> Iterator[Document | Unread]:
    """The entries of an RSS or Atom file, each with its own publication date.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "news.xml"
    >>> entry = "<item><description>Talks began.</description></item>"
    >>> rss = f"<rss version='2.0'><channel>{entry}</channel></rss>"
    >>> _ = path.write_text(rss, encoding="utf-8")
    >>> [document.text for document in read_feed(path)]
    ['Talks began.']

    Where an entry carries its whole text that is read, else its summary. An entry without words
    yields an `Unread`.
    """
    feed = feedparser.parse(BytesIO(path.read_bytes()))
    if not feed.entries:
        message = "no feed, or one without entries"
        raise UnreadableDocument(message)
    for number, entry in enumerate(feed.entries, start=1):
        told = entry.get("published") or entry.get("issued") or entry.get("created")
        link = entry.get("link")
        name = entry.get("id") or link or f"{path.name}:{number}"
        try:
            yield make_document(
                _page(entry),
                told if published is None else published,
                id=name,
                source=link or path.name,
                title=entry.get("title"),
            )
        except TimelineError as error:
            yield Unread(name, path.name, number, str(error))


def _page(entry: Mapping[str, Any]) -> str:
    contents = [each.get("value", "") for each in entry.get("content", [])]
    longest = max([*contents, entry.get("summary", "")], key=len)
    return f"<html><body><main>{longest}</main></body></html>" if "<" in longest else longest
