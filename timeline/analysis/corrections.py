"""Corrections made by hand, kept apart from the table so that a new reading does not lose them."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.analysis.bounds import Ints, require
from timeline.analysis.matching import require_unique
from timeline.errors import BadTable

ACTIONS = ("change", "delete", "merge", "add")
#: Columns that say where a row comes from, or that are worked out anew: never corrected.
FIXED = (
    "order",
    "document",
    "sentence",
    "sentence_start",
    "trigger_start",
    "trigger_end",
    "expression_start",
    "expression_end",
    "published",
    "why",
    "confidence",
    "corrected",
    "conflict",
)
#: What a deleted or merged row read; if it reads otherwise one day, the user should look again.
TOLD = ("event", "when", "start", "end")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which document an event stands: its trigger, and a fingerprint of its sentence."""

    document: str
    trigger_start: int
    trigger_end: int
    trigger: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: what to do, where, with which values, and what stood there before.

    >>> Correction("add", None, {"event": "Flood", "when": "1953-02-01"}).values["when"]
    '1953-02-01'

    `action` is "change" (`values` replace `was`), "delete", "merge" (the row goes into the one
    at `into`) or "add" (`values` make a row of their own; `place` is None). Values are texts,
    numbers or truth values, None for missing; times are ISO 8601.
    """

    action: str
    place: Place | None
    values: Mapping[str, Any] = field(default_factory=dict)
    was: Mapping[str, Any] = field(default_factory=dict)
    into: Place | None = None
    note: str | None = None


def fingerprint(sentence: object) -> str:
    """A short name for the wording of a sentence, whatever its spaces and capitals.

    >>> fingerprint("It rained.") == fingerprint("it  rained.\\n") != fingerprint("It snowed.")
    True
    """
    words = " ".join(str(sentence).split()).lower() if isinstance(sentence, str) else ""
    return blake2b(words.encode(), digest_size=8).hexdigest()


def find_corrections(
    before: pd.DataFrame, after: pd.DataFrame, *, deletions: bool = True
) -> list[Correction]:
    """The corrections that turn a table as it was read into the one a user edited.

    >>> read = pd.DataFrame({"event": ["Troops took the town"], "when": ["2022-08"],
    ...                      "trigger_start": [7], "trigger_end": [11]})
    >>> edited = read.assign(when=["2022-09"])
    >>> [(c.action, c.was, c.values) for c in find_corrections(read, edited)]
    [('change', {'when': '2022-08'}, {'when': '2022-09'})]

    Rows are paired by document and trigger offsets; rows of the edited table without offsets
    are additions, rows that are gone are deletions (unless `deletions` is false, for a table
    that was only filtered). The edited table may come from a CSV file. Offsets, sentences and
    what follows from other columns (`order`, `why`, `confidence`) are not corrected.

    Raises `BadTable` where offsets are missing, or two rows have the same.
    """
    old, new = places_of(before), places_of(after)
    found = []
    if deletions:
        for key in [key for key in old if key not in new]:
            row = old[key]
            place = place_of(before, row)
            found.append(Correction("delete", place, was=_cells(before, row, TOLD)))
    columns = [name for name in after.columns if name not in FIXED]
    pairs = [(old[key], row) for key, row in new.items() if key in old]
    rows = np.array([row for row, _ in pairs], dtype=np.int64)
    others = np.array([row for _, row in pairs], dtype=np.int64)
    changed: dict[int, list[str]] = {}
    for name in columns:
        for turn in _differing(before, rows, after, others, name):
            changed.setdefault(turn, []).append(name)
    for turn in sorted(changed):
        row, other = pairs[turn]
        values, was = _cells(after, other, changed[turn]), _cells(before, row, changed[turn])
        was = {name: was.get(name) for name in values}
        found.append(Correction("change", place_of(before, row), values, was))
    for row in np.flatnonzero(np.asarray(after["trigger_start"].isna())).tolist():
        told = {k: v for k, v in _cells(after, row, columns).items() if v is not None}
        found.append(Correction("add", None, told))
    return found


def _differing(
    before: pd.DataFrame, rows: Ints, after: pd.DataFrame, others: Ints, name: str
) -> list[int]:
    """The pairs of rows whose cells of a column are not the same."""
    new = after[name].iloc[others]
    if name not in before:
        return np.flatnonzero(np.asarray(new.notna())).tolist()
    old = before[name].iloc[rows]
    missing = np.asarray(old.isna()), np.asarray(new.isna())
    if all(pd.api.types.is_datetime64_dtype(column.dtype) for column in (old, new)):
        left, right = (column.to_numpy().astype("datetime64[s]") for column in (old, new))
    else:
        left, right = (column.astype(object).to_numpy() for column in (old, new))
    maybe = missing[0] != missing[1]
    both = ~missing[0] & ~missing[1]
    maybe[both] = left[both] != right[both]
    # Only what looks different is compared as it would be written.
    return [
        turn
        for turn in np.flatnonzero(maybe).tolist()
        if plain(old.iloc[turn]) != plain(new.iloc[turn])
    ]


def merging(table: pd.DataFrame, row: Hashable, into: Hashable) -> Correction:
    """The correction that says: this row tells of the same event as that one.

    >>> table = pd.DataFrame({"event": ["The mill burned", "the fire"], "trigger_start": [9, 40],
    ...                       "trigger_end": [15, 44]})
    >>> merging(table, 1, into=0).action
    'merge'

    Rows are given by their index labels. Raises `BadTable` where there is none, or the two
    are the same.
    """
    require_unique(table)
    rows = [int(row) for row in table.index.get_indexer(pd.Index([row, into]))]
    if min(rows) < 0 or rows[0] == rows[1]:
        raise BadTable(f"cannot merge row {row} into row {into}: give two labels of the table")
    return Correction(
        "merge",
        place_of(table, rows[0]),
        was=_cells(table, rows[0], TOLD),
        into=place_of(table, rows[1]),
    )


def write_corrections(corrections: Iterable[Correction], path: str | Path) -> None:
    """Corrections as a JSON file that people can read and edit.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "corrections.json"
    >>> write_corrections([Correction("add", None, {"event": "Flood", "when": "1953-02-01"})], file)
    >>> read_corrections(file)[0].values["when"]
    '1953-02-01'
    """
    rows = [
        {key: value for key, value in asdict(one).items() if value not in (None, {})}
        for one in corrections
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    Path(path).write_text(text + "\n", encoding="utf-8")


def read_corrections(path: str | Path) -> list[Correction]:
    """The corrections of a JSON file.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "corrections.json"
    >>> _ = file.write_text('[{"action": "add", "values": {"event": "Flood"}}]', encoding="utf-8")
    >>> read_corrections(file)[0].values
    {'event': 'Flood'}

    Raises `BadTable` that names the file and the entry, counted from 1, where one cannot be
    read.
    """
    try:
        rows = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise BadTable(f"cannot read corrections from {path}: {error.strerror}") from error
    except ValueError as error:
        raise BadTable(f"cannot read corrections from {path}: no JSON: {error}") from error
    if not isinstance(rows, list):
        raise BadTable(f"{path} should hold a list of corrections")
    return [_read(row, f"{path}, correction {number}") for number, row in enumerate(rows, 1)]


def _read(row: object, where: str) -> Correction:
    if not isinstance(row, dict) or row.get("action") not in ACTIONS:
        raise BadTable(f'{where}: it needs an "action", one of {", ".join(ACTIONS)}')
    try:
        places = {name: Place(**row[name]) if row.get(name) else None for name in ("place", "into")}
        rest = {name: row[name] for name in row if name not in places}
        found = Correction(**rest, place=places["place"], into=places["into"])
    except TypeError as error:
        raise BadTable(f"{where}: {error}") from error
    if (found.place is None) != (found.action == "add"):
        raise BadTable(f'{where}: "{found.action}" with a wrong or missing "place"')
    if (found.into is None) != (found.action != "merge"):
        raise BadTable(f'{where}: only "merge" needs "into"')
    return found


def place_of(table: pd.DataFrame, row: int) -> Place:
    """Where the event of a row stands."""
    document = table["document"].iloc[row] if "document" in table else None
    trigger = table["trigger"].iloc[row] if "trigger" in table else None
    sentence = table["sentence"].iloc[row] if "sentence" in table else None
    return Place(
        document if isinstance(document, str) else "",
        int(table["trigger_start"].iloc[row]),
        int(table["trigger_end"].iloc[row]),
        trigger if isinstance(trigger, str) else "",
        fingerprint(sentence),
    )


def plain(value: object) -> Any:
    """A cell as JSON has it: text, number, truth value or None; times in ISO 8601.

    >>> plain(np.datetime64("2022-09-01", "s")), plain(pd.NA), plain(np.int64(3))
    ('2022-09-01T00:00:00', None, 3)
    """
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, pd.Timestamp | np.datetime64):
        moment = np.datetime64(value).astype("datetime64[s]")
        return None if np.isnat(moment) else str(moment)
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and np.isnan(value):
        return None
    return value if isinstance(value, str | int | float | bool) else str(value)


Key = tuple[str, int, int]


def places_of(table: pd.DataFrame) -> dict[Key, int]:
    """Document and trigger offsets to row, for all rows that stand in a text.

    Raises `BadTable` where offsets are missing as columns, or two rows have the same.
    """
    require(table, "trigger_start", "trigger_end")
    rows = np.flatnonzero(np.asarray(table["trigger_start"].notna())).tolist()
    some = table.iloc[rows]
    if "document" in table:
        documents = [x if isinstance(x, str) else "" for x in some["document"].tolist()]
    else:
        documents = [""] * len(rows)
    starts = np.asarray(some["trigger_start"], dtype=np.int64).tolist()
    ends = np.asarray(some["trigger_end"], dtype=np.int64).tolist()
    found: dict[Key, int] = {}
    for key, row in zip(zip(documents, starts, ends, strict=True), rows, strict=True):
        if key in found:
            first, second = table.index[found[key]], table.index[row]
            raise BadTable(f"rows {first} and {second} stand at the same place {key}")
        found[key] = row
    return found


def _cells(table: pd.DataFrame, row: int, names: Iterable[str]) -> dict[str, Any]:
    return {name: plain(table[name].iloc[row]) for name in names if name in table}
