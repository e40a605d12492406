"""What can be typed after `timeline`, and the help that says so."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from timeline.commands.doorway import version

_ABOUT = """\
Reads prose that tells time the way people do, and gives back an ordered event table and an
interactive timeline.
"""
_EXAMPLES = """\
examples:
  timeline demo
      read the bundled article: print its events, write its chart
  timeline read article.txt --published 2023-03-06 --chart story.html
      the same for an article of your own; open story.html in a browser
  timeline table events.csv --chart events.html
      the same for a table of dates of your own
  timeline find "They left last September." --published 2023-03-06
      the time expressions of a text, and what they mean

`timeline COMMAND --help` says more about a command.
"""
_PUBLISHED = (
    "when the text was published, in any usual form (2023-03-06, '6 March 2023'); without it the "
    "date is looked for in the page or the dateline"
)
_LEAN = "where a bare weekday or month points when nothing around it tells (default: past)"


class _Version(argparse.Action):
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        print(f"timeline {version()}")
        parser.exit()


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="timeline",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_demo(commands)
    _add_read(commands)
    _add_table_command(commands)
    _add_find(commands)
    _add_explain(commands)
    _add_annotate(commands)
    _add_corpus(commands)
    return parser


def _add(commands: Any, name: str, about: str, examples: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return parser


def _add_demo(commands: Any) -> None:
    parser = _add(
        commands,
        "demo",
        "read the bundled article, print its event table, write its chart",
        "example:\n  timeline demo",
    )
    parser.add_argument(
        "--chart",
        metavar="F.html",
        default="timeline-demo.html",
        help="where to write the chart (default: timeline-demo.html)",
    )
    _add_table(parser)


def _add_read(commands: Any) -> None:
    parser = _add(
        commands,
        "read",
        "read an article, print its events in their order",
        """\
examples:
  timeline read article.txt --published 2023-03-06
  timeline read page.html --chart story.html --table story.csv
  pdftotext report.pdf - | timeline read - --published "6 March 2023\"""",
    )
    parser.add_argument(
        "article", metavar="ARTICLE", type=_name, help="a text or HTML file; - is the input"
    )
    _add_published(parser)
    _add_chart(parser)
    _add_table(parser)
    _add_lean(parser)
    _add_order(parser)
    parser.add_argument(
        "--corrections",
        metavar="F.json",
        help="lay the corrections kept in this file on what is read",
    )


def _add_table_command(commands: Any) -> None:
    parser = _add(
        commands,
        "table",
        "read a table of dated events that somebody made, print it in its order",
        """\
Dates may be written as people write them: 2022-09-04, 12 March 2021, c. 1850, 1914-1918, 44 BC,
and "last May" where --published is given. What a column means is told by its heading (date, end,
event ...), or by --columns.

examples:
  timeline table village.csv --chart village.html
  timeline table Chronik.csv --columns start=Datum event=Ereignis --table chronicle.ics""",
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        type=_name,
        help="a .csv file, or .xlsx, .json, .jsonl, .parquet or .ics",
    )
    parser.add_argument(
        "--published", metavar="D", help='the day from which "last May" in a cell is counted'
    )
    parser.add_argument(
        "--columns",
        metavar="FIELD=NAME",
        nargs="+",
        default=[],
        help="under which headings a .csv keeps start, end, event and so on: start=Datum",
    )
    _add_chart(parser)
    _add_table(parser)
    _add_order(parser)


def _add_find(commands: Any) -> None:
    parser = _add(
        commands,
        "find",
        "list the time expressions of a text and what they mean",
        """\
examples:
  timeline find "They left last September." --published 2023-03-06
  timeline find --published 2023-03-06 < article.txt""",
    )
    parser.add_argument(
        "text", metavar="TEXT", nargs="?", help="a text or the name of a file; else the input"
    )
    _add_published(parser)
    _add_lean(parser)
    _add_order(parser)
    parser.add_argument("--json", action="store_true", help="a line of JSON for each expression")


