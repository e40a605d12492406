"""Days that no calendar has."""

from __future__ import annotations

import pytest

from timeline.languages.en.impossible import impossible_day


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("February 30", "that month has no day 30"),
        ("on the 31st of April", "that month has no day 31"),
        ("Feb. 29, 1900", "that month has no day 29"),
        ("since 32 May 2022", "that month has no day 32"),
        ("June 0", "that month has no day 0"),
        ("2022-02-30", "that month has no day 30"),
        ("2022-13-01", "a year has no month 13"),
        ("February 29", None),
        ("February 29, 2000", None),
        ("2022-02-28", None),
        ("February", None),
        ("February 2022", None),
        ("February 30 31", None),
        ("30 people in February", None),
        ("February 30, 2022 and June 31, 2022", None),
        ("may 33 men go", None),
        ("May " + "9" * 5000, None),
        ("", None),
    ],
)
def test_a_day_that_no_calendar_has(words: str, fault: str | None) -> None:
    assert impossible_day(words) == fault
