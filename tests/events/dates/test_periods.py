"""Figures without a time behind those of a period."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of

PROFIT = "Profit fell 5 % to £40 million in the fourth quarter of 2022."
SAME = [
    f"{PROFIT} Sales grew 2 percent.",
    f"{PROFIT} The firm said sales grew 2 % from £80 million a year earlier.",
]
OTHER = [
    f"{PROFIT} The firm has grown for years.",
    f"{PROFIT} It grew.",
    f"{PROFIT} A rival was bought on 3 February. Sales grew 2 %.",
    "Profit fell 5 % in 1998. Sales grew 2 %.",
    "The firm moved in the fourth quarter of 2022. Sales grew 2 %.",
]


@pytest.mark.parametrize("text", SAME)
def test_a_figure_is_of_the_period_of_the_one_before(text: str) -> None:
    event = event_of(text, "grew")
    assert event.span is not None
    assert (event.span.edtf(), event.why) == ("2022-36~", "in the period of “fell”")


@pytest.mark.parametrize("text", OTHER)
def test_what_is_no_figure_of_a_period_is_not(text: str) -> None:
    event = event_of(text, "grown" if "grown" in text else "grew")
    assert not event.why.startswith("in the period")
