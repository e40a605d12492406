"""The words of `english.toml`, by which a publication date is found."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("timeline.documents").joinpath("english.toml").read_text(encoding="utf-8")
)
# As addresses write them: "/2023/mar/06/".
SHORT_MONTHS = tuple(month[:3].lower() for month in _WORDS["months"])


def any_of(kind: str) -> str:
    """The words of a list as alternatives in a regular expression.

    >>> any_of("again")
    'first|originally'
    """
    return "|".join(_WORDS[kind])
