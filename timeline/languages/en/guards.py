"""What only looks like a time in English, told by the words around it.

A guard takes a text and the offsets of what looks like a time. The words that it looks for stand
in `guards.toml`, and it looks only a few characters to each side, so that many times in a text
cost no more than each alone.
"""

from __future__ import annotations

import re

from timeline.languages.en.asking import asked
from timeline.languages.en.clauseguards import CLAUSE_ENDS, after_that
from timeline.languages.en.guardwords import WORDS as _WORDS
from timeline.languages.en.guardwords import after as _after
from timeline.languages.en.guardwords import any_of as _any
from timeline.languages.en.guardwords import before as _before
from timeline.languages.en.lexicon import WORDS
from timeline.languages.en.nameguards import numbers, person
from timeline.late import pattern

_GENITIVE = pattern(r"['’]s\b")
_COUNTED = pattern(
    rf"\s*(?:%|{_any('year', 'counted')}\b|(?P<next>\w+ {_any('year', 'counted_next')}\b))",
    re.IGNORECASE,
)
_SURELY = _before("year", "surely")
_IN_YEAR = pattern(rf"(?:\b{_any('year', 'before')}|[,(–—-])\s*$", re.IGNORECASE)
_COUNTING = _before("year", "counting", r"\s*")
_BOUND = _before("year", "bounds", r"\s*")
_NUMBERING = pattern(rf"(?:[$£€#]|\b{_any('year', 'numbering')})\s*$", re.IGNORECASE)
_PLURAL = pattern(rf"\s+(?!{_any('year', 'yearly')}\b)[a-z]+s\b")

# Figures joined to other figures are a year only where those are a year or a day as well.
_JOINED_BEFORE = pattern(
    r"(?:^|\W)(?!(?:1\d|20)\d\d-|\d\d?-)\w*\d-$|\d-\d\d?-$|(?<!\d)\d{3}-\d{4}-$"
)
_JOINED_BEHIND = pattern(r"-(?!(?:1\d|20)\d\d(?![\d-]))\d+(?:-\d|\d{2})")


def year(text: str, start: int, end: int) -> bool:
    """Four figures are a year unless they count something.

    >>> year("It fell in 1914.", 11, 15), year("It cost 1914 dollars.", 8, 12)
    (True, False)
    """
    left, right = text[max(0, start - 18) : start], text[end : end + 24]
    if _JOINED_BEFORE.search(left) or _JOINED_BEHIND.match(right) or numbers(text, start, end):
        return False
    if left[-1:] == "-" and left[-2:-1].isdigit() and right[:1] == "-" and right[1:2].isdigit():
        return False
    counted = _COUNTED.match(right)
    if counted is not None and not (counted["next"] and _SURELY.search(left)):
        return False
    if left and left[-1] in "$£€#@/.+":
        return False
    if _GENITIVE.match(right):
        return True
    if right[:1] in ("-", "–") and right[1:2].isalpha():
        return right[1:2].islower()
    if _BOUND.search(left):
        return True
    if _IN_YEAR.search(left):
        return not _COUNTING.search(left)
    if _NUMBERING.search(left):
        return False
    return not _PLURAL.match(right) or not left.strip()


_CHAINED_BEFORE, _CHAINED_BEHIND = pattern(r"[A-Z\d]-$"), pattern(r"-\d")


def chained(text: str, start: int, end: int) -> bool:
    """Years joined by a dash are none in a longer chain, as of a telephone or a spare part.

    >>> chained("It ran 1914-18.", 7, 11), chained("It is AB-1914-18.", 9, 13)
    (True, False)
    """
    short = end - start == 2
    figures = text[start].isdigit()
    if figures and end - start != 4 and _CHAINED_BEHIND.match(text, end, end + 2):
        return False
    return short or _CHAINED_BEFORE.search(text[max(0, start - 2) : start]) is None


_QUOTES = ("'", "’", "‘", "`", '"', "“")
_COUNTS_UNITS = pattern(rf"\s+(?:{'|'.join(WORDS['units'])})\b", re.IGNORECASE)


def whole(text: str, start: int, end: int) -> bool:
    """A bare year is looked at twice; with more words around it, it is plain."""
    if end - start == 3 and text[start] in _QUOTES:
        # "'60 Minutes'" is a title.
        return text[start - 1 : start] not in _QUOTES and not _COUNTS_UNITS.match(text, end)
    return year(text, start, end) if end - start == 4 and text[start].isdigit() else True


