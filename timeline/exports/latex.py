"""LaTeX: a table that breaks over pages (longtable, booktabs), for papers and reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from timeline.exports import cells, files
from timeline.exports.markdown import shown
from timeline.exports.words import texts

LOSSES = (
    "LaTeX is for reading, and is not read back",
    "columns that are not asked for (`columns`)",
    "line breaks become spaces, control characters go; other scripts and emoji need fonts",
)
_MARKS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\symbol{34}",
    # A bracket at the start of a row would be taken for an option of the line before.
    "[": "{[}",
    "]": "{]}",
    # Ligatures of TeX fonts.
    "-": "-{}",
    "`": r"\textasciigrave{}",
}
_MARK = re.compile("[" + re.escape("".join(_MARKS)) + "]")
_LONE_HYPHEN = re.compile(r"(?<!-)-\{\}(?!-)")
_QUOTES = re.compile("'(?=')")
_BREAKS = re.compile(r"[\s\x00-\x1f\u2028\u2029]+")
_WIDE = frozenset({"event", "sentence", "why"})


def to_latex(
    table: pd.DataFrame,
    path: str | Path | None = None,
    *,
    columns: Sequence[str] | None = None,
    caption: str | None = None,
    dates: str = "words",
) -> str | None:
    r"""An event table as a LaTeX longtable: the text, or None where a path is given.

    >>> print(to_latex(pd.DataFrame({"when": ["2022-09"], "event": ["Prices up 5 %"]})))
    % \usepackage{booktabs,longtable,textcomp}
    \begin{longtable}{lp{0.50\linewidth}}
    \toprule
    when & event \\
    \midrule
    \endhead
    September 2022 & Prices up 5 \% \\
    \bottomrule
    \end{longtable}

    `columns` and `dates` are those of `to_markdown`. Every character that TeX takes for a
    command is written as itself.
    """
    table = cells.prepare(table)
    names = shown(table, columns)
    wide = sum(name in _WIDE for name in names) or 1
    widths = [f"p{{{0.5 / wide:.2f}\\linewidth}}" if name in _WIDE else "l" for name in names]
    lines = [
        "% \\usepackage{booktabs,longtable,textcomp}",
        f"\\begin{{longtable}}{{{''.join(widths)}}}",
        *([f"\\caption{{{escape(caption)}}} \\\\"] if caption else []),
        "\\toprule",
        " & ".join(map(escape, names)) + " \\\\",
        "\\midrule",
        "\\endhead",
    ]
    bodies = [[escape(text) for text in texts(table, name, dates)] for name in names]
    lines += [" & ".join(row) + " \\\\" for row in zip(*bodies, strict=True)]
    text = "\n".join([*lines, "\\bottomrule", "\\end{longtable}"]) + "\n"
    if path is None:
        return text
    files.save(text, path)
    return None


def escape(text: str) -> str:
    r"""Text as LaTeX shows it.

    >>> escape(r"50% of \input{x} & more")
    '50\\% of \\textbackslash{}input\\{x\\} \\& more'
    """
    spaced = _BREAKS.sub(" ", text).strip()
    marked = _MARK.sub(lambda mark: _MARKS[mark[0]], spaced)
    return _LONE_HYPHEN.sub("-", _QUOTES.sub("'{}", marked))
