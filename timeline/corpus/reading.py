"""A batch of documents becomes a table and a list of what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import pandas as pd

from timeline.corpus.stumbles import STUMBLES, tell
from timeline.documents import Document, Unread
from timeline.table import empty

Reader = Callable[[Document], pd.DataFrame]


def read_batch(
    documents: Iterable[Document | Unread], read: Reader
) -> tuple[pd.DataFrame, list[Unread]]:
    """The events of some documents in one table, and what could not be read.

    >>> import timeline as tl
    >>> from timeline.corpus import read_batch
    >>> from timeline.documents import Document, Unread, make_document
    >>> batch = [make_document("He left last May.", "2023-03-06"), Document("No date."),
    ...          Unread("w", "wire.jsonl", 3, "no JSON")]
    >>> table, unread = read_batch(batch, lambda document: tl.read(document).table)
    >>> len(table), [each.error[:32] for each in unread]
    (1, ['the text: no publication date is', 'no JSON'])

    The rows stand document by document, each in its own order. `read` turns a document into its
    event table. The function keeps nothing and touches nothing, so that batches may be read
    anywhere: in another process, or in a Dask bag,
    `dask.bag.from_sequence(batches).map(read_batch, read)`.
    """
    tables, unread = [], []
    for document in documents:
        if isinstance(document, Unread):
            unread.append(document)
            continue
        try:
            tables.append(read(document))
        except STUMBLES as error:
            unread.append(Unread(document.id or None, document.source, None, tell(error)))
    return join(tables), unread


def join(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Event tables below each other, in the columns and types of the event table."""
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else empty()


def batches(documents: Iterable[Document | Unread], size: int) -> Iterator[list[Document | Unread]]:
    """Documents in batches of a size, the last one maybe smaller.

    >>> [len(batch) for batch in batches([Unread(None, None, None, "")] * 5, 2)]
    [2, 2, 1]
    """
    waiting = iter(documents)
    while batch := list(islice(waiting, size)):
        yield batch
