"""`timeline demo`: the bundled article."""

from __future__ import annotations

import argparse

from timeline import timelines
from timeline.commands import outputs, reading
from timeline.documents import demo_document


def run(options: argparse.Namespace) -> int:
    """Read the bundled article as `timeline read` would, and always write its chart."""
    outputs.check(options.table, options.chart)
    reading.tell(timelines.read(demo_document()), options.chart, options.table)
    return 0
