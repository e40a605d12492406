"""What the tests lean on outside the repository, and what happens where it is missing.

Corpora and articles that belong to others lie in a folder `shared` beside the checkout, if at
all: tests that measure on them are skipped without it. A tool that can be installed, such as a
browser, may be missing on a reader's machine but not in CI, where `TIMELINE_CI=1` turns the skip
into a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def skip_or_fail(reason: str) -> None:
    """Skip, or fail where CI says that everything must be there."""
    if os.environ.get("TIMELINE_CI") == "1":
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
