"""Times that only say what an amount or an event is compared with."""

from __future__ import annotations

from timeline.events.layout.scenes import Scene, TimeWords
from timeline.sentences import FINITE

#: Tags of the words of an amount.
_FIGURES = frozenset({"NUM", "SYM", "DET"})


def compares(scene: Scene, time: TimeWords) -> bool:
    """Whether a time only says what something is compared with: "the worst since 1974", "to 418
    million from 475 million, or 8 cents a share, a year earlier"."""
    tokens, small = scene.tokens, scene.words.small
    if tokens[time.first].text.lower() == "since":
        before = tokens[max(0, time.first - 6) : time.first]
        return any(t.xpos == "JJS" or t.lemma.lower() in ("first", "last") for t in before)
    # "In the same quarter of 2023" tells the quarter of both amounts, and only then the year.
    words = tokens[time.first : time.last + 1]
    if any(t.text.lower() in small.alike for t in words):
        return False
    if _against(scene, time):
        return True
    at = time.first - 1
    while at > 0 and (
        tokens[at].tag in _FIGURES
        or tokens[at].lemma in small.units
        or tokens[at].text in small.beside
        or scene.timed[at]
    ):
        at -= 1
    if at < 1 or tokens[at].text.lower() not in small.bases:
        return False
    if tokens[at - 1].text.lower() in small.amounts:  # "more than 300"
        return False
    after = tokens[time.last + 1].text.lower() if time.last + 1 < len(tokens) else ""
    if tokens[time.last].text.lower() in small.backward and after not in small.towards:
        return True
    amount = any(t.tag in ("NUM", "SYM") for t in tokens[at + 1 : time.first])
    return amount or tokens[at - 1].tag in ("NUM", "SYM") or tokens[at - 1].lemma in small.units


def _against(scene: Scene, time: TimeWords) -> bool:
    """Whether a "compared with" stands before a time in its part: "versus a profit a year ago"."""
    tokens, small = scene.tokens, scene.words.small
    for at in range(time.first - 1, -1, -1):
        if tokens[at].text in (",", ";") or tokens[at].xpos in FINITE:
            break
        if tokens[at].text.lower() in small.against:
            return True
    return False
