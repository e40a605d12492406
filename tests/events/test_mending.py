"""Trees that give way where the order of words tells better."""

from __future__ import annotations

import pytest

from timeline.events.cues import cues
from timeline.events.mending import mend
from timeline.events.scenes import lay_out
from timeline.events.syntax import Syntax
from timeline.sentences import Tree, analyze

# A sentence, the arcs of a tree gone astray (word, head, relation), and the arcs to be.
CASES = [
    (
        "He fled after guards found it.",
        ["he fled nsubj", "after guards case", "guards fled obl", "found guards acl"],
        ["guards found nsubj", "after found mark", "found fled advcl"],
    ),
    (
        "The mine, which rebels held, burned.",
        ["mine burned nsubj", "held burned advcl", "rebels held nsubj", "which held obj"],
        ["held mine acl:relcl"],
    ),
    (
        "A judge jailed Poe, who ran it, for life.",
        [
            "judge jailed nsubj",
            "Poe jailed obj",
            "ran Poe acl:relcl",
            "life ran obl",
            "for life case",
        ],
        ["life jailed obl"],
    ),
]


def tree_of(words: list[str], arcs: list[str]) -> Tree:
    heads, relations = [-2] * len(words), ["dep"] * len(words)
    lower = [word.lower() for word in words]
    for word, head, relation in (arc.split() for arc in arcs):
        place = lower.index(word.lower())
        heads[place], relations[place] = lower.index(head.lower()), relation
    root = next(k for k in range(len(words)) if heads[k] == -2 and k in heads)
    heads[root], relations[root] = -1, "root"
    return Tree(tuple(root if head == -2 else head for head in heads), tuple(relations))


@pytest.mark.parametrize(("text", "arcs", "wanted"), CASES)
def test_mended(text: str, arcs: list[str], wanted: list[str]) -> None:
    [sentence] = analyze(text)
    scene = lay_out(text, sentence, [], [], cues("en"))
    tree = tree_of(sentence.words, arcs)
    found = mend(sentence.tokens, tree, scene.clauses, scene.chunk_of, scene.timed)
    told = {
        f"{sentence.words[k]} {sentence.words[head]} {relation}"
        for k, (head, relation) in enumerate(zip(found.heads, found.relations, strict=True))
        if head >= 0
    }
    assert set(wanted) <= told, told
    Syntax(sentence.tokens, found)
