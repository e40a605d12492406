"""Words that have been put together, made fit for a chart: blanks, marks, length."""

from __future__ import annotations

import re

from timeline.sentences.vocabulary import ABBREVIATIONS, WORDS_TOO
from timeline.sentences.words import NOTE, STARS

LONGEST = 110
#: What stands where words were cut.
CUT = "…"
_TIDY = (
    (NOTE, ""),
    (STARS, ""),
    # The next cell of a table.
    (re.compile(r"(?<=\w) \|.*"), ""),
    (re.compile(r" ([,.;:!?)’”])"), r"\1"),
    (re.compile(r"([(“‘]) "), r"\1"),
    (re.compile(r"(?:, ?)+,"), ","),
    (re.compile(r"\(\)"), ""),
    (re.compile(r"(?<=\w) (?=['’]s\b)"), ""),
)
#: What a full stop stays behind at the end.
_STOPPED = ABBREVIATIONS - WORDS_TOO
_EDGES = " ,;:–—-•*·▪◦‣\n\t"


def possessive(name: str) -> str:
    """A name as owner.

    >>> possessive("the mayor"), possessive("the rebels")
    ("the mayor's", "the rebels'")
    """
    return name + ("'" if name.endswith("s") else "'s")


def tidy(text: str, loose: frozenset[str] = frozenset()) -> str:
    """Blanks and marks put right, `loose` words at the end left out, a large first letter.

    >>> tidy("the troops took back Izyum , , in", frozenset(["in"]))
    'The troops took back Izyum'
    """
    text = " ".join(text.split())
    for pattern, instead in _TIDY:
        text = pattern.sub(instead, text)
    text = _balance(_unstopped(text.strip(_EDGES))).strip(_EDGES)
    while True:
        head, _, tail = text.rpartition(" ")
        if head and tail.lower() in loose:
            text = head.rstrip(_EDGES)
        else:
            break
    return text[:1].upper() + text[1:]


def _unstopped(text: str) -> str:
    """A text without its full stop, that of an abbreviation staying: "Acme Corp."."""
    bare = text.rstrip(".")
    last = bare.rpartition(" ")[2]
    short = last in _STOPPED or "." in last or (len(last) == 1 and last.isupper())
    return bare + "." if short and bare != text else bare


def shorten(text: str) -> str:
    """A text cut at a comma or a blank, if it is too long for a chart."""
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    comma = cut.rfind(", ")
    if comma > LONGEST // 2:
        return _balance(cut[:comma])
    return _balance(cut[: cut.rfind(" ")].rstrip(_EDGES)) + f" {CUT}"


def _balance(text: str) -> str:
    """Takes off a quotation mark or bracket whose partner was left behind."""
    for left, right in (("“", "”"), ("(", ")"), ("``", "''")):
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split())
