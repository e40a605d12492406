"""Stretches of the calendar that keep their granularity, their open and their fuzzy ends.

>>> from timeline.spans import TimeSpan
>>> TimeSpan.month(2022, 9).edtf()
'2022-09'
"""

from timeline.spans.allen import ALLEN, CONVERSE, possible_relations, relate
from timeline.spans.civil import DAY, ceiling, civil, floor, iso_week, seconds, step, weekday
from timeline.spans.duration import Duration
from timeline.spans.edtf import offset, read_offset
from timeline.spans.granularity import Granularity
from timeline.spans.span import RELATIONS, TimeSpan, home_zone, hull
from timeline.spans.zones import offset_at

__all__ = [
    "ALLEN",
    "CONVERSE",
    "DAY",
    "RELATIONS",
    "Duration",
    "Granularity",
    "TimeSpan",
    "ceiling",
    "civil",
    "floor",
    "home_zone",
    "hull",
    "iso_week",
    "offset",
    "offset_at",
    "possible_relations",
    "read_offset",
    "relate",
    "seconds",
    "step",
    "weekday",
]
