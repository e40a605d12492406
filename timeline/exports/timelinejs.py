"""TimelineJS 3 (Knight Lab): a slide an event, in the JSON that its `Timeline` takes."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.errors import BadTable
from timeline.exports import cells, files
from timeline.exports.json import from_rows
from timeline.exports.loss import keep
from timeline.exports.words import words
from timeline.spans import Granularity, civil, floor

LOSSES = (
    "events without any date, which TimelineJS refuses",
    "open and approximate ends show only in the words of the date; the marker ends at its start",
    "the columns stand in `row`, which TimelineJS passes over and only `from_timelinejs` reads",
    "infinite numbers become missing, lone surrogates U+FFFD",
)

_PARTS = ("year", "month", "day", "hour", "minute", "second")
_DEPTH = {
    **dict.fromkeys(("century", "decade", "year"), 1),
    **dict.fromkeys(("half_year", "quarter", "season", "month"), 2),
    **dict.fromkeys(("week", "weekend", "day"), 3),
    **dict.fromkeys(("part_of_day", "hour", "minute"), 5),
    "second": 6,
}
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"https?://[^\s\"'<>]+\Z")


def to_timelinejs(
    table: pd.DataFrame,
    path: str | Path | None = None,
    *,
    title: str | None = None,
    group: str | None = None,
    media: str | None = None,
) -> str | None:
    """An event table as TimelineJS JSON: the text, or None where a path is given.

    >>> import json
    >>> mine = pd.DataFrame({"when": ["2022-09"], "event": ["Izyum retaken"]})
    >>> slide = json.loads(to_timelinejs(mine))["events"][0]
    >>> slide["start_date"], slide["display_date"]
    ({'year': 2022, 'month': 9}, 'September 2022')

    `title` makes a title slide; `group` names the column whose values become the rows of the
    timeline, `media` one of addresses to show beside the slides. The words of a table are
    escaped, so that nothing in a text can run in the page. Raises `BadTable` for a column that
    is not there; warns with `Loss` of rows that have no date.
    """
    table = cells.prepare(table)
    cells.demand(table, group, media)
    dated = table["start"].notna() | table["end"].notna()
    table = keep(table, dated, "TimelineJS needs a date")
    shown = words(table)
    slides = []
    for number, row in enumerate(cells.rows(table)):
        slide: dict[str, Any] = _dates(row) | {"display_date": _twice(shown[number])}
        slide["text"] = {"headline": _once(row["event"]), "text": _body(row)}
        slide |= {"unique_id": f"event-{number + 1}", "autolink": False}
        if group is not None and row[group] is not None:
            slide["group"] = _twice(str(row[group]))
        if media is not None and _LINK.match(str(row[media])):
            slide["media"] = {"url": row[media]}
        slides.append(slide | {"row": cells.compact(row)})
    data: dict[str, Any] = {"title": {"text": {"headline": _once(title)}}} if title else {}
    text = files.to_script(data | {"events": slides}) + "\n"
    if path is None:
        return text
    files.save(text, path)
    return None


def _once(text: str | None) -> str:
    return html.escape(text or "")


def _twice(text: str) -> str:
    """TimelineJS takes the markup off groups and dates, then shows what is left as HTML."""
    return html.escape(html.escape(text))


def _body(row: cells.Row) -> str:
    parts = [f"<p>{_once(row['sentence'])}</p>"] if row["sentence"] else []
    source = row["source"]
    if source and _LINK.match(source):
        parts.append(f'<p><a href="{_once(source)}">{_once(source)}</a></p>')
    elif source:
        parts.append(f"<p>{_once(source)}</p>")
    return "".join(parts)


def _dates(row: cells.Row) -> dict[str, Any]:
    start, end = (_instant(row[name]) for name in ("start", "end"))
    grain = row["granularity"]
    if start is None:
        assert end is not None
        return {"start_date": _date(end - 1, _DEPTH[grain] if grain else _exact(end))}
    aligned = grain is not None and floor(Granularity(grain), start) == start
    depth = _DEPTH[grain] if aligned else _exact(start)
    first = _date(start, depth)
    if end is None or row["ongoing"]:
        return {"start_date": first}
    last = _date(max(end - 1, start), depth)
    return {"start_date": first} | ({"end_date": last} if last != first else {})


def _exact(instant: int) -> int:
    """How many parts of a date an instant needs."""
    moment = civil(instant)
    return 6 if moment[5] else 5 if moment[4] or moment[3] else 3


def _instant(text: str | None) -> int | None:
    return None if text is None else int(np.datetime64(text, "s").astype(np.int64))


def from_timelinejs(source: str | Path | bytes) -> pd.DataFrame:
    """The table that TimelineJS JSON tells, ours or anybody's; contents or a path.

    >>> slides = b'{"events": [{"start_date": {"year": "1914"}, "text": {"headline": "War"}}]}'
    >>> from_timelinejs(slides)[["when", "event"]].values.tolist()
    [['1914', 'War']]

    Headlines become `event`, texts `sentence`, groups and media columns of their own. Raises
    `BadTable` with the number of a slide that cannot be read.
    """
    text = files.load_text(source)
    try:
        slides = json.loads(text)["events"]
        if all("row" in slide for slide in slides):
            return from_rows([slide["row"] for slide in slides])
        found = [_foreign(slide, number) for number, slide in enumerate(slides, start=1)]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadTable(f"no TimelineJS JSON, an object with a list of `events`: {error}") from error
    table = pd.DataFrame(found)
    return cells.prepare(table.loc[:, table.notna().any()])


def _foreign(slide: dict[str, Any], number: int) -> cells.Row:
    text = slide.get("text") or {}
    return {
        "when": _edtf(slide, number),
        "event": _text(text.get("headline")) or _text(text.get("text")) or "",
        "sentence": _text(text.get("text")),
        "group": _text(slide.get("group")),
        "media": (slide.get("media") or {}).get("url"),
    }


def _edtf(slide: dict[str, Any], number: int) -> str:
    first, last = (_moment(slide.get(name), number) for name in ("start_date", "end_date"))
    if first is None:
        raise BadTable(f"slide {number} has no start_date with a year")
    return first if last is None or last == first else f"{first}/{last}"


def _moment(date: dict[str, Any] | None, number: int) -> str | None:
    if not date or date.get("year") in (None, ""):
        return None
    parts = []
    for name in _PARTS:
        value = date.get(name)
        if value in (None, ""):
            break
        try:
            parts.append(int(str(value)))
        except ValueError as error:
            raise BadTable(f"slide {number}: {value!r} is no {name}") from error
    year = f"{'-' if parts[0] < 0 else ''}{abs(parts[0]):04d}"
    day = "-".join([year, *(f"{part:02d}" for part in parts[1:3])])
    clock = ":".join(f"{part:02d}" for part in parts[3:])
    return f"{day}T{clock}" if clock else day


def _text(markup: Any) -> str | None:
    """The words of a piece of HTML; TimelineJS users write tags where they like."""
    if markup in (None, ""):
        return None
    return " ".join(html.unescape(_TAG.sub(" ", str(markup))).split()) or None


def _date(instant: int, depth: int) -> dict[str, int]:
    return dict(zip(_PARTS, civil(instant)[:depth], strict=False))
