"""The timeline itself: a Plotly figure from an event table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.crowd import MOST_BARS, crowd
from timeline.charts.frames import seconds_of, tidy
from timeline.charts.hovers import hover, plain, said, shorten
from timeline.charts.legends import explain_marks
from timeline.charts.marks import marks
from timeline.charts.placing import Placing, bands_of, place
from timeline.charts.shapes import POSSIBLE, SURE, Edges, edges, pieces
from timeline.charts.styles import MOST_GROUPS, PALETTE, STATUS, Style, ink_on, rgba
from timeline.charts.words import day_in_words
from timeline.errors import BadTable
from timeline.table.moments import read_cell

_LANE = 26
_WIDTH = 1000.0
_LABEL = 46
_MOST_LANES = 40
_AROUND = 150
_CROWDED = 20


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known of a chart before Plotly is told: rows, shapes, places and styles."""

    frame: pd.DataFrame
    shape: pd.DataFrame
    axis: TimeAxis
    where: Edges
    placing: Placing
    group: np.ndarray
    styles: dict[str, Style]
    labels: list[str]
    hovers: list[str]


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
    where an end is open or approximate. Above 5,000 rows the chart is drawn with WebGL.

    Times are half-open and naive. Raises `BadTable` for a table without times or events, or a
    column that is not there.
    """
    frame = tidy(table)
    for name in (lane, color, *hover_data):
        if name is not None and name not in frame.columns:
            have = ", ".join(str(c) for c in frame.columns)
            raise BadTable(f"the table has no column {name!r}; it has: {have}")
    line = publication(frame, published)
    if len(frame) > MOST_BARS:
        shape = marks(frame, line)
        figure = crowd(frame, shape, color)
        axis = TimeAxis.around(_all_moments(shape, line))
        longest = _CROWDED
    else:
        scene = compose(frame, line, lane, color, hover_data, width)
        axis = scene.axis
        figure = go.Figure([*draw(scene), *explain_marks(scene.shape)])
        _lay_bands(figure, scene)
        longest = max(scene.placing.lanes, 4)
    _dress(figure, axis, title, template, height or longest * _LANE + _AROUND, width)
    if line is not None:
        _draw_publication(figure, axis, line)
    if rangeslider:
        figure.update_xaxes(rangeslider={"visible": True, "thickness": 0.08})
    return figure


def publication(frame: pd.DataFrame, published: object) -> float | None:
    """The instant of publication, given or the one of the table's column, if there is just one.

    >>> from timeline.table import empty
    >>> publication(empty(), "1970-01-02")
    86400.0
    """
    if published is not None:
        if isinstance(published, int | float):
            return float(published)
        span = read_cell(str(published))
        if span is None or span.start is None:
            raise BadTable(f"published={published!r} is no date; write it as 2023-03-06")
        return float(span.start)
    days = frame["published"].dropna().unique()
    if len(days) != 1:
        return None
    return float(seconds_of(pd.Series(days))[0])


def _all_moments(shape: pd.DataFrame, line: float | None) -> np.ndarray:
    names = ["left", "right", "sure_from", "sure_to"]
    known = shape[names].to_numpy(dtype=float).ravel()
    return known if line is None else np.append(known, line)


def compose(
    frame: pd.DataFrame,
    published: float | None,
    lane: str | None = None,
    color: str | None = None,
    hover_data: Sequence[str] = (),
    width: int | None = None,
) -> Scene:
    """Decides where everything goes, for a chart about `width` pixels wide."""
    shape = marks(frame, published)
    axis = TimeAxis.around(_all_moments(shape, published), 0.05)
    where = edges(shape, axis.low, axis.high, max((width or _WIDTH) - 60.0, 200.0))
    labels = [shorten(said(text) or "", _LABEL) for text in frame["event"]]
    status = shape["status"].tolist()
    if color is None:
        group, styles = shape["status"].to_numpy(dtype=object), dict(STATUS)
    else:
        group, styles = _categories(frame[color])
    placing = place(
        where,
        labels,
        bands_of(frame, lane),
        frame["salience"].to_numpy(dtype=float),
        axis,
        _MOST_LANES,
    )
    more = list(dict.fromkeys(hover_data))
    hovers = [
        hover(row, words, STATUS[kind].name, more)
        for (_, row), words, kind in zip(frame.iterrows(), shape["words"], status, strict=True)
    ]
    return Scene(frame, shape, axis, where, placing, group, styles, labels, hovers)


def _categories(column: pd.Series) -> tuple[np.ndarray, dict[str, Style]]:
    values = np.array([said(v) or "—" for v in column], dtype=object)
    names, counts = np.unique(values, return_counts=True)
    names = names[np.argsort(-counts, kind="stable")]
    if len(names) > MOST_GROUPS:
        kept = set(names[: MOST_GROUPS - 1])
        values = np.array([v if v in kept else "other" for v in values], dtype=object)
        names = np.append(names[: MOST_GROUPS - 1], "other")
    styles = {str(n): Style(str(n), c, "circle") for n, c in zip(names, PALETTE, strict=False)}
    return values, styles


def draw(scene: Scene) -> list[go.Bar | go.Scatter]:
    """The traces of a scene: for each group its bars and its symbols, then the labels."""
    traces: list[go.Bar | go.Scatter] = []
    for name in scene.styles:
        rows = np.flatnonzero(scene.group == name)
        if len(rows):
            traces += [_bars(scene, name, rows), _symbols(scene, name, rows)]
    return traces + _label_traces(scene)


def _bars(scene: Scene, name: str, rows: np.ndarray) -> go.Bar:
    style = scene.styles[name]
    drawn: list[tuple[int, float, float, float]] = []
    for i in rows:
        row, left, right = scene.shape.iloc[i], scene.where.left[i], scene.where.right[i]
        extends = row["undated"] or row["open_left"] or row["open_right"]
        if scene.where.narrow[i] and not extends:
            continue
        parts = pieces(row, left, right, scene.where.tail)
        drawn += [(i, start, end, opacity) for start, end, opacity in parts]
    index = np.array([d[0] for d in drawn], dtype=np.int64)
    start = np.array([d[1] for d in drawn], dtype=float)
    end = np.array([d[2] for d in drawn], dtype=float)
    opacity = [d[3] for d in drawn]
    hatches = [STATUS[str(scene.shape["status"].iat[i])].hatch for i in index]
    lost = scene.shape["undated"].to_numpy(dtype=bool)[index]
    fuzzy = scene.shape["approximate"].to_numpy(dtype=bool)[index]
    outline = [
        0.0 if lost_ or fuzzy_ or o not in (SURE, POSSIBLE) else 1.0
        for o, lost_, fuzzy_ in zip(opacity, lost, fuzzy, strict=True)
    ]
    return go.Bar(
        base=scene.axis.place(start),
        x=scene.axis.length_of(end - start),
        y=scene.placing.lane[index],
        width=np.where(lost, 0.16, 0.62),
        orientation="h",
        name=plain(style.name),
        legendgroup=name,
        showlegend=False,
        customdata=[[scene.hovers[i], int(i)] for i in index],
        hovertemplate="%{customdata[0]}<extra></extra>",
        marker={
            "color": [rgba(style.color, o) for o in opacity],
            "line": {"width": outline, "color": style.color},
            "pattern": _pattern(hatches, opacity, style.color),
            "cornerradius": 3,
        },
    )


def _pattern(hatches: list[str], opacity: list[float], color: str) -> dict[str, object] | None:
    if not any(hatches):
        return None
    return {
        "shape": hatches,
        "size": 6,
        "solidity": 0.25,
        "fillmode": "replace",
        "bgcolor": [rgba(color, o) for o in opacity],
        "fgcolor": ["rgba(255,255,255,0.75)" if o == SURE else rgba(color, 0.6) for o in opacity],
    }


def _symbols(scene: Scene, name: str, rows: np.ndarray) -> go.Scatter:
    style, shape, where = scene.styles[name], scene.shape, scene.where
    lost = shape["undated"].to_numpy(dtype=bool)
    narrow = rows[where.narrow[rows] & ~lost[rows]]
    goes_on = rows[shape["open_right"].to_numpy(dtype=bool)[rows]]
    came_from = rows[shape["open_left"].to_numpy(dtype=bool)[rows]]
    undated = rows[lost[rows]]
    middle = (where.left + where.right) / 2
    index = np.concatenate([narrow, undated, goes_on, came_from])
    x = np.concatenate(
        [
            middle[narrow],
            middle[undated],
            where.right[goes_on] + where.tail,
            where.left[came_from] - where.tail,
        ]
    )
    symbols = [STATUS[str(shape["status"].iat[i])].symbol for i in narrow]
    symbols += ["circle-open-dot"] * len(undated)
    symbols += ["triangle-right"] * len(goes_on) + ["triangle-left"] * len(came_from)
    about = shape["approximate"].to_numpy(dtype=bool)[narrow]
    halo = [6.0 if a else 1.0 for a in about] + [1.0] * (len(index) - len(narrow))
    return go.Scatter(
        # The legend shows the first point: one that is nowhere, with the plain symbol.
        x=[None, *scene.axis.place(x)],
        y=[None, *scene.placing.lane[index].tolist()],
        mode="markers",
        name=plain(style.name),
        legendgroup=name,
        customdata=[None, *([scene.hovers[i], int(i)] for i in index)],
        hovertemplate="%{customdata[0]}<extra></extra>",
        marker={
            "color": style.color,
            "symbol": [style.symbol, *symbols],
            "size": 11,
            "line": {"width": [1.0, *halo], "color": rgba(style.color, 0.35)},
        },
    )


def _label_traces(scene: Scene) -> list[go.Scatter]:
    where, side = scene.where, scene.placing.side
    solid = ~np.isnan(scene.shape["sure_from"].to_numpy(dtype=float))
    inside = side == "inside"
    dark = np.array([ink_on(scene.styles[g].color) == "#ffffff" for g in scene.group], dtype=bool)
    gap = 8 * where.pixel
    x = np.select(
        [inside, side == "right", side == "left"],
        [where.left + gap / 2, where.right + gap, where.left - gap],
        np.nan,
    )
    x = x + np.where(scene.shape["open_right"] & (side == "right"), where.tail, 0)
    position = np.where(side == "left", "middle left", "middle right")
    traces = []
    for chosen, ink in (
        (inside & solid & dark, "#ffffff"),
        ((side != "") & ~(inside & solid & dark), None),
    ):
        rows = np.flatnonzero(chosen)
        if not len(rows):
            continue
        traces.append(
            go.Scatter(
                x=scene.axis.place(x[rows]),
                y=scene.placing.lane[rows],
                mode="text",
                text=[plain(scene.labels[i]) for i in rows],
                textposition=position[rows].tolist(),
                textfont={"size": 12, "color": ink},
                hoverinfo="skip",
                showlegend=False,
                cliponaxis=True,
            )
        )
    return traces


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


def _dress(
    figure: go.Figure,
    axis: TimeAxis,
    title: str | None,
    template: object,
    height: int,
    width: int | None,
) -> None:
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


def _draw_publication(figure: go.Figure, axis: TimeAxis, published: float) -> None:
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
