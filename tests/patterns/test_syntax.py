"""The little language that patterns are written in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.patterns import BadPattern, expand
from timeline.patterns.syntax import Way, slots_of


def told(way: Way) -> str:
    """A way as words, its slots in braces."""
    return " ".join(piece.word or f"{{{piece.kind}:{piece.name}}}" for piece in way.pieces)


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("ago", ["ago"]),
        ("a year ago", ["a year ago"]),
        ("{unit} ago", ["{unit:unit} ago"]),
        ("{unit:part}", ["{unit:part}"]),
        ("(last|the past) week", ["last week", "the past week"]),
        ("[the] week", ["week", "the week"]),
        ("[the|this] week", ["week", "the week", "this week"]),
        ("[a [long]] while", ["while", "a while", "a long while"]),
        ("(a|[very] b) c", ["a c", "b c", "very b c"]),
        ("one\n  two\n\n", ["one", "two"]),
        ("year 's end", ["year 's end"]),
        ("'s", ["'s"]),
        ("o'clock", ["o'clock"]),
        ("veterans ' day", ["veterans ' day"]),
        ("a.m. - b", ["a.m. - b"]),
    ],
)
def test_a_pattern_stands_for_its_plain_sequences(pattern: str, ways: list[str]) -> None:
    assert [told(way) for way in expand(pattern)] == ways


@pytest.mark.parametrize(
    ("pattern", "marks"),
    [
        ("from {year}", [()]),
        ("from <{year}>", [((1, 2),)]),
        ("from <{year}> to <{year:last}>", [((1, 2), (3, 4))]),
        ("in <[the] {season}>", [((1, 2),), ((1, 3),)]),
        ("<a <b>>", [((1, 2), (0, 2))]),
    ],
)
def test_marks_keep_their_places(pattern: str, marks: list[tuple[tuple[int, int], ...]]) -> None:
    assert [way.marks for way in expand(pattern)] == marks


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("(a", r"'\)' is missing"),
        ("[a", r"'\]' is missing"),
        ("(a]", r"'\)' is missing"),
        ("a)", "bracket too many"),
        ("a]", "bracket too many"),
        ("<a", "without its '>'"),
        ("a>", "without its '<'"),
        ("(<a|b) c>", "without its '<'"),
        ("{unit", "a slot is written"),
        ("{two words}", "a slot is written"),
        ("{}", "a slot is written"),
        ("Monday", "lower case"),
        ("", "nothing at all"),
        ("[a]", "nothing at all"),
        ("a|", "nothing at all"),
    ],
)
def test_a_bad_pattern_is_refused_with_its_reason(pattern: str, complaint: str) -> None:
    with pytest.raises(BadPattern, match=complaint):
        expand(pattern)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="ab {}:()[]|<>'\n", max_size=14))
def test_any_text_is_a_pattern_or_a_bad_one(pattern: str) -> None:
    try:
        ways = expand(pattern)
    except BadPattern:
        return
    assert all(way.pieces for way in ways)
    for way in ways:
        assert all(0 <= first <= last <= len(way.pieces) for first, last in way.marks)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(["a", "{x}", "{y}", *"()[]|<>"]), max_size=9).map(" ".join))
def test_the_slots_of_a_pattern_are_those_of_its_ways(pattern: str) -> None:
    try:
        ways = expand(pattern)
    except BadPattern:
        return
    named = {tuple(sorted(piece.name for piece in way.pieces if piece.name)) for way in ways}
    assert slots_of(pattern) == named


@pytest.mark.parametrize(
    ("pattern", "slots"),
    [
        ("ago", {()}),
        ("{n} {unit} ago", {("n", "unit")}),
        ("[{n}] ({unit}|<{day:last}>)", {("unit",), ("last",), ("n", "unit"), ("last", "n")}),
    ],
)
def test_a_pattern_tells_the_slots_of_each_way(pattern: str, slots: set[tuple[str, ...]]) -> None:
    assert slots_of(pattern) == slots
