"""Sentences put into somebody's mouth are trees, and keep what was said as it was."""

from __future__ import annotations

import numpy as np

from benchmarks.train.reporting import report
from benchmarks.train.treebanks import Tree, Word

WORDS = [
    [
        ("The", "DET", "DT", 2, "det"),
        ("river", "NOUN", "NN", 3, "nsubj"),
        ("rose", "VERB", "VBD", 0, "root"),
        ("fast", "ADV", "RB", 3, "advmod"),
        (".", "PUNCT", ".", 3, "punct"),
    ],
    [
        ("Ana", "PROPN", "NNP", 3, "nsubj"),
        ("Poe", "PROPN", "NNP", 1, "flat"),
        ("said", "VERB", "VBD", 0, "root"),
        ("no", "INTJ", "UH", 3, "ccomp"),
        ("!", "PUNCT", ".", 3, "punct"),
    ],
]


def trees() -> list[Tree]:
    found = []
    for number, words in enumerate(WORDS):
        tree = Tree(str(number), "", "", False)
        for text, tag, xpos, head, relation in words:
            lemma = "say" if text == "said" else text.lower()
            tree.words.append(Word(text, lemma, tag, xpos, head, relation, "_"))
        found.append(tree)
    return found


def test_what_is_reported_hangs_on_the_verb_and_keeps_its_own_arcs() -> None:
    found = report(trees(), 60, np.random.default_rng(3))
    for tree in found:
        lower = [word.text.lower() for word in tree.words]
        river, rose, poe = (lower.index(word) for word in ("river", "rose", "ana"))
        roots = [k for k, word in enumerate(tree.words) if word.head == 0]
        assert [tree.words[k].lemma in ("say", "add", "announce", "write") for k in roots] == [True]
        assert tree.words[river].head == rose + 1
        assert (tree.words[rose].head, tree.words[rose].relation) == (roots[0] + 1, "ccomp")
        assert (tree.words[poe].head, tree.words[poe].relation) == (roots[0] + 1, "nsubj")
        assert tree.words[poe + 1].head == poe + 1
    texts = {tree.text.replace("says", "said").replace("wrote", "said") for tree in found}
    assert {
        "“ The river rose fast , ” said Ana Poe .",
        "Ana Poe said the river rose fast .",
    } <= texts
