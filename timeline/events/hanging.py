"""Which events of a sentence a time expression hangs on in its tree of dependencies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.scenes import Scene, TimeWords
from timeline.sentences import Mention, Tree

#: Farther up than this nobody looks.
_HIGHEST = 30


class Hold(NamedTuple):
    """How an expression hangs on an event: `step` events further down do, too, or it is "off".

    `relation` is that of the expression's top word (nmod: it stands with a noun). `link` tells how
    the event hangs together with the one that the expression hangs on first: "over" and by what
    relation that one hangs below, "under" and by what relation the event hangs on it.
    """

    step: str
    relation: str
    link: str


def climb(scene: Scene, time: TimeWords, mentions: Sequence[Mention]) -> list[Hold]:
    """How the expression hangs on each of some events; without a tree the list is empty."""
    tree = scene.tree
    if tree is None:
        return []
    inside = range(time.first, time.last + 1)
    top = next((n for n in inside if tree.heads[n] not in inside), time.last)
    above = _above(tree, top)
    standing = [_standing(tree, mention.head) for mention in mentions]
    places = [above.get(word, -1) for word in standing]
    steps = sorted({place for place in places if place >= 0})
    name = _plain(tree, top)
    chain = list(above)
    found: list[Hold] = []
    for word, place in zip(standing, places, strict=True):
        if place < 0:
            under = steps and tree.heads[word] == chain[steps[0]]
            found.append(Hold("off", "", f"under{_plain(tree, word)}" if under else ""))
            continue
        step = min(steps.index(place), 3)
        over = f"over{_plain(tree, chain[place - 1])}" if step else ""
        found.append(Hold(str(step), name, over))
    return found


def _plain(tree: Tree, word: int) -> str:
    return tree.relations[word].partition(":")[0]


def _above(tree: Tree, token: int) -> dict[int, int]:
    """The words that a word hangs on, with how far up they are."""
    found: dict[int, int] = {}
    at = tree.heads[token]
    while at >= 0 and len(found) < _HIGHEST:
        found[at] = len(found)
        at = tree.heads[at]
    return found


def _standing(tree: Tree, token: int) -> int:
    """The word that stands for an event in the tree: what a copula is the copula of."""
    return tree.heads[token] if tree.relations[token] in ("cop", "aux") else token
