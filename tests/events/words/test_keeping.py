"""Times that stay in the words of an event, and those that the column of dates tells."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of

WORDS = [
    ("The town suffered its worst flood since 1974 on Monday.", "suffered", "since 1974"),
    ("The firm cut its forecast for 2024 to 2% on Tuesday.", "cut", "forecast for 2024 to 2%"),
    ("Voters approved the 2019 budget on Tuesday.", "approved", "the 2019 budget"),
    ("The court on Monday upheld his 2019 conviction.", "upheld", "his 2019 conviction"),
    ("Profit rose to $4 million in May from $3 million a year earlier.", "rose", "a year earlier"),
    ("The board voted on Tuesday to close the mill by June.", "voted", "the mill by June"),
    ("In April she bought a 19th-century mill.", "bought", "a 19th-century mill"),
    ("He discussed the future of the mill on Monday.", "discussed", "discussed the future of the"),
]
TAKEN_OUT = [
    ("On 4 May 2019 the mill closed.", "closed", "The mill closed"),
    ("In 2019, on 4 May, the mill closed.", "closed", "The mill closed"),
    ("The firm sold a mill in May and a ship in June.", "sold", "The firm sold a mill"),
    ("He fled in May and, in June, joined the army.", "fled", "He fled"),
    ("16:55 Schools closed on Monday.", "closed", "Schools closed"),
    ("They will sell the mill in the future.", "sell", "They will sell the mill"),
    ("The mill is now closed.", "closed", "The mill is closed"),
]


@pytest.mark.parametrize(("text", "verb", "kept"), WORDS)
def test_a_time_that_dates_something_else_stays(text: str, verb: str, kept: str) -> None:
    assert kept in event_of(text, verb).text


@pytest.mark.parametrize(("text", "verb", "words"), TAKEN_OUT)
def test_an_events_own_time_is_taken_out(text: str, verb: str, words: str) -> None:
    assert event_of(text, verb).text == words
