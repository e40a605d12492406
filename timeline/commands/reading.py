"""`timeline read`: an article becomes a timeline."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from timeline import timelines
from timeline.charts.words import in_words
from timeline.commands import inputs, outputs, terminal
from timeline.spans.edtf import zone_told
from timeline.table.rows import Row

# Longer words of time are wrapped, so that what happened has the better part of a line.
_WIDEST = 32


def run(options: argparse.Namespace) -> int:
    """Print the events of an article in their order; write chart and table where asked."""
    outputs.check(options.table, options.chart)
    published = inputs.given_date(options.published, options.day_first)
    document = inputs.read_article(options.article, published, options.day_first)
    corrections = options.corrections
    story = timelines.read(
        document, lean=options.lean, day_first=options.day_first, corrections=corrections or ()
    )
    tell(story, options.chart, options.table)
    if corrections:
        for problem in story.conflicts["problem"]:
            terminal.warn(f"{corrections}: {problem}")
    return 0


def tell(story: timelines.Timeline, chart: str | None, table: str | None) -> None:
    """Print the events of an article, and write its chart and its table."""
    document = story.document
    published = inputs.date_of(document)
    head = document.title or document.id
    said = f"{terminal.harmless(head)}\npublished {published} ({published.why})\n"
    terminal.show_all([said, *describe(story.rows)])
    if table:
        outputs.save_table(story.table, table)
        terminal.show(f"\ntable: {table}")
    if chart:
        story.to_html(chart)
        terminal.show(f"\nchart: {chart} (open it in a browser)")


def describe(rows: Sequence[Row]) -> Iterator[str]:
    """The rows of an event table as lines for a terminal: order, when, event."""
    if not rows:
        yield "no event was found"
        return
    told = [(row["order"], _when(row), f"{row['event']}{_aside(row)}") for row in rows]
    yield from terminal.columns([("#", "when", "event"), *told], widest=_WIDEST)


def _when(row: Row) -> str:
    return in_words(
        row["start"],
        row["end"],
        row["relation"],
        (row["start_latest"], row["end_earliest"]),
        approximate=row["approximate"],
        ongoing=row["ongoing"],
        zone=zone_told(row["when"] or ""),
    )


def _aside(row: Row) -> str:
    """What a reader must know beside the event's words: that it is not simply so."""
    told = [row["status"]] if row["status"] not in (None, "asserted") else []
    told += [f"according to {row['attribution']}"] if row["attribution"] else []
    return f" [{'; '.join(told)}]" if told else ""
