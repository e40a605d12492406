"""Bursts and changes of rate on the axis of time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.counts import plot_counts
from timeline.charts.frames import seconds_of
from timeline.charts.styles import rgba
from timeline.charts.views import (
    ORANGE,
    PURPLE,
    axis_around,
    bars,
    finish,
    need,
)
from timeline.charts.words import day_in_words


def plot_bursts(bursts: pd.DataFrame, *, title: str | None = None) -> go.Figure:
    """The bursts that `timeline.analysis.bursts` finds, a row a level, denser ones below.

    >>> import pandas as pd
    >>> from timeline.analysis import bursts
    >>> days = ["2022-01-01", "2022-03-01", "2022-03-02", "2022-03-03", "2022-07-01"]
    >>> table = pd.DataFrame({"start": pd.to_datetime(days)})
    >>> plot_bursts(bursts(table)).layout.yaxis.title.text
    'level'
    """
    need(bursts, "bursts", "level", "start", "end", "at_least", "at_most")
    axis = axis_around(bursts["start"], bursts["end"])
    start, end = (seconds_of(bursts[name]) for name in ("start", "end"))
    hovers = [
        f"<b>level {row.level}</b><br>{day_in_words(int(low))} to {day_in_words(int(high) - 1)}"
        f"<br>{row.at_least} to {row.at_most} events"
        for row, low, high in zip(bursts.itertuples(), start, end, strict=True)
    ]
    rows = bursts["level"].to_numpy(dtype=np.int64) - 1
    figure = go.Figure(bars(axis, start, end, rows, hovers, name="burst", color=ORANGE, thick=0.8))
    highest = int(bursts["level"].max()) if len(bursts) else 1
    finish(figure, axis, title, 160 + 34 * max(highest, 3), [str(n + 1) for n in range(highest)])
    return figure.update_yaxes(title="level")


def plot_changes(
    changes: pd.DataFrame, counts: pd.DataFrame, *, title: str | None = None
) -> go.Figure:
    """The changes that `timeline.analysis.change_points` finds, over the counts of `pace`.

    >>> import pandas as pd
    >>> from timeline.analysis import change_points, pace
    >>> few = pd.date_range("2001-01-01", "2003-01-01", freq="90D")
    >>> many = pd.date_range("2003-01-01", "2004-01-01", freq="5D")
    >>> table = pd.DataFrame({"start": few.append(many)})
    >>> len(plot_changes(change_points(table), pace(table)).layout.shapes)
    2

    A line at the likeliest moment of each change, a band over all that are nearly as likely.
    """
    need(changes, "change_points", "at", "earliest", "latest", "rate_before", "rate_after")
    figure = plot_counts(counts, title=title)
    axis = axis_around(counts["start"], counts["end"])
    moments = {name: seconds_of(changes[name]) for name in ("at", "earliest", "latest")}
    places = {name: axis.place(values).tolist() for name, values in moments.items()}
    for number, row in enumerate(changes.itertuples()):
        common = {"y0": 0, "y1": 1, "yref": "paper", "type": "rect", "layer": "below"}
        figure.add_shape(
            x0=places["earliest"][number],
            x1=places["latest"][number],
            fillcolor=rgba(PURPLE, 0.18),
            line={"width": 0},
            **common,
        )
        x = places["at"][number]
        figure.add_shape(
            x0=x, x1=x, line={"color": PURPLE, "width": 2}, **(common | {"type": "line"})
        )
        figure.add_annotation(
            x=x,
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=14 * (number % 2),
            showarrow=False,
            font={"size": 11, "color": PURPLE},
            text=f"{row.rate_before:.3g} → {row.rate_after:.3g} a year",
        )
    return figure
