"""Colours and symbols: told apart in greyscale and by colour-blind eyes too."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
import pytest

from timeline import charts
from timeline.charts.styles import STATUS, ink_on


def lightness(color: str) -> float:
    """CIE 1976 L*, from 0 (black) to 100 (white)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return float(116 * luminance ** (1 / 3) - 16)


@pytest.mark.parametrize(("one", "other"), list(combinations(STATUS, 2)))
def test_no_status_is_told_by_its_hue_alone(one: str, other: str) -> None:
    a, b = STATUS[one], STATUS[other]
    assert a.symbol != b.symbol
    assert a.hatch != b.hatch or abs(lightness(a.color) - lightness(b.color)) > 10


@pytest.mark.parametrize("color", [style.color for style in STATUS.values()])
def test_ink_on_a_colour_reads(color: str) -> None:
    ink = 100.0 if ink_on(color) == "#ffffff" else 0.0
    assert abs(ink - lightness(color)) > 40


def test_a_label_on_a_full_bar_can_be_read_whatever_its_status() -> None:
    told = pd.DataFrame(
        {
            "when": ["2011/2023"] * 3,
            "event": ["None were held", "They ruled", "They may rule"],
            "status": ["negated", "asserted", "planned"],
        }
    )
    figure = charts.plot(told)
    bars = {bar.name: bar for bar in figure.data if bar.type == "bar"}
    inks = {
        text.split("\u2002")[-1]: trace.textfont.color
        for trace in figure.data
        if trace.type == "scatter" and trace.mode == "text"
        for text in trace.text
    }
    for status, event in zip(("negated", "asserted", "planned"), told["event"], strict=True):
        assert inks[event] == ink_on(STATUS[status].color)
        # Plotly warns of a ground in several colours, and then takes black.
        pattern = bars[STATUS[status].name].marker.pattern
        assert isinstance(pattern.bgcolor, str) == bool(STATUS[status].hatch)


def test_a_date_within_a_bar_has_the_ink_of_its_words() -> None:
    table = pd.DataFrame({"when": ["201X", "2011-03-04"], "event": ["They ruled", "They met"]})
    texts = charts.plot(table).select_traces({"type": "scatter", "mode": "text"})
    labels = [label for trace in texts for label in trace.text]
    assert {"span" in label for label in labels if "ruled" in label} == {False}
    assert {"span" in label for label in labels if "met" in label} == {True}
