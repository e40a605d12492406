"""Tells how often what timeline says of dates and order is right, by how sure it says it is.

    python -m benchmarks.calibration CORPUS.jsonl ... [--mentions gold]

A corpus has TLINKs between events, and between events and times (`t0` being publication), as in
TempEval-3 or MATRES. A dated event is right where its span meets the time it is tied to and is at
most three times as long; a relation shown is right where two events are linked the same way.

The last line tells how well all pairs are ordered by the numbers of their events, as precision,
recall and F1 in the way of MATRES (Ning, Wu and Roth 2018): a pair that annotators left vague is
wrong if it is ordered, one that they took for simultaneous is missed if it is not.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from benchmarks.events import documents, instant, read
from timeline.errors import TimelineError
from timeline.events import Event
from timeline.ordering import order
from timeline.spans import DAY, TimeSpan

WITHIN = frozenset(
    "IS_INCLUDED SIMULTANEOUS DURING DURING_INV IDENTITY BEGUN_BY BEGINS ENDED_BY ENDS".split()
)
ORDERED = {"BEFORE": 1, "IBEFORE": 1, "AFTER": -1, "IAFTER": -1}
#: What two events may be linked by for their pair to count as one of an order.
PAIRED = frozenset((*ORDERED, "SIMULTANEOUS", "VAGUE"))
#: The bins of confidence begin here.
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


class Judged(NamedTuple):
    """One thing said: what kind, how sure, and whether it was right."""

    kind: str
    sure: float
    right: bool


class Reading(NamedTuple):
    """A document of a corpus, the events found in it, and which of them its own events are."""

    document: Mapping[str, Any]
    events: list[Event]
    places: Mapping[str, int]


def places_of(document: Mapping[str, Any], events: Iterable[Event]) -> dict[str, int]:
    """Which of the events found each event of the corpus is, by its id."""
    places, taken = {}, set[int]()
    listed = list(enumerate(events))
    for wanted in document["events"]:
        for number, event in listed:
            meets = event.head_start < wanted["end"] and wanted["start"] < event.head_end
            if meets and number not in taken:
                taken.add(number)
                places[wanted["id"]] = number
                break
    return places


def calendar(document: Mapping[str, Any]) -> dict[str, TimeSpan]:
    """The days of each time of a document that has a place on the calendar."""
    found = {}
    for timex in document["timex"]:
        if timex["type"] in ("DATE", "TIME") and timex.get("id"):
            try:
                found[timex["id"]] = TimeSpan.from_edtf((timex["value"] or "")[:10])
            except (TimelineError, ValueError):
                continue
    return found


def days(event: Event) -> tuple[int, int] | None:
    """The first day of an event and the one after its last, as far as both are known."""
    span = event.span
    if span is None:
        return None
    begin, end = span.start, span.end
    if span.ongoing and begin is None and event.status in ("asserted", "negated"):
        begin, end = span.start_latest, span.end_earliest
    if begin is None or end is None:
        return None
    return begin - begin % DAY, max(end + -end % DAY, begin - begin % DAY + DAY)


def judge_dates(
    document: Mapping[str, Any], events: list[Event], places: Mapping[str, int]
) -> Iterator[Judged]:
    """Each event that is tied to a time and was dated."""
    times = calendar(document)
    today = instant(document["dct"])
    today -= today % DAY
    times["t0"] = TimeSpan(today, today + DAY)
    tied: dict[str, TimeSpan] = {}
    for link in document["tlinks"]:
        event, time = link["from"], link["to"]
        known = link["rel"] in WITHIN and event in places and time in times
        if known and not (time == "t0" and event in tied):
            tied[event] = times[time]
    for name, span in tied.items():
        event = events[places[name]]
        found = days(event)
        if found is not None and span.start is not None and span.end is not None:
            begin, end = found
            meets = begin < span.end and span.start < end
            short = end - begin <= 3 * (span.end - span.start)
            yield Judged(f"dates: {event.basis}", event.confidence, meets and short)


def judge_order(
    document: Mapping[str, Any], events: list[Event], places: Mapping[str, int]
) -> Iterator[Judged]:
    """Each pair that is linked, with the relation shown between the two; sure 0 where none is."""
    shown = {}
    for edge in order(events, instant(document["dct"])).relations:
        if edge.kind == "before":
            shown[edge.first, edge.second] = (1, edge)
            shown[edge.second, edge.first] = (-1, edge)
    for link in document["tlinks"]:
        way = ORDERED.get(link["rel"])
        pair = places.get(link["from"]), places.get(link["to"])
        if way is None or None in pair or pair[0] == pair[1]:
            continue
        said, edge = shown.get(pair, (0, None))  # type: ignore[arg-type]
        if edge is None:
            yield Judged("order: none shown", 0.0, False)
        else:
            yield Judged(f"order: {edge.basis}", edge.confidence, said == way)


def judge(read_documents: Iterable[Reading]) -> Iterator[Judged]:
    """All that is said of some documents and can be judged."""
    for one in read_documents:
        yield from judge_dates(*one)
        yield from judge_order(*one)


def readings(paths: Iterable[str], gold: bool) -> Iterator[Reading]:
    """The documents of some corpora with what is read in them."""
    for path in paths:
        for document in documents(path):
            if document.get("dct"):
                events = read(document, gold)
                yield Reading(document, events, places_of(document, events))


def rate_order(read_documents: Iterable[Reading]) -> str:
    """How well the numbers of events order all pairs that are linked: precision, recall and F1."""
    linked = told = right = 0
    for document, events, places in read_documents:
        ranks = order(events, instant(document["dct"])).ranks
        for link in document["tlinks"]:
            pair = places.get(link["from"]), places.get(link["to"])
            if None in pair or pair[0] == pair[1] or link["rel"] not in PAIRED:
                continue
            first, second = (ranks[place] for place in pair if place is not None)
            linked += link["rel"] != "VAGUE"
            told += first != second
            right += first != second and (1 if first < second else -1) == ORDERED.get(link["rel"])
    if not linked or not told:
        return "order of all pairs: none linked"
    precision, recall, f1 = right / told, right / linked, 2 * right / (told + linked)
    return f"order of all pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


def tabulate(judged: Iterable[Judged]) -> Iterator[str]:
    """Lines that tell, by kind and bin of confidence, how many there are and how many right."""
    bins: dict[tuple[str, float], list[Judged]] = defaultdict(list)
    for one in judged:
        family = one.kind.split(":")[0]
        floor = max(edge for edge in EDGES if one.sure >= edge)
        bins[one.kind, -1.0].append(one)
        if one.kind != "order: none shown":
            bins[family, -1.0].append(one)
            bins[family, floor].append(one)
    yield f"{'':24}{'number':>8}{'sure':>8}{'right':>8}"
    for (kind, floor), ones in sorted(bins.items()):
        name = kind if floor < 0 else f"  from {floor:.1f}"
        sure = sum(one.sure for one in ones) / len(ones)
        right = sum(one.right for one in ones) / len(ones)
        yield f"{name:24}{len(ones):8}{sure:8.2f}{right:8.2f}"


def main() -> None:
    """Reads the corpora named on the command line and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--mentions", choices=("found", "gold"), default="found")
    arguments = parser.parse_args()
    found = list(readings(arguments.corpora, arguments.mentions == "gold"))
    for line in [*tabulate(judge(found)), rate_order(found)]:
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
