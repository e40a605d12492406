"""Dates that stand so far from another event, or that a time is told again by."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of

DISTANCES = [
    ("It was minted in AD 249, seven years before the Goths burned it.", "burned", "0256~"),
    ("He wintered there in 48 BC, a year before the battle of Zela.", "battle", "-0046~"),
    ("It opened in 1920, six years after work had begun.", "begun", "1914~"),
    ("Three years after the king had died in 1450, the city fell.", "fell", "1453~"),
    ("Two years after the flood of 1953 she left.", "left", "1955~"),
    ("Hill tried on Sunday to save the deal, two days after shells hit it.", "hit", "2023-03-03~"),
    ("They met on 4 May 1809, two weeks before the duke fled.", "fled", "1809-05-18~"),
    ("The ruling comes two years after the firm lost its mill.", "lost", "2021~"),
    ("It sank in 1914, a year before a review was due to begin.", "begin", "1915~"),
    ("The strike comes a day after talks broke down.", "broke down", "2023-03-05~"),
]
NO_DISTANCES = [
    ("The court met on 8 May 2018; two days before it she fell.", "fell"),
    ("It was lost for two years because it rained in 1954.", "lost"),
    ("It opened in the 1920s, six years after work had begun.", "begun"),
    ("The ruling will come two years after the firm lost its mill.", "lost"),
    ("It opened in 1920, some years after work had begun.", "begun"),
]
APPOSITIONS = [
    ("In 437 BC, the year in which Pericles sailed east, envoys met.", "sailed", "-0436~"),
    ("It was sold in 1901, the year her father died.", "died", "1901~"),
    ("In 1901, the year her father died, it was sold.", "died", "1901~"),
    ("On 4 May 1901, the same day on which her father died, it was sold.", "died", "1901-05-04~"),
    ("It was sold on 4 May 1901, the day her father died.", "died", "1901-05-04~"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), DISTANCES)
def test_a_distance_counts_from_a_dated_event(text: str, trigger: str, when: str) -> None:
    event = event_of(text, trigger)
    assert event.span is not None
    assert (event.span.edtf(), event.basis) == (when, "narrative")


@pytest.mark.parametrize(("text", "trigger"), NO_DISTANCES)
def test_what_is_vague_or_gives_a_reason_is_no_distance(text: str, trigger: str) -> None:
    assert event_of(text, trigger).basis == "tense"


@pytest.mark.parametrize(("text", "trigger", "when"), APPOSITIONS)
def test_a_time_told_again_dates_what_tells_more_of_it(text: str, trigger: str, when: str) -> None:
    event = event_of(text, trigger)
    assert event.span is not None
    assert (event.span.edtf(), event.basis) == (when, "narrative")


def test_a_relative_clause_of_another_noun_has_no_date_from_before_it() -> None:
    event = event_of("It was sold in 1901, the mill her father built.", "built")
    assert event.basis == "tense"
