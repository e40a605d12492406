"""Trains the parser: `timeline/sentences/weights/parser.npz`.

    python -m benchmarks.train.parser --corpora DIR

DIR holds UD English EWT (`ud_ewt_{train,dev,test}.conllu.gz`, CC BY-SA 4.0) and the openly licensed
genres of GUM (`gum_open.conllu.gz`, CC BY 4.0). Twelve documents of GUM are held out. Needs PyTorch
(`pip install torch`); reading with the weights does not. Words are tagged by `tagger.npz` before
they are learnt from, and in part misread as it might misread other texts, so that the parser meets
the tagger's mistakes; they are taken in pieces as a text's reader takes them (`planted.py`).
Reported speech, which treebanks of the web have little of, is made of their sentences
(`reporting.py`). Sentences of our own (`data/trees`) show how newspapers, histories and courts
write; each is met `--own` times an epoch. With `--start FILE` weights go on from others.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from benchmarks.train.arcs import Model, Sizes, pack, unpack
from benchmarks.train.planted import Seed, plant_trees
from benchmarks.train.readings import read_words
from benchmarks.train.reporting import report
from benchmarks.train.treebanks import Tree, read_corpora
from timeline.sentences.features import Reading, describe_dependent
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.parsing import ArcNetwork

# Relations kept with their subtype; others are known by their main part.
SUBTYPES = {
    "acl:relcl", "advcl:relcl", "aux:pass", "compound:prt", "nmod:poss", "nsubj:pass", "obl:agent",
    "obl:unmarked", "nmod:unmarked",
}  # fmt: skip
MAIN = {"nsubj:outer": "nsubj", "csubj:outer": "csubj"}
#: How many ways each word is read in, the first of them the tagger's best.
READINGS = 4
#: Longer sentences are not learnt from.
LONGEST = 100


@dataclass
class Settings:
    """Speeds of training."""

    epochs: int = 26
    batch: int = 2_500
    rate: float = 2.5e-3
    forget: float = 0.15
    least: int = 2
    kept: int = 9
    #: Sentences of reported speech that are made of others.
    reported: int = 800
    #: How often each of our own sentences is met in an epoch.
    own: int = 2
    seed: int = 7


@dataclass
class Sample:
    """A sentence to learn from: its words as they may be read, heads (-1 is the root), labels."""

    readings: list[list[Reading]]
    heads: list[int]
    labels: list[str]


def main_relation(name: str) -> str:
    """A relation as the parser knows it."""
    return name if name in SUBTYPES else MAIN.get(name, name.split(":")[0])


def read_samples(
    trees: Sequence[Tree], random: np.random.Generator | None = None, planted: bool = False
) -> list[Sample]:
    """Sentences as the parser meets them; with `random`, in several readings; if `planted`, those
    that a text's reader would take apart or shorten are so taken."""
    words = [[word.text for word in tree.words] for tree in trees]
    ways = [read_words(words)]
    if random is not None:
        ways += [read_words(words, random) for _ in range(READINGS - 1)]
    seeds = plant_trees(trees, ways[0]) if planted else [[Seed.whole(tree)] for tree in trees]
    return [
        Sample(
            [piece.read(way[k]) for way in ways],
            piece.heads,
            [main_relation(name) for name in piece.relations],
        )
        for k, pieces in enumerate(seeds)
        for piece in pieces
    ]


