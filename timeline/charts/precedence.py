"""Which event came before which, where dates alone do not tell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.frames import tidy
from timeline.charts.hovers import hover, plain, said, shorten, wrap
from timeline.charts.marks import marks
from timeline.charts.styles import STATUS, rgba
from timeline.errors import BadTable

_LANE = 34
_MOST = 400
_ARROWS = (0.75, 0.45, 0.0)
_STRENGTHS = ("surely before", "probably before", "perhaps before")


def relations(
    table: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    title: str | None = None,
    template: object = None,
    height: int | None = None,
    width: int | None = None,
) -> go.Figure:
    """Events from left to right in their order, with arrows from what came before to what after.

    >>> import pandas as pd
    >>> mine = pd.DataFrame({"when": ["2022", "2022"], "event": ["Warning", "Flood"]})
    >>> before = pd.DataFrame({"before": [0], "after": [1], "why": ["told so"]})
    >>> figure = relations(mine, before)
    >>> list(figure.data[-1].x)
    [0, 1]

    `edges` has columns `before` and `after`: row positions of the table, counted from 0, or the
    words of the column `event`; with `before_start` and `after_start` (offsets of triggers) rows
    are found by those. `why` and `confidence` (0 to 1) are shown if they are there. Edges to rows
    that the table lacks are left out, and so are those that follow from others. Events whose
    order is not known stand in one column. Not for more than 400 rows: choose some.
    """
    frame = tidy(table)
    if len(frame) > _MOST:
        raise BadTable(
            f"{len(frame)} rows are too many to see which came before which; choose some"
        )
    pairs = _pairs(frame, edges)
    kept = _reduce(len(frame), [(a, b) for a, b, _ in pairs])
    chosen = [(a, b, i) for a, b, i in pairs if (a, b) in kept]
    column = _columns(len(frame), [(a, b) for a, b, _ in chosen])
    lane = _lanes(column, [(a, b) for a, b, _ in chosen])
    figure = go.Figure([*_arrows(edges, chosen, column, lane), _nodes(frame, column, lane)])
    figure.update_layout(
        template=template if template is not None else "plotly_white",
        title=None if title is None else {"text": plain(title)},
        height=height or int(lane.max(initial=0) + 2) * _LANE + 90,
        width=width,
        hovermode="closest",
        hoverlabel={"align": "left"},
        dragmode="pan",
        legend={"orientation": "h", "yref": "container", "y": 0.01, "yanchor": "bottom"},
        margin={"l": 20, "r": 20, "t": 60 if title else 30, "b": 60},
    )
    last = float(column.max(initial=0))
    figure.update_xaxes(range=[-0.15, last + 0.95], visible=False)
    figure.update_yaxes(range=[float(lane.max(initial=0)) + 0.7, -0.7], visible=False)
    return figure


def _pairs(frame: pd.DataFrame, edges: pd.DataFrame) -> list[tuple[int, int, int]]:
    for name in ("before", "after"):
        if name not in edges.columns:
            raise BadTable(f"the edges have no column {name!r}; they have: {list(edges.columns)}")
    keys: tuple[str, str] = ("before", "after")
    if {"before_start", "after_start"} <= set(edges.columns) and frame[
        "trigger_start"
    ].notna().any():
        keys = ("before_start", "after_start")
        places = {v: i for i, v in enumerate(frame["trigger_start"]) if pd.notna(v)}
    elif pd.api.types.is_numeric_dtype(edges["before"]):
        places = {i: i for i in range(len(frame))}
    else:
        places = {v: i for i, v in enumerate(frame["event"])}
    found = []
    for i, (before, after) in enumerate(zip(edges[keys[0]], edges[keys[1]], strict=True)):
        a, b = places.get(before), places.get(after)
        if a is not None and b is not None and a != b:
            found.append((a, b, i))
    return found


def _reduce(size: int, pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """The pairs that do not follow from others (transitive reduction); cycles are kept.

    Aho, Garey and Ullman, The transitive reduction of a directed graph, SIAM J. Comput. 1 (1972).
    """
    after: list[set[int]] = [set() for _ in range(size)]
    for a, b in pairs:
        after[a].add(b)
    reach = [_reachable(a, after) for a in range(size)]
    return {
        (a, b)
        for a, b in pairs
        if not any(b in reach[c] and a not in reach[c] and b != c for c in after[a] - {b})
    }


def _reachable(start: int, after: list[set[int]]) -> set[int]:
    seen: set[int] = set()
    left = list(after[start])
    while left:
        node = left.pop()
        if node not in seen:
            seen.add(node)
            left.extend(after[node] - seen)
    return seen


def _columns(size: int, pairs: Sequence[tuple[int, int]]) -> np.ndarray:
    """The column of each event: one more than the last of those before it."""
    column = np.zeros(size, dtype=np.int64)
    for _ in range(size):
        moved = False
        for a, b in pairs:
            if column[b] <= column[a] < size - 1:
                column[b] = column[a] + 1
                moved = True
        if not moved:
            break
    return column


def _lanes(column: np.ndarray, pairs: Sequence[tuple[int, int]]) -> np.ndarray:
    """Lanes within columns, near those of the events that come before."""
    lane = np.zeros(len(column), dtype=np.float64)
    before: dict[int, list[int]] = {}
    for a, b in pairs:
        before.setdefault(b, []).append(a)
    for place in range(int(column.max(initial=0)) + 1):
        nodes = np.flatnonzero(column == place)
        wish = [np.mean([lane[a] for a in before.get(int(n), [])] or [n]) for n in nodes]
        for rank, n in enumerate(nodes[np.argsort(wish, kind="stable")]):
            lane[n] = rank
    return lane


def _arrows(
    edges: pd.DataFrame,
    chosen: list[tuple[int, int, int]],
    column: np.ndarray,
    lane: np.ndarray,
) -> list[go.Scatter]:
    if "confidence" in edges.columns:
        sure = edges["confidence"].fillna(1.0).to_numpy(dtype=float)
    else:
        sure = np.ones(len(edges))
    traces = []
    for k, least in enumerate(_ARROWS):
        most = _ARROWS[k - 1] if k else np.inf
        group = [(a, b, i) for a, b, i in chosen if least <= sure[i] < most]
        if not group:
            continue
        x = [v for a, b, _ in group for v in (column[a], column[b], None)]
        y = [v for a, b, _ in group for v in (lane[a], lane[b], None)]
        texts = [_why(edges, i) for _, _, i in group]
        traces.append(
            go.Scatter(
                x=x,
                y=y,
                mode="lines+markers",
                name=_STRENGTHS[k],
                line={
                    "color": rgba("#7d7f86", 0.85 - 0.2 * k),
                    "width": 1.6 - 0.3 * k,
                    "dash": ("solid", "dash", "dot")[k],
                },
                marker={"symbol": "arrow", "size": 9, "angleref": "previous", "standoff": 7},
                customdata=[v for text in texts for v in ("", text, "")],
                hovertemplate="%{customdata}<extra></extra>",
            )
        )
    return traces


def _why(edges: pd.DataFrame, i: int) -> str:
    why = said(edges["why"].iat[i]) if "why" in edges.columns else None
    sure = said(edges["confidence"].iat[i]) if "confidence" in edges.columns else None
    parts = ["came before", *([wrap(why, 3)] if why else [])]
    if sure:
        parts.append(f"confidence {float(sure):.2g}")
    return "<br>".join(parts)


def _nodes(frame: pd.DataFrame, column: np.ndarray, lane: np.ndarray) -> go.Scatter:
    shape = marks(frame)
    status = [STATUS[str(s)] for s in shape["status"]]
    return go.Scatter(
        x=column.tolist(),
        y=lane.tolist(),
        mode="markers+text",
        text=[plain(shorten(said(text) or "", 34)) for text in frame["event"]],
        textposition="top right",
        textfont={"size": 11.5},
        cliponaxis=False,
        showlegend=False,
        customdata=[
            [hover(row, words, style.name, []), i]
            for i, ((_, row), words, style) in enumerate(
                zip(frame.iterrows(), shape["words"], status, strict=True)
            )
        ],
        hovertemplate="%{customdata[0]}<extra></extra>",
        marker={
            "color": [s.color for s in status],
            "symbol": [s.symbol for s in status],
            "size": 12,
        },
    )
