"""Trains the tagger of parts of speech: `timeline/sentences/weights/tagger.npz`.

    python benchmarks/train/tagger.py --corpora DIR

DIR holds UD English EWT (`ud_ewt_{train,dev,test}.conllu.gz`, CC BY-SA 4.0) and the openly licensed
genres of GUM (`gum_open.conllu.gz`, CC BY 4.0). Twelve documents of GUM are held out. Sentences of
our own (`data/trees`) are learnt from, too, and count `--own` times.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from fit import IGNORED, Example, Settings, save, train
from treebanks import Corpora, Tree, read_corpora

from timeline.sentences.features import describe_word
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import WindowNetwork

PAD = ""


def label(word: object) -> str:
    return f"{word.tag}/{word.xpos}"  # type: ignore[attr-defined]


def weigh(corpora: Corpora, own: float) -> list[tuple[Tree, float]]:
    """The sentences that are learnt from, each with its weight; that of our own is given."""
    weighed = [(tree, 1.0) for tree in corpora.learnt]
    return weighed + [(tree, own) for tree in corpora.own if own]


def teach(
    weighed: Sequence[tuple[Tree, float]],
    labels: list[str],
    settings: Settings,
    watch: Callable[[WindowNetwork], str] = lambda _: "",
) -> tuple[dict[str, object], WindowNetwork]:
    """A tagger that has learnt from sentences, its arrays first; `watch` is told after rounds."""
    lexicon, number = load_lexicon(), {name: k for k, name in enumerate(labels)}
    examples = [
        Example(
            [word.text for word in tree.words],
            [number.get(label(word), IGNORED) for word in tree.words],
            weight,
        )
        for tree, weight in weighed
    ]

    def describe(word: str) -> list[int]:
        return describe_word(word, lexicon)

    def network(arrays: dict[str, object]) -> WindowNetwork:
        return WindowNetwork(arrays, describe)  # type: ignore[arg-type]

    arrays = train(examples, labels, describe, PAD, settings, lambda a: watch(network(a)))
    return arrays, network(arrays)


def measure(network: WindowNetwork, trees: list[Tree]) -> tuple[float, float, float]:
    """Shares of universal tags, treebank tags and both together that are right."""
    scores = network.score([[w.text for w in tree.words] for tree in trees], PAD)
    gold = [w for tree in trees for w in tree.words]
    found = [network.labels[k] for k in scores.argmax(axis=1)]
    pairs = [f.split("/", 1) for f in found]
    n = len(gold)
    return (
        100 * sum(g.tag == p[0] for g, p in zip(gold, pairs, strict=True)) / n,
        100 * sum(g.xpos == p[1] for g, p in zip(gold, pairs, strict=True)) / n,
        100 * sum(label(g) == f for g, f in zip(gold, found, strict=True)) / n,
    )


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("timeline/sentences/weights/tagger.npz"))
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--size", type=int, default=Settings.size)
    parser.add_argument("--hidden", type=int, default=Settings.hidden)
    parser.add_argument("--dropout", type=float, default=Settings.dropout)
    parser.add_argument("--own", type=float, default=2.0)
    options = parser.parse_args()
    corpora = read_corpora(options.corpora)
    counts = Counter(label(w) for tree in corpora.learnt for w in tree.words)
    labels = sorted(name for name, n in counts.items() if n >= 10)

    def watch(network: WindowNetwork) -> str:
        return " ".join(
            f"{name} {' '.join(f'{x:.2f}' for x in measure(network, trees))}"
            for name, trees in corpora.held.items()
            if name != "test"
        )

    settings = Settings(
        epochs=options.epochs,
        size=options.size,
        hidden=options.hidden,
        dropout=options.dropout,
        thin=0.5,
    )
    arrays, network = teach(weigh(corpora, options.own), labels, settings, watch)
    save(arrays, options.out)
    print("test", *(f"{x:.2f}" for x in measure(network, corpora.held["test"])))


if __name__ == "__main__":
    main()
