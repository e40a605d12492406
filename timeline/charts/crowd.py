"""Many thousands of events in one figure, drawn with WebGL."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.hovers import plain, said, shorten
from timeline.charts.lanes import pack
from timeline.charts.shapes import edges
from timeline.charts.styles import PALETTE, STATUS

#: Up to here bars are quick enough; beyond, segments are drawn with WebGL.
MOST_BARS = 5000
_WIDTH = 1200.0


def crowd(frame: pd.DataFrame, shape: pd.DataFrame, color: str | None) -> go.Figure:
    """Every row as a WebGL segment and a point, in lanes; details are kept to two lines."""
    bounds = shape[["left", "right", "sure_from", "sure_to"]].to_numpy(dtype=float)
    axis = TimeAxis.around(bounds.ravel())
    where = edges(shape, axis.low, axis.high, _WIDTH)
    room = 4 * where.pixel
    lane: np.ndarray = pack(where.left - room, np.maximum(where.right, where.left) + room)
    group = shape["status"].to_numpy(dtype=object)
    names = {key: (style.name, style.color) for key, style in STATUS.items()}
    if color is not None:
        group = np.array([said(v) or "—" for v in frame[color]], dtype=object)
        common = pd.Series(group).value_counts().index[: len(PALETTE) - 1].tolist()
        group = np.where(np.isin(group.astype(str), common), group, "other")
        names = {n: (n, c) for n, c in zip([*common, "other"], PALETTE, strict=False)}
    text = np.array([plain(shorten(said(e) or "", 70)) for e in frame["event"]], dtype=object)
    when = np.array([plain(words) for words in shape["words"]], dtype=object)
    figure = go.Figure()
    for key, (name, paint) in names.items():
        rows = np.flatnonzero(group == key)
        if not len(rows):
            continue
        figure.add_traces(
            [
                _segments(axis, where.left[rows], where.right[rows], lane[rows], key, paint),
                go.Scattergl(
                    x=axis.numbers((where.left[rows] + where.right[rows]) / 2),
                    y=lane[rows].astype(np.int16),
                    mode="markers",
                    name=plain(name),
                    legendgroup=key,
                    text=text[rows],
                    hovertext=when[rows],
                    customdata=rows.astype(np.int32),
                    hovertemplate="<b>%{text}</b><br>%{hovertext}<extra></extra>",
                    marker={"color": paint, "size": 4},
                ),
            ]
        )
    figure.update_yaxes(range=[float(lane.max(initial=0)) + 1, -1], showticklabels=False)
    return figure


def _segments(
    axis: TimeAxis, left: np.ndarray, right: np.ndarray, lane: np.ndarray, key: str, paint: str
) -> go.Scattergl:
    gap = np.full(len(left), np.nan)
    x = np.column_stack([left, right, gap]).ravel()
    y = np.column_stack([lane, lane, gap]).ravel().astype(np.float32)
    return go.Scattergl(
        x=axis.numbers(x),
        y=y,
        mode="lines",
        line={"color": paint, "width": 3},
        legendgroup=key,
        showlegend=False,
        hoverinfo="skip",
    )
