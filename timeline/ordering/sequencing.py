"""Orders the events of a document by their dates, by what words say, and by a model where sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events import Event
from timeline.events.cues import cues
from timeline.ordering.clues import clues
from timeline.ordering.model import likely
from timeline.ordering.ranking import Order, rank
from timeline.spans import DAY, home_zone


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
    more = (r for r in likely(events) if frozenset((r.first, r.second)) not in known)
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


def estimate_places(events: Sequence[Event], published: int | None) -> list[float]:
    """About when each event was, in seconds: its date, or where its tense or the story puts it."""
    today = float(published - published % DAY) if published is not None else None
    found: list[float] = []
    told = today if today is not None else _first_date(events)
    for event in events:
        span = event.span
        if span is not None and span.start is not None and span.end is not None:
            # A long stretch has its place at its beginning if it went on from there; what is only
            # known to come some time after, where the story has come to.
            if event.basis in ("narrative", "tense"):
                told = min(max(float(span.start), told + 1), span.end - 1.0)
            elif span.relation in ("since", "throughout") or span.ongoing:
                told = float(span.start)
            else:
                told = (span.start + span.end) / 2
            # What is said in the news of the day is said after what it tells.
            said = event.kind == "reporting" and event.basis == "published"
            found.append(span.end - 1.0 if said else told)
        elif today is None:
            found.append(told)
        elif event.to_published == "after":
            found.append((span.start if span and span.start is not None else today) + DAY + 1.0)
        elif event.to_published == "overlap":
            found.append(today + DAY / 2)
        elif span is not None and span.end is not None:
            found.append(min(span.end, today + DAY) - DAY + 1.0)
        else:
            found.append(today)
    return found


def _first_date(events: Sequence[Event]) -> float:
    starts = [e.span.start for e in events if e.span is not None and e.span.start is not None]
    return float(starts[0]) if starts else 0.0
