"""What only looks like a length or a vague time in English, and what tells how often instead."""

from __future__ import annotations

import re

from timeline.languages.en.clauseguards import after_that
from timeline.languages.en.guards import OUT_OF, age, is_share, one_day
from timeline.languages.en.guardwords import after, any_of, before
from timeline.meanings import Length, Meaning, Repeated

_ORDINAL = re.compile(rf"a second[ -]{any_of('second', 'parts')}\b", re.IGNORECASE)
_KIND = re.compile(rf"an? {any_of('generic', 'words')} ", re.IGNORECASE)
_BEFORE_KIND = before("generic")
_ONE, _CLAUSE = re.compile(r"an? \w+", re.IGNORECASE), after("generic", "clause")


def length(text: str, start: int, end: int) -> bool | None:
    """ "A fiscal year" is a kind of year, and no length, unless something lasts it.

    >>> length("It changed to a fiscal year.", 14, 27), length("It ran for a fiscal year.", 11, 24)
    (False, True)

    "A second-quarter loss" tells a quarter.
    """
    if _ORDINAL.match(text, start):
        return None
    if _KIND.match(text, start, end) and not _BEFORE_KIND.search(text[max(0, start - 10) : start]):
        return False
    return one_day(text, start, end)


def in_length(text: str, start: int, end: int) -> bool:
    """ "In a year that shook them" tells which year, and not how long.

    >>> in_length("Few came in a year that shook them.", 12, 18)
    False
    """
    if OUT_OF.match(text, end, end + 10):
        return False
    clause = _CLAUSE.match(text, end, end + 12)
    return clause is None or _ONE.fullmatch(text, start, end) is None


_THAN = re.compile(r"(?:more|less|fewer|longer) than ", re.IGNORECASE)
_COMPARED = re.compile(rf"(?:\d%?|\b{any_of('compared', 'counts')})\s+$", re.IGNORECASE)


def _compared(text: str, start: int) -> bool:
    than = _THAN.match(text, start)
    return than is not None and _COMPARED.search(text[max(0, start - 12) : start]) is not None


_BEFORE_OVER, _AFTER_OVER = before("over"), after("over")
_VERBS_OVER = before("over", "verbs")


def over(text: str, start: int, end: int) -> bool | None:
    """ "For over three years" is more than three; "paid over three years" is not.

    >>> over("It ran for over three years.", 11, 27), over("It is paid over three years.", 11, 27)
    (True, None)

    "At least 52 years old" is an age, and "nearly a quarter" a share.
    """
    if is_share(text, start, end):
        return False
    if not text.startswith("over ", start):
        ago = _AFTER_OVER.match(text, end, end + 10) is not None
        return None if ago and _compared(text, start) else age(text, start, end)
    if _AFTER_OVER.match(text, end, end + 10):
        return took_over(text, start, end)
    return True if _BEFORE_OVER.search(text[max(0, start - 12) : start]) else None


def took_over(text: str, start: int, end: int) -> bool | None:
    """ "He took over two years ago": the verb has the "over".

    >>> took_over("He took over two years ago.", 8, 26), took_over("Over a year ago.", 0, 15)
    (None, True)
    """
    over = text.startswith("over ", start)
    return None if over and _VERBS_OVER.search(text[max(0, start - 12) : start]) else True


def told_ago(text: str, start: int, end: int) -> bool | None:
    """ "More than a year ago" tells when; "4 percent more than a year ago" compares with then.

    >>> told_ago("He left more than a year ago.", 8, 28)
    True
    >>> told_ago("Sales are 4 percent more than a year ago.", 20, 40)
    """
    if after_that(text, start, end) is None:
        return None
    return None if _compared(text, start) else took_over(text, start, end)


_NOUN = re.compile(rf" (?!{any_of('article', 'function')}\b)(?!\w+ed\b)[a-z]{{3,}}")


_PREDICATE = before("predicate")
# "A future", "no future": a lot, and not a time.
_SOME_FUTURE = re.compile(r"\b(?:a|no) $")


def future(text: str, start: int, end: int) -> bool:
    """ "In future" tells when; "future losses" tells what kind, "it is the future" what.

    >>> future("It will do so in future.", 17, 23), future("All future losses.", 4, 10)
    (True, False)
    >>> future("It is the future of travel.", 6, 16), future("It has no future.", 10, 16)
    (False, False)
    """
    told = text[start:end].lower()
    if told not in ("future", "the future"):
        return True
    if _NOUN.match(text, end, end + 16):
        return False
    left = text[max(0, start - 10) : start]
    if told == "the future":
        return _PREDICATE.search(left) is None
    return _SOME_FUTURE.search(left) is None


