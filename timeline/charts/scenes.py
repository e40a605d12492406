"""What a chart shows and where, decided before Plotly is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.charts.axes import TimeAxis
from timeline.charts.frames import seconds_of
from timeline.charts.hovers import hover, said, shorten
from timeline.charts.marks import marks
from timeline.charts.placing import UNTOLD, Placing, bands_of, letters, place
from timeline.charts.shapes import Edges, edges
from timeline.charts.styles import MOST_GROUPS, PALETTE, STATUS, Style
from timeline.charts.words import brief
from timeline.errors import BadTable
from timeline.spans import DAY
from timeline.table.moments import read_cell

# The width of a chart without one, in pixels, and the room for a label in characters.
_WIDTH = 1000.0
_LABEL = 46
# Lanes at most, and rows so few that each may have a lane of its own.
_MOST_LANES, _SHORT = 40, 60


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known of a chart before Plotly is told: rows, shapes, places and styles."""

    frame: pd.DataFrame
    shape: pd.DataFrame
    axis: TimeAxis
    where: Edges
    placing: Placing
    group: np.ndarray
    styles: dict[str, Style]
    dates: list[str]
    labels: list[str]
    hovers: list[str]

    @property
    def seen(self) -> np.ndarray:
        """The rows of which something lies in the period that the chart opens on."""
        left, right = self.where.reach
        return np.asarray((right >= self.axis.low) & (left <= self.axis.high))


def publication(frame: pd.DataFrame, published: object) -> float | None:
    """The instant of publication, given or the one of the table's column, if there is just one.

    >>> from timeline.table import empty
    >>> publication(empty(), "1970-01-02")
    86400.0
    """
    if published is not None:
        if isinstance(published, int | float):
            return float(published)
        span = read_cell(str(published))
        if span is None or span.start is None:
            raise BadTable(f"published={published!r} is no date; write it as 2023-03-06")
        return float(span.start)
    days = frame["published"].dropna().unique()
    if len(days) != 1:
        return None
    return float(seconds_of(pd.Series(days))[0])


def all_moments(shape: pd.DataFrame, line: float | None) -> np.ndarray:
    """All edges of marks, and the moment of publication."""
    names = ["left", "right", "sure_from", "sure_to"]
    known = shape[names].to_numpy(dtype=float).ravel()
    return known if line is None else np.append(known, line)


def need(frame: pd.DataFrame, *names: str | None) -> None:
    """Raises `BadTable` for a column that was asked for and is not there; None asks for none."""
    for name in names:
        if name is not None and name not in frame.columns:
            have = ", ".join(str(c) for c in frame.columns)
            raise BadTable(f"the table has no column {name!r}; it has: {have}")


def compose(
    frame: pd.DataFrame,
    published: float | None,
    lane: str | None = None,
    color: str | None = None,
    hover_data: Sequence[str] = (),
    width: int | None = None,
) -> Scene:
    """Decides where everything goes, for a chart about `width` pixels wide."""
    shape = marks(frame, published)
    axis = TimeAxis.around(all_moments(shape, published), 0.05)
    settled = ~(shape["open_left"] | shape["open_right"] | shape["undated"]).to_numpy(dtype=bool)
    axis = axis.closer(shape["left"].to_numpy()[settled], shape["right"].to_numpy()[settled])
    where = edges(shape, axis.low, axis.high, max((width or _WIDTH) - 60.0, 200.0))
    alone = len(frame) <= _SHORT
    shorter = axis.length < DAY  # the axis tells the day
    bands = bands_of(frame, lane, shape["loose"].to_numpy(dtype=bool))
    dates = [
        brief(words, clock=shorter) if alone and band != UNTOLD else ""
        for words, band in zip(shape["words"], bands, strict=True)
    ]
    rooms = [_LABEL] * len(frame)
    if alone:
        rooms = [
            max(room - len(date), 20) for room, date in zip(letters(where), dates, strict=True)
        ]
    labels = [
        shorten(said(text) or "", room) for text, room in zip(frame["event"], rooms, strict=True)
    ]
    status = shape["status"].tolist()
    if color is None:
        group, styles = shape["status"].to_numpy(dtype=object), dict(STATUS)
    else:
        group, styles = categories(frame[color])
    placing = place(
        where,
        [f"{date} {label}" if date else label for date, label in zip(dates, labels, strict=True)],
        bands,
        frame["salience"].to_numpy(dtype=float),
        axis,
        max(_MOST_LANES, len(frame) if alone else 0),
    )
    more = list(dict.fromkeys(hover_data))
    hovers = [
        hover(row, words, STATUS[kind].name, more)
        for (_, row), words, kind in zip(frame.iterrows(), shape["words"], status, strict=True)
    ]
    return Scene(frame, shape, axis, where, placing, group, styles, dates, labels, hovers)


def categories(column: pd.Series) -> tuple[np.ndarray, dict[str, Style]]:
    """The groups of a column's values and their styles, the most frequent first."""
    values = np.array([said(v) or "—" for v in column], dtype=object)
    names, counts = np.unique(values, return_counts=True)
    names = names[np.argsort(-counts, kind="stable")]
    if len(names) > MOST_GROUPS:
        kept = set(names[: MOST_GROUPS - 1])
        values = np.array([v if v in kept else "other" for v in values], dtype=object)
        names = np.append(names[: MOST_GROUPS - 1], "other")
    styles = {str(n): Style(str(n), c, "circle") for n, c in zip(names, PALETTE, strict=False)}
    return values, styles
