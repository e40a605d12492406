"""Dependency trees built step by step: slower than `parsing`, and surer of subjects and objects.

A greedy transition parser in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011,
"Dynamic programming algorithms for transition-based dependency parsers") with a one-layer network
over embeddings of a few words around stack and buffer (Chen and Manning 2014, "A fast and accurate
dependency parser using neural networks"). The sentences of a document take their steps together,
so that a step costs a few operations on arrays; what changes with it is kept in plain lists, which
are quicker to change than arrays of a few dozen rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

import numpy as np

from timeline.sentences.embedding import KEPT, Arrays, Embedding, Floats, load_arrays
from timeline.sentences.features import Reading, describe_token
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import multiply, pad_strips
from timeline.sentences.tokens import Sentence
from timeline.sentences.trees import NO_TREE, Ints, Tree, read_in_pieces

PAD: Reading = ("", "", "", "")
ROOT: Reading = ("<root>", "X", "ROOT", "<root>")
#: Words that the network sees: three of the stack, three of the buffer, children of the first.
SLOTS = 13
#: Words whose children's relations it sees: the two topmost of the stack, the next of the buffer.
HOLDERS = 3
#: The farthest distance between stack and buffer that is told apart.
FAR = 8
SHIFT, LEFT, RIGHT = 0, 1, 2
# What lets a move be taken, to be added up: a word waits to be shifted, one waits for what is on
# the stack, one is deep enough in the stack, and that one is the last.
WAITING, FILLED, DEEP, LAST = 1, 2, 4, 8
#: Longer sentences are taken apart in pieces, so that no text makes parsing slow.
LONGEST = 120
#: Sentences that take their steps together.
TOGETHER = 128


class Table:
    """What each thing that is seen adds to the first layer, row by row, for some sentences.

    A word type has a row for each slot, a distance one, a set of children's relations one for
    each holder. Sets are added as they are met: there are few that a language makes use of.
    """

    def __init__(self, parser: Parser, types: Iterable[Reading]) -> None:
        self._children = parser.children
        width = parser.apart.shape[1]
        words = parser.words.table(types)
        none = np.zeros((HOLDERS, width), np.float32)
        self.rows: Floats = np.concatenate([words, parser.apart, none])
        self.apart = len(words)
        self.childless = len(words) + len(parser.apart)
        self._used = len(self.rows)
        self._sets: dict[int, frozenset[int]] = {self.childless: frozenset()}
        self._known: dict[frozenset[int], int] = {}
        self._joined: dict[tuple[int, int], int] = {}

    def join(self, held: int, relation: int) -> int:
        """The rows of a set of relations with one more; a set is told by its first row."""
        found = self._joined.get((held, relation))
        if found is None:
            wanted = self._sets[held] | {relation}
            found = self._known.get(wanted)
            if found is None:
                found = self._known[wanted] = self._add(wanted)
            self._joined[held, relation] = found
        return found

    def _add(self, wanted: frozenset[int]) -> int:
        first = self._used
        if first + HOLDERS > len(self.rows):
            self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
        self.rows[first : first + HOLDERS] = self._children(wanted)
        self._used += HOLDERS
        self._sets[first] = wanted
        return first


class Path:
    """A sentence on its way to its tree; place 0 is the root, the last place stands for no word.

    `left` and `right` hold the outermost child on each side and the one set before it, `held` the
    set of relations that the children of a word have, as the table numbers it. Under the root, the
    stack has no word twice, so that three can always be looked at.
    """

    __slots__ = (
        "far_left", "far_right", "front", "heads", "held", "left", "none", "relations", "right",
        "stack", "words",
    )  # fmt: skip

    def __init__(self, types: Sequence[int], table: Table) -> None:
        size = len(types) + 2
        self.words = [1 * SLOTS, *[number * SLOTS for number in types], 0, 0, 0]
        self.none = none = size - 1
        self.stack, self.front = [none, none, 0], 1
        self.left, self.far_left = [none] * size, [none] * size
        self.right, self.far_right = [none] * size, [none] * size
        self.held = [table.childless] * size
        self.heads, self.relations = [0] * size, [0] * size

    def seen(self, apart: int) -> tuple[int, ...]:
        """The rows of the table for what the network sees, then which moves are free.

        `apart` is the row of no distance; the moves are a sum of WAITING, FILLED, DEEP and LAST.
        """
        words, left, right, held = self.words, self.left, self.right, self.held
        b0, none, depth = self.front, self.none, len(self.stack)
        s2, s1, s0 = self.stack[-3:]
        if b0 == none:
            # Only one word hangs on the root, and last of all.
            free, far = DEEP + LAST if depth == 4 else DEEP, FAR
        else:
            free = WAITING if depth == 3 else WAITING + FILLED + (LAST if depth == 4 else DEEP)
            far = b0 - s0 if b0 - s0 < FAR else FAR
        return (
            words[s0], words[s1] + 1, words[s2] + 2,
            words[b0] + 3, words[b0 + 1] + 4, words[b0 + 2] + 5,
            words[left[s0]] + 6, words[right[s0]] + 7, words[left[s1]] + 8, words[right[s1]] + 9,
            words[left[b0]] + 10, words[self.far_left[s0]] + 11, words[self.far_right[s0]] + 12,
            apart + far, held[s0], held[s1] + 1, held[b0] + 2, free,
        )  # fmt: skip

    def take(self, move: int, relation: int, table: Table) -> None:
        """One step."""
        if move == SHIFT:
            self.stack.append(self.front)
            self.front += 1
            return
        child = self.stack.pop()
        if move == LEFT:
            above, near, far = self.front, self.left, self.far_left
        else:
            above, near, far = self.stack[-1], self.right, self.far_right
        self.heads[child], self.relations[child] = above, relation
        far[above], near[above] = near[above], child
        self.held[above] = table.join(self.held[above], relation)

    @property
    def done(self) -> bool:
        """Whether every word hangs on another."""
        return len(self.stack) == 3 and self.front == self.none


class Parser:
    """Trees for tagged sentences; `labels` are the relations, in the order of the weights."""

    def __init__(self, arrays: Arrays, describe: Callable[[Reading], Sequence[int]]) -> None:
        self.labels: list[str] = [str(label) for label in arrays["labels"]]
        self.words = Embedding(arrays, describe)
        width = self.words.width
        self.held: Floats = arrays["held"].astype(np.float32).reshape(HOLDERS, -1, width)
        self.apart: Floats = arrays["apart"].astype(np.float32) + arrays["bias"].astype(np.float32)
        self.last: Floats = arrays["last"].astype(np.float32)
        self.last_bias: Floats = arrays["last_bias"].astype(np.float32)
        self.children = lru_cache(maxsize=KEPT)(self._sum_children)
        # The move that each column of the last layer belongs to, and its relation.
        count = len(self.labels)
        self.moves = [SHIFT] + [LEFT] * count + [RIGHT] * count
        self.relations = [0, *range(count), *range(count)]
        self._barred = self._bar()

    def _bar(self) -> Floats:
        """What is added to the scores where some moves are free, by the sum that tells which."""
        moves = np.array(self.moves)
        rooting = np.array([self.labels[k] == "root" for k in self.relations]) & (moves != SHIFT)
        found = np.full((2 * LAST, len(moves)), -np.inf, np.float32)
        for free in range(2 * LAST):
            may = [free & WAITING, free & FILLED, free & DEEP]
            # The root has its own name.
            named = np.where((moves == RIGHT) & bool(free & LAST), rooting, ~rooting)
            found[free, np.array(may, bool)[moves] & named] = 0
        return found

    def _sum_children(self, relations: frozenset[int]) -> Floats:
        """What a set of children's relations adds to the first layer for each holder."""
        added: Floats = self.held[:, sorted(relations)].sum(axis=1)
        return added

    def parse(self, sentences: Sequence[Sequence[Reading]]) -> list[Tree]:
        """The tree of each sentence; those of like length take their steps together."""
        trees = [NO_TREE] * len(sentences)
        order = sorted(
            (n for n, words in enumerate(sentences) if words), key=lambda n: len(sentences[n])
        )
        for first in range(0, len(order), TOGETHER):
            batch = order[first : first + TOGETHER]
            paths = self._run([sentences[number] for number in batch])
            for number, path in zip(batch, paths, strict=True):
                names = [self.labels[k] for k in path.relations[1:-1]]
                trees[number] = Tree(tuple(h - 1 for h in path.heads[1:-1]), tuple(names))
        return trees

    def _run(self, batch: Sequence[Sequence[Reading]]) -> list[Path]:
        """The paths of some sentences when all their steps are done."""
        numbers: dict[Reading, int] = {PAD: 0, ROOT: 1}
        types = [[numbers.setdefault(word, len(numbers)) for word in words] for words in batch]
        table = Table(self, numbers)
        paths = [Path(row, table) for row in types]
        going = [path for path in paths if not path.done]
        while going:
            seen = np.array([path.seen(table.apart) for path in going])
            best = self._score(table.rows, seen[:, :-1], seen[:, -1]).argmax(axis=1)
            for path, column in zip(going, best.tolist(), strict=True):
                path.take(self.moves[column], self.relations[column], table)
            going = [path for path in going if not path.done]
        return paths

    def _score(self, table: Floats, seen: Ints, free: Ints) -> Floats:
        """The scores of all moves for each sentence."""
        count = len(seen)
        hidden = np.zeros((pad_strips(count), table.shape[1]), np.float32)
        table.take(seen, axis=0).sum(axis=1, out=hidden[:count])
        np.maximum(hidden, 0, out=hidden)
        scores = multiply(hidden, self.last)[:count]
        scores += self.last_bias
        scores += self._barred[free]
        return scores


@cache
def load_builder() -> Parser:
    """The parser, its weights read once."""
    lexicon = load_lexicon()
    return Parser(load_arrays("transitions.npz"), lambda reading: describe_token(reading, lexicon))


def build_trees(sentences: Sequence[Sentence]) -> list[Tree]:
    """The dependency tree of each sentence, for putting its events in words.

    >>> from timeline.sentences.analyzers import analyze
    >>> [tree] = build_trees(analyze("Rebels seized the port."))
    >>> tree.heads, tree.relations
    ((1, -1, 3, 1, 1), ('nsubj', 'root', 'det', 'obj', 'punct'))

    One call for a whole document is much faster than one for each sentence.
    """
    return read_in_pieces(load_builder().parse, sentences, LONGEST)
