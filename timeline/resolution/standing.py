"""How a phrase stands in its text: what is between it and the one before, and what is around it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.resolution.lines import heads_line

# A line of no more characters than this, and no sentence, is a heading.
_HEADING = 90
# So many characters before a phrase tell how it stands, and so many between it and the one before.
_BEFORE, _BETWEEN = 80, 400


@dataclass(frozen=True, slots=True)
class Standing:
    """What the text around a phrase tells: its break from the phrase before, and how it is set.

    `broken` is 0 within a paragraph, 1 behind the end of a line, 2 behind an empty line. It may
    stand in an `inset`, a "which …" between commas, or have `left` the one that the phrase before
    stands in. Counting participles, too, it is `told_of` a thing, or the one before was, of the
    `thing` that it has left. One that `opens` its sentence tells when the rest of it was.
    """

    broken: int
    near: bool
    joined: bool
    heading: bool
    leading: bool
    passing: bool
    perfect: bool
    inset: bool
    told_of: bool
    left: bool
    thing: bool
    opens: bool


def stand(text: str, phrase: Phrase, narration: Narration, begun: int, done: int) -> Standing:
    """How a phrase stands in its text, the phrase before it being from `begun` to `done`."""
    between = text[max(done, phrase.start - _BETWEEN) : phrase.start]
    paragraph = "\n" in between
    before = text[max(0, phrase.marks[0].start - _BEFORE) : phrase.marks[0].start]
    near = not paragraph and narration.sentence.search(between) is None
    first, stop = narration.around(text, phrase.start, phrase.end)
    return Standing(
        broken=2 if "\n\n" in between else int(paragraph),
        near=near,
        joined=near and narration.joining.fullmatch(between.removeprefix(",")) is not None,
        heading=is_heading(text, phrase) or heads_line(text, phrase.start, phrase.end),
        leading=narration.leads(before),
        passing=narration.passes(before),
        perfect=narration.perfect.search(before) is not None,
        inset=narration.inset(before, text[phrase.end : stop]),
        told_of=narration.inset(before, text[phrase.end : stop], participles=True),
        opens=not text[first : phrase.start].strip(" \n\t\"'“‘"),
        left=near and narration.inset(text[max(0, begun - _BEFORE) : begun], between),
        thing=near
        and narration.inset(text[max(0, begun - _BEFORE) : begun], between, participles=True),
    )


def is_heading(text: str, phrase: Phrase) -> bool:
    """Whether a phrase stands in a heading."""
    first = text.rfind("\n", max(0, phrase.start - _HEADING), phrase.start)
    last = text.find("\n", phrase.end, phrase.end + _HEADING)
    if last < 0 or (first < 0 and phrase.start > _HEADING):
        return False
    return last - first <= _HEADING and text[last - 1] not in '.!?,;"”'
