"""The front room: texts in, timelines out."""

import sys
from typing import TYPE_CHECKING, Any

from timeline.late import doors

if TYPE_CHECKING:
    from timeline.timelines.accessor import TimelineAccessor
    from timeline.timelines.annotation import annotate
    from timeline.timelines.finding import explain, find, parse
    from timeline.timelines.frames import from_csv, from_frame
    from timeline.timelines.timeline import SALIENT, Timeline, read

__all__ = [
    "SALIENT",
    "Timeline",
    "TimelineAccessor",
    "annotate",
    "explain",
    "find",
    "from_csv",
    "from_frame",
    "parse",
    "read",
]

_enter, __dir__ = doors(
    __name__,
    {
        "accessor": "TimelineAccessor",
        "annotation": "annotate",
        "finding": "explain find parse",
        "frames": "from_csv from_frame",
        "timeline": "SALIENT Timeline read",
    },
)


def __getattr__(name: str) -> Any:
    if "pandas" in sys.modules:
        # There may be frames that want `frame.timeline`, whether they come from here or not.
        _enter("TimelineAccessor")
    return _enter(name)
