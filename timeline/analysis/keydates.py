"""Key dates: the days, months or years that most articles speak of.

Source: R. Kessler, X. Tannier, C. Hagège, V. Moriceau and A. Bittar, "Finding salient dates for
building thematic timelines", ACL 2012: the dates that belong on a timeline are those that many
documents of a corpus mention, beyond the day of publication.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.analysis.bins import edges
from timeline.analysis.bounds import Ints, instants
from timeline.analysis.pace import countable
from timeline.analysis.sameness import issues

COLUMNS = ("start", "end", "at_least", "at_most", "events", "row", "event")


def key_dates(table: pd.DataFrame, *, by: str = "day", count: int = 20) -> pd.DataFrame:
    """The units of the calendar in which most documents see an event begin, most told first.

    >>> table = pd.DataFrame({
    ...     "event": ["The mill burned", "Fire at the mill", "Trial", "Fire"],
    ...     "start": pd.to_datetime(["2022-09-04", "2022-09-04", "2022-10-02", "2022-09-01"]),
    ...     "end": pd.to_datetime(["2022-09-05", "2022-09-05", "2022-10-03", "2022-10-01"]),
    ...     "granularity": ["day", "day", "day", "month"],
    ...     "document": ["a", "b", "b", "c"]})
    >>> key_dates(table, count=2)[["start", "at_least", "at_most", "event"]]
           start  at_least  at_most            event
    0 2022-09-04         2        3  The mill burned
    1 2022-10-02         1        1            Trial

    `at_least` counts the documents with an event that surely begins in the unit, `at_most` those
    with one that may: an article that tells of "September" may mean any day of it. `events` are
    the events that surely begin there; `event`, in the row labelled `row`, is the most salient.
    Units without a sure document are left out; ties go to the one with more events, then to the
    earlier. Units (`by`) as in `pace`. A document is a `document`, `source` or publication time.

    n log n. Raises `BadTable` as `pace` does.
    """
    low, high, fits = countable(table)
    rows = np.flatnonzero(fits)
    if not len(rows):
        return _listed(table, np.zeros((5, 0), dtype=np.int64), rows)
    line = edges(int(low[fits].min()), int(high[fits].max()), by)
    first = (np.searchsorted(line, low[rows], side="right") - 1).astype(np.int64)
    last = (np.searchsorted(line, high[rows], side="right") - 1).astype(np.int64)
    document = issues(table)[rows]
    most = _documents(first, last, document, len(line) - 1)
    sure = np.flatnonzero(first == last)
    told = first[sure]
    pairs = np.unique(told * (int(document.max()) + 1) + document[sure])
    least = np.bincount(pairs // (int(document.max()) + 1), minlength=len(line) - 1)
    events = np.bincount(told, minlength=len(line) - 1)
    units = np.flatnonzero(least)
    units = units[np.lexsort((units, -events[units], -least[units]))][:count]
    best = _most_salient(table, rows[sure], told, len(line) - 1)[units]
    found = np.stack((line[units], line[units + 1], least[units], most[units], events[units]))
    return _listed(table, found, best)


def _listed(table: pd.DataFrame, found: Ints, best: Ints) -> pd.DataFrame:
    names = np.full(len(best), None, dtype=object)
    if "event" in table:
        names[:] = table["event"].astype(object).iloc[best].to_numpy()
    events = pd.Series(names, dtype=object)
    columns = (*map(instants, found[:2]), *found[2:], table.index.take(best), events)
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def _documents(first: Ints, last: Ints, document: Ints, units: int) -> Ints:
    """How many documents have a stretch of units over each unit, each document once."""
    order = np.lexsort((first, document))
    shift = document[order] * (units + 2)
    begin, end = first[order] + shift, last[order] + 1 + shift
    reach = np.maximum.accumulate(end)
    # A stretch counts from where those of its document before it have come to.
    begin = np.maximum(begin, np.append(0, reach[:-1]))
    fresh = begin < end
    begin, end = begin[fresh] - shift[fresh], end[fresh] - shift[fresh]
    change = np.bincount(begin, minlength=units + 1) - np.bincount(end, minlength=units + 1)
    return np.cumsum(change)[:units].astype(np.int64)


def _most_salient(table: pd.DataFrame, rows: Ints, unit: Ints, units: int) -> Ints:
    weight = np.zeros(len(rows))
    if "salience" in table:
        weight = table["salience"].fillna(0).to_numpy(dtype=np.float64)[rows]
    order = np.lexsort((-rows, weight))
    best = np.zeros(units, dtype=np.int64)
    best[unit[order]] = rows[order]
    return best
