"""Characters per second of `timeline.find`, its growth with length, and the others beside it.

    python benchmarks/speed.py [CORPUS] [--seconds 3] [--largest 10000000] [--limit 60] [--json]

CORPUS is what `score.py` takes (TimeML or JSON Lines); without one the articles under
tests/articles are read. Three tables are printed:

1. each reader on the same documents, in turns, so that whatever else the machine does falls on
   all alike; a slow one stops when `--seconds` of its own are over. *Ready* is the first call on
   a short sentence, in milliseconds, *first* the rate of the first pass after it, over texts never
   seen, and *again* the best of the passes after that. "words in a set" is the floor: finding
   words and looking them up, and nothing else.
2. `find` on ten times longer and longer texts, from 10,000 characters to `--largest`: the corpus
   over and over, and texts made to hurt. The *slope* of time over length in a double-logarithmic
   view is 1 where time grows with length; a row stops where the next would pass `--limit`.
3. the same for the others, on the corpus only, up to `--seconds` a text.

Times are processor seconds of this process, so that a busy machine counts less. The others are
each measured where they are installed: `pip install datefinder parsedatetime timefhuman ctparse`.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.score import load  # noqa: E402
from timeline import find  # noqa: E402

PUBLISHED = "2023-03-06"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
SHORT = "The ferry sank last Friday."
# Collecting garbage among more objects takes a little longer; what is quadratic has a slope of 2.
STEEP = 1.3
Reader = Callable[[str, str], object]
# Processor seconds of this process so far.
clock: Callable[[], float] = time.process_time

# Texts that begin much and finish little, or nest, or repeat what reading must look at twice.
ADVERSARIAL = {
    "one letter": "a",
    "one digit": "1",
    "digits": "1 ",
    "spaces": " ",
    "line ends": "\n",
    "dots": ".",
    "hyphens": "2-",
    "slashes": "12/12/",
    "colons": "12:",
    "commas": "1,000,",
    "months": "May ",
    "weekdays": "Monday, ",
    "the day before": "the day before ",
    "last of last": "last ",
    "of the": "the end of the ",
    "number words": "one hundred and twenty ",
    "between": "between 1 and ",
    "from": "from May ",
    "to": "1990 to ",
    "and": "Monday and ",
    "two days after": "two days after ",
    "about about": "more than about ",
    "seconds": "a second ",
    "decades": "the 1990s ",
    "clock": "at 5 p.m. ",
    "ordinals": "the third ",
    "quotes": '"It fell last ',
    "brackets": "(" * 7 + "May",
    "years": "2022 ",
    "wide letters": "٢٠٢٢年５月 ",
    "joined marks": "e\u0301\u200d",
}


def words_in_a_set() -> Reader:
    """The floor: what any reader of time words has to do at least."""
    names = frozenset(["january", "monday", "yesterday", "last", "next", "ago", "since", "year"])
    pattern = re.compile(r"[a-z]+")
    return lambda text, _: [w for w in pattern.findall(text.lower()) if w in names]


def sentences(text: str) -> list[str]:
    """Roughly the sentences of a text, for readers that take one phrase at a time."""
    return [part for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]


def moment(published: str) -> datetime:
    """The publication date as the others take it."""
    return datetime.fromisoformat(published[:10])


def with_dateparser(module: Any) -> Reader:
    """dateparser's search, told the language, as its documentation advises."""

    def reader(text: str, published: str) -> object:
        settings = {"RELATIVE_BASE": moment(published)}
        return module.search_dates(text, languages=["en"], settings=settings)

    return reader


def with_datefinder(module: Any) -> Reader:
    """datefinder, all it finds."""
    return lambda text, published: list(module.find_dates(text, base_date=moment(published)))


def with_parsedatetime(module: Any) -> Reader:
    """parsedatetime's reading of running text."""
    calendar = module.Calendar()
    return lambda text, published: calendar.nlp(text, sourceTime=moment(published))


def with_timefhuman(module: Any) -> Reader:
    """timefhuman on a whole text."""
    return lambda text, published: module.timefhuman(text, module.tfhConfig(now=moment(published)))


def with_ctparse(module: Any) -> Reader:
    """ctparse, which reads one phrase and so is given a sentence at a time."""

    def reader(text: str, published: str) -> object:
        base = moment(published)
        return [module.ctparse(part, ts=base, timeout=1) for part in sentences(text)]

    return reader


OTHERS: dict[str, Callable[[Any], Reader]] = {
    "dateparser.search": with_dateparser,
    "datefinder": with_datefinder,
    "parsedatetime": with_parsedatetime,
    "timefhuman": with_timefhuman,
    "ctparse": with_ctparse,
}
# What the others raise on texts they were not made for.
CRASHES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def readers() -> Iterator[tuple[str, Reader]]:
    """Every reader that is installed, with its version; the rest is named on the way."""
    yield f"timeline {release('timeline-reader')}", find
    for name, make in OTHERS.items():
        package = name.partition(".")[0]
        try:
            module = import_module(name)
        except ImportError:
            print(f"skipped: {package} is not installed (pip install {package})", file=sys.stderr)
            continue
        yield f"{package} {release(package)}", make(module)
    yield "words in a set", words_in_a_set()


