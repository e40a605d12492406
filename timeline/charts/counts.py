"""Numbers of events over time: the pace, and how many are under way."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.frames import seconds_of
from timeline.charts.styles import rgba
from timeline.charts.views import BLUE, MAYBE, axis_around, finish, need

Floats = npt.NDArray[np.float64]


def plot_counts(counts: pd.DataFrame, *, title: str | None = None) -> go.Figure:
    """The numbers that `timeline.analysis.pace` or `concurrency` bound, as steps over time.

    >>> import pandas as pd
    >>> from timeline.analysis import pace
    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-10-20"])})
    >>> [trace.name for trace in plot_counts(pace(table)).data]
    ['at most', 'at least', 'on average']

    The band lies between what is sure and what is possible; the line, where there is one, is
    the average over all dates that the text allows.
    """
    need(counts, "pace", "start", "end", "at_least", "at_most")
    axis = axis_around(counts["start"], counts["end"])
    columns = {"at most": "at_most", "at least": "at_least", "on average": "expected"}
    figure = go.Figure()
    for name, column in columns.items():
        if column not in counts:
            continue
        x, y = _steps(axis, counts, counts[column].to_numpy(dtype=np.float64))
        mean = name == "on average"
        figure.add_scatter(
            x=axis.place(x),
            y=y,
            mode="lines",
            name=name,
            line={"width": 2.5 if mean else 1, "color": BLUE if not mean else "#c8781e"},
            fill=None if mean else "tozeroy",
            fillcolor=rgba(BLUE, MAYBE if name == "at most" else 0.55),
            hovertemplate="%{y:.3~g} " + name + "<extra></extra>",
        )
    finish(figure, axis, title, 380)
    figure.update_layout(hovermode="x unified")
    return figure.update_yaxes(title="events", rangemode="tozero", showgrid=True)


def _steps(axis: TimeAxis, counts: pd.DataFrame, values: Floats) -> tuple[Floats, Floats]:
    """The corners of a stepped line; open ends lie at the edge of the axis."""
    start, end = (seconds_of(counts[name]) for name in ("start", "end"))
    start = np.where(np.isnan(start), axis.low, start)
    end = np.where(np.isnan(end), axis.high, end)
    return np.column_stack((start, end)).ravel(), np.repeat(values, 2)
