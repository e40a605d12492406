"""How English joins a time to what happens: since, until, from–to, in, over."""

from __future__ import annotations

from timeline.meanings import (
    About,
    After,
    Before,
    Between,
    By,
    Clock,
    Close,
    Coming,
    Each,
    Fixed,
    From,
    In,
    InLength,
    Last,
    Length,
    Meaning,
    Month,
    Next,
    NotBefore,
    Reference,
    Since,
    This,
    Throughout,
    Unit,
    Until,
    Weekday,
    Year,
)
from timeline.patterns import PatternBook
from timeline.spans import Duration, Granularity, TimeSpan

book = PatternBook("en")


@book.entry("either", "<{month:first}> or <{month:last}>\n<{weekday:first}> or <{weekday:last}>")
def either(first: Month | Weekday, last: Month | Weekday) -> Meaning:
    return Each(first, last)


@book.entry("either", "<{month:first}> or <{month:last} [of|,] {fullyear}>")
def either_of_year(first: Month, last: Month, fullyear: int) -> Meaning | None:
    one, two = (Fixed(TimeSpan.month(fullyear, month.number)) for month in (first, last))
    return Each(one, two) if first.number < last.number else None


@book.entry("either", "<{month:first}> or <{month:last} [of|,] {relative}>")
def either_of_last_year(first: Month, last: Month, relative: Meaning) -> Meaning | None:
    if getattr(relative, "what", None) != Unit(Granularity.YEAR):
        return None
    one, two = In(first, relative), In(last, relative)
    return Each(one, two) if first.number < last.number else None


@book.entry("either", "<{fullyear:first}> or <{fullyear:last}>")
def either_year(first: int, last: int) -> Meaning | None:
    one, two = Year(first), Year(last)
    return Each(one, two) if first < last else None


@book.entry(
    "phrase",
    "{time}\n(in|on|at|during|within|of|for|over|as of|as recently as|as early as) {time}\n"
    "(in|on|during|as recently as|as early as) {either:time}",
    """
    2023-03-06 | He endorsed that view on [Monday]. | 2023-03-06 | 2023-03-06
    2023-03-06 | It was built in [1841] or [1842]. | 1841; 1842 | 1841/1842
    2023-03-06 | It was sold in [May] or [June 2019]. | 2019-05; 2019-06 | 2019-05/2019-06
    2023-03-06 | It was sold in [May] or [June of last year]. | 2022-05; 2022-06 | 2022-05/2022-06
    """,
)
def plain(time: Meaning) -> Meaning:
    return time


@book.entry(
    "phrase",
    "{length}\n(for|in|over|during|through|of|after|about) {length}",
    "2023-03-06 | They have sought it for [months]. | PXM",
)
def lasting_phrase(length: Meaning) -> Meaning:
    return length


@book.entry(
    "phrase", "{set}\n(on|at|for) {set}", "2023-03-06 | They pray [every Friday]. | XXXX-WXX-5"
)
def repeated(set: Meaning) -> Meaning:
    return set


@book.entry(
    "phrase",
    "[ever] since {time}\n[ever] since {either:time}",
    "2023-03-06 | They bore down on it since [August]. | 2022-08 | 2022-08/..",
)
def since(time: Meaning) -> Meaning:
    return Since(time)


@book.entry(
    "phrase",
    "(no|not) earlier than {time}\nnot before {time}\non or after {time}",
    """
    2018-11-21 | It is due on or after [5 May 2019]. | 2019-05-05 | [2019-05-05..]
    2018-11-21 | It will open no earlier than [December]. | 2018-12 | [2018-12..]
    """,
)
def not_before(time: Meaning) -> Meaning:
    return NotBefore(time)


@book.entry(
    "phrase",
    """
    (until|till|up to|up until|through|lasting until) {time}
    (until|till|up to|up until) {either:time}
    """,
    """
    2023-03-06 | The truce will hold until [January]. | 2024-01 | ../2024-01
    2024-05-16 | The road is shut until [April] or [May]. | 2025-04; 2025-05 | ../2025-05
    """,
)
def until(time: Meaning) -> Meaning:
    return Until(time)


