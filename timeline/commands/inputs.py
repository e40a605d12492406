"""From the arguments of a command to the documents it reads."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from timeline.commands.failures import Usage
from timeline.documents import (
    Document,
    Published,
    is_address,
    names_file,
    read_document,
    read_published,
)
from timeline.documents.encodings import decode
from timeline.errors import TimelineError, UnreadableDocument


def given_date(words: str | None, day_first: bool | None = None) -> Published | None:
    """The date after `--published`, if any; raises `Usage` where it is none."""
    if words is None:
        return None
    try:
        return read_published(words, day_first=day_first)
    except TimelineError as error:
        message = f"--published: {error}"
        raise Usage(message) from None


def pairs(given: Sequence[str]) -> dict[str, str]:
    """What stands after `--columns`, by field.

    >>> pairs(["start=Datum", "event=Was geschah"])
    {'start': 'Datum', 'event': 'Was geschah'}

    Raises `Usage` for what is not of the form FIELD=NAME.
    """
    found = {}
    for pair in given:
        field, _, name = pair.partition("=")
        if not field or not name:
            message = f"--columns {pair}: write FIELD=NAME"
            raise Usage(message)
        found[field] = name
    return found


def read_article(name: str, published: Published | None, day_first: bool | None = None) -> Document:
    """The document in a file, or in the standard input where the name is `-`."""
    if name == "-":
        return read_document(read_input(), published, id="the standard input")
    return read_document(name if is_address(name) else Path(name), published, day_first=day_first)


def read_words(words: str | None, published: Published | None) -> Document:
    """The document of a text, of a file that the text names, or of the standard input."""
    if words is None or words == "-":
        return read_document(read_input(), published, id="the standard input")
    if names_file(words):
        return read_document(Path(words), published)
    return read_document(words, published, id="the text")


def read_input() -> str:
    """All of the standard input."""
    if sys.stdin.isatty():
        print("reading what you type, up to Ctrl-D on a line of its own", file=sys.stderr)
    try:
        return decode(sys.stdin.buffer.read())
    except UnreadableDocument as error:
        raise UnreadableDocument(f"the standard input: {error}") from None


def date_of(document: Document) -> Published:
    """The publication date of a document; raises `NoPublicationDate` where it is unknown."""
    instant = document.require_published()
    return Published(instant, document.published_granularity, document.published_why or "given")
