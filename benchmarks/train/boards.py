"""The sentences of a lesson as arrays, all of which take a step of the tree builder at once.

What `timeline/sentences/transitions.py` keeps in lists for each sentence, for batches that are
large enough for arrays; `tests/benchmarks/test_boards.py` holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from timeline.sentences.embedding import Floats
from timeline.sentences.features import Reading
from timeline.sentences.transitions import FAR, LEFT, PAD, RIGHT, ROOT, SHIFT, SLOTS, Parser
from timeline.sentences.trees import Ints


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


def options(parser: Parser, board: Board, allowed: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which columns of the last layer each sentence may follow: the root has its own name."""
    moves = np.array(parser.moves)
    rooting = np.array([parser.labels[k] == "root" for k in parser.relations]) & (moves != SHIFT)
    free: npt.NDArray[np.bool_] = allowed[:, moves]
    last = (board.top(1) == 0)[:, None]
    named = np.where(moves == RIGHT, rooting == last, ~rooting)
    return free & named


def lay(parser: Parser, board: Board, batch: Sequence[Sequence[Reading]]) -> tuple[Ints, Floats]:
    """The number of the word type in each place of the board, and what each type adds."""
    numbers: dict[Reading, int] = {PAD: 0, ROOT: 1}
    ids = np.zeros((len(batch), board.none + 1), np.intp)
    ids[:, 0] = 1
    for row, words in enumerate(batch):
        ids[row, 1 : len(words) + 1] = [numbers.setdefault(w, len(numbers)) for w in words]
    table = parser.words.table(numbers)
    return ids, table


def score(parser: Parser, board: Board, ids: Ints, table: Floats) -> tuple[Floats, Ints]:
    """The scores of all moves for each sentence, and the word types that each looks at."""
    words, held, apart = board.seen()
    types = ids[board.every[:, None], words]
    hidden = table[types * SLOTS + np.arange(SLOTS)].sum(axis=1)
    hidden += held @ parser.held.reshape(-1, hidden.shape[1])
    hidden = np.maximum(hidden + parser.apart[apart], 0)
    scores: Floats = hidden @ parser.last + parser.last_bias
    return scores, types
