"""Events: who did what, where, whether it happened, who says so, and what dates it."""

from timeline.events.event import Event, Words
from timeline.events.folding import fold
from timeline.events.reading import read_events

__all__ = ["Event", "Words", "fold", "read_events"]
