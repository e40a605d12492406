"""What cannot all be true, and corrections that need another look: each told above its rows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.frames import seconds_of
from timeline.charts.hovers import plain, said, shorten, wrap
from timeline.charts.views import BLUE, ORANGE, axis_around, bars, finish, need
from timeline.errors import BadTable

RED = "#d2533c"
# Characters of a contradiction over its rows.
_HEADING = 120


def plot_contradictions(
    found: pd.DataFrame, table: pd.DataFrame, *, title: str | None = None, most: int = 12
) -> go.Figure:
    """What `timeline.analysis.contradictions` found: each sentence of it over the rows it names.

    >>> import pandas as pd
    >>> from timeline.analysis import contradictions
    >>> table = pd.DataFrame({"event": ["the trial"], "start": pd.to_datetime(["2022-09-03"]),
    ...                       "end": pd.to_datetime(["2022-08-04"])})
    >>> plot_contradictions(contradictions(table), table).layout.yaxis.ticktext
    ('', 'the trial')

    Bars are the dates of the rows; a red line runs back from the beginning to the end of a row
    that would end before it begins. `table` is the one that was analysed; the first `most`
    contradictions are drawn. Raises `BadTable` where `found` is something else.
    """
    need(found, "contradictions", "kind", "contradiction", "rows", "sentences")
    drawn = found.head(most)
    names: list[str] = []
    lanes: list[tuple[int, Hashable, str]] = []
    headings: list[tuple[int, str]] = []
    columns = (drawn[name].tolist() for name in ("kind", "contradiction", "rows", "sentences"))
    for kind, told, labels, quoted in zip(*columns, strict=True):
        headings.append((len(names), f"{kind}: {told}"))
        names.append("")
        sentences = "<br>".join(wrap(text, 3) for text in quoted)
        for label in dict.fromkeys(labels):
            lanes.append((len(names), label, sentences))
            names.append(_event(table, label))
    rows = _rows(table, [label for _, label, _ in lanes])
    axis = axis_around(rows["start"], rows["end"])
    start, end = seconds_of(rows["start"]), seconds_of(rows["end"])
    at = np.array([lane for lane, *_ in lanes], dtype=np.int64)
    hovers = [
        f"<b>{wrap(names[lane], 2)}</b>" + (f"<br>{told}" if told else "")
        for lane, _, told in lanes
    ]
    backward = end < start
    figure = go.Figure([_stretches(axis, start, end, at, ~backward, hovers, "dated", BLUE)])
    if backward.any():
        figure.add_trace(_backward(axis, start[backward], end[backward], at[backward]))
    figure.add_trace(_headings(axis, headings))
    return finish(figure, axis, title, 150 + 27 * max(len(names), 3), names)


def plot_conflicts(
    found: pd.DataFrame,
    table: pd.DataFrame,
    corrected: pd.DataFrame | None = None,
    *,
    title: str | None = None,
    most: int = 20,
) -> go.Figure:
    """What `timeline.analysis.conflicts` found: what is read now, and what was set by hand.

    >>> import pandas as pd
    >>> from timeline.analysis import conflicts, correct, find_corrections
    >>> read = pd.DataFrame({"event": ["Troops took the town"], "when": ["2022-08"],
    ...                      "start": pd.to_datetime(["2022-08-01"]),
    ...                      "end": pd.to_datetime(["2022-09-01"]),
    ...                      "trigger_start": [7], "trigger_end": [11]})
    >>> kept = find_corrections(read, read.assign(when=["2022-09-10"]))
    >>> again = read.assign(when=["2022-10"], start=pd.to_datetime(["2022-10-01"]),
    ...                     end=pd.to_datetime(["2022-11-01"]))
    >>> figure = plot_conflicts(conflicts(again, kept), again, correct(again, kept))
    >>> [trace.name for trace in figure.data[:2]]
    ['read now', 'set by hand']

    `table` is the one read now, `corrected` what `correct` made of it, if it is to be drawn too.
    A correction that finds no row any more stands with its words alone. Raises `BadTable` where
    `found` is something else.
    """
    need(found, "conflicts", "action", "row", "event", "problem")
    drawn = found.head(most)
    headings = [(2 * i, f"{e.action}: {e.problem}") for i, e in enumerate(drawn.itertuples())]
    names = [part for event in drawn["event"] for part in ("", said(event) or "event")]
    sides = [("read now", table, ORANGE, 0.15)]
    if corrected is not None:
        sides.append(("set by hand", corrected, BLUE, -0.15))
    told = [
        (name, _present(side, drawn["row"].tolist()), side, color, shift)
        for name, side, color, shift in sides
    ]
    parts = [_rows(side, [label for _, label in places]) for _, places, side, *_ in told]
    axis = axis_around(*(part[name] for part in parts for name in ("start", "end")))
    figure = go.Figure()
    for (name, places, _, color, shift), part in zip(told, parts, strict=True):
        at = np.array([2 * place + 1 + shift for place, _ in places], dtype=float)
        hovers = [f"<b>{name}</b><br>{wrap(headings[place][1], 4)}" for place, _ in places]
        start, end = seconds_of(part["start"]), seconds_of(part["end"])
        whole = np.ones(len(at), dtype=bool)
        figure.add_trace(_stretches(axis, start, end, at, whole, hovers, name, color, thick=0.28))
    figure.add_trace(_headings(axis, headings))
    return finish(figure, axis, title, 150 + 27 * max(len(names), 3), names)


def _event(table: pd.DataFrame, label: Hashable) -> str:
    if "event" not in table or label not in table.index:
        raise BadTable(f"row {label} is not in the table; give the table that was analysed")
    return said(table["event"].iloc[table.index.get_loc(label)]) or "event"


def _rows(table: pd.DataFrame, labels: Sequence[Hashable]) -> pd.DataFrame:
    need(table, "read", "start")
    frame = table if "end" in table else table.assign(end=table["start"])
    return frame.iloc[frame.index.get_indexer(pd.Index(list(labels)))]


def _present(table: pd.DataFrame, labels: Sequence[Hashable]) -> list[tuple[int, Hashable]]:
    """The places of labels that the table has, and the labels."""
    return [(i, label) for i, label in enumerate(labels) if label in table.index]


def _stretches(
    axis: TimeAxis,
    start: npt.NDArray[np.float64],
    end: npt.NDArray[np.float64],
    at: npt.NDArray[np.float64] | npt.NDArray[np.int64],
    chosen: npt.NDArray[np.bool_],
    hovers: Sequence[str],
    name: str,
    color: str,
    thick: float = 0.5,
) -> go.Bar:
    known = chosen & ~(np.isnan(start) & np.isnan(end))
    texts = [text for text, yes in zip(hovers, known, strict=True) if yes]
    drawn = bars(
        axis, start[known], end[known], at[known], texts, name=name, color=color, thick=thick
    )
    # A day among years would be thinner than a pixel.
    drawn.marker = {"color": color, "line": {"width": 4, "color": color}}
    return drawn


def _backward(
    axis: TimeAxis,
    start: npt.NDArray[np.float64],
    end: npt.NDArray[np.float64],
    at: npt.NDArray[np.int64],
) -> go.Scatter:
    gap = np.full(len(start), np.nan)
    return go.Scatter(
        x=axis.place(np.column_stack((start, end, gap)).ravel()),
        y=np.repeat(at, 3),
        mode="lines+markers",
        name="ends before it begins",
        line={"color": RED, "width": 2},
        marker={"symbol": ["line-ns-open", "triangle-left", "x"] * len(start), "size": 13},
        hoverinfo="skip",
    )


def _headings(axis: TimeAxis, headings: Sequence[tuple[int, str]]) -> go.Scatter:
    return go.Scatter(
        x=axis.place(np.full(len(headings), axis.low)),
        y=[lane for lane, _ in headings],
        mode="text",
        text=[plain(shorten(text, _HEADING)) for _, text in headings],
        textposition="middle right",
        textfont={"color": RED},
        hovertext=[wrap(text, 6) for _, text in headings],
        hoverinfo="text",
        showlegend=False,
    )
