"""One HTML file that holds a timeline: its chart, its table, and the text they come from."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from string import Template

import numpy as np
import pandas as pd

from timeline.charts.frames import tidy
from timeline.charts.hovers import said
from timeline.charts.marks import marks
from timeline.charts.scenes import publication
from timeline.charts.styles import PALETTE, STATUS
from timeline.charts.words import day_in_words
from timeline.errors import TimelineError
from timeline.exports import plotlyjs as library
from timeline.exports.marking import mark_text, marks_of
from timeline.exports.plain import plain_rows

_SCRIPTS = (
    "time data lanes scene drawing sketch chart slider table detail loose article filters start"
).split()
_FIXED = {
    "order": "Order",
    "date": "When",
    "event": "What",
    "status": "How told",
    "place": "Place",
    "participants": "Who",
    "attribution": "Said by",
    "kind": "Kind",
    "expression": "In the text",
    "when": "EDTF",
    "basis": "Dated by",
    "confidence": "Confidence",
    "document": "Document",
    "source": "Source",
}
_HIDDEN = {
    "start", "end", "start_latest", "end_earliest", "granularity", "relation", "approximate",
    "ongoing", "trigger", "salience", "why", "sentence", "sentence_start", "trigger_start",
    "trigger_end", "expression_start", "expression_end", "published",
}  # fmt: skip
_SEARCHED = ("event", "sentence", "date", "place", "participants", "attribution", "why", "source")
#: Groups beyond which grouping a page's rows is no help.
_MOST_GROUPS = 200
#: Nothing that sends data anywhere, nothing that advertises, nothing that takes over the wheel.
_CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "showTips": False,
    "doubleClick": False,
    "scrollZoom": False,
    "responsive": False,
}
_FILE = "plotly-{version}.min.js"
#: A script of this type is not run where it stands.
_DATA = "application/octet-stream"
_LATER = f'type="{_DATA}" id="plotly"'
_CDN = "https://cdn.plot.ly/plotly-{version}.min.js"


def write_html(
    path: str | Path,
    table: pd.DataFrame,
    *,
    text: str | None = None,
    timexes: Iterable[Sequence[int]] = (),
    title: str = "Timeline",
    published: object = None,
    language: str = "en",
    plotlyjs: str = "inline",
) -> Path:
    """Writes a timeline as one HTML file that opens anywhere, and returns its path.

    >>> import pandas as pd, pathlib, tempfile
    >>> mine = pd.DataFrame({"when": ["2022-09"], "event": ["Izyum retaken"]})
    >>> file = write_html(pathlib.Path(tempfile.mkdtemp()) / "mine.html", mine)
    >>> file.read_text(encoding="utf-8")[:15]
    '<!doctype html>'

    The arguments are those of `page`. With `plotlyjs="directory"` plotly.js is written beside the
    page, once for all pages there.
    """
    path = Path(path)
    made = page(
        table,
        text=text,
        timexes=timexes,
        title=title,
        published=published,
        language=language,
        plotlyjs=plotlyjs,
    )
    path.write_text(made, encoding="utf-8")
    if plotlyjs == "directory":
        beside = path.parent / _FILE.format(version=library.version())
        if not beside.exists():
            beside.write_text(library.slim(), encoding="utf-8")
    return path


def page(
    table: pd.DataFrame,
    *,
    text: str | None = None,
    timexes: Iterable[Sequence[int]] = (),
    title: str = "Timeline",
    published: object = None,
    language: str = "en",
    plotlyjs: str = "inline",
) -> str:
    """A timeline as the text of an HTML page: chart, table and article, tied to one another.

    >>> import pandas as pd
    >>> made = page(pd.DataFrame({"when": ["2022-09"], "event": ["Izyum retaken"]}), title="War")
    >>> "<title>War</title>" in made
    True

    `text` is the article; the columns of offsets, and `timexes` (start, end) for the time
    expressions that date no row, mark its words. `language` is the article's (BCP 47). `plotlyjs`
    says where plotly.js comes from: "inline" packs the parts that are used into the page (0.5 MB),
    "plain" puts all of it there unpacked (4.8 MB), "directory" expects it in a file beside the
    page, "cdn" fetches it from Plotly's server. Only the last one uses the network.

    Nothing in the table or the text can run: all is escaped, and the page forbids every script but
    its own.
    """
    frame = tidy(table)
    line = publication(frame, published)
    shape = marks(frame, line)
    data = _data(frame, shape, table, line)
    scripts, origins = _scripts(plotlyjs)
    article = _article(frame, text, timexes, language)
    fields = {
        "title": html.escape(title),
        "byline": html.escape(_byline(frame, line, title)),
        "chart": html.escape(f"Timeline of {len(frame)} events", quote=True),
        "policy": _policy(origins),
        "style": _asset("page.css"),
        "article": article,
        "rows": plain_rows(frame, shape),
        "data": _embed(data),
        "scripts": scripts,
    }
    return Template(_asset("page.html")).substitute(fields)


@lru_cache(maxsize=32)
def _asset(name: str) -> str:
    return (files("timeline.exports") / "assets" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _program() -> str:
    body = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def _digest(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _policy(origins: Sequence[str]) -> str:
    """A Content Security Policy under which nothing loads and only the page's own scripts run.

    'unsafe-eval' lets no text of the page run, as no script here evaluates one; without it the
    drivers of browser tests, which do, could not wait for anything in a page.
    """
    return (
        f"default-src 'none'; script-src 'unsafe-eval' {' '.join(origins)}; "
        "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _packed(name: str, script: str) -> str:
    packed = base64.b64encode(gzip.compress(script.encode(), 9, mtime=0)).decode()
    return f'<script type="{_DATA}" id="{name}">{packed}</script>'


@lru_cache(maxsize=4)
def _scripts(where: str) -> tuple[str, tuple[str, ...]]:
    """The elements that bring all scripts, and what may run because of them."""
    if where == "plain":
        plain = [library.whole().replace("</script", "<\\/script"), _program()]
        elements = "".join(f"<script>{script}</script>" for script in plain)
        return elements, tuple(f"'{_digest(script)}'" for script in plain)
    version = library.version()
    if where == "inline":
        plotly = _packed("plotly", library.slim())
        origins: tuple[str, ...] = (f"'{_digest(library.slim())}'",)
    elif where == "directory":
        plotly = f'<script {_LATER} src="{_FILE.format(version=version)}"></script>'
        origins = ("'self'", "file:")
    elif where == "cdn":
        url, seal = _CDN.format(version=version), _digest(library.whole())
        sealed = f'src="{url}" integrity="{seal}" crossorigin="anonymous"'
        plotly = f"<script {_LATER} {sealed}></script>"
        origins = (url,)
    else:
        known = "inline, plain, directory, cdn"
        raise TimelineError(f"plotlyjs={where!r} is not known; it is one of: {known}")
    unpack = f"(() => {{\n{_asset('unpack.js')}}})();"
    elements = f"{_packed('program', _program())}{plotly}<script>{unpack}</script>"
    return elements, (f"'{_digest(unpack)}'", f"'{_digest(_program())}'", *origins)


def _embed(data: dict[str, object]) -> str:
    """JSON that may stand inside an HTML element: nothing in it can end the element."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for bad in "<>&\u2028\u2029":
        written = written.replace(bad, f"\\u{ord(bad):04x}")
    return written


