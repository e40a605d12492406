"""The errors a reader of timeline can meet.

All of them are `ValueError`s, so that code that knows nothing of timeline can catch them.
"""

from __future__ import annotations


class TimelineError(ValueError):
    """Something given to timeline cannot be used; the message says what and what to do."""


class NotATime(TimelineError):
    """The words are no time expression."""


class NoPublicationDate(TimelineError):
    """The text needs a publication date and none was given or found."""


class ImpossibleDate(TimelineError):
    """A date that no calendar has, such as February 30."""


class UnreadableDocument(TimelineError):
    """A file, page or line that holds no readable text."""


class BadTable(TimelineError):
    """A table that lacks the columns, or holds values, that the work at hand needs."""


class MissingExtra(TimelineError):
    """A feature needs an optional package that is not installed."""
