"""Dates of nouns that come back to what was told before."""

from __future__ import annotations

import pytest

from tests.events.reader import events_of

FIRST = "The blast on 4 May 2021 killed two."
AGAIN = [
    f"{FIRST} The blast was the worst for years.",
    f"{FIRST} Ann Bell survived the embassy blast.",
    f"{FIRST} Nobody has been charged. This blast was the worst for years.",
    f"{FIRST} Police had warned of the blasts.",
]
NOT_AGAIN = [
    f"{FIRST} Ann Bell survived a blast.",
    f"{FIRST} Ann Bell survived the second blast.",
    f"{FIRST} Ann Bell survived the blast at her mill.",
    f"{FIRST} A blast on 9 June 2021 killed none. Ann Bell survived the blast.",
    "The blasts since 2021 have killed two. Ann Bell survived the blast.",
]


@pytest.mark.parametrize("text", AGAIN)
def test_a_noun_with_the_is_of_the_date_that_it_had_before(text: str) -> None:
    last = [e for e in events_of(text) if e.lemma == "blast"][-1]
    assert last.span is not None
    assert (last.span.edtf(), last.basis) == ("2021-05-04~", "narrative")
    assert last.why.startswith("as “blast")


@pytest.mark.parametrize("text", NOT_AGAIN)
def test_a_noun_that_may_mean_another_has_no_date_of_another(text: str) -> None:
    last = [e for e in events_of(text) if e.lemma == "blast"][-1]
    assert last.basis == "tense"
