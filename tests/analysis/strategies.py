"""Event tables for the laws: tiny ones in seconds, so that every placement can be tried."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

# A slow machine is no broken law; every placement of every example is tried, so few will do.
law = settings(deadline=None, max_examples=50)

FIRST, LAST = -2, 9  # every finite time of a tiny table lies well inside
Row = tuple[int | None, int | None, int | None, int | None]


def table(rows: list[Row], **columns: list[object]) -> pd.DataFrame:
    """An event table from (start, end, start_latest, end_earliest) in seconds since 1970."""
    names = ("start", "end", "start_latest", "end_earliest")
    times = {
        name: np.array(
            ["NaT" if row[place] is None else row[place] for row in rows], dtype="datetime64[s]"
        )
        for place, name in enumerate(names)
    }
    return pd.DataFrame({**times, **columns})


@st.composite
def rows(draw: st.DrawFn, unbounded: bool = True) -> Row:
    """Bounds that do not contradict each other."""
    start = draw(st.integers(0, 6))
    end = draw(st.integers(start + 1, 7))
    latest = draw(st.none() | st.integers(start, end - 1))
    earliest = draw(st.none() | st.integers(start + 1, end))
    if unbounded:
        start = draw(st.sampled_from([start, start, start, None]))
        end = draw(st.sampled_from([end, end, end, None]))
    return start, end, latest, earliest


def tables(
    least: int = 0, most: int = 5, unbounded: bool = True
) -> st.SearchStrategy[pd.DataFrame]:
    return st.lists(rows(unbounded), min_size=least, max_size=most).map(table)


@st.composite
def days(draw: st.DrawFn, least: int = 1, most: int = 30, horizon: int = 400) -> pd.DataFrame:
    """Events dated to days or to longer stretches of whole days, some of them sure throughout."""
    count = draw(st.integers(least, most))
    start = np.array(draw(st.lists(st.integers(0, horizon), min_size=count, max_size=count)))
    length = np.array(draw(st.lists(st.integers(1, 40), min_size=count, max_size=count)))
    sure = np.array(draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    found = [
        (
            86_400 * int(s),
            86_400 * int(s + n),
            *((86_400 * int(s), 86_400 * int(s + n)) if k else (None, None)),
        )
        for s, n, k in zip(start, length, sure, strict=True)
    ]
    return table(found)


def placements(event: pd.Series) -> list[tuple[int, int]]:
    """Every begin and end that the bounds of one row of a tiny table allow."""

    def seconds(name: str, missing: int) -> int:
        value = event[name]
        return missing if pd.isna(value) else int(np.datetime64(value, "s").astype(np.int64))

    return [
        (begin, end)
        for begin, end in product(range(FIRST, LAST + 1), repeat=2)
        if begin < end
        and seconds("start", FIRST) <= begin <= seconds("start_latest", LAST)
        and seconds("end_earliest", FIRST) <= end <= seconds("end", LAST)
    ]
