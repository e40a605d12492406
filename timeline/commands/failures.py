"""What can be wrong with a command rather than with what it reads."""

from __future__ import annotations

from timeline.errors import TimelineError


class Usage(TimelineError):
    """The command cannot be carried out as it was given."""
