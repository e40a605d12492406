"""What is set into a sentence: brackets, dashes, who says so, the state behind a town."""

from __future__ import annotations

import pytest

from timeline.events.trees.insets import find_insets
from timeline.sentences import analyze

#: A sentence, and its insets with the way they hang.
CASES = [
    ("The plant (the oldest of all) closed.", ["the oldest of all: appos"]),
    ("The plant (it was the oldest) closed.", ["it was the oldest: parataxis"]),
    ("The plant () closed.", []),
    ("The plant (closed in May.", []),
    ("The carrier -- built at Leith in 1962 -- sank.", ["built at Leith in 1962: acl"]),
    ("The carrier – which sank twice – is lost.", ["which sank twice: acl"]),
    ("The carrier sank -- again.", []),
    ("The fault, two traders said, is the bank's.", ["two traders said: parataxis:said"]),
    ("The bank is at fault, traders said, as prices fall.", []),
    ("A mill in Dayton, Ohio, burned down.", ["Ohio: appos"]),
    ("A mill in Dayton, Ohio.", ["Ohio: appos"]),
    ("Mills in Dayton, Ohio, and Leeds burned down.", []),
    ("Talks in Norway, Sweden and Iceland failed.", []),
]


def told(text: str, timed: int = -1) -> list[str]:
    [sentence] = analyze(text)
    tokens = sentence.tokens
    insets = find_insets(
        tokens, [k == timed for k in range(len(tokens))], {"say"}, {"ohio", "sweden", "norway"}
    )
    return [" ".join(tokens[k].text for k in i.places) + f": {i.relation}" for i in insets]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_insets(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_time_in_brackets_is_left_where_it_stands() -> None:
    assert told("The plant (May 2004) closed.", timed=3) == []
