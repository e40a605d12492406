"""Diaries and letters: the day over an entry is the day that its words were written on."""

from __future__ import annotations

import pytest

from timeline.resolution import Publication, resolve
from timeline.spans import seconds

LATER = Publication(seconds(1998, 5, 1))

DIARY = """12 September 1887
She came {} and was ill all last week.

15 September. Latin this morning. It had rained since Tuesday.

Christmas Day
A letter at last. He landed on 1 November.

1888

6 January
He sold the farm yesterday.
"""

LEANING = [
    ("last night", "1887-09-11T20:00/1887-09-12T05:59"),
    ("yesterday", "1887-09-11"),
    ("on Friday", "1887-09-09"),
]


@pytest.mark.parametrize(("told", "when"), LEANING)
def test_a_diary_is_read_from_the_days_of_its_entries(told: str, when: str) -> None:
    found = resolve(DIARY.format(told), LATER)
    assert [time.span.edtf() for time in found if time.span is not None] == [
        "1887-09-12",
        when,
        "1887-09-05/1887-09-11",
        "1887-09-15",
        "1887-09-15T08:00/1887-09-15T11:59",
        "1887-09-13/..",
        "1887-12-25",
        "1887-11-01",
        "1888",
        "1888-01-06",
        "1888-01-05",
    ]


def test_the_hours_of_an_entry_are_of_its_day() -> None:
    text = "2 May 1887. He means to sell it before Christmas. In the evening we dined. Snow today."
    *_, evening, _ = resolve(text + "\n3 May. Rain since yesterday.", LATER)[:4]
    assert evening.span is not None
    assert evening.span.edtf() == "1887-05-02T16:00/1887-05-02T19:59"


LETTERS = [
    "Ypres, 12 May 1916\n\nMy dear Mother,\n\nI came here yesterday.",
    "12 May 1916\nDear Tom, I came here yesterday. Write soon.",
]


@pytest.mark.parametrize("text", LETTERS)
def test_a_letter_is_read_from_the_day_over_its_greeting(text: str) -> None:
    *_, yesterday = resolve(text, LATER)
    assert yesterday.span is not None
    assert yesterday.span.edtf() == "1916-05-11"


def test_the_year_of_its_title_is_that_of_a_diary() -> None:
    text = "War diary, 1916\n\n1 July. Attack.\n2 July. We left this morning, Tom yesterday."
    found = resolve(text, LATER)
    assert [time.span.edtf() for time in found if time.span is not None][1:3] == [
        "1916-07-01",
        "1916-07-02",
    ]


HISTORIES = [
    # Dates over a list are of no day on which it was written.
    "12 May 1916: The mill burns down.\n3 June 1917: It is rebuilt.\n\nIt closed yesterday.",
    "12 May 1916\nThe mill burned down.\n\n3 June 1917\nIt was rebuilt two years later.",
    # "Within a week" is told from what the text has told, too.
    "On 12 May 1871 he came. He entered the town on 14 May 1871 and left it within a week.",
]


@pytest.mark.parametrize("text", HISTORIES)
def test_a_history_was_written_on_none_of_its_days(text: str) -> None:
    assert not any(time.heads for time in resolve(text, LATER))


def test_it_is_known_when_entries_were_written() -> None:
    found = resolve(DIARY.format("last night"), LATER)
    assert [time.span.edtf() for time in found if time.heads and time.span is not None] == [
        "1887-09-12",
        "1887-09-15",
        "1887-12-25",
        "1888-01-06",
    ]
