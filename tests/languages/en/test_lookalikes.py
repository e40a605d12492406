"""Words that often tell no time, where they do; `negatives.txt` has them where they do not."""

from __future__ import annotations

import pytest

from timeline import find

PUBLISHED = "2023-03-06"


@pytest.mark.parametrize(
    ("text", "told", "value"),
    [
        ("The ship is now in dry dock.", "now", "PRESENT_REF"),
        ("He is by now the richest man in town.", "now", "PRESENT_REF"),
        ("They worked through the day.", "the day", "2023-03-06"),
        ("The current mayor denied it.", "current", "PRESENT_REF"),
        ("Talks may resume in May.", "May", "2023-05"),
        ("Prices may fall in the fall.", "the fall", "2023-FA"),
        ("Nobody knows what the future will bring.", "the future", "FUTURE_REF"),
        ("The bill passed in March.", "March", "2023-03"),
        ("It opens in the spring.", "the spring", "2023-SP"),
        ("He called at 1900 hours.", "1900 hours", "2023-03-06T19:00"),
        ("The paper is published daily.", "daily", "P1D"),
        ("She was born in June.", "June", "2022-06"),
        ("Profit rose in the fourth quarter.", "the fourth quarter", "2022-Q4"),
        ("It is the second time this week.", "this week", "2023-W10"),
        ("Sales will grow in the future.", "the future", "FUTURE_REF"),
        ("Last May she left.", "Last May", "2022-05"),
        ("On Sunday News Corp. fell.", "Sunday", "2023-03-05"),
        ("The current and former mayors met.", "current", "PRESENT_REF"),
        ("A fleet of 1900 was lost.", "1900", "1900"),
    ],
)
def test_the_same_words_tell_a_time(text: str, told: str, value: str) -> None:
    timexes = [timex for each in find(text, published=PUBLISHED) for timex in each.timexes]
    assert [(timex.text, timex.value) for timex in timexes] == [(told, value)]
