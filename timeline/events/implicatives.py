"""What words tell of the event in their complement, read from the `signatures.toml` of a language.

The signs are those of Karttunen, "Implicative verbs" (1971).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple


class Signature(NamedTuple):
    """What a word tells of its complement where it is affirmed and where it is denied: "+", "-" or
    "o" (Karttunen 1971)."""

    affirmed: str
    denied: str


@dataclass(frozen=True)
class Signatures:
    """Signatures of words by what stands behind them: an infinitive, a verb in "-ing", a clause.

    `bare` are those of verbs before an infinitive without "to", `past` those of verbs that tell
    something only in the past, `judgement` those of such adjectives, `phrase` those of a verb with
    its object.
    """

    infinitive: Mapping[str, Signature]
    bare: Mapping[str, Signature]
    past: Mapping[str, Signature]
    gerund: Mapping[str, Signature]
    clause: Mapping[str, Signature]
    adjective: Mapping[str, Signature]
    judgement: Mapping[str, Signature]
    noun: Mapping[str, Signature]
    phrase: Mapping[tuple[str, str], Signature]

    @cached_property
    def denying(self) -> frozenset[str]:
        """The words that tell of what did not happen."""
        tables = (self.infinitive, self.gerund, self.clause, self.adjective, self.noun)
        return frozenset(
            word for table in tables for word, signs in table.items() if signs.affirmed == "-"
        )


def read_signatures(language: str) -> Signatures:
    """The signatures of a language, a folder of `timeline.languages`."""
    folder = files("timeline.languages").joinpath(language)
    tables = tomllib.loads(folder.joinpath("signatures.toml").read_text("utf-8"))
    phrases = {
        (verb, noun): Signature(*one["signature"])
        for one in tables.pop("phrase")
        for verb in one["verbs"]
        for noun in one["nouns"]
    }
    read = {
        name: {word: Signature(*signs) for signs, words in table.items() for word in words}
        for name, table in tables.items()
    }
    return Signatures(**read, phrase=phrases)
