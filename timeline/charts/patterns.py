"""Patterns and periods as bars."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.hovers import plain
from timeline.charts.styles import rgba
from timeline.charts.views import BLUE, GREEN, GREY, MAYBE, finish, need


def plot_patterns(
    patterns: pd.DataFrame, *, title: str | None = None, shortest: int = 2, most: int = 30
) -> go.Figure:
    """The patterns that `timeline.analysis.patterns` finds, the commonest on top.

    >>> import pandas as pd
    >>> found = pd.DataFrame({"pattern": [("arrest", "trial")], "length": [2], "at_least": [3],
    ...                       "at_most": [5]})
    >>> plot_patterns(found).layout.yaxis.ticktext
    ('arrest → trial',)

    Solid up to what is sure, pale up to what is possible. Patterns of fewer than `shortest`
    types are left out, and all after the first `most`.
    """
    need(patterns, "patterns", "pattern", "length", "at_least", "at_most")
    drawn = patterns[patterns["length"] >= shortest]
    order = ["at_least", "at_most", "length"]
    drawn = drawn.sort_values(order, ascending=False, kind="stable").head(most)
    names = [" → ".join(map(str, pattern)) for pattern in drawn["pattern"]]
    rows = list(range(len(drawn)))
    line = {"width": 1, "color": BLUE}
    look = {"orientation": "h", "width": 0.62, "customdata": [[plain(name)] for name in names]}
    figure = go.Figure(
        [
            go.Bar(
                x=drawn["at_most"],
                y=rows,
                name="possibly",
                marker={"color": rgba(BLUE, MAYBE), "line": line},
                hovertemplate="%{customdata[0]}<br>at most %{x}<extra></extra>",
                **look,
            ),
            go.Bar(
                x=drawn["at_least"],
                y=rows,
                name="surely",
                marker={"color": BLUE, "line": line},
                hovertemplate="%{customdata[0]}<br>at least %{x}<extra></extra>",
                **look,
            ),
        ]
    )
    finish(figure, None, title, 150 + 26 * max(len(drawn), 3), names)
    return figure.update_xaxes(rangemode="tozero", title="support")


def plot_periods(periods: pd.DataFrame, *, title: str | None = None) -> go.Figure:
    """The strengths that `timeline.analysis.periodicity` finds, grey where chance explains them.

    >>> import pandas as pd
    >>> from timeline.analysis import periodicity
    >>> table = pd.DataFrame({"start": pd.date_range("2022-01-03", periods=20, freq="7D")})
    >>> bool(plot_periods(periodicity(table)).data[0].x[1] > 0.9)
    True
    """
    need(periods, "periodicity", "period", "strength", "chance", "events")
    strong = periods["chance"].to_numpy(dtype=np.float64) < 0.01
    bar = go.Bar(
        x=periods["strength"].to_numpy(dtype=np.float64),
        y=list(range(len(periods))),
        orientation="h",
        width=0.62,
        marker={"color": [GREEN if yes else GREY for yes in strong]},
        customdata=periods[["events", "chance"]].to_numpy(dtype=np.float64),
        hovertemplate="strength %{x:.2f}<br>%{customdata[0]:.0f} events"
        "<br>by chance: %{customdata[1]:.2g}<extra></extra>",
    )
    names = [f"every {name}" for name in periods["period"]]
    figure = finish(go.Figure(bar), None, title, 150 + 40 * max(len(periods), 2), names)
    figure.update_layout(showlegend=False)
    return figure.update_xaxes(range=[0, 1], autorange=False, title="strength (0 none, 1 all)")
