"""Who says what a sentence tells."""

from __future__ import annotations

from typing import NamedTuple

from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene

#: How many clauses up it is asked who says so.
DEEPEST = 12


def teller(scene: Scene, clause: Clause | None) -> Clause | None:
    """The clause that reports a clause: the nearest verb of saying whose content it is part of."""
    seen = clause
    for _ in range(DEEPEST):
        if seen is None or seen.governor < 0:
            break
        host = scene.clauses[seen.governor]
        if seen.link == "content" and host.lemma in scene.words.verbs.reporting:
            return host
        seen = host
    return None


def _chunk_text(scene: Scene, first: int, last: int) -> str:
    """The words of a chunk as they stand in the text."""
    tokens = scene.tokens
    start, base = tokens[first].start, scene.sentence.start
    return scene.source[start - base : tokens[last].end - base]


class Source(NamedTuple):
    """Who stands behind an "according to": the words, the tokens of their noun and of "according".

    Both are -1 where nobody does.
    """

    name: str = ""
    noun: int = -1
    opener: int = -1


def according(scene: Scene) -> Source:
    """Who stands behind an "according to …" in the sentence, if anybody does."""
    tokens, openers = scene.tokens, scene.words.prepositions
    source = scene.source.lower()
    if not any(word in source for word in openers.telling):
        return Source()
    for number in range(len(tokens) - 2):
        said = tokens[number].text.lower() in openers.telling
        if said and tokens[number + 1].tag in ("ADP", "PART"):
            chunk = scene.chunk_of[number + 2]
            if chunk is None:
                return Source()
            last = chunk.last
            while last + 2 < len(tokens) and tokens[last + 1].text in openers.naming:
                more = scene.chunk_of[last + 2]
                if more is None:
                    break
                last = more.last
            while last + 1 < len(tokens) and tokens[last + 1].text[:1].isupper():
                last += 1
            return Source(_chunk_text(scene, number + 2, last), chunk.head, number)
    return Source()
