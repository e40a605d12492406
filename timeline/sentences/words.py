"""Words and marks of a text, as the English Web Treebank cuts them.

Clitics stand alone ("do" "n't", "Moscow" "'s"), hyphens part compounds ("82" "-" "day") except
after a prefix ("co-founder"), abbreviations keep their period ("U.S.", "Sept."), amounts are parted
from their signs ("$" "5") and keep their unit ("1.2m", "6.30pm").
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.sentences.vocabulary import (
    ABBREVIATIONS,
    CLITICS,
    CUT_SHORT,
    DOLLARS,
    JOINED,
    NOTES,
    PREFIXES,
    TITLES,
    WORDS_TOO,
)


def _alternatives(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_CLITIC = rf"['’](?:{_alternatives(CLITICS)})\b"
# Every repeat that could be retried from within itself is bounded, so that reading stays linear.
WORD = re.compile(
    rf"(?:{_alternatives(DOLLARS)})\$"
    r"|https?://[^\s<>\"”]+[^\s<>\"”.,;:!?)\]]"
    r"|\w[\w.+-]{0,63}@\w[\w-]{0,63}(?:\.\w[\w-]{0,63}){1,5}"
    r"|(?:www\.)?[A-Za-z0-9-]{2,63}\.(?:com|org|net|gov|edu|co\.uk)\b(?:/[^\s<>\"”]*[\w/])?"
    rf"|(?:{_alternatives((TITLES | ABBREVIATIONS) - WORDS_TOO)})\.(?!\w)"
    r"|(?:[A-Za-z]\.){2,8}(?!\w)|(?:[A-Z]\.){1,7}[A-Z]\b|[A-HJ-Z]\.$"
    rf"|(?i:{_alternatives(PREFIXES)})-[^\W\d_]+"
    r"|(?:[cC]an|CAN)(?=not\b|NOT\b)"
    r"|[^\W\d_]{1,40}?(?=[nN]['’][tT]\b)|[nN]['’][tT]\b"
    r"|[A-Z]{1,4}(?:&[A-Z]{1,4})+\b"
    r"|\d+(?:[.,:]\d+){1,6}[^\W\d_]{1,5}(?![^\W_])"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])"
    rf"|{_CLITIC}"
    rf"|['’](?:{_alternatives(CUT_SHORT)})\b|['’]\d\ds?\b"
    rf"|[^\W_]+(?:(?!{_CLITIC})['’][^\W_]+)*"
    r"|''|``|\.{2,}|-{2,}|_+|[!?]+"
    r"|\S",
)

# The marks of notes: "in 1805,[6] where", "[a]", "[citation needed]".
NOTE = re.compile(
    rf"\[(?:\d{{1,3}}(?:[,–-] ?\d{{1,3}}){{0,5}}|[a-z]|(?:{_alternatives(NOTES)})\b[^][]{{0,20}})\]"
)

# Words in bold or italics, as Markdown has them: "to **close** it". At the head of a line they are
# what its entry is about, or when it was.
EMPHASIS = re.compile(r"(?<=[^\s*])[ \t(“\"]{1,3}(\*{1,3})(?![\s*])[^*\n]{1,200}(?<!\s)(\1)(?!\*)")

# Its marks, of which only one may be left where words are put together.
STARS = re.compile(r"(?<!\w)\*{1,3}(?=[\w“\"'])|(?<=[\w.,”\"'])\*{1,3}(?!\w)")

# Longer runs without a space are rare, and not worth keeping.
LONGEST = 40


@lru_cache(maxsize=20_000)
def cut(chunk: str) -> tuple[tuple[int, int], ...]:
    """The words and marks of a run of characters without white space.

    >>> cut("U.S.-led,")
    ((0, 4), (4, 5), (5, 8), (8, 9))
    """
    return tuple(match.span() for match in WORD.finditer(chunk))


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words and marks between two offsets of a text, as character ranges.

    >>> [("Kyiv’s army didn't."[a:b]) for a, b in tokenize("Kyiv’s army didn't.")]
    ['Kyiv', '’s', 'army', 'did', "n't", '.']

    The marks of notes and of emphasis are none of its words, unless there are no others.

    >>> [("to **close** it"[a:b]) for a, b in tokenize("to **close** it")]
    ['to', 'close', 'it']

    The end of the range is taken for the end of a sentence: "Plan B." ends in a mark, while the
    "B." of "B. Hale" is one word.
    """
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    place = start
    for chunk in text[start:stop].split():
        place = text.index(chunk, place)
        after = place + len(chunk)
        if chunk.isalpha() and chunk not in JOINED:
            spans.append((place, after))
        elif after - place > LONGEST:
            spans += [inner.span() for inner in WORD.finditer(text, place, after)]
        else:
            for first, last in cut(chunk):
                spans.append((place + first, place + last))
        place = after
    if spans and spans[-1][1] - spans[-1][0] == 2 and text[spans[-1][1] - 1] == ".":
        place = spans.pop()[0]
        spans += [(place, place + 1), (place + 1, place + 2)]
    unsaid: set[int] = set()
    if text.find("[", start, stop) >= 0:
        unsaid.update(k for note in NOTE.finditer(text, start, stop) for k in range(*note.span()))
    if text.find("*", start, stop) >= 0:
        pairs = EMPHASIS.finditer(text, start, stop)
        unsaid.update(k for pair in pairs for mark in (1, 2) for k in range(*pair.span(mark)))
    return [span for span in spans if span[0] not in unsaid] or spans
