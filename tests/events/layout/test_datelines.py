"""Datelines are no part of the sentence behind them, and their day dates nothing in it."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of, events_of
from timeline.events.layout.datelines import without_datelines
from timeline.resolution import Publication, resolve
from timeline.sentences import analyze, find_mentions
from timeline.spans import seconds

#: What stands before the sentence, and whether it is a dateline.
CASES = [
    ("OSLO, March 7 (Agency) - ", True),
    ("OSLO (Agency) _ ", True),
    ("NEW HAVEN, Conn. _ ", True),
    ("OSLO, Norway — ", True),
    ("OSLO—", True),
    ("OSLO, Norway, March 7 /Agency/ -- ", True),
    ("March 7 (Agency) - ", True),
    ("Later that year — ", False),
    ("OSLO, once a village of fishermen, - ", False),
    ("ACME - Norsk's rival - and others said: ", False),
    ("ACME-", False),
    ("March 7 - ", False),
]


@pytest.mark.parametrize(("dateline", "is_one"), CASES)
def test_what_is_a_dateline(dateline: str, is_one: bool) -> None:
    text = f"{dateline}Two ministers resigned on Monday."
    sentences = analyze(text)
    times = resolve(text, Publication(seconds(2000, 3, 8)))
    told = without_datelines(text, sentences, times, find_mentions(sentences))
    assert (told.sentences[0].words[0] == "Two") == is_one


def test_a_dash_far_down_is_no_dateline() -> None:
    text = "It rained. " * 50 + "\nACME -- Two men left it in May."
    assert events_of(text)[-1].sentence_start == text.index("ACME")


def test_the_day_of_a_dateline_dates_nothing_in_the_sentence() -> None:
    text = "OSLO, March 7 (Agency) - Two ministers resigned on Monday."
    event = event_of(text, "resigned")
    assert event.expression is not None
    assert event.expression.text == "on Monday"
    assert text[event.sentence_start :].startswith("Two")


TRANSCRIPT = (
    "Q. You left?\nA. I left in May.\nMR LUND: I object.\nThe chair slept.\nMR LUND: I sat."
)


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        (TRANSCRIPT, "left in", "I left"),
        (TRANSCRIPT, "object", "I object"),
        (TRANSCRIPT, "slept", "The chair slept"),
        # One alone may be a heading, or what was done.
        ("A. I left in May.", "left", "A. I left"),
        ("RESOLVED: to close it.\nRESOLVED: to sell it.", "close", "RESOLVED: to close it"),
    ],
)
def test_the_name_of_who_speaks_in_a_transcript_is_not_said(
    text: str, trigger: str, told: str
) -> None:
    event = next(e for e in events_of(text) if text[e.head_start :].startswith(trigger))
    assert text[event.sentence_start :].startswith(told)
