"""The front room: texts in, timelines out."""

from timeline.timelines.annotation import annotate
from timeline.timelines.finding import explain, find, parse

__all__ = ["annotate", "explain", "find", "parse"]
