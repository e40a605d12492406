"""How a phrase stands in its text: what is between it and the one before, and what is around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.resolution.lines import heads_line
from timeline.spans import DAY, Granularity, TimeSpan

# A line that is no longer than this, and no sentence, is a heading.
HEADING = 90
# Two years in brackets so far apart tell a life, in years; those of a war or a reign are nearer.
LIVED = (30, 110)


@dataclass(frozen=True, slots=True)
class Place:
    """What the text around a phrase tells: its break from the phrase before, and its standing.

    It may stand in an `inset`, a "which …" between commas, or have `left` the one that the phrase
    before stands in. One that `opens` its sentence tells when the rest of it was.
    """

    broken: int
    near: bool
    heading: bool
    leading: bool
    passing: bool
    perfect: bool
    inset: bool
    left: bool
    opens: bool


def stand(text: str, phrase: Phrase, narration: Narration, begun: int, done: int) -> Place:
    """How a phrase stands in its text, the phrase before it being from `begun` to `done`."""
    between = text[max(done, phrase.start - 400) : phrase.start]
    paragraph = "\n" in between
    before = text[max(0, phrase.marks[0].start - 80) : phrase.marks[0].start]
    near = not paragraph and narration.sentence.search(between) is None
    first, stop = narration.around(text, phrase.start, phrase.end)
    return Place(
        broken=2 if "\n\n" in between else int(paragraph),
        near=near,
        heading=is_heading(text, phrase) or heads_line(text, phrase.start, phrase.end),
        leading=narration.leads(before),
        passing=narration.passes(before),
        perfect=narration.perfect.search(before) is not None,
        inset=narration.inset(before, text[phrase.end : stop]),
        opens=not text[first : phrase.start].strip(" \n\t\"'“‘"),
        left=near and narration.inset(text[max(0, begun - 80) : begun], between),
    )


def is_life(text: str, phrase: Phrase, told: Sequence[TimeSpan]) -> bool:
    """Whether two years in brackets tell when somebody lived, and carry no story on."""
    if len(told) != 2 or any(span.granularity is not Granularity.YEAR for span in told):
        return False
    lived = ((told[1].start or 0) - (told[0].start or 0)) / (365 * DAY)
    brackets = (
        text[phrase.start - 1 : phrase.start],
        text[phrase.end : phrase.end + 1],
    )
    return brackets == ("(", ")") and LIVED[0] <= lived <= LIVED[1]


def is_heading(text: str, phrase: Phrase) -> bool:
    """Whether a phrase stands in a heading."""
    first = text.rfind("\n", max(0, phrase.start - HEADING), phrase.start)
    last = text.find("\n", phrase.end, phrase.end + HEADING)
    if last < 0 or (first < 0 and phrase.start > HEADING):
        return False
    return last - first <= HEADING and text[last - 1] not in '.!?,;"”'