_ABOUT = pattern(r"(?:about|around) ", re.IGNORECASE)
# "Talks about early 1992" are about that; "in about 1992" is then, roughly.
_OF_WHAT = pattern(rf"\b{_any('hedged', 'telling')}(?: \w+)? $", re.IGNORECASE)
_POINTED = pattern(rf"about {_any('hedged', 'pointed')}\b", re.IGNORECASE)
_ROUGHLY = _before("hedged", gap=" ")


def hedged(text: str, start: int, end: int) -> bool | None:
    """ "About 1988" is a year unless it counts; "about four hours before" ends its clause."""
    spent = text[start:end].lower().endswith((" before", " after", " later", " back"))
    if spent and after_that(text, start, end) is None:
        return None
    if _ABOUT.match(text, start) and _GENITIVE.match(text, end):
        # "They got around Friday's ruling": the ruling is what they got around.
        return None
    left = text[max(0, start - 30) : start]
    plain = text[start : start + 6].lower() == "about " and not spent
    of_what = plain and (_POINTED.match(text, start) or _OF_WHAT.search(left))
    if of_what and not _ROUGHLY.search(left):
        return None
    figures = text[max(start, end - 4) : end].isdecimal()
    return not (figures and _COUNTED.match(text[end : end + 24]))


_AFTER_MAY, _AFTER_MARCH = _after("month", "after_may"), _after("month", "after_march")
_AFTER_NAME = _after("month", "after_name")
_ENDS_MONTH = pattern(r"\s+[a-z(\d]|\s*[.,;:)?!\"”|–—-]|\s*$")
_BEFORE_MONTH = _before("month", gap="[ -]*")
# "The Long March" was one.
_NAMED_MARCH = pattern(r"\b[Tt]he [A-Z][a-z]+ $")
_IN_MONTH = _before("month", "in_month", "[ -]*")
_NAMES = frozenset(_WORDS["month"]["names"])


def month(text: str, start: int, end: int) -> bool:
    """ "May" and "March" at the head of a sentence may be verbs, and names are names."""
    word = text[start:end].rstrip(".")
    right = text[end : end + 14]
    if person(text, start, end):
        return False
    if _AFTER_NAME.match(right):
        return False
    if word == "May" and _AFTER_MAY.match(right):
        return _IN_MONTH.search(text[max(0, start - 12) : start]) is not None
    if word == "March":
        if _NAMED_MARCH.search(text[max(0, start - 16) : start]):
            return False
        if _AFTER_MARCH.match(right):
            return _IN_MONTH.search(text[max(0, start - 12) : start]) is not None
    if _GENITIVE.match(right) or _ENDS_MONTH.match(right):
        return True
    # A given name has a surname behind it: "April Novak"; a modified noun may not ("May Day").
    left = text[max(0, start - 12) : start]
    return _BEFORE_MONTH.search(left) is not None or word not in _NAMES


_AFTER_SECOND = pattern(rf"\s*(?:[.,;!?]|$|{_any('second', 'after')})")

_SECOND_LASTS, _OF_SECOND = _before("second", "lasting"), _before("second", "of")


def second(text: str, start: int, end: int) -> bool:
    """ "A second" is a time at the end of a clause or before "later", else an ordinal.

    >>> second("It lit for a second, or two.", 11, 19), second("A blast; a second, later.", 9, 17)
    (True, False)
    """
    words, left = text[start:end].lower(), text[max(0, start - 8) : start]
    if not words.endswith("second") or words[:1].isdigit():
        return True
    if _OF_SECOND.search(left):
        return False  # "By 0.16 of a second"
    if text[end : end + 1] == "," and _SECOND_LASTS.search(left) is None:
        return False
    return _AFTER_SECOND.match(text[end : end + 10]) is not None


_AFTER_AGE = _after("age")
_WRITTEN = pattern(rf"\b{_any('units', 'written')}$", re.IGNORECASE)
_GOES_ON = _after("units", "goes_on")
_AFTER_UNITS, _BEFORE_UNITS = _after("units"), _before("units")


