"""Words read no finer than the time that they are counted from."""

from __future__ import annotations

from dataclasses import replace

from timeline.meanings import About, Anchor, Day, Fixed, From, In, Meaning, PartOfDay, Shift, Unit
from timeline.spans import Granularity, TimeSpan


def counts_days(meaning: Meaning) -> bool:
    """Whether words lean on a day: "the following day", "that night"."""
    if isinstance(meaning, Day):
        return True
    if isinstance(meaning, In):
        # "The night of 2 May" tells its day, "the night of that day" does not.
        return counts_days(meaning.whole)
    if isinstance(meaning, Shift):
        unit = meaning.length.unit
        return unit is Granularity.DAY
    what = getattr(meaning, "what", None)
    if isinstance(what, PartOfDay):
        return True
    return isinstance(what, Unit) and what.granularity is Granularity.DAY


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
    if counts_days(meaning):
        return _some_day(meaning, anchor, told)
    shift = meaning.what if isinstance(meaning, About) else meaning
    if isinstance(shift, Shift) and not shift.length.vague:
        unit, start, end = shift.length.unit, told.start, told.end
        if unit in _SOME and unit < grain and start is not None and end is not None:
            return _shifted(
                told, unit, *(shift.length.shift(at, shift.sign) for at in (start, end))
            )
    return meaning.on(anchor)


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


# How a week and a month of a year are written that are not known any nearer.
_SOME = {Granularity.WEEK: "WXX", Granularity.MONTH: "XX"}


def _some_day(meaning: Meaning, anchor: Anchor, told: TimeSpan) -> TimeSpan:
    """Some day of a month or a year, or a part of it."""
    grain = told.granularity or Granularity.DAY
    day = {Granularity.MONTH: "-XX", Granularity.YEAR: "-XX-XX"}.get(grain)
    if day is None:
        return replace(told.about(), relation="within")
    what = getattr(meaning, "what", None)
    value = told.timex3 + day
    if isinstance(what, PartOfDay):
        value = f"XXXX-XX-XXT{what.letters}"
    return replace(told.about(), relation="within", value=value)


def _shifted(told: TimeSpan, unit: Granularity, start: int, end: int) -> TimeSpan:
    """A month or a week so far from a year or a month, as vague as that."""
    year = TimeSpan.unit(Granularity.YEAR, (start + end) // 2).timex3
    moved = replace(told.about(), start=start, end=end, start_latest=None, end_earliest=None)
    return replace(moved, granularity=unit, relation="within", value=f"{year}-{_SOME[unit]}")
