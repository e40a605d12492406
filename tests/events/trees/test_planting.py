"""Phrases of time are one word to the parser, and all their words stand in the tree."""

from __future__ import annotations

import pytest

from timeline.events.cues import cues
from timeline.events.trees.planting import plant
from timeline.resolution import Publication, resolve
from timeline.sentences import Tree, analyze

PLANTED = [
    ("Ana Poe was born in Leeds on 4 May 1868.", "1868", "born"),
    ("In 264 BC Rome went to war.", "BC", "went"),
    ("It crossed the border just over a year ago and fled.", "ago", "crossed"),
    ("He has waited since 4 May 2020.", "2020", "waited"),
]


def planted(text: str) -> tuple[list[str], Tree]:
    sentences = analyze(text)
    [tree] = plant(sentences, resolve(text, Publication(1_700_000_000)), cues("en"))
    return sentences[0].words, tree


@pytest.mark.parametrize(("text", "last", "head"), PLANTED)
def test_a_time_hangs_on_its_verb_by_its_last_word(text: str, last: str, head: str) -> None:
    words, tree = planted(text)
    assert words[tree.heads[words.index(last)]] == head
    assert len(tree.heads) == len(tree.relations) == len(words)
    assert [k for k, above in enumerate(tree.heads) if above < 0] == [tree.relations.index("root")]


def test_the_words_of_a_time_hang_on_its_last() -> None:
    words, tree = planted("It fell on 4 May 1868.")
    inside = [words.index(word) for word in ("on", "4", "May")]
    assert {words[tree.heads[k]] for k in inside} == {"1868"}
    assert [tree.relations[k] for k in inside] == ["case", "compound", "compound"]


STAMPED = ["13:20 {}", "13:20 – {}", "- 4 May 1868: {}", "1868: {}"]


@pytest.mark.parametrize("line", STAMPED)
def test_a_time_that_heads_an_entry_is_no_part_of_its_sentence(line: str) -> None:
    words, tree = planted(line.format("The bank's board closed the road."))
    told = words.index("The")
    assert {words[head] for head in tree.heads[:told]} == {"closed"}
    assert set(tree.relations[:told]) <= {"obl", "punct"}
    assert tree.relations[words.index("closed")] == "root"
    assert (tree.relations[told + 3], words[tree.heads[told + 3]]) == ("nsubj", "closed")
