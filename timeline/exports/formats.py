"""The formats, each with the endings of its files, and which of them a file's name asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.errors import BadTable, UnreadableDocument
from timeline.exports import (
    csv,
    edtf,
    excel,
    ics,
    json,
    jsonld,
    latex,
    markdown,
    mermaid,
    ocel,
    parquet,
    timelinejs,
    timeml,
    vis,
    xes,
)
from timeline.late import Late


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the endings of its files, its two doors, what it cannot hold, and the
    package it `needs` if that comes with an extra."""

    name: str
    endings: tuple[str, ...]
    write: Callable[[pd.DataFrame, str | Path], Any]
    read: Callable[[str | Path | bytes], pd.DataFrame] | None
    losses: tuple[str, ...]
    needs: Late | None = None

    def make_ready(self) -> None:
        """Raise `MissingExtra`, before any work is done, where its package is not installed."""
        if self.needs is not None:
            self.needs.load()


FORMATS: tuple[Format, ...] = (
    Format("csv", (".csv",), csv.to_csv, csv.from_csv, csv.LOSSES),
    Format("xlsx", (".xlsx",), excel.to_xlsx, excel.from_xlsx, excel.LOSSES, needs=excel.openpyxl),
    Format("json", (".json",), json.to_json, json.from_json, json.LOSSES),
    Format("jsonl", (".jsonl", ".ndjson"), json.to_jsonl, json.from_jsonl, json.LOSSES),
    Format(
        "parquet",
        (".parquet",),
        parquet.to_parquet,
        parquet.from_parquet,
        parquet.LOSSES,
        needs=parquet.parquet,
    ),
    Format(
        "feather",
        (".feather", ".arrow"),
        parquet.to_feather,
        parquet.from_feather,
        parquet.LOSSES,
        needs=parquet.feather,
    ),
    Format(
        "timelinejs",
        (".timelinejs.json",),
        timelinejs.to_timelinejs,
        timelinejs.from_timelinejs,
        timelinejs.LOSSES,
    ),
    Format("vis", (".vis.json",), vis.to_vis, vis.from_vis, vis.LOSSES),
    Format("ics", (".ics",), ics.to_ics, ics.from_ics, ics.LOSSES, needs=ics.icalendar),
    Format("edtf", (".edtf", ".edtf.txt"), edtf.to_edtf, edtf.from_edtf, edtf.LOSSES),
    Format("timeml", (".tml", ".timeml"), timeml.to_timeml, timeml.from_timeml, timeml.LOSSES),
    Format("jsonld", (".jsonld",), jsonld.to_jsonld, jsonld.from_jsonld, jsonld.LOSSES),
    Format("xes", (".xes",), xes.to_xes, xes.from_xes, xes.LOSSES),
    Format("ocel", (".ocel.json", ".jsonocel"), ocel.to_ocel, ocel.from_ocel, ocel.LOSSES),
    Format(
        "mermaid", (".mmd", ".mermaid"), mermaid.to_mermaid, mermaid.from_mermaid, mermaid.LOSSES
    ),
    Format("markdown", (".md",), markdown.to_markdown, markdown.from_markdown, markdown.LOSSES),
    Format("latex", (".tex",), latex.to_latex, None, latex.LOSSES),
)


def format_of(path: str | Path) -> Format:
    """The format that the name of a file asks for; the longest ending that fits decides.

    >>> format_of("story.csv").name, format_of("story.timelinejs.json").name
    ('csv', 'timelinejs')

    Raises `BadTable`, with all endings, for a name that asks for none.
    """
    name = Path(path).name.lower()
    fitting = [(len(e), f) for f in FORMATS for e in f.endings if name.endswith(e) and name != e]
    if not fitting:
        endings = ", ".join(ending for each in FORMATS for ending in each.endings)
        raise BadTable(f"{path}: a table's file ends in one of {endings}")
    return max(fitting, key=lambda pair: pair[0])[1]


def write_table(table: pd.DataFrame, path: str | Path) -> None:
    """Write an event table in the format that the file's name asks for.

    >>> import tempfile
    >>> mine = pd.DataFrame({"start": ["1914-07-28"], "event": ["War"]})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_table(mine, Path(folder) / "war.ics")
    ...     read_table(Path(folder) / "war.ics")["event"].tolist()
    ['War']

    Raises `BadTable` for a name that asks for no format, and what the exporter raises.
    """
    format_of(path).write(table, path)


def read_table(path: str | Path) -> pd.DataFrame:
    """Read an event table from a file in any format that can be read; see `write_table`.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "war.json"
    >>> write_table(pd.DataFrame({"start": ["1914-07-28"], "event": ["War"]}), path)
    >>> read_table(path)["event"].tolist()
    ['War']

    Raises `BadTable` for a format that cannot be read back, and what the reader raises.
    """
    found = format_of(path)
    if found.read is None:
        raise BadTable(f"{path}: {found.name} is written for people and cannot be read back")
    try:
        return found.read(Path(path))
    except (BadTable, UnreadableDocument) as error:
        if Path(path).name in str(error):
            raise
        raise type(error)(f"{path}: {error}") from error


def losses(name: str) -> tuple[str, ...]:
    """What a format cannot hold of an event table, one sentence each.

    >>> losses("ics")[0]
    'events without a start, before year 1 or after year 9999'

    Raises `BadTable`, with the names there are, for a format that is not there.
    """
    for each in FORMATS:
        if each.name == name:
            return each.losses
    raise BadTable(f"there is no format {name!r}; there are {', '.join(f.name for f in FORMATS)}")
