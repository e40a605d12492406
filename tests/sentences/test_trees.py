"""Which word hangs on which, and as what."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.sentences import Tree, analyze, find_trees
from timeline.sentences.parsing import LONGEST
from timeline.sentences.trees import are_trees, straighten

HANGING = [
    ("The minister signed the treaty in Rome.", "minister", "signed", "nsubj"),
    ("The minister signed the treaty in Rome.", "treaty", "signed", "obj"),
    ("The minister met the leader in Rome.", "Rome", "met", "obl"),
    ("The bridge was destroyed by the army.", "bridge", "destroyed", "nsubj:pass"),
    ("Officials said the river had burst its banks.", "burst", "said", "ccomp"),
    ("The man who built the mill died.", "built", "man", "acl:relcl"),
    ("The firm hopes to open a mill.", "open", "hopes", "xcomp"),
    ("Police arrested a man and searched his house.", "searched", "arrested", "conj"),
]


@pytest.mark.parametrize(("text", "word", "head", "relation"), HANGING)
def test_a_word_hangs_on_its_head(text: str, word: str, head: str, relation: str) -> None:
    [sentence] = analyze(text)
    [tree] = find_trees([sentence])
    number = sentence.words.index(word)
    assert (sentence.words[tree.heads[number]], tree.relations[number]) == (head, relation)


def roots(tree: Tree) -> list[int]:
    return [k for k, head in enumerate(tree.heads) if head < 0]


@settings(deadline=None, max_examples=60)
@given(
    words=st.lists(st.sampled_from("the a who said troops left . , and to in not 7 “ Rome".split()))
)
def test_any_words_make_a_tree_with_one_root(words: list[str]) -> None:
    sentences = analyze(" ".join(words))
    for sentence, tree in zip(sentences, find_trees(sentences), strict=True):
        assert len(tree.heads) == len(tree.relations) == len(sentence.tokens)
        assert len(roots(tree)) == 1
        for number in range(len(tree.heads)):
            seen = set()
            while number >= 0:
                assert number not in seen, "a circle"
                seen.add(number)
                number = tree.heads[number]


def test_only_the_root_is_called_so() -> None:
    for tree in find_trees(analyze("It rained, he said. They left, and nobody saw them go.")):
        assert [k for k, name in enumerate(tree.relations) if name == "root"] == roots(tree)


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    [tree] = find_trees(analyze("and so it went on " * LONGEST))
    assert len(tree.heads) == 5 * LONGEST
    far = [abs(head - number) for number, head in enumerate(tree.heads) if head >= 0]
    assert max(far) < 2 * LONGEST
    assert len(roots(tree)) == 1


def test_sentences_are_read_the_same_alone_and_together() -> None:
    sentences = analyze("Rebels seized the port. The army, he said, had left. Nobody knew why.")
    assert find_trees(sentences) == [tree for s in sentences for tree in find_trees([s])]


def test_no_sentence_has_no_tree() -> None:
    assert find_trees([]) == []


@settings(deadline=None)
@given(st.data(), st.integers(1, 7))
def test_scores_of_any_kind_make_a_tree(data: st.DataObject, count: int) -> None:
    values = st.lists(st.integers(-9, 9), min_size=count + 1, max_size=count + 1)
    scores = np.array(data.draw(st.lists(values, min_size=count, max_size=count)), np.float32)
    scores[np.arange(count), np.arange(1, count + 1)] = -1e9
    heads = straighten(scores)
    assert are_trees(heads[None, :], np.ones((1, count), dtype=bool)).all()
    best = scores.argmax(axis=1)
    if are_trees(best[None, :], np.ones((1, count), dtype=bool)).all():
        assert heads.tolist() == best.tolist()
