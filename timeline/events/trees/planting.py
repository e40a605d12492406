"""Trees of sentences whose time words are known: each phrase of time is one word to the parser.

Treebanks of American English have few dates such as "4 May 1868", and no parser needs to find out
how the words of "just over a year ago" hang together once they are read: what matters is what the
whole hangs on. So the parser is given one plain word in the place of several.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.events.cues import Cues
from timeline.events.layout.entries import after_marks, are_marks
from timeline.events.trees.branches import NOMINAL
from timeline.events.trees.listing import line_up
from timeline.events.trees.pieces import Piece, take_apart
from timeline.events.trees.wholes import Whole, find_wholes, hang_wholes
from timeline.expressions import TimeExpression
from timeline.sentences import Sentence, Token, Tree, find_trees
from timeline.sentences.trees import plain

_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_HYPHEN, _DASH = "-", "–"
#: How the words of a time hang on its last.
_INSIDE = {"DET": "det", "ADP": "case", "PUNCT": "punct"}
#: How words hang inside a noun phrase.
_WITHIN = frozenset({"nmod", "compound", "flat", "nummod", "appos", "case", "punct", "dep"})


class Planted(NamedTuple):
    """A piece of a sentence for the parser: its tokens, for each the place of the word that it
    stands for, and what stands for several words."""

    tokens: tuple[Token, ...]
    places: list[int]
    wholes: list[Whole]


class Plot(NamedTuple):
    """A sentence made ready for the parser: its pieces, what is planted for each, the names in it,
    and how many of its first tokens are a date that heads it."""

    pieces: list[Piece]
    seeds: list[Planted]
    names: list[Whole]
    stamp: int


def plant(
    sentences: Sequence[Sentence], expressions: Sequence[TimeExpression], words: Cues
) -> list[Tree]:
    """The trees of sentences, `expressions` being the times of the document, in order.

    A date or a time of the clock that heads an entry of a list or a log is no part of the sentence.
    """
    return grow(sentences, prepare(sentences, expressions, words))


def grow(sentences: Sequence[Sentence], plots: Sequence[Plot]) -> list[Tree]:
    """The trees of sentences that are made ready."""
    seeds = [seed for plot in plots for seed in plot.seeds]
    trees = iter(
        find_trees([Sentence(s.tokens[0].start, s.tokens[-1].end, s.tokens) for s in seeds])
    )
    return [
        line_up(
            hang_wholes(_join(sentence, plot, trees), plot.names),
            sentence.tokens,
            plot.names,
        )
        for sentence, plot in zip(sentences, plots, strict=True)
    ]


def prepare(
    sentences: Sequence[Sentence], expressions: Sequence[TimeExpression], words: Cues
) -> list[Plot]:
    """What the parser is given for each sentence, `expressions` being the document's times."""
    starts = [expression.start for expression in expressions]
    plots = []
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        plots.append(_prepare(sentence, expressions[first:last], words))
    return plots


def _prepare(sentence: Sentence, times: Sequence[TimeExpression], words: Cues) -> Plot:
    stamp = _after_stamp(sentence, times)
    phrases = _phrases(sentence, times, words, stamp)
    rest = sentence.tokens[stamp:]
    timed = _timed(rest, times)
    pieces = take_apart(rest, timed, words.verbs.saying, words.nouns.regions)
    wholes = find_wholes(rest, timed, words)
    if stamp:
        pieces = [piece.among(range(stamp, len(sentence.tokens))) for piece in pieces]
        wholes = [whole.moved(stamp) for whole in wholes]
    joined = [whole for whole in wholes if not whole.named]
    seeds = [_seed(sentence, piece.places, phrases, joined, words) for piece in pieces]
    return Plot(pieces, seeds, [whole for whole in wholes if whole.named], stamp)


