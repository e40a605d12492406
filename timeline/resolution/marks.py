"""The TIMEX3s of a phrase: type and value of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.expressions import Phrase, Timex
from timeline.meanings import After, Anchor, Before, Between, By, Meaning, Since, Until
from timeline.resolution.grain import read
from timeline.spans import Granularity, TimeSpan

# A part of the day, of a day that nobody knows, and an hour that nobody knows of a day.
_UNPLACED = re.compile(r"XXXX-\S*T|[\dX-]+TXX")
TIMES = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR, Granularity.PART_OF_DAY)


def marks(text: str, phrase: Phrase, anchor: Anchor, span: TimeSpan) -> Iterator[Timex]:
    """The TIMEX3s of a phrase of a text, each with its own value; `span` is the whole's."""
    meaning = phrase.meaning
    spans: list[TimeSpan]
    ends = _ends(meaning)
    if ends is not None and len(phrase.marks) == 2:
        spans = list(ends.ends(anchor))
    elif len(phrase.marks) == 1 and phrase.marks[0].meaning is meaning:
        spans = [span]
    else:
        spans = [read(mark.meaning, anchor) for mark in phrase.marks]
    for mark, own in zip(phrase.marks, spans, strict=True):
        yield Timex(
            mark.start,
            mark.end,
            text[mark.start : mark.end],
            timex_type(mark.meaning, own),
            own.timex3,
            mark.meaning.mod,
            own,
        )


def _ends(meaning: Meaning) -> Between | None:
    """The two ends that are told, or of which one is: "until April or May"."""
    told = meaning.what if isinstance(meaning, After | Before | By | Since | Until) else meaning
    return told if isinstance(told, Between) else None


def timex_type(meaning: Meaning, span: TimeSpan) -> str:
    """DATE, TIME, DURATION or SET, as TimeML 1.2.1 tells them apart.

    >>> from timeline.meanings import Weekday
    >>> timex_type(Weekday(4), TimeSpan.day(2023, 3, 10))
    'DATE'
    """
    if meaning.timex_type is not None:
        return meaning.timex_type
    value = span.value
    if value is not None and value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    if value is not None and _UNPLACED.match(value):
        return "TIME"
    return "TIME" if span.granularity in TIMES else "DATE"
