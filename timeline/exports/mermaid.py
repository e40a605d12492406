"""Mermaid: the text of a `timeline` diagram, as GitHub, GitLab and Obsidian draw it."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pandas as pd

from timeline.errors import TimelineError
from timeline.exports import cells, files, words

LOSSES = (
    "all columns but `when`, `event` and the one that makes the sections",
    "dates stand as words, unless `dates` is 'edtf'; undated events stand under 'undated'",
    "line breaks become spaces; the order of events, not their distance, is drawn",
)
_UNDATED = "undated"
# Mermaid takes #58; for a character as HTML takes &#58;
_MARKS = re.compile('[:#;%<>&"`{}\\\\]')
_ENTITY = re.compile(r"#(\d+);")
_BREAKS = re.compile(r"[\s\x00-\x1f\u2028\u2029]+")


def to_mermaid(
    table: pd.DataFrame,
    path: str | Path | None = None,
    *,
    title: str | None = None,
    section: str | None = None,
    dates: str = "words",
) -> str | None:
    """An event table as a Mermaid timeline: the text, or None where a path is given.

    >>> print(to_mermaid(pd.DataFrame({"when": ["2022-09"], "event": ["Izyum retaken"]})))
    timeline
        September 2022 : Izyum retaken

    `section` names the column whose values, as they change from row to row, head the sections;
    `dates` is "words" or "edtf". `from_mermaid` reads both.
    """
    table = cells.prepare(table)
    cells.demand(table, section)
    told = words.texts(table, "when", dates)
    heads = cells.plain_column(table[section]) if section else [None] * len(table)
    # Mermaid has no empty events.
    events = [_plain(event or "") or "…" for event in cells.plain_column(table["event"])]
    lines = ["timeline"] + ([f"    title {_plain(title)}"] if title else [])
    for head, rows in groupby(range(len(table)), key=lambda row: heads[row]):
        if head is not None:
            lines.append(f"    section {_plain(str(head))}")
        for label, group in groupby(rows, key=lambda row: told[row]):
            shown = " : ".join(events[row] for row in group)
            lines.append(f"    {_plain(label) or _UNDATED} : {shown}")
    text = "\n".join(lines) + "\n"
    if path is None:
        return text
    files.save(text, path)
    return None


def _plain(text: str) -> str:
    spaced = _BREAKS.sub(" ", text).strip()
    return _MARKS.sub(lambda mark: f"#{ord(mark[0])};", spaced)


def from_mermaid(source: str | Path | bytes) -> pd.DataFrame:
    """The table that a Mermaid timeline tells; contents or a path.

    >>> from_mermaid("timeline\\n 2002 : LinkedIn\\n 2004 : Facebook : Google\\n")["when"].tolist()
    ['2002', '2004', '2004']

    Periods in EDTF (2004, 2022-09) or in the words of `to_mermaid` become times; where there are
    others, all are kept in a column `period`.
    """
    found: list[dict[str, str | None]] = []
    section = period = None
    for line in files.load_text(source).splitlines():
        text = line.strip()
        if text.startswith("section "):
            section = _read(text[8:])
        elif ":" in text:
            label, *events = re.split(r"\s*:(?:\s+|$)", text)
            period = _read(label) if label else period
            found += [
                {"when": _edtf(period), "event": _read(e), "section": section, "period": period}
                for e in events
            ]
    table = pd.DataFrame(found, columns=["when", "event", "section", "period"])
    kept = [name for name in table if name in ("when", "event") or table[name].notna().any()]
    if "period" in kept and (table["when"].notna() | (table["period"] == _UNDATED)).all():
        kept.remove("period")
    return cells.prepare(table[kept])


def _read(text: str) -> str:
    return _ENTITY.sub(lambda match: chr(int(match[1])), text.strip())


def _edtf(period: str | None) -> str | None:
    try:
        return words.read(period).edtf() if period else None
    except TimelineError:
        return None
