"""Tells how often what timeline says of an event, that it happened or not, is right.

    python -m benchmarks.truth CORPUS.jsonl ... [--errors FILE]
    python -m benchmarks.truth --uds uds_factuality.jsonl.gz ud_ewt_dev.conllu.gz

The corpus's own events are taken as the mentions. What is asserted happened; what is planned,
hypothetical or negated did not. What a corpus knows of this differs:

- UDS (Rudinger, White and Van Durme 2018) asks readers whether an event happened, from -3 to 3;
  judgements nearer to 0 than 0.3 are left out of the shares, and all count for the correlation.
- MEANTIME marks polarity, certainty and whether an event lies ahead; all three count.
- MATRES links the verbs of what it calls the main axis. A verb without a link is taken not to be on
  it, where another of its sentence is. This is no more than a proxy: announced futures are linked
  there ("will pay"), states and opinions are not ("owns", "expects"), whether they hold or not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.events import documents, instant, read
from benchmarks.train.treebanks import read_trees
from timeline.events import Event, read_events
from timeline.resolution import Publication, resolve
from timeline.sentences import Mention, analyze
from timeline.sentences.mentions import tell_kind

#: UDS knows no day of publication; this is that of most of its texts.
PUBLISHED = instant("2005-06-01")
#: What a status says on a line from "did not happen" to "happened".
VALUES = {"asserted": 1.0, "planned": 0.0, "hypothetical": 0.0, "negated": -1.0}
#: A judgement of UDS nearer to 0 than this says neither.
LEAST = 0.3


class Judged(NamedTuple):
    """An event with what its corpus says: how surely it happened, above 0 that it did."""

    document: str
    event: Event
    text: str
    value: float

    @property
    def right(self) -> bool:
        """Whether both say the same."""
        return (self.event.status == "asserted") == (self.value > 0)

    @property
    def line(self) -> str:
        """The event in its sentence, with what was said of it."""
        event = self.event
        before = self.text[event.sentence_start : event.head_start]
        after = self.text[event.head_end : event.sentence_end]
        words = f"{before}[{self.text[event.head_start : event.head_end]}]{after}"
        told = "\t".join((self.document, event.status, event.link or "-", f"{self.value:.1f}"))
        return f"{told}\t{' '.join(words.split())}\n"


def axes(
    document: dict[str, Any], events: Iterable[tuple[dict[str, Any], Event]]
) -> Iterator[tuple[Event, float]]:
    """The verbs of a document of MATRES, and which are on the main axis."""
    linked = {link[end] for link in document["tlinks"] for end in ("from", "to")}
    verbs = [(wanted, event) for wanted, event in events if wanted.get("pos") == "VERB"]
    near = {event.sentence_start for wanted, event in verbs if wanted["id"] in linked}
    for wanted, event in verbs:
        if event.sentence_start in near:
            yield event, 1.0 if wanted["id"] in linked else -1.0


def certainties(events: Iterable[tuple[dict[str, Any], Event]]) -> Iterator[tuple[Event, float]]:
    """The events of a document of MEANTIME, and which are told as facts."""
    for wanted, event in events:
        if wanted.get("polarity") and wanted["certainty"] not in (None, "", "UNDERSPECIFIED"):
            told = (wanted["polarity"], wanted["certainty"], wanted["time"])
            yield event, 1.0 if told == ("POS", "CERTAIN", "NON_FUTURE") else -1.0


def judge(document: dict[str, Any]) -> Iterator[Judged]:
    """The events of a document that it says something of."""
    found = read(document, gold=True)
    events = [
        (wanted, event)
        for wanted in document["events"]
        for event in found
        if event.head_start < wanted["end"] and wanted["start"] < event.head_end
    ]
    marked = any("certainty" in wanted for wanted in document["events"])
    for event, value in certainties(events) if marked else axes(document, events):
        yield Judged(document["id"], event, document["text"], value)


def judge_treebank(factuality: Path, path: Path) -> Iterator[Judged]:
    """The predicates of a treebank that UDS has judged, each sentence read by itself."""
    values: dict[str, dict[int, float]] = defaultdict(dict)
    with gzip.open(factuality, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["factual"] is not None:
                values[row["sent_id"]][row["token"] - 1] = row["factual"]
    for tree in read_trees(path):
        if tree.id not in values:
            continue
        starts, at = {}, 0
        for number, word in enumerate(tree.words):
            at = tree.text.find(word.text, at)
            if at < 0:
                break
            starts[at] = values[tree.id].get(number)
            at += len(word.text)
        judged = {start: value for start, value in starts.items() if value is not None}
        sentences = analyze(tree.text)
        mentions = [
            [
                Mention(n, n, n, tell_kind(sentence.tokens, n), 1.0)
                for n, token in enumerate(sentence.tokens)
                if token.start in judged
            ]
            for sentence in sentences
        ]
        times = resolve(tree.text, Publication(PUBLISHED))
        for event in read_events(tree.text, sentences, times, PUBLISHED, mentions=mentions):
            if event.head_start in judged:  # not what only a "now" dates
                yield Judged(tree.id, event, tree.text, judged[event.head_start])


def report(name: str, judged: list[Judged], least: float = 0.0) -> str:
    """One line: how many events, the share that is right and that of the commoner answer."""
    sure = [one for one in judged if abs(one.value) >= least]
    if not sure:
        return f"{name}: no event is judged\n"
    right = sum(one.right for one in sure) / len(sure)
    happened = sum(one.value > 0 for one in sure) / len(sure)
    common = max(happened, 1 - happened)
    line = f"{name}: {len(sure)} events, right {right:.3f}, commoner answer {common:.3f}"
    if least:
        said = [VALUES[one.event.status] for one in judged]
        drawn = np.corrcoef(said, [one.value for one in judged])[0, 1]
        line += f", correlation {drawn:.3f}"
    told = Counter((one.event.status, one.value > 0) for one in sure)
    parts = (f"{status} {told[status, True]}/{told[status, False]}" for status in VALUES)
    return f"{line}; happened / did not: {', '.join(parts)}\n"


def main() -> None:
    """Reads the corpora named on the command line and prints a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--uds", type=Path, help="the factuality judgements on these treebanks")
    parser.add_argument("--errors", type=Path, help="write what is not right here")
    arguments = parser.parse_args()
    wrong: list[str] = []
    for path in arguments.corpora:
        if arguments.uds is not None:
            judged = list(judge_treebank(arguments.uds, path))
        else:
            judged = [one for document in documents(str(path)) for one in judge(document)]
        least = LEAST if arguments.uds is not None else 0.0
        sys.stdout.write(report(path.name, judged, least))
        wrong += [one.line for one in judged if not one.right and abs(one.value) >= least]
    if arguments.errors is not None:
        arguments.errors.write_text("".join(wrong), encoding="utf-8")


if __name__ == "__main__":
    main()
