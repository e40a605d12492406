"""Dates as people write them into the cells of a table: '12 March 2021', 'c. 1850', '44 BC'."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from timeline.documents import Published, read_published
from timeline.errors import ImpossibleDate, NoPublicationDate, NotATime, TimelineError
from timeline.languages import english
from timeline.resolution import Publication, resolve
from timeline.spans import Granularity, TimeSpan
from timeline.table.moments import read_cell

Texts = Sequence[str]
# "1914-18", which is no month of 1914.
_SHORT_YEARS = re.compile(r"\d{4}-\d\d")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?:,? (\d.*))?")
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?:,? (\d.*))?")
_ABOUT = "~≈?"
# Two digits for a year are 1969 to 2068, as POSIX has it for strptime.
_TURN = 69
_A_DAY = Publication(0)
_OPEN = ("to", "ongoing")
_WORDS = re.compile(r"[^\W\d_TXYZ]|\d[/.]\d\d?[/.]|[–—≈~?]")
_SERIAL = re.compile(r"[234]\d{4}(\.\d+)?")


@cache
def table_words() -> dict[str, Any]:
    """What people write over and into the columns of their tables (`languages/en/tables.toml`)."""
    text = files("timeline.languages").joinpath("en", "tables.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that cannot be read as a date, and why; `undated` if only a publication date lacks."""

    text: str
    why: str
    undated: bool = field(default=False, repr=False)


def read_dates(
    texts: Iterable[str], published: object = None, *, day_first: bool | None = None
) -> list[TimeSpan | Refused | None]:
    """What the cells of a column of dates mean; None where nothing is known.

    >>> column = ["12 March 2021", "c. 1850", "44 BC", "1914–1918", "13/12/2020", "soon", ""]
    >>> [span.edtf() if isinstance(span, TimeSpan) else span for span in read_dates(column)]
    ['2021-03-12', '1850~', '-0043', '1914/1918', '2020-12-13',
     Refused(text='soon', why="'soon' is no date"), None]

    Cells are EDTF or ISO 8601, or words as `find` reads them. Words that lean on the day they
    were written on ("last May") need `published`. Of dates in numbers, those with points have
    the day first (13.12.2020); the others (4/3/2020) are read as the rest of the column shows,
    or as `day_first` says, and refused where neither tells. A year of two digits lies between
    1969 and 2068 (POSIX).
    """
    column = list(texts)
    told = (
        None if published is None else _publication(read_published(published, day_first=day_first))
    )
    first = _day_first(column) if day_first is None else day_first
    seen: dict[str, TimeSpan | Refused | None] = {}
    for text in column:
        if text not in seen:
            seen[text] = _read(text, told, first)
    return [seen[text] for text in column]


def _publication(told: Published) -> Publication:
    return Publication(told.instant, told.granularity is Granularity.SECOND)


def _day_first(texts: Texts) -> bool | None:
    """Whether dates such as 13/12/2020 show that the day comes first; None if they do not tell."""
    found = [match for text in texts if (match := _NUMBERS.fullmatch(text.strip()))]
    slashed = [(int(m[1]), int(m[3])) for m in found if m[2] != "."]
    day, month = any(a > 12 for a, _ in slashed), any(b > 12 for _, b in slashed)
    return day if day != month else None


def _read(text: str, told: Publication | None, day_first: bool | None) -> TimeSpan | Refused | None:
    plain = " ".join(text.split())
    if plain.lower() in table_words()["cells"]["unknown"]:
        return None
    try:
        return _span(plain, told, day_first)
    except TimelineError as error:
        return Refused(text, str(error), isinstance(error, NoPublicationDate))


def _span(text: str, told: Publication | None, day_first: bool | None) -> TimeSpan | None:
    try:
        return read_cell(text)
    except ImpossibleDate:
        if not _SHORT_YEARS.fullmatch(text):
            raise
        try:
            return _spoken(text, told)
        except TimelineError:
            pass  # "2023-13"
        raise
    except TimelineError:
        pass  # no EDTF; it may be numbers or words
    if match := _NUMBERS.fullmatch(text):
        return _in_numbers(match, day_first)
    if match := _YEAR_FIRST.fullmatch(text):
        return _clocked(match[1], match[3], match[4], match[5])
    begun = _still_so().fullmatch(text)
    if begun:
        begin = _span(begun[1], told, day_first)
        return begin and begin.since(told.at if told else None)
    bare = _without_about(text)
    span = _spoken(bare, told)
    return span if bare == text else span.about()


