"""Who says what, in sentences of our own.

`said.txt` marks an event and tells, behind the bar, who says so ("-": nobody). They were written
before their readings were looked at; what is read otherwise has a "!" before who it should be.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.reader import events_of

LINES = (Path(__file__).parent / "said.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_who_says_so(line: str) -> None:
    marked, _, teller = line.partition(" | ")
    start, word = marked.index("*"), marked.split("*")[1]
    found = {event.head_start: event for event in events_of(marked.replace("*", ""))}
    told = found[start].attribution or "-"
    assert (told == teller.lstrip("!")) != teller.startswith("!"), (word, told)
