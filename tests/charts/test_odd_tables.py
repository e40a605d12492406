"""Tables as people have them: every view draws them, or says in words why it cannot."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from timeline.charts import calendar, compare, density, plot, relations, reporting
from timeline.errors import BadTable

DAYS = pd.date_range("2000-01-01", periods=2000, freq="D")
NAMES = ["2020-01-01", "1999", "2021-05"]
ODD: dict[str, dict[str, object]] = {
    "one event": {"when": ["2022-09-04"], "event": ["a"], "team": ["x"]},
    "no event": {"when": [], "event": [], "team": []},
    "none dated": {"start": [pd.NaT] * 3, "end": [pd.NaT] * 3, "event": list("abc"), "team": "x"},
    "all on one day": {"when": ["2022-09-04"] * 80, "event": list("abcd") * 20, "team": "x"},
    "far apart": {"when": ["-0217", "0001", "Y-12000", "Y20000"], "event": list("abcd"), "team": 1},
    "minutes": {"when": ["2024-03-02T09:58", "2024-03-02T10:00"], "event": list("ab"), "team": 1},
    "2,000 lanes": {"start": DAYS, "event": "e", "team": [f"lane {i}" for i in range(2000)]},
    "names like dates": {"when": ["2020", "2021", "2022"], "event": NAMES, "team": NAMES},
    "holes": {
        "when": ["2020", None, np.nan],
        "event": ["a", None, np.nan],
        "team": [np.nan, 1, ""],
    },
    "long words": {
        "when": ["2020", "2021"],
        "event": ["W" * 500, "b " * 400],
        "team": ["T" * 300, ""],
    },
    "right to left": {
        "when": ["2020", "2021"],
        "event": ["وقعت المعركة", "הקרב החל"],
        "team": ["ا", "ב"],
    },
}
VIEWS: dict[str, Callable[[pd.DataFrame], go.Figure]] = {
    "plot": plot,
    "slider": lambda t: plot(t, rangeslider=True, template="plotly_dark", height=300),
    "lanes and colours": lambda t: plot(t, lane="team", color="team", hover_data=["team"]),
    "density": density,
    "calendar": calendar,
    "sources": lambda t: compare(t, by="team"),
    "reporting": lambda t: reporting(t.assign(published=pd.Timestamp("2023-01-01"))),
    "relations": lambda t: relations(t.head(30), pd.DataFrame({"before": [], "after": []})),
}


#: What these cannot draw, and the words with which they say so.
REFUSED = {
    "density": "no row of the table has a date",
    "calendar": "no row of the table has a date",
    "reporting": "no row has both a date and a publication date",
    "sources": "fewer than two sources",
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ODD)
def test_an_odd_table_is_drawn_or_refused_in_words(name: str, view: str) -> None:
    table = pd.DataFrame(ODD[name])
    undated = name in ("no event", "none dated")
    if (view == "sources" and table["team"].nunique() < 2) or (undated and view in REFUSED):
        with pytest.raises(BadTable, match=REFUSED[view]):
            VIEWS[view](table)
    else:
        assert "NaN" not in VIEWS[view](table).to_json()


def test_names_that_look_like_dates_make_no_axis_of_dates() -> None:
    axis = plot(pd.DataFrame(ODD["names like dates"]), lane="team").layout.yaxis
    assert axis.type == "linear"
    assert set(axis.ticktext) == set(NAMES)


def test_two_thousand_lanes_become_a_dozen() -> None:
    axis = plot(pd.DataFrame(ODD["2,000 lanes"]), lane="team").layout.yaxis
    assert len(axis.ticktext) == 12
    assert "other" in axis.ticktext
