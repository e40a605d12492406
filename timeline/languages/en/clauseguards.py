"""What only looks like a time in English, told by how its clause goes on behind it."""

from __future__ import annotations

import re

from timeline.languages.en.guardwords import WORDS as _WORDS
from timeline.languages.en.guardwords import after as _after
from timeline.languages.en.guardwords import any_of as _any
from timeline.languages.en.guardwords import before as _before

_A_DAY = re.compile(r"\b(?:an?|per|each|every)\s$", re.IGNORECASE)
_HAD = _after("told_before", "had")
CLAUSE_ENDS = re.compile(rf"\s*(?:[.,;:!?)\"”’]|$)|\s+{_any('told_before', 'after')}\b")


def told_before(text: str, start: int, end: int) -> bool | None:
    """ "The day before" at the end of a clause leans on the story; else it is the day of a clause,
    unless that looks back: "The day before it had fallen, too."

    >>> text = "He left the day before. It was the day before he fell."
    >>> told_before(text, 8, 22), told_before(text, 31, 45)
    (True, None)
    """
    if not text[start:end].lower().endswith(("before", "after")):
        return True
    opens = text[start].isupper() and _HAD.match(text, end, end + 12) is not None
    return True if opens or CLAUSE_ENDS.match(text, end, end + 12) else None


def ends_clause(text: str, start: int, end: int) -> bool:
    """ "The other day" is a time where its clause ends: "the other day labourers" are men.

    >>> ends_clause("I met him the other day.", 10, 23), ends_clause("The other day men.", 0, 13)
    (True, False)
    """
    return CLAUSE_ENDS.match(text, end, end + 12) is not None


