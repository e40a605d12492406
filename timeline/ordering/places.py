"""About when each event was: its date, or where its tense or the story puts it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events import Event
from timeline.events.dates.bounds import is_old
from timeline.spans import DAY

#: The clauses that carry a story on.
_TELLING = ("main", "coordinate")
#: The tenses of what is so today, or still to come.
_OF_TODAY = ("present", "future")


def estimate_places(events: Sequence[Event], published: int | None) -> list[float]:
    """About when each event was, in seconds since 1970.

    >>> from timeline.events import read_events
    >>> from timeline.sentences import analyze
    >>> text = "The mayor resigned."
    >>> estimate_places(read_events(text, analyze(text), [], 86400), 86400)
    [86401.0]

    A past without a date is of about the day of publication, but where a text tells of old times it
    is of the time that the story has come to.
    """
    today = float(published - published % DAY) if published is not None else None
    found: list[float] = []
    told = today if today is not None else _first_date(events)
    opening = _opening(events, today)
    line = opening
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
            if _carries_on(event) and (is_old(told, today) or opening is None):
                line = told if is_old(told, today) else None
        elif span is not None and span.end is not None and is_by_then(event):
            found.append(span.end - 1.0)
        elif today is None:
            found.append(told)
        elif line is not None and not _is_of_today(event):
            behind = event.aspect.startswith("perfect")
            line += 0 if behind else 1
            place = line - 1 if behind else line
            found.append(place if span is None or span.end is None else min(place, span.end - 1.0))
        elif event.to_published == "after":
            found.append((span.start if span and span.start is not None else today) + DAY + 1.0)
        elif event.to_published == "overlap":
            found.append(today + DAY / 2)
        elif span is not None and span.end is not None:
            found.append(min(span.end, today + DAY) - DAY + 1.0)
        else:
            found.append(today)
    return found


def is_by_then(event: Event) -> bool:
    """Whether an event is told of a time by which it was: "by the spring landings had fallen"."""
    span = event.span if event.basis == "expression" else None
    return span is not None and span.start is None and span.relation == "before"


def _first_date(events: Sequence[Event]) -> float:
    starts = [e.span.start for e in events if e.span is not None and e.span.start is not None]
    return float(starts[0]) if starts else 0.0


def _opening(events: Sequence[Event], today: float | None) -> float | None:
    """When the story of a text begins that tells of old times alone."""
    places = [place for event in events if (place := _dated(event)) is not None]
    return places[0] - 1 if places and is_old(max(places), today) else None


def _dated(event: Event) -> float | None:
    """When an event began that carries a story on and has a date."""
    dated = event.basis == "expression" and event.tense == "past" and _carries_on(event)
    if not dated or event.span is None or event.span.start is None:
        return None
    return float(event.span.start)


def _carries_on(event: Event) -> bool:
    """Whether an event moves a story on: not what is told in passing or in looking back."""
    told = event.verbal and event.link in _TELLING and not event.aspect.startswith("perfect")
    past = not _is_of_today(event) or event.basis == "expression"
    return told and past and event.status in ("asserted", "negated")


def _is_of_today(event: Event) -> bool:
    """Whether a tense tells what is so today, has become so or is to come: not "might leave" or
    "must have left" where that was then."""
    supposed = bool(event.modal) and event.to_published == "before"
    return event.tense in _OF_TODAY and not supposed
