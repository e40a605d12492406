"""`timeline corpus`: many documents."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pandas as pd

from timeline import exports, timelines
from timeline.commands import inputs, terminal
from timeline.commands.doorway import version
from timeline.commands.failures import Usage
from timeline.corpus import describe_inputs, gather, tell_story
from timeline.documents import NAMES, Document, read_documents


def run(options: argparse.Namespace) -> int:
    """Read documents into the folder, print what came of it; 1 if some could not be read."""
    exports.format_of(f"events.{options.format}").make_ready()
    folder = Path(options.out)
    columns = _columns(options.columns)
    published = inputs.given_date(options.published, options.day_first)
    for name in options.inputs:
        if Path(name).is_dir() and folder.resolve().is_relative_to(Path(name).resolve()):
            message = f"--out {folder} lies in {name} and would be read with it; choose another"
            raise Usage(message)
    settings = {
        "version": version(),
        "inputs": describe_inputs(options.inputs),
        "published": published and str(published),
        "lean": options.lean,
        "day_first": options.day_first,
        "columns": columns,
    }
    with terminal.progress(None, "doc") as bar:
        tally = gather(
            read_documents(options.inputs, published, columns=columns, day_first=options.day_first),
            partial(table_of, lean=options.lean, day_first=options.day_first),
            folder,
            settings=settings,
            ending=f".{options.format}",
            size=options.batch,
            workers=options.workers,
            advance=bar.update,
        )
    events, documents = _counted(tally.events, "event"), _counted(tally.documents, "document")
    terminal.show(f"{events} from {documents}: {tally.table}")
    if options.merge:
        story, dates = tell_story(tally.table)
        terminal.show(f"each event once: {story}; the days most documents speak of: {dates}")
    if tally.unread:
        terminal.show(f"{tally.unread:,} could not be read, and why: {tally.errors}")
    return 1 if tally.unread else 0


def table_of(document: Document, lean: str, day_first: bool | None = None) -> pd.DataFrame:
    return timelines.read(document, lean=lean, day_first=day_first).table


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _columns(pairs: list[str]) -> Mapping[str, str]:
    columns = inputs.pairs(pairs)
    for field, name in columns.items():
        if field not in NAMES:
            message = f"--columns {field}={name}: write FIELD=NAME, FIELD one of {', '.join(NAMES)}"
            raise Usage(message)
    return columns