def release(name: str) -> str:
    """The version of an installed distribution, "" for a checkout."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def texts(corpus: Path | None) -> list[tuple[str, str]]:
    """Pairs of a text and its publication date."""
    if corpus is not None:
        return [(r["text"], str(r["dct"] or PUBLISHED)) for r in load(corpus).values()]
    files = sorted((ROOT / "tests" / "articles").glob("*.txt"))
    return [(file.read_text(encoding="utf-8"), PUBLISHED) for file in files]


def timed(reader: Reader, text: str, published: str) -> tuple[float, bool]:
    """The processor seconds that reading takes, and whether it ended without a crash."""
    began = clock()
    try:
        reader(text, published)
    except CRASHES:
        return clock() - began, False
    return clock() - began, True


def one_pass(
    reader: Reader, documents: Sequence[tuple[str, str]], budget: float
) -> tuple[int, float, int]:
    """Characters read, seconds taken and crashes, until the documents or the budget end."""
    characters, seconds, crashes = 0, 0.0, 0
    for text, published in documents:
        took, ended = timed(reader, text, published)
        characters, seconds, crashes = characters + len(text), seconds + took, crashes + (not ended)
        if seconds > budget:
            break
    return characters, seconds, crashes


def rates(
    found: Sequence[tuple[str, Reader]], documents: Sequence[tuple[str, str]], budget: float
) -> list[dict[str, Any]]:
    """The first table: all readers on the same documents, in turns, three times."""
    rows: list[dict[str, Any]] = []
    for name, reader in found:
        ready, _ = timed(reader, SHORT, PUBLISHED)
        rows.append({"reader": name, "ready": ready, "again": 0.0})
    for turn in range(3):
        for row, (_, reader) in zip(rows, found, strict=True):
            characters, seconds, crashes = one_pass(reader, documents, budget)
            rate = characters / max(seconds, 1e-9)
            row |= {"characters": characters, "crashes": crashes}
            row |= {"again": max(rate, row["again"])} if turn else {"first": rate}
    return rows


def growth(
    reader: Reader, piece: str, published: str, largest: int, limit: float
) -> dict[str, Any]:
    """Seconds on longer and longer texts made of a piece, and how they grow."""
    took: dict[int, float] = {}
    for size in (size for size in SIZES if size <= largest):
        text = (piece * (size // len(piece) + 1))[:size]
        best, _ = timed(reader, text, published)
        if best < 0.5:
            best = min(best, *(timed(reader, text, published)[0] for _ in range(2)))
        took[size] = best
        if best * 12 > limit:
            break
    size = max(took)
    return {"seconds": took, "slope": slope(took), "rate": size / max(took[size], 1e-9)}


def slope(took: dict[int, float]) -> float | None:
    """The slope between the two longest texts, where they took long enough to be told apart."""
    sizes = [size for size in sorted(took) if took[size] > 0.001]
    if len(sizes) < 2:
        return None
    first, last = sizes[-2:]
    return math.log(took[last] / took[first]) / math.log(last / first)


def say(name: str, told: dict[str, Any], largest: int) -> str:
    """A row of the second or third table."""
    cells = ""
    for size in (size for size in SIZES if size <= largest):
        took = told["seconds"].get(size)
        cells += f"{'-':>12}" if took is None else f"{took * 1000:>12,.1f}"
    steep = "" if told["slope"] is None else f"{told['slope']:.2f}"
    mark = "  steep" if (told["slope"] or 0) > STEEP else ""
    return f"{name:<26}{cells}{told['rate']:>14,.0f}{steep:>8}{mark}"


def head(title: str, largest: int) -> str:
    """The headings of the second or third table."""
    sizes = "".join(f"{f'{size:,}':>12}" for size in SIZES if size <= largest)
    names = f"{'':<26}{sizes}{'chars/s':>14}{'slope':>8}"
    return f"\n{title} (milliseconds for so many characters)\n{names}"


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", nargs="?", type=Path, help="a folder of TimeML, or JSON Lines")
    parser.add_argument("--seconds", type=float, default=3.0, help="of each reader for a pass")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="characters of a text")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for one text")
    parser.add_argument("--json", action="store_true", help="print one line of JSON instead")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where time grows faster than length."""
    given = arguments().parse_args(words)
    logging.disable(logging.ERROR)  # ctparse logs every sentence in which it finds nothing
    documents = texts(given.corpus)
    found = list(readers())
    told: dict[str, Any] = {"rates": rates(found, documents, given.seconds)}

    def show(line: str) -> None:
        if not given.json:
            print(line, flush=True)

    characters = sum(len(text) for text, _ in documents)
    show(f"{len(documents)} documents, {characters:,} characters; characters per second of CPU\n")
    show(f"{'':<26}{'read':>12}{'ready':>9}{'first':>14}{'again':>14}{'crashes':>9}")
    for row in told["rates"]:
        cells = f"{row['characters']:>12,}{row['ready'] * 1000:>9,.0f}"
        cells += f"{row['first']:>14,.0f}{row['again']:>14,.0f}"
        show(f"{row['reader']:<26}{cells}{row['crashes']:>9}")
    joined = "\n".join(text for text, _ in documents)
    published = documents[0][1]
    show(head("timeline.find", given.largest))
    told["growth"] = {}
    for name, piece in {"the corpus": joined, **ADVERSARIAL}.items():
        grown = growth(find, piece, published, given.largest, given.limit)
        told["growth"][name] = grown
        show(say(name, grown, given.largest))
    show(head("the others, on the corpus", given.largest))
    told["others"] = {}
    for name, reader in islice(found, 1, None):
        grown = growth(reader, joined, published, given.largest, given.seconds)
        told["others"][name] = grown
        show(say(name, grown, given.largest))
    if given.json:
        print(json.dumps(told))
    return int(any((grown["slope"] or 0) > STEEP for grown in told["growth"].values()))


if __name__ == "__main__":
    sys.exit(main())
