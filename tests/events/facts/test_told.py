"""What sentences of our own, on many subjects, tell as fact, as plan, as possible and as not so.

`told.txt` marks each event with the first letters of what it may be told as: "the firm
*agreed*a to *sell*p". They were written before their readings were looked at; what is read
otherwise has a "!" behind its letters, and a reading that comes right takes it away.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.events.reader import events_of

MARKED = re.compile(r"\*([^*]+)\*([aphn]+)(!?)")
LETTERS = {"a": "asserted", "p": "planned", "h": "hypothetical", "n": "negated"}
LINES = (Path(__file__).parent / "told.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_what_is_told_as_fact(line: str) -> None:
    published, _, marked = line.partition(" | ")
    text, wanted = "", []
    for piece in re.split(r"(\*[^*]+\*[aphn]+!?)", marked):
        mark = MARKED.fullmatch(piece)
        if mark:
            wanted.append((len(text), {LETTERS[letter] for letter in mark[2]}, bool(mark[3])))
        text += mark[1] if mark else piece
    found = {event.head_start: event for event in events_of(text, published)}
    assert wanted
    for start, told, missed in wanted:
        event = found[start]
        word = text[event.head_start : event.head_end]
        assert (event.status in told) != missed, (word, event.status)
