"""Which event came before which, where dates alone do not tell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.frames import seconds_of, tidy
from timeline.charts.hovers import hover, plain, said, shorten, wrap
from timeline.charts.marks import marks
from timeline.charts.styles import STATUS, rgba
from timeline.errors import BadTable
from timeline.table.clocks import shift

# The height of a lane in pixels.
_LANE = 34
# Events beyond which arrows are no picture.
_MOST = 400
# Characters of a label, pixels of one of them, pixels of a chart without a width.
_LABEL, _CHARACTER, _WIDTH = 34, 6.0, 1000
# From which confidence on an arrow is solid, dashed, dotted.
_ARROWS = (0.75, 0.45, 0.0)
_STRENGTHS = ("surely before", "probably before", "perhaps before")


def relations(
    table: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    dated: bool = True,
    title: str | None = None,
    template: object = None,
    height: int | None = None,
    width: int | None = None,
) -> go.Figure:
    """Events from left to right in their order, with arrows from what came before to what after.

    >>> import pandas as pd
    >>> mine = pd.DataFrame({"when": ["2022", "2022"], "event": ["Warning", "Flood"]})
    >>> before = pd.DataFrame({"before": [0], "after": [1], "why": ["told so"]})
    >>> figure = relations(mine, before, title="Before the flood")
    >>> list(figure.data[-1].x)
    [0, 1]

    `edges` has columns `before` and `after`: row positions of the table, counted from 0, or the
    words of the column `event`; with `before_start` and `after_start` (offsets of triggers) rows
    are found by those. `why` and `confidence` (0 to 1) are shown if they are there. Edges to rows
    that the table lacks are left out, and so are those that follow from others. With `dated`,
    what surely follows from the dates is drawn too, as thin lines. Events whose order is not
    known stand in one column. Raises `BadTable` for more than 400 rows.
    """
    frame = tidy(table)
    if len(frame) > _MOST:
        raise BadTable(
            f"{len(frame)} rows are too many to see which came before which; choose some"
        )
    told = {(a, b): i for a, b, i in _pairs(frame, edges)}
    by_dates = _dated(frame) - set(told) if dated else set()
    kept = _reduce(len(frame), [*told, *sorted(by_dates)])
    chosen = [(a, b, i) for (a, b), i in told.items() if (a, b) in kept]
    rest = sorted(by_dates & kept)
    drawn = [*((a, b) for a, b, _ in chosen), *rest]
    column = _columns(len(frame), drawn)
    labels = [shorten(said(text) or "", _LABEL) for text in frame["event"]]
    lane = _lanes(column, drawn, labels, (width or _WIDTH) - 60)
    arrows = _arrows(edges, chosen, column, lane) + _plain_arrows(rest, column, lane)
    figure = go.Figure([*arrows, _nodes(frame, labels, column, lane)])
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
    figure.update_xaxes(range=[-0.15, _edge(column, labels, (width or _WIDTH) - 60)], visible=False)
    figure.update_yaxes(range=[float(lane.max(initial=0)) + 0.7, -0.7], visible=False)
    return figure


def _edge(column: np.ndarray, labels: list[str], width: float) -> float:
    """Where the last label ends, in columns: the wider they are, the narrower the columns."""
    needs = np.array([len(text) * _CHARACTER + 12 for text in labels])
    edge = float(column.max(initial=0)) + 0.95
    for _ in range(4):
        edge = max(edge, float((column + needs * (edge + 0.15) / width).max(initial=0)))
    return edge


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


def _dated(frame: pd.DataFrame) -> set[tuple[int, int]]:
    """The pairs of rows the first of which is surely over before the second can begin."""
    ahead = shift(frame)
    start, end = seconds_of(frame["start"]) + ahead, seconds_of(frame["end"]) + ahead
    first, second = np.nonzero(end[:, None] <= start[None, :])
    return {(int(a), int(b)) for a, b in zip(first, second, strict=True) if a != b}


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


def _lanes(
    column: np.ndarray, pairs: Sequence[tuple[int, int]], labels: list[str], width: float
) -> np.ndarray:
    """A lane for each event, near what comes before it, where its label meets no other."""
    lane = np.zeros(len(column), dtype=np.int64)
    before: dict[int, list[int]] = {}
    for a, b in pairs:
        before.setdefault(b, []).append(a)
    step = width / (int(column.max(initial=0)) + 1)
    free: list[float] = []  # where the last label of each lane ends
    for n in np.lexsort((np.arange(len(column)), column)):
        start = column[n] * step
        wish = float(np.mean([lane[a] for a in before.get(int(n), [])] or [0]))
        open_lanes = [k for k, end in enumerate(free) if end <= start]
        lane[n] = min(open_lanes, key=lambda k: (abs(k - wish), k), default=len(free))
        if lane[n] == len(free):
            free.append(0.0)
        free[lane[n]] = start + max(len(labels[n]) * _CHARACTER + 18, 30)
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


def _plain_arrows(
    pairs: list[tuple[int, int]], column: np.ndarray, lane: np.ndarray
) -> list[go.Scatter]:
    if not pairs:
        return []
    return [
        go.Scatter(
            x=[v for a, b in pairs for v in (column[a], column[b], None)],
            y=[v for a, b in pairs for v in (lane[a], lane[b], None)],
            mode="lines",
            name="before by their dates",
            line={"color": "rgba(125,127,134,0.4)", "width": 1},
            hoverinfo="skip",
        )
    ]


def _why(edges: pd.DataFrame, i: int) -> str:
    why = said(edges["why"].iat[i]) if "why" in edges.columns else None
    sure = said(edges["confidence"].iat[i]) if "confidence" in edges.columns else None
    parts = ["came before", *([wrap(why, 3)] if why else [])]
    if sure:
        parts.append(f"confidence {float(sure):.2g}")
    return "<br>".join(parts)


def _nodes(
    frame: pd.DataFrame, labels: list[str], column: np.ndarray, lane: np.ndarray
) -> go.Scatter:
    shape = marks(frame)
    status = [STATUS[str(s)] for s in shape["status"]]
    return go.Scatter(
        x=column.tolist(),
        y=lane.tolist(),
        mode="markers+text",
        text=[plain(text) for text in labels],
        textposition="top right",
        textfont={"size": 11.5, "shadow": "auto"},
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
