"""A sentence as it is looked at to put an event in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.events.coreference.entities import Entity
from timeline.events.coreference.people import Discourse
from timeline.events.layout.scenes import Scene
from timeline.events.trees.syntax import LazyTrees, Syntax

#: What parts an aside from what it is put into, with the brackets that open one.
DASHES = frozenset({"–", "—", "--", "-", "(", "["})
#: What is said beside a clause and not in it.
ASIDE = frozenset(
    {"punct", "parataxis", "discourse", "vocative", "dislocated", "list", "reparandum", "orphan"}
)
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: A name has so many words at most.
NAME = 4
#: How much is left out, step by step, until the words are few enough.
FULL, LEAN, SHORT, SHORTER, SHORTEST = 0, 1, 2, 3, 4


@dataclass(frozen=True)
class View:
    """A sentence as it is looked at to put an event in words.

    `kept` are the places of the words of times that stay in them; where it is `plain` when the
    event was, a pluperfect is told in the simple past.
    """

    scene: Scene
    trees: LazyTrees
    number: int
    discourse: Discourse
    kept: frozenset[int] = frozenset()
    plain: bool = False

    @cached_property
    def leaving(self) -> Sequence[bool]:
        """For each word whether it is of a time with a place on the calendar that is left out."""
        dating = self.scene.dating
        if not self.kept:
            return dating
        return [timed and k not in self.kept for k, timed in enumerate(dating)]

    @cached_property
    def syntax(self) -> Syntax:
        """The tree of the sentence."""
        return self.trees[self.number]

    def meant(self, word: int) -> Entity | None:
        """Whom a pronoun means, where that is safe."""
        return self.discourse.resolve(self.number, word)

    @cached_property
    def hiding(self) -> frozenset[int]:
        """The words of times that are left out: none in "spent the winter there"."""
        leaving = [k for k, left in enumerate(self.leaving) if left]
        return frozenset(k for k in leaving if self._hides(k))

    def hidden(self, word: int) -> bool:
        """Whether a word is of a time that is left out."""
        return word in self.hiding

    def _hides(self, word: int) -> bool:
        dating, syntax = self.leaving, self.syntax
        if syntax.relations[word] == "case" and self._opens_noun(word):
            return False
        while syntax.heads[word] >= 0 and dating[syntax.heads[word]]:
            word = syntax.heads[word]
        above = syntax.heads[word]
        if above >= 0 and syntax.tokens[above].text.lower() in self.scene.words.small.portions:
            word, above = above, syntax.heads[above]
        near = above >= 0 and syntax.first_of(word) == above + 1
        taken = above >= 0 and (syntax.relations[word] == "obj" or near)
        return not (taken and syntax.tokens[above].lemma in self.scene.words.verbs.spending)

    def _opens_noun(self, word: int) -> bool:
        """Whether a preposition is that of a noun after a time: "in Sunday's election"."""
        after, tokens = word + 1, self.syntax.tokens
        while after < len(tokens) and self.leaving[after]:
            after += 1
        if after == len(tokens):
            return False
        chunk = self.scene.chunk_of[after]
        noun = after if chunk is None else chunk.head
        return tokens[after].xpos == "POS" or self.syntax.heads[word] == noun

    def dated(self, word: int) -> bool:
        """Whether a time that has a place on the calendar stands in a phrase."""
        return any(self.scene.dating[k] for k in self.syntax.phrase(word))
