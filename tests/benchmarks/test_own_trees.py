"""Our own trees are trees, and none of those that measure is learnt from."""

from __future__ import annotations

import pytest

from benchmarks.train.treebanks import OWN, Tree, Word, is_measuring, read_trees

SETS = {path.stem: list(read_trees(path)) for path in sorted(OWN.glob("*.conllu"))}


def is_tree(words: list[Word]) -> bool:
    """Whether one word is the root, is called so, and all others come to it."""
    if [w.relation for w in words if w.head == 0] != ["root"]:
        return False
    if sum(w.relation == "root" for w in words) > 1:
        return False
    reached = {0}
    for _ in words:
        reached |= {k for k, word in enumerate(words, 1) if word.head in reached}
    return len(reached) == len(words) + 1


@pytest.mark.parametrize("trees", SETS.values(), ids=SETS)
def test_every_sentence_is_a_tree(trees: list[Tree]) -> None:
    assert trees
    assert [tree.id for tree in trees if not is_tree(tree.words)] == []


def test_two_roots_and_a_ring_are_no_tree() -> None:
    root = Word("fell", "fall", "VERB", "VBD", 0, "root", "_")
    ring = [root, root._replace(head=3, relation="obj"), root._replace(head=2, relation="det")]
    assert is_tree([root])
    assert not is_tree([root, root])
    assert not is_tree(ring)


def test_what_measures_is_not_learnt_from() -> None:
    learnt, measured = (
        {
            tree.text
            for path in OWN.glob("*.conllu")
            if is_measuring(path) == kept
            for tree in SETS[path.stem]
        }
        for kept in (False, True)
    )
    assert learnt
    assert measured
    assert not learnt & measured
