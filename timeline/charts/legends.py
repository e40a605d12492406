"""The part of the legend that says how to read a mark."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

_GREY = "#7d7f86"


def explain_marks(shape: pd.DataFrame) -> list[go.Scatter]:
    """Legend entries for the kinds of mark that the chart holds, and no others."""
    sure = shape["sure_from"].notna()
    dated = ~shape["undated"]
    goes_on = shape["open_left"] | shape["open_right"]
    entries = [
        (sure, "was under way", "square", _GREY, 1.0),
        (dated & ~sure, "somewhere within", "square", "rgba(125,127,134,0.28)", 1.0),
        (shape["approximate"], "about then (fading ends)", "circle", _GREY, 6.0),
        (goes_on, "goes on, end not known", "triangle-right", _GREY, 1.0),
        (shape["undated"], "no date, placed by order", "circle-open-dot", _GREY, 1.0),
    ]
    return [
        go.Scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=name,
            legendgroup=f"how to read {name}",
            hoverinfo="skip",
            marker={
                "symbol": symbol,
                "color": color,
                "size": 12,
                "line": {"width": halo, "color": "rgba(125,127,134,0.5)"},
            },
        )
        for holds, name, symbol, color, halo in entries
        if bool(holds.any())
    ]
