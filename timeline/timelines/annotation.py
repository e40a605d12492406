"""The machine door: a record in, a record with its TIMEX3s and events out."""

from __future__ import annotations

from typing import Any

from timeline.errors import TimelineError
from timeline.expressions import TimeExpression
from timeline.spans import civil
from timeline.timelines.finding import find


def moment(instant: int | None) -> str | None:
    """An instant as ISO 8601: a date at midnight, else a date and time; None out of its reach.

    >>> from timeline.spans import seconds
    >>> moment(seconds(2022, 9, 1)), moment(seconds(2022, 9, 1, 12, 30))
    ('2022-09-01', '2022-09-01T12:30:00')
    """
    if instant is None:
        return None
    year, month, day, *clock = civil(instant)
    if not 1 <= year <= 9999:
        return None
    date = f"{year:04d}-{month:02d}-{day:02d}"
    return date + ("T{:02d}:{:02d}:{:02d}".format(*clock) if any(clock) else "")


def timexes(expressions: list[TimeExpression]) -> list[dict[str, Any]]:
    """The TIMEX3s of expressions as plain records, in the form of `annotate`."""
    found = []
    for expression in expressions:
        span = expression.span
        begin, end = (moment(span.start), moment(span.end)) if span else (None, None)
        for timex in expression.timexes:
            record = {"start": timex.start, "end": timex.end, "text": timex.text}
            record |= {"type": timex.type, "value": timex.value, "mod": timex.mod}
            found.append(record | {"from": begin, "to": end})
    return found


def annotate(record: dict[str, Any], lean: str = "past") -> dict[str, Any]:
    """A document's record with its TIMEX3s.

    >>> import timeline as tl
    >>> tl.annotate({"id": "a", "text": "He left last May.", "dct": "2023-03-06"})["timex"][0]["value"]
    '2022-05'
    """
    text, published = record.get("text"), record.get("dct")
    if not isinstance(text, str):
        raise TimelineError('the record has no "text"')
    return {"id": record.get("id"), "timex": timexes(find(text, published, lean))}
