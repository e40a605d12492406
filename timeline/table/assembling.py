"""Cells under headings become the columns of an event table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from timeline.errors import GIVE_A_DATE, BadTable, TimelineError
from timeline.spans import Granularity, TimeSpan
from timeline.table.columns import COLUMNS, NEEDED
from timeline.table.headings import guess, put_together, rename
from timeline.table.moments import columns_of, moments
from timeline.table.written import Refused, Texts, in_words, is_ongoing, looks_dated, read_dates

#: Columns that only a saved table has: its ends are moments, not days that people wrote.
_SAVED = frozenset(("granularity", "start_latest", "end_earliest"))
_TIMES = frozenset(name for name, dtype in COLUMNS.items() if dtype.startswith("datetime64"))
_SHOWN = 5
_CLOCK = re.compile(r"\d\d:\d\d")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?\s*\Z")
_FULL_MINUTE = re.compile(r"(?<=\d\d:\d\d):00(?:\.0+)?(?=\s?(?:Z|[+-]\d\d:?\d\d)?\s*\Z)")


class Given(NamedTuple):
    """A table as somebody gave it: what to call it, its headings, its cells, its lines.

    `cells` are the columns as texts, `own` the same with the types to keep them in, `line` says
    where a row (from 0) stands.
    """

    where: str
    names: Sequence[str]
    cells: Sequence[Texts]
    own: Sequence[pd.Series]
    line: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Options:
    """How dates are read; see `read_dates`. `strict` refuses a table with bad ones.

    `needed` are the columns that must be found, by their headings or by what they hold.
    """

    published: object = None
    day_first: bool | None = None
    strict: bool = True
    needed: tuple[str, ...] = NEEDED


class _Fault(NamedTuple):
    row: int
    heading: str
    why: str


def assemble(given: Given, columns: Mapping[str, str], options: Options) -> pd.DataFrame:
    """An event table, to be checked and completed by `check`; `columns` maps headings by hand."""
    named = rename(given.names, columns, given.where)
    headings = dict(zip(named, given.names, strict=True))
    cells = put_together(dict(zip(named, given.cells, strict=True)), headings)
    meant = guess(cells, looks_dated, given.where, options.needed)
    cells = {meant.get(name, name): values for name, values in cells.items()}
    headings = {meant.get(name, name): heading for name, heading in headings.items()}
    if "start" not in cells and "when" in cells:
        cells["start"], headings["start"] = cells["when"], headings["when"]
    found: dict[str, pd.Series] = {}
    for name, own in zip(named, given.own, strict=True):
        target = meant.get(name, name)
        if target in _TIMES:
            continue
        known = target in COLUMNS
        texts = [text or None for text in cells[target]] if known else []
        found[target] = pd.Series(texts, dtype="string") if known else own
    times, faults = _times(cells, headings, options)
    if faults and options.strict:
        raise BadTable(_told(faults, given))
    table = pd.DataFrame(found | {name: times[name] for name in times})
    return _with_faults(table, cells, faults)


def _times(
    cells: Mapping[str, Texts], headings: Mapping[str, str], options: Options
) -> tuple[pd.DataFrame, list[_Fault]]:
    """The columns of time, and the cells that could not be read."""
    faults: list[_Fault] = []

    def read(name: str) -> list[TimeSpan | None]:
        found: list[TimeSpan | None] = []
        for row, span in enumerate(_read(cells, name, options)):
            if isinstance(span, Refused):
                faults.append(_Fault(row, headings.get(name, name), span.why))
                span = None
            found.append(span)
        return found

    begins = read("start")
    ends = read("end") if "end" in cells else [None] * len(begins)
    if _SAVED & cells.keys():
        times = _as_saved(cells, begins, ends)
    else:
        spans: list[TimeSpan | None] = []
        for row, (begin, stop) in enumerate(zip(begins, ends, strict=True)):
            ongoing = "end" in cells and is_ongoing(cells["end"][row])
            try:
                spans.append(_stretch(begin, stop, ongoing))
            except TimelineError as error:
                faults.append(_Fault(row, headings.get("end", "end"), str(error)))
                spans.append(None)
        times = columns_of(spans)
        given = [name for name in times if name in cells and name not in ("start", "end", "when")]
        times = times.drop(columns=given)
    for name in ("published", "start_latest", "end_earliest"):
        if name in cells:
            times[name] = moments([None if s is None else s.start for s in read(name)])
    return times, sorted(faults)


def _read(
    cells: Mapping[str, Texts], name: str, options: Options
) -> Sequence[TimeSpan | Refused | None]:
    """A column of dates; words lean on the publication that is given, or that of their row."""
    texts = ["" if name == "end" and is_ongoing(text) else text for text in cells[name]]
    if not _SAVED & cells.keys():
        texts = _without_clock(texts)
    issues = cells.get("published")
    if issues is None or options.published is not None or name not in ("start", "end"):
        return read_dates(texts, options.published, day_first=options.day_first)
    found = list(read_dates(texts, day_first=options.day_first))
    for row, span in enumerate(found):
        if isinstance(span, Refused) and issues[row].strip():
            again = read_dates([texts[row]], issues[row], day_first=options.day_first)
            found[row] = again[0]
    return found


def _without_clock(texts: list[str]) -> list[str]:
    """Days where all clock times are midnights, minutes where all are full ones.

    Databases and spreadsheets write days so, and minutes with seconds.
    """
    for nothing in (_MIDNIGHT, _FULL_MINUTE):
        clocks = [text for text in texts if _CLOCK.search(text)]
        if clocks and all(nothing.search(text) for text in clocks):
            texts = [nothing.sub("", text) for text in texts]
    return texts


def _as_saved(
    cells: Mapping[str, Texts], begins: Sequence[TimeSpan | None], ends: Sequence[TimeSpan | None]
) -> pd.DataFrame:
    """Starts and ends as moments; the other columns of time are those of the file."""
    stops = [
        None if stop is None else stop.end if _names_unit(begin, stop) else stop.start
        for begin, stop in zip(begins, ends, strict=True)
    ]
    if "end" not in cells:
        stops = [None if begin is None else begin.end for begin in begins]
    times = pd.DataFrame(
        {"start": moments([None if s is None else s.start for s in begins]), "end": moments(stops)}
    )
    told = columns_of(begins)
    for name in ("when", "granularity"):
        if name not in cells and "end" not in cells:
            times[name] = told[name]
    return times


def _names_unit(begin: TimeSpan | None, stop: TimeSpan) -> bool:
    """Whether an end of a saved table names a month or a year, or the day the event fills."""
    coarse = stop.granularity is None or stop.granularity > Granularity.DAY
    return coarse or (begin is not None and begin.start == stop.start)


def _stretch(begin: TimeSpan | None, stop: TimeSpan | None, ongoing: bool) -> TimeSpan | None:
    """From the begin of one date to the end of another, both as people write them."""
    if ongoing:
        return begin and begin.since(None)
    if begin is None or stop is None:
        return begin if stop is None else stop.until()
    if None in (begin.start, stop.end) or begin == stop:
        return begin
    assert begin.start is not None
    assert stop.start is not None
    assert stop.end is not None
    if stop.end <= begin.start:
        raise TimelineError(f"the end {stop.edtf()} is before the start {begin.edtf()}")
    if stop.granularity is not None and stop.granularity < Granularity.DAY:
        if stop.start < begin.start:
            raise TimelineError(f"the end {stop.edtf()} is before the start {begin.edtf()}")
        span = TimeSpan.range(begin, stop)
        return replace(span, end=stop.start, end_earliest=stop.start)
    return TimeSpan.range(begin, stop)


def _told(faults: Sequence[_Fault], given: Given) -> str:
    """All faults in one message, so that a table can be mended at one go."""
    shown = [f"{given.line(f.row)}, column {f.heading!r}: {f.why}" for f in faults[:_SHOWN]]
    more = [f"and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
    count = f"{len(faults)} dates that cannot be read: " if len(faults) > 1 else ""
    return (
        f"{given.where}, {count}{'; '.join(shown + more)}. Write them as 2022-09-04, 2022-09,"
        " 4 September 2022 or c. 1850; for words that lean on the day they were written on,"
        f" {GIVE_A_DATE}; or give from_csv or from_frame strict=False to leave such rows undated"
    )


def _with_faults(
    table: pd.DataFrame, cells: Mapping[str, Texts], faults: Sequence[_Fault]
) -> pd.DataFrame:
    """Date words go into `expression`, what is wrong with them into `why`."""
    if "expression" not in cells and "start" in cells:
        bad = {fault.row for fault in faults}
        told = [
            text.strip() or None if row in bad or in_words(text) else None
            for row, text in enumerate(cells["start"])
        ]
        table["expression"] = pd.Series(told, dtype="string")
    if faults and "why" not in cells:
        reasons: list[str | None] = [None] * len(table)
        for fault in faults:
            reasons[fault.row] = fault.why
        table["why"] = pd.Series(reasons, dtype="string")
    return table
