"""Numbering the rows of many publications by the event they tell of."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from timeline.analysis.bounds import HIGH, LOW, Bounds, Ints, Length, bounds, require, seconds_in
from timeline.analysis.matching import Floats, alike, choose
from timeline.errors import BadTable


def same_numbers(
    table: pd.DataFrame,
    *,
    same: str | None = None,
    likeness: float = 0.5,
    apart: Length | None = None,
) -> Ints:
    """A number for each row; rows that tell of one event have the same.

    >>> table = pd.DataFrame({
    ...     "event": ["Fire destroyed the old mill", "The mayor resigned",
    ...               "The old mill was destroyed by fire"],
    ...     "start": pd.to_datetime(["2022-09-01", "2022-09-02", "2022-09-01"]),
    ...     "document": ["a", "a", "b"]})
    >>> same_numbers(table).tolist()
    [0, 1, 0]

    The column named by `same` says it by hand (a row without a value is an event of its own).
    Else the publications are gone through by their dates, and each row joins the likest of the
    events known by then, in any of its tellings (`same_events` says what is alike). A row whose
    date lies surely further `apart` than this from one of them does not join; None for never. A
    publication is a `document`, else a `source`, else all rows `published` at one time, else a
    row.

    The work grows with the pairs that share an uncommon word.
    """
    count = len(table)
    if same is not None:
        require(table, same)
        named, _ = pd.factorize(table[same])
        return np.where(named >= 0, named, np.arange(count, dtype=np.int64) + count)
    order = _by_publication(table)
    issue = issues(table)[order]
    plain = table.iloc[order].reset_index(drop=True)
    left, right, score = alike(plain, likeness=likeness)
    keep = issue[left] != issue[right]
    known = bounds(plain)
    reach = HIGH if apart is None else seconds_in(apart)
    numbers = np.empty(count, dtype=np.int64)
    first = _first_rows(issue, (left[keep], right[keep], score[keep]), known, reach)
    numbers[order] = order[first]
    return numbers


def _first_rows(issue: Ints, pairs: tuple[Ints, Ints, Floats], known: Bounds, reach: int) -> Ints:
    """For each row the first that tells of its event; pairs are row, earlier row, likeness."""
    numbers = np.arange(len(issue), dtype=np.int64)
    # The latest begin and the earliest end told of each event, by its first row: a row must be
    # near enough to all its tellings, or an event would creep through the calendar.
    begin = np.where(known.dated, known.begin_low, LOW)
    end = np.where(known.dated, known.end_high, HIGH)
    late, early = begin.copy(), end.copy()
    by_row = np.lexsort((pairs[1], pairs[0]))
    left, right, score = (column[by_row] for column in pairs)
    turns = np.flatnonzero(np.append(True, issue[1:] != issue[:-1]))[: len(issue)]
    for first, last in pairwise([*turns.tolist(), len(issue)]):
        part = slice(*np.searchsorted(left, [first, last]).tolist())
        rows, events = left[part], numbers[right[part]]
        gap = np.maximum(begin[rows] - early[events], late[events] - end[rows])
        fits = np.flatnonzero(gap <= reach)
        fits = fits[np.lexsort((events[fits], rows[fits], -score[part][fits]))]
        chosen, _ = choose(rows[fits] - first, events[fits], last - first, first)
        rows, events = rows[fits[chosen]], events[fits[chosen]]
        numbers[rows] = events
        np.maximum.at(late, events, begin[rows])
        np.minimum.at(early, events, end[rows])
    return numbers


def issues(table: pd.DataFrame) -> Ints:
    """A number for each publication: its `document`, `source` or time, failing these the row."""
    for name in ("document", "source", "published"):
        if name in table and table[name].notna().any():
            known, found = pd.factorize(table[name])
            return np.where(known >= 0, known, len(found)).astype(np.int64)
    return np.arange(len(table), dtype=np.int64)


def _by_publication(table: pd.DataFrame) -> Ints:
    """Rows by the date of their publication, those of one document together."""
    issue = issues(table)
    published = np.zeros(len(table), dtype=np.int64)
    if "published" in table:
        published = table["published"].to_numpy().astype("datetime64[s]").astype(np.int64)
    return np.lexsort((np.arange(len(table)), issue, published)).astype(np.int64)


def require_published(table: pd.DataFrame) -> None:
    """Raise `BadTable` where a row has no date of publication."""
    require(table, "published")
    missing = np.flatnonzero(np.asarray(table["published"].isna()))
    if len(missing):
        raise BadTable(f"row {table.index[missing[0]]} has no date of publication")
