"""How a phrase stands in its text: what is between it and the one before, and what is around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.resolution.lines import heads_line
from timeline.spans import DAY

# A line that is no longer than this, and no sentence, is a heading.
HEADING = 90
# Lives last so many years; what lasts less, a war or a reign.
LIVED = (30, 116)
# So many characters before a life is a name: "Ana Ruiz (Danish: [ruˈis]; 1860–1943)".
_NEAR = 80
# So far from the beginning an obituary tells who died.
OPENING = 400
# What stands before a life in brackets: a name, and perhaps "b." or "born".
_NAMED = re.compile(r"[^\W\d_][\w.’'-]*[,”\"]? \((?:[^()\d]*[;,] )?(?:[^\W\d_]{1,4}\. ?|[a-z]+ )?$")


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


def is_life(text: str, start: int, end: int, born: int, died: int) -> bool:
    """Whether two times in brackets behind a name tell a life: "Ann Lee (1736–1784)".

    Their words stand from `start` to `end`; `born` begins the first time, `died` ends the second.

    >>> text = "Ann Lee (1736–1784) led them."
    >>> is_life(text, 9, 18, -7_384_000_000, -5_838_000_000)
    True
    """
    years = (died - born) / (365.25 * DAY)
    if not (LIVED[0] <= years <= LIVED[1] and text.startswith(")", end)):
        return False
    return _NAMED.search(text, max(0, start - _NEAR), start) is not None


def is_obituary(text: str, phrases: Sequence[Phrase], narration: Narration) -> bool:
    """Whether a text begins with somebody's death, as one of these weeks: "Ann Lee, who has died",
    "Ann Lee died on 3 May"."""
    found = narration.dying.search(text, 0, OPENING)
    if found is None or found["late"]:
        return found is not None
    told = next((p for p in phrases if p.start >= found.end()), None)
    return told is not None and told.start <= found.end() + 4 and told.meaning.leans == "bare"


def is_heading(text: str, phrase: Phrase) -> bool:
    """Whether a phrase stands in a heading."""
    first = text.rfind("\n", max(0, phrase.start - HEADING), phrase.start)
    last = text.find("\n", phrase.end, phrase.end + HEADING)
    if last < 0 or (first < 0 and phrase.start > HEADING):
        return False
    return last - first <= HEADING and text[last - 1] not in '.!?,;"”'
