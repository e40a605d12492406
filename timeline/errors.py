"""The errors a reader of timeline can meet.

All of them are `ValueError`s, so that code that knows nothing of timeline can catch them.
"""

from __future__ import annotations


class TimelineError(ValueError):
    """Something given to timeline cannot be used; the message says what and what to do.

    >>> import timeline as tl
    >>> try:
    ...     tl.parse("Kharkiv", published="2023-03-06")
    ... except tl.TimelineError as error:
    ...     print(error)
    'Kharkiv' is no time expression; write one such as 'since last September'
    """


class NotATime(TimelineError):
    """The words are no time expression, or tell only how long or how often.

    >>> import timeline as tl
    >>> tl.parse("for 82 days", published="2023-03-06")
    Traceback (most recent call last):
        ...
    timeline.errors.NotATime: 'for 82 days' tells how long or how often (P82D), not when;
    use find() for those
    """


# The end of every message about a publication date that is missing.
GIVE_A_DATE = (
    'give one, such as published="2023-03-06" (on the command line: --published 2023-03-06)'
)


class NoPublicationDate(TimelineError):
    """The text needs a publication date and none was given or found.

    >>> import timeline as tl
    >>> tl.find("He left last week.")
    Traceback (most recent call last):
        ...
    timeline.errors.NoPublicationDate: the text: no publication date is known, and without one
    words such as "last week" have no place on the calendar; give one, such as
    published="2023-03-06" (on the command line: --published 2023-03-06)
    """


class ImpossibleDate(TimelineError):
    """A date that no calendar has, such as February 30.

    >>> import timeline as tl
    >>> tl.parse("February 30", published="2023-03-06")
    Traceback (most recent call last):
        ...
    timeline.errors.ImpossibleDate: 'February 30': that month has no day 30
    """


class UnreadableDocument(TimelineError):
    """A file, page or line that holds no readable text.

    >>> from timeline.documents import read_document
    >>> read_document("   ")
    Traceback (most recent call last):
        ...
    timeline.errors.UnreadableDocument: the text is empty; there is nothing to read
    """


class BadTable(TimelineError):
    """A table that lacks the columns, or holds values, that the work at hand needs.

    >>> from timeline.exports import format_of
    >>> format_of("story")
    Traceback (most recent call last):
        ...
    timeline.errors.BadTable: story: a table's file ends in one of .csv, .xlsx, .json, ...
    """


class MissingExtra(TimelineError):
    """A feature needs an optional package that is not installed.

    >>> from timeline.late import Late
    >>> Late("no_such_package", extra="web", what="reading a feed").parse
    Traceback (most recent call last):
        ...
    timeline.errors.MissingExtra: reading a feed needs no_such_package:
    pip install 'timeline-reader[web]'
    """
