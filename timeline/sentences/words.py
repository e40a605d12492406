"""Words and marks of a text, as the English Web Treebank cuts them.

Clitics stand alone ("do" "n't", "Moscow" "'s"), hyphens part compounds ("82" "-" "day") except
after a prefix ("co-founder"), abbreviations keep their period ("U.S.", "Sept."), amounts are parted
from their signs ("$" "5").
"""

from __future__ import annotations

import re

from timeline.sentences.vocabulary import ABBREVIATIONS, PREFIXES, TITLES


def _alternatives(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


# Words of their own when they end a sentence.
WORDS_TOO = frozenset(
    ["no", "in", "al", "est", "min", "max", "Miss", "Mass", "Ill", "Wash", "Sat", "Sun"]
)
_CLITIC = r"['’](?:s|S|m|M|d|D|ll|LL|ve|VE|re|RE)\b"
# Every repeat that could be retried from within itself is bounded, so that reading stays linear.
WORD = re.compile(
    r"[^\W\d_]+(?=[ ,;)\n])(?<!cannot)"
    r"|(?:US|A|C|HK|NZ)\$"
    r"|https?://[^\s<>\"”]+[^\s<>\"”.,;:!?)\]]"
    r"|\w[\w.+-]{0,63}@\w[\w-]{0,63}(?:\.\w[\w-]{0,63}){1,5}"
    r"|(?:www\.)?[A-Za-z0-9-]{2,63}\.(?:com|org|net|gov|edu|co\.uk)\b(?:/[^\s<>\"”]*[\w/])?"
    rf"|(?:{_alternatives((TITLES | ABBREVIATIONS) - WORDS_TOO)})\.(?!\w)"
    r"|(?:[A-Za-z]\.){2,8}(?!\w)|(?:[A-Z]\.){1,7}[A-Z]\b|[A-Z]\.(?=\s+[A-Z])(?<!\bI\.)"
    rf"|(?i:{_alternatives(PREFIXES)})-[^\W\d_]+"
    r"|(?:[cC]an|CAN)(?=not\b|NOT\b)"
    r"|[^\W\d_]{1,40}?(?=[nN]['’][tT]\b)|[nN]['’][tT]\b"
    r"|[A-Z]{1,4}(?:&[A-Z]{1,4})+\b"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])"
    rf"|{_CLITIC}"
    r"|['’](?:em|til|cause)\b|['’]\d\ds?\b"
    rf"|[^\W_]+(?:(?!{_CLITIC})['’][^\W_]+)*"
    r"|''|``|\.{2,}|-{2,}|_+|[!?]+"
    r"|\S",
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words and marks between two offsets of a text, as character ranges.

    >>> [("Kyiv’s army didn't."[a:b]) for a, b in tokenize("Kyiv’s army didn't.")]
    ['Kyiv', '’s', 'army', 'did', "n't", '.']
    """
    stop = len(text) if end is None else end
    return [match.span() for match in WORD.finditer(text, start, stop)]