_STOPS = re.compile(r"\s*(?:[.,;:!?)\"”’—–]|$)")
_THAN = _after("after_that", "than")
_AFTER_THAT = re.compile(
    rf"\s*(?:[.,;:!?)\"”—–-]|$)|\s+(?:{_any('after_that', 'after')}\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)


def after_that(text: str, start: int, end: int) -> bool | None:
    """ "Four years after that it closed" leans on what was told; "after that decision" does not.

    >>> text = "Two days after that he left. Two days after that vote he came."
    >>> after_that(text, 0, 19), after_that(text, 29, 48)
    (True, None)
    """
    words = text[start:end].lower()
    if _THAN.match(text, end, end + 6):
        # "It opened two years later than planned" tells how late.
        return None
    if words.endswith("back"):
        # One may travel two days back to Rome, and back and forth.
        return True if _STOPS.match(text, end, end + 4) else None
    if words.endswith(("before", "after")):
        return True if CLAUSE_ENDS.match(text, end, end + 12) else None
    if not words.endswith(("that", "this")):
        return True
    return True if _AFTER_THAT.match(text, end, end + 12) else None


_OPENS = re.compile(r"(?:^|[.;:!?\n—–]\s*)$")


def opens_sentence(text: str, start: int, end: int) -> bool | None:
    """ "Ten years on, it closed" leans on what was told; "ten years on the book" does not.

    >>> opens_sentence("It fell. A year on, he left.", 9, 18), opens_sentence("A year on it", 0, 9)
    (True, None)
    """
    opens = _OPENS.search(text, max(0, start - 4), start)
    return True if opens and text.startswith(",", end) else None


_GOES_ON = re.compile(rf"\s+{_any('at_the_time', 'clause')}\b")


def at_the_time(text: str, start: int, end: int) -> bool:
    """ "At the time" leans on what was told; "at the time of the flood" and "when" do not."""
    return _GOES_ON.match(text, end, end + 12) is None


_ONE_OF = _after("last_one", "clause")


def last_one(text: str, start: int, end: int) -> bool:
    """ "The last week" is a time; "the last week of the war" is one only with that.

    >>> last_one("In the last week it fell.", 3, 16), last_one("The last week of war.", 0, 13)
    (True, False)
    """
    return _ONE_OF.match(text, end, end + 12) is None


_PART_OF = re.compile(rf" of {_any('part', 'articles')}\b(?P<whole>[^.;!?]{{0,40}})")
_RUNNING = _after("part", "running")
_TIMED = re.compile(rf"\b{_any('part', 'times')}\b|\d{{4}}")
GAME = re.compile(rf"\b{_any('part', 'games')}\b", re.IGNORECASE)


def part_of_year(text: str, start: int, end: int) -> bool:
    """ "The first half" is one of a year, but not of a fine, and not where a game is told.

    Nor does "the second quarter in a row" tell which one it was.

    >>> text = "The first half of the fine was paid in the first half."
    >>> part_of_year(text, 0, 14), part_of_year(text, 39, 53)
    (False, True)
    """
    if _RUNNING.match(text, end, end + 12):
        return False
    part = _PART_OF.match(text, end, end + 50)
    if part is not None and not _TIMED.search(part["whole"]):
        return False
    return GAME.search(text, max(0, start - 80), end + 80) is None


_NOT_AFTER_THE_UNIT = _after("the_unit", "not_after", re.IGNORECASE)
_BEFORE_THE_UNIT = _before("the_unit")
_LONG_UNITS, _BESIDE = frozenset(_WORDS["the_unit"]["long"]), _after("the_unit", "beside")
_BY_THEMSELVES = frozenset(_WORDS["the_unit"]["alone"])
_SAYING = _before("the_unit", "saying", r"\s+\w+\s+")


def the_unit(text: str, start: int, end: int) -> bool:
    """ "The year" tells a time; "the day the …" and "the week that" tell which one it was."""
    right, left = text[end : end + 14], text[max(0, start - 14) : start]
    if text[start:end].lower() in _BY_THEMSELVES and CLAUSE_ENDS.match(right):
        return True
    if _SAYING.search(text[max(0, start - 30) : start]) and _BEFORE_THE_UNIT.search(left):
        return True
    long = text[start:end].rpartition(" ")[2].lower() in _LONG_UNITS
    if long and _BESIDE.match(right) and not CLAUSE_ENDS.match(text, end + len(" before")):
        return _BEFORE_THE_UNIT.search(left) is not None
    return not _NOT_AFTER_THE_UNIT.match(right) and _BEFORE_THE_UNIT.search(left) is not None


_SPELLED = re.compile(r" of the [a-z]+$")
_NOUN = re.compile(r"\s+(?P<noun>[a-z][\w-]*)")
_NO_NOUNS = frozenset(_WORDS["article"]["function"])


_LAST = re.compile(
    r"(?:last|next) (?:(?P<day>day|night|evening|morning|afternoon)|week|month|year)", re.IGNORECASE
)
_BEFORE_DAY = re.compile(rf"(?:\b|(?=[’']s)){_any('last_of_all', 'before')}\s+$", re.IGNORECASE)
_OWNED = re.compile(rf"(?:\b|(?=[’']s)){_any('last_of_all', 'owned')}\s+$", re.IGNORECASE)


def last_of_all(text: str, start: int, end: int) -> bool:
    """ "His last week in Rome" was the last of all, and not the one just over.

    >>> last_of_all("It was his last week there.", 11, 20), last_of_all("He left last week.", 8, 17)
    (True, False)
    """
    told = _LAST.fullmatch(text, start, end)
    if told is None:
        return False
    words = _BEFORE_DAY if told["day"] else _OWNED
    return words.search(text[max(0, start - 8) : start]) is not None


def night_of_the(text: str, start: int, end: int) -> bool | None:
    """ "The night of the third" is one of a month; "the night of the third raid" is not.

    >>> text = "On the night of the third raid they left, and on the night of the third they came."
    >>> night_of_the(text, 3, 25), night_of_the(text, 52, 74)
    (None, True)
    """
    if last_of_all(text, start, end):
        return False
    if _SPELLED.search(text, start, end) is None:
        return True
    noun = _NOUN.match(text, end, end + 20)
    return None if noun is not None and noun["noun"] not in _NO_NOUNS else True


_COUNTED = re.compile(rf"\s+(?:{_any('the_past', 'counts')}|\d+)\b", re.IGNORECASE)


def the_past(text: str, start: int, end: int) -> bool:
    """ "The past" is a time; in "flat for the past three" something is counted.

    >>> the_past("In the past, it rose.", 3, 11), the_past("Flat for the past three.", 9, 17)
    (True, False)
    """
    return _COUNTED.match(text, end, end + 12) is None


_FALLS_ON = re.compile(rf"\b{_any('some_day', 'verbs')} on a $")


def some_day(text: str, start: int, end: int) -> bool | None:
    """ "The feast falls on a Sunday" tells of no day; "open on a Sunday" mostly of this one.

    >>> some_day("It fell on a Sunday.", 13, 19), some_day("Open on a Sunday.", 10, 16)
    (True, None)
    """
    return True if _FALLS_ON.search(text, max(0, start - 16), start) else None


def day_of(text: str, start: int, end: int) -> bool | None:
    """ "The third day of the siege" is counted from the siege, "the third day-long siege" is not.

    >>> day_of("On the third day of the siege.", 3, 16), day_of("A first day-long war.", 2, 11)
    (True, None)
    """
    return True if text.startswith(" of ", end) else None


def day_count(text: str, start: int, end: int) -> bool:
    """ "On day 3" is counted, "a day 3 men" is not.

    >>> day_count("On day 3 he fell.", 3, 8), day_count("A day 3 men fell.", 2, 7)
    (True, False)
    """
    return _A_DAY.search(text[max(0, start - 4) : start]) is None


_NEXT_WHAT = _after("next_alone", flags=re.IGNORECASE)


def next_alone(text: str, start: int, end: int) -> bool | None:
    """ "This week or next" is two weeks; "this week and next Tuesday" tells a day.

    >>> next_alone("This week or next, he said.", 13, 17), next_alone("And next Tuesday.", 4, 8)
    (True, None)
    """
    return None if _NEXT_WHAT.match(text, end, end + 12) else True


GUARDS = {
    "this_or_next": next_alone,
    "on_some_weekday": some_day,
    "past": the_past,
    "the_unit": the_unit,
    "the_fortnight": the_unit,
    "at_the_time": at_the_time,
    "ordinal_day": day_of,
    "day_number": day_count,
    "years_on": opens_sentence,
    "the_last": last_one,
    "the_last_decade": last_one,
    "the_other_day": ends_clause,
    "small_month": ends_clause,
    "the_unit_before": told_before,
    "the_unit_after": told_before,
    "units_earlier": told_before,
    "units_later": told_before,
    "earlier_this": told_before,
    "later_this": told_before,
    "early": told_before,
    "late": told_before,
    "quarter": part_of_year,
    "daypart": night_of_the,
}
