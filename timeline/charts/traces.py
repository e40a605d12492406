"""From a scene to Plotly traces: few of them, whatever the number of rows."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from timeline.charts.hovers import plain
from timeline.charts.scenes import Scene
from timeline.charts.shapes import POSSIBLE, SURE, pieces
from timeline.charts.styles import STATUS, ink_on, rgba

#: The colour of dates, which reads on white and on near-black.
SOFT = "#7d7f86"


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
        # The line of what has no date may cross the chart: its label stands over it.
        y=scene.placing.lane[index] + np.where(lost, 0.3, 0.0),
        width=np.where(lost, 0.06, 0.62),
        orientation="h",
        name=plain(style.name),
        legendgroup=name,
        showlegend=False,
        customdata=[[scene.hovers[i], int(i)] for i in index],
        hovertemplate="%{customdata[0]}<extra></extra>",
        marker={
            "color": [rgba(style.color, o) for o in opacity],
            "line": {"width": outline, "color": style.color},
            "pattern": _pattern(hatches, style.color),
        },
    )


def _pattern(hatches: list[str], color: str) -> dict[str, object] | None:
    if not any(hatches):
        return None
    return {
        "shape": hatches,
        "size": 6,
        "solidity": 0.25,
        # Under "replace" Plotly would lose the colours of single bars, and without one colour to
        # be laid over it warns of theirs.
        "fillmode": "overlay",
        "bgcolor": color,
        "fgopacity": 0.35,
    }


def _symbols(scene: Scene, name: str, rows: np.ndarray) -> go.Scatter:
    style, shape, where = scene.styles[name], scene.shape, scene.where
    lost = shape["undated"].to_numpy(dtype=bool)
    narrow = rows[where.narrow[rows] & ~lost[rows]]
    # An arrow goes on; what lies somewhere before or after a moment has none.
    sure = shape["sure_from"].notna()
    goes_on = rows[(shape["open_right"] & sure).to_numpy(dtype=bool)[rows]]
    came_from = rows[(shape["open_left"] & sure).to_numpy(dtype=bool)[rows]]
    undated = rows[lost[rows]]
    middle = (where.left + where.right) / 2 + _beyond(scene)
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


def _beyond(scene: Scene) -> np.ndarray:
    """How far the symbols of narrow marks stand from their middle.

    Where only one bound is known, the event lies somewhere beyond it, not on it.
    """
    shape = scene.shape
    unsure = shape["sure_from"].isna() & (shape["open_left"] != shape["open_right"])
    left = (unsure & shape["left"].isna()).to_numpy(dtype=bool)
    right = (unsure & shape["right"].isna()).to_numpy(dtype=bool)
    return np.asarray(np.where(left, -1, np.where(right, 1, 0)) * scene.where.tail / 2)


def _told(date: str, label: str, soft: str | None) -> str:
    if not date:
        return plain(label)
    lead = plain(date) if soft is None else f'<span style="color:{soft}">{plain(date)}</span>'
    return f"{lead}\u2002{plain(label)}"


def _label_traces(scene: Scene) -> list[go.Scatter]:
    where, side = scene.where, scene.placing.side
    solid = ~np.isnan(scene.shape["sure_from"].to_numpy(dtype=float))
    inside = side == "inside"
    # On a full bar the ink that can be read on its colour, elsewhere that of the template.
    inks = np.array([ink_on(scene.styles[g].color) for g in scene.group], dtype=object)
    # A symbol is wider than the moment it stands for.
    gap = np.where(where.narrow, 12, 8) * where.pixel
    left, right = where.reach
    x = np.select(
        [inside, side == "right", side == "left"],
        [where.plain[0] + 4 * where.pixel, right + gap, left - gap],
        np.nan,
    )
    position = np.where(side == "left", "middle left", "middle right")
    traces = []
    colored = inside & solid
    inks[~colored] = None
    for ink in dict.fromkeys(inks):
        rows = np.flatnonzero((side != "") & (inks == ink))
        if not len(rows):
            continue
        traces.append(
            go.Scatter(
                x=scene.axis.place(x[rows]),
                y=scene.placing.lane[rows],
                mode="text",
                text=[
                    # The grey of dates is too faint on any bar.
                    _told(scene.dates[i], scene.labels[i], None if inside[i] else SOFT)
                    for i in rows
                ],
                textposition=position[rows].tolist(),
                textfont={"size": 12, "color": ink},
                hoverinfo="skip",
                showlegend=False,
                cliponaxis=True,
            )
        )
    return traces
