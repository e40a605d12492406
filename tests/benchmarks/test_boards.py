"""The arrays that the tree builder is trained on take the steps that reading takes in lists."""

from __future__ import annotations

import numpy as np

from benchmarks.train.boards import Board, lay, options, score
from timeline.sentences import analyze, build_trees
from timeline.sentences.transitions import load_builder

TEXT = (
    "Rebels seized the port. The mayor, who had fled in May, said that he would return. No. "
    "Nobody knew what the two brothers, Ann Hill and a boy of six had been told to bring, or why."
)


def test_boards_and_paths_build_the_same_trees() -> None:
    parser = load_builder()
    sentences = analyze(TEXT)
    batch = [[token[2:] for token in sentence.tokens] for sentence in sentences]
    board = Board(np.array([len(words) for words in batch]), len(parser.labels))
    ids, table = lay(parser, board, batch)
    moves, relations = np.array(parser.moves), np.array(parser.relations)
    while (allowed := board.allowed()).any():
        scores, _ = score(parser, board, ids, table)
        scores[~options(parser, board, allowed)] = -np.inf
        best = scores.argmax(axis=1)
        board.take(moves[best], relations[best], allowed.any(axis=1))
    for row, tree in enumerate(build_trees(sentences)):
        inner = slice(1, len(tree.heads) + 1)
        assert (board.heads[row, inner] - 1).tolist() == list(tree.heads)
        assert tuple(parser.labels[k] for k in board.relations[row, inner]) == tree.relations
