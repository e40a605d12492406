"""Dates in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.charts.words import in_words, unit_in_words
from timeline.spans import DAY, Granularity, TimeSpan, seconds


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-09-04", "4 September 2022"),
        ("2022-09", "September 2022"),
        ("2022-21", "spring 2022"),
        ("2022-24", "winter 2022–23"),
        ("2022", "2022"),
        ("199X", "the 1990s"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("-0043", "44 BCE"),
        ("0079-10~", "about October 79 CE"),
        ("2011/2015", "2011 to 2015"),
        ("2022-08/..", "since August 2022"),
        ("196X/..", "since the 1960s"),
        ("../2022-08", "until August 2022"),
        ("2022-09-04T14:30", "4 September 2022, 14:30"),
        ("2022-09-04/2022-09-06", "4 – 6 September 2022"),
        ("2019-01/2019-04", "January – April 2019"),
        ("2019-11/2020-04", "November 2019 to April 2020"),
        ("2011/2015-03", "2011 to March 2015"),
        ("-0489-03/-0489-05", "March 490 BCE to May 490 BCE"),
    ],
)
def test_an_edtf_date_in_words(edtf: str, words: str) -> None:
    span = TimeSpan.from_edtf(edtf)
    told = in_words(
        span.start,
        span.end,
        span.relation,
        (span.start_latest, span.end_earliest),
        approximate=span.approximate,
    )
    assert told == words


@pytest.mark.parametrize(
    ("unit", "year", "month", "words"),
    [
        (Granularity.CENTURY, 1800, 1, "19th century"),
        (Granularity.CENTURY, -100, 1, "1st century BCE"),
        (Granularity.DECADE, 1990, 1, "the 1990s"),
        (Granularity.WEEK, 2022, 3, "week of 28 February 2022"),
        (Granularity.QUARTER, 2022, 7, "third quarter of 2022"),
        (Granularity.HALF_YEAR, 2022, 7, "second half of 2022"),
    ],
)
def test_a_unit_by_its_name(unit: Granularity, year: int, month: int, words: str) -> None:
    span = TimeSpan.unit(unit, seconds(year, month))
    assert span.start is not None
    assert span.end is not None
    assert unit_in_words(span.start, span.end) == words


def test_what_is_only_known_on_one_side() -> None:
    day = seconds(2023, 3, 6)
    assert in_words(None, day + DAY, "before") == "by 6 March 2023"
    assert in_words(None, seconds(2023, 5), "before") == "before May 2023"
    assert in_words(None, seconds(2016), "before") == "before 2016"
    assert in_words(None, day + 3600, "before") == "before 6 March 2023, 01:00"
    assert in_words(day + DAY, None, "after") == "after 6 March 2023"
    assert in_words(seconds(1887), None, approximate=True) == "about 1887 or later"
    assert in_words(None, None) == "no date"
    assert in_words(None, None, "throughout", (day, day + DAY)) == "under way 6 March 2023"


@given(st.integers(-(10**11), 10**11), st.integers(1, 10**10))
def test_any_stretch_has_words(start: int, length: int) -> None:
    assert unit_in_words(start, start + length)


@pytest.mark.parametrize(
    ("start", "end", "approximate", "words"),
    [
        ((2024, 9, 1), (2024, 9, 11), True, "early September 2024"),
        ((2024, 9, 11), (2024, 9, 21), True, "mid-September 2024"),
        ((2024, 2, 21), (2024, 3, 1), True, "late February 2024"),
        ((2019, 1, 1), (2019, 5, 1), True, "early 2019"),
        ((1987, 1, 1), (1990, 1, 1), True, "late 1980s"),
        ((2024, 9, 1), (2024, 9, 11), False, "1 – 10 September 2024"),
        ((2024, 9, 2), (2024, 9, 11), True, "about 2 – 10 September 2024"),
        ((1908, 1, 1), (1913, 1, 1), False, "1908 – 1912"),
        ((-610, 1, 1), (2020, 2, 11), True, "about 611 BCE – 2020"),
        ((2024, 6, 1), (2025, 11, 15), True, "about June 2024 to November 2025"),
        ((2024, 6, 1), (2025, 11, 15), False, "1 June 2024 – 14 November 2025"),
        ((1900, 3, 1), (1910, 3, 1), False, "March 1900 to February 1910"),
        ((1900, 3, 1), (1900, 6, 1), True, "about spring 1900"),
        ((1900, 2, 1), (1900, 6, 1), True, "about February – May 1900"),
        ((-299, 1, 1), (-199, 1, 1), False, "3rd century BCE"),
        ((1899, 12, 1), (1900, 3, 1), False, "winter 1899–1900"),
    ],
)
def test_a_stretch_by_what_people_call_it(
    start: tuple[int, int, int], end: tuple[int, int, int], approximate: bool, words: str
) -> None:
    assert in_words(seconds(*start), seconds(*end), approximate=approximate) == words
