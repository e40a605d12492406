"""The looks that all figures share."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.hovers import plain
from timeline.charts.words import day_in_words


def dress(
    figure: go.Figure,
    axis: TimeAxis,
    title: str | None,
    template: object,
    height: int,
    width: int | None,
) -> None:
    """The looks that all figures share, and the axis of time."""
    figure.update_layout(
        template=template if template is not None else "plotly_white",
        title=None if title is None else {"text": plain(title)},
        height=height,
        width=width,
        barmode="overlay",
        bargap=0,
        hovermode="closest",
        dragmode="pan",
        hoverlabel={"align": "left"},
        legend={"orientation": "h", "yref": "container", "y": 0.01, "yanchor": "bottom", "x": 0},
        margin={"l": 20, "r": 20, "t": 60 if title else 30, "b": 80},
    )
    figure.update_xaxes(**axis.layout())
    figure.update_yaxes(showgrid=False, zeroline=False, fixedrange=True, automargin=True)


def draw_publication(figure: go.Figure, axis: TimeAxis, published: float) -> None:
    """The day of publication as a dotted line with its name."""
    x = axis.place(np.array([published])).tolist()[0]
    figure.add_shape(
        type="line",
        layer="below",
        x0=x,
        x1=x,
        y0=0,
        y1=1,
        yref="paper",
        line={"dash": "dot", "width": 1.5, "color": "#8a6d3b"},
    )
    figure.add_annotation(
        x=x,
        y=1,
        yref="paper",
        yanchor="bottom",
        xanchor="right",
        showarrow=False,
        text=f"published {day_in_words(int(published))}",
        font={"size": 11},
    )
