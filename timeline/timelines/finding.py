"""Time words to spans: the short way in, for a phrase or a text."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.documents import read_published
from timeline.documents.document import no_publication_date
from timeline.errors import GIVE_A_DATE, ImpossibleDate, NoPublicationDate, NotATime, TimelineError
from timeline.expressions import TimeExpression, Timex
from timeline.languages import english, read_foreign
from timeline.resolution import Publication, resolve
from timeline.spans import Granularity, TimeSpan, offset, seconds


def publication(published: object, day_first: bool | None = None) -> Publication:
    """The publication date in the form that reading takes.

    >>> publication("2023-03-06T14:30")
    Publication(at=1678113000, fine=True)
    >>> publication("2023-03-06T00:00:00").fine, publication("2023-03-06").fine
    (True, False)

    `published` is a date or a date-time in any usual form, `day_first` says how "03/04/2023" is
    meant. Raises `NoPublicationDate` where it is None, `TimelineError` where it is no date.
    """
    if published is None:
        raise no_publication_date("the text")
    if isinstance(published, Publication):
        return published
    told = read_published(published, day_first=day_first)
    # Midnight is where pages and feeds put a day whose time they do not know, but nobody
    # writes it into a date by hand.
    midnight = isinstance(published, str) and _MIDNIGHT.fullmatch(published.strip())
    return Publication(told.instant, bool(midnight) or told.granularity is Granularity.SECOND)


_MIDNIGHT = re.compile(r"\d{4}-\d\d-\d\dT00:00(?::00)?")


def find(
    text: str, published: object = None, lean: str = "past", day_first: bool | None = None
) -> list[TimeExpression]:
    """The time expressions of a text, in order, resolved against its publication date.

    >>> import timeline as tl
    >>> [(e.text, e.span.edtf()) for e in tl.find("Troops left last May.", "2023-03-06")]
    [('last May', '2022-05')]

    `published` is a date in any usual form. Offsets are characters of `text`, end exclusive.
    `lean` is "past" or "future": where a bare weekday or month points when nothing around it
    tells. `day_first` says how "03/04/2023" is written; None is as the other dates of the text
    are, else month first. Raises `NoPublicationDate` without a date, `TimelineError` for another
    `lean`.
    """
    told = publication(published, day_first)
    return resolve(_checked(text), told, lean=lean, day_first=day_first)


def _checked(text: object) -> str:
    if not isinstance(text, str):
        raise TimelineError(f"time words are read from a str, not from {type(text).__name__}")
    return text


# Two days on which nothing was written: what says the same on both needs no publication date.
_EITHER = Publication(seconds(2137, 5, 20)), Publication(seconds(2250, 11, 3))


def _resolve(
    words: str, published: object, lean: str, day_first: bool | None
) -> list[TimeExpression]:
    """The time expressions of a few words, which may all do without a publication date."""
    if published is not None:
        return find(words, published, lean, day_first)
    one, other = (resolve(words, day, lean=lean, day_first=day_first) for day in _EITHER)
    for first, second in zip(one, other, strict=True):
        if _placed(first.span) != _placed(second.span):
            message = (
                f"{first.text!r} has no place on the calendar without a publication date; "
                f"{GIVE_A_DATE}"
            )
            raise NoPublicationDate(message)
    return [_undated(first, second) for first, second in zip(one, other, strict=True)]


def _placed(span: TimeSpan | None) -> tuple[int | None, int | None, str] | None:
    if span is None:
        return None
    return span.start, None if span.ongoing else span.end, span.edtf()


def _undated(first: TimeExpression, second: TimeExpression) -> TimeExpression:
    """The expression without what only its stand-in for a publication date tells.

    "Since 2021" goes on to that day, and here that day is not known.
    """
    one, other = first.span, second.span
    if one is None or other is None or one == other:
        return first
    end = one.end if one.end == other.end else None
    begun = one.start_latest if one.start_latest == other.start_latest else None
    over = one.end_earliest if one.end_earliest == other.end_earliest else None
    return replace(first, span=replace(one, end=end, start_latest=begun, end_earliest=over))


def parse(
    words: str, published: object = None, lean: str = "past", day_first: bool | None = None
) -> TimeSpan:
    """What time words mean, as one span.

    >>> import timeline as tl
    >>> tl.parse("since last September", published="2023-03-06").edtf()
    '2022-09/..'
    >>> tl.parse("from March 2021 to 2023").edtf()
    '2021-03/2023'

    `published`, `lean` and `day_first` are as in `find`; words that mean the same on every day
    need no publication date. Dates written out in other languages ("24 février 2022") are read as
    well. Bounds of the span are seconds since 1970, half-open.
    Raises `NotATime` (a `ValueError`) if the words are no time expression or tell only how long
    or how often, `ImpossibleDate` for a day that no calendar has, `NoPublicationDate` for words
    that need a date and have none.
    """
    text = _checked(words).strip()
    found = _resolve(text, published, lean, day_first)
    if len(found) == 1 and found[0].end - found[0].start == len(text.rstrip(" .")):
        span = found[0].span
        if span is not None:
            return span
        value = found[0].timexes[0].value
        message = f"{words!r} tells how long or how often ({value}), not when; use find() for those"
        raise NotATime(message)
    fault = english().impossible(text)
    if fault is not None:
        raise ImpossibleDate(f"{words!r}: {fault}")
    foreign = read_foreign(text)
    if foreign is not None:
        return foreign.span
    raise NotATime(_not_a_time(words))


def explain(
    words: str, published: object = None, lean: str = "past", day_first: bool | None = None
) -> str:
    """How time words are read: entry, meaning, anchor and span, one block for each expression.

    >>> import timeline as tl
    >>> print(tl.explain("since last September", published="2023-03-06"))
    since last September
      entry    since
      meaning  Since(Last(Month(9)))
      anchor   published: 2023-03-06
      span     2022-09/..  (from 2022-09-01, until at least 2023-03-06)
      timex    'last September' DATE 2022-09
      why      'since last September' read from publication on 2023-03-06 is 2022-09/..

    `published` may be left out as in `parse`; `lean` and `day_first` are as in `find`.
    Raises `NotATime` where there is no time expression in the words, `NoPublicationDate` for words
    that need a date and have none.
    """
    found = _resolve(_checked(words), published, lean, day_first)
    if not (len(found) == 1 and found[0].end - found[0].start == len(words.strip())):
        found = _foreign(words) or found
    if not found:
        raise NotATime(_not_a_time(words))
    day = "unknown" if published is None else _day(publication(published).at)
    return "\n".join(_block(expression, day) for expression in found)


def _foreign(words: str) -> list[TimeExpression]:
    """Words that are a date written out in another language, as one expression."""
    meaning = read_foreign(words.strip())
    if meaning is None:
        return []
    start = len(words) - len(words.lstrip())
    text, span = words.strip(), meaning.span
    end = start + len(text)
    timex = Timex(start, end, text, "DATE", span.timex3, None, span)
    return [
        TimeExpression(start, end, text, (timex,), meaning, "other_language", span, anchor="none")
    ]


def _not_a_time(words: str) -> str:
    shown = words if len(words) <= 60 else words[:57] + "…"
    return f"{shown!r} is no time expression; write one such as 'since last September'"


def _block(expression: TimeExpression, published: str) -> str:
    rows = [("entry", expression.entry), ("meaning", repr(expression.meaning))]
    anchor = expression.anchor
    rows.append(("anchor", f"published: {published}" if anchor == "published" else anchor))
    if expression.span is not None and expression.span.zone is not None:
        rows.append(("zone", _zone(expression.span)))
    if expression.span is not None:
        rows.append(("span", f"{expression.span.edtf()}  ({_bounds(expression.span)})"))
    for timex in expression.timexes:
        mod = f" {timex.mod}" if timex.mod else ""
        rows.append(("timex", f"{timex.text!r} {timex.type} {timex.value}{mod}"))
    rows.append(("why", expression.why))
    return "\n".join([expression.text, *(f"  {name:<8} {told}" for name, told in rows)])


def _zone(span: TimeSpan) -> str:
    """The zone of a span, and as what it is compared with times of other zones."""
    ahead = offset(span.zone) if span.zone else "+00:00"
    same = span.on_clock(0).edtf() if span.zone else "it is"
    return f"UTC{ahead}; told as its clock shows, compared with other zones as {same}"


def _day(instant: int) -> str:
    return TimeSpan.unit(Granularity.DAY, instant).timex3


def _bounds(span: TimeSpan) -> str:
    told = []
    if span.start is not None:
        told.append(f"from {_day(span.start)}")
    if span.ongoing and span.end_earliest is not None:
        told.append(f"until at least {_day(span.end_earliest)}")
    elif span.end is not None:
        told.append(f"up to {_day(span.end - 1)}")
    if span.approximate:
        told.append("approximately")
    return ", ".join(told)
