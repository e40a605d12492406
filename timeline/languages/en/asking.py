"""Whether someone asks for an appointment in English, so that bare hours are hours."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from timeline.languages.en.clauseguards import GAME
from timeline.languages.en.guardwords import after, any_of
from timeline.languages.en.lexicon import WORDS
from timeline.languages.en.nameguards import heads_line
from timeline.late import pattern

_LIST: dict[str, list[str]] = tomllib.loads(
    resources.files(__package__).joinpath("requests.toml").read_text(encoding="utf-8")
)
_ASKING = _LIST["words"]
_ASKED = pattern(
    r"\b(?:" + "|".join(re.escape(word).replace("'", "['’]") for word in _ASKING) + r")\b|['’]ll\b",
    re.IGNORECASE,
)
_SENTENCE = pattern(r"[.!?]\s")
# How far before the time its sentence is looked at.
BEFORE = 120
_COUNTS = pattern(r"\s*(?:%|percent|\d|/|[$£€]|[.,]\d|points?\b|cents?\b|pence\b|dollars?\b)")
_CLOSED = pattern(
    r"\s*(?:[.,;:!?)]|$|(?:and|or|but|at|in the|from|by|to|for|until|of (?:this|next|last)|"
    r"was|were|is|he|she|they|we|it|the|when|with)\b)"
)


def asked(text: str, start: int, end: int) -> bool:
    """Whether someone asks for an appointment, and the clause ends with what may be its time.

    >>> asked("Can we meet Wed or later?", 12, 15), asked("She met Wed Adams.", 8, 11)
    (True, False)
    """
    left = text[max(0, start - BEFORE) : start]
    if _ASKED.search(_SENTENCE.split(left)[-1]) is None:
        return False
    return _CLOSED.match(text, end) is not None


_LED = pattern(r"\b(?:on|from|between|this|for)\s+(?:\d{1,2}/\d{1,2}\W+(?:or|and|to)?\W*)*$")

_LISTED = pattern(r"(?:\s*(?:-|–|,|or|and|to)+\s*\d{1,2}/\d{1,2})+")


# What stands between the date that heads a line and what it tells.
_ENTRY = pattern(r"[*_]*(?:\s[–—-]|:|\s?\|)\s")


def short_date(text: str, start: int, end: int) -> bool | None:
    """ "10/25" is a day behind a preposition, at the head of a list's line, or where someone asks
    for one; else a share.

    >>> short_date("It is on 10/25.", 9, 14), short_date("He got 15/20.", 7, 12)
    (True, None)
    >>> short_date("- 25/10: He resigns.", 2, 7)
    True
    """
    if _LED.search(text[max(0, start - 24) : start]):
        return True
    if heads_line(text, start, end) and _ENTRY.match(text, end):
        return True
    behind = _LISTED.match(text, end)
    return True if asked(text, start, behind.end() if behind else end) else None


def hours(text: str, start: int, end: int) -> bool | None:
    """Bare hours are hours where someone asks for them, and where they count nothing.

    >>> text = "Let's meet tomorrow at 5 or later."
    >>> hours(text, 11, 24), hours("The share fell yesterday at 5.", 15, 29)
    (True, None)
    """
    left = text[max(0, start - BEFORE) : start]
    sentence = _SENTENCE.split(left)[-1]
    if _ASKED.search(sentence) is None:
        return None
    counted = text[start:end].lstrip()[:1].isdigit() and _COUNTS.match(text, end)
    return None if counted else True


# What opens a phrase of its own behind a day: "on the 12th a tram hit a van".
_OPENING = after("day_of_month")


def day_of_month(text: str, start: int, end: int) -> bool | None:
    """ "On the 4th" is a day where nothing is counted behind it ("on the 4th floor").

    >>> day_of_month("He came on the 4th, and left.", 11, 18)
    True
    >>> day_of_month("He lives on the 4th floor.", 12, 19)
    """
    return True if _CLOSED.match(text, end) or _OPENING.match(text, end) else None


_ORDINAL = rf"(?:{'|'.join(WORDS['ordinal'])})"
_FEW = pattern(rf"\bthe {any_of('day_of_month', 'few')}$", re.IGNORECASE)
_COUNTED_ON = pattern(
    rf"\s+(?:and|or)\s+(?:the\s+)?(?:{any_of('day_of_month', 'ranks')}|{_ORDINAL}|\d+[a-z]{{2}})\b"
)
_RANKED = pattern(
    rf"\b{_ORDINAL}\s+(?!(?:{any_of('day_of_month', 'beside')}|{_ORDINAL})\b)[a-z]", re.IGNORECASE
)


def bare_day(text: str, start: int, end: int) -> bool | None:
    """ "On the twelfth" is a day, too, where nothing else in its sentence is counted so.

    >>> bare_day("He left on the twelfth.", 8, 22), bare_day("He left on the 4th.", 8, 18)
    (True, True)
    >>> bare_day("The first man fell on the twelfth.", 19, 33)
    """
    if day_of_month(text, start, end) is None or _COUNTED_ON.match(text, end):
        return None
    words = text[start:end]
    if words[-3].isdigit():
        return True
    left = _SENTENCE.split(text[max(0, start - BEFORE) : start])[-1]
    capital = words.rpartition(" ")[2][0].isupper()  # "the Fourth" is a holiday, or a Beethoven
    if capital or _FEW.search(words) or _RANKED.search(left):
        return None
    game = GAME.search(text, max(0, start - BEFORE // 2), end + BEFORE // 2)
    return True if game is None else None


_ANOTHER = pattern(
    rf"\s+(?:and|or|to|until|till|through)\s+(?:on\s+)?(?:the\s+)?"
    rf"(?:(?:twenty|thirty)[ -])?(?:{_ORDINAL}|\d+[a-z]{{2}})\b"
)


def one_of_days(text: str, start: int, end: int) -> bool | None:
    """Two days told together are days where nothing is counted behind the second.

    >>> one_of_days("It rained on the 4th and 5th.", 13, 20)
    True
    >>> one_of_days("It rained on the 4th and 5th floors.", 13, 20)
    """
    another = _ANOTHER.match(text, end)
    return bare_day(text, start, another.end() if another else end)


_AT_THE_LAST = pattern(r"\b(?:the|a|at|very|this|until|absolute)[ -]$")


def last_short(text: str, start: int, end: int) -> bool | None:
    """ "Last minute" is the one before, but not at the last minute, nor on a last-minute whim.

    >>> last_short("They came last minute.", 10, 21)
    True
    >>> last_short("It was saved at the last minute.", 20, 31)
    """
    closed = _CLOSED.match(text, end)
    return True if closed and not _AT_THE_LAST.search(text[max(0, start - 10) : start]) else None


_DEGREES = pattern(rf"\b(?:{'|'.join(_LIST['degrees'])})\b", re.IGNORECASE)


def decade(text: str, start: int, end: int) -> bool:
    """ "In the 90s" is a decade, but not where it tells how warm, how old or how fast.

    >>> decade("It was made in the 90s.", 15, 22), decade("A high in the 90s.", 10, 17)
    (True, False)
    """
    around = text[max(0, start - BEFORE // 2) : end + 20]
    return _DEGREES.search(around) is None


GUARDS = {
    "the_nineties": decade,
    "the_early_nineties": decade,
    "the_mid_nineties": decade,
    "the_late_nineties": decade,
    "clock_to_loose": day_of_month,
    "last_short": last_short,
    "month_of_spelled_year": day_of_month,
    "day_of_spelled_year": day_of_month,
    "short_dates": short_date,
    "either_short_date": short_date,
    "three_short_dates": short_date,
    "asked_short_date": short_date,
    "from_the_day": one_of_days,
    "relation_to_short": day_of_month,
    "day_at_dotclock": hours,
    "day_at_hour": hours,
    "at_hour_on_day": hours,
    "bare_hours_on_day": hours,
    "bare_hours_then_day": hours,
    "day_bare_hours": hours,
    "on_the_day": bare_day,
    "on_two_days": one_of_days,
    "part_of_the_day": day_of_month,
    "early_hours_of_the_day": day_of_month,
    "relation_to_day": bare_day,
    "weekday_daynum": day_of_month,
}
