"""What only looks like a time in English since it is a name, or an adjective made a noun."""

from __future__ import annotations

import re

from timeline.languages.en.guardwords import after, any_of, before

# "The Sunday Herald", "the Friday Tribune": papers.
_PAPER = re.compile(rf"\s+{any_of('names', 'papers')}\b")
_PAID = after("often", "paid")
_BY_ARTICLE = re.compile(r"\b(?:the|an) $", re.IGNORECASE)
# "Theresa May", but not "Last May" and "On Friday May".
_GIVEN = re.compile(rf"\b(?!(?i:{any_of('names', 'no_given')})\b)[A-Z][a-z]+ $")
# "Harold and June Amberly".
_COUPLE, _SURNAME = re.compile(r"\b[A-Z][a-z]+ and $"), re.compile(r" [A-Z][a-z]+")
_CALLED = frozenset(("May", "June", "April"))
_SURNAMES = _CALLED | {"March", "August"}
_TITLE = re.compile(rf"\b{any_of('names', 'titles')}\.? $", re.IGNORECASE)
_NAMED_DAY = re.compile(rf"\b{any_of('names', 'before_day')} $")
# "1945 Elm Street".
_STREET = re.compile(rf"\s+(?:[A-Z][\w.’'-]*\s+){{1,2}}{any_of('names', 'streets')}\b")
_CROWD = re.compile(rf"\b{any_of('names', 'counted')}\s+of\s+$", re.IGNORECASE)
_NOUN_NEXT = re.compile(rf"[ -](?:(?:and|or) |(?!{any_of('article', 'function')}\b)[\w$£€“\"])")


def paper(text: str, start: int, end: int) -> bool:
    """Whether a weekday is part of a paper's name: "The Sunday Herald".

    >>> paper("The Sunday Herald fell.", 4, 10), paper("On Sunday News Corp. fell.", 3, 9)
    (True, False)
    >>> paper("On Bloody Sunday they fled.", 10, 16), paper("USA Today said.", 4, 9)
    (True, True)
    """
    if _NAMED_DAY.search(text[max(0, start - 8) : start]) and text[start].isupper():
        return True
    if text[end - 3 : end] != "day" or _PAPER.match(text, end, end + 14) is None:
        return False
    return _BY_ARTICLE.search(text[max(0, start - 5) : start]) is not None


def person(text: str, start: int, end: int) -> bool:
    """Whether a month is a surname, or an adjective: "Theresa May", "the august body".

    >>> person("Theresa May left.", 8, 11), person("The august body.", 4, 10)
    (True, True)
    >>> person("Last May he left.", 5, 8), person("Ed and June Lee left.", 7, 11)
    (False, True)
    >>> person("PM MAY LEAVES", 3, 6), person("Judge March ruled.", 6, 11)
    (True, True)
    """
    word = text[start:end]
    if word.title() in _SURNAMES and _TITLE.search(text, max(0, start - 14), start):
        return True
    if (
        word in _CALLED
        and _SURNAME.match(text, end)
        and _COUPLE.search(text, max(0, start - 24), start)
    ):
        return True
    if word == "august":
        before = _BY_ARTICLE.search(text[max(0, start - 5) : start])
        return before is not None and text[end + 1 : end + 2].islower()
    return word in _CALLED and _GIVEN.search(text[max(0, start - 16) : start]) is not None


def numbers(text: str, start: int, end: int) -> bool:
    """Whether four figures number a house or count a crowd.

    >>> numbers("At 1945 Elm Street.", 3, 7), numbers("A crowd of 1900 came.", 11, 15)
    (True, True)
    """
    if _STREET.match(text, end, end + 40):
        return True
    return _CROWD.search(text[max(0, start - 20) : start]) is not None


def current(text: str, start: int, end: int) -> bool:
    """ "The current mayor" is the present one; "the current" is in the water.

    >>> current("The current mayor.", 4, 11), current("The current was strong.", 4, 11)
    (True, False)
    """
    return _NOUN_NEXT.match(text, end, end + 16) is not None


_MIDSUMMER, _OPENING = re.compile(r"Mid[a-z]+"), re.compile(r"(?:^|[.!?\n][\s\"“]*)$")


