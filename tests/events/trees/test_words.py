"""Mended trees as the words of events show them."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of

TEXTS = [
    (
        "Only in 2014 did Hull and Leeds end their feud.",
        "end",
        "Hull and Leeds ended their feud",
    ),
    (
        "On Monday its chairman, the retired judge Ousmane Ba, asked for more time.",
        "asked",
        "Its chairman, the retired judge Ousmane Ba, asked for more time",
    ),
    (
        "In 2018 a court gave Karst the dams, a ruling that Leeds rejected the same day.",
        "rejected",
        "Leeds rejected the ruling",
    ),
    (
        "The case turns on a banker, Leonard Crake. He ran a fund in 1998.",
        "ran",
        "Leonard Crake ran a fund",
    ),
    (
        "After the surrender she left for London, where she took a doctorate in 1973.",
        "left",
        "She left for London after the surrender",
    ),
    ("The storeroom in which they were kept was looted.", "looted", "The storeroom was looted"),
    (
        "On 17 February 2019 the tailings dam of the copper mine, in the region of Tavo, gave way.",
        "gave",
        "The tailings dam of the copper mine gave way",
    ),
    (
        "It was acquired by Korea's Daesan Heavy Industries in 2011 and has since moved.",
        "acquired",
        "It was acquired by Korea's Daesan Heavy Industries",
    ),
    (
        "Her second request, sent before the dam broke, was never opened.",
        "sent",
        "Her second request was sent",
    ),
    (
        "Her second request, sent three hours before the dam broke, was never opened.",
        "opened",
        "Her second request was never opened",
    ),
    ("Orme himself died in May 1913.", "died", "Orme himself died"),
    ("Polls published this week put Poe ahead.", "published", "Polls were published"),
    (
        "A grocer fined $2 million on Friday has appealed.",
        "fined",
        "A grocer was fined $2 million",
    ),
    ("A grocer fined $2 million on Friday has appealed.", "appealed", "A grocer has appealed"),
    ("A poet elected president in 2011 resigned.", "elected", "A poet was elected president"),
    ("The players given awards on Sunday flew home.", "given", "The players were given awards"),
    ("Only in 1974 did the mill pay its debts.", "pay", "The mill paid its debts"),
    ("Not until May 2020 did the schools reopen.", "reopen", "The schools reopened"),
    ("Only in 2014 did the firm admit the error.", "admit", "The firm admitted the error"),
    ("Nor did the bank repay the loan in 2009.", "repay", "The bank did not repay the loan"),
]


@pytest.mark.parametrize(("text", "trigger", "words"), TEXTS)
def test_words_of_an_event(text: str, trigger: str, words: str) -> None:
    assert event_of(text, trigger).text == words
