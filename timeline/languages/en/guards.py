"""What only looks like a time in English, told by the words around it."""

from __future__ import annotations

import re

_BEFORE_YEAR = re.compile(r"(?:[$£€#]|\b(?:no\.?|nos\.?|page|route|highway|flight|model|about|some|than|of|least|nearly|almost|over|only))\s*$", re.IGNORECASE)
_COUNTED = re.compile(r"\s*(?:%|percent|per cent|people|men|women|troops|soldiers|dead|killed|tons?|miles?|km|kilomet|feet|metres|meters|dollars|pounds|euros|jobs|workers|employees|shares|points|cases|votes|seats|vehicles|houses|homes|times\b|acres|hectares|mph|barrels|units|workers|civilians|casualties|wounded|prisoners|ships|aircraft|guns|tanks|million|billion|thousand|hundred|or so|members|students|years|days|hours|\w+ (?:people|men|troops|soldiers))", re.IGNORECASE)
_IN_YEAR = re.compile(r"(?:\b(?:in|since|until|till|by|of|from|to|during|before|after|between|through|and|or|early|late|mid|around|circa|the|year|for|fiscal|was|ended)|[,(–—-])\s*$", re.IGNORECASE)


def year(text: str, start: int, end: int) -> bool:
    """Four figures are a year unless they count something."""
    left, right = text[max(0, start - 16) : start], text[end : end + 24]
    if _COUNTED.match(right) or (left and left[-1] in "$£€#@/.+"):
        return False
    if re.match(r"['’]s\b", right):
        return True
    if right[:1] in ("-", "–") and right[1:2].isalpha():
        return right[1:2].islower()
    if _IN_YEAR.search(left):
        return not re.search(r"\b(?:about|some|than|least|nearly|almost|over|only|no\.|page) *$", left)
    if _BEFORE_YEAR.search(left):
        return False
    return not re.match(r"\s+[a-z]+s\b", right) or not left.strip()


def whole(text: str, start: int, end: int) -> bool:
    """A bare year is looked at twice; with more words around it, it is plain."""
    return year(text, start, end) if end - start == 4 and text[start].isdigit() else True


def month(text: str, start: int, end: int) -> bool:
    """ "May" and "March" at the head of a sentence may be verbs, and names are names."""
    word = text[start:end].rstrip(".")
    right = text[end : end + 14]
    if word == "May" and re.match(r"\s+(?:I|we|he|she|they|you|it|God|the|be|not)\b", right):
        return False
    if re.match(r"\s+(?:said|says|told|added|asked|went|himself|herself)\b", right):
        return False
    if word == "March" and re.match(r"\s+(?:on|for|to|against|of)\b", right):
        return False
    if re.match(r"['’]s\b", right) or re.match(r"\s+[a-z(\d]|\s*[.,;:)?!\"”-]|\s*$", right):
        return True
    # A given name has a surname behind it: "April Novak"; a modified noun may not ("May Day").
    left = text[max(0, start - 12) : start]
    if re.search(r"\b(?:in|since|until|by|of|from|to|during|last|next|this|the|and|or|through|late|early|mid)[ -]*$", left, re.IGNORECASE):
        return True
    return word not in ("April", "May", "June", "August", "January", "March")


def second(text: str, start: int, end: int) -> bool:
    """ "A second" is a time at the end of a clause or before "later", else an ordinal."""
    words = text[start:end].lower()
    if not words.endswith("second") or words[:1].isdigit():
        return True
    return re.match(r"\s*(?:[.,;!?]|$|later|ago|before|after|or two)", text[end : end + 10]) is not None


def the_unit(text: str, start: int, end: int) -> bool:
    """ "The year" tells a time; "the day the …" and "the week that" tell which one it was."""
    right, left = text[end : end + 14], text[max(0, start - 14) : start]
    if re.match(r"\s+(?:when|that|the|he|she|they|we|i|it|of|after|before|in which)\b", right, re.IGNORECASE):
        return False
    return re.search(r"\b(?:in|for|during|of|over|through|until|by|on|within|since|throughout|from)\s+$", left, re.IGNORECASE) is not None


def units(text: str, start: int, end: int) -> bool:
    """Bare "days" and "years" tell how long after a preposition; "37 years old" is an age."""
    right, left = text[end : end + 12], text[max(0, start - 14) : start]
    if re.match(r"\s+(?:old|of age)\b", right):
        return False
    if re.match(r"\s+(?:after|before|later|earlier|ago)\b", right):
        return True
    return re.search(r"\b(?:for|in|within|after|over|of|last|lasted|took|take|takes|spent|by|follows|the|many|and|or|until|during|than|heady)\s+$", left, re.IGNORECASE) is not None


