"""Event tables as DataFrames that have the library at hand, as `frame.timeline`."""

from timeline.table import assemble, from_csv, from_frame, relate
from timeline.timelines.accessor import TimelineAccessor

__all__ = ["TimelineAccessor", "assemble", "from_csv", "from_frame", "relate"]
