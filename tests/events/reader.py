"""Reads events from a text the way the front room does."""

from __future__ import annotations

from timeline.events import Event, read_events
from timeline.resolution import Publication, resolve
from timeline.sentences import analyze
from timeline.spans import TimeSpan

MONDAY = "2023-03-06"


def instant(date: str) -> int:
    start = TimeSpan.from_edtf(date).start
    assert start is not None
    return start


def events_of(text: str, published: str | None = MONDAY) -> list[Event]:
    at = instant(published) if published else None
    expressions = resolve(text, Publication(at or 0))
    return read_events(text, analyze(text), expressions, at)


def event_of(text: str, trigger: str, published: str | None = MONDAY) -> Event:
    """The event whose trigger begins with a word; a failing test shows all that were found."""
    found = events_of(text, published)
    named = [(text[e.trigger_start : e.trigger_end], e) for e in found]
    chosen = [e for word, e in named if word.split()[0] == trigger.split()[0]]
    assert chosen, f"no event {trigger!r} among {[word for word, _ in named]}"
    return chosen[0]
