"""The looks that all figures share."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.hovers import plain
from timeline.charts.styles import rgba
from timeline.charts.words import day_in_words

LINE = "#b3470e"


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
    """The day of publication as a line with its name; what lies after it is tinted."""
    x, far = axis.place(np.array([published, axis.beyond])).tolist()
    tall = {"layer": "below", "y0": 0, "y1": 1, "yref": "paper", "x0": x}
    figure.add_shape(type="rect", x1=far, line={"width": 0}, fillcolor=rgba(LINE, 0.07), **tall)
    figure.add_shape(type="line", x1=x, line={"width": 1.5, "color": rgba(LINE, 0.75)}, **tall)
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
