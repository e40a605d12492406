"""What a format cannot hold, said aloud when it happens."""

from __future__ import annotations

import warnings


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
