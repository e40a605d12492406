"""Rows without a date: where a text gives them a place, and where nobody does."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.charts.marks import marks
from timeline.table import check


def frame(**columns: list[object]) -> pd.DataFrame:
    starts = np.array(["1914-07-28", "NaT", "1918-11-11"], dtype="datetime64[s]")
    return check(pd.DataFrame({"start": starts, "event": list("abc"), **columns}))


def test_a_text_puts_them_between_their_neighbours() -> None:
    row = marks(frame(order=[1, 2, 3], basis=["expression", "narrative", "expression"])).iloc[1]
    assert row["undated"]
    assert not row["loose"]
    assert row["left"] < row["right"]


def test_in_a_table_of_ones_own_they_stand_apart_and_not_after_all_others() -> None:
    row = marks(frame()).iloc[1]
    assert row["undated"]
    assert row["loose"]
    assert np.isnan(row["left"])


def test_an_order_of_ones_own_is_believed() -> None:
    assert not marks(frame(order=[1, 2, 3])).loc[1, "loose"]
