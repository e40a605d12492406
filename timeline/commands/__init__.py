"""The command line: `timeline demo`, `read`, `find`, `explain`, `annotate` and `corpus`."""

from timeline.commands.entrance import main, start

__all__ = ["main", "start"]
