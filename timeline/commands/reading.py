"""`timeline read`: an article becomes a timeline."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from timeline import timelines
from timeline.charts.words import in_words
from timeline.commands import inputs, outputs, terminal
from timeline.documents import Document

_UNKNOWN = np.datetime64("NaT", "s").astype("int64")


def run(options: argparse.Namespace) -> int:
    """Print the events of an article in their order; write chart and table where asked."""
    outputs.check(options.table)
    document = inputs.read_article(options.article, inputs.given_date(options.published))
    tell(document, options.lean, options.chart, options.table)
    return 0


def tell(document: Document, lean: str, chart: str | None, table: str | None) -> None:
    """Read a document, print its events, and write its chart and its table."""
    published = inputs.date_of(document)
    story = timelines.read(document, lean=lean)
    head = document.title or document.id
    terminal.show(f"{terminal.harmless(head)}\npublished {published} ({published.why})\n")
    for line in describe(story.table):
        terminal.show(line)
    if table:
        outputs.save_table(story.table, table)
        terminal.show(f"\ntable: {table}")
    if chart:
        story.to_html(chart)
        terminal.show(f"\nchart: {chart} (open it in a browser)")


def describe(table: pd.DataFrame) -> Iterator[str]:
    """An event table as lines for a terminal: order, when, event."""
    if table.empty:
        yield "no event was found"
        return
    rows = zip(table.itertuples(index=False), _whens(table), strict=True)
    told = [(row.order, when, f"{row.event}{_aside(row)}") for row, when in rows]
    yield from terminal.columns([("#", "when", "event"), *told])


def _whens(table: pd.DataFrame) -> Iterator[str]:
    start, latest, earliest, end = (
        [None if moment == _UNKNOWN else int(moment) for moment in moments]
        for moments in (
            table[name].to_numpy("datetime64[s]").astype("int64")
            for name in ("start", "start_latest", "end_earliest", "end")
        )
    )
    marks = table[["relation", "approximate", "ongoing"]].itertuples(index=False)
    for first, sure, until, last, (relation, about, ongoing) in zip(
        start, latest, earliest, end, marks, strict=True
    ):
        told = None if pd.isna(relation) else str(relation)
        yield in_words(first, last, told, (sure, until), approximate=about, ongoing=ongoing)


def _aside(row: Any) -> str:
    """What a reader must know beside the event's words: that it is not simply so."""
    told = [str(row.status)] if pd.notna(row.status) and row.status != "asserted" else []
    told += [f"according to {row.attribution}"] if pd.notna(row.attribution) else []
    return f" [{'; '.join(told)}]" if told else ""
