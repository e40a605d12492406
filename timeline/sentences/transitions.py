"""Dependency trees built step by step: slower than `parsing`, and surer of subjects and objects.

A greedy transition parser in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011,
"Dynamic programming algorithms for transition-based dependency parsers") with a one-layer network
over embeddings of a few words around stack and buffer (Chen and Manning 2014, "A fast and accurate
dependency parser using neural networks"). The sentences of a document take their steps together,
so that each step is a few operations on arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from timeline.sentences.features import Reading, describe_token
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import STRIP, Floats, multiply
from timeline.sentences.tokens import Sentence
from timeline.sentences.trees import Ints, Tree

PAD: Reading = ("", "", "", "")
ROOT: Reading = ("<root>", "X", "ROOT", "<root>")
#: Words that the network sees: three of the stack, three of the buffer, children of the first.
SLOTS = 13
#: Words whose children's relations it sees: the two topmost of the stack, the next of the buffer.
HOLDERS = 3
#: The farthest distance between stack and buffer that is told apart.
FAR = 8
SHIFT, LEFT, RIGHT = 0, 1, 2
#: Longer sentences are taken apart in pieces, so that no text makes parsing slow.
LONGEST = 120
#: Sentences that take their steps together.
TOGETHER = 128
KEPT = 20_000


class Board:
    """Sentences on their way to trees; column 0 is the root, the last column stands for no word.

    `left` and `right` hold the outermost child on each side and the one set before it, `held`
    which relations the children of a word have.
    """

    def __init__(self, lengths: Ints, labels: int) -> None:
        count, width = len(lengths), int(lengths.max()) + 2
        self.none = width - 1
        self.lengths = lengths
        self.every = np.arange(count)
        self.stack = np.zeros((count, width), np.intp)
        self.depth = np.ones(count, np.intp)
        self.front = np.ones(count, np.intp)
        self.heads = np.zeros((count, width), np.intp)
        self.relations = np.zeros((count, width), np.intp)
        self.left = np.full((2, count, width), self.none, np.intp)
        self.right = np.full((2, count, width), self.none, np.intp)
        self.held = np.zeros((count, width, labels), np.float32)

    def top(self, down: int) -> Ints:
        """The word `down` places under the top of each stack."""
        place = self.depth - 1 - down
        found = self.stack[self.every, np.maximum(place, 0)]
        return np.where(place >= 0, found, self.none)

    def ahead(self, on: int) -> Ints:
        """The word `on` places into each buffer."""
        place = self.front + on
        return np.where(place <= self.lengths, place, self.none)

    def seen(self) -> tuple[Ints, Floats, Ints]:
        """What the network sees: words, relations of children, distance."""
        every, none = self.every, self.none
        s0, s1, b0 = self.top(0), self.top(1), self.ahead(0)
        left, right = self.left, self.right
        words = np.stack(
            [
                s0, s1, self.top(2), b0, self.ahead(1), self.ahead(2),
                left[0, every, s0], right[0, every, s0], left[0, every, s1], right[0, every, s1],
                left[0, every, b0], left[1, every, s0], right[1, every, s0],
            ],
            axis=1,
        )  # fmt: skip
        held = np.concatenate([self.held[every, w] for w in (s0, s1, b0)], axis=1)
        apart = np.where(b0 == none, FAR, np.minimum(np.maximum(b0 - s0, 0), FAR))
        return words, held, apart

    def allowed(self) -> npt.NDArray[np.bool_]:
        """Which of shift, left and right each sentence may take; none when it is done."""
        waiting = self.front <= self.lengths
        filled = self.depth > 1
        # Only one word hangs on the root, and last of all.
        right = filled & ((self.depth > 2) | ~waiting)
        return np.stack([waiting, filled & waiting, right], axis=1)

    def take(self, move: Ints, label: Ints, going: npt.NDArray[np.bool_]) -> None:
        """One step of every sentence that is `going`."""
        shift = np.flatnonzero(going & (move == SHIFT))
        self.stack[shift, self.depth[shift]] = self.front[shift]
        self.depth[shift] += 1
        self.front[shift] += 1
        s0, s1 = self.top(0), self.top(1)
        for which, head, side in (
            (LEFT, self.front, self.left),
            (RIGHT, s1, self.right),
        ):
            rows = np.flatnonzero(going & (move == which))
            child, above = s0[rows], head[rows]
            self.heads[rows, child] = above
            self.relations[rows, child] = label[rows]
            side[1, rows, above] = side[0, rows, above]
            side[0, rows, above] = child
            self.held[rows, above, label[rows]] = 1
            self.depth[rows] -= 1


class Parser:
    """Trees for tagged sentences; `labels` are the relations, in the order of the weights."""

    def __init__(
        self,
        arrays: dict[str, npt.NDArray[np.generic]],
        describe: Callable[[Reading], Sequence[int]],
    ) -> None:
        self.labels: list[str] = [str(label) for label in arrays["labels"]]
        self._hashes = arrays["hashes"]
        self._rows: Floats = arrays["rows"].astype(np.float32) * arrays["scale"].astype(np.float32)
        size = self._rows.shape[1]
        first: Floats = arrays["first"].astype(np.float32)
        self._first = first.reshape(SLOTS, size, -1)
        self._bias: Floats = arrays["bias"].astype(np.float32)
        self._held: Floats = arrays["held"].astype(np.float32)
        self._apart: Floats = arrays["apart"].astype(np.float32)
        self._last: Floats = arrays["last"].astype(np.float32)
        self._last_bias: Floats = arrays["last_bias"].astype(np.float32)
        self._describe = describe
        self._place = lru_cache(maxsize=KEPT)(self._sum_rows)
        # The move that each column of the last layer belongs to, and its relation.
        count = len(self.labels)
        self._moves = np.array([SHIFT] + [LEFT] * count + [RIGHT] * count)
        self._relations = np.array([0, *range(count), *range(count)])
        named = np.array([label == "root" for label in self.labels])
        self._rooting = np.array([False, *named, *named])

    def options(self, board: Board, allowed: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Which columns of the last layer each sentence may follow: the root has its own name."""
        free: npt.NDArray[np.bool_] = allowed[:, self._moves]
        last = (board.top(1) == 0)[:, None]
        named = np.where(self._moves == RIGHT, self._rooting == last, ~self._rooting)
        return free & named

    def _sum_rows(self, key: Reading) -> Floats:
        """What a word adds to the first layer in each slot, in one row."""
        wanted = np.array(self._describe(key), dtype=np.uint32)
        places = np.searchsorted(self._hashes, wanted)
        places[places == len(self._hashes)] = 0
        known = places[self._hashes[places] == wanted]
        added: Floats = np.matmul(self._rows[known].sum(axis=0), self._first)
        return added.ravel()

    def parse(self, sentences: Sequence[Sequence[Reading]]) -> list[Tree]:
        """The tree of each sentence."""
        pieces = [
            (number, start, words[start : start + LONGEST])
            for number, words in enumerate(sentences)
            for start in range(0, len(words), LONGEST)
        ]
        pieces.sort(key=lambda piece: len(piece[2]))
        heads: list[list[int]] = [[-1] * len(words) for words in sentences]
        relations: list[list[str]] = [["root"] * len(words) for words in sentences]
        for first in range(0, len(pieces), TOGETHER):
            batch = pieces[first : first + TOGETHER]
            board = self._run([piece[2] for piece in batch])
            for row, (number, start, words) in enumerate(batch):
                stop = start + len(words)
                found = (board.heads[row, 1 : len(words) + 1] - 1).tolist()
                heads[number][start:stop] = [h + start if h >= 0 else -1 for h in found]
                relations[number][start:stop] = [
                    self.labels[k] for k in board.relations[row, 1 : len(words) + 1].tolist()
                ]
        return [Tree(tuple(h), tuple(r)) for h, r in zip(heads, relations, strict=True)]

    def _run(self, batch: Sequence[Sequence[Reading]]) -> Board:
        """The board of some sentences when all their steps are done."""
        filling: list[Sequence[Reading]] = [[PAD]] * (-len(batch) % STRIP)
        board = Board(np.array([len(words) for words in (*batch, *filling)]), len(self.labels))
        ids, table = self._lay(board, [*batch, *filling])
        for _ in self._steps(board, ids, table):
            pass
        return board

    def _lay(self, board: Board, batch: Sequence[Sequence[Reading]]) -> tuple[Ints, Floats]:
        """The number of the word type in each place of the board, and what each type adds."""
        numbers: dict[Reading, int] = {PAD: 0, ROOT: 1}
        ids = np.zeros((len(batch), board.none + 1), np.intp)
        ids[:, 0] = 1
        for row, words in enumerate(batch):
            ids[row, 1 : len(words) + 1] = [numbers.setdefault(w, len(numbers)) for w in words]
        table = np.array([self._place(key) for key in numbers]).reshape(len(numbers) * SLOTS, -1)
        return ids, table

    def _steps(self, board: Board, ids: Ints, table: Floats) -> Iterator[None]:
        """Takes all steps, one at a time."""
        rows = board.every[:, None]
        slots = np.arange(SLOTS)
        while True:
            allowed = board.allowed()
            going: npt.NDArray[np.bool_] = np.asarray(allowed.any(axis=1))
            if not going.any():
                return
            words, held, apart = board.seen()
            hidden = table[ids[rows, words] * SLOTS + slots].sum(axis=1)
            hidden += multiply(held, self._held)
            hidden += self._apart[apart]
            hidden += self._bias
            np.maximum(hidden, 0, out=hidden)
            scores = multiply(hidden, self._last)
            scores += self._last_bias
            scores[~self.options(board, allowed)] = -np.inf
            best = scores.argmax(axis=1)
            board.take(self._moves[best], self._relations[best], going)
            yield


@cache
def load_builder() -> Parser:
    """The parser, its weights read once."""
    lexicon = load_lexicon()
    path = files("timeline.sentences").joinpath("weights", "transitions.npz")
    with path.open("rb") as stream, np.load(stream) as arrays:
        kept = {key: arrays[key] for key in arrays.files}
    return Parser(kept, lambda reading: describe_token(reading, lexicon))


def build_trees(sentences: Sequence[Sentence]) -> list[Tree]:
    """The dependency tree of each sentence, for putting its events in words.

    >>> from timeline.sentences.analyzers import analyze
    >>> [tree] = build_trees(analyze("Rebels seized the port."))
    >>> tree.heads, tree.relations
    ((1, -1, 3, 1, 1), ('nsubj', 'root', 'det', 'obj', 'punct'))

    One call for a whole document is much faster than one for each sentence.
    """
    return load_builder().parse([[token[2:] for token in s.tokens] for s in sentences])
