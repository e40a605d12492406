"""Holidays in English, from their list."""

from __future__ import annotations

import tomllib
from importlib import resources

from timeline.meanings import Holiday, In, Meaning, Recurring, Year
from timeline.patterns import PatternBook

book = PatternBook("en")

_LIST = tomllib.loads(
    resources.files(__package__).joinpath("holidays.toml").read_text(encoding="utf-8")
)


def _named(words: str, rule: str, length: int) -> None:
    meaning = Holiday(words.replace(" '", "'"), rule, length)

    @book.entry("holiday", words)
    def holiday() -> Recurring:
        return meaning


for _words, _rule in _LIST["days"].items():
    _named(_words, _rule, _LIST["lengths"].get(_words, 1))

FIRST_WORDS = frozenset(words.split()[0] for words in _LIST["days"])


@book.entry(
    "day",
    "{holiday}",
    "2023-03-06 | They met on [Christmas Eve]. | 2022-12-24",
)
def bare_holiday(holiday: Recurring) -> Meaning:
    return holiday


@book.entry(
    "day",
    "{holiday} [,|of|in] {fullyear}",
    "2023-03-06 | They met on [Christmas Eve 1914]. | 1914-12-24",
)
def holiday_of_year(holiday: Recurring, fullyear: int) -> Meaning | None:
    return In(holiday, Year(fullyear))
