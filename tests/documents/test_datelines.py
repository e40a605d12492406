"""The publication date that a text tells itself."""

from __future__ import annotations

import pytest

from tests.costs import is_quick
from timeline.documents import find_dateline

BODY = "Talks began on Monday. They ended two days later.\n" * 40


@pytest.mark.parametrize(
    "text",
    [
        "KYIV, March 6, 2023 (Agency) — Talks began.",
        "Kyiv, 6 March 2023 - Talks began.",
        "NEW YORK CITY, New York, Mar. 6, 2023 /A Wire/ -- Talks began.",
        "(WIRE) March 6, 2023 — Talks began.",
        "Talks begin\n\nBy Ann Lee, 6 March 2023\n\n" + BODY,
        "Talks begin\nBy Ann Lee | 6 March 2023 | World\n" + BODY,
        "Talks begin\nMonday, March 6, 2023\n" + BODY,
        "Les pourparlers\n6 mars 2023\n" + BODY,
        "Talks begin\n2023-03-06\n" + BODY,
        "Published: 6 March 2023, updated 7 March 2023\n" + BODY,
        "Originally published on 6 March 2023\n" + BODY,
        "Date: 6 March 2023\n" + BODY,
        BODY + "\nPublished: 6 March 2023",
        "Published 6 March 2023",
        "Dated: March 6, 2023\n" + BODY,
        BODY + "\nDated: March 6, 2023\nPage 4 of 4",
        "From: Ann Lee\nTo: Legal\nSent: Monday, 6 March 2023\nSubject: Line 4\n\n" + BODY,
        "Floods: report no. 7\nAs of 6 March 2023\n\n" + BODY,
        "Minutes of the meeting held on Monday 6 March 2023 at 7.30 pm in the hall\n" + BODY,
        "Daily report 158 issued on 6 March 2023¹\n" + BODY,
        "A case of tetanus\nReceived 2 May 2022; Accepted 1 June 2022; Published 6 March 2023\n"
        + BODY,
    ],
)
def test_a_dateline_is_found(text: str) -> None:
    assert str(find_dateline(text)) == "2023-03-06"


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        "On 6 March 2023 talks began.",
        "On Monday, 6 March 2023 - a cold day - talks began.",
        "It was 2023-03-06 when talks began.",
        "KYIV, March 6 (Agency) — Talks began.",
        "Last updated: 6 March 2023\n" + BODY,
        "The trial was held on 6 March 2023 in Oslo.\n" + BODY,
        "Hearing dates: 5 to 8 and 12 October 2020\n" + BODY,
        "Published 2 hours ago\n" + BODY,
        "Published in 1999 in Paris\n" + BODY,
        "The war of 1914 – 1918\n" + BODY,
        "Published: 30 February 2023\n" + BODY,
        "Published: 03/04/2023\n" + BODY,
        BODY + "6 March 2023\n" + BODY,
        BODY + "\nIt ended on 6 March 2023",
    ],
)
def test_a_date_elsewhere_is_none(text: str) -> None:
    assert find_dateline(text) is None


def test_the_reason_quotes_the_words() -> None:
    found = find_dateline("Published: 6 March 2023 at 10:30 GMT\n" + BODY)
    assert found is not None
    assert (str(found), found.why) == ("2023-03-06T10:30:00", 'line "6 March 2023 at 10:30 GMT"')


@pytest.mark.parametrize(
    "piece", ["a, ", "A", "A.b ", "posted ", "1 2023 ", "By A, 6 March ", "\n"]
)
def test_the_time_taken_does_not_grow_with_the_text(piece: str) -> None:
    text = piece * (20_000_000 // len(piece))
    assert is_quick(lambda: find_dateline(text), 0.05)
