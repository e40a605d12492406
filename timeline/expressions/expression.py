"""A time expression: a slice of its text that knows what it means and why."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.meanings import Meaning
from timeline.spans import TimeSpan


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3: an extent without its preposition, a type and a value (TimeML 1.2.1).

    `start` and `end` are character offsets in the document, end exclusive. `span` is what the
    extent alone means on the calendar.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    span: TimeSpan


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Time words with their preposition, the entry that read them, and what they resolve to.

    `start` and `end` are character offsets in the document, end exclusive, and `text` is that
    slice. `timexes` are the TIMEX3s inside. `span` is None where the words have no place on the
    calendar (durations, sets). `anchor` is "published", "story" or "none": what the words lean
    on, and `why` says it in a line.
    """

    start: int
    end: int
    text: str
    timexes: tuple[Timex, ...]
    meaning: Meaning
    entry: str
    span: TimeSpan | None
    anchor: str
    why: str
