"""What was known of a story, and when it became known."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from timeline.analysis.bounds import Bounds, Ints, bounds, require
from timeline.analysis.matching import same_events
from timeline.errors import BadTable

COLUMNS = (
    "published",
    "document",
    "change",
    "event",
    "when_before",
    "when",
    "row_before",
    "row",
    "same",
    "sentence",
)


def known_when(
    table: pd.DataFrame, *, same: str | None = None, likeness: float = 0.5, news: bool = True
) -> pd.DataFrame:
    """What became known on each day of publication: a row for each piece of news.

    >>> table = pd.DataFrame({
    ...     "event": ["Fire destroyed the old mill", "The old mill was destroyed by fire"],
    ...     "start": pd.to_datetime(["2022-09-01", "2022-09-04"]),
    ...     "end": pd.to_datetime(["2022-10-01", "2022-09-05"]),
    ...     "document": ["first report", "inquiry"],
    ...     "published": pd.to_datetime(["2022-10-02", "2023-01-10"])})
    >>> known_when(table)[["document", "change"]].values.tolist()
    [['first report', 'first told'], ['inquiry', 'dated more closely']]

    The table holds the events of several publications. `change` is "first told", "dated" (it
    had no date), "dated more closely", "redated" (the dates share no time) or
    "status: planned → asserted"; with `news=False` also "told again". `when` and `row` are as
    published, `when_before` and `row_before` as last known; `same` numbers the events. The
    column named by `same` says which rows tell of one event; without it, each publication is
    matched against what was known before by `same_events`: publications × the events known.

    Raises `BadTable` where `published` is missing in the table or in a row.
    """
    numbers = _same(table, same, likeness)
    order = _by_publication(table)
    known = bounds(table)
    last: dict[int, int] = {}
    rows = []
    for row in order.tolist():
        number = int(numbers[row])
        before = last.get(number)
        change = "first told" if before is None else _change(table, known, before, row)
        # What tells less than was known does not unsay it.
        if before is None or change != "told again":
            last[number] = row
        if news and change == "told again":
            continue
        rows.append(
            (
                table["published"].iloc[row],
                _cell(table, "document", row),
                change,
                _cell(table, "event", row),
                None if before is None else _when(table, before),
                _when(table, row),
                None if before is None else table.index[before],
                table.index[row],
                number,
                _cell(table, "sentence", row),
            )
        )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def as_it_stood(
    table: pd.DataFrame,
    on: str | pd.Timestamp,
    *,
    same: str | None = None,
    likeness: float = 0.5,
) -> pd.DataFrame:
    """The story as it stood at the end of a day: the rows last published by then, one an event.

    >>> table = pd.DataFrame({
    ...     "event": ["Fire destroyed the old mill", "The old mill was destroyed by fire"],
    ...     "start": pd.to_datetime(["2022-09-01", "2022-09-04"]),
    ...     "end": pd.to_datetime(["2022-10-01", "2022-09-05"]),
    ...     "published": pd.to_datetime(["2022-10-02", "2023-01-10"])})
    >>> as_it_stood(table, "2022-12-31")["event"].tolist()
    ['Fire destroyed the old mill']

    A later publication that tells less of an event's time than was known does not replace the
    row. Adds `first_published` and `times_told`. Rows keep the order of the table. For `same`
    and `likeness` see `known_when`.
    """
    _require_published(table)
    day = pd.Timestamp(on).normalize() + pd.Timedelta(days=1)
    seen = table[table["published"] < day]
    numbers = _same(seen, same, likeness)
    order = _by_publication(seen)
    known = bounds(seen)
    last: dict[int, int] = {}
    for row in order.tolist():
        number = int(numbers[row])
        if number not in last or _change(seen, known, last[number], row) != "told again":
            last[number] = row
    keep = np.array(sorted(last.values()), dtype=np.int64)
    published = pd.Series(seen["published"].to_numpy())
    first = published.groupby(numbers).transform("min").to_numpy()
    times = published.groupby(numbers).transform("size").to_numpy()
    return seen.iloc[keep].assign(first_published=first[keep], times_told=times[keep])


def _same(table: pd.DataFrame, same: str | None, likeness: float) -> Ints:
    """A number for each row; rows that tell of one event have the same."""
    _require_published(table)
    if same is not None:
        require(table, same)
        known, _ = pd.factorize(table[same])
        # A row without a name is an event of its own.
        fresh = np.arange(len(table), dtype=np.int64) + len(table)
        return np.where(known >= 0, known, fresh)
    numbers = np.arange(len(table), dtype=np.int64)
    order = _by_publication(table)
    if "document" in table:
        issue = table["document"].astype("str").fillna("").iloc[order].to_numpy()
    else:
        issue = table["published"].iloc[order].to_numpy()
    turns = np.flatnonzero(np.append(True, issue[1:] != issue[:-1]))[: len(order)]
    plain = table.reset_index(drop=True)
    latest = np.zeros(0, dtype=np.int64)
    for first, last in pairwise([*turns, len(order)]):
        fresh = order[first:last]
        found = same_events(plain.loc[fresh], plain.loc[latest], likeness=likeness)
        for row, other in zip(found["first"], found["second"], strict=True):
            numbers[row] = numbers[other]
        # The row last published stands for the event from now on.
        stay = ~np.isin(numbers[latest], numbers[fresh])
        latest = np.concatenate((latest[stay], fresh))
    return numbers


def _require_published(table: pd.DataFrame) -> None:
    require(table, "published")
    missing = np.flatnonzero(np.asarray(table["published"].isna()))
    if len(missing):
        raise BadTable(f"row {table.index[missing[0]]} has no date of publication")


def _by_publication(table: pd.DataFrame) -> Ints:
    published = table["published"].to_numpy().astype("datetime64[s]").astype(np.int64)
    return np.argsort(published, kind="stable").astype(np.int64)


def _change(table: pd.DataFrame, known: Bounds, before: int, row: int) -> str:
    statuses = [_cell(table, "status", place) for place in (before, row)]
    if None not in statuses and statuses[0] != statuses[1]:
        return f"status: {statuses[0]} → {statuses[1]}"
    if not known.dated[row]:
        return "told again"
    if not known.dated[before]:
        return "dated"
    low, high = known.begin_low, known.end_high
    if low[row] >= high[before] or high[row] <= low[before]:
        return "redated"
    inside = low[row] >= low[before] and high[row] <= high[before]
    if inside and (low[row], high[row]) != (low[before], high[before]):
        return "dated more closely"
    return "told again"


def _when(table: pd.DataFrame, row: int) -> str | None:
    written = _cell(table, "when", row)
    if written is not None or "when" in table:
        return written
    start = table["start"].iloc[row]
    return None if pd.isna(start) else str(start)


def _cell(table: pd.DataFrame, name: str, row: int) -> str | None:
    value = table[name].iloc[row] if name in table else None
    return None if value is None or pd.isna(value) else str(value)
