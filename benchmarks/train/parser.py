"""Trains the parser: `timeline/sentences/weights/parser.npz`.

    python benchmarks/train/parser.py --corpora DIR

DIR holds UD English EWT (`ud_ewt_{train,dev,test}.conllu.gz`, CC BY-SA 4.0) and the openly licensed
genres of GUM (`gum_open.conllu.gz`, CC BY 4.0). Twelve documents of GUM are held out. Needs PyTorch
(`pip install torch`); reading with the weights does not. Words are tagged by `tagger.npz` before
they are learnt from, and in one of twenty places the second best tag is taken, so that the parser
meets the tagger's mistakes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from treebanks import Tree, is_held_out, read_trees

from timeline.sentences.features import Reading, describe_dependent
from timeline.sentences.lemmas import find_lemma
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.parsing import ArcNetwork
from timeline.sentences.tagging import PAD, load_tagger, load_tags, tag

# Relations kept with their subtype; others are known by their main part.
SUBTYPES = {
    "acl:relcl", "advcl:relcl", "aux:pass", "compound:prt", "nmod:poss", "nsubj:pass", "obl:agent",
    "obl:unmarked", "nmod:unmarked",
}  # fmt: skip
MAIN = {"nsubj:outer": "nsubj", "csubj:outer": "csubj"}


@dataclass
class Settings:
    """Sizes and speeds of training."""

    size: int = 64
    hidden: int = 112
    reach: int = 2
    dilations: tuple[int, ...] = (1, 2, 4, 8)
    arc: int = 64
    label: int = 48
    limit: int = 24
    epochs: int = 20
    batch: int = 2_500
    rate: float = 2.5e-3
    dropout: float = 0.25
    forget: float = 0.15
    swap: float = 0.05
    least: int = 2
    kept: int = 5
    seed: int = 7


@dataclass
class Sample:
    """A sentence to learn from: readings, the second best ones, heads (-1 is the root), labels."""

    keys: list[Reading]
    others: list[Reading]
    heads: list[int]
    labels: list[str]


def main_relation(name: str) -> str:
    """A relation as the parser knows it."""
    return name if name in SUBTYPES else MAIN.get(name, name.split(":")[0])


def read_samples(trees: list[Tree]) -> list[Sample]:
    """Sentences as the parser meets them: our tags, and the next best ones, on given words."""
    words = [[w.text for w in tree.words] for tree in trees]
    tags, xpos = tag(words)
    names, details = load_tags()
    scores = load_tagger().score(words, PAD)
    second = np.argsort(-scores, axis=1)[:, 1].tolist()
    samples, k = [], 0
    for tree, inner in zip(trees, words, strict=True):
        keys, others = [], []
        for word in inner:
            keys.append((word, tags[k], xpos[k], find_lemma(word, tags[k], xpos[k])))
            t, x = names[second[k]], details[second[k]]
            others.append((word, t, x, find_lemma(word, t, x)))
            k += 1
        heads = [w.head - 1 for w in tree.words]
        samples.append(Sample(keys, others, heads, [main_relation(w.relation) for w in tree.words]))
    return samples


class Model(nn.Module):
    """`ArcNetwork` as it is fitted."""

    def __init__(self, features: int, labels: int, settings: Settings) -> None:
        super().__init__()
        s = self.settings = settings
        self.rows = nn.EmbeddingBag(features, s.size, mode="sum")
        nn.init.normal_(self.rows.weight, std=0.1)
        self.first = nn.Conv1d(s.size, s.hidden, 2 * s.reach + 1, padding=s.reach)
        self.deep = nn.ModuleList(
            nn.Conv1d(s.hidden, s.hidden, 3, dilation=d, padding=d) for d in s.dilations
        )
        self.views = nn.Linear(s.hidden, 2 * s.arc + 2 * s.label)
        self.arc = nn.Parameter(torch.randn(s.arc, s.arc) * 0.05)
        self.head_bias = nn.Parameter(torch.zeros(s.arc))
        self.root = nn.Parameter(torch.randn(s.arc) * 0.1)
        self.distance = nn.Parameter(torch.zeros(2 * s.limit + 1))
        self.label_root = nn.Parameter(torch.zeros(s.label))
        self.label_distance = nn.Parameter(torch.zeros(2 * s.limit + 2, s.label))
        self.last = nn.Linear(s.label, labels)
        self.drop = nn.Dropout(s.dropout)

    def forward(
        self, flat: torch.Tensor, offsets: torch.Tensor, ids: torch.Tensor, inside: torch.Tensor,
        gold: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor]:  # fmt: skip
        """Scores of heads (0 is the root), and of relations for the heads given in `gold`."""
        s = self.settings
        mask = inside[:, None, :].float()
        x = self.drop(self.rows(flat, offsets)[ids]).transpose(1, 2) * mask
        h = self.drop(torch.relu(self.first(x))) * mask
        for layer in self.deep:
            h = (h + self.drop(torch.relu(layer(h)))) * mask
        views = self.drop(torch.relu(self.views(h.transpose(1, 2))))
        parts = [s.arc, s.arc, s.label, s.label]
        dependents, heads, label_dependents, label_heads = views.split(parts, 2)
        many, width = inside.shape
        heads = torch.cat([self.root.expand(many, 1, -1), heads], 1)
        scores = dependents @ self.arc @ heads.transpose(1, 2)
        scores = scores + (heads @ self.head_bias)[:, None, :]
        place = torch.arange(width)
        gaps = (place[None, :] - place[:, None]).clamp(-s.limit, s.limit) + s.limit
        scores = torch.cat([scores[:, :, :1], scores[:, :, 1:] + self.distance[gaps]], 2)
        scores[:, :, 1:] = scores[:, :, 1:].masked_fill(~inside[:, None, :], -1e9)
        scores = scores.masked_fill(torch.eye(width + 1, dtype=torch.bool)[None, 1:], -1e9)
        label_heads = torch.cat([self.label_root.expand(many, 1, -1), label_heads], 1)
        chosen = gold.clamp(min=0)
        taken = label_heads.gather(1, chosen[:, :, None].expand(-1, -1, s.label))
        steps = (chosen - 1 - place[None, :]).clamp(-s.limit, s.limit) + s.limit
        steps = steps.masked_fill(chosen == 0, 2 * s.limit + 1)
        labels = self.last(torch.relu(label_dependents + taken + self.label_distance[steps]))
        return scores, labels


class Fitter:
    """Samples, numbered features and labels, and the model that learns from them."""

    def __init__(self, samples: list[Sample], settings: Settings) -> None:
        self.settings, self.samples = settings, samples
        self.random = np.random.default_rng(settings.seed)
        torch.manual_seed(settings.seed)
        lexicon = load_lexicon()
        self.seen = Counter(key for s in samples for key in s.keys)
        keys = set(self.seen) | {key for s in samples for key in s.others}
        described = {key: describe_dependent(key, lexicon) for key in keys}
        counts: Counter[int] = Counter()
        for key, n in self.seen.items():
            for feature in set(described[key]):
                counts[feature] += n
        least = settings.least
        self.hashes = np.array(sorted(f for f, n in counts.items() if n >= least), np.uint32)
        self.kept = np.array([counts[int(f)] >= settings.kept for f in self.hashes])
        place = {int(f): k for k, f in enumerate(self.hashes)}
        self.columns = {
            k: [place[f] for f in found if f in place] for k, found in described.items()
        }
        self.labels = sorted({label for s in samples for label in s.labels})
        self.number = {label: k for k, label in enumerate(self.labels)}
        self.model = Model(len(self.hashes), len(self.labels), settings)
        self.average = deepcopy(self.model)
        print(f"{len(self.hashes)} features, {len(self.labels)} relations", flush=True)

    def batches(self) -> Iterator[list[int]]:
        """Shuffled runs of sentences of like length."""
        noise = self.random.normal(0, 2, len(self.samples))
        lengths = np.array([len(s.keys) for s in self.samples])
        runs, run = [], []
        for k in np.argsort(lengths + noise).tolist():
            if run and max(lengths[[*run, k]]) * (len(run) + 1) > self.settings.batch:
                runs.append(run)
                run = []
            run.append(k)
        runs.append(run)
        for k in self.random.permutation(len(runs)):
            yield runs[k]

    def tensors(self, run: list[int]) -> dict[str, torch.Tensor]:
        """A batch; some words lose their form, some take their second best tag."""
        s, random = self.settings, self.random
        width = max(len(self.samples[k].keys) for k in run)
        ids = np.zeros((len(run), width), np.int64)
        heads = np.full((len(run), width), -100, np.int64)
        labels = np.full((len(run), width), -100, np.int64)
        flat: list[int] = []
        offsets: list[int] = []
        for row, k in enumerate(run):
            sample = self.samples[k]
            for column, key in enumerate(sample.keys):
                if random.random() < s.swap:
                    key = sample.others[column]
                found = self.columns[key]
                if random.random() < s.forget / (self.seen[key] ** 0.5 + 0.1) + 0.02:
                    found = found[3:]
                ids[row, column] = len(offsets)
                offsets.append(len(flat))
                flat += found
                heads[row, column] = sample.heads[column] + 1
                labels[row, column] = self.number[sample.labels[column]]
        inside = heads >= 0
        return {
            "flat": torch.tensor(flat), "offsets": torch.tensor(offsets), "ids": torch.tensor(ids),
            "inside": torch.tensor(inside), "heads": torch.tensor(heads),
            "labels": torch.tensor(labels),
        }  # fmt: skip

    def fit(self, watch: Any) -> dict[str, Any]:
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
                warm = min(1, step / 200) * max(0.01, 1 - step / total)
                for group in optimizer.param_groups:
                    group["lr"] = s.rate * warm
                t = self.tensors(run)
                scores, labels = self.model(
                    t["flat"], t["offsets"], t["ids"], t["inside"], t["heads"]
                )
                loss = functional.cross_entropy(
                    scores.flatten(0, 1), t["heads"].flatten()
                ) + functional.cross_entropy(labels.flatten(0, 1), t["labels"].flatten())
                optimizer.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
                optimizer.step()
                keep = min(0.998, (step + 1) / (step + 10))
                with torch.no_grad():
                    for a, p in zip(
                        self.average.parameters(), self.model.parameters(), strict=True
                    ):
                        a.lerp_(p, 1 - keep)
                losses.append(loss.item())
            arrays = self.pack()
            shown = watch(arrays) if epoch % 3 == 2 or epoch == s.epochs - 1 else ""
            print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f} {shown}", flush=True)
        return arrays

    def pack(self) -> dict[str, Any]:
        """The mean weights in few bytes: embeddings in whole steps of a byte's range.

        Of what was rarely seen little was learnt: the parser is as good without it, and smaller.
        """
        m = self.average
        rows = m.rows.weight.detach().numpy()
        scale = np.abs(rows).max(axis=0) / 127 + 1e-9
        arrays: dict[str, Any] = {
            "relations": np.array(self.labels), "hashes": self.hashes[self.kept],
            "rows": np.rint(rows / scale).astype(np.int8)[self.kept],
            "scale": scale.astype(np.float32),
            "dilations": np.array(self.settings.dilations, np.int8),
        }  # fmt: skip
        # A convolution's weights are (out, in, place); ours are (place and in, out).
        convolutions = {"first": m.first} | {f"deep{k}": layer for k, layer in enumerate(m.deep)}
        small: dict[str, torch.Tensor] = {}
        for name, layer in convolutions.items():
            small[name] = layer.weight.permute(2, 1, 0).reshape(-1, layer.weight.shape[0])
            small[f"{name}_bias"] = layer.bias
        small |= {"views": m.views.weight.T, "views_bias": m.views.bias, "arc": m.arc}
        small |= {"head_bias": m.head_bias, "root": m.root, "distance": m.distance}
        small |= {"label_root": m.label_root, "label_distance": m.label_distance}
        small |= {"last": m.last.weight.T, "last_bias": m.last.bias}
        return arrays | {k: v.detach().numpy().astype(np.float16) for k, v in small.items()}


def measure(network: ArcNetwork, samples: list[Sample]) -> dict[str, float]:
    """Shares of heads, and of heads with their relations, that are right; marks left out."""
    trees = network.parse([s.keys for s in samples])
    count = heads = both = 0
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for sample, tree in zip(samples, trees, strict=True):
        for k, label in enumerate(sample.labels):
            if label == "punct":
                continue
            head = sample.heads[k] == tree.heads[k]
            count += 1
            heads += head
            both += head and tree.relations[k] == label
            there[label] += 1
            said[tree.relations[k]] += 1
            right[label] += head and tree.relations[k] == label
    found = {"UAS": 100 * heads / count, "LAS": 100 * both / count}
    for name in ("nsubj", "nsubj:pass", "obj", "obl", "obl:unmarked", "xcomp", "ccomp", "conj"):
        found[name] = 200 * right[name] / max(1, said[name] + there[name])
    return found


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("timeline/sentences/weights/parser.npz"))
    for name in ("epochs", "hidden", "size", "batch", "arc", "label", "least", "kept", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Settings, name))
    for name in ("rate", "dropout", "forget", "swap"):
        parser.add_argument(f"--{name}", type=float, default=getattr(Settings, name))
    options = vars(parser.parse_args())
    corpora, out = options.pop("corpora"), options.pop("out")
    ewt = {
        part: read_samples(list(read_trees(corpora / f"ud_ewt_{part}.conllu.gz")))
        for part in ("train", "dev", "test")
    }
    gum = list(read_trees(corpora / "gum_open.conllu.gz"))
    held = read_samples([tree for tree in gum if is_held_out(tree.document)])
    learnt = ewt["train"] + read_samples([t for t in gum if not is_held_out(t.document)])
    fitter = Fitter(learnt, Settings(**options))
    lexicon = load_lexicon()

    def network(arrays: dict[str, Any]) -> ArcNetwork:
        return ArcNetwork(arrays, lambda reading: describe_dependent(reading, lexicon))

    def say(found: dict[str, float]) -> str:
        return " ".join(f"{name} {value:.1f}" for name, value in found.items())

    def watch(arrays: dict[str, Any]) -> str:
        parser = network(arrays)
        return f"\n  dev {say(measure(parser, ewt['dev']))}\n  gum {say(measure(parser, held))}"

    arrays = fitter.fit(watch)
    np.savez_compressed(out, **arrays)
    print(out, out.stat().st_size, "bytes")
    print("test", say(measure(network(arrays), ewt["test"])))


if __name__ == "__main__":
    main()