class Fitter:
    """Samples, numbered features and labels, and the model that learns from them."""

    def __init__(self, samples: list[Sample], sizes: Sizes, settings: Settings) -> None:
        self.settings, self.samples = settings, samples
        self.random = np.random.default_rng(settings.seed)
        torch.manual_seed(settings.seed)
        lexicon = load_lexicon()
        seen = Counter(key for s in samples for key in s.readings[0])
        keys = list(dict.fromkeys(key for s in samples for way in s.readings for key in way))
        numbers = {key: k for k, key in enumerate(keys)}
        self.types = [
            np.array([[numbers[key] for key in way] for way in s.readings]) for s in samples
        ]
        described = [describe_dependent(key, lexicon) for key in keys]
        counts: Counter[int] = Counter()
        for key, found in zip(keys, described, strict=True):
            for feature in set(found):
                counts[feature] += seen[key]
        self.hashes = np.array(
            sorted(f for f, n in counts.items() if n >= settings.least), np.uint32
        )
        self.kept = np.array([counts[int(f)] >= settings.kept for f in self.hashes])
        place = {int(f): k for k, f in enumerate(self.hashes)}
        # The first three features are those of the form.
        self.columns = [
            ([place[f] for f in found if f in place], [place[f] for f in found[3:] if f in place])
            for found in described
        ]
        self.formless = np.array([settings.forget / (seen[k] ** 0.5 + 0.1) + 0.02 for k in keys])
        self.labels = sorted({label for s in samples for label in s.labels})
        number = {label: k for k, label in enumerate(self.labels)}
        self.gold = [
            np.array([[h + 1 for h in s.heads], [number[n] for n in s.labels]]) for s in samples
        ]
        self.model = Model(len(self.hashes), len(self.labels), sizes)
        self.average = deepcopy(self.model)
        print(f"{len(self.hashes)} features, {len(self.labels)} relations", flush=True)

    def start(self, arrays: dict[str, Any]) -> None:
        """Begin with weights that were written before, of the same sizes and relations."""
        if [str(name) for name in arrays["relations"]] != self.labels:
            raise ValueError("the weights to start from tell other relations")
        unpack(self.model, self.hashes, arrays)
        self.average = deepcopy(self.model)

    def batches(self) -> Iterator[list[int]]:
        """Shuffled runs of sentences of like length."""
        noise = self.random.normal(0, 2, len(self.samples))
        lengths = np.array([len(s.heads) for s in self.samples])
        runs: list[list[int]] = []
        run: list[int] = []
        for k in np.argsort(lengths + noise).tolist():
            if run and max(lengths[[*run, k]]) * (len(run) + 1) > self.settings.batch:
                runs.append(run)
                run = []
            run.append(k)
        runs.append(run)
        for k in self.random.permutation(len(runs)):
            yield runs[k]

    def tensors(self, run: list[int]) -> dict[str, torch.Tensor]:
        """A batch; words are read in one of their ways, and some lose their form."""
        width = max(len(self.samples[k].heads) for k in run)
        types = np.zeros((len(run), width), np.int64)
        gold = np.full((2, len(run), width), -100, np.int64)
        for row, k in enumerate(run):
            ways, length = self.types[k], self.types[k].shape[1]
            which = self.random.integers(0, len(ways), length)
            types[row, :length] = ways[which, np.arange(length)]
            gold[:, row, :length] = self.gold[k]
        inside = gold[0] >= 0
        formless = self.random.random(types.shape) < self.formless[types]
        met, inner = np.unique((2 * types + formless)[inside], return_inverse=True)
        ids = np.zeros(types.shape, np.int64)
        ids[inside] = inner
        bags = [self.columns[k // 2][k % 2] for k in met.tolist()]
        offsets = np.cumsum([0, *map(len, bags[:-1])])
        return {
            "flat": torch.tensor([f for bag in bags for f in bag]),
            "offsets": torch.from_numpy(offsets), "ids": torch.from_numpy(ids),
            "inside": torch.from_numpy(inside), "heads": torch.from_numpy(gold[0]),
            "labels": torch.from_numpy(gold[1]),
        }  # fmt: skip

    def fit(self, watch: Callable[[dict[str, Any]], str]) -> dict[str, Any]:
        """Descend, and keep a running mean of the weights, which is what is written."""
        s = self.settings
        optimizer = torch.optim.Adam(self.model.parameters(), lr=s.rate, betas=(0.9, 0.98))
        total = s.epochs * sum(1 for _ in self.batches())
        step = 0
        for epoch in range(s.epochs):
            self.model.train()
            losses = []
            for run in self.batches():
                step += 1
                for group in optimizer.param_groups:
                    group["lr"] = s.rate * min(1, step / 200) * max(0.01, 1 - step / total)
                t = self.tensors(run)
                heads, labels = t.pop("heads"), t.pop("labels")
                fits, names = self.model(**t, gold=heads)
                loss = functional.cross_entropy(
                    fits.flatten(0, 1), heads.flatten()
                ) + functional.cross_entropy(names.flatten(0, 1), labels.flatten())
                optimizer.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
                optimizer.step()
                keep = min(0.998, (step + 1) / (step + 10))
                with torch.no_grad():
                    mean, now = self.average.parameters(), self.model.parameters()
                    for a, p in zip(mean, now, strict=True):
                        a.lerp_(p, 1 - keep)
                losses.append(loss.item())
            arrays = pack(self.average, self.labels, self.hashes, self.kept)
            shown = watch(arrays) if epoch % 3 == 2 or epoch == s.epochs - 1 else ""
            print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f} {shown}", flush=True)
        return arrays


def measure(network: ArcNetwork, samples: Sequence[Sample]) -> dict[str, float]:
    """Shares of heads, and of heads with their relations, that are right; marks left out.

    Relations are told apart by their main part. Then F1 of some of them.
    """
    trees = network.parse([s.readings[0] for s in samples])
    count = heads = both = 0
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for sample, tree in zip(samples, trees, strict=True):
        for k, name in enumerate(sample.labels):
            label, own = name.partition(":")[0], tree.relations[k].partition(":")[0]
            head = sample.heads[k] == tree.heads[k]
            there[label] += 1
            said[own] += 1
            right[label] += head and own == label
            if label != "punct":
                count += 1
                heads += head
                both += head and own == label
    found = {"UAS": 100 * heads / count, "LAS": 100 * both / count}
    for name in ("nsubj", "obj", "obl", "xcomp", "ccomp", "advcl", "acl", "conj"):
        found[name] = 200 * right[name] / max(1, said[name] + there[name])
    return found


def say(found: dict[str, float]) -> str:
    """Figures in a line."""
    return " ".join(f"{name} {value:.1f}" for name, value in found.items())


def options() -> tuple[Path, Path, Path | None, Sizes, Settings]:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("timeline/sentences/weights/parser.npz"))
    parser.add_argument("--start", type=Path, help="weights to go on from")
    for kind in (Sizes, Settings):
        for field in fields(kind):
            value = field.default
            parser.add_argument(f"--{field.name}", type=type(value), default=value)
    given = vars(parser.parse_args())
    sizes = Sizes(**{field.name: given[field.name] for field in fields(Sizes)})
    settings = Settings(**{field.name: given[field.name] for field in fields(Settings)})
    return given["corpora"], given["out"], given["start"], sizes, settings


def main() -> None:
    """Train, measure, write."""
    corpora, out, start, sizes, settings = options()
    found = read_corpora(corpora)
    learnt = [tree for tree in found.learnt if len(tree.words) <= LONGEST]
    watched = {name: read_samples(found.held[name]) for name in ("dev", "gum", "own")}
    random = np.random.default_rng(settings.seed)
    learnt += report(learnt, settings.reported, random)
    learnt += settings.own * found.own
    fitter = Fitter(read_samples(learnt, random, planted=True), sizes, settings)
    if start:
        with np.load(start) as arrays:
            fitter.start(dict(arrays))
    lexicon = load_lexicon()

    def network(arrays: dict[str, Any]) -> ArcNetwork:
        return ArcNetwork(arrays, lambda reading: describe_dependent(reading, lexicon))

    def watch(arrays: dict[str, Any]) -> str:
        np.savez(out, **arrays)
        parser = network(arrays)
        return "".join(f"\n  {n} {say(measure(parser, held))}" for n, held in watched.items())

    arrays = fitter.fit(watch)
    print(out, out.stat().st_size, "bytes")
    print("test", say(measure(network(arrays), read_samples(found.held["test"]))))


if __name__ == "__main__":
    main()
