"""An article's text as HTML, with the words that date and name its events marked."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text: what it is ("when" or "what") and the row it stands for, if any."""

    start: int
    end: int
    kind: str
    row: int | None = None


def marks_of(table: pd.DataFrame, times: Iterable[Sequence[int]] = ()) -> list[Mark]:
    """The marks of a table's rows, and of time expressions that date no row.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"expression_start": [3], "expression_end": [7]})
    >>> marks_of(rows, [(3, 7), (9, 12)])
    [Mark(start=3, end=7, kind='when', row=0), Mark(start=9, end=12, kind='when', row=None)]
    """
    found: list[Mark] = []
    for kind, first, last in (
        ("when", "expression_start", "expression_end"),
        ("what", "trigger_start", "trigger_end"),
    ):
        if first not in table.columns or last not in table.columns:
            continue
        for row, (start, end) in enumerate(zip(table[first], table[last], strict=True)):
            if pd.notna(start) and pd.notna(end) and int(start) < int(end):
                found.append(Mark(int(start), int(end), kind, row))
    known = {(mark.start, mark.end) for mark in found if mark.kind == "when"}
    for start, end, *_ in times:
        if (start, end) not in known:
            found.append(Mark(int(start), int(end), "when"))
    return found


def mark_text(text: str, marks: Iterable[Mark]) -> str:
    """The text escaped for HTML, cut at every edge of a mark, each piece in one `<mark>`.

    >>> print(mark_text("a <b> c", [Mark(2, 5, "when", 4)]))
    a <mark class="when" data-rows="4" tabindex="0" role="button">&lt;b&gt;</mark> c

    Marks may overlap: a piece stands for all rows that cover it. Marks beyond the text are left
    out.
    """
    sound = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    opens: dict[int, list[Mark]] = {}
    closes: dict[int, list[Mark]] = {}
    for mark in sound:
        opens.setdefault(mark.start, []).append(mark)
        closes.setdefault(mark.end, []).append(mark)
    edges = sorted({0, len(text), *opens, *closes})
    pieces: list[str] = []
    active: list[Mark] = []
    stops: set[tuple[int, ...]] = set()
    for start, end in pairwise(edges):
        active = [m for m in active if m.end > start] + opens.get(start, [])
        words = html.escape(text[start:end], quote=True)
        pieces.append(_wrap(words, active, stops) if active else words)
    return "".join(pieces)


def _wrap(words: str, active: list[Mark], stops: set[tuple[int, ...]]) -> str:
    kinds = " ".join(sorted({m.kind for m in active}, reverse=True))
    rows = tuple(sorted({m.row for m in active if m.row is not None}))
    if not rows:
        return f'<mark class="{kinds}">{words}</mark>'
    ids = " ".join(str(row) for row in rows)
    # One stop of the Tab key for each set of rows, however many pieces of text stand for it.
    stop = "" if rows in stops else ' tabindex="0" role="button"'
    stops.add(rows)
    return f'<mark class="{kinds}" data-rows="{ids}"{stop}>{words}</mark>'
