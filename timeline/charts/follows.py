"""What directly follows what, as a graph of types and arrows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.hovers import plain, shorten
from timeline.charts.styles import rgba
from timeline.charts.views import BLUE, GREY, between_in_words, finish, need

Floats = npt.NDArray[np.float64]
# Points on the curve of an arrow.
_SAMPLES = 24


def plot_follows(follows: pd.DataFrame, *, title: str | None = None, most: int = 60) -> go.Figure:
    """The graph that `timeline.analysis.follows` returns: types from early to late, and arrows.

    >>> import pandas as pd
    >>> from timeline.analysis import follows
    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-01", "2022-09-04"]),
    ...                       "type": ["arrest", "trial"]})
    >>> plot_follows(follows(table)).data[-1].text
    ('arrest', 'trial')

    Types stand from left to right by how much follows them and how much they follow; thicker
    arrows are more frequent, dotted ones only possible. The `most` frequent arrows are drawn.
    """
    need(follows, "follows", "first", "second", "at_least", "at_most")
    drawn = follows.head(most)
    kinds = sorted(set(drawn["first"]) | set(drawn["second"]), key=str)
    place = _places(drawn, kinds)
    figure = go.Figure()
    for arrow in _arrows(drawn):
        _draw(figure, _curve(place[arrow.first], place[arrow.second]), arrow)
    points = np.array([place[kind] for kind in kinds]).reshape(-1, 2)
    names = [plain(shorten(str(kind), 28)) for kind in kinds]
    figure.add_scatter(
        x=points[:, 0],
        y=points[:, 1],
        mode="markers",
        text=names,
        marker={"size": 16, "color": BLUE, "line": {"width": 2, "color": "white"}},
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
    for (x, y), name in zip(points.tolist(), names, strict=True):
        figure.add_annotation(
            x=x,
            y=y,
            yshift=20,
            text=name,
            showarrow=False,
            bgcolor="rgba(255,255,255,0.8)",
            font={"color": "#222222"},
        )
    finish(figure, None, title, 520)
    figure.update_xaxes(visible=False, autorange=True)
    return figure.update_yaxes(visible=False, fixedrange=False)


@dataclass(frozen=True, slots=True)
class _Arrow:
    first: object
    second: object
    text: str
    width: float
    sure: bool


def _arrows(drawn: pd.DataFrame) -> list[_Arrow]:
    least, most = drawn["at_least"].tolist(), drawn["at_most"].tolist()
    if "shortest" in drawn:
        spans = zip(drawn["shortest"], drawn["longest"], strict=True)
        waits = [f", {between_in_words(*span)}" for span in spans]
    else:
        waits = [""] * len(drawn)
    heaviest = max([1, *most])
    return [
        _Arrow(
            first,
            second,
            plain(f"{first} → {second}: {low} to {high} times{wait}"),
            1 + 7 * high / heaviest,
            low > 0,
        )
        for first, second, low, high, wait in zip(
            drawn["first"], drawn["second"], least, most, waits, strict=True
        )
    ]


def _draw(figure: go.Figure, curve: Floats, arrow: _Arrow) -> None:
    color = rgba(BLUE if arrow.sure else GREY, 0.65)
    dash = None if arrow.sure else "dot"
    figure.add_scatter(
        x=curve[:, 0],
        y=curve[:, 1],
        mode="lines",
        line={"width": arrow.width, "color": color, "dash": dash},
        hoverinfo="text",
        hovertext=arrow.text,
        showlegend=False,
    )
    head, tail = curve[-7], curve[-9]
    figure.add_annotation(
        x=head[0],
        y=head[1],
        ax=tail[0],
        ay=tail[1],
        xref="x",
        yref="y",
        axref="x",
        ayref="y",
        showarrow=True,
        arrowhead=2,
        arrowwidth=max(1.5, min(arrow.width, 4)),
        arrowcolor=color,
        text="",
    )


def _places(drawn: pd.DataFrame, kinds: list[object]) -> dict[object, tuple[float, float]]:
    """From left to right by flow, from top to bottom so that neighbours do not hide each other."""
    out = drawn.groupby("first")["at_most"].sum()
    into = drawn.groupby("second")["at_most"].sum()
    found = {}
    flows = []
    for kind in kinds:
        away, to = float(out.get(kind, 0)), float(into.get(kind, 0))
        flows.append((to - away) / max(to + away, 1.0))
    order = np.argsort(flows, kind="stable")
    columns = max(int(np.ceil(np.sqrt(len(kinds) * 1.6))), 1)
    per = int(np.ceil(len(kinds) / columns)) if kinds else 1
    for turn, index in enumerate(order.tolist()):
        column, row = divmod(turn, per)
        shift = 0.5 if column % 2 else 0.0
        found[kinds[index]] = (float(column), -(row + shift))
    return found


def _curve(start: tuple[float, float], end: tuple[float, float]) -> Floats:
    """A bent line, so that there and back are two; a loop above a type that follows itself."""
    t = np.linspace(0, 1, _SAMPLES)[:, None]
    a, b = np.array(start), np.array(end)
    if start == end:
        angle = np.linspace(0.25 * np.pi, -1.25 * np.pi, _SAMPLES)
        ring = np.column_stack((np.cos(angle), np.sin(angle))) * np.array([0.09, 0.11])
        return np.asarray(a + np.array([0, -0.11]) - ring * np.array([1, -1]), dtype=np.float64)
    across = np.array([-(b - a)[1], (b - a)[0]]) * 0.16
    middle = (a + b) / 2 + across
    return np.asarray((1 - t) ** 2 * a + 2 * t * (1 - t) * middle + t**2 * b, dtype=np.float64)
