"""Silences on the axis of time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.frames import seconds_of
from timeline.charts.hovers import plain
from timeline.charts.views import (
    MAYBE,
    ORANGE,
    axis_around,
    bars,
    between_in_words,
    finish,
    need,
)


def plot_gaps(gaps: pd.DataFrame, *, title: str | None = None, longest: int = 40) -> go.Figure:
    """The silences that `timeline.analysis.gaps` finds, the longest on top.

    >>> import pandas as pd
    >>> from timeline.analysis import gaps
    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-10-20"])})
    >>> len(plot_gaps(gaps(table)).data)
    2

    Solid where it was surely silent, pale where it may have been. At most `longest` are drawn.
    """
    need(gaps, "gaps", "start", "end", "start_latest", "end_earliest", "at_least", "at_most")
    order = gaps.sort_values(["at_most", "start"], ascending=[False, True], kind="stable")
    drawn = order.head(longest)
    axis = axis_around(drawn["start"], drawn["end"])
    rows = np.arange(len(drawn), dtype=np.int64)
    lengths = [
        between_in_words(low, high)
        for low, high in zip(drawn["at_least"], drawn["at_most"], strict=True)
    ]
    hovers = [
        f"<b>{words}</b><br>after row {plain(str(after))}, until row {plain(str(until))}"
        for words, after, until in zip(lengths, drawn["after"], drawn["until"], strict=True)
    ]
    start, end = (seconds_of(drawn[name]) for name in ("start", "end"))
    inner = [seconds_of(drawn[name]) for name in ("start_latest", "end_earliest")]
    sure = np.flatnonzero(~np.isnan(inner[0]))
    figure = go.Figure(
        [
            bars(axis, start, end, rows, hovers, name="may be silent", color=ORANGE, opacity=MAYBE),
            bars(
                axis,
                inner[0][sure],
                inner[1][sure],
                rows[sure],
                [hovers[row] for row in sure],
                name="surely silent",
                color=ORANGE,
            ),
        ]
    )
    return finish(figure, axis, title, 140 + 26 * max(len(drawn), 3), lengths)
