"""The front room: texts in, timelines out."""

from timeline.timelines.annotation import annotate
from timeline.timelines.finding import explain, find, parse
from timeline.timelines.timeline import SALIENT, Timeline, read

__all__ = ["SALIENT", "Timeline", "annotate", "explain", "find", "parse", "read"]
