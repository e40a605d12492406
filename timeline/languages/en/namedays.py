"""Holidays in English, from their list."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from timeline.meanings import Clock, Fixed, Holiday, Hours, In, Meaning, MonthDay, Recurring, Year
from timeline.patterns import PatternBook, expand
from timeline.spans import TimeSpan

book = PatternBook("en")
# Named days that only a text of nothing but time words may tell.
alone = PatternBook("en")

_LIST: dict[str, Any] = tomllib.loads(
    resources.files(__package__).joinpath("holidays.toml").read_text(encoding="utf-8")
)
_COMMON = frozenset(_LIST["common"])


@cache
def _ways(words: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(piece.word or "" for piece in way.pieces) for way in expand(words))


def _named(into: PatternBook, words: str, rule: str, length: int = 1, eve: bool = False) -> None:
    name = " ".join(_ways(words)[0]).replace(" 's", "'s").title()
    meaning = Holiday(name, rule, length, eve)

    @into.entry("holiday", words)
    def holiday() -> Recurring:
        return meaning


def _at_hours(into: PatternBook, words: str, rule: str, first: str, last: str) -> None:
    opening, close = (Clock(int(told[:2]), int(told[3:])) for told in (first, last))
    day = Holiday(words.title(), rule)

    shown = f"2024-03-14 | [{words}] | 2024-03-30T{first}"

    @into.entry("time", words, shown)
    def holiday_hours() -> Meaning:
        return In(Hours(opening, close), day)

    shown_year = f"2024-03-14 | [{words} 2018] | 2018-03-31T{first}"

    @into.entry("time", f"{words} [,|of|in] {{fullyear}}", shown_year)
    def holiday_hours_of_year(fullyear: int) -> Meaning:
        return In(Hours(opening, close), In(day, Year(fullyear)))


def _once(words: str, day: str) -> None:
    told = Fixed(TimeSpan.day(*map(int, day.split("-"))))
    shown = f"2005-03-06 | It was so on [{words.title().replace(' - ', '-')}]. | {day}"

    @book.entry("day", words, shown)
    def day_of_history() -> Meaning:
        return told


for _day in _LIST["once"]:
    _once(**_day)
for _day in (*_LIST["days"], *_LIST["capitals"]):
    _named(book, **_day)
for _day in _LIST["alone"]:
    _named(alone, **_day)
for _day in _LIST["hours"]:
    _at_hours(alone, **_day)


def give_away(known: frozenset[str]) -> frozenset[str]:
    """The words that give a named day away: its longest, where it has none that is known."""
    found = set()
    for day in _LIST["days"]:
        for way in _ways(day["words"]):
            rare = [word for word in way if word not in _COMMON]
            if rare and known.isdisjoint(way):
                found.add(max(rare, key=len))
    return frozenset(found)


_CAPITALS = frozenset(" ".join(way) for day in _LIST["capitals"] for way in _ways(day["words"]))
_FIRST = frozenset(way[0] for day in _LIST["days"] for way in _ways(day["words"]))
_NAME_BEHIND = re.compile(
    r" (?:Island|Club|Group|Morning Herald|Mirror|Telegraph|Review|[Dd]aisies|[Tt]erm)\b"
)
_NAME_BEFORE = re.compile(r"\b(?:Operation|Battle|Mount|Prince|Princess|Mr|Mrs|Ms|Dr)\.? $")


_MONEY = re.compile(r"[$£€]\s?$")


def named(text: str, start: int, end: int) -> bool | None:
    """ "Operation Ramadan", "Easter Island" and "the Monday Club" are no days.

    >>> named("Operation Ramadan began.", 10, 17), named("It ended on Ramadan.", 12, 19)
    (False, True)

    Of some, only capitals tell that they are named days at all.
    """
    words = text[start:end]
    if _NAME_BEHIND.match(text, end) or (words.lower() in _CAPITALS and not words.istitle()):
        return False
    if text[start].isdigit() and _MONEY.search(text[max(0, start - 2) : start]):
        # "For $ 12 December 27" is twelve dollars on a day.
        return None
    if words.split(" ", 1)[0].lower() not in _FIRST or text[start].islower():
        return True
    return _NAME_BEFORE.search(text[max(0, start - 12) : start]) is None


# What stands behind the day that it names, and that day.
_ATTACKS = [
    (
        re.compile(rf" (?:{'|'.join(map(re.escape, each['behind']))})\b", re.IGNORECASE),
        tuple(map(int, each["day"].split("-"))),
    )
    for each in _LIST["attacks"]
]


def of_history(text: str, start: int, end: int, meaning: Meaning) -> Meaning:
    """The day of one year that a day is which is named by what it brought.

    >>> of_history("The Sept. 11 attacks.", 4, 12, MonthDay(9, 11))
    Fixed(2001-09-11)
    >>> of_history("The January 6 US Capitol riot.", 4, 13, MonthDay(1, 6))
    Fixed(2021-01-06)
    """
    if not isinstance(meaning, MonthDay):
        return meaning
    for behind, (year, month, day) in _ATTACKS:
        if (meaning.month, meaning.day) == (month, day) and behind.match(text, end, end + 14):
            return Fixed(TimeSpan.day(year, month, day))
    return meaning


TURNS = {"day": of_history}


@book.entry(
    "day",
    "{holiday}",
    "2023-03-06 | They met on [Christmas Eve]. | 2022-12-24",
)
def bare_holiday(holiday: Recurring) -> Meaning:
    return holiday


@book.entry(
    "day",
    "{holiday} [,] {bcyear}",
    "2023-03-06 | He was stabbed on [the Ides of March, 44 BC]. | BC0044-03-15",
)
def holiday_bc(holiday: Recurring, bcyear: Year) -> Meaning:
    return In(holiday, bcyear)


@book.entry(
    "day",
    "{holiday} [,|of|in] {fullyear}",
    "2023-03-06 | They met on [Christmas Eve 1914]. | 1914-12-24",
)
def holiday_of_year(holiday: Recurring, fullyear: int) -> Meaning | None:
    return In(holiday, Year(fullyear))
