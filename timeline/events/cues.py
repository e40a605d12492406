"""The words of a language that tell how events stand to time and truth, read from its folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Cues:
    """Word lists by section and name, as sets of lower-case lemmas.

    >>> from timeline.events.cues import cues
    >>> "say" in cues("en").words("verbs", "reporting")
    True
    """

    lists: Mapping[str, Mapping[str, frozenset[str]]]

    def words(self, section: str, name: str) -> frozenset[str]:
        """One list; a `KeyError` tells that the language has none of that name."""
        return self.lists[section][name]


@cache
def cues(language: str) -> Cues:
    """The cues of a language, loaded once; a language is a folder of `timeline.languages`."""
    text = files("timeline.languages").joinpath(language).joinpath("events.toml").read_text("utf-8")
    sections = tomllib.loads(text)
    return Cues(
        {
            section: {name: frozenset(words) for name, words in lists.items()}
            for section, lists in sections.items()
        }
    )
