"""Cutting a few words of text into the tokens that patterns are written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

# "2007-08" is two years, and so is "1804-06": nobody told a month so then.
_YEARS = "|".join(
    rf"{'1' if last - first > 1 else '[0-9]'}\d{first:02}-{last:02}"
    for first in range(12)
    for last in range(first + 1, 13)
)
# The shapes of figures and marks that no language has to itself, in the order they are tried.
_SHAPES = {
    # "2013-11-25 10:00-11:00" is a stretch, "2013-11-25T10:00-05:00" a time and its zone.
    "isotime": r"""\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d(?::\d\d(?:\.\d+)?)?[+-]\d\d:?\d\d
        |[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[zZ]|\+\d\d:\d\d|[ ][+-]\d{4})?)(?![\w:])""",
    "isodate": r"""\d{4}-\d{1,2}-\d{1,2}(?!\w)|\d{4}/\d{1,2}/\d{1,2}(?![\w/])
        |\d{4}\.\d{1,2}\.\d{1,2}(?!\w|\.\d)""",
    "isoweek": r"\d{4}-[Ww]\d\d(?!\w)",
    # "2022-09" is a month.
    "isomonth": rf"(?!{_YEARS})\d{{4}}-(?:0[1-9]|1[0-2])(?![\w-])",
    "dashes": r"\d{1,2}-\d{1,2}-(?:1[89]|20)\d\d(?![\w])",
    "yearmonth": r"\d{4}-[1-9](?![\w/-])",
    "slashes": r"\d{1,2}/\d{1,2}/\d{2,4}(?![\w/])",
    "dots": r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?![\w.]|\.\d)",
    "slash": r"\d{1,2}/\d{1,2}(?![\w/])",
    "clock": r"\d{1,2}:\d\d(?::\d\d)?(?!\d|:\d)",
    "hourclock": r"\d{1,2}[hH](?:\d\d)?(?!\w)",
    "shortyear": r"['’`]\d\d(?![\w`]|[:.]\d)",
    # "12,2019" is a day and a year that lack their space.
    "number": r"\d+(?:,(?!(?:1[89]|20)\d\d(?!\d))\d+|\.\d+)*",
    "word": r"[^\W\d_]+(?:['’][^\W\d_]{2,})*",
    "mark": r"[^\w\s]",
    "other": r"\w",
}
_PLAIN = {"–": "-", "—": "-", "‑": "-", "’": "'", "`": "'", "−": "-"}


class Token(NamedTuple):
    """A token: its lower-cased text, its place in the words cut, its shape, its text as written.

    >>> Cutter({})("’89")[0]
    Token(lower="'89", start=0, end=3, shape='shortyear', text='’89')
    """

    lower: str
    start: int
    end: int
    shape: str
    text: str


class Cutter:
    """Cuts words into tokens of the shapes that all languages share, and of a language's own.

    >>> cut = Cutter({"abbreviation": "[Ss]ept[.]", "ordinal": r"[0-9]+th"})
    >>> [(token.text, token.shape) for token in cut("Sept. 30th, two-year")][:2]
    [('Sept.', 'abbreviation'), ('30th', 'ordinal')]

    `shapes` are verbose regular expressions by name, tried in their order before the shared ones.
    An "abbreviation" ends with a full stop, which its lower-cased text leaves out.
    """

    def __init__(self, shapes: Mapping[str, str]) -> None:
        named = (f"(?P<{name}>{shape})" for name, shape in {**shapes, **_SHAPES}.items())
        self._pattern = re.compile("|".join(named), re.VERBOSE)

    def __call__(self, text: str) -> list[Token]:
        """The tokens of a text, in order."""
        tokens = []
        for match in self._pattern.finditer(text):
            shape, word = match.lastgroup or "other", match.group()
            lower = word.lower()
            if shape == "abbreviation":
                lower = lower[:-1]
            elif shape == "mark":
                lower = _PLAIN.get(lower, lower)
            elif "’" in lower:
                lower = lower.replace("’", "'")
            tokens.append(Token(lower, match.start(), match.end(), shape, word))
        return tokens
