"""Names in a row hang on the first of them."""

from __future__ import annotations

import pytest

from timeline.events.cues import cues
from timeline.events.trees.planting import plant
from timeline.resolution import Publication, resolve
from timeline.sentences import analyze

#: A sentence, its first name, and the heads of those beside it.
CASES = [
    ("The army took Leeds, York and Hull in May.", "Leeds", ["York", "Hull"]),
    (
        "In Poland, Hungary and the Czech Republic, it was marked in May.",
        "Poland",
        ["Hungary", "Republic"],
    ),
    ("Fires in Lusaka, Nairobi, and Dar es Salaam killed two men.", "Lusaka", ["Nairobi", "Dar"]),
    (
        "Poland, Hungary and the Czech Republic can now take part in it.",
        "Poland",
        ["Hungary", "Republic"],
    ),
    ("In Paris, Poe and Hale met in May.", "Paris", []),
]


@pytest.mark.parametrize(("text", "first", "others"), CASES)
def test_a_row(text: str, first: str, others: list[str]) -> None:
    [sentence] = analyze(text)
    [tree] = plant([sentence], resolve(text, Publication(1_700_000_000)), cues("en"))
    words = sentence.words
    head = words.index(first)
    beside = [
        words[k]
        for k, (above, relation) in enumerate(zip(tree.heads, tree.relations, strict=True))
        if above == head and relation == "conj"
    ]
    assert beside == others
