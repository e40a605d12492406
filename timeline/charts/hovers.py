"""What a mark says when the pointer is on it: wrapped, short, and harmless."""

from __future__ import annotations

import html
import textwrap

import pandas as pd

from timeline.documents.encodings import whole

# Characters of a line, and how many lines a sentence and an event may have.
WIDTH = 60
_SENTENCE_LINES = 5
_EVENT_LINES = 3


def plain(text: str) -> str:
    """Text from an article made harmless for Plotly, whose labels read HTML and, with MathJax, TeX.

    >>> plain("<b>$x$</b>")
    '&lt;b&gt;&#36;x&#36;&lt;/b&gt;'
    """
    return html.escape(text, quote=True).replace("$", "&#36;")


def wrap(text: str, lines: int, width: int = WIDTH) -> str:
    """Text on a few lines of about 60 characters, harmless, joined for Plotly.

    >>> wrap("one two three", lines=1, width=8)
    'one …'
    """
    broken = textwrap.wrap(text, width, max_lines=lines, placeholder=" …")
    return "<br>".join(plain(line) for line in broken)


def shorten(text: str, width: int) -> str:
    """A label of at most `width` characters, cut at a word.

    >>> shorten("Ukrainian troops took back Izyum", 20)
    'Ukrainian troops …'
    """
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    cut = flat[: max(width - 2, 1)]
    return (cut.rpartition(" ")[0] or cut) + " …"


def said(value: object) -> str | None:
    """A cell as text, or None where it holds nothing."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    return whole(str(value)).strip() or None


def hover(row: pd.Series, date: str, status: str, more: list[str]) -> str:
    """The hover text of a row: event, date in words, status, sentence, reason and source.

    `more` names columns to add. Every line is escaped and wrapped.
    """
    parts = [f"<b>{wrap(said(row['event']) or 'event', _EVENT_LINES)}</b>", plain(date)]
    known = [status, *(v for v in (said(row["place"]),) if v)]
    parts.append(wrap(" · ".join(known), 2))
    sentence = said(row["sentence"])
    if sentence:
        parts.append("“" + wrap(sentence, _SENTENCE_LINES) + "”")
    for name, text in (("why", said(row["why"])), ("source", said(row["source"]))):
        if text:
            parts.append(f"<i>{name}:</i> {wrap(text, 2)}")
    for name in more:
        text = said(row[name])
        if text:
            parts.append(f"<i>{plain(name)}:</i> {wrap(text, 2)}")
    return "<br>".join(parts)