def age(text: str, start: int, end: int) -> bool:
    """ "52 years old" is an age and not a length of time told."""
    return re.match(r"\s+(?:old\b|of age\b)", text[end : end + 12]) is None and second(text, start, end)


def now(text: str, start: int, end: int) -> bool:
    """ "Now" is a time unless it only calls for attention ("Now, …")."""
    right = text[end : end + 6]
    return not right.startswith((",", "-")) if text[start:end] == "Now" else True


_SHORT = re.compile(
    r"(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun|jan|mar|jun|jul|dec|sep|sept|nov|feb|oct|apr|aug)$",
    re.IGNORECASE,
)
_BEFORE_SHORT = re.compile(
    r"(?:\b(?:on|in|since|until|till|from|to|during|after|before|between|and|or|last|next|this|mid|"
    r"early|late|every)[ -]|\d\s)$",
    re.IGNORECASE,
)


def alone(text: str, start: int, end: int) -> bool:
    """ "Sun" and "Jan" by themselves are names; after a preposition or a full stop they are days.

    Not so "by Sun" and "of Jan", which people and firms do things by and are parts of.
    """
    if _SHORT.match(text[start:end]) is None or text[end : end + 1] == ".":
        return True
    if _BEFORE_SHORT.search(text[max(0, start - 9) : start]) is None:
        return False
    return re.match(r" [A-Z][a-z]", text[end : end + 3]) is None


def month_alone(text: str, start: int, end: int) -> bool:
    """A bare month: neither a short name nor a verb nor a given name."""
    return alone(text, start, end) and month(text, start, end)


def aged(text: str, start: int, end: int) -> bool:
    """ "A six-year-old boy" is an age; "an 8-month-old truce" tells how long."""
    words = text[start:end].lower()
    if not words.endswith("old"):
        return True
    if "year" in words:
        return False
    return not re.match(r"[\s-]+(?:boy|girl|son|daughter|baby|infant|child|twins?)\b", text[end : end + 14])


def one_day(text: str, start: int, end: int) -> bool:
    """ "One day" is a length only where something lasts it; "the Seven Years" is a name."""
    last = text.rfind(" ", start, end) + 1
    if last > start and text[last].isupper() and not text[start:end].isupper():
        return False
    if text[start:end].lower() != "one day":
        return age(text, start, end)
    left = text[max(0, start - 10) : start].lower()
    return re.search(r"(?:for|in|within|than|lasted|only|after|just|least) $", left) is not None


def that_sun(text: str, start: int, end: int) -> bool:
    """ "That Sun" is no weekday."""
    return alone(text, max(start, text.rfind(" ", start, end) + 1), end)


def season(text: str, start: int, end: int) -> bool:
    """ "Fall" and "spring" are seasons only where they cannot be anything else."""
    word = text[start:end].lower().removeprefix("the ")
    left, right = text[max(0, start - 14) : start].lower(), text[end : end + 12].lower()
    if word in ("summer", "winter", "autumn", "summertime", "wintertime", "springtime"):
        return not re.match(r" (?:olympic|games|palace)", right)
    if re.match(r" (?:of|in|from|to|into|on|off|back|short|behind|out|apart|water|up)\b", right):
        return re.match(r" of (?:\d|that|the (?:same|following|previous))", right) is not None
    if word == "fall":
        return re.search(r"\b(?:in|during|since|until|through|throughout|over|by|early|late) $", left) is not None
    return re.search(r"\b(?:the|a|an|in|by|of|early|late|since|until|their|its|his|this|through|throughout|each|every|with) $", left) is not None


GUARDS = {
    "whole": whole,
    "month": month_alone,
    "day": alone,
    "season": season,
    "bare_season": season,
    "relative": that_sun,
    "hyphened": aged,
    "the_unit": the_unit,
    "some_units": units,
    "length": one_day,
    "present": now,
}

_FUNCTION = re.compile(
    r"\s+(?:of|in|and|or|the|a|an|to|for|by|with|from|at|on|when|that|which|is|was|were|are|had|has|have|"
    r"as|but|he|she|it|they|after|before|until|while|because|if|would|will|could|did|\w+ed|\w+ly)\b"
)


def drop_article(text: str, start: int, end: int) -> int:
    """Where "the summer" begins: the article of "the summer offensive" is the offensive's."""
    if not text[start:end].lower().startswith("the "):
        return start
    right = text[end : end + 16]
    noun = re.match(r"\s+[A-Za-z]{3,}", right) and not _FUNCTION.match(right)
    return start + 4 if noun else start


TRIMS = {"season": drop_article, "bare_season": drop_article}