def _byline(frame: pd.DataFrame, published: float | None, title: str) -> str:
    sources = [said(v) for v in frame["source"].unique()]
    names = [name for name in sources if name and name != title]
    parts = [names[0] if len(names) == 1 else f"{len(names)} sources"] if names else []
    if published is not None:
        parts.append(f"published {day_in_words(int(published))}")
    parts.append(f"{len(frame):,} event{'s' if len(frame) != 1 else ''}")
    return " · ".join(parts)


def _article(
    frame: pd.DataFrame, text: str | None, timexes: Iterable[Sequence[int]], language: str
) -> str:
    if text is None:
        return ""
    marked = mark_text(text, marks_of(frame, timexes))
    return (
        '<section class="article" aria-label="The text"><h2 id="words">The text</h2>'
        f'<div id="text" class="text" lang="{html.escape(language, quote=True)}" tabindex="0"'
        f' role="region" aria-labelledby="words">{marked}</div></section>'
    )


def _data(
    frame: pd.DataFrame, shape: pd.DataFrame, given: pd.DataFrame, published: float | None
) -> dict[str, object]:
    texts = {name: _words(frame[name]) for name in _text_columns(frame, given)}
    texts["date"] = _words(shape["words"])
    if "status" in texts:  # in the words of the legend
        texts["status"] = _words(shape["status"].map({key: s.name for key, s in STATUS.items()}))
    keys = list(STATUS)
    flags = (
        shape["open_left"] * 1
        + shape["open_right"] * 2
        + shape["undated"] * 4
        + shape["approximate"] * 8
        + shape["loose"] * 16
    )
    own = [n for n in texts if n not in _FIXED and n not in _HIDDEN]
    order = [*_FIXED, *own]
    full = {name for name, cells in texts.items() if _varied(cells)} | {"order", "event", "date"}
    labels = {name: _FIXED.get(name, name.replace("_", " ").capitalize()) for name in order}
    return {
        "config": _CONFIG,
        "left": _numbers(shape["left"]),
        "right": _numbers(shape["right"]),
        "sureFrom": _numbers(shape["sure_from"]),
        "sureTo": _numbers(shape["sure_to"]),
        "flags": flags.astype(int).tolist(),
        "order": frame["order"].astype(int).tolist(),
        "salience": frame["salience"].astype(float).fillna(0.0).round(3).tolist(),
        "status": [keys.index(status) for status in shape["status"]],
        "statuses": [
            {"key": key, "name": s.name, "color": s.color, "symbol": s.symbol, "hatch": s.hatch}
            for key, s in STATUS.items()
        ],
        "palette": list(PALETTE),
        "published": published,
        "publishedWords": "" if published is None else day_in_words(int(published)),
        "text": texts,
        "columns": [
            {"name": n, "label": labels[n], "more": n not in ("order", "date", "event")}
            for n in order
            if n in full and (n in ("order", "date", "event", "place") or n in own)
        ],
        "details": [
            {"name": n, "label": labels[n]}
            for n in order
            if n == "order" or (n in texts and n not in ("date", "event", "status"))
        ],
        "groups": [
            {"name": n, "label": labels[n].lower()}
            for n in order
            if n in full and n not in ("order", "date", "event") and _few(texts.get(n))
        ],
        "searched": [n for n in (*_SEARCHED, *own) if n in texts],
    }


