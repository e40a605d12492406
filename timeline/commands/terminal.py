"""Texts on a terminal: harmless, fitted to its width, with a bar where work is long."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from timeline.late import Late

if TYPE_CHECKING:
    from tqdm import tqdm

bars = Late("tqdm")

# Control characters, of which terminals make commands, and the marks that turn text around.
_COMMANDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_LEAST = 20


def harmless(text: object) -> str:
    r"""A text on one line without anything that a terminal would obey.

    >>> harmless("red \x1b[31malert\nnext")
    'red [31malert next'
    """
    return " ".join(_COMMANDS.sub(" ", str(text)).split())


def show(text: object = "") -> None:
    """Print a line, whatever characters the terminal's encoding lacks."""
    encoding = sys.stdout.encoding or "utf-8"
    print(str(text).encode(encoding, "backslashreplace").decode(encoding))


def show_all(lines: Iterable[object]) -> None:
    """Print lines until their reader, such as `head`, has seen enough; then go on in silence."""
    try:
        for line in lines:
            show(line)
        sys.stdout.flush()
    except BrokenPipeError:
        hush()


def hush() -> None:
    """Let what else is printed go nowhere, as the reader of our output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def warn(text: object) -> None:
    """Print a line on standard error, for a reader and not for what goes on with the output."""
    print(f"timeline: {harmless(text)}", file=sys.stderr)


def show_json(record: object) -> None:
    """Print a record as a line of JSON, escaped where the output's encoding lacks a character."""
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        line = json.dumps(record)
    print(line)


def columns(
    rows: Iterable[Sequence[object]], indent: str = "", widest: int | None = None
) -> Iterator[str]:
    """Lines that set rows in columns, the last column wrapped to the terminal's width.

    The others are wrapped where they are `widest` characters or longer, if that is given.

    >>> print(*columns([(1, "2022-09", "Troops left"), (12, "2023", "Talks")]), sep="\\n")
    1   2022-09  Troops left
    12  2023     Talks
    """
    cells = [[harmless(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)][:-1]
    widths = [width if widest is None else min(width, widest) for width in widths]
    used = len(indent) + sum(width + 2 for width in widths)
    widths.append(max(_LEAST, shutil.get_terminal_size().columns - used))
    for row in cells:
        wrapped = [_wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        for parts in zip_longest(*wrapped, fillvalue=""):
            padded = (f"{part:<{width}}" for part, width in zip(parts, widths, strict=True))
            yield (indent + "  ".join(padded)).rstrip()


def _wrap(cell: str, width: int) -> list[str]:
    """The lines of a cell; a date is not broken at its hyphens."""
    return textwrap.wrap(cell, width, break_on_hyphens=False) or [""]


def progress(total: int | None, unit: str, scale: bool = False) -> tqdm[None]:
    """A bar on standard error, only where that is a terminal."""
    bar: tqdm[None] = bars.tqdm(
        total=total, unit=unit, unit_scale=scale, disable=None, file=sys.stderr, leave=False
    )
    return bar
