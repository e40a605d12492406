"""Years, decades and centuries in English."""

from __future__ import annotations

from timeline.languages.en.dates import date
from timeline.meanings import (
    Century,
    Decade,
    Each,
    Fixed,
    Like,
    Meaning,
    Month,
    MonthDay,
    ShortYear,
    Stage,
    Year,
)
from timeline.patterns import PatternBook
from timeline.spans import TimeSpan

book = PatternBook("en")


@book.entry("fullyear", "{year}\n{spokenyear:year}")
def full_year(year: int) -> int:
    return year


@book.entry("fullyear", "{shortyear}")
def apostrophe_year(shortyear: ShortYear) -> int | None:
    return None


@book.entry(
    "whole",
    "{year}",
    """
    2024-03-14 | The treaty was signed in [1988]. | 1988
    2024-03-14 | About 1988 people came. |
    1989-11-14 | Dorset had [1988] sales of $48 million and 1988 workers. | 1988
    """,
)
def year(year: int) -> Meaning:
    return Year(year)


@book.entry(
    "whole",
    "the year [of] {fullyear}\nyear {fullyear}\nthe years {fullyear}",
    "2024-03-14 | It was in [the year 1650]. | 1650",
)
def the_year(fullyear: int) -> Meaning:
    return Year(fullyear)


@book.entry("whole", "{shortyear}", "1989-10-26 | Sales grew in ['88]. | 1988")
def short_year(shortyear: ShortYear) -> Meaning:
    return shortyear


@book.entry(
    "spokenyear",
    "{teens} {tens}\n{teens} {teens:tens}",
    "1998-02-27 | Atlanta, [nineteen ninety]. | 1990",
)
def spoken_year(teens: int, tens: int) -> int | None:
    return teens * 100 + tens if 11 <= teens <= 19 else None


@book.entry(
    "spokenyear",
    "{teens} {tens} [-] {ones}",
    "1998-02-27 | It was [the summer of nineteen ninety-six]. | 1996-SU",
)
def spoken_year_ones(teens: int, tens: int, ones: int) -> int | None:
    return teens * 100 + tens + ones if 11 <= teens <= 19 else None


@book.entry(
    "time",
    """
    [the] {fullyear} (quarter|period|half)
    the (like|same|comparable|corresponding) (quarter|period|half) (of|in) {fullyear}
    """,
    """
    1989-10-26 | [Third-quarter] net fell. In [the 1988 period] it rose. | 1989-Q3; 1988-Q3
    1989-10-26 | [Third-quarter] net beat [the same period of 1988]. | 1989-Q3; 1988-Q3
    """,
)
def same_of_year(fullyear: int) -> Meaning:
    return Like(fullyear)


@book.entry(
    "spokenyear",
    "the year {spelledyear}",
    "1998-03-10 | They will be there by [the year two thousand and twenty]. | 2020",
)
def the_year_spelled(spelledyear: int) -> int:
    return spelledyear


@book.entry("whole", "{spokenyear}")
def spoken(spokenyear: int) -> Meaning:
    return Year(spokenyear)


@book.entry(
    "bcyear",
    "{anyyear} {era}",
    "2024-03-14 | Caesar died in [44 B.C.] after all. | BC0044",
)
def era_year(anyyear: int, era: str) -> Meaning:
    return Year(1 - anyyear if era == "bc" else anyyear)


@book.entry("era", "(bc|bce)")
def before_christ() -> str:
    return "bc"


@book.entry("era", "(ad|ce)")
def anno_domini() -> str:
    return "ad"


@book.entry("whole", "{bcyear}", "2024-03-14 | Caesar died in [44 BC]. | BC0044")
def bc_year(bcyear: Meaning) -> Meaning:
    return bcyear


@book.entry(
    "whole",
    "{era} {anyyear}",
    """
    2024-03-14 | The city burned in [AD 64]. | 0064
    2024-03-14 | The city burned in [A.D. 64]. | 0064
    """,
)
def ad_year(era: str, anyyear: int) -> Meaning | None:
    return Year(anyyear) if era == "ad" else None


@book.entry("time", "{decades}\nthe {decades}", "2024-03-14 | It grew in [the 1990s]. | 199")
def decade(decades: Decade) -> Meaning:
    return decades


@book.entry(
    "time",
    "[the] {bcdecade} {era}",
    "2024-03-14 | They fought throughout [the 470s BC]. | BC047",
)
def decade_era(bcdecade: int, era: str) -> Meaning:
    return Decade(-bcdecade if era == "bc" else bcdecade)


@book.entry(
    "time",
    "[the] early [-] {decades}\n[the] early [-] {centuries:decades}",
    "2024-03-14 | It grew in [the early 1990s]. | 199",
)
def early_decade(decades: Meaning) -> Meaning:
    return Stage("early", decades)


@book.entry(
    "time",
    "[the] (mid|middle) [-] {decades}\n[the] (mid|middle) [-] {centuries:decades}",
    "2024-03-14 | It grew in [the mid-1990s]. | 199",
)
def mid_decade(decades: Meaning) -> Meaning:
    return Stage("mid", decades)


@book.entry(
    "time",
    "[the] late [-] {decades}\n[the] late [-] {centuries:decades}",
    "2024-03-14 | It grew in [the late 20th century]. | 19",
)
def late_decade(decades: Meaning) -> Meaning:
    return Stage("late", decades)


@book.entry("decades", "the {decade}", "1989-10-26 | It was made in [the '80s]. | 198")
def short_decade(decade: int) -> Meaning:
    return Decade(decade, short=True)


