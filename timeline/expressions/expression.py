"""A time expression: a slice of its text that knows what it means and why."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.meanings import Figures, Meaning
from timeline.spans import TimeSpan


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3: an extent without its preposition, a type and a value (TimeML 1.2.1).

    >>> import timeline as tl
    >>> timex = tl.find("They have held it since early August.", "2023-03-06")[0].timexes[0]
    >>> timex.text, timex.type, timex.value, timex.mod
    ('early August', 'DATE', '2022-08', 'START')

    `start` and `end` are character offsets in the document, end exclusive. `type` is DATE, TIME,
    DURATION or SET. `span` is what the extent alone means on the calendar.
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

    >>> import timeline as tl
    >>> found = tl.find("They have held it since August.", "2023-03-06")[0]
    >>> found.text, found.meaning, found.span.edtf()
    ('since August', Since(Month(8)), '2022-08/..')

    `start` and `end` are character offsets in the document, end exclusive, and `text` is that
    slice. `timexes` are the TIMEX3s inside. `span` is None where the words have no place on the
    calendar (durations, sets). `anchor` is "published", "story" or "none": what the words lean
    on; `against` is the time they were read from and `occasion` its name, where the text names
    one ("the deployment"). `heads` marks the day that an entry of a diary or of a log, or a letter,
    was written on.
    """

    start: int
    end: int
    text: str
    timexes: tuple[Timex, ...]
    meaning: Meaning
    entry: str
    span: TimeSpan | None
    anchor: str
    against: TimeSpan | None = None
    occasion: str | None = None
    heads: bool = False

    @property
    def why(self) -> str:
        """Why the words are read so, in a line that a reader can check."""
        if self.span is None:
            value = self.timexes[0].value
            return f"{self.text!r} tells how long or how often ({value}), not when"
        told = self.span.edtf()
        if self.anchor == "none" or self.against is None:
            doubt = _doubt(self.meaning, self.timexes[0].span)
            return f"{self.text!r} names {told} itself" + (f", {doubt}" if doubt else "")
        if self.occasion is not None:
            origin = self.against.edtf()
            return f"{self.text!r} counted from the {self.occasion}, which the text dates {origin}"
        if self.anchor == "story":
            before = self.against.timex3
            return f"{self.text!r} read from {before}, where the story stands, is {told}"
        return f"{self.text!r} read from publication on {self.against.timex3} is {told}"


def _doubt(meaning: Meaning, told: TimeSpan) -> str | None:
    """What a date in figures, alone or within, would be in another order."""
    if isinstance(meaning, Figures):
        return meaning.doubt(told)
    inner = getattr(meaning, "what", None) or getattr(meaning, "first", None)
    return _doubt(inner, told) if isinstance(inner, Meaning) else None
