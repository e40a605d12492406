"""What was reported when: the time of events against the time of their publication."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.dressing import dress
from timeline.charts.frames import seconds_of, tidy
from timeline.charts.hovers import hover, plain
from timeline.charts.marks import marks
from timeline.charts.scenes import categories, need, publication
from timeline.charts.shapes import POSSIBLE
from timeline.charts.styles import STATUS, rgba
from timeline.charts.words import day_in_words
from timeline.errors import BadTable
from timeline.spans import DAY

_YEAR = 365.25 * DAY


def reporting(
    table: pd.DataFrame,
    *,
    published: object = None,
    title: str | None = None,
    color: str | None = None,
    template: object = None,
    height: int | None = None,
    width: int | None = None,
) -> go.Figure:
    """Every event across, the day it was reported up: how far back, or ahead, reporting looks.

    >>> import pandas as pd
    >>> mine = pd.DataFrame({"when": ["2022-02-24", "2022-09"], "event": ["Invasion", "Izyum"]})
    >>> figure = reporting(mine, published="2023-03-06")
    >>> figure.data[0].name
    'published as it happened'

    Needs the column `published`, or one date for all in the argument. The line marks what was
    reported as it happened: left of it lies the past, right of it what was still to come. The
    hover tells the distance. `color` names a column such as `source`; the other arguments are those
    of `plot`. Raises `BadTable` where no row has both dates.
    """
    frame = tidy(table)
    need(frame, color)
    when = seconds_of(frame["published"])
    given = publication(frame, published) if published is not None else None
    if given is not None:
        when = np.where(np.isnan(when), given, when)
    shape = marks(frame)
    known = shape[["left", "sure_from", "sure_to", "right"]].to_numpy(dtype=float)
    dated = np.isfinite(known).any(axis=1) & np.isfinite(when) & ~shape["undated"].to_numpy(bool)
    if not dated.any():
        raise BadTable("no row has both a date and a publication date; give published=")
    rows = np.flatnonzero(dated)
    left, right = np.nanmin(known[rows], axis=1), np.nanmax(known[rows], axis=1)
    when = when[rows]
    across = TimeAxis.around(np.concatenate([left, right, when]))
    down = TimeAxis.around(when, 0.08)
    if color is None:
        group, styles = shape["status"].to_numpy(dtype=object), dict(STATUS)
    else:
        group, styles = categories(frame[color])
    texts = _hovers(frame, shape, rows, left, right, when)
    figure = go.Figure(_diagonal(across, down))
    for name, style in styles.items():
        chosen = np.flatnonzero(group[rows] == name)
        if len(chosen):
            figure.add_traces(
                _trace(
                    across, down, left[chosen], right[chosen], when[chosen], style.name, style.color
                )
            )
            figure.data[-1].customdata = [[texts[i], int(rows[i])] for i in chosen]
    dress(figure, across, title, template, height or 460, width)
    figure.update_yaxes(down.layout(), fixedrange=False, showgrid=True)
    # The latest publication stands at the top.
    figure.update_yaxes(title="published", showticklabels=True)
    figure.update_xaxes(title="happened")
    return figure


def _diagonal(across: TimeAxis, down: TimeAxis) -> go.Scatter:
    ends = np.array([max(across.low, down.low), min(across.high, down.high)])
    return go.Scatter(
        x=across.place(ends),
        y=down.place(ends),
        mode="lines",
        name="published as it happened",
        line={"color": "#8a6d3b", "dash": "dot", "width": 1.5},
        hoverinfo="skip",
    )


def _trace(
    across: TimeAxis,
    down: TimeAxis,
    left: np.ndarray,
    right: np.ndarray,
    when: np.ndarray,
    name: str,
    color: str,
) -> list[go.Scatter]:
    gap = np.full(len(left), np.nan)
    segments = go.Scatter(
        x=across.place(np.column_stack([left, right, gap]).ravel()),
        y=down.place(np.column_stack([when, when, gap]).ravel()),
        mode="lines",
        line={"color": rgba(color, POSSIBLE + 0.15), "width": 5},
        legendgroup=name,
        showlegend=False,
        hoverinfo="skip",
    )
    points = go.Scatter(
        x=across.place((left + right) / 2),
        y=down.place(when),
        mode="markers",
        name=plain(name),
        legendgroup=name,
        marker={"color": color, "size": 8, "line": {"width": 1, "color": "rgba(255,255,255,0.6)"}},
        hovertemplate="%{customdata[0]}<extra></extra>",
    )
    return [segments, points]


def _hovers(
    frame: pd.DataFrame,
    shape: pd.DataFrame,
    rows: np.ndarray,
    left: np.ndarray,
    right: np.ndarray,
    when: np.ndarray,
) -> list[str]:
    texts = []
    for k, i in enumerate(rows):
        told = hover(
            frame.iloc[i], str(shape["words"].iat[i]), STATUS[str(shape["status"].iat[i])].name, []
        )
        lag = distance(when[k], left[k], right[k])
        texts.append(f"{told}<br>published {plain(day_in_words(int(when[k])))}: {lag}")
    return texts


def distance(published: float, start: float, end: float) -> str:
    """How far an event lies from its publication, in words no finer than need be.

    >>> distance(10 * 86400, 3 * 86400, 4 * 86400), distance(0, 800 * 86400, 801 * 86400)
    ('6 days later', '2.2 years ahead')
    """
    if start <= published < end + DAY:
        return "as it happened"
    apart = published - end if published >= end else start - published
    if apart >= 2 * _YEAR:
        amount = (
            f"{apart / _YEAR:.2g} years" if apart < 100 * _YEAR else f"{apart / _YEAR:.0f} years"
        )
    elif apart >= 60 * DAY:
        amount = f"{apart / _YEAR * 12:.0f} months"
    else:
        days = max(1, round(apart / DAY))
        amount = f"{days} day{'s' if days > 1 else ''}"
    return f"{amount} later" if published >= end else f"{amount} ahead"
