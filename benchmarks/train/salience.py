"""Trains the model that tells how much an editor would want an event.

    python -m benchmarks.train.salience TIMESET.jsonl

TimeSET marks the salient events of Wikinews articles; in our own articles we mark them ourselves
(`data/salience.toml`), for there is more to read than news. The figures printed are of
cross-validation by article, in each of the two with all of the other, and of articles that are
never taught (`data/salience_test.txt`); the weights written are trained on all that are.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.events import instant
from benchmarks.train.regression import fit_logistic
from benchmarks.train.weights import write_weights
from timeline.documents import demo_document
from timeline.events.cues import cues
from timeline.events.dates.found import Story
from timeline.events.reading import first_pass
from timeline.events.salience import describe_salience
from timeline.resolution import Publication, resolve
from timeline.sentences import analyze, find_mentions

FOLDS = 10
DATA = Path(__file__).parent / "data"
OWN = Path(__file__).parents[2] / "tests" / "articles"
_MARKED = re.compile(r"\[(.+?)\]")


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


def marked(text: str, start: int = 0) -> tuple[str, list[dict[str, int]]]:
    """A text without its brackets, and where what they held stands from `start` on."""
    plain, events = "", []
    for number, piece in enumerate(_MARKED.split(text)):
        if number % 2:
            at = start + len(plain)
            events.append({"start": at, "end": at + len(piece)})
        plain += piece
    return plain, events


def own_articles() -> Iterator[dict[str, Any]]:
    """The articles of our tests with the events that we marked, as a corpus has them."""
    chosen = tomllib.loads((DATA / "salience.toml").read_text("utf-8"))
    for name, snippets in chosen.items():
        known = json.loads((OWN / f"{name}.json").read_text("utf-8"))
        path = OWN / f"{name}.txt"
        text = path.read_text("utf-8") if path.exists() else demo_document().text
        events = []
        for snippet in snippets:
            plain = marked(snippet)[0]
            if text.count(plain) != 1:
                raise ValueError(f"{name}: {plain!r} should stand in the text once")
            events += marked(snippet, text.index(plain))[1]
        yield {"dct": known["published"], "text": text, "events": events}


def unseen_articles() -> Iterator[dict[str, Any]]:
    """Articles of our own that are measured on and never taught."""
    whole = (DATA / "salience_test.txt").read_text("utf-8")
    for article in whole.split("\n# ")[1:]:
        head, _, body = article.partition("\n")
        text, events = marked(body.strip())
        yield {"dct": head.split()[-1], "text": text, "events": events}


def fit(articles: Sequence[Article], decay: float = 4.0, least: int = 6) -> dict[str, float]:
    """Weights of a logistic regression with an L2 prior."""
    rows = [row for a in articles for row in a.rows]
    return fit_logistic(rows, [s for a in articles for s in a.salient], decay=decay, least=least)


def precision(articles: Sequence[Article], weights: dict[str, float]) -> float:
    """R-precision: of the k surest, k being the number wanted, the share that is salient."""
    shares = []
    for article in articles:
        scores = [sum(weights.get(name, 0.0) for name in row) for row in article.rows]
        best = sorted(range(len(scores)), key=lambda n: -scores[n])[: article.wanted]
        shares.append(sum(article.salient[n] for n in best) / article.wanted)
    return sum(shares) / len(shares)


def validate(articles: Sequence[Article], others: Sequence[Article]) -> float:
    """R-precision of cross-validation by article, taught with all of the others."""
    total = 0.0
    for fold in range(FOLDS):
        test = articles[fold::FOLDS]
        rest = [a for n, a in enumerate(articles) if n % FOLDS != fold]
        total += precision(test, fit([*rest, *others])) * len(test)
    return total / len(articles)


def main(path: str) -> None:
    """Trains on a corpus and writes the weights."""
    with Path(path).open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    news = [read_article(d) for d in documents if d["dct"] and d["events"]]
    own, unseen = ([read_article(d) for d in found()] for found in (own_articles, unseen_articles))
    weights = fit([*news, *own])
    lead = {f"lead={k}": -float(k) for k in (0, 1, 2, 3, 5, 10)}
    measured = {
        "TimeSET": (news, validate(news, own)),
        "our own": (own, validate(own, news)),
        "unseen": (unseen, precision(unseen, weights)),
    }
    for name, (articles, reached) in measured.items():
        sys.stdout.write(
            f"{name}: {len(articles)} articles; R-precision by place in the text"
            f" {precision(articles, lead):.3f}, by the model {reached:.3f}\n"
        )
    write_weights("salience", weights)


if __name__ == "__main__":
    main(sys.argv[1])
