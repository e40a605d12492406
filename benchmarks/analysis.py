"""How long each analysis takes on 100,000 events, and the same work done by other packages.

    python benchmarks/analysis.py [--events N] [--pm4py PYTHON]

One process, one core, seconds of processor time (a busy machine does not count). Side by side, on
the same data: frequent sequences with `gsppy` and `prefixspan` where they are installed, the
directly-follows graph with `pm4py`. The last is under the AGPL: it is never a dependency, so give
the Python of an environment that has it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from timeline import analysis
from timeline.spans import TimeSpan

try:
    import gsppy
except ImportError:
    gsppy = None
try:
    import prefixspan
except ImportError:
    prefixspan = None

LIMIT = 2.0
DAY = 86_400
TYPES = 20
SUPPORT = 0.1

PM4PY = """
import sys, time, pandas as pd, pm4py
log = pd.read_csv(sys.argv[1], parse_dates=["start"])
log = pm4py.format_dataframe(log, case_id="document", activity_key="type", timestamp_key="start")
began = time.process_time()
graph, _, _ = pm4py.discover_dfg(log)
print(time.process_time() - began, sum(graph.values()), len(graph))
"""


def dated(count: int, seed: int = 1) -> pd.DataFrame:
    """Events of thirty years, told to the day, month or year, some under way for a while."""
    random = np.random.default_rng(seed)
    start = random.integers(0, 30 * 365, count) * DAY
    grain = random.choice([1, 1, 1, 30, 365], count) * DAY
    end = start + grain
    lasting = random.random(count) < 0.2
    end = np.where(lasting, end + random.integers(1, 20, count) * DAY, end)
    exact = grain == DAY
    unknown = np.iinfo(np.int64).min
    words = np.array(["fire", "trial", "bridge", "harbour", "vote", "flood", "strike", "treaty"])
    names = random.integers(0, 20_000, (2, count))
    return pd.DataFrame(
        {
            "order": np.arange(1, count + 1),
            "start": start.astype("datetime64[s]"),
            "end": end.astype("datetime64[s]"),
            "start_latest": np.where(exact, start, unknown).astype("datetime64[s]"),
            "end_earliest": np.where(exact, end, unknown).astype("datetime64[s]"),
            "granularity": np.select([exact, grain == 30 * DAY], ["day", "month"], "year"),
            "relation": "within",
            "event": [
                f"person{a} saw place{b} {word}"
                for a, b, word in zip(*names, words[random.integers(0, 8, count)], strict=True)
            ],
            "trigger": words[random.integers(0, 8, count)],
            "trigger_start": np.arange(count) * 50,
            "trigger_end": np.arange(count) * 50 + 5,
            "sentence": "Somebody saw something.",
            "published": (end + 30 * DAY).astype("datetime64[s]"),
        }
    ).sort_values("start", ignore_index=True)


def cases(count: int, seed: int = 2) -> pd.DataFrame:
    """Cases of ten events, each at a second of its own, with types that like certain followers."""
    random = np.random.default_rng(seed)
    length = 10
    start = random.integers(0, 30 * 365 * DAY, count // length)
    steps = random.integers(1, 20 * DAY, (count // length, length))
    kinds = np.empty((count // length, length), dtype=np.int64)
    kinds[:, 0] = random.integers(0, TYPES, len(kinds))
    for place in range(1, length):
        jump = np.where(random.random(len(kinds)) < 0.6, 1, random.integers(0, TYPES, len(kinds)))
        kinds[:, place] = (kinds[:, place - 1] + jump) % TYPES
    seconds = start[:, None] + np.cumsum(steps, axis=1)
    return pd.DataFrame(
        {
            "start": seconds.ravel().astype("datetime64[s]"),
            "granularity": "second",
            "type": np.array([f"type {n:02}" for n in range(TYPES)])[kinds.ravel()],
            "document": np.repeat([f"case {n}" for n in range(len(kinds))], length),
        }
    )


def clock(
    name: str,
    work: Callable[[], object],
    note: str = "",
    timer: Callable[[], float] = time.process_time,
) -> float:
    began = timer()
    work()
    took = timer() - began
    print(f"{name:<34}{took:>8.2f} s  {'' if took <= LIMIT else 'OVER '}{note}", flush=True)
    return took


def ours(count: int) -> None:
    events, logs = dated(count), cases(count)
    edited = events.copy()
    edited.loc[:: max(count // 500, 1), "event"] = "corrected"
    kept = analysis.find_corrections(events, edited)
    statements = pd.DataFrame({"first": np.arange(0, count - 2), "relation": "before"})
    statements["second"] = statements["first"] + 2
    reports = events.assign(document=[f"d{n}" for n in np.arange(count) % max(count // 20, 1)])
    reports["published"] = reports["start"].groupby(reports["document"]).transform("max")
    steps = np.random.default_rng(3).exponential(1.0, count) + 1e-6
    sparse = events.iloc[:: max(count // 2_000, 1)]
    short = logs.iloc[: min(count, 3_000)]
    work: list[tuple[str, Callable[[], object], str]] = [
        ("bounds", lambda: analysis.bounds(events), ""),
        ("gaps", lambda: analysis.gaps(events, possible=True), ""),
        ("concurrency", lambda: analysis.concurrency(events), ""),
        ("durations", lambda: analysis.durations(events), ""),
        ("waits", lambda: analysis.waits(events), ""),
        ("pace by month", lambda: analysis.pace(events), ""),
        ("bursts by day", lambda: analysis.bursts(events, by="day", ratio=1.2), ""),
        ("change points by month", lambda: analysis.change_points(events), ""),
        ("periodicity", lambda: analysis.periodicity(events), ""),
        ("contradictions in order", lambda: analysis.contradictions(events), ""),
        ("classify", lambda: analysis.classify(events), ""),
        ("follows", lambda: analysis.follows(logs), f"{len(set(logs['document']))} cases"),
        ("gap levels", lambda: analysis.gap_levels(steps), "Kleinberg's automaton"),
        ("happened", lambda: analysis.happened(events), ""),
        ("since", lambda: analysis.since(events, TimeSpan.year(1985)), ""),
        ("touching", lambda: analysis.touching(events, TimeSpan.year(1985)), ""),
        ("elapsed", lambda: analysis.elapsed(events, 0, count - 1), ""),
        ("as it stood", lambda: analysis.as_it_stood(reports, "1999-10-01"), "matched"),
        ("within", lambda: analysis.within(events, TimeSpan.year(1985)), ""),
        ("known when, numbered", lambda: analysis.known_when(events, same="trigger"), ""),
        ("key dates", lambda: analysis.key_dates(reports), ""),
        (
            "merged",
            lambda: analysis.merged(reports),
            f"{reports['document'].nunique()} documents; grows with shared words",
        ),
        ("known when", lambda: analysis.known_when(reports), "the same"),
        ("moves", lambda: analysis.moves(events, edited), ""),
        ("find corrections", lambda: analysis.find_corrections(events, edited), ""),
        ("correct", lambda: analysis.correct(events, kept), f"{len(kept)} corrections"),
        (
            "compare",
            lambda: analysis.compare(events, edited),
            "two tables; grows with shared words",
        ),
    ]
    quadratic: list[tuple[str, Callable[[], object], str]] = [
        (
            "relations within 1 day",
            lambda: analysis.relations(events[events["granularity"] == "day"], within="1D"),
            "output grows with the pairs",
        ),
        ("relation matrix", lambda: analysis.relation_matrix(sparse.iloc[:1_000]), "1,000 rows"),
        ("overlaps", lambda: analysis.overlaps(sparse), f"{len(sparse)} rows"),
        (
            "contradictions among statements",
            lambda: analysis.contradictions(events.iloc[:2_000], statements.iloc[:1_900]),
            "2,000 rows, 1,900 statements",
        ),
        (
            "minimal occurrences",
            lambda: analysis.patterns(
                logs, by=None, least=100, longest=2, within="30D", count="minimal"
            ),
            "one story, two types within 30 days",
        ),
        ("alignment", lambda: analysis.align(short, short, of="type"), "3,000 × 3,000 events"),
        (
            "distances between cases",
            lambda: analysis.distances(short),
            f"{short['document'].nunique()} cases",
        ),
    ]
    print(f"{count} events; the limit is {LIMIT:g} s")
    for entry in work:
        clock(*entry)
    print("\nquadratic, on parts or with a window")
    for entry in quadratic:
        clock(*entry)


def beside_others(count: int, python: str | None) -> None:
    logs = cases(count)
    least = int(SUPPORT * count / 10)
    print(f"\nside by side on {count} events, {count // 10} cases, {TYPES} types")
    clock(
        f"patterns up to 3, support {SUPPORT:.0%}",
        lambda: analysis.patterns(logs, least=least, longest=3),
        f"{len(analysis.patterns(logs, least=least, longest=3))} patterns",
    )
    clock(
        "patterns up to 3 within 30 days",
        lambda: analysis.patterns(logs, least=least, longest=3, within="30D"),
    )
    stories = [list(part) for _, part in logs.groupby("document", sort=False)["type"]]
    if prefixspan is not None:
        sizes: list[int] = []

        def mine(few: list[list[str]], enough: int) -> None:
            miner = prefixspan.PrefixSpan(few)
            miner.maxlen = 3
            sizes.append(len(miner.frequent(enough)))

        clock("prefixspan, the same patterns", lambda: mine(stories, least))
        print(f"{'':<44}{sizes[-1]} patterns")
    if gsppy is not None:
        # Runs of neighbours only, and slow: a tenth of the data, for it and for us.
        part = logs[logs["document"].isin(logs["document"].unique()[: len(stories) // 10])]
        few = [list(events) for _, events in part.groupby("document", sort=False)["type"]]
        clock("a tenth: patterns up to 3", lambda: analysis.patterns(part, least=least // 10))
        clock(
            "a tenth: gsppy",
            lambda: gsppy.GSP(few).search(min_support=SUPPORT, max_k=3),
            "on the wall: it starts processes of its own",
            time.perf_counter,
        )
    graph = analysis.follows(logs)
    clock(
        "follows",
        lambda: analysis.follows(logs),
        f"{graph['at_least'].sum()} pairs, {len(graph)} edges",
    )
    if python:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "log.csv"
            logs.to_csv(file, index=False)
            told = subprocess.run(
                [python, "-c", PM4PY, str(file)], capture_output=True, text=True, check=True
            ).stdout.split()
        took, pairs, edges = float(told[-3]), told[-2], told[-1]
        print(f"{'pm4py.discover_dfg':<34}{took:>8.2f} s  {pairs} pairs, {edges} edges")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--pm4py", metavar="PYTHON", help="Python of an environment with pm4py")
    options = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, numpy {np.__version__}, pandas {pd.__version__}")
    ours(options.events)
    beside_others(options.events, options.pm4py)


if __name__ == "__main__":
    main()