def _text_columns(frame: pd.DataFrame, given: pd.DataFrame) -> list[str]:
    names = ["event"]
    for name in frame.columns:
        known = name in _FIXED or name in ("why", "sentence")
        # Confidence is shown where a reader gave it, not where the default stands in for it.
        chosen = known and name not in ("order", "event") and name in given.columns
        if chosen or (name not in _FIXED and name not in _HIDDEN):
            names.append(str(name))
    return names


def _words(column: pd.Series) -> object:
    """A column of words as a list or, where they repeat, as places in a list of different ones."""
    if pd.api.types.is_float_dtype(column):
        column = column.round(3)
    plain = [said(value) or "" for value in column]
    different = list(dict.fromkeys(plain))
    if len(different) > 0.5 * len(plain) and len(plain) > 1:
        return plain
    places = {word: i for i, word in enumerate(different)}
    return {"values": different, "codes": [places[word] for word in plain]}


def _varied(cells: object) -> bool:
    if isinstance(cells, dict):
        return any(cells["values"])
    return True


def _few(cells: object) -> bool:
    if isinstance(cells, dict):
        return 1 < len(cells["values"]) <= _MOST_GROUPS
    return isinstance(cells, list) and 1 < len(set(cells)) <= _MOST_GROUPS


def _numbers(column: pd.Series) -> list[int | None]:
    values = column.to_numpy(dtype=float)
    whole = np.where(np.isfinite(values), values, 0).astype(np.int64)
    missing = ~np.isfinite(values)
    return [None if lost else int(v) for v, lost in zip(whole.tolist(), missing, strict=True)]