@book.entry(
    "decades",
    "{teens} [-] {decade}\nthe {teens} [-] {decade}",
    """
    2024-03-14 | They came in [the nineteen seventies]. | 197
    2024-03-14 | They came in [the nineteen-seventies]. | 197
    """,
)
def spoken_decade(teens: int, decade: int) -> Meaning | None:
    return Decade(teens * 100 + decade) if 11 <= teens <= 19 else None


@book.entry(
    "phrase",
    """
    <[the] {decades}> (and|or|to|-) <{decade}>
    <[the] {decades}> (and|or|to|-) <{twodigits:decade} s>
    """,
    """
    2024-03-14 | They came in [the 1840s] and [50s]. | 184; 185
    2024-03-14 | Most came in [the 1840s]-[50s]. | 184; 185
    """,
)
def two_decades(decades: Meaning, decade: int) -> Meaning | None:
    if (
        decade % 10
        or not isinstance(decades, Decade)
        or decades.short
        or decades.year % 100 >= decade
    ):
        return None
    second = Decade(decades.year // 100 * 100 + decade)
    return Each(decades, second)


@book.entry("hundredth", "{ordinal}")
def nth_century(ordinal: int) -> Meaning:
    return Century(ordinal)


def _nth_century(stage: str) -> None:
    @book.entry("hundredth", f"{stage} [-] {{ordinal}}")
    def nth_century_stage(ordinal: int) -> Meaning:
        return Stage(stage, Century(ordinal))


for _stage in ("early", "mid", "late"):
    _nth_century(_stage)


@book.entry(
    "phrase",
    """
    [in|during] <[the] {hundredth:first}> (and|or|to|-) <[the] {hundredth:last} centuries>
    (from|between) <the {hundredth:first}> (and|to|until|through) <the {hundredth:last} century>
    [in|during] <the {hundredth:first}> (or|and) <[the] {hundredth:last} century>
    """,
    """
    2024-03-14 | It was built in [the 12th] and [13th centuries]. | 11; 12
    2024-03-14 | It grew in [the late 19th] and [early 20th centuries]. | 18; 19
    2024-03-14 | It grew from [the 12th] to [the 15th century]. | 11; 14
    2024-03-14 | It was built in [the late 12th] or [early 13th century]. | 11; 12
    """,
)
def two_centuries(first: Meaning, last: Meaning) -> Meaning | None:
    return Each(first, last) if _number(first) < _number(last) else None


def _number(told: Meaning) -> int:
    """Which century is told, or told a part of."""
    whole = told.whole if isinstance(told, Stage) else told
    return whole.number if isinstance(whole, Century) else 0


@book.entry(
    "phrase",
    "<[the] {ordinal:first}> (and|or|to|-) <{ordinal} centuries {era}>",
    "2024-03-14 | It was built in [the fifth] and [fourth centuries BC]. | BC04; BC03",
)
def two_centuries_of_era(first: int, ordinal: int, era: str) -> Meaning | None:
    if era != "bc":
        return two_centuries(Century(first), Century(ordinal))
    return Each(Century(-first), Century(-ordinal)) if first > ordinal else None


@book.entry(
    "centuries",
    "[the] {ordinal} [-] century",
    "2024-03-14 | The temple is of [the 11th century]. | 10",
)
def century(ordinal: int) -> Meaning:
    return Century(ordinal)


@book.entry(
    "centuries",
    "[the] {ordinal} century {era}",
    "2024-03-14 | It was built in [the 5th century BC]. | BC04",
)
def century_era(ordinal: int, era: str) -> Meaning:
    return Century(-ordinal if era == "bc" else ordinal)


@book.entry("time", "{centuries}", "2024-03-14 | It was a custom of [the 19th century]. | 18")
def centuries(centuries: Meaning) -> Meaning:
    return centuries


@book.entry("spelled", "{ones}\n{teens:ones}\n{tens:ones}")
def spelled(ones: int) -> int:
    return ones


@book.entry("spelled", "{tens} [-] {ones}")
def spelled_tens(tens: int, ones: int) -> int:
    return tens + ones


@book.entry("spelledyear", "two thousand")
def year_two_thousand() -> int:
    return 2000


@book.entry("spelledyear", "two thousand [and] {spelled}")
def two_thousand_and(spelled: int) -> int:
    return 2000 + spelled


@book.entry("spelledyear", "twenty {spelled}")
def twenty_hundred_and(spelled: int) -> int | None:
    return 2000 + spelled if spelled >= 10 else None


@book.entry("spelledyear", "{teens} hundred [and] {spelled}")
def hundred_and(teens: int, spelled: int) -> int | None:
    return teens * 100 + spelled if teens > 10 else None


@book.entry(
    "time",
    "{month} [of] {spelledyear}",
    """
    2016-11-07 | They met in [October two thousand and five]. | 2005-10
    2016-11-07 | In [October] two thousand people died. | 2016-10
    """,
)
def month_of_spelled_year(month: Month, spelledyear: int) -> Meaning:
    return Fixed(TimeSpan.month(spelledyear, month.number))


@book.entry(
    "time",
    "{monthday} [,] {spelledyear}",
    "2016-11-07 | They met on [January first two thousand and thirty two]. | 2032-01-01",
)
def day_of_spelled_year(monthday: MonthDay, spelledyear: int) -> Meaning | None:
    return date(spelledyear, monthday.month, monthday.day)


@book.entry(
    "day",
    "{spelled} [of] {month} [,] {fullyear}\n{spelled} [of] {month} [,] {spelledyear:fullyear}",
    "2019-05-30 | She was born on [twenty five January nineteen eighty six]. | 1986-01-25",
)
def spelled_day(spelled: int, month: Month, fullyear: int) -> Meaning | None:
    return date(fullyear, month.number, spelled)
