"""Cutting words into tokens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.languages.en.lexicon import cut
from timeline.patterns import Cutter


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Sept. 30, two-year", ["abbreviation sept", "number 30", "mark ,", "word two", "mark -"]),
        ("Sep 30", ["word sep", "number 30"]),
        ("2022-02-24T05:00Z", ["isotime 2022-02-24t05:00z"]),
        ("2022-02-24", ["isodate 2022-02-24"]),
        ("2022-W08", ["isoweek 2022-w08"]),
        ("2022-09", ["isomonth 2022-09"]),
        ("2007-08", ["number 2007", "mark -", "number 08"]),
        ("10/30/1989", ["slashes 10/30/1989"]),
        ("24.02.22", ["dots 24.02.22"]),
        ("7/6", ["slash 7/6"]),
        ("10:30:15", ["clock 10:30:15"]),
        ("1990s", ["decade 1990s"]),
        ("'90s", ["decade '90s"]),
        ("21st", ["ordinal 21st"]),
        ("2019/6/5", ["isodate 2019/6/5"]),
        ("2019.6.5", ["isodate 2019.6.5"]),
        ("12,2019", ["number 12", "mark ,", "number 2019"]),
        ("3:20p", ["briefclock 3:20p"]),
        ("3:20 pm", ["clock 3:20", "word pm"]),
        ("’89", ["shortyear '89"]),
        ("1,250.5", ["number 1,250.5"]),
        ("10 p.m.", ["number 10", "halfday p.m."]),
        ("44 B.C.", ["number 44", "era b.c."]),
        ("4 a.m. E.D.T.", ["number 4", "halfday a.m.", "zone e.d.t."]),
        ("year’s", ["word year", "genitive 's"]),
        ("o'clock", ["word o'clock"]),
        ("May–June", ["word may", "mark -", "word june"]),
        ("O’Clock", ["word o'clock"]),
        ("veterans’ day", ["word veterans", "mark '", "word day"]),
        ("_ago_", ["other _", "word ago", "other _"]),
        ("ٱلأحد", ["word ٱلأحد"]),
    ],
)
def test_shapes(text: str, tokens: list[str]) -> None:
    found = [f"{token.shape} {token.lower}" for token in cut(text)]
    assert found[: len(tokens)] == tokens


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60))
def test_tokens_are_slices_that_leave_only_blanks_out(text: str) -> None:
    at = 0
    for token in cut(text):
        assert text[token.start : token.end] == token.text
        assert not text[at : token.start].strip(" ") or text[at : token.start].isspace()
        at = token.end
    assert text[at:].strip() == ""


def test_a_language_brings_its_own_shapes() -> None:
    bare, german = Cutter({}), Cutter({"ordinal": r"\d{1,2}\.(?=\s)"})
    shapes = [[token.shape for token in cut("24. Februar 21st")] for cut in (bare, german)]
    assert shapes == [
        ["number", "mark", "word", "number", "word"],
        ["ordinal", "word", "number", "word"],
    ]
