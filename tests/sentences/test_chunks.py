"""Noun chunks."""

from __future__ import annotations

import pytest

from timeline.sentences import analyze, find_chunks

CASES = [
    ("The old bridge collapsed.", ["The old bridge"], ["bridge"]),
    (
        "Finance Minister Ana Silva met the Bank of England.",
        ["Finance Minister Ana Silva", "the Bank of England"],
        ["Silva", "Bank"],
    ),
    ("The city’s mayor resigned.", ["The city ’s mayor"], ["mayor"]),
    ("An 82-day siege began.", ["An 82 - day siege"], ["siege"]),
    ("They left after two years.", ["They", "two years"], ["They", "years"]),
    ("Kenya and Tanzania agreed.", ["Kenya", "Tanzania"], ["Kenya", "Tanzania"]),
    ("The talks Tuesday ended.", ["The talks", "Tuesday"], ["talks", "Tuesday"]),
    ("Laws banning arms failed.", ["Laws", "arms"], ["Laws", "arms"]),
    ("A counterattack last May failed.", ["A counterattack", "last May"], ["counterattack", "May"]),
    ("He paid $5 million.", ["He", "$ 5 million"], ["He", "million"]),
    (
        "The fall of the city surprised Rome.",
        ["The fall", "the city", "Rome"],
        ["fall", "city", "Rome"],
    ),
]


@pytest.mark.parametrize(("text", "wanted", "heads"), CASES)
def test_chunks_and_their_heads(text: str, wanted: list[str], heads: list[str]) -> None:
    sentence = analyze(text)[0]
    found = find_chunks(sentence)
    assert [" ".join(sentence.words[c.first : c.last + 1]) for c in found] == wanted
    assert [sentence.words[c.head] for c in found] == heads


def test_kinds_of_chunk() -> None:
    found = find_chunks(analyze("She told Maria about the strike.")[0])
    assert [chunk.kind for chunk in found] == ["pronoun", "name", "noun"]
