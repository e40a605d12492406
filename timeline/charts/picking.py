"""From a click or a selection in a notebook's chart back to the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from timeline.errors import MissingExtra


def watch(
    figure: go.Figure, table: pd.DataFrame, then: Callable[[pd.DataFrame], object]
) -> go.FigureWidget:
    """The figure as a widget that hands the rows of `table` behind a click or selection to `then`.

    `figure` was made from `table` by a function of this room. In a notebook:

        chart = watch(plot(table), table, display)

    Raises `MissingExtra` where the package anywidget is not installed.
    """
    try:
        widget = go.FigureWidget(figure)
    except ImportError as error:
        raise MissingExtra(
            "a chart that gives back rows needs anywidget: pip install 'timeline-reader[notebook]'"
        ) from error

    def hand_over(trace: Any, points: Any, _: Any) -> None:
        rows = picked(trace, points.point_inds)
        if rows:
            then(table.iloc[rows])

    for trace in widget.data:
        if trace.customdata is not None:
            trace.on_click(hand_over)
            trace.on_selection(hand_over)
    return widget


def picked(trace: Any, points: Iterable[int]) -> list[int]:
    """The rows of the table behind points of a trace, each once, in order.

    >>> from timeline.charts import plot
    >>> mine = pd.DataFrame({"when": ["2022-02-24", "2022"], "event": ["Invasion", "War"]})
    >>> bars = plot(mine).data[0]
    >>> picked(bars, [0])
    [1]
    """
    rows: set[int] = set()
    for point in points:
        cell = trace.customdata[point]
        last = cell[-1] if isinstance(cell, list | tuple) or hasattr(cell, "tolist") else cell
        if last is not None and not isinstance(last, str):
            rows.add(int(last))
    return sorted(rows)
