"""The day that a wire story is written on, where its dateline tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.expressions import Phrase
from timeline.meanings import Anchor, MonthDay
from timeline.spans import DAY

#: A dateline stands so near the head of a text: a place in capitals, the day, an agency, a dash.
HEAD = 400
#: The agency of a dateline, as a part of a pattern: "(Agency)", "/Agency/".
AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)"
_PLACE = re.compile(r"(?:^|\n)\W*[A-Z][A-Z .'’/-]+(?:,[^,\n]{1,30})?,\s*$")
_DASH = re.compile(rf",?\s*{AGENCY}?\s*(?:--|[-–—_])\s")
# A story is printed so long after it was written at most.
PRINTED_IN = 3 * DAY


def written_on(text: str, phrases: Sequence[Phrase], publication: Anchor) -> Anchor:
    """The anchor of what a story says: the day of its dateline, if it was printed soon after.

    >>> from timeline.expressions import reader
    >>> from timeline.languages import english
    >>> from timeline.spans import seconds
    >>> text = "OSLO, March 5 (Agency) -- The talks will end today."
    >>> phrases = list(reader(english()).recognise(text))
    >>> written_on(text, phrases, Anchor(seconds(2023, 3, 6))).day.timex3
    '2023-03-05'

    A dateline that tells the year is looked for where the publication date is.
    """
    first = next(iter(phrases), None)
    if first is None or first.start > HEAD or not isinstance(first.meaning, MonthDay):
        return publication
    day = first.meaning.latest(publication.now).start
    if day is None or not DAY <= publication.today - day <= PRINTED_IN:
        return publication
    if not (_PLACE.search(text[: first.start]) and _DASH.match(text, first.end)):
        return publication
    return replace(publication, published=day, fine=False)
