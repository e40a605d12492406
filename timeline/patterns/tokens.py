"""Cutting a few words of text into the tokens that patterns are written in."""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"""
      (?P<isotime>\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d)?[zZ]?(?![\w:]))
    | (?P<isodate>\d{4}-\d{1,2}-\d{1,2}(?!\w)|\d{4}/\d{1,2}/\d{1,2}(?![\w/])
        |\d{4}\.\d{1,2}\.\d{1,2}(?!\w|\.\d))
    | (?P<isoweek>\d{4}-[Ww]\d\d(?!\w))
    # "2007-08" is two years, and "2022-09" a month.
    | (?P<isomonth>\d\d(?!00-01|01-02|02-03|03-04|04-05|05-06|06-07|07-08|08-09|09-10|10-11|11-12)
        \d\d-(?:0[1-9]|1[0-2])(?![\w-]))
    | (?P<dashes>\d{1,2}-\d{1,2}-(?:1[89]|20)\d\d(?![\w]))
    | (?P<yearmonth>\d{4}-[1-9](?![\w/-]))
    | (?P<slashes>\d{1,2}/\d{1,2}/\d{2,4}(?![\w/]))
    | (?P<dots>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?![\w.]|\.\d))
    | (?P<slash>\d{1,2}/\d{1,2}(?![\w/]))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]|[apAP](?!\w|\.?\s?[mM]\b|\.\w)))
    | (?P<briefclock>\d{1,2}(?::\d\d)?[apAP](?!\w|\.?\s?[mM]\b|\.\w))
    | (?P<hourclock>\d{1,2}[hH](?:\d\d)?(?!\w))
    | (?P<decade>(?:['’`]\d0s|\d{2,3}0['’]?s)(?!\w))
    | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)(?!\w))
    | (?P<shortyear>['’`]\d\d(?![\w]))
    | (?P<number>\d+(?:,(?!(?:1[89]|20)\d\d(?!\d))\d+|\.\d+)*)
    | (?P<halfday>[aApP]\.\s?[mM]\.?(?!\w))
    | (?P<era>B\.\s?C(?:\.\s?E)?\b\.?|A\.\s?D\b\.?|C\.\s?E\b\.?)
    | (?P<zone>(?:U\.S\.\s)?[EPMC]\.[SD]?\.?T\.|G\.M\.T\.)
    | (?P<abbreviation>(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov
        |[Dd]ec|[Mm]on|[Tt]ues?|[Ww]eds?|[Tt]h(?:u|ur|urs)|[Ff]ri|[Ss]at|[Ss]un
        |JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC|[Hh]rs?|[Yy]rs?|[Mm]ins?|[Ss]ecs?|[Cc]a)\.)
    | (?P<genitive>['’]s(?!\w))
    | (?P<word>[^\W\d_]+(?:['’][^\W\d_]{2,})*)
    | (?P<mark>[^\w\s])
    | (?P<other>\w)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A token: its lower-cased text, its place in the words cut, its shape, its text as written.

    >>> cut("’89")[0]
    Token(lower="'89", start=0, end=3, shape='shortyear', text='’89')
    """

    lower: str
    start: int
    end: int
    shape: str
    text: str


def cut(text: str) -> list[Token]:
    """The tokens of a text.

    >>> [token.text for token in cut("Sept. 30, two-year")]
    ['Sept.', '30', ',', 'two', '-', 'year']
    """
    tokens = []
    for match in TOKEN.finditer(text):
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


_PLAIN = {"–": "-", "—": "-", "‑": "-", "’": "'", "`": "'", "−": "-"}
