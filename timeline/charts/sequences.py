"""Sequences of types as rows of boxes."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from timeline.charts.hovers import plain, said, shorten
from timeline.charts.styles import PALETTE, ink_on
from timeline.charts.views import GREY, finish, need
from timeline.errors import BadTable


def plot_alignment(
    alignment: pd.DataFrame,
    *,
    names: tuple[str, str] = ("first story", "second story"),
    title: str | None = None,
) -> go.Figure:
    """Two stories step by step, as `timeline.analysis.align` lays them side by side.

    >>> import pandas as pd
    >>> from timeline.analysis import align
    >>> one = pd.DataFrame({"start": pd.to_datetime(["2022-01-01"]), "type": ["crime"]})
    >>> plot_alignment(align(one, one)).layout.yaxis.ticktext
    ('first story', 'second story')

    Boxes of one colour are of one type; an empty place is an event that the other story lacks.
    """
    need(alignment, "align", "operation", "type_first", "type_second")
    rows = [
        (step, line, said(kind))
        for step, pair in enumerate(
            zip(alignment["type_first"], alignment["type_second"], strict=True)
        )
        for line, kind in enumerate(pair)
    ]
    return _boxes([row for row in rows if row[2]], list(names), title)


def plot_sequences(
    table: pd.DataFrame,
    clusters: pd.DataFrame | None = None,
    *,
    by: str = "document",
    of: str = "type",
    title: str | None = None,
    most: int = 60,
) -> go.Figure:
    """Every case as a row of boxes, in order of `start`; with `clusters` like stories together.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-01-01", "2022-02-01"]),
    ...                       "type": ["crime", "trial"], "document": ["a", "a"]})
    >>> plot_sequences(table).layout.yaxis.ticktext
    ('a',)

    `clusters` is what `timeline.analysis.clusters` returns. At most `most` cases are drawn.
    Raises `BadTable` for a column that is not there.
    """
    for name in (by, of, "start"):
        if name not in table:
            held = ", ".join(map(str, table.columns))
            raise BadTable(f"the table has no column {name!r}; it has: {held}")
    if clusters is None:
        cases = list(dict.fromkeys(table[by].dropna()))
        names = [str(case) for case in cases]
    else:
        order = clusters.sort_values(["cluster", "distance"], kind="stable")
        cases = list(order["case"])
        names = [f"{row.cluster}: {row.case}" for row in order.itertuples()]
    line = {case: place for place, case in enumerate(cases[:most])}
    seen: dict[object, int] = {}
    rows = []
    ordered = table.sort_values("start", kind="stable")
    for case, kind in zip(ordered[by], ordered[of], strict=True):
        if case in line and said(kind):
            rows.append((seen.get(case, 0), line[case], said(kind)))
            seen[case] = seen.get(case, 0) + 1
    return _boxes(rows, names[:most], title)


def _boxes(
    rows: list[tuple[int, int, str | None]], names: list[str], title: str | None
) -> go.Figure:
    kinds = [kind for kind, _ in _by_count([str(kind) for _, _, kind in rows])]
    figure = go.Figure()
    few = max((step for step, *_ in rows), default=0) < 18
    for number, kind in enumerate(kinds):
        rare = number >= len(PALETTE) - 1
        color = GREY if rare else PALETTE[number]
        part = [(step, line) for step, line, other in rows if other == kind]
        figure.add_bar(
            base=[step + 0.04 for step, _ in part],
            x=[0.92] * len(part),
            y=[line for _, line in part],
            orientation="h",
            width=0.7,
            name="other types" if rare else plain(kind),
            legendgroup="other types" if rare else plain(kind),
            showlegend=number < len(PALETTE),
            marker={"color": color},
            text=[plain(shorten(kind, 16)) if few else ""] * len(part),
            textposition="inside",
            insidetextanchor="middle",
            textfont={"color": ink_on(color)},
            hovertemplate=plain(kind) + "<extra></extra>",
        )
    finish(figure, None, title, 160 + 34 * max(len(names), 2), names)
    return figure.update_xaxes(title="step", showticklabels=False, showgrid=False)


def _by_count(kinds: list[str]) -> list[tuple[str, int]]:
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
