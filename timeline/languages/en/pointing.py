"""What "this", "that" and "past" point to in English, told by the words around them."""

from __future__ import annotations

import re

from timeline.languages.en.amounts import lasting
from timeline.languages.en.clauseguards import last_of_all
from timeline.languages.en.guards import now, that_sun
from timeline.languages.en.guardwords import after, any_of, before
from timeline.meanings import Length, Meaning, Reference, Unit
from timeline.spans import Duration, Granularity

_BEYOND = before("past")
_NOUN = re.compile(rf" (?!{any_of('article', 'function')}\b)[a-z]{{3,}}")
_BEFORE_THIS_DAY, _UP_TO = before("this_day"), before("this_day", "up_to")
_REFERRED = before("this_day", "referred", r"\s+to\s+")


def past(text: str, start: int, end: int) -> bool | None:
    """ "Past Tuesday" is the last one, but beyond it where something goes on.

    >>> past("It goes on past Tuesday.", 11, 23), past("He came past Tuesday.", 8, 20)
    (None, True)
    """
    if not text.startswith("past ", start):
        return True
    return None if _BEYOND.search(text[max(0, start - 12) : start]) else True


def this_day(text: str, start: int, end: int) -> bool:
    """ "On this day" tells when; "we have waited for this day" which one it was.

    >>> this_day("He fell on this day.", 11, 19), this_day("They longed for this day.", 16, 24)
    (True, False)
    """
    if text[start:end].lower() != "this day":
        return True
    return _BEFORE_THIS_DAY.search(text[max(0, start - 8) : start]) is not None


_THAT_NAMED = re.compile(rf"that {any_of('that_day', 'named')}", re.IGNORECASE)
_SAID = before("that_day", "said")
_MODAL = re.compile(rf"(?: and [A-Z][a-z]+)? {any_of('that_day', 'modal')}\b")
_GOES_ON = re.compile(r"(?:['’]s)? [\w$]")


def that_day(text: str, start: int, end: int) -> bool:
    """ "That Monday" is the one told, and no "that" which begins what is said.

    >>> that_day("They left that Monday.", 10, 21)
    True
    >>> that_day("She said that Monday would be dry.", 9, 20)
    False
    """
    that = _THAT_NAMED.match(text, start, end)
    if that is None or text.startswith("T", start):
        return True
    if _SAID.search(text[max(0, start - 18) : start]) is not None:
        return _GOES_ON.match(text, end) is None
    return _MODAL.match(text, that.end()) is None


def pointed(text: str, start: int, end: int) -> bool | None:
    """Whether what points to a time does so."""
    if not (that_sun(text, start, end) and this_day(text, start, end)):
        return False
    if last_of_all(text, start, end):
        return False
    return past(text, start, end) if that_day(text, start, end) else None


_BEFORE_PRESENT = before("present")


def present(text: str, start: int, end: int) -> bool:
    """ "Until the present" is until now; "the present laws" are no time, and a present is a gift.

    >>> present("Until the present it was.", 6, 17), present("For the present laws.", 4, 15)
    (True, False)
    >>> present("The present was small.", 0, 11)
    False
    """
    if text[start:end].lower() != "the present":
        return now(text, start, end)
    if _BEFORE_PRESENT.search(text[max(0, start - 8) : start]) is None:
        return False
    return _NOUN.match(text, end, end + 16) is None


_NOW = Reference("present", Duration(((1, Granularity.DAY),)))


def up_to_now(text: str, start: int, end: int, meaning: Meaning) -> Meaning:
    """ "To this day" is up to now.

    >>> from timeline.meanings import This, Unit
    >>> day = This(Unit(Granularity.DAY))
    >>> up_to_now("It stands to this day.", 13, 21, day), up_to_now("On this day.", 3, 11, day)
    (Reference('present', reach=P1D), This(Unit(day)))
    """
    left = text[max(0, start - 16) : start]
    told = text[start:end].lower() == "this day" and _UP_TO.search(left)
    return _NOW if told and not _REFERRED.search(left) else meaning


_SINCE = after("the_unit", "since")


def since_then(text: str, start: int, end: int, meaning: Meaning) -> Meaning:
    """ "In the decade since it fell", "in the week before the vote": how long it was.

    >>> from timeline.meanings import This, Unit
    >>> decade = This(Unit(Granularity.DECADE))
    >>> since_then("In the decade since it fell.", 3, 13, decade)
    Length(P10Y)
    """
    what = getattr(meaning, "what", None)
    if not isinstance(what, Unit) or what.granularity <= Granularity.DAY:
        return meaning
    return Length(lasting(1, what.granularity)) if _SINCE.match(text, end, end + 16) else meaning


GUARDS = {"relative": pointed, "present": present, "weekday_behind": that_day}
TURNS = {"relative": up_to_now, "the_unit": since_then}
