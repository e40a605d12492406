"""Articles of our own on many subjects, each with the rows that a good editor would write.

The rows were written from the articles; wordings that would do as well were added to `event` when
tables showed them. `short` tells what our reading does not reach yet, and fails once it does.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from timeline.documents import Document, demo_document
from timeline.timelines import read

ARTICLES = sorted(Path(__file__).parent.glob("*.json"))
#: An editor's rows a row of ours, at most: what an editor would leave out costs the reader.
MOST = 1.6


def expected(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@cache
def table(path: Path) -> pd.DataFrame:
    if path.stem == "demo":
        return read(demo_document()).table
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    return read(Document(text), published=expected(path)["published"]).table


def rows(path: Path) -> list[Any]:
    found = []
    for row in expected(path)["rows"]:
        reason = row.get("short")
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        name = f"{path.stem}-{row['event'][0][:40]}"
        found.append(pytest.param(path, row, id=name, marks=marks))
    return found


@pytest.mark.parametrize(("path", "row"), [r for p in ARTICLES for r in rows(p)])
def test_row(path: Path, row: dict[str, Any]) -> None:
    found = table(path)
    # A date may be told more finely (an hour of the day), be approximate, or only begin there.
    when = found["when"].fillna("").str.lstrip("[.")
    dated = found[when.str.startswith(row["when"].lstrip("[."))]
    named = dated[dated["event"].isin(row["event"])]
    told = named[["status", "attribution"]].fillna("").values.tolist()
    assert [row["status"], row.get("attribution", "")] in told, dated["event"].tolist()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_table_is_about_as_long_as_an_editor_would_make_it(path: Path) -> None:
    assert len(table(path)) <= MOST * len(expected(path)["rows"])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_row_stands_against_its_dates(path: Path) -> None:
    found = table(path)[["order", "start", "end", "event"]]
    pairs = found.merge(found, how="cross", suffixes=("", "_later"))
    apart = pairs[pairs["end"] <= pairs["start_later"]]
    assert apart[apart["order"] >= apart["order_later"]].empty


def test_there_are_articles_on_many_subjects() -> None:
    assert len(list(Path(__file__).parent.glob("*.txt"))) == 37
