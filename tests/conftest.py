"""What the tests lean on outside the repository, and what happens where it is missing.

Corpora and articles that belong to others lie in a folder `shared` beside the checkout, if at
all: tests that measure on them are skipped without it. A tool that can be installed, such as a
browser, may be missing on a reader's machine but not in CI, where `TIMELINE_CI=1` turns the skip
into a failure. Laws are tried there on the same examples at each run, so that a commit passes
or fails once and for all; on a reader's machine each run tries new ones.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

CI = os.environ.get("TIMELINE_CI") == "1"

settings.register_profile("ci", derandomize=True)
if CI:
    settings.load_profile("ci")


def skip_or_fail(reason: str) -> None:
    """Skip, or fail where CI says that everything must be there."""
    if CI:
        pytest.fail(f"CI lacks what this test needs: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """The path of a file in the folder `shared` beside the checkout; skips without it."""

    def locate(name: str) -> Path:
        path = ROOT.parent / "shared" / name
        if not path.exists():
            pytest.skip(f"{name} is not here")
        return path

    return locate


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium or Chrome; skips without one, fails in CI."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        skip_or_fail("no chromium or google-chrome on the path")
    assert found is not None
    return found
