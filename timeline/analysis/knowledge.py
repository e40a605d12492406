"""What was known of a story, and when it became known."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.analysis.bounds import Ints, bounds
from timeline.analysis.sameness import require_published, same_numbers
from timeline.errors import BadTable

AGAIN = "told again"


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
    matched against what was known before (`same_numbers`), which grows with the pairs of rows
    that share an uncommon word.

    Raises `BadTable` where `published` is missing in the table or in a row.
    """
    require_published(table)
    numbers = same_numbers(table, same=same, likeness=likeness)
    news_of = _Story(table)
    last: dict[int, int] = {}
    rows = []
    for row in _by_publication(table).tolist():
        number = int(numbers[row])
        before = last.get(number)
        change = "first told" if before is None else news_of.change(before, row)
        # What tells less than was known does not unsay it.
        if before is None or change != AGAIN:
            last[number] = row
        if not (news and change == AGAIN):
            rows.append((row, before, change, number))
    return _listed(table, rows)


def _listed(table: pd.DataFrame, rows: list[tuple[int, int | None, str, int]]) -> pd.DataFrame:
    now = np.array([row for row, *_ in rows], dtype=np.int64)
    before = np.array([-1 if row is None else row for _, row, *_ in rows], dtype=np.int64)
    when = table["when"] if "when" in table else table["start"].astype("str")
    columns = {
        "published": table["published"].iloc[now].reset_index(drop=True),
        "document": _cells(table, "document", now),
        "change": [change for _, _, change, _ in rows],
        "event": _cells(table, "event", now),
        "when_before": _picked(when, before),
        "when": _picked(when, now),
        "row_before": _picked(table.index, before),
        "row": _picked(table.index, now),
        "same": [number for *_, number in rows],
        "sentence": _cells(table, "sentence", now),
    }
    return pd.DataFrame(columns)


def _cells(table: pd.DataFrame, name: str, rows: Ints) -> pd.Series:
    if name not in table:
        return pd.Series([None] * len(rows), dtype=object)
    return _picked(table[name], rows)


def _picked(values: pd.Series | pd.Index, rows: Ints) -> pd.Series:
    """Values at places, None at -1 and where one is missing."""
    found = values.to_numpy(dtype=object)  # of labels with levels, one tuple each
    told = np.full(len(found) + 1, None, dtype=object)
    known = np.flatnonzero(pd.notna(found))
    told[known] = found[known]
    return pd.Series(told[rows], dtype=object)


class _Story:
    """What each row of a table tells of an event's time and status."""

    def __init__(self, table: pd.DataFrame) -> None:
        known = bounds(table)
        self._dated = known.dated.tolist()
        self._low, self._high = known.begin_low.tolist(), known.end_high.tolist()
        statuses = table["status"].tolist() if "status" in table else [None] * len(table)
        self._status = [one if isinstance(one, str) else None for one in statuses]

    def change(self, before: int, row: int) -> str:
        """What a row adds to what an earlier one told."""
        was, now = self._status[before], self._status[row]
        if was is not None and now is not None and was != now:
            return f"status: {was} → {now}"
        if not self._dated[row]:
            return AGAIN
        if not self._dated[before]:
            return "dated"
        low, high = self._low[row], self._high[row]
        old_low, old_high = self._low[before], self._high[before]
        if low >= old_high or high <= old_low:
            return "redated"
        if low >= old_low and high <= old_high and (low, high) != (old_low, old_high):
            return "dated more closely"
        return AGAIN


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

    Raises `BadTable` where `published` is missing, and for an `on` that is no day.
    """
    require_published(table)
    try:
        day = pd.Timestamp(on).normalize() + pd.Timedelta(days=1)
    except ValueError:
        raise BadTable(f"{on!r} is no day; write one such as '2022-12-31'") from None
    seen = table[table["published"] < day]
    numbers = same_numbers(seen, same=same, likeness=likeness)
    news_of = _Story(seen)
    last: dict[int, int] = {}
    for row in _by_publication(seen).tolist():
        number = int(numbers[row])
        if number not in last or news_of.change(last[number], row) != AGAIN:
            last[number] = row
    keep = np.array(sorted(last.values()), dtype=np.int64)
    published = pd.Series(seen["published"].to_numpy())
    first = published.groupby(numbers).transform("min").to_numpy()
    times = published.groupby(numbers).transform("size").to_numpy()
    return seen.iloc[keep].assign(first_published=first[keep], times_told=times[keep])


def _by_publication(table: pd.DataFrame) -> Ints:
    published = table["published"].to_numpy().astype("datetime64[s]").astype(np.int64)
    return np.argsort(published, kind="stable").astype(np.int64)
