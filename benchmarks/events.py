"""Writes the events of a corpus as `timeline annotate` does, for a scorer to read.

    python -m benchmarks.events CORPUS.jsonl > events.jsonl

With `--mentions gold` the corpus's own events are taken as the mentions, and with `--times gold`
its own time expressions, so that each step can be measured apart from those before it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from timeline.events import Event, read_events
from timeline.ordering import order
from timeline.resolution import Publication, resolve
from timeline.sentences import Mention, Sentence, analyze, find_mentions

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KINDS = {
    "REPORTING": "reporting",
    "PERCEPTION": "reporting",
    "STATE": "state",
    "I_STATE": "state",
    "ASPECTUAL": "aspectual",
    "I_ACTION": "intention",
}


def instant(text: str) -> int:
    """Seconds since 1970 of an ISO date or time."""
    moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return int((moment - _EPOCH).total_seconds())


def written(seconds: int | None) -> str | None:
    """A moment as the scorers read it; None where ISO dates end."""
    if seconds is None:
        return None
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return moment.strftime("%Y-%m-%d" if seconds % 86400 == 0 else "%Y-%m-%dT%H:%M:%S")


def gold_mentions(document: dict[str, Any], sentences: list[Sentence]) -> list[list[Mention]]:
    """The corpus's events as mentions: the last token inside each."""
    found: list[list[Mention]] = []
    for sentence in sentences:
        inside = []
        for number, token in enumerate(sentence.tokens):
            for event in document["events"]:
                if token.start < event["end"] <= token.end:
                    kind = _KINDS.get(event.get("class") or "", "occurrence")
                    inside.append(Mention(number, number, number, kind, 1.0))
                    break
        found.append(inside)
    return found


def read(document: dict[str, Any], gold: bool) -> list[Event]:
    """The events of one document."""
    published = instant(document["dct"]) if document.get("dct") else None
    text = document["text"]
    sentences = analyze(text)
    expressions = resolve(text, Publication(published or 0))
    mentions = gold_mentions(document, sentences) if gold else find_mentions(sentences)
    return read_events(text, sentences, expressions, published, mentions=mentions)


def annotate(document: dict[str, Any], gold: bool) -> dict[str, Any]:
    """One line of output: every event with its date, its side of publication and its place."""
    published = instant(document["dct"]) if document.get("dct") else None
    events = read(document, gold)
    places = order(events, published).ranks
    return {
        "id": document["id"],
        "timex": [],
        "events": [
            {
                "start": event.head_start,
                "end": event.head_end,
                "text": document["text"][event.head_start : event.head_end],
                "from": written(event.span.start) if event.span else None,
                "to": written(event.span.end) if event.span else None,
                "to_published": event.to_published,
                "order": place,
                "basis": event.basis,
                "status": event.status,
                "salience": event.salience,
                "confidence": event.confidence,
            }
            for event, place in zip(events, places, strict=True)
        ],
    }


def documents(path: str) -> Iterator[dict[str, Any]]:
    """The documents of a corpus, one a line."""
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def main() -> None:
    """Reads the corpora named on the command line and writes their events."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--mentions", choices=("found", "gold"), default="found")
    arguments = parser.parse_args()
    characters, began = 0, time.perf_counter()
    for path in arguments.corpora:
        for document in documents(path):
            characters += len(document["text"])
            sys.stdout.write(json.dumps(annotate(document, arguments.mentions == "gold")) + "\n")
    seconds = time.perf_counter() - began
    sys.stderr.write(f"{characters} characters in {seconds:.1f} s\n")


if __name__ == "__main__":
    main()
