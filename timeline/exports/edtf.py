"""EDTF (ISO 8601-2): a line an event, its time and its words parted by a tab."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from timeline.exports import cells, files

LOSSES = (
    "all columns but `when` and `event`; line breaks and tabs become spaces",
    "weeks, weekends and parts of days, for which EDTF has no word, become their days",
    "`after` and `before` are told from `since` and `until` by brackets: [2015..], [..2014]",
)
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def to_edtf(table: pd.DataFrame, path: str | Path | None = None) -> str | None:
    r"""The times of an event table as EDTF: the text, or None where a path is given.

    >>> to_edtf(pd.DataFrame({"start": ["2022-02-24"], "event": ["Invasion"]}))
    '2022-02-24\tInvasion\n'

    Times are the column `when`, or told from the bounds where it is missing; nothing stands
    before the tab where an event has no time.
    """
    table = cells.prepare(table)
    events = cells.plain_column(table["event"])
    lines = [
        f"{when}\t{_BREAKS.sub(' ', event or '')}\n"
        for when, event in zip(cells.labels(table), events, strict=True)
    ]
    if path is None:
        return "".join(lines)
    files.save("".join(lines), path)
    return None


def from_edtf(source: str | Path | bytes) -> pd.DataFrame:
    r"""The table that lines of EDTF tell, with or without words after a tab.

    >>> from_edtf("2022-08/..\tDrones arrive\n-0043\n")[["relation", "event"]].values.tolist()
    [['since', 'Drones arrive'], ['within', '']]

    `source` is contents (bytes, or text with line breaks) or a path. Raises `BadTable` with the
    number of a line that is no EDTF.
    """
    lines = [line for line in files.load_text(source).split("\n") if line.strip()]
    parted = [line.rstrip("\r").partition("\t") for line in lines]
    told = cells.spans([when for when, _, _ in parted])
    return cells.prepare(told.assign(event=[event for _, _, event in parted]))