@cache
def _still_so() -> re.Pattern[str]:
    """A date with "to present" behind it, or a dash with nothing behind it."""
    words = {name: "|".join(map(re.escape, table_words()["cells"][name])) for name in _OPEN}
    to, now = (words[name] for name in _OPEN)
    return re.compile(
        rf"(.*\d.*?) ?(?:(?:[-–—]| (?:{to})\b)? ?(?:{now})|(?<=\d) ?[-–—])", re.IGNORECASE
    )


def is_ongoing(text: str) -> bool:
    """Whether a cell of ends says that there is none yet: "present"."""
    return text.strip().lower() in table_words()["cells"]["ongoing"]


def in_words(text: str) -> bool:
    """Whether a date is written in words or in one of the orders of numbers, not as ISO 8601."""
    return _WORDS.search(text) is not None


def looks_dated(text: str) -> bool:
    """Whether a cell looks like a date, and not like a number or a word.

    >>> looks_dated("May 1914"), looks_dated("1914"), looks_dated("12"), looks_dated("War")
    (True, True, False, False)
    """
    if text.strip().isdigit() and len(text.strip()) not in (4, 8):
        return False
    return isinstance(read_dates([text], day_first=True)[0], TimeSpan)


def _in_numbers(match: re.Match[str], day_first: bool | None) -> TimeSpan | None:
    a, mark, b, year, clock = match.groups()
    if len(year) == 2:
        year = f"{'19' if int(year) >= _TURN else '20'}{year}"
    if mark == ".":
        day_first = True
    if day_first is None and a != b:
        if max(int(a), int(b)) <= 12:
            raise NotATime(
                f"{match[0]!r} may be {year}-{b:>02}-{a:>02} or {year}-{a:>02}-{b:>02}"
                " (say day_first=True, or False)"
            )
        day_first = int(a) > 12
    return _clocked(year, b if day_first else a, a if day_first else b, clock)


def _clocked(year: str, month: str, day: str, clock: str | None) -> TimeSpan | None:
    date = f"{year}-{month:>02}-{day:>02}"
    if clock is None:
        return read_cell(date)
    read_cell(date)  # a day that no calendar has is told as such
    return _spoken(f"{TimeSpan.from_edtf(date).timex3} {clock}", None)


def _without_about(text: str) -> str:
    """The cell without the words and marks that say it is a guess: "c. 1850", "c1850", "1850?"."""
    bare = text.strip(_ABOUT + " ")
    for word in table_words()["cells"]["about"]:
        rest = bare[len(word) :]
        if bare.lower().startswith(word) and rest[:1] in "0123456789 ":
            return rest.strip()
    return bare


def _spoken(text: str, told: Publication | None) -> TimeSpan:
    found = resolve(text, told or _A_DAY)
    if len(found) != 1 or found[0].end - found[0].start < len(text.rstrip(" .")):
        fault = english().impossible(text)
        if fault is not None:
            raise ImpossibleDate(f"{text!r}: {fault}")
        return _elsewhere(text)
    if found[0].anchor != "none" and told is None:
        raise NoPublicationDate(f"{text!r} leans on the day it was written on")
    span = found[0].span
    if span is None:
        raise NotATime(f"{text!r} tells how long or how often, not when")
    return span


def _elsewhere(text: str) -> TimeSpan:
    """A day in another language than English, which needs a year in figures."""
    if re.search(r"\d{4}", text):
        try:
            day = read_published(text)
        except TimelineError:
            pass
        else:
            return TimeSpan.unit(day.granularity, day.instant)
    serial = " (a date in Excel's own count? format the column as dates)"
    raise NotATime(f"{text!r} is no date{serial if _SERIAL.fullmatch(text) else ''}")
