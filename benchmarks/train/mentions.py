"""Trains the finder of event mentions: `timeline/sentences/weights/mentions.npz`.

    python benchmarks/train/mentions.py --corpora DIR [--measure NEWS.jsonl ...]

Learnt from what open corpora imply. GUM and EWT: verbs that are neither auxiliary nor copula nor a
frozen preposition or attribute, without those that only relate or describe; nouns of the list in
`timeline/sentences/english.toml` that are no modifiers; in GUM also heads of entities of type
"event", while other nouns of EWT and of our own trees that may be events are left open. MEANTIME
(Wikinews): the annotated first sentences. Words are tagged by our own tagger, so that its mistakes
are met in training. `--measure` files are only scored.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from fit import IGNORED, Example, Settings, save, train
from treebanks import Tree, Word, is_held_out, read_own, read_trees

from timeline.sentences.analyzers import analyze
from timeline.sentences.features import Reading, describe_token
from timeline.sentences.lemmas import find_lemma
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.mentions import PAD
from timeline.sentences.network import WindowNetwork, softmax
from timeline.sentences.tagging import tag
from timeline.sentences.tokens import Sentence
from timeline.sentences.vocabulary import EVENT_ADJECTIVES, EVENT_NOUNS

NO, YES = 0, 1
FROZEN = {"aux", "aux:pass", "cop", "case", "fixed", "amod", "mark", "cc", "compound", "flat"}


def read_entities(tree: Tree) -> Iterator[tuple[str, int, int]]:
    """Entities of a sentence of GUM: type, first and last word."""
    open_: list[tuple[str, str, int]] = []
    for k, word in enumerate(tree.words):
        found = re.search(r"Entity=([^|]*)", word.misc)
        for mark in re.findall(r"\([^()]*\)?|[^()]*\)", found[1]) if found else []:
            if mark.startswith("("):
                fields = mark.strip("()").split("-")
                open_.append((fields[0], fields[1] if len(fields) > 1 else "", k))
            if mark.endswith(")"):
                name = mark.strip("()").split("-")[0]
                for place in range(len(open_) - 1, -1, -1):
                    if open_[place][0] == name:
                        _, kind, start = open_.pop(place)
                        yield kind, start, k
                        break


# Verbs that tell how things stand to each other rather than that something happens.
RELATIONS = frozenset(
    "include base compare concern associate exist mean comprise consist contain be".split()
)
# Participles that describe, when they have no auxiliary.
DESCRIBING = {
    "VBG": frozenset("follow remain live operate reflect".split()),
    "VBN": frozenset("know own call name design locate situate involve relate".split()),
}
MODIFIERS = frozenset(["compound", "flat", "fixed"])


def is_event_verb(tree: Tree, k: int) -> bool:
    """Whether the verb at `k` names an event."""
    word, lemma = tree.words[k], tree.words[k].lemma.lower()
    if word.text.lower() == "according":
        return True
    if word.relation in FROZEN or word.xpos[:2] != "VB" or lemma in RELATIONS:
        return False
    children = [other for other in tree.words if other.head == k + 1]
    if lemma in DESCRIBING.get(word.xpos, ()):
        return any(child.relation.startswith("aux") for child in children)
    plans = any(child.relation == "xcomp" and child.xpos == "VB" for child in children)
    return not (lemma == "go" and word.xpos == "VBG" and plans)


def label_noun(word: Word, nouns: bool) -> int:
    """What a noun is known to be: no event, an event, or open where nothing is annotated."""
    lemma = word.lemma.lower()
    if word.text.lower() == "sales":
        return NO
    if lemma in EVENT_NOUNS and word.tag == "NOUN" and word.relation not in MODIFIERS:
        return YES
    if nouns or word.relation in MODIFIERS or load_lexicon().entry(lemma).eventful < 2:
        return NO
    return IGNORED


def label_tree(tree: Tree, nouns: bool) -> list[int]:
    """Which words of a tree name events; `nouns` tells that its entities are annotated."""
    labels = [NO] * len(tree.words)
    for k, word in enumerate(tree.words):
        if word.tag == "VERB":
            labels[k] = YES if is_event_verb(tree, k) else NO
        elif word.tag in ("NOUN", "PROPN"):
            labels[k] = label_noun(word, nouns)
        elif word.tag == "ADJ" and word.lemma.lower() in EVENT_ADJECTIVES:
            labels[k] = NO if word.relation in ("amod", "advmod", *MODIFIERS) else YES
    if nouns:
        for kind, first, last in read_entities(tree):
            heads = [
                k for k in range(first, last + 1) if not first < tree.words[k].head <= last + 1
            ]
            if kind == "event" and heads and tree.words[heads[0]].tag in ("NOUN", "VERB", "PROPN"):
                labels[heads[0]] = YES
    return labels


def keys_of(sentence: Sentence) -> list[Reading]:
    """What the network sees of each token."""
    return [token[2:] for token in sentence.tokens]


def from_trees(trees: list[Tree], nouns: bool, weight: float) -> list[Example]:
    """Examples of a treebank, with our own tags."""
    words = [[w.text for w in tree.words] for tree in trees]
    tags = zip(*tag(words), strict=True)
    examples = []
    for tree, forms in zip(trees, words, strict=True):
        keys = []
        for form, (upos, xpos) in zip(forms, tags, strict=False):
            keys.append((form, upos, xpos, find_lemma(form, upos, xpos)))
        examples.append(Example(keys, label_tree(tree, nouns), weight))
    return examples


def label_text(text: str, events: list[dict[str, object]]) -> Iterator[tuple[Sentence, list[int]]]:
    """The sentences of an annotated text with a label for each token."""
    spans = [(int(e["start"]), int(e["end"])) for e in events]  # type: ignore[call-overload]
    for sentence in analyze(text):
        yield (
            sentence,
            [
                YES if any(t.start < b and a < t.end for a, b in spans) else NO
                for t in sentence.tokens
            ],
        )


def from_news(path: Path, weight: float) -> list[Example]:
    """Examples of MEANTIME: sentences up to the last that has an annotated event."""
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        last = max((e["end"] for e in document["events"]), default=0)
        for sentence, labels in label_text(document["text"], document["events"]):
            if sentence.start < last and (YES in labels):
                examples.append(Example(keys_of(sentence), labels, weight))
    return examples


class News:
    """Annotated news to measure on, read once."""

    def __init__(self, paths: list[Path]) -> None:
        self.documents = []
        for path in paths:
            for line in path.read_text(encoding="utf-8").splitlines():
                document = json.loads(line)
                events = sorted((e["start"], e["end"]) for e in document["events"])
                self.documents.append((document["text"], events, analyze(document["text"])))

    def chances(self, network: WindowNetwork) -> list[list[tuple[int, int, float]]]:
        """Start, end and chance of each token, a list a document."""
        found = []
        for _, _, sentences in self.documents:
            p = softmax(network.score([keys_of(s) for s in sentences], PAD))[:, YES]
            tokens = [t for s in sentences for t in s.tokens]
            found.append([(t.start, t.end, float(c)) for t, c in zip(tokens, p, strict=True)])
        return found

    def score(self, network: WindowNetwork) -> str:
        """Precision, recall and F1 at a few thresholds."""
        table = []
        chances = self.chances(network)
        for least in np.arange(0.2, 0.85, 0.05):
            hit = system = gold = 0
            for (_, events, _), rows in zip(self.documents, chances, strict=True):
                picked = [(a, b) for a, b, c in rows if c >= least]
                gold += len(events)
                system += len(picked)
                taken: set[int] = set()
                start = 0
                for a, b in events:
                    while start < len(picked) and picked[start][1] <= a:
                        start += 1
                    for k in range(start, len(picked)):
                        if picked[k][0] >= b:
                            break
                        if k not in taken:
                            taken.add(k)
                            break
                hit += len(taken)
            if gold and system:
                f1 = 200 * hit / (gold + system)
                table.append((f1, 100 * hit / system, 100 * hit / gold, float(least)))
        best = max(table)
        half = min(table, key=lambda row: abs(row[3] - 0.5))
        return " ".join(f"F {f:.2f} P {p:.1f} R {r:.1f} at {t:.2f};" for f, p, r, t in (best, half))


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("timeline/sentences/weights/mentions.npz"))
    parser.add_argument("--measure", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--hidden", type=int, default=48)
    parser.add_argument("--size", type=int, default=32)
    parser.add_argument("--dropout", type=float, default=0.4)
    parser.add_argument("--reach", type=int, default=2)
    parser.add_argument("--ewt", type=float, default=1.0)
    parser.add_argument("--own", type=float, default=1.0)
    parser.add_argument("--meantime", type=float, default=1.0)
    options = parser.parse_args()
    gum = list(read_trees(options.corpora / "gum_open.conllu.gz"))
    held = from_trees([t for t in gum if is_held_out(t.document)], True, 1.0)
    examples = from_trees([t for t in gum if not is_held_out(t.document)], True, 1.0)
    if options.own:
        examples += from_trees(read_own(), False, options.own)
    if options.ewt:
        ewt = list(read_trees(options.corpora / "ud_ewt_train.conllu.gz"))
        examples += from_trees(ewt, False, options.ewt)
    if options.meantime:
        for name in ("meantime_en_airbus", "meantime_en_apple"):
            examples += from_news(options.corpora / f"{name}.jsonl", options.meantime)
    random.Random(3).shuffle(examples)
    news = News(options.measure)
    lexicon = load_lexicon()

    def describe(reading: Reading) -> list[int]:
        return describe_token(reading, lexicon)

    def watch(arrays: dict[str, object]) -> str:
        network = WindowNetwork(arrays, describe)  # type: ignore[arg-type]
        chance = softmax(network.score([e.keys for e in held], PAD))[:, YES]
        gold = np.array([x for e in held for x in e.labels]) == YES
        picked = chance >= 0.5
        f1 = 200 * (gold & picked).sum() / (gold.sum() + picked.sum())
        return f"gum F {f1:.2f}; " + (news.score(network) if news.documents else "")

    settings = Settings(
        epochs=options.epochs,
        hidden=options.hidden,
        size=options.size,
        dropout=options.dropout,
        reach=options.reach,
        least=3,
    )
    arrays = train(examples, ["no", "yes"], describe, PAD, settings, watch)
    save(arrays, options.out)


if __name__ == "__main__":
    main()
