"""Words that have been put together, made fit for a chart: blanks, marks, length."""

from __future__ import annotations

import re

LONGEST = 110
_TIDY = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s+([,.;:!?)’”])"), r"\1"),
    (re.compile(r"([(“‘])\s+"), r"\1"),
    (re.compile(r"(?:,\s*)+,"), ","),
    (re.compile(r"\(\s*\)"), ""),
)
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
    for pattern, instead in _TIDY:
        text = pattern.sub(instead, text)
    text = _balance(text.strip(_EDGES).rstrip(".")).strip(_EDGES)
    while True:
        head, _, tail = text.rpartition(" ")
        if head and tail.lower() in loose:
            text = head.rstrip(_EDGES)
        else:
            break
    return text[:1].upper() + text[1:]


def shorten(text: str) -> str:
    """A text cut at a comma or a blank, if it is too long for a chart."""
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    comma = cut.rfind(", ")
    if comma > LONGEST // 2:
        return _balance(cut[:comma])
    return _balance(cut[: cut.rfind(" ")].rstrip(_EDGES)) + " …"


def _balance(text: str) -> str:
    """Takes off a quotation mark or bracket whose partner was left behind."""
    for left, right in (("“", "”"), ("(", ")"), ("``", "''")):
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split())
