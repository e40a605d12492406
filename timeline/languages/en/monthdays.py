"""Days of a month that is left out, in English: "on the 4th", "by the twenty-third"."""

from __future__ import annotations

from timeline.languages.en.related import first_of, relate
from timeline.meanings import (
    After,
    Before,
    Between,
    By,
    DayOfMonth,
    Each,
    In,
    Last,
    Meaning,
    Next,
    NotBefore,
    Since,
    This,
    Unit,
    Until,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans import Granularity

book = PatternBook("en")

MONTH = Unit(Granularity.MONTH)


@book.entry(
    "phrase",
    "on <[the] {dayfigure:dayord}>\non <the {dayord}>",
    """
    2018-08-07 | They met on [the 4th] for tea. | 2018-08-04
    2018-08-07 | In [May] they met. On [the 4th] a tram hit a van. | 2018-05; 2018-05-04
    2018-08-07 | On [the twelfth] the council will vote. | 2018-08-12
    2018-08-07 | He lives on the 4th floor. |
    2018-08-07 | They live on the eleventh floor, and he on the twelfth. |
    2018-08-07 | On the fifth and last lap he fell. |
    """,
)
def on_the_day(dayord: int) -> Meaning:
    return DayOfMonth(dayord)


@book.entry(
    "phrase",
    "on <the {dayord:first}> (and|or) [on] <[the] {dayord:second}>",
    """
    2018-08-07 | It rained on [the 4th] and [5th]. | 2018-08-04; 2018-08-05
    2018-08-07 | It rained on the 4th and 5th floors. |
    """,
)
def on_two_days(first: int, second: int) -> Parts | None:
    days = DayOfMonth(first), DayOfMonth(second)
    return Parts(Each(*days), days) if first < second else None


@book.entry(
    "phrase",
    "from <the {dayord:low}> (to|until|till|through) <the {dayord:high}>",
    """
    2018-08-07 | They were there from [the 14th] to [the 20th]. | 2018-07-14; 2018-07-20
    2018-08-07 | They were there from [the tenth] to [the twentieth]. | 2018-07-10; 2018-07-20
    2018-08-07 | They fell from the 14th to the 20th place. |
    """,
)
def from_the_day(low: int, high: int) -> Meaning | None:
    first, last = DayOfMonth(low), DayOfMonth(high)
    return Between(first, last) if low < high else None


_DONE = "2018-08-07 | It must be done {word} [the twenty-third]. | "
_AHEAD, _BACK = f"{_DONE}2018-08-23", f"{_DONE}2018-07-23"

relate(
    book,
    "relation_to_day",
    "the {dayord:told}",
    DayOfMonth,
    {
        By: ("(by|no later than|not later than)", _AHEAD),
        Until: ("(until|till)", _AHEAD),
        Before: ("before", _AHEAD),
        After: ("after", _AHEAD),
        Since: ("since", _BACK),
        NotBefore: ("(no earlier than|not before)", _AHEAD),
    },
)


_OF_LETTERS: dict[str, tuple[Meaning, str]] = {
    "(inst|instant)": (This(MONTH), "2018-08"),
    "(ult|ultimo)": (Last(MONTH), "2018-07"),
    "(prox|proximo)": (Next(MONTH), "2018-09"),
}


def _of_letters(words: str, month: Meaning, value: str) -> None:
    word = first_of(words)

    @book.entry(
        "day",
        f"[the] {{dayord}} {words} [.]",
        f"2018-08-27 | Yours of [the 14th {word}.] is at hand. | {value}-14",
    )
    def day_of_letters(dayord: int) -> Meaning:
        return In(DayOfMonth(dayord), month)


for _written, _month in _OF_LETTERS.items():
    _of_letters(_written, *_month)
