"""Groups of stories that go alike."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.analysis.alignment import PLAIN, Costs, distances
from timeline.errors import BadTable
from timeline.late import Late

hierarchy = Late("scipy.cluster.hierarchy", extra="analysis", what="clustering")
spatial = Late("scipy.spatial.distance", extra="analysis", what="clustering")

COLUMNS = ("case", "cluster", "typical", "distance")


def clusters(
    table: pd.DataFrame,
    count: int,
    *,
    by: str = "document",
    of: str = "type",
    along: str = "dates",
    costs: Costs = PLAIN,
    limit: int = 2_000,
) -> pd.DataFrame:
    """The cases in `count` groups of like sequences.

    >>> table = pd.DataFrame({"start": pd.to_datetime(["2022-01-01", "2022-02-01"] * 3),
    ...                       "type": ["crime", "trial", "crime", "trial", "birth", "wedding"],
    ...                       "document": list("aabbcc")})
    >>> clusters(table, 2)[["case", "cluster", "typical"]].values.tolist()
    [['a', 1, True], ['b', 1, False], ['c', 2, True]]

    Groups are merged from the closest up by the average distance of their members (`distances`,
    hierarchical clustering: Sokal and Michener 1958), the largest group first. The `typical`
    case of a group is the one closest to all its others; `distance` is that to it. Fewer
    groups come out where cases are alike.

    `by`, `of` and `along` are as in `sequences`, `costs` as in `align`.

    Quadratic in the cases: raises `BadTable` beyond `limit` of them, or for a senseless count;
    `MissingExtra` without SciPy.
    """
    if count < 1:
        raise BadTable(f"cases cannot be put in {count} groups")
    apart = distances(table, by=by, of=of, along=along, costs=costs, limit=limit)
    matrix = apart.to_numpy()
    if len(matrix) < 2:
        found = np.ones(len(matrix), dtype=np.int64)
    else:
        tree = hierarchy.linkage(spatial.squareform(matrix, checks=False), method="average")
        found = hierarchy.fcluster(tree, t=count, criterion="maxclust")
    rows = []
    sizes = [
        (-(found == name).sum(), np.flatnonzero(found == name)[0]) for name in np.unique(found)
    ]
    for number, (_, first) in enumerate(sorted(sizes), start=1):
        members = np.flatnonzero(found == found[first])
        inner = matrix[np.ix_(members, members)]
        typical = int(inner.sum(axis=1).argmin())
        rows += [
            (apart.index[int(member)], number, place == typical, float(inner[place, typical]))
            for place, member in enumerate(members)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
