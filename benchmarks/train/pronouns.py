"""Trains the model that tells whom or what a pronoun means.

    python -m benchmarks.train.pronouns GUM.conllu.gz

GUM marks what every noun and pronoun stands for. Its words are tagged and parsed by our own models,
whose mistakes are met thereby. The figures printed are of cross-validation by document: of the
pronouns that are given a name at all, how many are given the right one; of those that have been
named before, how many are.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.train.coreference import Coreference, read_coreference, read_own
from benchmarks.train.weights import write_weights
from timeline.events.antecedents import Chain, Choice, Pronoun, describe
from timeline.events.cues import Cues, cues
from timeline.events.found import Story
from timeline.events.people import RIVAL, SURE, Discourse
from timeline.events.reading import first_pass
from timeline.events.syntax import Grove
from timeline.resolution import Publication, resolve
from timeline.sentences import analyze, find_mentions

OWN = Path(__file__).parent / "data" / "pronouns.txt"
#: How often each of our own sentences counts, there being few.
OWN_WEIGHT = 4
FOLDS = 9
#: Kinds of text that are speech.
LEFT_OUT = ("GUM_interview", "GUM_court")


class Lesson(NamedTuple):
    """A pronoun: the features of each candidate and of nobody, which are right, whether named."""

    kind: str
    rows: list[list[str]]
    right: list[bool]
    named: bool


class Teacher(Discourse):
    """Takes down each choice and makes the right one."""

    meant: dict[int, str]
    lessons: list[Lesson]

    def decide(self, pronoun: Pronoun, chains: Sequence[Chain]) -> Choice | None:
        token = pronoun.syntax.tokens[pronoun.word]
        wanted = self.meant.get(token.start, "")
        known = [self.gender(chain.entity) for chain in chains]
        right = [bool(wanted) and self._is(chain, wanted) for chain in chains]
        before = any(e == wanted for at, e in self.meant.items() if at < token.start)
        rows = describe(pronoun, chains, known)
        self.lessons.append(Lesson(pronoun.kind, rows, [*right, not any(right)], before))
        best = next((c for c, fits in zip(chains, right, strict=True) if fits), None)
        return Choice(best, 1.0, 0.0, True) if best is not None else None

    def _is(self, chain: Chain, wanted: str) -> bool:
        """Whether a chain was last seen as the entity that is wanted."""
        for mention in reversed(chain.mentions):
            start = self._grove[mention.sentence].tokens[mention.word].start
            if start in self.meant:
                return self.meant[start] == wanted
        return False


def read_lessons(document: Coreference) -> list[Lesson]:
    """The pronouns of a document, read as the event reader reads it.

    They are read twice, once as if no first name were known, as with people of other countries.
    """
    words = cues("en")
    none = replace(words.pronouns, male_names=frozenset(), female_names=frozenset())
    return [*_read(document, words), *_read(document, replace(words, pronouns=none))]


def _read(document: Coreference, words: Cues) -> list[Lesson]:
    text = document.text
    sentences, expressions = analyze(text), resolve(text, Publication(0))
    story = Story(None, words, news=False)
    chapters = first_pass(text, sentences, expressions, find_mentions(sentences), story)
    scenes = {number: scene for number, scene, _ in chapters}
    grove = Grove(sentences, scenes, words, expressions)
    teacher = Teacher(text, grove, words, expressions)
    teacher.meant, teacher.lessons = document.meant, []
    teacher.resolve(len(sentences) - 1, 0)
    return teacher.lessons


def fit(lessons: Sequence[Lesson], decay: float = 4.0, least: int = 10) -> dict[str, float]:
    """Weights of a softmax over the candidates of each pronoun, with an L2 prior."""
    counts = Counter(name for one in lessons for row in one.rows for name in row)
    names = {name: n for n, name in enumerate(sorted(k for k, v in counts.items() if v >= least))}
    rows, columns, group, right = [], [], [], []
    for number, one in enumerate(lessons):
        for row, fits in zip(one.rows, one.right, strict=True):
            place = len(group)
            group.append(number)
            right.append(fits)
            found = [names[name] for name in row if name in names]
            rows += [place] * len(found)
            columns += found
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), (len(group), len(names)))
    groups, hits = np.array(group), np.array(right, float)
    count = len(lessons)

    def share(powers: np.ndarray) -> np.ndarray:
        return powers / np.bincount(groups, powers, count)[groups]

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ values
        tops = np.full(count, -np.inf)
        np.maximum.at(tops, groups, scores)
        powers = np.exp(scores - tops[groups])
        total, hit = np.bincount(groups, powers, count), np.bincount(groups, powers * hits, count)
        hit = np.maximum(hit, 1e-12)
        slope = share(powers) - powers * hits / hit[groups]
        return (
            np.log(total / hit).sum() + decay / 2 * values @ values,
            table.T @ slope + decay * values,
        )

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: float(found.x[n]) for name, n in names.items()}


class Verdict(NamedTuple):
    """How sure the best candidate is, its rival, whether grammar speaks for it, if it is right."""

    kind: str
    sure: float
    rival: float
    supposed: bool
    right: bool
    named: bool

    def told(self) -> bool:
        """Whether a reader would be given a name in place of the pronoun."""
        case = 0 if self.supposed else 1
        return self.sure >= SURE[self.kind][case] and self.rival <= RIVAL[case]


def judge(lessons: Sequence[Lesson], weights: dict[str, float]) -> list[Verdict]:
    """What is chosen for each pronoun."""
    found = []
    for one in lessons:
        scores = np.array([sum(weights.get(name, 0.0) for name in row) for row in one.rows])
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        if len(chances) < 2:
            found.append(Verdict(one.kind, 0.0, 0.0, False, False, one.named))
            continue
        order = chances[:-1].argsort()[::-1]
        best = int(order[0])
        rival = float(chances[order[1]]) if len(order) > 1 else 0.0
        supposed = f"{one.kind} supposed=True" in one.rows[best]
        right = one.right[best]
        found.append(Verdict(one.kind, float(chances[best]), rival, supposed, right, one.named))
    return found


def validate(documents: Sequence[list[Lesson]], own: Sequence[Lesson]) -> str:
    """How many pronouns are given names, and how many of these are right."""
    found: list[Verdict] = []
    for fold in range(FOLDS):
        rest = [one for n, d in enumerate(documents) if n % FOLDS != fold for one in d]
        tested = [one for d in documents[fold::FOLDS] for one in d]
        found += judge(tested, fit([*rest, *own]))
    lines = []
    for kind in SURE:
        mine = [one for one in found if one.kind == kind]
        named = sum(one.named for one in mine)
        told = [one for one in mine if one.told()]
        right = sum(one.right for one in told)
        lines.append(
            f"{kind:5} {len(told):4} given a name, {right / max(1, len(told)):.3f} right;"
            f" {right / named:.3f} of {named}"
        )
    return "\n".join(lines)


def main(path: str) -> None:
    """Trains on a corpus and writes the weights."""
    documents = [
        read_lessons(document)
        for document in read_coreference(Path(path))
        if not document.name.startswith(LEFT_OUT)
    ]
    own = [one for document in read_own(OWN) for one in read_lessons(document)] * OWN_WEIGHT
    sys.stdout.write(validate(documents, own) + "\n")
    write_weights("pronouns", fit([*own, *(one for lessons in documents for one in lessons)]))


if __name__ == "__main__":
    main(sys.argv[1])
