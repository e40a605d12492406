"""`timeline explain`: how time words are read."""

from __future__ import annotations

import argparse

from timeline import timelines
from timeline.commands import inputs, terminal


def run(options: argparse.Namespace) -> int:
    """Print the meaning, the anchor and the span of time words."""
    words = " ".join(options.words)
    published = inputs.given_date(options.published, options.day_first)
    told = timelines.explain(words, published, options.lean, options.day_first)
    for line in told.splitlines():
        terminal.show(line)
    return 0
