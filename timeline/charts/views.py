"""What the charts of analyses share: bars of sure and possible time, names, lengths in words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.dressing import dress
from timeline.charts.frames import seconds_of
from timeline.charts.hovers import plain, shorten
from timeline.charts.styles import PALETTE, rgba
from timeline.errors import BadTable

# How opaque bars are of what is surely so, and of what may be.
SURE, MAYBE = 0.9, 0.3
BLUE, ORANGE, GREEN, PURPLE = PALETTE[:4]
GREY = PALETTE[7]
_UNITS = ((365.2425 * 86_400, "year"), (86_400.0, "day"), (3_600.0, "hour"), (60.0, "minute"))


def need(table: pd.DataFrame, maker: str, *columns: str) -> None:
    """Raise `BadTable` where a chart is given something else than its analysis returns."""
    absent = [name for name in columns if name not in table]
    if absent:
        raise BadTable(f"this chart draws what {maker}() returns; there is no column {absent[0]!r}")


def axis_around(*columns: pd.Series) -> TimeAxis:
    """An axis that holds all times of some columns."""
    known = [seconds_of(column) for column in columns]
    return TimeAxis.around(np.concatenate(known) if known else np.zeros(0))


def finish(
    figure: go.Figure,
    axis: TimeAxis | None,
    title: str | None,
    height: int,
    names: Sequence[str] | None = None,
) -> go.Figure:
    """The looks of a view; `names` are the rows from the top, one for each whole number."""
    dress(figure, axis or TimeAxis(0.0, 1.0), title, None, height, None)
    if axis is None:
        figure.update_xaxes(
            type="-", range=None, autorange=True, tickvals=None, ticktext=None, title=None
        )
        figure.update_layout(dragmode=False)
    if names is not None:
        figure.update_yaxes(
            tickmode="array",
            tickvals=list(range(len(names))),
            ticktext=[plain(shorten(name, 44)) for name in names],
            range=[len(names) - 0.4, -0.6],
        )
    figure.update_layout(barcornerradius=3)
    return figure


def bars(
    axis: TimeAxis,
    start: npt.NDArray[np.float64],
    end: npt.NDArray[np.float64],
    rows: npt.NDArray[np.int64] | npt.NDArray[np.float64],
    hovers: Sequence[str],
    *,
    name: str,
    color: str = BLUE,
    opacity: float = SURE,
    thick: float = 0.62,
) -> go.Bar:
    """Stretches of time as bars; an end that is not known lies at the edge of the axis."""
    left = np.where(np.isnan(start), axis.low, start)
    right = np.where(np.isnan(end), axis.high, end)
    return go.Bar(
        base=axis.place(left),
        x=axis.length_of(right - left),
        y=rows,
        width=thick,
        orientation="h",
        name=name,
        customdata=[[text] for text in hovers],
        hovertemplate="%{customdata[0]}<extra></extra>",
        marker={"color": rgba(color, opacity), "line": {"width": 1, "color": color}},
    )


def length_in_words(seconds: float | None) -> str:
    """A length of time in two figures or so.

    >>> length_in_words(46 * 86400.0), length_in_words(90000.0), length_in_words(None)
    ('46 days', '1 day', 'no known length')
    """
    if seconds is None or np.isnan(seconds):
        return "no known length"
    for size, name in _UNITS:
        if abs(seconds) >= size * (1.95 if name == "year" else 1):
            count = seconds / size
            text = f"{count:.1f}" if name == "year" and count < 10 else f"{count:.0f}"
            return f"{text} {name}" + ("" if text == "1" else "s")
    return f"{seconds:.0f} seconds"


def between_in_words(least: object, most: object) -> str:
    """Two bounds of a length.

    >>> between_in_words(pd.Timedelta(days=3), pd.Timedelta(days=3))
    '3 days'
    >>> between_in_words(pd.Timedelta(days=3), pd.NaT)
    'at least 3 days'
    """
    low, high = (None if pd.isna(x) else pd.Timedelta(x).total_seconds() for x in (least, most))  # type: ignore[call-overload, arg-type]
    if high is None:
        return "no known length" if low is None else f"at least {length_in_words(low)}"
    if low is None or (low <= 0 < high):
        return f"at most {length_in_words(high)}"
    words = length_in_words(low), length_in_words(high)
    return words[0] if words[0] == words[1] else f"{words[0]} to {words[1]}"
