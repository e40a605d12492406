"""The tags of a text while rules settle them: the network's first choice, and its scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from timeline.sentences.embedding import Floats
from timeline.sentences.tagger import load_tags


class Draft:
    """The words of sentences, each with the number of the label it has so far.

    `best` holds these numbers for the words of all sentences in a row, and rules change it;
    `scores` are the network's, a row for each word and a column for each label.
    """

    def __init__(self, sentences: Sequence[Sequence[str]], scores: Floats) -> None:
        self.sentences, self.scores = sentences, scores
        self.best: npt.NDArray[np.intp] = scores.argmax(axis=1)

    @cached_property
    def words(self) -> list[str]:
        """The words of all sentences in a row."""
        return list(chain.from_iterable(self.sentences))

    @cached_property
    def ends(self) -> npt.NDArray[np.intp]:
        """Where each sentence ends in that row."""
        return np.cumsum([len(words) for words in self.sentences])

    @cached_property
    def starts(self) -> npt.NDArray[np.intp]:
        """Where each sentence starts in that row."""
        return np.concatenate(([0], self.ends[:-1]))

    def __iter__(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Each sentence behind the place where it starts."""
        return zip(self.starts.tolist(), self.sentences, strict=True)

    def homes(self, places: npt.NDArray[np.intp]) -> list[int]:
        """The number of the sentence that each of some places is in."""
        found: list[int] = np.searchsorted(self.ends, places, side="right").tolist()
        return found

    def tags(self, start: int, words: Sequence[str]) -> tuple[list[str], list[str]]:
        """The universal and the treebank tags of a sentence, as far as they are settled."""
        tags, xpos = load_tags()
        inner = self.best[start : start + len(words)].tolist()
        return [tags[k] for k in inner], [xpos[k] for k in inner]
