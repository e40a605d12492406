"""Treebank sentences as the parser meets them in a text: in pieces, a word for each time.

`timeline.events.trees.planting` takes a sentence apart where that makes it easier to read, and puts
one plain word in the place of a time, an amount or words joined by hyphens. The parser has to learn
from such sentences, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.train.treebanks import Tree
from timeline import TimeExpression, find
from timeline.events.cues import cues
from timeline.events.trees.planting import Planted, prepare
from timeline.sentences import Sentence, Token
from timeline.sentences.features import Reading
from timeline.sentences.trees import find_circle

#: Any day will do: what matters is where the times are.
PUBLISHED = "2010-06-15"
#: Sentences whose times are read together.
TOGETHER = 500


@dataclass(frozen=True)
class Seed:
    """A piece of a sentence: the place of each of its words, -1 for what stands for a time, the
    words so standing, and the heads (-1 is the root) and relations that they have in the tree."""

    places: list[int]
    standing: list[Reading]
    heads: list[int]
    relations: list[str]

    @classmethod
    def whole(cls, tree: Tree) -> Seed:
        """A sentence as it stands."""
        heads = [word.head - 1 for word in tree.words]
        return cls(list(range(len(heads))), [], heads, [word.relation for word in tree.words])

    def read(self, words: Sequence[Reading]) -> list[Reading]:
        """Its words in one reading of the sentence's."""
        return [
            words[place] if place >= 0 else self.standing[k] for k, place in enumerate(self.places)
        ]


def plant_trees(trees: Sequence[Tree], readings: Sequence[Sequence[Reading]]) -> list[list[Seed]]:
    """The pieces of each sentence, its words being tagged; at least itself."""
    found: list[list[Seed]] = []
    for start in range(0, len(trees), TOGETHER):
        found += _plant(trees[start : start + TOGETHER], readings[start : start + TOGETHER])
    return found


def lay(trees: Sequence[Tree], readings: Sequence[Sequence[Reading]]) -> tuple[str, list[Sentence]]:
    """A text of some sentences, their words being tagged, and the sentences in it."""
    texts, sentences, at = list[str](), list[Sentence](), 0
    for tree, words in zip(trees, readings, strict=True):
        text, tokens = _lay(tree, words, at)
        texts.append(text)
        sentences.append(Sentence(at, at + len(text), tokens))
        at += len(text) + 2
    return "\n\n".join(texts), sentences


def _plant(trees: Sequence[Tree], readings: Sequence[Sequence[Reading]]) -> Iterator[list[Seed]]:
    text, sentences = lay(trees, readings)
    times: list[TimeExpression] = find(text, published=PUBLISHED)
    plots = prepare(sentences, times, cues("en"))
    for tree, sentence, plot in zip(trees, sentences, plots, strict=True):
        kept = [list(range(len(sentence.tokens)))] == [seed.places for seed in plot.seeds]
        made = [] if kept else [_hang(tree, seed) for seed in plot.seeds if seed.tokens]
        yield [seed for seed in made if seed is not None] or [Seed.whole(tree)]


def _lay(tree: Tree, words: Sequence[Reading], start: int) -> tuple[str, tuple[Token, ...]]:
    """The text of a sentence that starts somewhere, and its tokens."""
    text = tree.text
    places, at = list[int](), 0
    for word, *_ in words:
        at = text.find(word, at)
        if at < 0:
            break
        places.append(at)
        at += len(word)
    if len(places) < len(words):
        text = " ".join(word for word, *_ in words)
        places, at = [], 0
        for word, *_ in words:
            places.append(at)
            at += len(word) + 1
    tokens = [
        Token(start + at, start + at + len(word[0]), *word)
        for at, word in zip(places, words, strict=True)
    ]
    return text, tuple(tokens)


def _hang(tree: Tree, seed: Planted) -> Seed | None:
    """A piece with the tree's heads, none where it hangs on several words or hangs apart."""
    stands = {place: k for k, place in enumerate(seed.places)}
    groups = {place: whole.head for whole in seed.wholes for place in whole.places}
    heads, relations = list[int](), list[str]()
    for place in seed.places:
        whole = [k for k, head in groups.items() if head == place] or [place]
        tops = [k for k in whole if tree.words[k].head - 1 not in whole]
        if len(tops) != 1:
            return None
        above = tree.words[tops[0]].head - 1
        above = stands.get(groups.get(above, above), -1)
        heads.append(above)
        relations.append(tree.words[tops[0]].relation if above >= 0 else "root")
    if heads.count(-1) != 1 or find_circle(heads):
        return None
    standing = {whole.head for whole in seed.wholes}
    places = [
        -1 if place in standing or token.text != tree.words[place].text else place
        for place, token in zip(seed.places, seed.tokens, strict=True)
    ]
    return Seed(places, [token[2:] for token in seed.tokens], heads, relations)
