"""The words of a language that tell how events stand to time and truth, read from its folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from timeline.events.implicatives import Signatures, read_signatures
from timeline.events.wordlists import (
    Adjectives,
    Adverbs,
    Ages,
    Connectives,
    Modals,
    Nouns,
    Openers,
    Prepositions,
    Pronouns,
    Small,
    Standing,
    Subjects,
    Verbs,
    Weighty,
)


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The word lists of a language, as sets of lower-case lemmas.

    `closing` holds the last words of `compounds`.

    >>> from timeline.events.cues import cues
    >>> "say" in cues("en").verbs.reporting
    True
    """

    verbs: Verbs
    nouns: Nouns
    adjectives: Adjectives
    modals: Modals
    adverbs: Adverbs
    connectives: Connectives
    compounds: Mapping[str, str]
    closing: frozenset[str]
    openers: Openers
    subjects: Subjects
    pronouns: Pronouns
    prepositions: Prepositions
    small: Small
    weighty: Weighty
    ages: Ages
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    pasts: Mapping[str, str]
    standing: Standing
    signatures: Signatures


def _words(language: str) -> Mapping[str, Mapping[str, int]]:
    text = files("timeline.languages").joinpath(language).joinpath("words.toml").read_text("utf-8")
    return tomllib.loads(text)


def _numbers(words: Mapping[str, Mapping[str, int]]) -> Mapping[str, int]:
    """The numbers below a hundred by their words, those of several words with their hyphens."""
    ones, teens, tens = words["ones"], words["teens"], words["tens"]
    joined = {f"{ten}-{one}": tens[ten] + ones[one] for ten in tens for one in ones}
    return {**ones, **teens, **tens, **joined}


@cache
def cues(language: str) -> Cues:
    """The cues of a language, loaded once; a language is a folder of `timeline.languages`."""
    text = files("timeline.languages").joinpath(language).joinpath("events.toml").read_text("utf-8")
    words = _words(language)
    lists: dict[str, Any] = {
        section: {
            name: frozenset(words) if isinstance(words, list) else words
            for name, words in named.items()
        }
        for section, named in tomllib.loads(text).items()
    }
    return Cues(
        Verbs(**lists["verbs"]),
        Nouns(**lists["nouns"]),
        Adjectives(**lists["adjectives"]),
        Modals(**lists["modals"]),
        Adverbs(**lists["adverbs"]),
        Connectives(**lists["connectives"]),
        lists["compounds"],
        frozenset(phrase.split()[-1] for phrase in lists["compounds"]),
        Openers(**lists["openers"]),
        Subjects(**lists["subjects"]),
        Pronouns(**lists["pronouns"]),
        Prepositions(**lists["prepositions"]),
        Small(**{**lists["small"], **{k: tuple(lists["small"][k]) for k in ("proper", "doers")}}),
        Weighty(**lists["weighty"]),
        Ages(**lists["ages"]),
        _numbers(words),
        words["ordinal"],
        lists["pasts"],
        Standing(**lists["standing"]),
        read_signatures(language),
    )
