"""Seasons of sport and of the stage, terms and sessions in English: "this season", "last term"."""

from __future__ import annotations

import re

from timeline.languages.en.clauseguards import CLAUSE_ENDS
from timeline.languages.en.guardwords import after, any_of, before
from timeline.meanings import Meaning, Repeated, Term
from timeline.patterns import PatternBook
from timeline.spans import Duration, Granularity

book = PatternBook("en")

MONTHS = 12  # in a year


def _term(side: str, months: int, told: bool = False) -> Meaning:
    return Term(side, Duration(((months, Granularity.MONTH),)), told)


@book.entry("spell", "{term}")
def term_of_months(term: int) -> int:
    return term


@book.entry("spell", "{termof} {term}", "2023-03-06 | It ran [last dry season]. | PAST_REF")
def kind_of_term(termof: int, term: int) -> int:
    return term


@book.entry(
    "time",
    """
    (this|the current|the present) {spell}
    [the] (end|close|start|beginning|middle|rest|remainder) of (this|the) {spell}
    """,
    """
    2023-03-06 | He will leave at [the end of the season]. | PRESENT_REF
    2023-03-06 | She has scored eleven goals [this season]. | PRESENT_REF
    2023-03-06 | [This term] he will teach Greek. | PRESENT_REF | 2023-03-06~/2023-09-05~
    2023-03-06 | This term is used of ships. |
    2023-03-06 | The makers of this term had no Latin. |
    2023-03-06 | This term, first heard at sea, means a knot. |
    """,
)
def this_term(spell: int) -> Meaning:
    return _term("present", spell)


@book.entry(
    "time",
    "[the] (last|past) {spell}\nthis past {spell}",
    """
    2023-03-06 | The club came ninth [last season]. | PAST_REF | 2021-03-06~/2023-03-06~
    2023-03-06 | It failed in [the last session]. | PAST_REF
    2023-03-06 | It fell in the last season of the war. |
    2023-03-06 | Shares had closed lower in the last session. |
    2023-03-06 | In her last term she ruled alone. |
    2023-03-06 | They sang “The Last Season” again. |
    """,
)
def last_term(spell: int) -> Meaning:
    return _term("past", spell)


@book.entry(
    "time",
    "[the] (next|coming|upcoming) {spell}\nthis (coming|upcoming) {spell}",
    "2023-03-06 | They move [next season]. | FUTURE_REF | 2023-03-06~/2025-03-05~",
)
def next_term(spell: int) -> Meaning:
    return _term("future", spell)


@book.entry(
    "time",
    "(that|the same|that same) {spell}",
    "2023-03-06 | They rose in [1962]. [That season] he scored. | 1962; PRESENT_REF",
)
def that_term(spell: int) -> Meaning:
    return _term("present", spell, told=True)


@book.entry(
    "time",
    "[the] (previous|preceding) {spell}\nthe {spell} before",
    "2023-03-06 | They rose in [1962]. [The previous season] he had come. | 1962; PAST_REF",
)
def previous_term(spell: int) -> Meaning:
    return _term("past", spell, told=True)


@book.entry(
    "time",
    "(the following|the very next) {spell}\nthe {spell} after",
    "2023-03-06 | They rose in [1962]. [The following season] he left. | 1962; FUTURE_REF",
)
def following_term(spell: int) -> Meaning:
    return _term("future", spell, told=True)


@book.entry(
    "set",
    "(every|each) [single] {spell}",
    "2023-03-06 | They lose it [every season]. | P1Y",
)
def every_term(spell: int) -> Meaning:
    return Repeated("P1Y" if spell == MONTHS else f"P{spell}M", "EVERY")


_WORD = re.compile(r"\bterm$", re.IGNORECASE)
_MEANT_BEFORE, _MEANT = before("term"), after("term")
_EXPLAINED = re.compile(rf",\s+{any_of('term', 'aside')}\b")
# A session of the stock exchange is a day.
_MARKET, _AROUND = re.compile(rf"\b{any_of('term', 'market')}\b", re.IGNORECASE), 120
_TALK = re.compile(r"(?:that|the)(?: same)? session(?: before| after)?", re.IGNORECASE)
_OWNED, _OF = before("term", "owned", " "), after("term", "told")


def term(text: str, start: int, end: int) -> bool:
    """ "This season" is a time; "this term" may be a word, and "her last term" is her own.

    >>> term("He left this term.", 8, 17), term("They use this term of ships.", 9, 18)
    (True, False)
    """
    if _TALK.fullmatch(text, start, end):
        return False  # "That session" is mostly a meeting.
    left = text[max(0, start - 16) : start]
    if text[start:end].lower().endswith("session") and _MARKET.search(
        text, max(0, start - _AROUND), end + _AROUND
    ):
        return False
    title = text[text.rfind(" ", start, end) + 1].isupper() and not text.isupper()
    if title or _OWNED.search(left) or _OF.match(text, end, end + 12):
        return False
    if _WORD.search(text[start:end]) is None:
        return True
    if _MEANT_BEFORE.search(left) or _MEANT.match(text, end, end + 14):
        return False
    if _EXPLAINED.match(text, end, end + 16):
        return False
    return CLAUSE_ENDS.match(text, end, end + 12) is not None or not left.strip(' \n“"')


_TERMS = ("this", "last", "next", "that", "previous", "following")
GUARDS = {f"{which}_term": term for which in _TERMS}
