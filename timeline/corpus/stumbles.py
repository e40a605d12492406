"""One document in a hundred thousand that trips the reader must not cost the others."""

from __future__ import annotations

from timeline.errors import TimelineError

# What a strange text can bring about: our own refusals, and faults of ours that nobody has met.
# Faults of the machine (no memory, no disk, an interruption) are not among them and end the run.
STUMBLES = (
    ValueError,
    LookupError,
    ArithmeticError,
    RuntimeError,  # a RecursionError is one
    AssertionError,
    AttributeError,
    StopIteration,
    TypeError,
)


def tell(error: BaseException) -> str:
    """What to write beside a document that could not be read.

    >>> tell(TimelineError("no text")), tell(IndexError("list index out of range"))[:38]
    ('no text', 'timeline stumbled over this document (')
    """
    if isinstance(error, TimelineError):
        return str(error)
    kind = type(error).__name__
    return f"timeline stumbled over this document ({kind}: {error}); please report it with its text"
