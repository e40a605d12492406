"""Many events at a glance: how many there are in each stretch of time."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.dressing import draw_publication, dress
from timeline.charts.frames import tidy
from timeline.charts.hovers import plain, said, shorten, wrap
from timeline.charts.marks import marks
from timeline.charts.scenes import categories, need, publication
from timeline.charts.styles import STATUS
from timeline.charts.words import brief, unit_in_words
from timeline.errors import BadTable
from timeline.spans import Granularity, ceiling, civil, floor

_UNITS = (
    Granularity.MINUTE,
    Granularity.HOUR,
    Granularity.DAY,
    Granularity.WEEK,
    Granularity.MONTH,
    Granularity.QUARTER,
    Granularity.YEAR,
    Granularity.DECADE,
    Granularity.CENTURY,
)
# Bars that can still be told apart.
_MOST_BINS = 150
# Events named in the hover of a bar.
_TOLD = 3


def density(
    table: pd.DataFrame,
    *,
    published: object = None,
    title: str | None = None,
    color: str | None = None,
    unit: str | None = None,
    template: object = None,
    height: int | None = None,
    width: int | None = None,
) -> go.Figure:
    """How many events fall into each stretch of the calendar, stacked by status or by `color`.

    >>> import pandas as pd
    >>> days = ["2022-02-24", "2022-02-25", "2022-09-04"]
    >>> mine = pd.DataFrame({"when": days, "event": list("abc")})
    >>> figure = density(mine, unit="month")
    >>> list(figure.data[0].y[:2])
    [2.0, 0.0]

    `unit` is a granularity ("day", "month", "year" …), by default the finest that gives at most
    150 bars. Every event counts one in all: one that lies somewhere within several bars is shared
    out between them, by the length of each. Rows without a date are not counted. The other
    arguments are those of `plot`. Raises `BadTable` where no row has a date, and for other units.
    """
    frame = tidy(table)
    need(frame, color)
    line = publication(frame, published)
    shape = marks(frame, line)
    from_, to = _extent(shape)
    if not len(from_):
        raise BadTable("no row of the table has a date, so there is nothing to count")
    edges = _edges(from_.min(), to.max(), unit)
    rows = np.flatnonzero(shape["left"].notna() | shape["right"].notna())
    rows = rows[~shape["undated"].to_numpy(dtype=bool)[rows]]
    shares = _shares(from_, to, edges)
    axis = TimeAxis.around(
        np.append(edges.astype(float), line if line is not None else np.nan), 0.0
    )
    if color is None:
        group = shape["status"].to_numpy(dtype=object)
        styles = {key: STATUS[key] for key in STATUS if (group == key).any()}
    else:
        group, styles = categories(frame[color])
    hovers = _bin_hovers(frame, rows, shares, edges)
    middle = (edges[:-1] + edges[1:]) / 2
    figure = go.Figure()
    for name, style in styles.items():
        figure.add_bar(
            x=axis.place(middle),
            y=shares[group[rows] == name].sum(axis=0).round(6).tolist(),
            width=axis.length_of(np.diff(edges).astype(float)),
            name=plain(style.name),
            customdata=hovers,
            hovertemplate="%{customdata}<extra></extra>",
            marker={"color": style.color, "line": {"width": 0}},
        )
    dress(figure, axis, title, template, height or 320, width)
    figure.update_layout(barmode="stack", bargap=0.05)
    figure.update_yaxes(showgrid=True, title="events", rangemode="tozero")
    if line is not None:
        draw_publication(figure, axis, line)
    return figure


def _extent(shape: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """From and to of the dated rows; an open end is where the row is last known."""
    dated = shape[~shape["undated"]]
    known = dated[["left", "sure_from", "sure_to", "right"]].to_numpy(dtype=float)
    if not len(known):
        return np.array([]), np.array([])
    low, high = np.nanmin(known, axis=1), np.nanmax(known, axis=1)
    return low, np.maximum(high, low + 1)


def _edges(low: float, high: float, unit: str | None) -> np.ndarray:
    if unit is not None:
        names = [u.value for u in _UNITS]
        if unit not in names:
            raise BadTable(f"unit={unit!r} is not one of: {', '.join(names)}")
        return _calendar(Granularity(unit), int(low), int(high))
    for grain in _UNITS:
        length = ceiling(grain, floor(grain, 0)) - floor(grain, 0)
        if (high - low) / length <= _MOST_BINS:
            return _calendar(grain, int(low), int(high))
    return _calendar(_UNITS[-1], int(low), int(high))


def _calendar(grain: Granularity, low: int, high: int) -> np.ndarray:
    edges = [floor(grain, low)]
    while edges[-1] < high:
        edges.append(ceiling(grain, edges[-1]))
    return np.array(edges, dtype=np.int64)


def _shares(low: np.ndarray, high: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """What part of each row falls into each bin; a row's parts make one."""
    overlap = np.minimum(high[:, None], edges[None, 1:]) - np.maximum(
        low[:, None], edges[None, :-1]
    )
    return np.asarray(np.clip(overlap, 0, None) / (high - low)[:, None])


