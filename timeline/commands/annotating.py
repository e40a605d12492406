"""`timeline annotate`: the machine door."""

from __future__ import annotations

import argparse
import codecs
import re
import sys
from pathlib import Path
from typing import Any, BinaryIO

from timeline import timelines
from timeline.commands import terminal
from timeline.commands.failures import Usage
from timeline.corpus import STUMBLES, tell
from timeline.documents import parse_line
from timeline.documents.files import require_file
from timeline.exports import timeml

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


def run(options: argparse.Namespace) -> int:
    """Write a line, or a TimeML document, for each record; 1 if some could not be read."""
    if options.out and options.format != "timeml":
        message = "--out goes with --format timeml; JSON Lines go to the output"
        raise Usage(message)
    if options.file == "-":
        return _annotate(sys.stdin.buffer, None, options)
    path = Path(options.file)
    require_file(path)
    with path.open("rb") as lines:
        return _annotate(lines, path.stat().st_size, options)


def _annotate(lines: BinaryIO, size: int | None, options: argparse.Namespace) -> int:
    code = 0
    names: set[str] = set()
    with terminal.progress(size, "B", scale=True) as bar:
        for number, line in enumerate(lines, start=1):
            bar.update(len(line))
            if not line.strip():
                continue
            record: dict[str, Any] = {}
            try:
                record = parse_line(line if number > 1 else line.removeprefix(codecs.BOM_UTF8))
                found = timelines.annotate(record, lean=options.lean, events=options.events)
                _deliver(record, found, _name(record, number, names), options)
            except STUMBLES as error:
                code = 1
                _complain(record, f"line {number}: {tell(error)}", options)
    return code


def _deliver(
    record: dict[str, Any], found: dict[str, Any], name: str, options: argparse.Namespace
) -> None:
    if options.format == "jsonl":
        terminal.show_json(found)
        return
    document = timeml.write({"dct": record.get("dct"), "text": record["text"], **found})
    if not options.out:
        terminal.show(document)
        return
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(document, encoding="utf-8")


def _complain(record: dict[str, Any], message: str, options: argparse.Namespace) -> None:
    if options.format == "jsonl":
        terminal.show_json({"id": record.get("id"), "error": message})
    else:
        print(f"timeline annotate: {message}", file=sys.stderr)


def _name(record: dict[str, Any], number: int, names: set[str]) -> str:
    name = _NOT_IN_NAMES.sub("_", str(record.get("id") or number)).strip(".") or str(number)
    name = f"{name}-{number}" if name in names else name
    names.add(name)
    return name + ".tml"
