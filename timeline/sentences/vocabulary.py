"""The word lists of `english.toml`, as sets."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    files("timeline.sentences").joinpath("english.toml").read_text(encoding="utf-8")
)
TITLES = frozenset[str](_DATA["titles"].split())
ABBREVIATIONS = frozenset[str](_DATA["abbreviations"].split())
CLOSING = frozenset[str](_DATA["closing"].split())
OPENERS = frozenset[str](_DATA["openers"].split())
WORDS_TOO = frozenset[str](_DATA["words_too"].split())
JOINED = frozenset[str](_DATA["joined"].split())
NOTES = frozenset[str](_DATA["notes"])
CLITICS = frozenset[str](_DATA["clitics"].split())
CUT_SHORT = frozenset[str](_DATA["cut_short"].split())
DOLLARS = frozenset[str](_DATA["dollars"].split())
PREFIXES = frozenset[str](_DATA["prefixes"].split())
SAYING = frozenset[str](_DATA["saying"].split())
UNMARKED: str = _DATA["unmarked"]
OBJECTS = frozenset[str](_DATA["objects"].split())
TAKEN_ONLY = frozenset[str](_DATA["taken_only"].split())
PERFECT: str = _DATA["perfect"]
HELPERS = frozenset[str](_DATA["helpers"].split())
FUTURE = frozenset[str](_DATA["future"].split())
GOING: str = _DATA["going"]
INVERTING = frozenset[str](_DATA["inverting"].split())
FRONTED = frozenset[str](_DATA["fronted"].split())
DENYING = frozenset[str](_DATA["denying"].split())
NOT_BEFORE = frozenset[str](_DATA["not_before"].split())
TURNED = frozenset[str](_DATA["turned"].split())
DID: str = _DATA["did"]
ASKING = dict[str, str](pair.split() for pair in _DATA["asking"])
SPELLS = frozenset[str](_DATA["spells"].split())
HELD = frozenset[str](_DATA["held"].split())
NEGATIONS = frozenset[str](_DATA["negations"].split())
NEVER_DONE = frozenset[str](_DATA["never_done"].split())
ENTITLED = frozenset[str](_DATA["entitled"].split())
PAST = frozenset[str](_DATA["past"].split())
SELF: str = _DATA["self"]
BRINGING_ABOUT = frozenset[str](_DATA["bringing_about"].split())
TO: str = _DATA["to"]
OF: str = _DATA["of"]
THAT: str = _DATA["that"]
THAN: str = _DATA["than"]
NOT: str = _DATA["not"]
ARTICLE: str = _DATA["a"]
BE: str = _DATA["be"]
OWNING = frozenset[str](_DATA["owning"].split())
AGENT: str = _DATA["agent"]
SUBORDINATORS = frozenset[str](_DATA["subordinators"].split())
EVENT_ADJECTIVES = frozenset[str](_DATA["event_adjectives"].split())
EVENT_NOUNS = frozenset[str](_DATA["event_nouns"].split())
HAPPENING = frozenset[str](_DATA["happening"].split())
CHUNK_LETTERS: dict[str, str] = {
    word: letter for letter, words in _DATA["chunk_letters"].items() for word in words.split()
}
CONTRACTIONS: dict[str, str] = _DATA["contractions"]
# "say/v" to "reporting": the lemma with n for a noun, v for anything else.
KINDS: dict[str, str] = {
    f"{lemma}/{part}": kind
    for part, kinds in _DATA["kinds"].items()
    for kind, lemmas in kinds.items()
    for lemma in lemmas.split()
}
