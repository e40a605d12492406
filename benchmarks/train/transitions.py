"""Trains the builder of dependency trees: `timeline/sentences/weights/transitions.npz`.

    python benchmarks/train/transitions.py --corpora DIR

DIR holds UD English EWT (`ud_ewt_{train,dev,test}.conllu.gz`, CC BY-SA 4.0) and the openly licensed
genres of GUM (`gum_open.conllu.gz`, CC BY 4.0). Twelve documents of GUM are held out. Words are
tagged by our own tagger. The parser learns from its own mistakes: it takes the steps that it thinks
best, and is shown at each which steps keep most of the right arcs within reach (a dynamic oracle:
Goldberg and Nivre 2013, "Training deterministic parsers with non-deterministic oracles").
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from boards import Board, lay, options, score
from fit import Descent, Floats, save
from scipy.sparse import csr_matrix
from treebanks import Tree, is_held_out, read_trees

from timeline.sentences.features import Reading, describe_token
from timeline.sentences.lemmas import find_lemma
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.tagging import load_tagger, load_tags, tag
from timeline.sentences.transitions import (
    FAR,
    HOLDERS,
    LEFT,
    PAD,
    RIGHT,
    ROOT,
    SHIFT,
    SLOTS,
    Parser,
)

NEVER = 1_000
#: How much surer the tagger is of what it has learnt from than of other texts.
FLATNESS = 1.5


@dataclass
class Settings:
    """Sizes and speeds of training."""

    size: int = 56
    hidden: int = 160
    epochs: int = 10
    batch: int = 1_500
    rate: float = 2e-3
    dropout: float = 0.3
    #: How often a word loses its form and lemma in training, so that unknown ones are met.
    forget: float = 0.08
    #: Relations and features seen less often are not told apart.
    rare: int = 40
    least: int = 9
    seed: int = 7


@dataclass
class Lesson:
    """A sentence to learn from; the root is word 0, and heads count from there."""

    keys: list[Reading]
    heads: list[int]
    labels: list[int]


def readings(
    trees: Sequence[Tree], random: np.random.Generator | None = None
) -> list[list[Reading]]:
    """The words of trees as our own tagger reads them; with `random`, as it might misread them.

    The tagger has learnt from the same trees and errs less there than elsewhere, so its scores are
    flattened and a tag is drawn by them: about one in twenty is then another than the best.
    """
    words = [[w.text for w in tree.words] for tree in trees]
    tags, xpos = tag(words)
    if random is not None:
        names, treebank = load_tags()
        scores = load_tagger().score(words, "")
        drawn = (scores / FLATNESS + random.gumbel(size=scores.shape)).argmax(axis=1).tolist()
        tags, xpos = [names[k] for k in drawn], [treebank[k] for k in drawn]
    flat = [w for inner in words for w in inner]
    found = [(w, t, x, find_lemma(w, t, x)) for w, t, x in zip(flat, tags, xpos, strict=True)]
    ends = np.cumsum([len(inner) for inner in words]).tolist()
    return [found[end - len(inner) : end] for inner, end in zip(words, ends, strict=True)]


class Fitter(Descent):
    """A parser being fitted: weights, their moments and their running mean."""

    def __init__(self, features: int, labels: int, settings: Settings) -> None:
        super().__init__(settings.seed)
        s = self.settings = settings
        h = s.hidden
        weights: dict[str, Floats] = {
            "rows": self.draw(features, s.size, 0.1),
            "first": self.draw(SLOTS * s.size, h, (2 / (SLOTS * s.size)) ** 0.5),
            "bias": np.zeros(h, np.float32),
            "held": self.draw(HOLDERS * labels, h, 0.1),
            "apart": self.draw(FAR + 1, h, 0.1),
            "last": self.draw(h, 1 + 2 * labels, (1 / h) ** 0.5),
            "last_bias": np.zeros(1 + 2 * labels, np.float32),
        }
        self.begin(weights)

    def step(
        self,
        types: csr_matrix,
        ids: npt.NDArray[np.intp],
        held: Floats,
        apart: npt.NDArray[np.intp],
        right: npt.NDArray[np.bool_],
        allowed: npt.NDArray[np.bool_],
        rate: float,
    ) -> float:
        """One step down the gradient; `right` marks the best transitions of each row."""
        w, count = self.weights, len(ids)
        words = (types @ w["rows"])[ids].reshape(count, -1)
        keep = np.float32(1 - self.settings.dropout)
        mask0 = (self.random.random(words.shape, dtype=np.float32) < 0.9) / np.float32(0.9)
        words = words * mask0
        z = words @ w["first"] + held @ w["held"] + w["apart"][apart] + w["bias"]
        mask = (self.random.random(z.shape, dtype=np.float32) < keep) / keep
        h = np.maximum(z, 0) * mask
        scores = h @ w["last"] + w["last_bias"]
        scores[~allowed] = -1e9
        scores -= scores.max(axis=1, keepdims=True)
        p = np.exp(scores)
        p /= p.sum(axis=1, keepdims=True)
        good = p * right
        whole = good.sum(axis=1, keepdims=True) + 1e-9
        d = ((p - good / whole) / count).astype(np.float32)
        g: dict[str, Floats] = {"last": h.T @ d, "last_bias": d.sum(axis=0)}
        dz = (d @ w["last"].T) * mask * (z > 0)
        g["first"], g["bias"], g["held"] = words.T @ dz, dz.sum(axis=0), held.T @ dz
        ones = np.ones(count, np.float32)
        g["apart"] = csr_matrix((ones, (apart, np.arange(count))), (FAR + 1, count)) @ dz
        back = ((dz @ w["first"].T) * mask0).reshape(count * SLOTS, -1)
        flat = ids.ravel()
        places = csr_matrix(
            (np.ones(len(flat), np.float32), (flat, np.arange(len(flat)))),
            (types.shape[0], len(flat)),
        )
        g["rows"] = types.T @ (places @ back)
        self.update(g, rate)
        return float(-np.log(whole).mean())


def costs(board: Board, gold: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """How many right arcs each of shift, left and right would put out of reach."""
    every, columns = board.every, np.arange(gold.shape[1])
    s0, s1, b0 = board.top(0), board.top(1), board.front
    real = columns <= board.lengths[:, None]
    inside = np.zeros(gold.shape, bool)
    deep = np.arange(board.stack.shape[1]) < board.depth[:, None]
    rows, places = np.nonzero(deep)
    inside[rows, board.stack[rows, places]] = True
    buffer = real & (columns >= b0[:, None])
    head_b, head_s = gold[every, np.minimum(b0, board.none)], gold[every, s0]
    shift = (inside[every, head_b] & (head_b != s0)).astype(np.intp)
    shift += (inside & real & (gold == b0[:, None])).sum(axis=1)
    lost = (buffer & (gold == s0[:, None])).sum(axis=1)
    left = (head_s == s1).astype(np.intp) + (head_s > b0) + lost
    right = (head_s >= b0).astype(np.intp) + lost
    found = np.stack([shift, left, right], axis=1)
    found[~board.allowed()] = NEVER
    return found


class Course:
    """Runs the parser over lessons, noting what it saw and what would have been best."""

    def __init__(self, parser: Parser, random: np.random.Generator) -> None:
        self.parser, self.random = parser, random

    def run(self, lessons: Sequence[Lesson], follow: float) -> tuple[Any, ...]:
        count = len(self.parser.labels)
        board = Board(np.array([len(x.keys) for x in lessons]), count)
        width = board.none + 1
        gold = np.full((len(lessons), width), -1, np.intp)
        names = np.zeros((len(lessons), width), np.intp)
        for row, x in enumerate(lessons):
            gold[row, 1 : len(x.heads) + 1] = x.heads
            names[row, 1 : len(x.heads) + 1] = x.labels
        ids, table = lay(self.parser, board, [x.keys for x in lessons])
        seen: list[tuple[Any, ...]] = []
        p = self.parser
        moves, relations = np.array(p.moves), np.array(p.relations)
        while True:
            allowed = board.allowed()
            going = allowed.any(axis=1)
            if not going.any():
                break
            scores, types = score(p, board, ids, table)
            _, held, apart = board.seen()
            can = options(p, board, allowed)
            scores[~can] = -np.inf
            cost = costs(board, gold)
            best = cost == cost.min(axis=1, keepdims=True)
            s0 = np.minimum(board.top(0), board.none)
            name = names[board.every, s0]
            right = np.zeros(scores.shape, bool)
            right[:, 0] = best[:, SHIFT]
            right[board.every, 1 + name] = best[:, LEFT]
            right[board.every, 1 + count + name] = best[:, RIGHT]
            right &= can
            # Where the right name is that of the root and the head another, any name will do.
            nameless = ~right.any(axis=1)
            right[nameless] = (can & best[:, p.moves])[nameless]
            seen.append((types[going], held[going], apart[going], right[going], can[going]))
            told = np.where(right, scores, -np.inf).argmax(axis=1)
            own = scores.argmax(axis=1)
            chosen = np.where(self.random.random(len(lessons)) < follow, own, told)
            move, label = moves[chosen], relations[chosen]
            board.take(move, label, going)
        return tuple(np.concatenate(part) for part in zip(*seen, strict=True)), ids


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument(
        "--out", type=Path, default=Path("timeline/sentences/weights/transitions.npz")
    )
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--size", type=int, default=Settings.size)
    parser.add_argument("--hidden", type=int, default=Settings.hidden)
    given = parser.parse_args()
    settings = Settings(epochs=given.epochs, size=given.size, hidden=given.hidden)
    ewt = {
        part: list(read_trees(given.corpora / f"ud_ewt_{part}.conllu.gz"))
        for part in ("train", "dev", "test")
    }
    gum = list(read_trees(given.corpora / "gum_open.conllu.gz"))
    held = [tree for tree in gum if is_held_out(tree.document)]
    learnt = ewt["train"] + [tree for tree in gum if not is_held_out(tree.document)]
    learnt = [tree for tree in learnt if 2 < len(tree.words) <= 80]
    counts = Counter(w.relation for tree in learnt for w in tree.words)
    labels = [*sorted(name for name, n in counts.items() if n >= settings.rare), "dep"]
    watched = {"dev": ewt["dev"], "gum": held}
    arrays = train(learnt, labels, settings, watched, given.out)
    print("test", measure(Parser(arrays, describe), ewt["test"]))


def describe(reading: Reading) -> list[int]:
    """The features of a word."""
    return describe_token(reading, load_lexicon())


def train(
    trees: Sequence[Tree],
    labels: list[str],
    settings: Settings,
    watched: dict[str, list[Tree]],
    out: Path,
) -> dict[str, npt.NDArray[np.generic]]:
    """Fits a parser and gives its arrays, as `Parser` takes them; writes them every round."""
    number = {name: k for k, name in enumerate(labels)}
    random = np.random.default_rng(settings.seed)
    courses = [
        [
            Lesson(
                keys,
                [w.head for w in tree.words],
                [number.get(w.relation, number["dep"]) for w in tree.words],
            )
            for keys, tree in zip(readings(trees, drawn), trees, strict=True)
        ]
        for drawn in (None, random, random)
    ]
    lessons = [lesson for course in courses for lesson in course]
    seen = Counter(key for lesson in lessons for key in lesson.keys)
    seen[PAD] = seen[ROOT] = settings.least
    features = {key: describe(key) for key in seen}
    tally: Counter[int] = Counter()
    for key, found in features.items():
        for f in set(found):
            tally[f] += seen[key]
    hashes = np.array(sorted(f for f, n in tally.items() if n >= settings.least), np.uint32)
    place = {int(f): k for k, f in enumerate(hashes)}
    columns = {key: [place[f] for f in found if f in place] for key, found in features.items()}
    fitter = Fitter(len(hashes), len(labels), settings)
    size = sum(len(lesson.keys) for lesson in courses[0])
    print(f"{len(hashes)} features, {len(labels)} relations, {size} tokens", flush=True)
    total = settings.epochs * 2 * size // settings.batch
    for epoch in range(settings.epochs):
        losses = []
        for keys, examples in rounds(courses[epoch % 3], fitter, labels, hashes, epoch):
            for rows in portions(len(examples[0]), fitter):
                rate = settings.rate * max(0.02, 1 - fitter.steps / total)
                ids, inner = np.unique(examples[0][rows], return_inverse=True)
                types = choose(keys, ids, columns, seen, fitter)
                losses.append(
                    fitter.step(
                        types, inner.reshape(-1, SLOTS), *(e[rows] for e in examples[1:]), rate
                    )
                )
        arrays = pack(fitter.average, hashes, labels)
        told = " ".join(
            f"{name} {measure(Parser(arrays, describe), found)}" for name, found in watched.items()
        )
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f} {told}", flush=True)
        save(arrays, out)
    return arrays


def rounds(
    lessons: list[Lesson],
    fitter: Fitter,
    labels: list[str],
    hashes: npt.NDArray[np.uint32],
    epoch: int,
) -> Iterator[tuple[list[Reading], tuple[Any, ...]]]:
    """What the parser as it stands saw in some hundred sentences at a time, of like length."""
    order = fitter.random.permutation(len(lessons))
    groups = []
    for start in range(0, len(order), 4_000):
        part = sorted(order[start : start + 4_000], key=lambda k: len(lessons[k].keys))
        groups += [part[k : k + 250] for k in range(0, len(part), 250)]
    for k in fitter.random.permutation(len(groups)):
        batch = [lessons[n] for n in groups[k]]
        parser = Parser(pack(fitter.weights, hashes, labels), describe)
        course = Course(parser, fitter.random)
        examples, _ = course.run(batch, 0.0 if epoch == 0 else 0.9)
        numbers: dict[Reading, int] = {PAD: 0, ROOT: 1}
        for x in batch:
            for key in x.keys:
                numbers.setdefault(key, len(numbers))
        yield list(numbers), examples


def portions(count: int, fitter: Fitter) -> Iterator[npt.NDArray[np.intp]]:
    """Shuffled rows, a batch at a time."""
    order = fitter.random.permutation(count)
    parts = max(1, round(count / fitter.settings.batch))
    yield from np.array_split(order, parts)


def choose(
    keys: list[Reading],
    ids: npt.NDArray[np.intp],
    columns: dict[Reading, list[int]],
    seen: Counter[Reading],
    fitter: Fitter,
) -> csr_matrix:
    """The features of the word types in a batch; some words lose their form and lemma."""
    rows, cols = [], []
    for row, k in enumerate(ids.tolist()):
        key = keys[k]
        found = columns[key]
        if key not in (PAD, ROOT):
            rare = fitter.settings.forget * 2 / (1 + seen[key] ** 0.5) + 0.01
            if fitter.random.random() < rare:
                found = found[2:]
        rows += [row] * len(found)
        cols += found
    shape = (len(ids), len(fitter.weights["rows"]))
    return csr_matrix((np.ones(len(rows), np.float32), (rows, cols)), shape)


def pack(
    weights: dict[str, Floats], hashes: npt.NDArray[np.uint32], labels: list[str]
) -> dict[str, npt.NDArray[np.generic]]:
    """Weights in few bytes: embeddings in whole eighths of a byte's range."""
    scale = np.abs(weights["rows"]).max(axis=0) / 127 + 1e-9
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "labels": np.array(labels),
        "hashes": hashes,
        "rows": np.rint(weights["rows"] / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
    }
    for name in ("first", "bias", "held", "apart", "last", "last_bias"):
        arrays[name] = weights[name].astype(np.float16)
    return arrays


def measure(parser: Parser, trees: Sequence[Tree]) -> str:
    """Shares of words, marks left aside, with the right head, and with the right relation too."""
    found = parser.parse(readings(trees))
    words = heads = both = subjects = named = hit = 0
    for tree, read in zip(trees, found, strict=True):
        for k, word in enumerate(tree.words):
            if word.relation == "punct":
                continue
            words += 1
            headed = read.heads[k] == word.head - 1
            heads += headed
            both += headed and read.relations[k].split(":")[0] == word.relation.split(":")[0]
            gold, told = word.relation.startswith("nsubj"), read.relations[k].startswith("nsubj")
            subjects += gold
            named += told
            hit += gold and told and headed
    f1 = 200 * hit / max(subjects + named, 1)
    return f"{100 * heads / words:.1f} {100 * both / words:.1f} subjects {f1:.1f}"


if __name__ == "__main__":
    main()
