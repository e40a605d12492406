"""Scores time expressions on a corpus of yours: strict, relaxed, type and value F1.

    python benchmarks/score.py CORPUS [--system FILE] [--folds K] [--errors FILE] [--json]

CORPUS is a folder of TimeML files, one TimeML file, or JSON Lines of `{"id", "text", "dct",
"timex": [{"start", "end", "type", "value"}]}`. Without `--system` timeline reads the texts; with
it the answers are those of a file in the same form, matched by `id`.

The measure is Task A of TempEval-3 (UzZaman et al. 2013, "SemEval-2013 Task 1: TempEval-3:
Evaluating Time Expressions, Events, and Temporal Relations", section 4): strict counts the same
characters, relaxed those that overlap, each side matched once; type and value count the relaxed
matches whose attribute is the same. Documents are pooled (micro-average), the publication date
is left out, offsets are compared in non-space characters, and an expression without a value in
the corpus counts as right. A document that cannot be read, such as one without a publication
date, is named on standard error and left out of the scores. `--folds` deals the documents into K
parts by their names and shows how far the scores of the parts lie apart: timeline learns nothing
from the corpus, so that is the spread to expect on other texts of the kind.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline import TimelineError, find
from timeline.exports import timeml

MEASURES = ("strict", "relaxed", "type", "value")
Record = dict[str, Any]
Span = tuple[int, int, Record]


@dataclass(frozen=True)
class Fault:
    """One thing read wrong: what the corpus has, and what was read."""

    document: str
    kind: str
    gold: Record = field(default_factory=dict)
    found: Record = field(default_factory=dict)

    def line(self) -> str:
        """The fault as tab-separated columns."""
        told = [self.document, self.kind]
        for side in (self.gold, self.found):
            told += [str(side.get(name) or "") for name in ("text", "type", "value")]
        told.append(str(self.found.get("entry") or ""))
        return "\t".join(" ".join(cell.split()) for cell in told)


@dataclass
class Score:
    """Counts of expressions and of matches, which can be added up."""

    counts: Counter[str] = field(default_factory=Counter)
    entries: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    faults: list[Fault] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Pool with the counts of other documents."""
        self.counts += other.counts
        self.faults += other.faults
        for entry, counts in other.entries.items():
            self.entries[entry] += counts

    def rates(self, measure: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a measure, in percent."""
        hits, gold, system = (self.counts[name] for name in (measure, "gold", "system"))
        both = gold + system
        return (
            100 * hits / system if system else 0.0,
            100 * hits / gold if gold else 0.0,
            200 * hits / both if both else 0.0,
        )

    def f1(self) -> dict[str, float]:
        """F1 of every measure, in percent with two places."""
        return {name: round(self.rates(name)[2], 2) for name in MEASURES}


def load(path: Path) -> dict[str, Record]:
    """The records of a corpus by their ids; raises `SystemExit` where there are none."""
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.suffix.lower() in (".tml", ".xml"))
        records = [_timeml(file) for file in files]
    elif path.suffix.lower() in (".tml", ".xml"):
        records = [_timeml(path)]
    else:
        lines = path.read_text(encoding="utf-8").split("\n")
        records = [json.loads(line) for line in lines if line.strip()]
    if not records:
        raise SystemExit(f"{path} holds no documents: give JSON Lines, or a folder of .tml files")
    named = {str(record["id"]): record for record in records}
    if len(named) < len(records):
        raise SystemExit(f"{path}: {len(records) - len(named)} documents share an id with another")
    return named


def _timeml(path: Path) -> Record:
    record = timeml.read(path.read_bytes())
    return record | {"id": record["id"] or path.stem}


def read(records: Iterable[Record], lean: str) -> Iterator[Record]:
    """What timeline finds in each record, with the entry of the book that read it.

    A record that cannot be read is named on standard error and passed over.
    """
    for record in records:
        found = []
        try:
            expressions = find(record["text"], record.get("dct"), lean)
        except TimelineError as error:
            print(f"left out: {record['id']}: {error}", file=sys.stderr)
            continue
        for expression in expressions:
            for timex in expression.timexes:
                told = {"start": timex.start, "end": timex.end, "text": timex.text}
                told |= {"type": timex.type, "value": timex.value, "entry": expression.entry}
                found.append(told)
        yield {"id": record["id"], "timex": found}


def spans(record: Record, text: str) -> list[Span]:
    """The expressions of a record with their places counted in the non-space characters of text."""
    places, count = [], 0
    for character in text:
        places.append(count)
        count += not character.isspace()
    places.append(count)
    return [(places[t["start"]], places[t["end"]], t) for t in record.get("timex", [])]


def compare(gold: Record, system: Record | None) -> Score:
    """Score one document."""
    name, text = str(gold["id"]), gold["text"]
    want, got = spans(gold, text), spans(system or {}, text)
    score = Score(Counter(gold=len(want), system=len(got)))
    exact = {(start, end) for start, end, _ in got}
    score.counts["strict"] = sum((start, end) in exact for start, end, _ in want)
    wanted = {(start, end) for start, end, _ in want}
    used: set[int] = set()
    for start, end, told in want:
        near = [
            (abs(start - first) + abs(end - last), place)
            for place, (first, last, _) in enumerate(got)
            if first < end and start < last and place not in used
        ]
        if not near:
            score.faults.append(Fault(name, "missed", told))
            continue
        place = min(near)[1]
        used.add(place)
        _judge(score, name, told, got[place][2])
        if got[place][:2] != (start, end):
            score.faults.append(Fault(name, "extent", told, got[place][2]))
    for place, (first, last, found) in enumerate(got):
        counts = score.entries[found.get("entry") or "?"]
        counts["system"] += 1
        counts["strict"] += (first, last) in wanted
        if place not in used:
            score.faults.append(Fault(name, "spurious", {}, found))
    return score


def _judge(score: Score, name: str, told: Record, found: Record) -> None:
    """Count a relaxed match, and whether type and value are right."""
    hits = {"relaxed": True, "type": told.get("type") == found.get("type")}
    hits["value"] = told.get("value") in (None, found.get("value"))
    entry = found.get("entry") or "?"
    for measure, hit in hits.items():
        score.counts[measure] += hit
        score.entries[entry][measure] += hit
        if not hit:
            score.faults.append(Fault(name, measure, told, found))


def pooled(scores: Iterable[Score]) -> Score:
    """The sum of scores."""
    total = Score()
    for score in scores:
        total.add(score)
    return total


def folds(names: Sequence[str], count: int) -> list[list[str]]:
    """The names dealt into parts of equal size, always the same way."""
    shuffled = sorted(names, key=lambda name: hashlib.sha256(name.encode()).digest())
    return [shuffled[part::count] for part in range(count)]


def spread(scores: dict[str, Score], count: int) -> dict[str, Any]:
    """F1 of every part, their mean and standard deviation."""
    parts = [pooled(scores[name] for name in part).f1() for part in folds(list(scores), count)]
    told: dict[str, Any] = {"parts": parts}
    for measure in MEASURES:
        values = [part[measure] for part in parts]
        told[measure] = {
            "mean": round(statistics.fmean(values), 2),
            "deviation": round(statistics.stdev(values), 2) if count > 1 else 0.0,
        }
    return told


def report(total: Score, scores: dict[str, Score], given: argparse.Namespace) -> None:
    """Print the tables that people read."""
    print(f"{len(scores)} documents, {total.counts['gold']} expressions, ", end="")
    print(f"{total.counts['system']} found\n\n{'':<10}{'precision':>10}{'recall':>10}{'F1':>10}")
    for measure in MEASURES:
        print(f"{measure:<10}" + "".join(f"{rate:>10.2f}" for rate in total.rates(measure)))
    if given.folds:
        told = spread(scores, given.folds)
        print(f"\nF1 in {given.folds} parts{'':<14}" + "".join(f"{m:>10}" for m in MEASURES))
        for number, part in enumerate(told["parts"], start=1):
            print(f"{number:<30}" + "".join(f"{part[m]:>10.2f}" for m in MEASURES))
        for row in ("mean", "deviation"):
            print(f"{row:<30}" + "".join(f"{told[m][row]:>10.2f}" for m in MEASURES))
    if not given.system:
        print(f"\n{'pattern':<30}{'found':>10}" + "".join(f"{m + ' %':>10}" for m in MEASURES))
        ranked = sorted(total.entries.items(), key=lambda item: (-_wrong(item[1]), item[0]))
        for entry, counts in ranked[: given.patterns]:
            rates = [100 * counts[measure] / counts["system"] for measure in MEASURES]
            print(f"{entry:<30}{counts['system']:>10}" + "".join(f"{r:>10.1f}" for r in rates))
    kinds = Counter(fault.kind for fault in total.faults)
    print("\nfaults: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()))


def _wrong(counts: Counter[str]) -> int:
    return counts["system"] - counts["value"]


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path, help="a folder of TimeML, or JSON Lines")
    parser.add_argument("--system", type=Path, help="score these answers instead of timeline's")
    parser.add_argument("--lean", choices=("past", "future"), default="past")
    parser.add_argument("--folds", type=int, default=0, help="show the scores of K parts")
    parser.add_argument("--patterns", type=int, default=30, help="how many patterns to show")
    parser.add_argument("--errors", help="write every fault, tab-separated; - for the output")
    parser.add_argument("--json", action="store_true", help="print one line of JSON instead")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Score a corpus and print what came of it."""
    given = arguments().parse_args(words)
    try:
        gold = load(given.corpus)
        if given.folds > len(gold):
            raise SystemExit(f"--folds {given.folds}: the corpus has {len(gold)} documents")
        system = load(given.system) if given.system else {}
        if not given.system:
            system = {str(record["id"]): record for record in read(gold.values(), given.lean)}
            gold = {name: record for name, record in gold.items() if name in system}
            if not gold:
                raise SystemExit(f"{given.corpus} holds no document that can be read")
            if given.folds > len(gold):
                raise SystemExit(f"--folds {given.folds}: only {len(gold)} can be read")
    except (TimelineError, OSError, ValueError, KeyError) as error:
        raise SystemExit(f"cannot read the corpus: {error}") from error
    scores = {name: compare(record, system.get(name)) for name, record in gold.items()}
    total = pooled(scores.values())
    if given.errors:
        head = "document\tfault\ttext\ttype\tvalue\tfound\ttype\tvalue\tpattern"
        lines = "\n".join([head, *(fault.line() for fault in total.faults)]) + "\n"
        if given.errors == "-":
            print(lines)
        else:
            Path(given.errors).write_text(lines, encoding="utf-8")
    if given.json:
        told = {"counts": dict(total.counts), "F1": total.f1()}
        if given.folds:
            told["folds"] = spread(scores, given.folds)
        print(json.dumps(told))
    else:
        report(total, scores, given)
    return 0


if __name__ == "__main__":
    sys.exit(main())
