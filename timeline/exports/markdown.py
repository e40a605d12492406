"""Markdown: a pipe table (GitHub Flavored Markdown) for reports and READMEs."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from timeline.errors import BadTable
from timeline.exports import cells, files, words
from timeline.table import from_frame

LOSSES = (
    "columns that are not asked for (`columns`)",
    "dates stand as words, unless `dates` is 'edtf'",
    "missing and empty cells look the same; types are told from how cells look",
    "spaces at the ends of a cell, line breaks other than \\n, and control characters",
)
#: Shown where they hold anything; `when` and `event` always.
SHOWN = ("when", "event", "participants", "place", "attribution")

# Backslash escapes of GFM for what could begin a tag, a link, an emphasis, code or a new cell.
_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~$^@-])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+!|~$^@-])")
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_CELLS = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def to_markdown(
    table: pd.DataFrame,
    path: str | Path | None = None,
    *,
    columns: Sequence[str] | None = None,
    dates: str = "words",
) -> str | None:
    r"""An event table as a Markdown table: the text, or None where a path is given.

    >>> print(to_markdown(pd.DataFrame({"when": ["2022-09"], "event": ["Izyum *retaken*"]})))
    | when | event |
    | --- | --- |
    | September 2022 | Izyum \*retaken\* |

    `columns` names those to show, else `when`, `event` and who, where and by whom it is told
    where that is known; `dates` is "words" or "edtf". `from_markdown` reads both.
    """
    table = cells.prepare(table)
    lines = [f"| {' | '.join(row)} |" for row in _lines(table, columns, dates)]
    text = "\n".join(lines) + "\n"
    if path is None:
        return text
    files.save(text, path)
    return None


def _lines(table: pd.DataFrame, columns: Sequence[str] | None, dates: str) -> list[list[str]]:
    names = shown(table, columns)
    bodies = [[_cell(text) for text in words.texts(table, name, dates)] for name in names]
    head = [_cell(name) for name in names]
    return [head, ["---"] * len(names), *(list(row) for row in zip(*bodies, strict=True))]


def shown(table: pd.DataFrame, columns: Sequence[str] | None) -> list[str]:
    """The columns to show: those asked for, which must be there, or those worth showing."""
    if columns is not None:
        cells.demand(table, *columns)
        return list(columns)
    return [name for name in SHOWN if name in SHOWN[:2] or table[name].notna().any()]


def _cell(text: str) -> str:
    text = html.escape(_CONTROL.sub("", _BREAKS.sub("\n", text)).strip(), quote=False)
    return _MARKS.sub(r"\\\1", text).replace("\n", "<br>").replace("\t", "&#9;")


def from_markdown(source: str | Path | bytes) -> pd.DataFrame:
    """The first pipe table of a Markdown text; contents or a path.

    >>> text = "| when | event |\\n|---|---|\\n| 2022-09 | Izyum retaken |\\n"
    >>> from_markdown(text)["event"].tolist()
    ['Izyum retaken']

    It must have a column `start`, or `when` in EDTF or in the words of `to_markdown`, and
    `event`; a table that somebody made has its own headings and dates, as `from_frame` reads them.
    Raises `BadTable`.
    """
    lines = [line.strip() for line in files.load_text(source).split("\n")]
    rules = [n for n, line in enumerate(lines) if re.fullmatch(r"\|?[\s:|-]*-[\s:|-]*\|?", line)]
    rules = [n for n in rules if n and "|" in lines[n] and "|" in lines[n - 1]]
    if not rules:
        raise BadTable("the Markdown has no pipe table with a line of dashes under its headings")
    names = _split(lines[rules[0] - 1])
    body = []
    for line in lines[rules[0] + 1 :]:
        if "|" not in line:
            break
        body.append((_split(line) + [""] * len(names))[: len(names)])
    columns = zip(*body, strict=True) if body else ([] for _ in names)
    found = {name: cells.typed(name, values) for name, values in zip(names, columns, strict=True)}
    if "start" in found:
        return cells.restore(found)
    if "when" not in found:
        # A table of somebody's own, under headings of its own: "Date", "What happened".
        return from_frame(pd.DataFrame(body, columns=names, dtype="string"))
    told = cells.spans(found.pop("when"), words.read)
    times = {str(name): told[name].tolist() for name in told if name not in found}
    return cells.restore(times | found)


def _split(line: str) -> list[str]:
    parts = _CELLS.sub("\\1\0", line.strip()).split("\0")
    if parts and not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip():
        parts = parts[:-1]
    return [_read(part) for part in parts]


def _read(cell: str) -> str:
    text = _ESCAPED.sub(r"\1", cell.strip().replace("<br>", "\n"))
    return html.unescape(text)
