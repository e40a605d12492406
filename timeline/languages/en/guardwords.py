"""The words beside what looks like a time, from `guards.toml`, as patterns."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from timeline.late import pattern

WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    resources.files(__package__).joinpath("guards.toml").read_text(encoding="utf-8")
)


def any_of(entry: str, kind: str) -> str:
    """A pattern for any of the words of a list.

    >>> any_of("units", "after")
    '(?:earlier|before|after|later|ago)'
    """
    words = sorted(WORDS[entry][kind], key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})"


def before(entry: str, kind: str = "before", gap: str = r"\s+") -> re.Pattern[str]:
    """Matches one of the words at the end of what stands before."""
    return pattern(rf"\b{any_of(entry, kind)}{gap}$", re.IGNORECASE)


def after(entry: str, kind: str = "after", flags: int = 0) -> re.Pattern[str]:
    """Matches one of the words at the beginning of what stands after."""
    return pattern(rf"\s+{any_of(entry, kind)}\b", flags)
