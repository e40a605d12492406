"""Picking rows by time and by what is said of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from timeline.analysis.bounds import HIGH, LOW, Bools, bounds
from timeline.spans import TimeSpan
from timeline.table.clocks import home_of


def within(table: pd.DataFrame, span: TimeSpan, *, surely: bool = True) -> pd.DataFrame:
    """The events that lie in a span, surely or (`surely=False`) possibly.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-04", "2022-01-01"]),
    ...                       "end": pd.to_datetime(["2022-09-05", "2023-01-01"])})
    >>> september = TimeSpan.month(2022, 9)
    >>> len(within(table, september)), len(within(table.assign(start_latest=pd.NaT,
    ...     end_earliest=pd.NaT), september, surely=False))
    (1, 2)

    An event lies in a span if it neither begins before nor ends after it. An open end of the
    span is no limit. Linear.
    """
    known, span = bounds(table), span.on_clock(home_of(table))
    first = LOW if span.start is None else span.start
    last = HIGH if span.end is None else span.end
    if surely:
        inside: Bools = (known.begin_low >= first) & (known.end_high <= last)
    else:
        inside = (known.begin_high >= first) & (known.end_low <= last)
    return table[inside & known.dated]


def touching(table: pd.DataFrame, span: TimeSpan, *, surely: bool = False) -> pd.DataFrame:
    """The events that share time with a span, possibly or surely.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-08-04", "2022-01-01"]),
    ...                       "end": pd.to_datetime(["2022-09-05", "2022-03-01"])})
    >>> len(touching(table, TimeSpan.month(2022, 9)))
    1
    """
    known, span = bounds(table), span.on_clock(home_of(table))
    first = LOW if span.start is None else span.start
    last = HIGH if span.end is None else span.end
    if surely:
        inside: Bools = (known.begin_low >= first) & (known.end_high <= last)
        inside |= (known.begin_high < last) & (known.end_low > first)
    else:
        inside = (known.begin_low < last) & (known.end_high > first)
    return table[inside & known.dated]


def since(table: pd.DataFrame, span: TimeSpan, *, surely: bool = True) -> pd.DataFrame:
    """The events that begin in or after a span, surely or possibly.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-04", "2022-07-01"])})
    >>> len(since(table, TimeSpan.month(2022, 8)))
    1
    """
    return within(table, replace(span, end=None), surely=surely)


def until(table: pd.DataFrame, span: TimeSpan, *, surely: bool = True) -> pd.DataFrame:
    """The events that are over by the end of a span, surely or possibly.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-04", "2022-07-01"])})
    >>> len(until(table, TimeSpan.month(2022, 8)))
    1
    """
    return within(table, replace(span, start=None), surely=surely)


def happened(table: pd.DataFrame) -> pd.DataFrame:
    """The events told as facts: neither planned, nor hypothetical, nor negated.

    >>> table = pd.DataFrame({"event": ["He resigned", "He may resign"],
    ...                       "status": ["asserted", "hypothetical"]})
    >>> happened(table)["event"].tolist()
    ['He resigned']

    A table without the column `status` comes back whole.
    """
    if "status" not in table:
        return table
    return table[np.asarray(table["status"].fillna("asserted") == "asserted")]
