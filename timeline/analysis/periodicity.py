"""Periods: whether events keep to a time of day, a weekday or a season.

Source: the Rayleigh test for directions (Mardia and Jupp, "Directional Statistics", 2000,
section 6.3.1), also known as Schuster's test for the times of events; its probability as in
Zar, "Biostatistical Analysis", 1999, equation 27.4.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from timeline.analysis.bounds import DAY, Ints, Length, seconds_in
from timeline.analysis.pace import countable

PERIODS: Mapping[str, float] = MappingProxyType(
    {
        "day": float(DAY),
        "week": 7.0 * DAY,
        "month": 365.2425 / 12 * DAY,
        "year": 365.2425 * DAY,
    }
)
_MONDAY = 4 * DAY  # 5 January 1970
COLUMNS = ("period", "length", "events", "strength", "chance", "peak")


def periodicity(
    table: pd.DataFrame, *, periods: Mapping[str, Length] | None = None
) -> pd.DataFrame:
    """How strongly events keep to a phase of each period, and how likely chance does that.

    >>> table = pd.DataFrame({"start": pd.date_range("2022-01-03", periods=20, freq="7D")})
    >>> week = periodicity(table).set_index("period").loc["week"]
    >>> int(week["events"]), f"{week['strength']:.2f}", bool(week["chance"] < 1e-6)
    (20, '0.97', True)

    `strength` is the mean resultant length, 0 (all phases alike) to 1 (always the same);
    `chance` the probability of as much in events that keep to no phase; `peak` the moment of
    the mean phase in the period that holds the first event. An event counts for a period only
    if it is dated to half of it or finer (`events`), and by the average over all moments at
    which it may have begun: a month tells nothing of weekdays. `periods` are day, week, month
    and year (of 365.2425 days), or those given, name to length. Linear.
    """
    wanted = (
        dict(PERIODS)
        if periods is None
        else {name: seconds_in(span) for name, span in periods.items()}
    )
    low, high, fits = countable(table)
    low, width = low[fits], high[fits] - low[fits] + 1
    rows = []
    for name, length in wanted.items():
        fine = width <= length / 2
        count = int(fine.sum())
        phase = ((low[fine] - _MONDAY) % length + width[fine] / 2) / length
        blur = np.sinc(width[fine] / length)
        total = complex((blur * np.exp(2j * np.pi * phase)).sum())
        strength = abs(total) / count if count else np.nan
        rows.append(
            (name, length, count, strength, _chance(count, strength), _peak(low, total, length))
        )
    result = pd.DataFrame(rows, columns=list(COLUMNS))
    result["length"] = pd.to_timedelta(result["length"], unit="s").astype("timedelta64[s]")
    return result


def _chance(count: int, strength: float) -> float:
    if not count:
        return float("nan")
    reach = count * strength
    return float(np.exp(np.sqrt(1 + 4 * count + 4 * (count**2 - reach**2)) - (1 + 2 * count)))


def _peak(low: Ints, total: complex, length: float) -> np.datetime64:
    if not len(low) or abs(total) < 1e-9:
        return np.datetime64("NaT", "s")
    phase = np.angle(total) / (2 * np.pi) % 1.0
    first = int(low.min())
    base = first - (first - _MONDAY) % length
    return np.datetime64(round(base + phase * length), "s")
