"""Which way a bare English weekday, month or day points, by the words around it."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

_CUES = tomllib.loads(
    resources.files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")
)
# Clause words are sought this far before and after the time.
BEFORE, AFTER = 120, 60


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


_FUTURE, _FUTURE_AFTER = _any(_CUES["future"]["before"]), _any(_CUES["future"]["after"])
_PAST = _any(_CUES["past"]["before"])
_SENTENCE = re.compile(r"(?<=[a-z0-9)\"”’'])[.!?][\"”’']*\s+(?=[A-Z\"“‘])|\n\s*\n|;")
_STRONG_WEEKDAY = re.compile(
    r"(?<!\w)(?:will|shall|'ll|won't|going to|due|set to|slated|scheduled to|to be|is to|are to|"
    r"until|till|plans? to|planned to|expected to|by|next|resume|deadline|would be|as early as|"
    r"as soon as|intends? to|before|coming)(?!\w)",
    re.IGNORECASE,
)


def lean(text: str, start: int, end: int, kind: str) -> str | None:
    """ "future" or "past" as the clause around a time tells, None where it does not.

    >>> text = "Parliament will vote on Tuesday."
    >>> lean(text, 24, 31, "weekday")
    'future'
    """
    left = text[max(0, start - BEFORE) : start]
    cuts = [m.end() for m in _SENTENCE.finditer(left)]
    if cuts:
        left = left[cuts[-1] :]
    right = text[end : end + AFTER]
    stop = _SENTENCE.search(right)
    if stop:
        right = right[: stop.start() + 1]
    if kind == "weekday":
        found = [m.start() for m in _STRONG_WEEKDAY.finditer(left)]
        past = [m.start() for m in _PAST.finditer(left)]
        if found and (not past or past[-1] < found[-1]):
            return "future"
        return "future" if not past and _FUTURE_AFTER.search(right) else None
    found = [m.start() for m in _FUTURE.finditer(left)]
    past = [m.start() for m in _PAST.finditer(left)]
    if found and (not past or past[-1] < found[-1]):
        return "future"
    if not past and _FUTURE_AFTER.search(right):
        return "future"
    return "past" if past else None
