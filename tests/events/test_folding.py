"""One row for each happening, in the words of the clause that tells it."""

from __future__ import annotations

import pytest

from tests.events.reader import events_of
from timeline.events import fold

ROWS = [
    # a noun inside a clause that dates it no differently
    ("The mayor chaired a meeting with traders.", ["The mayor chaired a meeting with traders"]),
    # … and one that has a date of its own
    (
        "In 2019 he spoke of the siege of 1998.",
        ["He spoke of the siege of 1998", "The siege"],
    ),
    # an attempt is told by the verb that tells of it, a plan by what is planned
    ("Rebels tried to take the port.", ["Rebels tried to take the port"]),
    ("The firm hopes to open a mill.", ["The firm hopes to open a mill"]),
    ("The jet was set to leave on Sunday.", ["The jet was set to leave"]),
    # the said, and not that it was said
    ("Officials said the roof had collapsed.", ["The roof had collapsed"]),
    # a denial is an act, and what is denied no fact
    (
        "The ministry denied on Monday that its men had fled.",
        ["The ministry denied that its men had fled"],
    ),
    # … unless nothing but the saying has a date
    (
        "Police said in May 2021 that the dam had burst.",
        ["Police said that the dam had burst"],
    ),
    # … or both have, the saying more than a weekday
    (
        "On 11 April Acme said that it had sold the mill in 2019.",
        ["Acme said that it had sold the mill in 2019", "Acme sold the mill"],
    ),
    ("Acme said on Monday that it had sold the mill in 2019.", ["Acme sold the mill"]),
    # how things are now is no happening, but a plan is one
    (
        "The mill opened in 1990. The firm now owns four mills and currently plans to sell one.",
        ["The mill opened", "The firm plans to sell one"],
    ),
    ("The firm now owns four mills.", ["The firm owns four mills"]),
    # what never happened would read as a fact
    ("Had the truce collapsed, the town would have starved.", ["The town would have starved"]),
    # a "will" is shared
    (
        "The mayor will sell the mill in May and close the port.",
        ["The mayor will sell the mill", "The mayor will close the port"],
    ),
    # … and so is an "into"
    (
        "The book was translated into German in 1927 and Japanese in 1931.",
        ["The book was translated into German", "The book was translated into Japanese"],
    ),
    # the same words twice
    ("The roof fell in May. The roof fell in May.", ["The roof fell"]),
    # the headline tells nothing of its own
    (
        "Roof collapses in town\n\nA roof collapsed on Sunday.",
        ["A roof collapsed"],
    ),
]


def test_of_two_dates_of_one_happening_the_finer_is_shown() -> None:
    events = events_of("The bridge was closed in 2019? Yes. The bridge was closed on 3 May 2019.")
    shown = [events[k] for k in fold(events, range(len(events)))]
    assert [event.span.edtf() for event in shown if event.span] == ["2019-05-03"]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows(text: str, rows: list[str]) -> None:
    events = events_of(text)
    shown = fold(events, range(len(events)))
    assert [events[k].text for k in shown] == rows, [e.text for e in events]


def test_only_what_is_wanted_is_shown_and_what_tells_it() -> None:
    events = events_of("The mayor chaired a meeting. Rain fell on the town.")
    meeting = next(k for k, e in enumerate(events) if e.lemma == "meeting")
    assert [events[k].text for k in fold(events, [meeting])] == ["The mayor chaired a meeting"]


def test_nothing_wanted_shows_nothing() -> None:
    assert fold(events_of("The mayor resigned."), []) == []
