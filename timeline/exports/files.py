"""Files in and out, and the JSON that goes into them."""

from __future__ import annotations

import json
from pathlib import Path

from timeline.errors import BadTable

# What HTML or old JavaScript would take for something else inside a script element.
_MARKUP = "<>&\u2028\u2029"


def to_json(value: object) -> str:
    """Compact JSON of plain values, with no character escaped that need not be."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def to_script(value: object) -> str:
    r"""JSON that may also stand inside a script element: no `</script>` can end it.

    >>> to_script("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = to_json(value)
    for mark in _MARKUP:
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def save(content: str | bytes, path: str | Path | None) -> None:
    """Write a file, text as UTF-8; raises `BadTable` where the system refuses."""
    if path is None:
        return
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise BadTable(f"cannot write {path}: {error.strerror or error}") from error


def load(source: str | Path | bytes) -> bytes:
    """The bytes of a source: contents (bytes, or text with a line break in it), else a path.

    >>> load("start,event\\n")
    b'start,event\\n'
    """
    if isinstance(source, bytes):
        return source
    if isinstance(source, str) and "\n" in source:
        return source.encode("utf-8")
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise BadTable(f"cannot read {source}: {error.strerror or error}") from error


def load_text(source: str | Path | bytes) -> str:
    """The same as text; raises `BadTable` where it is not UTF-8."""
    try:
        return load(source).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadTable(
            f"the file is not UTF-8 text (byte {error.start}); save it as UTF-8"
        ) from error
