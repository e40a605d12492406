"""Where every mark and label goes: lanes within bands, bands one under another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.charts.axes import TimeAxis
from timeline.charts.hovers import said
from timeline.charts.lanes import arrange
from timeline.charts.shapes import Edges

CHARACTER = 6.6
_GAP = 8.0
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


def bands_of(frame: pd.DataFrame, column: str | None) -> np.ndarray:
    """The band of each row: its value in a column, or none at all."""
    if column is None:
        return np.full(len(frame), "", dtype=object)
    values = np.array([said(v) or "—" for v in frame[column]], dtype=object)
    if column == "participants":
        values = np.array([v.split(";")[0].strip() or "—" for v in values], dtype=object)
    names, counts = np.unique(values, return_counts=True)
    if len(names) <= _MOST_BANDS:
        return values
    kept = set(names[np.argsort(-counts, kind="stable")][: _MOST_BANDS - 1])
    return np.array([v if v in kept else "other" for v in values], dtype=object)


def place(
    where: Edges, labels: list[str], band: np.ndarray, wanted: np.ndarray, axis: TimeAxis, most: int
) -> Placing:
    """Packs all marks into lanes, band by band, labelling the most wanted first."""
    left, right = ((edge - axis.low) / where.pixel for edge in where.reach)
    inner = (where.plain[1] - where.plain[0]) / where.pixel
    inner[where.narrow | where.shape["undated"].to_numpy(dtype=bool)] = 0
    width = np.array([len(text) for text in labels]) * CHARACTER + _GAP
    room = axis.length / where.pixel
    lane = np.zeros(len(labels), dtype=np.int64)
    side = np.full(len(labels), "", dtype=object)
    bands: list[tuple[str, int, int]] = []
    free = 0
    names = sorted(dict.fromkeys(band), key=lambda name: float(left[band == name].min()))
    for name in names:
        rows = np.flatnonzero(band == name)
        sides = _sides(left[rows], right[rows], width[rows], inner[rows], room)
        footprint = _Footprint(left[rows], right[rows], width[rows], sides, where.narrow[rows])
        ranked = np.argsort(-wanted[rows], kind="stable")
        lanes, shown = arrange(footprint.edges, ranked, max(3, most // len(names)))
        lane[rows] = lanes + free
        side[rows[shown]] = sides[shown]
        size = int(lanes.max(initial=0)) + 1
        bands.append((str(name), free, size))
        free += size
    return Placing(lane, side, bands, max(free, 1))


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
