"""Trains the ranker that tells which event of a sentence a time expression dates.

    python -m benchmarks.train.dating EWT.conllu.gz GUM.conllu.gz

The lesson comes from treebanks: where "on Monday" hangs on a verb or on a noun that names an event,
that is what it dates. No temporal annotation is needed, so the open treebanks teach it, with
sentences of our own for what newspapers do and treebanks seldom show. How far our own parser is to
be trusted is learnt from what it was not taught itself: EWT dev and test, the documents of GUM that
are held out, and our own sentences.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.events import instant
from benchmarks.train.treebanks import Tree, is_held_out, read_trees
from benchmarks.train.weights import write_weights
from timeline.events.cues import cues
from timeline.events.dating import describe_pairs
from timeline.events.planting import plant
from timeline.events.scenes import Scene, TimeWords, lay_out
from timeline.expressions import TimeExpression
from timeline.meanings import Unknown
from timeline.resolution import Publication, resolve
from timeline.sentences import Mention, Sentence, Token, analyze, find_mentions
from timeline.sentences.lexicon import load_lexicon

OWN = Path(__file__).parent / "data" / "dating.txt"
#: How often each of our own sentences counts, there being few.
OWN_WEIGHT = 2
#: Stands in for a day of publication, which the texts of treebanks lack.
PUBLISHED = instant("2005-06-15")
PAST = re.compile(r"\b(?:last|ago|yesterday|earlier|past|recently|previous)\b")
FUTURE = re.compile(r"\b(?:next|tomorrow|coming)\b")


@dataclass
class Lesson:
    """One expression: the features of each candidate, and which is right."""

    rows: list[list[str]]
    right: set[int]


def bare_expression(text: str, start: int) -> TimeExpression:
    """Time words that nothing is known of but where they stand."""
    return TimeExpression(start, start + len(text), text, (), Unknown(text), "", None, "none", "")


def tokens_of(tree: Tree) -> list[Token]:
    """A tree's words as tokens, one blank apart."""
    found, at = [], 0
    for word in tree.words:
        lemma = word.lemma.lower()
        found.append(Token(at, at + len(word.text), word.text, word.tag, word.xpos, lemma))
        at += len(word.text) + 1
    return found


def mentions_of(tree: Tree) -> list[Mention]:
    """Verbs, copulas and event nouns of a tree."""
    lexicon, found = load_lexicon(), []
    for number, word in enumerate(tree.words):
        if (
            (word.tag == "VERB" and word.relation not in ("amod", "case", "fixed"))
            or (word.tag == "AUX" and word.relation == "cop")
            or (word.tag == "NOUN" and lexicon.entry(word.lemma.lower()).eventful >= 6)
        ):
            found.append(Mention(number, number, number, "occurrence", 1.0))
    return found


def is_new(path: Path, tree: Tree) -> bool:
    """Whether the parser was not taught a sentence."""
    return is_held_out(tree.document) if "gum" in path.name else "train" not in path.name


def lessons(path: Path) -> Iterator[tuple[str, Lesson]]:
    """What a treebank teaches, with the document it comes from."""
    words = cues("en")
    for tree in read_trees(path):
        tokens = tokens_of(tree)
        text = " ".join(token.text for token in tokens)
        spans = [x for x in resolve(text, Publication(PUBLISHED)) if x.span is not None]
        if not spans:
            continue
        sentence = Sentence(0, len(text), tuple(tokens))
        parsed = plant([sentence], spans, words)[0] if is_new(path, tree) else None
        scene = lay_out(text, sentence, mentions_of(tree), spans, words, parsed)
        for time in scene.times:
            lesson = _lesson(tree, scene, time)
            if lesson is not None:
                yield tree.document, lesson


def _lesson(tree: Tree, scene: Scene, time: TimeWords) -> Lesson | None:
    if len(scene.mentions) < 2:
        return None
    copulas = {w.head - 1: n for n, w in enumerate(tree.words) if w.relation == "cop"}
    at = next(
        (
            tree.words[n].head - 1
            for n in range(time.first, time.last + 1)
            if not time.first <= tree.words[n].head - 1 <= time.last
            and tree.words[n].tag != "PUNCT"
        ),
        -1,
    )
    where = {mention.head: number for number, mention in enumerate(scene.mentions)}
    while at >= 0:
        node = copulas.get(at, at)
        if node in where:
            break
        if tree.words[at].tag not in ("NOUN", "ADJ", "ADV", "NUM") or tree.words[at].tag == "PROPN":
            return None
        if tree.words[at].relation in ("nmod", "obl", "nsubj"):
            return None
        at = tree.words[at].head - 1
    if at < 0:
        return None
    return Lesson(_rows(scene, time), {where[copulas.get(at, at)]})


