"""Trains the ranker that tells which event of a sentence a time expression dates.

    python -m benchmarks.train.dating EWT.conllu.gz GUM.conllu.gz TIMESET.jsonl MEANTIME.jsonl

Most lessons come from treebanks: where "on Monday" hangs on a verb or on a noun that names an
event, that is what it dates. No temporal annotation is needed, so the open treebanks teach it. News
is taught by the times that the annotators of TimeSET and MEANTIME tied to events, and by sentences
of our own for what newspapers do and treebanks seldom show. How far our own parser is to be trusted
is learnt from what it was not taught itself: EWT dev and test, the documents of GUM that are held
out, the news and our own sentences. Times are planted for it, as they are when we read.

The figures printed are of cross-validation by document.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.events import instant
from benchmarks.train.treebanks import Tree, is_held_out, read_trees
from benchmarks.train.weights import write_weights
from timeline.events.cues import cues
from timeline.events.dates.dating import describe_pairs, direction
from timeline.events.layout.scenes import Scene, TimeWords, lay_out
from timeline.events.trees.planting import plant
from timeline.expressions import TimeExpression
from timeline.meanings import Unknown
from timeline.resolution import Publication, resolve
from timeline.sentences import Mention, Sentence, Token, analyze, find_mentions
from timeline.sentences.lexicon import load_lexicon

OWN = Path(__file__).parent / "data" / "dating.txt"
#: How often lessons count that are few and in the register of newspapers.
TIMES = {"treebanks": 1, "own": 4, "news": 2}
#: Relations of TimeML between an event and the time that dates it.
WITHIN = {"IS_INCLUDED", "SIMULTANEOUS", "BEGUN_BY", "BEGINS", "ENDED_BY", "ENDS"}
FOLDS = 5
#: Stands in for a day of publication, which the texts of treebanks lack.
PUBLISHED = instant("2005-06-15")
PAST = re.compile(r"\b(?:last|ago|yesterday|earlier|past|recently|previous)\b")
FUTURE = re.compile(r"\b(?:next|tomorrow|coming)\b")


@dataclass
class Lesson:
    """One expression: the features of each candidate, and which is right.

    `source` is a key of `TIMES`, `document` what is not parted in cross-validation.
    """

    rows: list[list[str]]
    right: set[int]
    source: str = "treebanks"
    document: str = ""


def bare_expression(text: str, start: int) -> TimeExpression:
    """Time words that nothing is known of but where they stand."""
    return TimeExpression(start, start + len(text), text, (), Unknown(text), "", None, "none")


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


def treebank_lessons(path: Path) -> Iterator[Lesson]:
    """What a treebank teaches."""
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
                yield lesson


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
    return Lesson(_rows(scene, time), {where[copulas.get(at, at)]}, document=tree.document)


def _rows(scene: Scene, time: TimeWords) -> list[list[str]]:
    phrase = time.expression.text.lower()
    way = "past" if PAST.search(phrase) else "future" if FUTURE.search(phrase) else "none"
    return describe_pairs(scene, time, scene.mentions, way)


MARKS = re.compile(r"[{}*]")


def own_lessons(path: Path) -> Iterator[Lesson]:
    """What our own sentences teach."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text, places = MARKS.sub("", line), dict[str, list[int]]()
        for number, mark in enumerate(MARKS.finditer(line)):
            places.setdefault(mark[0], []).append(mark.start() - number)
        start, end = places["{"][0], places["}"][0]
        times = resolve(text, Publication(PUBLISHED))
        expression = _expression(times, start, end) or bare_expression(text[start:end], start)
        marked = list(zip(*[iter(places["*"])] * 2, strict=True))
        sentences = analyze(text)
        for sentence, found in zip(sentences, find_mentions(sentences), strict=True):
            if not sentence.start <= start < sentence.end:
                continue
            mentions = _with_marked(sentence, found, marked)
            scene = _scene(text, sentence, mentions, expression, times)
            right = _inside(scene, marked)
            if right and scene.times and len(scene.mentions) > len(right):
                yield Lesson(_rows(scene, scene.times[0]), right, "own", text)


def _with_marked(
    sentence: Sentence, found: Sequence[Mention], marked: Sequence[tuple[int, int]]
) -> list[Mention]:
    """The mentions found, and those marked that were not."""
    starts = {token.start: number for number, token in enumerate(sentence.tokens)}
    heads = [sentence.tokens[mention.head].start for mention in found]
    missed = [
        starts[first]
        for first, end in marked
        if first in starts and not any(first <= head < end for head in heads)
    ]
    added = [Mention(n, n, n, "occurrence", 1.0) for n in missed]
    return sorted([*found, *added], key=lambda mention: mention.head)


