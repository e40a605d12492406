"""Wire stories are read from the day of their dateline."""

from __future__ import annotations

import pytest

import timeline as tl


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("OSLO, March 5 (Agency) -- The talks end today.", ["2023-03-05", "2023-03-05"]),
        ("PORT ELGIN, Gotal, March 4 — He left yesterday.", ["2023-03-04", "2023-03-03"]),
        # Printed on the day, long after, or before: the publication date is as good or better.
        ("OSLO, March 6 (Agency) -- The talks end today.", ["2023-03-06", "2023-03-06"]),
        ("OSLO, March 1 (Agency) -- The talks end today.", ["2023-03-01", "2023-03-06"]),
        # A sentence that begins so is no dateline.
        ("In Oslo, March 4 was dark. He left today.", ["2023-03-04", "2023-03-06"]),
        ("OSLO saw talks on March 5 - and they end today.", ["2023-03-05", "2023-03-06"]),
    ],
)
def test_a_dateline_shortly_before_publication_is_the_day_of_its_story(
    text: str, values: list[str]
) -> None:
    found = tl.find(text, published="2023-03-06")
    assert [timex.value for each in found for timex in each.timexes] == values
