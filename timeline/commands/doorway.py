"""The one place where a command's module is imported by name, so that `--help` waits for none."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module

# The module of this room that does the work of each command, in its function `run`.
WORKERS = {
    "demo": "demonstrating",
    "read": "reading",
    "table": "tabling",
    "find": "finding",
    "explain": "explaining",
    "annotate": "annotating",
    "corpus": "collecting",
}


def worker(command: str) -> Callable[[argparse.Namespace], int]:
    """The function that carries a command out and returns its exit code."""
    run: Callable[[argparse.Namespace], int]
    run = import_module(f"timeline.commands.{WORKERS[command]}").run
    return run


def version() -> str:
    """The version of the installed package."""
    found: str = import_module("importlib.metadata").version("timeline-reader")
    return found
