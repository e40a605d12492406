"""What a folder of parts was made from, so that a second start goes on with the same work."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from timeline.documents import list_files
from timeline.errors import TimelineError

_NAME = "corpus.json"
# Characters of a setting, and names of files, that a message shows.
_SHOWN, _MOST = 60, 3


def describe_inputs(sources: Iterable[str | os.PathLike[str]]) -> list[list[object]]:
    """The files behind some inputs, each with its size in bytes and when it was last written.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.txt"
    >>> _ = path.write_text("Talks began.", encoding="utf-8")
    >>> describe_inputs([path])[0][1]
    12
    """
    found: list[list[object]] = []
    for path in list_files(sources):
        known = path.stat() if path.exists() else None
        found.append([str(path), known.st_size, known.st_mtime_ns] if known else [str(path)])
    return found


def open_ledger(folder: Path, settings: Mapping[str, object]) -> None:
    """Note what a folder is made from, or check that it is made from the same.

    Raises `TimelineError`, naming what differs, for a folder made from something else: its parts
    would not fit.
    """
    path = folder / _NAME
    wanted = json.loads(json.dumps(settings))
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(wanted, indent=2, ensure_ascii=False))
        return
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        message = f"{path} is broken ({error}); start again with an empty folder"
        raise TimelineError(message) from None
    for name in wanted:
        if noted.get(name) != wanted[name]:
            message = (
                f"{folder} holds another corpus: {_difference(name, noted.get(name), wanted[name])}"
                "; choose another folder, or delete that one to start again"
            )
            raise TimelineError(message)


def _difference(name: str, was: object, now: object) -> str:
    if isinstance(was, list) and isinstance(now, list):
        changed = [str(each[0]) for each in (*was, *now) if (each in was) != (each in now)]
        shown = ", ".join(sorted({*changed})[:_MOST])
        return f"files were added, removed or changed since ({shown or 'their order'})"
    return f"its {name} was {str(was)[:_SHOWN]} and is now {str(now)[:_SHOWN]}"


def write_whole(path: Path, text: str) -> None:
    """Write a file that is either there in full or not at all."""
    draft = path.with_name(f".{path.name}")
    draft.write_text(text, encoding="utf-8", errors="backslashreplace")
    draft.replace(path)
