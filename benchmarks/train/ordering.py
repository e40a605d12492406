"""Trains the model that tells which of two neighbouring events came first.

    python -m benchmarks.train.ordering UDS_TIME.jsonl.gz EWT.conllu.gz… --news MEANTIME.jsonl…

The lesson comes from UDS-Time: judgements of where two predicates of the English Web Treebank begin
and end on a common line; from the order that MEANTIME and TimeSET give to events of the news; and
from news of our own, written for it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize_scalar

from benchmarks.events import gold_mentions, instant
from benchmarks.train.dating import tokens_of
from benchmarks.train.regression import fit_logistic
from benchmarks.train.treebanks import Tree, read_trees
from benchmarks.train.weights import write_weights
from timeline.events import Event, read_events
from timeline.ordering.pairs import describe_pair
from timeline.resolution import Publication, resolve
from timeline.sentences import Mention, Sentence, analyze, find_mentions
from timeline.sentences.mentions import tell_kind

# Judgements nearer than this many hundredths say little.
LEAST_APART = 5
# The kinds of text in the treebank that tell of events as news does.
GENRES = ("weblog", "newsgroup")
WEIGHT, NEWS_WEIGHT = 0.2, 3.0
# Events of our own texts teach in full from this many places apart; annotators leave nearer ones
# open, so that the model's confidence is not measured by them.
CLEAR = 1.0
OWN = Path(__file__).parent / "data" / "order.txt"
MARK = re.compile(r"\*([^*]+)\*(\d+(?:\.\d+)?)")
#: The publication of our own texts, and how many sentences apart they teach.
OWN_PUBLISHED, OWN_REACH = instant("2023-03-06"), 2
# Stands in for a day of publication, which the texts of the treebank lack.
PUBLISHED = instant("2005-06-15")
FOLDS = 5
#: Weights nearer to 0 are left out.
LEAST = 0.05
ROOM = Path(__file__).parents[2] / "timeline" / "ordering" / "weights"


class Pair(NamedTuple):
    """Two events: their features, whether the first came first, and how much that counts.

    `verbs` tells that verbs name both.
    """

    document: str
    features: list[str]
    first: bool
    weight: float
    verbs: bool = True


def pair_of(
    document: str, events: Sequence[Event], first: int, second: int, before: bool, weight: float
) -> Pair:
    """The pair of two events of a document."""
    verbs = events[first].verbal and events[second].verbal
    return Pair(document, describe_pair(events, first, second), before, weight, verbs)


def judged(path: Path) -> dict[str, list[tuple[tuple[str, int], tuple[str, int], float]]]:
    """The judgements by document: two predicates, and how much later the second began."""
    found = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            a, b = ((row[k]["sent_id"], row[k]["token"]) for k in "ab")
            document = a[0].rsplit("-", 1)[0]
            found[document].append((a, b, row["b_start"] - row["a_start"]))
    return found


Key = tuple[str, int]


def read_treebank(trees: Sequence[Tree], wanted: set[Key]) -> tuple[list[Event], dict[Key, int]]:
    """The events of a document of the treebank, and which predicate each is."""
    sentences: list[Sentence] = []
    mentions: list[list[Mention]] = []
    starts: dict[int, Key] = {}
    texts: list[str] = []
    at = 0
    for tree in trees:
        tokens = tuple(t._replace(start=t.start + at, end=t.end + at) for t in tokens_of(tree))
        found = []
        for number, word in enumerate(tree.words):
            if (tree.id, number + 1) in wanted or word.tag == "VERB":
                found.append(Mention(number, number, number, tell_kind(tokens, number), 1.0))
                starts[tokens[number].start] = (tree.id, number + 1)
        sentences.append(Sentence(at, tokens[-1].end, tokens))
        mentions.append(found)
        texts.append(" ".join(t.text for t in tokens))
        at = tokens[-1].end + 1
    text = " ".join(texts)
    expressions = resolve(text, Publication(PUBLISHED))
    events = read_events(text, sentences, expressions, PUBLISHED, mentions=mentions)
    return events, {starts[e.head_start]: n for n, e in enumerate(events) if e.head_start in starts}


def is_told(event: Event) -> bool:
    """Whether an event is told as a fact; others have no firm place in time."""
    return event.status == "asserted"


def treebank_pairs(time: Path, paths: Iterable[Path]) -> Iterator[Pair]:
    """What UDS-Time teaches; pairs begun too near each other are left out."""
    judgements = judged(time)
    documents: dict[str, list[Tree]] = defaultdict(list)
    for path in paths:
        for tree in read_trees(path):
            documents[tree.id.rsplit("-", 1)[0]].append(tree)
    for document, rows in judgements.items():
        if document not in documents or not document.startswith(GENRES):
            continue
        wanted = {key for row in rows for key in row[:2]}
        events, places = read_treebank(documents[document], wanted)
        for a, b, later in rows:
            if a in places and b in places and a != b and abs(later) >= LEAST_APART:
                if not (is_told(events[places[a]]) and is_told(events[places[b]])):
                    continue
                first, second = sorted((places[a], places[b]))
                before = (later > 0) == (places[a] < places[b])
                weight = WEIGHT * min(abs(later), 40) / 40
                yield pair_of(document, events, first, second, before, weight)


def news_pairs(path: Path) -> Iterator[Pair]:
    """What a corpus of news teaches by BEFORE and AFTER between its events."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield from _document_pairs(json.loads(line))


