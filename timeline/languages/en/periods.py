"""Periods told by the day they end, as businesses report them, in English."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.en.amounts import lasting
from timeline.meanings import Around, Edge, Ended, Fixed, Length, Meaning, Quarter, YearEnd
from timeline.patterns import Parts, PatternBook
from timeline.spans import Granularity, TimeSpan

book = PatternBook("en")

_IN = "[for|in|during|of|over]"
_UNITS = (Granularity.YEAR, Granularity.HALF_YEAR, Granularity.QUARTER)
_MONTHS = (Granularity.MONTH, Granularity.WEEK)


_TERMS = "(season|campaign|term|(school|academic|financial|fiscal|budget|tax) year)"


@book.entry(
    "time",
    f"""
    [the] {{fullyear:first}} (-|/|–) {{twodigits:last}} {_TERMS}
    [the] {{fullyear:first}} (-|/|–) {{fullyear:last}} {_TERMS}
    [the] {_TERMS} [of] {{fullyear:first}} (-|/|–) {{twodigits:last}}
    [the] {_TERMS} [of] {{fullyear:first}} (-|/|–) {{fullyear:last}}
    """,
    """
    2014-10-01 | He scored in [the 2013-14 season] too. | 2013 | 2013-07~/2014-06~
    2014-10-01 | Fees rise in [the 2014/2015 academic year]. | 2014 | 2014-07~/2015-06~
    2014-10-01 | Fees rose in [the academic year 2012-13]. | 2012 | 2012-07~/2013-06~
    """,
)
def year_across(first: int, last: int) -> Meaning | None:
    # A season and a year at school begin in summer or autumn; they are named by that year.
    if last not in (first + 1, (first + 1) % 100):
        return None
    ends = TimeSpan.month(first, 7), TimeSpan.month(first + 1, 6)
    return Fixed(replace(TimeSpan.range(*ends).about(), value=f"{first:04d}"))


@book.entry("periodend", "{day}\n{month:day}\n{whole:day}\n{relative:day}")
def period_end(day: Meaning) -> Meaning:
    return day


@book.entry("periodend", "[the] end of {month}\n[the] end of {whole:month}")
def end_of_the_last_month(month: Meaning) -> Meaning:
    return Edge("end", month)


@book.entry("untilword", "(ended|that ended|which ended) [on|in]")
def over() -> bool:
    return True


@book.entry("untilword", "(ending|that ends|which ends) [on|in]\nto")
def not_over() -> bool:
    return False


@book.entry(
    "phrase",
    f"{_IN} <the [full] [fiscal|financial|business] {{unit}}> [,] {{untilword}} <{{periodend}}>",
    """
    1989-11-02 | It lost money in [the year] ended [June 30]. | P1Y; 1989-06-30 | \
1988-07-01/1989-06-30
    1989-11-02 | Sales for [the quarter] ended [July 31] fell. | 1989-Q2; 1989-07-31
    1989-11-02 | Costs will rise in [the fiscal year] ending [next June]. | P1Y; 1990-06
    1989-11-02 | [Second-quarter] net fell. For [the quarter] ended [July 31] it sold less. | \
1989-Q2; 1989-Q2; 1989-07-31
    1989-11-02 | Thefts fell in [the week] ended [Friday]. | 1989-W43; 1989-10-27
    """,
)
def unit_ended(unit: Granularity, untilword: bool, periodend: Meaning) -> Parts | None:
    meaning: Meaning
    if unit is Granularity.WEEK:
        meaning = Around(unit, periodend)
    elif unit in _UNITS:
        meaning = Ended(lasting(1, unit), periodend, over=untilword)
    else:
        return None
    return Parts(meaning, (meaning, periodend))


@book.entry(
    "phrase",
    f"""
    {_IN} <{{quarter}}> [,] {{untilword}} <{{periodend}}>
    {_IN} <the {{quarter}}> [,] {{untilword}} <{{periodend}}>
    """,
    """
    1989-11-02 | Profit rose in its [fourth quarter] ended [Aug. 31]. | 1989-Q4; 1989-08-31 | \
1989-06-01/1989-08-31
    1989-11-02 | In [the second quarter], ended [Sept. 30], it lost. | 1989-Q2; 1989-09-30
    """,
)
def quarter_ended(quarter: Meaning, untilword: bool, periodend: Meaning) -> Parts | None:
    if not isinstance(quarter, Quarter):
        return None
    length = lasting(1, Granularity.QUARTER)
    meaning = Ended(length, periodend, quarter.number, untilword)
    return Parts(meaning, (meaning, periodend))


@book.entry(
    "phrase",
    f"{_IN} <{{length}}> [,] {{untilword}} [on] <{{periodend}}>",
    """
    1989-11-02 | Sales rose in [the six months] ended [Sept. 30]. | P6M; 1989-09-30 | \
1989-04-01/1989-09-30
    1989-11-02 | It lost money in [the 12 months] to [June 30]. | P12M; 1989-06-30
    1989-11-02 | Sales fell in [the three months] to [the end of June]. | P3M; 1989-06 | \
1989-04-01/1989-06-30
    """,
)
def months_ended(length: Meaning, untilword: bool, periodend: Meaning) -> Parts | None:
    if not isinstance(length, Length) or length.length.vague or length.length.unit not in _MONTHS:
        return None
    meaning = Ended(length.length, periodend, over=untilword)
    return Parts(meaning, (meaning, periodend))


@book.entry(
    "phrase",
    "[fiscal|financial|business] year (ends|ended|closes|closed) [on|in] <{periodend}>",
    "1989-11-02 | Its fiscal year ends [June 30]. In [fiscal 1989] it lost. | 1990-06-30; 1989",
)
def year_ends(periodend: Meaning) -> Parts:
    return Parts(YearEnd(periodend), (periodend,))
