"""Trains what tells tags that are easily taken for each other: `confusions.json` of the weights.

    python benchmarks/train/confusions.py --corpora DIR

Learnt from what the tagger learns from. It must see the tagger as unsure as it is of new texts, so
each half of the sentences is tagged by a tagger that was taught the other half. For each pair a
logistic regression over what `timeline.sentences.confusions` tells of each word that might have
either label. The strength of the prior is what leaves fewest of the learnt cases wrong in
cross-validation by document. Printed is how many cases there are of those held out, and how many
the tagger alone and this have wrong.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from fit import Settings
from regression import fit_logistic
from tagger import PAD, label, teach, weigh
from treebanks import Tree, read_corpora

from timeline.sentences.confusions import PAIRS, SURE, Told, find_unsure
from timeline.sentences.draft import Draft
from timeline.sentences.network import WindowNetwork
from timeline.sentences.tagger import load_tagger
from timeline.sentences.verbforms import settle_past_tenses

Network = WindowNetwork[str]
OUT = Path("timeline/sentences/weights/confusions.json")
#: Taggers of halves need fewer rounds to be as good as they get.
EPOCHS = 6
#: How often our own sentences count.
OWN = 2.0
#: How often a feature must be met, strengths of the prior, and the least weight that is kept.
LEAST, DECAYS, KEPT = 6, (4.0, 8.0, 16.0), 0.12
TOGETHER, FOLDS = 500, 5
#: Words that the tagger is so much surer of teach, too: they show what is plain.
SURER = 4.0


class Case(NamedTuple):
    """A word that might have either label of a pair: its features, whether the second is right,
    and whether the tagger chooses it."""

    document: str
    pair: int
    features: list[str]
    right: bool
    tagged: bool
    weight: float


def part_of(document: str, parts: int) -> int:
    """Which of some parts a document is of."""
    return crc32(document.encode()) % parts


def find_cases(
    weighed: Sequence[tuple[Tree, float]], network: Network, sure: float = SURE
) -> list[Case]:
    """The words of sentences that a tagger is unsure of, where one label of the pair is right."""
    found = []
    for first in range(0, len(weighed), TOGETHER):
        part = weighed[first : first + TOGETHER]
        sentences = [[word.text for word in tree.words] for tree, _ in part]
        draft = Draft(sentences, network.score(sentences, PAD))
        settle_past_tenses(draft)
        told = [Told(words, *draft.tags(start, words)) for start, words in draft]
        places, pairs, leads = find_unsure(draft, sure)
        homes = draft.homes(places)
        for home, place, pair, lead in zip(homes, places, pairs, leads.tolist(), strict=True):
            tree, weight = part[home]
            k = int(place - draft.starts[home])
            gold, tagged = label(tree.words[k]), network.labels[draft.best[place]]
            one, other = PAIRS[pair]
            if gold in (one, other):
                name, features = tree.document or tree.id, told[home].describe(k, lead)
                found.append(Case(name, pair, features, gold == other, tagged == other, weight))
    return found


def fit(cases: Sequence[Case], decay: float) -> dict[str, int]:
    """Weights of features in hundredths, small ones left out."""
    found = fit_logistic(
        [case.features for case in cases],
        [case.right for case in cases],
        [case.weight for case in cases],
        decay=decay,
        least=LEAST,
    )
    return {name: round(100 * w) for name, w in found.items() if abs(w) >= KEPT}


def errors(cases: Sequence[Case], weights: dict[str, int]) -> int:
    """How many cases the weights have wrong."""
    told = (sum(weights.get(name, 0) for name in case.features) > 0 for case in cases)
    return sum(now != case.right for now, case in zip(told, cases, strict=True))


def validate(cases: Sequence[Case], decay: float) -> int:
    """How many are wrong in cross-validation by document."""
    wrong = 0
    for fold in range(FOLDS):
        taught = [case for case in cases if part_of(case.document, FOLDS) != fold]
        held = [case for case in cases if part_of(case.document, FOLDS) == fold]
        wrong += errors(held, fit(taught, decay))
    return wrong


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    corpora = read_corpora(options.corpora)
    weighed = weigh(corpora, OWN)
    learnt: list[Case] = []
    for half in (0, 1):
        mine = [part_of(tree.document or tree.id, 2) == half for tree, _ in weighed]
        others = [one for one, is_mine in zip(weighed, mine, strict=True) if not is_mine]
        _, network = teach(others, load_tagger().labels, Settings(epochs=EPOCHS))
        rest = [one for one, is_mine in zip(weighed, mine, strict=True) if is_mine]
        learnt += find_cases(rest, network, SURE + SURER)
    held = {
        name: find_cases([(tree, 1.0) for tree in trees], load_tagger())
        for name, trees in corpora.held.items()
    }
    found = {}
    for number, pair in enumerate(PAIRS):
        cases = [case for case in learnt if case.pair == number]
        wrong = {decay: validate(cases, decay) for decay in DECAYS}
        decay = min(wrong, key=lambda one: wrong[one])
        weights = found[pair.name] = fit(cases, decay)
        print(pair.name, len(cases), "cases, wrong by prior", wrong, len(weights), "weights")
        for name, known in held.items():
            part = [case for case in known if case.pair == number]
            before = sum(case.tagged != case.right for case in part)
            print(" ", name, len(part), "wrong", before, "->", errors(part, weights))
    options.out.write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")
    print(options.out, options.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
