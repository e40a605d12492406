"""Who speaks in a transcript."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of
from timeline.events.cues import cues
from timeline.events.layout.turns import Turns

HEARING = """HEARING

Present: Ruth Okafor (Chair), Derek Vance

The Chair: When did you join the firm?

Dr Etheridge: I joined in March 2011. We fitted gauges in 2014.

Q12 Derek Vance: You left in 2018?

Dr Etheridge: I resigned in January 2018. The minister said that I was dismissed in 2019.

The Chair: Thank you.

The committee adjourned at noon.
"""


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("When did", "The Chair"),
        ("We fitted", "Dr Etheridge"),
        ("You left", "Derek Vance"),
        ("The committee", ""),
        ("Ruth Okafor (", "Present"),
    ],
)
def test_a_turn_is_of_the_name_before_its_colon(words: str, who: str) -> None:
    turns = Turns(HEARING, cues("en"))
    found = turns.speaker(HEARING.index(words))
    assert found == ("" if who == "Present" else who)


def test_a_row_of_a_transcript_tells_who_says_so() -> None:
    assert event_of(HEARING, "joined").wording.attribution == "Dr Etheridge"
    assert event_of(HEARING, "left").wording.attribution == "Derek Vance"
    assert event_of(HEARING, "dismissed").wording.attribution == "the minister"
    assert event_of(HEARING, "adjourned").wording.attribution is None


@pytest.mark.parametrize(
    "text",
    [
        "From: Ann Poe\nTo: Ed Hale\nSubject: the roof\n\nFrom: Ed Hale\nTo: Ann Poe",
        "Update: the road is shut.\nUpdate: the road is open.\nWarning: rain.",
        "Q: Who left?\nA: I did.\nQ: When?\nA: In May.",
        "Apologies: Mr Fenn\nPresent: Mrs Lamb",
        "Mr Fenn: I left in May.",
    ],
)
def test_what_is_no_talk_has_no_turns(text: str) -> None:
    turns = Turns(text, cues("en"))
    assert {turns.speaker(at) for at in range(len(text))} == {""}


def test_an_answer_of_nobody_named_is_not_the_last_speakers() -> None:
    text = "Mr Poe: We begin.\nMrs Hale: Yes.\nMr Poe: Sir.\nQ. You left?\nA. I left in May."
    turns = Turns(text, cues("en"))
    assert turns.speaker(text.index("I left")) == ""
