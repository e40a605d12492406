"""Days told by other days beside them, in English: "the Monday after Easter"."""

from __future__ import annotations

from timeline.meanings import Beside, Closest, Meaning, Recurring, Weekday
from timeline.patterns import PatternBook

book = PatternBook("en")


@book.entry(
    "day",
    "the {weekday} (after|following) {day:origin}\n{weekday} (after|following) {holiday:origin}",
    "2019-03-12 | They came on [the Monday after Easter 2018]. | 2018-04-02",
)
def weekday_after(weekday: Weekday, origin: Meaning) -> Meaning:
    return Beside(1, weekday, origin)


@book.entry(
    "day",
    "the {weekday} before {day:origin}\n{weekday} before {holiday:origin}",
    "2019-03-12 | They came on [the Friday before 1 May 2018]. | 2018-04-27",
)
def weekday_before(weekday: Weekday, origin: Meaning) -> Meaning:
    return Beside(-1, weekday, origin)


@book.entry(
    "day",
    "the {ordinal} {weekday} (after|following) {day:origin}",
    "2019-03-12 | They came on [the second Sunday after Easter 2018]. | 2018-04-15",
)
def nth_weekday_after(ordinal: int, weekday: Weekday, origin: Meaning) -> Meaning | None:
    return Beside(ordinal, weekday, origin) if ordinal <= 52 else None


@book.entry(
    "time",
    "[the] (closest|nearest) {recurring} (to|of) {day:origin}",
    "2013-02-12 | It is kept on [the closest Monday to 5 October]. | 2012-10-08",
)
def closest(recurring: Recurring, origin: Meaning) -> Meaning:
    return Closest(1, recurring, origin)


@book.entry(
    "time",
    "[the] {ordinal} (closest|nearest) {recurring} (to|of) {day:origin}",
    "2013-02-12 | It was [the third closest Christmas to today]. | 2011-12-25",
)
def nth_closest(ordinal: int, recurring: Recurring, origin: Meaning) -> Meaning | None:
    return Closest(ordinal, recurring, origin) if ordinal <= 100 else None
