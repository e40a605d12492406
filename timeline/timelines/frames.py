"""Event tables as DataFrames that have the library at hand, as `frame.timeline`."""

from timeline.analysis import conflicts, correct, read_corrections
from timeline.table import assemble, from_csv, from_frame, list_records, relate
from timeline.timelines.accessor import TimelineAccessor

__all__ = [
    "TimelineAccessor",
    "assemble",
    "conflicts",
    "correct",
    "from_csv",
    "from_frame",
    "list_records",
    "read_corrections",
    "relate",
]
