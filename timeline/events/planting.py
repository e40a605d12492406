"""Trees of sentences whose time words are known: each phrase of time is one word to the parser.

Treebanks of American English have few dates such as "4 May 1868", and no parser needs to find out
how the words of "just over a year ago" hang together once they are read: what matters is what the
whole hangs on. So the parser is given one plain word in the place of several.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.cues import Cues
from timeline.expressions import TimeExpression
from timeline.sentences import Sentence, Token, Tree, find_trees

_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


class Planted(NamedTuple):
    """A sentence for the parser: its tokens, and for each the places that it stands for."""

    tokens: tuple[Token, ...]
    places: list[range]


def plant(
    sentences: Sequence[Sentence], expressions: Sequence[TimeExpression], words: Cues
) -> list[Tree]:
    """The trees of sentences, `expressions` being the times of the document, in order.

    A clock time that opens the entry of a log is no part of the sentence.
    """
    starts = [expression.start for expression in expressions]
    seeds = []
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        seeds.append(_seed(sentence, expressions[first:last], words))
    trees = find_trees(
        [Sentence(s.start, s.end, seed.tokens) for s, seed in zip(sentences, seeds, strict=True)]
    )
    return [
        _spread(sentence, seed, tree)
        for sentence, seed, tree in zip(sentences, seeds, trees, strict=True)
    ]


def _seed(sentence: Sentence, times: Sequence[TimeExpression], words: Cues) -> Planted:
    tokens, found, places = sentence.tokens, list[Token](), list[range]()
    at = _after_stamp(sentence)
    for time in times:
        if time.span is None:
            continue
        first = next((k for k in range(at, len(tokens)) if tokens[k].end > time.start), len(tokens))
        last = first
        while last < len(tokens) and tokens[last].start < time.end:
            last += 1
        # The preposition of a time is none of its words.
        while first < last and tokens[first].tag in ("ADP", "SCONJ"):
            first += 1
        if first > at and tokens[first - 1].text.lower() in words.standing.swallowed:
            first -= 1
        if last - first < 2:
            continue
        found += tokens[at:first]
        places += [range(k, k + 1) for k in range(at, first)]
        before = tokens[first - 1] if first else None
        led = before is not None and before.tag in ("ADP", "SCONJ")
        alone = not led or tokens[first].tag in ("ADP", "SCONJ")
        word = words.standing.alone if alone else words.standing.after
        tag = ("NOUN", "NN") if alone else ("PROPN", "NNP")
        found.append(Token(tokens[first].start, tokens[last - 1].end, word, *tag, word))
        places.append(range(first, last))
        at = last
    found += tokens[at:]
    places += [range(k, k + 1) for k in range(at, len(tokens))]
    return Planted(tuple(found), places)


def _spread(sentence: Sentence, seed: Planted, tree: Tree) -> Tree:
    """The tree of all words of a sentence; those of a time hang on its last."""
    tokens = sentence.tokens
    stamp = len(tokens) - sum(map(len, seed.places))
    heads, relations = [stamp] * stamp, ["dep"] * stamp
    for place, head, relation in zip(seed.places, tree.heads, tree.relations, strict=True):
        for k in place[:-1]:
            heads.append(place[-1])
            tag = tokens[k].tag
            relations.append({"DET": "det", "ADP": "case", "PUNCT": "punct"}.get(tag, "compound"))
        heads.append(seed.places[head][-1] if head >= 0 else -1)
        relations.append(relation)
    return Tree(tuple(heads), tuple(relations))


def _after_stamp(sentence: Sentence) -> int:
    """How many tokens of a clock time stand before a sentence's first word."""
    tokens = sentence.tokens
    if len(tokens) < 3 or not _CLOCK.fullmatch(tokens[0].text):
        return 0
    return 1 if tokens[1].text[:1].isupper() else 0
