"""Numbering the rows of many publications by the event they tell of."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from timeline.analysis.bounds import HIGH, Ints, bounds, require
from timeline.analysis.matching import alike, choose
from timeline.errors import BadTable


def same_numbers(
    table: pd.DataFrame,
    *,
    same: str | None = None,
    likeness: float = 0.5,
    apart: str | pd.Timedelta | None = None,
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
    events known by then (`same_events` tells what is alike), as it was told last. Dates that
    are surely further `apart` than this keep two rows apart; None for never. A publication is
    a `document`, or all rows `published` at one time, or a row.

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
    if apart is not None:
        known = bounds(plain)
        gap = np.maximum(
            known.begin_low[left] - known.end_high[right],
            known.begin_low[right] - known.end_high[left],
        )
        keep &= (gap <= int(pd.Timedelta(apart).total_seconds())) | (gap >= HIGH // 2)
    numbers = np.empty(count, dtype=np.int64)
    numbers[order] = order[_first_rows(issue, left[keep], right[keep], score[keep])]
    return numbers


def _first_rows(issue: Ints, left: Ints, right: Ints, score: np.ndarray) -> Ints:
    """For each row the first that tells of its event; pairs are (row, earlier row)."""
    numbers = np.arange(len(issue), dtype=np.int64)
    # The row last published stands for its event, until another takes its place.
    stands = np.ones(len(issue), dtype=np.bool_)
    by_row = np.lexsort((right, left))
    left, right, score = left[by_row], right[by_row], score[by_row]
    turns = np.flatnonzero(np.append(True, issue[1:] != issue[:-1]))[: len(issue)]
    for first, last in pairwise([*turns.tolist(), len(issue)]):
        part = slice(*np.searchsorted(left, [first, last]).tolist())
        fits = np.flatnonzero(stands[right[part]]) + (part.start or 0)
        if not len(fits):
            continue
        fits = fits[np.lexsort((right[fits], left[fits], -score[fits]))]
        chosen, _ = choose(left[fits] - first, right[fits], last - first, first)
        rows, known = left[fits[chosen]], right[fits[chosen]]
        numbers[rows] = numbers[known]
        stands[known] = False
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
