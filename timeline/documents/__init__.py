"""Texts and when they were published: reading files, pages, records and feeds."""

from timeline.documents.datelines import find_dateline
from timeline.documents.demo import demo_document
from timeline.documents.document import Document, Unread
from timeline.documents.feeds import is_feed, read_feed
from timeline.documents.files import (
    is_address,
    list_files,
    names_file,
    read_document,
    read_documents,
    read_file,
)
from timeline.documents.making import make_document
from timeline.documents.pages import Page, is_html, read_page
from timeline.documents.published import Published, read_published
from timeline.documents.records import (
    NAMES,
    parse_line,
    read_csv,
    read_json,
    read_parquet,
    read_record,
)

__all__ = [
    "NAMES",
    "Document",
    "Page",
    "Published",
    "Unread",
    "demo_document",
    "find_dateline",
    "is_address",
    "is_feed",
    "is_html",
    "list_files",
    "make_document",
    "names_file",
    "parse_line",
    "read_csv",
    "read_document",
    "read_documents",
    "read_feed",
    "read_file",
    "read_json",
    "read_page",
    "read_parquet",
    "read_published",
    "read_record",
]
