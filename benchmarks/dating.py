"""Tells how often the ranker knows which event of a sentence a time dates.

    python -m benchmarks.dating CORPUS.jsonl ...

A corpus has TLINKs between events and times, as in TempEval-3. Asked are its dates and clock times
that stand in a sentence with two of its events or more and are tied to one of them; its own events
are the candidates.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.calibration import WITHIN
from benchmarks.events import documents, gold_mentions, instant
from benchmarks.train.dating import Lesson, accuracy, bare_expression
from timeline.events.cues import cues
from timeline.events.dates.dating import describe_pairs, direction
from timeline.events.layout.scenes import lay_out
from timeline.events.trees.planting import plant
from timeline.events.weighing import weights
from timeline.resolution import Publication, resolve
from timeline.sentences import analyze

#: A ranker that takes the nearest event.
NEAREST = {"rank=0L": 1.0, "rank=0R": 1.0}


def lessons(document: dict[str, Any]) -> Iterator[Lesson]:
    """The times of a document with the features of each event that they may date."""
    text, published, words = document["text"], instant(document["dct"]), cues("en")
    sentences = analyze(text)
    mentions = gold_mentions(document, sentences)
    expressions = resolve(text, Publication(published))
    ends = {event["id"]: event["end"] for event in document["events"]}
    tied = defaultdict(list)
    for link in document["tlinks"]:
        if link["rel"] in WITHIN and link["from"] in ends:
            tied[link["to"]].append(ends[link["from"]])
    for timex in document["timex"]:
        start, end = timex["start"], timex["end"]
        if timex["type"] not in ("DATE", "TIME") or not tied.get(timex.get("id")):
            continue
        found = next((x for x in expressions if x.start < end and start < x.end), None)
        expression = found or bare_expression(timex["text"], start)
        for sentence, near in zip(sentences, mentions, strict=True):
            if not sentence.start <= start < sentence.end:
                continue
            tree = plant([sentence], expressions, words)[0]
            scene = lay_out(text, sentence, near, [expression], words, tree)
            heads = [scene.tokens[mention.head] for mention in scene.mentions]
            right = {
                number
                for number, head in enumerate(heads)
                if any(head.start < at <= head.end for at in tied[timex["id"]])
            }
            # "The future" of a thing is no time of an event, and is not asked.
            if right and len(heads) > 1 and scene.times:
                way = direction(scene.times[0], published)
                rows = describe_pairs(scene, scene.times[0], scene.mentions, way)
                yield Lesson(rows, right)


def main(paths: Sequence[str]) -> None:
    """Prints how many times there are, and the shares that nearness and the ranker get right."""
    read = (document for path in paths for document in documents(path))
    found = [lesson for document in read if document["dct"] for lesson in lessons(document)]
    near, ranked = accuracy(found, NEAREST), accuracy(found, weights("dating"))
    sys.stdout.write(f"{len(found)} times: nearest event {near:.3f}, ranker {ranked:.3f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