def _document_pairs(document: dict[str, Any]) -> Iterator[Pair]:
    published = instant(document["dct"]) if document["dct"] else PUBLISHED
    text = document["text"]
    sentences = analyze(text)
    expressions = resolve(text, Publication(published))
    mentions = gold_mentions(document, sentences)
    events = read_events(text, sentences, expressions, published, mentions=mentions)
    places = {}
    for event in document["events"]:
        for number, found in enumerate(events):
            if found.head_start < event["end"] <= found.head_end:
                places[event["id"]] = number
    for link in document.get("tlinks", []) + document.get("order", []):
        a, b = places.get(link["from"]), places.get(link["to"])
        # "AFTER" in TimeSET says that the second comes after the first.
        turned = "order" in document
        if a is None or b is None or a == b or link["rel"] not in ("BEFORE", "AFTER"):
            continue
        before = (link["rel"] == "BEFORE") != turned
        first, second = min(a, b), max(a, b)
        if second - first <= 8:
            right = before == (a < b)
            yield pair_of(document["id"], events, first, second, right, NEWS_WEIGHT)


def unmark(line: str) -> tuple[str, dict[int, float]]:
    """A text without its marks, and where each marked event begins with its place.

    >>> unmark("He *left*2 after she *fell*1.")
    ('He left after she fell.', {3: 2.0, 18: 1.0})
    """
    text, places, at = "", {}, 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        places[len(text)] = float(mark[2])
        text, at = text + mark[1], mark.end()
    return text + line[at:], places


def own_pairs(path: Path) -> Iterator[Pair]:
    """What our own texts teach: one a line, each event with its place by when it began."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line.strip() and not line.startswith("#"):
            yield from _own_text(f"own {number}", *unmark(line))


def _own_text(name: str, text: str, marked: dict[int, float]) -> Iterator[Pair]:
    sentences = analyze(text)
    mentions = []
    for sentence, found in zip(sentences, find_mentions(sentences), strict=True):
        heads = {mention.head: mention for mention in found}
        for number, token in enumerate(sentence.tokens):
            if token.start in marked and number not in heads:
                kind = tell_kind(sentence.tokens, number)
                heads[number] = Mention(number, number, number, kind, 1.0)
        mentions.append([heads[number] for number in sorted(heads)])
    expressions = resolve(text, Publication(OWN_PUBLISHED))
    events = read_events(text, sentences, expressions, OWN_PUBLISHED, mentions=mentions)
    order = {s.start: number for number, s in enumerate(sentences)}
    placed = [n for n, event in enumerate(events) if event.head_start in marked]
    for first, second in combinations(placed, 2):
        a, b = events[first], events[second]
        apart = order[b.sentence_start] - order[a.sentence_start]
        left, right = marked[a.head_start], marked[b.head_start]
        if left != right and apart <= OWN_REACH:
            weight = min(abs(left - right), CLEAR)
            yield pair_of(name, events, first, second, left < right, weight)


def fit(pairs: Sequence[Pair], decay: float, least: int = 4) -> dict[str, float]:
    """Weights of a logistic regression with an L2 prior."""
    return fit_logistic(
        [pair.features for pair in pairs],
        [pair.first for pair in pairs],
        [pair.weight for pair in pairs],
        decay=decay,
        least=least,
    )


def validate(part: Sequence[Pair], rest: Sequence[Pair], decay: float) -> list[float]:
    """Log-odds given to what is right, in cross-validation by document; `rest` is always taught."""
    documents = sorted({pair.document for pair in part})
    margins = [0.0] * len(part)
    for fold in range(FOLDS):
        held = set(documents[fold::FOLDS])
        taught = [pair for pair in part if pair.document not in held]
        weights = fit([*rest, *taught], decay)
        for number, pair in enumerate(part):
            if pair.document in held:
                score = sum(weights.get(name, 0.0) for name in pair.features)
                margins[number] = score if pair.first else -score
    return margins


def calibrate(margins: Sequence[float]) -> float:
    """The factor that makes log-odds tell how often they are right (Platt 1999, no intercept)."""
    table = np.array(margins)
    found = minimize_scalar(
        lambda factor: np.logaddexp(0, -factor * table).sum(), bounds=(0.2, 5.0), method="bounded"
    )
    return float(found.x)


def main() -> None:
    """Trains on what the command line names and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judgements", type=Path)
    parser.add_argument("treebanks", type=Path, nargs="+")
    parser.add_argument("--news", type=Path, nargs="*", default=[])
    parser.add_argument("--decay", type=float, default=10.0)
    arguments = parser.parse_args()
    pairs = list(treebank_pairs(arguments.judgements, arguments.treebanks))
    news = [pair for path in arguments.news for pair in news_pairs(path)]
    own = list(own_pairs(OWN))
    margins: dict[str, list[float]] = {}
    for name, part in (("judgements", pairs), ("news", news), ("our own", own)):
        rest = [pair for other in (pairs, news, own) if other is not part for pair in other]
        margins[name] = validate(part, rest, arguments.decay)
        before = sum(pair.first for pair in part) / len(part)
        right = sum(margin > 0 for margin in margins[name]) / len(part)
        sys.stdout.write(
            f"{name}: {len(part)} pairs, text order {before:.3f}, held out {right:.3f}\n"
        )
    asked = [*zip(margins["news"], news, strict=True)]
    asked += [one for one in zip(margins["our own"], own, strict=True) if one[1].weight >= CLEAR]
    factor = calibrate([margin for margin, pair in asked if pair.verbs])
    nouns = calibrate([margin for margin, pair in asked if not pair.verbs]) / factor
    weights = fit([*pairs, *news, *own], arguments.decay)
    sys.stdout.write(f"log-odds times {factor:.3f}, with nouns {nouns:.2f} of that\n")
    write_weights("order", {name: factor * weight for name, weight in weights.items()}, ROOM, LEAST)


if __name__ == "__main__":
    main()
