"""How a date stands on its line: alone, as over what comes below it, or at the head of the rest."""

from __future__ import annotations

import re

# The clock time that opens an entry of a log.
ENTRY = re.compile(
    r"\n\s*(?:[-–•*]\s+)?\d{1,2}(?:[:.]\d\d(?:\s*[ap]\.?m)?|\s*[ap]\.?m)\b(?!,)", re.IGNORECASE
)
#: The title of a part, behind a paragraph: a short line with no full stop. It begins with what few
#: places have, so that it is found fast.
TITLE = re.compile(r"\n(?<=[^\n]{20}\n)[ \t]*\n(?=[^\W\d_][^\n]{1,58}[^\W_]\??\n[ \t]*\n)")
#: Marks around a date on a line of its own: bold, brackets, a list's, a colon.
MARKS = 12
#: The same before a date at the head of a line, with the number of its entry.
_BEFORE = 8
# What stands behind the date that heads a line.
_BEHIND = re.compile(r"[*_\])]*\s*[:–—|-]|[*_\])]+\s")
#: Quotation marks, and how far back that of a quotation is sought.
QUOTES, SPEECH = re.compile(r"[\"“”]|``|''"), 400
_STOP = re.compile(r"[*_\])]*\.[*_\])]*\s")


def stands_alone(text: str, start: int, end: int, stop: int | None = None) -> bool:
    """Whether nothing but marks shares its line with a date.

    >>> text = "Log" + chr(10) + "- May 3:" + chr(10) + "May 4. A dog bit a man."
    >>> stands_alone(text, 6, 11), stands_alone(text, 13, 18), stands_alone(text, 13, 18, 19)
    (True, False, True)

    `stop` is where the line is taken to end, as with a sentence; None is the line's own end. It
    looks only a few characters to each side.
    """
    line = _line(text, start, MARKS)
    if line is None:
        return False
    if stop is None:
        stop = text.find("\n", end, end + MARKS)
        if stop < 0:
            stop = len(text)
    if stop - end + start - line > MARKS:
        return False
    return not any(letter.isalnum() for letter in text[line:start] + text[end:stop])


def is_quoted(text: str, at: int) -> bool:
    """Whether a place of a text lies between quotation marks, the first of them on its line.

    >>> text = 'He said "we leave today" and left today.'
    >>> is_quoted(text, 18), is_quoted(text, 34)
    (True, False)

    It looks only a few hundred characters back.
    """
    return len(QUOTES.findall(line_before(text, at))) % 2 == 1


def line_before(text: str, at: int) -> str:
    """What stands before a place on its line, as far back as a quotation may begin."""
    return text[max(text.rfind("\n", 0, at) + 1, at - SPEECH) : at]


def heads_line(text: str, start: int, end: int) -> bool:
    """Whether a date heads a line of a list: "- March 2021: …", "**2019** …".

    >>> heads_line("1) May 3 – A dog bit a man.", 3, 8), heads_line("On May 3, a man.", 3, 8)
    (True, False)
    """
    line = _line(text, start, _BEFORE)
    if line is None or _BEHIND.match(text, end) is None:
        return False
    return not any(letter.isalpha() for letter in text[line:start])


def opens_entry(text: str, start: int, end: int) -> bool:
    """Whether a date heads a line, be it by a full stop alone as in a diary: "5 May. It rained."

    >>> opens_entry("**5 May.** It rained.", 2, 7), opens_entry("On 5 May it rained.", 3, 8)
    (True, False)
    """
    if heads_line(text, start, end):
        return True
    line = _line(text, start, _BEFORE)
    if line is None or _STOP.match(text, end) is None:
        return False
    return not any(letter.isalnum() for letter in text[line:start])


def _line(text: str, start: int, most: int) -> int | None:
    """Where the line of a date begins, None where that is more than so many characters before."""
    line = text.rfind("\n", max(0, start - most), start) + 1
    return line if line or start < most else None
