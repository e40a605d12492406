"""Which way a bare English weekday, month or day points, by the words around it."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

_CUES = tomllib.loads(
    resources.files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")
)
# Clause words are sought this far before and after the time.
BEFORE, AFTER = 110, 50


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _cues(future: list[str], infinitive: bool) -> re.Pattern[str]:
    """Future words, past words, and neither: whichever stands nearest decides."""
    ahead = r"(?P<future>" + _any(future)
    if infinitive:
        ahead += r"|to(?= (?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+\b)"
    past = _any(_CUES["past"]["words"])
    participle = rf"(?:\w+ly )?(?!{_any(future)})(?:\w+ed|{past})\b"
    return re.compile(
        rf"(?:(?<![\w-])|(?=['’]))(?:next to\b|{ahead})\b(?!-)(?:(?<= be) {participle})?"
        rf"|(?:be|been|being|get|is|are) {participle}"
        rf"|(?P<past>{past}|(?-i:[a-z]{{2,}}ed)\b(?! to\b))(?!\w))",
        re.IGNORECASE,
    )


_STRONG = _cues(_CUES["future"]["strong"], infinitive=False)
_ALL = _cues(_CUES["future"]["strong"] + _CUES["future"]["weak"], infinitive=True)
_AFTER = re.compile(rf"\s*(?:{_any(_CUES['future']['after'])})\b", re.IGNORECASE)
_END = re.compile(r"(?<=[a-z0-9)\"”’'])[.!?][\"”’']*\s+(?=[A-Z\"“‘`])|\n\s*\n|;")


def lean(text: str, start: int, end: int, kind: str) -> str | None:
    """ "future" or "past" as the clause around a time tells, None where it does not.

    >>> text = "Parliament will vote on Tuesday."
    >>> lean(text, 21, 31, "weekday")
    'future'

    `kind` is "weekday", which points forward only on strong cues, or "month".
    """
    if _AFTER.match(text, end, end + AFTER):
        return "future"
    first = max(0, start - BEFORE)
    for boundary in _END.finditer(text, first, start):
        first = boundary.end()
    told = None
    for match in (_STRONG if kind == "weekday" else _ALL).finditer(text, first, start):
        told = match.lastgroup or told
    return told
