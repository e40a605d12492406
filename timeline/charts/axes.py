"""The axis of time: dates where Plotly can draw them, seconds with our own labels elsewhere."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from timeline.charts.words import day_in_words, year_in_words
from timeline.spans import DAY, Granularity, ceiling, civil, floor, seconds

#: Plotly draws dates before year 1 in another millennium and fails near year 9999.
_FIRST, _LAST = seconds(2), seconds(9900)
_WEEK = 7 * DAY
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10000, 20000, 50000)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The visible stretch of time, in seconds since 1970, and how to write places on it."""

    low: float
    high: float

    @classmethod
    def around(cls, moments: np.ndarray, margin: float = 0.03) -> TimeAxis:
        """An axis that holds all moments, NaN left out, with some air at both ends.

        >>> day, hours = np.array([0.0, DAY]), np.array([3600.0, 7200.0])
        >>> TimeAxis.around(day).length / DAY, TimeAxis.around(hours).length < DAY
        (7.0, True)

        Of whole days it shows a week at least: the hours of a day say nothing of them.
        """
        known = moments[np.isfinite(moments)]
        if not len(known):
            return cls(float(seconds(2000)), float(seconds(2001)))
        low, high = float(known.min()), float(known.max())
        air = max((high - low) * margin, 1.0) if high > low else DAY / 2
        if not (known % DAY).any():
            air = max(air, (_WEEK - (high - low)) / 2)
        return cls(low - air, high + air)

    def closer(self, left: np.ndarray, right: np.ndarray) -> TimeAxis:
        """The stretch worth opening on: all or, if most of it is empty, where the marks are.

        A war of long ago that was told today would leave most of the chart empty. Then the axis
        opens on the shortest stretch that holds nine tenths of the marks with two known edges.
        """
        known = np.isfinite(left) & np.isfinite(right) & (right - left < self.length / 2)
        middles = np.sort((left[known] + right[known]) / 2)
        many = math.ceil(len(middles) * 0.92)
        if len(middles) < 20:
            return self
        spans = middles[many - 1 :] - middles[: len(middles) - many + 1]
        first = int(spans.argmin())
        if spans[first] == 0 or spans[first] > 0.3 * self.length:
            return self
        air = 0.12 * spans[first]
        return TimeAxis(middles[first] - air, middles[first] + spans[first] + air)

    @property
    def dated(self) -> bool:
        """Whether Plotly's own date axis can be trusted with it."""
        return self.low >= _FIRST and self.high <= _LAST

    @property
    def length(self) -> float:
        """Seconds from end to end."""
        return self.high - self.low

    @property
    def beyond(self) -> float:
        """A moment so late that nobody moves the chart there, but that Plotly can still draw."""
        late = self.high + 3 * self.length
        return min(late, float(_LAST)) if self.dated else late

    def place(self, instants: np.ndarray) -> np.ndarray:
        """Instants as the axis wants them; NaN becomes a gap."""
        if not self.dated:
            return np.asarray(instants, dtype=float)
        known = np.isfinite(instants)
        whole = np.where(known, instants, 0).round().astype("int64")
        written = np.datetime_as_string(whole.astype("datetime64[s]"), unit="s").astype(object)
        written[~known] = None
        return np.asarray(written)

    def numbers(self, instants: np.ndarray) -> np.ndarray:
        """Instants as numbers, which are less to carry than dates and are drawn at the same place.

        >>> TimeAxis(0.0, 1e9).numbers(np.array([1.0]))
        array([1000.])
        """
        return self.length_of(np.asarray(instants, dtype=float))

    def length_of(self, duration: np.ndarray) -> np.ndarray:
        """Durations in the unit of the axis: milliseconds on dates, else seconds."""
        return duration * 1000 if self.dated else duration

    def layout(self) -> dict[str, object]:
        """The keys of Plotly's `xaxis`."""
        low, high = self.place(np.array([self.low, self.high])).tolist()
        common: dict[str, object] = {"range": [low, high], "title": None, "showgrid": True}
        if self.dated:
            # Within a day or two the ticks are clock times, and the day has to be told.
            title = {"text": _days_told(self.low, self.high), "font": {"size": 12}}
            return common | {"type": "date", "title": title if self.length < 2 * DAY else None}
        moments, labels = ticks(self.low, self.high)
        return common | {
            "type": "linear",
            "tickmode": "array",
            "tickvals": moments,
            "ticktext": labels,
        }


def _days_told(low: float, high: float) -> str:
    first, last = day_in_words(int(low)), day_in_words(int(high))
    return first if first == last else f"{first} to {last}"


def ticks(low: float, high: float, most: int = 10) -> tuple[list[int], list[str]]:
    """Moments worth a label between two instants, at most about `most`, and their labels.

    >>> moments, labels = ticks(seconds(-120), seconds(80), most=5)
    >>> labels
    ['100 BCE', '50 BCE', '1 CE', '50 CE']

    Years are round as people count them: 100 BCE is the year -99.
    """
    span = (high - low) / DAY
    for days in (1, 7, 31, 92):
        if span / days <= most:
            return _calendar_ticks(low, high, days)
    first, last = civil(int(low))[0], civil(int(high))[0]
    step = next((s for s in _YEARS if (last - first) / s <= most), _YEARS[-1])
    years = [y for y in _round_years(first, last, step) if low <= seconds(y) <= high]
    return [seconds(y) for y in years], [year_in_words(y) for y in years]


def _round_years(first: int, last: int, step: int) -> list[int]:
    if step == 1:
        return list(range(first, last + 1))
    before = [1 - n for n in range(-(-(1 - last) // step) * step, 1 - first + 1, step) if n > 0]
    after = [n or 1 for n in range(max(0, -(-first // step) * step), last + 1, step)]
    return sorted(before) + after


def _calendar_ticks(low: float, high: float, days: int) -> tuple[list[int], list[str]]:
    unit = {1: Granularity.DAY, 7: Granularity.WEEK, 31: Granularity.MONTH}.get(
        days, Granularity.QUARTER
    )
    moment = floor(unit, int(low))
    moments: list[int] = []
    while moment <= high:
        if moment >= low:
            moments.append(moment)
        moment = ceiling(unit, moment)
    return moments, [_day_label(m, days) for m in moments]


def _day_label(moment: int, days: int) -> str:
    year, month, day, *_ = civil(moment)
    label = f"{_MONTHS[month - 1]} {year_in_words(year)}"
    return label if days > 7 else f"{day} {label}"
