"""Texts and when they were published: reading files, pages, records and feeds."""

from timeline.documents.document import Document, Unread

__all__ = ["Document", "Unread"]
