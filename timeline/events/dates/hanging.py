"""Which events of a sentence a time expression hangs on in its tree of dependencies."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.layout.scenes import Scene, TimeWords
from timeline.sentences import Mention, Tree
from timeline.sentences.trees import plain

#: Farther up than this nobody looks.
_HIGHEST = 30


def climb(scene: Scene, time: TimeWords, mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """For each mention how many events stand between it and the expression, and by what relation.

    A mention that the expression does not hang on is "off"; without a tree the list is empty. The
    relation is that of the expression's top word (nmod: it stands with a noun).
    """
    tree = scene.tree
    if tree is None:
        return []
    inside = range(time.first, time.last + 1)
    top = next((n for n in inside if tree.heads[n] not in inside), time.last)
    above = _above(tree, top)
    places = [above.get(_standing(tree, mention.head), -1) for mention in mentions]
    steps = sorted({place for place in places if place >= 0})
    name = plain(tree.relations[top])
    return [
        ("off", "") if place < 0 else (str(min(steps.index(place), 3)), name) for place in places
    ]


def _above(tree: Tree, token: int) -> dict[int, int]:
    """The words that a word hangs on, with how far up they are."""
    found: dict[int, int] = {}
    at = tree.heads[token]
    for _ in range(_HIGHEST):
        if at < 0:
            break
        found.setdefault(at, len(found))
        at = tree.heads[at]
    return found


def _standing(tree: Tree, token: int) -> int:
    """The word that stands for an event in the tree: what a copula is the copula of."""
    return tree.heads[token] if tree.relations[token] in ("cop", "aux") else token
