"""The events of many documents, part by part, in a folder that a second start can go on with."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

import pandas as pd

from timeline.corpus.ledger import open_ledger, write_whole
from timeline.corpus.merging import Tally, merge
from timeline.corpus.reading import Reader, batches, read_batch
from timeline.documents import Document, Unread
from timeline.exports import write_table

Batch: TypeAlias = list[Document | Unread]
Read: TypeAlias = tuple[pd.DataFrame, list[Unread]]


def gather(
    documents: Iterable[Document | Unread],
    read: Reader,
    folder: Path,
    *,
    settings: Mapping[str, object],
    ending: str = ".csv",
    size: int = 100,
    workers: int = 1,
    advance: Callable[[int], object] = lambda count: None,
) -> Tally:
    """Read documents into a folder: a table for each batch, then one for all.

    >>> import tempfile
    >>> import timeline as tl
    >>> from timeline.documents import make_document
    >>> wire = [make_document("He left last May.", "2023-03-06", id="a"), Document("No date.")]
    >>> folder = Path(tempfile.mkdtemp())
    >>> tally = gather(wire, lambda document: tl.read(document).table, folder, settings={})
    >>> tally.documents, tally.events, tally.unread, tally.table.name
    (2, 1, 1, 'events.csv')

    `read` turns a document into its event table, and `settings` says what else the outcome hangs
    on: the inputs, the options. A folder that was made from other settings is refused; in one
    that was made from the same, batches whose table is there are not read again. `advance` is
    told the number of documents after each batch. With several `workers` the batches are read in
    processes of their own, so `read` must be a function that can be pickled.

    Raises `TimelineError` for a folder of another corpus. What cannot be read in a document is
    written to `errors.jsonl` instead.
    """
    open_ledger(folder, {**settings, "format": ending, "batch": size})
    parts = folder / "parts"
    parts.mkdir(exist_ok=True)
    todo = _undone(batches(documents, size), parts, ending, advance)
    for part, batch, (table, unread) in _read_all(todo, read, workers):
        _save(part, table, len(batch), unread)
        advance(len(batch))
    return merge(folder, ending)


def _undone(
    made: Iterable[Batch], parts: Path, ending: str, advance: Callable[[int], object]
) -> Iterator[tuple[Path, Batch]]:
    for number, batch in enumerate(made):
        part = parts / f"part-{number:06}{ending}"
        if part.exists():
            advance(len(batch))
        else:
            yield part, batch


def _read_all(
    todo: Iterator[tuple[Path, Batch]], read: Reader, workers: int
) -> Iterator[tuple[Path, Batch, Read]]:
    if workers == 1:
        yield from ((part, batch, read_batch(batch, read)) for part, batch in todo)
        return
    # Only a few batches wait at a time, so that a corpus need not fit into memory.
    waiting: deque[tuple[Path, Batch, Future[Read]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for part, batch in todo:
            waiting.append((part, batch, pool.submit(read_batch, batch, read)))
            if len(waiting) > 2 * workers:
                first, its_batch, future = waiting.popleft()
                yield first, its_batch, future.result()
        for first, its_batch, future in waiting:
            yield first, its_batch, future.result()


def _save(part: Path, table: pd.DataFrame, documents: int, unread: list[Unread]) -> None:
    # The table comes last and whole: where it is, its batch is done.
    known = {"documents": documents, "events": len(table), "unread": [asdict(u) for u in unread]}
    write_whole(part.with_suffix(".json"), json.dumps(known, ensure_ascii=False))
    draft = part.with_name(f".{part.name}")
    write_table(table, draft)
    draft.replace(part)
