"""Reading and writing the Extended Date/Time Format (ISO 8601-2:2019)."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.errors import ImpossibleDate, NotATime
from timeline.spans.civil import DAY, ceiling, civil, floor, seconds, ymd
from timeline.spans.granularity import Granularity

SPRING, QUARTER, HALF = 21, 33, 40
_ZONE = r"Z|[+-]\d\d(?::?[0-5]\d)?"
_DATE = re.compile(
    r"(?P<year>Y-?\d{5,}|-?\d{4}|-?\d{3}X|-?\d\dXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?"
    r"(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    rf"(?P<zone>{_ZONE})?)?(?P<mark>[~?%]?)"
)


class Unit(NamedTuple):
    """One calendar unit: its first moment, its granularity, its zone in minutes from UTC."""

    start: int
    granularity: Granularity
    zone: int | None = None


class Bounds(NamedTuple):
    """What an EDTF text says of both ends."""

    first: Unit | None
    last: Unit | None
    relation: str
    approximate: bool


def _year(year: int) -> str:
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}" if abs(year) <= 9999 else f"Y{year}"


def offset(zone: int) -> str:
    """A zone as ISO 8601 writes it behind a time of the clock, from its minutes ahead of UTC.

    >>> offset(0), offset(-300), offset(345)
    ('Z', '-05:00', '+05:45')
    """
    hours, minutes = divmod(abs(zone), 60)
    return f"{'-' if zone < 0 else '+'}{hours:02d}:{minutes:02d}" if zone else "Z"


def read_offset(written: str) -> int:
    """The minutes ahead of UTC of an offset: "Z", "-05", "-0500" and "+05:45".

    >>> [read_offset(text) for text in ("Z", "-05", "-0500", "+05:45", "+2")]
    [0, -300, -300, 345, 120]
    """
    if written in ("Z", "z"):
        return 0
    figures = written[1:].replace(":", "")
    hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > 2 else (figures, "0")
    ahead = int(hours) * 60 + int(minutes)
    return ahead if written[0] == "+" else -ahead


_TOLD = re.compile(rf"T[\d:]+({_ZONE})")


def zone_told(text: str) -> int | None:
    """The zone that an EDTF text tells, in minutes ahead of UTC, without reading the rest of it.

    >>> zone_told("2023-03-05T10:00-05:00/.."), zone_told("2023-03-05T10:00"), zone_told("2023")
    (-300, None, None)
    """
    told = _TOLD.search(text)
    return None if told is None else read_offset(told[1])


def moment(start: int, granularity: Granularity) -> str:
    """One unit as EDTF; weeks, weekends and parts of days have no unit and give their first day.

    >>> moment(seconds(1990), Granularity.DECADE), moment(seconds(2022, 3), Granularity.SEASON)
    ('199X', '2022-21')
    """
    year, month, day = ymd(start)
    text = _year(year)
    if granularity in (Granularity.DECADE, Granularity.CENTURY):
        size, marks = (10, "X") if granularity is Granularity.DECADE else (100, "XX")
        whole = year // size if year >= 0 else -(-year // size)
        digits = 4 - len(marks)
        return f"{'-' if year < 0 else ''}{abs(whole):0{digits}d}{marks}"
    if granularity is Granularity.YEAR:
        return text
    if granularity is Granularity.HALF_YEAR:
        return f"{text}-{HALF + month // 7}"
    if granularity is Granularity.QUARTER:
        return f"{text}-{QUARTER + month // 3}"
    if granularity is Granularity.SEASON:
        return f"{text}-{SPRING + (month // 3 - 1) % 4}"
    if granularity is Granularity.MONTH:
        return f"{text}-{month:02d}"
    text = f"{text}-{month:02d}-{day:02d}"
    if granularity >= Granularity.DAY:
        return text
    _, _, _, hour, minute, second = civil(start)
    if granularity is Granularity.HOUR:
        return f"{text}T{hour:02d}"
    if granularity is Granularity.MINUTE:
        return f"{text}T{hour:02d}:{minute:02d}"
    return f"{text}T{hour:02d}:{minute:02d}:{second:02d}"


# Units that EDTF has no word for: told by the days or minutes that they begin and end with.
_WORDLESS = (Granularity.WEEK, Granularity.WEEKEND, Granularity.PART_OF_DAY)


def _exact(instant: int) -> Granularity:
    """The coarsest of day, minute and second that an instant begins."""
    if instant % DAY == 0:
        return Granularity.DAY
    return Granularity.MINUTE if instant % 60 == 0 else Granularity.SECOND


def _worded(granularity: Granularity, start: int) -> bool:
    """Whether EDTF has a word for the unit; decades and centuries have four figures."""
    long = granularity >= Granularity.DECADE and abs(ymd(start)[0]) > 9999
    return granularity not in _WORDLESS and not long


def _begins(granularity: Granularity, instant: int) -> bool:
    """Whether such a unit, if EDTF has a word for it, begins at `instant`."""
    return _worded(granularity, instant) and floor(granularity, instant) == instant


def _ends(granularity: Granularity, instant: int) -> bool:
    """Whether such a unit, if EDTF has a word for it, ends at `instant`."""
    last = floor(granularity, instant - 1)
    return _worded(granularity, last) and ceiling(granularity, last) == instant


def _first(instant: int, granularity: Granularity | None) -> str:
    """The unit that begins at `instant`."""
    if granularity is None or not _begins(granularity, instant):
        granularity = _exact(instant)
    return moment(instant, granularity)


def _last(instant: int, granularity: Granularity | None) -> str:
    """The last unit before `instant`, the half-open end."""
    if granularity is None or not _ends(granularity, instant):
        granularity = _exact(instant)
    return moment(floor(granularity, instant - 1), granularity)


def _common(start: int, end: int, granularity: Granularity | None) -> Granularity:
    """The unit that both ends can be told in."""
    if granularity and _begins(granularity, start) and _ends(granularity, end):
        return granularity
    return min(_exact(start), _exact(end))


def zoned(text: str, zone: int | None) -> str:
    """A unit with the zone of its clock behind it, if it is a time of the clock.

    >>> zoned("2023-03-05T10:00", -300), zoned("2023-03-05", -300)
    ('2023-03-05T10:00-05:00', '2023-03-05')
    """
    return text if zone is None or "T" not in text else text + offset(zone)


def write(
    start: int | None,
    end: int | None,
    granularities: tuple[Granularity | None, Granularity | None, Granularity | None],
    relation: str,
    approximate: bool,
    zone: int | None = None,
) -> str:
    """A span as EDTF: a unit, an interval, or one of all dates before or after.

    >>> day = Granularity.DAY
    >>> write(seconds(2023, 3, 4), seconds(2023, 3, 6), (day, None, None), "within", False)
    '2023-03-04/2023-03-05'
    >>> write(None, seconds(2015), (Granularity.YEAR, None, None), "before", False)
    '[..2014]'

    Times of the clock have their zone behind them, if it is known (ISO 8601-2, 4.3 and level 0
    of EDTF).
    """
    whole, first, last = granularities
    mark = "~" if approximate else ""
    left = right = ".."
    if first is None and last is None and start is not None and end is not None:
        whole = _common(start, end, whole)
    if start is not None:
        left = zoned(_first(start, first or whole), zone) + mark
    if end is not None:
        right = zoned(_last(end, last or whole), zone) + mark
    if relation == "before" and end is not None:
        return f"[..{right}]"
    if relation == "after" and start is not None:
        return f"[{left}..]"
    if relation == "since":
        return f"{left}/.."
    return left if left == right != ".." else f"{left}/{right}"


def _unit(text: str) -> tuple[Unit, bool]:
    match = _DATE.fullmatch(text)
    if not match:
        message = f"{text!r} is no EDTF date; write one like 2022-09, 199X, 2022-08/.. or -0043~"
        raise NotATime(message)
    year, month, day = match["year"].lstrip("Y"), match["month"], match["day"]
    mark = bool(match["mark"])
    if "X" in year:
        size = 10 ** year.count("X")
        grain = Granularity.DECADE if size == 10 else Granularity.CENTURY
        return Unit(seconds(int(year.rstrip("X")) * size), grain), mark
    number = int(year)
    if month is None:
        return Unit(seconds(number), Granularity.YEAR), mark
    part = int(month)
    if part > 12 and day is None:
        for base, count, grain in (
            (SPRING, 4, Granularity.SEASON),
            (QUARTER, 4, Granularity.QUARTER),
            (HALF, 2, Granularity.HALF_YEAR),
        ):
            if base <= part < base + count:
                width = 12 // count
                offset = 2 if grain is Granularity.SEASON else 0
                return Unit(seconds(number, (part - base) * width + 1 + offset), grain), mark
    if day is None:
        return Unit(seconds(number, part), Granularity.MONTH), mark
    clock = [match[name] for name in ("hour", "minute", "second")]
    grain = (Granularity.DAY, Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)[
        sum(c is not None for c in clock)
    ]
    hour, minute, second = (int(c or 0) for c in clock)
    if hour * 3600 + minute * 60 + second > DAY or minute > 59 or second > 59:
        message = f"{text!r} has an impossible time of day"
        raise ImpossibleDate(message)
    zone = None if match["zone"] is None else read_offset(match["zone"])
    return Unit(seconds(number, part, int(day), hour, minute, second), grain, zone), mark


def read(text: str) -> Bounds:
    """What an EDTF text tells: a unit, an interval, an open interval, or a one-sided set.

    >>> read("2022-08/..").relation, read("[..2014]").relation
    ('since', 'before')

    Raises `NotATime` for anything else, `ImpossibleDate` for a day no calendar has.
    """
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        left, dots, right = text[1:-1].partition("..")
        if dots and right and not left:
            unit, mark = _unit(right)
            end = ceiling(unit.granularity, unit.start)
            return Bounds(None, unit._replace(start=end), "before", mark)
        if dots and left and not right:
            unit, mark = _unit(left)
            return Bounds(unit._replace(start=_before(unit)), None, "after", mark)
    if "/" not in text:
        unit, mark = _unit(text)
        return Bounds(unit, unit, "within", mark)
    left, _, right = text.partition("/")
    first = None if left in ("..", "") else _unit(left)
    last = None if right in ("..", "") else _unit(right)
    relation = "throughout" if first and last else "since" if first else "until"
    mark = bool((first and first[1]) or (last and last[1]))
    if first and last and _parted(last[0], first[0]):
        raise NotATime(f"{text!r} ends before it begins; turn its ends around")
    return Bounds(first and first[0], last and last[0], relation, mark)


def _parted(one: Unit, other: Unit) -> bool:
    """Whether one unit is over before the other begins."""
    zoned = one.zone is not None and other.zone is not None
    ahead = ((one.zone or 0) - (other.zone or 0)) * 60 if zoned else 0
    return other.start + ahead >= ceiling(one.granularity, one.start)


def _before(unit: Unit) -> int:
    """The first moment of the unit before."""
    return floor(unit.granularity, unit.start - 1)
