"""What looks like part of a time and belongs to the words after it: "the summer offensive"."""

from __future__ import annotations

import re

from timeline.languages.en.guardwords import any_of as _any

_NOUN = re.compile(r"\s+[A-Za-z]{3,}")
_FUNCTION = re.compile(rf"\s+(?:{_any('article', 'function')}|\w+ed|\w+ly)\b")


def drop_article(text: str, start: int, end: int) -> int:
    """Where "the summer" begins: the article of "the summer offensive" is the offensive's."""
    if not text[start:end].lower().startswith("the "):
        return start
    right = text[end : end + 16]
    return start + 4 if _NOUN.match(right) and not _FUNCTION.match(right) else start


_BARE_DATE = re.compile(r"the \d{1,2}[ -]", re.IGNORECASE)


def drop_date_article(text: str, start: int, end: int) -> int:
    """Where "the 24 February attack" begins: its article is the attack's."""
    return drop_article(text, start, end) if _BARE_DATE.match(text, start, end) else start


_VAGUE = re.compile(r"(?:a|the) (?=(?:few|several)-)", re.IGNORECASE)


def drop_vague_article(text: str, start: int, end: int) -> int:
    """Where "a several-year stay" begins: its article is the stay's."""
    match = _VAGUE.match(text, start, end)
    return match.end() if match else start


_CENTURY = re.compile(r"the .*-century", re.IGNORECASE)


def drop_building_article(text: str, start: int, end: int) -> int:
    """Where "the 19th-century church" begins: its article is the church's."""
    joined = _CENTURY.fullmatch(text, start, end) and _NOUN.match(text, end, end + 16)
    return start + 4 if joined else start


_NAMED = re.compile(r"['’]? [A-Z]")


def drop_name_article(text: str, start: int, end: int) -> int:
    """Where "the Seven Years' War" tells how long: its article is the war's."""
    last = text.rfind(" ", start, end) + 1
    named = text[last].isupper() and not text[start:end].isupper()
    article = text[start : start + 4].lower() == "the "
    return start + 4 if named and article and _NAMED.match(text, end, end + 3) else start


TRIMS = {
    "the_number": drop_name_article,
    "season": drop_article,
    "bare_season": drop_article,
    "day": drop_date_article,
    "hyphened": drop_vague_article,
    "centuries": drop_building_article,
}
