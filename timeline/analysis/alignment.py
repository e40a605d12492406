"""Two sequences side by side, and how far apart they are.

Sources: S. B. Needleman and C. D. Wunsch, "A general method applicable to the search for
similarities in the amino acid sequence of two proteins", J. Molecular Biology 48, 1970; in the
social sciences the same cost is called optimal matching (Abbott and Forrest, "Optimal matching
methods for historical sequences", J. Interdisciplinary History 16, 1986).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.analysis.bounds import Ints
from timeline.analysis.sequences import Sequences, sequences
from timeline.errors import BadTable

Floats = npt.NDArray[np.float64]
COLUMNS = ("operation", "first", "second", "type_first", "type_second", "cost")


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs to leave an event out, and to take one type for another.

    >>> Costs(replace=1.5).between(pd.Index(["attack"]), pd.Index(["attack", "retreat"])).tolist()
    [[0.0, 1.5]]

    `replace` is one cost for all pairs of types, or a square table of them with types for
    index and columns (a type costs nothing against itself).
    """

    leave_out: float = 1.0
    replace: float | pd.DataFrame = 2.0

    def between(self, first: pd.Index, second: pd.Index) -> Floats:
        """The cost of every type of `first` against every one of `second`."""
        same = np.asarray(first, dtype=object)[:, None] == np.asarray(second, dtype=object)[None, :]
        if isinstance(self.replace, pd.DataFrame):
            absent = first.append(second).difference(
                self.replace.index.intersection(self.replace.columns)
            )
            if len(absent):
                raise BadTable(f"the table of costs has no row and column {absent[0]!r}")
            told = self.replace.loc[list(first), list(second)].to_numpy(dtype=np.float64)
        else:
            told = np.full(same.shape, float(self.replace))
        if self.leave_out < 0 or (told < 0).any():
            raise BadTable("costs cannot be negative")
        return np.where(same, 0.0, told)


PLAIN = Costs()


def align(
    first: pd.DataFrame,
    second: pd.DataFrame,
    *,
    of: str = "type",
    along: str = "dates",
    costs: Costs = PLAIN,
    limit: int = 25_000_000,
) -> pd.DataFrame:
    """The cheapest way to lay two stories side by side, step by step.

    >>> one = pd.DataFrame({"start": pd.to_datetime(["2022-01-01", "2022-02-01", "2022-03-01"]),
    ...                     "type": ["crime", "arrest", "trial"]})
    >>> other = pd.DataFrame({"start": pd.to_datetime(["1990-05-01", "1990-09-01"]),
    ...                       "type": ["crime", "trial"]})
    >>> align(one, other)[["operation", "type_first", "type_second"]].values.tolist()
    [['same', 'crime', 'crime'], ['only first', 'arrest', nan], ['same', 'trial', 'trial']]

    `operation` is "same", "replaced", "only first" or "only second"; `first` and `second` are
    index labels. The sum of `cost` is in `attrs["distance"]`. Only the order of the types
    counts; events that cannot be told apart in time stand in the order of their types on both
    sides, so that they make no difference. Dates, types and order as in `sequences`.

    Quadratic (the product of the lengths): raises `BadTable` beyond `limit`.
    """
    left, right = (sequences(table, by=None, of=of, along=along) for table in (first, second))
    if len(left) * len(right) > limit:
        raise BadTable(
            f"{len(left)} × {len(right)} events are more than can be laid side by side "
            f"({limit} pairs): select rows, or raise `limit`"
        )
    price = costs.between(left.kinds, right.kinds)
    steps = list(_walk(_table(left, right, price, costs.leave_out), left, right, price, costs))
    rows = [
        (
            operation,
            None if i is None else first.index[left.row[i]],
            None if j is None else second.index[right.row[j]],
            None if i is None else left.kinds[left.kind[i]],
            None if j is None else right.kinds[right.kind[j]],
            cost,
        )
        for operation, i, j, cost in reversed(steps)
    ]
    result = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"cost": np.float64})
    result.attrs["distance"] = float(result["cost"].sum())
    return result


def distance(
    first: pd.DataFrame,
    second: pd.DataFrame,
    *,
    of: str = "type",
    along: str = "dates",
    costs: Costs = PLAIN,
) -> tuple[float, float]:
    """How much it costs at least, and at most, to turn one story into the other.

    >>> one = pd.DataFrame({"start": pd.to_datetime(["2022-01-01", "2022-02-01"]),
    ...                     "type": ["crime", "trial"]})
    >>> distance(one, one.iloc[::-1]), distance(one, one.head(1))
    ((0.0, 0.0), (1.0, 1.0))

    Both are the cost of `align` where every event has a place of its own in its sequence. Where
    some cannot be told apart, any order of them might be right: the lower number is the least
    that the types alone make necessary, the higher one adds what moving those events about may
    cost at most (each left out here and put in there), or is the cost of leaving all out.
    """
    left, right = (sequences(table, by=None, of=of, along=along) for table in (first, second))
    price = costs.between(left.kinds, right.kinds)
    cost = float(_last_row(left, right, price, costs.leave_out)[-1])
    if not (_tied(left) or _tied(right)):
        return cost, cost
    kinds = left.kinds.union(right.kinds)
    counts = [
        np.bincount(kinds.get_indexer(side.kinds)[side.kind], minlength=len(kinds))
        for side in (left, right)
    ]
    extra = np.maximum(counts[0] - counts[1], 0).sum(), np.maximum(counts[1] - counts[0], 0).sum()
    wrong = price[price > 0]
    swap = min(float(wrong.min()) if len(wrong) else np.inf, 2 * costs.leave_out)
    least = min(extra) * swap + (max(extra) - min(extra)) * costs.leave_out
    loose = int(_loose(left).sum() + _loose(right).sum())
    most = min(cost + 2 * costs.leave_out * loose, costs.leave_out * (len(left) + len(right)))
    return float(min(least, cost)), float(most)


