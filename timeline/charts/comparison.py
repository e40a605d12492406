"""Two or more sources of one story, one under another on the same axis of time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.frames import tidy
from timeline.charts.hovers import said
from timeline.charts.scenes import compose, need, publication
from timeline.charts.story import plot
from timeline.errors import BadTable


def compare(
    table: pd.DataFrame,
    *,
    by: str = "source",
    same: str | None = None,
    published: object = None,
    title: str | None = None,
    color: str | None = None,
    hover_data: tuple[str, ...] = (),
    template: object = None,
    height: int | None = None,
    width: int | None = None,
) -> go.Figure:
    """Sources in parallel lanes: what each tells, when, and what only some of them tell.

    >>> import pandas as pd
    >>> told = pd.DataFrame({
    ...     "when": ["2023-10-14", "2023-10-14", "2023-11"],
    ...     "event": ["The dam broke", "Dam gives way", "Relief arrives"],
    ...     "source": ["Courier", "Gazette", "Gazette"],
    ...     "topic": ["dam", "dam", "relief"],
    ... })
    >>> figure = compare(told, same="topic")
    >>> list(figure.layout.yaxis.ticktext)
    ['Courier', 'Gazette']

    `by` names the column that tells the sources apart. `same` names one whose equal values stand
    for the same event: a line joins them across the lanes, so that different dates are seen.
    Raises `BadTable` if fewer than two sources are there.
    """
    frame = tidy(table)
    need(frame, by, same, color, *hover_data)
    if frame[by].dropna().nunique() < 2:
        raise BadTable(f"column {by!r} holds fewer than two sources to compare")
    figure = plot(
        frame,
        published=published,
        title=title,
        lane=by,
        color=color,
        hover_data=hover_data,
        template=template,
        height=height,
        width=width,
    )
    if same is not None:
        line = publication(frame, published)
        scene = compose(frame, line, by, color, width=width)
        middle = (scene.where.left + scene.where.right) / 2
        x, y = _joints([said(v) for v in frame[same]], middle, scene.placing.lane)
        joined = go.Scatter(
            x=scene.axis.place(x),
            y=y,
            mode="lines",
            name="the same event",
            line={"color": "rgba(125,127,134,0.8)", "width": 1.2, "dash": "dot"},
            hoverinfo="skip",
        )
        figure.add_trace(joined)
        # Below the marks that it joins.
        figure.data = (figure.data[-1], *figure.data[:-1])
    return figure


def _joints(
    names: list[str | None], middle: np.ndarray, lane: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    groups: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        if name is not None:
            groups.setdefault(name, []).append(i)
    x: list[float] = []
    y: list[float] = []
    for rows in groups.values():
        if len(rows) > 1:
            ordered = sorted(rows, key=lambda i: lane[i])
            x += [*middle[ordered].tolist(), np.nan]
            y += [*lane[ordered].astype(float).tolist(), np.nan]
    return np.array(x), np.array(y)
