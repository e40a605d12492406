"""A predicate that is told: its verb, or what stands for one, and its subjects."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.cues import Cues
from timeline.events.trees.syntax import Syntax
from timeline.events.words.views import View


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate at `top` of a tree, with its `own` subject and the one it is told with, -1 for
    none."""

    view: View
    syntax: Syntax
    top: int
    own: int
    subject: int

    @classmethod
    def at(cls, view: View, top: int) -> Predicate:
        """The predicate of a sentence at a word."""
        syntax = view.syntax
        there = syntax.child(top, "expl")  # the "there" of "there was a fire"
        if there >= 0:
            return cls(view, syntax, top, there, there)
        own = syntax.child(top, "nsubj", "csubj")
        return cls(view, syntax, top, own, syntax.subject(top, view.scene.words))

    @property
    def words(self) -> Cues:
        """The word lists of its language."""
        return self.view.scene.words
