"""Fitting the networks of `timeline.sentences.network`: plain numpy, Adam, one process.

The gradient is written out by hand; it is short because the network is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Floats = npt.NDArray[np.float32]
IGNORED = -1


@dataclass
class Settings:
    """Sizes and speeds of training."""

    size: int = 64
    hidden: int = 96
    reach: int = 2
    epochs: int = 14
    batch: int = 1_500
    rate: float = 2e-3
    dropout: float = 0.25
    forget: float = 0.12
    least: int = 2
    thin: float = 0.0
    decay: float = 1e-6
    seed: int = 7


class Descent:
    """Weights on their way down a gradient: their moments (Adam) and their running mean."""

    def __init__(self, seed: int, decay: float = 0.0) -> None:
        self.random = np.random.default_rng(seed)
        self.decay = decay
        self.steps = 0

    def begin(self, weights: dict[str, Floats]) -> None:
        """Takes the weights to begin with."""
        self.weights = weights
        self.means = {k: np.zeros_like(v) for k, v in weights.items()}
        self.squares = {k: np.zeros_like(v) for k, v in weights.items()}
        self.average = {k: v.copy() for k, v in weights.items()}

    def draw(self, rows: int, columns: int, scale: float) -> Floats:
        """A matrix of small random numbers."""
        return (self.random.standard_normal((rows, columns)) * scale).astype(np.float32)

    def update(self, gradients: dict[str, Floats], rate: float) -> None:
        """One step down the gradients."""
        self.steps += 1
        t = self.steps
        keep = min(0.999, (t + 1) / (t + 10))
        for name, g in gradients.items():
            m, v, w, a = (
                self.means[name],
                self.squares[name],
                self.weights[name],
                self.average[name],
            )
            m += np.float32(0.1) * (g - m)
            v += np.float32(0.01) * (g * g - v)
            w -= (
                np.float32(rate / (1 - 0.9**t))
                * m
                / (np.sqrt(v / np.float32(1 - 0.99**t)) + np.float32(1e-6))
                + np.float32(self.decay * (rate > 0)) * w
            )
            a += np.float32(1 - keep) * (w - a)


class Fitter(Descent):
    """A network being fitted."""

    def __init__(self, features: int, labels: int, settings: Settings) -> None:
        super().__init__(settings.seed, settings.decay)
        s = self.settings = settings
        span, h = 2 * s.reach + 1, s.hidden
        weights: dict[str, Floats] = {
            "rows": self.draw(features, s.size, 0.1),
            "first": self.draw(span * s.size, h, (2 / (span * s.size)) ** 0.5),
            "first_bias": np.zeros(h, np.float32),
            "second": self.draw(3 * h, h, (2 / (3 * h)) ** 0.5),
            "second_bias": np.zeros(h, np.float32),
            "last": self.draw(2 * h, labels, (1 / (2 * h)) ** 0.5),
            "last_bias": np.zeros(labels, np.float32),
        }
        self.begin(weights)

    def _drop(self, values: Floats) -> Floats:
        kept = self.random.random(values.shape, dtype=np.float32) >= self.settings.dropout
        return kept.astype(np.float32) / np.float32(1 - self.settings.dropout)

    def step(
        self,
        types: csr_matrix,
        ids: npt.NDArray[np.intp],
        target: npt.NDArray[np.int64],
        weight: Floats,
        rate: float,
    ) -> float:
        """One step down the gradient on a run of padded sentences; gives the mean loss."""
        w, s = self.weights, self.settings
        table = types @ w["rows"]
        words = table[ids]
        mask0 = self._drop(words)
        around = shift(words * mask0, s.reach)
        z1 = around @ w["first"] + w["first_bias"]
        mask1 = self._drop(z1)
        h1 = np.maximum(z1, 0) * mask1
        inner = shift(h1, 1)
        z2 = inner @ w["second"] + w["second_bias"]
        mask2 = self._drop(z2)
        h2 = np.maximum(z2, 0) * mask2
        both = np.hstack((h1, h2))
        scores = both @ w["last"] + w["last_bias"]
        scores -= scores.max(axis=1, keepdims=True)
        p = np.exp(scores)
        p /= p.sum(axis=1, keepdims=True)
        taken = np.flatnonzero(target != IGNORED)
        share = weight[taken] / max(weight[taken].sum(), 1e-6)
        loss = float(-(np.log(p[taken, target[taken]] + 1e-9) * share).sum())
        d = np.zeros_like(p)
        d[taken] = p[taken]
        d[taken, target[taken]] -= 1
        d[taken] *= share[:, None]
        g: dict[str, Floats] = {"last": both.T @ d, "last_bias": d.sum(axis=0)}
        dboth = d @ w["last"].T
        h = s.hidden
        dz2 = dboth[:, h:] * mask2 * (z2 > 0)
        g["second"], g["second_bias"] = inner.T @ dz2, dz2.sum(axis=0)
        dh1 = dboth[:, :h] + unshift(dz2 @ w["second"].T, 1)
        dz1 = dh1 * mask1 * (z1 > 0)
        g["first"], g["first_bias"] = around.T @ dz1, dz1.sum(axis=0)
        dwords = unshift(dz1 @ w["first"].T, s.reach) * mask0
        places = csr_matrix(
            (np.ones(len(ids), np.float32), (ids, np.arange(len(ids)))), (types.shape[0], len(ids))
        )
        g["rows"] = types.T @ (places @ dwords)
        self.update(g, rate)
        return loss


def shift(values: Floats, reach: int) -> Floats:
    """Each row beside its neighbours, those before first; zeros beyond the ends."""
    padded = np.pad(values, ((reach, reach), (0, 0)))
    return np.hstack([padded[k : k + len(values)] for k in range(2 * reach + 1)])


def unshift(values: Floats, reach: int) -> Floats:
    """The gradient of `shift`."""
    size = values.shape[1] // (2 * reach + 1)
    total = np.zeros((len(values) + 2 * reach, size), np.float32)
    for k in range(2 * reach + 1):
        total[k : k + len(values)] += values[:, k * size : (k + 1) * size]
    return total[reach : reach + len(values)]


@dataclass
class Example:
    """A sentence to learn from: keys of its words, label numbers (or IGNORED), weights."""

    keys: Sequence[Hashable]
    labels: Sequence[int]
    weight: float = 1.0


def train(
    examples: list[Example],
    labels: list[str],
    describe: Callable[[Any], list[int]],
    pad: Hashable,
    settings: Settings,
    watch: Callable[[dict[str, npt.NDArray[np.generic]]], str],
) -> dict[str, npt.NDArray[np.generic]]:
    """Fit a network and give its arrays, as `WindowNetwork` takes them."""
    features = {key: describe(key) for key in {k for e in examples for k in e.keys} | {pad}}
    seen = Counter(k for e in examples for k in e.keys)
    seen[pad] = settings.least
    counts: Counter[int] = Counter()
    for key, found in features.items():
        for f in set(found):
            counts[f] += seen[key]
    hashes = np.array(sorted(f for f, n in counts.items() if n >= settings.least), np.uint32)
    place = {int(f): k for k, f in enumerate(hashes)}
    columns = {key: [place[f] for f in found if f in place] for key, found in features.items()}
    fitter = Fitter(len(hashes), len(labels), settings)
    print(
        f"{len(hashes)} features, {len(labels)} labels, {sum(seen.values())} tokens",
        flush=True,
    )
    total = settings.epochs * max(1, sum(len(e.keys) for e in examples) // settings.batch)
    for epoch in range(settings.epochs):
        losses = []
        for types, ids, target, weight in batches(examples, columns, pad, fitter, seen):
            rate = settings.rate * max(0.02, 1 - fitter.steps / total)
            losses.append(fitter.step(types, ids, target, weight, rate))
        arrays = pack(fitter, hashes, labels)
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f} {watch(arrays)}", flush=True)
    if settings.thin:
        rare = np.array([counts[int(f)] <= settings.least for f in hashes])
        arrays = thin(arrays, rare, settings.thin)
    return arrays


def thin(
    arrays: dict[str, npt.NDArray[np.generic]], rare: npt.NDArray[np.bool_], share: float
) -> dict[str, npt.NDArray[np.generic]]:
    """The arrays without a share of the rare features, those with the smallest embeddings.

    For the tagger half of them change nothing that can be measured; all of them would.
    """
    lengths = np.linalg.norm(arrays["rows"].astype(float) * arrays["scale"], axis=1)
    idle = np.argsort(np.where(rare, lengths, np.inf), kind="stable")
    left_out = idle[: int(share * rare.sum())]
    return arrays | {name: np.delete(arrays[name], left_out, axis=0) for name in ("hashes", "rows")}


def batches(
    examples: list[Example],
    columns: dict[Hashable, list[int]],
    pad: Hashable,
    fitter: Fitter,
    seen: Counter[Hashable],
) -> Iterator[tuple[csr_matrix, npt.NDArray[np.intp], npt.NDArray[np.int64], Floats]]:
    """Shuffled runs of sentences, some rare words lose their form, so that unknown ones are met."""
    s, random = fitter.settings, fitter.random
    order = random.permutation(len(examples))
    keys: list[Hashable] = [pad] * (s.reach + 1)
    target: list[int] = [IGNORED] * (s.reach + 1)
    weight: list[float] = [0.0] * (s.reach + 1)
    for n, k in enumerate(order):
        e = examples[k]
        keys += [*e.keys, *[pad] * (s.reach + 1)]
        target += [*e.labels, *[IGNORED] * (s.reach + 1)]
        weight += [e.weight] * len(e.keys) + [0.0] * (s.reach + 1)
        if len(keys) >= s.batch or n == len(order) - 1:
            numbers: dict[Hashable, int] = {}
            ids = np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.intp)
            rows, cols = [], []
            for key, row in numbers.items():
                found = columns[key]
                rare = s.forget * 2 / (1 + seen[key] ** 0.5) + 0.01
                if key != pad and random.random() < rare:
                    found = found[2:]
                rows += [row] * len(found)
                cols += found
            types = csr_matrix(
                (np.ones(len(rows), np.float32), (rows, cols)),
                (len(numbers), len(fitter.weights["rows"])),
            )
            yield types, ids, np.array(target, np.int64), np.array(weight, np.float32)
            keys, target, weight = keys[: s.reach + 1], target[: s.reach + 1], weight[: s.reach + 1]


def pack(
    fitter: Fitter, hashes: npt.NDArray[np.uint32], labels: list[str]
) -> dict[str, npt.NDArray[np.generic]]:
    """The averaged weights in few bytes: embeddings in whole eighths of a byte's range."""
    w = fitter.average
    scale = np.abs(w["rows"]).max(axis=0) / 127 + 1e-9
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "labels": np.array(labels),
        "hashes": hashes,
        "rows": np.rint(w["rows"] / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
    }
    for name in ("first", "first_bias", "second", "second_bias", "last", "last_bias"):
        arrays[name] = w[name].astype(np.float16)
    return arrays


def save(arrays: dict[str, npt.NDArray[np.generic]], path: Path) -> None:
    """Write the arrays; the file is the same in every run of the same training.

    They are stored as they are: unpacking would take longer than reading, and gains a tenth.
    """
    np.savez(path, **arrays)
    print(path, path.stat().st_size, "bytes")
