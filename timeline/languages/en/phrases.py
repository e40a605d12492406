"""How English joins a time to what happens: since, until, from–to, in, over."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.en.dates import date, month_day
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
    MonthDay,
    Next,
    NotBefore,
    PartOfDay,
    Reference,
    Since,
    This,
    Throughout,
    Until,
    Weekday,
    Year,
)
from timeline.patterns import Parts, PatternBook
from timeline.spans import Duration, TimeSpan

book = PatternBook("en")

# "1914-18" joins two years that are not further apart.
LONGEST = 60


@book.entry(
    "phrase",
    "{time}\n(in|on|at|during|within|of|for|over|as of|as recently as|as early as) {time}",
    "2023-03-06 | He endorsed that view on [Monday]. | 2023-03-06 | 2023-03-06",
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
    "[ever] since {time}",
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
    "(until|till|up to|up until|through|lasting until) {time}",
    "2023-03-06 | The truce will hold until [January]. | 2024-01 | ../2024-01",
)
def until(time: Meaning) -> Meaning:
    return Until(time)


@book.entry(
    "phrase",
    "(by|no later than|not later than) {time}",
    "2023-03-06 | It had fallen by [January]. | 2023-01 | [..2023-01]",
)
def by(time: Meaning) -> Meaning:
    return By(time)


def _describes(time: Meaning) -> bool:
    """Whether words tell of what noun they stand before, and no time: "before recent talks"."""
    return isinstance(time, Reference) and time.side == "past"


@book.entry(
    "phrase",
    "(before|prior to|ahead of) {time}",
    "2024-03-14 | He had been there before [2016]. | 2016 | [..2015]",
)
def before(time: Meaning) -> Meaning | None:
    return None if _describes(time) else Before(time)


@book.entry(
    "phrase",
    "(after|following|beyond|past) {time}",
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
def in_length(amount: Duration) -> Parts:
    meaning = InLength(amount)
    return Parts(meaning, (meaning,))


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


@book.entry(
    "phrase",
    """
    [on|in|from] <{month} {daynum:low}> (-|to|through|until) <{daynum:high}>
    [on|in|from] <{month} {dayord:low}> (-|to|through|until) <{dayord:high}>
    (from|between) <{month} {daynum:low}> (-|to|and) <{daynum:high}>
    (from|between) <{month} {dayord:low}> (-|to|and) <{dayord:high}>
    """,
    "2024-06-14 | They fought on [May 6]-[7]. | 2024-05-06; 2024-05-07 | 2024-05-06/2024-05-07",
)
def month_days(month: Month, low: int, high: int) -> Parts | None:
    first, last = month_day(month, low), month_day(month, high)
    return Parts(Between(first, last), (first, last)) if first and last and low < high else None


@book.entry(
    "phrase",
    """
    [on|in] <{month} {daynum:low}> (and|or) <{daynum:high}>
    [on|in] <{month} {dayord:low}> (and|or) <{dayord:high}>
    """,
    "2024-06-14 | They fought on [May 6] and [7]. | 2024-05-06; 2024-05-07",
)
def both_month_days(month: Month, low: int, high: int) -> Parts | None:
    first, last = month_day(month, low), month_day(month, high)
    return Parts(Each(first, last), (first, last)) if first and last and low < high else None


@book.entry(
    "phrase",
    """
    [on|in|from|between] <{month} {daynum:low}> (-|to|and|through|until) \
    <{daynum:high} [,] {fullyear}>
    [on|in|from|between] <{month} {dayord:low}> (-|to|and|through|until) \
    <[the] {dayord:high} [,] {fullyear}>
    """,
    "2024-03-14 | It ran [May 6]-[7, 1954]. | 1954-05-06; 1954-05-07",
)
def month_days_year(month: Month, low: int, high: int, fullyear: int) -> Parts | None:
    first, last = date(fullyear, month.number, low), date(fullyear, month.number, high)
    return Parts(Between(first, last), (first, last)) if first and last and low < high else None


@book.entry(
    "phrase",
    """
    [on|in|from] <{daynum:low}> (-|to|through|until) <{daynum:high} [of] {month}>
    [from] <[the] {dayord:low}> (-|to|through|until) <[the] {dayord:high} [of] {month}>
    (from|between) <{daynum:low}> (-|to|and) <{daynum:high} [of] {month}>
    (from|between) <[the] {dayord:low}> (-|to|and) <[the] {dayord:high} [of] {month}>
    from <[the] {dayord:low}> (to|through|until) <[the] {daynum:high} [of] {month}>
    from <[the] {daynum:low}> (to|through|until) <[the] {dayord:high} [of] {month}>
    from <[the] {daynum:low}> (to|through|until) <the {daynum:high} of {month}>
    """,
    "2024-03-14 | They fought there ([26]-[30 November]). | 2023-11-26; 2023-11-30",
)
def days_month(low: int, high: int, month: Month) -> Parts | None:
    first, last = month_day(month, low), month_day(month, high)
    return Parts(Between(first, last), (first, last)) if first and last and low < high else None


@book.entry(
    "phrase",
    """
    [on|in] <{daynum:low}> (and|or) <{daynum:high} [of] {month}>
    [on|in] <[the] {dayord:low}> (and|or) <[the] {dayord:high} [of] {month}>
    """,
    "2024-06-14 | They met on [6] and [7 May]. | 2024-05-06; 2024-05-07",
)
def both_days_month(low: int, high: int, month: Month) -> Parts | None:
    first, last = month_day(month, low), month_day(month, high)
    return Parts(Each(first, last), (first, last)) if first and last and low < high else None


@book.entry(
    "phrase",
    """
    [on|in|from|between] <{daynum:low}> (-|to|and|through|until) \
    <{daynum:high} {month} [,] {fullyear}>
    [on|in|from|between] <[the] {dayord:low}> (-|to|and|through|until) \
    <[the] {dayord:high} [of] {month} [,] {fullyear}>
    """,
    "2024-03-14 | They fought there ([28]-[29 May 1953]). | 1953-05-28; 1953-05-29",
)
def days_month_year(low: int, high: int, month: Month, fullyear: int) -> Parts | None:
    first, last = date(fullyear, month.number, low), date(fullyear, month.number, high)
    return Parts(Between(first, last), (first, last)) if first and last and low < high else None


@book.entry(
    "phrase",
    "[from|between] <{monthday:first}> (-|to|and|through|until) <{monthday:last} [,] {fullyear}>",
    "2024-03-14 | It ran from [23 March] to [16 July 1953]. | 1953-03-23; 1953-07-16",
)
def monthdays_year(first: MonthDay, last: MonthDay, fullyear: int) -> Parts | None:
    one = date(fullyear, first.month, first.day)
    two = date(fullyear, last.month, last.day)
    if one and two and (first.month, first.day) > (last.month, last.day):
        one = date(fullyear - 1, first.month, first.day)
    return Parts(Between(one, two), (one, two)) if one and two else None


@book.entry(
    "phrase",
    """
    [from|between|in] <{month:first}> (-|to|and|through|until|or) \
    <{month:last} [of] [,] {fullyear}>
    """,
    "2024-03-14 | The talks ran from [July] to [November 1954]. | 1954-07; 1954-11",
)
def months_year(first: Month, last: Month, fullyear: int) -> Parts:
    year = fullyear - 1 if first.number > last.number else fullyear
    one = Fixed(TimeSpan.month(year, first.number))
    two = Fixed(TimeSpan.month(fullyear, last.number))
    return Parts(Between(one, two), (one, two))


@book.entry(
    "phrase",
    "[from|between|in] <[the years] {fullyear}> (-|to) <{twodigits}>",
    """
    2024-03-14 | Life improved in [2007]-[08]. | 2007; 2008
    2024-03-14 | They fought in [the years 1914]-[18]. | 1914; 1918 | 1914/1918
    """,
)
def year_short_year(fullyear: int, twodigits: int) -> Parts | None:
    second = fullyear // 100 * 100 + twodigits
    if not fullyear < second <= fullyear + LONGEST:
        return None
    first, last = Year(fullyear), Year(second)
    return Parts(Between(first, last), (first, last))


@book.entry(
    "phrase",
    "<{fullyear} , {monthday}>",
    """
    2022-09-01 | [2003, 11 November]: The presidents meet. | 2003-11-11
    2022-09-01 | It fell in [1998], in [2003], [11 November] and later. | 1998; 2003; 2021-11-11
    """,
)
def year_before_day(fullyear: int, monthday: MonthDay) -> Parts | None:
    told = date(fullyear, monthday.month, monthday.day)
    return Parts(told, (told,)) if told else None


@book.entry(
    "phrase",
    "[from|between|in] <{fullyear}> / <{twodigits}>",
    """
    2024-03-14 | Spending fell in [2014]/[15] and rose. | 2014; 2015
    """,
)
def split_year(fullyear: int, twodigits: int) -> Parts | None:
    return year_short_year(fullyear, twodigits) if (fullyear + 1) % 100 == twodigits else None


@book.entry(
    "phrase",
    "[from|between|in] <{anyyear}> (-|to|and|until) <{anyyear:last} {era}>",
    "2024-03-14 | The revolt lasted from [499] to [493 BC]. | BC0499; BC0493",
)
def era_years(anyyear: int, last: int, era: str) -> Parts | None:
    if (anyyear > last) is not (era == "bc"):
        return None
    one, two = (Year(1 - n if era == "bc" else n) for n in (anyyear, last))
    return Parts(Between(one, two), (one, two))


@book.entry(
    "phrase",
    "[from|between] <{clock:first}> (-|to|and|until) <{clocktime:last}>",
    "2024-03-14 | It is open from [9:00] to [10:30]. | 2024-03-14T09:00; 2024-03-14T10:30",
)
def clocks(first: Clock, last: Clock) -> Parts:
    if first.half is None and last.half and first.hour <= 12:
        half = "am" if last.half == "pm" and first.hour > last.hour else last.half
        first = replace(first, half=half)
    return Parts(Between(first, last), (first, last))


@book.entry(
    "phrase",
    "[from|between] <{hour}> (-|to|and|until) <{clocktime:last}>",
    "2024-03-14 | It opens from [9] to [11 a.m.] only. | 2024-03-14T09:00; 2024-03-14T11:00",
)
def hour_to_clock(hour: int, last: Clock) -> Parts | None:
    if not last.half or not 1 <= hour <= 12:
        return None
    half = "am" if last.half == "pm" and hour % 12 > last.hour % 12 else last.half
    first = Clock(hour, half=half)
    return Parts(Between(first, last), (first, last))


@book.entry(
    "phrase",
    "[on] <{weekday:first}> (and|or) <{weekday} {part}>",
    "2024-03-14 | They met on [Monday] and [Tuesday night]. | 2024-03-11; 2024-03-12TNI",
)
def two_weekdays(first: Weekday, weekday: Weekday, part: str) -> Parts:
    last = In(PartOfDay(part), weekday)
    return Parts(Between(first, last), (first, last))
