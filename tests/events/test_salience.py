"""What of a text an editor would keep."""

from __future__ import annotations

import pytest

from timeline.events import read_events
from timeline.sentences import analyze


def salience(text: str, verb: str) -> float:
    """How much is made of a verb in a text of 16 May 2024."""
    events = read_events(text, analyze(text), [], 1_715_817_600)
    (found,) = (e.salience for e in events if text[e.head_start : e.head_end] == verb)
    return found


@pytest.mark.parametrize("colour", ["The guard yawned.", "The guard drank tea."])
def test_colour_weighs_much_less_than_a_deed(colour: str) -> None:
    deed = salience("The guard died.", "died")
    assert salience(colour, colour.split()[2].rstrip(".")) < 0.55 * deed


def test_a_deed_weighs_less_in_a_quotation() -> None:
    plain, said = "The firm closed the mill.", "“The firm closed the mill,” he said."
    assert salience(plain, "closed") > 1.5 * salience(said, "closed")
