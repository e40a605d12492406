"""Square tables in colour: relations between events, distances between stories."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.hovers import plain, shorten
from timeline.charts.views import finish
from timeline.errors import BadTable
from timeline.spans import ALLEN

#: Earlier relations in blues, shared time in greens, later in oranges, several in grey.
_COLORS = (
    "#1f6fb4",
    "#3fa0d8",
    "#8fc7e8",
    "#b5e0cf",
    "#7fcdb0",
    "#3fb58c",
    "#0f9d78",
    "#3fb58c",
    "#7fcdb0",
    "#b5e0cf",
    "#f0c48c",
    "#e39b4a",
    "#c8781e",
)
_SEVERAL = "#dcdde0"


def plot_relations(
    matrix: pd.DataFrame, names: Sequence[str] | None = None, *, title: str | None = None
) -> go.Figure:
    """The table that `timeline.analysis.relation_matrix` returns, a colour a relation.

    >>> import pandas as pd
    >>> from timeline.analysis import relation_matrix
    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-10-20"])})
    >>> plot_relations(relation_matrix(table), ["arrest", "trial"]).data[0].customdata[0][1]
    'arrest: before trial'

    Blue is earlier, green shares time, orange is later, grey is not settled by the dates; the
    hover tells all relations that are possible. `names` replace the index labels.
    Raises `BadTable` for what is not square, and where there are not as many names as events.
    """
    if matrix.shape[0] != matrix.shape[1]:
        raise BadTable("this chart draws what relation_matrix() returns: a square table")
    labels = [str(name) for name in (matrix.index if names is None else names)]
    if len(labels) != len(matrix):
        raise BadTable(f"{len(labels)} names for {len(matrix)} events")
    place = {name: number for number, name in enumerate(ALLEN)}
    cells = matrix.to_numpy(dtype=object)
    values = np.array([[place.get(str(cell), len(ALLEN)) for cell in row] for row in cells])
    texts = [
        [
            plain(f"{shorten(labels[i], 40)}: {_words(str(cell))} {shorten(labels[j], 40)}")
            for j, cell in enumerate(row)
        ]
        for i, row in enumerate(cells)
    ]
    colors = [*_COLORS, _SEVERAL]
    steps = [
        (edge / len(colors), color)
        for number, color in enumerate(colors)
        for edge in (number, number + 1)
    ]
    heat = go.Heatmap(
        z=values,
        zmin=-0.5,
        zmax=len(ALLEN) + 0.5,
        colorscale=steps,
        customdata=texts,
        hovertemplate="%{customdata}<extra></extra>",
        xgap=1,
        ygap=1,
        colorbar={
            "tickmode": "array",
            "tickvals": list(range(len(ALLEN) + 1)),
            "ticktext": [*(name.replace("_", " ") for name in ALLEN), "not settled"],
        },
    )
    return _square(go.Figure(heat), labels, title)


def plot_distances(matrix: pd.DataFrame, *, title: str | None = None) -> go.Figure:
    """The table that `timeline.analysis.distances` returns, darker where stories are alike.

    >>> import pandas as pd
    >>> plot_distances(pd.DataFrame([[0.0, 2.0], [2.0, 0.0]], index=list("ab"))).data[0].type
    'heatmap'
    """
    labels = [str(name) for name in matrix.index]
    heat = go.Heatmap(
        z=matrix.to_numpy(dtype=np.float64),
        colorscale="Blues",
        reversescale=True,
        xgap=1,
        ygap=1,
        hovertemplate="%{z:.3~g}<extra></extra>",
        colorbar={"title": "distance"},
    )
    return _square(go.Figure(heat), labels, title)


def _words(cell: str) -> str:
    """
    >>> _words("before|meets")
    'before or meets'
    """
    return "any relation" if cell.count("|") == 12 else cell.replace("_", " ").replace("|", " or ")


def _square(figure: go.Figure, labels: list[str], title: str | None) -> go.Figure:
    finish(figure, None, title, min(220 + 26 * len(labels), 1_200), labels)
    return figure.update_xaxes(
        tickmode="array",
        tickvals=list(range(len(labels))),
        ticktext=[plain(shorten(name, 24)) for name in labels],
        tickangle=-45,
        side="top",
        automargin=True,
    ).update_layout(margin={"t": 160 if title else 130})