def distances(
    table: pd.DataFrame,
    *,
    by: str = "document",
    of: str = "type",
    along: str = "dates",
    costs: Costs = PLAIN,
    limit: int = 2_000,
) -> pd.DataFrame:
    """The cost of turning each case into each other, as a square table.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-01-01", "2022-02-01", "2022-01-09"]),
    ...                       "type": ["crime", "trial", "crime"], "document": ["a", "a", "b"]})
    >>> distances(table).values.tolist()
    [[0.0, 1.0], [1.0, 0.0]]

    The cost is that of `align`. Where events of a case cannot be told apart in time, another
    order of them may be right: the distance of two cases is then right to within the sum of
    their `attrs["give"]` (case to cost, 0 where every event has a place of its own).

    Quadratic in the cases and in their lengths: raises `BadTable` beyond `limit` cases.
    """
    found = sequences(table, by=by, of=of, along=along)
    count = len(found.cases)
    if count > limit:
        raise BadTable(f"{count} cases are too many to compare each with each (limit {limit})")
    price = costs.between(found.kinds, found.kinds)
    ends = np.searchsorted(found.case, np.arange(count + 1))
    sizes = np.diff(ends)
    # All cases as rows of one table, so that one case is compared with all others at once.
    padded = np.zeros((count, int(sizes.max(initial=0))), dtype=np.int64)
    padded[found.case, np.arange(len(found)) - ends[found.case]] = found.kind
    result = np.zeros((count, count))
    for case in range(count):
        row = np.arange(padded.shape[1] + 1) * costs.leave_out * np.ones((count - case, 1))
        for kind in found.kind[ends[case] : ends[case + 1]]:
            row = _next_row(row, price[kind][padded[case:]], costs.leave_out)
        result[case, case:] = row[np.arange(count - case), sizes[case:]]
    result = np.maximum(result, result.T)
    table_of = pd.DataFrame(result, index=found.cases, columns=found.cases)
    give = 2 * costs.leave_out * _loose(found)
    table_of.attrs["give"] = dict(zip(found.cases.tolist(), give.tolist(), strict=True))
    return table_of


def _next_row(row: Floats, price: Floats, leave_out: float) -> Floats:
    """One more event of the first story: the costs against every beginning of the second."""
    fresh = row + leave_out
    fresh[..., 1:] = np.minimum(fresh[..., 1:], row[..., :-1] + price)
    # A run of events left out on the right costs one step each: take the steps off, find the
    # cheapest so far, and put them on again.
    steps = np.arange(row.shape[-1]) * leave_out
    cheapest: Floats = np.minimum.accumulate(fresh - steps, axis=-1) + steps
    return cheapest


def _last_row(left: Sequences, right: Sequences, price: Floats, leave_out: float) -> Floats:
    row: Floats = np.arange(len(right) + 1, dtype=np.float64) * leave_out
    for kind in left.kind:
        row = _next_row(row, price[kind][right.kind], leave_out)
    return row


def _table(left: Sequences, right: Sequences, price: Floats, leave_out: float) -> Floats:
    rows = np.empty((len(left) + 1, len(right) + 1))
    rows[0] = np.arange(len(right) + 1) * leave_out
    for place, kind in enumerate(left.kind):
        rows[place + 1] = _next_row(rows[place], price[kind][right.kind], leave_out)
    return rows


Step = tuple[str, int | None, int | None, float]


def _walk(
    table: Floats, left: Sequences, right: Sequences, price: Floats, costs: Costs
) -> list[Step]:
    """The steps of a cheapest way, last first; of ways that cost the same, the pairing one."""
    i, j = len(left), len(right)
    steps: list[Step] = []
    while i or j:
        here = table[i, j]
        cost = float(price[left.kind[i - 1], right.kind[j - 1]]) if i and j else np.inf
        if i and j and np.isclose(here, table[i - 1, j - 1] + cost):
            steps.append(("same" if cost == 0 else "replaced", i - 1, j - 1, cost))
            i, j = i - 1, j - 1
        elif i and np.isclose(here, table[i - 1, j] + costs.leave_out):
            steps.append(("only first", i - 1, None, costs.leave_out))
            i -= 1
        else:
            steps.append(("only second", None, j - 1, costs.leave_out))
            j -= 1
    return steps


def _tied(found: Sequences) -> bool:
    """Whether some neighbours of a sequence may stand in either order."""
    return bool(_loose(found).any())


def _loose(found: Sequences) -> Ints:
    """For each case how many of its events may have to move for another order to be right.

    Events whose ranges hang together may stand in any order; those of one type among them are
    all alike, so that the commonest type need not move.
    """
    moved = np.zeros(len(found.cases), dtype=np.int64)
    if not len(found):
        return moved
    stretch = int(found.high.max() - found.low.min()) + 2
    low, high = (at + found.case * stretch for at in (found.low, found.high))
    fresh = np.append(True, low[1:] > np.maximum.accumulate(high)[:-1])
    group = np.cumsum(fresh) - 1
    sizes = np.bincount(group)
    alike = pd.Series(group * len(found.kinds) + found.kind).value_counts()
    commonest = np.zeros(len(sizes), dtype=np.int64)
    np.maximum.at(commonest, alike.index.to_numpy() // len(found.kinds), alike.to_numpy())
    np.add.at(moved, found.case[fresh], sizes - commonest)
    return moved
