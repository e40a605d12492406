"""Reads prose that tells time the way people do, and gives back an ordered event table.

>>> import timeline as tl
>>> tl.parse("since last September", published="2023-03-06").edtf()
'2022-09/..'
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline import analysis, charts, documents, exports, spans, table
    from timeline.documents import Document
    from timeline.errors import TimelineError
    from timeline.expressions import TimeExpression
    from timeline.spans import TimeSpan
    from timeline.table import from_csv, from_frame
    from timeline.timelines import Timeline, annotate, explain, find, parse, read

__all__ = [
    "Document",
    "TimeExpression",
    "TimeSpan",
    "Timeline",
    "TimelineError",
    "analysis",
    "annotate",
    "charts",
    "documents",
    "explain",
    "exports",
    "find",
    "from_csv",
    "from_frame",
    "parse",
    "read",
    "spans",
    "table",
]

# Where each name is. A room is entered when a name in it is first asked for: the whole house,
# pandas and plotly among it, takes a second to load, and `timeline --help` must not.
_ROOMS = {
    "Document": "documents",
    "TimeExpression": "expressions",
    "TimeSpan": "spans",
    "TimelineError": "errors",
}
_OPEN_ROOMS = ("analysis", "charts", "documents", "exports", "spans", "table")
_FRONT_ROOM = "timelines"


def __getattr__(name: str) -> object:
    _register()
    if name in _OPEN_ROOMS:
        return import_module(f"timeline.{name}")
    if name not in __all__:
        message = f"module 'timeline' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"timeline.{_ROOMS.get(name, _FRONT_ROOM)}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _at_hand(frame: Any) -> Any:
    """Analyses, charts and exports of a table of events: `timeline.timelines.TimelineAccessor`."""
    return import_module(f"timeline.{_FRONT_ROOM}").TimelineAccessor(frame)


def _register() -> None:
    """Give frames the library at hand, where pandas is there; no room is entered for it."""
    frames = getattr(sys.modules.get("pandas"), "DataFrame", None)
    if frames is not None and not hasattr(frames, "timeline"):
        sys.modules["pandas"].api.extensions.register_dataframe_accessor("timeline")(_at_hand)


# `import pandas as pd, timeline as tl` is enough for `frame.timeline`. Where pandas comes in
# later, the next name that is asked for here does it: waiting for pandas would be slow.
_register()
