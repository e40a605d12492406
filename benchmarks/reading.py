"""Characters per second of `timeline.read`, with events, and how soon a first table is there.

    python -m benchmarks.reading [CORPUS] [--largest 1000000] [--runs 5] [--json]

CORPUS is what `score.py` takes (TimeML or JSON Lines); without one the articles under
tests/articles are read. Four tables are printed:

1. whole documents: the rate of the first pass, over texts never seen, and the best of those after
   it, for `read` alone, with its rows in words (`.rows`) and with its DataFrame (`.table`);
2. where the time of `read` goes, step by step, in microseconds a character;
3. `read` with its rows on longer and longer texts: the corpus over and over, and texts made to
   hurt. The *slope* is 1 where time grows with length, as in `speed.py`;
4. from the start of a process to its end, for each command: seconds of the processor and of the
   clock, the median of `--runs`.

Times of the first three are processor seconds of this process.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed import PUBLISHED, clock, growth, head, say, texts
from timeline import Document, Timeline, read
from timeline.documents import demo_document, read_published
from timeline.events import read_events
from timeline.resolution import Publication, resolve
from timeline.sentences import analyze, find_chunks, find_mentions, find_verbs

TURNS = 3
ADVERSARIAL = {
    "one sentence": "the troops took the bridge in May because ",
    "short sentences": "He left. ",
    "one date": "on 5 May 2020 ",
    "dated events": "He left on 5 May 2020. ",
    "quotes": "“We left,” he said, “on Monday.” ",
    "clauses": "he left, she came, ",
    "said that": "he said that ",
    "of the": "the fall of ",
    "one letter": "a",
}
PUBLICATION = ["--published", "2024-05-16"]
COMMANDS = {
    "--help": ["-m", "timeline", "--help"],
    "find": ["-m", "timeline", "find", "They left last September.", *PUBLICATION],
    "explain": ["-m", "timeline", "explain", "since last September", *PUBLICATION],
    "read": ["-m", "timeline", "read", "demo.txt", *PUBLICATION],
    "read --chart": ["-m", "timeline", "read", "demo.txt", *PUBLICATION, "--chart", "demo.html"],
    "tl.find": ["-c", "import timeline; timeline.find('He left last May.', '2024-05-16')"],
    "tl.read().table": ["-c", "import timeline; timeline.read('demo.txt', '2024-05-16').table"],
}


def best(work: Callable[[], object], turns: int) -> float:
    """The least seconds that some work takes."""
    took = []
    for _ in range(turns):
        began = clock()
        work()
        took.append(clock() - began)
    return min(took)


def rates(documents: Sequence[Document]) -> dict[str, float]:
    """The first table: characters per second."""
    characters = sum(len(document.text) for document in documents)

    def over(reader: Callable[[Document], object]) -> Callable[[], object]:
        return lambda: [reader(document) for document in documents]

    return {
        "first": characters / best(over(read), 1),
        "read": characters / best(over(read), TURNS),
        "rows": characters / best(over(lambda document: read(document).rows), TURNS),
        "table": characters / best(over(lambda document: read(document).table), TURNS),
    }


def steps(documents: Sequence[Document]) -> dict[str, float]:
    """The second table: microseconds a character for each step, the best of some passes."""
    least: dict[str, float] = {}
    for _ in range(TURNS):
        took: dict[str, float] = {}

        def timed(name: str, work: Callable[[], Any], took: dict[str, float] = took) -> Any:
            began = clock()
            found = work()
            took[name] = took.get(name, 0.0) + clock() - began
            return found

        for document in documents:
            text, at = document.text, document.require_published()
            times = timed("time expressions", lambda t=text, a=at: resolve(t, Publication(a)))
            sentences = timed("sentences and tags", lambda t=text: analyze(t))
            timed("  chunks", lambda s=sentences: [find_chunks(each) for each in s])
            timed("  verb groups", lambda s=sentences: [find_verbs(each) for each in s])
            mentions = timed("mentions", lambda s=sentences: find_mentions(s))
            events = timed(
                "events, dated",
                lambda t=text, s=sentences, x=times, a=at, m=mentions: read_events(
                    t, s, x, a, mentions=m
                ),
            )
            story = Timeline(document, times, events)
            timed("order", lambda s=story: s.order)
            timed("words of rows", lambda s=story: s.rows)
            timed("DataFrame", lambda s=story: s.table)
        least = {name: min(took[name], least.get(name, took[name])) for name in took}
    characters = sum(len(document.text) for document in documents)
    return {name: seconds / characters * 1e6 for name, seconds in least.items()}


def rows_of(text: str, published: str) -> object:
    """The reader whose growth is measured."""
    return read(text, published).rows


def starts(runs: int) -> dict[str, dict[str, float]]:
    """The fourth table: processor and clock seconds of whole processes."""
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "demo.txt").write_text(demo_document().text, encoding="utf-8")
        for name, words in COMMANDS.items():
            spent, waited = [], []
            for _ in range(runs):
                before, began = children(), time.perf_counter()
                subprocess.run(
                    [sys.executable, *words], cwd=folder, check=True, capture_output=True
                )
                waited.append(time.perf_counter() - began)
                spent.append(children() - before)
            found[name] = {"cpu": statistics.median(spent), "wall": statistics.median(waited)}
    return found


def children() -> float:
    """The processor seconds of all processes started here that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", nargs="?", type=Path, help="a folder of TimeML, or JSON Lines")
    parser.add_argument("--largest", type=int, default=1_000_000, help="characters of a text")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for one text")
    parser.add_argument("--runs", type=int, default=5, help="starts of each command")
    parser.add_argument("--json", action="store_true", help="print one line of JSON instead")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print."""
    given = arguments().parse_args(words)
    documents = [
        Document(text, read_published(published).instant) for text, published in texts(given.corpus)
    ]
    told: dict[str, Any] = {}

    def show(line: str) -> None:
        if not given.json:
            print(line, flush=True)

    characters = sum(len(document.text) for document in documents)
    show(f"{len(documents)} documents, {characters:,} characters; characters per second of CPU\n")
    told["rates"] = rates(documents)
    for name, rate in told["rates"].items():
        show(f"{name:<26}{rate:>14,.0f}")
    show("\nwhere the time goes (microseconds a character)")
    told["steps"] = steps(documents)
    for name, cost in told["steps"].items():
        show(f"{name:<26}{cost:>14.2f}")
    show(head("timeline.read, with its rows", given.largest))
    joined = "\n\n".join(document.text for document in documents)
    told["growth"] = {}
    for name, piece in {"the corpus": joined, **ADVERSARIAL}.items():
        grown = growth(rows_of, piece, PUBLISHED, given.largest, given.limit)
        told["growth"][name] = grown
        show(say(name, grown, given.largest))
    show(f"\n{'from start to end (s)':<26}{'cpu':>12}{'wall':>12}")
    told["starts"] = starts(given.runs)
    for name, spent in told["starts"].items():
        show(f"{name:<26}{spent['cpu']:>12.2f}{spent['wall']:>12.2f}")
    if given.json:
        print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
