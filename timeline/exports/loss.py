"""What a format cannot hold, said aloud when it happens."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd

# Rows that a warning names.
_NAMED = 10


class Loss(UserWarning):
    """A file was written, but something of the table did not fit its format."""


def warn(message: str) -> None:
    """Tell the caller of an exporter what was left out.

    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warn("2 events left out")
    >>> str(caught[0].message)
    '2 events left out'
    """
    warnings.warn(message, Loss, stacklevel=3)


def keep(table: pd.DataFrame, kept: pd.Series, reason: str) -> pd.DataFrame:
    """The rows that a format can hold; those it cannot are named in a `Loss` warning.

    >>> table = pd.DataFrame({"event": ["Caesar is killed", "Invasion"]})
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     left = keep(table, pd.Series([False, True]), "iCalendar has no years before 1")
    >>> print(caught[0].message)
    iCalendar has no years before 1; left out 1 of 2 events: row 1 ('Caesar is killed')
    """
    lost = np.flatnonzero(~kept.to_numpy())
    if not len(lost):
        return table
    named = [f"row {row + 1} ({str(table['event'].iloc[row])[:40]!r})" for row in lost[:_NAMED]]
    more = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
    warnings.warn(
        f"{reason}; left out {len(lost)} of {len(table)} events: {', '.join(named)}{more}",
        Loss,
        stacklevel=3,
    )
    return table.loc[kept.to_numpy()].reset_index(drop=True)
