"""The machine door: a record in, a record with its TIMEX3s and events out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.documents.encodings import whole
from timeline.errors import NoPublicationDate, TimelineError
from timeline.events import Event, read_events
from timeline.expressions import TimeExpression
from timeline.meanings import Each
from timeline.ordering import order
from timeline.resolution import resolve
from timeline.sentences import analyze
from timeline.spans import DAY, civil, offset
from timeline.timelines.finding import publication


def moment(instant: int | None) -> str | None:
    """An instant as ISO 8601: a date at midnight, else a date and time; None out of its reach.

    >>> from timeline.spans import seconds
    >>> moment(seconds(2022, 9, 1)), moment(seconds(2022, 9, 1, 12, 30))
    ('2022-09-01', '2022-09-01T12:30:00')
    """
    if instant is None:
        return None
    year, month, day, hour, minute, second = civil(instant)
    if not 1 <= year <= 9999:
        return None
    date = f"{year:04d}-{month:02d}-{day:02d}"
    if hour == minute == second == 0:
        return date
    return f"{date}T{hour:02d}:{minute:02d}:{second:02d}"


def list_timexes(expressions: Sequence[TimeExpression]) -> list[dict[str, Any]]:
    """The TIMEX3s of expressions as plain records, in the form of `annotate`.

    >>> from timeline.timelines import find
    >>> told = list_timexes(find("They have held it since August.", "2023-03-06"))[0]
    >>> told["text"], told["value"], told["from"], told["to"]
    ('August', '2022-08', '2022-08-01', '2023-03-07')

    Times of the clock are told as it shows them; where its zone is known, `zone` is the offset.
    """
    found = []
    for expression in expressions:
        apart = isinstance(expression.meaning, Each)
        for timex in expression.timexes:
            span = timex.span if apart else expression.span
            begin, end = (moment(span.start), moment(span.end)) if span else (None, None)
            record = {"start": timex.start, "end": timex.end, "text": timex.text}
            record |= {"type": timex.type, "value": timex.value, "mod": timex.mod}
            record |= {"from": begin, "to": end}
            zone = timex.span.zone
            found.append(record if zone is None else record | {"zone": offset(zone)})
    return found


def list_events(text: str, events: Sequence[Event], ranks: Sequence[int]) -> list[dict[str, Any]]:
    """Event mentions as plain records, in the form of `annotate`; `ranks` are their places.

    >>> from timeline.events import Event, Words
    >>> list_events("He left.", [Event(0, 8, 3, 7, 3, 7, Words("He left"))], [1])[0]["text"]
    'left'
    """
    return [
        {
            "start": event.head_start,
            "end": event.head_end,
            "text": text[event.head_start : event.head_end],
            **dict(zip(("from", "to"), _days(event), strict=True)),
            "edtf": event.span.edtf() if event.span is not None else None,
            "to_published": event.to_published,
            "order": place,
            "basis": event.basis,
            "kind": event.kind,
            "status": event.status,
            "salience": event.salience,
            "confidence": event.confidence,
        }
        for event, place in zip(events, ranks, strict=True)
    ]


def _days(event: Event) -> tuple[str | None, str | None]:
    """The day an event begins and the one after it ends; of what is only known to be under way,
    when it surely is. A time of the clock lies within its day, which is never empty."""
    span = event.span
    if span is None:
        return None, None
    begin, end = span.start, span.end
    if span.ongoing and begin is None and event.status in ("asserted", "negated"):
        begin, end = span.start_latest, end or span.end_earliest
    if begin is not None:
        begin -= begin % DAY
    return moment(begin), moment(None if end is None else end + -end % DAY)


def annotate(record: dict[str, Any], lean: str = "past", events: bool = True) -> dict[str, Any]:
    """A document's record with its TIMEX3s and, unless `events` is false, its events.

    >>> import timeline as tl
    >>> found = tl.annotate({"id": "a", "text": "He left last May.", "dct": "2023-03-06"})
    >>> found["timex"][0]["value"], found["events"][0]["text"]
    ('2022-05', 'left')

    `lean` is as in `find`.

    A record has `id`, `text` and `dct`, the publication as an ISO date or date-time. Offsets are
    characters of the text, end exclusive; "from" and "to" are ISO dates, half-open, None where
    open or outside the years 1 to 9999; those of events are whole days, while "edtf" has the time
    of the clock, too. What is only known to be under way at publication gets that day. Types,
    values and modifiers are those of TimeML 1.2.1.
    Raises `NoPublicationDate` without `dct`, `TimelineError` without `text`.
    """
    if not isinstance(record, dict):
        raise TimelineError(f"a record is a dict with a text, not {type(record).__name__}")
    text, published = record.get("text"), record.get("dct")
    if not isinstance(text, str):
        raise TimelineError('the record has no "text"; give it the text of the document')
    if published is None:
        raise NoPublicationDate(
            'the record has no publication date; give it one under "dct", such as "2023-03-06"'
        )
    text = whole(text)
    told = publication(published)
    expressions = resolve(text, told, lean=lean)
    found: dict[str, Any] = {"id": record.get("id"), "timex": list_timexes(expressions)}
    if events:
        read = read_events(text, analyze(text), expressions, told.at)
        found["events"] = list_events(text, read, order(read, told.at).ranks)
    return found
