"""Trains the tagger of parts of speech: `timeline/sentences/weights/tagger.npz`.

    python benchmarks/train/tagger.py --corpora DIR

DIR holds UD English EWT (`ud_ewt_{train,dev,test}.conllu.gz`, CC BY-SA 4.0) and the openly licensed
genres of GUM (`gum_open.conllu.gz`, CC BY 4.0). Twelve documents of GUM are held out. Sentences of
our own (`data/trees`) are learnt from, too, and count `--own` times.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from fit import IGNORED, Example, Settings, save, train
from treebanks import Tree, is_held_out, read_own, read_trees

from timeline.sentences.features import describe_word
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import WindowNetwork

PAD = ""


def label(word: object) -> str:
    return f"{word.tag}/{word.xpos}"  # type: ignore[attr-defined]


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
    ewt = {
        part: list(read_trees(options.corpora / f"ud_ewt_{part}.conllu.gz"))
        for part in ("train", "dev", "test")
    }
    gum = list(read_trees(options.corpora / "gum_open.conllu.gz"))
    held = [tree for tree in gum if is_held_out(tree.document)]
    learnt = ewt["train"] + [tree for tree in gum if not is_held_out(tree.document)]
    counts = Counter(label(w) for tree in learnt for w in tree.words)
    labels = sorted(name for name, n in counts.items() if n >= 10)
    number = {name: k for k, name in enumerate(labels)}
    own = read_own() if options.own else []
    examples = [
        Example(
            [w.text for w in tree.words],
            [number.get(label(w), IGNORED) for w in tree.words],
            weight,
        )
        for trees, weight in ((learnt, 1.0), (own, options.own))
        for tree in trees
    ]
    lexicon = load_lexicon()

    def describe(word: str) -> list[int]:
        return describe_word(word, lexicon)

    def watch(arrays: dict[str, object]) -> str:
        network = WindowNetwork(arrays, describe)  # type: ignore[arg-type]
        parts = {"dev": ewt["dev"], "gum": held, "own": read_own(measuring=True)}
        return " ".join(
            f"{name} {' '.join(f'{x:.2f}' for x in measure(network, trees))}"
            for name, trees in parts.items()
        )

    settings = Settings(
        epochs=options.epochs,
        size=options.size,
        hidden=options.hidden,
        dropout=options.dropout,
        thin=0.5,
    )
    arrays = train(examples, labels, describe, PAD, settings, watch)
    save(arrays, options.out)
    network = WindowNetwork(arrays, describe)
    print("test", *(f"{x:.2f}" for x in measure(network, ewt["test"])))


if __name__ == "__main__":
    main()
