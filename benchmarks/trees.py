"""Tells how often a word of a sentence hangs where a treebank says, and what each mend is worth.

    python -m benchmarks.trees [TREEBANK.conllu[.gz] ...] [--mends]

Without a treebank our own trees are read that nothing has learnt from (`train/data/trees`). Each
sentence is read as in a text, with its times known: first by the parser as it stands, then in
pieces (`timeline.events.trees.planting`), then with all mends. Words count that are heads of
clauses and phrases (subjects, objects, obliques, clauses and the like), not those inside a time or
a name, whose heads are a matter of convention. With `--mends` each mend is told with how often it
changed a tree, and how many of those words it hung rightly or wrongly that were not so before.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.train.planted import PUBLISHED, lay
from benchmarks.train.readings import read_words
from benchmarks.train.treebanks import Tree as Gold
from benchmarks.train.treebanks import read_own, read_trees
from timeline import find
from timeline.events.cues import Cues, cues
from timeline.events.layout.scenes import lay_out
from timeline.events.trees.branches import Branches
from timeline.events.trees.mending import MENDS
from timeline.events.trees.planting import grow, prepare
from timeline.sentences import Tree, find_mentions, find_trees
from timeline.sentences.trees import plain

#: Relations of heads of clauses and phrases.
COUNTED = frozenset(
    "root nsubj csubj obj iobj ccomp xcomp advcl acl conj obl appos parataxis nmod".split()
)
#: Sentences that are read as one text.
TOGETHER = 400


class Case(NamedTuple):
    """A sentence with its gold tree and what is read of it before any mend."""

    gold: Gold
    bare: Tree
    planted: Tree
    branches: Branches
    whole_of: list[int]

    def right(self, heads: Sequence[int], relations: Sequence[str]) -> list[tuple[bool, bool]]:
        """For each word that counts whether its head is right, and its relation too."""
        found = []
        for word, told in enumerate(self.gold.words):
            relation, above = plain(told.relation), told.head - 1
            if relation not in COUNTED or self.whole_of[word] != word:
                continue
            hung = self.root_of(heads[word]) == self.root_of(above)
            found.append((hung, hung and plain(relations[word]) == relation))
        return found

    def root_of(self, word: int) -> int:
        """The word that stands for the whole a word belongs to."""
        return word if word < 0 else self.whole_of[word]


def read_cases(trees: Sequence[Gold], words: Cues) -> Iterator[Case]:
    """The sentences of a treebank as they are read in a text."""
    for start in range(0, len(trees), TOGETHER):
        some = trees[start : start + TOGETHER]
        text, sentences = lay(
            some, read_words([[word.text for word in tree.words] for tree in some])
        )
        times = find(text, published=PUBLISHED)
        plots = prepare(sentences, times, words)
        named = find_mentions(sentences)
        bare, planted = find_trees(sentences), grow(sentences, plots)
        for k, (gold, sentence) in enumerate(zip(some, sentences, strict=True)):
            own = [time for time in times if sentence.start <= time.start < sentence.end]
            scene = lay_out(text, sentence, named[k], own, words, planted[k])
            branches = Branches(
                sentence.tokens,
                planted[k],
                scene.chunk_of,
                scene.clauses,
                scene.timed,
                words.verbs.informing,
            )
            heads = [word.head - 1 for word in gold.words]
            wholes = [*plots[k].names, *(w for seed in plots[k].seeds for w in seed.wholes)]
            whole_of = list(range(len(heads)))
            for whole in wholes:
                top = next((w for w in whole.places if heads[w] not in whole.places), whole.head)
                for word in whole.places:
                    whole_of[word] = top
            yield Case(gold, bare[k], planted[k], branches, whole_of)


class Worth(NamedTuple):
    """What a mend did: trees changed, heads hung rightly and wrongly that were not so before."""

    fires: int
    gained: int
    lost: int


class Tally:
    """Counts of words that are right at each stage, and what each mend did."""

    def __init__(self) -> None:
        self.stages: dict[str, Counter[str]] = {
            stage: Counter() for stage in ("parser", "planted", "mended")
        }
        self.mends: dict[str, Worth] = {name_of(mend.repair): Worth(0, 0, 0) for mend in MENDS}

    def add(self, case: Case) -> None:
        """Counts the words of a sentence, and mends its tree step by step."""
        self.count("parser", case.right(case.bare.heads, case.bare.relations))
        branches = case.branches
        before = case.right(branches.heads, branches.relations)
        self.count("planted", before)
        for mend in MENDS:
            was = list(branches.heads), list(branches.relations)
            branches.attempt(mend.repair)
            if was == (list(branches.heads), list(branches.relations)):
                continue
            after = case.right(branches.heads, branches.relations)
            pairs = [(new, old) for (new, _), (old, _) in zip(after, before, strict=True)]
            done, before = self.mends[name_of(mend.repair)], after
            self.mends[name_of(mend.repair)] = Worth(
                done.fires + 1,
                done.gained + sum(new and not old for new, old in pairs),
                done.lost + sum(old and not new for new, old in pairs),
            )
        self.count("mended", before)

    def count(self, stage: str, right: Sequence[tuple[bool, bool]]) -> None:
        """Counts words at a stage."""
        self.stages[stage] += Counter(
            words=len(right), heads=sum(h for h, _ in right), relations=sum(r for _, r in right)
        )

    def lines(self, mends: bool) -> Iterator[str]:
        """What was counted, a line each."""
        for stage, found in self.stages.items():
            words = found["words"]
            heads, names = (100 * found[kind] / max(1, words) for kind in ("heads", "relations"))
            yield f"{stage:8} {words:6} words, heads {heads:.1f}, relations {names:.1f}"
        if mends:
            for name, (fires, gained, lost) in sorted(
                self.mends.items(), key=lambda item: item[1].gained - item[1].lost
            ):
                yield f"{name:30} {fires:5} trees, +{gained} -{lost}"


def name_of(repair: object) -> str:
    """The name of a mend with its module's: "subjects.claim"."""
    module: str = getattr(repair, "__module__", "")
    return f"{module.rpartition('.')[2]}.{getattr(repair, '__name__', '')}"


def main() -> None:
    """Read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebanks", type=Path, nargs="*")
    parser.add_argument("--mends", action="store_true")
    options = parser.parse_args()
    trees = [tree for path in options.treebanks for tree in read_trees(path)]
    tally = Tally()
    for case in read_cases(trees or read_own(measuring=True), cues("en")):
        tally.add(case)
    print(*tally.lines(options.mends), sep="\n")


if __name__ == "__main__":
    main()
