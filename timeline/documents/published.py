"""The one door through which publication dates come in, in whatever form they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from timeline.errors import ImpossibleDate, TimelineError
from timeline.late import Late
from timeline.spans import DAY, Granularity, civil, seconds

dateparser = Late("dateparser.date")
np = Late("numpy")

_ISO = re.compile(r"(\d{4}-?(?:\d\d-?\d\d|W\d\d-?\d))(?:[T ]\d.*)?")
_LATE_DAY = re.compile(r"(?<!\d)(?:29|[3-9]\d)(?=st|nd|rd|th|\b)")
# Characters of the longest date that anybody writes.
_LONGEST = 100
_ENGLISH = ("en",)
_OTHERS = tuple("fr de es it pt nl pl cs sv da ru uk tr ar fa hi id zh ja ko".split(" "))
_A_LEAP_YEAR = " 2024"


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date: an instant, how fine it is (day or second), and where it was found.

    >>> str(Published(1678113000, Granularity.SECOND, "given"))
    '2023-03-06T14:30:00'
    """

    instant: int
    granularity: Granularity
    why: str

    def __str__(self) -> str:
        year, month, day, hour, minute, second = civil(self.instant)
        if self.granularity is Granularity.DAY:
            return f"{year:04}-{month:02}-{day:02}"
        return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"


def read_published(
    value: object, why: str = "given", *, day_first: bool | None = None
) -> Published:
    """A publication date in any usual form.

    >>> from timeline.documents import read_published
    >>> str(read_published("2023-03-06"))
    '2023-03-06'
    >>> str(read_published("March 6, 2023 10:30 GMT"))
    '2023-03-06T10:30:00'
    >>> str(read_published("6 березня 2023"))
    '2023-03-06'

    Takes ISO 8601, a date written out in English or another common language, a `date`, a
    `datetime` (so a pandas `Timestamp`), a `datetime64` or a `Published`. A time keeps the wall
    clock it was written in, for "on Monday" is the Monday of the newsroom; exactly midnight
    counts as a date without a time, as page metadata mean it. `day_first` says how "03/04/2023"
    is written.

    Raises `ImpossibleDate` for a day that no calendar has, and `TimelineError` for what names no
    single day: "March 2023", "today" (nothing here reads the clock), and "03/04/2023", which is
    March to some and April to others, where `day_first` is None.
    """
    if isinstance(value, Published):
        return value
    if isinstance(value, datetime) and value == value:  # NaT, alone, differs from itself
        return _moment(value, why)
    if isinstance(value, date) and value == value:
        return Published(seconds(value.year, value.month, value.day), Granularity.DAY, why)
    if not isinstance(value, str):
        if isinstance(value, np.datetime64) and not np.isnat(value):
            return read_published(value.astype("datetime64[s]").item(), why)
        message = f"{value!r} is no publication date; write it as 2023-03-06 or 6 March 2023"
        raise TimelineError(message)
    text = " ".join(value[: _LONGEST + 1].split())
    if not text or len(value) > _LONGEST:
        message = f"{text[:40]!r} is no publication date; write it as 2023-03-06 or 6 March 2023"
        raise TimelineError(message)
    return _read_iso(text, why) or _read_written(text, why, day_first)


def _moment(value: datetime, why: str) -> Published:
    instant = seconds(value.year, value.month, value.day, value.hour, value.minute, value.second)
    granularity = Granularity.SECOND if instant % DAY else Granularity.DAY
    return Published(instant, granularity, why)


def _read_iso(text: str, why: str) -> Published | None:
    shape = _ISO.fullmatch(text)
    if shape is None:
        return None
    try:
        date.fromisoformat(shape[1])
    except ValueError as error:
        message = f"there is no such day as {text}: {error}"
        raise ImpossibleDate(message) from None
    try:
        return _moment(datetime.fromisoformat(text), why)
    except ValueError:
        return None  # "2023-03-06 10:30 GMT" is close to ISO 8601, and dateparser reads it


def _read_written(text: str, why: str, day_first: bool | None) -> Published:
    for languages in (_ENGLISH, _OTHERS):
        american, british = (_written(text, languages, order) for order in ("MDY", "DMY"))
        if american is None or british is None:
            continue
        if american != british and day_first is None:
            message = (
                f"{text!r} may be {american.day} {american:%B %Y} "
                f"or {british.day} {british:%B %Y}; "
                f"write it as {american:%Y-%m-%d} or {british:%Y-%m-%d}"
            )
            raise TimelineError(message)
        return _moment(british if day_first else american, why)
    raise _complaint(text)


def _written(text: str, languages: tuple[str, ...], order: str) -> datetime | None:
    found = _parser(languages, order).get_date_data(text).date_obj
    return found if isinstance(found, datetime) else None


@cache
def _parser(languages: tuple[str, ...], order: str) -> Any:
    # A fixed base, and every part required: dateparser fills nothing in and asks no clock.
    settings = {
        "DATE_ORDER": order,
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "REQUIRE_PARTS": ["day", "month", "year"],
    }
    return dateparser.DateDataParser(languages=list(languages), settings=settings)


def _complaint(text: str) -> TimelineError:
    earlier_day = _LATE_DAY.sub("1", text)

    def reads(form: str) -> bool:
        return _written(form, _ENGLISH, "MDY") is not None

    if reads(text + _A_LEAP_YEAR):
        return TimelineError(f"{text!r} names no year; write a whole date, such as 2023-03-06")
    if earlier_day != text and (reads(earlier_day) or reads(earlier_day + _A_LEAP_YEAR)):
        return ImpossibleDate(f"there is no such day as {text}")
    if reads("1 " + text):
        return TimelineError(f"{text!r} names no day; write a whole date, such as 2023-03-06")
    return TimelineError(f"{text!r} is no publication date; write it as 2023-03-06 or 6 March 2023")
