"""Which column of somebody's own table is which: by its heading, else by what its cells hold."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from timeline.errors import BadTable
from timeline.table.columns import COLUMNS, NEEDED
from timeline.table.written import Texts, table_words

_BETWEEN = re.compile(r"[\W_]+")
# Cells looked at to tell whether a column holds dates, and the share that must.
_SAMPLE = 50
_MOST = 0.6


@cache
def _also_called() -> Mapping[str, str]:
    told = table_words()["headings"]
    return MappingProxyType({alias: name for name, aliases in told.items() for alias in aliases})


def rename(names: Sequence[str], wanted: Mapping[str, str], where: str) -> list[str]:
    """The names of columns under these headings: the table's where they mean one of its columns.

    >>> rename(["Date", "What happened", "Mood", "Mood"], {}, "mine.csv")
    ['start', 'event', 'Mood', 'Mood_2']

    `wanted` maps headings by hand. Two headings alike are told apart by a number. Raises
    `BadTable` for a heading in `wanted` that is not there.
    """
    for name in wanted:
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            hint = f" (is it {near[0]!r}?)" if near else ""
            raise BadTable(f"{where} has no column {name!r}{hint}; it has: {', '.join(names)}")
    proper = [wanted.get(name) or _proper(name) for name in names]
    renamed: list[str] = []
    for target, own in zip(proper, names, strict=True):
        meant = target if target in COLUMNS else _also_called().get(target, own)
        # A heading yields to the proper name, or to an earlier one of the same meaning.
        if meant != target and (meant in proper or meant in renamed):
            meant = own
        renamed.append(wanted.get(own, meant))
    return _apart(renamed)


def _proper(name: str) -> str:
    return _BETWEEN.sub("_", name.lower()).strip("_")


def _apart(names: list[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        fresh, number = name, 2
        while fresh in found:
            fresh, number = f"{name}_{number}", number + 1
        found.append(fresh)
    return found


def put_together(cells: dict[str, Texts], headings: Mapping[str, str]) -> dict[str, Texts]:
    """Dates that stand in several columns (year, month, day, time) in one: `start`, `end`.

    >>> cells = {"start": ["1914", "1918"], "Month": ["7", ""], "event": ["War", "Peace"]}
    >>> put_together(cells, {"start": "Year", "Month": "Month", "event": "event"})["start"]
    ['1914-07', '1918']

    `headings` has the heading of each column. The columns of the parts stay as they are.
    """
    found = dict(cells)
    at = {_proper(heading): name for name, heading in headings.items()}
    for target, parts in table_words()["parts"].items():
        if parts[0] in at and parts[1] in at:
            columns = [cells.get(at.get(part, "")) for part in parts]
            lines = zip(*(c or [""] * len(columns[0] or []) for c in columns), strict=True)
            found[target] = [_joined(*(cell.strip() for cell in line)) for line in lines]
    return found


def _joined(year: str, month: str, day: str, clock: str) -> str:
    if not month.isdigit():
        return " ".join(part for part in (day, month, year, clock) if part)
    told = "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])
    return f"{told} {clock}" if clock and day else told


def guess(
    cells: Mapping[str, Texts],
    reads: Callable[[str], bool],
    where: str,
    needed: Sequence[str] = NEEDED,
) -> dict[str, str]:
    """Columns to take for `start` and `event` where no heading says so: name to what it means.

    >>> guess({"Datum": ["1914", "1918"], "Was": ["Krieg", "Frieden"]}, str.isdigit, "mine.csv")
    {'Datum': 'start', 'Was': 'event'}

    The only column whose cells are mostly dates, the only other one of words. Raises `BadTable`
    where there is none or more than one for a column in `needed`.
    """
    found: dict[str, str] = {}
    for target in NEEDED:
        if target in cells or (target == "start" and "when" in cells):
            continue
        left = [name for name in cells if name not in COLUMNS and name not in found]
        fits = [name for name in left if _dates(cells[name], reads) == (target == "start")]
        if len(fits) == 1:
            if target == "start" and reads(fits[0]):
                raise BadTable(
                    f"{where} has no headings: where they should be stands the date {fits[0]!r};"
                    " put a line such as date,event above it"
                )
            found[fits[0]] = target
            continue
        if target not in needed:
            continue
        held = "dates" if target == "start" else "events"
        count = "no column" if not fits else f"{len(fits)} columns that may be the one"
        choice = (fits or left or ["Heading"])[0]
        raise BadTable(
            f"{where} has {count} of {held} ({target!r}); it has: {', '.join(cells) or 'none'}."
            f" Say which with columns={{{choice!r}: {target!r}}}"
            f" (on the command line: --columns {target}={choice!r})"
        )
    return found


def _dates(texts: Texts, reads: Callable[[str], bool]) -> bool:
    told = [text for text in texts if text.strip()][:_SAMPLE]
    return bool(told) and sum(map(reads, told)) >= _MOST * len(told)