def midseason(text: str, start: int, end: int) -> bool:
    """ "Midsummer" with a capital within a sentence is a feast or a play, and no part of summer.

    >>> midseason("In midsummer.", 3, 12), midseason("At Midsummer.", 3, 12)
    (True, False)
    """
    if _MIDSUMMER.fullmatch(text, start, end) is None:
        return True
    return _OPENING.search(text, max(0, start - 4), start) is not None


def how_often(text: str, start: int, end: int) -> bool:
    """ "Daily" before the rest of a paper's name is no time: "the Daily Herald". Nor does it tell
    how often that workers are "hourly", who are paid so.

    >>> how_often("The Daily Herald.", 4, 9), how_often("The China Daily newspaper.", 10, 15)
    (False, False)
    >>> how_often("It hired hourly workers.", 9, 15), how_often("An hourly bus.", 3, 9)
    (False, True)
    """
    if text[start:end].lower() == "hourly" and _PAID.match(text, end, end + 14):
        return False
    return not text[start].isupper() or _PAPER.match(text, end, end + 14) is None


def on_a_line(text: str, start: int, end: int) -> bool | None:
    """A year that ends a headline is no time of the clock on the day below.

    >>> on_a_line("Cut by 2030" + chr(10) + "Friday, 3 May", 4, 24)
    """
    return None if "\n" in text[start:end] else True


_HEAD = re.compile(r"(?:^|\n)[^\w\n]{0,8}$")


def heads_line(text: str, start: int, end: int) -> bool | None:
    """A year, a comma and a day are one date at the head of a line: "2003, 11 May: They meet."

    >>> heads_line("In 2003, 11 May", 3, 15), heads_line("**2003, 11 May** They met", 2, 14)
    (None, True)
    """
    return True if _HEAD.search(text[max(0, start - 9) : start]) else None


# How far from one entry of a log the next is looked for.
_ENTRY_NEAR = 3000
_ENTRIES = re.compile(
    r"\n[ \t]*(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?[ap]\.?m\.?)?[ \t]*(?=\n)", re.IGNORECASE
)


def over_entry(text: str, start: int, end: int) -> bool | None:
    """Figures with a full stop are a time of the clock where they are the heading of an entry, and
    another such time is: a price may stand alone, too.

    >>> log = "Live{0}10.15{0}It ends.{0}9:50{0}It rains.".format(chr(10))
    >>> over_entry(log, 5, 10), over_entry(log[:20], 5, 10)
    (True, None)
    """
    lines = text[max(0, start - _ENTRY_NEAR) : end + _ENTRY_NEAR]
    alone = _ENTRIES.match(text, text.rfind("\n", max(0, start - 9), start), end + 9)
    several = alone is not None and len(_ENTRIES.findall(lines)) > 1
    return True if several and alone is not None and alone.end() >= end else None


_THE_YEAR = re.compile(r"\bthe \d{4}$")


def of_a_thing(text: str, start: int, end: int) -> bool | None:
    """ "The end of the 2020 season" is no end of 2020.

    >>> of_a_thing("The end of the 2020 season.", 0, 19), of_a_thing("The end of 2020.", 0, 15)
    (None, True)
    """
    return None if _THE_YEAR.search(text, start, end) else True


_RACE = re.compile(r"\bin $")
_HUNDREDTHS = re.compile(r"[.]\d")
_OF_GAME, _WITH = after("on_clock"), before("on_clock")


def on_the_clock(text: str, start: int, end: int) -> bool:
    """ "At 1:58" tells when, "won in 1:58.32" how long it took, "with 3:12 left" how much is to go.

    >>> on_the_clock("He won in 1:58.", 10, 14), on_the_clock("He rose at 1:58.", 11, 15)
    (False, True)
    >>> on_the_clock("With 3:12 left, he scored.", 5, 9), on_the_clock("The 3:12 left.", 4, 8)
    (False, True)
    """
    if not text[end - 1].isdigit():
        return True
    if _OF_GAME.match(text, end, end + 12) and _WITH.search(text[max(0, start - 12) : start]):
        return False
    raced = _RACE.search(text, max(0, start - 4), start) or _HUNDREDTHS.match(text, end)
    return raced is None


GUARDS = {
    "mid": midseason,
    "clock_time": on_the_clock,
    "end_of": of_a_thing,
    "start_of": of_a_thing,
    "current": current,
    "often": how_often,
    "four_figures_on_day": on_a_line,
    "four_figures_in_part": on_a_line,
    "year_before_day": heads_line,
    "dotted_heading": over_entry,
}
