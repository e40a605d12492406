"""Treebank sentences are taken as a text's reader takes them, and mends are judged by them."""

from __future__ import annotations

from benchmarks.train.planted import Seed, plant_trees
from benchmarks.train.readings import read_words
from benchmarks.train.treebanks import Tree, Word
from benchmarks.trees import Tally, read_cases
from timeline.events.cues import cues


def make(lines: str) -> Tree:
    """A tree from lines of word, universal tag, treebank tag, head and relation."""
    rows = [line.split() for line in lines.strip().splitlines()]
    words = [
        Word(text, text, tag, xpos, int(head), relation, "_")
        for text, tag, xpos, head, relation in rows
    ]
    return Tree("one", "", " ".join(word.text for word in words), True, words)


FELL = make(
    """
    Prices NOUN NNS 2 nsubj
    fell VERB VBD 0 root
    on ADP IN 5 case
    3 NUM CD 5 nummod
    May PROPN NNP 2 obl
    1998 NUM CD 5 nmod:unmarked
    . PUNCT . 2 punct
    """
)
PLAIN = make(
    """
    Rebels NOUN NNS 2 nsubj
    left VERB VBD 0 root
    . PUNCT . 2 punct
    """
)


def test_a_time_of_several_words_is_one_that_hangs_as_they_do() -> None:
    [[seed], [kept]] = plant_trees(
        [FELL, PLAIN], read_words([[word.text for word in tree.words] for tree in (FELL, PLAIN)])
    )
    assert kept == Seed.whole(PLAIN)
    assert seed.places[:2] == [0, 1]
    time = seed.places.index(-1)
    assert (seed.heads[time], seed.relations[time]) == (1, "obl")
    assert len(seed.places) == len(seed.heads) < len(FELL.words)


def test_words_count_that_hang_where_the_treebank_says() -> None:
    tally = Tally()
    for case in read_cases([PLAIN], cues("en")):
        tally.add(case)
    assert tally.stages["parser"] == {"words": 2, "heads": 2, "relations": 2}
    wrong = (
        PLAIN.words[0]._replace(head=0, relation="root"),
        PLAIN.words[1]._replace(head=1, relation="acl"),
    )
    tally = Tally()
    for case in read_cases(
        [Tree("two", "", PLAIN.text, True, [*wrong, PLAIN.words[2]])], cues("en")
    ):
        tally.add(case)
    assert tally.stages["mended"]["heads"] == 0


def test_a_mend_is_told_by_what_it_changed() -> None:
    tally = Tally()
    for case in read_cases([FELL], cues("en")):
        tally.add(case)
    assert all(worth.fires >= worth.gained == 0 for worth in tally.mends.values())
    assert any(line.startswith("mended") for line in tally.lines(mends=True))
