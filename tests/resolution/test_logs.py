"""Logs: the day over an entry is the day that its words lean on."""

from __future__ import annotations

import pytest

from timeline.resolution import Publication, resolve
from timeline.spans import seconds

TUESDAY = "Log\n\nFriday, March 3\n\n7:52 a.m. {}\n\n5 p.m. A dog bit a man."

LEANING = [
    ("She said he had left on Wednesday.", "2023-03-01"),
    ("Her car was robbed overnight.", "2023-03-02T20:00/2023-03-03T05:59"),
    ("A man was held yesterday.", "2023-03-02"),
    ("The court will sit on Thursday.", "2023-03-09"),
    # What is told of a day close behind happened before the log was written.
    ("The curfew was lifted at 1 a.m. on Saturday.", "2023-03-04T01:00"),
    ("The curfew had been lifted on Saturday.", "2023-02-25"),
    ("The hall was shut over the weekend.", "2023-03-04/2023-03-05"),
]


@pytest.mark.parametrize(("told", "when"), LEANING)
def test_the_words_of_an_entry_lean_on_its_day(told: str, when: str) -> None:
    found = resolve(TUESDAY.format(told), Publication(seconds(2023, 3, 7)))
    spans = [time.span.edtf() for time in found if time.span is not None]
    assert spans == ["2023-03-03", "2023-03-03T07:52", when, "2023-03-03T17:00"]


def test_what_looks_back_leaves_the_day_of_an_entry() -> None:
    told = "He was held on a warrant issued in May 2019. He was let go the next morning."
    found = resolve(TUESDAY.format(told), Publication(seconds(2023, 3, 7)))
    spans = {time.text: time.span.edtf() for time in found if time.span is not None}
    assert spans["the next morning"] == "2023-03-04T08:00/2023-03-04T11:59"
    assert spans["5 p.m."] == "2023-03-03T17:00"


def test_a_date_over_a_page_without_entries_is_no_log() -> None:
    text = "Notes\n\nFriday, March 3\n\nShe left on Monday."
    *_, monday = resolve(text, Publication(seconds(2023, 3, 7)))
    assert monday.span is not None
    assert monday.span.edtf() == "2023-03-06"


PAGED = "Review\n\nOn 14 June 2023 it failed.\n\n22:50 – A disk fails.\n0:20 – It is back."


@pytest.mark.parametrize("published", [seconds(2023, 6, 21), seconds(2026, 3, 1)])
def test_hours_without_a_day_over_them_are_of_the_day_of_the_page(published: int) -> None:
    found = resolve(PAGED, Publication(published))
    assert [time.span.edtf() for time in found if time.span is not None] == [
        "2023-06-14",
        "2023-06-14T22:50",
        # Past midnight
        "2023-06-15T00:20",
    ]


def test_hours_below_news_of_the_day_are_of_that_day() -> None:
    text = "The war began on 24 February 2022. The vote today, live:\n\n9:50 – Polls open."
    *_, hour = resolve(text, Publication(seconds(2023, 6, 21)))
    assert hour.span is not None
    assert hour.span.edtf() == "2023-06-21T09:50"


def test_a_day_over_entries_goes_on_from_the_one_above() -> None:
    text = "14 April 1912\n11:40 p.m. She hits ice.\n15 April\n2:20 a.m. She sinks."
    *_, hour = resolve(text, Publication(seconds(1998)))
    assert hour.span is not None
    assert hour.span.edtf() == "1912-04-15T02:20"


def test_it_is_known_on_which_day_the_words_of_a_log_were_written() -> None:
    told = TUESDAY.format("A man was held yesterday.")
    head, *rest = resolve(told, Publication(seconds(2023, 3, 7)))
    assert head.heads
    assert not any(time.heads for time in rest)
    page = "Review\n\nOn 14 June 2023 it failed.\n\n22:50 – A disk, put in yesterday, fails."
    assert [time.heads for time in resolve(page, Publication(seconds(2026, 3, 1)))] == [
        True,
        False,
        False,
    ]


CHRONOLOGY = """The lights over Halm

Updated 18 February 2025.

2 February
- 18:12: A ferry films them.
- 18:26: A plane turns away.
- 23:00: Two men are held. One was freed on Monday.

9 February, 00:50. A ship goes dark. It is back at 04:20. It had been dark on 29 January.

11 February
- 07:30: The ship is boarded. Divers searched until noon.

What nobody knows

Who flew them. Letters sent on 13 February came back. The owner said yesterday that it was sold."""


def test_a_list_below_a_day_and_a_day_with_its_hour_are_entries() -> None:
    found = resolve(CHRONOLOGY, Publication(seconds(2025, 2, 18)))
    assert [time.span.edtf() for time in found if time.span is not None] == [
        "2025-02-18",
        "2025-02-02",
        "2025-02-02T18:12",
        "2025-02-02T18:26",
        "2025-02-02T23:00",
        "2025-02-03",
        "2025-02-09T00:50",
        "2025-02-09T04:20",
        "2025-01-29",
        "2025-02-11",
        "2025-02-11T07:30",
        "../2025-02-11T12:00",
        # A title ends the entries.
        "2025-02-13",
        "2025-02-17",
    ]


def test_a_title_over_an_entry_leaves_its_day() -> None:
    text = TUESDAY.format("A man was held yesterday.") + " He was let go.\n\nThe dog\n\n"
    found = resolve(text + "6 p.m. It was caught.", Publication(seconds(2023, 3, 7)))
    assert found[-1].span is not None
    assert found[-1].span.edtf() == "2023-03-03T18:00"