def units(text: str, start: int, end: int) -> bool:
    """Bare "days" and "years" tell how long after a preposition; "37 years old" is an age."""
    right, left = text[end : end + 12], text[max(0, start - 14) : start]
    if _AFTER_AGE.match(right):
        return False
    if _WRITTEN.search(text, max(0, start - 6), end) and not _GOES_ON.match(text, end, end + 16):
        return False
    return _AFTER_UNITS.match(right) is not None or _BEFORE_UNITS.search(left) is not None


def age(text: str, start: int, end: int) -> bool:
    """ "52 years old" is an age and not a length of time told."""
    return not _AFTER_AGE.match(text[end : end + 12]) and second(text, start, end)


def now(text: str, start: int, end: int) -> bool:
    """ "Now" is a time unless it only calls for attention ("Now, …")."""
    right = text[end : end + 6]
    return not right.startswith((",", "-")) if text[start:end] == "Now" else True


_BUSINESS = _after("business")


def in_business(text: str, start: int, end: int) -> bool:
    """ "In morning trading" and "in late morning" tell when; "in morning dress" how."""
    return not text[start:end].isalpha() or _BUSINESS.match(text, end, end + 12) is not None


def small_hours(text: str, start: int, end: int) -> bool:
    """ "The early hours" are those of a day; "the early hours of the siege" are its own."""
    return not text.startswith(" of ", end)


_SHORT = pattern(_any("short", "words"), re.IGNORECASE)
_BEFORE_SHORT = pattern(
    rf"(?:\b(?:{_any('short', 'before')}|(?P<in_month>{_any('short', 'before_month')}))[ -]|\d\s)$",
    re.IGNORECASE,
)
_SHORT_MONTHS = frozenset(_WORDS["short"]["months"])
_ASKED_FOR = frozenset(_WORDS["short"]["asked"])
_CAPITAL_NEXT = pattern(r" [A-Z][a-z]")


_JOINED_SHORT = pattern(r"\s?[-–]\s?(?:[A-Z][a-z]{2}|\d)")
_LISTED = rf"{_any('short', 'words')}\b"
_LIST_ON = pattern(rf"\s*(?:,|/|,?\s+(?:or|and))\s*{_LISTED}", re.IGNORECASE)
_LIST_BACK = pattern(rf"\b{_LISTED}(?:\s*,\s*|[/–-])$", re.IGNORECASE)


def alone(text: str, start: int, end: int) -> bool:
    """ "Sun" and "Jan" by themselves are names; after a preposition or a full stop they are days.

    Not so "by Sun" and "of Jan", which people and firms do things by and are parts of.
    """
    if _SHORT.fullmatch(text[start:end]) is None or text[end : end + 1] == ".":
        return True
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
        # "Mar-a-Lago"
        return False
    if _JOINED_SHORT.match(text[end : end + 5]) or _LIST_ON.match(text, end, end + 16):
        return True
    if _LIST_BACK.search(text[max(0, start - 9) : start]):
        return True
    if text[start:end].lower() in _ASKED_FOR and asked(text, start, end):
        return True
    before = _BEFORE_SHORT.search(text[max(0, start - 9) : start])
    if before is None:
        return False
    if before["in_month"] and text[start : start + 3].lower() not in _SHORT_MONTHS:
        return False
    return _CAPITAL_NEXT.match(text[end : end + 3]) is None


def month_alone(text: str, start: int, end: int) -> bool:
    """A bare month: neither a short name nor a verb nor a given name."""
    return alone(text, start, end) and month(text, start, end)


_OLD = pattern(r"[ -]old\b")
_PERSON = pattern(rf"[\s-]+{_any('age', 'persons')}\b")
_SHARE = pattern(r"\b(?:an?|one|two|three) quarters?$", re.IGNORECASE)
_SHARED = pattern(r" of (?!an? (?:hour|century|year|day|decade)\b)")
_HEDGED_SHARE = pattern(r"\w (?:a|one) quarter$", re.IGNORECASE)
_BEFORE_LENGTH, _BY = _before("share"), _before("share", "by")


def aged(text: str, start: int, end: int) -> bool:
    """ "A six-year-old boy" is an age; "an 8-month-old truce" tells how long."""
    words = text[start:end].lower()
    behind = _OLD.match(text, end)
    if behind is None and not words.endswith("old"):
        return True
    end = end if behind is None else behind.end()
    return "year" not in words and not _PERSON.match(text[end : end + 14])


_BEFORE_ONE_DAY = pattern(rf"{_any('one_day', 'before')} $")