_LASTS = before("lasting")


def lasting(text: str, start: int, end: int) -> bool | None:
    """ "It could last several weeks" tells how long; "last several weeks" when.

    >>> lasting("It could last several weeks.", 9, 27), lasting("In the last weeks.", 3, 17)
    (None, True)
    """
    if not text.startswith("last ", start):
        return True
    return None if _LASTS.search(text[max(0, start - 12) : start]) else True


_AHEAD = before("ahead")


def ahead(text: str, start: int, end: int) -> bool | None:
    """ "In coming weeks" tells when; "a goal coming two minutes from the end" how long.

    >>> ahead("In coming weeks it will.", 3, 15), ahead("A goal coming two weeks on.", 7, 23)
    (True, None)
    """
    if not text.startswith(("coming ", "following "), start):
        return True
    return True if _AHEAD.search(text[max(0, start - 12) : start]) else None


_BIG = before("units_ago", "numbers", " ")


def units_ago(text: str, start: int, end: int) -> bool:
    """ "Years ago" tells roughly when; "two billion years ago" is no time that we read.

    >>> units_ago("It formed two billion years ago.", 22, 31)
    False
    """
    if after_that(text, start, end) is None:
        return False
    return _BIG.search(text[max(0, start - 12) : start]) is None


_WHOSE = before("recent_units", "owners", " ")
_LAST, _ONE_OF = re.compile(r"(?:the )?last ", re.IGNORECASE), after("last_one", "clause")


def recent_units(text: str, start: int, end: int) -> bool | None:
    """ "The last years" are those before now; "her last years" are those of her life.

    >>> recent_units("She spent her last years there.", 14, 24)
    False
    >>> recent_units("The last weeks of the war were the worst.", 0, 14)
    False
    """
    if _WHOSE.search(text[max(0, start - 8) : start]):
        return False
    if _LAST.match(text, start) and _ONE_OF.match(text, end, end + 12):
        return False
    return lasting(text, start, end)


_UNSURE = re.compile(rf"some time {any_of('some_time', 'after')}\b", re.IGNORECASE)
_SO_LONG = before("some_time", "before", " ")


def a_while(text: str, start: int, end: int) -> bool:
    """ "For some time in 2015" tells how long; "some time in 2015" is a time in that year.

    >>> a_while("It opens some time in 2015.", 9, 18)
    False
    """
    if _UNSURE.match(text, start) is None:
        return True
    return _SO_LONG.search(text[max(0, start - 12) : start]) is not None


GUARDS = {
    "a_while": a_while,
    "coming_number": ahead,
    "following_number": ahead,
    "units_ago": units_ago,
    "a_while_ago": units_ago,
    "ago": told_ago,
    "later": told_ago,
    "earlier": told_ago,
    "past_units": lasting,
    "recent_units": recent_units,
    "recent_units_and_units": lasting,
    "length": length,
    "in_length": in_length,
    "hedged_length": over,
    "future": future,
}

_EACH = re.compile(r"an? [a-z]+", re.IGNORECASE)
_RATE = re.compile(
    rf"(?:[$£€¥]\s?[\d.,]*\d|(?<![\w.,-])\d(?:[\d.,]*\d)?%?|\b{any_of('rate', 'numbers')}\b|\d%)"
    rf"(?: (?!{any_of('rate', 'not_between')}\b)[a-z-]+){{0,3}} $",
    re.IGNORECASE,
)
_NO_RATE = after("rate", "not_after")
# Characters in which a rate may stand before a length.
BACK = 60


def rate(text: str, start: int, end: int, meaning: Meaning) -> Meaning:
    """ "Four flights a week" tells how many each week; "they took a week" how long.

    >>> from timeline.spans import Duration, Granularity
    >>> week = Length(Duration(((1, Granularity.WEEK),)))
    >>> rate("It has four flights a week.", 20, 26, week)
    Repeated('P1W')
    """
    if not isinstance(meaning, Length) or _EACH.fullmatch(text, start, end) is None:
        return meaning
    if _NO_RATE.match(text, end, end + 10) or not _RATE.search(text[max(0, start - BACK) : start]):
        return meaning
    return Repeated(meaning.length.timex3)


TURNS = {"length": rate}
