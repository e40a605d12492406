"""Lists of dates: what their entries tell, with a verb or without."""

from __future__ import annotations

import pytest

from timeline.timelines import read

ROWS = [
    ("1898: First train from London; a cow was killed.", "1898", "First train from London"),
    ("1906–07: Relaid with second-hand rail.", "1906/1907", "Relaid with second-hand rail"),
    ("- 1912 – Bankruptcy.", "1912", "Bankruptcy"),
    ("**1919** – New station at Greatstone", "1919", "New station at Greatstone"),
    ("3) May 1940: Line requisitioned by the army", "1940-05", "Line requisitioned by the army"),
    ("1946: Reopening, with borrowed engines.", "1946", "Reopening, with borrowed engines"),
    ("1951: Closed.", "1951", "Closed"),
    ("1952: The track is lifted.", "1952", "The track is lifted"),
    ("**1953.** Survey of the line. Nobody came.", "1953", "Survey of the line"),
    ("1954, 11 May – Opening of a museum", "1954-05-11", "Opening of a museum"),
    ("1955 (spring) – Flood at the works", "1955-21", "Flood at the works"),
    ("| 1957 | The museum shuts | Gazette |", "1957", "The museum shuts"),
    ("| 1956 | First tour of the museum | Gazette |", "1956", "First tour of the museum"),
]


@pytest.mark.parametrize(("line", "when", "event"), ROWS)
def test_an_entry_of_a_list_is_a_row_even_without_a_verb(line: str, when: str, event: str) -> None:
    rows = read(f"A short history\n\n1890: The line opens.\n{line}\n", published="2018-04-01").table
    assert (when, event) in list(zip(rows["when"], rows["event"], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Minutes\n\n14 June 2017: Two dry years of the club.\n\nAll were present.",
        "He lived in Leeds.\n2016 and 2017: two dry years, he thought.\nSo it was in 2017.",
        "A log\n\n18:40: No news.\n18:45: Still no news from the pier.\n",
    ],
)
def test_a_date_that_heads_one_line_alone_or_an_hour_makes_no_list(text: str) -> None:
    told = read(text, published="2018-04-01").table["event"]
    assert told.empty or not told.str.contains("meeting|years|news").any()
