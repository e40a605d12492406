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
from timeline.events.coreference.antecedents import Chain, Choice, Pronoun, choose, describe
from timeline.events.coreference.people import Discourse
from timeline.events.cues import Cues, cues
from timeline.events.dates.found import Story
from timeline.events.reading import first_pass
from timeline.events.trees.syntax import LazyTrees
from timeline.expressions import TimeExpression
from timeline.resolution import Publication, resolve
from timeline.sentences import Sentence, analyze, find_mentions

OWN = Path(__file__).parent / "data" / "pronouns.txt"
#: How often each of our own sentences counts, there being few.
OWN_WEIGHT = 8
FOLDS = 5
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
            start = self._trees[mention.sentence].tokens[mention.word].start
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
    sentences, trees, expressions = _lay_out(document.text, words)
    teacher = Teacher(document.text, trees, words, expressions)
    teacher.meant, teacher.lessons = document.meant, []
    teacher.resolve(len(sentences) - 1, 0)
    return teacher.lessons


def _lay_out(
    text: str, words: Cues
) -> tuple[Sequence[Sentence], LazyTrees, Sequence[TimeExpression]]:
    """The sentences of a text, their trees and its times."""
    sentences, expressions = analyze(text), resolve(text, Publication(0))
    story = Story(text, None, words, news=False)
    chapters = first_pass(sentences, expressions, find_mentions(sentences), story)
    scenes = {number: scene for number, scene, _ in chapters}
    return sentences, LazyTrees(sentences, scenes, words, expressions), expressions


def fit(lessons: Sequence[Lesson], decay: float = 30.0, least: int = 10) -> dict[str, float]:
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


class Pupil(Discourse):
    """Chooses by weights that it is given."""

    table: dict[str, float]

    def decide(self, pronoun: Pronoun, chains: Sequence[Chain]) -> Choice | None:
        known = [self.gender(chain.entity) for chain in chains]
        return choose(pronoun, chains, known, self.table)


def judge(document: Coreference, weights: dict[str, float]) -> Counter[str]:
    """How many pronouns of a document could be given a name, are, and are given the right one."""
    found: Counter[str] = Counter()
    sentences, trees, expressions = _lay_out(document.text, cues("en"))
    pupil = Pupil(document.text, trees, cues("en"), expressions)
    pupil.table = weights
    for number, sentence in enumerate(sentences):
        for word, token in enumerate(sentence.tokens):
            meant = pupil.meaning(number, word)
            if meant is None:
                continue
            kind = "he" if meant.person else "they" if meant.plural else "it"
            wanted = document.meant.get(token.start, "")
            named = any(e == wanted for at, e in document.meant.items() if at < token.start)
            found[f"{kind} could"] += bool(wanted) and named
            entity = pupil.resolve(number, word)
            if entity is None:
                continue
            start = trees[entity.sentence].tokens[entity.head].start
            if start in document.meant:  # else the corpus has no mention with that head
                found[f"{kind} named"] += 1
                found[f"{kind} right"] += document.meant[start] == wanted
    return found


def validate(
    documents: Sequence[Coreference], lessons: Sequence[list[Lesson]], own: Sequence[Lesson]
) -> str:
    """How many pronouns are given names, and how many of these are right."""
    found: Counter[str] = Counter()
    for fold in range(FOLDS):
        rest = [one for n, d in enumerate(lessons) if n % FOLDS != fold for one in d]
        weights = fit([*rest, *own])
        for document in documents[fold::FOLDS]:
            found += judge(document, weights)
    return "\n".join(
        f"{kind:5} {found[f'{kind} named']:4} given a name,"
        f" {found[f'{kind} right'] / found[f'{kind} named']:.3f} right;"
        f" {found[f'{kind} right'] / found[f'{kind} could']:.3f} of {found[f'{kind} could']}"
        for kind in ("he", "they", "it")
    )


def main(path: str) -> None:
    """Trains on a corpus and writes the weights."""
    documents = [d for d in read_coreference(Path(path)) if not d.name.startswith(LEFT_OUT)]
    lessons = [read_lessons(document) for document in documents]
    own = [one for document in read_own(OWN) for one in read_lessons(document)] * OWN_WEIGHT
    sys.stdout.write(validate(documents, lessons, own) + "\n")
    write_weights("pronouns", fit([*own, *(one for found in lessons for one in found)]))


if __name__ == "__main__":
    main(sys.argv[1])
