"""From a text, and what is told about it, to a Document."""

from __future__ import annotations

import re

from timeline.documents.datelines import find_dateline
from timeline.documents.document import Document
from timeline.documents.pages import is_html, read_page
from timeline.documents.published import Published, read_published
from timeline.errors import UnreadableDocument

# A line by itself above the text, without the mark that would end a sentence.
_HEADING = re.compile(r"\s*(\S[^\n]{2,118}[^\s.!?:;,…\"”’'])[ \t\r]*\n[ \t\r]*\n\s*\S")
# Headings are short; a longer line is a paragraph that lost its last mark.
_MOST_WORDS = 16


def make_document(
    text: str,
    published: object = None,
    *,
    id: str = "",
    source: str | None = None,
    title: str | None = None,
) -> Document:
    """The document of a text or of an HTML page.

    >>> from timeline.documents import make_document
    >>> make_document("Talks began.", "6 March 2023", id="wire-1").published
    1678060800
    >>> make_document("<html><h1>Talks</h1><p>Talks began.</html>").title
    'Talks'

    `published` is a date in any form that `read_published` knows; without it the date is looked
    for in the page, or in the first and last lines of the text, and stays unknown where it is not
    told. The characters of a plain text are kept as they are, so that offsets count in it; its
    heading is its title where it has one and none is given.

    Raises `UnreadableDocument` for a text without a word in it.
    """
    given = None if published is None else read_published(published)
    page = read_page(text, source) if is_html(text) else None
    words = page.text if page else text
    if not words.strip():
        what = "the page holds no text" if page else "the text is empty"
        message = f"{what}; there is nothing to read"
        raise UnreadableDocument(message)
    date = given or (page.published if page else find_dateline(text))
    if page:
        title, source = title or page.title, source or page.url
    else:
        title = title or find_heading(text)
    return _compose(words, date, id, source, title)


def find_heading(text: str) -> str | None:
    r"""The heading of a plain text: a short first line by itself, with no mark at its end.

    >>> find_heading("Shells on the port\n\nThe shelling began on Monday.")
    'Shells on the port'
    """
    match = _HEADING.match(text)
    return match[1] if match and len(match[1].split()) <= _MOST_WORDS else None


def _compose(
    text: str, date: Published | None, id: str, source: str | None, title: str | None
) -> Document:
    if date is None:
        return Document(text, None, id, source, title)
    return Document(text, date.instant, id, source, title, date.granularity, date.why)
