"""The publication date that a text tells itself: in a dateline, under its title, at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.documents.published import Published, read_published
from timeline.documents.vocabulary import any_of
from timeline.errors import TimelineError

# Where the date of a text is told. Anything further inside it is about something else.
_HEAD, _HEAD_LINES = 2_000, 8
_FOOT, _FOOT_LINES = 600, 4
_LONGEST_LINE = 160

_MONTH = rf"(?:{any_of('months')})\.?"
_DATE = (
    rf"(?:(?:{any_of('weekdays')})(?:day)?\.?,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d)"
)
_NO_PLACE = rf"(?!(?:{any_of('openers')})\b)"
_DATELINE = re.compile(
    rf"{_NO_PLACE}(?:[A-Z][\w.'’/-]*(?: [\w.'’/-]+){{0,5}}(?:, [\w.'’ -]{{1,30}})?, ?"
    r"|[A-Z][A-Z.'’/-]+(?: [A-Z.'’/-]+){0,5} |\([A-Z]{2,12}\) )"
    rf"\(?(?P<date>(?i:{_DATE}))\)?,?(?: \([^()]{{1,40}}\)| /[^/]{{1,40}}/)? ?[-–—]+ "
)
_LABEL = re.compile(
    rf"\W*(?:(?:{any_of('again')}) )?(?:{any_of('labels')})"
    r"(?: (?:on|at)\b)? ?:? ?(?P<rest>.+)",
    re.IGNORECASE,
)
# In a line of the head that is no sentence: "Received 2 May 2022; Published 6 March 2023".
_INSIDE = re.compile(
    rf".*?\b(?:{any_of('inside')})(?: (?:on|at)\b)?:? (?P<date>{_DATE})(?![a-z\d]).*",
    re.IGNORECASE | re.ASCII,
)
_ENDS = (".", "!", "?")
_LATER = re.compile(rf" ?(?:[|;(•·]|[-–—,]? ?(?:last )?(?:{any_of('changed')})\b)", re.IGNORECASE)
_PIECES = re.compile(r" ?[|•·–—] ?| - |  +|(?<=[a-z]), (?=\d)")
_DAY_AND_YEAR = re.compile(_NO_PLACE + r"(?=.*(?<!\d)\d{1,2}(?!\d)).*(?<!\d)(?:\d{4}|\d\d)(?!\d)")


def find_dateline(text: str) -> Published | None:
    """The publication date that stands in the first or the last lines of a text.

    >>> from timeline.documents import find_dateline
    >>> found = find_dateline("KYIV, March 6, 2023 (Agency) — Talks began on Monday.")
    >>> str(found), found.why
    ('2023-03-06', 'dateline "March 6, 2023"')
    >>> str(find_dateline("A long winter\\nBy Ann Lee | 6 March 2023\\n\\nTalks began."))
    '2023-03-06'
    >>> find_dateline("On 6 March 2023 talks began.") is None
    True

    A date inside a sentence is an event, not a publication, and a dateline without its year
    ("KYIV, March 6 —") names no day: both find nothing. The time taken does not grow with the
    length of the text.
    """
    head = text[:_HEAD]
    lines = [line.strip() for line in head.splitlines() if line.strip()][:_HEAD_LINES]
    for line in lines:
        dateline = _DATELINE.match(line[:_LONGEST_LINE])
        if dateline and (found := _read(dateline["date"], "dateline")):
            return found
        if found := _read_line(line, alone=True):
            return found
    foot = text[-_FOOT:].splitlines()[-_FOOT_LINES:]
    for line in foot:
        if found := _read_line(line.strip(), alone=False):
            return found
    return None


def _read_line(line: str, alone: bool) -> Published | None:
    if len(line) > _LONGEST_LINE:
        return None
    label = _LABEL.fullmatch(line)
    if not _DAY_AND_YEAR.match(label["rest"] if label else line):
        return None
    if label:
        return _read(_LATER.split(label["rest"], maxsplit=1)[0], "line")
    if not alone:
        return None
    inside = _INSIDE.fullmatch(line)
    if inside and not line.endswith(_ENDS) and (told := _read(inside["date"], "line")):
        return told
    found = (_read(piece, "line") for piece in _candidates(line))
    return next((date for date in found if date), None)


def _candidates(line: str) -> Iterator[str]:
    yield line
    yield from (
        piece for piece in _PIECES.split(line) if _DAY_AND_YEAR.match(piece) and piece != line
    )


def _read(words: str, place: str) -> Published | None:
    words = words.strip(" .,;")
    try:
        return read_published(words, f'{place} "{words}"')
    except TimelineError:
        return None