def _rows(scene: Scene, time: TimeWords) -> list[list[str]]:
    words = cues("en")
    phrase = time.expression.text.lower()
    way = "past" if PAST.search(phrase) else "future" if FUTURE.search(phrase) else "none"
    return describe_pairs(scene, time, scene.mentions, way, words)


MARKS = re.compile(r"[{}*]")


def own_lessons(path: Path) -> Iterator[Lesson]:
    """What our own sentences teach."""
    words = cues("en")
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text, places = MARKS.sub("", line), dict[str, list[int]]()
        for number, mark in enumerate(MARKS.finditer(line)):
            places.setdefault(mark[0], []).append(mark.start() - number)
        start, end = places["{"][0], places["}"][0]
        expression = bare_expression(text[start:end], start)
        known = resolve(text, Publication(PUBLISHED))
        sentences = analyze(text)
        chosen = {n for a, b in zip(*[iter(places["*"])] * 2, strict=True) for n in range(a, b)}
        for sentence, found in zip(sentences, find_mentions(sentences), strict=True):
            if not sentence.start <= start < sentence.end:
                continue
            tree = plant([sentence], known, words)[0]
            scene = lay_out(text, sentence, found, [expression], words, tree)
            right = {
                n for n, m in enumerate(scene.mentions) if sentence.tokens[m.head].start in chosen
            }
            if right and len(scene.mentions) > len(right):
                yield Lesson(_rows(scene, scene.times[0]), right)


def fit(lessons: Sequence[Lesson], decay: float = 0.6, least: int = 4) -> dict[str, float]:
    """Weights of a softmax over the candidates, by maximum likelihood with an L2 prior."""
    counts = Counter(name for lesson in lessons for row in lesson.rows for name in row)
    names = {name: n for n, name in enumerate(sorted(k for k, v in counts.items() if v >= least))}
    pointers, columns, owners, rights = [0], [], [], []
    for number, lesson in enumerate(lessons):
        for place, row in enumerate(lesson.rows):
            columns.extend(names[name] for name in row if name in names)
            pointers.append(len(columns))
            owners.append(number)
            rights.append(place in lesson.right)
    table = csr_matrix((np.ones(len(columns)), columns, pointers), (len(owners), len(names)))
    owner, right = np.array(owners), np.array(rights)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights
        top = np.full(len(lessons), -np.inf)
        np.maximum.at(top, owner, scores)
        raised = np.exp(scores - top[owner])
        share = raised / np.bincount(owner, raised)[owner]
        good = np.bincount(owner, share * right, minlength=len(lessons))
        gain = np.where(right, share / np.maximum(good[owner], 1e-12), 0.0)
        value = -np.log(np.maximum(good, 1e-12)).sum() + decay / 2 * weights @ weights
        return value, table.T @ (share - gain) + decay * weights

    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}
    )
    return {name: float(found.x[n]) for name, n in names.items()}


def accuracy(lessons: Sequence[Lesson], weights: dict[str, float]) -> float:
    """The share of lessons where the best-scored candidate is right."""
    hits = 0
    for lesson in lessons:
        scores = [sum(weights.get(name, 0.0) for name in row) for row in lesson.rows]
        hits += max(range(len(scores)), key=scores.__getitem__) in lesson.right
    return hits / len(lessons)


def main(paths: Sequence[str]) -> None:
    """Trains on the treebanks named and on our own sentences, and writes the weights."""
    found = [pair for path in paths for pair in lessons(Path(path))]
    own = list(own_lessons(OWN)) * OWN_WEIGHT
    held = set(sorted({document for document, _ in found})[::8])
    testing = [lesson for document, lesson in found if document in held]
    weights = fit([lesson for document, lesson in found if document not in held] + own)
    nearest = {"rank=0L": 1.0, "rank=0R": 1.0}
    sys.stdout.write(
        f"{len(found)} lessons; of {len(testing)} held out"
        f" nearest {accuracy(testing, nearest):.3f}, ranker {accuracy(testing, weights):.3f}\n"
    )
    write_weights("dating", fit([lesson for _, lesson in found] + own))


if __name__ == "__main__":
    main(sys.argv[1:])
