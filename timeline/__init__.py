"""Reads prose that tells time the way people do, and gives back an ordered event table.

>>> import timeline as tl
>>> tl.parse("since last September", published="2023-03-06").edtf()
'2022-09/..'
"""

from timeline.documents import Document
from timeline.errors import TimelineError
from timeline.expressions import TimeExpression
from timeline.spans import TimeSpan
from timeline.table import from_csv
from timeline.timelines import Timeline, annotate, explain, find, parse, read

__all__ = [
    "Document",
    "TimeExpression",
    "TimeSpan",
    "Timeline",
    "TimelineError",
    "annotate",
    "explain",
    "find",
    "from_csv",
    "parse",
    "read",
]
