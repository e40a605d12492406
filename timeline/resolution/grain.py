"""Words read no finer than the time that they are counted from."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.meanings import (
    About,
    After,
    Anchor,
    Before,
    By,
    Clock,
    Close,
    Coming,
    Day,
    DayOfMonth,
    Edge,
    Fixed,
    From,
    In,
    Last,
    Meaning,
    Next,
    PartOfDay,
    Rest,
    Shift,
    Since,
    Stage,
    This,
    Unit,
    Until,
    Weekday,
)
from timeline.spans import DAY, Duration, Granularity, TimeSpan

_FIGURE, _TIME = re.compile(r"\d"), re.compile(r"[\dX-]+(T.+)")
# How a week and a month of a year are written that are not known any nearer.
_SOME = {
    Granularity.WEEKEND: "WXX-WE",
    Granularity.WEEK: "WXX",
    Granularity.MONTH: "XX",
}
# Which way words step from one unit to another.
_SIGNS: dict[type[Meaning], int] = {Next: 1, Last: -1}
# What tells on which side of a time something lies, no nearer than that time is known.
RELATIONS = (By, Until, Since, Before, After, Close)


def unit_of(meaning: Meaning, told: Granularity) -> Granularity | None:
    """The unit that words are one of, where a time as long as `told` has many of these.

    >>> unit_of(This(Unit(Granularity.WEEK), "story"), Granularity.YEAR).name
    'WEEK'
    >>> unit_of(This(Unit(Granularity.WEEK), "story"), Granularity.WEEK)
    """
    if isinstance(meaning, In):
        # "The night of 2 May" tells its day, "the night of that day" does not.
        return unit_of(meaning.whole, told)
    if isinstance(meaning, Edge | Stage):
        return unit_of(meaning.whole, told)
    if isinstance(meaning, Rest | About):
        return unit_of(meaning.what, told)
    if isinstance(meaning, Day | Clock):
        return Granularity.DAY
    if isinstance(meaning, DayOfMonth) and told > Granularity.MONTH:
        return Granularity.DAY
    if isinstance(meaning, Shift):
        return Granularity.DAY if meaning.length.unit is Granularity.DAY else None
    what = getattr(meaning, "what", None)
    if isinstance(what, PartOfDay) or what == Unit(Granularity.DAY):
        return Granularity.DAY
    points = isinstance(meaning, This | Next | Last) and meaning.leans == "story"
    if not points or told <= Granularity.WEEK:
        return None
    if isinstance(what, Weekday) or (told >= Granularity.DECADE and not isinstance(what, Unit)):
        return Granularity.DAY
    unit = what.granularity if isinstance(what, Unit) else None
    return unit if unit in _SOME and unit < told else None


def read(meaning: Meaning, anchor: Anchor) -> TimeSpan:
    """The span of a meaning, no finer than the time that it is counted from allows.

    >>> from timeline.meanings import Day
    >>> from timeline.spans import Duration, seconds
    >>> june = Anchor(seconds(2023)).on(TimeSpan.month(1914, 6))
    >>> read(Day(1, "story"), june).timex3
    '1914-06-XX'
    >>> later = Shift(Duration(((4, Granularity.MONTH),)), 1, "story")
    >>> span = read(later, june.on(TimeSpan.year(2011)))
    >>> span.timex3, span.edtf()
    ('2011-XX', '2011-05~/2012-04~')
    """
    if isinstance(meaning, From) and isinstance(meaning.origin, Fixed):
        return _from(meaning, anchor)
    told = anchor.reference
    grain = None if told is None else told.granularity
    if told is None or grain is None or grain <= Granularity.DAY:
        return meaning.on(anchor)
    if isinstance(meaning, RELATIONS) and unit_of(meaning.what, grain) is not None:
        return replace(meaning, what=Fixed(read(meaning.what, anchor))).on(anchor)
    if isinstance(meaning, Coming) and meaning.within:
        return _within(meaning.length, told, meaning.on(anchor).value)
    unit = unit_of(meaning, grain)
    if unit is Granularity.DAY:
        return _some_day(meaning, anchor, told)
    if unit is not None:
        sign = _SIGNS.get(type(meaning), 0)
        return _shifted(told, unit, Duration(((getattr(meaning, "count", 1), unit),)), sign)
    shift = meaning.what if isinstance(meaning, About) else meaning
    if isinstance(shift, Shift) and (unit := shift.length.unit) in _SOME and unit < grain:
        if not shift.length.vague:
            return _shifted(told, unit, shift.length, shift.sign)
        span = meaning.on(anchor)
        if span.end is not None and told.start is not None and told.end is not None:
            return replace(span, end=span.end + told.end - told.start, end_earliest=None)
    return meaning.on(anchor)


def _within(length: Duration, told: TimeSpan, value: str | None) -> TimeSpan:
    """What is done within some time of a month or a year: in that, or so long after its end."""
    span, unit = told.about(), length.unit
    if told.end is None or unit is None or told.granularity is None or unit < told.granularity:
        return replace(span, relation="within", value=value)
    return replace(span, end=length.shift(told.end), relation="within", value=value)


def before_publication(span: TimeSpan, today: int) -> TimeSpan:
    """What goes on from a day that nobody told, and was over by the day `today` in seconds.

    >>> from timeline.spans import seconds
    >>> span = before_publication(TimeSpan.day(2023, 3, 7), seconds(2023, 3, 6))
    >>> span.timex3, span.edtf()
    ('XXXX-XX-XX', '[..2023-03-06~]')
    """
    date, part, rest = span.timex3.partition("T")
    value = _FIGURE.sub("X", date) + part + rest
    return TimeSpan(
        None, today + DAY, Granularity.DAY, relation="before", approximate=True, value=value
    )


def _from(meaning: From, anchor: Anchor) -> TimeSpan:
    """What lies so far from an occasion that is dated no nearer than by a month or a year."""
    told, unit = meaning.origin.on(anchor), meaning.length.unit
    if told.granularity is None or unit is None or unit >= told.granularity:
        return meaning.on(anchor)
    there = read(Shift(meaning.length, meaning.sign, "story"), anchor.on(told))
    if not meaning.inside or there.start is None or there.end is None:
        return there
    ends = [end for span in (told, there) for end in (span.start, span.end) if end is not None]
    return replace(there, start=min(ends), end=max(ends))


def _some_day(meaning: Meaning, anchor: Anchor, told: TimeSpan) -> TimeSpan:
    """Some day of a month or a year, or a part of it."""
    grain = told.granularity or Granularity.DAY
    day = {Granularity.MONTH: "-XX", Granularity.YEAR: "-XX-XX"}.get(grain)
    if day is None:
        return replace(told.about(), relation="within")
    part = _TIME.fullmatch(meaning.on(anchor).timex3)
    value = f"XXXX-XX-XX{part[1]}" if part else told.timex3 + day
    return replace(told.about(), relation="within", value=value)


def _shifted(told: TimeSpan, unit: Granularity, length: Duration, sign: int) -> TimeSpan:
    """A week or a month so far from a year or a month, as vague as that."""
    if told.start is None or told.end is None:
        return replace(told.about(), relation="within", value=None)
    start, end = (length.shift(at, sign) if sign else at for at in (told.start, told.end))
    year = TimeSpan.unit(Granularity.YEAR, (start + end) // 2).timex3
    there = replace(told.about(), relation="within", value=f"{year}-{_SOME[unit]}")
    if not sign:
        return there
    return replace(
        there, start=start, end=end, start_latest=None, end_earliest=None, granularity=unit
    )
