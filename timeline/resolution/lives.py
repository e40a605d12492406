"""Whether a text tells when somebody lived: a life in brackets, an obituary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.expressions import Phrase
from timeline.languages import Narration
from timeline.spans import DAY

# Lives last so many years; what lasts less, a war or a reign.
_LIVED = (30, 116)
# So many characters before a life is a name: "Ana Ruiz (Danish: [ruˈis]; 1860–1943)".
_NEAR = 80
# So far from the beginning an obituary tells who died.
_OPENING = 400
# What stands before a life in brackets: a name, and perhaps "b." or "born".
_NAMED = re.compile(r"[^\W\d_][\w.’'-]*[,”\"]? \((?:[^()\d]*[;,] )?(?:[^\W\d_]{1,4}\. ?|[a-z]+ )?$")


def is_life(text: str, start: int, end: int, born: int, died: int) -> bool:
    """Whether two times in brackets behind a name tell a life: "Ann Lee (1736–1784)".

    Their words stand from `start` to `end`; `born` begins the first time, `died` ends the second.

    >>> text = "Ann Lee (1736–1784) led them."
    >>> is_life(text, 9, 18, -7_384_000_000, -5_838_000_000)
    True
    """
    years = (died - born) / (365.25 * DAY)
    if not (_LIVED[0] <= years <= _LIVED[1] and text.startswith(")", end)):
        return False
    return _NAMED.search(text, max(0, start - _NEAR), start) is not None


def is_obituary(text: str, phrases: Sequence[Phrase], narration: Narration) -> bool:
    """Whether a text begins with somebody's death, as one of these weeks: "Ann Lee, who has died",
    "Ann Lee died on 3 May"."""
    found = narration.dying.search(text, 0, _OPENING)
    if found is None or found["late"]:
        return found is not None
    told = next((p for p in phrases if p.start >= found.end()), None)
    return told is not None and told.start <= found.end() + 4 and told.meaning.leans == "bare"
