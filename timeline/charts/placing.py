"""Where every mark and label goes: lanes within bands, bands one under another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.charts.axes import TimeAxis
from timeline.charts.hovers import said
from timeline.charts.lanes import arrange
from timeline.charts.shapes import Edges

#: The width of a letter and the room around a label, in pixels, at the size of labels.
CHARACTER = 6.6
_GAP = 8.0
#: So many rows must have a date of their own for the others to stand apart.
_FEWEST = 3
#: The band of rows that only publication bounds; it stands below the others.
UNTOLD = "no date told"
#: More bands than this are drawn together as "other".
_MOST_BANDS = 12


@dataclass(frozen=True, slots=True)
class Placing:
    """Lane of each mark, which of them have a label and where, and the bands of lanes.

    `side` is "inside", "right" or "left" of the mark, or "" for no label; `bands` holds the name,
    first lane and number of lanes of each band.
    """

    lane: np.ndarray
    side: np.ndarray
    bands: list[tuple[str, int, int]]
    lanes: int


def bands_of(frame: pd.DataFrame, column: str | None, loose: np.ndarray) -> np.ndarray:
    """The band of each row: its value in a column, or none at all.

    Without a column what only publication bounds stands apart, unless that is nearly everything.
    """
    if column is None:
        apart = loose & ((~loose).sum() >= _FEWEST)
        return np.where(apart, UNTOLD, "").astype(object)
    values = np.array([said(v) or "—" for v in frame[column]], dtype=object)
    if column == "participants":
        values = np.array([v.split(";")[0].strip() or "—" for v in values], dtype=object)
    names, counts = np.unique(values, return_counts=True)
    if len(names) <= _MOST_BANDS:
        return values
    kept = set(names[np.argsort(-counts, kind="stable")][: _MOST_BANDS - 1])
    return np.array([v if v in kept else "other" for v in values], dtype=object)


def letters(where: Edges) -> list[int]:
    """For how many letters each mark has room inside it or on its roomier side."""
    left, right = where.reach
    inner = where.plain[1] - where.plain[0]
    room = np.maximum(np.maximum(left - where.low, where.high - right), inner) / where.pixel
    return [int(pixels) for pixels in (room - 2 * _GAP) // CHARACTER]


def place(
    where: Edges, labels: list[str], band: np.ndarray, wanted: np.ndarray, axis: TimeAxis, most: int
) -> Placing:
    """Packs all marks into lanes, band by band, labelling the most wanted first.

    Where there are as many lanes as marks, each has its own, the earliest above.
    """
    left, right = ((edge - axis.low) / where.pixel for edge in where.reach)
    inner = (where.plain[1] - where.plain[0]) / where.pixel
    inner[where.narrow & ~where.shape["undated"].to_numpy(dtype=bool)] = 0
    width = np.array([len(text) for text in labels]) * CHARACTER + _GAP
    room = axis.length / where.pixel
    lane = np.zeros(len(labels), dtype=np.int64)
    side = np.full(len(labels), "", dtype=object)
    bands: list[tuple[str, int, int]] = []
    free = 0
    alone = most >= len(labels)
    names = sorted(
        dict.fromkeys(band), key=lambda name: (name == UNTOLD, float(left[band == name].min()))
    )
    for name in names:
        rows = np.flatnonzero(band == name)
        sides = _sides(left[rows], right[rows], width[rows], inner[rows], room)
        footprint = _Footprint(left[rows], right[rows], width[rows], sides, where.narrow[rows])
        ranked = np.argsort(-wanted[rows], kind="stable")
        if alone:
            lanes, shown = _cascade(where, rows), ranked
        else:
            lanes, shown = arrange(footprint.edges, ranked, max(3, most // len(names)))
        lane[rows] = lanes + free
        side[rows[shown]] = sides[shown]
        size = int(lanes.max(initial=0)) + 1
        bands.append((str(name), free, size))
        free += size
    return Placing(lane, side, bands, max(free, 1))


def _cascade(where: Edges, rows: np.ndarray) -> np.ndarray:
    """A lane for every row, in the order of time."""
    lanes = np.empty(len(rows), dtype=np.int64)
    shape = where.shape.iloc[rows]
    # What publication alone bounds lies before, around or after it, in this order.
    sides = shape["open_right"].astype(int) - shape["open_left"].astype(int)
    side = sides.where(shape["loose"], 0).to_numpy()
    left = np.where(shape["loose"], 0.0, where.left[rows])
    loose = shape["loose"].to_numpy(dtype=bool)
    lanes[np.lexsort((rows, where.right[rows], left, side, loose))] = np.arange(len(rows))
    return lanes


def _sides(
    left: np.ndarray, right: np.ndarray, width: np.ndarray, inner: np.ndarray, room: float
) -> np.ndarray:
    fits_left = left - width > 0
    beyond = right + width > room
    return np.where(inner > width + _GAP, "inside", np.where(beyond & fits_left, "left", "right"))


@dataclass(frozen=True, slots=True)
class _Footprint:
    left: np.ndarray
    right: np.ndarray
    width: np.ndarray
    side: np.ndarray
    narrow: np.ndarray

    def edges(self, labelled: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Outer edges in pixels, a symbol's width kept free around every mark."""
        left, right = self.left - _GAP, self.right + _GAP
        left[self.narrow] -= 4
        right[self.narrow] += 4
        to_right = labelled[self.side[labelled] == "right"]
        to_left = labelled[self.side[labelled] == "left"]
        right[to_right] += self.width[to_right]
        left[to_left] -= self.width[to_left]
        return left, right