@book.entry(
    "phrase",
    "(by|no later than|not later than) {time}\n(by|no later than|not later than) {either:time}",
    "2023-03-06 | It had fallen by [January]. | 2023-01 | [..2023-01]",
)
def by(time: Meaning) -> Meaning:
    return By(time)


def _describes(time: Meaning) -> bool:
    """Whether words tell of what noun they stand before, and no time: "before recent talks"."""
    return isinstance(time, Reference) and time.side == "past"


@book.entry(
    "phrase",
    "(before|prior to|ahead of) {time}\n(before|prior to|ahead of) {either:time}",
    "2024-03-14 | He had been there before [2016]. | 2016 | [..2015]",
)
def before(time: Meaning) -> Meaning | None:
    return None if _describes(time) else Before(time)


@book.entry(
    "phrase",
    "(after|following|beyond|past) {time}\n(after|following) {either:time}",
    "2024-03-14 | He was there after [2016]. | 2016 | [2017..]",
)
def after(time: Meaning) -> Meaning | None:
    return None if _describes(time) else After(time)


@book.entry(
    "phrase",
    "(shortly|soon|just|immediately|right|moments|minutes) after {time}",
    """
    2024-03-14 | It sank shortly after [6am on 2 March]. | 2024-03-02T06:00
    2024-03-14 | He moved there soon after [2016]. | 2016 | 2017~/2018~
    """,
)
def soon_after(time: Meaning) -> Meaning:
    return Close(time, 1)


@book.entry(
    "phrase",
    "(shortly|just|immediately|right|moments|minutes) before {time}",
    "2024-03-14 | They left just before [March]. | 2024-03 | 2023-12~/2024-02~",
)
def just_before(time: Meaning) -> Meaning:
    return Close(time, -1)


@book.entry(
    "phrase",
    "(throughout|all through|all|the whole of|all of) {time}",
    "2024-03-14 | It rained throughout [2022]. | 2022 | 2022",
)
def throughout(time: Meaning) -> Meaning:
    return Throughout(time)


@book.entry(
    "phrase",
    """
    [from|in|on|at|during] {time:first} (to|through|until|-) {time:last}
    from {time:first} (till|thru) {time:last}
    """,
    """
    2024-03-14 | The war ran from [2011] to [2015]. | 2011; 2015 | 2011/2015
    2024-03-14 | They met from [the sixties] to [the eighties]. | 196; 198 | 196X/198X
    """,
)
def from_to(first: Meaning, last: Meaning) -> Meaning | None:
    # "3 p.m. - this week" is no stretch.
    coarse = isinstance(first, Clock) and isinstance(last, This | Next | Last)
    # "9 days from 2 May to 10 May" tells how long and from when, not what comes 9 days later.
    counted = isinstance(first, From) and first.sign > 0
    return None if coarse or counted else Between(first, last)


@book.entry(
    "phrase",
    "between {time:first} (and|-|to) {time:last}",
    "2024-03-14 | It fell between [May 2011] and [March 2012]. | 2011-05; 2012-03",
)
def between(first: Meaning, last: Meaning) -> Meaning:
    return Between(first, last, whole=False)


@book.entry(
    "phrase",
    "in <{amount}>",
    """
    2024-03-14 | They rebuilt it in [two years]. | P2Y
    1989-11-02 | The stock will be redeemed in [five years]. | 1994
    """,
)
def in_length(amount: Duration) -> Meaning:
    return InLength(amount)


@book.entry(
    "phrase",
    "(within|inside|in the space of) {length}",
    "1989-10-30 | They will ship within [18 months]. | P18M",
)
def within(length: Meaning) -> Meaning:
    inner = length.what if isinstance(length, About) else length
    if isinstance(inner, Length | Coming):
        return Coming(inner.length, within=True)
    return length