def _add_explain(commands: Any) -> None:
    parser = _add(
        commands,
        "explain",
        "say how time words are read: their meaning, their anchor, the dates that follow",
        'example:\n  timeline explain "since last September" --published 2023-03-06',
    )
    parser.add_argument("words", metavar="WORDS", nargs="+", help="the time words")
    _add_published(parser)
    _add_lean(parser)
    _add_order(parser)


def _add_annotate(commands: Any) -> None:
    parser = _add(
        commands,
        "annotate",
        "annotate records for machines: JSON Lines in, JSON Lines or TimeML out",
        """\
Reads a line {"id": ..., "text": ..., "dct": ...} for each document, where dct is the ISO date or
date-time of publication, and writes a line for each, in the same order. A line that cannot be
read gives {"id": ..., "error": ...}, and the rest goes on.

examples:
  timeline annotate articles.jsonl > annotated.jsonl
  timeline annotate articles.jsonl --format timeml --out annotated/""",
    )
    parser.add_argument(
        "file", metavar="FILE.jsonl", nargs="?", default="-", help="the records; else the input"
    )
    parser.add_argument(
        "--format", choices=["jsonl", "timeml"], default="jsonl", help="default: jsonl"
    )
    parser.add_argument(
        "--out",
        metavar="DIR",
        help="with --format timeml: a folder that gets a file ID.tml for each document; "
        "else the documents follow each other in the output",
    )
    _add_lean(parser)
    parser.add_argument(
        "--no-events", dest="events", action="store_false", help="time expressions only; faster"
    )


def _add_corpus(commands: Any) -> None:
    parser = _add(
        commands,
        "corpus",
        "read many documents into one table, part by part; a second start goes on",
        """\
Inputs are text and HTML files, JSON Lines, CSV, Parquet and feeds, or folders of them. The folder
DIR gets parts/part-000000.csv and so on, errors.jsonl with the documents that could not be read,
and events.csv, the whole table. A run that was interrupted goes on where it stopped when the same
command is given again.

examples:
  timeline corpus articles/ --out events/ --merge
  timeline corpus wire.jsonl archive.csv --out events/ --format parquet --workers 2""",
    )
    parser.add_argument("inputs", metavar="INPUT", nargs="+", type=_name, help="a file or a folder")
    parser.add_argument("--out", metavar="DIR", required=True, help="the folder for the table")
    parser.add_argument("--format", choices=["csv", "parquet"], default="csv", help="default: csv")
    parser.add_argument(
        "--batch", metavar="N", type=_count, default=100, help="documents in a part (default: 100)"
    )
    parser.add_argument(
        "--workers", metavar="N", type=_count, default=1, help="processes (default: 1)"
    )
    parser.add_argument(
        "--columns",
        metavar="FIELD=NAME",
        nargs="+",
        default=[],
        help="under which names records keep text, published, id, title or source: text=Body",
    )
    parser.add_argument(
        "--merge",
        action="store_true",
        help="also write story.csv, each event once with all documents that tell of it, and "
        "key_dates.csv, the days that most documents speak of",
    )
    _add_published(parser)
    _add_lean(parser)
    _add_order(parser)


def _add_published(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--published", metavar="D", help=_PUBLISHED)


def _add_lean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lean", choices=["past", "future"], default="past", help=_LEAN)


def _add_order(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--day-first",
        action=argparse.BooleanOptionalAction,
        help="read 03/04/2023 as 3 April, or with --no-day-first as March 4; if neither is given, "
        "as the other dates of the text are written, else month first",
    )


def _add_chart(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--chart", metavar="F.html", help="write the interactive timeline here")


def _add_table(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--table",
        metavar="F.csv",
        help="write the event table here: .csv, .json, .jsonl, .parquet, .xlsx or .ics",
    )


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 up")
    return int(text)


def _name(text: str) -> str:
    # What an empty variable of a shell gives would be the folder one is in.
    if not text.strip():
        raise argparse.ArgumentTypeError("the name of a file is empty")
    return text
