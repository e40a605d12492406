"""Types of events: attack, arrest, verdict … by the words that carry them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import pandas as pd

from timeline.analysis.bounds import require
from timeline.errors import BadTable
from timeline.sentences.lexicon import load_lexicon

Kinds = Mapping[str, Sequence[str]]


def classify(
    table: pd.DataFrame, kinds: Kinds | None = None, *, column: str = "type"
) -> pd.DataFrame:
    """The table with a type for each event, and why it has it: columns `type` and `type_why`.

    >>> table = pd.DataFrame({"trigger": ["took back", "was arrested", "hummed"]})
    >>> classify(table)[["type", "type_why"]].values.tolist()
    [['capture', '"took back": take back'],
     ['arrest', '"arrested": arrest'],
     ['hum', '"hummed": its own type']]

    A type is a short list of lemmas; the first run of words of the trigger whose lemmas stand
    in one decides, two words before one. A trigger in no list is its own type, by its last
    word's lemma. `kinds` replaces the bundled English lists (`timeline/languages/en/kinds.toml`):
    type to lemmas. A column `type` (or the `column` named) that the table already has is kept
    where it is filled.

    Linear. Raises `BadTable` where the table has no `trigger`, or `kinds` a lemma twice.
    """
    require(table, "trigger")
    known = bundled() if kinds is None else by_lemma(kinds)
    triggers = table["trigger"].astype("str")
    found = {text: _type(text, known) for text in triggers.dropna().unique()}
    types = triggers.map({text: kind for text, (kind, _) in found.items()})
    reasons = triggers.map({text: why for text, (_, why) in found.items()})
    if column in table:
        own = table[column].notna()
        types = types.where(~own, table[column].astype("str"))
        reasons = reasons.where(~own, "given in the table")
    return table.assign(**{column: types, f"{column}_why": reasons})


def by_lemma(kinds: Kinds) -> dict[str, str]:
    """Lemma to type. Raises `BadTable` for a lemma under two types."""
    found: dict[str, str] = {}
    for kind, lemmas in kinds.items():
        for lemma in lemmas:
            if found.setdefault(lemma, kind) != kind:
                raise BadTable(f"{lemma!r} stands under {found[lemma]!r} and under {kind!r}")
    return found


@lru_cache(maxsize=1)
def bundled() -> Mapping[str, str]:
    """The English lists, lemma to type."""
    return MappingProxyType(by_lemma(_read()["types"]))


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """English words that do not tell one event from another."""
    return frozenset(_read()["ignored"]["words"])


def _read() -> dict[str, Any]:
    text = files("timeline.languages").joinpath("en", "kinds.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _type(trigger: str, known: Mapping[str, str]) -> tuple[str, str]:
    words = trigger.lower().split()
    for size in (3, 2, 1):
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            for lemma in _lemmas(run[0]):
                phrase = " ".join([lemma, *run[1:]])
                if phrase in known:
                    return known[phrase], f'"{" ".join(run)}": {phrase}'
    last = words[-1] if words else ""
    lexicon = load_lexicon()
    verb = lexicon.lemma(last, "v")
    own = verb if verb != last else lexicon.lemma(last, "n")
    return own, f'"{trigger}": its own type'


_ENDINGS = (
    ("ied", "y"),
    ("ed", ""),
    ("d", ""),
    ("ying", "ie"),
    ("ing", ""),
    ("ing", "e"),
    ("s", ""),
)


@lru_cache(maxsize=20_000)
def _lemmas(word: str) -> tuple[str, ...]:
    """The word, its lemmas as a verb and as a noun, and what is left without an ending."""
    lexicon = load_lexicon()
    bare = [word.removesuffix(end) + new for end, new in _ENDINGS if word.endswith(end)]
    found = [word, lexicon.lemma(word, "v"), lexicon.lemma(word, "n")]
    return tuple(dict.fromkeys(found + bare))
