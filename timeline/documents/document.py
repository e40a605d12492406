"""A text with what is known of its publication."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.documents.encodings import whole
from timeline.errors import GIVE_A_DATE, NoPublicationDate, TimelineError
from timeline.spans import Granularity


@dataclass(frozen=True, slots=True)
class Document:
    """A text, when it was published, and where it comes from.

    >>> from timeline.documents import Document, read_document
    >>> Document("Talks began on Monday.").published is None
    True
    >>> read_document("Talks began on Monday.", published="6 March 2023").published
    1678060800

    `published` is an instant, in seconds since 1970-01-01T00:00:00, in the wall-clock time of the
    place of publication; its granularity is a day, or a second where the time of day is known.
    `published_why` says where the date was found: given, in the page, in the dateline. Offsets in
    everything that timeline returns are positions in `text`, of which no character is moved; halves
    of characters, which no encoding holds, are U+FFFD.
    """

    text: str
    published: int | None = None
    id: str = ""
    source: str | None = None
    title: str | None = None
    published_granularity: Granularity = Granularity.DAY
    published_why: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            message = f"the text of a Document is a str, not a {type(self.text).__name__}"
            raise TimelineError(message)
        for name in ("text", "id", "source", "title"):
            words = getattr(self, name)
            if isinstance(words, str) and not words.isascii():
                object.__setattr__(self, name, whole(words))
        if self.published is not None and type(self.published) is not int:
            message = (
                f"Document.published is a number of seconds since 1970, not {self.published!r}; "
                "read_document(text, published='2023-03-06') reads a date in any form"
            )
            raise TimelineError(message)

    @property
    def name(self) -> str:
        """What to call the document in a message."""
        return self.id or self.source or "the text"

    def require_published(self) -> int:
        """The publication instant; raises `NoPublicationDate`, with the remedy, if unknown."""
        if self.published is None:
            raise no_publication_date(self.name)
        return self.published


def no_publication_date(name: str) -> NoPublicationDate:
    """The error to raise where a text that has a publication date must be read without one."""
    message = (
        f"{name}: no publication date is known, and without one words such as "
        f'"last week" have no place on the calendar; {GIVE_A_DATE}'
    )
    return NoPublicationDate(message)


@dataclass(frozen=True, slots=True)
class Unread:
    """A document of a batch that could not be read, in place of the document.

    >>> Unread("wire-17", "wire.jsonl", 17, "no text").report()
    'wire.jsonl, line 17 (wire-17): no text'

    `line` counts from 1: the line of a JSON Lines file, the record of a CSV or Parquet file, the
    entry of a feed; it is missing where the whole file could not be read.
    """

    id: str | None
    source: str | None
    line: int | None
    error: str

    def report(self) -> str:
        """One line that says where and what."""
        place = ", line ".join(str(p) for p in (self.source, self.line) if p is not None)
        named = f"{place} ({self.id})" if self.id and self.id != self.source else place
        return f"{named}: {self.error}" if named else self.error
