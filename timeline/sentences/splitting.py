"""Where sentences begin and end.

Rules over the few places where a sentence can end: marks (`.`, `!`, `?`) and line breaks. The cost
is one scan by a regular expression and a look at each candidate's neighbours: linear in the length
of the text, whatever it holds.
"""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.sentences.vocabulary import ABBREVIATIONS, CLOSING, OPENERS, SELF, TITLES

# A mark with the quotes, brackets and footnotes that close with it, or a line break and the white
# space after it. Possessive, and a run of marks is tried only from its first, so that nothing is
# tried twice.
CANDIDATE = re.compile(r"(?<![.!?…])[.!?…]++(?:''|[\"'”’)\]»])*+(?:\s?\[\d{1,3}\])*+(?=\s)|\n\s*+")
OPENING = "\"'“‘`([«—–-•*"
# How far to look for the words beside a candidate: longer runs are no words.
REACH = 40
WRAPPED = 45
# A folded line this much shorter than it could have been was ended on purpose; a list's entry
# always begins one.
SLACK = 6
NEXT = re.compile(r"\S{0,40}")
LISTED = re.compile(r"[-–—•*·] +\S")
# No sentence is longer, in characters: what reads on is a list or a table, and is taken apart, so
# that what is told of each event stays short.
LONGEST = 4_000


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as character ranges, without the white space around them.

    >>> split("Mr. Smith left in Sept. 2019. He was tired.")
    [(0, 29), (30, 43)]

    A blank line always ends a sentence. A single line break does too, unless the text is folded
    into lines of one width; there it does behind a line with room for the next word, as behind a
    heading. What is longer than 4,000 characters is cut after a comma or a word.
    """
    width = folded_at(text)
    ranges: list[tuple[int, int]] = []
    start = 0
    for found in CANDIDATE.finditer(text):
        end = found.end()
        if text[found.start()] == "\n":
            if not ends_at_break(text, found.start(), end, width):
                continue
        elif not ends_at_mark(text, found.start(), end, start):
            continue
        add(text, start, end, ranges)
        start = end
    add(text, start, len(text), ranges)
    return ranges


def add(text: str, start: int, end: int, ranges: list[tuple[int, int]]) -> None:
    """Append the range without the white space at its ends, unless nothing is left."""
    while end - start > LONGEST:
        cut = start + LONGEST
        place = max(text.rfind(mark, start + LONGEST // 2, cut) for mark in (", ", "; "))
        if place < 0:
            place = max(text.rfind(mark, start + 1, cut) for mark in (" ", "\n", "\t"))
        cut = cut if place < 0 else place + 1
        add(text, start, cut, ranges)
        start = cut
    piece = text[start:end]
    body = piece.strip()
    if body:
        first = start + len(piece) - len(piece.lstrip())
        ranges.append((first, first + len(body)))


def folded_at(text: str) -> int:
    """The width at which lines were broken, 0 where they end with sentences."""
    lines = text[:20_000].split("\n")
    inner = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(inner) < 3:
        return 0
    runs_on = [
        len(line)
        for line, after in inner
        if len(line) >= WRAPPED
        and line.rstrip()[-1] not in ".!?:\"”'"
        and after.lstrip()[0].islower()
    ]
    folded = len(runs_on) * 5 >= len(inner) and max(len(line) for line, _ in inner) <= 120
    return max(runs_on) if folded and runs_on else 0


def ends_at_break(text: str, start: int, end: int, width: int) -> bool:
    """Whether the line break from `start` to `end` ends a sentence; `width` is that of the lines of
    a folded text."""
    if text.count("\n", start, end) > 1 or end >= len(text):
        return True
    before = text[max(0, start - REACH) : start].rstrip()
    if text[end].islower() and before and before[-1] not in ".!?:;":
        return False
    if not width:
        return True
    line = text.rfind("\n", max(0, start - width), start) + 1
    word = NEXT.match(text, end)
    return LISTED.match(text, end) is not None or (
        start - line + 1 + (len(word[0]) if word else 0) + SLACK <= width
    )


def ends_at_mark(text: str, start: int, end: int, sentence: int) -> bool:
    """Whether the mark from `start` to `end` ends the sentence that began at `sentence`."""
    tail = text[end : end + REACH].lstrip()
    head = tail.lstrip(OPENING)
    if not head:
        return len(tail) == 0 or tail[0] in "“\"'‘`(["
    following = head[0]
    if following.islower():
        return False
    if text[start] != "." or text[start + 1 : start + 2] == ".":
        return True
    before = text[max(sentence, start - REACH) : start]
    word = before.split()[-1].lstrip("\"'“‘`([«") if before.strip() else ""
    if before.strip() == word and is_marker(word):
        return False
    return ends_after(word, head, quoted=end > start + 1 or tail[0] in '“"`')


def is_marker(word: str) -> bool:
    """Whether a word is the number or letter of a list item ("1", "12", "a", "iv")."""
    return (word.isdigit() and len(word) < 3) or (len(word) == 1 and word.isalpha())


def ends_after(word: str, head: str, quoted: bool) -> bool:
    """Whether the period after `word` ends a sentence that `head` would follow."""
    if word in TITLES:
        return quoted and not head[0].isdigit() and word in ABBREVIATIONS
    initials = len(word) == 1 and word.isupper() and word != SELF
    if not (word in ABBREVIATIONS or initials or ("." in word and is_dotted(word))):
        return True
    opener = re.match(r"[^\W\d_]+", head)
    if opener is None:
        return word in CLOSING
    if quoted:
        return True
    return opener[0] in OPENERS


def is_dotted(word: str) -> bool:
    """Whether a word is letters with periods between ("U.S", "p.m")."""
    return all(len(part) <= 2 and part.isalpha() for part in word.split("."))
