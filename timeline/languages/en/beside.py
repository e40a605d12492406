"""Days told by other times beside them, in English: "the Monday after Easter"."""

from __future__ import annotations

from timeline.languages.en.lexicon import WORDS
from timeline.meanings import Beside, Closest, Meaning, Recurring, Season, Unit, Unknown, Weekday
from timeline.patterns import Parts, PatternBook
from timeline.spans import Granularity

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
    "time",
    "the weekend (after|following) {day:origin}",
    "2019-03-12 | They came on [the weekend after Easter 2018]. | 2018-W14-WE",
)
def weekend_after(origin: Meaning) -> Meaning:
    return Beside(1, Unit(Granularity.WEEKEND), origin)


@book.entry(
    "time",
    "the weekend before {day:origin}",
    "2019-03-12 | They came on [the weekend before 1 May 2018]. | 2018-W17-WE",
)
def weekend_before(origin: Meaning) -> Meaning:
    return Beside(-1, Unit(Granularity.WEEKEND), origin)


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


_LIKE = f"[{'|'.join(WORDS['likeness']['words'])}]"
_SOME = f"""
    [on] (a|one) {_LIKE} <{{told}}> in <{{{{time:outer}}}}>
    [on] (a|one) {_LIKE} <{{told}}> <{{{{relative:outer}}}}>
"""


@book.entry(
    "phrase",
    _SOME.format(told="{weekday}"),
    """
    2013-06-12 | It sank on a [Friday] in [2012]. | XXXX-WXX-5; 2012 | 2012
    2013-06-12 | It sank one [Monday] [last month]. | XXXX-WXX-1; 2013-05 | 2013-05
    2013-06-12 | It sank on a cold [Monday] [last month]. | XXXX-WXX-1; 2013-05 | 2013-05
    """,
)
def some_weekday(weekday: Weekday, outer: Meaning) -> Parts:
    return Parts(outer, (Unknown(f"XXXX-WXX-{weekday.number + 1}"), outer))


@book.entry(
    "phrase",
    _SOME.format(told="{weekday} {part}"),
    "2013-06-12 | It sank on a [Friday night] in [2012]. | XXXX-WXX-5TNI; 2012 | 2012",
)
def some_weekday_night(weekday: Weekday, part: str, outer: Meaning) -> Parts:
    return Parts(outer, (Unknown(f"XXXX-WXX-{weekday.number + 1}T{part}", "TIME"), outer))


@book.entry(
    "phrase",
    _SOME.format(told="{part}"),
    "2013-06-12 | It sank on a [night] in [May 2012]. | XXXX-XX-XXTNI; 2012-05 | 2012-05",
)
def some_night(part: str, outer: Meaning) -> Parts:
    return Parts(outer, (Unknown(f"XXXX-XX-XXT{part}", "TIME"), outer))


_SEASON = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def _unplaced(season: Season) -> Unknown:
    return Unknown(f"XXXX-{_SEASON[season.month]}")


@book.entry(
    "phrase",
    _SOME.format(told="{season}"),
    "2013-06-12 | It sank one cold [winter] in [the 1890s]. | XXXX-WI; 189 | 189X",
)
def some_season(season: Season, outer: Meaning) -> Parts:
    return Parts(outer, (_unplaced(season), outer))


@book.entry(
    "phrase",
    f"one {_LIKE} <{{season}}>",
    "2013-06-12 | He went to sea one [summer] and never came back. | XXXX-SU",
)
def one_season(season: Season) -> Meaning:
    return _unplaced(season)


@book.entry(
    "phrase",
    f"[on] one {_LIKE} <{{weekday}}>",
    "2013-06-12 | He went to church one [Sunday] with his dog. | XXXX-WXX-7",
)
def one_weekday(weekday: Weekday) -> Meaning:
    return Unknown(f"XXXX-WXX-{weekday.number + 1}")


@book.entry(
    "phrase",
    f"[on] one {_LIKE} <{{weekday}} {{part}}>",
    "2013-06-12 | He went to church one [Sunday morning] with his dog. | XXXX-WXX-7TMO",
)
def one_weekday_part(weekday: Weekday, part: str) -> Meaning:
    return Unknown(f"XXXX-WXX-{weekday.number + 1}T{part}", "TIME")


@book.entry(
    "phrase",
    f"on a {_LIKE} <{{weekday}}>",
    """
    2013-06-12 | The feast falls on a [Sunday]. | XXXX-WXX-7
    2013-06-12 | It came up on a [Tuesday] conference call. | 2013-06-11
    """,
)
def on_some_weekday(weekday: Weekday) -> Meaning:
    return Unknown(f"XXXX-WXX-{weekday.number + 1}")
