"""Events become rows, in their order, without any library of tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from timeline.documents import Document
from timeline.events import Event

Row: TypeAlias = dict[str, Any]


def list_rows(events: Sequence[Event], ranks: Sequence[int], document: Document) -> list[Row]:
    """The events of one document as plain records with the columns of the event table.

    >>> from timeline.documents import Document
    >>> from timeline.events import Event, Words
    >>> row = list_rows([Event(0, 8, 3, 7, 3, 7, Words("He left"))], [1], Document("He left."))[0]
    >>> row["order"], row["event"], row["start"]
    (1, 'He left', None)

    `ranks` holds the place of each event in the sequence, equal where they cannot be told apart;
    `order` numbers them from 1 without gaps, and rows that share a number stand as in the text.
    Times are seconds since 1970, half-open; what is missing is None.
    """
    places = {rank: place for place, rank in enumerate(sorted(set(ranks)), start=1)}
    chosen = sorted(zip(ranks, events, strict=True), key=lambda pair: (pair[0], pair[1].head_start))
    return [_row(places[rank], event, document) for rank, event in chosen]


def _row(place: int, event: Event, document: Document) -> Row:
    text, span, time = document.text, event.span, event.expression
    return {
        "order": place,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "start_latest": span.start_latest if span else None,
        "end_earliest": span.end_earliest if span else None,
        "when": span.edtf() if span else None,
        "granularity": span.granularity.value if span and span.granularity else None,
        "relation": span.relation if span else None,
        "approximate": bool(span and span.approximate),
        "ongoing": bool(span and span.ongoing),
        "event": event.text,
        "trigger": text[event.trigger_start : event.trigger_end],
        "participants": "; ".join(event.participants) or None,
        "place": event.place,
        "kind": event.kind,
        "status": event.status,
        "attribution": event.attribution,
        "expression": time.text if time else None,
        "basis": event.basis,
        "confidence": event.confidence,
        "salience": event.salience,
        "why": event.why,
        "sentence": text[event.sentence_start : event.sentence_end],
        "sentence_start": event.sentence_start,
        "trigger_start": event.trigger_start,
        "trigger_end": event.trigger_end,
        "expression_start": time.start if time else None,
        "expression_end": time.end if time else None,
        "document": document.id,
        "source": document.source,
        "published": document.published,
    }