OUT_OF = _after("one_day", "out_of")
# "On a year-over-year basis".
_COMPOUND = pattern(r"-[a-z]+-")
_AS_MANY = pattern(r"\bas many \w+$")


def is_share(text: str, start: int, end: int) -> bool:
    """Whether a quarter is one of something else than time: "nearly a quarter of the voters".

    >>> is_share("Nearly a quarter left.", 0, 16), is_share("In nearly a quarter.", 3, 19)
    (True, False)
    """
    if _SHARE.search(text, start, end) is None:
        return False
    left = text[max(0, start - 12) : start]
    hedged = _HEDGED_SHARE.search(text, start, end) is not None
    if _SHARED.match(text, end) or _BY.search(left):
        return True
    return hedged and _BEFORE_LENGTH.search(left) is None


def one_day(text: str, start: int, end: int) -> bool:
    """ "One day" is a length only where something lasts it; "the Seven Years" is a name."""
    if is_share(text, start, end):
        return False
    last = text.rfind(" ", start, end) + 1
    if last > start and text[last].isupper() and not text[start:end].isupper():
        return False
    if OUT_OF.match(text, end, end + 10) or _COMPOUND.match(text, end):
        return False
    if _AS_MANY.search(text, max(0, start - 4), end):
        # "The second in as many days" counts days that are told by others.
        return False
    if text[start:end].lower() != "one day":
        return age(text, start, end)
    return _BEFORE_ONE_DAY.search(text[max(0, start - 10) : start].lower()) is not None


def that_sun(text: str, start: int, end: int) -> bool:
    """ "That Sun" is no weekday, and “This Week” is a title."""
    first, _, last = text[start:end].rpartition(" ")
    title = first[:1].isupper() and last[:1].isupper() and last.lower() in WORDS["unit"]
    if title and text[start - 1 : start] in _QUOTES:
        return False
    return alone(text, max(start, text.rfind(" ", start, end) + 1), end)


_PLAIN_SEASONS = frozenset(_WORDS["season"]["plain"])
_NAMED_SEASON, _VERBAL = _after("season", "named"), _after("season", "verbal")
_HELD = _after("season", "held")
_OF_TIME = pattern(r" of (?:\d|that|the (?:same|following|previous))")
_BEFORE_FALL = _before("season", "before_fall", " ")
_BEFORE_THE_FALL = _before("season", "before_the_fall", " ")
_BEFORE_SEASON = _before("season", gap=" ")


def season(text: str, start: int, end: int) -> bool:
    """ "Fall" and "spring" are seasons only where they cannot be anything else."""
    article, _, word = text[start:end].lower().rpartition(" ")
    left, right = text[max(0, start - 14) : start].lower(), text[end : end + 12].lower()
    left += f"{article} " if article else ""
    if word in _PLAIN_SEASONS:
        return not _NAMED_SEASON.match(right)
    if _VERBAL.match(right):
        return _OF_TIME.match(right) is not None
    if _HELD.match(right):
        return True
    if word == "fall" and CLAUSE_ENDS.match(right) and _BEFORE_THE_FALL.search(left):
        return True
    before = _BEFORE_FALL if word == "fall" else _BEFORE_SEASON
    return before.search(left) is not None


_BEHIND_NIGHT = pattern(r"[ -](?P<noun>[a-z]{4,})")
_AT_NIGHT = _before("night", gap=" ")
_NO_NIGHT = frozenset(_WORDS["night"]["named"]) | frozenset(_WORDS["article"]["function"])


def by_night(text: str, start: int, end: int) -> bool:
    """ "Night attacks" and "at night" tell when; a night club is a club.

    >>> by_night("Night attacks began.", 0, 5), by_night("A night club opened.", 2, 7)
    (True, False)
    """
    if _AT_NIGHT.search(text[max(0, start - 6) : start].lower()):
        return True
    behind = _BEHIND_NIGHT.match(text, end, end + 16)
    return behind is not None and behind["noun"] not in _NO_NIGHT


GUARDS = {
    "by_night": by_night,
    "whole": whole,
    "hedged_time": hedged,
    "iso_month": chained,
    "year_short_year": chained,
    "month": month_alone,
    "day": alone,
    "season": season,
    "bare_season": season,
    "until_season": season,
    "by_season": season,
    "hyphened": aged,
    "some_units": units,
    "length": one_day,
    "present": now,
    "in_business": in_business,
    "small_hours": small_hours,
}
