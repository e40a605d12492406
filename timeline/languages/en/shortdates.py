"""Days in figures without their year, joined and listed in English: "from 10/25 to 11/7"."""

from __future__ import annotations

from collections.abc import Callable

from timeline.languages.en.related import first_of, relate
from timeline.languages.en.written import read_written
from timeline.meanings import (
    After,
    Before,
    Between,
    By,
    Clock,
    Each,
    Fixed,
    Hours,
    In,
    Meaning,
    MonthDay,
    Recurring,
    Since,
    Until,
    Year,
)
from timeline.patterns import Parts, PatternBook

book = PatternBook("en")


@book.entry(
    "phrase",
    "[from|between] <{shortdate:first}> (to|and|until|till|through|-) <{shortdate:last}>",
    "2018-10-24 | He is away from [10/25] to [11/7] at sea. | 2018-10-25; 2018-11-07",
)
def short_dates(first: Recurring, last: Recurring) -> Meaning:
    return Between(first, last)


@book.entry(
    "phrase",
    "[from|between] <{shortdate:first}> (to|and|until|till|through|-) <{written:last}>",
    "2018-10-24 | The time is [10/1]-[11/2/2017] at sea. | 2017-10-01; 2017-11-02",
)
def short_to_full(first: MonthDay, last: str) -> Meaning | None:
    end = read_written(last) if len(last) > 5 else None
    if end is None:
        return None
    span = end.span if isinstance(end, Fixed) else end.month_first or end.day_first
    if span is None:
        return None
    start = In(first, Year(int(span.timex3[:4])))
    return Between(start, end)


@book.entry(
    "phrase",
    "[on] <{shortdate:first}> (,|or|and|, or|, and) <{shortdate:last}>",
    "2018-11-28 | Find us a time on [11/20] or [11/22] please. | 2018-11-20; 2018-11-22",
)
def either_short_date(first: Recurring, last: Recurring) -> Meaning:
    return Each(first, last)


@book.entry(
    "phrase",
    """
    [on] <{shortdate:first}> (,|or|and|, or|, and) <{day:last}>
    [on] <{day:first}> (,|or|and|, or|, and) <{shortdate:last}>
    """,
    "2018-11-28 | Find us a time on [11/20] or [24 November] please. | 2018-11-20; 2018-11-24",
)
def either_short_or_full(first: Meaning, last: Meaning) -> Meaning:
    return Each(first, last)


@book.entry(
    "phrase",
    "[on] <{shortdate:first}> , <{shortdate}> (or|and|, or|, and) <{shortdate:last}>",
    """
    2018-11-28 | It is on [11/20], [11/22] or [11/25] then. | 2018-11-20; 2018-11-22; 2018-11-25
    """,
)
def three_short_dates(first: Recurring, shortdate: Recurring, last: Recurring) -> Parts:
    return Parts(Each(first, last), (first, shortdate, last))


@book.entry(
    "phrase",
    "<{shortdate}>",
    """
    2016-11-07 | Please be back [22/04] at last. | 2017-04-22
    2016-11-07 | They had 22/04 of the votes. |
    2016-11-07 | [22/04] – They were back. | 2016-04-22
    """,
)
def asked_short_date(shortdate: Recurring) -> Meaning:
    return shortdate


@book.entry(
    "phrase",
    "on <{shortdate}>",
    "2016-11-07 | They were back on [22/04] at last. | 2016-04-22",
)
def on_short_date(shortdate: Recurring) -> Meaning:
    return shortdate


@book.entry(
    "phrase",
    "<{hours}> on <{shortdate}>\nfrom <{hours}> on <{shortdate}>",
    "2018-09-07 | Please book [9:30-4:30pm] on [6/4]. | 2019-06-04T09:30; 2019-06-04",
)
def hours_then_short(hours: Hours, shortdate: Recurring) -> Parts:
    meaning = In(hours, shortdate)
    return Parts(meaning, (meaning, shortdate))


@book.entry(
    "phrase",
    """
    [on|for] <{shortdate}> [from|at] <{hours}>
    [on|for] <{shortdate}> [in] between <{bothhours:hours}>
    """,
    "2018-09-07 | Please book [6/4] from [9:30-4:30pm]. | 2019-06-04; 2019-06-04T09:30",
)
def hours_on_short(shortdate: Recurring, hours: Hours) -> Parts:
    meaning = In(hours, shortdate)
    return Parts(meaning, (shortdate, meaning))


@book.entry(
    "phrase",
    "[on|for] <{shortdate}> [at|@|,] <{clocktime}>",
    "2018-09-07 | Please book [6/4] at [9:30]. | 2019-06-04; 2019-06-04T09:30",
)
def clock_on_short(shortdate: Recurring, clocktime: Clock) -> Parts:
    meaning = In(clocktime, shortdate)
    return Parts(meaning, (shortdate, meaning))


_RELATIONS = {
    Before: "(before|prior to|earlier than)",
    By: "(by|no later than|not later than)",
    Until: "(until|till)",
    After: "(after|later than)",
    Since: "since",
}


def _relation(build: Callable[[Meaning], Meaning], words: str) -> None:
    word = first_of(words)

    @book.entry(
        "phrase",
        f"""
        [on|for] <{{day}}> [,] {words} <{{clocktime}}>
        [on|for] <{{shortdate:day}}> [,] {words} <{{clocktime}}>
        """,
        f"2018-05-29 | It was on [28 May] {word} [5pm] there. | 2018-05-28; 2018-05-28T17:00",
    )
    def clock_relation(day: Meaning, clocktime: Clock) -> Parts:
        moment = In(clocktime, day)
        return Parts(build(moment), (day, moment))


for _build, _words in _RELATIONS.items():
    _relation(_build, _words)


_TOLD = "2018-05-29 | It was told {word} [5/28] by all. | 2018-05-28"


def _itself(shortdate: Recurring) -> Meaning:
    return shortdate


relate(
    book,
    "relation_to_short",
    "{shortdate:told}",
    _itself,
    {build: (words, _TOLD) for build, words in _RELATIONS.items()},
)
