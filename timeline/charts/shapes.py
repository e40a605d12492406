"""The bars of a mark: solid where sure, pale where possible, fading where open or approximate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

#: Opacity of what is sure and of what is only possible.
SURE, POSSIBLE = 1.0, 0.28
_FADE = (0.75, 0.5, 0.3, 0.12)
#: Marks narrower than this many pixels are drawn as a symbol: a day is seen at any zoom.
NARROW = 9.0


@dataclass(frozen=True, slots=True)
class Edges:
    """Where marks stand on the screen: their edges in seconds, open ends given a short tail."""

    left: np.ndarray
    right: np.ndarray
    tail: float
    pixel: float
    shape: pd.DataFrame
    low: float
    high: float

    @property
    def reach(self) -> tuple[np.ndarray, np.ndarray]:
        """The edges with their tails and arrows."""
        tail = self.tail + 6 * self.pixel
        left = self.left - np.where(self.shape["open_left"], tail, 0)
        return left, self.right + np.where(self.shape["open_right"], tail, 0)

    @property
    def plain(self) -> tuple[np.ndarray, np.ndarray]:
        """The part of each bar that a label may lie on: what is sure, or all, as far as shown.

        Of a row without a date, what is to the right of its symbol.
        """
        first, last = self.shape["sure_from"].to_numpy(), self.shape["sure_to"].to_numpy()
        left, right = np.fmax(first, self.left), np.fmin(last, self.right)
        beside = (left + right) / 2 + 10 * self.pixel
        left = np.where(self.shape["undated"].to_numpy(dtype=bool), beside, left)
        return np.maximum(left, self.low), np.minimum(right, self.high)

    @property
    def narrow(self) -> np.ndarray:
        """Which marks are too narrow for a bar."""
        return np.asarray((self.right - self.left) / self.pixel < NARROW)


def edges(shape: pd.DataFrame, low: float, high: float, width: float) -> Edges:
    """The drawn edges of marks on a stretch of time that is `width` pixels wide."""
    pixel = (high - low) / width
    tail = 36 * pixel
    left, right = shape["left"].to_numpy(copy=True), shape["right"].to_numpy(copy=True)
    sure_from, sure_to = shape["sure_from"].to_numpy(), shape["sure_to"].to_numpy()
    no_left, no_right = np.isnan(left), np.isnan(right)
    known_left = np.fmin(sure_from, right)
    known_right = np.fmax(sure_to, left)
    left = np.where(no_left, known_left, left)
    right = np.where(no_right, known_right, right)
    # A row without any neighbour in time has the whole chart to be in.
    left = np.where(np.isnan(left), low, left)
    right = np.where(np.isnan(right), high, right)
    lost = shape["undated"].to_numpy(dtype=bool)
    left = np.where(lost & no_left, low, left)
    right = np.where(lost & no_right, high, right)
    return Edges(left, right, tail, pixel, shape, low, high)


def pieces(row: pd.Series, left: float, right: float, tail: float) -> list[tuple[float, ...]]:
    """The bars of one mark as (from, to, opacity)."""
    parts: list[tuple[float, float, float]] = []
    if np.isnan(row["sure_from"]):
        parts.append((left, right, POSSIBLE))
    else:
        first, last = max(row["sure_from"], left), min(row["sure_to"], right)
        parts += [(left, first, POSSIBLE), (first, last, SURE), (last, right, POSSIBLE)]
    parts = [part for part in parts if part[1] > part[0]]
    if row["approximate"] and parts:
        parts = _blur(parts, left, right)
    if row["open_left"]:
        opacity = POSSIBLE if np.isnan(row["sure_from"]) else SURE
        parts = _steps(left, left - tail, opacity)[::-1] + parts
    if row["open_right"]:
        opacity = POSSIBLE if np.isnan(row["sure_to"]) else SURE
        parts = parts + _steps(right, right + tail, opacity)
    return list(parts)


def _steps(start: float, end: float, opacity: float) -> list[tuple[float, float, float]]:
    cuts = np.linspace(start, end, len(_FADE) + 1)
    return [
        (float(min(a, b)), float(max(a, b)), opacity * fade)
        for a, b, fade in zip(cuts[:-1], cuts[1:], _FADE, strict=True)
    ]


def _blur(
    parts: list[tuple[float, float, float]], left: float, right: float
) -> list[tuple[float, float, float]]:
    """Fades both ends over a fifth of the length; the middle keeps its opacity."""
    soft = (right - left) / 5
    kept = [(max(a, left + soft), min(b, right - soft), o) for a, b, o in parts]
    middle = [part for part in kept if part[1] > part[0]]
    first = _steps(left + soft, left, middle[0][2])[::-1]
    return first + middle + _steps(right - soft, right, middle[-1][2])