def _bin_hovers(
    frame: pd.DataFrame, rows: np.ndarray, shares: np.ndarray, edges: np.ndarray
) -> list[str]:
    salience = frame["salience"].to_numpy(dtype=float)[rows]
    texts = []
    for k, (start, end) in enumerate(pairwise(edges.tolist())):
        inside = np.flatnonzero(shares[:, k] > 0)
        first = inside[np.argsort(-salience[inside], kind="stable")][:_TOLD]
        lines = [f"<b>{plain(unit_in_words(start, end))}</b>"]
        lines.append(f"{shares[:, k].sum():.3g} events")
        lines += ["· " + wrap(said(frame["event"].iat[rows[i]]) or "", 2) for i in first]
        texts.append("<br>".join(lines))
    return texts


def calendar(
    table: pd.DataFrame,
    *,
    published: object = None,
    title: str | None = None,
    template: object = None,
    height: int | None = None,
    width: int | None = None,
) -> go.Figure:
    """A calendar whose cells are darker the more events they hold: a row a year, a column a month.

    >>> import pandas as pd
    >>> mine = pd.DataFrame({"when": ["2022-02-24", "2022-02", "2021-09"], "event": list("abc")})
    >>> figure = calendar(mine)
    >>> list(figure.data[0].y), figure.data[0].z[1][1]
    (['2021', '2022'], 2.0)

    Stories of more than sixty years have a row for a decade and a column for a year of it. An
    event somewhere within several cells is shared out between them. The other arguments are those
    of `plot`. Raises `BadTable` where no row has a date.
    """
    frame = tidy(table)
    shape = marks(frame, publication(frame, published))
    low, high = _extent(shape)
    if not len(low):
        raise BadTable("no row of the table has a date, so there is nothing to count")
    years = civil(int(high.max()))[0] - civil(int(low.min()))[0]
    fine = years <= 60
    cell, row = (
        (Granularity.MONTH, Granularity.YEAR) if fine else (Granularity.YEAR, Granularity.DECADE)
    )
    begin, end = floor(row, int(low.min())), ceiling(row, floor(row, int(high.max()) - 1))
    edges = _calendar(cell, begin, end)
    shares = _shares(low, high, edges)
    across = 12 if fine else 10
    counts = shares.sum(axis=0).reshape(-1, across)
    rows = np.flatnonzero(~shape["undated"].to_numpy(dtype=bool))
    texts = np.array(_bin_hovers(frame, rows, shares, edges), dtype=object).reshape(-1, across)
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    figure = go.Figure(
        go.Heatmap(
            z=np.where(counts > 0, counts, np.nan).round(6).tolist(),
            x=months if fine else [f"+{n}" for n in range(10)],
            y=[brief(unit_in_words(int(e), ceiling(row, int(e)))) for e in edges[:-1:across]],
            customdata=texts,
            hovertemplate="%{customdata}<extra></extra>",
            colorscale=[[0, "rgba(31,111,180,0.18)"], [1, "rgba(31,111,180,1)"]],
            zmin=0,
            xgap=2,
            ygap=2,
            colorbar={"title": {"text": "events"}, "thickness": 12},
        )
    )
    figure.update_layout(
        template=template if template is not None else "plotly_white",
        title=None if title is None else {"text": plain(shorten(title, 200))},
        height=height or max(200, 24 * len(counts) + 110),
        width=width,
        hoverlabel={"align": "left"},
        margin={"l": 20, "r": 20, "t": 60 if title else 30, "b": 30},
    )
    # Years are names of rows here, not numbers or dates.
    figure.update_yaxes(type="category", autorange="reversed", showgrid=False, automargin=True)
    figure.update_xaxes(type="category", side="top", showgrid=False)
    return figure
