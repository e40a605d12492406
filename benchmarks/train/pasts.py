"""Trains what tells past tenses from participles: `timeline/sentences/weights/pasts.json`.

    python benchmarks/train/pasts.py --corpora DIR

Learnt from what the tagger learns from. It must see the tagger as unsure as it is of new texts, so
each half of the sentences is tagged by a tagger that was taught the other half. A logistic
regression over what `timeline.sentences.pasts` tells of each verb that looks like either; printed
is how many of those held out the tagger alone and this have wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from fit import IGNORED, Example, Settings, train
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from tagger import PAD, label
from treebanks import Tree, is_held_out, read_own, read_trees

from timeline.sentences.draft import Draft
from timeline.sentences.features import describe_word
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import WindowNetwork
from timeline.sentences.pasts import SURE, Told
from timeline.sentences.tagger import label as column
from timeline.sentences.tagger import load_tagger
from timeline.sentences.verbforms import settle_past_tenses

Network = WindowNetwork[str]
OUT = Path("timeline/sentences/weights/pasts.json")
#: Taggers of halves need fewer rounds to be as good as they get.
EPOCHS = 6
#: How often our own sentences count.
OWN = 2.0
#: How often a feature must be met, the strength of the prior, the least weight that is kept.
LEAST, DECAY, KEPT = 6, 4.0, 0.12
TOGETHER = 500


class Case(NamedTuple):
    """A verb that looks like either: its features, whether it is a participle, and is tagged so."""

    features: list[str]
    right: bool
    tagged: bool
    weight: float


def half_of(tree: Tree) -> int:
    """Which half a sentence is of: all sentences of a document are of one."""
    return crc32((tree.document or tree.id).encode()) % 2


def teach(trees: Sequence[tuple[Tree, float]], labels: list[str]) -> Network:
    """A tagger that has learnt from sentences, each with its weight."""
    lexicon, number = load_lexicon(), {name: k for k, name in enumerate(labels)}
    examples = [
        Example(
            [word.text for word in tree.words],
            [number.get(label(word), IGNORED) for word in tree.words],
            weight,
        )
        for tree, weight in trees
    ]

    def describe(word: str) -> list[int]:
        return describe_word(word, lexicon)

    arrays = train(examples, labels, describe, PAD, Settings(epochs=EPOCHS), lambda _: "")
    return WindowNetwork(arrays, describe)


def cases(trees: Sequence[Tree], network: Network, weight: float = 1.0) -> list[Case]:
    """The verbs of sentences that a tagger reads as past tense or participle and are either."""
    past, participle = column("VERB/VBD"), column("VERB/VBN")
    found = []
    for first in range(0, len(trees), TOGETHER):
        part = trees[first : first + TOGETHER]
        sentences = [[word.text for word in tree.words] for tree in part]
        draft = Draft(sentences, network.score(sentences, PAD))
        settle_past_tenses(draft)
        leads = draft.scores[:, participle] - draft.scores[:, past]
        for tree, (start, words) in zip(part, draft, strict=True):
            told = Told(words, *draft.tags(start, words))
            for k, word in enumerate(tree.words):
                best, lead = draft.best[start + k], float(leads[start + k])
                if word.xpos not in ("VBD", "VBN") or best not in (past, participle):
                    continue
                if abs(lead) <= SURE:
                    right, tagged = word.xpos == "VBN", best == participle
                    found.append(Case(told.describe(k, lead), right, bool(tagged), weight))
    return found


def learn(learnt: Sequence[Case]) -> dict[str, float]:
    """Weights of a logistic regression with an L2 prior, small ones left out."""
    counts = Counter(name for case in learnt for name in case.features)
    names = sorted(name for name, n in counts.items() if n >= LEAST)
    place = {name: k for k, name in enumerate(names)}
    columns, ends = list[int](), [0]
    for case in learnt:
        columns += [place[name] for name in case.features if name in place]
        ends.append(len(columns))
    table = csr_matrix((np.ones(len(columns)), columns, ends), (len(learnt), len(names)))
    right = np.array([case.right for case in learnt], float)
    weight = np.array([case.weight for case in learnt])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights
        wrong = weight * (1 / (1 + np.exp(-scores)) - right)
        value = (weight * (np.logaddexp(0, scores) - right * scores)).sum()
        return value + DECAY / 2 * weights @ weights, table.T @ wrong + DECAY * weights

    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200}
    ).x
    return {n: round(float(w), 2) for n, w in zip(names, found, strict=True) if abs(w) >= KEPT}


def errors(judged: Sequence[Case], weights: dict[str, float]) -> tuple[int, int, int]:
    """How many cases there are, how many the tagger has wrong, and how many the weights have."""
    told = [sum(weights.get(name, 0.0) for name in case.features) > 0 for case in judged]
    return (
        len(judged),
        sum(case.tagged != case.right for case in judged),
        sum(now != case.right for now, case in zip(told, judged, strict=True)),
    )


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    gum = list(read_trees(options.corpora / "gum_open.conllu.gz"))
    ewt = {
        part: list(read_trees(options.corpora / f"ud_ewt_{part}.conllu.gz"))
        for part in ("train", "dev", "test")
    }
    open_trees = ewt["train"] + [tree for tree in gum if not is_held_out(tree.document)]
    weighed = [(t, 1.0) for t in open_trees] + [(t, OWN) for t in read_own()]
    learnt: list[Case] = []
    for half in (0, 1):
        taught = [(tree, weight) for tree, weight in weighed if half_of(tree) != half]
        network = teach(taught, load_tagger().labels)
        for weight in (1.0, OWN):
            others = [tree for tree, w in weighed if half_of(tree) == half and w == weight]
            learnt += cases(others, network, weight)
    weights = learn(learnt)
    held = {
        "EWT dev and test": ewt["dev"] + ewt["test"],
        "GUM held out": [tree for tree in gum if is_held_out(tree.document)],
        "our own held out": read_own(measuring=True),
    }
    for name, trees in held.items():
        print(name, *errors(cases(trees, load_tagger()), weights))
    options.out.write_text(json.dumps(weights, indent=0) + "\n", encoding="utf-8")
    print(options.out, len(weights), "weights")


if __name__ == "__main__":
    main()
