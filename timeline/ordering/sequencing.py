"""Orders the events of a document by their dates, by what words say, and by a model where sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events import Event
from timeline.events.cues import cues
from timeline.ordering.clues import clues
from timeline.ordering.model import likely
from timeline.ordering.places import estimate_places
from timeline.ordering.ranking import Order, rank
from timeline.spans import home_zone


def order(events: Sequence[Event], published: int | None = None, *, language: str = "en") -> Order:
    """The places of events in time, with the relations they follow from.

    >>> from timeline.events import read_events
    >>> from timeline.ordering import order
    >>> from timeline.sentences import analyze
    >>> text = "The mayor resigned after police searched his house."
    >>> order(read_events(text, analyze(text), [], None)).ranks
    (2, 1)

    Dates decide first; then relations by confidence, each refused that contradicts those before;
    of two events that words relate, the model is not asked.
    Events that nothing tells apart share a rank. Clocks of several zones are compared on the one
    that most are told by (`home_zone`).
    """
    events = _on_one_clock(events)
    told = list(clues(events, cues(language)))
    known = {frozenset((r.first, r.second)) for r in told}
    more = likely(events, known)
    return rank(events, [*told, *more], estimate_places(events, published))


def _on_one_clock(events: Sequence[Event]) -> Sequence[Event]:
    """The events with all their times as the clock shows that most are told by."""
    home = home_zone(event.span for event in events)
    if home is None:
        return events
    return [
        event if event.span is None else replace(event, span=event.span.on_clock(home))
        for event in events
    ]
