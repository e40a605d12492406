"""TIMEX3 values of the spans in a table, and the spans that TIMEX3 values name."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.errors import TimelineError
from timeline.spans import Granularity, TimeSpan, ceiling, floor

_COMMON = (
    *(Granularity.DAY, Granularity.MONTH, Granularity.YEAR),
    *(Granularity.DECADE, Granularity.CENTURY),
)
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "AU": 23, "WI": 24}
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_PART = re.compile(r"(BC)?(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|AU|WI)\Z")
_LONG = re.compile(r"(BC)?(\d{2,3})\Z")
_PLAIN = re.compile(
    r"(BC)?(\d{4})(-\d\d)?(-\d\d)?"
    r"(T\d\d(?::\d\d)?(?::\d\d)?(?:Z|[+-]\d\d(?::?[0-5]\d)?)?)?(T[A-Z]{2})?\Z"
)


def links_of(
    start: int | None, end: int | None, granularity: str | None, relation: str | None
) -> list[tuple[str, str]]:
    """How TimeML tells the time of a row: the relation to a TIMEX3 value, twice for a stretch.

    >>> from timeline.spans import seconds
    >>> links_of(seconds(2022, 9), seconds(2022, 10), "month", "within")
    [('IS_INCLUDED', '2022-09')]
    >>> links_of(seconds(2011), seconds(2016), "year", "throughout")
    [('BEGUN_BY', '2011'), ('ENDED_BY', '2015')]

    An event within a stretch that is no calendar unit is included in the smallest that holds it.
    """
    grain = Granularity(granularity) if granularity else Granularity.DAY
    if start is None:
        if end is None:
            return []
        return [("BEFORE", _unit(grain, end)) if relation == "before" else _until(grain, end)]
    if relation == "after":
        return [("AFTER", _unit(grain, start - 1))]
    if end is None or relation == "since":
        return [("BEGUN_BY", _unit(grain, start))]
    if relation in ("throughout", "until"):
        whole = floor(grain, start) == start and ceiling(grain, start) == end
        if whole and relation == "throughout":
            return [("SIMULTANEOUS", _unit(grain, start))]
        return [("BEGUN_BY", _unit(grain, start)), _until(grain, end)]
    last = max(start, end - 1)
    holders = [g for g in (grain, *_COMMON) if g >= grain and floor(g, start) == floor(g, last)]
    return [("IS_INCLUDED", _unit(holders[0], start))] if holders else []


def _until(grain: Granularity, end: int) -> tuple[str, str]:
    return "ENDED_BY", _unit(grain, end - 1)


def _unit(grain: Granularity, instant: int) -> str:
    return TimeSpan.unit(grain, instant).timex3


def told(links: dict[str, str]) -> TimeSpan | None:
    """The span that relations to TIMEX3 values tell: the inverse of `links_of`.

    >>> told({"BEGUN_BY": "2011", "ENDED_BY": "2015"}).edtf(), told({"AFTER": "2013"}).edtf()
    ('2011/2015', '[2014..]')
    """
    spans = {rel: span for rel, value in links.items() if (span := span_of(value)) is not None}
    first, last = spans.get("BEGUN_BY"), spans.get("ENDED_BY")
    if first is not None:
        return TimeSpan.range(first, last) if last is not None else first.since(None)
    if last is not None:
        return last.until()
    for rel, span in spans.items():
        if rel in ("IS_INCLUDED", "DURING", "SIMULTANEOUS"):
            return replace(span, relation="throughout" if rel == "SIMULTANEOUS" else "within")
        if rel in ("BEFORE", "AFTER"):
            return span.before() if rel == "BEFORE" else span.after()
    return None


def span_of(value: str) -> TimeSpan | None:
    """The span that a TIMEX3 value of type DATE or TIME names; None where it names none.

    >>> span_of("2022-Q3").edtf(), span_of("BC0044").edtf(), span_of("PAST_REF")
    ('2022-35', '-0043', None)
    >>> span_of("2009-12-15T18:00Z").edtf()
    '2009-12-15T18:00Z'
    """
    try:
        return _span(value)
    except TimelineError:
        return None


def _span(value: str) -> TimeSpan | None:
    if match := _WEEK.match(value):
        week = TimeSpan.week(int(match[1]), int(match[2]))
        if match[3] and week.start is not None:
            return TimeSpan.unit(Granularity.WEEKEND, week.start)
        return week
    if match := _PART.match(value):
        part = match[3]
        code = {"Q": 32, "H": 39}.get(part[0], 0) + int(part[1]) if part[1].isdigit() else 0
        return TimeSpan.from_edtf(f"{_year(match[1], match[2])}-{code or _SEASONS[part]}")
    if match := _LONG.match(value):
        digits = match[2]
        sign = "-" if match[1] else ""
        return TimeSpan.from_edtf(f"{sign}{digits}{'X' * (4 - len(digits))}")
    if match := _PLAIN.match(value):
        date = _year(match[1], match[2]) + (match[3] or "") + (match[4] or "")
        return TimeSpan.from_edtf(date + (match[5] or ""))
    return None


def _year(before: str | None, digits: str) -> str:
    """TIMEX2 counts the years before 1 from 1, EDTF from 0."""
    return f"-{int(digits) - 1:04d}" if before else digits
