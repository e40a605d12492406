"""A tree that is being mended: what hangs on what, and how words are hung elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from timeline.events.layout.clauses import Clause
from timeline.sentences import FINITE, RELATIVE, Chunk, Token, Tree
from timeline.sentences.trees import find_circle, plain

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
#: Words that stand for somebody or something.
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM"})


class Heads(list[int]):
    """The word that each word hangs on, and what hangs on which."""

    __slots__ = ("_below", "changed")

    def __init__(self, heads: Iterable[int]) -> None:
        super().__init__(heads)
        self.changed = False
        self._below: dict[int, list[int]] | None = None

    def __setitem__(self, word: Any, head: Any) -> None:
        was = self[word]
        if self._below is not None and head != was:
            # New lists, since a mend may be going through those that were there.
            self._below[was] = [child for child in self._below[was] if child != word]
            self._below[head] = sorted([*self._below[head], word])
        super().__setitem__(word, head)
        self.changed = True

    def below(self, word: int) -> Sequence[int]:
        """The words that hang on a word, in order."""
        if self._below is None:
            self._below = defaultdict(list)
            for child, head in enumerate(self):
                self._below[head].append(child)
        return self._below.get(word, ())


class Relations(list[str]):
    """How each word hangs on another; `plain` is without what is added after a colon, `met` holds
    all that have been among these."""

    __slots__ = ("changed", "met", "plain")

    def __init__(self, relations: Iterable[str]) -> None:
        super().__init__(relations)
        self.changed = False
        self.plain = list(map(plain, self))
        self.met = set(self.plain)

    def __setitem__(self, word: Any, relation: Any) -> None:
        super().__setitem__(word, relation)
        self.changed = True
        self.plain[word] = plain(relation)
        self.met.add(self.plain[word])


class Branches:
    """A sentence's words with their heads and relations, as long as these may change.

    `chunk_of` and `timed` tell of each token its noun chunk and whether it belongs to a time,
    `clauses` are those that were found in the sentence, `informing` the verbs that name whom they
    tell something.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        tree: Tree,
        chunk_of: Sequence[Chunk | None],
        clauses: Sequence[Clause] = (),
        timed: Sequence[bool] = (),
        informing: frozenset[str] = frozenset(),
    ) -> None:
        self.tokens = tokens
        self.chunk_of, self.clauses, self.timed = chunk_of, clauses, timed
        self.informing = informing
        self.heads = Heads(tree.heads)
        self.relations = Relations(tree.relations)
        self._sound = list(self.heads), list(self.relations)
        self._tagged: dict[str, list[int]] = defaultdict(list)
        for word, token in enumerate(tokens):
            self._tagged[token.tag].append(word)
            if token.xpos != token.tag:
                self._tagged[token.xpos].append(word)

    def words(self, *tags: str, start: int = 0, beyond: int = 0) -> list[int]:
        """The words with one of some universal or treebank tags, in order.

        None is before `start`, and `beyond` is how many words at least come after each.
        """
        stop = len(self.tokens) - beyond
        found = [k for tag in tags for k in self._tagged.get(tag, ()) if start <= k < stop]
        return sorted(found) if len(tags) > 1 else found

    def hung(self, *relations: str, start: int = 0, beyond: int = 0) -> Iterator[int]:
        """The words from `start` on that hang by one of some relations when their turn comes."""
        if self.relations.met.isdisjoint(relations):
            return
        hanging = self.relations.plain
        for word in range(start, len(hanging) - beyond):
            if hanging[word] in relations:
                yield word

    def is_below(self, word: int, other: int) -> bool:
        """Whether a word is another one or hangs on it, however far down."""
        for _ in self.heads:
            if word < 0 or word == other:
                break
            word = self.heads[word]
        return word == other

    def is_tree(self) -> bool:
        """Whether all words hang together on one, and none in a circle."""
        return self.heads.count(-1) == 1 and not find_circle(self.heads)

    def attempt(self, repair: Callable[[Branches], None]) -> None:
        """Lets a mend change the tree, and takes back what leaves none."""
        repair(self)
        if not (self.heads.changed or self.relations.changed):
            return
        if not self.is_tree():
            self.heads, self.relations = Heads(self._sound[0]), Relations(self._sound[1])
        self._sound = list(self.heads), list(self.relations)
        self.heads.changed = self.relations.changed = False

    def hang(self, word: int, head: int, relation: str) -> bool:
        """Hangs a word on another, unless that would make a circle or leave no root."""
        if head < 0 or self.heads[word] < 0 or self.is_below(head, word):
            return False
        self.heads[word], self.relations[word] = head, relation
        return True

    def head_of(self, word: int) -> int:
        """The word of a noun phrase on which its other words hang."""
        chunk = self.chunk_of[word]
        if chunk is None:
            return word
        inside = [k for k in range(chunk.first, chunk.last + 1) if self.tokens[k].tag in NOMINAL]
        whole = range(chunk.first, chunk.last + 1)
        return next((k for k in inside if self.heads[k] not in whole), chunk.head)

    def relation(self, word: int) -> str:
        """How a word hangs on another, without what is added after a colon."""
        return self.relations.plain[word]

    def below(self, word: int) -> Sequence[int]:
        """The words that hang on a word."""
        return self.heads.below(word) if word >= 0 else ()

    def is_marked(self, word: int) -> bool:
        """Whether a conjunction opens a verb."""
        return any(self.relations[k] == "mark" for k in self.below(word))

    def is_finite(self, word: int) -> bool:
        """Whether a verb or its helpers have a tense."""
        helpers = [k for k in self.below(word) if self.relation(k) in ("aux", "cop")]
        return any(self.tokens[k].xpos in FINITE for k in (*helpers, word))

    def is_infinitive(self, word: int) -> bool:
        """Whether a "to" opens a verb."""
        return any(self.tokens[k].xpos == "TO" and k < word for k in self.below(word))

    def is_relative(self, verb: int) -> bool:
        """Whether a relative pronoun or a conjunction opens a verb's clause."""
        return any(
            self.tokens[k].xpos in RELATIVE or (self.relation(k) == "mark" and k < verb)
            for k in self.below(verb)
        )

    def topmost(self) -> int:
        """The word that hangs on no other."""
        return self.heads.index(-1)

    def noun_subject(self, verb: int) -> int:
        """The first noun that is the subject of a verb, or -1."""
        return next((k for k in self.below(verb) if self.relation(k) == "nsubj"), -1)

    def has_subject(self, verb: int) -> bool:
        """Whether a verb has a subject."""
        return any(self.relation(child) in SUBJECTS for child in self.below(verb))

    def is_phrase(self, word: int) -> bool:
        """Whether a word is a noun or what stands for one."""
        return word >= 0 and self.tokens[word].tag in NOMINAL
