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

from timeline.events.branches import NOMINAL
from timeline.events.cues import Cues
from timeline.events.pieces import Piece, take_apart
from timeline.expressions import TimeExpression
from timeline.sentences import Sentence, Token, Tree, find_trees

_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
#: How the words of a time hang on its last.
_INSIDE = {"DET": "det", "ADP": "case", "PUNCT": "punct"}
#: How words hang inside a noun phrase.
_WITHIN = frozenset({"nmod", "compound", "flat", "nummod", "appos", "case", "punct", "dep"})


class Planted(NamedTuple):
    """A piece of a sentence for the parser: its tokens, and for each the places it stands for."""

    tokens: tuple[Token, ...]
    places: list[tuple[int, ...]]


def plant(
    sentences: Sequence[Sentence], expressions: Sequence[TimeExpression], words: Cues
) -> list[Tree]:
    """The trees of sentences, `expressions` being the times of the document, in order.

    A clock time that opens the entry of a log is no part of the sentence.
    """
    starts = [expression.start for expression in expressions]
    plots: list[list[Piece]] = []
    seeds: list[Planted] = []
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        times = _places(sentence, expressions[first:last], words)
        stamp = _after_stamp(sentence)
        rest = sentence.tokens[stamp:]
        timed = _timed(rest, expressions[first:last])
        pieces = [piece.moved(stamp) for piece in take_apart(rest, timed, words.verbs.saying)]
        plots.append(pieces)
        seeds += [_seed(sentence, piece.places, times, words) for piece in pieces]
    trees = iter(
        find_trees([Sentence(s.tokens[0].start, s.tokens[-1].end, s.tokens) for s in seeds])
    )
    grown = iter(seeds)
    return [
        _join(sentence, [(piece, next(grown), next(trees)) for piece in pieces])
        for sentence, pieces in zip(sentences, plots, strict=True)
    ]


def _timed(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> list[bool]:
    """Which tokens belong to a time, be it of one word or of none that has a place."""
    starts, found = [token.start for token in tokens], [False] * len(tokens)
    for time in times:
        for k in range(bisect_left(starts, time.start), bisect_left(starts, time.end)):
            found[k] = True
    return found


def _places(
    sentence: Sentence, times: Sequence[TimeExpression], words: Cues
) -> list[tuple[int, ...]]:
    """The tokens of each time of several words that has a place on the calendar."""
    tokens, found = sentence.tokens, list[tuple[int, ...]]()
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
        if last - first > 1:
            found.append(tuple(range(first, last)))
            at = last
    return found


def _seed(
    sentence: Sentence, wanted: Sequence[int], times: Sequence[tuple[int, ...]], words: Cues
) -> Planted:
    """Some of a sentence's tokens, one word in the place of each time that lies among them."""
    tokens, among = sentence.tokens, set(wanted)
    opening = {time[0]: time for time in times if among.issuperset(time)}
    found, places = list[Token](), list[tuple[int, ...]]()
    done = -1
    for place in wanted:
        if place <= done:
            continue
        time = opening.get(place)
        if time is None:
            found.append(tokens[place])
            places.append((place,))
            continue
        before = tokens[place - 1] if place else None
        led = before is not None and before.tag in ("ADP", "SCONJ")
        alone = not led or tokens[place].tag in ("ADP", "SCONJ")
        word = words.standing.alone if alone else words.standing.after
        tag = ("NOUN", "NN") if alone else ("PROPN", "NNP")
        found.append(Token(tokens[place].start, tokens[time[-1]].end, word, *tag, word))
        places.append(time)
        done = time[-1]
    return Planted(tuple(found), places)


def _join(sentence: Sentence, grown: Sequence[tuple[Piece, Planted, Tree]]) -> Tree:
    """The tree of all words of a sentence; those of a time hang on its last."""
    tokens = sentence.tokens
    stamp = _after_stamp(sentence)
    heads, relations = [stamp] * len(tokens), ["dep"] * len(tokens)
    above = -1
    for piece, seed, tree in grown:
        top = -1
        for place, head, relation in zip(seed.places, tree.heads, tree.relations, strict=True):
            for k in place[:-1]:
                heads[k] = place[-1]
                relations[k] = _INSIDE.get(tokens[k].tag, "compound")
            heads[place[-1]] = seed.places[head][-1] if head >= 0 else -1
            relations[place[-1]] = relation
            if head < 0:
                top = place[-1]
        for mark in piece.marks:
            heads[mark], relations[mark] = top, "punct"
        if piece.onto >= 0:
            heads[top], relations[top] = _noun(tokens, heads, relations, piece.onto), piece.relation
        else:
            if above >= 0:
                heads[top], relations[top] = above, piece.relation
            if piece.relation != "advcl":
                above = top
    return Tree(tuple(heads), tuple(relations))


def _noun(
    tokens: Sequence[Token], heads: Sequence[int], relations: Sequence[str], word: int
) -> int:
    """The noun that an aside after a word is about: the whole phrase's."""
    while relations[word].partition(":")[0] in _WITHIN and heads[word] >= 0:
        if tokens[word].tag in NOMINAL and tokens[heads[word]].tag not in NOMINAL:
            break
        word = heads[word]
    return word


def _after_stamp(sentence: Sentence) -> int:
    """How many tokens of a clock time stand before a sentence's first word."""
    tokens = sentence.tokens
    if len(tokens) < 3 or not _CLOCK.fullmatch(tokens[0].text):
        return 0
    return 1 if tokens[1].text[:1].isupper() else 0
