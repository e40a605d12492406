"""Years of a text on the time before Christ that are told without their era: "In 217 he won"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import pairwise

from timeline.expressions import Phrase
from timeline.languages import Narration

#: A bare year is so near to one that the text tells with its era.
NEAR = 120


def recognise(
    text: str, narration: Narration, read: Callable[[str], Iterable[Phrase]]
) -> list[Phrase]:
    """The phrases that `read` finds, years before Christ among them that leave out their era.

    Such a year stands behind a year with its era, not too far from it in time, and before nothing
    that it could count; it is read as if the era stood behind it.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> text = "He came in 218 BC. In 217 he won, and in 216 ships he left."
    >>> found = recognise(text, english().narration, reader(english()).recognise)
    >>> [text[phrase.start : phrase.end] for phrase in found]
    ['in 218 BC', 'In 217']
    """
    if narration.era.search(text) is None:
        return list(read(text))
    ends, name = _bare(text, narration), narration.era_name
    parts = [text[first:last] for first, last in pairwise((0, *ends, len(text)))]
    # Where the names of the era that are put in begin in the longer text.
    begins = [end + len(name) * number for number, end in enumerate(ends)]

    def place(offset: int) -> int:
        """Where an offset of the longer text lies in the text itself."""
        passed = bisect_left(begins, offset)
        return max(offset - len(name) * passed, ends[passed - 1]) if passed else offset

    found = []
    for phrase in read(name.join(parts)):
        marks = tuple(m._replace(start=place(m.start), end=place(m.end)) for m in phrase.marks)
        found.append(phrase._replace(start=place(phrase.start), end=place(phrase.end), marks=marks))
    return found


def _bare(text: str, narration: Narration) -> list[int]:
    """Where the years end that leave out the era before Christ."""
    known: list[int] = []
    ends: list[int] = []
    before = False
    for match in narration.years.finditer(text):
        if match["bc"]:
            known.append(int(match["bc"]))
            before = True
        elif match["ad"]:
            before = False
        elif before and any(abs(int(match["bare"]) - year) <= NEAR for year in known[-3:]):
            ends.append(match.end("bare"))
    return ends
