"""`timeline find`: the time expressions of a text."""

from __future__ import annotations

import argparse

from timeline import timelines
from timeline.commands import inputs, terminal
from timeline.expressions import TimeExpression


def run(options: argparse.Namespace) -> int:
    """Print a line for each time expression, in the order of the text."""
    told = inputs.given_date(options.published, options.day_first)
    document = inputs.read_words(options.text, told)
    published = inputs.date_of(document)
    found = timelines.find(document.text, published, options.lean, options.day_first)
    if options.json:
        for expression in found:
            terminal.show_json(_record(expression))
        return 0
    for line in terminal.columns([_row(expression) for expression in found]):
        terminal.show(line)
    return 0


def _row(expression: TimeExpression) -> tuple[str, ...]:
    value = expression.span.edtf() if expression.span else expression.timexes[0].value
    place = f"{expression.start}-{expression.end}"
    return place, expression.text, value, repr(expression.meaning)


def _record(expression: TimeExpression) -> dict[str, object]:
    return {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "span": expression.span.edtf() if expression.span else None,
        "meaning": repr(expression.meaning),
        "entry": expression.entry,
        "anchor": expression.anchor,
        "why": expression.why,
        "timex": [
            {"start": t.start, "end": t.end, "type": t.type, "value": t.value, "mod": t.mod}
            for t in expression.timexes
        ],
    }