def _timed(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> list[bool]:
    """Which tokens belong to a time, be it of one word or of none that has a place."""
    starts, found = [token.start for token in tokens], [False] * len(tokens)
    for time in times:
        for k in range(bisect_left(starts, time.start), bisect_left(starts, time.end)):
            found[k] = True
    return found


def _phrases(
    sentence: Sentence, times: Sequence[TimeExpression], words: Cues, at: int
) -> list[Whole]:
    """The tokens from `at` on of each time of several words that has a place on the calendar."""
    tokens, found = sentence.tokens, list[Whole]()
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
            inside = tuple(_INSIDE.get(token.tag, "compound") for token in tokens[first:last])
            heads = (last - 1,) * len(inside)
            found.append(Whole(range(first, last), last - 1, heads, inside, named=False))
            at = last
    return found


def _seed(
    sentence: Sentence,
    wanted: Sequence[int],
    times: Sequence[Whole],
    wholes: Sequence[Whole],
    words: Cues,
) -> Planted:
    """Some of a sentence's tokens, one word in the place of each time or whole among them."""
    tokens, among = sentence.tokens, set(wanted)
    opening = {w.places[0]: w for w in (*wholes, *times) if among.issuperset(w.places)}
    found, places, joined = list[Token](), list[int](), list[Whole]()
    done = -1
    for place in wanted:
        if place <= done:
            continue
        several = opening.get(place)
        if several is None:
            found.append(_curled(tokens, place))
            places.append(place)
            continue
        told = _standing(tokens, several.places, words) if several in times else None
        found.append(told or tokens[several.head])
        places.append(several.head)
        joined.append(several)
        done = several.places[-1]
    return Planted(tuple(found), places, joined)


def _curled(tokens: Sequence[Token], place: int) -> Token:
    """A token, a straight quotation mark being one that opens or closes, as its blanks tell, and a
    hyphen between blanks a dash."""
    token = tokens[place]
    if token.text not in ('"', _HYPHEN):
        return token
    after = tokens[place + 1].start if place + 1 < len(tokens) else -1
    glued = place > 0 and tokens[place - 1].end == token.start
    if token.text == _HYPHEN:
        parts = not glued and place > 0 and after > token.end
        return token._replace(text=_DASH, tag="PUNCT", xpos=":") if parts else token
    opens = after == token.end and not glued
    return token._replace(text="“" if opens else "”", xpos="``" if opens else "''")


def _standing(tokens: Sequence[Token], places: Sequence[int], words: Cues) -> Token:
    """The plain word in the place of a time."""
    first, last = places[0], places[-1]
    before = tokens[first - 1] if first else None
    led = before is not None and before.tag in ("ADP", "SCONJ")
    alone = not led or tokens[first].tag in ("ADP", "SCONJ")
    word = words.standing.alone if alone else words.standing.after
    tag = ("NOUN", "NN") if alone else ("PROPN", "NNP")
    return Token(tokens[first].start, tokens[last].end, word, *tag, word)


def _join(sentence: Sentence, plot: Plot, trees: Iterator[Tree]) -> Tree:
    """The tree of all words of a sentence from the next of `trees`, one for each of its pieces.

    The words of a time hang on its last, those of a date that heads the sentence on the main verb.
    """
    stamp = plot.stamp
    tokens = sentence.tokens
    heads, relations = [stamp] * len(tokens), ["dep"] * len(tokens)
    above = -1
    for piece, seed in zip(plot.pieces, plot.seeds, strict=True):
        tree = next(trees)
        top = -1
        for whole in seed.wholes:
            for k, inner, name in zip(whole.places, whole.heads, whole.relations, strict=True):
                heads[k], relations[k] = inner, name
        for place, head, relation in zip(seed.places, tree.heads, tree.relations, strict=True):
            heads[place], relations[place] = seed.places[head] if head >= 0 else -1, relation
            if head < 0:
                top = place
        for mark in piece.marks:
            heads[mark], relations[mark] = top, "punct"
        if piece.onto >= 0:
            heads[top], relations[top] = _noun(tokens, heads, relations, piece.onto), piece.relation
        else:
            if above >= 0:
                heads[top], relations[top] = above, piece.relation
            if piece.relation != "advcl":
                above = top
    root = next((place for place in range(stamp, len(tokens)) if heads[place] < 0), stamp)
    for place in range(stamp):
        marks = tokens[place].tag in ("PUNCT", "SYM")
        heads[place], relations[place] = root, "punct" if marks else "obl"
    return Tree(tuple(heads), tuple(relations))


def _noun(
    tokens: Sequence[Token], heads: Sequence[int], relations: Sequence[str], word: int
) -> int:
    """The noun that an aside after a word is about: the whole phrase's."""
    while plain(relations[word]) in _WITHIN and heads[word] >= 0:
        if tokens[word].tag in NOMINAL and tokens[heads[word]].tag not in NOMINAL:
            break
        word = heads[word]
    return word


def _after_stamp(sentence: Sentence, times: Sequence[TimeExpression]) -> int:
    """How many tokens of a date or a clock time stand before a sentence's first word."""
    tokens = sentence.tokens
    if times and times[0].span is not None and times[0].start == times[0].timexes[0].start:
        starts = [token.start for token in tokens]
        first, last = bisect_left(starts, times[0].start), bisect_left(starts, times[0].end) - 1
        behind = after_marks(tokens, last) if are_marks(tokens[:first]) else -1
        if 0 < behind < len(tokens) and tokens[behind].start > tokens[behind - 1].end:
            return behind
    if len(tokens) < 3 or not _CLOCK.fullmatch(tokens[0].text):
        return 0
    return 1 if tokens[1].text[:1].isupper() else 0
