"""Finding the places of a text where a time may be told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.strategies import law, texts
from timeline.expressions.scanning import GAP, MARKS, REACH, Scanner, Stretch
from timeline.languages import english
from timeline.patterns import trie_pattern

few_letters = st.text(alphabet="abc.'", min_size=1, max_size=4)


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    language = english()
    return Scanner(language.triggers, language.vocabulary, language.shores, language.abbreviations)


@law
@given(st.sets(few_letters, min_size=1, max_size=8), st.lists(few_letters, max_size=8))
def test_a_trie_matches_its_words_and_no_others(words: set[str], others: list[str]) -> None:
    pattern = re.compile(trie_pattern(words))
    for word in [*words, *others]:
        assert bool(pattern.fullmatch(word)) is (word in words)


def test_a_trie_shares_beginnings() -> None:
    assert trie_pattern(["mar", "march", "may", "may"]) == "ma(?:r(?:ch)?|y)"


@law
@given(
    st.text(alphabet="abc1.' \n", max_size=20),
    st.sets(few_letters, max_size=3),
    st.integers(0, 2),
)
def test_a_stretch_ends_where_a_pattern_of_all_its_words_would(
    text: str, more: set[str], linked: int
) -> None:
    links, words = {"a", "bc"}, {"b", "ab", "1", "c1"} | more - {"a", "bc"}
    before, behind = r"c (?:a|b)(?![^\W_])|ab(?=')", r"b?\d+'?"
    stretch = Stretch(links, words, linked, before=before, behind=behind)
    spelt = re.compile(
        rf"(?:(?:{GAP}(?:{trie_pattern(links)}(?![^\W_])|{MARKS})){{0,{linked}}}"
        rf"{GAP}(?:{before}|{trie_pattern(words)}(?![^\W_])|{behind})){{0,{REACH}}}"
    )
    found = spelt.match(text)
    assert found is not None
    assert stretch.end(text, 0, len(text)) == found.end()


@law
@given(texts)
def test_islands_are_slices_in_order_that_never_overlap(scanner: Scanner, text: str) -> None:
    done = 0
    for start, end in scanner.islands(text):
        assert done <= start < end <= len(text)
        assert "\n\n" not in text[start:end]
        done = end


@pytest.mark.parametrize(
    ("text", "islands"),
    [
        ("Nothing is told here, not at 5, nor by 12 men.", []),
        ("It began on\nMonday.\n\nMonday it was.", ["on\nMonday", "Monday"]),
        ("Since the 1990s, it has.", ["Since the 1990s"]),
        ("He left on 12\u202fMarch\u20092019.", ["on 12\u202fMarch\u20092019"]),
        ("- `09:14` It stops in ’09.", ["09:14", "in ’09"]),
        # The lines of a list are told apart, those of a folded text are not.
        ("List\n1998\n- 12 March: war\n- 2 May\n", ["1998", "- 12 March", "2 May"]),
        ("List\n**1998**\nJan 7: war\n", ["1998", "Jan 7"]),
        (
            "So it came to pass that they left on 3\nMarch 2019 for good",
            ["on 3\nMarch 2019 for good"],
        ),
        ("İİİ On Monday İ", ["On Monday"]),
        ("İ 10:30 İ", ["10:30"]),
        ("a preMonday Mondayish", []),
        ("the A1999 model", []),
        ("$1999, £1999, 1999%5 or 19990", []),
        ("at eight o’clock sharp", ["at eight o’clock"]),
        ("at eight o'clock sharp", ["at eight o'clock"]),
        ("Sept. 30. 1999 men", ["Sept. 30. 1999"]),
        ("It fell the day before, he said.", ["the day before"]),
    ],
)
def test_where_a_time_may_be_told(scanner: Scanner, text: str, islands: list[str]) -> None:
    assert [text[start:end].strip() for start, end in scanner.islands(text)] == islands


def test_an_island_has_a_bounded_number_of_words(scanner: Scanner) -> None:
    text = "Monday " * 10 * REACH
    assert max(end - start for start, end in scanner.islands(text)) <= REACH * 3 * len("Monday ")
