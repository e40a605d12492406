"""The front room: texts in, timelines out."""

from timeline.table import from_csv
from timeline.timelines.accessor import TimelineAccessor
from timeline.timelines.annotation import annotate
from timeline.timelines.finding import explain, find, parse
from timeline.timelines.timeline import SALIENT, Timeline, read

__all__ = [
    "SALIENT",
    "Timeline",
    "TimelineAccessor",
    "annotate",
    "explain",
    "find",
    "from_csv",
    "parse",
    "read",
]
