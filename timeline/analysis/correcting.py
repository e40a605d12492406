"""Laying corrections on a table that was read anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from timeline.analysis.corrections import Correction, Key, Place, place_of, places_of, plain
from timeline.errors import BadTable
from timeline.spans import Granularity, TimeSpan, ceiling, floor
from timeline.table.clocks import shift
from timeline.table.written import Refused, read_dates

COLUMNS = ("action", "row", "event", "problem")
_TIMES = ("start", "end", "start_latest", "end_earliest")


@dataclass(slots=True)
class _Draft:
    """A table being corrected: the cells of the rows touched so far, and what came of it.

    Rows are numbered as in the table; added ones go on from there.
    """

    table: pd.DataFrame
    places: Mapping[Key, int]
    cells: dict[int, dict[str, Any]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    problems: list[tuple[str, int | None, str | None, str]] = field(default_factory=list)

    def row(self, number: int) -> dict[str, Any]:
        """The cells of a row, to be written to."""
        if number not in self.cells:
            names = self.table.columns
            self.cells[number] = {name: self.table[name].iloc[number] for name in names}
        return self.cells[number]


def correct(table: pd.DataFrame, corrections: Iterable[Correction]) -> pd.DataFrame:
    """The table with corrections laid on it, and marked.

    >>> from timeline.analysis.corrections import find_corrections
    >>> read = pd.DataFrame({"event": ["Troops took the town"], "when": ["2022-08"],
    ...                      "start": pd.to_datetime(["2022-08-01"]),
    ...                      "end": pd.to_datetime(["2022-09-01"]),
    ...                      "trigger_start": [7], "trigger_end": [11]})
    >>> kept = find_corrections(read, read.assign(when=["2022-09-10"]))
    >>> correct(read, kept)[["start", "when", "corrected"]].values.tolist()
    [[Timestamp('2022-09-10 00:00:00'), '2022-09-10', 'changed']]

    `corrected` is "changed", "merged" (another row went into it) or "added", else missing.
    Rows are found by document, trigger offsets and the wording of the sentence; where the
    text around has moved, by wording and trigger. What the text is now read as, where that is
    neither what the user saw nor what the user set, stands in `conflict`; the user's value
    stays. A row that was deleted or merged but reads differently now stays, with its
    conflict; `conflicts` lists these and the corrections that found no row.

    A new `when` is EDTF or words and gives the other columns of time; a new `start` or `end` gives
    `when`. Rows whose time changed take their new places, and `order` follows. Linear in rows
    and corrections. Raises `BadTable` for values that cannot be read.
    """
    return _laid(table, corrections)[0]


def conflicts(table: pd.DataFrame, corrections: Iterable[Correction]) -> pd.DataFrame:
    """Corrections that need another look: the text now differs, or no row is left.

    >>> from timeline.analysis.corrections import find_corrections
    >>> read = pd.DataFrame({"event": ["Troops took the town"], "when": ["2022-08"],
    ...                      "trigger_start": [7], "trigger_end": [11]})
    >>> kept = find_corrections(read, read.assign(when=["2022-09-10"]))
    >>> conflicts(read.assign(when=["2022-10"]), kept).loc[0, "problem"]
    'when: set to 2022-09-10 by hand where 2022-08 was read; now 2022-10 is read'

    `row` is the index label in `table`, missing where the correction found no row.
    """
    problems = _laid(table, corrections)[1]
    rows = [
        (action, None if row is None else table.index[row], event, text)
        for action, row, event, text in problems
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _laid(
    table: pd.DataFrame, corrections: Iterable[Correction]
) -> tuple[pd.DataFrame, list[tuple[str, int | None, str | None, str]]]:
    plain_table = table.assign(conflict=None)
    if "corrected" not in plain_table:
        plain_table["corrected"] = None
    draft = _Draft(plain_table, places_of(table))
    for one in corrections:
        if one.action == "add":
            _add(draft, one)
            continue
        row = _find(draft, one.place)
        if row is None:
            trigger = one.place.trigger if one.place else ""
            text = f'no row of the table has the trigger "{trigger}" in the same sentence any more'
            _complain(draft, one, None, text)
        elif one.action == "change":
            _change(draft, one, row)
        else:
            _remove(draft, one, row)
    result = _written(draft)
    kept = [row for row in _placed(draft, result) if row not in draft.gone]
    result = result.iloc[kept]
    if "order" in result and (draft.moved or draft.gone):
        result = result.assign(order=_ranks(result, np.isin(kept, sorted(draft.moved))))
    return result, draft.problems


def _written(draft: _Draft) -> pd.DataFrame:
    """The table with the cells that were touched, and the added rows below."""
    table = draft.table
    size = len(table)
    touched = sorted(row for row in draft.cells if row < size)
    added = [draft.cells[row] for row in sorted(draft.cells) if row >= size]
    names = dict.fromkeys(name for cells in draft.cells.values() for name in cells)
    columns = {}
    for name in dict.fromkeys([*table.columns, *names]):
        old = table[name] if name in table else pd.Series([None] * size, dtype=object)
        marks = name in ("corrected", "conflict")
        if not added and not marks and not _rewritten(draft, touched, name):
            columns[name] = old.reset_index(drop=True)
            continue
        values = old.astype(object).to_numpy(copy=True)
        values[touched] = [draft.cells[row].get(name) for row in touched]
        fresh = np.empty(len(added), dtype=object)
        fresh[:] = [cells.get(name) for cells in added]
        kind = "str" if marks else old.dtype if name in table else object
        columns[name] = pd.Series(np.concatenate((values, fresh)), dtype=kind)
    last = [columns.pop(name) for name in ("corrected", "conflict")]
    result = pd.DataFrame({**columns, "corrected": last[0], "conflict": last[1]})
    result.index = pd.Index(_fresh_labels(list(table.index), len(added)))
    return result


def _rewritten(draft: _Draft, touched: list[int], name: str) -> bool:
    if name not in draft.table:
        return True
    old = draft.table[name].iloc[touched].tolist()
    new = [draft.cells[row].get(name) for row in touched]
    return any(plain(x) != plain(y) for x, y in zip(old, new, strict=True))


def _find(draft: _Draft, place: Place | None) -> int | None:
    """The row at the same place with the same wording, or the only one with that wording."""
    assert place is not None
    here = draft.places.get((place.document, place.trigger_start, place.trigger_end))
    table = draft.table
    if here is not None and place_of(table, here).sentence == place.sentence:
        return here
    if "trigger" not in table or "sentence" not in table:
        return None
    alike = table["trigger"].astype("str").to_numpy() == place.trigger
    if "document" in table:
        alike &= table["document"].astype("str").fillna("").to_numpy() == place.document
    rows = [
        row
        for row in np.flatnonzero(alike & np.asarray(table["trigger_start"].notna())).tolist()
        if place_of(table, row).sentence == place.sentence
    ]
    return rows[0] if len(rows) == 1 else None


def _change(draft: _Draft, one: Correction, row: int) -> None:
    cells = draft.row(row)
    texts = []
    for name, value in one.values.items():
        now = plain(cells.get(name))
        if now not in (value, one.was.get(name)) and plain(cells["corrected"]) is None:
            texts.append(
                f"{name}: set to {value} by hand where {one.was.get(name)} was read;"
                f" now {now} is read"
            )
    before = [plain(cells.get(name)) for name in _TIMES]
    _fill(cells, one.values)
    cells["corrected"] = "changed"
    if [plain(cells.get(name)) for name in _TIMES] != before:
        draft.moved.add(row)
    for text in texts:
        _complain(draft, one, row, text)


def _remove(draft: _Draft, one: Correction, row: int) -> None:
    cells = draft.row(row)
    differs = [
        f"{name} was {value} and is now {plain(cells.get(name))}"
        for name, value in one.was.items()
        if plain(cells.get(name)) != value
    ]
    verb = "deleted" if one.action == "delete" else "merged away"
    if differs:
        _complain(draft, one, row, f"{verb} by hand, but " + ", ".join(differs))
        return
    if one.action == "merge":
        into = _find(draft, one.into)
        if into is None or into in draft.gone:
            _complain(draft, one, row, "the row to merge it into is not there any more")
            return
        target = draft.row(into)
        for name, value in cells.items():
            if name not in ("corrected", "conflict", *_TIMES) and plain(target.get(name)) is None:
                target[name] = value
        target["corrected"] = plain(target["corrected"]) or "merged"
    draft.gone.add(row)


def _add(draft: _Draft, one: Correction) -> None:
    """A row of its own, unless an earlier round has added it."""
    table = draft.table
    for row in np.flatnonzero(np.asarray(table["corrected"] == "added")).tolist():
        if all(plain(draft.row(row).get(name)) == value for name, value in one.values.items()):
            return
    usual: dict[str, Any] = {
        "order": 0,
        "approximate": False,
        "ongoing": False,
        "confidence": 1.0,
        "salience": 1.0,
    }
    cells = {name: usual.get(name) for name in table.columns}
    _fill(cells, one.values)
    cells["corrected"] = "added"
    number = len(table) + sum(row >= len(table) for row in draft.cells)
    draft.cells[number] = cells
    draft.moved.add(number)


def _fill(cells: dict[str, Any], values: Any) -> None:
    """Write values into a row, and what follows from them."""
    for name, value in values.items():
        cells[name] = pd.Timestamp(np.datetime64(value, "s")) if name in _TIMES and value else value
        if name in _TIMES and not value:
            cells[name] = pd.NaT
    timed = [name for name in ("start", "end") if name in values]
    if "when" in values and not timed:
        _date(cells, _span(str(values["when"])) if values["when"] else TimeSpan(None, None))
    elif timed and not {"start_latest", "end_earliest"} & set(values):
        bounds = [plain(cells.get(name)) for name in ("start", "end")]
        start, end = (
            None if b is None else int(np.datetime64(b, "s").astype(np.int64)) for b in bounds
        )
        span = unit_or_stretch(start, end)
        if values.get("when"):
            span = _span(str(values["when"]))
        _date(cells, span, keep=("start", "end"))
    if "confidence" in cells:
        cells["confidence"] = 1.0
    if "why" in cells:
        cells["why"] = "corrected by hand"


def unit_or_stretch(start: int | None, end: int | None) -> TimeSpan:
    """The day, month or year from `start` to `end`, or else the stretch, filled from end to end.

    >>> from timeline.spans import seconds
    >>> unit_or_stretch(seconds(2022, 9), seconds(2022, 10)).edtf()
    '2022-09'
    """
    if start is not None and end is not None:
        for unit in (Granularity.DAY, Granularity.MONTH, Granularity.YEAR):
            if floor(unit, start) == start and ceiling(unit, start) == end:
                return TimeSpan.starting(unit, start)
    return TimeSpan(start, end, Granularity.DAY, start, end, "throughout")


def _span(text: str) -> TimeSpan:
    (span,) = read_dates([text])
    if span is None or isinstance(span, Refused):
        reason = span.why if span else "it names no time"
        raise BadTable(
            "a corrected `when` is EDTF, such as 2022-09 or 2022-08/.., or words, such as 10"
            f" September 2022: {reason}"
        )
    return span


def _date(cells: dict[str, Any], span: TimeSpan, keep: tuple[str, ...] = ()) -> None:
    known: dict[str, Any] = {
        name: pd.NaT
        if getattr(span, name) is None
        else pd.Timestamp(np.datetime64(getattr(span, name), "s"))
        for name in _TIMES
    }
    known |= {
        "granularity": span.granularity.value if span.granularity else None,
        "relation": span.relation,
        "approximate": span.approximate,
        "ongoing": span.ongoing,
        "when": span.edtf() if (span.start, span.end) != (None, None) else None,
    }
    for name, value in known.items():
        if name in cells and name not in keep:
            cells[name] = value
    if "start" not in cells:
        cells |= {name: known[name] for name in ("start", "end")}


def _complain(draft: _Draft, one: Correction, row: int | None, text: str) -> None:
    event = one.was.get("event")
    if row is not None:
        cells = draft.row(row)
        told = plain(cells["conflict"])
        cells["conflict"] = text if told is None else f"{told}; {text}"
        event = plain(cells.get("event"))
    draft.problems.append((one.action, row, event, text))


def _placed(draft: _Draft, result: pd.DataFrame) -> list[int]:
    """Rows whose time changed go behind the last of the others that begins no later."""
    if "start" not in result:
        return list(range(len(result)))
    start = result["start"].to_numpy().astype("datetime64[s]")
    start = start + shift(result).astype("timedelta64[s]")
    line = np.array([row for row in range(len(result)) if row not in draft.moved], dtype=np.int64)
    for row in sorted(draft.moved, key=lambda row: (np.isnat(start[row]), start[row], row)):
        earlier = np.flatnonzero(~(start[line] > start[row]) & ~np.isnat(start[line]))
        place = len(line) if np.isnat(start[row]) else earlier[-1] + 1 if len(earlier) else 0
        line = np.insert(line, place, row)
    return [int(row) for row in line]


def _ranks(result: pd.DataFrame, moved: Any) -> list[int]:
    """Ranks from 1; a moved row shares a neighbour's only if their times are the same."""
    order = result["order"].tolist()
    times = list(zip(*(result[name].map(plain) for name in ("start", "end")), strict=True))
    ranks: list[int] = []
    for place in range(len(result)):
        same = place > 0 and (
            times[place] == times[place - 1]
            if moved[place] or moved[place - 1]
            else order[place] == order[place - 1]
        )
        ranks.append(ranks[-1] + (not same) if ranks else 1)
    return ranks


def _fresh_labels(labels: list[Any], count: int) -> list[Any]:
    """Labels for added rows: numbers on from the last, or from the number of rows."""
    numbers = [label for label in labels if isinstance(label, int | np.integer)]
    first = max(numbers, default=len(labels) - 1) + 1
    return labels + list(range(first, first + count))
