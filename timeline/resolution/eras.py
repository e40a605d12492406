"""Years told without their era: "In 217 he won" of 217 BC, and "In 451 they met" of AD 451."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise, zip_longest

from timeline.expressions import Phrase
from timeline.languages import Narration

#: A bare year is so near to one that the text tells with its era.
NEAR = 120


#: A year after Christ that leaves out its era is so near to the one told before.
NEXT = 450


def recognise(
    text: str, narration: Narration, read: Callable[[str], Iterable[Phrase]]
) -> list[Phrase]:
    """The phrases that `read` finds, years among them that leave out their era.

    Such a year stands behind a year with its era, not too far from it in time, and before nothing
    that it could count; it is read as if the era stood behind it. Years of three digits need no
    era before them if they stand near one another: "In 793 they came. In 865 they stayed."

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> text = "He came in 218 BC. In 217 he won, and in 216 ships he left."
    >>> found = recognise(text, english().narration, reader(english()).recognise)
    >>> [text[phrase.start : phrase.end] for phrase in found]
    ['in 218 BC', 'In 217']
    """
    if narration.era.search(text) is None:
        return list(read(text))
    bare = _bare(text, narration)
    if not bare:
        return list(read(text))
    ends = [end for end, _ in bare]
    parts = [text[first:last] for first, last in pairwise((0, *ends, len(text)))]
    names = [name for _, name in bare]
    # Where the names of the eras that are put in begin in the longer text.
    passed = accumulate((len(name) for name in names), initial=0)
    begins = [end + before for end, before in zip(ends, passed, strict=False)]

    def place(offset: int) -> int:
        """Where an offset of the longer text lies in the text itself."""
        number = bisect_left(begins, offset)
        if not number:
            return offset
        put = begins[number - 1] - ends[number - 1] + len(names[number - 1])
        return max(offset - put, ends[number - 1])

    found = []
    for phrase in read(
        "".join(part + name for part, name in zip_longest(parts, names, fillvalue=""))
    ):
        marks = tuple(m._replace(start=place(m.start), end=place(m.end)) for m in phrase.marks)
        found.append(phrase._replace(start=place(phrase.start), end=place(phrase.end), marks=marks))
    return found


def _bare(text: str, narration: Narration) -> list[tuple[int, str]]:
    """Where the years end that leave out their era, with what it is called."""
    earlier, later = narration.era_names
    known: list[int] = []
    found: list[tuple[int, str]] = []
    before = False
    last: int | None = None
    century: int | None = None
    waiting: tuple[int, int] | None = None
    for match in narration.years.finditer(text):
        told, year = match["ad"] or match["ce"], match["bare"] or match["season"]
        if match["bc"]:
            known.append(int(match["bc"]))
            before = True
        elif told or match["century"]:
            before = False
            last = int(told) if told else last
        elif match["nth"]:
            century = narration.centuries[match["nth"]]
        elif before:
            if any(abs(int(year) - each) <= NEAR for each in known[-3:]):
                found.append((match.end(), earlier))
        elif match["season"]:
            last = int(year)
            found.append((match.end(), later))
        elif (match["firm"] or match["month"]) and len(match["bare"]) == 3:
            year, end = int(match["bare"]), match.end("bare")
            goes_on = last is not None and abs(year - last) <= NEXT
            if goes_on or (century is not None and abs(year - century) <= NEAR):
                found.append((end, later))
                last = year
            elif waiting is not None and abs(year - waiting[0]) <= NEAR:
                found += [(waiting[1], later), (end, later)]
                last = year
            waiting = (year, end)
    return found
