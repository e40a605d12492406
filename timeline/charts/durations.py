"""How long events last: from at least to at most."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.hovers import said
from timeline.charts.styles import rgba
from timeline.charts.views import BLUE, MAYBE, between_in_words, finish, need

# In seconds.
_DAY = 86_400.0


def plot_durations(
    durations: pd.DataFrame, *, title: str | None = None, longest: int = 40
) -> go.Figure:
    """The lengths that `timeline.analysis.durations` bounds, the longest on top.

    >>> import pandas as pd
    >>> from timeline.analysis import durations
    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03"]), "event": ["Talks"]})
    >>> plot_durations(durations(table)).layout.xaxis.title.text
    'days'

    Solid up to the least length, pale up to the greatest; an arrow where there is none.
    """
    need(durations, "durations", "at_least", "at_most")
    rank = durations["at_least"].fillna(pd.Timedelta(0))
    drawn = durations.iloc[np.argsort(-rank.to_numpy().astype(np.int64), kind="stable")]
    drawn = drawn.head(longest)
    least = drawn["at_least"].dt.total_seconds().to_numpy() / _DAY
    most = drawn["at_most"].dt.total_seconds().to_numpy() / _DAY
    whole = np.nanmax(np.append(np.append(least, most), 1.0)) * 1.05
    open_ = np.isnan(most)
    rows = list(range(len(drawn)))
    words = [
        between_in_words(*pair) for pair in zip(drawn["at_least"], drawn["at_most"], strict=True)
    ]
    look = {"orientation": "h", "width": 0.62, "customdata": [[text] for text in words]}
    look["hovertemplate"] = "%{customdata[0]}<extra></extra>"
    line = {"width": 1, "color": BLUE}
    figure = go.Figure(
        [
            go.Bar(
                base=least,
                x=np.where(open_, whole, most) - least,
                y=rows,
                name="at most",
                marker={"color": rgba(BLUE, MAYBE), "line": line},
                **look,
            ),
            go.Bar(x=least, y=rows, name="at least", marker={"color": BLUE, "line": line}, **look),
            go.Scatter(
                x=np.full(int(open_.sum()), whole),
                y=np.flatnonzero(open_),
                mode="markers",
                name="no known end",
                marker={"symbol": "triangle-right", "size": 11, "color": BLUE},
                hoverinfo="skip",
            ),
        ]
    )
    names = [said(text) or "event" for text in drawn["event"]] if "event" in drawn else words
    finish(figure, None, title, 150 + 26 * max(len(drawn), 3), names)
    return figure.update_xaxes(title="days", rangemode="tozero")
