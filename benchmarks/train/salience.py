"""Trains the model that tells how much an editor would want an event.

    python -m benchmarks.train.salience TIMESET.jsonl

TimeSET marks the salient events of Wikinews articles. The figures printed are of cross-validation
by article; the weights written are trained on all of them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from benchmarks.events import instant
from benchmarks.train.weights import write_weights
from timeline.events.cues import cues
from timeline.events.dates.found import Story
from timeline.events.reading import first_pass
from timeline.events.salience import describe_salience
from timeline.resolution import Publication, resolve
from timeline.sentences import analyze, find_mentions

FOLDS = 10


class Article(NamedTuple):
    """The features of each event found, which of them are salient, and how many there should be."""

    rows: list[list[str]]
    salient: list[bool]
    wanted: int


def read_article(document: dict[str, Any]) -> Article:
    """The events that we find in an article, with what its editors say of them."""
    text = document["text"]
    published = instant(document["dct"])
    sentences = analyze(text)
    story = Story(text, published, cues("en"))
    expressions = resolve(text, Publication(published))
    rows, salient = [], []
    for number, scene, found in first_pass(sentences, expressions, find_mentions(sentences), story):
        for one in found:
            token = scene.tokens[one.mention.head]
            rows.append((one, number))
            salient.append(
                any(token.start < g["end"] and g["start"] < token.end for g in document["events"])
            )
    features = [describe_salience(one, number, story) for one, number in rows]
    return Article(features, salient, len(document["events"]))


def fit(articles: Sequence[Article], decay: float = 4.0, least: int = 8) -> dict[str, float]:
    """Weights of a logistic regression with an L2 prior."""
    counts = Counter(name for a in articles for row in a.rows for name in row)
    names = {name: n for n, name in enumerate(sorted(k for k, v in counts.items() if v >= least))}
    rows = [row for a in articles for row in a.rows]
    table = np.zeros((len(rows), len(names)))
    for place, row in enumerate(rows):
        for name in row:
            if name in names:
                table[place, names[name]] = 1
    side = np.array([1.0 if s else -1.0 for a in articles for s in a.salient])

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        margin = side * (table @ values)
        slope = -side / (1 + np.exp(np.clip(margin, -50, 50)))
        value = np.logaddexp(0, -margin).sum() + decay / 2 * values @ values
        return value, table.T @ slope + decay * values

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: float(found.x[n]) for name, n in names.items()}


def precision(articles: Sequence[Article], weights: dict[str, float]) -> float:
    """R-precision: of the k surest, k being the number wanted, the share that is salient."""
    shares = []
    for article in articles:
        scores = [sum(weights.get(name, 0.0) for name in row) for row in article.rows]
        best = sorted(range(len(scores)), key=lambda n: -scores[n])[: article.wanted]
        shares.append(sum(article.salient[n] for n in best) / article.wanted)
    return sum(shares) / len(shares)


def validate(articles: Sequence[Article], decay: float = 4.0, least: int = 8) -> float:
    """R-precision of cross-validation by article."""
    total = 0.0
    for fold in range(FOLDS):
        test = articles[fold::FOLDS]
        rest = [a for n, a in enumerate(articles) if n % FOLDS != fold]
        total += precision(test, fit(rest, decay, least)) * len(test)
    return total / len(articles)


def main(path: str) -> None:
    """Trains on a corpus and writes the weights."""
    with Path(path).open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    articles = [read_article(d) for d in documents if d["dct"] and d["events"]]
    lead = {f"lead={k}": -float(k) for k in (0, 1, 2, 3, 4, 7, 12)}
    sys.stdout.write(
        f"{len(articles)} articles; R-precision by place in the text"
        f" {precision(articles, lead):.3f}, by the model {validate(articles):.3f}\n"
    )
    write_weights("salience", fit(articles))


if __name__ == "__main__":
    main(sys.argv[1])
