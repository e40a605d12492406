"""When a row was, in the words of a report: 'since August 2022', '44 BCE', 'the 1990s'."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd

from timeline.charts.words import MONTHS, PARTS, SEASONS, day_in_words, unit_name, with_zone
from timeline.errors import BadTable, NotATime
from timeline.exports.cells import labels, plain_column
from timeline.exports.files import to_json
from timeline.spans import (
    DAY,
    Granularity,
    TimeSpan,
    ceiling,
    civil,
    floor,
    read_offset,
    seconds,
)
from timeline.spans.edtf import zone_told
from timeline.table.clocks import home_of


def words(table: pd.DataFrame) -> list[str]:
    """The time of each row of a prepared table, "" where nothing is known of it.

    >>> from timeline.exports.cells import prepare
    >>> words(prepare(pd.DataFrame({"when": ["2022-08/..", "-0043"], "event": ["a", "b"]})))
    ['since August 2022', '44 BCE']
    """
    starts, ends = (_instants(table[name]) for name in ("start", "end"))
    names = ("granularity", "relation", "approximate", "ongoing")
    columns = [plain_column(table[name]) for name in names]
    told = [_told(*row) for row in zip(starts, ends, *columns, strict=True)]
    if home_of(table) is None:
        return told
    zones = (zone_told(str(when)) for when in table["when"])
    return [with_zone(text, zone) for text, zone in zip(told, zones, strict=True)]


def texts(table: pd.DataFrame, name: str, dates: str) -> list[str]:
    """A column of a prepared table as texts for a reader, "" for what is missing.

    >>> from timeline.exports.cells import prepare
    >>> texts(prepare(pd.DataFrame({"when": ["2022-09"], "event": ["a"]})), "when", "words")
    ['September 2022']

    The column `when` is told in words or in EDTF, as `dates` says. Raises `BadTable` for any
    other `dates`.
    """
    if dates not in ("words", "edtf"):
        raise BadTable(f"dates are told as 'words' or as 'edtf', not as {dates!r}")
    if name == "when":
        return words(table) if dates == "words" else labels(table)
    return [_text(value) for value in plain_column(table[name])]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return to_json(value) if isinstance(value, list | dict) else str(value)


def _instants(column: pd.Series) -> list[int | None]:
    known = column.notna().tolist()
    numbers = column.to_numpy().astype("datetime64[s]").astype(np.int64).tolist()
    return [n if k else None for n, k in zip(numbers, known, strict=True)]


def _told(
    start: int | None,
    end: int | None,
    grain: str | None,
    relation: str | None,
    approximate: bool,
    ongoing: bool,
) -> str:
    granularity = Granularity(grain) if grain else None
    about = "about " if approximate else ""
    if start is None and end is None:
        return ""
    if end is None or ongoing:
        assert start is not None or end is not None
        if start is None:
            return f"until {about}{_last(end or 0, granularity)}"
        if relation == "after":
            return f"after {about}{_last(start, granularity)}"
        open_end = ongoing or relation == "since"
        return f"{'since ' if open_end else ''}{about}{_first(start, granularity)}"
    if start is None:
        before = relation == "before"
        shown = _first(end, granularity) if before else _last(end, granularity)
        return f"{'before' if before else 'until'} {about}{shown}"
    first, last = _first(start, granularity), _last(end, granularity) if end > start else ""
    if not last or first == last:
        return about + first
    return f"{about}{first} to {last}"


def _first(start: int, granularity: Granularity | None) -> str:
    if granularity is None or floor(granularity, start) != start:
        granularity = _exact(start)
    return unit(start, granularity)


def _last(end: int, granularity: Granularity | None) -> str:
    """The last unit before a half-open end; an end inside a unit is told as itself."""
    if granularity is not None:
        start = floor(granularity, end - 1)
        if ceiling(granularity, start) == end:
            return unit(start, granularity)
    if end % DAY == 0:
        return unit(end - DAY, Granularity.DAY)
    return unit(end, _exact(end))


def _exact(instant: int) -> Granularity:
    if instant % DAY == 0:
        return Granularity.DAY
    return Granularity.MINUTE if instant % 60 == 0 else Granularity.SECOND


def unit(start: int, granularity: Granularity) -> str:
    """The name of a calendar unit, or the day and the clock time of a moment.

    >>> from timeline.spans import seconds
    >>> unit(seconds(2022, 9, 4), Granularity.DAY), unit(seconds(1990), Granularity.DECADE)
    ('4 September 2022', 'the 1990s')
    """
    if granularity >= Granularity.DAY:
        return unit_name(granularity, start)
    *_, hour, minute, second = civil(start)
    clock = f"{day_in_words(start)}, {hour:02d}:{minute:02d}"
    return f"{clock}:{second:02d}" if granularity is Granularity.SECOND else clock


_UNIT = re.compile(
    r"(?P<whole>week|weekend) of |Q(?P<short>[1-4]) |(?P<part>\w+) (?P<size>half|quarter) of "
    rf"|(?P<season>{'|'.join(SEASONS.values())}) |(?:(?P<day>\d\d?) )?(?P<month>[A-Z][a-z]+) "
)
_YEAR = re.compile(r"(?P<year>\d+)(?:–\d+)?(?P<era> B?CE)?(?:, (?P<clock>\d\d:\d\d(?::\d\d)?))?\Z")
_DECADE = re.compile(r"the (?:(\d+)s|decade from (\d+) BCE)\Z")
_HUNDRED = re.compile(r"(\d+)(?:st|nd|rd|th) century( BCE)?\Z")


def read(text: str) -> TimeSpan:
    """The span that words tell, as `words` writes them, or EDTF.

    >>> read("since August 2022").edtf(), read("about 44 BCE").edtf(), read("2011/2015").edtf()
    ('2022-08/..', '-0043~', '2011/2015')

    Raises `NotATime` for other words.
    """
    bare, clock, ahead = text.rpartition(" UTC")
    if clock:
        return replace(read(bare), zone=read_offset(ahead or "Z"))
    lead, _, rest = text.strip().partition(" ")
    if lead == "about":
        return read(rest).about()
    if lead in ("since", "until", "before", "after"):
        about = rest.startswith("about ")
        span = _read_unit(rest.removeprefix("about "))
        if lead == "since":
            span = span.since(None)
        elif lead == "until":
            span = span.until()
        else:
            span = span.before() if lead == "before" else span.after()
        return span.about() if about else span
    first, to, last = text.partition(" to ")
    return TimeSpan.range(_read_unit(first), _read_unit(last)) if to else _read_unit(first)


def _read_unit(text: str) -> TimeSpan:
    """The calendar unit that `unit` gives this name."""
    if match := _DECADE.match(text):
        year = int(match[1]) if match[1] else 1 - int(match[2])
        return TimeSpan.unit(Granularity.DECADE, seconds(year))
    if match := _HUNDRED.match(text):
        number = int(match[1])
        return TimeSpan.unit(
            Granularity.CENTURY, seconds(100 * (-number if match[2] else number - 1))
        )
    parts = _UNIT.match(text)
    if parts and parts["whole"]:
        # A weekend is told by its two days, "3 – 4 September 2022".
        day = text[parts.end() :].rpartition(" – ")[2]
        return TimeSpan.unit(Granularity(parts["whole"]), _begin(_read_unit(day)))
    match = _YEAR.match(text, parts.end() if parts else 0)
    if match is None or (not parts and (match["clock"] or len(text) == len(match["year"]) == 4)):
        return TimeSpan.from_edtf(text)
    year = int(match["year"])
    year = 1 - year if match["era"] == " BCE" else year
    if not parts:
        return TimeSpan.year(year)
    if parts["short"] or parts["size"]:
        return _read_part(parts, year)
    if parts["season"]:
        month = next(number for number, name in SEASONS.items() if name == parts["season"])
        return TimeSpan.unit(Granularity.SEASON, seconds(year, month))
    if parts["month"] not in MONTHS:
        raise NotATime(f"{text!r} has no month of that name")
    month = MONTHS.index(parts["month"]) + 1
    if not parts["day"]:
        return TimeSpan.month(year, month)
    clock = [int(part) for part in (match["clock"] or "").split(":") if part]
    grain = (Granularity.DAY, Granularity.DAY, Granularity.MINUTE, Granularity.SECOND)[len(clock)]
    return TimeSpan.unit(grain, seconds(year, month, int(parts["day"]), *clock))


def _read_part(parts: re.Match[str], year: int) -> TimeSpan:
    """A half or a quarter of a year: "first half of 2022", "Q1 2022"."""
    if parts["size"] and parts["part"] not in PARTS:
        raise NotATime(f"there is no {parts['part']} {parts['size']} of a year")
    place = int(parts["short"]) - 1 if parts["short"] else PARTS.index(parts["part"])
    grain = Granularity.HALF_YEAR if parts["size"] == "half" else Granularity.QUARTER
    months = 6 if grain is Granularity.HALF_YEAR else 3
    return TimeSpan.unit(grain, seconds(year, 1 + months * place))


def _begin(span: TimeSpan) -> int:
    assert span.start is not None
    return span.start
