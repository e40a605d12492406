"""Days told by their number, counted from what the text has dated."""

from __future__ import annotations

import pytest

from timeline.resolution import Publication, resolve
from timeline.spans import seconds

LATER = Publication(seconds(2022, 9, 14))


def told(text: str) -> list[tuple[str, str]]:
    """The words of each time, and its date."""
    return [(e.text, e.span.edtf() if e.span else "") for e in resolve(text, LATER)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # From what stands behind "of", where that has a date; then on from the same day.
        (
            "He was admitted on 11 November 2021. On day 3 of admission he fell. On day 5 he rose.",
            [("On day 3 of admission", "2021-11-13~"), ("On day 5", "2021-11-15~")],
        ),
        (
            "War broke out on 24 February 2022. By the third day of the war they had gone.",
            [("By the third day of the war", "[..2022-02-26~]")],
        ),
        (
            "Ward 3\nAdmitted: 11 November 2021\n\nOn hospital day 2 he fell.",
            [("On hospital day 2", "2021-11-12~")],
        ),
        # From a day that the text numbers itself, to the day.
        (
            "Day 2 (Tuesday 6 August 2019): rain.\n\nDay 3. More rain.\n\nDay 5 (Friday): sun.",
            [
                ("Day 2 (Tuesday 6 August 2019)", "2019-08-06"),
                ("Day 3", "2019-08-07"),
                ("Day 5 (Friday)", "2019-08-09"),
            ],
        ),
        # Nobody knows which day that is.
        ("On day 3 he fell.", []),
        ("He was admitted in November 2021. On day 3 of admission he fell.", []),
        ("The trial began on 3 May 2021. On day 2 of the strike they met.", []),
        ("The Battle began on 3 May 2021. It was the first day of the Battle of Ayr.", []),
        ("He was admitted on 3 May 2021. On the third day he fell.", []),
    ],
)
def test_days_are_counted_from_what_is_dated(text: str, days: list[tuple[str, str]]) -> None:
    assert [each for each in told(text) if "ay " in each[0] and "May" not in each[0]] == days


def test_a_diary_that_counts_its_days_stands_in_them() -> None:
    text = (
        "Posted on 18 August 2019\n\nDay 1 (Monday 5 August). I slept in a hall of 1921.\n\n"
        "Day 2. I fell, as in 2003 and in 2012. My sister had come in February 2017. In the "
        "evening it rained. Today I rest till next week."
    )
    found = resolve(text, Publication(seconds(2019, 8, 18)))
    assert [e.span.edtf() for e in found if e.span and e.text == "In the evening"] == [
        "2019-08-06T16:00/2019-08-06T19:59"
    ]


def test_what_goes_on_from_a_counted_day_is_of_that_day() -> None:
    old = "He was born in 1941, fell ill in 1956, was cured in 1961 and left in 1972.\n\n"
    text = f"{old}He was admitted on 11 November 2021. On day 3 of admission he fell. That night"
    assert told(text)[-1] == ("That night", "2021-11-13T20:00/2021-11-14T05:59")


def test_the_day_that_heads_an_entry_reaches_to_its_end() -> None:
    """However much is told in between; the next line is of no such day."""
    walk = "They walked as far as the church and saw all that there was to see of it. " * 4
    text = f"4 May 2021. It rained until noon. {walk}In the evening it snowed."
    assert told(text)[-1] == ("In the evening", "2021-05-04T16:00/2021-05-04T19:59")
    below = text.replace("In the evening", "\n\nIn the evening")
    assert told(below)[-1][1] != "2021-05-04T16:00/2021-05-04T19:59"
