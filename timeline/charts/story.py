"""The timeline itself: a Plotly figure from an event table."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.crowd import MOST_BARS, crowd
from timeline.charts.dressing import draw_publication, dress
from timeline.charts.frames import tidy
from timeline.charts.hovers import plain, shorten
from timeline.charts.legends import explain_marks
from timeline.charts.marks import marks
from timeline.charts.scenes import Scene, all_moments, compose, need, publication
from timeline.charts.traces import draw

# The height of a lane and of all around lanes, in pixels; the lanes of a crowded chart.
LANE = 26
AROUND = 150
_CROWDED = 20


def plot(
    table: pd.DataFrame,
    *,
    published: object = None,
    title: str | None = None,
    lane: str | None = None,
    color: str | None = None,
    hover_data: Sequence[str] = (),
    template: object = None,
    height: int | None = None,
    width: int | None = None,
    rangeslider: bool = False,
) -> go.Figure:
    """A timeline of a table: bars for stretches, symbols for moments, lanes that never overlap.

    >>> import pandas as pd
    >>> from timeline.charts import plot
    >>> mine = pd.DataFrame({"start": ["2022-02-24", "2022-09"], "event": ["Invasion", "Izyum"]})
    >>> figure = plot(mine, title="Two events")
    >>> figure.layout.title.text
    'Two events'

    `published` (a date, or the column of that name) is drawn as a line; `lane` and `color` name
    columns that give every value its own band of lanes or its own colour; `hover_data` names
    columns to add to the hover text; `template`, `height` and `width` are Plotly's. Bars are
    solid where the event was surely under way, pale where it lies somewhere within, and fade
    where an end is open or approximate; an arrow says that it goes on. Up to 60 rows have a lane
    each, in the order of time, and their dates before their labels; what nothing but publication
    bounds stands below them. Above 5,000 rows the chart is drawn with WebGL.

    Times are half-open and naive. Raises `BadTable` for a table without times or events, or a
    column that is not there. With `rangeslider` Plotly's own strip stands below.
    """
    frame = tidy(table)
    need(frame, lane, color, *hover_data)
    line = publication(frame, published)
    if len(frame) > MOST_BARS:
        shape = marks(frame, line)
        figure = crowd(frame, shape, color)
        axis = TimeAxis.around(all_moments(shape, line))
        longest, outside = _CROWDED, 0
    else:
        scene = compose(frame, line, lane, color, hover_data, width)
        axis = scene.axis
        figure = go.Figure([*draw(scene), *explain_marks(scene.shape)])
        _lay_bands(figure, scene)
        longest = max(scene.placing.lanes, 4)
        outside = int((~scene.seen).sum())
    tall = longest * LANE + AROUND + (60 if rangeslider else 0)
    dress(figure, axis, title, template, height or tall, width)
    if outside:
        _tell_outside(figure, outside)
    if line is not None:
        draw_publication(figure, axis, line)
    elif frame[["start", "end", "start_latest", "end_earliest"]].isna().all(axis=None):
        figure.update_xaxes(showticklabels=False, showgrid=False)  # no moment is known
    if rangeslider:
        _add_slider(figure)
    return figure


def _tell_outside(figure: go.Figure, count: int) -> None:
    """A line above the chart: it opens where most rows are, and these are elsewhere."""
    told = "1 event lies" if count == 1 else f"{count:,} events lie"
    figure.add_annotation(
        text=f"{told} outside this period: a double click shows all",
        xref="paper",
        yref="paper",
        x=0,
        y=1,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"size": 11, "color": "#7d7f86"},
    )


def _lay_bands(figure: go.Figure, scene: Scene) -> None:
    bands, named = scene.placing.bands, len(scene.placing.bands) > 1
    figure.update_yaxes(
        type="linear",
        range=[max(scene.placing.lanes, 4) - 0.4, -0.6],
        tickmode="array",
        tickvals=[first + (size - 1) / 2 for _, first, size in bands] if named else [],
        ticktext=[plain(shorten(name, 24)) for name, _, _ in bands] if named else [],
    )
    if named:
        for _, first, _ in bands[1:]:
            figure.add_hline(y=first - 0.5, line={"width": 1, "color": "rgba(128,128,128,0.4)"})


def _add_slider(figure: go.Figure) -> None:
    """Plotly's range slider, which draws all traces once more: labels become annotations."""
    labels = [t for t in figure.data if t.type == "scatter" and t.mode == "text"]
    notes = [
        {
            "x": x,
            "y": y,
            "text": text,
            "xanchor": "right" if side.endswith("left") else "left",
            "font": {"size": 12, "color": trace.textfont.color},
            "showarrow": False,
        }
        for trace in labels
        for x, y, text, side in zip(trace.x, trace.y, trace.text, trace.textposition, strict=True)
    ]
    figure.data = tuple(t for t in figure.data if not any(t is label for label in labels))
    figure.update_layout(annotations=[*figure.layout.annotations, *notes])
    figure.update_xaxes(rangeslider={"visible": True, "thickness": 0.09})