def news_lessons(path: Path) -> Iterator[Lesson]:
    """What the annotators of news teach who tied events to times."""
    with path.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    for document in documents:
        if not document["dct"]:
            continue
        text, published = document["text"], instant(document["dct"])
        sentences = analyze(text)
        mentions = find_mentions(sentences)
        times = resolve(text, Publication(published))
        for (start, end), events in _tied(document).items():
            expression = _expression(times, start, end)
            for sentence, found in zip(sentences, mentions, strict=True):
                if expression is None or not sentence.start <= start < sentence.end:
                    continue
                scene = _scene(text, sentence, found, expression, times)
                right = _inside(scene, events)
                if right and len(scene.mentions) > len(right) and scene.times:
                    way = direction(scene.times[0], published)
                    rows = describe_pairs(scene, scene.times[0], scene.mentions, way)
                    yield Lesson(rows, right, "news", document["id"])


Slice = tuple[int, int]


def _tied(document: dict[str, Any]) -> dict[Slice, list[Slice]]:
    """The events of each time, as slices of the text: arguments in TimeSET, links in MEANTIME."""
    found: dict[Slice, list[Slice]] = {}
    events = {e["id"]: (e["start"], e["end"]) for e in document["events"]}
    for event in document["events"]:
        for argument in event.get("arguments", ()):
            if argument["type"] == "timex":
                time = argument["start"], argument["end"]
                found.setdefault(time, []).append(events[event["id"]])
    times = {
        t["id"]: (t["start"], t["end"])
        for t in document.get("timex", ())
        if t["type"] in ("DATE", "TIME")
    }
    for link in document.get("tlinks", ()):
        one, other, relation = link["from"], link["to"], link["rel"]
        if relation in WITHIN and one in events and other in times:
            found.setdefault(times[other], []).append(events[one])
        elif relation == "INCLUDES" and one in times and other in events:
            found.setdefault(times[one], []).append(events[other])
    return found


def _expression(times: Sequence[TimeExpression], start: int, end: int) -> TimeExpression | None:
    """The first expression with a place on the calendar that shares characters with a slice."""
    return next((x for x in times if x.start < end and start < x.end and x.span is not None), None)


def _scene(
    text: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    expression: TimeExpression,
    times: Sequence[TimeExpression],
) -> Scene:
    """The scene of one expression, in a tree where all times of the text are planted."""
    words = cues("en")
    tree = plant([sentence], times, words)[0]
    return lay_out(text, sentence, mentions, [expression], words, tree)


def _inside(scene: Scene, slices: Sequence[Slice]) -> set[int]:
    """The mentions whose heads lie in one of some slices of the text, by number."""
    heads = [scene.tokens[mention.head] for mention in scene.mentions]
    return {
        number
        for number, head in enumerate(heads)
        if any(start < head.end and head.start < end for start, end in slices)
    }


def fit(lessons: Sequence[Lesson], decay: float = 4.0, least: int = 4) -> dict[str, float]:
    """Weights of a softmax over the candidates, by maximum likelihood with an L2 prior."""
    counts = Counter(name for lesson in lessons for row in lesson.rows for name in row)
    names = {name: n for n, name in enumerate(sorted(k for k, v in counts.items() if v >= least))}
    pointers, columns = [0], list[int]()
    owners, rights = list[int](), list[bool]()
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


def accuracy(lessons: Sequence[Lesson], weights: Mapping[str, float]) -> float:
    """The share of lessons where the best-scored candidate is right."""
    hits = 0
    for lesson in lessons:
        scores = [sum(weights.get(name, 0.0) for name in row) for row in lesson.rows]
        hits += max(range(len(scores)), key=scores.__getitem__) in lesson.right
    return hits / len(lessons)


def cross_validate(lessons: Sequence[Lesson]) -> dict[str, tuple[int, float, float]]:
    """For each source how many lessons there are, and the shares that are right: the nearest
    event's, and those of rankers that were not taught the document."""
    nearest = {"rank=0L": 1.0, "rank=0R": 1.0}
    hits: Counter[str] = Counter()
    for fold in range(FOLDS):
        held = [crc32(lesson.document.encode()) % FOLDS == fold for lesson in lessons]
        weights = fit(_repeat([x for x, out in zip(lessons, held, strict=True) if not out]))
        for lesson, out in zip(lessons, held, strict=True):
            if out:
                hits[lesson.source] += accuracy([lesson], weights) == 1
    found = {}
    for source in TIMES:
        own = [lesson for lesson in lessons if lesson.source == source]
        found[source] = len(own), accuracy(own, nearest), hits[source] / len(own)
    return found


def _repeat(lessons: Sequence[Lesson]) -> list[Lesson]:
    return [lesson for lesson in lessons for _ in range(TIMES[lesson.source])]


def main(paths: Sequence[str]) -> None:
    """Trains on the corpora named and on our own sentences, and writes the weights."""
    found = list(own_lessons(OWN))
    for path in map(Path, paths):
        found.extend(news_lessons(path) if path.suffix == ".jsonl" else treebank_lessons(path))
    for source, (count, near, right) in cross_validate(found).items():
        sys.stdout.write(f"{source}: {count} lessons, nearest {near:.3f}, ranker {right:.3f}\n")
    write_weights("dating", fit(_repeat(found)))


if __name__ == "__main__":
    main(sys.argv[1:])
