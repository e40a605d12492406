"""English: its words, its ways of telling time, and the cues that tell which way it points."""

from __future__ import annotations

from functools import cache

from timeline.languages.en import (
    amounts,
    anchored,
    asking,
    beside,
    charged,
    clauseguards,
    clock,
    counting,
    dates,
    dayclocks,
    dayparts,
    distances,
    edges,
    figures,
    fourfigures,
    hours,
    lengthguards,
    lengths,
    listed,
    monthdays,
    namedays,
    nameguards,
    nth,
    periods,
    phrases,
    pointing,
    quarters,
    ranges,
    references,
    relative,
    repeated,
    reported,
    requests,
    shortdates,
    shorthand,
    spoken,
    staged,
    stretches,
    terms,
    turns,
    within,
    years,
    zones,
)
from timeline.languages.en.cues import lean
from timeline.languages.en.guards import GUARDS
from timeline.languages.en.impossible import impossible_day
from timeline.languages.en.lexicon import KINDS, WORDS, cut, lexicon
from timeline.languages.en.narration import NARRATION
from timeline.languages.en.shores import SHORES
from timeline.languages.en.trims import TRIMS
from timeline.languages.language import Language
from timeline.patterns import PatternBook

BOOK = PatternBook("en")
for _part in (
    amounts,
    dates,
    years,
    quarters,
    nth,
    figures,
    shortdates,
    namedays,
    relative,
    within,
    distances,
    stretches,
    clock,
    zones,
    dayparts,
    dayclocks,
    fourfigures,
    hours,
    staged,
    counting,
    monthdays,
    beside,
    anchored,
    edges,
    lengths,
    repeated,
    references,
    terms,
    periods,
    reported,
    phrases,
    ranges,
    charged,
    turns,
    listed,
    spoken,
):
    BOOK.include(_part.book)
# What only a text that is nothing but time words may say, besides all the rest.
REQUESTS = PatternBook("en")
for _book in (BOOK, requests.book, shorthand.book, namedays.alone):
    REQUESTS.include(_book)

_STRONG = (
    "unit",
    "units",
    "longunit",
    "longunits",
    "midpart",
    "midseason",
    "month",
    "weekday",
    "weekdays",
    "season",
    "part",
    "parts",
)


def _a_day(text: str, start: int, end: int) -> bool | None:
    """Whether nothing speaks against a day: neither its name nor the words around."""
    if nameguards.paper(text, start, end):
        return False
    named = namedays.named(text, start, end)
    return GUARDS["day"](text, start, end) if named else named


@cache
def english() -> Language:
    """The English language, compiled once.

    >>> english().code
    'en'
    """
    grammar = BOOK.compile(lexicon)
    strong = {word for kind in (*_STRONG, "decade") for word in WORDS[kind]}
    strong |= set(WORDS["trigger"]["words"])
    strong |= namedays.give_away(frozenset(strong))
    short = frozenset(WORDS["abbreviation"]["words"])
    vocabulary = frozenset(KINDS) | grammar.words
    asked = REQUESTS.compile(requests.lexicon)
    triggers = frozenset(strong)
    guards = {
        **GUARDS,
        **clauseguards.GUARDS,
        **pointing.GUARDS,
        **lengthguards.GUARDS,
        **terms.GUARDS,
        **asking.GUARDS,
        **reported.GUARDS,
        **nameguards.GUARDS,
        "day": _a_day,
    }
    return Language(
        "en",
        cut,
        BOOK,
        grammar,
        asked,
        triggers,
        vocabulary,
        short,
        guards,
        TRIMS,
        {**lengthguards.TURNS, **pointing.TURNS, **reported.TURNS, **namedays.TURNS},
        lean,
        impossible_day,
        NARRATION,
        SHORES,
    )
