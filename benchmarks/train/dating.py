"""Trains the ranker that tells which event of a sentence a time expression dates.

    python -m benchmarks.train.dating EWT.conllu.gz GUM.conllu.gz [MEANTIME.jsonl …]

The lesson comes from treebanks: where "on Monday" hangs on a verb or on a noun that names an event,
that is what it dates. No temporal annotation is needed, so the open treebanks teach it.
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

from benchmarks.train.treebanks import Tree, read_trees
from benchmarks.train.weights import write_weights
from timeline.events.cues import cues
from timeline.events.dating import describe_pair, nearness
from timeline.events.scenes import Scene, TimeWords, lay_out
from timeline.expressions import TimeExpression
from timeline.sentences import Mention, Sentence, Token
from timeline.sentences.lexicon import load_lexicon

UNITS = r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century)s?"
WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
SEASONS = r"(?:spring|summer|autumn|fall|winter|morning|afternoon|evening|night|time)"
NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several|many|couple of)"
PHRASE = re.compile(
    rf"(?:(?:on|in|at|since|until|by|during|before|after|from|for|of|over) )?"
    rf"(?:(?:the|early|late|mid|about|around|just|more than|nearly) )*"
    rf"(?:(?:last|next|this|past|previous|following|that|every|each) (?:{NUMBER} )?"
    rf"(?:{UNITS}|{WEEKDAYS}|{MONTHS}|{SEASONS})"
    rf"|{NUMBER} {UNITS} (?:ago|earlier|later|before)"
    rf"|{WEEKDAYS}(?: (?:morning|afternoon|evening|night))?(?: ,? ?{MONTHS} \d+(?: , \d{{4}})?)?"
    rf"|{MONTHS} \d{{1,2}}(?:th|st|nd|rd)?(?: , \d{{4}}| \d{{4}})?|(?:\d{{1,2}} )?{MONTHS} \d{{4}}"
    rf"|\d{{1,2}} {MONTHS}"
    rf"|(?<=in |by ){MONTHS}|(?:1[5-9]|20)\d\d(?=$| [^%\w]| \w)"
    rf"|today|yesterday|tomorrow|tonight|recently|currently|now)"
    rf"(?= |$)"
)
PAST = re.compile(r"\b(?:last|ago|yesterday|earlier|past|recently|previous)\b")
FUTURE = re.compile(r"\b(?:next|tomorrow|coming)\b")


@dataclass
class Lesson:
    """One expression: the features of each candidate, and which is right."""

    rows: list[list[str]]
    right: set[int]


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


def lessons(trees: Iterator[Tree]) -> Iterator[tuple[str, Lesson]]:
    """What a treebank teaches, with the document it comes from."""
    words = cues("en")
    for tree in trees:
        tokens = tokens_of(tree)
        text = " ".join(token.text for token in tokens)
        matches = list(PHRASE.finditer(text))
        if not matches:
            continue
        spans = [TimeExpression(m.start(), m.end(), m[0], (), None, "", None) for m in matches]
        sentence = Sentence(0, len(text), tuple(tokens))
        scene = lay_out(text, sentence, mentions_of(tree), spans, words)
        inside = {n for t in scene.times for n in range(t.first, t.last + 1)}
        scene.mentions = [m for m in scene.mentions if m.head not in inside]
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
    return [
        describe_pair(scene, time, mention, rank, way, words)
        for mention, rank in zip(scene.mentions, nearness(scene, time), strict=True)
    ]


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
    """Trains on the treebanks and writes the weights."""
    found = [pair for path in paths for pair in lessons(read_trees(Path(path)))]
    documents = sorted({document for document, _ in found})
    held = set(documents[::8])
    teaching = [lesson for document, lesson in found if document not in held]
    testing = [lesson for document, lesson in found if document in held]
    weights = fit(teaching)
    nearest = {"rank=0L": 1.0, "rank=0R": 1.0}
    sys.stdout.write(f"{len(teaching)} lessons, {len(testing)} held out" + "\n")
    sys.stdout.write(
        f"nearest {accuracy(testing, nearest):.3f}, ranker {accuracy(testing, weights):.3f}" + "\n"
    )
    write_weights("dating", fit([lesson for _, lesson in found]))


if __name__ == "__main__":
    main(sys.argv[1:])
